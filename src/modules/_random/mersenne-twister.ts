/**
 * The Mersenne Twister MT19937 of Matsumoto and Nishimura, bit for bit.
 *
 * @cpython Modules/_randommodule.c
 */
const N = 624;
const M = 397;
const UPPER = 0x80000000;
const LOWER = 0x7fffffff;
const MATRIX = 0x9908b0df;

export class MersenneTwister {
  readonly state = new Uint32Array(N);
  /** Index of the next word; N: a new block is due. */
  index = N + 1;

  /** Seeds by one word. */
  private initialize(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = state[i - 1]! ^ (state[i - 1]! >>> 30);
      state[i] = Math.imul(1812433253, previous) + i;
    }
    this.index = N;
  }

  /** Seeds by words; at least one. */
  initializeByArray(key: Uint32Array): void {
    this.initialize(19650218);
    const { state } = this;
    const length = key.length;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, length); k > 0; k--) {
      const previous = state[i - 1]! ^ (state[i - 1]! >>> 30);
      state[i] = (state[i]! ^ Math.imul(previous, 1664525)) + key[j]! + j;
      if (++i >= N) {
        state[0] = state[N - 1]!;
        i = 1;
      }
      if (++j >= length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      const previous = state[i - 1]! ^ (state[i - 1]! >>> 30);
      state[i] = (state[i]! ^ Math.imul(previous, 1566083941)) - i;
      if (++i >= N) {
        state[0] = state[N - 1]!;
        i = 1;
      }
    }
    state[0] = UPPER;
  }

  private generate(): void {
    const { state } = this;
    for (let k = 0; k < N; k++) {
      const y = (state[k]! & UPPER) | (state[k + 1 < N ? k + 1 : 0]! & LOWER);
      const source = k + M < N ? k + M : k + M - N;
      state[k] = state[source]! ^ (y >>> 1) ^ (y & 1 ? MATRIX : 0);
    }
    this.index = 0;
  }

  /** The next 32 bits, unsigned. */
  next(): number {
    if (this.index >= N) this.generate();
    let y = this.state[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** The next float of [0, 1), with 53 random bits. */
  nextFloat(): number {
    const high = this.next() >>> 5;
    const low = this.next() >>> 6;
    return (high * 67108864 + low) * (1 / 9007199254740992);
  }
}
