/**
 * `x ** y` for positive finite `x` and finite `y`, correctly rounded.
 *
 * `Math.pow` of the hosts is off by a last bit in some cases where the C library is not, and a folded constant is there
 * for all to see. So the power is computed with big integers as `2 ** (y * log2(x))`; folding is rare enough for that.
 */

/** Fraction bits of the fixed-point numbers. Results have 53; the exponent of the result takes 11. */
const FRACTION_BITS = 192n;
const ONE = 1n << FRACTION_BITS;

/** The correctly rounded power; `Infinity` when it is too large. */
export function positivePower(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  if (y === 1) return x;
  const [mantissa, exponent] = decompose(x);
  // Far outside of the range of floats the product need not be exact; this also bounds its size.
  const estimate = y * Math.log2(x);
  if (estimate > 1100) return Infinity;
  if (estimate < -1200) return 0;
  const [yMantissa, yExponent] = decompose(Math.abs(y));
  const logarithm = log2(mantissa) + (BigInt(exponent) << FRACTION_BITS);
  let product = shift(logarithm * yMantissa, yExponent);
  if (y < 0) product = -product;
  const whole = product >> FRACTION_BITS;
  return scale(exp2(product - (whole << FRACTION_BITS)), Number(whole));
}

/** An integer mantissa and the exponent of its lowest bit. */
function decompose(value: number): [mantissa: bigint, exponent: number] {
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

function shift(value: bigint, bits: number): bigint {
  return bits >= 0 ? value << BigInt(bits) : value >> BigInt(-bits);
}

/** Fixed-point `ln 2` by the series of `2 * atanh(1/3)`. */
function naturalLogOf2(): bigint {
  return 2n * atanh(ONE / 3n);
}

/** Fixed-point `atanh` for a small argument. */
function atanh(x: bigint): bigint {
  const square = (x * x) >> FRACTION_BITS;
  let sum = 0n;
  for (let term = x, n = 1n; term !== 0n; n += 2n) {
    sum += term / n;
    term = (term * square) >> FRACTION_BITS;
  }
  return sum;
}

/** Fixed-point base-2 logarithm of a positive integer: exact for powers of two. */
function log2(value: bigint): bigint {
  const bits = BigInt(value.toString(2).length - 1);
  const fraction = (value << FRACTION_BITS) >> bits; // in [1, 2)
  if (fraction === ONE) return bits << FRACTION_BITS;
  const logarithm = 2n * atanh(((fraction - ONE) << FRACTION_BITS) / (fraction + ONE));
  return (bits << FRACTION_BITS) + (logarithm << FRACTION_BITS) / naturalLogOf2();
}

/** Fixed-point `2 ** x` for `0 <= x < 1`. */
function exp2(x: bigint): bigint {
  const argument = (x * naturalLogOf2()) >> FRACTION_BITS;
  let sum = 0n;
  for (let term = ONE, n = 1n; term !== 0n; n++) {
    sum += term;
    term = ((term * argument) >> FRACTION_BITS) / n;
  }
  return sum;
}

/** The float nearest to `fixed * 2 ** exponent`, where `fixed` is in [1, 2). */
function scale(fixed: bigint, exponent: number): number {
  // Errors of the series are far below bit 100: what is within them of a shorter number is that number.
  const guardBits = FRACTION_BITS - 100n;
  const rounded = ((fixed + (1n << (guardBits - 1n))) >> guardBits) << guardBits;
  const droppedBits = exponent < -1022 ? BigInt(-1022 - exponent) : 0n;
  const unitShift = FRACTION_BITS - 52n + droppedBits;
  const half = 1n << (unitShift - 1n);
  const rest = rounded & ((1n << unitShift) - 1n);
  let units = rounded >> unitShift;
  if (rest > half || (rest === half && (units & 1n) === 1n)) units += 1n;
  const unit = Math.max(exponent, -1022) - 52;
  return unit < -1022 ? Number(units) * 2 ** (unit + 52) * 2 ** -52 : Number(units) * 2 ** unit;
}
