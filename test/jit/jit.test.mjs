// A sample of the programs with everything compiled at once and compiled code left all the time; all of them, in more modes,
// are run by `npm run test:jit`.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runTaipan } from '../support/taipan.mjs';
import { allPrograms, differences } from './programs.mjs';
import { randomProgram } from './random-program.mjs';

const SAMPLE = ['core/exceptions', 'generators/protocol', 'frames/introspection'];

const sample = allPrograms().filter(
  (file) => path.basename(path.dirname(file)) === 'jit' || SAMPLE.some((part) => file.includes(part)),
);

describe('compiled programs do what interpreted ones do', () => {
  test.concurrent.each(sample)('%s', { timeout: 300_000 }, async (file) => {
    expect(await differences(file, ['stress'])).toEqual([]);
  });
});

describe('random programs', () => {
  test.concurrent.each([1, 2])('seed %i', { timeout: 300_000 }, async (seed) => {
    const program = randomProgram(seed);
    const run = (mode) => runTaipan([`--jit=${mode}`, '-I', '-c', program]);
    const expected = await run('off');
    expect(expected.status).toBe(0);
    for (const mode of ['force', 'stress']) expect(await run(mode)).toEqual(expected);
  });
});

test('sources can be looked at', async () => {
  const program = 'def f(n):\n    s = 0\n    for i in range(n): s += i\n    return s\nfor _ in range(9): f(9)';
  const { stderr } = await runTaipan(['--jit=force', '--dump=js', '--jit-stats', '-I', '-c', program]);
  expect(stderr).toMatch(/return function py_f\(self, v0\)/);
  expect(stderr).toMatch(/^jit: \{"calls":/m);
});
