/**
 * The `unicode_escape`, `raw_unicode_escape` and bytes `escape` codecs.
 *
 * @cpython Objects/unicodeobject.c _PyUnicode_DecodeUnicodeEscapeInternal2, _PyUnicode_DecodeRawUnicodeEscapeStateful;
 *   Objects/bytesobject.c _PyBytes_DecodeEscape2
 */
import { excTypes, textLength, valueError, warn, type Text } from '../core/index.ts';
import { TextBuilder, codePointAt } from '../str/text.ts';
import { lookupName } from '../../unicode/names.ts';
import { ByteBuilder } from './byte-builder.ts';
import { DecodingErrors } from './coding-errors.ts';
import type { Decoded } from './utf-8.ts';

function hexValue(unit: number | undefined): number {
  if (unit === undefined) return -1;
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** Escapes of one character: the letter and what it stands for. */
const SIMPLE_ESCAPES: ReadonlyMap<number, number> = new Map([
  [92, 92],
  [39, 39],
  [34, 34],
  [98, 8],
  [102, 12],
  [116, 9],
  [110, 10],
  [114, 13],
  [118, 11],
  [97, 7],
]);

const TRUNCATED: ReadonlyMap<number, readonly [digits: number, reason: string]> = new Map([
  [120, [2, 'truncated \\xXX escape']],
  [117, [4, 'truncated \\uXXXX escape']],
  [85, [8, 'truncated \\UXXXXXXXX escape']],
]);

/** A code point and where the escape ends; or why there is none; or that input is missing. */
interface Escape {
  readonly codePoint: number;
  readonly end: number;
  /** Empty: it is right. */
  readonly reason: string;
  readonly isIncomplete: boolean;
}

function hexEscape(bytes: Uint8Array, start: number, digits: number, truncated: string, tooLarge: string): Escape {
  let codePoint = 0;
  let at = start;
  for (; at < start + digits; at++) {
    const value = hexValue(bytes[at]);
    if (value < 0) return { codePoint: 0, end: at, reason: truncated, isIncomplete: at >= bytes.length };
    codePoint = codePoint * 16 + value;
  }
  return { codePoint, end: at, reason: codePoint > 0x10ffff ? tooLarge : '', isIncomplete: false };
}

function namedEscape(bytes: Uint8Array, start: number): Escape {
  const reason = 'malformed \\N character escape';
  if (bytes[start] !== 123) return { codePoint: 0, end: start, reason, isIncomplete: start >= bytes.length };
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== 125) at++;
  if (at >= bytes.length) return { codePoint: 0, end: at, reason, isIncomplete: true };
  if (at === start + 1) return { codePoint: 0, end: at, reason, isIncomplete: false };
  const name = String.fromCharCode(...bytes.subarray(start + 1, at));
  const codePoint = lookupName(name);
  if (codePoint === undefined)
    return { codePoint: 0, end: at + 1, reason: 'unknown Unicode character name', isIncomplete: false };
  return { codePoint, end: at + 1, reason: '', isIncomplete: false };
}

/** @param invalid the character after the backslash, or the value of an octal escape beyond 255 */
function warnAboutEscape(invalid: number, prefix: '' | 'b'): void {
  const [shown, kind] =
    invalid > 0xff ? [invalid.toString(8), 'octal escape'] : [String.fromCharCode(invalid), 'escape'];
  warn(
    excTypes.DeprecationWarning,
    `${prefix}"\\${shown}" is an invalid ${kind} sequence. Such sequences will not work in the future. `,
    1,
  );
}

/** Decodes `unicode_escape`: Latin-1 with Python's escapes. */
export function decodeUnicodeEscape(input: Uint8Array, errors: string | null, isFinal: boolean): Decoded {
  const failures = new DecodingErrors('unicodeescape', errors, input);
  const output = new TextBuilder();
  let bytes = input;
  let firstInvalid = -1;
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const unit = bytes[at++]!;
    if (unit !== 92) {
      output.addCodePoint(unit);
      continue;
    }
    let escape: Escape;
    if (at >= bytes.length) escape = { codePoint: 0, end: at, reason: '\\ at end of string', isIncomplete: true };
    else {
      const letter = bytes[at++]!;
      const simple = SIMPLE_ESCAPES.get(letter);
      const hex = TRUNCATED.get(letter);
      if (letter === 10) continue;
      if (simple !== undefined) {
        output.addCodePoint(simple);
        continue;
      }
      if (letter >= 48 && letter <= 55) {
        let value = letter - 48;
        for (let i = 0; i < 2 && bytes[at]! >= 48 && bytes[at]! <= 55; i++) value = value * 8 + bytes[at++]! - 48;
        if (value > 0xff && firstInvalid < 0) firstInvalid = value;
        output.addCodePoint(value);
        continue;
      }
      if (hex !== undefined) escape = hexEscape(bytes, at, hex[0], hex[1], 'illegal Unicode character');
      else if (letter === 78) escape = namedEscape(bytes, at);
      else {
        if (firstInvalid < 0) firstInvalid = letter;
        output.addCodePoint(92);
        output.addCodePoint(letter);
        continue;
      }
    }
    if (escape.reason === '') {
      output.addCodePoint(escape.codePoint);
      at = escape.end;
      continue;
    }
    if (escape.isIncomplete && !isFinal) {
      at = start;
      break;
    }
    at = failures.handle(output, start, escape.end, escape.reason);
    bytes = failures.bytes;
  }
  if (firstInvalid >= 0) warnAboutEscape(firstInvalid, '');
  return { text: output.finish(), consumed: at };
}

/** Decodes `raw_unicode_escape`: Latin-1 with `\u` and `\U` alone. */
export function decodeRawUnicodeEscape(input: Uint8Array, errors: string | null, isFinal: boolean): Decoded {
  const failures = new DecodingErrors('rawunicodeescape', errors, input);
  const output = new TextBuilder();
  let bytes = input;
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const unit = bytes[at++]!;
    if (unit !== 92 || (at >= bytes.length && isFinal)) {
      output.addCodePoint(unit);
      continue;
    }
    if (at >= bytes.length) {
      at = start;
      break;
    }
    const letter = bytes[at++]!;
    if (letter !== 117 && letter !== 85) {
      output.addCodePoint(92);
      output.addCodePoint(letter);
      continue;
    }
    const [digits, truncated] = TRUNCATED.get(letter)!;
    const escape = hexEscape(bytes, at, digits, truncated, '\\Uxxxxxxxx out of range');
    if (escape.reason === '') {
      output.addCodePoint(escape.codePoint);
      at = escape.end;
      continue;
    }
    if (escape.isIncomplete && !isFinal) {
      at = start;
      break;
    }
    at = failures.handle(output, start, escape.end, escape.reason);
    bytes = failures.bytes;
  }
  return { text: output.finish(), consumed: at };
}

/** Encodes as `unicode_escape`, or as `raw_unicode_escape` where Latin-1 stays as it is. */
export function encodeUnicodeEscape(text: Text, isRaw: boolean): Uint8Array {
  const output = new ByteBuilder(textLength(text) + 16);
  for (let i = 0, length = textLength(text); i < length; i++) {
    const codePoint = codePointAt(text, i);
    if (codePoint >= 0x10000) output.addLatin1(`\\U${codePoint.toString(16).padStart(8, '0')}`);
    else if (codePoint >= 0x100) output.addLatin1(`\\u${codePoint.toString(16).padStart(4, '0')}`);
    else if (isRaw || (codePoint >= 32 && codePoint < 127 && codePoint !== 92)) output.add(codePoint);
    else if (codePoint === 92) output.addLatin1('\\\\');
    else if (codePoint === 9) output.addLatin1('\\t');
    else if (codePoint === 10) output.addLatin1('\\n');
    else if (codePoint === 13) output.addLatin1('\\r');
    else output.addLatin1(`\\x${codePoint.toString(16).padStart(2, '0')}`);
  }
  return output.finish();
}

/** Decodes the escapes of bytes literals. @throws ValueError */
export function decodeByteEscapes(bytes: Uint8Array, errors: string | null): Uint8Array {
  const output = new ByteBuilder(bytes.length);
  let firstInvalid = -1;
  let at = 0;
  while (at < bytes.length) {
    const unit = bytes[at++]!;
    if (unit !== 92) {
      output.add(unit);
      continue;
    }
    if (at >= bytes.length) throw valueError('Trailing \\ in string');
    const letter = bytes[at++]!;
    const simple = SIMPLE_ESCAPES.get(letter);
    if (letter === 10) continue;
    if (simple !== undefined) output.add(simple);
    else if (letter >= 48 && letter <= 55) {
      let value = letter - 48;
      for (let i = 0; i < 2 && bytes[at]! >= 48 && bytes[at]! <= 55; i++) value = value * 8 + bytes[at++]! - 48;
      if (value > 0xff && firstInvalid < 0) firstInvalid = value;
      output.add(value & 255);
    } else if (letter === 120) {
      const high = hexValue(bytes[at]);
      const low = hexValue(bytes[at + 1]);
      if (high >= 0 && low >= 0) {
        output.add(high * 16 + low);
        at += 2;
        continue;
      }
      if (errors === null || errors === 'strict') throw valueError(`invalid \\x escape at position ${at - 2}`);
      if (errors === 'replace') output.add(63);
      else if (errors !== 'ignore') throw valueError(`decoding error; unknown error handling code: ${errors}`);
      if (high >= 0) at++;
    } else {
      if (firstInvalid < 0) firstInvalid = letter;
      output.add(92);
      output.add(letter);
    }
  }
  if (firstInvalid >= 0) warnAboutEscape(firstInvalid, 'b');
  return output.finish();
}

/** Writes bytes as in a bytes literal, without the quotes. */
export function encodeByteEscapes(bytes: Uint8Array): Uint8Array {
  const output = new ByteBuilder(bytes.length + 16);
  for (const byte of bytes) {
    if (byte === 39 || byte === 92) {
      output.add(92);
      output.add(byte);
    } else if (byte === 9) output.addLatin1('\\t');
    else if (byte === 10) output.addLatin1('\\n');
    else if (byte === 13) output.addLatin1('\\r');
    else if (byte < 32 || byte >= 127) output.addLatin1(`\\x${byte.toString(16).padStart(2, '0')}`);
    else output.add(byte);
  }
  return output.finish();
}
