/**
 * The hash of a tuple: xxHash's mixing over the hashes of the items, in 64 bits.
 *
 * @cpython Objects/tupleobject.c tuple_hash
 */
import { hash, type Value } from '../core/index.ts';
import { fromBits, highBits, lowBits, multiplyHigh } from './hash-bits.ts';

// xxHash's 64-bit primes 1, 2 and 5, in halves.
const PRIME_1_LOW = 0x85ebca87 | 0;
const PRIME_1_HIGH = 0x9e3779b1 | 0;
const PRIME_2_LOW = 0x27d4eb4f | 0;
const PRIME_2_HIGH = 0xc2b2ae3d | 0;
const PRIME_5_LOW = 0x165667c5 | 0;
const PRIME_5_HIGH = 0x27d4eb2f | 0;
const SUFFIX = 3527539;
/** What stands for -1, which is no hash. */
const INSTEAD_OF_MINUS_ONE = 1546275796;

/** The hash of a tuple of these items. @throws TypeError when one is unhashable */
export function hashItems(items: readonly Value[]): number | bigint {
  let low = PRIME_5_LOW;
  let high = PRIME_5_HIGH;
  const count = items.length;
  for (let i = 0; i < count; i++) {
    const lane = hash(items[i]!);
    const laneLow = lowBits(lane);
    const laneHigh = highBits(lane);
    // acc += lane * PRIME_2
    const addLow = Math.imul(laneLow, PRIME_2_LOW);
    const addHigh =
      (multiplyHigh(laneLow, PRIME_2_LOW) + Math.imul(laneLow, PRIME_2_HIGH) + Math.imul(laneHigh, PRIME_2_LOW)) | 0;
    const sum = (low >>> 0) + (addLow >>> 0);
    high = (high + addHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
    low = sum | 0;
    // acc = rotate left by 31
    const rotatedHigh = (high << 31) | (low >>> 1);
    low = (low << 31) | (high >>> 1);
    high = rotatedHigh;
    // acc *= PRIME_1
    const productHigh =
      (multiplyHigh(low, PRIME_1_LOW) + Math.imul(low, PRIME_1_HIGH) + Math.imul(high, PRIME_1_LOW)) | 0;
    low = Math.imul(low, PRIME_1_LOW);
    high = productHigh;
  }
  // acc += length ^ (PRIME_5 ^ 3527539)
  const suffixLow = count ^ PRIME_5_LOW ^ SUFFIX;
  const sum = (low >>> 0) + (suffixLow >>> 0);
  high = (high + PRIME_5_HIGH + (sum > 0xffffffff ? 1 : 0)) | 0;
  low = sum | 0;
  return high === -1 && low === -1 ? INSTEAD_OF_MINUS_ONE : fromBits(high, low);
}
