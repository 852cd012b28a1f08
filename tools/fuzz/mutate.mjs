// Ways to damage bytes, the same in every run with the same numbers.

/** 32-bit values that readers get wrong. */
const INTERESTING = [0, 1, -1, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe];
const TYPES = '0NTFS.iIfgxylstrRuaAzZ([{<>:)}cC?';

/** Pseudo-random numbers that are the same in every run (xorshift32). */
export class Numbers {
  constructor(seed) {
    this.state = seed | 1;
  }
  /** An integer from 0 to `limit` - 1. */
  below(limit) {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) % limit;
  }
}

/** A damaged copy; `other` is another file to take a piece of. */
export function mutate(bytes, numbers, other = bytes) {
  let result = bytes.slice();
  for (let count = 1 + numbers.below(4); count > 0 && result.length > 0; count--) {
    const at = numbers.below(result.length);
    switch (numbers.below(9)) {
      case 0:
        result[at] ^= 1 << numbers.below(8);
        break;
      case 1:
        result[at] = numbers.below(256);
        break;
      case 2:
        result[at] = TYPES.charCodeAt(numbers.below(TYPES.length)) | (numbers.below(2) << 7);
        break;
      case 3: {
        const value = INTERESTING[numbers.below(INTERESTING.length)];
        for (let i = 0; i < 4 && at + i < result.length; i++) result[at + i] = (value >>> (8 * i)) & 255;
        break;
      }
      case 4:
        result.copyWithin(at, numbers.below(result.length), numbers.below(result.length));
        break;
      case 5:
        // Once in a while: what is cut ends in the same few errors.
        if (numbers.below(8) === 0) result = result.slice(0, at);
        else result[at]++;
        break;
      case 6: {
        const length = 1 + numbers.below(16);
        const cut = new Uint8Array(Math.max(0, result.length - length));
        cut.set(result.subarray(0, Math.min(at, cut.length)));
        if (at < cut.length) cut.set(result.subarray(at + length), at);
        result = cut;
        break;
      }
      case 7: {
        const from = numbers.below(other.length || 1);
        const piece = other.subarray(from, from + 1 + numbers.below(64));
        const longer = new Uint8Array(result.length + piece.length);
        longer.set(result.subarray(0, at));
        longer.set(piece, at);
        longer.set(result.subarray(at), at + piece.length);
        result = longer;
        break;
      }
      default: {
        // Another version's magic number: its layout, its type codes, its opcodes.
        const [low, high] = [other[0], other[1]];
        if (low !== undefined && high !== undefined && numbers.below(4) === 0)
          result.set([low, high].slice(0, result.length));
      }
    }
  }
  return result;
}
