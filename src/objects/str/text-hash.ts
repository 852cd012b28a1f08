/**
 * Hashes of text and bytes.
 *
 * With a hash seed (`PYTHONHASHSEED=n`) they are those of 64-bit CPython: SipHash-1-3 of the characters as CPython stores
 * them. Without one they differ from process to process; ours are then a fast hash of 52 bits.
 *
 * @cpython Python/pyhash.c, Python/bootstrap_hash.c
 */
import { PyWideStr, type Text } from '../core/index.ts';
import { maxCodePoint } from './text.ts';

/** The key as four 32-bit halves: k0 low, k0 high, k1 low, k1 high. */
let secret: Uint32Array | null = null;

/** What the two halves of the fast hash start with. */
let basisA = 0x811c9dc5;
let basisB = 0x41c6ce57;

/**
 * Fixes the hash key for the process, as CPython does at start.
 *
 * @param seed `undefined`: none was given
 * @param random eight random bytes, for when there is no seed
 */
export function setHashSeed(seed: number | undefined, random: Uint8Array): void {
  if (seed === undefined) {
    secret = null;
    const view = new DataView(random.buffer, random.byteOffset);
    basisA = view.getInt32(0);
    basisB = view.getInt32(4);
    return;
  }
  const bytes = new Uint8Array(16);
  if (seed !== 0) {
    // The generator with which CPython stretches a seed. @cpython lcg_urandom
    let state = seed >>> 0;
    for (let i = 0; i < 16; i++) {
      state = (Math.imul(state, 214013) + 2531011) >>> 0;
      bytes[i] = (state >>> 16) & 0xff;
    }
  }
  secret = new Uint32Array(bytes.buffer);
}

/** `hash` of a str. */
export function hashText(text: Text): number | bigint {
  if (text === '') return 0;
  if (secret !== null) return sipHash(storedBytes(text), secret);
  if (typeof text === 'string') {
    let a = basisA;
    let b = basisB;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
    }
    return mix(a, b);
  }
  return (text.hash ??= hashUnits(text.codePoints));
}

/** `hash` of bytes; equals that of a str of the same Latin-1 characters, as in CPython. */
export function hashBytes(bytes: Uint8Array): number | bigint {
  if (bytes.length === 0) return 0;
  return secret !== null ? sipHash(bytes, secret) : hashUnits(bytes);
}

function hashUnits(units: Uint8Array | Uint32Array): number {
  let a = basisA;
  let b = basisB;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return mix(a, b);
}

/** 52 bits of two 32-bit states. */
function mix(a: number, b: number): number {
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  a ^= b >>> 16;
  b ^= a >>> 13;
  return (a >>> 0) * 0x100000 + (b >>> 12);
}

/** The characters in 1, 2 or 4 bytes each, whichever the largest needs. */
function storedBytes(text: Text): Uint8Array {
  if (text instanceof PyWideStr) return new Uint8Array(text.codePoints.slice().buffer);
  const units = maxCodePoint(text) < 0x100 ? new Uint8Array(text.length) : new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return new Uint8Array(units.buffer);
}

/** SipHash-1-3 of the bytes as a signed 64-bit number, -1 becoming -2. */
function sipHash(bytes: Uint8Array, key: Uint32Array): number | bigint {
  const [k0, k0h, k1, k1h] = key as unknown as [number, number, number, number];
  let v0 = k0 ^ 0x70736575,
    v0h = k0h ^ 0x736f6d65;
  let v1 = k1 ^ 0x6e646f6d,
    v1h = k1h ^ 0x646f7261;
  let v2 = k0 ^ 0x6e657261,
    v2h = k0h ^ 0x6c796765;
  let v3 = k1 ^ 0x79746573,
    v3h = k1h ^ 0x74656462;
  const round = (): void => {
    let low = (v0 >>> 0) + (v1 >>> 0);
    v0h = (v0h + v1h + (low > 0xffffffff ? 1 : 0)) | 0;
    v0 = low | 0;
    low = (v2 >>> 0) + (v3 >>> 0);
    v2h = (v2h + v3h + (low > 0xffffffff ? 1 : 0)) | 0;
    v2 = low | 0;
    let high = (v1h << 13) | (v1 >>> 19);
    v1 = ((v1 << 13) | (v1h >>> 19)) ^ v0;
    v1h = high ^ v0h;
    high = (v3h << 16) | (v3 >>> 16);
    v3 = ((v3 << 16) | (v3h >>> 16)) ^ v2;
    v3h = high ^ v2h;
    [v0, v0h] = [v0h, v0];
    low = (v2 >>> 0) + (v1 >>> 0);
    v2h = (v2h + v1h + (low > 0xffffffff ? 1 : 0)) | 0;
    v2 = low | 0;
    low = (v0 >>> 0) + (v3 >>> 0);
    v0h = (v0h + v3h + (low > 0xffffffff ? 1 : 0)) | 0;
    v0 = low | 0;
    high = (v1h << 17) | (v1 >>> 15);
    v1 = ((v1 << 17) | (v1h >>> 15)) ^ v2;
    v1h = high ^ v2h;
    high = (v3h << 21) | (v3 >>> 11);
    v3 = ((v3 << 21) | (v3h >>> 11)) ^ v0;
    v3h = high ^ v0h;
    [v2, v2h] = [v2h, v2];
  };
  const whole = bytes.length & ~7;
  const word = (at: number): number =>
    bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  for (let at = 0; at < whole; at += 8) {
    const low = word(at);
    const high = word(at + 4);
    v3 ^= low;
    v3h ^= high;
    round();
    v0 ^= low;
    v0h ^= high;
  }
  let low = 0;
  let high = (bytes.length & 0xff) << 24;
  for (let i = whole; i < bytes.length; i++) {
    const shift = (i - whole) * 8;
    if (shift < 32) low |= bytes[i]! << shift;
    else high |= bytes[i]! << (shift - 32);
  }
  v3 ^= low;
  v3h ^= high;
  round();
  v0 ^= low;
  v0h ^= high;
  v2 ^= 0xff;
  round();
  round();
  round();
  const resultHigh = v0h ^ v1h ^ v2h ^ v3h;
  const resultLow = (v0 ^ v1 ^ v2 ^ v3) >>> 0;
  if (resultHigh >= -0x200000 && resultHigh < 0x200000) {
    const number = resultHigh * 0x100000000 + resultLow;
    if (Number.isSafeInteger(number)) return number === -1 ? -2 : number;
  }
  return BigInt.asIntN(64, (BigInt(resultHigh) << 32n) | BigInt(resultLow));
}
