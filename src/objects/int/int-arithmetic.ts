/**
 * Integer arithmetic on `number | bigint` with Python's semantics: floor division, sign of the divisor for `%`, two's
 * complement bit operations, exact results of any size.
 *
 * An int is a `number` while it is a safe integer, else a `bigint`; every function takes and returns that form. The fast
 * paths are the first lines of each function; generated code inlines them and calls these functions for the rest.
 *
 * @cpython Objects/longobject.c
 */
import { memoryError, overflowError, valueError, zeroDivisionError } from '../core/index.ts';

/** A Python int: a `number` if and only if it is a safe integer. */
export type Int = number | bigint;

const MAX_SAFE = 9007199254740991;
const MAX_SAFE_BIG = 9007199254740991n;

/** The canonical form of a bigint. */
export function normalizeBigInt(value: bigint): Int {
  return value <= MAX_SAFE_BIG && value >= -MAX_SAFE_BIG ? Number(value) : value;
}

/** The canonical form of an integral float of any size. */
export function intFromIntegralNumber(value: number): Int {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? value + 0 : BigInt(value);
}

/** What an exception out of bigint arithmetic is to Python: sizes that JavaScript cannot hold are a MemoryError. */
function tooLarge(error: unknown): unknown {
  return error instanceof RangeError ? memoryError() : error;
}

/** `a + b` */
export function intAdd(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= MAX_SAFE && sum >= -MAX_SAFE) return sum;
  }
  return normalizeBigInt(BigInt(a) + BigInt(b));
}

/** `a - b` */
export function intSubtract(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (difference <= MAX_SAFE && difference >= -MAX_SAFE) return difference;
  }
  return normalizeBigInt(BigInt(a) - BigInt(b));
}

/** `a * b` */
export function intMultiply(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // Adding 0 turns -0 into 0.
    if (product <= MAX_SAFE && product >= -MAX_SAFE) return product + 0;
    return BigInt(a) * BigInt(b);
  }
  try {
    return normalizeBigInt(BigInt(a) * BigInt(b));
  } catch (error) {
    throw tooLarge(error);
  }
}

function floorDivideBig(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n !== b < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

function moduloBig(a: bigint, b: bigint): bigint {
  const remainder = a % b;
  return remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder;
}

/**
 * `a // b`. For safe integers the rounded quotient never reaches an integer that the exact one does not, so that
 * `Math.floor` is right.
 * @throws ZeroDivisionError
 */
export function intFloorDivide(a: Int, b: Int): Int {
  if (b === 0) throw zeroDivisionError('division by zero');
  if (typeof a === 'number' && typeof b === 'number') return Math.floor(a / b) + 0;
  return normalizeBigInt(floorDivideBig(BigInt(a), BigInt(b)));
}

/** `a % b`. @throws ZeroDivisionError */
export function intModulo(a: Int, b: Int): Int {
  if (b === 0) throw zeroDivisionError('division by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b;
    return (remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder) + 0;
  }
  return normalizeBigInt(moduloBig(BigInt(a), BigInt(b)));
}

/** `divmod(a, b)`. @throws ZeroDivisionError */
export function intDivmod(a: Int, b: Int): [Int, Int] {
  if (b === 0) throw zeroDivisionError('division by zero');
  if (typeof a === 'number' && typeof b === 'number') return [intFloorDivide(a, b), intModulo(a, b)];
  const left = BigInt(a);
  const right = BigInt(b);
  const quotient = floorDivideBig(left, right);
  return [normalizeBigInt(quotient), normalizeBigInt(left - quotient * right)];
}

/** `-a` */
export function intNegate(a: Int): Int {
  return typeof a === 'number' ? 0 - a : -a;
}

/** `abs(a)` */
export function intAbsolute(a: Int): Int {
  return a < 0 ? intNegate(a) : a;
}

/** `~a` */
export function intInvert(a: Int): Int {
  return typeof a === 'number' && a !== MAX_SAFE ? -1 - a : normalizeBigInt(-1n - BigInt(a));
}

/** -1, 0 or 1. */
export function intSign(a: Int): number {
  return a < 0 ? -1 : a > 0 ? 1 : 0;
}

const TWO_32 = 4294967296;

/** Puts together the two's complement halves of a result that may be one below the safe integers. */
function joinHalves(high: number, low: number): Int {
  const value = high * TWO_32 + (low >>> 0);
  return value >= -MAX_SAFE ? value : BigInt(value);
}

/** `a & b` */
export function intAnd(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    return joinHalves(Math.floor(a / TWO_32) & Math.floor(b / TWO_32), a & b);
  }
  return normalizeBigInt(BigInt(a) & BigInt(b));
}

/** `a | b` */
export function intOr(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    return joinHalves(Math.floor(a / TWO_32) | Math.floor(b / TWO_32), a | b);
  }
  return normalizeBigInt(BigInt(a) | BigInt(b));
}

/** `a ^ b` */
export function intXor(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    return joinHalves(Math.floor(a / TWO_32) ^ Math.floor(b / TWO_32), a ^ b);
  }
  return normalizeBigInt(BigInt(a) ^ BigInt(b));
}

/** Where the number of 30-bit digits of a shifted int no longer fits a C size. */
const MAX_SHIFT = 30n << 61n;

/** `a << count`. @throws ValueError, MemoryError */
export function intLshift(a: Int, count: Int): Int {
  if (count < 0) throw valueError('negative shift count');
  if (a === 0) return 0;
  if (typeof a === 'number' && count < 64) {
    const shifted = a * 2 ** Number(count);
    if (shifted <= MAX_SAFE && shifted >= -MAX_SAFE) return shifted;
  }
  if (typeof count === 'bigint') throw count >= MAX_SHIFT ? overflowError('too many digits in integer') : memoryError();
  try {
    return normalizeBigInt(BigInt(a) << BigInt(count));
  } catch (error) {
    throw tooLarge(error);
  }
}

/** `a >> count`. @throws ValueError */
export function intRshift(a: Int, count: Int): Int {
  if (count < 0) throw valueError('negative shift count');
  if (typeof a === 'number') return count < 64 ? Math.floor(a / 2 ** Number(count)) : a < 0 ? -1 : 0;
  if (typeof count === 'bigint') return a < 0n ? -1 : 0;
  return normalizeBigInt(a >> BigInt(count));
}

/** `a ** exponent` for an exponent that is not negative. @throws MemoryError */
export function intPower(a: Int, exponent: Int): Int {
  if (exponent === 0 || a === 1) return 1;
  if (exponent === 1) return a;
  if (exponent === 2) return intMultiply(a, a);
  if (a === 0) return 0;
  if (a === -1) return intModulo(exponent, 2) === 0 ? 1 : -1;
  if (typeof exponent === 'bigint') throw memoryError();
  if (typeof a === 'number' && exponent < 53) {
    let result = 1;
    let power = a;
    let rest = exponent;
    while (rest > 0 && result <= MAX_SAFE && result >= -MAX_SAFE) {
      if (rest & 1) result *= power;
      rest >>= 1;
      power *= power;
    }
    if (rest === 0 && result <= MAX_SAFE && result >= -MAX_SAFE) return result;
  }
  try {
    return normalizeBigInt(BigInt(a) ** BigInt(exponent));
  } catch (error) {
    throw tooLarge(error);
  }
}

/** The inverse of `a` modulo `n > 0`. @throws ValueError when they have a common factor. */
function modularInverse(a: bigint, n: bigint): bigint {
  let [oldR, r] = [moduloBig(a, n), n];
  let [oldS, s] = [1n, 0n];
  while (r !== 0n) {
    const quotient = oldR / r;
    [oldR, r] = [r, oldR - quotient * r];
    [oldS, s] = [s, oldS - quotient * s];
  }
  if (oldR !== 1n) throw valueError('base is not invertible for the given modulus');
  return moduloBig(oldS, n);
}

/** `pow(a, exponent, modulus)`. @throws ValueError */
export function intPowerModulo(a: Int, exponent: Int, modulus: Int): Int {
  if (modulus === 0) throw valueError('pow() 3rd argument cannot be 0');
  const isNegative = modulus < 0;
  const n = BigInt(isNegative ? intNegate(modulus) : modulus);
  let base = BigInt(a);
  let rest = BigInt(exponent);
  if (rest < 0n) {
    base = modularInverse(base, n);
    rest = -rest;
  }
  if (n === 1n) return 0;
  const reduced = moduloBig(base, n);
  const result = n < 67108864n ? powerModuloSmall(Number(reduced), rest, Number(n)) : powerModuloBig(reduced, rest, n);
  return isNegative && result !== 0 ? intSubtract(result, normalizeBigInt(n)) : result;
}

/** Products of two residues below 2**26 are safe integers. */
function powerModuloSmall(base: number, exponent: bigint, modulus: number): number {
  let result = 1;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** Left to right, four bits at a time for long exponents. */
function powerModuloBig(base: bigint, exponent: bigint, modulus: bigint): Int {
  let result = 1n;
  if (exponent < 1n << 64n) {
    for (const bit of exponent.toString(2)) {
      result = (result * result) % modulus;
      if (bit === '1') result = (result * base) % modulus;
    }
    return normalizeBigInt(result);
  }
  const powers = [1n];
  for (let i = 1; i < 16; i++) powers.push((powers[i - 1]! * base) % modulus);
  for (const digit of exponent.toString(16)) {
    for (let i = 0; i < 4; i++) result = (result * result) % modulus;
    if (digit !== '0') result = (result * powers[parseInt(digit, 16)]!) % modulus;
  }
  return normalizeBigInt(result);
}

/** `abs(a).bit_length()` */
export function intBitLength(a: Int): number {
  if (typeof a === 'number') {
    const magnitude = Math.abs(a);
    return magnitude < TWO_32 ? 32 - Math.clz32(magnitude) : 64 - Math.clz32(Math.floor(magnitude / TWO_32));
  }
  const hex = (a < 0n ? -a : a).toString(16);
  return hex.length * 4 - Math.clz32(parseInt(hex[0]!, 16)) + 28;
}

/** The number of ones in the binary form of `abs(a)`. */
export function intBitCount(a: Int): number {
  let count = 0;
  const hex = intAbsolute(a).toString(16);
  for (let i = 0; i < hex.length; i++) {
    for (let digit = parseInt(hex[i]!, 16); digit !== 0; digit &= digit - 1) count++;
  }
  return count;
}

/** The greatest common divisor, not negative. */
export function intGcd(a: Int, b: Int): Int {
  let left = intAbsolute(a);
  let right = intAbsolute(b);
  if (typeof left === 'bigint' || typeof right === 'bigint') {
    [left, right] = left < right ? reduceByLehmer(right, left) : reduceByLehmer(left, right);
  }
  while (right !== 0) {
    const rest: number = (left as number) % (right as number);
    left = right;
    right = rest;
  }
  return left;
}

/**
 * Euclid's algorithm on the leading 52 bits, its steps applied to the whole numbers at once, until the larger is a safe
 * integer or the smaller is 0. @cpython Objects/longobject.c _PyLong_GCD
 */
function reduceByLehmer(larger: Int, smaller: Int): [Int, Int] {
  let a = BigInt(larger);
  let b = BigInt(smaller);
  while (a > MAX_SAFE_BIG && b > 0n) {
    const shift = BigInt(intBitLength(a) - 52);
    let x = Number(a >> shift);
    let y = Number(b >> shift);
    // Cofactors of the steps that leading digits decide for certain.
    let [p, q, r, s] = [1, 0, 0, 1];
    let steps = 0;
    for (; y !== r; steps++) {
      const quotient = Math.floor((x + (p - 1)) / (y - r));
      const nextR = q + quotient * s;
      const rest = x - quotient * y;
      if (nextR > rest) break;
      x = y;
      y = rest;
      [p, q, r, s] = [s, r, nextR, p + quotient * r];
    }
    if (steps === 0) {
      [a, b] = [b, a % b];
      continue;
    }
    const [bigP, bigQ, bigR, bigS] = [BigInt(p), BigInt(q), BigInt(r), BigInt(s)];
    [a, b] = steps % 2 === 0 ? [bigP * a - bigQ * b, bigS * b - bigR * a] : [bigP * b - bigQ * a, bigS * a - bigR * b];
  }
  return [normalizeBigInt(a), normalizeBigInt(b)];
}

/** Whether two ints are equal; canonical form makes this the identity of JavaScript. */
export function intEquals(a: Int, b: Int): boolean {
  return a === b;
}
