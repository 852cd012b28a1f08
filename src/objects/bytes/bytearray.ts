/**
 * The `bytearray` type. Its array may be longer than it is, so that appending is cheap; while a buffer of it is open its
 * length is fixed.
 *
 * @cpython Objects/bytearrayobject.c
 */
import {
  thread,
  warn,
  Py_EQ,
  Py_NE,
  NotImplemented,
  PyByteArray,
  PyBytes,
  PySlice,
  PyTuple,
  allocate,
  argumentBinder,
  asInt,
  asText,
  bufferError,
  liveExports,
  bytearrayType,
  excTypes,
  callMethod,
  getIter,
  hasIndex,
  indexError,
  indexNumber,
  iterate,
  matches,
  staticMethod,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  type CompareOp,
  type Kwnames,
  type PyType,
  type Value,
} from '../core/index.ts';
import { documentedClassMethods, documentedMethods } from '../int/documented.ts';
import { repeatCount, sliceRange } from '../list/sequence-index.ts';
import { decodeLatin1 } from '../codecs/utf-8.ts';
import { BYTEARRAY_DOC, BYTEARRAY_DOCS } from './bytes-docs.ts';
import { bufferBytesOrUndefined, copyOfBuffer, hasBuffer, plainBuffer } from './buffer-access.ts';
import { compareBytes } from './byte-search.ts';
import { PyByteArrayIterator } from './byte-iterators.ts';
import { byteArgument, bytesOf, containsBytes, makeByteTranslation, sharedByteMethods } from './byte-methods.ts';
import { formatBytesPercent } from './byte-percent.ts';
import { reprOfBytes } from './bytes-repr.ts';
import { compareResult, concatBytes, fromHex, repeatBytes, sliceBytes, warnOfComparison } from './bytes.ts';
import { collectBytes, encodedSource, lengthSource, zeroBytes } from './construct.ts';

const bindInit = argumentBinder('bytearray', "($self, /, source=b'', encoding=None, errors=None)");

/** Fails while a buffer is open. @throws BufferError */
function checkResizable(self: PyByteArray): void {
  self.exports = liveExports(self.exports, (exporter) => exporter === self);
  if (self.exports > 0) throw bufferError('Existing exports of data: object cannot be re-sized');
}

/** Changes the length; new bytes are not cleared. @throws BufferError */
export function resizeByteArray(self: PyByteArray, length: number): void {
  if (length === self.length) return;
  checkResizable(self);
  if (length > self.bytes.length) {
    const grown = zeroBytes(length < 2 ** 16 ? Math.max(length + (length >> 1), 16) : length + (length >> 3));
    grown.set(self.bytes.subarray(0, self.length));
    self.bytes = grown;
  }
  self.length = length;
}

/** Puts `bytes` in the place of `[start, stop)`. @throws BufferError when that changes the length */
function replaceRange(self: PyByteArray, start: number, stop: number, bytes: Uint8Array): void {
  const tail = self.length - stop;
  const source = bytes.buffer === self.bytes.buffer ? bytes.slice() : bytes;
  const length = start + source.length + tail;
  if (length !== self.length) {
    checkResizable(self);
    const kept = self.bytes.slice(stop, self.length);
    resizeByteArray(self, length);
    self.bytes.set(kept, start + source.length);
  }
  self.bytes.set(source, start);
}

function bytearrayInit(object: Value, args: readonly Value[], kwnames: Kwnames): void {
  const self = object as PyByteArray;
  const [source, encoding, errors] = bindInit(args, kwnames) as [Value?, Value?, Value?];
  if (self.length > 0) resizeByteArray(self, 0);
  const bytes = initialBytes(source, encoding, errors);
  if (bytes.length > 0) {
    checkResizable(self);
    self.bytes = bytes;
    self.length = bytes.length;
  }
}

function initialBytes(source: Value | undefined, encoding: Value | undefined, errors: Value | undefined): Uint8Array {
  const encoded = encodedSource('bytearray', source, encoding, errors);
  if (encoded !== undefined) return encoded;
  if (source === undefined) return new Uint8Array(0);
  const length = lengthSource(source);
  return length !== undefined ? zeroBytes(length) : collectBytes(source, 'bytearray', 'byte');
}

function bytearrayCompare(left: Value, right: Value, op: CompareOp): Value {
  const a = hasBuffer(left) ? (bufferBytesOrUndefined(left) ?? copyOfBuffer(left)) : undefined;
  const b = hasBuffer(right) ? (bufferBytesOrUndefined(right) ?? copyOfBuffer(right)) : undefined;
  if (a === undefined || b === undefined) {
    if (op === Py_EQ || op === Py_NE) warnOfComparison('bytearray', left, right);
    return NotImplemented;
  }
  return compareResult(compareBytes(a, b), op);
}

/** An index of `self` from a subscript. */
function place(self: PyByteArray, key: Value): number {
  let at: number;
  if (typeof key === 'number') at = key;
  else {
    if (!hasIndex(key)) throw typeError(`bytearray indices must be integers or slices, not ${typeName(key)}`);
    at = indexNumber(key, excTypes.IndexError);
  }
  if (at < 0) at += self.length;
  if (at < 0 || at >= self.length) throw indexError('bytearray index out of range');
  return at;
}

function subscript(object: Value, key: Value): Value {
  const self = object as PyByteArray;
  if (key instanceof PySlice) return new PyByteArray(sliceBytes(() => bytesOf(self), key));
  return self.bytes[place(self, key)]!;
}

function assignSubscript(object: Value, key: Value, value: Value | undefined): void {
  const self = object as PyByteArray;
  if (!(key instanceof PySlice)) {
    if (value === undefined) {
      const at = place(self, key);
      replaceRange(self, at, at + 1, new Uint8Array(0));
      return;
    }
    if (!hasIndex(key)) throw typeError(`bytearray indices must be integers or slices, not ${typeName(key)}`);
    // The value's __index__ may change the array, so it comes first.
    const byte = byteArgument(value);
    self.bytes[place(self, key)] = byte;
    return;
  }
  const bytes = value === undefined ? new Uint8Array(0) : assignedBytes(self, value);
  const { start, step, count } = sliceRange(key, () => self.length);
  if (step === 1) {
    replaceRange(self, start, start + count, bytes);
    return;
  }
  if (bytes.length === 0) {
    deleteSteps(self, start, step, count);
    return;
  }
  if (bytes.length !== count) {
    throw valueError(`attempt to assign bytes of size ${bytes.length} to extended slice of size ${count}`);
  }
  for (let i = 0, at = start; i < count; i++, at += step) self.bytes[at] = bytes[i]!;
}

function assignedBytes(self: PyByteArray, value: Value): Uint8Array {
  if (value === self) return bytesOf(self).slice();
  if (value instanceof PyByteArray) return bytesOf(value);
  if (asInt(value) !== undefined || asText(value) !== undefined) {
    throw typeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  return initialBytes(value, undefined, undefined);
}

function deleteSteps(self: PyByteArray, start: number, step: number, count: number): void {
  if (count === 0) return;
  checkResizable(self);
  const removed = new Set<number>();
  for (let i = 0, at = start; i < count; i++, at += step) removed.add(at);
  const kept = bytesOf(self).filter((_, i) => !removed.has(i));
  self.bytes = kept;
  self.length = kept.length;
}

function inplaceConcat(object: Value, other: Value): Value {
  const self = object as PyByteArray;
  const bytes = hasBuffer(other) ? (bufferBytesOrUndefined(other) ?? copyOfBuffer(other)) : undefined;
  if (bytes === undefined) throw typeError(`can't concat ${typeName(other)} to ${typeName(self)}`);
  // The operand is open as a buffer while the array grows.
  if (other === self && bytes.length > 0) throw bufferError('Existing exports of data: object cannot be re-sized');
  appendBytes(self, bytes);
  return self;
}

/** Adds bytes at the end. @throws BufferError */
export function appendBytes(self: PyByteArray, bytes: Uint8Array): void {
  if (bytes.length === 0) return;
  const source = bytes.buffer === self.bytes.buffer ? bytes.slice() : bytes;
  const at = self.length;
  resizeByteArray(self, at + source.length);
  self.bytes.set(source, at);
}

function inplaceRepeat(object: Value, countValue: Value): Value {
  const self = object as PyByteArray;
  const repeated = repeatBytes(bytesOf(self), repeatCount(countValue));
  if (repeated.length !== self.length) {
    checkResizable(self);
    self.bytes = repeated;
    self.length = repeated.length;
  }
  return self;
}

function extend(self: PyByteArray, iterable: Value): void {
  if (hasBuffer(iterable)) {
    appendBytes(self, bufferBytesOrUndefined(iterable) ?? copyOfBuffer(iterable));
    return;
  }
  let iterator: Value;
  try {
    iterator = getIter(iterable);
  } catch (error) {
    if (matches(error, excTypes.TypeError)) throw typeError(`can't extend bytearray with ${typeName(iterable)}`);
    throw error;
  }
  const collected: number[] = [];
  for (const item of iterate(iterator)) {
    if (!hasIndex(item) && asText(iterable) !== undefined) {
      throw typeError(`expected iterable of integers; got: '${typeName(iterable)}'`);
    }
    collected.push(byteArgument(item));
  }
  appendBytes(self, Uint8Array.from(collected));
}

function reduce(self: PyByteArray, protocol: number): Value {
  const state = callMethod(self, '__getstate__');
  const bytes = bytesOf(self);
  const args =
    protocol < 3
      ? self.length > 0
        ? [decodeLatin1(bytes), 'latin-1']
        : []
      : self.length > 0
        ? [new PyBytes(bytes.slice())]
        : [];
  return new PyTuple([typeOf(self), new PyTuple(args), state]);
}

export const bytearraySpec = typeSpec(bytearrayType, {
  doc: BYTEARRAY_DOC,
  slots: {
    tp_new: (type) => allocate(type, new Uint8Array(0)),
    tp_init: bytearrayInit,
    tp_repr: (self) => `${typeOf(self).name}(${reprOfBytes(bytesOf(self), true)})`,
    tp_str: (self) => {
      if (thread.interp.bytesWarning > 0) warn(excTypes.BytesWarning, 'str() on a bytearray instance', 1);
      return `${typeOf(self).name}(${reprOfBytes(bytesOf(self), true)})`;
    },
    tp_hash: null,
    tp_richcompare: bytearrayCompare,
    tp_iter: (self) => new PyByteArrayIterator(self as PyByteArray),
    sq_length: (self) => (self as PyByteArray).length,
    sq_contains: containsBytes,
    sq_concat: (left, right) => new PyByteArray(concatBytes(left, right)),
    sq_inplace_concat: inplaceConcat,
    sq_repeat: (self, count) => new PyByteArray(repeatBytes(bytesOf(self), repeatCount(count))),
    sq_inplace_repeat: inplaceRepeat,
    mp_subscript: subscript,
    mp_ass_subscript: assignSubscript,
    nb_remainder: (left, right) =>
      left instanceof PyByteArray ? new PyByteArray(formatBytesPercent(bytesOf(left), right)) : NotImplemented,
    bf_getbuffer: (self, flags) => {
      const array = self as PyByteArray;
      array.exports++;
      return plainBuffer(array, array.bytes, array.length, false, flags);
    },
    bf_releasebuffer: (self) => {
      const array = self as PyByteArray;
      if (array.exports > 0) array.exports--;
    },
  },
  methods: {
    ...documentedMethods(BYTEARRAY_DOCS, {
      ...sharedByteMethods,
      append: (self: PyByteArray, item: Value) => {
        const byte = byteArgument(item);
        const at = self.length;
        resizeByteArray(self, at + 1);
        self.bytes[at] = byte;
      },
      clear: (self: PyByteArray) => resizeByteArray(self, 0),
      copy: (self: PyByteArray) => new PyByteArray(bytesOf(self).slice()),
      extend,
      insert: (self: PyByteArray, indexValue: Value, item: Value) => {
        let at = indexNumber(indexValue, excTypes.OverflowError);
        const byte = byteArgument(item);
        if (at < 0) at = Math.max(0, at + self.length);
        else if (at > self.length) at = self.length;
        replaceRange(self, at, at, Uint8Array.of(byte));
      },
      pop: (self: PyByteArray, indexValue: Value | undefined) => {
        let at = indexValue === undefined ? -1 : indexNumber(indexValue, excTypes.OverflowError);
        if (self.length === 0) throw indexError('pop from empty bytearray');
        if (at < 0) at += self.length;
        if (at < 0 || at >= self.length) throw indexError('pop index out of range');
        checkResizable(self);
        const byte = self.bytes[at]!;
        if (at === self.length - 1) self.length--;
        else replaceRange(self, at, at + 1, new Uint8Array(0));
        return byte;
      },
      remove: (self: PyByteArray, item: Value) => {
        const at = bytesOf(self).indexOf(byteArgument(item));
        if (at < 0) throw valueError('value not found in bytearray');
        replaceRange(self, at, at + 1, new Uint8Array(0));
      },
      resize: (self: PyByteArray, size: Value) => {
        const length = indexNumber(size, excTypes.OverflowError);
        if (length < 0) throw valueError(`Can only resize to positive sizes, got ${length}`);
        const before = self.length;
        resizeByteArray(self, length);
        if (length > before) self.bytes.fill(0, before, length);
      },
      reverse: (self: PyByteArray) => {
        bytesOf(self).reverse();
      },
      __alloc__: (self: PyByteArray) => (self.length === 0 && self.bytes.length === 0 ? 0 : self.bytes.length + 1),
      __reduce__: (self: PyByteArray) => reduce(self, 2),
      __reduce_ex__: (self: PyByteArray, protocol: Value | undefined) =>
        reduce(self, Number(asInt(protocol ?? 0) ?? 0)),
      __sizeof__: (self: PyByteArray) => 56 + (self.bytes.length === 0 ? 0 : self.bytes.length + 1),
    }),
    ...documentedClassMethods(BYTEARRAY_DOCS, {
      fromhex: (type: PyType, text: Value) => fromHex(type, bytearrayType, text, (bytes) => new PyByteArray(bytes)),
    }),
    maketrans: staticMethod(BYTEARRAY_DOCS.maketrans[0], makeByteTranslation, BYTEARRAY_DOCS.maketrans[1]),
  },
});
