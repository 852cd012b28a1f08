// Modes and flags: each top-level statement of the corpus as interactive input, with top-level await, with deferred
// annotations off, and each expression in `eval` mode.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CO_FUTURE_ANNOTATIONS, compile, PyCF_ALLOW_TOP_LEVEL_AWAIT } from '../../src/compiler/index.ts';
import { SyntaxDiagnostic } from '../../src/diagnostics/syntax-diagnostic.ts';
import { runInOracle } from '../support/oracle.mjs';
import { describeCode } from './describe-code.ts';

const corpus = new URL('./corpus/', import.meta.url);
const describer = readFileSync(new URL('./describe-code.py', import.meta.url), 'utf8');
const FILES = readdirSync(corpus).filter((name) => name.endsWith('.py'));

const EVALUATE = `${describer}
import ast

def attempt(source, mode, flags):
    try:
        return [source, mode, flags, compiled(source, mode, 0, flags)]
    except SyntaxError as error:
        return [source, mode, flags, error.msg]

results = []
for statement in ast.parse(source).body:
    text = ast.get_source_segment(source, statement)
    results.append(attempt(text + "\\n\\n", "single", 0))
    results.append(attempt(text, "exec", awaits))
    if not isinstance(statement, ast.ImportFrom):
        results.append(attempt(text, "exec", annotations))
    if isinstance(statement, ast.Expr):
        results.append(attempt(text, "eval", 0))
json.dumps(results)
`;

function attempt(source: string, mode: 'exec' | 'eval' | 'single', flags: number): string {
  try {
    return JSON.stringify(describeCode(compile(source, '<test>', mode, { flags }).code));
  } catch (error) {
    if (!(error instanceof SyntaxDiagnostic)) throw error;
    return error.message;
  }
}

describe('modes', () => {
  test.each(FILES)('%s', async (name) => {
    const source = readFileSync(new URL(name, corpus), 'utf8');
    const flags = { awaits: PyCF_ALLOW_TOP_LEVEL_AWAIT, annotations: CO_FUTURE_ANNOTATIONS };
    const results = JSON.parse(await runInOracle(EVALUATE, { source, ...flags }));
    for (const [text, mode, flag, wanted] of results) expect(attempt(text, mode, flag), text).toBe(wanted);
  });
});
