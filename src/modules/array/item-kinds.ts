/**
 * The kinds of items that arrays have: typecode, size, and how an item is read, written and checked.
 *
 * Numbers are stored little-endian. `l` and `L` have 8 bytes, as on 64-bit Unix.
 *
 * @cpython Modules/arraymodule.c descriptors, b_setitem … d_setitem
 */
import {
  PyFloat,
  asText,
  codePointsOf,
  index,
  overflowError,
  strFromCodePoints,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { asNumber } from '../../objects/float/index.ts';
import { normalizeBigInt } from '../../objects/int/index.ts';

export interface ItemKind {
  readonly typecode: string;
  readonly itemSize: number;
  /** `struct` character for buffers. */
  readonly format: string;
  readonly isText: boolean;
  readonly isInteger: boolean;
  readonly isSigned: boolean;
  /** What pickles call it. @see MachineFormat */
  readonly machineFormat: number;
  get(view: DataView, offset: number): Value;
  /** The value as it is stored. @throws TypeError, OverflowError */
  convert(value: Value): number | bigint;
  set(view: DataView, offset: number, stored: number | bigint): void;
}

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** An int argument in a range of C; each bound has a message of its own. */
function ranged(value: Value, checks: readonly (readonly [min: number, max: number, name: string])[]): number {
  const int = index(value);
  if (typeof int === 'bigint' && (int < LONG_MIN || int > LONG_MAX)) {
    throw overflowError('Python int too large to convert to C long');
  }
  for (const [min, max, name] of checks) {
    if (int < min) throw overflowError(`${name} is less than minimum`);
    if (int > max) throw overflowError(`${name} is greater than maximum`);
  }
  return Number(int);
}

const SHORT = [-0x8000, 0x7fff, 'signed short integer'] as const;
const INT = [-0x80000000, 0x7fffffff, 'signed integer'] as const;

function unsignedInt(value: Value): number {
  const int = index(value);
  if (int < 0) throw overflowError("can't convert negative value to unsigned int");
  if (typeof int === 'bigint' && int >= 2n ** 64n)
    throw overflowError('Python int too large to convert to C unsigned long');
  if (int > 0xffffffff) throw overflowError('unsigned int is greater than maximum');
  return Number(int);
}

function wide(value: Value, min: bigint, max: bigint, below: string, above: string): bigint {
  const int = BigInt(index(value));
  if (int < min) throw overflowError(below);
  if (int > max) throw overflowError(above);
  return int;
}

function codePoint(value: Value): number {
  const text = asText(value);
  if (text === undefined) throw typeError(`array item must be a unicode character, not ${typeName(value)}`);
  const codePoints = codePointsOf(text);
  if (codePoints.length !== 1) {
    throw typeError(`array item must be a unicode character, not a string of length ${codePoints.length}`);
  }
  return codePoints[0]!;
}

type Access = Pick<ItemKind, 'get' | 'set' | 'convert'>;

function integerKind(
  typecode: string,
  itemSize: number,
  isSigned: boolean,
  machineFormat: number,
  access: Access,
): ItemKind {
  return { typecode, itemSize, format: typecode, isText: false, isInteger: true, isSigned, machineFormat, ...access };
}

const signed64: Pick<Access, 'get' | 'set'> = {
  get: (view, at) => normalizeBigInt(view.getBigInt64(at, true)),
  set: (view, at, stored) => view.setBigInt64(at, stored as bigint, true),
};
const unsigned64: Pick<Access, 'get' | 'set'> = {
  get: (view, at) => normalizeBigInt(view.getBigUint64(at, true)),
  set: (view, at, stored) => view.setBigUint64(at, stored as bigint, true),
};
/** The code point at an offset. @throws ValueError for what is none */
export function codePointAt(view: DataView, offset: number): number {
  const code = view.getUint32(offset, true);
  if (code > 0x10ffff) throw valueError(`character U+${code.toString(16)} is not in range [U+0000; U+10ffff]`);
  return code;
}

const text: Access = {
  get: (view, at) => strFromCodePoints([codePointAt(view, at)]),
  set: (view, at, stored) => view.setUint32(at, stored as number, true),
  convert: codePoint,
};
const textKind = (typecode: string): ItemKind => ({
  typecode,
  itemSize: 4,
  format: 'w',
  isText: true,
  isInteger: false,
  isSigned: false,
  machineFormat: 20,
  ...text,
});
const floatKind = (typecode: string, itemSize: number, machineFormat: number, access: Access): ItemKind => ({
  typecode,
  itemSize,
  format: typecode,
  isText: false,
  isInteger: false,
  isSigned: false,
  machineFormat,
  ...access,
});

/** All kinds, in the order of `array.typecodes`. */
export const ITEM_KINDS: readonly ItemKind[] = [
  integerKind('b', 1, true, 1, {
    get: (view, at) => view.getInt8(at),
    set: (view, at, stored) => view.setInt8(at, stored as number),
    convert: (value) => ranged(value, [SHORT, [-128, 127, 'signed char']]),
  }),
  integerKind('B', 1, false, 0, {
    get: (view, at) => view.getUint8(at),
    set: (view, at, stored) => view.setUint8(at, stored as number),
    convert: (value) => ranged(value, [SHORT, [0, 255, 'unsigned byte integer']]),
  }),
  textKind('u'),
  textKind('w'),
  integerKind('h', 2, true, 4, {
    get: (view, at) => view.getInt16(at, true),
    set: (view, at, stored) => view.setInt16(at, stored as number, true),
    convert: (value) => ranged(value, [SHORT]),
  }),
  integerKind('H', 2, false, 2, {
    get: (view, at) => view.getUint16(at, true),
    set: (view, at, stored) => view.setUint16(at, stored as number, true),
    convert: (value) => ranged(value, [INT, [0, 0xffff, 'unsigned short']]),
  }),
  integerKind('i', 4, true, 8, {
    get: (view, at) => view.getInt32(at, true),
    set: (view, at, stored) => view.setInt32(at, stored as number, true),
    convert: (value) => ranged(value, [INT]),
  }),
  integerKind('I', 4, false, 6, {
    get: (view, at) => view.getUint32(at, true),
    set: (view, at, stored) => view.setUint32(at, stored as number, true),
    convert: unsignedInt,
  }),
  integerKind('l', 8, true, 12, {
    ...signed64,
    convert: (value) => {
      const message = 'Python int too large to convert to C long';
      return wide(value, LONG_MIN, LONG_MAX, message, message);
    },
  }),
  integerKind('L', 8, false, 10, {
    ...unsigned64,
    convert: (value) =>
      wide(
        value,
        0n,
        2n ** 64n - 1n,
        "can't convert negative value to unsigned int",
        'Python int too large to convert to C unsigned long',
      ),
  }),
  integerKind('q', 8, true, 12, {
    ...signed64,
    convert: (value) => wide(value, LONG_MIN, LONG_MAX, 'int too big to convert', 'int too big to convert'),
  }),
  integerKind('Q', 8, false, 10, {
    ...unsigned64,
    convert: (value) =>
      wide(value, 0n, 2n ** 64n - 1n, "can't convert negative int to unsigned", 'int too big to convert'),
  }),
  floatKind('f', 4, 14, {
    get: (view, at) => new PyFloat(view.getFloat32(at, true)),
    set: (view, at, stored) => view.setFloat32(at, stored as number, true),
    convert: asNumber,
  }),
  floatKind('d', 8, 16, {
    get: (view, at) => new PyFloat(view.getFloat64(at, true)),
    set: (view, at, stored) => view.setFloat64(at, stored as number, true),
    convert: asNumber,
  }),
];

const BY_TYPECODE: ReadonlyMap<string, ItemKind> = new Map(ITEM_KINDS.map((kind) => [kind.typecode, kind]));

/** The kind of a typecode, or `undefined`. */
export function itemKind(typecode: string): ItemKind | undefined {
  return BY_TYPECODE.get(typecode);
}
