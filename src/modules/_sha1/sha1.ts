/** `_sha1`. @cpython Modules/sha1module.c */
import { sha1 } from '@noble/hashes/legacy.js';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { GIL_MINSIZE, hashState, functionHash } from '../hash-objects/index.ts';
import { FUNCTIONS, SHA1_METHODS } from './docs.ts';

const hash = functionHash(
  '_sha1.sha1',
  { name: 'sha1', digestSize: 20, blockSize: 64, create: () => hashState('sha1', () => sha1.create()) },
  SHA1_METHODS,
);

export const sha1Module = defineModule('_sha1', {
  functions: documentedFunctions(FUNCTIONS, { sha1: hash.open }),
  hiddenTypes: [hash.spec],
  constants: () => ({ SHA1Type: hash.type, _GIL_MINSIZE: GIL_MINSIZE }),
});
