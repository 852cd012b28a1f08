/**
 * `pow`, `exp` and `log` with errors of hardly more than half a unit in the last place.
 *
 * JavaScript engines give these functions to within one unit and miss the nearest float in one case of ten; C libraries
 * miss it in one of several hundred, and Python programs print what those compute. Hence: logarithm as the sum of two
 * doubles (about 68 bits), exponential of such a sum, both by table and a short polynomial.
 */
import { expLogTables, type ExpLogTables } from './tables.ts';

const INVERSE_LN2_BY_128 = 184.6649652337873;
/** Adding it rounds a small number to an integer. */
const ROUNDING_SHIFT = 6755399441055744;

const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);

let data: ExpLogTables | undefined;

/** The low part of the last `logPair`. */
let logTail = 0;

/**
 * `log(x)` of a positive finite number: returns the rounded value and leaves the rest in `logTail`.
 */
function logPair(x: number): number {
  const t = (data ??= expLogTables());
  let k = 0;
  view[0] = x;
  let high = words[1]!;
  if (high < 0x00100000) {
    view[0] = x * 18014398509481984;
    high = words[1]!;
    k = -54;
  }
  // z in [0.70, 1.41): the exponent is that of x, or one more.
  k += (high >>> 20) - 1023;
  high = (high & 0xfffff) | 0x3ff00000;
  if (high >= 0x3ff6a000) {
    high -= 0x00100000;
    k++;
  }
  words[1] = high;
  const z = view[0]!;
  const j = Math.round(128 / z);
  const reciprocal = j * 0.0078125;
  // z * reciprocal - 1, as the exact sum of two doubles.
  words[0] = 0;
  const zHigh = view[0]!;
  const zLow = z - zHigh;
  const rHigh = zHigh * reciprocal - 1;
  const rLow = zLow * reciprocal;
  const r = rHigh + rLow;
  const rTail = rHigh - r + rLow;
  // k ln 2 - log(reciprocal): the first sum is rounded, its error kept.
  const a = k * t.ln2High;
  const b = -t.logHigh[j - 64]!;
  const base = a + b;
  const baseTail = a - (base - (base - a)) + (b - (base - a)) + (k * t.ln2Low - t.logLow[j - 64]!);
  // r - r*r/2 in two doubles: r = h + l with h of 26 bits.
  const split = r * 134217729;
  const h = split - (split - r);
  const l = r - h;
  const square = r * r;
  const squareTail = h * h - square + 2 * h * l + l * l + 2 * r * rTail;
  const half = -0.5 * square;
  const s = r + half;
  const sTail = r - s + half + rTail - 0.5 * squareTail;
  // The cube needs its own tail where r is the whole result.
  const cube = square * r;
  const polynomial =
    square *
    square *
    (-0.25 +
      r * (0.2 + r * (-0.16666666666666666 + r * (0.14285714285714285 + r * (-0.125 + r * 0.1111111111111111)))));
  const third = cube * 0.3333333333333333;
  const hi = base + s;
  const hiTail = base === 0 ? s - hi : base - hi + s;
  const hiError = Math.abs(base) >= Math.abs(s) ? hiTail : s - hi + base;
  const low = hiError + sTail + baseTail + polynomial + third;
  const result = hi + low;
  logTail = hi - result + low;
  return result;
}

/** `exp(x + tail)`, for a tail that is small beside x; infinite or 0 beyond the range. */
function expPair(x: number, tail: number): number {
  const t = (data ??= expLogTables());
  if (x > 709.79) return Infinity;
  if (x < -745.14) return 0;
  if (x < 1e-17 && x > -1e-17) return 1 + x;
  const n = x * INVERSE_LN2_BY_128 + ROUNDING_SHIFT - ROUNDING_SHIFT;
  const r0 = x - n * t.ln2By128High;
  const r = r0 - n * t.ln2By128Low + tail;
  const index = n & 127;
  const exponent = (n - index) / 128;
  const square = r * r;
  const scale = t.expHigh[index]!;
  // exp(r) - 1 + the relative tail of the table entry
  const rest =
    t.expLow[index]! / scale +
    r +
    square * (0.5 + r * 0.16666666666666666) +
    square * square * (0.041666666666666664 + r * (0.008333333333333333 + r * 0.001388888888888889));
  if (exponent > -1021 && exponent < 1023) {
    words[0] = 0;
    words[1] = (exponent + 1023) << 20;
    return (scale + scale * rest) * view[0]!;
  }
  if (exponent >= 1023) return (scale + scale * rest) * 2 ** (exponent - 1) * 2;
  // Subnormal: round once, at the place that the result has.
  const unit = 2 ** (exponent + 1074);
  const value = scale * unit;
  const whole = Math.floor(value);
  const correction = value - whole + value * rest;
  const steps = Math.floor(correction);
  const fraction = correction - steps;
  const below = whole + steps;
  return (fraction > 0.5 || (fraction === 0.5 && below % 2 === 1) ? below + 1 : below) * 2 ** -1074;
}

/** `x ** y` for finite `x > 0` and finite `y`; infinite when too large. */
export function pow(x: number, y: number): number {
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -1) return 1 / x;
  const log = logPair(x);
  const tail = logTail;
  const product = log * y;
  if (!(product < 800 && product > -800)) return product > 0 ? Infinity : 0;
  return expPair(product, (Math.abs(y) > 1e290 ? 0 : productError(log, y, product)) + tail * y);
}

/** What rounding left out of `product = a * b`, exactly (Dekker). */
function productError(a: number, b: number, product: number): number {
  const aSplit = a * 134217729;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = b * 134217729;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** `e ** x`; infinite when too large. */
export function exp(x: number): number {
  return x === x ? expPair(x, 0) : x;
}

/** `2 ** x`; infinite when too large. */
export function exp2(x: number): number {
  if (Number.isInteger(x)) return 2 ** x;
  return x === x ? (x > 1100 ? Infinity : x < -1100 ? 0 : pow(2, x)) : x;
}

/** The natural logarithm of a positive finite number. */
export function log(x: number): number {
  return x === 1 ? 0 : logPair(x);
}

const INVERSE_LN2_HIGH = 1.4426950408889634;
const INVERSE_LN2_LOW = 2.0355273740931033e-17;

/** The binary logarithm of a positive finite number. */
export function log2(x: number): number {
  const natural = logPair(x);
  const product = natural * INVERSE_LN2_HIGH;
  return (
    product +
    (productError(natural, INVERSE_LN2_HIGH, product) + natural * INVERSE_LN2_LOW + logTail * INVERSE_LN2_HIGH)
  );
}
