/** Grammars of older Pythons: `ast.parse(…, feature_version=…)`. */
import { expect, test } from 'vitest';
import { dump } from '../../src/ast/index.ts';
import { SyntaxDiagnostic } from '../../src/diagnostics/syntax-diagnostic.ts';
import { parse } from '../../src/parser/index.ts';
import { runInOracle } from '../support/oracle.mjs';
import { readPrograms } from '../support/program-list.ts';

const programs = ['seed-programs.txt', 'detail-programs.txt']
  .flatMap((name) => readPrograms(new URL(name, import.meta.url)))
  .filter((program) => !program.includes('\\N{'));
const cases = programs.flatMap((program) => [3, 5, 7, 9, 11, 12, 13].map((version) => [program, version] as const));

function outcome([source, featureVersion]: readonly [string, number]): unknown[] {
  try {
    return ['ok', dump(parse(source, '<unknown>', 'exec', { featureVersion }).tree, { includeAttributes: true })];
  } catch (error) {
    if (!(error instanceof SyntaxDiagnostic)) throw error;
    const { kind, message, lineno, offset, end_lineno, end_offset, text } = error;
    return [kind, message, lineno, offset, end_lineno, end_offset, text];
  }
}

test('what the oracle makes of programs by version', async () => {
  const wanted = JSON.parse(
    await runInOracle(
      `
import ast, json, warnings
warnings.simplefilter('ignore')
def outcome(source, version):
    try:
        return ['ok', ast.dump(ast.parse(source, feature_version=(3, version)), include_attributes=True)]
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
json.dumps([outcome(*case) for case in json.loads(cases)])`,
      { cases: JSON.stringify(cases) },
    ),
  ) as unknown[];
  cases.forEach((each, i) => expect([each, outcome(each)]).toEqual([each, wanted[i]]));
});
