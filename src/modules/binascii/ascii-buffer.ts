/** What the `a2b_…` functions take: bytes-like objects and ASCII text. @cpython Modules/binascii.c ascii_buffer_converter */
import {
  PyBytes,
  asText,
  bufferBytes,
  codePointsOf,
  excTypes,
  typeError,
  typeName,
  typeOf,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { moduleException } from '../module-exception.ts';

export const binasciiError = moduleException('binascii', 'Error', [excTypes.ValueError]);
export const binasciiIncomplete = moduleException('binascii', 'Incomplete', [excTypes.Exception]);

/** The bytes of an argument to decode. @throws ValueError, TypeError */
export function asciiBuffer(value: Value): Uint8Array {
  const text = asText(value);
  if (text !== undefined) {
    const codePoints = codePointsOf(text);
    const bytes = new Uint8Array(codePoints.length);
    for (let i = 0; i < bytes.length; i++) {
      if (codePoints[i]! > 0x7f) throw valueError('string argument should contain only ASCII characters');
      bytes[i] = codePoints[i]!;
    }
    return bytes;
  }
  if (typeOf(value).bf_getbuffer === undefined) {
    throw typeError(`argument should be bytes, buffer or ASCII string, not '${typeName(value)}'`);
  }
  return bufferBytes(value);
}

/** A growing array of bytes. */
export class ByteSink {
  private bytes: Uint8Array;
  length = 0;
  constructor(capacity: number) {
    this.bytes = new Uint8Array(Math.max(16, capacity));
  }
  push(byte: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = byte;
  }
  /** The last byte, or -1. */
  get last(): number {
    return this.length === 0 ? -1 : this.bytes[this.length - 1]!;
  }
  /** Replaces the last byte by its quoted-printable form. */
  quoteLast(digits: Uint8Array): void {
    const code = this.bytes[--this.length]!;
    this.push(61);
    this.push(digits[code >> 4]!);
    this.push(digits[code & 15]!);
  }
  toBytes(): PyBytes {
    return new PyBytes(this.bytes.slice(0, this.length));
  }
}
