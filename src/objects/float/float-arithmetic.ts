/**
 * Float arithmetic where Python differs from JavaScript: division and modulo by zero, floor division, powers, rounding.
 *
 * `+`, `-` and `*` are JavaScript's own. All functions take and give raw `number`s.
 *
 * @cpython Objects/floatobject.c
 */
import { excTypes, newException, overflowError, valueError, zeroDivisionError } from '../core/index.ts';
import { intFromIntegralNumber, type Int } from '../int/int-arithmetic.ts';
import { pow } from './libm/pow.ts';
import { fixedDigits } from './decimal-digits.ts';
import { decomposeNumber } from '../int/int-float.ts';

/** `a / b`. @throws ZeroDivisionError */
export function floatTrueDivide(a: number, b: number): number {
  if (b === 0) throw zeroDivisionError('division by zero');
  return a / b;
}

/** `a % b`: the result has the sign of `b`. @throws ZeroDivisionError */
export function floatModulo(a: number, b: number): number {
  if (b === 0) throw zeroDivisionError('division by zero');
  const remainder = a % b;
  if (remainder !== 0) return remainder < 0 !== b < 0 ? remainder + b : remainder;
  // A zero takes the sign of b; NaN stays.
  return remainder === remainder ? (b < 0 ? -0 : 0) : remainder;
}

/** `divmod(a, b)`. @throws ZeroDivisionError */
export function floatDivmod(a: number, b: number): [number, number] {
  if (b === 0) throw zeroDivisionError('division by zero');
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0) {
    if (remainder < 0 !== b < 0) {
      remainder += b;
      quotient -= 1;
    }
  } else {
    remainder = b < 0 ? -0 : 0;
  }
  if (quotient !== 0) {
    const floor = Math.floor(quotient);
    return [quotient - floor > 0.5 ? floor + 1 : floor, remainder];
  }
  return [signedZero(a / b), remainder];
}

function signedZero(quotient: number): number {
  return quotient < 0 || Object.is(quotient, -0) ? -0 : 0;
}

/** `a // b`. @throws ZeroDivisionError */
export function floatFloorDivide(a: number, b: number): number {
  return floatDivmod(a, b)[0];
}

/** What `a ** b` gives for a negative base and a fractional exponent: the caller goes on with complex numbers. */
export const NEEDS_COMPLEX = Symbol('needs complex');

/** `a ** b`. @throws ZeroDivisionError, OverflowError */
export function floatPower(a: number, b: number): number | typeof NEEDS_COMPLEX {
  if (b === 0 || a === 1) return 1;
  if (a !== a || b !== b) return NaN;
  if (b === Infinity || b === -Infinity) {
    const magnitude = Math.abs(a);
    if (magnitude === 1) return 1;
    return b > 0 === magnitude > 1 ? Infinity : 0;
  }
  const isOddExponent = b % 2 === 1 || b % 2 === -1;
  if (a === Infinity || a === -Infinity) {
    if (b > 0) return isOddExponent ? a : Infinity;
    return isOddExponent && a < 0 ? -0 : 0;
  }
  if (a === 0) {
    if (b < 0) throw zeroDivisionError('zero to a negative power');
    return isOddExponent ? a : 0;
  }
  let base = a;
  let isNegated = false;
  if (a < 0) {
    if (!Number.isInteger(b)) return NEEDS_COMPLEX;
    base = -a;
    isNegated = isOddExponent;
  }
  const result = base === 1 ? 1 : pow(base, b);
  if (result === Infinity) throw resultOutOfRange();
  return isNegated ? -result : result;
}

/** The OverflowError of C's ERANGE. */
export function resultOutOfRange() {
  return newException(excTypes.OverflowError, 34, 'Numerical result out of range');
}

/** The nearest integer, ties to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const difference = value - floor;
  const rounded = difference < 0.5 || (difference === 0.5 && floor % 2 === 0) ? floor : floor + 1;
  return rounded === 0 && (value < 0 || Object.is(value, -0)) ? -0 : rounded;
}

const POWERS_OF_TEN = [1, 10, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** `round(value, digits)`: the correctly rounded decimal, read back. @throws OverflowError */
export function floatRoundDigits(value: number, digits: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  // Beyond these every float is unchanged, or rounds to zero.
  if (digits > 323) return value;
  if (digits < -308) return value < 0 ? -0 : 0;
  if (digits >= 0 && digits <= 15) {
    const scale = POWERS_OF_TEN[digits]!;
    const scaled = Math.abs(value) * scale;
    const whole = Math.floor(scaled);
    const distance = scaled - whole - 0.5;
    // The product is right to the last bit; unless it is beside a half, so is which integer is next, and its quotient.
    if (scaled < 2 ** 40 && Math.abs(distance) > scaled * 2 ** -50) {
      const magnitude = (distance < 0 ? whole : whole + 1) / scale;
      return value < 0 ? -magnitude : magnitude;
    }
  }
  const { digits: text, point } = fixedDigits(Math.abs(value), digits);
  const magnitude = text === '' ? 0 : Number(`0.${text}e${point}`);
  if (magnitude === Infinity) throw overflowError('rounded value too large to represent');
  return value < 0 ? -magnitude : magnitude;
}

/** The int of an integral or truncated float. @throws OverflowError, ValueError */
export function floatToInt(value: number): Int {
  if (Number.isFinite(value)) return intFromIntegralNumber(Math.trunc(value));
  if (value !== value) throw valueError('cannot convert float NaN to integer');
  throw overflowError('cannot convert float infinity to integer');
}

/** Fraction and exponent with `0.5 <= abs(fraction) < 1`. @cpython math.frexp */
export function frexp(value: number): [fraction: number, exponent: number] {
  if (value === 0 || !Number.isFinite(value)) return [value, 0];
  const [mantissa, exponent] = decomposeNumber(value);
  let fraction = mantissa;
  let shift = exponent;
  while (Math.abs(fraction) >= 1) {
    fraction /= 2;
    shift++;
  }
  while (Math.abs(fraction) < 0.5) {
    fraction *= 2;
    shift--;
  }
  return [fraction, shift];
}
