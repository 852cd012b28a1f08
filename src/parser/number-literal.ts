/** The values of number literals. */
import { ComplexConstant, FloatConstant, type LiteralConstant, normalizeInt } from '../base/constant.ts';

/** Decimal digits that `int(text)` takes unless `sys.set_int_max_str_digits` says otherwise. */
export const DEFAULT_INT_MAX_STR_DIGITS = 4300;

/** The value of a number literal, or the number of digits where it has more than the limit (0 is no limit). */
export function parseNumber(spelling: string, maxDigits: number): LiteralConstant | { readonly tooManyDigits: number } {
  const text = spelling.includes('_') ? spelling.replaceAll('_', '') : spelling;
  const last = text.charCodeAt(text.length - 1) | 32;
  if (text.charCodeAt(0) === 48 /* 0 */ && text.length > 1) {
    const letter = text.charCodeAt(1) | 32;
    if (letter === 120 || letter === 111 || letter === 98) return parseInteger(text);
  }
  if (last === 106 /* j */) return new ComplexConstant(0, Number(text.slice(0, -1)));
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 46 || c === 101 || c === 69) return new FloatConstant(Number(text));
  }
  if (text.length > maxDigits && maxDigits > 0) return { tooManyDigits: text.length };
  return parseInteger(text);
}

function parseInteger(text: string): number | bigint {
  if (text.length <= 15) return Number(text);
  return normalizeInt(BigInt(/^0[0-9]/.test(text) ? text.replace(/^0+(?=.)/, '') : text));
}
