/** `_sha2`: SHA-224, SHA-256, SHA-384, SHA-512. @cpython Modules/sha2module.c */
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { GIL_MINSIZE, hashState, functionHash } from '../hash-objects/index.ts';
import {
  FUNCTIONS,
  SHA224_TYPE_METHODS,
  SHA256_TYPE_METHODS,
  SHA384_TYPE_METHODS,
  SHA512_TYPE_METHODS,
} from './docs.ts';

const hash224 = functionHash(
  '_sha2.SHA224Type',
  { name: 'sha224', digestSize: 28, blockSize: 64, create: () => hashState('sha224', () => sha224.create()) },
  SHA224_TYPE_METHODS,
);
const hash256 = functionHash(
  '_sha2.SHA256Type',
  { name: 'sha256', digestSize: 32, blockSize: 64, create: () => hashState('sha256', () => sha256.create()) },
  SHA256_TYPE_METHODS,
);
const hash384 = functionHash(
  '_sha2.SHA384Type',
  { name: 'sha384', digestSize: 48, blockSize: 128, create: () => hashState('sha384', () => sha384.create()) },
  SHA384_TYPE_METHODS,
);
const hash512 = functionHash(
  '_sha2.SHA512Type',
  { name: 'sha512', digestSize: 64, blockSize: 128, create: () => hashState('sha512', () => sha512.create()) },
  SHA512_TYPE_METHODS,
);

export const sha2Module = defineModule('_sha2', {
  functions: documentedFunctions(FUNCTIONS, {
    sha256: hash256.open,
    sha224: hash224.open,
    sha512: hash512.open,
    sha384: hash384.open,
  }),
  types: [hash224.spec, hash256.spec, hash384.spec, hash512.spec],
  constants: () => ({ _GIL_MINSIZE: GIL_MINSIZE }),
});
