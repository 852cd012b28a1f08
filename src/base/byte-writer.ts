/** A growing buffer of bytes, little-endian as everything in a `.pyc` is. */

const scratch = new DataView(new ArrayBuffer(8));

/** Bytes being written. */
export class ByteWriter {
  private buffer: Uint8Array;
  private length = 0;

  constructor(capacity = 256) {
    this.buffer = new Uint8Array(capacity);
  }

  /** Number of bytes written so far. */
  get size(): number {
    return this.length;
  }

  private reserve(count: number): number {
    const start = this.length;
    const end = start + count;
    if (end > this.buffer.length) {
      const grown = new Uint8Array(Math.max(end, this.buffer.length * 2));
      grown.set(this.buffer.subarray(0, start));
      this.buffer = grown;
    }
    this.length = end;
    return start;
  }

  /** The low 8 bits of `value`. */
  uint8(value: number): void {
    const at = this.reserve(1);
    this.buffer[at] = value;
  }

  /** The low 16 bits of `value`. */
  uint16(value: number): void {
    const at = this.reserve(2);
    this.buffer[at] = value;
    this.buffer[at + 1] = value >>> 8;
  }

  /** The low 32 bits of `value`. */
  uint32(value: number): void {
    const at = this.reserve(4);
    const { buffer } = this;
    buffer[at] = value;
    buffer[at + 1] = value >>> 8;
    buffer[at + 2] = value >>> 16;
    buffer[at + 3] = value >>> 24;
  }

  /** An IEEE 754 double. */
  float64(value: number): void {
    scratch.setFloat64(0, value, true);
    const at = this.reserve(8);
    for (let i = 0; i < 8; i++) this.buffer[at + i] = scratch.getUint8(i);
  }

  bytes(bytes: Uint8Array): void {
    const at = this.reserve(bytes.length);
    this.buffer.set(bytes, at);
  }

  /** The low 8 bits of every UTF-16 unit. */
  latin1(text: string): void {
    const at = this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.buffer[at + i] = text.charCodeAt(i);
  }

  /** A copy of what has been written. */
  toBytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}
