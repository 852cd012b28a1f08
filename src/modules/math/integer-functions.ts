/** Functions of `math` on ints. @cpython Modules/mathmodule.c, Modules/_math.h */
import { None, asInt, index, overflowError, typeError, valueError, type Value } from '../../objects/core/index.ts';
import { intAbsolute, intBitLength, intGcd, intMultiply, normalizeBigInt, type Int } from '../../objects/int/index.ts';

const LONG_MAX = 9223372036854775807n;

/** The product of `from..to` by halves, which keeps the factors of like size. */
function productOfRange(from: number, to: number): bigint {
  if (to - from < 16) {
    let product = 1n;
    for (let i = from; i <= to; i++) product *= BigInt(i);
    return product;
  }
  const middle = Math.floor((from + to) / 2);
  return productOfRange(from, middle) * productOfRange(middle + 1, to);
}

/** `n!`. @throws ValueError, OverflowError */
export function factorial(value: Value): Int {
  const n = index(value);
  if (n < 0) throw valueError('factorial() not defined for negative values');
  if (n > LONG_MAX) throw overflowError(`factorial() argument should not exceed ${LONG_MAX}`);
  return normalizeBigInt(productOfRange(2, Number(n)));
}

/** `floor(sqrt(n))`. @throws ValueError */
export function isqrt(value: Value): Int {
  const n = index(value);
  if (n < 0) throw valueError('isqrt() argument must be nonnegative');
  if (typeof n === 'number') {
    const root = Math.floor(Math.sqrt(n));
    return root * root > n ? root - 1 : root;
  }
  return normalizeBigInt(integerSquareRoot(n));
}

/** The integer square root of a positive bigint, with precision that doubles from step to step. */
export function integerSquareRoot(n: bigint): bigint {
  const c = (intBitLength(n) - 1) >> 1;
  let root = 1n;
  let d = 0;
  for (let s = 31 - Math.clz32(c || 1); s >= 0 && c > 0; s--) {
    const e = d;
    d = c >> s;
    root = (root << BigInt(d - e - 1)) + (n >> BigInt(2 * c - e - d + 1)) / root;
  }
  return root * root > n ? root - 1n : root;
}

/** The product of `n (n-1) … (n-k+1)`. */
function fallingProduct(n: bigint, k: number): bigint {
  if (k <= 8) {
    let product = 1n;
    for (let i = 0; i < k; i++) product *= n - BigInt(i);
    return product;
  }
  const half = k >> 1;
  return fallingProduct(n, half) * fallingProduct(n - BigInt(half), k - half);
}

/** `n! / (k! (n - k)!)` */
function binomial(n: bigint, k: number): bigint {
  return fallingProduct(n, k) / productOfRange(2, k);
}

function checkSigns(n: Int, k: Int): void {
  if (n < 0) throw valueError('n must be a non-negative integer');
  if (k < 0) throw valueError('k must be a non-negative integer');
}

/** `comb(n, k)`. @throws ValueError, OverflowError */
export function comb(nValue: Value, kValue: Value): Int {
  const n = index(nValue);
  const k = index(kValue);
  checkSigns(n, k);
  if (k > n) return 0;
  const complement = BigInt(n) - BigInt(k);
  const smaller = complement < BigInt(k) ? complement : BigInt(k);
  if (smaller > LONG_MAX) throw overflowError(`min(n - k, k) must not exceed ${LONG_MAX}`);
  return normalizeBigInt(binomial(BigInt(n), Number(smaller)));
}

/** `perm(n, k)`. @throws ValueError, OverflowError */
export function perm(nValue: Value, kValue: Value | undefined): Int {
  if (kValue === undefined || kValue === None) return factorial(nValue);
  const n = index(nValue);
  const k = index(kValue);
  checkSigns(n, k);
  if (k > n) return 0;
  if (k > LONG_MAX) throw overflowError(`k must not exceed ${LONG_MAX}`);
  return normalizeBigInt(fallingProduct(BigInt(n), Number(k)));
}

/** `gcd(*integers)` */
export function gcd(values: readonly Value[]): Int {
  let result: Int = 0;
  for (const value of values) result = intGcd(result, index(value));
  return result;
}

/** `lcm(*integers)` */
export function lcm(values: readonly Value[]): Int {
  let result: Int = 1;
  for (const value of values) {
    const int = index(value);
    if (result === 0) continue;
    if (int === 0) result = 0;
    else {
      const divisor = intGcd(result, int);
      result = intAbsolute(intMultiply(normalizeBigInt(BigInt(result) / BigInt(divisor)), int));
    }
  }
  return result;
}

/** The exponent of `ldexp`. @throws TypeError */
export function exponentArgument(value: Value): Int {
  const int = asInt(value);
  if (int === undefined) throw typeError('Expected an int as second argument to ldexp.');
  return int;
}
