/**
 * SipHash, the keyed hash of `.pyc` files that are checked by their source's content (1-3 from CPython 3.11, 2-4 before).
 *
 * 64-bit words are pairs of 32-bit halves: bigint arithmetic is about thirty times slower.
 *
 * @cpython Python/pyhash.c siphash13 (3.14)
 */

/** The state: four 64-bit words, each as low and high half. */
type State = Int32Array;

function add(state: State, a: number, b: number): void {
  const low = (state[a]! >>> 0) + (state[b]! >>> 0);
  state[a + 1] = (state[a + 1]! + state[b + 1]! + (low > 0xffffffff ? 1 : 0)) | 0;
  state[a] = low | 0;
}

function rotateLeftAndXor(state: State, a: number, bits: number, b: number): void {
  let low = state[a]!;
  let high = state[a + 1]!;
  if (bits >= 32) [low, high] = [high, low];
  const shift = bits & 31;
  if (shift !== 0) {
    const rotatedLow = (low << shift) | (high >>> (32 - shift));
    high = (high << shift) | (low >>> (32 - shift));
    low = rotatedLow;
  }
  state[a] = low ^ state[b]!;
  state[a + 1] = high ^ state[b + 1]!;
}

function rotate32(state: State, a: number): void {
  const low = state[a]!;
  state[a] = state[a + 1]!;
  state[a + 1] = low;
}

const V0 = 0;
const V1 = 2;
const V2 = 4;
const V3 = 6;

function round(v: State): void {
  add(v, V0, V1);
  rotateLeftAndXor(v, V1, 13, V0);
  rotate32(v, V0);
  add(v, V2, V3);
  rotateLeftAndXor(v, V3, 16, V2);
  add(v, V0, V3);
  rotateLeftAndXor(v, V3, 21, V0);
  add(v, V2, V1);
  rotateLeftAndXor(v, V1, 17, V2);
  rotate32(v, V2);
}

/**
 * SipHash of `bytes` under the key (`k0`, 0) for a 32-bit `k0`, as 8 little-endian bytes.
 *
 * @param compressionRounds 1 for SipHash-1-3, 2 for SipHash-2-4; one or two fewer than the finalisation's
 */
export function sipHash(bytes: Uint8Array, k0: number, compressionRounds: 1 | 2 = 1): Uint8Array {
  const v = Int32Array.of(
    0x70736575 ^ k0, 0x736f6d65, 0x6e646f6d, 0x646f7261, 0x6e657261 ^ k0, 0x6c796765, 0x79746573, 0x74656462,
  ); // prettier-ignore
  const finalRounds = compressionRounds === 1 ? 3 : 4;
  const absorb = (low: number, high: number): void => {
    v[V3] = v[V3]! ^ low;
    v[V3 + 1] = v[V3 + 1]! ^ high;
    for (let i = 0; i < compressionRounds; i++) round(v);
    v[V0] = v[V0]! ^ low;
    v[V0 + 1] = v[V0 + 1]! ^ high;
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~7;
  for (let i = 0; i < whole; i += 8) absorb(view.getInt32(i, true), view.getInt32(i + 4, true));
  const last = new Uint8Array(8);
  last.set(bytes.subarray(whole));
  last[7] = bytes.length;
  const lastView = new DataView(last.buffer);
  absorb(lastView.getInt32(0, true), lastView.getInt32(4, true));
  v[V2] = v[V2]! ^ 0xff;
  for (let i = 0; i < finalRounds; i++) round(v);
  const hash = new DataView(new ArrayBuffer(8));
  hash.setInt32(0, v[V0]! ^ v[V1]! ^ v[V2]! ^ v[V3]!, true);
  hash.setInt32(4, v[V0 + 1]! ^ v[V1 + 1]! ^ v[V2 + 1]! ^ v[V3 + 1]!, true);
  return new Uint8Array(hash.buffer);
}
