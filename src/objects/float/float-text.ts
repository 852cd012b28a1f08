/**
 * Text of floats: `repr`, and the C-like conversions `e`, `f`, `g` that all formatting is made of.
 *
 * @cpython Python/pystrtod.c PyOS_double_to_string, format_float_short
 */
import { fixedDigits, isTie, shortestDigits, significantDigits, type DecimalDigits } from './decimal-digits.ts';

/** What to do besides the conversion. */
export interface FloatTextOptions {
  /** Put `+` before numbers that are not negative. */
  readonly isSignAlways?: boolean;
  /** End in `.0` what would look like an int. */
  readonly isDotZeroAdded?: boolean;
  /** Keep the decimal point and trailing zeros (`#`). */
  readonly isAlternate?: boolean;
  /** Write a zero result without its minus (`z`). */
  readonly isNegativeZeroCoerced?: boolean;
}

export type FloatConversion = 'e' | 'f' | 'g' | 'r' | 'E' | 'F' | 'G';

const NO_OPTIONS: FloatTextOptions = {};

/** `repr(float)`. */
export function floatRepr(value: number): string {
  // JavaScript writes integral values without an exponent up to 1e21, fractions down to 1e-6.
  const magnitude = value < 0 ? -value : value;
  if (magnitude < 1e16 && magnitude >= 1e-4) {
    const text = String(value);
    return Number.isInteger(value) ? `${text}.0` : text;
  }
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  return formatFloat(value, 'r', 0, { isDotZeroAdded: true });
}

/** A float converted like C's `printf` does, always with a point. Upper-case conversions give upper-case text. */
export function formatFloat(
  value: number,
  conversion: FloatConversion,
  precision: number,
  options: FloatTextOptions = NO_OPTIONS,
): string {
  const lower = conversion.toLowerCase() as 'e' | 'f' | 'g' | 'r';
  const text = convert(value, lower, precision, options);
  return lower === conversion ? text : text.toUpperCase();
}

function convert(
  value: number,
  conversion: 'e' | 'f' | 'g' | 'r',
  precision: number,
  options: FloatTextOptions,
): string {
  const plus = options.isSignAlways ? '+' : '';
  if (value !== value) return `${plus}nan`;
  if (value === Infinity) return `${plus}inf`;
  if (value === -Infinity) return '-inf';
  const isNegative = value < 0 || Object.is(value, -0);
  const magnitude = Math.abs(value);
  if (
    conversion === 'f' &&
    options === NO_OPTIONS &&
    magnitude < 1e21 &&
    precision <= 100 &&
    !isTie(magnitude, precision)
  ) {
    const text = magnitude.toFixed(precision);
    return isNegative ? `-${text}` : text;
  }
  let decimal: DecimalDigits;
  let places = precision;
  switch (conversion) {
    case 'e':
      places = precision + 1;
      decimal = significantDigits(magnitude, places);
      break;
    case 'f':
      decimal = fixedDigits(magnitude, precision);
      break;
    case 'g':
      places = precision === 0 ? 1 : precision;
      decimal = significantDigits(magnitude, places);
      break;
    default:
      decimal = shortestDigits(magnitude);
  }
  const { digits, point } = decimal;
  const isCoerced = options.isNegativeZeroCoerced && (digits === '' || digits === '0');
  const sign = isNegative && !isCoerced ? '-' : plus;
  let hasExponent = false;
  let end = digits.length;
  switch (conversion) {
    case 'e':
      hasExponent = true;
      end = places;
      break;
    case 'f':
      end = point + precision;
      break;
    case 'g':
      hasExponent = point <= -4 || point > places - (options.isDotZeroAdded ? 1 : 0);
      if (options.isAlternate) end = places;
      break;
    default:
      hasExponent = point <= -4 || point > 16;
  }
  return sign + layOut(digits, point, end, hasExponent, options);
}

/** Places the point, pads with zeros up to digit number `end`, adds the exponent. */
function layOut(digits: string, point: number, end: number, hasExponent: boolean, options: FloatTextOptions): string {
  const exponent = point - 1;
  const position = hasExponent ? 1 : point;
  const lastDigit = Math.max(end, !hasExponent && options.isDotZeroAdded ? position + 1 : position, digits.length);
  let whole: string;
  let fraction: string;
  if (position <= 0) {
    whole = '0';
    fraction = '0'.repeat(-position) + digits.padEnd(lastDigit, '0');
  } else {
    const all = digits.padEnd(lastDigit, '0');
    whole = all.slice(0, position);
    fraction = all.slice(position);
  }
  let text = fraction === '' && !options.isAlternate ? whole : `${whole}.${fraction}`;
  if (hasExponent) {
    const magnitude = Math.abs(exponent);
    text += `e${exponent < 0 ? '-' : '+'}${magnitude < 10 ? '0' : ''}${magnitude}`;
  }
  return text;
}
