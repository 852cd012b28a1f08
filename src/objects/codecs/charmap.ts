/**
 * The `charmap` codec, of which the 8-bit encodings in `encodings` are made.
 *
 * @cpython Objects/unicodeobject.c PyUnicode_DecodeCharmap, _PyUnicode_EncodeCharmap, PyUnicode_BuildEncodingMap
 */
import {
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  None,
  PyBytes,
  PyDict,
  PyObject,
  asInt,
  asText,
  dictType,
  excTypes,
  getItem,
  makeBuiltinType,
  matches,
  method,
  objectType,
  textLength,
  typeError,
  typeName,
  typeSpec,
  type Text,
  type Value,
} from '../core/index.ts';
import { TextBuilder, codePointAt } from '../str/text.ts';
import { ByteBuilder } from './byte-builder.ts';
import { DecodingErrors, EncodingErrors } from './coding-errors.ts';
import { decodeLatin1 } from './utf-8.ts';
import { encodeLatin1 } from './ascii-latin-1.ts';

/** What `charmap_build` gives for ordinary 8-bit tables. */
export class PyEncodingMap extends PyObject {
  readonly bytes: ReadonlyMap<number, number>;
  constructor(bytes: ReadonlyMap<number, number>) {
    super();
    this.bytes = bytes;
  }
}
export const encodingMapType = makeBuiltinType(
  'EncodingMap',
  objectType,
  PyEncodingMap,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);
export const encodingMapSpec = typeSpec(encodingMapType, {
  methods: {
    size: method(
      '($self, /)',
      (self: PyEncodingMap) => 32 + 128 * self.bytes.size,
      'Return the size (in bytes) of this object',
    ),
  },
});

const UNDEFINED = 0xfffe;

/** `codecs.charmap_build(table)`. */
export function buildEncodingMap(table: Text): Value {
  const length = Math.min(textLength(table), 256);
  let needsDict = length === 0 || codePointAt(table, 0) !== 0;
  for (let i = 1; i < length && !needsDict; i++) {
    const codePoint = codePointAt(table, i);
    needsDict = codePoint === 0 || codePoint > 0xffff;
  }
  if (needsDict) {
    const dict = new PyDict();
    for (let i = 0; i < length; i++) dict.set(codePointAt(table, i), i);
    return dict;
  }
  const bytes = new Map<number, number>();
  for (let i = 0; i < length; i++) {
    const codePoint = codePointAt(table, i);
    if (codePoint !== UNDEFINED) bytes.set(codePoint, i);
  }
  return new PyEncodingMap(bytes);
}

/** `mapping[key]`, `undefined` for LookupError. */
function lookUp(mapping: Value, key: number): Value | undefined {
  if (mapping instanceof PyDict && mapping.ob_type === dictType) return mapping.get(key);
  try {
    return getItem(mapping, key);
  } catch (error) {
    if (matches(error, excTypes.LookupError)) return undefined;
    throw error;
  }
}

/** The text of a byte, `undefined` for none. @throws TypeError */
function decodedByte(mapping: Value, byte: number): Text | undefined {
  const mapped = lookUp(mapping, byte);
  if (mapped === undefined || mapped === None) return undefined;
  const number = asInt(mapped);
  if (number !== undefined) {
    if (number === UNDEFINED) return undefined;
    if (number < 0 || number > 0x10ffff) throw typeError('character mapping must be in range(0x110000)');
    const character = new TextBuilder();
    character.addCodePoint(Number(number));
    return character.finish();
  }
  const text = asText(mapped);
  if (text === undefined) throw typeError('character mapping must return integer, None or str');
  return text === '\ufffe' ? undefined : text;
}

/** Decodes by a mapping from bytes: a str indexed by byte, or anything with `__getitem__`. */
export function decodeCharmap(input: Uint8Array, errors: string | null, mapping: Value): Text {
  if (mapping === None) return decodeLatin1(input);
  const failures = new DecodingErrors('charmap', errors, input);
  const output = new TextBuilder();
  const table = asText(mapping);
  const tableLength = table === undefined ? 0 : textLength(table);
  let bytes = input;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at]!;
    if (table !== undefined) {
      const codePoint = byte < tableLength ? codePointAt(table, byte) : UNDEFINED;
      if (codePoint !== UNDEFINED) {
        output.addCodePoint(codePoint);
        at++;
        continue;
      }
    } else {
      const text = decodedByte(mapping, byte);
      if (text !== undefined) {
        output.addText(text);
        at++;
        continue;
      }
    }
    at = failures.handle(output, at, at + 1, 'character maps to <undefined>');
    bytes = failures.bytes;
  }
  return output.finish();
}

/** The bytes of a code point, `undefined` for none. @throws TypeError */
function encodedCharacter(mapping: Value, codePoint: number): number | Uint8Array | undefined {
  if (mapping instanceof PyEncodingMap) return mapping.bytes.get(codePoint);
  const mapped = lookUp(mapping, codePoint);
  if (mapped === undefined || mapped === None) return undefined;
  const number = asInt(mapped);
  if (number !== undefined) {
    if (number < 0 || number > 255) throw typeError('character mapping must be in range(256)');
    return Number(number);
  }
  if (mapped instanceof PyBytes) return mapped.bytes;
  throw typeError(`character mapping must return integer, bytes or None, not ${typeName(mapped)}`);
}

function add(output: ByteBuilder, encoded: number | Uint8Array): void {
  if (typeof encoded === 'number') output.add(encoded);
  else output.addBytes(encoded);
}

/** Encodes by a mapping from code points: an `EncodingMap`, or anything with `__getitem__`. */
export function encodeCharmap(text: Text, errors: string | null, mapping: Value): Uint8Array {
  if (mapping === None) return encodeLatin1(text, errors);
  const failures = new EncodingErrors('charmap', errors, text);
  const reason = 'character maps to <undefined>';
  const length = textLength(text);
  const output = new ByteBuilder(length);
  for (let i = 0; i < length;) {
    const encoded = encodedCharacter(mapping, codePointAt(text, i));
    if (encoded !== undefined) {
      add(output, encoded);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < length && encodedCharacter(mapping, codePointAt(text, end)) === undefined) end++;
    const replacement = failures.handle(i, end, reason);
    if (replacement instanceof Uint8Array) output.addBytes(replacement);
    else {
      for (let k = 0, count = textLength(replacement); k < count; k++) {
        const substitute = encodedCharacter(mapping, codePointAt(replacement, k));
        if (substitute === undefined) throw failures.exception(i, end, reason);
        add(output, substitute);
      }
    }
    i = failures.position;
  }
  return output.finish();
}
