/**
 * The behaviour of `complex`.
 *
 * @cpython Objects/complexobject.c
 */
import {
  None,
  NotImplemented,
  Py_EQ,
  Py_NE,
  PyComplex,
  PyFloat,
  PyTuple,
  allocate,
  argumentBinder,
  asInt,
  asText,
  call0,
  call1,
  complexType,
  excTypes,
  hashIdentity,
  lookupSpecial,
  reprHost,
  str,
  typeError,
  typeName,
  typeSpec,
  valueError,
  warn,
  type BinarySlot,
  type PyType,
  type Value,
} from '../core/index.ts';
import { floatEqualsInt } from '../int/int-compare.ts';
import { intToFloat } from '../int/int-float.ts';
import { asciiNumeral } from '../int/numeral-text.ts';
import { hashComplexParts, hashNumber } from '../int/number-hash.ts';
import { documentedClassMethods, documentedMethods } from '../int/documented.ts';
import { formatComplex } from '../format/format-float.ts';
import { asNumber, tryNumber } from '../float/float-conversion.ts';
import {
  complexAbsolute,
  complexDivide,
  complexMultiply,
  complexPower,
  realDivideComplex,
} from './complex-arithmetic.ts';
import { complexRepr, parseComplexText } from './complex-text.ts';
import { COMPLEX_DOC, COMPLEX_DOCS } from './complex-docs.ts';

const z = (self: Value): PyComplex => self as PyComplex;

/** A real operand, or `undefined`. @throws OverflowError for a huge int */
function realOperand(object: Value): number | undefined {
  if (object instanceof PyFloat) return object.value;
  const int = asInt(object);
  return int === undefined ? undefined : intToFloat(int);
}

/** An operator with its forms for two complex operands, complex and real, real and complex. */
function binary(
  both: (a: number, b: number, c: number, d: number) => PyComplex,
  withReal: (a: number, b: number, c: number) => PyComplex,
  realWith: (a: number, c: number, d: number) => PyComplex,
): BinarySlot {
  return (left, right) => {
    if (left instanceof PyComplex) {
      if (right instanceof PyComplex) return both(left.real, left.imag, right.real, right.imag);
      const real = realOperand(right);
      return real === undefined ? NotImplemented : withReal(left.real, left.imag, real);
    }
    const real = realOperand(left);
    if (real === undefined || !(right instanceof PyComplex)) return NotImplemented;
    return realWith(real, right.real, right.imag);
  };
}

/** The parts of an operand of `**`. */
function operandParts(object: Value): readonly [number, number] | undefined {
  if (object instanceof PyComplex) return [object.real, object.imag];
  const real = realOperand(object);
  return real === undefined ? undefined : [real, 0];
}

function powerSlot(left: Value, right: Value, modulus: Value): Value {
  const base = operandParts(left);
  if (base === undefined) return NotImplemented;
  const exponent = operandParts(right);
  if (exponent === undefined) return NotImplemented;
  if (modulus !== None) throw valueError('complex modulo');
  return complexPower(base[0], base[1], exponent[0], exponent[1]);
}

/** What `__complex__` gives, or `undefined` where there is none. @throws TypeError */
export function callComplexMethod(value: Value): PyComplex | undefined {
  const dunder = lookupSpecial(value, '__complex__');
  if (dunder === undefined) return undefined;
  const result = call0(dunder);
  if (!(result instanceof PyComplex)) throw typeError(`__complex__ returned non-complex (type ${typeName(result)})`);
  if (result.ob_type !== complexType) {
    warn(
      excTypes.DeprecationWarning,
      `__complex__ returned non-complex (type ${typeName(result)}).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.`,
    );
  }
  return result;
}

/** A number as a complex one. @throws TypeError "must be real number, not str" @cpython PyComplex_AsCComplex */
export function asComplex(value: Value): PyComplex {
  if (value instanceof PyComplex) return value;
  return callComplexMethod(value) ?? new PyComplex(asNumber(value), 0);
}

const bindArguments = argumentBinder('complex', '(real=0, imag=0)');

function ofType(type: PyType, real: number, imag: number): Value {
  return type === complexType ? new PyComplex(real, imag) : allocate(type, real, imag);
}

function fromText(type: PyType, value: Value): Value {
  const text = asText(value)!;
  const [real, imag] = parseComplexText(asciiNumeral(text), () => reprHost(value));
  return ofType(type, real, imag);
}

const notReal = (name: string, value: Value) =>
  typeError(`complex() argument '${name}' must be a real number, not ${typeName(value)}`);

/** `complex(x)` of one positional argument. */
function fromOne(type: PyType, value: Value): Value {
  if (value instanceof PyComplex && value.ob_type === complexType && type === complexType) return value;
  if (asText(value) !== undefined) return fromText(type, value);
  const converted = value instanceof PyComplex && value.ob_type === complexType ? value : callComplexMethod(value);
  if (converted !== undefined) return ofType(type, converted.real, converted.imag);
  if (value instanceof PyComplex) return ofType(type, value.real, value.imag);
  const number = tryNumber(value);
  if (number === undefined) throw typeError(`complex() argument must be a string or a number, not ${typeName(value)}`);
  return ofType(type, number, 0);
}

/** An argument of `complex(real, imag)`: a real number, or (deprecated) a complex one. */
function partArgument(name: 'real' | 'imag', value: Value): number | PyComplex {
  let complex: PyComplex | undefined;
  if (value instanceof PyComplex) complex = value;
  else {
    const number = tryNumber(value);
    if (number !== undefined) return number;
    complex = name === 'real' ? callComplexMethod(value) : undefined;
    if (complex === undefined) throw notReal(name, value);
  }
  warn(excTypes.DeprecationWarning, `complex() argument '${name}' must be a real number, not ${typeName(value)}`);
  return complex;
}

function complexNew(type: PyType, args: readonly Value[], kwnames: readonly string[] | null): Value {
  if (kwnames === null && args.length === 1) return fromOne(type, args[0]!);
  const [realValue, imagValue] = bindArguments(args, kwnames) as [Value | undefined, Value | undefined];
  const real = realValue === undefined ? 0 : partArgument('real', realValue);
  const imag = imagValue === undefined ? 0 : partArgument('imag', imagValue);
  // real + imag * 1j, where either may itself be complex.
  let realPart = typeof real === 'number' ? real : real.real;
  let imagPart = typeof imag === 'number' ? imag : imag.real;
  if (typeof imag !== 'number') realPart -= imag.imag;
  if (typeof real !== 'number') imagPart += real.imag;
  return ofType(type, realPart, imagPart);
}

function compare(left: Value, right: Value): boolean | undefined {
  const a = z(left);
  if (right instanceof PyComplex) return a.real === right.real && a.imag === right.imag;
  if (right instanceof PyFloat) return a.imag === 0 && a.real === right.value;
  const int = asInt(right);
  // Exact for ints of any size.
  return int === undefined ? undefined : a.imag === 0 && floatEqualsInt(a.real, int);
}

export const complexSpec = typeSpec(complexType, {
  doc: COMPLEX_DOC,
  slots: {
    tp_new: complexNew,
    tp_repr: (self) => complexRepr(z(self).real, z(self).imag),
    tp_hash: (self) => {
      const { real, imag } = z(self);
      const realHash = real === real ? hashNumber(real) : hashIdentity(self);
      return hashComplexParts(realHash, imag === imag ? hashNumber(imag) : hashIdentity(self));
    },
    tp_richcompare: (left, right, op) => {
      if (op !== Py_EQ && op !== Py_NE) return NotImplemented;
      const isEqual = compare(left, right);
      return isEqual === undefined ? NotImplemented : isEqual === (op === Py_EQ);
    },
    nb_add: binary(
      (a, b, c, d) => new PyComplex(a + c, b + d),
      (a, b, c) => new PyComplex(a + c, b),
      (a, c, d) => new PyComplex(a + c, d),
    ),
    nb_subtract: binary(
      (a, b, c, d) => new PyComplex(a - c, b - d),
      (a, b, c) => new PyComplex(a - c, b),
      (a, c, d) => new PyComplex(a - c, -d),
    ),
    nb_multiply: binary(
      complexMultiply,
      (a, b, c) => new PyComplex(a * c, b * c),
      (a, c, d) => new PyComplex(a * c, a * d),
    ),
    nb_true_divide: binary(
      complexDivide,
      (a, b, c) => {
        if (c === 0) return complexDivide(a, b, c, 0);
        return new PyComplex(a / c, b / c);
      },
      realDivideComplex,
    ),
    nb_power: powerSlot,
    nb_negative: (self) => new PyComplex(-z(self).real, -z(self).imag),
    nb_positive: (self) => (z(self).ob_type === complexType ? self : new PyComplex(z(self).real, z(self).imag)),
    nb_absolute: (self) => new PyFloat(complexAbsolute(z(self).real, z(self).imag)),
    nb_bool: (self) => z(self).real !== 0 || z(self).imag !== 0,
  },
  methods: {
    ...documentedMethods(COMPLEX_DOCS, {
      __complex__: (self: Value) =>
        z(self).ob_type === complexType ? self : new PyComplex(z(self).real, z(self).imag),
      __format__: (self: Value, spec: Value) => {
        const text = asText(spec);
        if (text === undefined) throw typeError(`__format__() argument must be str, not ${typeName(spec)}`);
        return text === '' ? str(self) : formatComplex(z(self).real, z(self).imag, text, self);
      },
      __getnewargs__: (self: Value) => new PyTuple([new PyFloat(z(self).real), new PyFloat(z(self).imag)]),
      conjugate: (self: Value) => new PyComplex(z(self).real, -z(self).imag),
    }),
    ...documentedClassMethods(COMPLEX_DOCS, {
      from_number: (type: PyType, value: Value) => {
        if (value instanceof PyComplex && value.ob_type === complexType && type === complexType) return value;
        const complex = asComplex(value);
        const exact = new PyComplex(complex.real, complex.imag);
        return type === complexType ? exact : call1(type, exact);
      },
    }),
  },
  members: {
    real: { get: (self) => new PyFloat(z(self).real), doc: COMPLEX_DOCS.real[1] },
    imag: { get: (self) => new PyFloat(z(self).imag), doc: COMPLEX_DOCS.imag[1] },
  },
});
