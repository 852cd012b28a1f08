/**
 * What the objects of `zlib` share: pako's streams, gathering output, copying a stream, and errors.
 *
 * @cpython Modules/zlibmodule.c zlib_error, OutputBuffer_*
 */
import type { ZStream } from 'pako';
import { excTypes, type PyBaseException } from '../../objects/core/index.ts';
import { moduleException } from '../module-exception.ts';

export const Z_NO_FLUSH = 0;
export const Z_SYNC_FLUSH = 2;
export const Z_FINISH = 4;
export const Z_OK = 0;
export const Z_STREAM_END = 1;
export const Z_NEED_DICT = 2;
export const Z_STREAM_ERROR = -2;
export const Z_DATA_ERROR = -3;
export const Z_BUF_ERROR = -5;

export const zlibException = moduleException('zlib', 'error', [excTypes.Exception]);

const MESSAGES: Readonly<Record<number, string>> = {
  [Z_BUF_ERROR]: 'incomplete or truncated stream',
  [Z_STREAM_ERROR]: 'inconsistent stream state',
  [Z_DATA_ERROR]: 'invalid input data',
};

/** The exception for a status of the library. @param what what was going on: "while compressing data" */
export function zlibError(stream: ZStream | null, status: number, what: string): PyBaseException {
  // pako words it where zlib, of which the state is gone, says nothing.
  const own = status === Z_STREAM_ERROR ? undefined : stream?.msg || undefined;
  const message = own ?? MESSAGES[status];
  return zlibException.error(`Error ${status} ${what}${message === undefined ? '' : `: ${message}`}`);
}

/** Bytes that come in pieces. */
export class OutputBuffer {
  private readonly pieces: Uint8Array[] = [];
  length = 0;

  push(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.pieces.push(piece);
    this.length += piece.length;
  }

  finish(): Uint8Array {
    if (this.pieces.length === 1) return this.pieces[0]!;
    const result = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.pieces) {
      result.set(piece, at);
      at += piece.length;
    }
    return result;
  }
}

const FIRST_BLOCK = 16 * 1024;
const LARGEST_BLOCK = 1024 * 1024;

/**
 * Gives the stream room for output while `step` asks for more.
 *
 * @param limit no more bytes than this; -1 is no limit
 * @param step does a piece of the work; gives whether there may be more output
 */
export function gatherOutput(stream: ZStream, limit: number, step: () => boolean): Uint8Array {
  const output = new OutputBuffer();
  let size = FIRST_BLOCK;
  for (;;) {
    const room = limit < 0 ? size : Math.min(size, limit - output.length);
    stream.output = new Uint8Array(room);
    stream.next_out = 0;
    stream.avail_out = room;
    const wantsMore = step();
    output.push(stream.output.subarray(0, stream.next_out));
    if (!wantsMore || (limit >= 0 && output.length >= limit)) break;
    size = Math.min(size * 2, LARGEST_BLOCK);
  }
  const bytes = output.finish();
  return bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
}

/** Makes `bytes` the stream's input. */
export function setInput(stream: ZStream, bytes: Uint8Array): void {
  stream.input = bytes;
  stream.next_in = 0;
  stream.avail_in = bytes.length;
}

/** What the stream has not read of its input. */
export function restOfInput(stream: ZStream): Uint8Array {
  return stream.input.slice(stream.next_in, stream.next_in + stream.avail_in);
}

/** A stream in the same state, which shares nothing with it. @cpython deflateCopy, inflateCopy */
export function copyStream(stream: ZStream): ZStream {
  return cloneGraph(stream, new Map()) as ZStream;
}

function cloneGraph(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (ArrayBuffer.isView(value)) {
    const source = value as Uint8Array;
    // Views of one buffer stay views of one buffer.
    const buffer = cloneGraph(source.buffer, seen) as ArrayBuffer;
    const View = source.constructor as new (buffer: ArrayBuffer, offset: number, length: number) => Uint8Array;
    const view = new View(buffer, source.byteOffset, source.length);
    seen.set(value, view);
    return view;
  }
  if (value instanceof ArrayBuffer) {
    const copy = value.slice(0);
    seen.set(value, copy);
    return copy;
  }
  const copy = (Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value))) as Record<string, unknown>;
  seen.set(value, copy);
  for (const key of Object.keys(value)) copy[key] = cloneGraph((value as Record<string, unknown>)[key], seen);
  return copy;
}
