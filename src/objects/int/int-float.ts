/**
 * Between int and float: correctly rounded conversion and true division, exact comparison, `as_integer_ratio`.
 *
 * @cpython Objects/longobject.c long_true_divide, _PyLong_Frexp; Objects/floatobject.c float_richcompare
 */
import { overflowError, zeroDivisionError } from '../core/index.ts';
import { intBitLength, normalizeBigInt, type Int } from './int-arithmetic.ts';

/**
 * The float nearest to an int, ties to even, as `number`; infinite when too large.
 */
export function nearestNumber(value: Int): number {
  // `Number(bigint)` rounds to nearest, ties to even.
  return Number(value);
}

/** `float(value)` as a `number`. @throws OverflowError */
export function intToFloat(value: Int): number {
  if (typeof value === 'number') return value;
  const result = nearestNumber(value);
  if (result === Infinity || result === -Infinity) throw overflowError('int too large to convert to float');
  return result;
}

/**
 * `numerator / denominator`, correctly rounded.
 * @throws ZeroDivisionError, OverflowError
 */
export function intTrueDivide(a: Int, b: Int): number {
  if (b === 0) throw zeroDivisionError('division by zero');
  // Both are exact as doubles, so that the quotient is rounded once.
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  return divideExactly(BigInt(a), BigInt(b));
}

function divideExactly(a: bigint, b: bigint): number {
  const isNegative = a < 0n !== b < 0n;
  const numerator = a < 0n ? -a : a;
  const denominator = b < 0n ? -b : b;
  if (numerator === 0n) return isNegative ? -0 : 0;
  // A quotient of 55 or 56 bits; not below the granularity of subnormal numbers, 2**-1074, by more than two bits.
  const difference = intBitLength(normalizeBigInt(numerator)) - intBitLength(normalizeBigInt(denominator));
  const shift = Math.max(difference - 55, -1076);
  if (difference > 1025) throw overflowError('integer division result too large for a float');
  let quotient: bigint;
  let isInexact: boolean;
  if (shift >= 0) {
    const scaled = denominator << BigInt(shift);
    quotient = numerator / scaled;
    isInexact = quotient * scaled !== numerator;
  } else {
    const scaled = numerator << BigInt(-shift);
    quotient = scaled / denominator;
    isInexact = quotient * denominator !== scaled;
  }
  const result = scaleRounded(quotient, isInexact, shift);
  if (result === Infinity) throw overflowError('integer division result too large for a float');
  return isNegative ? -result : result;
}

/** `(quotient + a fraction, when inexact) * 2**exponent` rounded once, ties to even. The quotient is not negative. */
export function scaleRounded(quotient: bigint, isInexact: boolean, exponent: number): number {
  if (quotient === 0n) return 0;
  const bits = intBitLength(normalizeBigInt(quotient));
  const extra = Math.max(bits - 53, -1074 - exponent);
  if (extra <= 0) return multiplyByPowerOfTwo(Number(quotient), exponent);
  const drop = BigInt(extra);
  let kept = quotient >> drop;
  const rest = quotient - (kept << drop);
  const half = 1n << (drop - 1n);
  if (rest > half || (rest === half && (isInexact || (kept & 1n) === 1n))) kept += 1n;
  return multiplyByPowerOfTwo(Number(kept), exponent + extra);
}

/** `value * 2**exponent` for a product that is exact or overflows. */
export function multiplyByPowerOfTwo(value: number, exponent: number): number {
  let result = value;
  let rest = exponent;
  while (rest > 1000) {
    result *= 2 ** 1000;
    rest -= 1000;
  }
  while (rest < -1000) {
    result *= 2 ** -1000;
    rest += 1000;
  }
  return result * 2 ** rest;
}

/**
 * Compares an int with a float exactly: negative, 0 or positive as `a < b`, `a == b`, `a > b`; NaN when `b` is NaN.
 * JavaScript compares bigint and number exactly, so nothing is rounded here.
 */
export function compareIntWithFloat(a: Int, b: number): number {
  return a < b ? -1 : a > b ? 1 : b !== b ? NaN : 0;
}

const floatView = new DataView(new ArrayBuffer(8));

/**
 * A finite number as `mantissa * 2**exponent` with an integral mantissa below 2**53.
 * Zero is `[0, 0]`; the mantissa is otherwise as the format stores it, not reduced.
 */
export function decomposeNumber(value: number): [mantissa: number, exponent: number] {
  if (value === 0) return [0, 0];
  floatView.setFloat64(0, value);
  const high = floatView.getUint32(0);
  const low = floatView.getUint32(4);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (high & 0xfffff) * 4294967296 + low;
  const mantissa = biased === 0 ? fraction : fraction + 4503599627370496;
  return [value < 0 ? -mantissa : mantissa, biased === 0 ? -1074 : biased - 1075];
}

/** `float.as_integer_ratio` of a finite number: lowest terms, positive denominator. */
export function numberToRatio(value: number): [numerator: Int, denominator: Int] {
  if (Number.isSafeInteger(value)) return [value + 0, 1];
  let [mantissa, exponent] = decomposeNumber(value);
  while (exponent < 0 && mantissa % 2 === 0) {
    mantissa /= 2;
    exponent++;
  }
  return exponent >= 0
    ? [normalizeBigInt(BigInt(mantissa) << BigInt(exponent)), 1]
    : [mantissa, normalizeBigInt(1n << BigInt(-exponent))];
}
