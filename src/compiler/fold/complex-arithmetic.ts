/**
 * Python's complex operators on constants. An operand may be real: its missing imaginary part is not a zero, which
 * matters for signed zeros and infinities.
 *
 * @cpython Objects/complexobject.c (3.14)
 */
import { ComplexConstant } from '../../base/constant.ts';
import { NB_ADD, NB_MULTIPLY, NB_POWER, NB_SUBTRACT, NB_TRUE_DIVIDE } from './binary-opargs.ts';
import {
  arcTangent,
  exponential,
  hypotenuse,
  logarithm,
  positivePower,
  sineAndCosine,
} from './elementary-functions.ts';
import { signedZero } from './number-values.ts';

export interface Complex {
  readonly real: number;
  readonly imag: number;
}

const ONE: Complex = { real: 1, imag: 0 };

/** Greatest integer exponent for which powers are computed by multiplication. */
const INT_EXP_CUTOFF = 100;

/** `undefined` where Python raises. */
export function complexBinary(operator: number, a: Complex | number, b: Complex | number): ComplexConstant | undefined {
  const result = compute(operator, a, b);
  return result === undefined ? undefined : new ComplexConstant(result.real, result.imag);
}

function compute(operator: number, a: Complex | number, b: Complex | number): Complex | undefined {
  switch (operator) {
    case NB_ADD:
      if (typeof a === 'number') [a, b] = [b, a];
      if (typeof a === 'number') return undefined;
      if (typeof b === 'number') return { real: a.real + b, imag: a.imag };
      return { real: a.real + b.real, imag: a.imag + b.imag };
    case NB_SUBTRACT:
      if (typeof b === 'number') return typeof a === 'number' ? undefined : { real: a.real - b, imag: a.imag };
      if (typeof a === 'number') return { real: a - b.real, imag: -b.imag };
      return { real: a.real - b.real, imag: a.imag - b.imag };
    case NB_MULTIPLY:
      if (typeof a === 'number') [a, b] = [b, a];
      if (typeof a === 'number') return undefined;
      return typeof b === 'number' ? { real: a.real * b, imag: a.imag * b } : product(a, b);
    case NB_TRUE_DIVIDE:
      if (typeof b === 'number') {
        return typeof a === 'number' || b === 0 ? undefined : { real: a.real / b, imag: a.imag / b };
      }
      if (b.real === 0 && b.imag === 0) return undefined;
      return typeof a === 'number' ? quotientOfReal(a, b) : quotient(a, b);
    case NB_POWER:
      return power(toComplex(a), toComplex(b));
    default:
      return undefined;
  }
}

function toComplex(value: Complex | number): Complex {
  return typeof value === 'number' ? { real: value, imag: 0 } : value;
}

function isInfinite(value: number): boolean {
  return value === Infinity || value === -Infinity;
}

function isInfiniteComplex({ real, imag }: Complex): boolean {
  return isInfinite(real) || isInfinite(imag);
}

function isFiniteComplex({ real, imag }: Complex): boolean {
  return Number.isFinite(real) && Number.isFinite(imag);
}

/** ±1 for infinities, ±0 for all else. */
function box(value: number): number {
  if (!isInfinite(value)) return signedZero(value);
  return value > 0 ? 1 : -1;
}

function nanToZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

/**
 * With infinities recovered that came out as NaN, as C11 Annex G has it.
 *
 * @cpython Objects/complexobject.c _Py_c_prod (3.14)
 */
function product(z: Complex, w: Complex): Complex {
  let { real: a, imag: b } = z;
  let { real: c, imag: d } = w;
  const ac = a * c;
  const bd = b * d;
  const ad = a * d;
  const bc = b * c;
  const real = ac - bd;
  const imag = ad + bc;
  if (!Number.isNaN(real) || !Number.isNaN(imag)) return { real, imag };
  let isRecovered = false;
  if (isInfiniteComplex(z)) {
    [a, b, c, d] = [box(a), box(b), nanToZero(c), nanToZero(d)];
    isRecovered = true;
  }
  if (isInfiniteComplex(w)) {
    [a, b, c, d] = [nanToZero(a), nanToZero(b), box(c), box(d)];
    isRecovered = true;
  }
  if (!isRecovered && [ac, bd, ad, bc].some(isInfinite)) {
    [a, b, c, d] = [nanToZero(a), nanToZero(b), nanToZero(c), nanToZero(d)];
    isRecovered = true;
  }
  return isRecovered ? { real: Infinity * (a * c - b * d), imag: Infinity * (a * d + b * c) } : { real, imag };
}

/** @cpython Objects/complexobject.c _Py_c_quot (3.14) */
function quotient(a: Complex, b: Complex): Complex {
  let real = NaN;
  let imag = NaN;
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    real = (a.real + a.imag * ratio) / denominator;
    imag = (a.imag - a.real * ratio) / denominator;
  } else if (Math.abs(b.imag) >= Math.abs(b.real)) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    real = (a.real * ratio + a.imag) / denominator;
    imag = (a.imag * ratio - a.real) / denominator;
  }
  if (!Number.isNaN(real) || !Number.isNaN(imag)) return { real, imag };
  if (isInfiniteComplex(a) && isFiniteComplex(b)) {
    const x = box(a.real);
    const y = box(a.imag);
    return { real: Infinity * (x * b.real + y * b.imag), imag: Infinity * (y * b.real - x * b.imag) };
  }
  if (isInfiniteComplex(b) && isFiniteComplex(a)) {
    const x = box(b.real);
    const y = box(b.imag);
    return { real: signedZero(a.real * x + a.imag * y), imag: signedZero(a.imag * x - a.real * y) };
  }
  return { real, imag };
}

/** @cpython Objects/complexobject.c _Py_rc_quot (3.14) */
function quotientOfReal(a: number, b: Complex): Complex {
  let real = NaN;
  let imag = NaN;
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    real = a / denominator;
    imag = (-a * ratio) / denominator;
  } else if (Math.abs(b.imag) >= Math.abs(b.real)) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    real = (a * ratio) / denominator;
    imag = -a / denominator;
  }
  if (Number.isNaN(real) && Number.isNaN(imag) && Number.isFinite(a) && isInfiniteComplex(b)) {
    return { real: signedZero(a * box(b.real)), imag: signedZero(-a * box(b.imag)) };
  }
  return { real, imag };
}

/** @cpython Objects/complexobject.c complex_pow (3.14) */
function power(a: Complex, b: Complex): Complex | undefined {
  const isSmallInteger = b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= INT_EXP_CUTOFF;
  const result = isSmallInteger ? integerPower(a, b.real) : generalPower(a, b);
  return result === undefined || isInfiniteComplex(result) ? undefined : result;
}

function integerPower(x: Complex, n: number): Complex | undefined {
  if (n > 0) return positiveIntegerPower(x, n);
  const divisor = positiveIntegerPower(x, -n);
  return divisor.real === 0 && divisor.imag === 0 ? undefined : quotient(ONE, divisor);
}

/** @cpython Objects/complexobject.c c_powu (3.14) */
function positiveIntegerPower(x: Complex, n: number): Complex {
  let result = ONE;
  let factor = x;
  for (let mask = 1; n >= mask; mask *= 2) {
    if ((n & mask) !== 0) result = product(result, factor);
    factor = product(factor, factor);
  }
  return result;
}

/** @cpython Objects/complexobject.c _Py_c_pow (3.14) */
function generalPower(a: Complex, b: Complex): Complex | undefined {
  if (b.real === 0 && b.imag === 0) return ONE;
  if (a.real === 0 && a.imag === 0) return b.imag !== 0 || b.real < 0 ? undefined : { real: 0, imag: 0 };
  const size = hypotenuse(a.real, a.imag);
  let length = Number.isFinite(size) && Number.isFinite(b.real) ? positivePower(size, b.real) : Math.pow(size, b.real);
  const angle = arcTangent(a.imag, a.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length *= exponential(-angle * b.imag);
    phase += b.imag * logarithm(size);
  }
  // Sine and cosine of infinity are domain errors.
  if (isInfinite(phase)) return undefined;
  const { sine, cosine } = sineAndCosine(phase);
  return { real: length * cosine, imag: length * sine };
}
