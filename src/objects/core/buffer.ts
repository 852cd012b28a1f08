/** The buffer protocol: what `memoryview`, `bytes(x)`, `struct`, files and sockets read from and write to. */
import type { Value } from './value.ts';
import { typeName, typeOf } from './builtin-types.ts';
import { typeError } from './exception.ts';

/** @cpython Include/pybuffer.h */
export const PyBUF_SIMPLE = 0;
export const PyBUF_WRITABLE = 1;
export const PyBUF_FORMAT = 4;
export const PyBUF_ND = 8;
export const PyBUF_STRIDES = 0x18;
export const PyBUF_FULL_RO = 0x11c;

export interface PyBuffer {
  readonly obj: Value;
  /** The exporter's memory. Live: writing to it changes the exporter, unless `readonly`. */
  readonly bytes: Uint8Array;
  /** Offset of the first item in `bytes`. */
  readonly offset: number;
  /** Length in bytes. */
  readonly len: number;
  readonly readonly: boolean;
  readonly itemsize: number;
  /** A `struct` format; 'B' for plain bytes. */
  readonly format: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/**
 * The contents of a bytes-like object as one run of bytes: live memory where the buffer is contiguous, else a copy.
 *
 * @throws TypeError when it has no buffer
 */
export function bufferBytes(value: Value): Uint8Array {
  const buffer = getBuffer(value, PyBUF_SIMPLE);
  const bytes = buffer.bytes.subarray(buffer.offset, buffer.offset + buffer.len);
  releaseBuffer(value, buffer);
  return bytes;
}

/** @throws TypeError when it has no buffer, BufferError when it cannot give one of that kind */
export function getBuffer(value: Value, flags: number): PyBuffer {
  const slot = typeOf(value).bf_getbuffer;
  if (slot === undefined) throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
  return slot(value, flags);
}

export function releaseBuffer(value: Value, buffer: PyBuffer): void {
  typeOf(value).bf_releasebuffer?.(value, buffer);
}
