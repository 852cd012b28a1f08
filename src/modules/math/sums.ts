/** `fsum`, `sumprod`, `prod`. @cpython Modules/mathmodule.c */
import {
  PyFloat,
  add,
  floatType,
  getIter,
  iterNext,
  iterate,
  multiply,
  overflowError,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { asNumber } from '../../objects/float/index.ts';
import { intAdd, intMultiply, nearestNumber, type Int } from '../../objects/int/index.ts';
import { fma } from './float-functions.ts';

/** The correctly rounded sum (Shewchuk's algorithm). @throws OverflowError, ValueError */
export function fsum(iterable: Value): number {
  const partials: number[] = [];
  let specialSum = 0;
  let infinitySum = 0;
  for (const item of iterate(iterable)) {
    let x = asNumber(item);
    const original = x;
    let count = 0;
    for (let j = 0; j < partials.length; j++) {
      let y = partials[j]!;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[count++] = low;
      x = high;
    }
    partials.length = count;
    if (x === 0) continue;
    if (!Number.isFinite(x)) {
      if (Number.isFinite(original)) throw overflowError('intermediate overflow in fsum');
      if (original === Infinity || original === -Infinity) infinitySum += original;
      specialSum += original;
      partials.length = 0;
    } else partials.push(x);
  }
  if (specialSum !== 0) {
    if (infinitySum !== infinitySum) throw valueError('-inf + inf in fsum');
    return specialSum;
  }
  return roundPartials(partials);
}

/** The sum of partials that do not overlap, in increasing magnitude; rounds half to even across them. */
function roundPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n]!;
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n]!;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  if (n > 0 && ((low < 0 && partials[n - 1]! < 0) || (low > 0 && partials[n - 1]! > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

/** `a + b` and its rounding error. */
function exactSum(a: number, b: number): [number, number] {
  const x = a + b;
  const z = x - a;
  return [x, a - (x - z) + (b - z)];
}

/** A sum in three doubles. */
type Triple = [high: number, low: number, tiny: number];

function addProduct(x: number, y: number, total: Triple): Triple {
  const product = x * y;
  const productLow = fma(x, y, -product);
  const [high, sumLow] = exactSum(total[0], product);
  const [r1, r1Low] = exactSum(total[1], productLow);
  const [r2, r2Low] = exactSum(r1, sumLow);
  return [high, r2, total[2] + r1Low + r2Low];
}

/** A float operand of the fast path; an int or bool only beside a float. */
function fastFloat(value: Value, other: Value): number | undefined {
  if (value instanceof PyFloat && value.ob_type === floatType) return value.value;
  if (!(other instanceof PyFloat) || other.ob_type !== floatType) return undefined;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
  const number = nearestNumber(value);
  return Number.isFinite(number) ? number : undefined;
}

const isExactInt = (value: Value): value is Int => typeof value === 'number' || typeof value === 'bigint';

/** The sum of products of two iterables: exact for ints, in extended precision for floats. @throws ValueError */
export function sumprod(p: Value, q: Value): Value {
  const left = getIter(p);
  const right = getIter(q);
  let total: Value = 0;
  let isIntPath = true;
  let isFloatPath = true;
  let isFloatUsed = false;
  let intTotal: Int = 0;
  let floatTotal: Triple = [0, 0, 0];
  for (;;) {
    const a = iterNext(left);
    const b = iterNext(right);
    if ((a === undefined) !== (b === undefined)) throw valueError('Inputs are not the same length');
    if (isIntPath) {
      if (a !== undefined && b !== undefined && isExactInt(a) && isExactInt(b)) {
        intTotal = intAdd(intTotal, intMultiply(a, b));
        continue;
      }
      isIntPath = false;
      total = add(total, intTotal);
    }
    if (isFloatPath) {
      if (a !== undefined && b !== undefined) {
        const x = fastFloat(a, b);
        const y = fastFloat(b, a);
        if (x !== undefined && y !== undefined) {
          const next = addProduct(x, y, floatTotal);
          if (Number.isFinite(next[0])) {
            floatTotal = next;
            isFloatUsed = true;
            continue;
          }
        }
      }
      isFloatPath = false;
      if (isFloatUsed) {
        const [high, low] = exactSum(floatTotal[1], floatTotal[0]);
        total = add(total, new PyFloat(floatTotal[2] + low + high));
      }
    }
    if (a === undefined || b === undefined) return total;
    total = add(total, multiply(a, b));
  }
}

/** The product of all items and a start value. */
export function prod(iterable: Value, start: Value): Value {
  let result = start;
  for (const item of iterate(iterable)) {
    result = isExactInt(result) && isExactInt(item) ? intMultiply(result, item) : multiply(result, item);
  }
  return result;
}
