/**
 * What the hash modules share: objects with `update`, `digest`, `hexdigest` and `copy` around a running state.
 *
 * @cpython Modules/hashlib.h, Modules/sha2module.c
 */
import {
  PyBytes,
  PyObject,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  allocate,
  argumentBinder,
  asText,
  bufferBytes,
  makeBuiltinType,
  objectType,
  typeError,
  typeOf,
  typeSpec,
  type GetSet,
  type PyType,
  type TypeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { documentedMethods, type DocTable } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';

/** A hash being computed. */
export interface HashState {
  update(bytes: Uint8Array): void;
  /** The digest of what came so far; more may come. @param length for functions of variable output */
  digest(length: number): Uint8Array;
  copy(): HashState;
}

/** A hash as `@noble/hashes` gives it. */
interface LibraryHash {
  update(bytes: Uint8Array): unknown;
  clone(): LibraryHash;
  digest(): Uint8Array;
}

/** A state around the library's hash, which ends with its digest. */
export class LibraryHashState implements HashState {
  private readonly hash: LibraryHash;
  constructor(hash: LibraryHash) {
    this.hash = hash;
  }
  update(bytes: Uint8Array): void {
    this.hash.update(bytes);
  }
  digest(): Uint8Array {
    return this.hash.clone().digest();
  }
  copy(): HashState {
    return new LibraryHashState(this.hash.clone());
  }
}

/** A hash by the host where it has it, else by the library. @param algorithm the host's name for it */
export function hashState(algorithm: string, library: () => LibraryHash): HashState {
  const hash = currentInterpreter().host.createHash?.(algorithm);
  return hash ?? new LibraryHashState(library());
}

export class PyHash extends PyObject {
  readonly state: HashState;
  readonly digestSize: number;
  constructor(state: HashState, digestSize: number) {
    super();
    this.state = state;
    this.digestSize = digestSize;
  }
}

/** The bytes to be hashed. @throws TypeError for str and what has no buffer @cpython GET_BUFFER_VIEW_OR_ERROR */
export function hashInput(value: Value): Uint8Array {
  if (asText(value) !== undefined) throw typeError('Strings must be encoded before hashing');
  if (typeOf(value).bf_getbuffer === undefined) throw typeError('object supporting the buffer API required');
  return bufferBytes(value);
}

/** The initial data, given as `data` or as `string`. @cpython _Py_hashlib_data_argument */
export function initialData(data: Value | undefined, string: Value | undefined): Uint8Array | undefined {
  if (data !== undefined && string !== undefined) {
    throw typeError(
      "'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal in a future version.",
    );
  }
  const given = data ?? string;
  return given === undefined ? undefined : hashInput(given);
}

/** Lower-case hexadecimal digits. */
export function hexText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += bytes[i]!.toString(16).padStart(2, '0');
  return text;
}

/** Methods of hashes of one length. */
export function fixedLengthMethods(docs: DocTable) {
  return documentedMethods(docs, {
    copy: (self: PyHash) => allocate(self.ob_type, self.state.copy(), self.digestSize),
    digest: (self: PyHash) => new PyBytes(self.state.digest(self.digestSize)),
    hexdigest: (self: PyHash) => hexText(self.state.digest(self.digestSize)),
    update: (self: PyHash, data: Value) => self.state.update(hashInput(data)),
  });
}

export interface HashDescription {
  /** `sha256`: what `name` says. */
  readonly name: string;
  readonly digestSize: number;
  readonly blockSize: number;
  readonly create: () => HashState;
}

/** `name`, `block_size`, `digest_size`. */
export function hashAttributes(description: Pick<HashDescription, 'name' | 'blockSize'>): Record<string, GetSet> {
  return {
    block_size: { get: () => description.blockSize },
    name: { get: () => description.name },
    digest_size: { get: (self) => (self as PyHash).digestSize },
  };
}

/** A type whose objects only a function of the module makes. */
export interface FunctionHash {
  readonly type: PyType;
  readonly spec: TypeSpec;
  /** The function: `sha256(data=b'', *, usedforsecurity=True, string=None)`. */
  readonly open: (data: Value | undefined, usedForSecurity: Value | undefined, string: Value | undefined) => Value;
}

/** @param typeName with the module: `_sha2.SHA256Type` */
export function functionHash(typeName: string, description: HashDescription, docs: DocTable): FunctionHash {
  const type = makeBuiltinType(typeName, objectType, class extends PyHash {}, Py_TPFLAGS_DISALLOW_INSTANTIATION);
  return {
    type,
    spec: typeSpec(type, { methods: fixedLengthMethods(docs), getset: hashAttributes(description) }),
    open: (data, _usedForSecurity, string) => {
      const bytes = initialData(data, string);
      const hash = allocate<[HashState, number], PyHash>(type, description.create(), description.digestSize);
      if (bytes !== undefined) hash.state.update(bytes);
      return hash;
    },
  };
}

/** The constructor of a hash type: `(data=b'', *, usedforsecurity=True, string=None)`. */
export function hashConstructor(description: HashDescription): NonNullable<PyType['tp_new']> {
  const bind = argumentBinder(description.name, "(data=b'', *, usedforsecurity=True, string=None)");
  return (type, args, kwnames) => {
    const [data, , string] = bind(args, kwnames) as (Value | undefined)[];
    const bytes = initialData(data, string);
    const hash = allocate<[HashState, number], PyHash>(type, description.create(), description.digestSize);
    if (bytes !== undefined) hash.state.update(bytes);
    return hash;
  };
}

/** Up to this many bytes CPython hashes without releasing its lock. */
export const GIL_MINSIZE = 2048;
