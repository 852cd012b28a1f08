/** IEEE 754 half precision. @cpython Objects/floatobject.c PyFloat_Pack2, PyFloat_Unpack2 */
import { frexp, roundHalfEven } from '../../objects/float/index.ts';

/** The 16 bits of the nearest half float, ties to even; `undefined` when it is too large. */
export function packHalf(x: number): number | undefined {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  if (x === 0) return sign;
  if (x === Infinity || x === -Infinity) return sign | 0x7c00;
  if (x !== x) return 0x7e00;
  const [fraction, exponent] = frexp(Math.abs(x));
  // 2 * fraction is in [1, 2), so that the value is that times 2**(exponent - 1).
  const e = exponent - 1;
  if (e >= 16) return undefined;
  if (e < -25) return sign;
  const bits =
    e < -14 ? roundHalfEven(Math.abs(x) * 2 ** 24) : roundHalfEven((fraction * 2 - 1) * 1024) + ((e + 15) << 10);
  return bits >= 0x7c00 ? undefined : sign | bits;
}

/** The number that 16 bits stand for. */
export function unpackHalf(bits: number): number {
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  let magnitude: number;
  if (exponent === 0x1f) magnitude = fraction === 0 ? Infinity : NaN;
  else magnitude = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -magnitude : magnitude;
}
