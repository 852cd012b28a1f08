/**
 * Hash of ints as 64-bit CPython has it: reduction modulo 2**61 - 1, keeping the sign, never -1.
 *
 * @cpython Objects/longobject.c long_hash
 */
const MODULUS = (1n << 61n) - 1n;

/** `hash(int)`. */
export function hashInt(value: number | bigint): number | bigint {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  const magnitude = value < 0n ? -value : value;
  const reduced = magnitude % MODULUS;
  const signed = value < 0n ? -reduced : reduced;
  if (signed === -1n) return -2;
  return signed >= -9007199254740991n && signed <= 9007199254740991n ? Number(signed) : signed;
}

/** The int value of a bigint: a `number` where it is a safe integer. */
export function normalizeBigInt(value: bigint): number | bigint {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}
