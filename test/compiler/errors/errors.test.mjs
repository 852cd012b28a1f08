// Bad programs, and good ones that give warnings, through the command: exception, place, line and warnings are the
// oracle's. The `.txt` files hold programs with lines of `%%%` between them.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasByteColumns, isAboutNotEqual } from '../../support/later-complaints.ts';
import { runInOracle } from '../../support/oracle.mjs';
import { readPrograms } from '../../support/program-list.ts';
import { runTaipan } from '../../support/taipan.mjs';

const here = new URL('./', import.meta.url);
const script = readFileSync(new URL('outcomes.py', here), 'utf8');
const json = (name) => JSON.parse(readFileSync(new URL(name, here), 'utf8'));

const MODES = ['exec', 'eval', 'single'];
const lists = readdirSync(here).filter((name) => name.endsWith('.txt'));
const programs = [
  ...lists.flatMap((name) => readPrograms(new URL(name, here))),
  ...readPrograms(new URL('../../parser/bad-programs.txt', here)),
  ...readFileSync(new URL('../errors.txt', here), 'utf8').split('\n---\n'),
];

/** Complaints of the oracle that later releases word or place otherwise. */
const isOlder = (source, wanted) =>
  (typeof source === 'string' && isAboutNotEqual(source)) || (hasByteColumns(wanted) && /[^\x00-\x7f]/.test(source));

async function compare(cases) {
  const directory = mkdtempSync(join(tmpdir(), 'errors-'));
  try {
    writeFileSync(join(directory, 'cases.json'), JSON.stringify(cases));
    writeFileSync(join(directory, 'run.py'), `${script}\nprint(outcomes(open('cases.json').read()))\n`);
    const [ours, expected] = await Promise.all([
      runTaipan(['-X', 'utf8', 'run.py'], { cwd: directory }),
      runInOracle(`${script}\noutcomes(cases)`, { cases: JSON.stringify(cases) }),
    ]);
    expect(ours.stderr).toBe('');
    const got = ours.stdout.trimEnd().split('\n');
    const wanted = expected.split('\n');
    expect(got.length).toBe(wanted.length);
    const differences = cases.flatMap((input, i) =>
      got[i] === wanted[i] || isOlder(input[0], wanted[i]) ? [] : [{ input, got: got[i], wanted: wanted[i] }],
    );
    expect(differences).toEqual([]);
    return wanted.filter((line) => !line.startsWith("[['ok']")).length;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test('programs in every mode, with and without a line end, and with warnings as errors', async () => {
  const cases = programs.flatMap((source) => [
    ...MODES.map((mode) => [source, mode, 0, 'always']),
    ...MODES.map((mode) => [source.replace(/\n$/, ''), mode, 0, 'always']),
    [source, 'exec', 0, 'error'],
  ]);
  expect(programs.length).toBeGreaterThan(1000);
  expect(await compare(cases)).toBeGreaterThan(5000);
});

test('bytes in all sorts of encodings, and text that is none', async () => {
  const sources = [...json('bytes.json').map((text) => [...Buffer.from(text, 'latin1')]), ...json('texts.json')];
  await compare(sources.flatMap((source) => MODES.map((mode) => [source, mode, 0, 'always'])));
});
