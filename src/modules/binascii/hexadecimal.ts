/** Hexadecimal text of bytes, with separators. @cpython Python/pystrhex.c, Modules/binascii.c */
import {
  PyBytes,
  asText,
  bufferBytes,
  codePointsOf,
  excTypes,
  indexNumber,
  length,
  typeError,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { ByteSink, asciiBuffer, binasciiError } from './ascii-buffer.ts';

const DIGITS = Uint8Array.from('0123456789abcdef', (char) => char.charCodeAt(0));

/** The byte of a separator argument. @throws ValueError, TypeError */
function separatorOf(value: Value): number {
  if (length(value) !== 1) throw valueError('sep must be length 1.');
  const text = asText(value);
  if (text !== undefined) {
    const code = codePointsOf(text)[0]!;
    if (code > 0xff) throw valueError('sep must be ASCII.');
    return code;
  }
  if (value instanceof PyBytes) return value.bytes[0]!;
  throw typeError('sep must be str or bytes.');
}

/** `b2a_hex(data, sep, bytes_per_sep)`: groups count from the right, or with a negative size from the left. */
export function b2aHex(data: Value, separator: Value | undefined, groupSize: Value | undefined): Value {
  const sep = separator === undefined ? -1 : separatorOf(separator);
  const size = groupSize === undefined ? 1 : indexNumber(groupSize, excTypes.OverflowError);
  const source = bufferBytes(data);
  const sink = new ByteSink(source.length * 3);
  const group = Math.abs(size);
  for (let i = 0; i < source.length; i++) {
    const position = size < 0 ? i : source.length - i;
    if (i > 0 && sep >= 0 && group > 0 && position % group === 0) sink.push(sep);
    const byte = source[i]!;
    sink.push(DIGITS[byte >> 4]!);
    sink.push(DIGITS[byte & 15]!);
  }
  return sink.toBytes();
}

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 102) return code - 87;
  if (code >= 65 && code <= 70) return code - 55;
  return -1;
}

/** `a2b_hex(hexstr)` */
export function a2bHex(data: Value): Value {
  const source = asciiBuffer(data);
  if (source.length % 2 !== 0) throw binasciiError.error('Odd-length string');
  const bytes = new Uint8Array(source.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = hexDigit(source[2 * i]!);
    const low = hexDigit(source[2 * i + 1]!);
    if (high < 0 || low < 0) throw binasciiError.error('Non-hexadecimal digit found');
    bytes[i] = high * 16 + low;
  }
  return new PyBytes(bytes);
}
