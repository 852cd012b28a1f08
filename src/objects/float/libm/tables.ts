/**
 * Tables of the exponential and the logarithm, each entry as the sum of two doubles, computed when first needed.
 *
 * `EXP[i] = 2**(i / 128)`; `LOG[j] = log(j / 128)` for the reciprocals `j / 128` that arguments are reduced with. They come
 * out of fixed-point arithmetic with 140 binary places.
 */

const PLACES = 140n;
const ONE = 1n << PLACES;

/** Splits a fixed-point number into two doubles whose sum it is, to twice the precision of one. */
function toPair(value: bigint, high: Float64Array, low: Float64Array, index: number): void {
  const scale = 2 ** -70;
  const first = Number(value) * scale * scale;
  // Exact: the first double has at most 53 bits, none of them below the fixed-point unit.
  const rest = value - BigInt(first * 2 ** 70 * 2 ** 70);
  high[index] = first;
  low[index] = Number(rest) * scale * scale;
}

/** Integer square root. */
function squareRoot(value: bigint): bigint {
  let estimate = BigInt(Math.floor(Math.sqrt(Number(value))));
  for (;;) {
    const next = (estimate + value / estimate) >> 1n;
    if (next >= estimate && next - estimate <= 1n) return estimate;
    if (estimate > next && estimate - next <= 1n) return next;
    estimate = next;
  }
}

/** `atanh(1 / n)` in fixed point. */
function inverseTangentOfReciprocal(n: bigint): bigint {
  const square = n * n;
  let power = ONE / n;
  let sum = power;
  for (let k = 3n; power > 0n; k += 2n) {
    power /= square;
    sum += power / k;
  }
  return sum;
}

export interface ExpLogTables {
  readonly expHigh: Float64Array;
  readonly expLow: Float64Array;
  /** `log(j / 128)`, from j = 64 to 192, at index j - 64. */
  readonly logHigh: Float64Array;
  readonly logLow: Float64Array;
  /** ln 2 as the sum of a double with 42 bits and another. */
  readonly ln2High: number;
  readonly ln2Low: number;
  /** ln 2 / 128, likewise with 34 bits. */
  readonly ln2By128High: number;
  readonly ln2By128Low: number;
}

let tables: ExpLogTables | undefined;

/** The tables, made on the first call. */
export function expLogTables(): ExpLogTables {
  return (tables ??= build());
}

function truncatedPair(value: bigint, bits: number): [number, number] {
  const length = value.toString(2).length;
  const drop = BigInt(length - bits);
  const high = (value >> drop) << drop;
  const scale = 2 ** -70;
  return [Number(high) * scale * scale, Number(value - high) * scale * scale];
}

function build(): ExpLogTables {
  const expHigh = new Float64Array(128);
  const expLow = new Float64Array(128);
  let root = 2n << PLACES;
  for (let i = 0; i < 7; i++) root = squareRoot(root << PLACES);
  let power = ONE;
  for (let i = 0; i < 128; i++) {
    toPair(power, expHigh, expLow, i);
    power = (power * root) >> PLACES;
  }
  const logHigh = new Float64Array(129);
  const logLow = new Float64Array(129);
  // log((j + 1) / j) = 2 atanh(1 / (2j + 1))
  let log = 0n;
  for (let j = 128; j < 192; j++) {
    log += 2n * inverseTangentOfReciprocal(BigInt(2 * j + 1));
    toPair(log, logHigh, logLow, j + 1 - 64);
  }
  log = 0n;
  for (let j = 127; j >= 64; j--) {
    log -= 2n * inverseTangentOfReciprocal(BigInt(2 * j + 1));
    toPair(log, logHigh, logLow, j - 64);
  }
  const ln2 = -log;
  const [ln2High, ln2Low] = truncatedPair(ln2, 42);
  const [ln2By128High, ln2By128Low] = truncatedPair(ln2 >> 7n, 34);
  return { expHigh, expLow, logHigh, logLow, ln2High, ln2Low, ln2By128High, ln2By128Low };
}
