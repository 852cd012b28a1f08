/** Module `math`. @cpython Modules/mathmodule.c */
import {
  PyFloat,
  PyTuple,
  asInt,
  call0,
  floatType,
  hasIndex,
  index,
  lookupSpecial,
  overflowError,
  toArray,
  trueDivide,
  typeError,
  typeName,
  valueError,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';
import * as libm from '../../objects/float/index.ts';
import { asNumber, floatRepr, floatToInt, frexp } from '../../objects/float/index.ts';
import { documentedFunctions, nearestNumber, type Int } from '../../objects/int/index.ts';
import { vectorNorm } from '../../objects/float/libm/hypot.ts';
import { defineModule } from '../define-module.ts';
import { erf, erfc } from './error-function.ts';
import { copySign, fma, isOddInteger, ldexp, nextAfter, nextAfterSteps, remainder, ulp } from './float-functions.ts';
import { gamma, lgamma } from './gamma.ts';
import { comb, exponentArgument, factorial, gcd, isqrt, lcm, perm } from './integer-functions.ts';
import { fsum, prod, sumprod } from './sums.ts';
import { MATH_DOC, MATH_DOCS } from './docs.ts';

const float = (x: number): PyFloat => new PyFloat(x);
const rangeError = () => overflowError('math range error');
const domainError = () => valueError('math domain error');

/**
 * A function of one float. NaN out of a number is a domain error, an infinity out of a finite number a range error, or a
 * domain error where the function has poles.
 *
 * @param expected what the message says before "got", if it says anything
 */
function unary(fn: (x: number) => number, expected?: string, overflows = false): (value: Value) => Value {
  return (value) => {
    const x = asNumber(value);
    const result = fn(x);
    if ((result !== result && x === x) || (isInfinite(result) && Number.isFinite(x) && !overflows)) {
      throw expected === undefined ? domainError() : valueError(`expected ${expected}, got ${floatRepr(x)}`);
    }
    if (isInfinite(result) && Number.isFinite(x)) throw rangeError();
    return float(result);
  };
}

const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;

/** A function of two floats whose only errors are domain errors. */
function binary(fn: (x: number, y: number) => number): (x: Value, y: Value) => Value {
  return (left, right) => {
    const x = asNumber(left);
    const y = asNumber(right);
    const result = fn(x, y);
    if (result !== result && x === x && y === y) throw domainError();
    if (isInfinite(result) && Number.isFinite(x) && Number.isFinite(y)) throw rangeError();
    return float(result);
  };
}

const naturalLog = (x: number): number => (x > 0 && x < Infinity ? libm.log(x) : Math.log(x));
const binaryLog = (x: number): number => (x > 0 && x < Infinity ? libm.log2(x) : Math.log2(x));

/** Logarithm of an int of any size, or of a float. @cpython loghelper */
function logarithm(value: Value, fn: (x: number) => number): number {
  const int = asInt(value);
  if (int !== undefined) return logOfInt(int, fn);
  if (!(value instanceof PyFloat) && hasIndex(value)) return logOfInt(index(value), fn);
  const x = asNumber(value);
  if (x <= 0) throw valueError(`expected a positive input, got ${floatRepr(x)}`);
  return fn(x);
}

function logOfInt(int: Int, fn: (x: number) => number): number {
  if (int <= 0) throw valueError('expected a positive input');
  const x = nearestNumber(int);
  if (x !== Infinity) return fn(x);
  const bits = (int as bigint).toString(16).length * 4;
  // The top 64 bits and a sticky bit are enough to round the fraction.
  const drop = BigInt(bits - 64);
  const top = (int as bigint) >> drop;
  const sticky = top << drop === int ? 0n : 1n;
  const [fraction, exponent] = frexp(nearestNumber((top << 1n) | sticky));
  return fn(fraction) + fn(2) * (exponent + bits - 65);
}

function log(args: readonly Value[], kwnames: Kwnames): Value {
  if (kwnames !== null && kwnames.length > 0) throw typeError('math.log() takes no keyword arguments');
  if (args.length === 0) throw typeError('log expected at least 1 argument, got 0');
  if (args.length > 2) throw typeError(`log expected at most 2 arguments, got ${args.length}`);
  const result = float(logarithm(args[0]!, naturalLog));
  return args.length === 1 ? result : trueDivide(result, float(logarithm(args[1]!, naturalLog)));
}

function exponential(fn: (x: number) => number): (x: number) => number {
  return (x) => (Number.isFinite(x) ? fn(x) : x === -Infinity ? 0 : x);
}

function cosh(x: number): number {
  const magnitude = Math.abs(x);
  if (!(magnitude < 709) || magnitude < 0.35) return Math.cosh(x);
  const e = libm.exp(magnitude);
  return magnitude < 22 ? 0.5 * e + 0.5 / e : 0.5 * e;
}

/** @cpython math_pow_impl */
function pow(left: Value, right: Value): Value {
  const x = asNumber(left);
  const y = asNumber(right);
  if (x === 1 || y === 0) return float(1);
  if (x !== x || y !== y) return float(NaN);
  if (isInfinite(y)) {
    const magnitude = Math.abs(x);
    if (magnitude === 1) return float(1);
    return float(magnitude > 1 === y > 0 ? Infinity : 0);
  }
  const isOdd = isOddInteger(y);
  if (isInfinite(x)) {
    const magnitude = y > 0 ? Infinity : 0;
    return float(x < 0 && isOdd ? -magnitude : magnitude);
  }
  if (x === 0) {
    if (y < 0) throw domainError();
    return float(isOdd ? x : 0);
  }
  if (x < 0 && !Number.isInteger(y)) throw domainError();
  const magnitude = x === -1 ? 1 : libm.pow(Math.abs(x), y);
  if (magnitude === Infinity) throw rangeError();
  return float(x < 0 && isOdd ? -magnitude : magnitude);
}

/** `floor` and `ceil`: by the method of that name, else through float. */
function rounding(method: string, fn: (x: number) => number): (value: Value) => Value {
  return (value) => {
    if (value instanceof PyFloat && value.ob_type === floatType) return floatToInt(fn(value.value));
    if (typeof value === 'number' || typeof value === 'bigint') return value;
    const dunder = lookupSpecial(value, method);
    return dunder === undefined ? floatToInt(fn(asNumber(value))) : call0(dunder);
  };
}

function trunc(value: Value): Value {
  if (value instanceof PyFloat && value.ob_type === floatType) return floatToInt(value.value);
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  const dunder = lookupSpecial(value, '__trunc__');
  if (dunder === undefined) throw typeError(`type ${typeName(value)} doesn't define __trunc__ method`);
  return call0(dunder);
}

function modf(value: Value): Value {
  const x = asNumber(value);
  if (x !== x) return new PyTuple([float(x), float(x)]);
  const whole = Math.trunc(x);
  return new PyTuple([float(isInfinite(x) ? copySign(0, x) : copySign(x - whole, x)), float(whole)]);
}

function isClose(
  a: Value,
  b: Value,
  relativeTolerance: Value | undefined,
  absoluteTolerance: Value | undefined,
): Value {
  const x = asNumber(a);
  const y = asNumber(b);
  const relative = relativeTolerance === undefined ? 1e-9 : asNumber(relativeTolerance);
  const absolute = absoluteTolerance === undefined ? 0 : asNumber(absoluteTolerance);
  if (relative < 0 || absolute < 0) throw valueError('tolerances must be non-negative');
  if (x === y) return true;
  if (isInfinite(x) || isInfinite(y)) return false;
  const difference = Math.abs(y - x);
  return difference <= Math.abs(relative * y) || difference <= Math.abs(relative * x) || difference <= absolute;
}

function nextafter(a: Value, b: Value, stepsValue: Value | undefined): Value {
  const x = asNumber(a);
  const y = asNumber(b);
  if (stepsValue === undefined || typeName(stepsValue) === 'NoneType') return float(nextAfter(x, y));
  const steps = index(stepsValue);
  if (steps < 0) throw valueError('steps must be a non-negative integer');
  return float(nextAfterSteps(x, y, steps));
}

function fusedMultiplyAdd(a: Value, b: Value, c: Value): Value {
  const x = asNumber(a);
  const y = asNumber(b);
  const z = asNumber(c);
  const result = fma(x, y, z);
  if (result !== result) {
    if (x === x && y === y && z === z) throw valueError('invalid operation in fma');
  } else if (isInfinite(result) && Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z)) {
    throw overflowError('overflow in fma');
  }
  return float(result);
}

function loadExponent(value: Value, exponentValue: Value): Value {
  const x = asNumber(value);
  const result = ldexp(x, exponentArgument(exponentValue));
  if (isInfinite(result) && !isInfinite(x)) throw rangeError();
  return float(result);
}

function dist(p: Value, q: Value): Value {
  const left = p instanceof PyTuple ? p.items : toArray(p);
  const right = q instanceof PyTuple ? q.items : toArray(q);
  if (left.length !== right.length) throw valueError('both points must have the same number of dimensions');
  return float(vectorNorm(left.map((item, i) => asNumber(item) - asNumber(right[i]!))));
}

const FINITE = 'a finite input';
const WITHIN_ONE = 'a number in range from -1 up to 1';
const NOT_A_POLE = 'a noninteger or positive integer';

export const mathModule = defineModule('math', {
  doc: MATH_DOC,
  functions: documentedFunctions(MATH_DOCS, {
    acos: unary(Math.acos, WITHIN_ONE),
    acosh: unary(Math.acosh, 'argument value not less than 1'),
    asin: unary(Math.asin, WITHIN_ONE),
    asinh: unary(Math.asinh),
    atan: unary(Math.atan),
    atan2: (y: Value, x: Value) => float(Math.atan2(asNumber(y), asNumber(x))),
    atanh: unary(Math.atanh, 'a number between -1 and 1'),
    cbrt: unary(Math.cbrt),
    ceil: rounding('__ceil__', Math.ceil),
    comb,
    copysign: (x: Value, y: Value) => float(copySign(asNumber(x), asNumber(y))),
    cos: unary(libm.cos, FINITE),
    cosh: unary(cosh, undefined, true),
    degrees: (x: Value) => float(asNumber(x) * (180 / Math.PI)),
    dist,
    erf: unary(erf),
    erfc: unary(erfc),
    exp: unary(exponential(libm.exp), undefined, true),
    exp2: unary(exponential(libm.exp2), undefined, true),
    expm1: unary(Math.expm1, undefined, true),
    fabs: (x: Value) => float(Math.abs(asNumber(x))),
    factorial,
    floor: rounding('__floor__', Math.floor),
    fma: fusedMultiplyAdd,
    fmod: binary((x, y) => (isInfinite(y) && Number.isFinite(x) ? x : x % y)),
    frexp: (value: Value) => {
      const [fraction, exponent] = frexp(asNumber(value));
      return new PyTuple([float(fraction), exponent]);
    },
    fsum: (iterable: Value) => float(fsum(iterable)),
    gamma: unary(gamma, NOT_A_POLE, true),
    gcd,
    hypot: (coordinates: Value[]) => float(vectorNorm(coordinates.map(asNumber))),
    isclose: isClose,
    isfinite: (x: Value) => Number.isFinite(asNumber(x)),
    isinf: (x: Value) => isInfinite(asNumber(x)),
    isnan: (x: Value) => Number.isNaN(asNumber(x)),
    isqrt,
    lcm,
    ldexp: loadExponent,
    lgamma: unary(lgamma, NOT_A_POLE, true),
    log: log as never,
    log10: (x: Value) => float(logarithm(x, Math.log10)),
    log1p: unary(Math.log1p, 'argument value > -1'),
    log2: (x: Value) => float(logarithm(x, binaryLog)),
    modf,
    nextafter,
    perm,
    pow,
    prod: (iterable: Value, start: Value | undefined) => prod(iterable, start ?? 1),
    radians: (x: Value) => float(asNumber(x) * (Math.PI / 180)),
    remainder: binary(remainder),
    sin: unary(libm.sin, FINITE),
    sinh: unary(Math.sinh, undefined, true),
    sqrt: unary(Math.sqrt, 'a nonnegative input'),
    sumprod,
    tan: unary(Math.tan, FINITE),
    tanh: unary(Math.tanh),
    trunc,
    ulp: (x: Value) => float(ulp(asNumber(x))),
  }),
  constants: () => ({
    pi: float(Math.PI),
    e: float(Math.E),
    tau: float(2 * Math.PI),
    inf: float(Infinity),
    nan: float(NaN),
  }),
});
