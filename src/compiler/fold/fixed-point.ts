/**
 * Fixed-point numbers as big integers with `FRACTION_BITS` bits after the point, for computing elementary functions to
 * more digits than a float has. Slow, and called for folded powers only.
 */

export const FRACTION_BITS = 256n;
export const ONE = 1n << FRACTION_BITS;

/** An integer mantissa and the exponent of its lowest bit, for a positive finite number. */
export function decompose(value: number): [mantissa: bigint, exponent: number] {
  let exponent = 0;
  while (value < 2 ** 52) {
    value *= 2;
    exponent--;
  }
  while (value >= 2 ** 53) {
    value /= 2;
    exponent++;
  }
  while (exponent < 0 && value % 2 === 0) {
    value /= 2;
    exponent++;
  }
  return [BigInt(value), exponent];
}

export function shift(value: bigint, bits: number): bigint {
  return bits >= 0 ? value << BigInt(bits) : value >> BigInt(-bits);
}

/** The fixed-point number of a finite float; what is below the last bit is cut off. */
export function toFixed(value: number): bigint {
  if (value === 0) return 0n;
  const [mantissa, exponent] = decompose(Math.abs(value));
  const fixed = shift(mantissa, exponent + Number(FRACTION_BITS));
  return value < 0 ? -fixed : fixed;
}

export function bitCount(value: bigint): number {
  return value.toString(2).length;
}

/** The float nearest to a positive integer times a power of two, half to even, subnormal numbers and overflow included. */
export function nearestFloat(integer: bigint, exponent: number): number {
  const top = bitCount(integer) - 1 + exponent;
  const unit = Math.max(top, -1022) - 52;
  const dropped = unit - exponent;
  let units = shift(integer, -dropped);
  if (dropped > 0) {
    const half = 1n << BigInt(dropped - 1);
    const rest = integer & ((half << 1n) - 1n);
    if (rest > half || (rest === half && (units & 1n) === 1n)) units += 1n;
  }
  return unit < -1022 ? Number(units) * 2 ** (unit + 52) * 2 ** -52 : Number(units) * 2 ** unit;
}

/**
 * The float nearest to a fixed-point number. Computed numbers are wrong in their last bits: one that is that near to a
 * shorter number is taken for it, so that exact results round as such.
 */
export function fromFixed(fixed: bigint, exponent = 0): number {
  if (fixed === 0n) return 0;
  const size = fixed < 0n ? -fixed : fixed;
  const guardBits = BigInt(Math.max(bitCount(size) - 130, 0));
  const rounded = guardBits === 0n ? size : (size + (1n << (guardBits - 1n))) >> guardBits;
  const value = nearestFloat(rounded, exponent + Number(guardBits - FRACTION_BITS));
  return fixed < 0n ? -value : value;
}

/** Integer square root, rounded down. */
export function squareRoot(value: bigint): bigint {
  if (value === 0n) return 0n;
  let root = 1n << BigInt((bitCount(value) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** `atanh(x)`, or `atan(x)` with alternating signs, by the series; for small arguments. */
function arcSeries(x: bigint, isAlternating: boolean): bigint {
  const square = (x * x) >> FRACTION_BITS;
  const factor = isAlternating ? -square : square;
  let sum = 0n;
  for (let term = x, n = 1n; term !== 0n && term !== -1n; n += 2n) {
    sum += term / n;
    term = (term * factor) >> FRACTION_BITS;
  }
  return sum;
}

/** `ln 2 = 2 atanh(1/3)` */
export function lnTwo(): bigint {
  return 2n * arcSeries(ONE / 3n, false);
}

/** `pi = 16 atan(1/5) - 4 atan(1/239)` */
export function pi(): bigint {
  return 16n * arcSeries(ONE / 5n, true) - 4n * arcSeries(ONE / 239n, true);
}

/** The base-2 logarithm of a positive integer: exact for powers of two. */
export function log2(value: bigint): bigint {
  const bits = BigInt(bitCount(value) - 1);
  const fraction = (value << FRACTION_BITS) >> bits; // in [1, 2)
  if (fraction === ONE) return bits << FRACTION_BITS;
  const natural = 2n * arcSeries(((fraction - ONE) << FRACTION_BITS) / (fraction + ONE), false);
  return (bits << FRACTION_BITS) + (natural << FRACTION_BITS) / lnTwo();
}

/** `2 ** x` for `0 <= x < 1` */
export function exp2(x: bigint): bigint {
  const argument = (x * lnTwo()) >> FRACTION_BITS;
  let sum = 0n;
  for (let term = ONE, n = 1n; term !== 0n; n++) {
    sum += term;
    term = ((term * argument) >> FRACTION_BITS) / n;
  }
  return sum;
}

/** `atan(x)` for `0 <= x <= 1`: halves the angle until the series is fast. */
export function atan(x: bigint): bigint {
  const halvings = 4n;
  for (let n = 0n; n < halvings; n++) {
    const root = squareRoot((ONE << FRACTION_BITS) + x * x);
    x = (x << FRACTION_BITS) / (ONE + root);
  }
  return arcSeries(x, true) << halvings;
}

/** `sin(x)` and `cos(x)` for a small angle. */
export function sinCos(x: bigint): { sin: bigint; cos: bigint } {
  let sin = 0n;
  let cos = 0n;
  for (let term = ONE, n = 0n; term !== 0n && term !== -1n;) {
    const isNegative = (n & 2n) !== 0n;
    if ((n & 1n) === 0n) cos += isNegative ? -term : term;
    else sin += isNegative ? -term : term;
    n += 1n;
    term = ((term * x) >> FRACTION_BITS) / n;
  }
  return { sin, cos };
}
