// Random programs (the same in every run): code objects and errors are the oracle's.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/compiler/index.ts';
import { SyntaxDiagnostic } from '../../src/diagnostics/syntax-diagnostic.ts';
import { runInOracle } from '../support/oracle.mjs';
import { describeCode } from './describe-code.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

const EVALUATE = `${read('./describe-code.py')}
${read('./random-programs.py')}

programs = Programs(seed)
results = []
for _ in range(count):
    source = programs.program()
    level = programs.random.choice([0, 1, 2])
    try:
        results.append([source, level, compiled(source, "exec", level)])
    except SyntaxError as error:
        results.append([source, level, [error.msg, error.lineno, error.offset]])
json.dumps(results)
`;

function attempt(source: string, optimize: 0 | 1 | 2): unknown {
  try {
    return JSON.stringify(describeCode(compile(source, '<test>', 'exec', { optimize }).code));
  } catch (error) {
    if (!(error instanceof SyntaxDiagnostic)) throw error;
    return [error.message, error.lineno, error.offset];
  }
}

test.each([1, 2, 3])('seed %i', async (seed) => {
  const results = JSON.parse(await runInOracle(EVALUATE, { seed, count: 150 }));
  const compiled = results.filter(([, , wanted]: [unknown, unknown, unknown]) => typeof wanted === 'string');
  expect(compiled.length).toBeGreaterThan(75);
  for (const [source, optimize, wanted] of results) expect(attempt(source, optimize), source).toEqual(wanted);
});
