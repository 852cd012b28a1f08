/**
 * UTF-8 with Python's `surrogatepass`: lone surrogates are three bytes like any other code point of their range.
 *
 * Two forms of text meet here: constants (`string` where every unit is one code point, else `WideString`; two surrogates
 * side by side are two code points) and names, which are well-formed UTF-16.
 */
import type { WideString } from './constant.ts';
import { textFromCodePoints } from './constant.ts';

/** Why bytes are not UTF-8, in the words of Python's `UnicodeDecodeError`. */
export class Utf8Error {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  constructor(start: number, end: number, reason: string) {
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

function pushCodePoint(bytes: number[], codePoint: number): void {
  if (codePoint < 0x80) bytes.push(codePoint);
  else if (codePoint < 0x800) bytes.push(0xc0 | (codePoint >> 6), 0x80 | (codePoint & 0x3f));
  else if (codePoint < 0x10000)
    bytes.push(0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f));
  else
    bytes.push(
      0xf0 | (codePoint >> 18),
      0x80 | ((codePoint >> 12) & 0x3f),
      0x80 | ((codePoint >> 6) & 0x3f),
      0x80 | (codePoint & 0x3f),
    );
}

/** UTF-8 of a text constant. */
export function encodeText(text: string | WideString): Uint8Array {
  const bytes: number[] = [];
  if (typeof text === 'string') for (let i = 0; i < text.length; i++) pushCodePoint(bytes, text.charCodeAt(i));
  else for (const codePoint of text.codePoints) pushCodePoint(bytes, codePoint);
  return Uint8Array.from(bytes);
}

/** A text constant as UTF-16, for names and for messages. */
export function textToUtf16(text: string | WideString): string {
  if (typeof text === 'string') return text;
  let result = '';
  for (const codePoint of text.codePoints) result += String.fromCodePoint(codePoint);
  return result;
}

/**
 * Decodes one code point with `surrogatepass`. Returns the code point and stores its length in `step[0]`.
 *
 * @throws Utf8Error with CPython's start, end and reason
 * @cpython Objects/stringlib/codecs.h utf8_decode (3.14)
 */
function decodeOne(bytes: Uint8Array, i: number, end: number, base: number, step: { length: number }): number {
  const first = bytes[i]!;
  if (first < 0x80) {
    step.length = 1;
    return first;
  }
  const at = i - base;
  if (first < 0xc2 || first > 0xf4) throw new Utf8Error(at, at + 1, 'invalid start byte');
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let codePoint = first & (0xff >> (length + 1));
  for (let k = 1; k < length; k++) {
    if (i + k >= end) throw new Utf8Error(at, end - base, 'unexpected end of data');
    const next = bytes[i + k]!;
    let isValid = (next & 0xc0) === 0x80;
    if (k === 1) {
      if (first === 0xe0) isValid &&= next >= 0xa0;
      else if (first === 0xf0) isValid &&= next >= 0x90;
      else if (first === 0xf4) isValid &&= next < 0x90;
    }
    if (!isValid) throw new Utf8Error(at, at + k, 'invalid continuation byte');
    codePoint = (codePoint << 6) | (next & 0x3f);
  }
  step.length = length;
  return codePoint;
}

/** The text constant that UTF-8 bytes spell. @throws Utf8Error with positions counted from `start` */
export function decodeText(bytes: Uint8Array, start = 0, end = bytes.length): string | WideString {
  let text = '';
  const step = { length: 0 };
  for (let i = start; i < end; i += step.length) {
    const codePoint = decodeOne(bytes, i, end, start, step);
    if (codePoint > 0xffff) return decodeWide(bytes, start, end);
    text += String.fromCharCode(codePoint);
  }
  return text;
}

function decodeWide(bytes: Uint8Array, start: number, end: number): string | WideString {
  const codePoints: number[] = [];
  const step = { length: 0 };
  for (let i = start; i < end; i += step.length) codePoints.push(decodeOne(bytes, i, end, start, step));
  return textFromCodePoints(Uint32Array.from(codePoints));
}

/** Text of Latin-1 bytes. */
export function decodeLatin1(bytes: Uint8Array, start: number, end: number): string {
  // Node's own byte arrays know it, many times quicker for the short texts of code objects.
  const native = bytes as { latin1Slice?: (start: number, end: number) => string };
  if (native.latin1Slice !== undefined) return native.latin1Slice(start, end);
  let text = '';
  // In pieces: the arguments of a call go on the stack.
  for (let i = start; i < end; i += 4096)
    text += String.fromCharCode.apply(null, bytes.subarray(i, Math.min(i + 4096, end)) as unknown as number[]);
  return text;
}
