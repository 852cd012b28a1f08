// `__pycache__`: when caches are written, reused, replaced and left alone.
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runTaipan } from '../support/taipan.mjs';
import { useScratch } from '../support/scratch.mjs';

const scratch = useScratch('import');
const TAG = 'cpython-314';
const CACHE = `__pycache__/mod.${TAG}.pyc`;
const isRoot = process.getuid?.() === 0;

async function run(args, { env, input } = {}) {
  const result = await runTaipan(args, { cwd: scratch.directory, env, input });
  expect({ stderr: result.stderr, status: result.status }).toEqual({ stderr: '', status: 0 });
  return result.stdout;
}

/** Sets a file's times, in seconds. */
const touch = (file, seconds) => utimesSync(scratch.at(file), seconds, seconds);
const bytes = (file) => readFileSync(scratch.at(file));
/** Flags, time and size of a header. */
const header = (file) => {
  const data = bytes(file);
  return {
    magic: data.readUInt32LE(0),
    flags: data.readUInt32LE(4),
    mtime: data.readUInt32LE(8),
    size: data.readUInt32LE(12),
  };
};

/** A module that says whether it is run from its source: its cache, when there, is edited to say otherwise. */
function editCache(file, from, to) {
  const data = bytes(file);
  const at = data.indexOf(from);
  expect(at).toBeGreaterThan(0);
  data.write(to, at, 'latin1');
  writeFileSync(scratch.at(file), data);
}

describe('writing', () => {
  test('an imported module is saved, the program is not', async () => {
    scratch.write('main.py', 'import mod, pack.inner\nprint(mod.x, mod.__cached__, mod.__file__)\n');
    scratch.write('mod.py', 'x = "source"\n');
    scratch.write('pack/inner.py', '');
    touch('mod.py', 1_600_000_000);
    expect(await run(['main.py'])).toBe(`source ${scratch.at(CACHE)} ${scratch.at('mod.py')}\n`);
    expect(scratch.list()).toEqual(['__pycache__', 'main.py', 'mod.py', 'pack']);
    expect(scratch.list('__pycache__')).toEqual([`mod.${TAG}.pyc`]);
    expect(scratch.list('pack/__pycache__')).toEqual([`inner.${TAG}.pyc`]);
    expect(header(CACHE)).toEqual({ magic: 0x0a0d0e2b, flags: 0, mtime: 1_600_000_000, size: 13 });
  });

  test.each([
    ['-B', ['-B'], {}],
    ['PYTHONDONTWRITEBYTECODE', [], { PYTHONDONTWRITEBYTECODE: '1' }],
  ])('%s writes nothing', async (_name, options, env) => {
    scratch.write('mod.py', 'print("run")\n');
    expect(await run([...options, '-c', 'import mod'], { env })).toBe('run\n');
    expect(scratch.list()).toEqual(['mod.py']);
  });

  test('sys.dont_write_bytecode writes nothing', async () => {
    scratch.write('mod.py', 'print("run")\n');
    scratch.write('other.py', '');
    await run([
      '-c',
      'import sys; sys.dont_write_bytecode = True; import mod; sys.dont_write_bytecode = False; import other',
    ]);
    expect(scratch.list('__pycache__')).toEqual([`other.${TAG}.pyc`]);
  });

  test('-O and -OO have files of their own', async () => {
    scratch.write('mod.py', 'def f():\n    "doc"\n    assert 0\nprint(f.__doc__, __debug__, __cached__[-9:])\n');
    expect(await run(['-c', 'import mod'])).toBe('doc True n-314.pyc\n');
    expect(await run(['-O', '-c', 'import mod'])).toBe('doc False opt-1.pyc\n');
    expect(await run(['-OO', '-c', 'import mod'])).toBe('None False opt-2.pyc\n');
    expect(scratch.list('__pycache__')).toEqual([`mod.${TAG}.opt-1.pyc`, `mod.${TAG}.opt-2.pyc`, `mod.${TAG}.pyc`]);
  });

  test('the mode follows that of the source', async () => {
    const mask = process.umask();
    for (const [mode, expected] of [
      [0o600, 0o600],
      [0o444, 0o644],
      [0o755, 0o644],
      [0o640, 0o640],
    ]) {
      scratch.write(`m${mode}.py`, '');
      scratch.chmod(`m${mode}.py`, mode);
      await run(['-c', `import m${mode}`]);
      expect(statSync(scratch.at(`__pycache__/m${mode}.${TAG}.pyc`)).mode & 0o777).toBe(expected & ~mask);
    }
  });

  test.skipIf(isRoot)('a directory that cannot be written to is no error', async () => {
    scratch.write('locked/mod.py', 'print("run")\n');
    scratch.chmod('locked', 0o555);
    expect(await run(['-c', 'import sys; sys.path.insert(0, "locked"); import mod'])).toBe('run\n');
    expect(scratch.list('locked')).toEqual(['mod.py']);
    scratch.chmod('locked', 0o755);
  });

  test('a __pycache__ that is a file is no error', async () => {
    scratch.write('mod.py', 'print("run")\n');
    scratch.write('__pycache__', 'in the way');
    expect(await run(['-c', 'import mod'])).toBe('run\n');
    expect(bytes('__pycache__').toString()).toBe('in the way');
  });

  test('nothing temporary is left, and what is saved is whole', async () => {
    scratch.write('mod.py', `${'x = [1, "text"]\n'.repeat(3000)}`);
    await Promise.all(Array.from({ length: 4 }, () => run(['-c', 'import mod; print(len(mod.__dict__) > 5)'])));
    expect(scratch.list('__pycache__')).toEqual([`mod.${TAG}.pyc`]);
    expect(await run(['-c', 'import mod; print(mod.x)'])).toBe("[1, 'text']\n");
  });

  test('a process that ends while it writes leaves the old file, and later ones are not disturbed', async () => {
    scratch.write('mod.py', 'x = "old"\n');
    await run(['-c', 'import mod']);
    const old = bytes(CACHE);
    scratch.write('mod.py', 'x = "newer"\n');
    for (const [name, status] of [
      ['replace', 7],
      ['write', 8],
    ]) {
      const source = `import io, os, posix\nposix.replace = lambda *a: os._exit(7)\nif "${name}" == "write":\n  import _frozen_importlib_external as e\n  e._io = type("io", (), dict(open=lambda *a: os._exit(8), open_code=io.open_code))\nimport mod`;
      const result = await runTaipan(['-c', source], { cwd: scratch.directory });
      expect({ stderr: result.stderr, status: result.status }).toEqual({ stderr: '', status });
      expect(bytes(CACHE).equals(old)).toBe(true);
    }
    expect(await run(['-c', 'import mod; print(mod.x)'])).toBe('newer\n');
    expect(bytes(CACHE).equals(old)).toBe(false);
  });

  test('a module that fails is saved all the same, one that does not compile is not', async () => {
    scratch.write('fails.py', '1/0\n');
    scratch.write('broken.py', 'x = = 1\n');
    await run(['-c', 'for name in ("fails", "broken"):\n  try: __import__(name)\n  except Exception as e: print(e)']);
    expect(scratch.list('__pycache__')).toEqual([`fails.${TAG}.pyc`]);
  });
});

describe('reuse', () => {
  test('a cache that fits is run and left as it is', async () => {
    scratch.write('mod.py', 'x = "source"\n');
    await run(['-c', 'import mod']);
    editCache(CACHE, 'source', 'cached');
    touch(CACHE, 1_000_000_000);
    expect(await run(['-c', 'import mod; print(mod.x)'])).toBe('cached\n');
    expect(statSync(scratch.at(CACHE)).mtimeMs).toBe(1_000_000_000_000);
  });

  test.each([
    ['a later time', () => touch('mod.py', 1_700_000_000)],
    ['an earlier time', () => touch('mod.py', 1_500_000_000)],
    [
      'another size',
      () => {
        writeFileSync(scratch.at('mod.py'), 'x = "source" \n');
        touch('mod.py', 1_600_000_000);
      },
    ],
  ])('%s of the source makes it stale', async (_name, change) => {
    scratch.write('mod.py', 'x = "source"\n');
    touch('mod.py', 1_600_000_000);
    await run(['-c', 'import mod']);
    editCache(CACHE, 'source', 'cached');
    expect(await run(['-c', 'import mod; print(mod.x)'])).toBe('cached\n');
    change();
    expect(await run(['-c', 'import mod; print(mod.x)'])).toBe('source\n');
    const { mtimeMs, size } = statSync(scratch.at('mod.py'));
    expect(header(CACHE)).toMatchObject({ mtime: Math.trunc(mtimeMs / 1000), size });
  });

  test.each([
    ['another magic number', (data) => Buffer.concat([Buffer.from([0x99, 0x0d]), data.subarray(2)])],
    ['a cut header', (data) => data.subarray(0, 9)],
    ['unknown flags', (data) => Buffer.concat([data.subarray(0, 4), Buffer.from([8, 0, 0, 0]), data.subarray(8)])],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('%s: compiled again and replaced', async (_name, damage) => {
    scratch.write('mod.py', 'x = "source"\n');
    await run(['-c', 'import mod']);
    const good = bytes(CACHE);
    writeFileSync(scratch.at(CACHE), damage(good));
    expect(await run(['-c', 'import mod; print(mod.x)'])).toBe('source\n');
    expect(bytes(CACHE).equals(good)).toBe(true);
  });

  test('a cut body is an error, as in CPython', async () => {
    scratch.write('mod.py', 'x = "source"\n');
    await run(['-c', 'import mod']);
    writeFileSync(scratch.at(CACHE), bytes(CACHE).subarray(0, 60));
    expect(await run(['-c', 'try: import mod\nexcept EOFError as e: print(e)'])).toBe('marshal data too short\n');
  });

  test('two starts make the same bytes', async () => {
    scratch.write('mod.py', 'def f(a, *, b={1, 2, 3}):\n    return a in {"x", "y", "z"}\n');
    await run(['-c', 'import mod']);
    const first = bytes(CACHE);
    writeFileSync(scratch.at(CACHE), '');
    await run(['-c', 'import mod'], { env: { PYTHONHASHSEED: '7' } });
    expect(bytes(CACHE).equals(first)).toBe(true);
  });
});

describe('other places', () => {
  test('PYTHONPYCACHEPREFIX and -X pycache_prefix mirror the tree', async () => {
    scratch.write('src/mod.py', 'x = 1\n');
    const inTree = `${scratch.directory}/src`.slice(1);
    for (const [options, env] of [
      [[], { PYTHONPYCACHEPREFIX: scratch.at('p1') }],
      [['-X', `pycache_prefix=${scratch.at('p2')}`], {}],
    ]) {
      await run([...options, '-c', 'import sys; sys.path.insert(0, "src"); import mod'], { env });
    }
    expect(scratch.list('src')).toEqual(['mod.py']);
    expect(scratch.list(`p1/${inTree}`)).toEqual([`mod.${TAG}.pyc`]);
    expect(scratch.list(`p2/${inTree}`)).toEqual([`mod.${TAG}.pyc`]);
  });

  test('a .pyc without source is imported, one in __pycache__ is not', async () => {
    scratch.write(
      'mod.py',
      'x = "source"\nimport sys\nprint(__file__[-7:], __cached__[-7:], type(__loader__).__name__)\n',
    );
    await run(['-c', 'import py_compile; py_compile.compile("mod.py", "lone.pyc"); py_compile.compile("mod.py")']);
    expect(await run(['-c', 'import lone; print(lone.x)'])).toBe('one.pyc one.pyc SourcelessFileLoader\nsource\n');
    scratch.write('gone.py', '');
    await run(['-c', 'import os, gone; os.remove("gone.py")']);
    expect(scratch.list('__pycache__')).toContain(`gone.${TAG}.pyc`);
    expect(await run(['-c', 'try: import gone\nexcept ImportError as e: print(e)'])).toBe("No module named 'gone'\n");
  });

  test('a damaged .pyc without source', async () => {
    scratch.write('mod.py', 'x = 1\n');
    await run(['-c', 'import py_compile; py_compile.compile("mod.py", "a.pyc")']);
    const good = bytes('a.pyc');
    scratch.write('magic.pyc', Buffer.concat([Buffer.from([0x99, 0x0d]), good.subarray(2)]));
    scratch.write('short.pyc', good.subarray(0, 9));
    scratch.write('cut.pyc', good.subarray(0, 30));
    scratch.write('flags.pyc', Buffer.concat([good.subarray(0, 4), Buffer.from([8, 0, 0, 0]), good.subarray(8)]));
    scratch.write('none.pyc', Buffer.concat([good.subarray(0, 16), Buffer.from('N')]));
    const source =
      'for n in ("magic", "short", "cut", "flags", "none"):\n  try: __import__(n)\n  except Exception as e: print(type(e).__name__, e)';
    expect(await run(['-c', source])).toBe(
      "ImportError bad magic number in 'magic': b'\\x99\\r\\r\\n'\n" +
        "EOFError reached EOF while reading pyc header of 'short'\n" +
        'EOFError marshal data too short\n' +
        "ImportError invalid flags 8 in 'flags'\n" +
        `ImportError Non-code object in '${scratch.at('none.pyc')}'\n`,
    );
  });
});

describe('hash-based caches', () => {
  const compile = (mode) =>
    run([
      '-c',
      `import py_compile; print(py_compile.compile("mod.py", invalidation_mode=py_compile.PycInvalidationMode.${mode}))`,
    ]);
  const imported = (...options) => run([...options, '-c', 'import mod; print(mod.x)']);

  test('the hash is in the header', async () => {
    scratch.write('mod.py', 'x=1\n');
    expect(await compile('CHECKED_HASH')).toBe(`${CACHE}\n`);
    expect(bytes(CACHE).subarray(0, 16).toString('hex')).toBe('2b0e0d0a0300000050ffcae5cfe8cfcc');
    await compile('UNCHECKED_HASH');
    expect(bytes(CACHE).subarray(0, 16).toString('hex')).toBe('2b0e0d0a0100000050ffcae5cfe8cfcc');
  });

  test('checked: the source decides, and a new one keeps the kind', async () => {
    scratch.write('mod.py', 'x = "source"\n');
    await compile('CHECKED_HASH');
    editCache(CACHE, 'source', 'cached');
    touch('mod.py', 1_000_000_000);
    expect(await imported()).toBe('cached\n');
    writeFileSync(scratch.at('mod.py'), 'x = "change"\n');
    expect(await imported('--check-hash-based-pycs', 'never')).toBe('cached\n');
    expect(await imported()).toBe('change\n');
    expect(header(CACHE).flags).toBe(3);
  });

  test('unchecked: taken as it is, unless all are checked', async () => {
    scratch.write('mod.py', 'x = "source"\n');
    await compile('UNCHECKED_HASH');
    writeFileSync(scratch.at('mod.py'), 'x = "change"\n');
    expect(await imported()).toBe('source\n');
    expect(await imported('--check-hash-based-pycs', 'always')).toBe('change\n');
    expect(header(CACHE).flags).toBe(1);
  });

  test('SOURCE_DATE_EPOCH makes py_compile check hashes, importing ignores it', async () => {
    scratch.write('mod.py', 'x = 1\n');
    scratch.write('other.py', '');
    const env = { SOURCE_DATE_EPOCH: '123456789' };
    await run(['-m', 'py_compile', 'mod.py'], { env });
    expect(header(CACHE).flags).toBe(3);
    await run(['-c', 'import other'], { env });
    expect(header(`__pycache__/other.${TAG}.pyc`).flags).toBe(0);
  });
});

describe('py_compile and compileall', () => {
  test('the commands', async () => {
    scratch.write('tree/a.py', 'x = 1\n');
    scratch.write('tree/sub/b.py', 'y = 2\n');
    expect(await run(['-m', 'compileall', '-q', 'tree'])).toBe('');
    expect(scratch.list('tree/sub/__pycache__')).toEqual([`b.${TAG}.pyc`]);
    scratch.write('tree/bad.py', 'x = = 1\n');
    const { stdout, stderr, status } = await runTaipan(['-m', 'compileall', 'tree'], { cwd: scratch.directory });
    expect(status).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toContain('***   File "tree/bad.py", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n');
    const failed = await runTaipan(['-m', 'py_compile', 'tree/bad.py'], { cwd: scratch.directory });
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('SyntaxError: invalid syntax');
  });

  test('-B does not stop py_compile; a link is refused', async () => {
    scratch.write('mod.py', 'x = 1\n');
    await run(['-B', '-m', 'py_compile', 'mod.py']);
    expect(scratch.list('__pycache__')).toEqual([`mod.${TAG}.pyc`]);
    const source =
      'import os, py_compile\nos.symlink("mod.py", "link.pyc")\ntry: py_compile.compile("mod.py", "link.pyc")\nexcept FileExistsError as e: print(e)';
    expect(await run(['-c', source])).toBe(
      'link.pyc is a symlink and will be changed into a regular file if import writes a byte-compiled file to it\n',
    );
  });
});

test('-v tells of caches as CPython does', async () => {
  scratch.write('mod.py', 'x = 1\n');
  touch('mod.py', 1_600_000_000);
  const messages = async (...options) => {
    const { stderr } = await runTaipan(['-v', ...options, '-c', 'import mod'], { cwd: scratch.directory });
    return stderr
      .split('\n')
      .filter((line) => line.includes('mod.') && !line.startsWith('# cleanup'))
      .map((line) => line.replaceAll(scratch.directory, 'HERE').replace(/0x[0-9a-f]+/, '0x0'));
  };
  const cache = `HERE/${CACHE}`;
  expect(await messages()).toEqual(['# code object from HERE/mod.py', `# created '${cache}'`]);
  expect(await messages()).toEqual([`# ${cache} matches HERE/mod.py`, `# code object from '${cache}'`]);
  touch('mod.py', 1_600_000_001);
  expect(await messages('-B')).toEqual(
    [`# bytecode is stale for 'mod'`, '# code object from HERE/mod.py'].filter((line) => line.includes('mod.')),
  );
});
