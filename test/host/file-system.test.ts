// One suite for every host's files: what Python's `posix` and `_io` rely on must be the same in all of them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  HostError,
  SEEK_CUR,
  SEEK_END,
  SEEK_SET,
  S_IFDIR,
  S_IFMT,
  S_IFREG,
  type Host,
} from '../../src/host/contract.ts';
import { createMemoryHost } from '../../src/host/memory/index.ts';
import { createNodeHost } from '../../src/host/node/index.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'taipan-host-'));
afterAll(() => fs.rmSync(scratch, { recursive: true }));
const memory = createMemoryHost({ files: { [`${scratch}/x`]: '' } });
memory.fs.unlink(`${scratch}/x`);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function codeOf(request: () => unknown): string {
  try {
    request();
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
  return 'none';
}

function readAll(host: Host, fd: number, chunk = 100): string {
  const buffer = new Uint8Array(chunk);
  let text = '';
  for (;;) {
    const count = host.fs.read(fd, buffer, 0, chunk);
    if (count === 0) return text;
    text += new TextDecoder().decode(buffer.subarray(0, count));
  }
}

describe.each<[string, Host]>([
  ['node', createNodeHost()],
  ['memory', memory],
])('%s file system', (_name, host) => {
  const files = host.fs;
  const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND } = files.flags;
  const at = (name: string): string => `${scratch}/${name}`;
  const write = (name: string, text: string): void => {
    const fd = files.open(at(name), O_WRONLY | O_CREAT | O_TRUNC, 0o666);
    expect(files.write(fd, bytes(text))).toBe(text.length);
    files.close(fd);
  };

  it('writes, reads and seeks', () => {
    const fd = files.open(at('a'), O_RDWR | O_CREAT | O_EXCL, 0o644);
    expect(fd).toBe(3);
    files.write(fd, bytes('hello world'));
    expect(files.lseek(fd, 0, SEEK_CUR)).toBe(11);
    expect(files.lseek(fd, -5, SEEK_END)).toBe(6);
    expect(readAll(host, fd, 3)).toBe('world');
    files.lseek(fd, 0, SEEK_SET);
    files.write(fd, bytes('J'));
    expect(readAll(host, fd)).toBe('ello world');
    expect(codeOf(() => files.lseek(fd, -1, SEEK_SET))).toBe('EINVAL');
    const buffer = new Uint8Array(5);
    expect(files.pread(fd, buffer, 0, 5, 6)).toBe(5);
    expect(new TextDecoder().decode(buffer)).toBe('world');
    files.ftruncate(fd, 4);
    expect(files.fstat(fd).size).toBe(4);
    expect(files.isatty(fd)).toBe(false);
    files.close(fd);
    expect(codeOf(() => files.close(fd))).toBe('EBADF');
    expect(codeOf(() => files.open(at('a'), O_WRONLY | O_CREAT | O_EXCL, 0o644))).toBe('EEXIST');
  });

  it('appends wherever the position is', () => {
    write('log', 'one');
    const fd = files.open(at('log'), O_RDWR | O_APPEND, 0);
    files.write(fd, bytes(' two'));
    expect(files.lseek(fd, 0, SEEK_CUR)).toBe(7);
    files.lseek(fd, 0, SEEK_SET);
    files.write(fd, bytes(' three'));
    files.lseek(fd, 0, SEEK_SET);
    expect(readAll(host, fd)).toBe('one two three');
    files.close(fd);
  });

  it('shares the position between duplicates', () => {
    write('dup', 'abcdef');
    const fd = files.open(at('dup'), O_RDONLY, 0);
    const copy = files.dup(fd);
    const buffer = new Uint8Array(2);
    files.read(fd, buffer, 0, 2);
    files.close(fd);
    expect(readAll(host, copy)).toBe('cdef');
    expect(files.dup(copy, 40)).toBe(40);
    files.close(copy);
    files.close(40);
    expect(codeOf(() => files.fstat(40))).toBe('EBADF');
    expect(codeOf(() => files.dup(99))).toBe('EBADF');
  });

  it('has pipes', () => {
    const [reader, writer] = files.pipe();
    files.write(writer, bytes('through'));
    expect(codeOf(() => files.lseek(reader, 0, SEEK_CUR))).toBe('ESPIPE');
    const buffer = new Uint8Array(7);
    expect(files.read(reader, buffer, 0, 7)).toBe(7);
    expect(codeOf(() => files.read(reader, buffer, 0, 1))).toBe('EAGAIN');
    files.close(writer);
    expect(files.read(reader, buffer, 0, 1)).toBe(0);
    files.close(reader);
  });

  it('has directories', () => {
    files.mkdir(at('dir'), 0o777);
    expect(codeOf(() => files.mkdir(at('dir'), 0o777))).toBe('EEXIST');
    expect(codeOf(() => files.mkdir(at('no/dir'), 0o777))).toBe('ENOENT');
    write('dir/f', 'x');
    files.mkdir(at('dir/sub'), 0o777);
    const entries = files.readdir(at('dir')).sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(entries).toEqual([
      { name: 'f', kind: 'file' },
      { name: 'sub', kind: 'directory' },
    ]);
    expect(files.stat(at('dir')).mode & S_IFMT).toBe(S_IFDIR);
    expect(files.stat(at('dir/f')).mode & S_IFMT).toBe(S_IFREG);
    expect(codeOf(() => files.rmdir(at('dir')))).toBe('ENOTEMPTY');
    expect(codeOf(() => files.rmdir(at('dir/f')))).toBe('ENOTDIR');
    expect(codeOf(() => files.readdir(at('dir/f')))).toBe('ENOTDIR');
    expect(codeOf(() => files.open(at('dir'), O_WRONLY, 0))).toBe('EISDIR');
    expect(codeOf(() => files.stat(at('dir/f/g')))).toBe('ENOTDIR');
    files.unlink(at('dir/f'));
    files.rmdir(at('dir/sub'));
    files.rmdir(at('dir'));
    expect(files.tryStat(at('dir'))).toBeUndefined();
    expect(codeOf(() => files.stat(at('dir')))).toBe('ENOENT');
  });

  it('renames and links', () => {
    write('from', '1');
    write('to', '22');
    files.rename(at('from'), at('to'));
    expect(files.stat(at('to')).size).toBe(1);
    files.link(at('to'), at('hard'));
    expect(files.stat(at('hard')).nlink).toBe(2);
    files.symlink('to', at('soft'));
    expect(files.readlink(at('soft'))).toBe('to');
    expect(files.realpath(at('soft'))).toBe(files.realpath(at('to')));
    expect(files.stat(at('soft')).ino).toBe(files.stat(at('to')).ino);
    expect(files.lstat(at('soft')).ino).not.toBe(files.stat(at('to')).ino);
    files.symlink('loop', at('loop'));
    expect(codeOf(() => files.stat(at('loop')))).toBe('ELOOP');
    expect(codeOf(() => files.readlink(at('to')))).toBe('EINVAL');
    expect(codeOf(() => files.rename(at('none'), at('x')))).toBe('ENOENT');
  });

  it('keeps modes and times', () => {
    const old = files.umask(0o027);
    files.close(files.open(at('masked'), O_WRONLY | O_CREAT, 0o666));
    expect(files.umask(old)).toBe(0o027);
    expect(files.stat(at('masked')).mode & 0o777).toBe(0o640);
    files.chmod(at('masked'), 0o600);
    expect(files.stat(at('masked')).mode & 0o777).toBe(0o600);
    files.utimes(at('masked'), 1_000_000_000n, 1_500_000_000_000_000_000n, true);
    expect(files.stat(at('masked')).mtimeNs).toBe(1_500_000_000_000_000_000n);
    expect(files.stat(at('masked')).atimeNs).toBe(1_000_000_000n);
  });

  it('opens what is not UTF-8', () => {
    const name = 'caf\udce9-\u{1f40d}-é';
    write(name, 'latin');
    expect(files.readdir(scratch).some((entry) => entry.name === name)).toBe(true);
    files.unlink(at(name));
  });

  it('refuses what it cannot do with an errno', () => {
    try {
      files.open(at('nothing'), O_RDONLY, 0);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ errno: 2, code: 'ENOENT', message: 'No such file or directory' });
    }
    expect(codeOf(() => files.open('a\0b', O_RDONLY, 0))).toBe('EINVAL');
    expect(codeOf(() => files.read(77, new Uint8Array(1), 0, 1))).toBe('EBADF');
  });
});

describe('node host', () => {
  it('has clocks, randomness and processes', () => {
    const host = createNodeHost();
    expect(Math.abs(Number(host.clock.timeNs() / 1_000_000n) - Date.now())).toBeLessThan(50);
    expect(host.random(16)).toHaveLength(16);
    expect(host.evalSource!('1 + 1')).toBe(2);
    const result = host.runCommand!({
      file: process.execPath,
      args: ['node', '-e', 'process.stdin.pipe(process.stdout); process.exitCode = 3'],
      input: bytes('in'),
      captureOutput: true,
    });
    expect(result).toMatchObject({ status: 3, timedOut: false });
    expect(new TextDecoder().decode(result.output)).toBe('in');
    expect(host.runInterruptible!(() => 42)).toEqual({ interrupted: false, value: 42 });
  });
});

describe('memory host', () => {
  it('has streams, an environment and a working directory', () => {
    const host = createMemoryHost({ input: 'abc', env: { A: '1' }, files: { '/d/f': 'text' }, cwd: '/d' });
    expect(readAll(host, 0, 2)).toBe('abc');
    host.fs.write(1, bytes('out'));
    host.fs.write(2, bytes('err'));
    expect([host.outputText(), host.errorText()]).toEqual(['out', 'err']);
    expect(host.env.entries()).toEqual([['A', '1']]);
    expect(host.cwd()).toBe('/d');
    expect(host.fs.stat('f').size).toBe(4);
    expect(host.fs.realpath('../d/./f')).toBe('/d/f');
    expect(() => host.exit(3)).toThrow(expect.objectContaining({ code: 3 }));
  });
});
