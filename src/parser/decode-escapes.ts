/**
 * The contents of string and bytes literals: from what stands between the quotes to the value.
 */
import type { UnicodeFailure } from '../diagnostics/syntax-diagnostic.ts';
import { lookupName } from '../unicode/names.ts';
import { textFromCodePoints, textFromUtf16, type WideString } from '../base/constant.ts';

/** What is wrong with a literal, worded as CPython words it. */
export class EscapeError {
  readonly message: string;
  /** What the codec says, for those that let it out as it is. */
  readonly failure: UnicodeFailure | null;
  constructor(message: string, failure: UnicodeFailure | null = null) {
    this.message = message;
    this.failure = failure;
  }
}

/** What decoding found besides the value: the first escape that escapes nothing, and where it stands. */
export interface InvalidEscape {
  /** The characters after the backslash: one, or three of an octal escape above `\377`. */
  readonly text: string;
  /** Offset of the backslash in the literal's contents. */
  readonly offset: number;
}

export interface Decoded<V> {
  readonly value: V;
  readonly invalidEscape: InvalidEscape | null;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  b: '\b',
  f: '\f',
  t: '\t',
  n: '\n',
  r: '\r',
  v: '\v',
  a: '\x07',
};

function isOctal(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c >= 48 && c <= 55;
}

/**
 * Decodes the escapes of a str literal.
 * @throws EscapeError for truncated and unknown escapes, without the `(unicode error)` before it.
 * @cpython Objects/unicodeobject.c _PyUnicode_DecodeUnicodeEscapeInternal2 (3.14)
 */
export function decodeUnicodeEscapes(
  body: string,
  lookupUnicodeName: ((name: string) => number | null) | undefined,
): Decoded<string | WideString> {
  let invalidEscape: InvalidEscape | null = null;
  let out = '';
  // Filled once an escape gives a code point above U+FFFF or a surrogate, which UTF-16 could join with its neighbour.
  let points: number[] | null = null;
  const push = (codePoint: number): void => {
    if (points === null && (codePoint > 0xffff || (codePoint >= 0xd800 && codePoint <= 0xdfff))) {
      points = Array.from(out, (char) => char.codePointAt(0)!);
    }
    if (points !== null) points.push(codePoint);
    else out += String.fromCharCode(codePoint);
  };
  const pushText = (text: string): void => {
    if (points === null) out += text;
    else for (const char of text) points.push(char.codePointAt(0)!);
  };
  let pos = 0;
  while (pos < body.length) {
    const backslash = body.indexOf('\\', pos);
    if (backslash < 0) {
      pushText(body.slice(pos));
      break;
    }
    if (backslash > pos) pushText(body.slice(pos, backslash));
    const escape = body[backslash + 1];
    pos = backslash + 2;
    if (escape === undefined) {
      pushText('\\');
      break;
    }
    const simple = SIMPLE[escape];
    if (simple !== undefined) {
      pushText(simple);
    } else if (escape === '\n') {
      // A line end after a backslash is left out.
    } else if (isOctal(body, backslash + 1)) {
      while (pos < backslash + 4 && isOctal(body, pos)) pos++;
      const digits = body.slice(backslash + 1, pos);
      const value = parseInt(digits, 8);
      if (value > 0o377) invalidEscape ??= { text: digits, offset: backslash };
      push(value);
    } else if (escape === 'x' || escape === 'u' || escape === 'U') {
      const count = escape === 'x' ? 2 : escape === 'u' ? 4 : 8;
      let end = pos;
      while (end < pos + count && /[0-9a-fA-F]/.test(body[end] ?? '')) end++;
      if (end < pos + count) {
        const shape = escape === 'x' ? '\\xXX' : escape === 'u' ? '\\uXXXX' : '\\UXXXXXXXX';
        throw unicodeError(body, backslash, end, `truncated ${shape} escape`);
      }
      const value = parseInt(body.slice(pos, end), 16);
      if (value > 0x10ffff) throw unicodeError(body, backslash, end, 'illegal Unicode character');
      push(value);
      pos = end;
    } else if (escape === 'N') {
      const close = body[pos] === '{' ? body.indexOf('}', pos) : -1;
      if (close < 0 || close === pos + 1) {
        const end = body[pos] === '{' ? (close < 0 ? body.length : close) : pos;
        throw unicodeError(body, backslash, end, 'malformed \\N character escape');
      }
      const codePoint = (lookupUnicodeName ?? lookupName)(body.slice(pos + 1, close)) ?? null;
      if (codePoint === null) throw unicodeError(body, backslash, close + 1, 'unknown Unicode character name');
      push(codePoint);
      pos = close + 1;
    } else {
      const char = String.fromCodePoint(body.codePointAt(backslash + 1)!);
      if (char.charCodeAt(0) < 0x80) invalidEscape ??= { text: char, offset: backslash };
      pushText(`\\${char}`);
      pos = backslash + 1 + char.length;
    }
  }
  const value = points === null ? textFromUtf16(out) : textFromCodePoints(Uint32Array.from(points as number[]));
  return { value, invalidEscape };
}

/** CPython decodes a copy in which each non-ASCII character is a ten-byte escape: positions count in that. */
export function copyOf(body: string): string {
  return body.replace(/[^\x00-\x7f]/gu, (char) => `\\U${char.codePointAt(0)!.toString(16).padStart(8, '0')}`);
}

function unicodeError(body: string, start: number, end: number, reason: string): EscapeError {
  const first = copyOf(body.slice(0, start)).length;
  const last = copyOf(body.slice(0, end)).length - 1;
  const where = last > first ? `bytes in position ${first}-${last}` : `byte 0x5c in position ${first}`;
  const object = new TextEncoder().encode(copyOf(body));
  const failure = { object, encoding: 'unicodeescape', start: first, end: last + 1, reason };
  return new EscapeError(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`, failure);
}

/**
 * Decodes the escapes of a bytes literal, whose contents are ASCII.
 * @throws EscapeError for a bad `\x`.
 * @cpython Objects/bytesobject.c _PyBytes_DecodeEscape2 (3.14)
 */
export function decodeBytesEscapes(body: string): Decoded<Uint8Array> {
  let invalidEscape: InvalidEscape | null = null;
  const out = new Uint8Array(body.length);
  let length = 0;
  let pos = 0;
  while (pos < body.length) {
    const c = body.charCodeAt(pos);
    if (c !== 92) {
      out[length++] = c;
      pos++;
      continue;
    }
    const backslash = pos;
    const escape = body[backslash + 1]!;
    pos += 2;
    const simple = SIMPLE[escape];
    if (simple !== undefined) {
      out[length++] = simple.charCodeAt(0);
    } else if (escape === '\n') {
      // A line end after a backslash is left out.
    } else if (isOctal(body, backslash + 1)) {
      while (pos < backslash + 4 && isOctal(body, pos)) pos++;
      const digits = body.slice(backslash + 1, pos);
      const value = parseInt(digits, 8);
      if (value > 0o377) invalidEscape ??= { text: digits, offset: backslash };
      out[length++] = value;
    } else if (escape === 'x') {
      const digits = body.slice(pos, pos + 2);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
        throw new EscapeError(`(value error) invalid \\x escape at position ${backslash}`);
      }
      out[length++] = parseInt(digits, 16);
      pos += 2;
    } else {
      invalidEscape ??= { text: escape, offset: backslash };
      out[length++] = 92;
      pos = backslash + 1;
    }
  }
  return { value: out.slice(0, length), invalidEscape };
}
