/// <reference types="node" />
/**
 * Open files over Node's `fs`: reading, writing and the position, which Node gives no access to.
 *
 * A regular file that we opened is read and written by explicit positions. A descriptor that we inherited shares its
 * position with other processes, so it is used at the kernel's position until somebody really seeks in it.
 */
import { SEEK_CUR, SEEK_END, SEEK_SET } from '../contract.ts';
import type { OpenFile } from '../descriptor-table.ts';
import type { PipeBuffer } from '../pipe-buffer.ts';
import { fromNodeError, hostError } from './errors.ts';
import { fs } from './node-modules.ts';

/** What a sleeping main thread waits at; a notification wakes it. */
export const sleepCell = new Int32Array(new SharedArrayBuffer(4));

/** Blocks this thread. */
export function sleepMilliseconds(milliseconds: number): void {
  Atomics.wait(sleepCell, 0, 0, milliseconds);
}

/** Linux' major device number of `/dev/null` and its like. */
const MEMORY_DEVICES = 1;

const O_NONBLOCK = fs.constants.O_NONBLOCK ?? 0;

/** A file, terminal or pipe of the operating system. */
export class NodeFile implements OpenFile {
  readonly descriptor: number;
  readonly flags: number;
  private readonly isInherited: boolean;
  /** Our own position, or `null` to use the kernel's. */
  private position: number | null;
  private seekable: boolean | undefined;

  constructor(descriptor: number, flags: number, isInherited: boolean) {
    this.descriptor = descriptor;
    this.flags = flags;
    this.isInherited = isInherited;
    this.position = null;
  }

  private isSeekable(): boolean {
    if (this.seekable === undefined) {
      const stat = fs.fstatSync(this.descriptor);
      this.seekable = stat.isFile() || stat.isBlockDevice();
      if (this.seekable && !this.isInherited) this.position = 0;
    }
    return this.seekable;
  }

  read(buffer: Uint8Array, offset: number, length: number): number {
    if (length === 0) return 0;
    this.isSeekable();
    const count = this.readAt(buffer, offset, length, this.position);
    if (this.position !== null) this.position += count;
    return count;
  }

  /** @throws HostError; an end of file told as an error (Windows) is 0 bytes. */
  readAt(buffer: Uint8Array, offset: number, length: number, position: number | null): number {
    for (let pause = 1; ; pause = Math.min(pause * 2, 20)) {
      try {
        return fs.readSync(this.descriptor, buffer, offset, length, position);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === 'EOF') return 0;
        if (code !== 'EAGAIN' || (this.flags & O_NONBLOCK) !== 0) throw fromNodeError(error);
        sleepMilliseconds(pause);
      }
    }
  }

  write(bytes: Uint8Array): number {
    this.isSeekable();
    if ((this.flags & fs.constants.O_APPEND) !== 0 && this.position !== null) {
      this.writeAt(bytes, null);
      this.position = fs.fstatSync(this.descriptor).size;
    } else {
      this.writeAt(bytes, this.position);
      if (this.position !== null) this.position += bytes.length;
    }
    return bytes.length;
  }

  /** Writes all bytes. @throws HostError */
  writeAt(bytes: Uint8Array, position: number | null): void {
    let done = 0;
    for (let pause = 1; done < bytes.length;) {
      try {
        const at = position === null ? null : position + done;
        done += fs.writeSync(this.descriptor, bytes, done, bytes.length - done, at);
        pause = 1;
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code !== 'EAGAIN' || (this.flags & O_NONBLOCK) !== 0) throw fromNodeError(error);
        sleepMilliseconds(pause);
        pause = Math.min(pause * 2, 20);
      }
    }
  }

  seek(offset: number, whence: number): number {
    if (!this.isSeekable()) {
      // Devices such as /dev/null can be sought in, to no effect; terminals and pipes cannot.
      if (fs.fstatSync(this.descriptor).isCharacterDevice() && !this.isTerminal()) return 0;
      if (fs.fstatSync(this.descriptor).isDirectory()) return 0;
      throw hostError('ESPIPE');
    }
    const current = this.position ?? this.kernelPosition();
    if (whence === SEEK_CUR && offset === 0) return current;
    let target: number;
    if (whence === SEEK_SET) target = offset;
    else if (whence === SEEK_CUR) target = current + offset;
    else if (whence === SEEK_END) target = fs.fstatSync(this.descriptor).size + offset;
    else throw hostError('EINVAL');
    if (target < 0) throw hostError('EINVAL');
    this.position = target;
    return target;
  }

  /** Where an inherited descriptor stands; Linux tells, elsewhere it is taken to be the start. */
  private kernelPosition(): number {
    try {
      const info = fs.readFileSync(`/proc/self/fdinfo/${this.descriptor}`, 'latin1');
      return Number(/^pos:\s*(\d+)/m.exec(info)?.[1] ?? 0);
    } catch {
      return 0;
    }
  }

  isTerminal(): boolean {
    // The tty module is loaded for character devices only: it drags in Node's network code.
    if (!fs.fstatSync(this.descriptor).isCharacterDevice()) return false;
    // Loading the terminal module takes milliseconds: first what can be no terminal.
    const stat = fs.fstatSync(this.descriptor);
    if (!stat.isCharacterDevice() || (process.platform === 'linux' && stat.rdev >> 8 === MEMORY_DEVICES)) return false;
    return process.getBuiltinModule('node:tty').isatty(this.descriptor);
  }

  close(): void {
    // The standard streams stay open for Node itself.
    if (this.descriptor > 2) fs.closeSync(this.descriptor);
  }
}

/** One end of a pipe within this process. */
export class PipeEnd implements OpenFile {
  readonly buffer: PipeBuffer;
  readonly isWriter: boolean;

  constructor(buffer: PipeBuffer, isWriter: boolean) {
    this.buffer = buffer;
    this.isWriter = isWriter;
  }

  read(buffer: Uint8Array, offset: number, length: number): number {
    if (this.isWriter) throw hostError('EBADF');
    return this.buffer.read(buffer, offset, length);
  }

  write(bytes: Uint8Array, isBlocking = true): number {
    if (!this.isWriter) throw hostError('EBADF');
    return this.buffer.write(bytes, isBlocking);
  }

  close(): void {
    if (this.isWriter) this.buffer.isWriterOpen = false;
    else this.buffer.isReaderOpen = false;
  }
}
