/**
 * Where a pickle is written: bytes in memory, in frames from protocol 4 on, handed to a file's `write` when a frame is full.
 *
 *   FRAME | length, 8 bytes little-endian | contents
 *
 * @cpython Modules/_pickle.c _Pickler_Write, _Pickler_OpcodeBoundary, _Pickler_write_bytes
 */
import { call, PyBytes, type Value } from '../../objects/core/index.ts';
import { FRAME } from './opcodes.ts';

const FRAME_HEADER_SIZE = 9;
const FRAME_SIZE_MIN = 4;
export const FRAME_SIZE_TARGET = 64 * 1024;

export class PickleOutput {
  private bytes = new Uint8Array(1024);
  private view = new DataView(this.bytes.buffer);
  private length = 0;
  private frameStart = -1;
  private isFraming = false;
  private readonly write: Value | null;

  /** @param write the file's method, or null to keep all in memory */
  constructor(write: Value | null) {
    this.write = write;
  }

  startFraming(): void {
    this.isFraming = true;
    this.frameStart = -1;
  }

  endFraming(): void {
    this.endFrame();
    this.isFraming = false;
  }

  /** Room for so many bytes, in a frame; returns where they begin. */
  private reserve(count: number): number {
    const needsFrame = this.isFraming && this.frameStart === -1;
    const needed = this.length + count + (needsFrame ? FRAME_HEADER_SIZE : 0);
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    if (needsFrame) {
      this.frameStart = this.length;
      this.length += FRAME_HEADER_SIZE;
    }
    const at = this.length;
    this.length += count;
    return at;
  }

  byte(value: number): void {
    const at = this.reserve(1);
    this.bytes[at] = value;
  }

  /** An opcode and a byte. */
  short(opcode: number, value: number): void {
    const at = this.reserve(2);
    this.bytes[at] = opcode;
    this.bytes[at + 1] = value;
  }

  /** An opcode and a 16-bit number. */
  half(opcode: number, value: number): void {
    const at = this.reserve(3);
    this.bytes[at] = opcode;
    this.view.setUint16(at + 1, value, true);
  }

  /** An opcode and a 32-bit number. */
  word(opcode: number, value: number): void {
    const at = this.reserve(5);
    this.bytes[at] = opcode;
    this.view.setUint32(at + 1, value, true);
  }

  /** An opcode and a float, high byte first. */
  float(opcode: number, value: number): void {
    const at = this.reserve(9);
    this.bytes[at] = opcode;
    this.view.setFloat64(at + 1, value);
  }

  raw(bytes: Uint8Array): void {
    const at = this.reserve(bytes.length);
    this.bytes.set(bytes, at);
  }

  /** An opcode, ASCII text, and a line end. */
  line(opcode: number, text: string): void {
    this.byte(opcode);
    this.raw(new TextEncoder().encode(`${text}\n`));
  }

  /** What is large stands outside of frames, so that readers need not copy it. */
  largeBytes(header: Uint8Array, payload: Uint8Array): void {
    if (payload.length < FRAME_SIZE_TARGET) {
      this.raw(header);
      this.raw(payload);
      return;
    }
    const wasFraming = this.isFraming;
    if (wasFraming) this.endFrame();
    this.isFraming = false;
    this.raw(header);
    if (this.write === null) this.raw(payload);
    else {
      this.flush();
      call(this.write, [new PyBytes(payload.slice())]);
    }
    this.isFraming = wasFraming;
    this.frameStart = -1;
  }

  /** Between objects: a frame that is full is ended, and written to the file. */
  boundary(): void {
    if (!this.isFraming || this.frameStart === -1) return;
    if (this.length - this.frameStart - FRAME_HEADER_SIZE < FRAME_SIZE_TARGET) return;
    this.endFrame();
    this.flush();
  }

  private endFrame(): void {
    if (!this.isFraming || this.frameStart === -1) return;
    const start = this.frameStart;
    const contents = this.length - start - FRAME_HEADER_SIZE;
    if (contents >= FRAME_SIZE_MIN) {
      this.bytes[start] = FRAME;
      this.view.setBigUint64(start + 1, BigInt(contents), true);
    } else {
      this.bytes.copyWithin(start, start + FRAME_HEADER_SIZE, this.length);
      this.length -= FRAME_HEADER_SIZE;
    }
    this.frameStart = -1;
  }

  /** Hands what there is to the file. */
  flush(): void {
    if (this.write === null) return;
    const data = this.take();
    call(this.write, [new PyBytes(data)]);
  }

  /** What was written, which is then no longer here. */
  take(): Uint8Array {
    const data = this.bytes.slice(0, this.length);
    this.length = 0;
    return data;
  }
}
