/// <reference types="node" />
/** The files of the operating system through Node's synchronous `fs`. */
import {
  S_IFIFO,
  type FileKind,
  type HostDirectoryEntry,
  type HostFileSystem,
  type HostPipeStatus,
  type HostStat,
  type OpenFlags,
} from '../contract.ts';
import { DescriptorTable } from '../descriptor-table.ts';
import { PipeBuffer } from '../pipe-buffer.ts';
import { hostError, translated } from './errors.ts';
import { NodeFile, PipeEnd } from './open-files.ts';
import { fromNodeName, toNodePath } from './paths.ts';
import type { BigIntStats, Dirent } from 'node:fs';
import { fs } from './node-modules.ts';

/** Flags that Node has no constant for but the system call takes (Linux). */
const LINUX_FLAGS = { O_CLOEXEC: 0o2000000, O_PATH: 0o10000000, O_TMPFILE: 0o20200000, O_ACCMODE: 3, O_LARGEFILE: 0 };

function openFlags(): OpenFlags {
  const flags: Record<string, number> = process.platform === 'linux' ? { ...LINUX_FLAGS } : {};
  for (const [name, value] of Object.entries(fs.constants)) if (name.startsWith('O_')) flags[name] = value;
  return flags as unknown as OpenFlags;
}

function toHostStat(stat: BigIntStats): HostStat {
  return {
    dev: stat.dev,
    ino: stat.ino,
    mode: Number(stat.mode),
    nlink: Number(stat.nlink),
    uid: Number(stat.uid),
    gid: Number(stat.gid),
    rdev: stat.rdev,
    size: Number(stat.size),
    blksize: Number(stat.blksize),
    blocks: Number(stat.blocks),
    atimeNs: stat.atimeNs,
    mtimeNs: stat.mtimeNs,
    ctimeNs: stat.ctimeNs,
    birthtimeNs: stat.birthtimeNs,
  };
}

function pipeStat(end: PipeEnd): HostStat {
  return {
    dev: 0n,
    ino: 0n,
    mode: S_IFIFO | 0o600,
    nlink: 1,
    uid: 0,
    gid: 0,
    rdev: 0n,
    size: end.buffer.available,
    blksize: 4096,
    blocks: 0,
    atimeNs: 0n,
    mtimeNs: 0n,
    ctimeNs: 0n,
    birthtimeNs: 0n,
  };
}

function kindOfEntry(entry: Dirent<Buffer>): FileKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  if (entry.isSymbolicLink()) return 'symlink';
  if (entry.isFIFO()) return 'fifo';
  if (entry.isSocket()) return 'socket';
  if (entry.isCharacterDevice()) return 'character';
  if (entry.isBlockDevice()) return 'block';
  return 'unknown';
}

/** Seconds for Node, which takes no nanoseconds (exact to about a quarter of a microsecond today). */
function toSeconds(nanoseconds: bigint): number {
  // Node cuts off below the microsecond: a quarter more keeps binary fractions from falling short of it.
  return (Number(nanoseconds / 1000n) + 0.25) / 1e6;
}

/** `HostFileSystem` over `node:fs`. */
export class NodeFileSystem implements HostFileSystem {
  readonly flags: OpenFlags = openFlags();
  private readonly table = new DescriptorTable<NodeFile | PipeEnd>(() => hostError('EBADF'));

  /** Descriptors that `setBlocking` has made non-blocking. */
  private readonly nonBlocking = new Set<number>();
  private readonly inheritable = new Set([0, 1, 2]);

  constructor() {
    for (const descriptor of [0, 1, 2]) this.table.add(new NodeFile(descriptor, descriptor === 0 ? 0 : 1, true));
  }

  open(path: string, flags: number, mode: number): number {
    const descriptor = translated(() => fs.openSync(toNodePath(path), flags, mode));
    return this.table.add(new NodeFile(descriptor, flags, false));
  }

  directoryOf(fd: number): string {
    const file = this.systemFile(fd, 'ENOTDIR');
    if (!translated(() => fs.fstatSync(file.descriptor)).isDirectory()) throw hostError('ENOTDIR');
    return process.platform === 'linux' ? `/proc/self/fd/${file.descriptor}` : `/dev/fd/${file.descriptor}`;
  }

  close(fd: number): void {
    this.nonBlocking.delete(fd);
    this.inheritable.delete(fd);
    translated(() => this.table.close(fd));
  }

  read(fd: number, buffer: Uint8Array, offset: number, length: number): number {
    return translated(() => this.table.get(fd).read(buffer, offset, length));
  }

  pread(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number {
    return translated(() => this.systemFile(fd, 'ESPIPE').readAt(buffer, offset, length, position));
  }

  write(fd: number, bytes: Uint8Array): number {
    return translated(() => this.table.get(fd).write(bytes, !this.nonBlocking.has(fd)));
  }

  pwrite(fd: number, bytes: Uint8Array, position: number): number {
    translated(() => this.systemFile(fd, 'ESPIPE').writeAt(bytes, position));
    return bytes.length;
  }

  lseek(fd: number, offset: number, whence: number): number {
    return translated(() => this.systemFile(fd, 'ESPIPE').seek(offset, whence));
  }

  ftruncate(fd: number, size: number): void {
    translated(() => fs.ftruncateSync(this.systemFile(fd, 'EINVAL').descriptor, size));
  }

  fsync(fd: number): void {
    translated(() => fs.fsyncSync(this.systemFile(fd, 'EINVAL').descriptor));
  }

  isatty(fd: number): boolean {
    const file = this.table.get(fd);
    return file instanceof NodeFile && translated(() => file.isTerminal());
  }

  dup(fd: number, target?: number): number {
    return this.table.dup(fd, target);
  }

  pipe(): [number, number] {
    const buffer = new PipeBuffer();
    return [this.table.add(new PipeEnd(buffer, false)), this.table.add(new PipeEnd(buffer, true))];
  }

  isBlocking(fd: number): boolean {
    this.table.get(fd);
    return !this.nonBlocking.has(fd);
  }

  setBlocking(fd: number, isBlocking: boolean): void {
    this.table.get(fd);
    if (isBlocking) this.nonBlocking.delete(fd);
    else this.nonBlocking.add(fd);
  }

  isInheritable(fd: number): boolean {
    this.table.get(fd);
    return this.inheritable.has(fd);
  }

  setInheritable(fd: number, isInheritable: boolean): void {
    this.table.get(fd);
    if (isInheritable) this.inheritable.add(fd);
    else this.inheritable.delete(fd);
  }

  pipeStatus(fd: number): HostPipeStatus | undefined {
    const file = this.table.get(fd);
    return file instanceof PipeEnd ? file.buffer.status(file.isWriter) : undefined;
  }

  whenPipeIsDry(fd: number, action: () => void): void {
    const file = this.table.get(fd);
    if (file instanceof PipeEnd && !file.isWriter) file.buffer.whenDry = action;
  }

  fstat(fd: number): HostStat {
    const file = this.table.get(fd);
    if (file instanceof PipeEnd) return pipeStat(file);
    return toHostStat(translated(() => fs.fstatSync(file.descriptor, { bigint: true })));
  }

  stat(path: string): HostStat {
    return toHostStat(translated(() => fs.statSync(toNodePath(path), { bigint: true })));
  }

  lstat(path: string): HostStat {
    return toHostStat(translated(() => fs.lstatSync(toNodePath(path), { bigint: true })));
  }

  tryStat(path: string): HostStat | undefined {
    try {
      const stat = fs.statSync(toNodePath(path), { bigint: true, throwIfNoEntry: false });
      return stat && toHostStat(stat);
    } catch {
      return undefined;
    }
  }

  readdir(path: string): HostDirectoryEntry[] {
    const entries = translated(() => fs.readdirSync(toNodePath(path), { withFileTypes: true, encoding: 'buffer' }));
    return entries.map((entry) => ({ name: fromNodeName(entry.name), kind: kindOfEntry(entry) }));
  }

  mkdir(path: string, mode: number): void {
    translated(() => fs.mkdirSync(toNodePath(path), { mode }));
  }

  rmdir(path: string): void {
    translated(() => fs.rmdirSync(toNodePath(path)));
  }

  unlink(path: string): void {
    translated(() => fs.unlinkSync(toNodePath(path)));
  }

  rename(from: string, to: string): void {
    translated(() => fs.renameSync(toNodePath(from), toNodePath(to)));
  }

  link(existing: string, path: string): void {
    translated(() => fs.linkSync(toNodePath(existing), toNodePath(path)));
  }

  symlink(target: string, path: string): void {
    translated(() => fs.symlinkSync(toNodePath(target), toNodePath(path)));
  }

  readlink(path: string): string {
    return fromNodeName(translated(() => fs.readlinkSync(toNodePath(path), { encoding: 'buffer' })));
  }

  chmod(path: string, mode: number): void {
    translated(() => fs.chmodSync(toNodePath(path), mode));
  }

  fchmod(fd: number, mode: number): void {
    translated(() => fs.fchmodSync(this.systemFile(fd, 'EINVAL').descriptor, mode));
  }

  chown(path: string, uid: number, gid: number, followSymlinks: boolean): void {
    translated(() => (followSymlinks ? fs.chownSync : fs.lchownSync)(toNodePath(path), uid, gid));
  }

  utimes(path: string, atimeNs: bigint, mtimeNs: bigint, followSymlinks: boolean): void {
    const set = followSymlinks ? fs.utimesSync : fs.lutimesSync;
    translated(() => set(toNodePath(path), toSeconds(atimeNs), toSeconds(mtimeNs)));
  }

  futimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    const descriptor = this.systemFile(fd, 'EINVAL').descriptor;
    translated(() => fs.futimesSync(descriptor, toSeconds(atimeNs), toSeconds(mtimeNs)));
  }

  truncate(path: string, size: number): void {
    translated(() => fs.truncateSync(toNodePath(path), size));
  }

  access(path: string, mode: number): void {
    translated(() => fs.accessSync(toNodePath(path), mode));
  }

  realpath(path: string): string {
    return fromNodeName(translated(() => fs.realpathSync.native(toNodePath(path), { encoding: 'buffer' })));
  }

  umask(mask: number): number {
    return translated(() => process.umask(mask & 0o777));
  }

  /** The descriptor's number in the operating system, for a child process to inherit. */
  systemDescriptor(fd: number): number {
    return this.systemFile(fd, 'EINVAL').descriptor;
  }

  /** The file behind a descriptor, where a pipe of our own will not do. @throws HostError */
  private systemFile(fd: number, errorForPipe: string): NodeFile {
    const file = this.table.get(fd);
    if (file instanceof PipeEnd) throw hostError(errorForPipe);
    return file;
  }
}
