/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

export const MODULE_DOC = '_blake2b provides BLAKE2b for hashlib\n';

/** Methods and attributes of blake2b. */
export const BLAKE2B_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, data, /)', "Update this hash object's state with the provided bytes-like object."],
  name: [null, null],
  block_size: [null, null],
  digest_size: [null, null],
} as const satisfies DocTable;

export const BLAKE2B_DOC = 'Return a new BLAKE2b hash object.';

/** Methods and attributes of blake2s. */
export const BLAKE2S_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, data, /)', "Update this hash object's state with the provided bytes-like object."],
  name: [null, null],
  block_size: [null, null],
  digest_size: [null, null],
} as const satisfies DocTable;

export const BLAKE2S_DOC = 'Return a new BLAKE2s hash object.';
