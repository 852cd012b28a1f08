/** What a slice means for a sequence of some length. @cpython Objects/sliceobject.c _PySlice_GetLongIndices */
import { None, hasIndex, index, typeError, valueError, type PySlice, type Value } from '../core/index.ts';
import { intAdd, intNegate, type Int } from '../int/int-arithmetic.ts';

function bound(value: Value): Int {
  if (!hasIndex(value)) throw typeError('slice indices must be integers or None or have an __index__ method');
  return index(value);
}

/** Start, stop and step as exact ints, clipped to the length. @throws TypeError, ValueError */
export function sliceLongIndices(slice: PySlice, length: Int): [start: Int, stop: Int, step: Int] {
  const step = slice.step === None ? 1 : bound(slice.step);
  if (step === 0) throw valueError('slice step cannot be zero');
  const isDescending = step < 0;
  const lower: Int = isDescending ? -1 : 0;
  const upper = isDescending ? intAdd(length, -1) : length;
  const clip = (value: Value, fallback: Int): Int => {
    if (value === None) return fallback;
    const given = bound(value);
    if (given < 0) {
      const fromEnd = intAdd(given, length);
      return fromEnd < lower ? lower : fromEnd;
    }
    return given > upper ? upper : given;
  };
  const start = clip(slice.start, isDescending ? upper : lower);
  const stop = clip(slice.stop, isDescending ? lower : upper);
  return [start, stop, step];
}

/** How many items lie between start and stop. @cpython compute_range_length */
export function rangeLength(start: Int, stop: Int, step: Int): Int {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const distance = step > 0 ? stop - start : start - stop;
    if (distance <= 0) return 0;
    if (distance <= Number.MAX_SAFE_INTEGER) return Math.floor((distance - 1) / Math.abs(step)) + 1;
  }
  const distance = step > 0 ? BigInt(stop) - BigInt(start) : BigInt(start) - BigInt(stop);
  if (distance <= 0n) return 0;
  return intAdd(0, normalize((distance - 1n) / BigInt(step > 0 ? step : intNegate(step)) + 1n));
}

function normalize(value: bigint): Int {
  return value <= 9007199254740991n ? Number(value) : value;
}
