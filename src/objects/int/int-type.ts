/**
 * The behaviour of `int`.
 *
 * @cpython Objects/longobject.c
 */
import {
  None,
  NotImplemented,
  PyBytes,
  PyFloat,
  PyTuple,
  allocate,
  argumentBinder,
  asHostString,
  asInt,
  asText,
  hashInt,
  index,
  indexNumber,
  intType,
  isTrue,
  lookupSpecial,
  call0,
  excTypes,
  toArray,
  str,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  call1,
  type PyType,
  type UnarySlot,
  type Value,
} from '../core/index.ts';
import * as arithmetic from './int-arithmetic.ts';
import * as slots from './int-slots.ts';
import type { Int } from './int-arithmetic.ts';
import { intToFloat } from './int-float.ts';
import { intToDecimal } from './int-text.ts';
import { intFromBytes, intToBytes } from './int-bytes.ts';
import { intRound } from './int-round.ts';
import { bytesOf, intFromValue, intFromValueAndBase } from './int-conversion.ts';
import { compareInts } from './int-compare.ts';
import { INT_DOC, INT_DOCS } from './int-docs.ts';
import { documentedClassMethods, documentedGetters, documentedMethods } from './documented.ts';
import { formatInt } from '../format/format-int.ts';
import { floatPower } from '../float/float-arithmetic.ts';

const value = (self: Value): Int => asInt(self)!;

const unary =
  (operation: (a: Int) => Value): UnarySlot =>
  (self) =>
    operation(value(self));

const itself = unary((a) => a);

const bindArguments = argumentBinder('int', '(x=0, /, base=10)');

function intNew(type: PyType, args: readonly Value[], kwnames: readonly string[] | null): Value {
  let x: Value | undefined;
  let base: Value | undefined;
  if (kwnames === null) {
    if (args.length > 2) throw typeError(`int expected at most 2 arguments, got ${args.length}`);
    x = args[0];
    base = args[1];
  } else {
    [x, base] = bindArguments(args, kwnames) as [Value | undefined, Value | undefined];
  }
  let int: Int;
  if (x === undefined) {
    if (base !== undefined) throw typeError('int() missing string argument');
    int = 0;
  } else int = base === undefined ? intFromValue(x) : intFromValueAndBase(x, base);
  return type === intType ? int : allocate(type, int);
}

/** `int ** int`, `pow(int, int, int)`. */
function intPowerSlot(left: Value, right: Value, modulus: Value): Value {
  const a = asInt(left);
  const b = asInt(right);
  if (a === undefined || b === undefined) return NotImplemented;
  if (modulus !== None) {
    const m = asInt(modulus);
    return m === undefined ? NotImplemented : arithmetic.intPowerModulo(a, b, m);
  }
  if (b < 0) return new PyFloat(floatPower(intToFloat(a), intToFloat(b)) as number);
  return arithmetic.intPower(a, b);
}

/** Whether the byte order argument says little-endian. @throws ValueError */
function isLittle(method: string, order: Value | undefined): boolean {
  if (order === undefined) return false;
  if (asText(order) === undefined)
    throw typeError(`${method}() argument 'byteorder' must be str, not ${typeName(order)}`);
  const name = asHostString(order);
  if (name === 'little') return true;
  if (name === 'big') return false;
  throw valueError("byteorder must be either 'little' or 'big'");
}

/** The bytes of the argument of `from_bytes`. @cpython PyObject_Bytes */
function bytesArgument(source: Value): Uint8Array {
  const dunder = lookupSpecial(source, '__bytes__');
  if (dunder !== undefined && !(source instanceof PyBytes)) {
    const result = call0(dunder);
    if (!(result instanceof PyBytes)) throw typeError(`__bytes__ returned non-bytes (type ${typeName(result)})`);
    return result.bytes;
  }
  const bytes = bytesOf(source);
  if (bytes !== undefined) return bytes;
  if (asText(source) !== undefined || typeOf(source).tp_iter === undefined) {
    throw typeError(`cannot convert '${typeName(source)}' object to bytes`);
  }
  const items = toArray(source).map((item) => {
    const byte = indexNumber(item, excTypes.OverflowError);
    if (byte < 0 || byte > 255) throw valueError('bytes must be in range(0, 256)');
    return byte;
  });
  return Uint8Array.from(items);
}

function fromBytes(type: PyType, source: Value, order: Value | undefined, signed: Value | undefined): Value {
  const isLittleEndian = isLittle('from_bytes', order);
  const int = intFromBytes(bytesArgument(source), isLittleEndian, signed !== undefined && isTrue(signed));
  return type === intType ? int : call1(type, int);
}

function toBytes(self: Value, length: Value | undefined, order: Value | undefined, signed: Value | undefined): Value {
  const size = length === undefined ? 1 : indexNumber(length, excTypes.OverflowError);
  const isLittleEndian = isLittle('to_bytes', order);
  if (size < 0) throw valueError('length argument must be non-negative');
  return new PyBytes(intToBytes(value(self), size, isLittleEndian, signed !== undefined && isTrue(signed)));
}

/** Bytes that CPython would use: 24 of header and 4 for every 30 bits. */
function sizeInMemory(int: Int): number {
  return 24 + 4 * Math.max(1, Math.ceil(arithmetic.intBitLength(int) / 30));
}

export const intSpec = typeSpec(intType, {
  doc: INT_DOC,
  call1: (source) => (typeof source === 'number' ? source : intNew(intType, [source], null)),
  slots: {
    tp_new: intNew,
    tp_repr: unary(intToDecimal),
    tp_hash: (self) => hashInt(value(self)),
    tp_richcompare: (left, right, op) => {
      const a = asInt(left);
      const b = asInt(right);
      return a === undefined || b === undefined ? NotImplemented : compareInts(a, b, op);
    },
    nb_add: slots.nb_add,
    nb_subtract: slots.nb_subtract,
    nb_multiply: slots.nb_multiply,
    nb_remainder: slots.nb_remainder,
    nb_divmod: (left, right) => {
      const a = asInt(left);
      const b = asInt(right);
      return a === undefined || b === undefined ? NotImplemented : new PyTuple(arithmetic.intDivmod(a, b));
    },
    nb_power: intPowerSlot,
    nb_negative: unary(arithmetic.intNegate),
    nb_positive: itself,
    nb_absolute: unary(arithmetic.intAbsolute),
    nb_bool: (self) => value(self) !== 0,
    nb_invert: unary(arithmetic.intInvert),
    nb_lshift: slots.nb_lshift,
    nb_rshift: slots.nb_rshift,
    nb_and: slots.nb_and,
    nb_xor: slots.nb_xor,
    nb_or: slots.nb_or,
    nb_int: itself,
    nb_float: unary((a) => new PyFloat(intToFloat(a))),
    nb_floor_divide: slots.nb_floor_divide,
    nb_true_divide: slots.nb_true_divide,
    nb_index: itself,
  },
  methods: {
    ...documentedMethods(INT_DOCS, {
      __ceil__: itself,
      __floor__: itself,
      __trunc__: itself,
      conjugate: itself,
      __format__: (self: Value, spec: Value) => {
        const text = asText(spec);
        if (text === undefined) throw typeError(`__format__() argument must be str, not ${typeName(spec)}`);
        return text === '' ? str(self) : formatInt(value(self), text, self);
      },
      __getnewargs__: (self: Value) => new PyTuple([value(self)]),
      __round__: (self: Value, digits: Value | undefined) =>
        digits === undefined || digits === None ? value(self) : intRound(value(self), index(digits)),
      __sizeof__: (self: Value) => sizeInMemory(value(self)),
      as_integer_ratio: (self: Value) => new PyTuple([value(self), 1]),
      bit_count: (self: Value) => arithmetic.intBitCount(value(self)),
      bit_length: (self: Value) => arithmetic.intBitLength(value(self)),
      is_integer: () => true,
      to_bytes: toBytes,
    }),
    ...documentedClassMethods(INT_DOCS, { from_bytes: fromBytes }),
  },
  getset: documentedGetters(INT_DOCS, {
    real: itself,
    imag: () => 0,
    numerator: itself,
    denominator: () => 1,
  }),
});
