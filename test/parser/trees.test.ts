/** Good programs: trees, positions and warnings are those of the oracle. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { dump } from '../../src/ast/index.ts';
import { parse } from '../../src/parser/index.ts';
import { runInOracle } from '../support/oracle.mjs';
import { oracleOutcomes, parseOutcome, type Program, TYPE_COMMENTS, unicodeNames } from '../support/parse-outcome.ts';
import { readPrograms } from '../support/program-list.ts';

const seeds = readPrograms(new URL('seed-programs.txt', import.meta.url));
const details = readPrograms(new URL('detail-programs.txt', import.meta.url));
const all = [...seeds, ...details];
let names: Map<string, number>;

beforeAll(async () => {
  names = await unicodeNames(all);
});

async function compare(programs: readonly Program[]): Promise<void> {
  const wanted = await oracleOutcomes(programs);
  programs.forEach((program, i) => expect([program, parseOutcome(program, names)]).toEqual([program, wanted[i]]));
}

describe('trees', () => {
  test('programs', () => compare(all.map((source) => [source, 'exec', 0])));
  test('programs with type comments', () => compare(all.map((source) => [source, 'exec', TYPE_COMMENTS])));
  test('interactive statements', () => compare(all.map((source) => [source, 'single', 0])));
  test('expressions', () =>
    compare(all.flatMap((source) => source.split('\n')).map((line) => [line, 'eval', 0] as const)));
  test('function types', () =>
    compare(
      [
        '() -> int',
        '(int, *str, **Any) -> x',
        '(*a) -> b',
        '(**a) -> b',
        '(a) -> b\n\n',
        '(a,) -> b',
        '(*a, b) -> c',
      ].map((source) => [source, 'func_type', TYPE_COMMENTS] as const),
    ));

  test('every file of the standard library', async () => {
    // The oracle lays open its library as base64 by path, and a digest of each tree.
    const listing = JSON.parse(
      await runInOracle(`
import ast, base64, hashlib, json, sys, warnings, zipfile
warnings.simplefilter('ignore')
files = []
with zipfile.ZipFile(next(path for path in sys.path if path.endswith('.zip'))) as library:
    for name in library.namelist():
        if name.endswith('.py'):
            data = library.read(name)
            tree = ast.dump(ast.parse(data), include_attributes=True)
            files.append([name, base64.b64encode(data).decode(), hashlib.md5(tree.encode('utf-8', 'surrogatepass')).hexdigest()])
json.dumps(files)`),
    ) as [string, string, string][];
    const sources = listing.map(([name, data]) => [name, Buffer.from(data, 'base64')] as const);
    const known = await unicodeNames(sources.map(([, data]) => data.toString('latin1')));
    const wrong = sources.filter(([name, data], i) => {
      const { tree } = parse(data, name, 'exec', { lookupUnicodeName: (text) => known.get(text) ?? null });
      const text = dump(tree, { includeAttributes: true });
      return createHash('md5').update(Buffer.from(text, 'utf8')).digest('hex') !== listing[i]![2];
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
    expect(sources.length).toBeGreaterThan(500);
  });
});
