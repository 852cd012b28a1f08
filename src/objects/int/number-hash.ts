/**
 * The hash of floats and complex numbers: the value modulo the Mersenne prime 2**61 - 1, so that equal numbers of different
 * types hash alike. Results are those of 64-bit CPython. The hash of ints is `hashInt` of the core.
 *
 * @cpython Python/pyhash.c _Py_HashDouble, Objects/complexobject.c complex_hash
 */
import { normalizeBigInt, type Int } from './int-arithmetic.ts';
import { decomposeNumber } from './int-float.ts';

/** `sys.hash_info.modulus` */
export const HASH_MODULUS = (1n << 61n) - 1n;
/** `sys.hash_info.inf` */
export const HASH_INFINITY = 314159;
/** `sys.hash_info.imag` */
export const HASH_IMAGINARY = 1000003;

/** `hash(value)` of a float that is not NaN (whose hash is that of the object). */
export function hashNumber(value: number): Int {
  if (Number.isSafeInteger(value)) return value === -1 ? -2 : value + 0;
  if (value === Infinity) return HASH_INFINITY;
  if (value === -Infinity) return -HASH_INFINITY;
  const [mantissa, exponent] = decomposeNumber(value);
  // 2**61 is 1 modulo 2**61 - 1.
  const rotation = ((exponent % 61) + 61) % 61;
  const magnitude = (BigInt(Math.abs(mantissa)) << BigInt(rotation)) % HASH_MODULUS;
  const hash = normalizeBigInt(value < 0 ? -magnitude : magnitude);
  return hash === -1 ? -2 : hash;
}

/** Combines the hashes of the two parts of a complex number. */
export function hashComplexParts(realHash: Int, imagHash: Int): Int {
  if (imagHash === 0) return realHash;
  const combined = BigInt.asIntN(64, BigInt(realHash) + BigInt(HASH_IMAGINARY) * BigInt(imagHash));
  return combined === -1n ? -2 : normalizeBigInt(combined);
}
