/**
 * Text that may hold a numeral, brought to ASCII: decimal digits of any script become 0-9, other white space a blank.
 *
 * @cpython Objects/unicodeobject.c _PyUnicode_TransformDecimalAndSpaceToASCII
 */
import { codePointsOf, type Text } from '../core/index.ts';

/** Code points of the digit zero in each script; the nine others follow (Unicode 16.0). */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0,
  0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50,
  0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
  0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/** The value of a decimal digit of any script, or -1. */
export function decimalDigitValue(codePoint: number): number {
  let low = 0;
  let high = ZEROS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ZEROS[middle]! <= codePoint) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return -1;
  const digit = codePoint - ZEROS[low - 1]!;
  return digit < 10 ? digit : -1;
}

/** White space above U+007F. */
function isWideSpace(codePoint: number): boolean {
  return (
    codePoint === 0x85 ||
    codePoint === 0xa0 ||
    codePoint === 0x1680 ||
    (codePoint >= 0x2000 && codePoint <= 0x200a) ||
    codePoint === 0x2028 ||
    codePoint === 0x2029 ||
    codePoint === 0x202f ||
    codePoint === 0x205f ||
    codePoint === 0x3000
  );
}

/** The ASCII form of a text; ends with a `?` at the first character that has none. */
export function asciiNumeral(text: Text): string {
  // eslint-disable-next-line no-control-regex -- exactly the ASCII range
  if (typeof text === 'string' && /^[\x00-\x7f]*$/.test(text)) return text;
  let result = '';
  for (const codePoint of codePointsOf(text)) {
    if (codePoint < 0x80) result += String.fromCharCode(codePoint);
    else if (isWideSpace(codePoint)) result += ' ';
    else {
      const digit = decimalDigitValue(codePoint);
      if (digit < 0) return `${result}?`;
      result += String.fromCharCode(48 + digit);
    }
  }
  return result;
}

/** Without the white space that C's `isspace` knows, at both ends. */
export function stripAsciiSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isAsciiSpace(text.charCodeAt(start))) start++;
  while (end > start && isAsciiSpace(text.charCodeAt(end - 1))) end--;
  return text.substring(start, end);
}

function isAsciiSpace(char: number): boolean {
  return char === 32 || (char >= 9 && char <= 13);
}
