/** `decimal.Decimal`. @cpython Modules/_decimal/_decimal.c */
import type { PyType } from '../../objects/core/index.ts';
import {
  None,
  NotImplemented,
  PyComplex,
  PyDict,
  PyFloat,
  PyTuple,
  argumentBinder,
  asFloat,
  asInt,
  asText,
  call,
  classMethod,
  hashIdentity,
  method,
  overflowError,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  type NativeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { HASH_INFINITY, HASH_MODULUS, normalizeBigInt } from '../../objects/int/index.ts';
import * as ops from './arithmetic.ts';
import { contextFrom, currentContext, roundingFrom, type PyContext } from './context.ts';
import {
  PyDecimal,
  compareDecimals,
  decFromInt,
  decFromNumber,
  decFromValue,
  decimalType,
  newDecimal,
  operand,
  ratioOf,
  requireOperand,
} from './conversion.ts';
import { PLAIN_STYLE, formatDecimal, type NumberStyle } from './format.ts';
import { isNormal, isSubnormal, logicalBinary, logicalInvert, moveDigits, numberClass } from './logical.ts';
import {
  FINITE,
  INFINITE,
  QUIET_NAN,
  ROUND_CEILING,
  ROUND_DOWN,
  ROUND_FLOOR,
  ROUND_HALF_EVEN,
  SIGNALING_NAN,
  adjusted,
  finite,
  isNaN,
  isZero,
  negated,
  rescale,
  truncated,
  withSign,
  type Arithmetic,
  type Dec,
} from './number.ts';
import { decimalText } from './number-text.ts';
import { decimalTuple } from './module-state.ts';
import * as functions from './transcendental.ts';

export type UnaryOperation = (d: Dec, c: Arithmetic) => Dec;
export type BinaryOperation = (a: Dec, b: Dec, c: Arithmetic) => Dec;

const numberOf = (self: Value): Dec => (self as PyDecimal).number;

/** An operator with a Decimal on one side. */
function binarySlot(operation: (a: Dec, b: Dec, c: Arithmetic) => Dec) {
  return (left: Value, right: Value): Value => {
    const a = operand(left);
    const b = operand(right);
    if (a === undefined || b === undefined) return NotImplemented;
    return newDecimal(currentContext().run((c) => operation(a, b, c)));
  };
}

const unarySlot =
  (operation: UnaryOperation) =>
  (self: Value): Value =>
    newDecimal(currentContext().run((c) => operation(numberOf(self), c)));

function toInt(d: Dec, rounding: number): Value {
  if (isNaN(d)) throw valueError('cannot convert NaN to integer');
  if (d.kind === INFINITE) throw overflowError('cannot convert Infinity to integer');
  return normalizeBigInt(truncated(rescale(d, Math.max(0, d.exp), rounding)));
}

function toFloat(d: Dec): number {
  if (d.kind === SIGNALING_NAN) throw valueError('cannot convert signaling NaN to float');
  if (d.kind === QUIET_NAN) return d.sign === 1 ? -NaN : NaN;
  return Number(decimalText(d, true));
}

/** As the hash of the number as a fraction modulo the prime. */
function hashDecimal(self: Value): number | bigint {
  const d = numberOf(self);
  if (d.kind === SIGNALING_NAN) throw typeError('Cannot hash a signaling NaN value');
  if (d.kind === QUIET_NAN) return hashIdentity(self as PyDecimal);
  if (d.kind === INFINITE) return d.sign === 1 ? -HASH_INFINITY : HASH_INFINITY;
  const base = d.exp >= 0 ? 10n : INVERSE_OF_TEN;
  let hash = d.coeff % HASH_MODULUS;
  let factor = base;
  for (let exp = BigInt(Math.abs(d.exp)) % (HASH_MODULUS - 1n); exp > 0n; exp >>= 1n) {
    if (exp & 1n) hash = (hash * factor) % HASH_MODULUS;
    factor = (factor * factor) % HASH_MODULUS;
  }
  if (d.sign === 1) hash = -hash;
  return hash === -1n ? -2 : normalizeBigInt(hash);
}

/** 10**-1 modulo 2**61 - 1. */
const INVERSE_OF_TEN = 2075258708292324556n;

function round(self: PyDecimal, digits: Value | undefined): Value {
  if (digits === undefined) return toInt(self.number, ROUND_HALF_EVEN);
  const places = asInt(digits);
  if (places === undefined) throw typeError(`optional arg must be an integer`);
  return newDecimal(currentContext().run((c) => ops.quantize(self.number, finite(0, 1n, -Number(places)), c)));
}

function format(self: PyDecimal, specification: Value, override?: Value): Value {
  const text = asText(specification);
  if (text === undefined) throw typeError('format arg must be str');
  const context = currentContext();
  const style = override === undefined ? PLAIN_STYLE : styleFrom(override);
  return strFromUtf16(formatDecimal(self.number, textToHost(text), context.rounding, context.capitals === 1, style));
}

/** The style that a dict like that of `locale.localeconv()` says. @throws TypeError, ValueError */
function styleFrom(override: Value): NumberStyle {
  if (!(override instanceof PyDict)) throw typeError('optional argument must be a dict');
  const read = (name: string): string | undefined => {
    const value = override.getStr(name);
    if (value === undefined) return undefined;
    const text = asText(value);
    if (text === undefined) throw typeError('values in override dict must be strings');
    return textToHost(text);
  };
  const point = read('decimal_point') ?? '.';
  const separator = read('thousands_sep') ?? '';
  const grouping = [...(read('grouping') ?? '')].map((char) => char.charCodeAt(0));
  if (point === '' || [...point].length > 1 || [...separator].length > 1) throw valueError('invalid override dict');
  return { point, separator, grouping };
}

const bindNew = argumentBinder('Decimal', '(value="0", context=None)');

function construct(type: PyType, args: readonly Value[], kwnames: readonly string[] | null): Value {
  const [value, contextArgument] = bindNew(args, kwnames) as (Value | undefined)[];
  const context = contextFrom(contextArgument);
  if (value === undefined) return newDecimal(finite(0, 0n, 0), type);
  if (type === decimalType && value instanceof PyDecimal && typeOf(value) === decimalType) return value;
  return newDecimal(decFromValue(value, context, true), type);
}

/** A Decimal of `type`; a subclass is called with the exact one. */
function ofType(type: PyType, number: Dec): Value {
  const exact = newDecimal(number);
  return type === decimalType ? exact : call(type, [exact]);
}

function fromFloat(type: PyType, value: Value): Value {
  const int = asInt(value);
  if (int !== undefined) return ofType(type, decFromInt(int));
  const float = asFloat(value);
  if (float === undefined) throw typeError('argument must be int or float');
  return ofType(type, decFromNumber(float));
}

function fromNumber(type: PyType, value: Value): Value {
  const number = operand(value) ?? (value instanceof PyFloat ? decFromNumber(value.value) : undefined);
  if (number === undefined) throw typeError(`Cannot convert ${typeName(value)} to Decimal`);
  return ofType(type, number);
}

function asTuple(self: PyDecimal): Value {
  const { sign, kind, coeff, exp } = self.number;
  if (kind === INFINITE) return decimalTuple([sign, new PyTuple([0]), 'F']);
  const hasDigits = kind === FINITE || coeff !== 0n;
  const digits = new PyTuple(hasDigits ? [...coeff.toString()].map(Number) : []);
  return decimalTuple([sign, digits, kind === QUIET_NAN ? 'n' : kind === SIGNALING_NAN ? 'N' : exp]);
}

function asIntegerRatio(self: PyDecimal): Value {
  if (isNaN(self.number)) throw valueError('cannot convert NaN to integer ratio');
  if (self.number.kind === INFINITE) throw overflowError('cannot convert Infinity to integer ratio');
  return new PyTuple(ratioOf(self.number).map(normalizeBigInt));
}

/** The rounding argument of a method, or that of the context. */
const roundingOr = (value: Value | undefined, context: PyContext): number =>
  value === undefined || value === None ? context.rounding : roundingFrom(value);

/** `quantize(exp, rounding=None, context=None)` */
function quantizeMethod(self: PyDecimal, exp: Value, rounding?: Value, contextArgument?: Value): Value {
  const context = contextFrom(contextArgument);
  const mode = roundingOr(rounding, context);
  const pattern = requireOperand(exp);
  return newDecimal(context.run((c) => ops.quantize(self.number, pattern, c, mode)));
}

const toIntegral =
  (isExact: boolean) =>
  (self: PyDecimal, rounding?: Value, contextArgument?: Value): Value => {
    const context = contextFrom(contextArgument);
    const mode = roundingOr(rounding, context);
    return newDecimal(context.run((c) => ops.roundToInteger(self.number, c, mode, isExact)));
  };

/** Operations of one operand, as methods of Decimal and of Context. */
export const UNARY_OPERATIONS: Readonly<Record<string, UnaryOperation>> = {
  exp: functions.exponential,
  ln: functions.naturalLogarithm,
  log10: functions.decimalLogarithm,
  logb: functions.logB,
  next_minus: (d, c) => ops.next(d, c, false),
  next_plus: (d, c) => ops.next(d, c, true),
  normalize: ops.normalize,
  sqrt: ops.squareRoot,
  logical_invert: logicalInvert,
};

/** Operations of two operands, as methods of Decimal and of Context. */
export const BINARY_OPERATIONS: Readonly<Record<string, BinaryOperation>> = {
  compare: (a, b, c) => ops.compare(a, b, c),
  compare_signal: (a, b, c) => ops.compare(a, b, c, true),
  max: (a, b, c) => ops.extreme(a, b, c, true, false),
  max_mag: (a, b, c) => ops.extreme(a, b, c, true, true),
  min: (a, b, c) => ops.extreme(a, b, c, false, false),
  min_mag: (a, b, c) => ops.extreme(a, b, c, false, true),
  next_toward: ops.nextToward,
  remainder_near: ops.remainderNear,
  logical_and: (a, b, c) => logicalBinary(a, b, c, (x, y) => x && y),
  logical_or: (a, b, c) => logicalBinary(a, b, c, (x, y) => x || y),
  logical_xor: (a, b, c) => logicalBinary(a, b, c, (x, y) => x !== y),
  rotate: (a, b, c) => moveDigits(a, b, c, true),
  shift: (a, b, c) => moveDigits(a, b, c, false),
  scaleb: functions.scaleB,
  compare_total: (a, b) => ops.fromOrder(ops.compareTotal(a, b)),
  compare_total_mag: (a, b) => ops.fromOrder(ops.compareTotal(withSign(a, 0), withSign(b, 0))),
  copy_sign: (a, b) => withSign(a, b.sign),
};

/** Questions about a number, as methods of Decimal and of Context. */
export const PREDICATES: Readonly<Record<string, (d: Dec) => boolean>> = {
  is_canonical: () => true,
  is_finite: (d) => d.kind === FINITE,
  is_infinite: (d) => d.kind === INFINITE,
  is_nan: isNaN,
  is_qnan: (d) => d.kind === QUIET_NAN,
  is_signed: (d) => d.sign === 1,
  is_snan: (d) => d.kind === SIGNALING_NAN,
  is_zero: isZero,
};

export const sameQuantum = (a: Dec, b: Dec): boolean => {
  if (a.kind !== FINITE || b.kind !== FINITE)
    return (isNaN(a) && isNaN(b)) || (a.kind === INFINITE && b.kind === INFINITE);
  return a.exp === b.exp;
};

const methods: Record<string, NativeSpec> = {};
for (const name in UNARY_OPERATIONS) {
  const operation = UNARY_OPERATIONS[name]!;
  methods[name] = method('($self, /, context=None)', (self: PyDecimal, context?: Value) =>
    newDecimal(contextFrom(context).run((c) => operation(self.number, c))),
  );
}
for (const name in BINARY_OPERATIONS) {
  const operation = BINARY_OPERATIONS[name]!;
  methods[name] = method(
    '($self, /, other, context=None)',
    (self: PyDecimal, other: Value, contextArgument?: Value) => {
      const context = contextFrom(contextArgument);
      const right = requireOperand(other);
      return newDecimal(context.run((c) => operation(self.number, right, c)));
    },
  );
}
for (const name in PREDICATES) {
  const holds = PREDICATES[name]!;
  methods[name] = method('($self, /)', (self: PyDecimal) => holds(self.number));
}

const self = (decimal: PyDecimal): Value => decimal;

export const decimalSpec = typeSpec(decimalType, {
  doc: 'Decimal(value="0", context=None)\n--\n\nConstruct a new Decimal object.\n\nvalue can be an integer, string, tuple, or another Decimal object.  If\nno value is given, return Decimal(\'0\'). The context does not affect\nthe conversion and is only passed to determine if the InvalidOperation\ntrap is active.',
  slots: {
    tp_new: construct,
    tp_repr: (object) => strFromUtf16(`Decimal('${decimalText(numberOf(object), currentContext().capitals === 1)}')`),
    tp_str: (object) => strFromUtf16(decimalText(numberOf(object), currentContext().capitals === 1)),
    tp_hash: hashDecimal,
    tp_richcompare: compareDecimals,
    nb_add: binarySlot(ops.add),
    nb_subtract: binarySlot(ops.subtract),
    nb_multiply: binarySlot(ops.multiply),
    nb_true_divide: binarySlot(ops.divide),
    nb_floor_divide: binarySlot(ops.divideInteger),
    nb_remainder: binarySlot(ops.remainder),
    nb_divmod: (left, right) => {
      const a = operand(left);
      const b = operand(right);
      if (a === undefined || b === undefined) return NotImplemented;
      return new PyTuple(
        currentContext()
          .run((c) => ops.divideWithRemainder(a, b, c))
          .map((number) => newDecimal(number)),
      );
    },
    nb_power: (base, exponent, modulus) => {
      const a = operand(base);
      const b = operand(exponent);
      if (a === undefined || b === undefined) return NotImplemented;
      if (modulus === undefined || modulus === None)
        return newDecimal(currentContext().run((c) => functions.power(a, b, c)));
      const m = operand(modulus);
      if (m === undefined) return NotImplemented;
      return newDecimal(currentContext().run((c) => functions.powerModulo(a, b, m, c)));
    },
    nb_negative: unarySlot(ops.minus),
    nb_positive: unarySlot(ops.plus),
    nb_absolute: unarySlot(ops.absolute),
    nb_bool: (object) => !isZero(numberOf(object)),
    nb_int: (object) => toInt(numberOf(object), ROUND_DOWN),
    nb_float: (object) => new PyFloat(toFloat(numberOf(object))),
  },
  methods: {
    ...methods,
    adjusted: method('($self, /)', ({ number }: PyDecimal) => (number.kind === FINITE ? adjusted(number) : 0)),
    as_integer_ratio: method('($self, /)', asIntegerRatio),
    as_tuple: method('($self, /)', asTuple),
    canonical: method('($self, /)', self),
    conjugate: method('($self, /)', self),
    copy_abs: method('($self, /)', ({ number }: PyDecimal) => newDecimal(withSign(number, 0))),
    copy_negate: method('($self, /)', ({ number }: PyDecimal) => newDecimal(negated(number))),
    fma: method(
      '($self, /, other, third, context=None)',
      (decimal: PyDecimal, other: Value, third: Value, contextArgument?: Value) => {
        const context = contextFrom(contextArgument);
        const [b, d] = [requireOperand(other), requireOperand(third)];
        return newDecimal(context.run((c) => ops.fma(decimal.number, b, d, c)));
      },
    ),
    from_float: classMethod('($type, f, /)', fromFloat),
    from_number: classMethod('($type, number, /)', fromNumber),
    is_normal: method('($self, /, context=None)', ({ number }: PyDecimal, c?: Value) =>
      isNormal(number, contextFrom(c)),
    ),
    is_subnormal: method('($self, /, context=None)', ({ number }: PyDecimal, c?: Value) =>
      isSubnormal(number, contextFrom(c)),
    ),
    number_class: method('($self, /, context=None)', ({ number }: PyDecimal, c?: Value) =>
      numberClass(number, contextFrom(c)),
    ),
    quantize: method('($self, /, exp, rounding=None, context=None)', quantizeMethod),
    radix: method('($self, /)', () => newDecimal(finite(0, 10n, 0))),
    same_quantum: method('($self, /, other, context=None)', (decimal: PyDecimal, other: Value) =>
      sameQuantum(decimal.number, requireOperand(other)),
    ),
    to_eng_string: method('($self, /, context=None)', ({ number }: PyDecimal, c?: Value) =>
      strFromUtf16(decimalText(number, contextFrom(c).capitals === 1, true)),
    ),
    to_integral: method('($self, /, rounding=None, context=None)', toIntegral(false)),
    to_integral_exact: method('($self, /, rounding=None, context=None)', toIntegral(true)),
    to_integral_value: method('($self, /, rounding=None, context=None)', toIntegral(false)),
    __ceil__: method('($self, /)', ({ number }: PyDecimal) => toInt(number, ROUND_CEILING)),
    __floor__: method('($self, /)', ({ number }: PyDecimal) => toInt(number, ROUND_FLOOR)),
    __trunc__: method('($self, /)', ({ number }: PyDecimal) => toInt(number, ROUND_DOWN)),
    __round__: method('($self, ndigits=None, /)', round),
    __format__: method('($self, format_spec, override=None, /)', format),
    __complex__: method('($self, /)', ({ number }: PyDecimal) => new PyComplex(toFloat(number), 0)),
    __copy__: method('($self, /)', self),
    __deepcopy__: method('($self, memo, /)', self),
    __reduce__: method(
      '($self, /)',
      (decimal: PyDecimal) =>
        new PyTuple([typeOf(decimal), new PyTuple([strFromUtf16(decimalText(decimal.number, true))])]),
    ),
    __sizeof__: method('($self, /)', () => 104),
  },
  getset: {
    real: { get: (object) => object },
    imag: { get: () => newDecimal(finite(0, 0n, 0)) },
  },
});
