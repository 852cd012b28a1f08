/**
 * Decimal digits of finite floats, correctly rounded (ties to even) at any number of digits.
 *
 * JavaScript's `toFixed` and `toExponential` are exact too, but round ties away from zero and stop at 100 digits; they serve
 * where neither matters. What remains is done with bigints.
 *
 * @cpython Python/dtoa.c _Py_dg_dtoa
 */
import { decomposeNumber } from '../int/int-float.ts';

/** `0.d1d2d3… * 10**point`, without trailing zeros; zero is `'0'` with point 1. */
export interface DecimalDigits {
  readonly digits: string;
  readonly point: number;
}

const ZERO: DecimalDigits = { digits: '0', point: 1 };

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}

function fromExponential(text: string): DecimalDigits {
  const e = text.indexOf('e');
  return { digits: withoutTrailingZeros(text[0]! + text.slice(2, e)), point: Number(text.slice(e + 1)) + 1 };
}

/** The shortest digits that read back as the same float. */
export function shortestDigits(magnitude: number): DecimalDigits {
  return magnitude === 0 ? ZERO : fromExponential(magnitude.toExponential());
}

/** `magnitude * 10**places` rounded to an integer, ties to even. */
function scaleToInteger(magnitude: number, places: number): bigint {
  const [mantissa, exponent] = decomposeNumber(magnitude);
  let numerator = BigInt(mantissa);
  let denominator = 1n;
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

function fromInteger(scaled: bigint, places: number): DecimalDigits {
  const text = scaled.toString();
  return { digits: withoutTrailingZeros(text), point: text.length - places };
}

/** Whether the exact value lies halfway between two decimals of that many places. */
export function isTie(magnitude: number, places: number): boolean {
  // magnitude * 10**places * 2 is an odd integer if and only if magnitude * 2**(places + 1) is.
  return (magnitude * 2 ** (places + 1)) % 2 === 1;
}

/** Digits rounded to that many places after the decimal point. Nothing left is `''` with point `-places`. */
export function fixedDigits(magnitude: number, places: number): DecimalDigits {
  if (magnitude === 0) return { digits: '', point: -places };
  if (places <= 100 && places >= 0 && magnitude < 1e21 && !isTie(magnitude, places)) {
    const text = magnitude.toFixed(places);
    const dot = text.indexOf('.');
    const whole = dot < 0 ? text : text.slice(0, dot);
    const all = dot < 0 ? text : whole + text.slice(dot + 1);
    const digits = all.replace(/^0+/, '');
    if (digits === '') return { digits: '', point: -places };
    return { digits: withoutTrailingZeros(digits), point: whole.length - (all.length - digits.length) };
  }
  // Far below half a unit of the last place; spares a huge power of ten.
  if (places > 1100) {
    const exact = fixedDigits(magnitude, 1100);
    return exact.digits === '' ? { digits: '', point: -places } : exact;
  }
  const scaled = scaleToInteger(magnitude, places);
  return scaled === 0n ? { digits: '', point: -places } : fromInteger(scaled, places);
}

/** Digits rounded to that many significant digits, at least one. */
export function significantDigits(magnitude: number, count: number): DecimalDigits {
  if (magnitude === 0) return ZERO;
  if (count > 800) return significantDigits(magnitude, 800);
  if (count <= 17) {
    const rounded = fromExponential(magnitude.toExponential(count - 1));
    const lastPlace = count - rounded.point;
    // Rounding up to a power of ten says one decade more than the number has.
    if (
      lastPlace >= 0 ? !isTie(magnitude, lastPlace) && !isTie(magnitude, lastPlace + 1) : !Number.isInteger(magnitude)
    )
      return rounded;
  }
  const places = count - shortestDigits(magnitude).point;
  let scaled = scaleToInteger(magnitude, places);
  let used = places;
  // The shortest digits may say one decade too much, and rounding may reach the next.
  const lowest = 10n ** BigInt(count - 1);
  if (scaled <= lowest) {
    const finer = scaleToInteger(magnitude, used + 1);
    if (finer < lowest * 10n) {
      scaled = finer;
      used++;
    }
  }
  if (scaled > lowest * 10n) scaled = scaleToInteger(magnitude, --used);
  return fromInteger(scaled, used);
}
