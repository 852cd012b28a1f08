/**
 * `_codecs`: the codec registry, and the codecs that are written natively.
 *
 * @cpython Modules/_codecsmodule.c
 */
import {
  None,
  PyBytes,
  PyTuple,
  asInt,
  asText,
  isTrue,
  textLength,
  typeError,
  typeName,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/documented.ts';
import { bytesArgument } from '../../objects/bytes/index.ts';
import * as codecs from '../../objects/codecs/index.ts';
import { defineModule } from '../define-module.ts';
import { CODECS_DOCS } from './codecs-docs.ts';

/** A str argument, as Argument Clinic words it. @throws TypeError */
function strArgument(value: Value, name: string, position: number | string): Text {
  const text = asText(value);
  if (text === undefined) {
    const where =
      typeof position === 'number' ? (position === 0 ? 'argument' : `argument ${position}`) : `argument '${position}'`;
    throw typeError(`${name}() ${where} must be str, not ${value === None ? 'None' : typeName(value)}`);
  }
  return text;
}

function nameText(value: Value, name: string, position: number | string): string {
  return codecs.nameArgument(strArgument(value, name, position))!;
}

/** The `errors` argument of the codec functions: a str or None. @throws TypeError */
function errorsArgument(value: Value | undefined, name: string): string | null {
  if (value === undefined || value === None) return null;
  const text = asText(value);
  if (text === undefined) throw typeError(`${name}() argument 2 must be str or None, not ${typeName(value)}`);
  return codecs.nameArgument(text)!;
}

/** A str is taken as its UTF-8 by the escape decoders. */
function textOrBytes(value: Value): Uint8Array {
  const text = asText(value);
  return text === undefined ? bytesArgument(value) : codecs.encodeUtf8(text, null);
}

const decoded = (text: Text, consumed: number): PyTuple => new PyTuple([text, consumed]);
const encoded = (bytes: Uint8Array, text: Text): PyTuple => new PyTuple([new PyBytes(bytes), textLength(text)]);

type StatefulDecoder = (
  bytes: Uint8Array,
  errors: string | null,
  isFinal: boolean,
) => { readonly text: Text; readonly consumed: number };

const decoder =
  (
    name: string,
    decode: StatefulDecoder,
    argument: (value: Value) => Uint8Array = bytesArgument,
    isFinalByDefault = false,
  ) =>
  (data: Value, errors: Value | undefined, final: Value | undefined): Value => {
    const bytes = argument(data);
    const result = decode(bytes, errorsArgument(errors, name), final === undefined ? isFinalByDefault : isTrue(final));
    return decoded(result.text, result.consumed);
  };

const plainDecoder =
  (name: string, decode: (bytes: Uint8Array, errors: string | null) => Text) =>
  (data: Value, errors: Value | undefined): Value => {
    const bytes = bytesArgument(data);
    return decoded(decode(bytes, errorsArgument(errors, name)), bytes.length);
  };

const encoder =
  (name: string, encode: (text: Text, errors: string | null) => Uint8Array) =>
  (value: Value, errors: Value | undefined): Value => {
    const text = strArgument(value, name, 1);
    return encoded(encode(text, errorsArgument(errors, name)), text);
  };

type OrderedEncoder = (text: Text, errors: string | null, order: codecs.ByteOrder) => Uint8Array;
type OrderedDecoder = (
  bytes: Uint8Array,
  errors: string | null,
  order: codecs.ByteOrder,
  isFinal: boolean,
) => codecs.DecodedWithOrder;

function orderArgument(value: Value | undefined): codecs.ByteOrder {
  const order = value === undefined ? 0 : asInt(value);
  if (order === undefined) throw typeError(`'${typeName(value!)}' object cannot be interpreted as an integer`);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

const orderedEncoder =
  (name: string, encode: OrderedEncoder) =>
  (value: Value, errors: Value | undefined, order: Value | undefined): Value => {
    const text = strArgument(value, name, 1);
    return encoded(encode(text, errorsArgument(errors, name), orderArgument(order)), text);
  };

const orderedDecoder =
  (name: string, decode: OrderedDecoder) =>
  (data: Value, errors: Value | undefined, order: Value | undefined, final: Value | undefined): Value => {
    const result = decode(
      bytesArgument(data),
      errorsArgument(errors, name),
      orderArgument(order),
      final !== undefined && isTrue(final),
    );
    return new PyTuple([result.text, result.consumed, result.byteOrder]);
  };

/** The encoder and decoder functions of UTF-16 or UTF-32. */
function unitCodecs(prefix: 'utf_16' | 'utf_32', encode: OrderedEncoder, decode: OrderedDecoder) {
  const withOrder =
    (order: codecs.ByteOrder): StatefulDecoder =>
    (bytes, errors, isFinal) =>
      decode(bytes, errors, order, isFinal);
  return {
    [`${prefix}_encode`]: orderedEncoder(`${prefix}_encode`, encode),
    [`${prefix}_le_encode`]: encoder(`${prefix}_le_encode`, (text, errors) => encode(text, errors, -1)),
    [`${prefix}_be_encode`]: encoder(`${prefix}_be_encode`, (text, errors) => encode(text, errors, 1)),
    [`${prefix}_decode`]: decoder(`${prefix}_decode`, withOrder(0)),
    [`${prefix}_le_decode`]: decoder(`${prefix}_le_decode`, withOrder(-1)),
    [`${prefix}_be_decode`]: decoder(`${prefix}_be_decode`, withOrder(1)),
    [`${prefix}_ex_decode`]: orderedDecoder(`${prefix}_ex_decode`, decode),
  };
}

const objectCodec =
  (name: 'encode' | 'decode', run: typeof codecs.encodeWithCodec) =>
  (object: Value, encoding: Value | undefined, errors: Value | undefined): Value =>
    run(
      object,
      encoding === undefined ? 'utf-8' : nameText(encoding, name, 'encoding'),
      errors === undefined ? null : nameText(errors, name, 'errors'),
    );

export const codecsModule = defineModule('_codecs', {
  hiddenTypes: [codecs.encodingMapSpec],
  functions: documentedFunctions(CODECS_DOCS, {
    register: (search: Value) => codecs.registerCodec(search),
    unregister: (search: Value) => codecs.unregisterCodec(search),
    lookup: (encoding: Value) => codecs.lookupCodec(nameText(encoding, 'lookup', 0)),
    encode: objectCodec('encode', codecs.encodeWithCodec),
    decode: objectCodec('decode', codecs.decodeWithCodec),
    register_error: (errors: Value, handler: Value) =>
      codecs.registerErrorHandler(nameText(errors, 'register_error', 1), handler),
    _unregister_error: (errors: Value) => codecs.unregisterErrorHandler(nameText(errors, '_unregister_error', 0)),
    lookup_error: (name: Value) => codecs.lookupErrorHandler(nameText(name, 'lookup_error', 0)),
    escape_encode: (data: Value, _errors: Value | undefined) => {
      if (!(data instanceof PyBytes))
        throw typeError(`escape_encode() argument 1 must be bytes, not ${typeName(data)}`);
      return new PyTuple([new PyBytes(codecs.encodeByteEscapes(data.bytes)), data.bytes.length]);
    },
    escape_decode: (data: Value, errors: Value | undefined) => {
      const bytes = textOrBytes(data);
      return new PyTuple([
        new PyBytes(codecs.decodeByteEscapes(bytes, errorsArgument(errors, 'escape_decode'))),
        bytes.length,
      ]);
    },
    utf_8_encode: encoder('utf_8_encode', codecs.encodeUtf8),
    utf_8_decode: decoder('utf_8_decode', codecs.decodeUtf8),
    utf_7_encode: encoder('utf_7_encode', codecs.encodeUtf7),
    utf_7_decode: decoder('utf_7_decode', codecs.decodeUtf7),
    ...unitCodecs('utf_16', codecs.encodeUtf16, codecs.decodeUtf16),
    ...unitCodecs('utf_32', codecs.encodeUtf32, codecs.decodeUtf32),
    unicode_escape_encode: encoder('unicode_escape_encode', (text) => codecs.encodeUnicodeEscape(text, false)),
    unicode_escape_decode: decoder('unicode_escape_decode', codecs.decodeUnicodeEscape, textOrBytes, true),
    raw_unicode_escape_encode: encoder('raw_unicode_escape_encode', (text) => codecs.encodeUnicodeEscape(text, true)),
    raw_unicode_escape_decode: decoder('raw_unicode_escape_decode', codecs.decodeRawUnicodeEscape, textOrBytes, true),
    latin_1_encode: encoder('latin_1_encode', codecs.encodeLatin1),
    latin_1_decode: plainDecoder('latin_1_decode', codecs.decodeLatin1),
    ascii_encode: encoder('ascii_encode', codecs.encodeAscii),
    ascii_decode: plainDecoder('ascii_decode', codecs.decodeAsciiWith),
    charmap_encode: (value: Value, errors: Value | undefined, mapping: Value | undefined) => {
      const text = strArgument(value, 'charmap_encode', 1);
      return encoded(codecs.encodeCharmap(text, errorsArgument(errors, 'charmap_encode'), mapping ?? None), text);
    },
    charmap_decode: (data: Value, errors: Value | undefined, mapping: Value | undefined) => {
      const bytes = bytesArgument(data);
      return decoded(
        codecs.decodeCharmap(bytes, errorsArgument(errors, 'charmap_decode'), mapping ?? None),
        bytes.length,
      );
    },
    charmap_build: (map: Value) => codecs.buildEncodingMap(strArgument(map, 'charmap_build', 0)),
    readbuffer_encode: (data: Value, _errors: Value | undefined) => {
      const bytes = textOrBytes(data);
      return new PyTuple([new PyBytes(bytes.slice()), bytes.length]);
    },
  }),
});
