/** "Did you mean": the same suggestions as CPython's. */
import { expect, it } from 'vitest';
import { suggestName } from '../../src/objects/function/suggestions.ts';
import { runInOracle } from '../support/oracle.mjs';

it('suggests what CPython suggests', async () => {
  const candidates = [
    'name',
    'names',
    'Name',
    'value',
    'values',
    'argument',
    'a',
    'ab',
    'count',
    'KEY',
    'très',
    'x'.repeat(50),
  ];
  const wrong = [
    'nam',
    'NAME',
    'vlaue',
    'valeus',
    'arguments',
    'b',
    'bc',
    'cuont',
    'key',
    'tres',
    'zzz',
    '',
    'x'.repeat(49),
    'argument',
  ];
  const expected = await runInOracle(
    'import _suggestions, json; json.dumps([_suggestions._generate_suggestions(json.loads(candidates), name) for name in json.loads(wrong)])',
    { candidates: JSON.stringify(candidates), wrong: JSON.stringify(wrong) },
  );
  expect(wrong.map((name) => suggestName(candidates, name) ?? null)).toEqual(JSON.parse(expected as string));
});
