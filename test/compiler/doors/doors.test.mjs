// The ways into the compiler from Python, through the command: each script is run by the oracle too.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runInOracle } from '../../support/oracle.mjs';
import { runTaipan } from '../../support/taipan.mjs';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Both outputs, by lines. `expression` gives the text to compare; addresses are left out. */
async function linesOf(script, expression) {
  const directory = mkdtempSync(join(tmpdir(), 'doors-'));
  try {
    writeFileSync(join(directory, 'run.py'), `${script}\nprint(${expression})\n`);
    const [ours, oracle] = await Promise.all([
      runTaipan(['-X', 'utf8', 'run.py'], { cwd: directory }),
      runInOracle(`${script}\n${expression}`),
    ]);
    expect(ours.stderr).toBe('');
    return [ours.stdout.trimEnd(), oracle].map((text) => text.replace(/ at 0x[0-9a-f]+/g, '').split('\n'));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Later releases than the oracle's: `<>` (see `later-complaints.ts`), and names such as `None` are refused in more places. */
const isOlder = (wanted, got) => wanted.includes('<>') || got.includes("identifier field can't represent");

async function compare(script, expression, isLeftOut = () => false) {
  const [ours, oracle] = await linesOf(script, expression);
  expect(ours.length).toBe(oracle.length);
  const differences = oracle.flatMap((wanted, i) =>
    wanted === ours[i] || isOlder(wanted, ours[i]) || isLeftOut(wanted) ? [] : [{ wanted, got: ours[i] }],
  );
  expect(differences).toEqual([]);
  return oracle.length;
}

test('compile, ast.parse, ast.literal_eval, codeop', async () => {
  expect(await compare(read('front-doors.py'), "'\\n'.join(results)")).toBeGreaterThan(1000);
});

test('trees that were changed', async () => {
  // DEVIATION: the tree keeps constants only, where CPython has any object as the text of an interpolation.
  const hasOddText = (line) => /Interpolation\(.*\bstr=(?!')/.test(line);
  await compare(read('trees.py'), 'outcomes(0, 4000)', hasOddText);
});

test('ast, tokenize and symtable on the library', async () => {
  const library = fileURLToPath(new URL('../../../dist/lib/python3.14/', import.meta.url));
  const names = readdirSync(library).filter((name) => name.endsWith('.py'));
  const sources = names.filter((_, i) => i % 6 === 0).map((name) => readFileSync(join(library, name), 'utf8'));
  const script = `${read('library.py')}\nimport json\nsources = json.loads(${JSON.stringify(JSON.stringify(sources))})\n`;
  await compare(script, "'\\n'.join(repr(digests(source.encode())) for source in sources)");
});
