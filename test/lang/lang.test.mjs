// Every program below this folder prints, raises and returns in a fresh process what it does in the oracle.
//
// Files and folders whose names begin with `_` are modules that programs import. A line `# oracle: stdout` at the top of
// a program limits the comparison to what it prints.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runProgramInOracle } from '../support/oracle-program.mjs';
import { runTaipan } from '../support/taipan.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

const programs = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
  .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  .filter((name) => !name.split(path.sep).some((part) => part.startsWith('_')))
  .sort();

/** Runs a program in an empty working directory. */
async function runHere(file) {
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'taipan-lang-'));
  try {
    return await runTaipan(['-B', file], { cwd, env: { PYTHONHASHSEED: '0' } });
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

describe('programs', () => {
  test.concurrent.each(programs)('%s', async (name) => {
    const file = path.join(folder, name);
    const isOutputOnly = /^# oracle: stdout$/m.test(readFileSync(file, 'utf8').slice(0, 200));
    const [actual, expected] = await Promise.all([runHere(file), runProgramInOracle(file, { mounted: folder })]);
    const compared = ({ stdout, stderr, status }) => (isOutputOnly ? { stdout } : { stdout, stderr, status });
    expect(compared(actual)).toEqual(compared(expected));
  });
});
