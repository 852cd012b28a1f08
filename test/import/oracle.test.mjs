// Caches are shared with CPython: it imports what we wrote, we import what it wrote, and both write the same bytes.
import { cpSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runInOracle } from '../support/oracle.mjs';
import { mountInOracle } from '../support/oracle-program.mjs';
import { runTaipan } from '../support/taipan.mjs';
import { useScratch } from '../support/scratch.mjs';

const scratch = useScratch('shared');
const CACHE = '__pycache__/mod.cpython-314.pyc';
const TEXTS =
  'x = "source"\n\ndef f(a, /, b=1, *args, c, **kw):\n    """Doc ä."""\n    return [i for i in a if i in {1, 2, "three"}], (1.5, b"x", None, ...)\n\nclass C[T]:\n    y: T = 10**30\n';

/** Imports `mod` from the scratch directory in the oracle and returns `expression`. */
function inOracle(expression) {
  return runInOracle(
    `
import importlib, sys
sys.path.insert(0, directory)
sys.dont_write_bytecode = False
importlib.invalidate_caches()
try:
    import mod
    result = eval(expression)
finally:
    sys.path.remove(directory)
    sys.modules.pop('mod', None)
result`,
    { directory: scratch.directory, expression },
  );
}

/** The cache that CPython writes when it imports a module of this text, time and name. */
async function writtenByOracle(text, mtime) {
  const cache = await runInOracle(
    `
import importlib, os, sys, tempfile
with tempfile.TemporaryDirectory() as directory:
    path = os.path.join(directory, 'mod.py')
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)
    os.utime(path, (mtime, mtime))
    sys.path.insert(0, directory)
    importlib.invalidate_caches()
    import mod
    sys.path.remove(directory)
    del sys.modules['mod']
    with open(mod.__cached__, 'rb') as f:
        result = f.read()
result`,
    { text, mtime },
  );
  return Buffer.from(cache);
}

async function inTaipan(expression) {
  const { stdout, stderr, status } = await runTaipan(['-c', `import mod; print(${expression})`], {
    cwd: scratch.directory,
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.trimEnd();
}

function edit(from, to) {
  const data = readFileSync(scratch.at(CACHE));
  data.write(to, data.indexOf(from), 'latin1');
  writeFileSync(scratch.at(CACHE), data);
}

beforeAll(() => mountInOracle(scratch.directory));

describe('caches', () => {
  test('that we wrote are imported by CPython', async () => {
    scratch.write('mod.py', TEXTS);
    utimesSync(scratch.at('mod.py'), 1_600_000_000, 1_600_000_000);
    await inTaipan('mod.x');
    edit('source', 'cached');
    const before = readFileSync(scratch.at(CACHE));
    expect(await inOracle('mod.x + str(mod.f([1, 5], c=2))')).toBe("cached([1], (1.5, b'x', None, Ellipsis))");
    expect(readFileSync(scratch.at(CACHE)).equals(before)).toBe(true);
  });

  test('that CPython wrote are imported by us', async () => {
    scratch.write('mod.py', TEXTS);
    utimesSync(scratch.at('mod.py'), 1_600_000_000, 1_600_000_000);
    scratch.write(CACHE, await writtenByOracle(TEXTS, 1_600_000_000));
    edit('source', 'cached');
    const before = readFileSync(scratch.at(CACHE));
    expect(await inTaipan('mod.x, mod.f([1, 5], c=2), mod.C.y')).toBe(
      `cached ([1], (1.5, b'x', None, Ellipsis)) ${10n ** 30n}`,
    );
    expect(readFileSync(scratch.at(CACHE)).equals(before)).toBe(true);
  });

  test('have the same bytes', async () => {
    scratch.write('mod.py', TEXTS);
    utimesSync(scratch.at('mod.py'), 1_600_000_000, 1_600_000_000);
    await inTaipan('mod.x');
    const ours = readFileSync(scratch.at(CACHE));
    rmSync(scratch.at('__pycache__'), { recursive: true });
    // py_compile writes what a fresh process does, whatever this one has interned.
    const theirs = await runInOracle('import py_compile\nopen(py_compile.compile(file, "/tmp/mod.pyc"), "rb").read()', {
      file: scratch.at('mod.py'),
    });
    expect(Buffer.from(theirs).equals(ours)).toBe(true);
  });

  test('go stale for both', async () => {
    scratch.write('mod.py', TEXTS);
    await inTaipan('mod.x');
    writeFileSync(scratch.at('mod.py'), 'x = "changed by hand"\n');
    expect(await inOracle('mod.x')).toBe('changed by hand');
    writeFileSync(scratch.at('mod.py'), 'x = "again"\n');
    expect(await inTaipan('mod.x')).toBe('again');
  });
});

test('the example of the README', async () => {
  const example = path.resolve(import.meta.dirname, '../../examples/bytecode');
  cpSync(example, scratch.at('bytecode'), { recursive: true, filter: (file) => !file.includes('__pycache__') });
  const first = await runTaipan(['bytecode/main.py'], { cwd: scratch.directory });
  expect(first.stdout).toBe('Grüezi Zürich! (6 characters, 7 bytes)\nGrüße   ●●●\n🐍       ●●\n蛇       ●\n');
  expect(scratch.list('bytecode')).toEqual(['A', 'main.py']);
  expect(scratch.list('bytecode/A/__pycache__')).toEqual(['m.cpython-314.pyc']);
  expect(scratch.list('bytecode/A/B/__pycache__')).toEqual(['n.cpython-314.pyc']);
  expect((await runTaipan(['bytecode/main.py'], { cwd: scratch.directory })).stdout).toBe(first.stdout);
  for (const name of ['A/m', 'A/B/n']) {
    const [, folder, stem] = /^(.*)\/(\w+)$/.exec(name);
    const ours = readFileSync(scratch.at(`bytecode/${folder}/__pycache__/${stem}.cpython-314.pyc`));
    const theirs = await runInOracle('import py_compile\nopen(py_compile.compile(file, "/tmp/out.pyc"), "rb").read()', {
      file: scratch.at(`bytecode/${name}.py`),
    });
    expect(Buffer.from(theirs).equals(ours)).toBe(true);
  }
});
