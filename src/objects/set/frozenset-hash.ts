/**
 * The hash of a frozenset: the shuffled hashes of the elements, mixed by exclusive or, in 64 bits.
 *
 * @cpython Objects/setobject.c frozenset_hash_impl
 */
import { fromBits, highBits, lowBits, multiplyHigh } from '../tuple/hash-bits.ts';

const SHUFFLE_XOR = 89869747;
const SHUFFLE_FACTOR = 3644798167 | 0;
const COUNT_FACTOR = 1927868237;
const FINAL_FACTOR = 69069;
const FINAL_ADD = 907133923;
/** What stands for -1, which is no hash. */
const INSTEAD_OF_MINUS_ONE = 590923713;

/** The hash of a frozenset whose elements have these hashes. */
export function frozensetHash(hashes: readonly (number | bigint)[]): number | bigint {
  let low = 0;
  let high = 0;
  for (let i = 0; i < hashes.length; i++) {
    const elementLow = lowBits(hashes[i]!);
    const elementHigh = highBits(hashes[i]!);
    // ((h ^ 89869747) ^ (h << 16)) * 3644798167
    const shuffledLow = elementLow ^ SHUFFLE_XOR ^ (elementLow << 16);
    const shuffledHigh = elementHigh ^ ((elementHigh << 16) | (elementLow >>> 16));
    low ^= Math.imul(shuffledLow, SHUFFLE_FACTOR);
    high ^= multiplyHigh(shuffledLow, SHUFFLE_FACTOR) + Math.imul(shuffledHigh, SHUFFLE_FACTOR);
  }
  const count = hashes.length + 1;
  low ^= Math.imul(count, COUNT_FACTOR);
  high ^= multiplyHigh(count, COUNT_FACTOR);
  // hash ^= (hash >> 11) ^ (hash >> 25)
  const by11 = (low >>> 11) | (high << 21);
  const by25 = (low >>> 25) | (high << 7);
  low ^= by11 ^ by25;
  high ^= (high >>> 11) ^ (high >>> 25);
  // hash = hash * 69069 + 907133923
  const productHigh = (multiplyHigh(low, FINAL_FACTOR) + Math.imul(high, FINAL_FACTOR)) | 0;
  const sum = (Math.imul(low, FINAL_FACTOR) >>> 0) + FINAL_ADD;
  low = sum | 0;
  high = (productHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
  return high === -1 && low === -1 ? INSTEAD_OF_MINUS_ONE : fromBits(high, low);
}
