/** JSON strings: `scanstring`, `encode_basestring`, `encode_basestring_ascii`. @cpython Modules/_json.c scanstring_unicode */
import {
  asText,
  textLength,
  typeError,
  typeName,
  valueError,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { TextBuilder, codePointAt, sliceText } from '../../objects/str/index.ts';
import { decodeError } from './errors.ts';

const QUOTE = 34;
const BACKSLASH = 92;

/** What a simple escape stands for, by its letter. */
const SIMPLE_ESCAPES: ReadonlyMap<number, number> = new Map([
  [34, 34],
  [92, 92],
  [47, 47],
  [98, 8],
  [102, 12],
  [110, 10],
  [114, 13],
  [116, 9],
]);

/** The four hexadecimal digits at `at` as a number, or -1. */
function hexUnit(text: Text, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const char = codePointAt(text, i);
    const digit =
      char >= 48 && char <= 57 ? char - 48 : (char | 32) >= 97 && (char | 32) <= 102 ? (char | 32) - 87 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/** A decoded string and the index after its closing quote. */
export interface ScannedString {
  readonly text: Text;
  readonly end: number;
}

/** Decodes the string whose opening quote stands before `start`. @throws JSONDecodeError */
export function scanString(text: Text, start: number, isStrict: boolean): ScannedString {
  const length = textLength(text);
  const begin = start - 1;
  if (start < 0 || start > length) throw valueError('end is out of bounds');
  let result: TextBuilder | null = null;
  let at = start;
  for (;;) {
    const from = at;
    let char = -1;
    for (; at < length; at++) {
      char = codePointAt(text, at);
      if (char === QUOTE || char === BACKSLASH) break;
      if (char <= 0x1f && isStrict) throw decodeError('Invalid control character at', text, at);
    }
    if (at >= length) throw decodeError('Unterminated string starting at', text, begin);
    if (char === QUOTE && result === null) return { text: sliceText(text, from, at), end: at + 1 };
    result ??= new TextBuilder();
    if (at > from) result.addText(sliceText(text, from, at));
    at++;
    if (char === QUOTE) return { text: result.finish(), end: at };
    if (at === length) throw decodeError('Unterminated string starting at', text, begin);
    const letter = codePointAt(text, at);
    if (letter !== 117) {
      at++;
      const simple = SIMPLE_ESCAPES.get(letter);
      if (simple === undefined) throw decodeError('Invalid \\escape', text, at - 2);
      result.addCodePoint(simple);
      continue;
    }
    at += 5;
    if (at >= length) throw decodeError('Invalid \\uXXXX escape', text, at - 5);
    let unit = hexUnit(text, at - 4);
    if (unit < 0) throw decodeError('Invalid \\uXXXX escape', text, at - 5);
    if (
      unit >= 0xd800 &&
      unit <= 0xdbff &&
      at + 6 < length &&
      codePointAt(text, at) === BACKSLASH &&
      codePointAt(text, at + 1) === 117
    ) {
      const low = hexUnit(text, at + 2);
      if (low < 0) throw decodeError('Invalid \\uXXXX escape', text, at + 1);
      if (low >= 0xdc00 && low <= 0xdfff) {
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        at += 6;
      }
    }
    result.addCodePoint(unit);
  }
}

/** The argument of the string functions. @throws TypeError */
export function stringArgument(value: Value): Text {
  const text = asText(value);
  if (text === undefined) throw typeError(`first argument must be a string, not ${typeName(value)}`);
  return text;
}

const unicodeEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** The escape of a character, or `undefined` if it has a code of its own only. */
function shortEscape(char: number): string | undefined {
  switch (char) {
    case 34:
      return '\\"';
    case 92:
      return '\\\\';
    case 10:
      return '\\n';
    case 13:
      return '\\r';
    case 9:
      return '\\t';
    case 12:
      return '\\f';
    case 8:
      return '\\b';
    default:
      return undefined;
  }
}

/** A JSON string of ASCII characters. */
export function encodeAsciiString(text: Text): string {
  if (typeof text === 'string' && !/[^ !#-[\]-~]/.test(text)) return `"${text}"`;
  let result = '"';
  for (let i = 0, length = textLength(text); i < length; i++) {
    const char = codePointAt(text, i);
    if (char >= 32 && char <= 126 && char !== QUOTE && char !== BACKSLASH) result += String.fromCharCode(char);
    else if (char > 0xffff) {
      result += unicodeEscape(0xd800 + ((char - 0x10000) >> 10)) + unicodeEscape(0xdc00 + (char & 0x3ff));
    } else result += shortEscape(char) ?? unicodeEscape(char);
  }
  return `${result}"`;
}

/** A JSON string that keeps all characters but those that must be escaped. */
export function encodeString(text: Text): Text {
  if (typeof text === 'string' && !/["\\\x00-\x1f]/.test(text)) return `"${text}"`;
  const result = new TextBuilder();
  result.addText('"');
  for (let i = 0, length = textLength(text); i < length; i++) {
    const char = codePointAt(text, i);
    if (char >= 32 && char !== QUOTE && char !== BACKSLASH) result.addCodePoint(char);
    else result.addText(shortEscape(char) ?? unicodeEscape(char));
  }
  result.addText('"');
  return result.finish();
}
