/** The Mersenne Twister against the oracle's. */
import { describe, expect, it } from 'vitest';
import { MersenneTwister } from '../../../src/modules/_random/mersenne-twister.ts';
import { runInOracle } from '../../support/oracle.mjs';

const STREAM = `
import json, _random
def stream(seed):
    g = _random.Random(seed)
    return [[g.getrandbits(32) for _ in range(1500)], [g.random() for _ in range(20)]]
json.dumps([stream(0), stream(1), stream(2**32 - 1), stream(2**40 + 7)])
`;
const KEYS = [[0], [1], [0xffffffff], [7, 256]];

describe('MersenneTwister', () => {
  it('gives the same stream', async () => {
    const streams = JSON.parse(await runInOracle(STREAM)) as [number[], number[]][];
    streams.forEach(([words, floats], i) => {
      const generator = new MersenneTwister();
      generator.initializeByArray(Uint32Array.from(KEYS[i]!));
      expect(words.map(() => generator.next())).toEqual(words);
      expect(floats.map(() => generator.nextFloat())).toEqual(floats);
    });
  });
});
