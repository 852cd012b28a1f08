/**
 * ASCII and Latin-1 between bytes and text.
 *
 * @cpython Objects/unicodeobject.c PyUnicode_DecodeASCII, unicode_encode_ucs1
 */
import { PyWideStr, textLength, type Text } from '../core/index.ts';
import { TextBuilder, codePointAt } from '../str/text.ts';
import { ByteBuilder } from './byte-builder.ts';
import { DecodingErrors, EncodingErrors } from './coding-errors.ts';
import { decodeAscii } from './utf-8.ts';

/** Decodes ASCII. */
export function decodeAsciiWith(input: Uint8Array, errors: string | null): Text {
  const valid = decodeAscii(input);
  if (valid !== undefined) return valid;
  const failures = new DecodingErrors('ascii', errors, input);
  const output = new TextBuilder();
  let bytes = input;
  for (let at = 0; at < bytes.length;) {
    if (bytes[at]! < 0x80) output.addCodePoint(bytes[at++]!);
    else {
      at = failures.handle(output, at, at + 1, 'ordinal not in range(128)');
      bytes = failures.bytes;
    }
  }
  return output.finish();
}

/** Encodes to one byte a character. @param limit 128 for ASCII, 256 for Latin-1 */
function encodeBelow(text: Text, limit: 128 | 256, encoding: string, errors: string | null): Uint8Array {
  if (typeof text === 'string' && !(limit === 128 ? /[^\x00-\x7f]/ : /[^\x00-\xff]/).test(text)) {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }
  const length = textLength(text);
  const output = new ByteBuilder(length);
  const failures = new EncodingErrors(encoding, errors, text);
  const reason = limit === 128 ? 'ordinal not in range(128)' : 'ordinal not in range(256)';
  for (let i = 0; i < length;) {
    const codePoint = codePointAt(text, i);
    if (codePoint < limit) {
      output.add(codePoint);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < length && codePointAt(text, end) >= limit) end++;
    if (errors === 'surrogateescape' && codePoint >= 0xdc80 && codePoint <= 0xdcff) {
      // Handled run by run, so that a character that cannot be escaped is reported from its own place on.
      while (i < end && codePointAt(text, i) >= 0xdc80 && codePointAt(text, i) <= 0xdcff)
        output.add(codePointAt(text, i++) - 0xdc00);
      continue;
    }
    const replacement = failures.handle(i, end, reason);
    if (replacement instanceof Uint8Array) output.addBytes(replacement);
    else {
      if (replacement instanceof PyWideStr) throw failures.exception(i, end, reason);
      for (let k = 0; k < replacement.length; k++) {
        if (replacement.charCodeAt(k) >= limit) throw failures.exception(i, end, reason);
      }
      output.addLatin1(replacement);
    }
    i = failures.position;
  }
  return output.finish();
}

/** Encodes to ASCII. */
export function encodeAscii(text: Text, errors: string | null): Uint8Array {
  return encodeBelow(text, 128, 'ascii', errors);
}

/** Encodes to Latin-1. */
export function encodeLatin1(text: Text, errors: string | null): Uint8Array {
  return encodeBelow(text, 256, 'latin-1', errors);
}
