// Headers, names and versions of `.pyc` files, against the oracle; writing them safely.
import { describe, expect, it } from 'vitest';
import { HostError } from '../../src/host/contract.ts';
import { createMemoryHost } from '../../src/host/memory/index.ts';
import type { CachePathError } from '../../src/pyc/index.ts';
import {
  IrregularFileError,
  PycError,
  assertReplaceable,
  cacheFromSource,
  cacheMode,
  describePyc,
  headerMtime,
  identify,
  makeDirectories,
  readHeader,
  readPyc,
  sourceFromCache,
  sourceHash,
  versionOfMagic,
  writeAtomic,
  writeHeader,
  writePyc,
} from '../../src/pyc/index.ts';
import { pycOf } from '../support/library.mjs';
import { runInOracle } from '../support/oracle.mjs';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('sourceHash', () => {
  it('is that of CPython', async () => {
    expect(hex(sourceHash(utf8('x=1\n')))).toBe('50ffcae5cfe8cfcc');
    const sources = Array.from({ length: 40 }, (_, i) => 'import spam\n'.repeat(i).slice(0, 7 * i));
    const expected = await runInOracle(
      'import importlib.util\n[importlib.util.source_hash(s.encode()).hex() for s in sources]',
      { sources },
    );
    expect(sources.map((source) => hex(sourceHash(utf8(source))))).toEqual(expected);
  });
});

describe('header', () => {
  it('is written and read', () => {
    const timestamp = writeHeader({ kind: 'timestamp', mtime: 2 ** 32 + 5, sourceSize: -1 });
    expect(hex(timestamp)).toBe('2b0e0d0a0000000005000000ffffffff');
    expect(readHeader(timestamp)).toMatchObject({
      python: { implementation: 'CPython', version: '3.14' },
      validation: { kind: 'timestamp', mtime: 5, sourceSize: 0xffffffff },
      size: 16,
    });
    expect(headerMtime(-1_500_000_000n)).toBe(0xffffffff);
    const hash = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    for (const kind of ['checked-hash', 'unchecked-hash'] as const) {
      const header = writeHeader({ kind, sourceHash: hash });
      expect(header[4]).toBe(kind === 'checked-hash' ? 3 : 1);
      expect(readHeader(header).validation).toEqual({ kind, sourceHash: hash });
    }
  });

  it('of older versions is shorter', () => {
    const bytes = (magic: number, size: number): Uint8Array =>
      Uint8Array.from({ length: size }, (_, i) => [magic & 255, magic >> 8, 13, 10][i] ?? 1);
    expect(readHeader(bytes(62211, 8)).size).toBe(8);
    expect(readHeader(bytes(3379, 12)).size).toBe(12);
    expect(() => readHeader(bytes(3379, 11))).toThrow(PycError);
    expect(() => readHeader(bytes(3627, 16))).toThrow('invalid flags');
    expect(() => readHeader(utf8('#!/bin/sh'))).toThrow('bad magic number');
    expect(() => readPyc(bytes(3379, 40))).toThrow('unknown type code');
  });
});

describe('identify', () => {
  it.each([
    [20121, '1.5'],
    [62211, '2.7'],
    [62212, '2.7'],
    [3131, '3.0'],
    [3351, '3.5'],
    [3379, '3.6'],
    [3439, '3.10'],
    [3495, '3.11'],
    [3531, '3.12'],
    [3571, '3.13'],
    [3600, '3.14a1'],
    [3627, '3.14'],
    [3666, '3.15'],
  ])('knows %i as %s', (magic, version) => {
    expect(versionOfMagic(magic)).toMatchObject({ implementation: 'CPython', version });
  });

  it('describes files in a line', () => {
    expect(describePyc(Uint8Array.of(0x33, 0x0d, 0x0d, 0x0a))).toBe('python 3.6 byte-compiled');
    expect(describePyc(Uint8Array.of(0x50, 0x01, 0x0d, 0x0a))).toBe('pypy 3.9 byte-compiled');
    expect(describePyc(utf8('hello'))).toBe('data');
    expect(describePyc(new Uint8Array())).toBe('empty');
    expect(identify(Uint8Array.of(2, 0x99, 0x99, 0))?.version).toBe('1.0');
    expect(versionOfMagic(62212)?.isUnicodeMode).toBe(true);
  });
});

describe('cache names', () => {
  const CASES: [path: string, optimization: string | number][] = [
    ['foo.py', ''], ['dir/foo.py', ''], ['/abs/dir/foo.py', 2], ['foo.bar.py', 1], ['noext', ''], ['a/noext', 3], ['.hidden', ''],
    ['/foo.py', ''], ['a//b.py', ''], ['x.py', 'abc'], ['x.py', 'é'], ['x.py', 'a-b'], ['x.py', 0],
  ]; // prettier-ignore

  it('are those of CPython', async () => {
    const expected = await runInOracle(
      `
import importlib.util
def name(path, optimization):
    try: return importlib.util.cache_from_source(path, optimization='' if optimization == 0 else optimization)
    except ValueError as e: return 'ValueError: %s' % e
[name(*case) for case in cases]`,
      { cases: CASES },
    );
    const ours = CASES.map(([path, optimization]) => {
      try {
        return cacheFromSource(path, { optimization });
      } catch (error) {
        return `ValueError: ${(error as CachePathError).message}`;
      }
    });
    expect(ours).toEqual(expected);
  });

  it('are put below a prefix', async () => {
    const expected = await runInOracle(`
import importlib.util, sys
sys.pycache_prefix = '/cache'
try: result = [importlib.util.cache_from_source('/a/b/c.py'), importlib.util.source_from_cache('/cache/a/b/c.cpython-314.pyc')]
finally: sys.pycache_prefix = None
result`);
    expect([
      cacheFromSource('/a/b/c.py', { prefix: '/cache' }),
      sourceFromCache('/cache/a/b/c.cpython-314.pyc', { prefix: '/cache' }),
    ]).toEqual(expected);
    expect(cacheFromSource('c.py', { prefix: '/cache', cwd: '/here' })).toBe('/cache/here/c.cpython-314.pyc');
  });

  it('lead back to the source', async () => {
    const paths = ['__pycache__/foo.cpython-314.pyc', '/a/__pycache__/foo.cpython-314.opt-2.pyc', 'foo.cpython-314.pyc',
      '__pycache__/foo.pyc', '__pycache__/a.b.c.d.pyc', '__pycache__/foo.x.bad-1.pyc', '__pycache__/foo.x.opt-!.pyc']; // prettier-ignore
    const expected = (await runInOracle(
      `
import importlib.util
def source(path):
    try: return importlib.util.source_from_cache(path)
    except ValueError as e: return 'ValueError: %s' % e
[source(path) for path in paths]`,
      { paths },
    )) as string[];
    const ours = paths.map((path) => {
      try {
        return sourceFromCache(path);
      } catch (error) {
        return `ValueError: ${(error as CachePathError).message}`;
      }
    });
    expect(ours).toEqual(expected);
  });
});

describe('files', () => {
  it('are read and written', async () => {
    const bytes = (await pycOf('x = 1, "two"')) as Uint8Array;
    const { header, code } = readPyc(bytes);
    expect(code.co_names).toEqual(['x']);
    expect(Buffer.from(writePyc(code, header.validation)).equals(bytes)).toBe(true);
  });

  it('appear at once or not at all', () => {
    const host = createMemoryHost({ files: { '/d/old': 'old' } });
    host.fs.umask(0o022);
    makeDirectories(host, '/d/e/__pycache__');
    writeAtomic(host, '/d/e/__pycache__/x.pyc', utf8('new'), cacheMode(0o100444));
    expect(host.fs.readFile('/d/e/__pycache__/x.pyc')).toEqual(utf8('new'));
    expect(host.fs.stat('/d/e/__pycache__/x.pyc').mode & 0o777).toBe(0o644);
    const failing = { ...host, fs: Object.create(host.fs) as typeof host.fs };
    failing.fs.write = (): never => {
      throw new HostError('ENOSPC');
    };
    expect(() => writeAtomic(failing, '/d/old', utf8('half'))).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
    expect(host.fs.readFile('/d/old')).toEqual(utf8('old'));
    expect(host.fs.readdir('/d').map(({ name }) => name)).toEqual(['old', 'e']);
  });

  it('do not replace links and devices', () => {
    const host = createMemoryHost({ files: { '/f': '' } });
    host.fs.symlink('/f', '/link');
    expect(() => assertReplaceable(host, '/link')).toThrow(IrregularFileError);
    expect(() => assertReplaceable(host, '/f')).not.toThrow();
    expect(() => assertReplaceable(host, '/none')).not.toThrow();
  });
});
