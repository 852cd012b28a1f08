/** `_sha3`: SHA-3 and the extendable SHAKE functions. @cpython Modules/sha3module.c */
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from '@noble/hashes/sha3.js';
import {
  PyBytes,
  index,
  makeBuiltinType,
  objectType,
  typeSpec,
  valueError,
  type TypeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { documentedMethods, type DocTable } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import {
  GIL_MINSIZE,
  PyHash,
  fixedLengthMethods,
  hashAttributes,
  hashConstructor,
  hashState,
  hexText,
  type HashState,
} from '../hash-objects/index.ts';
import * as docs from './docs.ts';

/** SHAKE objects refuse longer digests. @cpython Modules/sha3module.c SHA3_MAX_DIGESTSIZE */
const MAX_SHAKE_DIGEST = 2 ** 29;

/** The domain suffix that tells the two families apart. */
const SHA3_SUFFIX = 0x06;
const SHAKE_SUFFIX = 0x1f;

class ShakeState implements HashState {
  private readonly hash: ReturnType<typeof shake128.create>;
  constructor(hash: ReturnType<typeof shake128.create>) {
    this.hash = hash;
  }
  update(bytes: Uint8Array): void {
    this.hash.update(bytes);
  }
  digest(length: number): Uint8Array {
    return length === 0 ? new Uint8Array(0) : this.hash.clone().xof(length);
  }
  copy(): HashState {
    return new ShakeState(this.hash.clone());
  }
}

function shakeLength(value: Value): number {
  const length = index(value);
  if (length < 0) throw valueError('Cannot convert negative int');
  if (length >= MAX_SHAKE_DIGEST) throw valueError('length is too large');
  return Number(length);
}

const shakeMethods = (table: DocTable) => ({
  ...fixedLengthMethods(table),
  ...documentedMethods(table, {
    digest: (self: PyHash, length: Value) => new PyBytes(self.state.digest(shakeLength(length))),
    hexdigest: (self: PyHash, length: Value) => hexText(self.state.digest(shakeLength(length))),
  }),
});

/** @param rate in bits @param digestSize in bytes; 0 for SHAKE */
function sha3Type(
  name: string,
  rate: number,
  digestSize: number,
  create: () => HashState,
  table: DocTable,
  doc: string,
): TypeSpec {
  const isShake = digestSize === 0;
  const description = { name, digestSize, blockSize: rate / 8, create };
  const type = makeBuiltinType(`_sha3.${name}`, objectType, class extends PyHash {});
  return typeSpec(type, {
    doc,
    slots: { tp_new: hashConstructor(description) },
    methods: isShake ? shakeMethods(table) : fixedLengthMethods(table),
    getset: {
      ...hashAttributes(description),
      _capacity_bits: { get: () => 1600 - rate },
      _rate_bits: { get: () => rate },
      _suffix: { get: () => new PyBytes(Uint8Array.of(isShake ? SHAKE_SUFFIX : SHA3_SUFFIX)) },
    },
  });
}

export const sha3Module = defineModule('_sha3', {
  types: [
    sha3Type(
      'sha3_224',
      1152,
      28,
      () => hashState('sha3-224', () => sha3_224.create()),
      docs.SHA3_224_METHODS,
      docs.SHA3_224_DOC,
    ),
    sha3Type(
      'sha3_256',
      1088,
      32,
      () => hashState('sha3-256', () => sha3_256.create()),
      docs.SHA3_256_METHODS,
      docs.SHA3_256_DOC,
    ),
    sha3Type(
      'sha3_384',
      832,
      48,
      () => hashState('sha3-384', () => sha3_384.create()),
      docs.SHA3_384_METHODS,
      docs.SHA3_384_DOC,
    ),
    sha3Type(
      'sha3_512',
      576,
      64,
      () => hashState('sha3-512', () => sha3_512.create()),
      docs.SHA3_512_METHODS,
      docs.SHA3_512_DOC,
    ),
    sha3Type('shake_128', 1344, 0, () => new ShakeState(shake128.create()), docs.SHAKE_128_METHODS, docs.SHAKE_128_DOC),
    sha3Type('shake_256', 1088, 0, () => new ShakeState(shake256.create()), docs.SHAKE_256_METHODS, docs.SHAKE_256_DOC),
  ],
  constants: () => ({ implementation: 'noble', _GIL_MINSIZE: GIL_MINSIZE }),
});
