/** Our `pow`, `exp` and `log` hardly ever miss the nearest float, and never by more than one. */
import { describe, expect, it } from 'vitest';
import { cos, exp, exp2, log, log2, pow, sin } from '../../../src/objects/float/index.ts';
import { vectorNorm } from '../../../src/objects/float/libm/hypot.ts';
import { runInOracle } from '../../support/oracle.mjs';

const CASES = `
import json, math, random
r = random.Random(5)
xs = [r.uniform(1e-3, 20) for _ in range(4000)]
ys = [r.uniform(-20, 20) for _ in range(4000)]
json.dumps([xs, ys, [x ** y for x, y in zip(xs, ys)], [math.exp(y) for y in ys], [math.log(x) for x in xs],
            [math.log2(x) for x in xs], [math.exp2(y) for y in ys], [math.hypot(x, y) for x, y in zip(xs, ys)],
            [math.sin(y) for y in ys], [math.cos(y) for y in ys]])
`;

const SPACING = 2.220446049250313e-16;

/** Part of the results that differ. None differs by more than one unit in the last place. */
function missed(got: readonly number[], expected: readonly number[]): number {
  let count = 0;
  got.forEach((value, i) => {
    if (value === expected[i]) return;
    count++;
    expect(Math.abs(value / expected[i]! - 1)).toBeLessThanOrEqual(SPACING * 1.01);
  });
  return count / got.length;
}

describe('elementary functions', () => {
  it('agree with the C library of the oracle', async () => {
    const [xs, ys, powers, exps, logs, log2s, exp2s, norms, sines, cosines] = JSON.parse(
      await runInOracle(CASES),
    ) as number[][] as [
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
      number[],
    ];
    expect(
      missed(
        xs.map((x, i) => pow(x, ys[i]!)),
        powers,
      ),
    ).toBeLessThan(0.01);
    expect(missed(ys.map(exp), exps)).toBeLessThan(0.01);
    expect(missed(xs.map(log), logs)).toBeLessThan(0.01);
    expect(missed(xs.map(log2), log2s)).toBeLessThan(0.01);
    expect(missed(ys.map(exp2), exp2s)).toBeLessThan(0.01);
    expect(
      missed(
        xs.map((x, i) => vectorNorm([x, ys[i]!])),
        norms,
      ),
    ).toBeLessThan(0.01);
    expect(missed(ys.map(sin), sines)).toBe(0);
    expect(missed(ys.map(cos), cosines)).toBe(0);
  });

  it('are exact where the result is', () => {
    for (let k = -1074; k < 1024; k++) {
      expect(log2(2 ** k)).toBe(k);
      expect(exp2(k)).toBe(2 ** k);
    }
    for (let k = 0; k < 23; k++) expect(pow(10, k)).toBe(Number(`1e${k}`));
    expect(pow(2, 1024)).toBe(Infinity);
    expect(pow(2, -1075)).toBe(0);
    expect(exp(710)).toBe(Infinity);
    expect(exp(-746)).toBe(0);
    expect(vectorNorm([3 * 2 ** 600, 4 * 2 ** 600])).toBe(5 * 2 ** 600);
    expect(vectorNorm([3e-320, 4e-320])).toBe(5e-320);
  });
});
