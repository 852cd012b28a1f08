/**
 * `str.encode` and `bytes.decode`: shortcuts for the common encodings, the codec registry for the rest.
 *
 * @cpython Objects/unicodeobject.c PyUnicode_AsEncodedString, PyUnicode_Decode
 */
import {
  PyByteArray,
  PyBytes,
  asText,
  textToHost,
  typeError,
  typeName,
  unicodeEncodeError,
  valueError,
  warn,
  excTypes,
  type Text,
} from '../core/index.ts';
import { decodeAsciiWith, encodeAscii, encodeLatin1 } from './ascii-latin-1.ts';
import { decodeLatin1, decodeUtf8, encodeUtf8 } from './utf-8.ts';
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from './utf-16-32.ts';
import { decodeTextWithCodec, encodeTextWithCodec, normalizeEncoding } from './registry.ts';

/** The host string of an encoding or handler name. @throws ValueError for null characters, UnicodeEncodeError */
export function nameArgument(text: Text | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string') {
    const surrogate = text.search(/[\ud800-\udfff]/);
    if (surrogate >= 0) throw unicodeEncodeError('utf-8', text, surrogate, surrogate + 1, 'surrogates not allowed');
    if (text.includes('\0')) throw valueError('embedded null character');
  }
  return textToHost(text);
}

/** `text.encode(encoding, errors)`. */
export function encodeText(text: Text, encodingText?: Text, errorsText?: Text): Uint8Array {
  const encoding = nameArgument(encodingText);
  const errors = nameArgument(errorsText) ?? null;
  if (encoding === undefined) return encodeUtf8(text, errors);
  switch (normalizeEncoding(encoding)) {
    case 'utf_8':
    case 'utf8':
      return encodeUtf8(text, errors);
    case 'ascii':
    case 'us_ascii':
      return encodeAscii(text, errors);
    case 'latin1':
    case 'latin_1':
    case 'iso_8859_1':
    case 'iso8859_1':
      return encodeLatin1(text, errors);
    case 'utf_16':
    case 'utf16':
      return encodeUtf16(text, errors, 0);
    case 'utf_32':
    case 'utf32':
      return encodeUtf32(text, errors, 0);
  }
  const result = encodeTextWithCodec(text, encoding, errors);
  if (result instanceof PyBytes) return result.bytes;
  if (result instanceof PyByteArray) {
    warn(
      excTypes.RuntimeWarning,
      `encoder ${encoding} returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types`,
      1,
    );
    return result.bytes.slice(0, result.length);
  }
  throw typeError(
    `'${encoding}' encoder returned '${typeName(result)}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
  );
}

/** `bytes.decode(encoding, errors)`. */
export function decodeBytes(bytes: Uint8Array, encodingText?: Text, errorsText?: Text): Text {
  const encoding = nameArgument(encodingText);
  const errors = nameArgument(errorsText) ?? null;
  if (encoding === undefined) return decodeUtf8(bytes, errors, true).text;
  switch (normalizeEncoding(encoding)) {
    case 'utf_8':
    case 'utf8':
      return decodeUtf8(bytes, errors, true).text;
    case 'ascii':
    case 'us_ascii':
      return decodeAsciiWith(bytes, errors);
    case 'latin1':
    case 'latin_1':
    case 'iso_8859_1':
    case 'iso8859_1':
      return decodeLatin1(bytes);
    case 'utf_16':
    case 'utf16':
      return decodeUtf16(bytes, errors, 0, true).text;
    case 'utf_32':
    case 'utf32':
      return decodeUtf32(bytes, errors, 0, true).text;
  }
  const result = decodeTextWithCodec(new PyBytes(bytes), encoding, errors);
  const text = asText(result);
  if (text === undefined) {
    throw typeError(
      `'${encoding}' decoder returned '${typeName(result)}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
    );
  }
  return text;
}
