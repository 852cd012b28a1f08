/**
 * The `bytes` type.
 *
 * @cpython Objects/bytesobject.c
 */
import {
  thread,
  warn,
  asText,
  asInt,
  NotImplemented,
  PyBytes,
  PySlice,
  PyTuple,
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  allocate,
  argumentBinder,
  bytesType,
  call1,
  callDescriptor,
  excTypes,
  hasIndex,
  indexError,
  indexNumber,
  memoryError,
  staticMethod,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  type CompareOp,
  type Kwnames,
  type PyType,
  type Value,
} from '../core/index.ts';
import { documentedClassMethods, documentedMethods } from '../int/documented.ts';
import { repeatCount, sliceRange } from '../list/sequence-index.ts';
import { hashBytes } from '../str/text-hash.ts';
import { BYTES_DOC, BYTES_DOCS } from './bytes-docs.ts';
import { bufferBytesOrUndefined, copyOfBuffer, hasBuffer, plainBuffer } from './buffer-access.ts';
import { compareBytes } from './byte-search.ts';
import { PyBytesIterator } from './byte-iterators.ts';
import { containsBytes, makeByteTranslation, sharedByteMethods } from './byte-methods.ts';
import { formatBytesPercent } from './byte-percent.ts';
import { reprOfBytes } from './bytes-repr.ts';
import { MAX_BYTES, collectBytes, encodedSource, lengthSource, zeroBytes } from './construct.ts';
import { bytesFromHex } from './hex.ts';

const bindNew = argumentBinder('bytes', "($type, /, source=b'', encoding=None, errors=None)");

/** The bytes that `bytes(source, encoding, errors)` gives. */
function construct(source: Value | undefined, encoding: Value | undefined, errors: Value | undefined): Value {
  if (source !== undefined && encoding === undefined && errors === undefined) {
    const descr = typeOf(source).lookup('__bytes__');
    if (descr !== undefined) {
      const result = callDescriptor(descr, source, []);
      if (!(result instanceof PyBytes)) throw typeError(`__bytes__ returned non-bytes (type ${typeName(result)})`);
      return result;
    }
  }
  const encoded = encodedSource('bytes', source, encoding, errors);
  if (encoded !== undefined) return new PyBytes(encoded);
  if (source === undefined) return new PyBytes(new Uint8Array(0));
  const length = lengthSource(source);
  if (length !== undefined) return new PyBytes(zeroBytes(length));
  return new PyBytes(collectBytes(source, 'bytes', 'bytes'));
}

function bytesNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  const [source, encoding, errors] = bindNew(args, kwnames) as [Value?, Value?, Value?];
  const result = construct(source, encoding, errors);
  return type === bytesType ? result : allocate(type, (result as PyBytes).bytes);
}

export function compareResult(order: number, op: CompareOp): boolean {
  switch (op) {
    case Py_EQ:
      return order === 0;
    case Py_NE:
      return order !== 0;
    case Py_LT:
      return order < 0;
    case Py_LE:
      return order <= 0;
    case Py_GT:
      return order > 0;
    case Py_GE:
      return order >= 0;
  }
}

/** Warns of comparing with a str, or bytes with an int, where `-b` asks for it. @cpython bytes_richcompare */
export function warnOfComparison(kind: 'bytes' | 'bytearray', left: Value, right: Value): void {
  if (thread.interp.bytesWarning === 0) return;
  if (asText(left) !== undefined || asText(right) !== undefined) {
    warn(excTypes.BytesWarning, `Comparison between ${kind} and string`, 1);
  } else if (kind === 'bytes' && (asInt(left) !== undefined || asInt(right) !== undefined)) {
    warn(excTypes.BytesWarning, 'Comparison between bytes and int', 1);
  }
}

function bytesCompare(left: Value, right: Value, op: CompareOp): Value {
  if (!(left instanceof PyBytes) || !(right instanceof PyBytes)) {
    if (op === Py_EQ || op === Py_NE) warnOfComparison('bytes', left, right);
    return NotImplemented;
  }
  if ((op === Py_EQ || op === Py_NE) && left.bytes.length !== right.bytes.length) return op === Py_NE;
  return compareResult(compareBytes(left.bytes, right.bytes), op);
}

/** `left + right`. @throws TypeError */
export function concatBytes(left: Value, right: Value): Uint8Array {
  const b = bufferBytesOrUndefined(right) ?? (hasBuffer(right) ? copyOfBuffer(right) : undefined);
  const a = bufferBytesOrUndefined(left);
  if (a === undefined || b === undefined) throw typeError(`can't concat ${typeName(right)} to ${typeName(left)}`);
  const result = new Uint8Array(a.length + b.length);
  result.set(a);
  result.set(b, a.length);
  return result;
}

/** `bytes * count`. @throws MemoryError */
export function repeatBytes(bytes: Uint8Array, count: number): Uint8Array {
  if (count <= 0) return new Uint8Array(0);
  if (bytes.length * count > MAX_BYTES) throw memoryError();
  const result = new Uint8Array(bytes.length * count);
  if (bytes.length === 1) return result.fill(bytes[0]!);
  for (let i = 0; i < count; i++) result.set(bytes, i * bytes.length);
  return result;
}

/** The bytes that a slice selects, copied. */
export function sliceBytes(bytes: () => Uint8Array, slice: PySlice): Uint8Array {
  const { start, step, count } = sliceRange(slice, () => bytes().length);
  const source = bytes();
  if (step === 1) return source.slice(start, start + count);
  const result = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) result[i] = source[at]!;
  return result;
}

function bytesSubscript(self: Value, key: Value): Value {
  const bytes = (self as PyBytes).bytes;
  if (key instanceof PySlice) {
    const sliced = sliceBytes(() => bytes, key);
    return sliced.length === bytes.length &&
      key.step !== -1 &&
      typeOf(self) === bytesType &&
      compareBytes(sliced, bytes) === 0
      ? self
      : new PyBytes(sliced);
  }
  let at: number;
  if (typeof key === 'number') at = key;
  else {
    if (!hasIndex(key)) throw typeError(`byte indices must be integers or slices, not ${typeName(key)}`);
    at = indexNumber(key, excTypes.IndexError);
  }
  if (at < 0) at += bytes.length;
  if (at < 0 || at >= bytes.length) throw indexError('index out of range');
  return bytes[at]!;
}

/** The class method `fromhex`: an instance of the very class. */
export function fromHex(type: PyType, exact: PyType, text: Value, make: (bytes: Uint8Array) => Value): Value {
  const result = make(bytesFromHex(text));
  return type === exact ? result : call1(type, result);
}

export const bytesSpec = typeSpec(bytesType, {
  doc: BYTES_DOC,
  slots: {
    tp_new: bytesNew,
    tp_repr: (self) => reprOfBytes((self as PyBytes).bytes),
    tp_str: (self) => {
      if (thread.interp.bytesWarning > 0) warn(excTypes.BytesWarning, 'str() on a bytes instance', 1);
      return reprOfBytes((self as PyBytes).bytes);
    },
    tp_hash: (self) => ((self as PyBytes).hash ??= hashBytes((self as PyBytes).bytes)),
    tp_richcompare: bytesCompare,
    tp_iter: (self) => new PyBytesIterator(self as PyBytes),
    sq_length: (self) => (self as PyBytes).bytes.length,
    sq_contains: containsBytes,
    sq_concat: (left, right) => new PyBytes(concatBytes(left, right)),
    sq_repeat: (self, countValue) => {
      const count = repeatCount(countValue);
      return count === 1 && typeOf(self) === bytesType
        ? self
        : new PyBytes(repeatBytes((self as PyBytes).bytes, count));
    },
    mp_subscript: bytesSubscript,
    nb_remainder: (left, right) =>
      left instanceof PyBytes ? new PyBytes(formatBytesPercent(left.bytes, right)) : NotImplemented,
    bf_getbuffer: (self, flags) =>
      plainBuffer(self, (self as PyBytes).bytes, (self as PyBytes).bytes.length, true, flags),
  },
  methods: {
    ...documentedMethods(BYTES_DOCS, {
      ...sharedByteMethods,
      __getnewargs__: (self: PyBytes) => new PyTuple([new PyBytes(self.bytes)]),
      __bytes__: (self: PyBytes) => (typeOf(self) === bytesType ? self : new PyBytes(self.bytes)),
    }),
    ...documentedClassMethods(BYTES_DOCS, {
      fromhex: (type: PyType, text: Value) => fromHex(type, bytesType, text, (bytes) => new PyBytes(bytes)),
    }),
    maketrans: staticMethod(BYTES_DOCS.maketrans[0], makeByteTranslation, BYTES_DOCS.maketrans[1]),
  },
});
