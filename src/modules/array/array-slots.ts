/** Arrays as sequences: subscripts, comparison, operators, buffers. @cpython Modules/arraymodule.c */
import {
  NotImplemented,
  PySlice,
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  compareBool,
  hasIndex,
  indexError,
  indexNumber,
  isEqual,
  memoryError,
  reprHost,
  richCompare,
  strFromCodePoints,
  strFromUtf16,
  typeError,
  typeName,
  typeOf,
  valueError,
  type CompareOp,
  type PyBuffer,
  type TypeSlots,
  type Value,
} from '../../objects/core/index.ts';
import { repeatCount, sliceRange } from '../../objects/list/sequence-index.ts';
import { newArray } from './array-new.ts';
import { codePointAt } from './item-kinds.ts';
import { PyArray, PyArrayIterator, makeArray } from './py-array.ts';

/** All items as Python values. */
export function arrayItems(array: PyArray): Value[] {
  const items: Value[] = [];
  for (let i = 0; i < array.length; i++) items.push(array.get(i));
  return items;
}

/** The text of a text array. */
export function arrayText(array: PyArray): Value {
  const codePoints: number[] = [];
  for (let i = 0; i < array.length; i++) codePoints.push(codePointAt(array.view, i * 4));
  return strFromCodePoints(codePoints);
}

function reprArray(self: Value): Value {
  const array = self as PyArray;
  const head = `${typeOf(array).name}('${array.kind.typecode}'`;
  if (array.length === 0) return `${head})`;
  const items = array.kind.isText ? reprHost(arrayText(array)) : `[${arrayItems(array).map(reprHost).join(', ')}]`;
  return strFromUtf16(`${head}, ${items})`);
}

function compareLengths(left: number, right: number, op: CompareOp): boolean {
  switch (op) {
    case Py_LT:
      return left < right;
    case Py_LE:
      return left <= right;
    case Py_EQ:
      return left === right;
    case Py_NE:
      return left !== right;
    case Py_GT:
      return left > right;
    case Py_GE:
      return left >= right;
  }
}

function compareArrays(left: Value, right: Value, op: CompareOp): Value {
  if (!(left instanceof PyArray) || !(right instanceof PyArray)) return NotImplemented;
  if (left.length !== right.length && (op === Py_EQ || op === Py_NE)) return op === Py_NE;
  for (let i = 0; i < left.length && i < right.length; i++) {
    const a = left.get(i);
    const b = right.get(i);
    if (compareBool(a, b, Py_EQ)) continue;
    if (op === Py_EQ) return false;
    if (op === Py_NE) return true;
    return richCompare(a, b, op);
  }
  return compareLengths(left.length, right.length, op);
}

function subscript(self: Value, key: Value): Value {
  const array = self as PyArray;
  if (key instanceof PySlice) {
    const { start, step, count } = sliceRange(key, () => array.length);
    if (step === 1) return makeArray(array.kind, array.memory(start, start + count).slice());
    const { itemSize } = array.kind;
    const memory = new Uint8Array(count * itemSize);
    for (let i = 0, at = start; i < count; i++, at += step) memory.set(array.memory(at, at + 1), i * itemSize);
    return makeArray(array.kind, memory);
  }
  if (!hasIndex(key)) throw typeError('array indices must be integers');
  let at = indexNumber(key);
  if (at < 0) at += array.length;
  if (at < 0 || at >= array.length) throw indexError('array index out of range');
  return array.get(at);
}

function badArgument(): Value {
  return typeError('bad argument type for built-in operation');
}

function assignSubscript(self: Value, key: Value, value: Value | undefined): void {
  const array = self as PyArray;
  if (key instanceof PySlice) {
    assignSlice(array, key, value);
    return;
  }
  if (!hasIndex(key)) throw typeError('array indices must be integer');
  let at = indexNumber(key);
  if (at < 0) at += array.length;
  if (at < 0 || at >= array.length) throw indexError('array assignment index out of range');
  if (value === undefined) array.replace(at, at + 1, new Uint8Array(0));
  else array.set(at, value);
}

function assignSlice(array: PyArray, slice: PySlice, value: Value | undefined): void {
  if (value !== undefined) {
    if (!(value instanceof PyArray)) throw typeError(`can only assign array (not "${typeName(value)}") to array slice`);
    if (value.kind !== array.kind) throw badArgument();
  }
  const memory = value === undefined ? new Uint8Array(0) : value.memory();
  const given = value === undefined ? 0 : value.length;
  const { start, step, count } = sliceRange(slice, () => array.length);
  if (step === 1) {
    array.replace(start, start + count, memory);
    return;
  }
  if (value !== undefined) {
    if (given !== count)
      throw valueError(`attempt to assign array of size ${given} to extended slice of size ${count}`);
    const items = memory.slice();
    const { itemSize } = array.kind;
    for (let i = 0, at = start; i < count; i++, at += step) {
      array.bytes.set(items.subarray(i * itemSize, (i + 1) * itemSize), at * itemSize);
    }
    return;
  }
  if (count === 0) return;
  array.checkResizable();
  const places = new Set<number>();
  for (let i = 0, at = start; i < count; i++, at += step) places.add(at);
  let kept = 0;
  for (let at = 0; at < array.length; at++) {
    if (places.has(at)) continue;
    array.bytes.copyWithin(kept * array.kind.itemSize, at * array.kind.itemSize, (at + 1) * array.kind.itemSize);
    kept++;
  }
  array.resize(kept);
}

function concat(left: Value, right: Value): Value {
  const array = left as PyArray;
  if (!(right instanceof PyArray)) throw typeError(`can only append array (not "${typeName(right)}") to array`);
  if (right.kind !== array.kind) throw badArgument();
  const memory = new Uint8Array((array.length + right.length) * array.kind.itemSize);
  memory.set(array.memory());
  memory.set(right.memory(), array.length * array.kind.itemSize);
  return makeArray(array.kind, memory);
}

/** Appends an array's items. @throws TypeError when it is of another kind */
export function extendWithArray(array: PyArray, other: PyArray): void {
  if (other.kind !== array.kind) throw typeError('can only extend with array of same kind');
  array.replace(array.length, array.length, other.memory());
}

/** Longest memory that repetition makes. */
const MAX_BYTES = 2 ** 31;

function repeated(array: PyArray, count: number): Uint8Array {
  const memory = array.memory();
  const total = memory.length * Math.max(count, 0);
  if (total > MAX_BYTES) throw memoryError();
  const result = new Uint8Array(total);
  for (let at = 0; at < total; at += memory.length) result.set(memory, at);
  return result;
}

function getBuffer(self: Value): PyBuffer {
  const array = self as PyArray;
  array.exports++;
  const { kind, length } = array;
  return {
    obj: array,
    bytes: array.bytes,
    offset: 0,
    len: length * kind.itemSize,
    readonly: false,
    itemsize: kind.itemSize,
    format: kind.format,
    shape: [length],
    strides: [kind.itemSize],
  };
}

export const arraySlots: Partial<TypeSlots> = {
  tp_new: newArray,
  tp_repr: reprArray,
  tp_richcompare: compareArrays,
  tp_iter: (self) => new PyArrayIterator(self as PyArray),
  sq_length: (self) => (self as PyArray).length,
  sq_contains: (self, item) => {
    const array = self as PyArray;
    for (let i = 0; i < array.length; i++) if (isEqual(array.get(i), item)) return true;
    return false;
  },
  sq_concat: concat,
  sq_inplace_concat: (self, other) => {
    if (!(other instanceof PyArray)) throw typeError(`can only extend array with array (not "${typeName(other)}")`);
    extendWithArray(self as PyArray, other);
    return self;
  },
  sq_repeat: (self, count) => makeArray((self as PyArray).kind, repeated(self as PyArray, repeatCount(count))),
  sq_inplace_repeat: (self, count) => {
    const array = self as PyArray;
    array.replace(0, array.length, repeated(array, repeatCount(count)));
    return array;
  },
  mp_subscript: subscript,
  mp_ass_subscript: assignSubscript,
  bf_getbuffer: getBuffer,
  bf_releasebuffer: (self) => {
    const array = self as PyArray;
    if (array.exports > 0) array.exports--;
  },
};
