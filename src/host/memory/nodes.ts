/** What an in-memory file system consists of: inodes, and open files over them. */
import { HostError, S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK, S_IFREG, SEEK_CUR, SEEK_END, SEEK_SET } from '../contract.ts';
import type { OpenFile } from '../descriptor-table.ts';
import type { PipeBuffer } from '../pipe-buffer.ts';

/** What every inode has. */
export class InodeFields {
  readonly number: number;
  /** Type and permission bits. */
  mode: number;
  links = 1;
  uid = 0;
  gid = 0;
  atimeNs: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
  readonly birthtimeNs: bigint;

  constructor(number: number, mode: number, nowNs: bigint) {
    this.number = number;
    this.mode = mode;
    this.atimeNs = this.mtimeNs = this.ctimeNs = this.birthtimeNs = nowNs;
  }
}

/** A regular file; `data` has room to grow, `size` is its length. */
export class FileInode extends InodeFields {
  readonly kind = 'file';
  data = new Uint8Array(0);
  size = 0;

  constructor(number: number, permissions: number, nowNs: bigint) {
    super(number, S_IFREG | permissions, nowNs);
  }

  resize(size: number): void {
    if (size > this.data.length) {
      const grown = new Uint8Array(Math.max(size, this.data.length * 2, 64));
      grown.set(this.data.subarray(0, this.size));
      this.data = grown;
    } else if (size < this.size) this.data.fill(0, size, this.size);
    this.size = size;
  }

  write(bytes: Uint8Array, position: number): void {
    if (position + bytes.length > this.size) this.resize(position + bytes.length);
    this.data.set(bytes, position);
  }

  read(buffer: Uint8Array, offset: number, length: number, position: number): number {
    const count = Math.max(0, Math.min(length, this.size - position));
    buffer.set(this.data.subarray(position, position + count), offset);
    return count;
  }
}

export class DirectoryInode extends InodeFields {
  readonly kind = 'directory';
  readonly entries = new Map<string, Inode>();
  parent: DirectoryInode | undefined;

  constructor(number: number, permissions: number, nowNs: bigint, parent?: DirectoryInode) {
    super(number, S_IFDIR | permissions, nowNs);
    this.parent = parent;
    this.links = 2;
  }
}

export class SymlinkInode extends InodeFields {
  readonly kind = 'symlink';
  readonly target: string;

  constructor(number: number, target: string, nowNs: bigint) {
    super(number, S_IFLNK | 0o777, nowNs);
    this.target = target;
  }
}

/** A character device: a standard stream of a memory host. */
export class StreamInode extends InodeFields {
  readonly kind = 'stream';
  readonly readChunk: (length: number) => Uint8Array;
  readonly writeChunk: (bytes: Uint8Array) => void;
  readonly isTerminal: boolean;

  constructor(
    number: number,
    nowNs: bigint,
    readChunk: (length: number) => Uint8Array,
    writeChunk: (bytes: Uint8Array) => void,
    isTerminal: boolean,
  ) {
    super(number, (isTerminal ? S_IFCHR : S_IFIFO) | 0o620, nowNs);
    this.readChunk = readChunk;
    this.writeChunk = writeChunk;
    this.isTerminal = isTerminal;
  }
}

/** A pipe, which has no name. */
export class PipeInode extends InodeFields {
  readonly kind = 'pipe';
  readonly buffer: PipeBuffer;

  constructor(number: number, nowNs: bigint, buffer: PipeBuffer) {
    super(number, S_IFIFO | 0o600, nowNs);
    this.buffer = buffer;
  }
}

export type Inode = FileInode | DirectoryInode | SymlinkInode | StreamInode | PipeInode;

/** Linux's numbers for the flags of `open`. */
export const MEMORY_FLAGS = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_ACCMODE: 3,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_NOCTTY: 0o400,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_NONBLOCK: 0o4000,
  O_DSYNC: 0o10000,
  O_DIRECTORY: 0o200000,
  O_NOFOLLOW: 0o400000,
  O_CLOEXEC: 0o2000000,
  O_SYNC: 0o4010000,
} as const;

/** An inode opened with flags, and the position in it. */
export class MemoryFile implements OpenFile {
  readonly inode: Inode;
  readonly flags: number;
  private readonly now: () => bigint;
  private position = 0;

  constructor(inode: Inode, flags: number, now: () => bigint) {
    this.inode = inode;
    this.flags = flags;
    this.now = now;
  }

  read(buffer: Uint8Array, offset: number, length: number): number {
    const count = this.readAt(buffer, offset, length, this.position);
    this.position += count;
    return count;
  }

  readAt(buffer: Uint8Array, offset: number, length: number, position: number): number {
    if ((this.flags & MEMORY_FLAGS.O_ACCMODE) === MEMORY_FLAGS.O_WRONLY) throw new HostError('EBADF');
    switch (this.inode.kind) {
      case 'file':
        return this.inode.read(buffer, offset, length, position);
      case 'stream': {
        const chunk = this.inode.readChunk(length);
        buffer.set(chunk, offset);
        return chunk.length;
      }
      case 'pipe':
        return this.inode.buffer.read(buffer, offset, length);
      default:
        throw new HostError('EISDIR');
    }
  }

  write(bytes: Uint8Array, isBlocking = true): number {
    if (this.inode.kind === 'pipe' && (this.flags & MEMORY_FLAGS.O_ACCMODE) !== MEMORY_FLAGS.O_RDONLY) {
      return this.inode.buffer.write(bytes, isBlocking);
    }
    if ((this.flags & MEMORY_FLAGS.O_APPEND) !== 0 && this.inode.kind === 'file') this.position = this.inode.size;
    this.writeAt(bytes, this.position);
    this.position += bytes.length;
    return bytes.length;
  }

  writeAt(bytes: Uint8Array, position: number): void {
    if ((this.flags & MEMORY_FLAGS.O_ACCMODE) === MEMORY_FLAGS.O_RDONLY) throw new HostError('EBADF');
    const inode = this.inode;
    if (inode.kind === 'file') {
      inode.write(bytes, position);
      inode.mtimeNs = inode.ctimeNs = this.now();
    } else if (inode.kind === 'stream') inode.writeChunk(bytes);
    else if (inode.kind === 'pipe') inode.buffer.write(bytes);
    else throw new HostError('EBADF');
  }

  seek(offset: number, whence: number): number {
    if (this.inode.kind === 'stream' || this.inode.kind === 'pipe') throw new HostError('ESPIPE');
    const size = this.inode.kind === 'file' ? this.inode.size : 0;
    let target: number;
    if (whence === SEEK_SET) target = offset;
    else if (whence === SEEK_CUR) target = this.position + offset;
    else if (whence === SEEK_END) target = size + offset;
    else throw new HostError('EINVAL');
    if (target < 0) throw new HostError('EINVAL');
    return (this.position = target);
  }

  close(): void {
    if (this.inode.kind !== 'pipe') return;
    if ((this.flags & MEMORY_FLAGS.O_ACCMODE) === MEMORY_FLAGS.O_WRONLY) this.inode.buffer.isWriterOpen = false;
    else this.inode.buffer.isReaderOpen = false;
  }
}
