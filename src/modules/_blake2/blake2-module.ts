/** `_blake2`. @cpython Modules/blake2module.c */
import {
  allocate,
  argumentBinder,
  index,
  isTrue,
  makeBuiltinType,
  objectType,
  overflowError,
  typeSpec,
  valueError,
  type TypeSpec,
  type Value,
} from '../../objects/core/index.ts';
import type { DocTable } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import {
  GIL_MINSIZE,
  PyHash,
  fixedLengthMethods,
  hashAttributes,
  hashInput,
  initialData,
  type HashState,
} from '../hash-objects/index.ts';
import { blake2b, blake2s, type Blake2Parameters } from './blake2.ts';
import { BLAKE2B_DOC, BLAKE2B_METHODS, BLAKE2S_DOC, BLAKE2S_METHODS, MODULE_DOC } from './docs.ts';

interface Variant {
  readonly name: 'blake2b' | 'blake2s';
  /** As messages spell it. */
  readonly title: string;
  /** The host's name for it without parameters. */
  readonly hostName: string;
  readonly blockSize: number;
  readonly maxSize: number;
  readonly saltSize: number;
  readonly maxNodeOffset: bigint;
  readonly create: (parameters: Blake2Parameters) => HashState;
  readonly docs: DocTable;
  readonly doc: string;
}

function rangedInt(value: Value | undefined, fallback: number, min: number, max: number, message: string): number {
  if (value === undefined) return fallback;
  const int = index(value);
  if (int < min || int > max) throw valueError(message);
  return Number(int);
}

function unsigned(value: Value | undefined, max: bigint, name: string): bigint {
  if (value === undefined) return 0n;
  const int = BigInt(index(value));
  if (int < 0n) throw valueError('Cannot convert negative int');
  if (int >= 1n << 64n)
    throw overflowError(`Python int too large for C unsigned long${name === 'node_offset' ? ' long' : ''}`);
  if (int > max) throw overflowError(`${name} is too large`);
  return int;
}

function limitedBytes(value: Value | undefined, max: number, what: string): Uint8Array {
  if (value === undefined) return new Uint8Array(0);
  const bytes = hashInput(value);
  if (bytes.length > max) throw valueError(`maximum ${what} length is ${max} bytes`);
  return bytes;
}

/** Whether no parameter differs from its default. */
function isPlain(p: Blake2Parameters, maxSize: number): boolean {
  const isUnkeyed = p.key.length === 0 && p.salt.length === 0 && p.person.length === 0;
  const isSequential = p.fanout === 1 && p.depth === 1 && p.leafSize === 0 && p.nodeOffset === 0n;
  return (
    p.digestSize === maxSize && isUnkeyed && isSequential && p.nodeDepth === 0 && p.innerSize === 0 && !p.isLastNode
  );
}

function hostState(name: string): HashState | undefined {
  return currentInterpreter().host.createHash?.(name);
}

const SIGNATURE = (name: string): string =>
  `(data=b'', *, digest_size=_blake2.${name}.MAX_DIGEST_SIZE,\n        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,\n        node_offset=0, node_depth=0, inner_size=0, last_node=False,\n        usedforsecurity=True, string=None)`;

function blake2Type(variant: Variant): TypeSpec {
  const { name, title, maxSize, saltSize } = variant;
  const bind = argumentBinder(name, SIGNATURE(name));
  const type = makeBuiltinType(`_blake2.${name}`, objectType, class extends PyHash {});
  return typeSpec(type, {
    doc: `${name}${SIGNATURE(name)}\n--\n\n${variant.doc}`,
    slots: {
      tp_new: (cls, args, kwnames) => {
        const [data, size, key, salt, person, fanout, depth, leaf, offset, nodeDepth, inner, last, , string] = bind(
          args,
          kwnames,
        ) as (Value | undefined)[];
        const bytes = initialData(data, string);
        const digestSize = size === undefined ? maxSize : Number(index(size));
        if (digestSize <= 0 || digestSize > maxSize) {
          throw valueError(`digest_size for ${title} must be between 1 and ${maxSize} bytes, here it is ${digestSize}`);
        }
        const parameters: Blake2Parameters = {
          digestSize,
          salt: limitedBytes(salt, saltSize, 'salt'),
          person: limitedBytes(person, saltSize, 'person'),
          fanout: rangedInt(fanout, 1, 0, 255, 'fanout must be between 0 and 255'),
          depth: rangedInt(depth, 1, 1, 255, 'depth must be between 1 and 255'),
          leafSize: Number(unsigned(leaf, 0xffffffffn, 'leaf_size')),
          nodeOffset: unsigned(offset, variant.maxNodeOffset, 'node_offset'),
          nodeDepth: rangedInt(nodeDepth, 0, 0, 255, 'node_depth must be between 0 and 255'),
          innerSize: rangedInt(inner, 0, 0, maxSize, `inner_size must be between 0 and is ${maxSize}`),
          isLastNode: last !== undefined && isTrue(last),
          key: limitedBytes(key, maxSize, 'key'),
        };
        const state =
          (isPlain(parameters, maxSize) ? hostState(variant.hostName) : undefined) ?? variant.create(parameters);
        const hash = allocate<[HashState, number], PyHash>(cls, state, digestSize);
        if (bytes !== undefined) hash.state.update(bytes);
        return hash;
      },
    },
    methods: fixedLengthMethods(variant.docs),
    getset: hashAttributes(variant),
    attributes: {
      SALT_SIZE: () => saltSize,
      PERSON_SIZE: () => saltSize,
      MAX_KEY_SIZE: () => maxSize,
      MAX_DIGEST_SIZE: () => maxSize,
    },
  });
}

export const blake2Module = defineModule('_blake2', {
  doc: MODULE_DOC,
  types: [
    blake2Type({
      name: 'blake2b',
      title: 'Blake2b',
      hostName: 'blake2b512',
      blockSize: 128,
      maxSize: 64,
      saltSize: 16,
      maxNodeOffset: 2n ** 64n - 1n,
      create: blake2b,
      docs: BLAKE2B_METHODS,
      doc: BLAKE2B_DOC,
    }),
    blake2Type({
      name: 'blake2s',
      title: 'Blake2s',
      hostName: 'blake2s256',
      blockSize: 64,
      maxSize: 32,
      saltSize: 8,
      maxNodeOffset: 2n ** 48n - 1n,
      create: blake2s,
      docs: BLAKE2S_METHODS,
      doc: BLAKE2S_DOC,
    }),
  ],
  constants: () => ({
    _GIL_MINSIZE: GIL_MINSIZE,
    BLAKE2B_SALT_SIZE: 16,
    BLAKE2B_PERSON_SIZE: 16,
    BLAKE2B_MAX_KEY_SIZE: 64,
    BLAKE2B_MAX_DIGEST_SIZE: 64,
    BLAKE2S_SALT_SIZE: 8,
    BLAKE2S_PERSON_SIZE: 8,
    BLAKE2S_MAX_KEY_SIZE: 32,
    BLAKE2S_MAX_DIGEST_SIZE: 32,
  }),
});
