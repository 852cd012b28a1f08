/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

export const RANDOM_DOC = 'Module implements the Mersenne Twister random number generator.';

/** Methods and attributes of Random. */
export const RANDOM_TYPE_DOCS = {
  getrandbits: ['($self, k, /)', 'getrandbits(k) -> x.  Generates an int with k random bits.'],
  getstate: ['($self, /)', 'getstate() -> tuple containing the current state.'],
  random: ['($self, /)', 'random() -> x in the interval [0, 1).'],
  seed: [
    '($self, n=None, /)',
    'seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier.',
  ],
  setstate: ['($self, state, /)', 'setstate(state) -> None.  Restores generator state.'],
} as const satisfies DocTable;

export const RANDOM_TYPE_DOC = 'Random() -> create a random number generator with its own internal state.';
