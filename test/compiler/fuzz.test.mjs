// A sample of `npm run fuzz -- compile`: random programs give code objects or complaints, and the same as the oracle.
import { expect, test } from 'vitest';
import { SyntaxDiagnostic } from '../../dist/compiler.js';
import { fuzzInput } from '../../tools/fuzz/mutations.mjs';
import { fuzzCompile, librarySeeds, outcome } from '../../tools/fuzz/compile.mjs';
import { hasByteColumns, isAboutNotEqual } from '../support/later-complaints.ts';
import { runInOracle } from '../support/oracle.mjs';

const rounds = Number(process.env.TAIPAN_FUZZ_ROUNDS ?? 3000);

test('nothing but code and complaints', () => {
  expect(fuzzCompile(rounds).failures).toEqual([]);
});

const EVALUATE = `
import json, warnings
def outcome(source):
    try:
        compile(bytes(source) if isinstance(source, list) else source, '<fuzz>', 'exec', 0, True)
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    except (UnicodeError, RecursionError, MemoryError, ValueError):
        return 'other'
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    result = json.dumps([outcome(source) for source in json.loads(sources)])
result
`;

test('the complaints of the oracle', async () => {
  const seeds = librarySeeds();
  const sources = Array.from({ length: 1500 }, (_, i) => fuzzInput(1_000_000 + i, seeds));
  const asJson = JSON.stringify(sources.map((source) => (typeof source === 'string' ? source : [...source])));
  const wanted = JSON.parse(await runInOracle(EVALUATE, { sources: asJson }));
  const differences = sources.flatMap((source, i) => {
    const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1');
    if (wanted[i] === 'other' || isAboutNotEqual(text)) return [];
    if (wanted[i] !== null && hasByteColumns(wanted[i][1]) && /[^\x00-\x7f]/.test(text)) return [];
    const error = outcome(source, 'exec');
    const got =
      error instanceof SyntaxDiagnostic
        ? [error.kind, error.message, error.lineno, error.offset, error.end_lineno, error.end_offset]
        : null;
    return JSON.stringify(got) === JSON.stringify(wanted[i]) ? [] : [{ text, got, wanted: wanted[i] }];
  });
  expect(differences).toEqual([]);
});
