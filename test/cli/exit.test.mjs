// How a program ends: statuses, what SystemExit says, atexit, uncaught exceptions.
import { describe, expect, test } from 'vitest';
import { runTaipan } from '../support/taipan.mjs';

const ZERO = (source, caret) =>
  `Traceback (most recent call last):\n  File "<string>", line 1, in <module>\n    ${source}\n    ${caret}\nZeroDivisionError: division by zero\n`;

describe('SystemExit', () => {
  test.each([
    ['raise SystemExit', 0, ''],
    ['raise SystemExit(None)', 0, ''],
    ['raise SystemExit(3)', 3, ''],
    ['raise SystemExit(257)', 1, ''],
    ['raise SystemExit(-1)', 255, ''],
    ['raise SystemExit(2**70)', 255, ''],
    ['raise SystemExit(True)', 1, ''],
    ['raise SystemExit("text ä")', 1, 'text ä\n'],
    ['raise SystemExit(3.5)', 1, '3.5\n'],
    ['raise SystemExit(1, 2)', 1, '(1, 2)\n'],
    ['raise SystemExit(())', 1, '()\n'],
    ['import sys; sys.exit()', 0, ''],
    ['import sys; sys.exit("bye")', 1, 'bye\n'],
    ['exit(4)', 4, ''],
    ['quit("q")', 1, 'q\n'],
    ['import os; os._exit(7)', 7, ''],
    ['class Mine(SystemExit): code = 6\nraise Mine', 6, ''],
    ['import sys\ntry:\n  sys.exit(1)\nfinally:\n  sys.exit(2)', 2, ''],
    ['import atexit, sys; atexit.register(lambda: sys.exit(5)); sys.exit(2)', 2, null],
  ])('%s', async (source, status, stderr) => {
    const result = await runTaipan(['-c', source]);
    expect(result.status).toBe(status);
    expect(result.stdout).toBe('');
    if (stderr !== null) expect(result.stderr).toBe(stderr);
  });
});

test('an uncaught exception', async () => {
  expect(await runTaipan(['-c', '1/0'])).toMatchObject({ stdout: '', stderr: ZERO('1/0', '~^~'), status: 1 });
});

test('KeyboardInterrupt', async () => {
  const { stderr, signal } = await runTaipan(['-c', 'raise KeyboardInterrupt']);
  expect(stderr).toBe(
    'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\n    raise KeyboardInterrupt\nKeyboardInterrupt\n',
  );
  // The process ends by the signal, so that a shell sees why. @cpython Modules/main.c exit_sigint
  expect(signal).toBe('SIGINT');
});

test('atexit functions run last, in reverse, and their exceptions are shown', async () => {
  const source =
    'import atexit\natexit.register(print, "first")\natexit.register(print, "second", end="!\\n")\nprint("body")';
  expect(await runTaipan(['-c', source])).toMatchObject({ stdout: 'body\nsecond!\nfirst\n', stderr: '', status: 0 });
  const bad = await runTaipan(['-c', 'import atexit; atexit.register(lambda: 1/0); print(1)']);
  expect(bad).toMatchObject({ stdout: '1\n', status: 0 });
  expect(bad.stderr).toMatch(
    /^Exception ignored in atexit callback <function <lambda> at 0x[0-9a-f]+>:\nTraceback \(most recent call last\):\n/,
  );
  expect(bad.stderr).toMatch(/ZeroDivisionError: division by zero\n$/);
});

test('output is flushed before the traceback and at the end', async () => {
  expect(await runTaipan(['-c', 'print("out", end=""); 1/0'])).toMatchObject({ stdout: 'out', status: 1 });
  expect(await runTaipan(['-c', 'import sys; sys.stdout.write("x" * 100000)'])).toMatchObject({
    stdout: 'x'.repeat(100_000),
    status: 0,
  });
});

test('sys.excepthook that is missing or fails', async () => {
  const missing = await runTaipan(['-c', 'import sys; del sys.excepthook; 1/0']);
  expect(missing.stderr).toMatch(/^sys\.excepthook is missing\nTraceback/);
  expect(missing.status).toBe(1);
  const failing = await runTaipan([
    '-c',
    'import sys\ndef hook(*a): raise ValueError("hook")\nsys.excepthook = hook\n1/0',
  ]);
  expect(failing.stderr).toMatch(
    /^Error in sys\.excepthook:\nTraceback[^]*ValueError: hook\n\nOriginal exception was:\nTraceback[^]*ZeroDivisionError: division by zero\n$/,
  );
  expect(failing.status).toBe(1);
});

test('standard input is read', async () => {
  const source =
    'import sys\nprint(input("? "), sys.stdin.readline(), [line for line in sys.stdin])\ntry:\n  input()\nexcept EOFError as e:\n  print(e)';
  expect(await runTaipan(['-c', source], { input: 'eins ä\nzwei\ndrei\nvier' })).toMatchObject({
    stdout: "? eins ä zwei\n ['drei\\n', 'vier']\nEOF when reading a line\n",
    stderr: '',
    status: 0,
  });
});
