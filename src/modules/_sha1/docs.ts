/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _sha1. */
export const FUNCTIONS = {
  sha1: [
    "($module, /, data=b'', *, usedforsecurity=True, string=None)",
    'Return a new SHA1 hash object; optionally initialized with a string.',
  ],
} as const satisfies DocTable;

/** Methods and attributes of sha1. */
export const SHA1_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, obj, /)', "Update this hash object's state with the provided string."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
} as const satisfies DocTable;
