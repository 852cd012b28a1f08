/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _sha2. */
export const FUNCTIONS = {
  sha256: [
    "($module, /, data=b'', *, usedforsecurity=True, string=None)",
    'Return a new SHA-256 hash object; optionally initialized with a string.',
  ],
  sha224: [
    "($module, /, data=b'', *, usedforsecurity=True, string=None)",
    'Return a new SHA-224 hash object; optionally initialized with a string.',
  ],
  sha512: [
    "($module, /, data=b'', *, usedforsecurity=True, string=None)",
    'Return a new SHA-512 hash object; optionally initialized with a string.',
  ],
  sha384: [
    "($module, /, data=b'', *, usedforsecurity=True, string=None)",
    'Return a new SHA-384 hash object; optionally initialized with a string.',
  ],
} as const satisfies DocTable;

/** Methods and attributes of SHA224Type. */
export const SHA224_TYPE_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, obj, /)', "Update this hash object's state with the provided string."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
} as const satisfies DocTable;

/** Methods and attributes of SHA256Type. */
export const SHA256_TYPE_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, obj, /)', "Update this hash object's state with the provided string."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
} as const satisfies DocTable;

/** Methods and attributes of SHA384Type. */
export const SHA384_TYPE_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, obj, /)', "Update this hash object's state with the provided string."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
} as const satisfies DocTable;

/** Methods and attributes of SHA512Type. */
export const SHA512_TYPE_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, obj, /)', "Update this hash object's state with the provided string."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
} as const satisfies DocTable;
