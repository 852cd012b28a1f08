/**
 * Bytes as hexadecimal text.
 *
 * @cpython Python/pystrhex.c, Objects/bytesobject.c _PyBytes_FromHex
 */
import {
  PyBytes,
  asText,
  index,
  length,
  overflowError,
  textLength,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../core/index.ts';
import { codePointAt } from '../str/text.ts';
import { bufferBytesOrUndefined } from './buffer-access.ts';
import { isSpaceByte } from './byte-search.ts';

/** The separator of `hex(sep)`. @throws ValueError, TypeError */
function separatorOf(value: Value): string {
  if (length(value) !== 1) throw valueError('sep must be length 1.');
  const text = asText(value);
  let code: number;
  if (text !== undefined) code = codePointAt(text, 0);
  else if (value instanceof PyBytes) code = value.bytes[0]!;
  else throw typeError('sep must be str or bytes.');
  if (code > 127) throw valueError('sep must be ASCII.');
  return String.fromCharCode(code);
}

const HEX_PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** `bytes.hex(sep, bytes_per_sep)`. */
export function hexOfBytes(
  bytes: Uint8Array,
  separatorValue: Value | undefined,
  groupValue: Value | undefined,
): string {
  const separator = separatorValue === undefined ? '' : separatorOf(separatorValue);
  const given = groupValue === undefined ? 1 : index(groupValue);
  if (given > 0x7fffffff || given < -0x80000000) throw overflowError('Python int too large to convert to C int');
  const group = Math.abs(Number(given));
  let result = '';
  if (separator === '' || group === 0) {
    for (let i = 0; i < bytes.length; i++) result += HEX_PAIRS[bytes[i]!];
    return result;
  }
  // A positive group size counts from the right, a negative one from the left.
  const shift = given > 0 ? bytes.length % group : 0;
  for (let i = 0; i < bytes.length; i++) {
    if (i > 0 && (i - shift) % group === 0) result += separator;
    result += HEX_PAIRS[bytes[i]!];
  }
  return result;
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** `bytes.fromhex(text)`. @throws ValueError, TypeError */
export function bytesFromHex(value: Value): Uint8Array {
  const text = asText(value);
  let codes: Uint8Array;
  if (text !== undefined) {
    codes = new Uint8Array(textLength(text));
    for (let i = 0; i < codes.length; i++) {
      const codePoint = codePointAt(text, i);
      if (codePoint > 127) throw notHex(i);
      codes[i] = codePoint;
    }
  } else {
    const bytes = bufferBytesOrUndefined(value);
    if (bytes === undefined) throw typeError(`fromhex() argument must be str or bytes-like, not ${typeName(value)}`);
    codes = bytes;
  }
  const result = new Uint8Array(codes.length >> 1);
  let count = 0;
  for (let i = 0; i < codes.length;) {
    if (isSpaceByte(codes[i]!)) {
      i++;
      continue;
    }
    const high = digitOf(codes[i]!);
    if (high < 0) throw notHex(i);
    i++;
    if (i === codes.length) throw valueError('fromhex() arg must contain an even number of hexadecimal digits');
    const low = digitOf(codes[i]!);
    if (low < 0) throw notHex(i);
    i++;
    result[count++] = high * 16 + low;
  }
  return result.slice(0, count);
}

function notHex(at: number): Value {
  return valueError(`non-hexadecimal number found in fromhex() arg at position ${at}`);
}
