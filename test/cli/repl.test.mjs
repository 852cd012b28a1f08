// The interactive interpreter, through a pipe and, where `script` is there, on a terminal.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { nodeOptions, runProcess, runTaipan, taipanFile } from '../support/taipan.mjs';

/** Lines typed into `taipan -i -q`. */
function typed(lines, args = []) {
  return runTaipan(['-i', '-q', ...args], { input: lines });
}

describe('through a pipe', () => {
  test('values are shown, prompts go to standard error', async () => {
    expect(await typed('1 + 1\n"ä"\nNone\n_ * 2\n')).toMatchObject({
      stdout: "2\n'ä'\n'ää'\n",
      stderr: '>>> >>> >>> >>> >>> \n',
      status: 0,
    });
  });

  test('a banner without -q', async () => {
    const { stdout, stderr } = await runTaipan(['-i'], { input: '' });
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^Python 3\.14\.\d+ [^]*\nType "help", "copyright", "credits" or "license" for more information\.\n>>> \n$/,
    );
  });

  test('blocks end with an empty line, brackets and strings go on', async () => {
    const { stdout, stderr } = await typed(
      'if 1:\n  print("in")\n  print("side")\n\nx = [1,\n2]\nx\n"""a\nb"""\n@str\ndef f(): pass\n\nf[:9]\n',
    );
    expect(stdout).toBe("in\nside\n[1, 2]\n'a\\nb'\n'<function'\n");
    expect(stderr).toBe('>>> ... ... ... >>> ... >>> >>> ... >>> ... ... >>> >>> \n');
  });

  test('errors do not end it', async () => {
    const { stdout, stderr, status } = await typed('y\n1/0\ndef f():\n  return (1/0\n  )\n\nf()\n5\n');
    expect(stdout).toBe('5\n');
    expect(stderr).toBe(
      '>>> Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n    y\nNameError: name \'y\' is not defined\n' +
        '>>> Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n    1/0\n    ~^~\nZeroDivisionError: division by zero\n' +
        '>>> ... ... ... >>> Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n    f()\n    ~^^\n  File "<stdin>", line 2, in f\n' +
        '    return (1/0\n            ~^~\nZeroDivisionError: division by zero\n>>> >>> \n',
    );
    expect(status).toBe(0);
  });

  test('a syntax error', async () => {
    const { stdout, stderr } = await typed('x = = 1\nx 1\n3\n');
    expect(stdout).toBe('3\n');
    expect(stderr).toBe(
      '>>>   File "<stdin>", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n' +
        '>>>   File "<stdin>", line 1\n    x 1\n      ^\nSyntaxError: invalid syntax\n>>> >>> \n',
    );
  });

  test('exit() and SystemExit end it', async () => {
    expect(await typed('exit(3)\nprint(1)\n')).toMatchObject({ stdout: '', status: 3 });
    expect(await typed('raise SystemExit("why")\n')).toMatchObject({ stderr: '>>> why\n', status: 1 });
  });

  test('prompts can be changed', async () => {
    const { stdout, stderr } = await typed(
      'import sys\nsys.ps1 = "A"\nsys.ps2 = "B"\n(1,\n2)\nsys.displayhook = lambda v: print("shown", v)\n7\n',
    );
    expect(stdout).toBe('(1, 2)\nshown 7\n');
    expect(stderr).toBe('>>> >>> AABAAA\n');
  });

  test('-i goes on after a program, also a failed one', async () => {
    expect(await typed('x\n', ['-c', 'x = 5'])).toMatchObject({ stdout: '5\n', stderr: '>>> >>> \n', status: 0 });
    const failed = await typed('import sys\nsys.last_value\n', ['-c', '1/0']);
    expect(failed.stdout).toBe("ZeroDivisionError('division by zero')\n");
    expect(failed.stderr).toMatch(/^Traceback[^]*ZeroDivisionError: division by zero\n>>> >>> >>> \n$/);
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;

describe.runIf(hasScript)('on a terminal', () => {
  test('prompts, results, the end of input', async () => {
    const command = [process.execPath, ...nodeOptions, taipanFile, '-q'].map((word) => `'${word}'`).join(' ');
    const { stdout } = await runProcess('script', ['-qec', command, '/dev/null'], {
      input: '1 + 1\nfor i in range(2):\n  i\n\n1/0\nexit(3)\n',
      env: { TERM: 'dumb' },
    });
    const text = stdout.replaceAll(/\r|\u001b\[K/g, '');
    expect(text).toMatch(/>>> (>>> )?1 \+ 1\n+2\n>>> /);
    expect(text).toContain('\n0\n1\n');
    expect(text).toContain('ZeroDivisionError: division by zero');
    expect(text).toContain('... ');
  });
});
