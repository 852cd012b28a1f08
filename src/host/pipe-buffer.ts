/**
 * A pipe inside one process: what was written and not yet read.
 *
 * There is one thread, so a read that would have to wait for a writer cannot be served: it asks `whenDry` for more and
 * else throws `EAGAIN` at once.
 */
import { HostError, type HostPipeStatus } from './contract.ts';

/** What a pipe holds, and up to which size a write is never split. @cpython none: Linux pipe(7), PIPE_BUF */
const CAPACITY = 65536;
const ATOMIC = 4096;

/** Bytes on their way through a pipe. */
export class PipeBuffer {
  private chunks: Uint8Array[] = [];
  private size = 0;
  isReaderOpen = true;
  isWriterOpen = true;
  /** Called once when a reader finds nothing: it may write or close the writing end. */
  whenDry: (() => void) | null = null;

  status(isWriter: boolean): HostPipeStatus {
    return { isWriter, available: this.size, isReaderOpen: this.isReaderOpen, isWriterOpen: this.isWriterOpen };
  }

  /** Number of bytes that can be read now. */
  get available(): number {
    return this.size;
  }

  /**
   * @param isBlocking false: takes no more than a pipe of the operating system holds
   * @throws HostError EPIPE when the reading end is closed, EAGAIN when a writer that may not wait finds no room
   */
  write(bytes: Uint8Array, isBlocking = true): number {
    if (!this.isReaderOpen) throw new HostError('EPIPE');
    if (!isBlocking) {
      const room = CAPACITY - this.size;
      if (room <= 0 || (bytes.length <= ATOMIC && room < bytes.length)) throw new HostError('EAGAIN');
      bytes = bytes.subarray(0, room);
    }
    if (bytes.length > 0) this.chunks.push(bytes.slice());
    this.size += bytes.length;
    return bytes.length;
  }

  /** @throws HostError EAGAIN when empty and a writer may still come. */
  read(buffer: Uint8Array, offset: number, length: number): number {
    if (this.size === 0 && this.isWriterOpen && length > 0 && this.whenDry !== null) {
      const action = this.whenDry;
      this.whenDry = null;
      action();
    }
    if (this.size === 0) {
      if (this.isWriterOpen && length > 0) throw new HostError('EAGAIN');
      return 0;
    }
    let done = 0;
    while (done < length && this.chunks.length > 0) {
      const chunk = this.chunks[0]!;
      const count = Math.min(chunk.length, length - done);
      buffer.set(chunk.subarray(0, count), offset + done);
      if (count === chunk.length) this.chunks.shift();
      else this.chunks[0] = chunk.subarray(count);
      done += count;
    }
    this.size -= done;
    return done;
  }
}
