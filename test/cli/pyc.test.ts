// The `pyc` command, on files in memory.
import { describe, expect, it } from 'vitest';
import { runPycCommand } from '../../src/cli/pyc-command.ts';
import { createMemoryHost } from '../../src/host/memory/index.ts';
import { pycOf } from '../support/library.mjs';

async function run(...argv: string[]) {
  const pyc = (await pycOf('def f(x): return x + 1')) as Uint8Array;
  const host = createMemoryHost({
    argv,
    cwd: '/d',
    files: {
      '/d/m.cpython-314.pyc': pyc,
      '/d/cut.pyc': pyc.subarray(0, 100),
      '/d/old.cpython-36.pyc': Uint8Array.of(0x33, 13, 13, 10, 1, 0, 0, 0, 2, 0, 0, 0, 0x63),
      '/d/hash.pyc': Uint8Array.of(0x2b, 14, 13, 10, 3, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8),
      '/d/text': 'hello',
    },
  });
  return { status: runPycCommand(host), output: host.outputText(), errors: host.errorText() };
}

describe('pyc', () => {
  it('identifies files', async () => {
    const { status, output, errors } = await run('identify', 'old.cpython-36.pyc', 'm.cpython-314.pyc', 'text');
    expect({ status, errors }).toEqual({ status: 1, errors: '' });
    expect(output.split('\n')).toEqual([
      'old.cpython-36.pyc: python 3.6 byte-compiled, source of 1970-01-01 00:00:01 UTC, 2 bytes',
      expect.stringMatching(/^m\.cpython-314\.pyc: python 3\.14 byte-compiled, source of 20.*, 22 bytes$/),
      'text: data (not byte-compiled Python)',
      '',
    ]);
    expect((await run('identify', 'old.cpython-36.pyc')).status).toBe(0);
  });

  it('shows headers and code', async () => {
    const { output, status } = await run('show', 'm.cpython-314.pyc');
    expect(status).toBe(0);
    expect(output).toMatch(/^Magic number: +3627 \(CPython 3\.14\)\nChecked by: +time and size of the source\n/);
    expect(output).toMatch(/\n {2}Code object f\n {2}co_name: +f\n/);
  });

  it('disassembles', async () => {
    const { output } = await run('dis', '-O', 'm.cpython-314.pyc');
    expect(output).toMatch(/RESUME {19}0\n/);
    expect(output).toContain('Disassembly of <code object f at 0x');
  });

  it('complains in a line, and goes on', async () => {
    const { status, output, errors } = await run('show', 'none', 'text', 'cut.pyc', 'hash.pyc', 'old.cpython-36.pyc');
    expect(status).toBe(1);
    expect(errors.split('\n')).toEqual([
      'pyc: none: No such file or directory',
      'pyc: text: bad magic number: 68 65 6c 6c (at byte 0)',
      'pyc: cut.pyc: marshal data too short (at byte 82)',
      'pyc: hash.pyc: EOF read where object expected (at byte 16)',
      'pyc: old.cpython-36.pyc: marshal data too short (at byte 13)',
      '',
    ]);
    expect(output).toBe('');
  });

  it('explains itself', async () => {
    expect((await run('--help')).output).toMatch(/^usage: pyc identify/);
    expect(await run('frobnicate', 'x')).toMatchObject({ status: 2, output: '' });
    expect((await run()).errors).toMatch(/^pyc: a command is needed\n/);
    expect((await run('dis', '-x', 'f')).errors).toMatch(/^pyc: unknown option -x\n/);
    expect((await run('dis')).errors).toMatch(/^pyc: a file is needed\n/);
  });
});
