/** Functions of floats that JavaScript lacks. Raw `number`s in and out; errors are the callers'. @cpython Modules/mathmodule.c */
import { decomposeNumber, multiplyByPowerOfTwo, scaleRounded, type Int } from '../../objects/int/index.ts';

const view = new DataView(new ArrayBuffer(8));

/** The bits of a float as an integer that orders floats: negative ones mirrored. */
function toOrdered(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function fromOrdered(ordered: bigint): number {
  view.setBigInt64(0, ordered < 0n ? -ordered : ordered);
  const magnitude = view.getFloat64(0);
  return ordered < 0n ? -magnitude : magnitude;
}

/** The float `steps` floats from `x` towards `y`. */
export function nextAfter(x: number, y: number, steps: Int = 1): number {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (steps === 0) return x;
  const from = toOrdered(x);
  const to = toOrdered(y);
  const distance = BigInt(steps);
  if (from < to) {
    if (to - from <= distance) return y;
    const result = from + distance;
    return result === 0n && from < 0n ? -0 : fromOrdered(result);
  }
  if (from - to <= distance) return y;
  return fromOrdered(from - distance);
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
