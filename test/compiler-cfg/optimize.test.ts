// The passes as a whole against the oracle's optimizer, on random instruction lists; the graph is checked between passes.
import { expect, it } from 'vitest';
import { constantsFromOracle, optimizeHere, optimizeInOracle } from './instruction-list.ts';
import { randomInstructionList } from './random-code.ts';

const SEEDS = 1500;

it('optimizes random code as CPython does', async () => {
  const lists = Array.from({ length: SEEDS }, (_, seed) => randomInstructionList(seed));
  const expressions = [...new Set(lists.flatMap(({ constants }) => constants))];
  const values = await constantsFromOracle(expressions);
  const valueOf = new Map(expressions.map((text, i) => [text, values[i]!]));
  const expected = await optimizeInOracle(lists);
  lists.forEach((list, seed) => {
    const constants = list.constants.map((text) => valueOf.get(text)!);
    expect(optimizeHere(list, constants), `seed ${seed}`).toEqual(expected[seed]);
  });
});
