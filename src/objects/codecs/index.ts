/** Codecs: the algorithms, error handlers and the registry. */
export { ByteBuilder } from './byte-builder.ts';
export * from './registry.ts';
export { builtinErrorHandlers } from './error-handlers.ts';
export { DecodingErrors, EncodingErrors, unicodeTranslateError } from './coding-errors.ts';
export { decodeAscii, decodeLatin1, decodeUtf8, encodeUtf8, type Decoded } from './utf-8.ts';
export { decodeAsciiWith, encodeAscii, encodeLatin1 } from './ascii-latin-1.ts';
export {
  decodeUtf16,
  decodeUtf32,
  encodeUtf16,
  encodeUtf32,
  type ByteOrder,
  type DecodedWithOrder,
} from './utf-16-32.ts';
export { decodeUtf7, encodeUtf7 } from './utf-7.ts';
export {
  decodeByteEscapes,
  decodeRawUnicodeEscape,
  decodeUnicodeEscape,
  encodeByteEscapes,
  encodeUnicodeEscape,
} from './escapes.ts';
export { buildEncodingMap, decodeCharmap, encodeCharmap, encodingMapSpec, PyEncodingMap } from './charmap.ts';
export { decodeBytes, encodeText, nameArgument } from './encode-decode.ts';
