/** Adler-32. @cpython Modules/zlibmodule.c zlib_adler32_impl */

const ADLER_MODULUS = 65521;
/** Bytes that can be summed before the sums leave 32 bits. */
const ADLER_RUN = 5552;

/** The Adler-32 of bytes, going on from an earlier value. */
export function adler32(bytes: Uint8Array, start: number): number {
  let low = start & 0xffff;
  let high = start >>> 16;
  for (let i = 0; i < bytes.length;) {
    const end = Math.min(i + ADLER_RUN, bytes.length);
    for (; i < end; i++) {
      low += bytes[i]!;
      high += low;
    }
    low %= ADLER_MODULUS;
    high %= ADLER_MODULUS;
  }
  return ((high << 16) | low) >>> 0;
}
