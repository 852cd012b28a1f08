/**
 * Unpickling of arrays that may come from another machine.
 *
 * @cpython Modules/arraymodule.c array__array_reconstructor_impl, mformat_descriptors
 */
import {
  PyBytes,
  PyType,
  allocate,
  getAttr,
  index,
  thread,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { intFromBytes } from '../../objects/int/index.ts';
import { appendBytes, typecodeArgument } from './array-new.ts';
import { ITEM_KINDS, itemKind, type ItemKind } from './item-kinds.ts';
import type { PyArray } from './py-array.ts';
import { arrayType } from './py-array.ts';

interface MachineFormat {
  readonly kind: 'int' | 'float' | 'text';
  readonly size: number;
  readonly isSigned: boolean;
  readonly isLittleEndian: boolean;
}

/** By number: unsigned before signed, little-endian before big-endian. Only 0 and 1, single bytes, have no byte order. */
function machineFormat(code: number): MachineFormat | undefined {
  const isLittleEndian = code % 2 === 0;
  if (code === 0 || code === 1) return { kind: 'int', size: 1, isSigned: code === 1, isLittleEndian: true };
  if (code >= 2 && code <= 13) {
    const pair = code >> 1;
    return { kind: 'int', size: 2 << ((pair - 1) >> 1), isSigned: pair % 2 === 0, isLittleEndian };
  }
  if (code >= 14 && code <= 17) return { kind: 'float', size: code < 16 ? 4 : 8, isSigned: true, isLittleEndian };
  if (code >= 18 && code <= 21) return { kind: 'text', size: code < 20 ? 2 : 4, isSigned: false, isLittleEndian };
  return undefined;
}

/** Memory of an array of the kind, from values in another format. */
function converted(format: MachineFormat, bytes: Uint8Array, array: PyArray): void {
  const { size, isLittleEndian } = format;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stored: (number | bigint)[] = [];
  for (let at = 0; at + size <= bytes.length; at += size) {
    if (format.kind === 'float')
      stored.push(size === 4 ? view.getFloat32(at, isLittleEndian) : view.getFloat64(at, isLittleEndian));
    else if (format.kind === 'int') {
      const int = intFromBytes(bytes.subarray(at, at + size), isLittleEndian, format.isSigned);
      stored.push(array.kind.itemSize === 8 ? BigInt(int) : int);
    } else stored.push(...textUnit(view, at, size, isLittleEndian, stored));
  }
  array.resize(stored.length);
  stored.forEach((value, i) => array.kind.set(array.view, i * array.kind.itemSize, value));
}

/** The next code point; the second half of a surrogate pair joins the first. */
function textUnit(
  view: DataView,
  at: number,
  size: number,
  isLittleEndian: boolean,
  before: (number | bigint)[],
): number[] {
  if (size === 4) return [view.getUint32(at, isLittleEndian)];
  const unit = view.getUint16(at, isLittleEndian);
  const last = before.at(-1);
  if (typeof last === 'number' && last >= 0xd800 && last < 0xdc00 && unit >= 0xdc00 && unit < 0xe000) {
    before.pop();
    return [0x10000 + ((last - 0xd800) << 10) + (unit - 0xdc00)];
  }
  return [unit];
}

/** The kind that holds ints of a format; else the one that was asked for. */
function integerKindFor(format: MachineFormat, asked: ItemKind): ItemKind {
  if (format.kind !== 'int') return asked;
  const fitting = ITEM_KINDS.filter(
    (kind) => kind.isInteger && kind.itemSize === format.size && kind.isSigned === format.isSigned,
  );
  return fitting.includes(asked) ? asked : (fitting.at(-1) ?? asked);
}

/** `array._array_reconstructor`. */
export function reconstruct(arrayClass: Value, typecodeValue: Value, code: Value, items: Value): Value {
  const typecode = typecodeArgument(typecodeValue, '_array_reconstructor(): argument 2');
  const formatCode = Number(index(code));
  if (!(arrayClass instanceof PyType)) {
    throw typeError(`first argument must be a type object, not ${typeName(arrayClass)}`);
  }
  if (!arrayClass.isSubtype(arrayType))
    throw typeError(`${arrayClass.tp_name} is not a subtype of ${arrayType.tp_name}`);
  const kind = itemKind(typecode);
  if (kind === undefined) throw valueError('second argument must be a valid type code');
  const format = machineFormat(formatCode);
  if (format === undefined) throw valueError('third argument must be a valid machine format code.');
  if (!(items instanceof PyBytes)) throw typeError(`fourth argument should be bytes, not ${typeName(items)}`);
  if (kind.machineFormat === formatCode) {
    const array = allocate<[ItemKind, Uint8Array], PyArray>(arrayClass, kind, new Uint8Array(0));
    appendBytes(array, items.bytes);
    return array;
  }
  if (items.bytes.length % format.size !== 0) throw valueError('string length not a multiple of item size');
  const target = integerKindFor(format, kind);
  const array = allocate<[ItemKind, Uint8Array], PyArray>(arrayClass, target, new Uint8Array(0));
  converted(format, items.bytes, array);
  return array;
}

/** The module's own function, for pickles. */
export function arrayReconstructor(): Value {
  return getAttr(thread.interp.importModule('array'), '_array_reconstructor');
}
