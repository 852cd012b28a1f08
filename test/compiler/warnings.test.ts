// The warnings that compiling gives, in order, as the oracle gives them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/compiler/index.ts';
import { runInOracle } from '../support/oracle.mjs';

const EVALUATE = `
import json, warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile(source, "<test>", "exec", 0, True)
json.dumps([[w.category.__name__, str(w.message), w.lineno] for w in caught])
`;

test('warnings', async () => {
  const source = readFileSync(new URL('./corpus/warnings.py', import.meta.url), 'utf8');
  const { warnings } = compile(source, '<test>', 'exec');
  const wanted = JSON.parse(await runInOracle(EVALUATE, { source }));
  expect(warnings.map(({ category, message, lineno }) => [category, message, lineno])).toEqual(wanted);
});
