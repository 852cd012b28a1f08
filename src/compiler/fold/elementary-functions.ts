/**
 * Powers, and what powers of complex numbers need, correctly rounded.
 *
 * The functions of `Math` are off by a last bit in some cases where those of the C library are not, and a folded constant
 * is there for all to see. Where the results of the C library are no surprise (infinities, NaNs, numbers so large or small
 * that the function hardly bends) those of `Math` are the same.
 */
import {
  atan,
  decompose,
  exp2,
  FRACTION_BITS,
  fromFixed,
  lnTwo,
  log2,
  nearestFloat,
  pi,
  shift,
  sinCos,
  squareRoot,
  toFixed,
} from './fixed-point.ts';

/** `2 ** x` for a fixed-point number. */
function powerOfTwo(x: bigint): number {
  const whole = x >> FRACTION_BITS;
  return fromFixed(exp2(x - (whole << FRACTION_BITS)), Number(whole));
}

/** `x ** y` for positive finite `x` and finite `y`; `Infinity` when it is too large. */
export function positivePower(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  if (y === 1) return x;
  // Far outside of the range of floats the product need not be exact; this also bounds its size.
  const estimate = y * Math.log2(x);
  if (estimate > 1100) return Infinity;
  if (estimate < -1200) return 0;
  const [mantissa, exponent] = decompose(x);
  const [yMantissa, yExponent] = decompose(Math.abs(y));
  const product = shift((log2(mantissa) + shift(BigInt(exponent), Number(FRACTION_BITS))) * yMantissa, yExponent);
  return powerOfTwo(y < 0 ? -product : product);
}

/** `e ** x` */
export function exponential(x: number): number {
  if (!(Math.abs(x) < 750 && Math.abs(x) > 2 ** -60)) return Math.exp(x);
  return powerOfTwo((toFixed(x) << FRACTION_BITS) / lnTwo());
}

/** The natural logarithm. */
export function logarithm(x: number): number {
  if (!(x > 0 && x < Infinity)) return Math.log(x);
  const [mantissa, exponent] = decompose(x);
  const binary = log2(mantissa) + (BigInt(exponent) << FRACTION_BITS);
  return fromFixed((binary * lnTwo()) >> FRACTION_BITS);
}

/** `sqrt(x*x + y*y)` */
export function hypotenuse(x: number, y: number): number {
  if (x === 0 || y === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return Math.hypot(x, y);
  const [xMantissa, xExponent] = decompose(Math.abs(x));
  const [yMantissa, yExponent] = decompose(Math.abs(y));
  const unit = Math.min(xExponent, yExponent) - 64;
  const square = shift(xMantissa, xExponent - unit) ** 2n + shift(yMantissa, yExponent - unit) ** 2n;
  const root = squareRoot(square);
  // The lowest bit stands for all that is below it.
  return nearestFloat(root * root === square ? root << 1n : (root << 1n) | 1n, unit - 1);
}

/** `atan2(y, x)` */
export function arcTangent(y: number, x: number): number {
  const ratio = Math.abs(y) / Math.abs(x);
  if (!(ratio > 2 ** -60 && ratio < 2 ** 60) || !Number.isFinite(x) || !Number.isFinite(y)) return Math.atan2(y, x);
  const [yMantissa, yExponent] = decompose(Math.abs(y));
  const [xMantissa, xExponent] = decompose(Math.abs(x));
  const isSteep = ratio > 1;
  const bits = Number(FRACTION_BITS) + (isSteep ? xExponent - yExponent : yExponent - xExponent);
  const small = isSteep ? xMantissa : yMantissa;
  const large = isSteep ? yMantissa : xMantissa;
  const quotient = bits >= 0 ? shift(small, bits) / large : small / shift(large, -bits);
  let angle = atan(quotient);
  if (isSteep) angle = pi() / 2n - angle;
  if (x < 0) angle = pi() - angle;
  return fromFixed(y < 0 ? -angle : angle);
}

/** Angles above this are left to `Math`: the digits of pi would not do. */
const MAX_ANGLE_BITS = 60;

/** `sin(x)` and `cos(x)` */
export function sineAndCosine(x: number): { sine: number; cosine: number } {
  const size = Math.abs(x);
  if (!(size > 2 ** -26 && size < 2 ** MAX_ANGLE_BITS)) return { sine: Math.sin(x), cosine: Math.cos(x) };
  const quarter = pi() / 2n;
  const fixed = toFixed(x);
  const turns = (2n * fixed + quarter) / (2n * quarter) - (2n * fixed + quarter < 0n ? 1n : 0n);
  const { sin, cos } = sinCos(fixed - turns * quarter);
  switch (Number(BigInt.asUintN(2, turns))) {
    case 0:
      return { sine: fromFixed(sin), cosine: fromFixed(cos) };
    case 1:
      return { sine: fromFixed(cos), cosine: fromFixed(-sin) };
    case 2:
      return { sine: fromFixed(-sin), cosine: fromFixed(-cos) };
    default:
      return { sine: fromFixed(-cos), cosine: fromFixed(sin) };
  }
}
