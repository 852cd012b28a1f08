// Options of the command line and the variables that stand for them.
import { describe, expect, test } from 'vitest';
import { runTaipan } from '../support/taipan.mjs';

const USAGE =
  "usage: taipan [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `taipan -h' for more information.\n";

/** What `-c` prints. */
async function output(options, source, env = {}) {
  const { stdout, stderr, status } = await runTaipan([...options, '-c', source], { env });
  return { stdout: stdout.trimEnd(), stderr, status };
}

/** What `-c 'import sys; print(…)'` prints with these options. */
async function shown(options, expression, env = {}) {
  const { stdout, stderr, status } = await output(options, `import sys; print(${expression})`, env);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}

describe('flags', () => {
  test.each([
    [['-B'], 'sys.flags.dont_write_bytecode, sys.dont_write_bytecode', '1 True'],
    [[], 'sys.flags.dont_write_bytecode, sys.dont_write_bytecode', '0 False'],
    [['-O'], '__debug__, sys.flags.optimize', 'False 1'],
    [['-OO'], 'sys.flags.optimize', '2'],
    [['-O', '-O'], 'sys.flags.optimize', '2'],
    [['-E'], 'sys.flags.ignore_environment, sys.flags.isolated', '1 0'],
    [
      ['-I'],
      'sys.flags.isolated, sys.flags.safe_path, sys.flags.ignore_environment, sys.flags.no_user_site',
      '1 True 1 1',
    ],
    [['-s'], 'sys.flags.no_user_site', '1'],
    [['-S'], '"site" in sys.modules, sys.flags.no_site', 'False 1'],
    [[], '"site" in sys.modules', 'True'],
    [['-P'], 'sys.flags.safe_path, "" in sys.path', 'True False'],
    [[], 'sys.path[0] == ""', 'True'],
    [['-q'], 'sys.flags.quiet', '1'],
    [['-d'], 'sys.flags.debug', '1'],
    [['-v', '-B'], '1', null],
    [['-b'], 'sys.flags.bytes_warning', '1'],
    [['-u'], 'sys.stdout.write_through, sys.stdout.line_buffering', 'True False'],
    [
      [],
      'sys.stdout.write_through, sys.stdout.encoding, sys.stdin.errors, sys.stderr.errors',
      'False utf-8 strict backslashreplace',
    ],
    [['-BOq'], 'sys.flags.optimize, sys.flags.quiet, sys.dont_write_bytecode', '1 1 True'],
    [
      ['-X', 'dev', '-X', 'a=b', '-Xc'],
      'sys._xoptions, sys.flags.dev_mode, sys.warnoptions',
      "{'dev': True, 'a': 'b', 'c': True} True ['default']",
    ],
    [['-X', 'int_max_str_digits=0'], 'sys.flags.int_max_str_digits, len(str(10 ** 5000))', '0 5001'],
    [['-X', 'pycache_prefix=/a/b'], 'sys.pycache_prefix', '/a/b'],
    [['-X', 'utf8'], 'sys.flags.utf8_mode', '1'],
    [['-W', 'error::UserWarning', '-Wignore'], 'sys.warnoptions', "['error::UserWarning', 'ignore']"],
    [['--check-hash-based-pycs', 'never'], '__import__("_imp").check_hash_based_pycs', 'never'],
  ])('%j: %s', async (options, expression, expected) => {
    if (expected === null) {
      const { stdout, status } = await output(options, `import sys; print(${expression})`);
      expect({ stdout, status }).toEqual({ stdout: '1', status: 0 });
    } else expect(await shown(options, expression)).toBe(expected);
  });

  test('-OO drops docstrings and assertions', async () => {
    expect(await output(['-OO'], 'def f(): "doc"\nassert 0\nprint(f.__doc__)')).toEqual({
      stdout: 'None',
      stderr: '',
      status: 0,
    });
  });

  test('-b warns, -bb raises', async () => {
    expect(await output(['-b'], 'print(b"a" == "a", str(b"x"))')).toEqual({
      stdout: "False b'x'",
      stderr:
        '<string>:1: BytesWarning: Comparison between bytes and string\n<string>:1: BytesWarning: str() on a bytes instance\n',
      status: 0,
    });
    const { stderr, status } = await output(['-bb'], 'b"a" == "a"');
    expect(stderr).toMatch(/BytesWarning: Comparison between bytes and string\n$/);
    expect(status).toBe(1);
  });

  test('-W', async () => {
    const source = 'import warnings; warnings.warn("w"); print("on")';
    expect(await output(['-W', 'ignore'], source)).toEqual({ stdout: 'on', stderr: '', status: 0 });
    const { stdout, stderr, status } = await output(['-W', 'error'], source);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toMatch(/^UserWarning: w$/m);
    expect((await output(['-W', 'bad::x'], 'print(1)')).stderr).toBe(
      "Invalid -W option ignored: invalid action: 'bad'\n",
    );
  });

  test('-v traces imports on standard error', async () => {
    const { stdout, stderr, status } = await output(['-v', '-B'], 'import json; print("ran")');
    expect({ stdout, status }).toEqual({ stdout: 'ran', status: 0 });
    expect(stderr).toMatch(/^import 'json' # <_frozen_importlib_external\.SourceFileLoader object at 0x[0-9a-f]+>$/m);
    expect(stderr).toMatch(/^# .*json\/__init__\.py$/m);
  });

  test('-u makes writes visible at once', async () => {
    expect(await output(['-u'], 'import os, sys; sys.stdout.write("a"); os._exit(3)')).toEqual({
      stdout: 'a',
      stderr: '',
      status: 3,
    });
  });
});

describe('variables', () => {
  test.each([
    [{ PYTHONOPTIMIZE: '2' }, [], 'sys.flags.optimize', '2'],
    [{ PYTHONOPTIMIZE: '2' }, ['-E'], 'sys.flags.optimize', '0'],
    [{ PYTHONOPTIMIZE: '2' }, ['-I'], 'sys.flags.optimize', '0'],
    [{ PYTHONDONTWRITEBYTECODE: '1' }, [], 'sys.dont_write_bytecode', 'True'],
    [{ PYTHONPATH: '/a:/b' }, [], 'sys.path[:3]', "['', '/a', '/b']"],
    [{ PYTHONPATH: '/a' }, ['-E'], '"/a" in sys.path', 'False'],
    [{ PYTHONSAFEPATH: '1' }, [], '"" in sys.path', 'False'],
    [{ PYTHONNOUSERSITE: '1' }, [], 'sys.flags.no_user_site', '1'],
    [
      { PYTHONWARNINGS: 'ignore,error::UserWarning' },
      ['-Wdefault'],
      'sys.warnoptions',
      "['ignore', 'error::UserWarning', 'default']",
    ],
    [{ PYTHONPYCACHEPREFIX: '/p' }, [], 'sys.pycache_prefix', '/p'],
    [{ PYTHONUNBUFFERED: '1' }, [], 'sys.stdout.write_through', 'True'],
    [{ PYTHONHASHSEED: '123' }, [], 'hash("abc") == hash("abc"), sys.flags.hash_randomization', 'True 1'],
    [{ PYTHONHASHSEED: '0' }, [], 'sys.flags.hash_randomization', '0'],
    [{ PYTHONINTMAXSTRDIGITS: '700' }, [], 'sys.get_int_max_str_digits()', '700'],
    [{ PYTHONIOENCODING: 'cp437' }, [], 'sys.stdout.encoding, sys.stdin.encoding', 'cp437 cp437'],
    [{ PYTHONIOENCODING: 'latin-1:replace' }, [], 'sys.stdout.encoding, sys.stdout.errors', 'latin-1 replace'],
    [{ PYTHONDEVMODE: '1' }, [], 'sys.flags.dev_mode', 'True'],
  ])('%j %j: %s', async (env, options, expression, expected) => {
    expect(await shown(options, expression, env)).toBe(expected);
  });

  test('a hash seed that is none', async () => {
    const { stderr, status } = await output([], '1', { PYTHONHASHSEED: 'x' });
    expect(stderr).toContain('PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]');
    expect(status).toBe(1);
  });
});

describe('mistakes', () => {
  test.each([
    [['-Z'], 'Unknown option: -Z'],
    [['--nope'], 'Unknown option: --nope'],
    [['-J'], 'Unknown option: -J'],
    [['-c'], 'Argument expected for the -c option'],
    [['-m'], 'Argument expected for the -m option'],
    [['-W'], 'Argument expected for the -W option'],
    [['-X'], 'Argument expected for the -X option'],
    [['--check-hash-based-pycs'], 'Argument expected for the --check-hash-based-pycs options'],
    [
      ['--check-hash-based-pycs', 'x', '-c', '1'],
      "--check-hash-based-pycs must be one of 'default', 'always', or 'never'",
    ],
  ])('%j', async (args, message) => {
    expect(await runTaipan(args)).toMatchObject({ stdout: '', stderr: `${message}\n${USAGE}`, status: 2 });
  });
});

describe('information', () => {
  test.each([['-V'], ['--version']])('%s', async (option) => {
    const { stdout, stderr, status } = await runTaipan([option]);
    expect(stdout).toMatch(/^Python 3\.14\.\d+\n$/);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  test('-VV names Taipan', async () => {
    expect((await runTaipan(['-VV'])).stdout).toMatch(/^Python 3\.14\.\d+ .*taipan.*\n$/i);
  });

  test.each(['-h', '-?', '--help', '--help-env', '--help-xoptions', '--help-all'])('%s', async (option) => {
    const { stdout, stderr, status } = await runTaipan([option]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout.split('\n').length).toBeGreaterThan(5);
  });
});
