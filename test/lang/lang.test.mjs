// Every program below this folder prints, raises and returns in a fresh process what it does in the oracle.
//
// Files and folders whose names begin with `_` are modules that programs import. Where the oracle is not what a 64-bit
// CPython 3.14 of today is (32 bits, another C library, a later fix), what that prints stands in a file `.out` beside the
// program.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
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

/** Without what differs between any two processes or installations: addresses, the place of the library. */
function comparable({ stdout, stderr, status }) {
  const plain = (text) =>
    text.replaceAll(/\b0x[0-9a-f]{5,}\b/g, '0x…').replaceAll(/[^\s"']*\/python3\.?14(\.zip)?\//g, 'LIB/');
  return { stdout: plain(stdout), stderr: plain(stderr), status };
}

describe('programs', () => {
  test.concurrent.each(programs)('%s', async (name) => {
    const file = path.join(folder, name);
    const outFile = file.replace(/\.py$/, '.out');
    const isWritten = existsSync(outFile);
    const oracle = isWritten
      ? { stdout: readFileSync(outFile, 'utf8'), stderr: '', status: 0 }
      : runProgramInOracle(file, { mounted: folder });
    const [actual, expected] = await Promise.all([runHere(file), oracle]);
    expect(comparable(isWritten ? { ...actual, stderr: '' } : actual)).toEqual(comparable(expected));
  });
});
