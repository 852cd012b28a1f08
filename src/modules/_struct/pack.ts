/** Packing and unpacking by a compiled format. @cpython Modules/_struct.c s_pack_internal, s_unpack_internal */
import {
  PyByteArray,
  PyBytes,
  PyComplex,
  PyFloat,
  PyTuple,
  asInt,
  excTypes,
  hasIndex,
  index,
  isPyException,
  isTrue,
  matches,
  overflowError,
  type Value,
} from '../../objects/core/index.ts';
import { asComplex } from '../../objects/complex/index.ts';
import { asNumber } from '../../objects/float/index.ts';
import { normalizeBigInt, type Int } from '../../objects/int/index.ts';
import { moduleException } from '../module-exception.ts';
import { FLOAT64_ITEM, SIGNED_ITEM, TEXT_ITEM, UNSIGNED_ITEM, type CompiledFormat, type FormatItem } from './format.ts';
import { packHalf, unpackHalf } from './half-float.ts';

/** `struct.error` */
export const structError = moduleException('struct', 'error', [excTypes.Exception]);

/** @throws struct.error where it is out of range */
function integerArgument(value: Value, item: FormatItem): Int {
  const { size } = item;
  if (typeof value === 'number' && value >= item.min && (size === 8 || value < item.end)) return value;
  if (asInt(value) === undefined && !hasIndex(value)) throw structError.error('required argument is not an integer');
  const int = index(value);
  const bits = BigInt(size * 8);
  const isSigned = item.kind === SIGNED_ITEM;
  const min = isSigned ? -(1n << (bits - 1n)) : 0n;
  const max = isSigned ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  if (int < min || int > max) {
    if (item.code === 'P') throw structError.error('int too large to convert');
    throw structError.error(`'${item.code}' format requires ${min} <= number <= ${max}`);
  }
  return int;
}

const WORD = 2 ** 32;

/** Writes the low bytes of an int in two's complement. */
function writeInteger(target: Uint8Array, at: number, size: number, int: Int, isLittle: boolean): void {
  let low: number;
  let high = 0;
  if (typeof int === 'bigint') {
    low = Number(BigInt.asUintN(32, int));
    high = Number(BigInt.asUintN(32, int >> 32n));
  } else {
    low = int | 0;
    if (size === 8) {
      high = Math.floor(int / WORD);
      low = int - high * WORD;
    }
  }
  const first = isLittle ? at : at + size - 1;
  const step = isLittle ? 1 : -1;
  for (let i = 0; i < size; i++) target[first + i * step] = (i < 4 ? low : high) >> ((i & 3) * 8);
}

function readInteger(source: Uint8Array, at: number, size: number, isSigned: boolean, isLittle: boolean): Int {
  const step = isLittle ? -1 : 1;
  // From the most significant byte on.
  let from = isLittle ? at + size - 1 : at;
  if (size < 8) {
    let int = source[from]!;
    if (isSigned && int > 127) int -= 256;
    for (let i = 1; i < size; i++) int = int * 256 + source[(from += step)]!;
    return int;
  }
  let high = source[from]!;
  if (isSigned && high > 127) high -= 256;
  for (let i = 1; i < 4; i++) high = high * 256 + source[(from += step)]!;
  let low = 0;
  for (let i = 0; i < 4; i++) low = low * 256 + source[(from += step)]!;
  const int = high * WORD + low;
  return Number.isSafeInteger(int) ? int : normalizeBigInt((BigInt(high) << 32n) | BigInt(low));
}

const float64 = new Float64Array(1);
const float64Bytes = new Uint8Array(float64.buffer);

function writeFloat64(target: Uint8Array, at: number, x: number, isLittle: boolean): void {
  float64[0] = x;
  for (let i = 0; i < 8; i++) target[at + i] = float64Bytes[isLittle ? i : 7 - i]!;
}

function readFloat64(source: Uint8Array, at: number, isLittle: boolean): number {
  for (let i = 0; i < 8; i++) float64Bytes[isLittle ? i : 7 - i] = source[at + i]!;
  return float64[0]!;
}

/** A copy of a stretch of bytes; of a few they are copied one by one, which is several times faster. */
function copyBytes(source: Uint8Array, start: number, end: number): Uint8Array {
  const count = end - start;
  if (count > 32 || end > source.length) return source.slice(start, end);
  const result = new Uint8Array(count);
  for (let i = 0; i < count; i++) result[i] = source[start + i]!;
  return result;
}

function floatArgument(value: Value): number {
  try {
    return asNumber(value);
  } catch (error) {
    if (!isPyException(error)) throw error;
    throw structError.error('required argument is not a float');
  }
}

function complexArgument(value: Value): PyComplex {
  try {
    return asComplex(value);
  } catch (error) {
    if (!isPyException(error)) throw error;
    throw structError.error('required argument is not a complex');
  }
}

function setFloat32(view: DataView, at: number, x: number, isLittle: boolean): void {
  const rounded = Math.fround(x);
  if (!Number.isFinite(rounded) && Number.isFinite(x)) throw overflowError('float too large to pack with f format');
  view.setFloat32(at, rounded, isLittle);
}

/** Packs an item that is neither an integer nor a `d`. */
function packOther(target: Uint8Array, at: number, item: FormatItem, value: Value, isLittle: boolean): void {
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  switch (item.code) {
    case '?':
      view.setUint8(at, isTrue(value) ? 1 : 0);
      return;
    case 'c':
      if (!(value instanceof PyBytes) || value.bytes.length !== 1) {
        throw structError.error('char format requires a bytes object of length 1');
      }
      view.setUint8(at, value.bytes[0]!);
      return;
    case 'e': {
      const bits = packHalf(floatArgument(value));
      if (bits === undefined) throw overflowError('float too large to pack with e format');
      view.setUint16(at, bits, isLittle);
      return;
    }
    case 'f':
      setFloat32(view, at, floatArgument(value), isLittle);
      return;
    case 'F': {
      const { real, imag } = complexArgument(value);
      setFloat32(view, at, real, isLittle);
      setFloat32(view, at + 4, imag, isLittle);
      return;
    }
    case 'D': {
      const { real, imag } = complexArgument(value);
      view.setFloat64(at, real, isLittle);
      view.setFloat64(at + 8, imag, isLittle);
      return;
    }
    default:
      throw new RangeError(`unknown format ${item.code}`);
  }
}

function packItem(target: Uint8Array, at: number, item: FormatItem, value: Value, isLittle: boolean): void {
  if (item.kind <= UNSIGNED_ITEM) writeInteger(target, at, item.size, integerArgument(value, item), isLittle);
  else if (item.kind === FLOAT64_ITEM) {
    writeFloat64(target, at, value instanceof PyFloat ? value.value : floatArgument(value), isLittle);
  } else packOther(target, at, item, value, isLittle);
}

/** The bytes of an `s` or `p` field. */
function packText(target: Uint8Array, at: number, item: FormatItem, value: Value): void {
  if (!(value instanceof PyBytes || value instanceof PyByteArray)) {
    throw structError.error(`argument for '${item.code}' must be a bytes object`);
  }
  const bytes = value instanceof PyBytes ? value.bytes : value.bytes.subarray(0, value.length);
  if (item.code === 's') {
    const count = Math.min(bytes.length, item.size);
    if (count > 32) target.set(bytes.subarray(0, count), at);
    else for (let i = 0; i < count; i++) target[at + i] = bytes[i]!;
    return;
  }
  if (item.size === 0) return;
  const count = Math.min(bytes.length, item.size - 1);
  target.set(bytes.subarray(0, count), at + 1);
  target[at] = Math.min(count, 255);
}

/** Writes values at an offset. There are as many as the format wants. @throws struct.error */
export function packInto(target: Uint8Array, start: number, format: CompiledFormat, values: readonly Value[]): void {
  target.fill(0, start, start + format.size);
  let next = 0;
  for (const item of format.items) {
    if (item.kind === TEXT_ITEM) {
      packText(target, start + item.offset, item, values[next++]!);
      continue;
    }
    for (let i = 0, at = start + item.offset; i < item.repeat; i++, at += item.size) {
      const value = values[next++]!;
      try {
        packItem(target, at, item, value, format.isLittleEndian);
      } catch (error) {
        if (asInt(value) !== undefined && matches(error, excTypes.OverflowError)) {
          throw structError.error('int too large to convert');
        }
        throw error;
      }
    }
  }
}

/** Unpacks an item that is neither an integer nor a `d`. */
function unpackOther(source: Uint8Array, at: number, item: FormatItem, isLittle: boolean): Value {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  switch (item.code) {
    case '?':
      return view.getUint8(at) !== 0;
    case 'c':
      return new PyBytes(Uint8Array.of(view.getUint8(at)));
    case 'e':
      return new PyFloat(unpackHalf(view.getUint16(at, isLittle)));
    case 'f':
      return new PyFloat(view.getFloat32(at, isLittle));
    case 'F':
      return new PyComplex(view.getFloat32(at, isLittle), view.getFloat32(at + 4, isLittle));
    case 'D':
      return new PyComplex(view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle));
    default:
      throw new RangeError(`unknown format ${item.code}`);
  }
}

function unpackItem(source: Uint8Array, at: number, item: FormatItem, isLittle: boolean): Value {
  if (item.kind <= UNSIGNED_ITEM) return readInteger(source, at, item.size, item.kind === SIGNED_ITEM, isLittle);
  if (item.kind === FLOAT64_ITEM) return new PyFloat(readFloat64(source, at, isLittle));
  return unpackOther(source, at, item, isLittle);
}

/** Reads the values at an offset. */
export function unpackFrom(source: Uint8Array, start: number, format: CompiledFormat): PyTuple {
  const values: Value[] = [];
  for (const item of format.items) {
    const at = start + item.offset;
    if (item.code === 's') values.push(new PyBytes(copyBytes(source, at, at + item.size)));
    else if (item.code === 'p') {
      const count = item.size === 0 ? 0 : Math.min(source[at]!, item.size - 1);
      values.push(new PyBytes(source.slice(at + 1, at + 1 + count)));
    } else {
      for (let i = 0; i < item.repeat; i++)
        values.push(unpackItem(source, at + i * item.size, item, format.isLittleEndian));
    }
  }
  return new PyTuple(values);
}
