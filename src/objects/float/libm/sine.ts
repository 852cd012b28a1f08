/**
 * `sin` and `cos` rounded as the mathematical libraries of BSD and musl round them: reduction modulo pi/2 in two doubles, and
 * polynomials in the order of evaluation that those use. JavaScript engines' differ from them once in a hundred.
 */

const S1 = -1.66666666666666324348e-1;
const S2 = 8.33333333332248946124e-3;
const S3 = -1.98412698298579493134e-4;
const S4 = 2.75573137070700676789e-6;
const S5 = -2.50507602534068634195e-8;
const S6 = 1.58969099521155010221e-10;
const C1 = 4.16666666666666019037e-2;
const C2 = -1.38888888888741095749e-3;
const C3 = 2.48015872894767294178e-5;
const C4 = -2.75573143513906633035e-7;
const C5 = 2.0875723212981748279e-9;
const C6 = -1.13596475577881948265e-11;

/** Of `x + tail` in [-pi/4, pi/4]. */
function kernelSine(x: number, tail: number): number {
  const z = x * x;
  const w = z * z;
  const r = S2 + z * (S3 + z * S4) + z * w * (S5 + z * S6);
  const v = z * x;
  return tail === 0 ? x + v * (S1 + z * r) : x - (z * (0.5 * tail - v * r) - tail - v * S1);
}

/** Of `x + tail` in [-pi/4, pi/4]. */
function kernelCosine(x: number, tail: number): number {
  const z = x * x;
  const w = z * z;
  const r = z * (C1 + z * (C2 + z * C3)) + w * w * (C4 + z * (C5 + z * C6));
  const half = 0.5 * z;
  const rest = 1 - half;
  return rest + (1 - rest - half + (z * r - x * tail));
}

const QUARTER = 0.7853981633974483;
/** Reduction by three parts of pi/2 is good up to here. */
const MEDIUM = 1647099;
const INVERSE_HALF_PI = 6.36619772367581382433e-1;
const ROUNDING_SHIFT = 6755399441055744;
const HALF_PI_1 = 1.57079632673412561417;
const HALF_PI_1_TAIL = 6.0771005065061922e-11;
const HALF_PI_2 = 6.0771005063039659766e-11;
const HALF_PI_2_TAIL = 2.02226624879595063154e-21;
const HALF_PI_3 = 2.0222662487111664558e-21;
const HALF_PI_3_TAIL = 8.4784276603688996e-32;

const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);
function exponentBits(x: number): number {
  view[0] = x;
  return (words[1]! >>> 20) & 0x7ff;
}

/** The low part of the last reduction. */
let tail = 0;

/** `x` less a multiple of pi/2, given how often; the rest is in `tail`. */
function reduce(x: number, multiple: number): number {
  let r = x - multiple * HALF_PI_1;
  let w = multiple * HALF_PI_1_TAIL;
  let y = r - w;
  const exponent = exponentBits(x);
  if (exponent - exponentBits(y) > 16) {
    let t = r;
    w = multiple * HALF_PI_2;
    r = t - w;
    w = multiple * HALF_PI_2_TAIL - (t - r - w);
    y = r - w;
    if (exponent - exponentBits(y) > 49) {
      t = r;
      w = multiple * HALF_PI_3;
      r = t - w;
      w = multiple * HALF_PI_3_TAIL - (t - r - w);
      y = r - w;
    }
  }
  tail = r - y - w;
  return y;
}

/** `sin(x)`, NaN for an infinity. */
export function sin(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude <= QUARTER) return magnitude < 1.4901161193847656e-8 ? x : kernelSine(x, 0);
  if (!(magnitude < MEDIUM)) return Math.sin(x);
  const multiple = x * INVERSE_HALF_PI + ROUNDING_SHIFT - ROUNDING_SHIFT;
  const y = reduce(x, multiple);
  switch (multiple & 3) {
    case 0:
      return kernelSine(y, tail);
    case 1:
      return kernelCosine(y, tail);
    case 2:
      return -kernelSine(y, tail);
    default:
      return -kernelCosine(y, tail);
  }
}

/** `cos(x)`, NaN for an infinity. */
export function cos(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude <= QUARTER) return magnitude < 7.450580596923828e-9 ? 1 : kernelCosine(x, 0);
  if (!(magnitude < MEDIUM)) return Math.cos(x);
  const multiple = x * INVERSE_HALF_PI + ROUNDING_SHIFT - ROUNDING_SHIFT;
  const y = reduce(x, multiple);
  switch (multiple & 3) {
    case 0:
      return kernelCosine(y, tail);
    case 1:
      return -kernelSine(y, tail);
    case 2:
      return -kernelCosine(y, tail);
    default:
      return kernelSine(y, tail);
  }
}
