// Source that parses but does not compile: messages and positions are the oracle's. errors.txt holds the snippets,
// with `---` between them; some of them compile.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compiler/index.ts';
import { SyntaxDiagnostic } from '../../src/diagnostics/syntax-diagnostic.ts';
import { runInOracle } from '../support/oracle.mjs';

const snippets = readFileSync(new URL('./errors.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n---\n');

const EVALUATE = `
import json, warnings

def failure(source):
    try:
        compile(source, "<test>", "exec", 0, True)
    except SyntaxError as error:
        return [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    result = json.dumps([failure(source) for source in sources])
result
`;

function failure(source: string): unknown {
  try {
    compile(source, '<test>', 'exec');
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxDiagnostic)) throw error;
    return [error.kind, error.message, error.lineno, error.offset, error.end_lineno, error.end_offset];
  }
}

describe('errors', async () => {
  const expected: unknown[] = JSON.parse(await runInOracle(EVALUATE, { sources: snippets }));
  test.each(snippets.map((source, i) => ({ source, wanted: expected[i] })))('$source', ({ source, wanted }) => {
    expect(failure(source)).toEqual(wanted);
  });
});
