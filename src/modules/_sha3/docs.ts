/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Methods and attributes of sha3_224. */
export const SHA3_224_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, data, /)', "Update this hash object's state with the provided bytes-like object."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
  _capacity_bits: [null, null],
  _rate_bits: [null, null],
  _suffix: [null, null],
} as const satisfies DocTable;

export const SHA3_224_DOC =
  'sha3_224([data], *, usedforsecurity=True) -> SHA3 object\n\nReturn a new SHA3 hash object with a hashbit length of 28 bytes.';

/** Methods and attributes of sha3_256. */
export const SHA3_256_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, data, /)', "Update this hash object's state with the provided bytes-like object."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
  _capacity_bits: [null, null],
  _rate_bits: [null, null],
  _suffix: [null, null],
} as const satisfies DocTable;

export const SHA3_256_DOC =
  'sha3_256([data], *, usedforsecurity=True) -> SHA3 object\n\nReturn a new SHA3 hash object with a hashbit length of 32 bytes.';

/** Methods and attributes of sha3_384. */
export const SHA3_384_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, data, /)', "Update this hash object's state with the provided bytes-like object."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
  _capacity_bits: [null, null],
  _rate_bits: [null, null],
  _suffix: [null, null],
} as const satisfies DocTable;

export const SHA3_384_DOC =
  'sha3_384([data], *, usedforsecurity=True) -> SHA3 object\n\nReturn a new SHA3 hash object with a hashbit length of 48 bytes.';

/** Methods and attributes of sha3_512. */
export const SHA3_512_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, data, /)', "Update this hash object's state with the provided bytes-like object."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
  _capacity_bits: [null, null],
  _rate_bits: [null, null],
  _suffix: [null, null],
} as const satisfies DocTable;

export const SHA3_512_DOC =
  'sha3_512([data], *, usedforsecurity=True) -> SHA3 object\n\nReturn a new SHA3 hash object with a hashbit length of 64 bytes.';

/** Methods and attributes of shake_128. */
export const SHAKE_128_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /, length)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /, length)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, data, /)', "Update this hash object's state with the provided bytes-like object."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
  _capacity_bits: [null, null],
  _rate_bits: [null, null],
  _suffix: [null, null],
} as const satisfies DocTable;

export const SHAKE_128_DOC =
  'shake_128([data], *, usedforsecurity=True) -> SHAKE object\n\nReturn a new SHAKE hash object.';

/** Methods and attributes of shake_256. */
export const SHAKE_256_METHODS = {
  copy: ['($self, /)', 'Return a copy of the hash object.'],
  digest: ['($self, /, length)', 'Return the digest value as a bytes object.'],
  hexdigest: ['($self, /, length)', 'Return the digest value as a string of hexadecimal digits.'],
  update: ['($self, data, /)', "Update this hash object's state with the provided bytes-like object."],
  block_size: [null, null],
  name: [null, null],
  digest_size: [null, null],
  _capacity_bits: [null, null],
  _rate_bits: [null, null],
  _suffix: [null, null],
} as const satisfies DocTable;

export const SHAKE_256_DOC =
  'shake_256([data], *, usedforsecurity=True) -> SHAKE object\n\nReturn a new SHAKE hash object.';
