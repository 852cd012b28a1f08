// CPython's whole pure-Python library at -O0, -O and -OO: every code object is the oracle's, field for field.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/compiler/index.ts';
import { loadOracle } from '../support/oracle.mjs';
import { describeCode } from './describe-code.ts';

const describer = readFileSync(new URL('./describe-code.py', import.meta.url), 'utf8');
const LEVELS = [0, 1, 2] as const;

const EVALUATE = `${describer}
import hashlib, sys, zipfile

archive = zipfile.ZipFile(next(path for path in sys.path if path.endswith(".zip")))
names = sorted(name for name in archive.namelist() if name.endswith(".py"))

def digests(source):
    return [hashlib.sha256(compiled(source, "exec", level).encode()).hexdigest() for level in (0, 1, 2)]
`;

test('the library', async () => {
  const oracle = await loadOracle();
  const globals = oracle.toPy({ __name__: 'library' });
  oracle.runPython(EVALUATE, { globals });
  const names: string[] = oracle.runPython('names', { globals }).toJs();
  const differing: string[] = [];
  for (const name of names) {
    globals.set('name', name);
    const proxy = oracle.runPython('source = archive.read(name); source', { globals });
    const source: Uint8Array = proxy.toJs();
    proxy.destroy();
    const digests: string[] = oracle.runPython('digests(source)', { globals }).toJs();
    for (const optimize of LEVELS) {
      const text = JSON.stringify(describeCode(compile(source, '<test>', 'exec', { optimize }).code));
      const digest = createHash('sha256').update(text).digest('hex');
      if (digest !== digests[optimize]) differing.push(`${name} -O${optimize}`);
    }
  }
  expect(differing, `of ${names.length * LEVELS.length}`).toEqual([]);
  expect(names.length).toBeGreaterThan(500);
});
