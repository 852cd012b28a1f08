/**
 * Elementary functions of complex numbers.
 *
 * @cpython Modules/cmathmodule.c
 */
import { PyComplex, overflowError, valueError } from '../../objects/core/index.ts';
import { cos as realCos, exp as realExp, log as realLog, sin as realSin } from '../../objects/float/index.ts';
import { hypot } from '../../objects/float/libm/hypot.ts';
import { specialValue, type SpecialFunction } from './special-values.ts';

const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = Math.sqrt(LARGE);
const LOG_LARGE = Math.log(LARGE);
const DBL_MIN = 2.2250738585072014e-308;
const SQRT_DBL_MIN = Math.sqrt(DBL_MIN);

export const domainError = () => valueError('math domain error');
export const rangeError = () => overflowError('math range error');

const naturalLog = (x: number): number => (x > 0 && x < Infinity ? realLog(x) : Math.log(x));
const exponential = (x: number): number => (Number.isFinite(x) ? realExp(x) : Math.exp(x));
const copySign = (x: number, y: number): number => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x));
const isFinitePair = (z: PyComplex): boolean => Number.isFinite(z.real) && Number.isFinite(z.imag);
const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;

function special(name: SpecialFunction, z: PyComplex): PyComplex {
  const result = specialValue(name, z.real, z.imag);
  if (result === undefined) throw domainError();
  return result;
}

/** Raises for an infinite result of finite parts. */
function checked(real: number, imag: number): PyComplex {
  if (isInfinite(real) || isInfinite(imag)) throw rangeError();
  return new PyComplex(real, imag);
}

/** An infinite real part at a finite angle that is not zero, where signs come from sine and cosine. */
const isInfiniteAtAngle = (z: PyComplex): boolean => isInfinite(z.real) && Number.isFinite(z.imag) && z.imag !== 0;

/** The logarithm of the absolute value of something too large to take it. */
const largeLog = (z: PyComplex): number => naturalLog(hypot(z.real / 2, z.imag / 2)) + Math.LN2 * 2;

const isLarge = (z: PyComplex): boolean => Math.abs(z.real) > LARGE || Math.abs(z.imag) > LARGE;

export function sqrt(z: PyComplex): PyComplex {
  if (!isFinitePair(z)) return special('sqrt', z);
  const { real, imag } = z;
  if (real === 0 && imag === 0) return new PyComplex(0, imag);
  let ax = Math.abs(real);
  const ay = Math.abs(imag);
  let s: number;
  if (ax < DBL_MIN && ay < DBL_MIN) {
    // Scaled up by 2**54 and down by its root, so that subnormal numbers keep their bits.
    ax *= 2 ** 54;
    s = Math.sqrt(ax + hypot(ax, ay * 2 ** 54)) * Math.SQRT1_2 * 2 ** -27;
  } else {
    ax /= 8;
    s = 2 * Math.sqrt(ax + hypot(ax, ay / 8));
  }
  const d = ay / (2 * s);
  return real >= 0 ? new PyComplex(s, copySign(d, imag)) : new PyComplex(d, copySign(s, imag));
}

export function acos(z: PyComplex): PyComplex {
  if (!isFinitePair(z)) return special('acos', z);
  if (isLarge(z)) {
    const magnitude = largeLog(z);
    const imag = z.real < 0 ? -copySign(magnitude, z.imag) : copySign(magnitude, -z.imag);
    return new PyComplex(Math.atan2(Math.abs(z.imag), z.real), imag);
  }
  const s1 = sqrt(new PyComplex(1 - z.real, -z.imag));
  const s2 = sqrt(new PyComplex(1 + z.real, z.imag));
  return new PyComplex(2 * Math.atan2(s1.real, s2.real), Math.asinh(s2.real * s1.imag - s2.imag * s1.real));
}

export function acosh(z: PyComplex): PyComplex {
  if (!isFinitePair(z)) return special('acosh', z);
  if (isLarge(z)) return new PyComplex(largeLog(z), Math.atan2(z.imag, z.real));
  const s1 = sqrt(new PyComplex(z.real - 1, z.imag));
  const s2 = sqrt(new PyComplex(z.real + 1, z.imag));
  return new PyComplex(Math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * Math.atan2(s1.imag, s2.real));
}

export function asinh(z: PyComplex): PyComplex {
  if (!isFinitePair(z)) return special('asinh', z);
  if (isLarge(z)) {
    const magnitude = largeLog(z);
    const real = z.imag >= 0 ? copySign(magnitude, z.real) : -copySign(magnitude, -z.real);
    return new PyComplex(real, Math.atan2(z.imag, Math.abs(z.real)));
  }
  const s1 = sqrt(new PyComplex(1 + z.imag, -z.real));
  const s2 = sqrt(new PyComplex(1 - z.imag, z.real));
  return new PyComplex(
    Math.asinh(s1.real * s2.imag - s2.real * s1.imag),
    Math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag),
  );
}

/** The function of `iz`, turned back: how the circular functions come from the hyperbolic ones. */
const rotated =
  (fn: (z: PyComplex) => PyComplex) =>
  (z: PyComplex): PyComplex => {
    const s = fn(new PyComplex(-z.imag, z.real));
    return new PyComplex(s.imag, -s.real);
  };

export const asin = rotated(asinh);

export function atanh(z: PyComplex): PyComplex {
  if (!isFinitePair(z)) return special('atanh', z);
  const { real, imag } = z;
  if (real < 0 || Object.is(real, -0)) {
    const mirrored = atanh(new PyComplex(-real, -imag));
    return new PyComplex(-mirrored.real, -mirrored.imag);
  }
  const ay = Math.abs(imag);
  if (real > SQRT_LARGE || ay > SQRT_LARGE) {
    const h = hypot(real / 2, imag / 2);
    return new PyComplex(real / 4 / h / h, -copySign(Math.PI / 2, -imag));
  }
  if (real === 1 && ay < SQRT_DBL_MIN) {
    if (ay === 0) throw domainError();
    return new PyComplex(-naturalLog(Math.sqrt(ay) / Math.sqrt(hypot(ay, 2))), copySign(Math.atan2(2, -ay) / 2, imag));
  }
  const distance = 1 - real;
  return new PyComplex(
    Math.log1p((4 * real) / (distance * distance + ay * ay)) / 4,
    -Math.atan2(-2 * imag, distance * (1 + real) - ay * ay) / 2,
  );
}

export const atan = rotated(atanh);

export function cosh(z: PyComplex): PyComplex {
  const { real, imag } = z;
  if (!isFinitePair(z)) {
    if (!isInfiniteAtAngle(z)) return special('cosh', z);
    const sine = copySign(Infinity, realSin(imag));
    return new PyComplex(copySign(Infinity, realCos(imag)), real > 0 ? sine : -sine);
  }
  if (Math.abs(real) > LOG_LARGE) {
    const lower = real - copySign(1, real);
    return checked(realCos(imag) * Math.cosh(lower) * Math.E, realSin(imag) * Math.sinh(lower) * Math.E);
  }
  return checked(realCos(imag) * Math.cosh(real), realSin(imag) * Math.sinh(real));
}

export const cos = (z: PyComplex): PyComplex => cosh(new PyComplex(-z.imag, z.real));

export function sinh(z: PyComplex): PyComplex {
  const { real, imag } = z;
  if (!isFinitePair(z)) {
    if (!isInfiniteAtAngle(z)) return special('sinh', z);
    const cosine = copySign(Infinity, realCos(imag));
    return new PyComplex(real > 0 ? cosine : -cosine, copySign(Infinity, realSin(imag)));
  }
  if (Math.abs(real) > LOG_LARGE) {
    const lower = real - copySign(1, real);
    return checked(realCos(imag) * Math.sinh(lower) * Math.E, realSin(imag) * Math.cosh(lower) * Math.E);
  }
  return checked(realCos(imag) * Math.sinh(real), realSin(imag) * Math.cosh(real));
}

export const sin = rotated(sinh);

export function tanh(z: PyComplex): PyComplex {
  const { real, imag } = z;
  if (!isFinitePair(z)) {
    if (!isInfiniteAtAngle(z)) return special('tanh', z);
    return new PyComplex(real > 0 ? 1 : -1, copySign(0, 2 * realSin(imag) * realCos(imag)));
  }
  if (Math.abs(real) > LOG_LARGE) {
    return new PyComplex(copySign(1, real), 4 * realSin(imag) * realCos(imag) * exponential(-2 * Math.abs(real)));
  }
  const tx = Math.tanh(real);
  const ty = Math.tan(imag);
  const cx = 1 / Math.cosh(real);
  const product = tx * ty;
  const denominator = 1 + product * product;
  return new PyComplex((tx * (1 + ty * ty)) / denominator, (ty / denominator) * cx * cx);
}

export const tan = rotated(tanh);

export function exp(z: PyComplex): PyComplex {
  const { real, imag } = z;
  if (!isFinitePair(z)) {
    if (!isInfiniteAtAngle(z)) return special('exp', z);
    const magnitude = real > 0 ? Infinity : 0;
    return new PyComplex(copySign(magnitude, realCos(imag)), copySign(magnitude, realSin(imag)));
  }
  if (real > LOG_LARGE) {
    const length = exponential(real - 1);
    return checked(length * realCos(imag) * Math.E, length * realSin(imag) * Math.E);
  }
  const length = exponential(real);
  return checked(length * realCos(imag), length * realSin(imag));
}

export function log(z: PyComplex): PyComplex {
  if (!isFinitePair(z)) return special('log', z);
  const ax = Math.abs(z.real);
  const ay = Math.abs(z.imag);
  let real: number;
  if (ax > LARGE || ay > LARGE) real = naturalLog(hypot(ax / 2, ay / 2)) + Math.LN2;
  else if (ax < DBL_MIN && ay < DBL_MIN) {
    if (ax === 0 && ay === 0) throw domainError();
    real = naturalLog(hypot(ax * 2 ** 53, ay * 2 ** 53)) - 53 * Math.LN2;
  } else {
    const h = hypot(ax, ay);
    if (h >= 0.71 && h <= 1.73) {
      const larger = ax > ay ? ax : ay;
      const smaller = ax > ay ? ay : ax;
      real = Math.log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2;
    } else real = naturalLog(h);
  }
  return new PyComplex(real, Math.atan2(z.imag, z.real));
}

export function log10(z: PyComplex): PyComplex {
  const { real, imag } = log(z);
  return new PyComplex(real / Math.LN10, imag / Math.LN10);
}

/** The number at a distance and an angle. */
export function rect(r: number, phi: number): PyComplex {
  const z = new PyComplex(r, phi);
  if (!isFinitePair(z)) {
    if (!isInfiniteAtAngle(z)) return special('rect', z);
    const real = copySign(Infinity, realCos(phi));
    const imag = copySign(Infinity, realSin(phi));
    return r > 0 ? new PyComplex(real, imag) : new PyComplex(-real, -imag);
  }
  return phi === 0 ? new PyComplex(r, r * phi) : new PyComplex(r * realCos(phi), r * realSin(phi));
}
