/**
 * UTF-16 and UTF-32 between bytes and text.
 *
 * @cpython Objects/unicodeobject.c PyUnicode_DecodeUTF16Stateful, PyUnicode_DecodeUTF32Stateful, _PyUnicode_EncodeUTF16
 */
import { PyWideStr, textLength, type Text } from '../core/index.ts';
import { TextBuilder, codePointAt } from '../str/text.ts';
import { ByteBuilder } from './byte-builder.ts';
import { DecodingErrors, EncodingErrors } from './coding-errors.ts';

/** -1: little-endian; 1: big-endian; 0: native (little) with a byte order mark. */
export type ByteOrder = -1 | 0 | 1;

export interface DecodedWithOrder {
  readonly text: Text;
  readonly consumed: number;
  readonly byteOrder: ByteOrder;
}

const suffix = (order: ByteOrder): string => (order === 0 ? '' : order < 0 ? '-le' : '-be');

/** Decodes UTF-16. With byte order 0 a byte order mark is looked for and left out. */
export function decodeUtf16(
  input: Uint8Array,
  errors: string | null,
  byteOrder: ByteOrder,
  isFinal: boolean,
): DecodedWithOrder {
  let order = byteOrder;
  let at = 0;
  if (order === 0 && input.length >= 2) {
    const mark = (input[0]! << 8) | input[1]!;
    if (mark === 0xfffe) order = -1;
    else if (mark === 0xfeff) order = 1;
    if (order !== 0) at = 2;
  }
  const failures = new DecodingErrors(`utf-16${order === 0 ? '-le' : suffix(order)}`, errors, input);
  const output = new TextBuilder();
  let bytes = input;
  const isBig = order > 0;
  const unitAt = (offset: number): number =>
    isBig ? (bytes[offset]! << 8) | bytes[offset + 1]! : (bytes[offset + 1]! << 8) | bytes[offset]!;
  while (at < bytes.length) {
    let end: number;
    let reason: string;
    if (bytes.length - at < 2) {
      if (!isFinal) break;
      reason = 'truncated data';
      end = bytes.length;
    } else {
      const unit = unitAt(at);
      if (unit < 0xd800 || unit > 0xdfff) {
        output.addCodePoint(unit);
        at += 2;
        continue;
      }
      if (unit >= 0xdc00) {
        reason = 'illegal encoding';
        end = at + 2;
      } else if (bytes.length - at < 4) {
        if (!isFinal) break;
        reason = 'unexpected end of data';
        end = bytes.length;
      } else {
        const low = unitAt(at + 2);
        if (low >= 0xdc00 && low <= 0xdfff) {
          output.addCodePoint(0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff));
          at += 4;
          continue;
        }
        reason = 'illegal UTF-16 surrogate';
        end = at + 2;
      }
    }
    at = failures.handle(output, at, end, reason);
    bytes = failures.bytes;
  }
  return { text: output.finish(), consumed: at, byteOrder: order };
}

/** Decodes UTF-32. With byte order 0 a byte order mark is looked for and left out. */
export function decodeUtf32(
  input: Uint8Array,
  errors: string | null,
  byteOrder: ByteOrder,
  isFinal: boolean,
): DecodedWithOrder {
  let order = byteOrder;
  let at = 0;
  let bytes = input;
  const wordAt = (offset: number, isBig: boolean): number =>
    isBig
      ? bytes[offset]! * 0x1000000 + (bytes[offset + 1]! << 16) + (bytes[offset + 2]! << 8) + bytes[offset + 3]!
      : bytes[offset + 3]! * 0x1000000 + (bytes[offset + 2]! << 16) + (bytes[offset + 1]! << 8) + bytes[offset]!;
  if (order === 0 && input.length >= 4) {
    if (wordAt(0, false) === 0xfeff) order = -1;
    else if (wordAt(0, true) === 0xfeff) order = 1;
    if (order !== 0) at = 4;
  }
  const failures = new DecodingErrors(`utf-32${order === 0 ? '-le' : suffix(order)}`, errors, input);
  const output = new TextBuilder();
  while (at < bytes.length) {
    let end: number;
    let reason: string;
    if (bytes.length - at < 4) {
      if (!isFinal) break;
      reason = 'truncated data';
      end = bytes.length;
    } else {
      const word = wordAt(at, order > 0);
      if (word <= 0x10ffff && (word < 0xd800 || word > 0xdfff)) {
        output.addCodePoint(word);
        at += 4;
        continue;
      }
      reason =
        word > 0x10ffff
          ? 'code point not in range(0x110000)'
          : 'code point in surrogate code point range(0xd800, 0xe000)';
      end = at + 4;
    }
    at = failures.handle(output, at, end, reason);
    bytes = failures.bytes;
  }
  return { text: output.finish(), consumed: at, byteOrder: order };
}

/** Encodes to UTF-16 or UTF-32. */
function encodeUnits(text: Text, errors: string | null, byteOrder: ByteOrder, size: 2 | 4): Uint8Array {
  const length = textLength(text);
  const output = new ByteBuilder((length + 1) * size);
  const isBig = byteOrder > 0;
  const addUnit = (unit: number): void => {
    for (let i = 0; i < size; i++) output.add((isBig ? unit >>> (8 * (size - 1 - i)) : unit >>> (8 * i)) & 255);
  };
  if (byteOrder === 0) addUnit(0xfeff);
  const failures = new EncodingErrors(`utf-${size * 8}${suffix(byteOrder)}`, errors, text);
  const reason = 'surrogates not allowed';
  for (let i = 0; i < length;) {
    const codePoint = codePointAt(text, i);
    if (codePoint < 0xd800 || codePoint > 0xdfff) {
      if (size === 4 || codePoint < 0x10000) addUnit(codePoint);
      else {
        addUnit(0xd800 + ((codePoint - 0x10000) >> 10));
        addUnit(0xdc00 + (codePoint & 0x3ff));
      }
      i++;
      continue;
    }
    // CPython reports surrogates one at a time here.
    const replacement = failures.handle(i, i + 1, reason);
    if (replacement instanceof Uint8Array) {
      if (replacement.length % size !== 0) throw failures.exception(i, i + 1, reason);
      output.addBytes(replacement);
    } else {
      if (replacement instanceof PyWideStr || /[^\x00-\x7f]/.test(replacement))
        throw failures.exception(i, i + 1, reason);
      for (let k = 0; k < replacement.length; k++) addUnit(replacement.charCodeAt(k));
    }
    i = failures.position;
  }
  return output.finish();
}

export function encodeUtf16(text: Text, errors: string | null, byteOrder: ByteOrder): Uint8Array {
  return encodeUnits(text, errors, byteOrder, 2);
}

export function encodeUtf32(text: Text, errors: string | null, byteOrder: ByteOrder): Uint8Array {
  return encodeUnits(text, errors, byteOrder, 4);
}
