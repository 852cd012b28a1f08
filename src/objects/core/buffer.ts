/** The buffer protocol: what `memoryview`, `bytes(x)`, `struct`, files and sockets read from and write to. */
import { thread } from './thread-state.ts';
import { PyBytes, type Value } from './value.ts';
import { typeName, typeOf } from './builtin-types.ts';
import { excTypes, matches, typeError } from './exception.ts';

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
  if (value instanceof PyBytes && !value.ob_type.isHeapType) return value.bytes;
  const buffer = getBuffer(value, PyBUF_SIMPLE);
  const bytes = buffer.bytes.subarray(buffer.offset, buffer.offset + buffer.len);
  releaseBuffer(value, buffer);
  return bytes;
}

/**
 * The memory of an object that a function writes into.
 *
 * @param name of the function, for the message
 * @throws TypeError when it cannot be written to, as the format unit `w*` words it
 */
export function writableBytes(value: Value, name: string): Uint8Array {
  let buffer: PyBuffer;
  try {
    buffer = getBuffer(value, PyBUF_WRITABLE);
  } catch (error) {
    const kind = typeName(value);
    throw isBufferFailure(error)
      ? typeError(`${name}() argument must be read-write bytes-like object, not ${kind}`)
      : error;
  }
  const bytes = buffer.bytes.subarray(buffer.offset, buffer.offset + buffer.len);
  releaseBuffer(value, buffer);
  return bytes;
}

function isBufferFailure(error: unknown): boolean {
  return matches(error, excTypes.TypeError) || matches(error, excTypes.BufferError);
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

type ViewCounter = (owns: (exporter: Value) => boolean) => number;
let countViews: ViewCounter | undefined;

/** Set once: counts the open buffers that memory views in reach of the program have. */
export function setViewCounter(count: ViewCounter): void {
  countViews = count;
}

/**
 * How many of an object's open buffers really are in use: a memory view that the program has dropped without releasing it
 * would have closed its buffer in CPython, where reference counting ends it at once.
 *
 * @param exports number of buffers that were opened and not closed
 */
export function liveExports(exports: number, owns: (exporter: Value) => boolean): number {
  // What compiled code holds cannot be seen.
  return exports === 0 || countViews === undefined || thread.compiledAt >= 0
    ? exports
    : Math.min(exports, countViews(owns));
}

/** How `memoryview` objects are made and looked through; that type's folder says so. */
interface MemoryviewHooks {
  /** A memoryview of the object's buffer. */
  make(object: Value, flags: number): Value;
  /** The buffer of a memoryview, exported anew for `owner`; `undefined` when it is none. */
  bufferOf(view: Value, owner: Value, flags: number): PyBuffer | undefined;
}
let memoryviews: MemoryviewHooks | undefined;

/** Called once when the object model is assembled. */
export function setMemoryviewHooks(hooks: MemoryviewHooks): void {
  memoryviews = hooks;
}
/** `object.__buffer__(flags)` of a builtin type. */
export function memoryviewFor(object: Value, flags: number): Value {
  return memoryviews!.make(object, flags);
}
/** The buffer that a Python `__buffer__` returned as a memoryview. */
export function bufferOfMemoryview(view: Value, owner: Value, flags: number): PyBuffer | undefined {
  return memoryviews!.bufferOf(view, owner, flags);
}
