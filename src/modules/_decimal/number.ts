/**
 * Decimal numbers as plain data, the arithmetic context, and rounding.
 *
 * A number is (-1)**sign * coeff * 10**exp, or special. Operations never change their operands; conditions that arise are
 * gathered as bits in the context's `status`, and the caller decides which of them raise.
 *
 * Follows the General Decimal Arithmetic Specification 1.70. @cpython Modules/_decimal/libmpdec/mpdecimal.c
 */

export const FINITE = 0;
export const INFINITE = 1;
export const QUIET_NAN = 2;
export const SIGNALING_NAN = 3;

/** @param coeff digits of a finite number, payload of a NaN (0: none) */
export interface Dec {
  readonly sign: 0 | 1;
  readonly kind: 0 | 1 | 2 | 3;
  readonly coeff: bigint;
  readonly exp: number;
}

/** Conditions. @cpython libmpdec/mpdecimal.h */
export const CLAMPED = 0x1;
export const CONVERSION_SYNTAX = 0x2;
export const DIVISION_BY_ZERO = 0x4;
export const DIVISION_IMPOSSIBLE = 0x8;
export const DIVISION_UNDEFINED = 0x10;
export const INEXACT = 0x40;
export const INVALID_CONTEXT = 0x80;
export const INVALID_OPERATION = 0x100;
export const OVERFLOW = 0x800;
export const ROUNDED = 0x1000;
export const SUBNORMAL = 0x2000;
export const UNDERFLOW = 0x4000;
export const FLOAT_OPERATION = 0x8000;
/** All conditions that are an invalid operation. */
export const IEEE_INVALID =
  CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT | INVALID_OPERATION;

/** Rounding modes, in libmpdec's order. */
export const ROUND_UP = 0;
export const ROUND_DOWN = 1;
export const ROUND_CEILING = 2;
export const ROUND_FLOOR = 3;
export const ROUND_HALF_UP = 4;
export const ROUND_HALF_DOWN = 5;
export const ROUND_HALF_EVEN = 6;
export const ROUND_05UP = 7;

export const MAX_PREC = 999999999999999999;
export const MAX_EMAX = 999999999999999999;
export const MIN_EMIN = -999999999999999999;
export const MIN_ETINY = MIN_EMIN - (MAX_PREC - 1);

/** What rounds a result, and where its conditions go. */
export interface Arithmetic {
  prec: number;
  rounding: number;
  emin: number;
  emax: number;
  clamp: 0 | 1;
  status: number;
}

export const finite = (sign: 0 | 1, coeff: bigint, exp: number): Dec => ({ sign, kind: FINITE, coeff, exp });
export const infinity = (sign: 0 | 1): Dec => ({ sign, kind: INFINITE, coeff: 0n, exp: 0 });
export const NAN: Dec = { sign: 0, kind: QUIET_NAN, coeff: 0n, exp: 0 };
export const ZERO: Dec = finite(0, 0n, 0);
export const ONE: Dec = finite(0, 1n, 0);

export const isNaN = (d: Dec): boolean => d.kind >= QUIET_NAN;
export const isZero = (d: Dec): boolean => d.kind === FINITE && d.coeff === 0n;
export const negated = (d: Dec): Dec => ({ ...d, sign: d.sign === 0 ? 1 : 0 });
export const withSign = (d: Dec, sign: 0 | 1): Dec => (d.sign === sign ? d : { ...d, sign });

const powers: bigint[] = [1n];
const CACHED_POWERS = 512;

/** 10**n. */
export function tenTo(n: number): bigint {
  if (n >= CACHED_POWERS) return 10n ** BigInt(n);
  for (let i = powers.length; i <= n; i++) powers.push(powers[i - 1]! * 10n);
  return powers[n]!;
}

/** Number of digits; 1 for zero. */
export function digitCount(coeff: bigint): number {
  const rounded = Number(coeff);
  if (rounded < 1e15) {
    let count = 1;
    for (let limit = 10; rounded >= limit; limit *= 10) count++;
    return count;
  }
  if (rounded > 1e300) return coeff.toString().length;
  // The logarithm may be off by one beside a power of ten.
  const guess = Math.floor(Math.log10(rounded));
  if (coeff < tenTo(guess)) return guess;
  return coeff < tenTo(guess + 1) ? guess + 1 : guess + 2;
}

/** Exponent of the first digit. */
export const adjusted = (d: Dec): number => digitCount(d.coeff) + d.exp - 1;
export const etiny = (c: Arithmetic): number => c.emin - c.prec + 1;
export const etop = (c: Arithmetic): number => c.emax - c.prec + 1;

/** Notes a condition and gives the quiet NaN that is its result. */
export function invalid(c: Arithmetic, condition: number = INVALID_OPERATION): Dec {
  c.status |= condition;
  return NAN;
}

/** Whether the kept digits grow by one. @param compared the dropped part against a half: -1, 0, 1 */
function roundsAway(rounding: number, sign: 0 | 1, kept: bigint, compared: -1 | 0 | 1): boolean {
  switch (rounding) {
    case ROUND_UP:
      return true;
    case ROUND_DOWN:
      return false;
    case ROUND_CEILING:
      return sign === 0;
    case ROUND_FLOOR:
      return sign === 1;
    case ROUND_HALF_UP:
      return compared >= 0;
    case ROUND_HALF_DOWN:
      return compared > 0;
    case ROUND_HALF_EVEN:
      return compared > 0 || (compared === 0 && (kept & 1n) === 1n);
    default:
      return kept % 5n === 0n;
  }
}

/** Removes zeros at the end, at most `limit` of them: many at once first. @returns the rest, and how many were removed */
export function withoutTrailingZeros(coeff: bigint, limit: number): { readonly coeff: bigint; readonly count: number } {
  let rest = coeff;
  let count = 0;
  if (rest === 0n) return { coeff, count };
  for (let chunk = 32; chunk >= 1; chunk >>= 1) {
    while (count + chunk <= limit) {
      const unit = tenTo(chunk);
      const quotient = rest / unit;
      if (quotient * unit !== rest) break;
      rest = quotient;
      count += chunk;
    }
  }
  return { coeff: rest, count };
}

/** Drops the last `count` digits, rounding. */
export function dropDigits(
  coeff: bigint,
  count: number,
  rounding: number,
  sign: 0 | 1,
): { readonly coeff: bigint; readonly isInexact: boolean } {
  let kept = 0n;
  let compared: -1 | 0 | 1 = -1;
  let isInexact = coeff !== 0n;
  if (count <= digitCount(coeff)) {
    const unit = tenTo(count);
    kept = coeff / unit;
    const rest = coeff - kept * unit;
    isInexact = rest !== 0n;
    const double = rest * 2n;
    compared = double < unit ? -1 : double > unit ? 1 : 0;
  }
  if (isInexact && roundsAway(rounding, sign, kept, compared)) kept += 1n;
  return { coeff: kept, isInexact };
}

/** What too large a number becomes. */
function overflowed(sign: 0 | 1, c: Arithmetic): Dec {
  c.status |= OVERFLOW | INEXACT | ROUNDED;
  const { rounding } = c;
  const staysFinite =
    rounding === ROUND_DOWN ||
    rounding === ROUND_05UP ||
    (rounding === ROUND_CEILING && sign === 1) ||
    (rounding === ROUND_FLOOR && sign === 0);
  return staysFinite ? finite(sign, tenTo(c.prec) - 1n, etop(c)) : infinity(sign);
}

/** A NaN whose payload fits the precision. */
export function fixNaN(d: Dec, c: Arithmetic): Dec {
  const room = c.prec - c.clamp;
  return digitCount(d.coeff) > room && d.coeff !== 0n ? { ...d, coeff: d.coeff % tenTo(room) } : d;
}

/** The operand's NaN as a result; a signaling one is an invalid operation. `undefined` when no operand is NaN. */
export function propagateNaN(c: Arithmetic, a: Dec, b: Dec = a): Dec | undefined {
  if (a.kind < QUIET_NAN && b.kind < QUIET_NAN) return undefined;
  let from = a;
  if (a.kind === SIGNALING_NAN || b.kind === SIGNALING_NAN) {
    c.status |= INVALID_OPERATION;
    if (a.kind !== SIGNALING_NAN) from = b;
  } else if (a.kind !== QUIET_NAN) from = b;
  return fixNaN({ ...from, kind: QUIET_NAN }, c);
}

/** Rounds a result to the context: precision, overflow, underflow, clamping. */
export function finalize(d: Dec, c: Arithmetic): Dec {
  if (d.kind !== FINITE) return d.kind === INFINITE ? d : fixNaN(d, c);
  const tiny = etiny(c);
  const top = etop(c);
  const { sign } = d;
  if (d.coeff === 0n) {
    const exp = Math.min(Math.max(d.exp, tiny), c.clamp ? top : c.emax);
    if (exp === d.exp) return d;
    c.status |= CLAMPED;
    return finite(sign, 0n, exp);
  }
  const digits = digitCount(d.coeff);
  let least = digits + d.exp - c.prec;
  if (least > top) return overflowed(sign, c);
  const isSubnormal = least < tiny;
  if (isSubnormal) least = tiny;
  if (d.exp < least) {
    let { coeff, isInexact } = dropDigits(d.coeff, least - d.exp, c.rounding, sign);
    if (coeff !== 0n && digitCount(coeff) > c.prec) {
      coeff /= 10n;
      least++;
      if (least > top) return overflowed(sign, c);
    }
    if (isInexact && isSubnormal) c.status |= UNDERFLOW;
    if (isSubnormal) c.status |= SUBNORMAL;
    if (isInexact) c.status |= INEXACT;
    c.status |= ROUNDED;
    if (coeff === 0n) c.status |= CLAMPED;
    return finite(sign, coeff, least);
  }
  if (isSubnormal) c.status |= SUBNORMAL;
  if (c.clamp === 1 && d.exp > top) {
    c.status |= CLAMPED;
    return finite(sign, d.coeff * tenTo(d.exp - top), top);
  }
  return d;
}

/** The number with another exponent, rounding where digits are lost; without regard to limits and conditions. */
export function rescale(d: Dec, exp: number, rounding: number): Dec {
  if (d.kind !== FINITE) return d;
  if (d.coeff === 0n) return finite(d.sign, 0n, exp);
  if (d.exp >= exp) return finite(d.sign, d.coeff * tenTo(d.exp - exp), exp);
  return finite(d.sign, dropDigits(d.coeff, exp - d.exp, rounding, d.sign).coeff, exp);
}

/** Compares two numbers that are not NaN. */
export function compareNumbers(a: Dec, b: Dec): -1 | 0 | 1 {
  const signA = a.sign === 1 ? -1 : 1;
  const signB = b.sign === 1 ? -1 : 1;
  if (a.kind === INFINITE || b.kind === INFINITE) {
    const orderA = a.kind === INFINITE ? signA : 0;
    const orderB = b.kind === INFINITE ? signB : 0;
    return orderA === orderB ? 0 : orderA < orderB ? -1 : 1;
  }
  if (a.coeff === 0n) return b.coeff === 0n ? 0 : signB === 1 ? -1 : 1;
  if (b.coeff === 0n) return signA;
  if (signA !== signB) return signA;
  const adjustedA = adjusted(a);
  const adjustedB = adjusted(b);
  if (adjustedA !== adjustedB) return adjustedA < adjustedB ? (-signA as -1 | 1) : signA;
  const least = Math.min(a.exp, b.exp);
  const coeffA = a.coeff * tenTo(a.exp - least);
  const coeffB = b.coeff * tenTo(b.exp - least);
  return coeffA === coeffB ? 0 : coeffA < coeffB ? (-signA as -1 | 1) : signA;
}

/** Whether the value is a whole number. */
export function isInteger(d: Dec): boolean {
  if (d.kind !== FINITE) return false;
  if (d.exp >= 0 || d.coeff === 0n) return true;
  if (-d.exp >= digitCount(d.coeff)) return false;
  return d.coeff % tenTo(-d.exp) === 0n;
}

/** The value, a whole number, truncated where it is not. */
export function truncated(d: Dec): bigint {
  const magnitude = d.exp >= 0 ? d.coeff * tenTo(d.exp) : -d.exp > digitCount(d.coeff) ? 0n : d.coeff / tenTo(-d.exp);
  return d.sign === 1 ? -magnitude : magnitude;
}
