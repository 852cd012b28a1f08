// The subcommands of `pyc`, on files in memory.
import { describe, expect, it } from 'vitest';
import { runCompilerCommand } from '../../src/cli/pyc-compiler.ts';
import { runPycCommand } from '../../src/cli/pyc-command.ts';
import { createMemoryHost } from '../../src/host/memory/index.ts';
import { readHeader, readPyc } from '../../src/pyc/index.ts';
import { pycOf } from '../golden/golden.mjs';

const golden = (version: string, name = 'common'): Uint8Array => pycOf(version, name) as Uint8Array;

function hostOf(argv: string[], files: Record<string, string | Uint8Array>) {
  return createMemoryHost({ argv, cwd: '/d', files });
}

function run(argv: string[], files: Record<string, string | Uint8Array>) {
  const host = hostOf(argv, files);
  return { status: runPycCommand(host), output: host.outputText(), errors: host.errorText(), host };
}

async function runCompiler(argv: string[], files: Record<string, string | Uint8Array>) {
  const host = hostOf(argv, files);
  return { status: await runCompilerCommand(host), output: host.outputText(), errors: host.errorText(), host };
}

describe('pyc identify', () => {
  const files = {
    '/d/a/__pycache__/x.cpython-37.opt-2.pyc': golden('3.7'),
    '/d/a/__pycache__/y.cpython-310.pyc': golden('3.7'),
    '/d/a/old.pyo': golden('2.7'),
    '/d/a/source.py': 'x = 1',
    '/d/short.pyc': golden('3.12').subarray(0, 10),
    '/d/hash.pyc': Uint8Array.of(0x2b, 14, 13, 10, 1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8),
  };

  it('goes through directories', () => {
    const { output, status } = run(['identify', 'a'], files);
    expect(status).toBe(0);
    expect(output.split('\n')).toEqual([
      expect.stringMatching(
        /^a\/__pycache__\/x.*: python 3\.7 byte-compiled, source of 2017-07-14 02:40:00 UTC, \d+ bytes, optimized \(opt-2\)$/,
      ),
      expect.stringMatching(/^a\/__pycache__\/y.*, but its name says cpython-310$/),
      'a/old.pyo: python 2.7 byte-compiled, source of 2017-07-14 02:40:00 UTC, optimized',
      '',
    ]);
  });

  it('takes patterns', () => {
    expect(run(['identify', 'a/**/*.pyc'], files).output.split('\n')).toHaveLength(3);
    expect(run(['identify', 'a/*.py[co]'], files).output).toMatch(/^a\/old\.pyo: .*\n$/);
    expect(run(['identify', 'none*'], files)).toMatchObject({
      status: 1,
      errors: 'pyc: none*: No such file or directory\n',
    });
  });

  it('says what is wrong', () => {
    const { output, status } = run(['identify', 'short.pyc', 'hash.pyc', 'a/source.py'], files);
    expect(status).toBe(1);
    expect(output.split('\n')).toEqual([
      'short.pyc: python 3.12 byte-compiled, reached EOF while reading pyc header',
      'hash.pyc: python 3.14 byte-compiled, unchecked source hash 0102030405060708',
      'a/source.py: data (not byte-compiled Python)',
      '',
    ]);
  });

  it('writes JSON', () => {
    const [first] = JSON.parse(
      run(['identify', '--json', 'a/__pycache__/x.cpython-37.opt-2.pyc'], files).output,
    ) as unknown[];
    expect(first).toMatchObject({
      version: '3.7',
      magic: 3394,
      checkedBy: 'timestamp',
      mtime: 1500000000,
      optimization: '2',
    });
    expect(first).toMatchObject({ cacheTag: 'cpython-37', isTagRight: true, isPyc: true });
  });
});

describe('pyc dis and show', () => {
  it('know every version', () => {
    const files = { '/d/a.pyc': golden('2.7'), '/d/b.pyc': golden('3.10') };
    expect(run(['dis', 'a.pyc'], files).output).not.toContain('Disassembly of');
    expect(run(['dis', '-r', 'a.pyc'], files).output).toContain('Disassembly of <code object Stack at 0x');
    const { output } = run(['show', 'a.pyc', 'b.pyc'], files);
    expect(output).toMatch(/^a\.pyc:\nMagic number: +62211 \(CPython 2\.7\)\n/);
    expect(output).toMatch(/\n {2}Code object counter\n/);
    expect(output).toContain('co_posonlyargcount');
  });

  it('write JSON', () => {
    const { output } = run(['dis', '--json', 'm.pyc'], { '/d/m.pyc': golden('3.13') });
    const [file] = JSON.parse(output) as { version: string; codes: { path: string; instructions: object[] }[] }[];
    expect(file!.version).toBe('3.13');
    expect(file!.codes.map(({ path }) => path)).toContain('Stack.push');
    expect(file!.codes[0]!.instructions[0]).toMatchObject({ name: 'RESUME', argument: 0, offset: 0 });
  });

  it('colour on demand', () => {
    const { output } = run(['dis', '--color', 'always', 'm.pyc'], { '/d/m.pyc': golden('3.13') });
    expect(output).toContain('\x1b[1;34mLOAD_CONST\x1b[0m');
    // oxlint-disable-next-line no-control-regex -- colours are control sequences
    const plain = output.replace(/\x1b\[[\d;]*m/g, '');
    expect(plain).toBe(run(['dis', 'm.pyc'], { '/d/m.pyc': golden('3.13') }).output);
  });
});

describe('pyc diff', () => {
  it('finds nothing between a file and itself', () => {
    const files = { '/d/a.pyc': golden('3.9'), '/d/b.pyc': golden('3.9') };
    expect(run(['diff', 'a.pyc', 'b.pyc'], files)).toMatchObject({ status: 0, output: '', errors: '' });
  });

  it('compares versions', () => {
    const { status, output } = run(['diff', 'a.pyc', 'b.pyc'], {
      '/d/a.pyc': golden('3.9'),
      '/d/b.pyc': golden('3.10'),
    });
    expect(status).toBe(1);
    expect(output).toMatch(/^- a\.pyc \(python 3\.9\)\n\+ b\.pyc \(python 3\.10\)\n<module>\n/);
    expect(output).toMatch(/\n {4}\+ +\d+ GEN_START 0\n/);
  });

  it('fails as diff does', () => {
    expect(run(['diff', 'a', 'b'], { '/d/x': '' })).toMatchObject({
      status: 2,
      errors: 'pyc: a: No such file or directory\n',
    });
    expect(run(['diff', 'a'], { '/d/x': '' }).status).toBe(2);
  });
});

describe('pyc compile', () => {
  const sources = {
    '/d/p/a.py': 'x = 1\nassert x\n',
    '/d/p/q/b.py': '"doc"\n',
    '/d/p/bad.py': 'x = (\n',
    '/d/p/note.txt': '',
  };

  it('compiles directories, and goes on after a bad file', async () => {
    const { status, errors, host } = await runCompiler(['compile', 'p'], sources);
    expect(status).toBe(1);
    expect(errors).toBe("pyc: p/bad.py:1:5: SyntaxError: '(' was never closed\n");
    const { header, code } = readPyc(host.fs.readFile('/d/p/__pycache__/a.cpython-314.pyc'));
    expect(header.validation).toMatchObject({ kind: 'timestamp', sourceSize: 15 });
    expect(code.co_filename).toBe('p/a.py');
    expect(host.fs.tryStat('/d/p/q/__pycache__/b.cpython-314.pyc')).toBeDefined();
    expect(host.fs.tryStat('/d/p/__pycache__/bad.cpython-314.pyc')).toBeUndefined();
  });

  it('writes a mirrored tree at several levels, with other names in the code', async () => {
    const argv = [
      'compile',
      '-q',
      '-o',
      'out',
      '--optimize=0,2',
      '--strip-prefix',
      'p',
      '--prepend-prefix',
      '/usr',
      'p/a.py',
      'p/q',
    ];
    const { status, host } = await runCompiler(argv, sources);
    expect(status).toBe(0);
    expect(
      host.fs
        .readdir('/d/out')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['a.opt-2.pyc', 'a.pyc', 'b.opt-2.pyc', 'b.pyc']);
    expect(readPyc(host.fs.readFile('/d/out/b.pyc')).code.co_filename).toBe('/usr/q/b.py');
  });

  it('makes hash-checked files for a reproducible build', async () => {
    const { host } = await runCompiler(['compile', '--source-date-epoch', '0', 'p/a.py'], sources);
    expect(readHeader(host.fs.readFile('/d/p/__pycache__/a.cpython-314.pyc')).validation.kind).toBe('checked-hash');
  });

  it('refuses what would overwrite itself, and wrong options', async () => {
    const both = { '/d/p/a.py': '', '/d/r/a.py': '' };
    expect((await runCompiler(['compile', '-o', 'out', 'p', 'r'], both)).errors).toMatch(
      /would both become out\/a\.pyc/,
    );
    expect((await runCompiler(['compile', '--optimize', '3', 'p'], both)).status).toBe(2);
    expect((await runCompiler(['compile', '--invalidation-mode', 'never', 'p'], both)).status).toBe(2);
    expect((await runCompiler(['compile'], both)).errors).toMatch(/^pyc: a file or directory is needed\n/);
  });
});

describe('pyc verify', () => {
  it('does not mind the order of sets', async () => {
    const source = 'x in {"ab", "cd", "ef", 1, 2.5, b"x", (1, "y")}\n';
    const { host } = await runCompiler(['compile', 'a.py'], { '/d/a.py': source });
    const files = {
      '/d/a.py': source,
      '/d/__pycache__/a.cpython-314.pyc': host.fs.readFile('/d/__pycache__/a.cpython-314.pyc'),
    };
    expect((await runCompiler(['verify', 'a.py'], files)).output).not.toContain('co_consts');
  });

  it('finds stale and foreign code', async () => {
    const { host } = await runCompiler(['compile', 'a.py', 'b.py'], { '/d/a.py': 'x = 1\n', '/d/b.py': 'y = 22\n' });
    const a = host.fs.readFile('/d/__pycache__/a.cpython-314.pyc');
    const b = host.fs.readFile('/d/__pycache__/b.cpython-314.pyc');
    const good = { '/d/a.py': 'x = 1\n', '/d/__pycache__/a.cpython-314.pyc': a };
    expect(readHeader(a).validation.kind).toBe('timestamp');
    // The times of files in memory are those of their making: only what is said of code and size is looked at here.
    const about = (output: string): string[] =>
      output.split('\n').filter((line) => line !== '' && !line.includes('another time'));
    expect(about((await runCompiler(['verify', 'a.py'], good)).output)).toEqual([]);
    const swapped = await runCompiler(['verify', 'a.py'], { ...good, '/d/__pycache__/a.cpython-314.pyc': b });
    expect(swapped.status).toBe(1);
    expect(about(swapped.output)).toEqual([
      '__pycache__/a.cpython-314.pyc: stale: it was made of a source of another size (7 bytes, now 6)',
      '__pycache__/a.cpython-314.pyc: <module>: co_names is not what compiling gives: y -> x',
      '__pycache__/a.cpython-314.pyc: <module>: co_consts[0] is not what compiling gives: 22 -> 1',
      '__pycache__/a.cpython-314.pyc: <module>: co_code is not what compiling gives',
      expect.stringMatching(/co_linetable is not what compiling gives: 10 bytes -> 10 bytes, other from byte \d+ on$/),
    ]);
    expect((await runCompiler(['verify', 'a.py'], { '/d/a.py': '' })).output).toBe('a.py: it has no cached file\n');
    expect((await runCompiler(['verify', '.'], { '/d/a.py': '' })).status).toBe(0);
    const cut = await runCompiler(['verify', '--json', 'a.py'], {
      ...good,
      '/d/__pycache__/a.cpython-314.pyc': a.subarray(0, 40),
    });
    expect(JSON.parse(cut.output)).toMatchObject([{ findings: [{ kind: 'unreadable' }] }]);
  });
});
