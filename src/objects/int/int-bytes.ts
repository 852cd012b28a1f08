/**
 * Ints as bytes: two's complement or unsigned, in either order.
 *
 * @cpython Objects/longobject.c _PyLong_AsByteArray, _PyLong_FromByteArray
 */
import { memoryError, overflowError } from '../core/index.ts';
import { intBitLength, intInvert, normalizeBigInt, type Int } from './int-arithmetic.ts';

/**
 * `int.to_bytes`.
 * @throws OverflowError when the int does not fit
 */
export function intToBytes(value: Int, length: number, isLittleEndian: boolean, isSigned: boolean): Uint8Array {
  if (value < 0 && !isSigned) throw overflowError("can't convert negative int to unsigned");
  const bits = value < 0 ? intBitLength(intInvert(value)) + 1 : intBitLength(value) + (isSigned ? 1 : 0);
  if (bits > length * 8 && value !== 0) throw overflowError('int too big to convert');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(length);
  } catch {
    throw memoryError();
  }
  if (typeof value === 'number' && Math.abs(value) <= 0x7fffffff) {
    // Shifting an int32 carries its sign along.
    for (let i = 0, rest = value; i < length; i++, rest >>= 8) bytes[i] = rest;
  } else {
    // The hex digits of the two's complement number in exactly as many bytes as it needs.
    const needed = Math.ceil(bits / 8);
    const unsigned = value < 0 ? BigInt(value) + (1n << BigInt(needed * 8)) : BigInt(value);
    const hex = unsigned.toString(16).padStart(needed * 2, '0');
    for (let i = 0; i < needed; i++) bytes[i] = parseInt(hex.substr((needed - 1 - i) * 2, 2), 16);
    if (value < 0) bytes.fill(0xff, needed);
  }
  return isLittleEndian ? bytes : bytes.reverse();
}

const HEX_BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** `int.from_bytes`. */
export function intFromBytes(bytes: Uint8Array, isLittleEndian: boolean, isSigned: boolean): Int {
  const length = bytes.length;
  if (length === 0) return 0;
  const isNegative = isSigned && bytes[isLittleEndian ? length - 1 : 0]! >= 0x80;
  if (length <= 6) {
    let value = 0;
    for (let i = 0; i < length; i++) value = value * 256 + bytes[isLittleEndian ? length - 1 - i : i]!;
    return isNegative ? value - 2 ** (8 * length) : value;
  }
  const parts: string[] = [];
  for (let i = 0; i < length; i++) parts.push(HEX_BYTES[bytes[isLittleEndian ? length - 1 - i : i]!]!);
  const unsigned = BigInt(`0x${parts.join('')}`);
  return normalizeBigInt(isNegative ? unsigned - (1n << BigInt(length * 8)) : unsigned);
}
