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
import type { CompiledFormat, FormatItem } from './format.ts';
import { packHalf, unpackHalf } from './half-float.ts';

/** `struct.error` */
export const structError = moduleException('struct', 'error', [excTypes.Exception]);

const SIGNED = 'bhilqn';

function integerArgument(value: Value, code: string, size: number): Int {
  if (asInt(value) === undefined && !hasIndex(value)) throw structError.error('required argument is not an integer');
  const int = index(value);
  const bits = BigInt(size * 8);
  const isSigned = SIGNED.includes(code);
  const min = isSigned ? -(1n << (bits - 1n)) : 0n;
  const max = isSigned ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  if (int < min || int > max) {
    if (code === 'P') throw structError.error('int too large to convert');
    throw structError.error(`'${code}' format requires ${min} <= number <= ${max}`);
  }
  return int;
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

function packItem(view: DataView, at: number, item: FormatItem, value: Value, isLittle: boolean): void {
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
    case 'd':
      view.setFloat64(at, floatArgument(value), isLittle);
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
    default: {
      const int = integerArgument(value, item.code, item.size);
      switch (item.size) {
        case 1:
          view.setUint8(at, Number(int));
          return;
        case 2:
          view.setUint16(at, Number(int), isLittle);
          return;
        case 4:
          view.setUint32(at, Number(int), isLittle);
          return;
        default:
          view.setBigUint64(at, BigInt.asUintN(64, BigInt(int)), isLittle);
      }
    }
  }
}

/** The bytes of an `s` or `p` field. */
function packText(target: Uint8Array, at: number, item: FormatItem, value: Value): void {
  if (!(value instanceof PyBytes || value instanceof PyByteArray)) {
    throw structError.error(`argument for '${item.code}' must be a bytes object`);
  }
  const bytes = value instanceof PyBytes ? value.bytes : value.bytes.subarray(0, value.length);
  if (item.code === 's') {
    target.set(bytes.subarray(0, item.size), at);
    return;
  }
  if (item.size === 0) return;
  const count = Math.min(bytes.length, item.size - 1);
  target.set(bytes.subarray(0, count), at + 1);
  target[at] = Math.min(count, 255);
}

/** Writes values at an offset. There are as many as the format wants. @throws struct.error */
export function packInto(target: Uint8Array, start: number, format: CompiledFormat, values: readonly Value[]): void {
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  target.fill(0, start, start + format.size);
  let next = 0;
  for (const item of format.items) {
    if (item.code === 's' || item.code === 'p') {
      packText(target, start + item.offset, item, values[next++]!);
      continue;
    }
    for (let i = 0, at = start + item.offset; i < item.repeat; i++, at += item.size) {
      const value = values[next++]!;
      try {
        packItem(view, at, item, value, format.isLittleEndian);
      } catch (error) {
        if (asInt(value) !== undefined && matches(error, excTypes.OverflowError)) {
          throw structError.error('int too large to convert');
        }
        throw error;
      }
    }
  }
}

function unpackItem(view: DataView, at: number, item: FormatItem, isLittle: boolean): Value {
  switch (item.code) {
    case '?':
      return view.getUint8(at) !== 0;
    case 'c':
      return new PyBytes(Uint8Array.of(view.getUint8(at)));
    case 'b':
      return view.getInt8(at);
    case 'B':
      return view.getUint8(at);
    case 'h':
      return view.getInt16(at, isLittle);
    case 'H':
      return view.getUint16(at, isLittle);
    case 'e':
      return new PyFloat(unpackHalf(view.getUint16(at, isLittle)));
    case 'f':
      return new PyFloat(view.getFloat32(at, isLittle));
    case 'd':
      return new PyFloat(view.getFloat64(at, isLittle));
    case 'F':
      return new PyComplex(view.getFloat32(at, isLittle), view.getFloat32(at + 4, isLittle));
    case 'D':
      return new PyComplex(view.getFloat64(at, isLittle), view.getFloat64(at + 8, isLittle));
    default: {
      const isSigned = SIGNED.includes(item.code);
      if (item.size === 4) return isSigned ? view.getInt32(at, isLittle) : view.getUint32(at, isLittle);
      return normalizeBigInt(isSigned ? view.getBigInt64(at, isLittle) : view.getBigUint64(at, isLittle));
    }
  }
}

/** Reads the values at an offset. */
export function unpackFrom(source: Uint8Array, start: number, format: CompiledFormat): PyTuple {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  const values: Value[] = [];
  for (const item of format.items) {
    const at = start + item.offset;
    if (item.code === 's') values.push(new PyBytes(source.slice(at, at + item.size)));
    else if (item.code === 'p') {
      const count = item.size === 0 ? 0 : Math.min(source[at]!, item.size - 1);
      values.push(new PyBytes(source.slice(at + 1, at + 1 + count)));
    } else {
      for (let i = 0; i < item.repeat; i++)
        values.push(unpackItem(view, at + i * item.size, item, format.isLittleEndian));
    }
  }
  return new PyTuple(values);
}
