/**
 * UTF-8 between bytes and text.
 *
 * @cpython Objects/unicodeobject.c unicode_decode_utf8, unicode_encode_utf8; Objects/stringlib/codecs.h
 */
import { PyWideStr, strFromUtf16, textLength, type Text } from '../core/index.ts';
import { TextBuilder, codePointAt } from '../str/text.ts';
import { ByteBuilder } from './byte-builder.ts';
import { DecodingErrors, EncodingErrors } from './coding-errors.ts';

/** What the WHATWG Encoding standard gives every host. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean; ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

export interface Decoded {
  readonly text: Text;
  /** Number of bytes used. */
  readonly consumed: number;
}

/** Text of ASCII bytes, or `undefined` if one is not ASCII. */
export function decodeAscii(bytes: Uint8Array): string | undefined {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return undefined;
  return decodeLatin1(bytes);
}

/** Text of which each character is one byte. */
export function decodeLatin1(bytes: Uint8Array): string {
  if (bytes.length <= 4096) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) {
    text += String.fromCharCode.apply(null, bytes.subarray(i, i + 4096) as unknown as number[]);
  }
  return text;
}

let fatalDecoder: TextDecoder | undefined;

/** Decodes valid UTF-8, or returns `undefined`. */
function decodeValid(bytes: Uint8Array): Text | undefined {
  if (bytes.length < 32) {
    const ascii = decodeAscii(bytes);
    if (ascii !== undefined) return ascii;
  }
  fatalDecoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return strFromUtf16(fatalDecoder.decode(bytes));
  } catch {
    // Invalid somewhere: the slow way finds where.
    return undefined;
  }
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** A code point and its length, packed as `codePoint * 8 + length`; or `-n`: the first n bytes cannot go on; or 0: cut off. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const left = bytes.length - at;
  if (first < 0xe0) {
    if (left < 2) return 0;
    const second = bytes[at + 1]!;
    return isContinuation(second) ? (((first & 31) << 6) | (second & 63)) * 8 + 2 : -1;
  }
  if (left < 2) return 0;
  const second = bytes[at + 1]!;
  if (!isContinuation(second)) return -1;
  if (first < 0xf0) {
    if (second < 0xa0 ? first === 0xe0 : first === 0xed) return -1;
    if (left < 3) return 0;
    const third = bytes[at + 2]!;
    return isContinuation(third) ? (((first & 15) << 12) | ((second & 63) << 6) | (third & 63)) * 8 + 3 : -2;
  }
  if (second < 0x90 ? first === 0xf0 : first === 0xf4) return -1;
  if (left < 3) return 0;
  const third = bytes[at + 2]!;
  if (!isContinuation(third)) return -2;
  if (left < 4) return 0;
  const fourth = bytes[at + 3]!;
  if (!isContinuation(fourth)) return -3;
  return (((first & 7) << 18) | ((second & 63) << 12) | ((third & 63) << 6) | (fourth & 63)) * 8 + 4;
}

/** Decodes UTF-8. @param isFinal false: an incomplete sequence at the end is left for later */
export function decodeUtf8(input: Uint8Array, errors: string | null, isFinal: boolean): Decoded {
  const valid = decodeValid(input);
  if (valid !== undefined) return { text: valid, consumed: input.length };
  const failures = new DecodingErrors('utf-8', errors, input);
  const output = new TextBuilder();
  let bytes = input;
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at]!;
    if (first < 0x80) {
      output.addCodePoint(first);
      at++;
      continue;
    }
    let end: number;
    let reason: string;
    if (first < 0xc2 || first > 0xf4) {
      reason = 'invalid start byte';
      end = at + 1;
    } else {
      const sequence = sequenceAt(bytes, at);
      if (sequence > 0) {
        output.addCodePoint(sequence >> 3);
        at += sequence & 7;
        continue;
      }
      if (sequence === 0) {
        if (!isFinal) break;
        reason = 'unexpected end of data';
        end = bytes.length;
      } else {
        // Half a surrogate that surrogatepass may accept once its third byte is there.
        if (
          !isFinal &&
          sequence === -1 &&
          first === 0xed &&
          bytes.length - at === 2 &&
          bytes[at + 1]! >= 0xa0 &&
          bytes[at + 1]! <= 0xbf
        )
          break;
        reason = 'invalid continuation byte';
        end = at - sequence;
      }
    }
    at = failures.handle(output, at, end, reason);
    bytes = failures.bytes;
  }
  return { text: output.finish(), consumed: at };
}

let encoder: TextEncoder | undefined;

/** Encodes text as UTF-8. */
export function encodeUtf8(text: Text, errors: string | null): Uint8Array {
  if (typeof text === 'string' && !/[\ud800-\udfff]/.test(text)) {
    if (text.length < 16 && !/[^\x00-\x7f]/.test(text)) {
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
      return bytes;
    }
    return (encoder ??= new TextEncoder()).encode(text);
  }
  const length = textLength(text);
  const output = new ByteBuilder(length * 2);
  let failures: EncodingErrors | null = null;
  for (let i = 0; i < length;) {
    const codePoint = codePointAt(text, i);
    if (codePoint < 0xd800 || codePoint > 0xdfff) {
      addCodePoint(output, codePoint);
      i++;
      continue;
    }
    if (errors === 'surrogateescape' && codePoint >= 0xdc80 && codePoint <= 0xdcff) {
      output.add(codePoint - 0xdc00);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < length && codePointAt(text, end) >= 0xd800 && codePointAt(text, end) <= 0xdfff) end++;
    failures ??= new EncodingErrors('utf-8', errors, text);
    i = encodeFailure(output, failures, i, end);
  }
  return output.finish();
}

/** Adds what the handler says for the surrogates of `[start, end)`; returns where to go on. */
function encodeFailure(output: ByteBuilder, failures: EncodingErrors, start: number, end: number): number {
  const reason = 'surrogates not allowed';
  const replacement = failures.handle(start, end, reason);
  if (replacement instanceof Uint8Array) output.addBytes(replacement);
  else {
    if (replacement instanceof PyWideStr || /[^\x00-\x7f]/.test(replacement))
      throw failures.exception(start, end, reason);
    output.addLatin1(replacement);
  }
  return failures.position;
}

function addCodePoint(output: ByteBuilder, codePoint: number): void {
  if (codePoint < 0x80) output.add(codePoint);
  else if (codePoint < 0x800) {
    output.add(0xc0 | (codePoint >> 6));
    output.add(0x80 | (codePoint & 63));
  } else {
    if (codePoint < 0x10000) output.add(0xe0 | (codePoint >> 12));
    else {
      output.add(0xf0 | (codePoint >> 18));
      output.add(0x80 | ((codePoint >> 12) & 63));
    }
    output.add(0x80 | ((codePoint >> 6) & 63));
    output.add(0x80 | (codePoint & 63));
  }
}
