/**
 * Between ints and text in any base. Conversions are sub-quadratic: those of V8 for decimal and powers of two, divide and
 * conquer for the other bases.
 *
 * @cpython Objects/longobject.c PyLong_FromString, long_to_decimal_string, long_format_binary
 */
import { valueError } from '../core/index.ts';
import { intBitLength, normalizeBigInt, type Int } from './int-arithmetic.ts';
import { getIntMaxStrDigits, STR_DIGITS_CHECK_THRESHOLD } from './max-str-digits.ts';

const MAX_SAFE = 9007199254740991;

/** Ints below this have too few digits to be checked. */
const UNCHECKED = 10n ** BigInt(STR_DIGITS_CHECK_THRESHOLD - 1);

/** The decimal digits of an int. @throws ValueError beyond `sys.get_int_max_str_digits()` */
export function intToDecimal(value: Int): string {
  if (typeof value === 'number') return String(value);
  if (value < UNCHECKED && value > -UNCHECKED) return value.toString();
  const bits = intBitLength(value);
  const limit = getIntMaxStrDigits();
  if (limit > 0) {
    // log2(10) > 3.3219; a few digits are given away so as to be certain.
    if (bits > limit * 3.322 + 64) throw tooManyDigits(limit);
    const digits = value.toString();
    if (digits.length - (value < 0n ? 1 : 0) > limit) throw tooManyDigits(limit);
    return digits;
  }
  return value.toString();
}

function tooManyDigits(limit: number) {
  return valueError(
    `Exceeds the limit (${limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** The digits of `abs(value)` in base 2, 8 or 16, in lower case. */
export function intToBinaryBase(value: Int, base: 2 | 8 | 16): string {
  return (value < 0 ? -value : value).toString(base);
}

/** `bin()`, `oct()`, `hex()`: sign, prefix, digits. */
export function intWithPrefix(value: Int, base: 2 | 8 | 16): string {
  const prefix = base === 2 ? '0b' : base === 8 ? '0o' : '0x';
  return (value < 0 ? '-' : '') + prefix + intToBinaryBase(value, base);
}

const PREFIX_LETTERS: Readonly<Record<number, string>> = { 2: 'bB', 8: 'oO', 16: 'xX' };

function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 122) return code - 87;
  if (code >= 65 && code <= 90) return code - 55;
  return 37;
}

const SPACE = /[\t-\r ]/;

/**
 * The int that an ASCII text stands for in a base (2 to 36, or 0 to go by the prefix), or `undefined` when it is none.
 * @throws ValueError beyond `sys.get_int_max_str_digits()`
 */
export function parseIntText(text: string, base: number): Int | undefined {
  let at = 0;
  const end = text.length;
  while (at < end && SPACE.test(text[at]!)) at++;
  let isNegative = false;
  if (text[at] === '+' || text[at] === '-') isNegative = text[at++] === '-';
  let radix = base;
  let mustBeZero = false;
  if (radix === 0) {
    if (text[at] !== '0') radix = 10;
    else {
      const letter = (text[at + 1] ?? '').toLowerCase();
      radix = letter === 'x' ? 16 : letter === 'o' ? 8 : letter === 'b' ? 2 : 10;
      mustBeZero = radix === 10;
    }
  }
  const letters = PREFIX_LETTERS[radix];
  if (letters !== undefined && text[at] === '0' && at + 1 < end && letters.includes(text[at + 1]!)) {
    at += 2;
    if (text[at] === '_') at++;
  }
  const start = at;
  let underscores = 0;
  let isAfterUnderscore = true;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 95) {
      if (isAfterUnderscore) return undefined;
      isAfterUnderscore = true;
      underscores++;
    } else if (digitValue(code) < radix) isAfterUnderscore = false;
    else break;
  }
  if (isAfterUnderscore) return undefined;
  let digits = text.slice(start, at);
  if (underscores > 0) digits = digits.replaceAll('_', '');
  if ((radix & (radix - 1)) !== 0 && digits.length > STR_DIGITS_CHECK_THRESHOLD) checkLength(digits.length);
  while (at < end && SPACE.test(text[at]!)) at++;
  if (at !== end) return undefined;
  const magnitude = digitsToInt(digits, radix);
  if (mustBeZero && magnitude !== 0) return undefined;
  return isNegative ? (typeof magnitude === 'number' ? 0 - magnitude : -magnitude) : magnitude;
}

function checkLength(digits: number): void {
  const limit = getIntMaxStrDigits();
  if (limit > 0 && digits > limit) {
    throw valueError(
      `Exceeds the limit (${limit} digits) for integer string conversion: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
}

/** The value of valid digits, without sign, prefix or underscores. */
export function digitsToInt(digits: string, radix: number): Int {
  if (digits.length <= 10) return parseInt(digits, radix);
  switch (radix) {
    case 10: {
      if (digits.length <= 16) {
        const value = Number(digits);
        if (value <= MAX_SAFE) return value;
      }
      return normalizeBigInt(BigInt(digits));
    }
    case 2:
      return normalizeBigInt(BigInt(`0b${digits}`));
    case 8:
      return normalizeBigInt(BigInt(`0o${digits}`));
    case 16:
      return normalizeBigInt(BigInt(`0x${digits}`));
    default:
      return normalizeBigInt(combineDigits(digits, radix));
  }
}

/** Ten digits at a time, then neighbours joined level by level. */
function combineDigits(digits: string, radix: number): bigint {
  const head = digits.length % 10;
  let parts: bigint[] = head > 0 ? [BigInt(parseInt(digits.slice(0, head), radix))] : [];
  for (let i = head; i < digits.length; i += 10) parts.push(BigInt(parseInt(digits.slice(i, i + 10), radix)));
  let power = BigInt(radix) ** 10n;
  while (parts.length > 1) {
    const joined: bigint[] = [];
    let i = 0;
    if (parts.length % 2 === 1) joined.push(parts[i++]!);
    for (; i < parts.length; i += 2) joined.push(parts[i]! * power + parts[i + 1]!);
    parts = joined;
    power *= power;
  }
  return parts[0] ?? 0n;
}
