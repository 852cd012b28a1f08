/**
 * A pipe inside one process: what was written and not yet read.
 *
 * There is one thread, so a read that would have to wait for a writer cannot be served: it asks `whenDry` for more and
 * else throws `EAGAIN` at once.
 */
import { HostError, type HostPipeStatus } from './contract.ts';

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

  /** @throws HostError EPIPE when the reading end is closed. */
  write(bytes: Uint8Array): number {
    if (!this.isReaderOpen) throw new HostError('EPIPE');
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
