/** Functions of floats that JavaScript lacks. Raw `number`s in and out; errors are the callers'. @cpython Modules/mathmodule.c */
import { decomposeNumber, multiplyByPowerOfTwo, scaleRounded, type Int } from '../../objects/int/index.ts';

const view = new DataView(new ArrayBuffer(8));

const SIGN = 0x8000000000000000n;

/** The float next to `x` towards `y`; a zero that is reached keeps the sign of `x`. @cpython C's nextafter */
export function nextAfter(x: number, y: number): number {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (x === 0) return y < 0 ? -5e-324 : 5e-324;
  view.setFloat64(0, x);
  view.setBigUint64(0, view.getBigUint64(0) + (x < y === x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

/** The float `steps` floats from `x` towards `y`. @cpython Modules/mathmodule.c math_nextafter_impl */
export function nextAfterSteps(x: number, y: number, steps: Int): number {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (steps === 0) return x;
  view.setFloat64(0, x);
  const xBits = view.getBigUint64(0);
  view.setFloat64(0, y);
  const yBits = view.getBigUint64(0);
  const xMagnitude = xBits & ~SIGN;
  const yMagnitude = yBits & ~SIGN;
  const distance = BigInt(steps);
  let result: bigint;
  if (((xBits ^ yBits) & SIGN) !== 0n) {
    if (xMagnitude + yMagnitude <= distance) return y;
    result = xMagnitude < distance ? (yBits & SIGN) | (distance - xMagnitude) : xBits - distance;
  } else if (xMagnitude > yMagnitude) {
    if (xMagnitude - yMagnitude < distance) return y;
    result = xBits - distance;
  } else {
    if (yMagnitude - xMagnitude < distance) return y;
    result = xBits + distance;
  }
  view.setBigUint64(0, result);
  return view.getFloat64(0);
}

/** The value of the last bit. */
export function ulp(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude !== magnitude || magnitude === Infinity) return magnitude;
  const next = nextAfter(magnitude, Infinity);
  return next === Infinity ? magnitude - nextAfter(magnitude, -Infinity) : next - magnitude;
}

/** `x * y + z` rounded once. */
export function fma(x: number, y: number, z: number): number {
  if ((z === Infinity || z === -Infinity) && Number.isFinite(x) && Number.isFinite(y)) return z;
  const plain = x * y + z;
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z) || x === 0 || y === 0) return plain;
  const [xMantissa, xExponent] = decomposeNumber(x);
  const [yMantissa, yExponent] = decomposeNumber(y);
  const [zMantissa, zExponent] = decomposeNumber(z);
  const productExponent = xExponent + yExponent;
  const exponent = z === 0 ? productExponent : Math.min(productExponent, zExponent);
  const sum =
    ((BigInt(xMantissa) * BigInt(yMantissa)) << BigInt(productExponent - exponent)) +
    (z === 0 ? 0n : BigInt(zMantissa) << BigInt(zExponent - exponent));
  if (sum === 0n) return 0;
  return sum < 0n ? -scaleRounded(-sum, false, exponent) : scaleRounded(sum, false, exponent);
}

/** `x * 2**exponent`, rounded once; infinite when too large. */
export function ldexp(x: number, exponent: Int): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (exponent > 2200) return x < 0 ? -Infinity : Infinity;
  if (exponent < -2200) return x < 0 ? -0 : 0;
  const [mantissa, own] = decomposeNumber(x);
  const shift = own + Number(exponent);
  if (shift >= -1074) return multiplyByPowerOfTwo(mantissa, shift);
  const magnitude = scaleRounded(BigInt(Math.abs(mantissa)), false, shift);
  return x < 0 ? -magnitude : magnitude;
}

/** IEEE 754 remainder: the difference from the nearest multiple, ties to the even one. */
export function remainder(x: number, y: number): number {
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (y === 0) return NaN;
    const a = Math.abs(x);
    const b = Math.abs(y);
    const m = a % b;
    const c = b - m;
    let result: number;
    if (m < c) result = m;
    else if (m > c) result = -c;
    else result = m - 2 * ((0.5 * (a - m)) % b);
    return x < 0 || Object.is(x, -0) ? -result : result;
  }
  if (x !== x || y !== y) return NaN;
  return x === Infinity || x === -Infinity ? NaN : x;
}

/** C's `copysign`. */
export function copySign(x: number, y: number): number {
  const isNegative = y < 0 || Object.is(y, -0);
  const magnitude = Math.abs(x);
  return isNegative ? -magnitude : magnitude;
}

/** Whether it is an odd integer. */
export function isOddInteger(x: number): boolean {
  return x % 2 === 1 || x % 2 === -1;
}
