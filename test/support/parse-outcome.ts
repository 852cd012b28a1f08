/** What parsing a program gives, in a form that the oracle can give too: a dump and warnings, or a complaint. */
import { dump } from '../../src/ast/index.ts';
import { SyntaxDiagnostic } from '../../src/diagnostics/syntax-diagnostic.ts';
import { parse, type ParseMode } from '../../src/parser/index.ts';
import { withLaterColumns } from './later-complaints.ts';
import { runInOracle } from './oracle.mjs';

/** Flags of `compile` that choose how to parse. */
export const TYPE_COMMENTS = 0x1000;
export const ALLOW_INCOMPLETE_INPUT = 0x4000;
export const DONT_IMPLY_DEDENT = 0x0200;

export type Program = readonly [source: string, mode: ParseMode, flags: number];
export type Outcome = readonly unknown[];

/**
 * A dump without blanks and debug signs at the end of interpolations' texts: the oracle drops them, later releases of
 * CPython 3.14, and we, keep the blanks.
 */
function withoutTrailingBlanks(text: string): string {
  return text.replace(/(?:\\[nrtf]|\\x0[bc]|[\s=])+(?=['"], conversion=)/g, '');
}

/** Our outcome. `names` are the characters of the `\N{…}` escapes that may occur. */
export function parseOutcome([source, mode, flags]: Program, names: ReadonlyMap<string, number>): Outcome {
  try {
    const { tree, warnings } = parse(source, '<string>', mode, {
      lookupUnicodeName: (name) => names.get(name) ?? null,
      typeComments: (flags & TYPE_COMMENTS) !== 0,
      allowIncompleteInput: (flags & ALLOW_INCOMPLETE_INPUT) !== 0,
      dontImplyDedent: (flags & DONT_IMPLY_DEDENT) !== 0,
    });
    const text = withoutTrailingBlanks(dump(tree, { includeAttributes: true }));
    return ['ok', text, warnings.map((w) => [w.category, w.message, w.lineno])];
  } catch (error) {
    if (!(error instanceof SyntaxDiagnostic)) throw error;
    const { kind, message, lineno, offset, end_lineno, end_offset, text } = error;
    return [kind, message, lineno, offset, end_lineno, end_offset, text];
  }
}

const ORACLE_OUTCOMES = `
import ast, json, warnings
def outcome(source, mode, flags):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            tree = compile(source, '<string>', mode, ast.PyCF_ONLY_AST | flags)
        except SyntaxError as e:
            return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
        except Exception as e:
            return [type(e).__name__, str(e)]
    return ['ok', ast.dump(tree, include_attributes=True), [[w.category.__name__, str(w.message), w.lineno] for w in caught]]
json.dumps([outcome(*program) for program in json.loads(programs)])
`;

/** The oracle's outcomes. */
export async function oracleOutcomes(programs: readonly Program[]): Promise<Outcome[]> {
  const outcomes = JSON.parse(await runInOracle(ORACLE_OUTCOMES, { programs: JSON.stringify(programs) })) as Outcome[];
  return outcomes.map(([kind, text, ...rest]) =>
    kind === 'ok' ? [kind, withoutTrailingBlanks(text as string), ...rest] : withLaterColumns([kind, text, ...rest]),
  );
}

/** The characters that the oracle knows for all names in `\N{…}` in these texts. */
export async function unicodeNames(texts: readonly string[]): Promise<Map<string, number>> {
  const names = [...new Set(texts.flatMap((text) => [...text.matchAll(/\\N\{([^}]*)\}/g)].map((m) => m[1]!)))];
  const found = await runInOracle(
    `
import json, unicodedata
def lookup(name):
    try:
        return ord(unicodedata.lookup(name))
    except (KeyError, TypeError):
        return None
json.dumps([lookup(name) for name in json.loads(names)])`,
    { names: JSON.stringify(names) },
  );
  const codePoints = JSON.parse(found) as (number | null)[];
  return new Map(
    names.flatMap((name, i) => ((codePoints[i] ?? null) === null ? [] : [[name, codePoints[i]] as const])),
  );
}
