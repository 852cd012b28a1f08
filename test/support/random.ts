/** Pseudo-random numbers that are the same in every run (xorshift32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 1;
  }

  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) % limit;
  }
}
