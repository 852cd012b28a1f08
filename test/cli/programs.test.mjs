// The ways to name a program, and programs that cannot be run.
import { closeSync, openSync, writeSync } from 'node:fs';
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { runTaipan } from '../support/taipan.mjs';
import { useScratch } from '../support/scratch.mjs';

const scratch = useScratch('cli');
const run = (args, options) => runTaipan(args, { cwd: scratch.directory, ...options });
const TELL =
  'import sys\nprint(__name__, sys.argv, __file__ if "__file__" in globals() else None, sys.path[0], __package__)\n';
const isRoot = process.getuid?.() === 0;

/** Expects this and nothing else. */
async function expectRun(args, expected, options) {
  expect(await run(args, options)).toEqual({ stdout: '', stderr: '', status: 0, signal: null, ...expected });
}

describe('a program is', () => {
  test('a file', async () => {
    const file = scratch.write('dir/prog.py', TELL);
    await expectRun(['dir/prog.py', '-x', 'a'], {
      stdout: `__main__ ['dir/prog.py', '-x', 'a'] ${file} ${scratch.at('dir')} None\n`,
    });
  });

  test('a command', async () => {
    await expectRun(['-c', TELL, '1', '-c', '2'], { stdout: `__main__ ['-c', '1', '-c', '2'] None  None\n` });
    await expectRun(['-c', '\n   print(1)\n   if 1:\n       print(2)'], { stdout: '1\n2\n' });
  });

  test('a module', async () => {
    const file = scratch.write('mod.py', TELL);
    await expectRun(['-m', 'mod', 'a'], { stdout: `__main__ ['${file}', 'a'] ${file} ${scratch.directory} \n` });
    const main = scratch.write('pack/__main__.py', TELL);
    scratch.write('pack/__init__.py', 'print("init", __name__)\n');
    await expectRun(['-m', 'pack'], { stdout: `init pack\n__main__ ['${main}'] ${main} ${scratch.directory} pack\n` });
    const inner = scratch.write('pack/inner.py', 'from . import __name__ as p\nprint(p, __package__, __spec__.name)\n');
    await expectRun(['-m', 'pack.inner'], { stdout: 'init pack\npack pack pack.inner\n' });
    expect(inner).toBeTruthy();
  });

  test('a directory or a zip with __main__.py', async () => {
    const main = scratch.write('dir/__main__.py', TELL);
    await expectRun(['dir', 'a'], { stdout: `__main__ ['dir', 'a'] ${main} ${scratch.at('dir')} \n` });
    scratch.write(
      'app.zip',
      zipSync({ '__main__.py': strToU8(`import helper\n${TELL}`), 'helper.py': strToU8('print(__file__)') }),
    );
    const zip = scratch.at('app.zip');
    await expectRun(['app.zip', 'b'], {
      stdout: `${zip}/helper.py\n__main__ ['app.zip', 'b'] ${zip}/__main__.py ${zip} \n`,
    });
  });

  test('standard input', async () => {
    await expectRun([], { stdout: `__main__ [''] <stdin>  None\n` }, { input: TELL });
    await expectRun(['-', 'a'], { stdout: `__main__ ['-', 'a'] <stdin>  None\n` }, { input: TELL });
    await expectRun([], {});
    await expectRun(
      [],
      {
        stderr:
          'Traceback (most recent call last):\n  File "<stdin>", line 2, in <module>\nZeroDivisionError: division by zero\n',
        stdout: '1\n',
        status: 1,
      },
      { input: 'print(1)\n1/0\n' },
    );
  });

  test('a .pyc file', async () => {
    scratch.write('prog.py', TELL);
    await expectRun(['-c', 'import py_compile; py_compile.compile("prog.py", "out.pyc")'], {});
    await expectRun(['out.pyc', 'a'], {
      stdout: `__main__ ['out.pyc', 'a'] ${scratch.at('out.pyc')} ${scratch.directory} None\n`,
    });
    expect(scratch.list()).toEqual(['out.pyc', 'prog.py']);
  });

  test('a text without a line end, with CRLF or CR, with a mark, in Latin-1, with its first line skipped', async () => {
    const bytes = (text) => Buffer.from(text, 'latin1');
    scratch.write('a.py', 'print("no newline")');
    scratch.write('b.py', 'def f():\r\n    return "a\\\r\nb"\r\nprint(f())\r\n');
    scratch.write('c.py', 'x = 1\rprint(x)\r');
    scratch.write('d.py', '\ufeffprint("ä")\n');
    scratch.write('e.py', bytes('# -*- coding: latin-1 -*-\nprint("\xe4\xff")\n'));
    scratch.write('f.py', 'this is not Python\nimport sys\nprint(sys._getframe().f_lineno)\n');
    scratch.write('g.py', '');
    scratch.write('h.py', '#!/bin/anything -x\nprint("after")\n');
    scratch.write('i.py', bytes('# \xff\n'));
    await expectRun(['a.py'], { stdout: 'no newline\n' });
    await expectRun(['b.py'], { stdout: 'ab\n' });
    await expectRun(['c.py'], { stdout: '1\n' });
    await expectRun(['d.py'], { stdout: 'ä\n' });
    await expectRun(['e.py'], { stdout: 'äÿ\n' });
    await expectRun(['-x', 'f.py'], { stdout: '3\n' });
    await expectRun(['g.py'], {});
    await expectRun(['h.py'], { stdout: 'after\n' });
  });
});

describe('a program that cannot be run', () => {
  test('is missing, a directory without __main__, unreadable', async () => {
    await expectRun(['no.py'], {
      stderr: `taipan: can't open file '${scratch.at('no.py')}': [Errno 2] No such file or directory\n`,
      status: 2,
    });
    scratch.write('empty/x', '');
    const empty = await run(['empty']);
    expect(empty.stderr).toMatch(/: can't find '__main__' module in '/);
    expect(empty.stderr).toContain(`'${scratch.at('empty')}'\n`);
    expect(empty.status).toBe(1);
    if (isRoot) return;
    scratch.write('secret.py', 'print(1)');
    scratch.chmod('secret.py', 0);
    await expectRun(['secret.py'], {
      stderr: `taipan: can't open file '${scratch.at('secret.py')}': [Errno 13] Permission denied\n`,
      status: 2,
    });
  });

  test('is a module that is not there', async () => {
    const { stderr, status } = await run(['-m', 'no_such_module']);
    expect(stderr).toMatch(/: No module named no_such_module\n$/);
    expect(status).toBe(1);
    const inner = await run(['-m', 'os.nope']);
    expect(inner.stderr).toMatch(
      /: Error while finding module specification for 'os\.nope' \(ModuleNotFoundError: __path__ attribute not found on 'os' while trying to find 'os\.nope'\)\n$/,
    );
    expect(inner.status).toBe(1);
    scratch.write('pack/__init__.py', '');
    expect((await run(['-m', 'pack'])).stderr).toMatch(
      /: No module named pack\.__main__; 'pack' is a package and cannot be directly executed\n$/,
    );
  });

  test.each([
    [
      'bad bytes',
      'x = 1\ny = 2\n# \xe4\ns = "\xff"\n',
      /SyntaxError: Non-UTF-8 code starting with '\\x(e4|ff)' .*but no encoding declared; see https:\/\/peps\.python\.org\/pep-0263\/ for details\n$/,
    ],
    [
      'a null byte',
      'x = 1\0\n',
      /^ {2}File "FILE", line 1\n {4}x = 1\n( +\^\n)?SyntaxError: source code cannot contain null bytes\n$/,
    ],
    [
      'an unknown encoding',
      '# coding: nosuch\nprint(1)\n',
      /^ {2}File "FILE", line 0\nSyntaxError: unknown encoding: nosuch\n$/,
    ],
    [
      'a mark and another encoding',
      '\xef\xbb\xbf# coding: latin-1\nprint(1)\n',
      /SyntaxError: encoding problem: (latin-1|iso-8859-1) with BOM\n$/,
    ],
    [
      'an unfinished string',
      'print("abc\n',
      /^ {2}File "FILE", line 1\n {4}print\("abc\n {10}\^\nSyntaxError: unterminated string literal \(detected at line 1\)\n$/,
    ],
    [
      'an unclosed bracket',
      'x = (1,\n',
      /^ {2}File "FILE", line 1\n {4}x = \(1,\n {8}\^\nSyntaxError: '\(' was never closed\n$/,
    ],
    [
      'an unfinished block',
      'def f():\n',
      /IndentationError: expected an indented block after function definition on line 1\n$/,
    ],
  ])('has %s', async (_name, text, expected) => {
    const file = scratch.write('bad.py', Buffer.from(text, 'latin1'));
    const { stdout, stderr, status } = await run(['bad.py']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr.replaceAll(file, 'FILE')).toMatch(expected);
  });
});

describe('a bad .pyc file', () => {
  /** Makes a good one and changes it. */
  async function damaged(change) {
    scratch.write('prog.py', 'def f(a):\n    return [a, "text", 1.5, 10**20]\nprint(f(1))\n');
    await expectRun(['-c', 'import py_compile; py_compile.compile("prog.py", "prog.pyc")'], {});
    const { readFileSync } = await import('node:fs');
    scratch.write('bad.pyc', change(readFileSync(scratch.at('prog.pyc'))));
    return run(['bad.pyc']);
  }
  const EOF = 'EOFError: EOF read where not expected\n';
  const BAD_CODE = 'RuntimeError: Bad code object in .pyc file\n';
  test.each([
    ['is empty', () => Buffer.alloc(0), EOF],
    ['is two bytes long', (good) => good.subarray(0, 2), EOF],
    ['is shorter than a header', (good) => good.subarray(0, 10), EOF],
    ['is nothing but a header', (good) => good.subarray(0, 16), BAD_CODE],
    ['is cut in the code', (good) => good.subarray(0, good.length - 20), BAD_CODE],
    [
      'is of another Python',
      (good) => Buffer.concat([Buffer.from([0x99, 0x0d, 13, 10]), good.subarray(4)]),
      'RuntimeError: Bad magic number in .pyc file\n',
    ],
    ['holds no code', (good) => Buffer.concat([good.subarray(0, 16), Buffer.from('N')]), BAD_CODE],
    ['holds a null object', (good) => Buffer.concat([good.subarray(0, 16), Buffer.from('0')]), BAD_CODE],
    ['holds an unknown type', (good) => Buffer.concat([good.subarray(0, 16), Buffer.from('?')]), BAD_CODE],
    [
      'says a size that is not there',
      (good) => Buffer.concat([good.subarray(0, 37), Buffer.from('s\xff\xff\xff\x7f', 'latin1'), good.subarray(42)]),
      BAD_CODE,
    ],
    [
      'is random',
      (good) =>
        Buffer.concat([good.subarray(0, 16), Buffer.from(Array.from({ length: 200 }, (_, i) => (i * 73) & 255))]),
      BAD_CODE,
    ],
  ])('%s', async (_name, change, message) => {
    expect(await damaged(change)).toEqual({ stdout: '', stderr: message, status: 1, signal: null });
  });
});

test('output to a closed pipe ends the program without a host stack trace', async () => {
  const { stderr, status } = await run([
    '-c',
    'import sys, os\nos.close(1)\ntry:\n    print("x", flush=True)\nexcept OSError as e:\n    sys.stderr.write(str(e.errno))',
  ]);
  expect(stderr).toMatch(/^9/);
  expect([0, 120]).toContain(status);
});

test('a full file is read', async () => {
  const file = scratch.at('large.py');
  const fd = openSync(file, 'w');
  for (let i = 0; i < 20_000; i++) writeSync(fd, `x${i} = ${i}\n`);
  writeSync(fd, 'print(x19999)\n');
  closeSync(fd);
  await expectRun(['large.py'], { stdout: '19999\n' });
});
