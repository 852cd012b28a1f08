/**
 * Getting at the bytes of objects with the buffer protocol.
 *
 * @cpython Objects/abstract.c PyObject_GetBuffer, PyBuffer_Release
 */
import {
  PyByteArray,
  PyBytes,
  PyBUF_FULL_RO,
  PyBUF_SIMPLE,
  PyBUF_WRITABLE,
  bufferError,
  typeError,
  typeName,
  typeOf,
  type PyBuffer,
  type Value,
} from '../core/index.ts';

/** Whether the object exports a buffer. */
export function hasBuffer(value: Value): boolean {
  return typeOf(value).bf_getbuffer !== undefined;
}

/** Opens a buffer; whoever opens it must release it. @throws TypeError, BufferError */
export function getBuffer(value: Value, flags: number): PyBuffer {
  const slot = typeOf(value).bf_getbuffer;
  if (slot === undefined) throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
  return slot(value, flags);
}

/** Closes a buffer. */
export function releaseBuffer(buffer: PyBuffer): void {
  typeOf(buffer.obj).bf_releasebuffer?.(buffer.obj, buffer);
}

/** The bytes of an object right now, not a copy where it can be helped; `undefined` if it exports none. */
export function bufferBytesOrUndefined(value: Value): Uint8Array | undefined {
  if (value instanceof PyBytes) return value.bytes;
  if (value instanceof PyByteArray)
    return value.length === value.bytes.length ? value.bytes : value.bytes.subarray(0, value.length);
  if (!hasBuffer(value)) return undefined;
  const buffer = getBuffer(value, PyBUF_SIMPLE);
  releaseBuffer(buffer);
  return buffer.bytes.subarray(buffer.offset, buffer.offset + buffer.len);
}

/** The bytes of a bytes-like argument. @throws TypeError */
export function bytesArgument(value: Value): Uint8Array {
  const bytes = bufferBytesOrUndefined(value);
  if (bytes === undefined) throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
  return bytes;
}

/** Whether items lie one after the other in the last-index-fastest order. */
export function isContiguous(buffer: PyBuffer): boolean {
  let expected = buffer.itemsize;
  for (let i = buffer.shape.length - 1; i >= 0; i--) {
    if (buffer.shape[i]! > 1 && buffer.strides[i] !== expected) return buffer.len === 0;
    expected *= buffer.shape[i]!;
  }
  return true;
}

/** Copies a buffer's items to consecutive memory. @cpython PyBuffer_ToContiguous */
export function packBuffer(buffer: PyBuffer, order: 'C' | 'F' = 'C'): Uint8Array {
  if (order === 'C' && isContiguous(buffer)) return buffer.bytes.slice(buffer.offset, buffer.offset + buffer.len);
  const result = new Uint8Array(buffer.len);
  const { shape, strides, itemsize, bytes } = buffer;
  if (buffer.len === 0) return result;
  const dimensions = shape.length;
  const place = new Array<number>(dimensions).fill(0);
  for (let at = 0; at < result.length; at += itemsize) {
    let source = buffer.offset;
    for (let d = 0; d < dimensions; d++) source += place[d]! * strides[d]!;
    for (let i = 0; i < itemsize; i++) result[at + i] = bytes[source + i]!;
    if (order === 'C') {
      for (let d = dimensions - 1; d >= 0 && ++place[d]! === shape[d]; d--) place[d] = 0;
    } else {
      for (let d = 0; d < dimensions && ++place[d]! === shape[d]; d++) place[d] = 0;
    }
  }
  return result;
}

/** A copy of the bytes of any exporter, non-contiguous ones included. @throws TypeError */
export function copyOfBuffer(value: Value): Uint8Array {
  const buffer = getBuffer(value, PyBUF_FULL_RO);
  try {
    return packBuffer(buffer);
  } finally {
    releaseBuffer(buffer);
  }
}

/** The buffer of an object that is plain bytes. @throws BufferError when a writable one is asked of a read-only object */
export function plainBuffer(obj: Value, bytes: Uint8Array, length: number, readonly: boolean, flags: number): PyBuffer {
  if (readonly && flags & PyBUF_WRITABLE) throw bufferError('Object is not writable.');
  return { obj, bytes, offset: 0, len: length, readonly, itemsize: 1, format: 'B', shape: [length], strides: [1] };
}
