/**
 * The behaviour of `float`.
 *
 * @cpython Objects/floatobject.c
 */
import {
  None,
  NotImplemented,
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  PyFloat,
  PyTuple,
  allocate,
  asHostString,
  asInt,
  asText,
  call1,
  floatType,
  hashIdentity,
  indexNumber,
  overflowError,
  str,
  textToHost,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type CompareOp,
  type PyType,
  type Value,
} from '../core/index.ts';
import { hashNumber } from '../int/number-hash.ts';
import { floatEqualsInt } from '../int/int-compare.ts';
import { numberToRatio } from '../int/int-float.ts';
import { documentedClassMethods, documentedGetters, documentedMethods } from '../int/documented.ts';
import { formatFloat } from '../format/format-float.ts';
import { complexPower } from '../complex/complex-arithmetic.ts';
import {
  NEEDS_COMPLEX,
  floatDivmod,
  floatPower,
  floatRoundDigits,
  floatToInt,
  roundHalfEven,
} from './float-arithmetic.ts';
import * as slots from './float-slots.ts';
import { floatFromHex, floatToHex } from './float-hex.ts';
import { floatRepr } from './float-text.ts';
import { asNumber, numberFromValue } from './float-conversion.ts';
import { FLOAT_DOC, FLOAT_DOCS } from './float-docs.ts';

const value = (self: Value): number => (self as PyFloat).value;

/** Also exact between float and int of any size: JavaScript compares number and bigint by value. */
function compare(a: number, b: number | bigint, op: CompareOp): boolean {
  switch (op) {
    case Py_LT:
      return a < b;
    case Py_LE:
      return a <= b;
    case Py_EQ:
      return floatEqualsInt(a, b);
    case Py_GT:
      return a > b;
    case Py_GE:
      return a >= b;
    default:
      return !floatEqualsInt(a, b);
  }
}

/** `a ** b`, complex for a negative base and a fractional exponent. */
export function floatPowerValue(a: number, b: number): Value {
  const result = floatPower(a, b);
  return result === NEEDS_COMPLEX ? complexPower(a, 0, b, 0) : new PyFloat(result);
}

function powerSlot(left: Value, right: Value, modulus: Value): Value {
  if (modulus !== None) throw typeError('pow() 3rd argument not allowed unless all arguments are integers');
  const a = slots.operand(left);
  if (a === undefined) return NotImplemented;
  const b = slots.operand(right);
  return b === undefined ? NotImplemented : floatPowerValue(a, b);
}

const itself = (self: Value): Value => ((self as PyFloat).ob_type === floatType ? self : new PyFloat(value(self)));
const integral =
  (round: (x: number) => number) =>
  (self: Value): Value =>
    floatToInt(round(value(self)));

function round(self: Value, digits: Value | undefined): Value {
  const number = value(self);
  if (digits === undefined || digits === None) return floatToInt(roundHalfEven(number));
  return new PyFloat(floatRoundDigits(number, indexNumber(digits, null)));
}

function asIntegerRatio(self: Value): Value {
  const number = value(self);
  if (number !== number) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(number)) throw overflowError('cannot convert Infinity to integer ratio');
  return new PyTuple(numberToRatio(number));
}

/** Hash of a float; NaNs hash by identity. */
export function hashFloat(self: PyFloat): number | bigint {
  return self.value === self.value ? hashNumber(self.value) : hashIdentity(self);
}

/** A float of a type: subclasses are called with the exact float. */
function ofType(type: PyType, number: number): Value {
  const float = new PyFloat(number);
  return type === floatType ? float : call1(type, float);
}

/** `float(source)`. */
function floatOf(source: Value): Value {
  if (typeof source === 'number') return new PyFloat(source);
  return source instanceof PyFloat && source.ob_type === floatType ? source : new PyFloat(numberFromValue(source));
}

export const floatSpec = typeSpec(floatType, {
  doc: FLOAT_DOC,
  call1: floatOf,
  slots: {
    tp_new: (type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0 && (type === floatType || type.tp_init === floatType.tp_init))
        throw typeError('float() takes no keyword arguments');
      const given = args.length - (kwnames?.length ?? 0);
      if (given > 1) throw typeError(`float expected at most 1 argument, got ${given}`);
      const source = given === 0 ? 0 : args[0]!;
      return type === floatType ? floatOf(source) : allocate(type, numberFromValue(source));
    },
    tp_repr: (self) => floatRepr(value(self)),
    tp_hash: (self) => hashFloat(self as PyFloat),
    tp_richcompare: (left, right, op) => {
      if (right instanceof PyFloat) return compare(value(left), right.value, op);
      const int = asInt(right);
      return int === undefined ? NotImplemented : compare(value(left), int, op);
    },
    nb_add: slots.nb_add,
    nb_subtract: slots.nb_subtract,
    nb_multiply: slots.nb_multiply,
    nb_remainder: slots.nb_remainder,
    nb_divmod: (left, right) => {
      const a = slots.operand(left);
      const b = slots.operand(right);
      if (a === undefined || b === undefined) return NotImplemented;
      const [quotient, remainder] = floatDivmod(a, b);
      return new PyTuple([new PyFloat(quotient), new PyFloat(remainder)]);
    },
    nb_power: powerSlot,
    nb_negative: (self) => new PyFloat(-value(self)),
    nb_positive: itself,
    nb_absolute: (self) => new PyFloat(Math.abs(value(self))),
    nb_bool: (self) => value(self) !== 0,
    nb_int: integral(Math.trunc),
    nb_float: itself,
    nb_floor_divide: slots.nb_floor_divide,
    nb_true_divide: slots.nb_true_divide,
  },
  methods: {
    ...documentedMethods(FLOAT_DOCS, {
      __ceil__: integral(Math.ceil),
      __floor__: integral(Math.floor),
      __trunc__: integral(Math.trunc),
      __format__: (self: Value, spec: Value) => {
        const text = asText(spec);
        if (text === undefined) throw typeError(`__format__() argument must be str, not ${typeName(spec)}`);
        return text === '' ? str(self) : formatFloat(value(self), text, self);
      },
      __getnewargs__: (self: Value) => new PyTuple([new PyFloat(value(self))]),
      __round__: round,
      as_integer_ratio: asIntegerRatio,
      conjugate: itself,
      hex: (self: Value) => floatToHex(value(self)),
      is_integer: (self: Value) => Number.isInteger(value(self)),
    }),
    ...documentedClassMethods(FLOAT_DOCS, {
      from_number: (type: PyType, source: Value) => {
        if (source instanceof PyFloat && source.ob_type === floatType && type === floatType) return source;
        return ofType(type, asNumber(source));
      },
      fromhex: (type: PyType, source: Value) => {
        const text = asText(source);
        if (text === undefined) throw typeError('bad argument type for built-in operation');
        return ofType(type, floatFromHex(textToHost(text)));
      },
      __getformat__: (_type: PyType, kind: Value) => {
        if (asText(kind) === undefined) throw typeError(`__getformat__() argument must be str, not ${typeName(kind)}`);
        const name = asHostString(kind);
        if (name !== 'double' && name !== 'float')
          throw valueError("__getformat__() argument 1 must be 'double' or 'float'");
        return 'IEEE, little-endian';
      },
    }),
  },
  getset: documentedGetters(FLOAT_DOCS, { real: itself, imag: () => new PyFloat(0) }),
});
