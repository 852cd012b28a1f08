/** `_md5`. @cpython Modules/md5module.c */
import { md5 } from '@noble/hashes/legacy.js';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { GIL_MINSIZE, hashState, functionHash } from '../hash-objects/index.ts';
import { FUNCTIONS, MD5_METHODS } from './docs.ts';

const hash = functionHash(
  '_md5.md5',
  { name: 'md5', digestSize: 16, blockSize: 64, create: () => hashState('md5', () => md5.create()) },
  MD5_METHODS,
);

export const md5Module = defineModule('_md5', {
  functions: documentedFunctions(FUNCTIONS, { md5: hash.open }),
  hiddenTypes: [hash.spec],
  constants: () => ({ MD5Type: hash.type, _GIL_MINSIZE: GIL_MINSIZE }),
});
