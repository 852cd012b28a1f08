/**
 * Complex arithmetic, also mixed with reals as C's Annex G has it: a real operand has no imaginary part, not a zero one.
 *
 * @cpython Objects/complexobject.c
 */
import { PyComplex, overflowError, zeroDivisionError } from '../core/index.ts';
import { hypot } from '../float/libm/hypot.ts';
import { exp, log, pow } from '../float/libm/pow.ts';
import { cos, sin } from '../float/libm/sine.ts';

/** 1 for an infinity, 0 for anything else, with the sign of the number: an infinite operand "boxed". */
function box(x: number): number {
  const unit = x === Infinity || x === -Infinity ? 1 : 0;
  return x < 0 || Object.is(x, -0) ? -unit : unit;
}

const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;
const zeroIfNaN = (x: number): number => (x === x ? x : 0);

/** `(a + bj) * (c + dj)`, with infinities recovered that came out as NaN. */
export function complexMultiply(a: number, b: number, c: number, d: number): PyComplex {
  const ac = a * c;
  const bd = b * d;
  const ad = a * d;
  const bc = b * c;
  const real = ac - bd;
  const imag = ad + bc;
  if (real === real || imag === imag) return new PyComplex(real, imag);
  let [w, x, y, z] = [a, b, c, d];
  let isRecovered = false;
  if (isInfinite(w) || isInfinite(x)) {
    [w, x, y, z] = [box(w), box(x), zeroIfNaN(y), zeroIfNaN(z)];
    isRecovered = true;
  }
  if (isInfinite(y) || isInfinite(z)) {
    [w, x, y, z] = [zeroIfNaN(w), zeroIfNaN(x), box(y), box(z)];
    isRecovered = true;
  }
  if (!isRecovered && (isInfinite(ac) || isInfinite(bd) || isInfinite(ad) || isInfinite(bc))) {
    [w, x, y, z] = [zeroIfNaN(w), zeroIfNaN(x), zeroIfNaN(y), zeroIfNaN(z)];
    isRecovered = true;
  }
  if (!isRecovered) return new PyComplex(real, imag);
  return new PyComplex(Infinity * (w * y - x * z), Infinity * (w * z + x * y));
}

/** `(a + bj) / (c + dj)`. @throws ZeroDivisionError */
export function complexDivide(a: number, b: number, c: number, d: number): PyComplex {
  const absC = Math.abs(c);
  const absD = Math.abs(d);
  let real = NaN;
  let imag = NaN;
  if (absC >= absD) {
    if (absC === 0) throw zeroDivisionError('division by zero');
    const ratio = d / c;
    const denominator = c + d * ratio;
    real = (a + b * ratio) / denominator;
    imag = (b - a * ratio) / denominator;
  } else if (absD >= absC) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    real = (a * ratio + b) / denominator;
    imag = (b * ratio - a) / denominator;
  }
  if (real !== real && imag !== imag) {
    if ((isInfinite(a) || isInfinite(b)) && Number.isFinite(c) && Number.isFinite(d)) {
      const x = box(a);
      const y = box(b);
      real = Infinity * (x * c + y * d);
      imag = Infinity * (y * c - x * d);
    } else if ((isInfinite(c) || isInfinite(d)) && Number.isFinite(a) && Number.isFinite(b)) {
      const x = box(c);
      const y = box(d);
      real = 0 * (a * x + b * y);
      imag = 0 * (b * x - a * y);
    }
  }
  return new PyComplex(real, imag);
}

/** `a / (c + dj)` for a real `a`. @throws ZeroDivisionError */
export function realDivideComplex(a: number, c: number, d: number): PyComplex {
  const absC = Math.abs(c);
  const absD = Math.abs(d);
  let real = NaN;
  let imag = NaN;
  if (absC >= absD) {
    if (absC === 0) throw zeroDivisionError('division by zero');
    const ratio = d / c;
    const denominator = c + d * ratio;
    real = a / denominator;
    imag = (-a * ratio) / denominator;
  } else if (absD >= absC) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    real = (a * ratio) / denominator;
    imag = -a / denominator;
  }
  if (real !== real && imag !== imag && Number.isFinite(a) && (isInfinite(c) || isInfinite(d))) {
    real = 0 * (a * box(c));
    imag = 0 * (-a * box(d));
  }
  return new PyComplex(real, imag);
}

/** A power by squaring. It begins at 1, which decides the signs of zeros. */
function powerUnsigned(x: PyComplex, exponent: number): PyComplex {
  let result = new PyComplex(1, 0);
  let square = x;
  for (let mask = 1; exponent >= mask; mask <<= 1) {
    if (exponent & mask) result = complexMultiply(result.real, result.imag, square.real, square.imag);
    square = complexMultiply(square.real, square.imag, square.real, square.imag);
  }
  return result;
}

const logarithm = (x: number): number => (x > 0 && x < Infinity ? log(x) : Math.log(x));

/** `C pow` of a number that is not negative. */
function realPower(base: number, exponent: number): number {
  return base > 0 && base < Infinity && Number.isFinite(exponent)
    ? pow(base, exponent)
    : base === 1
      ? 1
      : Math.pow(base, exponent);
}

/** `(a + bj) ** (c + dj)`. @throws ZeroDivisionError, OverflowError */
export function complexPower(a: number, b: number, c: number, d: number): PyComplex {
  let result: PyComplex;
  if (d === 0 && c === Math.floor(c) && Math.abs(c) <= 100) {
    const base = new PyComplex(a, b);
    if (c >= 0) result = powerUnsigned(base, c);
    else {
      const positive = powerUnsigned(base, -c);
      if (positive.real === 0 && positive.imag === 0) throw zeroDivisionError('zero to a negative or complex power');
      result = complexDivide(1, 0, positive.real, positive.imag);
    }
  } else if (c === 0 && d === 0) {
    result = new PyComplex(1, 0);
  } else if (a === 0 && b === 0) {
    if (d !== 0 || c < 0) throw zeroDivisionError('zero to a negative or complex power');
    result = new PyComplex(0, 0);
  } else {
    const magnitude = hypot(a, b);
    let length = realPower(magnitude, c);
    const angle = Math.atan2(b, a);
    let phase = angle * c;
    if (d !== 0) {
      length *= exp(-angle * d);
      phase += d * logarithm(magnitude);
    }
    result = new PyComplex(length * cos(phase), length * sin(phase));
  }
  if (isInfinite(result.real) || isInfinite(result.imag)) throw overflowError('complex exponentiation');
  return result;
}

/** `abs(a + bj)`. @throws OverflowError */
export function complexAbsolute(a: number, b: number): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return isInfinite(a) || isInfinite(b) ? Infinity : NaN;
  const result = hypot(a, b);
  if (result === Infinity) throw overflowError('absolute value too large');
  return result;
}
