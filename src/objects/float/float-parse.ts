/**
 * Floats from text: `float('…')`, and the prefix parser that `complex('…')` needs.
 *
 * JavaScript's own conversion of decimal text is correctly rounded; the grammar is Python's.
 *
 * @cpython Objects/floatobject.c float_from_string_inner, Python/pystrtod.c
 */

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/;
const SPECIAL = /^([+-]?)(inf(?:inity)?|nan)/i;

/** The float at the start of an ASCII text and its length, or `undefined` when there is none. */
export function parseFloatPrefix(text: string): { value: number; length: number } | undefined {
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) return { value: Number(decimal[0]), length: decimal[0].length };
  const special = SPECIAL.exec(text);
  if (special === null) return undefined;
  const magnitude = special[2]!.toLowerCase() === 'nan' ? NaN : Infinity;
  return { value: special[1] === '-' ? -magnitude : magnitude, length: special[0].length };
}

/**
 * Takes out the underscores that group digits; `undefined` when one stands elsewhere.
 * @cpython Python/pystrtod.c _Py_string_to_number_with_underscores
 */
export function removeDigitUnderscores(text: string): string | undefined {
  if (!text.includes('_')) return text;
  if (/(?:^|[^0-9])_|_(?:[^0-9]|$)/.test(text)) return undefined;
  return text.replaceAll('_', '');
}

/** The float that a stripped ASCII text stands for, or `undefined`. */
export function parseFloatText(text: string): number | undefined {
  const plain = removeDigitUnderscores(text);
  if (plain === undefined) return undefined;
  const parsed = parseFloatPrefix(plain);
  return parsed === undefined || parsed.length !== plain.length ? undefined : parsed.value;
}
