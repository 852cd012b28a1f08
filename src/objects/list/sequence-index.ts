/**
 * Subscripts of sequences: indices, slices, repeat counts, and the bounds of `index()`.
 *
 * @cpython Objects/sliceobject.c PySlice_Unpack, PySlice_AdjustIndices; Python/ceval.c _PyEval_SliceIndex
 */
import type { PySlice } from '../core/index.ts';
import {
  excTypes,
  hasIndex,
  index,
  indexNumber,
  memoryError,
  newException,
  None,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../core/index.ts';

/** A slice applied to a sequence: `count` items from `start`, `step` apart. */
export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** One bound of a slice, clipped to what fits. @throws TypeError */
function sliceBound(value: Value): number {
  if (typeof value === 'number') return value;
  if (!hasIndex(value)) throw typeError('slice indices must be integers or None or have an __index__ method');
  return indexNumber(value, null);
}

/** The items a slice selects; `length` is asked after the bounds' `__index__` ran, which may change the sequence. */
export function sliceRange(slice: PySlice, length: () => number): SliceRange {
  const step = slice.step === None ? 1 : sliceBound(slice.step);
  if (step === 0) throw valueError('slice step cannot be zero');
  const isForward = step > 0;
  const rawStart = slice.start === None ? undefined : sliceBound(slice.start);
  const rawStop = slice.stop === None ? undefined : sliceBound(slice.stop);
  const size = length();
  const start = rawStart === undefined ? (isForward ? 0 : size - 1) : clip(rawStart, size, isForward);
  const stop = rawStop === undefined ? (isForward ? size : -1) : clip(rawStop, size, isForward);
  let count = 0;
  if (isForward) {
    if (start < stop) count = Math.floor((stop - start - 1) / step) + 1;
  } else if (stop < start) count = Math.floor((start - stop - 1) / -step) + 1;
  return { start, stop, step, count };
}

function clip(bound: number, size: number, isForward: boolean): number {
  if (bound < 0) {
    const fromEnd = bound + size;
    if (fromEnd >= 0) return fromEnd;
    return isForward ? 0 : -1;
  }
  if (bound >= size) return isForward ? size : size - 1;
  return bound;
}

/** The items of `items` that the range selects, in a new array. */
export function sliceItems(items: readonly Value[], range: SliceRange): Value[] {
  const { start, step, count } = range;
  if (step === 1) return items.slice(start, start + count);
  const result = new Array<Value>(count);
  for (let i = 0, at = start; i < count; i++, at += step) result[i] = items[at]!;
  return result;
}

/** Longest array that repetition makes; beyond it there is no memory for it in any case. */
const MAX_LENGTH = 2 ** 30;

/** The count of a repetition. @throws OverflowError when it does not fit an index */
export function repeatCount(value: Value): number {
  const count = index(value);
  if (typeof count === 'bigint') {
    if (count > 9223372036854775807n || count < -9223372036854775808n) {
      throw newException(excTypes.OverflowError, `cannot fit '${typeName(value)}' into an index-sized integer`);
    }
    return Number(count);
  }
  return count;
}

/** `items * count` in a new array. @throws MemoryError */
export function repeatItems(items: readonly Value[], count: number): Value[] {
  if (count <= 0 || items.length === 0) return [];
  if (count === 1) return items.slice();
  const total = items.length * count;
  if (total > MAX_LENGTH) throw memoryError();
  if (items.length === 1) return new Array<Value>(total).fill(items[0]!);
  const result: Value[] = [];
  for (let i = 0; i < count; i++) for (let k = 0; k < items.length; k++) result.push(items[k]!);
  return result;
}

/** A bound of `index(value, start, stop)`. @throws TypeError */
export function searchBound(value: Value | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value === 'number') return value;
  if (!hasIndex(value)) throw typeError('slice indices must be integers or have an __index__ method');
  return indexNumber(value, null);
}
