/**
 * Items of buffers with a native single-character `struct` format.
 *
 * @cpython Objects/memoryobject.c unpack_single, pack_single
 */
import {
  PyBytes,
  PyFloat,
  asInt,
  excTypes,
  hasIndex,
  index,
  isTrue,
  matches,
  notImplementedError,
  typeError,
  valueError,
  type Value,
} from '../core/index.ts';
import { asNumber } from '../float/float-conversion.ts';

/** Bytes an item takes, by format. */
const ITEM_SIZES: Readonly<Record<string, number>> = {
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  e: 2,
  i: 4,
  I: 4,
  f: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  d: 8,
};

/** The format character of a native format (`'@i'` or `'i'`), or `undefined`. */
export function nativeFormat(format: string): string | undefined {
  const char = format.startsWith('@') ? format.slice(1) : format;
  return char.length === 1 && ITEM_SIZES[char] !== undefined ? char : undefined;
}

/** Size of an item of a native format character. */
export function itemSize(char: string): number {
  return ITEM_SIZES[char]!;
}

function formatError(format: string): Value {
  return notImplementedError(`memoryview: format ${format} not supported`);
}

function smallInt(value: bigint): number | bigint {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

/** A half-precision float. @cpython PyFloat_Unpack2 */
function unpackHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The 16 bits of a number rounded half to even; `undefined` when it is too large. @cpython PyFloat_Pack2 */
function packHalf(value: number): number | undefined {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (magnitude !== magnitude) return sign | 0x7e00;
  if (magnitude === Infinity) return sign | 0x7c00;
  if (magnitude >= 65520) return undefined;
  const exponent = Math.max(Math.floor(Math.log2(magnitude)), -14);
  const unit = 2 ** ((magnitude === 0 ? -14 : exponent) - 10);
  const scaled = magnitude / unit;
  let rounded = Math.floor(scaled);
  if (scaled - rounded > 0.5 || (scaled - rounded === 0.5 && rounded & 1)) rounded++;
  // A carry out of the fraction moves on into the exponent by itself.
  return sign | (rounded < 1024 ? rounded : ((exponent + 15) << 10) + rounded - 1024);
}

/** Reads an item. @throws NotImplementedError for formats that are not native */
export function unpackItem(bytes: Uint8Array, at: number, format: string): Value {
  const char = nativeFormat(format);
  if (char === 'B') return bytes[at]!;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (char) {
    case 'b':
      return view.getInt8(at);
    case 'c':
      return new PyBytes(bytes.slice(at, at + 1));
    case '?':
      return bytes[at] !== 0;
    case 'h':
      return view.getInt16(at, true);
    case 'H':
      return view.getUint16(at, true);
    case 'i':
      return view.getInt32(at, true);
    case 'I':
      return view.getUint32(at, true);
    case 'l':
    case 'q':
    case 'n':
      return smallInt(view.getBigInt64(at, true));
    case 'L':
    case 'Q':
    case 'N':
    case 'P':
      return smallInt(view.getBigUint64(at, true));
    case 'e':
      return new PyFloat(unpackHalf(view.getUint16(at, true)));
    case 'f':
      return new PyFloat(view.getFloat32(at, true));
    case 'd':
      return new PyFloat(view.getFloat64(at, true));
    default:
      throw formatError(format);
  }
}

const RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = Object.fromEntries(
  [...'bhiqln'].flatMap((char) => {
    const bits = BigInt(ITEM_SIZES[char]! * 8);
    return [
      [char, [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n]],
      [char.toUpperCase(), [0n, (1n << bits) - 1n]],
    ];
  }),
);

/** Writes an item. @throws TypeError, ValueError */
export function packItem(bytes: Uint8Array, at: number, format: string, value: Value): void {
  const char = nativeFormat(format);
  if (char === undefined) throw formatError(format);
  const invalidType = (): Value => typeError(`memoryview: invalid type for format '${char}'`);
  const invalidValue = (): Value => valueError(`memoryview: invalid value for format '${char}'`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (char) {
    case 'c':
      if (!(value instanceof PyBytes)) throw invalidType();
      if (value.bytes.length !== 1) throw invalidValue();
      bytes[at] = value.bytes[0]!;
      return;
    case '?':
      bytes[at] = isTrue(value) ? 1 : 0;
      return;
    case 'e':
    case 'f':
    case 'd': {
      let number: number;
      try {
        number = asNumber(value);
      } catch (error) {
        if (matches(error, excTypes.TypeError)) throw invalidType();
        throw error;
      }
      if (char === 'd') view.setFloat64(at, number, true);
      else if (char === 'f') {
        if (Number.isFinite(number) && !Number.isFinite(Math.fround(number))) throw invalidValue();
        view.setFloat32(at, number, true);
      } else {
        const bits = packHalf(number);
        if (bits === undefined) throw invalidValue();
        view.setUint16(at, bits, true);
      }
      return;
    }
  }
  const given = asInt(value);
  if (given === undefined && !hasIndex(value)) throw invalidType();
  const integer = given ?? index(value);
  const [min, max] = RANGES[char === 'P' ? 'Q' : char]!;
  let big = BigInt(integer);
  if (char === 'P' && big < 0n && big >= -(1n << 63n)) big += 1n << 64n;
  if (big < min || big > max) throw invalidValue();
  switch (ITEM_SIZES[char]) {
    case 1:
      bytes[at] = Number(big);
      break;
    case 2:
      view.setUint16(at, Number(big), true);
      break;
    case 4:
      view.setUint32(at, Number(big), true);
      break;
    default:
      view.setBigUint64(at, BigInt.asUintN(64, big), true);
  }
}
