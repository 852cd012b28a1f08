/**
 * 64-bit hashes as two 32-bit halves: the arithmetic of `tuple` and `frozenset` hashes without a BigInt an item.
 *
 * ```
 *  63            32 31             0
 *  +---------------+---------------+
 *  |     high      |      low      |   each an int32
 *  +---------------+---------------+
 * ```
 */
const scratch = new BigInt64Array(1);
const halves = new Int32Array(scratch.buffer);
const LOW = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;
const TWO_32 = 4294967296;

/** The low 32 bits of a hash. */
export function lowBits(hash: number | bigint): number {
  if (typeof hash === 'number') return hash | 0;
  scratch[0] = hash;
  return halves[LOW]!;
}

/** The high 32 bits of a hash. */
export function highBits(hash: number | bigint): number {
  if (typeof hash === 'number') return Math.floor(hash / TWO_32) | 0;
  scratch[0] = hash;
  return halves[HIGH]!;
}

/** The signed 64-bit integer of two halves. */
export function fromBits(high: number, low: number): number | bigint {
  if (high >= -0x200000 && high < 0x200000) {
    const value = high * TWO_32 + (low >>> 0);
    if (value >= Number.MIN_SAFE_INTEGER) return value;
  }
  halves[LOW] = low;
  halves[HIGH] = high;
  return scratch[0]!;
}

/** The high 32 bits of the product of two unsigned 32-bit numbers. */
export function multiplyHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const p01 = a0 * b1;
  const p10 = a1 * b0;
  const middle = ((a0 * b0) >>> 16) + (p01 & 0xffff) + (p10 & 0xffff);
  return (a1 * b1 + (p01 >>> 16) + (p10 >>> 16) + (middle >>> 16)) | 0;
}
