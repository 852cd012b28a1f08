/**
 * `sum()`: natively while the sum is an int, a float or a complex, with compensated addition of floats.
 *
 * @cpython Python/bltinmodule.c builtin_sum_impl, cs_add
 */
import {
  add,
  asText,
  asInt,
  complexType,
  floatType,
  getIter,
  isInstanceOf,
  iterNext,
  overflowError,
  bytearrayType,
  bytesType,
  PyComplex,
  PyFloat,
  typeError,
  type Value,
} from '../../objects/core/index.ts';

/** A float sum with the part that rounding lost. */
class CompensatedSum {
  high: number;
  low = 0;
  constructor(start: number) {
    this.high = start;
  }
  add(value: number): void {
    const total = this.high + value;
    this.low += Math.abs(this.high) >= Math.abs(value) ? this.high - total + value : value - total + this.high;
    this.high = total;
  }
  get value(): number {
    return this.low !== 0 && Number.isFinite(this.low) ? this.high + this.low : this.high;
  }
}

function toDouble(value: number | bigint): number {
  const double = Number(value);
  if (!Number.isFinite(double)) throw overflowError('int too large to convert to float');
  return double;
}

const isExactFloat = (value: Value): value is PyFloat => value instanceof PyFloat && value.ob_type === floatType;
const isExactComplex = (value: Value): value is PyComplex =>
  value instanceof PyComplex && value.ob_type === complexType;

/** Sums on from a running total and the item that did not fit it. */
type Rest = { total: Value; next: Value | undefined };

function sumInts(start: number | bigint, iterator: Value): Rest {
  let total: number | bigint = start;
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    if (typeof item === 'number' && typeof total === 'number') {
      const sum: number = total + item;
      total = Number.isSafeInteger(sum) ? sum : BigInt(total) + BigInt(item);
    } else if (typeof item === 'boolean') {
      if (item) total = add(total, 1) as number | bigint;
    } else if (typeof item === 'number' || typeof item === 'bigint') total = add(total, item) as number | bigint;
    else return { total, next: item };
  }
  return { total, next: undefined };
}

function sumFloats(start: PyFloat, iterator: Value): Rest {
  const total = new CompensatedSum(start.value);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    if (isExactFloat(item)) total.add(item.value);
    else {
      const int = asInt(item);
      if (int === undefined) return { total: new PyFloat(total.value), next: item };
      total.add(toDouble(int));
    }
  }
  return { total: new PyFloat(total.value), next: undefined };
}

function sumComplexes(start: PyComplex, iterator: Value): Rest {
  const real = new CompensatedSum(start.real);
  const imag = new CompensatedSum(start.imag);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    if (isExactComplex(item)) {
      real.add(item.real);
      imag.add(item.imag);
    } else if (item instanceof PyFloat) real.add(item.value);
    else {
      const int = asInt(item);
      if (int === undefined) return { total: new PyComplex(real.value, imag.value), next: item };
      real.add(toDouble(int));
    }
  }
  return { total: new PyComplex(real.value, imag.value), next: undefined };
}

function checkStart(start: Value): void {
  if (asText(start) !== undefined) throw typeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (isInstanceOf(start, bytesType)) throw typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (isInstanceOf(start, bytearrayType)) throw typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
}

/** `sum(iterable, start)`. */
export function sum(iterable: Value, start: Value | undefined): Value {
  const iterator = getIter(iterable);
  if (start !== undefined) checkStart(start);
  let total: Value = start ?? 0;
  let rest: Rest = { total, next: undefined };
  if (typeof total === 'number' || typeof total === 'bigint') {
    rest = sumInts(total, iterator);
    if (rest.next === undefined) return rest.total;
    total = add(rest.total, rest.next);
  }
  if (isExactFloat(total)) {
    rest = sumFloats(total, iterator);
    if (rest.next === undefined) return rest.total;
    total = add(rest.total, rest.next);
  }
  if (isExactComplex(total)) {
    rest = sumComplexes(total, iterator);
    if (rest.next === undefined) return rest.total;
    total = add(rest.total, rest.next);
  }
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) total = add(total, item);
  return total;
}
