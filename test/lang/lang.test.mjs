// Every program below this folder prints, raises and returns in a fresh process what it does in the oracle: run from its
// source, and from the `.pyc` file of it alone.
//
// Files and folders whose names begin with `_` are modules that programs import. Where the oracle is not what a 64-bit
// CPython 3.14 of today is (32 bits, another C library, a later fix), what that prints stands in a file `.out` beside the
// program.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SyntaxDiagnostic, compile, writePyc } from '../../dist/compiler.js';
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
  return inEmptyFolder((cwd) => runTaipan(['-B', file], { cwd, env: { PYTHONHASHSEED: '0' } }));
}

/** Runs only the `.pyc` file of a program; modules beside the program are found as before. Undefined if it has errors. */
async function runCompiled(file) {
  let code;
  try {
    ({ code } = compile(readFileSync(file), file, 'exec', { flags: 0, optimize: 0 }));
  } catch (error) {
    if (error instanceof SyntaxDiagnostic) return undefined;
    throw error;
  }
  const bytes = writePyc(code, { kind: 'timestamp', mtime: 0, size: 0 });
  return inEmptyFolder((cwd) =>
    inEmptyFolder((place) => {
      const compiled = path.join(place, 'program.pyc');
      writeFileSync(compiled, bytes);
      return runTaipan(['-B', compiled], { cwd, env: { PYTHONHASHSEED: '0', PYTHONPATH: path.dirname(file) } });
    }),
  );
}

async function inEmptyFolder(run) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'taipan-lang-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Programs that look at the file they are run from see another one. Sets in a .pyc have another order, in CPython too. */
const SEES_ITS_FILE =
  /__file__|argv|__cached__|__loader__|__spec__|sys\.path|getsource|linecache|__pycache__|PYTHONPATH|order of sets/;

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
    const seesItsFile = SEES_ITS_FILE.test(readFileSync(file, 'latin1'));
    const [actual, expected, compiled] = await Promise.all([
      runHere(file),
      oracle,
      seesItsFile ? undefined : runCompiled(file),
    ]);
    const shown = (result) => comparable(isWritten ? { ...result, stderr: '' } : result);
    expect(shown(actual)).toEqual(comparable(expected));
    if (compiled !== undefined) expect(shown(compiled)).toEqual(comparable(expected));
  });
});
