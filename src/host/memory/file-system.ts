/** A POSIX file system in memory: for tests, and for places without files. Permissions are kept but not enforced. */
import {
  HostError,
  S_IFMT,
  W_OK,
  X_OK,
  fileKindOfMode,
  type HostDirectoryEntry,
  type HostFileSystem,
  type HostPipeStatus,
  type HostStat,
} from '../contract.ts';
import { DescriptorTable } from '../descriptor-table.ts';
import { PipeBuffer } from '../pipe-buffer.ts';
import { DirectoryInode, FileInode, MEMORY_FLAGS, MemoryFile, PipeInode, StreamInode, SymlinkInode } from './nodes.ts';
import type { Inode } from './nodes.ts';

const MAX_SYMLINKS = 40;
const MAX_NAME = 255;

/** Where a path leads: the directory, the last name in it, and what is there. */
interface Location {
  readonly directory: DirectoryInode;
  readonly name: string;
  readonly inode: Inode | undefined;
}

/** The standard streams of a memory host. */
export interface MemoryStreams {
  /** Gives at most `length` bytes; none at the end. */
  readonly read: (length: number) => Uint8Array;
  readonly writeOutput: (bytes: Uint8Array) => void;
  readonly writeErrors: (bytes: Uint8Array) => void;
  readonly isTerminal: boolean;
}

/** `HostFileSystem` in memory. */
export class MemoryFileSystem implements HostFileSystem {
  readonly flags = MEMORY_FLAGS;
  private readonly now: () => bigint;
  private readonly table = new DescriptorTable<MemoryFile>();
  /** Descriptors that `setBlocking` has made non-blocking. */
  private readonly nonBlocking = new Set<number>();
  private readonly inheritable = new Set([0, 1, 2]);
  private lastNumber = 1;
  private mask = 0o022;
  private readonly root: DirectoryInode;
  private workingDirectory: DirectoryInode;

  constructor(now: () => bigint, streams: MemoryStreams) {
    this.now = now;
    this.root = new DirectoryInode(1, 0o755, now());
    this.workingDirectory = this.root;
    const nothing = (): Uint8Array => new Uint8Array(0);
    const refuse = (): void => {
      throw new HostError('EBADF');
    };
    const { isTerminal } = streams;
    const open = (read: typeof streams.read, write: typeof streams.writeOutput, flags: number): void => {
      const inode = new StreamInode(++this.lastNumber, now(), read, write, isTerminal);
      this.table.add(new MemoryFile(inode, flags, now));
    };
    open(streams.read, refuse, MEMORY_FLAGS.O_RDONLY);
    open(nothing, streams.writeOutput, MEMORY_FLAGS.O_WRONLY);
    open(nothing, streams.writeErrors, MEMORY_FLAGS.O_WRONLY);
  }

  /** Absolute path of the working directory. */
  cwd(): string {
    return this.pathOf(this.workingDirectory);
  }

  chdir(path: string): void {
    this.workingDirectory = this.directoryAt(path);
  }

  open(path: string, flags: number, mode: number): number {
    const followSymlinks = (flags & (MEMORY_FLAGS.O_NOFOLLOW | MEMORY_FLAGS.O_EXCL)) === 0;
    let { directory, name, inode } = this.locate(path, followSymlinks);
    const isWriting = (flags & MEMORY_FLAGS.O_ACCMODE) !== MEMORY_FLAGS.O_RDONLY;
    if (inode === undefined) {
      if ((flags & MEMORY_FLAGS.O_CREAT) === 0) throw new HostError('ENOENT');
      if (path.endsWith('/')) throw new HostError('EISDIR');
      inode = new FileInode(++this.lastNumber, mode & 0o7777 & ~this.mask, this.now());
      this.insert(directory, name, inode);
    } else if ((flags & MEMORY_FLAGS.O_CREAT) !== 0 && (flags & MEMORY_FLAGS.O_EXCL) !== 0)
      throw new HostError('EEXIST');
    else if (inode.kind === 'symlink') throw new HostError('ELOOP');
    else if (inode.kind === 'directory' && isWriting) throw new HostError('EISDIR');
    else if (inode.kind !== 'directory' && (flags & MEMORY_FLAGS.O_DIRECTORY) !== 0) throw new HostError('ENOTDIR');
    if (inode.kind === 'file' && isWriting && (flags & MEMORY_FLAGS.O_TRUNC) !== 0) this.resize(inode, 0);
    return this.table.add(new MemoryFile(inode, flags, this.now));
  }

  directoryOf(fd: number): string {
    const file = this.table.get(fd);
    const inode = file instanceof MemoryFile ? file.inode : undefined;
    if (inode?.kind !== 'directory') throw new HostError('ENOTDIR');
    return this.pathOf(inode);
  }

  close(fd: number): void {
    this.nonBlocking.delete(fd);
    this.inheritable.delete(fd);
    this.table.close(fd);
  }

  read(fd: number, buffer: Uint8Array, offset: number, length: number): number {
    return this.table.get(fd).read(buffer, offset, length);
  }

  pread(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number {
    return this.seekable(fd).readAt(buffer, offset, length, position);
  }

  write(fd: number, bytes: Uint8Array): number {
    return this.table.get(fd).write(bytes, !this.nonBlocking.has(fd));
  }

  pwrite(fd: number, bytes: Uint8Array, position: number): number {
    this.seekable(fd).writeAt(bytes, position);
    return bytes.length;
  }

  lseek(fd: number, offset: number, whence: number): number {
    return this.table.get(fd).seek(offset, whence);
  }

  ftruncate(fd: number, size: number): void {
    const file = this.table.get(fd);
    if (file.inode.kind !== 'file' || (file.flags & MEMORY_FLAGS.O_ACCMODE) === 0) throw new HostError('EINVAL');
    this.resize(file.inode, size);
  }

  fsync(fd: number): void {
    this.table.get(fd);
  }

  isatty(fd: number): boolean {
    const { inode } = this.table.get(fd);
    return inode.kind === 'stream' && inode.isTerminal;
  }

  dup(fd: number, target?: number): number {
    return this.table.dup(fd, target);
  }

  pipe(): [number, number] {
    const inode = new PipeInode(++this.lastNumber, this.now(), new PipeBuffer());
    const end = (flags: number): number => this.table.add(new MemoryFile(inode, flags, this.now));
    return [end(MEMORY_FLAGS.O_RDONLY), end(MEMORY_FLAGS.O_WRONLY)];
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
    const { inode, flags } = this.table.get(fd);
    const isWriter = (flags & MEMORY_FLAGS.O_ACCMODE) === MEMORY_FLAGS.O_WRONLY;
    return inode.kind === 'pipe' ? inode.buffer.status(isWriter) : undefined;
  }

  whenPipeIsDry(fd: number, action: () => void): void {
    const { inode, flags } = this.table.get(fd);
    const isReader = (flags & MEMORY_FLAGS.O_ACCMODE) === MEMORY_FLAGS.O_RDONLY;
    if (inode.kind === 'pipe' && isReader) inode.buffer.whenDry = action;
  }

  fstat(fd: number): HostStat {
    return this.statOf(this.table.get(fd).inode);
  }

  stat(path: string): HostStat {
    return this.statOf(this.existing(path, true).inode);
  }

  lstat(path: string): HostStat {
    return this.statOf(this.existing(path, false).inode);
  }

  tryStat(path: string): HostStat | undefined {
    try {
      return this.stat(path);
    } catch (error) {
      if (error instanceof HostError) return undefined;
      throw error;
    }
  }

  readdir(path: string): HostDirectoryEntry[] {
    const { entries } = this.directoryAt(path);
    return Array.from(entries, ([name, inode]) => ({ name, kind: fileKindOfMode(inode.mode) }));
  }

  mkdir(path: string, mode: number): void {
    const { directory, name, inode } = this.locate(path.replace(/(?<=.)\/+$/, ''), false);
    if (inode !== undefined) throw new HostError('EEXIST');
    const permissions = mode & 0o1777 & ~this.mask;
    this.insert(directory, name, new DirectoryInode(++this.lastNumber, permissions, this.now(), directory));
    directory.links++;
  }

  rmdir(path: string): void {
    const { directory, name, inode } = this.existing(path, false);
    if (inode.kind !== 'directory') throw new HostError('ENOTDIR');
    if (inode === this.root) throw new HostError('EBUSY');
    if (name === '.') throw new HostError('EINVAL');
    if (inode.entries.size > 0) throw new HostError('ENOTEMPTY');
    this.remove(directory, name);
    directory.links--;
  }

  unlink(path: string): void {
    const { directory, name, inode } = this.existing(path, false);
    if (inode.kind === 'directory') throw new HostError('EISDIR');
    this.remove(directory, name);
    inode.links--;
  }

  rename(from: string, to: string): void {
    const source = this.existing(from, false);
    const target = this.locate(to.replace(/(?<=.)\/+$/, ''), false);
    if (source.inode === target.inode) return;
    if (source.inode.kind === 'directory') {
      for (let at: DirectoryInode | undefined = target.directory; at !== undefined; at = at.parent)
        if (at === source.inode) throw new HostError('EINVAL');
      if (target.inode !== undefined && target.inode.kind !== 'directory') throw new HostError('ENOTDIR');
      if (target.inode !== undefined && target.inode.entries.size > 0) throw new HostError('ENOTEMPTY');
    } else if (target.inode?.kind === 'directory') throw new HostError('EISDIR');
    if (target.inode !== undefined) target.inode.links--;
    this.remove(source.directory, source.name);
    this.insert(target.directory, target.name, source.inode);
    if (source.inode.kind === 'directory') {
      source.inode.parent = target.directory;
      source.directory.links--;
      if (target.inode === undefined) target.directory.links++;
    }
  }

  link(existing: string, path: string): void {
    const { inode } = this.existing(existing, false);
    if (inode.kind === 'directory') throw new HostError('EPERM');
    const target = this.locate(path, false);
    if (target.inode !== undefined) throw new HostError('EEXIST');
    this.insert(target.directory, target.name, inode);
    inode.links++;
  }

  symlink(target: string, path: string): void {
    if (target === '') throw new HostError('ENOENT');
    const { directory, name, inode } = this.locate(path, false);
    if (inode !== undefined) throw new HostError('EEXIST');
    this.insert(directory, name, new SymlinkInode(++this.lastNumber, target, this.now()));
  }

  readlink(path: string): string {
    const { inode } = this.existing(path, false);
    if (inode.kind !== 'symlink') throw new HostError('EINVAL');
    return inode.target;
  }

  chmod(path: string, mode: number): void {
    this.setMode(this.existing(path, true).inode, mode);
  }

  fchmod(fd: number, mode: number): void {
    this.setMode(this.table.get(fd).inode, mode);
  }

  chown(path: string, uid: number, gid: number, followSymlinks: boolean): void {
    const { inode } = this.existing(path, followSymlinks);
    if (uid !== -1) inode.uid = uid;
    if (gid !== -1) inode.gid = gid;
    inode.ctimeNs = this.now();
  }

  utimes(path: string, atimeNs: bigint, mtimeNs: bigint, followSymlinks: boolean): void {
    this.setTimes(this.existing(path, followSymlinks).inode, atimeNs, mtimeNs);
  }

  futimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    this.setTimes(this.table.get(fd).inode, atimeNs, mtimeNs);
  }

  truncate(path: string, size: number): void {
    const { inode } = this.existing(path, true);
    if (inode.kind === 'directory') throw new HostError('EISDIR');
    if (inode.kind !== 'file') throw new HostError('EINVAL');
    this.resize(inode, size);
  }

  access(path: string, mode: number): void {
    const { inode } = this.existing(path, true);
    if ((mode & W_OK) !== 0 && (inode.mode & 0o222) === 0) throw new HostError('EACCES');
    if ((mode & X_OK) !== 0 && (inode.mode & 0o111) === 0) throw new HostError('EACCES');
  }

  realpath(path: string): string {
    const { directory, name, inode } = this.existing(path, true);
    if (inode.kind === 'directory') return this.pathOf(inode);
    return `${this.pathOf(directory).replace(/\/$/, '')}/${name}`;
  }

  umask(mask: number): number {
    const old = this.mask;
    this.mask = mask & 0o777;
    return old;
  }

  /** Makes a file with its parent directories; for setting up. */
  writeFile(path: string, bytes: Uint8Array): void {
    const parts = path.split('/');
    for (let i = 1; i < parts.length; i++) {
      const parent = parts.slice(0, i).join('/');
      if (parent !== '' && this.tryStat(parent) === undefined) this.mkdir(parent, 0o777);
    }
    const fd = this.open(path, MEMORY_FLAGS.O_WRONLY | MEMORY_FLAGS.O_CREAT | MEMORY_FLAGS.O_TRUNC, 0o666);
    this.write(fd, bytes);
    this.close(fd);
  }

  /** All bytes of a file. */
  readFile(path: string): Uint8Array {
    const { inode } = this.existing(path, true);
    if (inode.kind !== 'file') throw new HostError('EISDIR');
    return inode.data.slice(0, inode.size);
  }

  /** Follows a path to its last name. @throws HostError where a directory on the way is missing. */
  private locate(path: string, followSymlinks: boolean): Location {
    if (path === '') throw new HostError('ENOENT');
    if (path.includes('\0')) throw new HostError('EINVAL');
    let directory = path.startsWith('/') ? this.root : this.workingDirectory;
    const mustBeDirectory = path.endsWith('/');
    const pending = path.split('/').reverse();
    let followed = 0;
    let last: Location = { directory, name: '.', inode: directory };
    while (pending.length > 0) {
      const name = pending.pop()!;
      if (name === '') continue;
      if (name.length > MAX_NAME) throw new HostError('ENAMETOOLONG');
      if (last.inode === undefined) throw new HostError('ENOENT');
      if (last.inode.kind !== 'directory') throw new HostError('ENOTDIR');
      directory = last.inode;
      let inode: Inode | undefined;
      if (name === '.') inode = directory;
      else if (name === '..') inode = directory.parent ?? this.root;
      else inode = directory.entries.get(name);
      const isLast = pending.every((part) => part === '');
      if (inode?.kind === 'symlink' && (!isLast || followSymlinks || mustBeDirectory)) {
        if (++followed > MAX_SYMLINKS) throw new HostError('ELOOP');
        if (inode.target.startsWith('/')) last = { directory: this.root, name: '.', inode: this.root };
        else last = { directory, name: '.', inode: directory };
        pending.push(...inode.target.split('/').reverse());
        continue;
      }
      last = { directory, name, inode };
    }
    if (mustBeDirectory && last.inode !== undefined && last.inode.kind !== 'directory') throw new HostError('ENOTDIR');
    return last;
  }

  private existing(path: string, followSymlinks: boolean): Location & { readonly inode: Inode } {
    const location = this.locate(path, followSymlinks);
    if (location.inode === undefined) throw new HostError('ENOENT');
    return location as Location & { readonly inode: Inode };
  }

  private directoryAt(path: string): DirectoryInode {
    const { inode } = this.existing(path, true);
    if (inode.kind !== 'directory') throw new HostError('ENOTDIR');
    return inode;
  }

  private seekable(fd: number): MemoryFile {
    const file = this.table.get(fd);
    if (file.inode.kind === 'pipe' || file.inode.kind === 'stream') throw new HostError('ESPIPE');
    return file;
  }

  private insert(directory: DirectoryInode, name: string, inode: Inode): void {
    directory.entries.set(name, inode);
    directory.mtimeNs = directory.ctimeNs = this.now();
  }

  private remove(directory: DirectoryInode, name: string): void {
    directory.entries.delete(name);
    directory.mtimeNs = directory.ctimeNs = this.now();
  }

  private resize(inode: FileInode, size: number): void {
    if (size < 0) throw new HostError('EINVAL');
    inode.resize(size);
    inode.mtimeNs = inode.ctimeNs = this.now();
  }

  private setMode(inode: Inode, mode: number): void {
    inode.mode = (inode.mode & S_IFMT) | (mode & 0o7777);
    inode.ctimeNs = this.now();
  }

  private setTimes(inode: Inode, atimeNs: bigint, mtimeNs: bigint): void {
    inode.atimeNs = atimeNs;
    inode.mtimeNs = mtimeNs;
    inode.ctimeNs = this.now();
  }

  private pathOf(directory: DirectoryInode): string {
    const names: string[] = [];
    for (let at = directory; at.parent !== undefined; at = at.parent) {
      const child = at;
      for (const [name, inode] of at.parent.entries) if (inode === child) names.push(name);
    }
    return `/${names.reverse().join('/')}`;
  }

  private statOf(inode: Inode): HostStat {
    let size = 0;
    if (inode.kind === 'file') size = inode.size;
    else if (inode.kind === 'symlink') size = inode.target.length;
    else if (inode.kind === 'pipe') size = inode.buffer.available;
    return {
      dev: 1n,
      ino: BigInt(inode.number),
      mode: inode.mode,
      nlink: inode.links,
      uid: inode.uid,
      gid: inode.gid,
      rdev: 0n,
      size,
      blksize: 4096,
      blocks: Math.ceil(size / 512),
      atimeNs: inode.atimeNs,
      mtimeNs: inode.mtimeNs,
      ctimeNs: inode.ctimeNs,
      birthtimeNs: inode.birthtimeNs,
    };
  }
}
