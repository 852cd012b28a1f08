/**
 * BLAKE2b and BLAKE2s with all of their parameters, tree hashing included.
 *
 * 64-bit words of BLAKE2b are pairs of 32-bit halves, low half first, in one `Int32Array`.
 *
 * @see RFC 7693 and https://www.blake2.net/blake2.pdf, section 2.5 to 2.10
 */
import type { HashState } from '../hash-objects/index.ts';

/** The parameter block, and what is not in it. */
export interface Blake2Parameters {
  readonly digestSize: number;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly person: Uint8Array;
  readonly fanout: number;
  readonly depth: number;
  readonly leafSize: number;
  readonly nodeOffset: bigint;
  readonly nodeDepth: number;
  readonly innerSize: number;
  readonly isLastNode: boolean;
}

/** Message schedules of the ten rounds; BLAKE2b goes on with the first two. */
const SCHEDULE: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/** Columns, then diagonals. */
const MIXES: readonly (readonly [number, number, number, number])[] = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
];

/** Initial values of SHA-512, low half first. */
const IV_64 = Int32Array.of(
  0xf3bcc908,
  0x6a09e667,
  0x84caa73b,
  0xbb67ae85,
  0xfe94f82b,
  0x3c6ef372,
  0x5f1d36f1,
  0xa54ff53a,
  0xade682d1,
  0x510e527f,
  0x2b3e6c1f,
  0x9b05688c,
  0xfb41bd6b,
  0x1f83d9ab,
  0x137e2179,
  0x5be0cd19,
);
/** Initial values of SHA-256. */
const IV_32 = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

/** What both functions share: buffering, counting, padding. */
abstract class Blake2State implements HashState {
  protected readonly h: Int32Array;
  private readonly block: Uint8Array;
  private filled = 0;
  /** Bytes compressed so far. */
  protected count = 0;
  private readonly isLastNode: boolean;

  constructor(h: Int32Array, blockSize: number, isLastNode: boolean) {
    this.h = h;
    this.block = new Uint8Array(blockSize);
    this.isLastNode = isLastNode;
  }

  protected abstract compress(message: Int32Array, isLast: boolean, isLastNode: boolean): void;
  protected abstract fresh(h: Int32Array, isLastNode: boolean): Blake2State;

  update(bytes: Uint8Array): void {
    const { block } = this;
    let at = 0;
    while (at < bytes.length) {
      // The last block waits: it is compressed differently.
      if (this.filled === block.length) {
        this.count += block.length;
        this.compress(this.words(), false, false);
        this.filled = 0;
      }
      const part = bytes.subarray(at, at + block.length - this.filled);
      block.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
    }
  }

  private words(): Int32Array {
    const { block } = this;
    const view = new DataView(block.buffer);
    const words = new Int32Array(block.length / 4);
    for (let i = 0; i < words.length; i++) words[i] = view.getInt32(i * 4, true);
    return words;
  }

  digest(length: number): Uint8Array {
    const last = this.copy() as Blake2State;
    last.block.fill(0, last.filled);
    last.count += last.filled;
    last.compress(last.words(), true, last.isLastNode);
    const bytes = new Uint8Array(last.h.length * 4);
    const view = new DataView(bytes.buffer);
    last.h.forEach((word, i) => view.setInt32(i * 4, word, true));
    return bytes.slice(0, length);
  }

  copy(): HashState {
    const other = this.fresh(this.h.slice(), this.isLastNode);
    other.block.set(this.block);
    other.filled = this.filled;
    other.count = this.count;
    return other;
  }
}

/** Makes `h` from the initial values and the parameter block; a key is the first block of the message. */
function begin<T extends Blake2State>(state: T, blockSize: number, key: Uint8Array): T {
  if (key.length > 0) {
    const block = new Uint8Array(blockSize);
    block.set(key);
    state.update(block);
  }
  return state;
}

function xorBlock(h: Int32Array, block: Uint8Array): void {
  const view = new DataView(block.buffer);
  for (let i = 0; i < h.length; i++) h[i]! ^= view.getInt32(i * 4, true);
}

class Blake2bState extends Blake2State {
  private readonly v = new Int32Array(32);

  protected fresh(h: Int32Array, isLastNode: boolean): Blake2State {
    return new Blake2bState(h, 128, isLastNode);
  }

  protected compress(message: Int32Array, isLast: boolean, isLastNode: boolean): void {
    const { h, v, count } = this;
    v.set(h, 0);
    v.set(IV_64, 16);
    v[24]! ^= count | 0;
    v[25]! ^= Math.floor(count / 0x100000000);
    if (isLast) {
      v[28] = ~v[28]!;
      v[29] = ~v[29]!;
    }
    if (isLastNode) {
      v[30] = ~v[30]!;
      v[31] = ~v[31]!;
    }
    for (let round = 0; round < 12; round++) {
      const schedule = SCHEDULE[round % 10]!;
      for (let i = 0; i < 8; i++) {
        const [a, b, c, d] = MIXES[i]!;
        mix64(v, message, a * 2, b * 2, c * 2, d * 2, schedule[2 * i]! * 2, schedule[2 * i + 1]! * 2);
      }
    }
    for (let i = 0; i < 16; i++) h[i]! ^= v[i]! ^ v[i + 16]!;
  }
}

/** `v[to] += v[from]` (and a word of the message) on pairs. */
function add64(v: Int32Array, to: number, from: number): void {
  const low = (v[to]! >>> 0) + (v[from]! >>> 0);
  v[to + 1] = (v[to + 1]! + v[from + 1]! + (low > 0xffffffff ? 1 : 0)) | 0;
  v[to] = low | 0;
}

function addMessage64(v: Int32Array, to: number, message: Int32Array, from: number): void {
  const low = (v[to]! >>> 0) + (message[from]! >>> 0);
  v[to + 1] = (v[to + 1]! + message[from + 1]! + (low > 0xffffffff ? 1 : 0)) | 0;
  v[to] = low | 0;
}

function mix64(v: Int32Array, m: Int32Array, a: number, b: number, c: number, d: number, x: number, y: number): void {
  add64(v, a, b);
  addMessage64(v, a, m, x);
  // d = (d ^ a) >>> 32
  let low = v[d]! ^ v[a]!;
  let high = v[d + 1]! ^ v[a + 1]!;
  v[d] = high;
  v[d + 1] = low;
  add64(v, c, d);
  // b = (b ^ c) >>> 24
  low = v[b]! ^ v[c]!;
  high = v[b + 1]! ^ v[c + 1]!;
  v[b] = (low >>> 24) | (high << 8);
  v[b + 1] = (high >>> 24) | (low << 8);
  add64(v, a, b);
  addMessage64(v, a, m, y);
  // d = (d ^ a) >>> 16
  low = v[d]! ^ v[a]!;
  high = v[d + 1]! ^ v[a + 1]!;
  v[d] = (low >>> 16) | (high << 16);
  v[d + 1] = (high >>> 16) | (low << 16);
  add64(v, c, d);
  // b = (b ^ c) >>> 63
  low = v[b]! ^ v[c]!;
  high = v[b + 1]! ^ v[c + 1]!;
  v[b] = (low << 1) | (high >>> 31);
  v[b + 1] = (high << 1) | (low >>> 31);
}

class Blake2sState extends Blake2State {
  private readonly v = new Int32Array(16);

  protected fresh(h: Int32Array, isLastNode: boolean): Blake2State {
    return new Blake2sState(h, 64, isLastNode);
  }

  protected compress(message: Int32Array, isLast: boolean, isLastNode: boolean): void {
    const { h, v, count } = this;
    v.set(h, 0);
    v.set(IV_32, 8);
    v[12]! ^= count | 0;
    v[13]! ^= Math.floor(count / 0x100000000);
    if (isLast) v[14] = ~v[14]!;
    if (isLastNode) v[15] = ~v[15]!;
    for (const schedule of SCHEDULE) {
      for (let i = 0; i < 8; i++) {
        const [a, b, c, d] = MIXES[i]!;
        v[a] = (v[a]! + v[b]! + message[schedule[2 * i]!]!) | 0;
        v[d] = rotate32(v[d]! ^ v[a]!, 16);
        v[c] = (v[c]! + v[d]!) | 0;
        v[b] = rotate32(v[b]! ^ v[c]!, 12);
        v[a] = (v[a]! + v[b]! + message[schedule[2 * i + 1]!]!) | 0;
        v[d] = rotate32(v[d]! ^ v[a]!, 8);
        v[c] = (v[c]! + v[d]!) | 0;
        v[b] = rotate32(v[b]! ^ v[c]!, 7);
      }
    }
    for (let i = 0; i < 8; i++) h[i]! ^= v[i]! ^ v[i + 8]!;
  }
}

function rotate32(word: number, count: number): number {
  return (word >>> count) | (word << (32 - count));
}

/** A new BLAKE2b hash. Parameters must be in range. */
export function blake2b(p: Blake2Parameters): HashState {
  const block = new Uint8Array(64);
  const view = new DataView(block.buffer);
  block.set([p.digestSize, p.key.length, p.fanout, p.depth]);
  view.setUint32(4, p.leafSize, true);
  view.setBigUint64(8, p.nodeOffset, true);
  block.set([p.nodeDepth, p.innerSize], 16);
  block.set(p.salt, 32);
  block.set(p.person, 48);
  const h = IV_64.slice();
  xorBlock(h, block);
  return begin(new Blake2bState(h, 128, p.isLastNode), 128, p.key);
}

/** A new BLAKE2s hash. Parameters must be in range. */
export function blake2s(p: Blake2Parameters): HashState {
  const block = new Uint8Array(32);
  const view = new DataView(block.buffer);
  block.set([p.digestSize, p.key.length, p.fanout, p.depth]);
  view.setUint32(4, p.leafSize, true);
  view.setUint32(8, Number(p.nodeOffset & 0xffffffffn), true);
  view.setUint16(12, Number(p.nodeOffset >> 32n), true);
  block.set([p.nodeDepth, p.innerSize], 14);
  block.set(p.salt, 16);
  block.set(p.person, 24);
  const h = IV_32.slice();
  xorBlock(h, block);
  return begin(new Blake2sState(h, 64, p.isLastNode), 64, p.key);
}
