/** `_IOBase`, `_RawIOBase`, `_BufferedIOBase`, `_TextIOBase`. @cpython Modules/_io/iobase.c, bufferedio.c, textio.c */
import {
  writableBytes,
  None,
  PyByteArray,
  PyBytes,
  PyList,
  asInt,
  bufferBytes,
  bytesType,
  callMethod,
  getAttr,
  getAttrOrUndefined,
  index,
  isInstanceOf,
  isPyException,
  isTrue,
  iterate,
  length,
  method,
  typeError,
  typeName,
  typeSpec,
  valueError,
  newException,
  excTypes,
  type DictOwner,
  type GetSet,
  type Value,
  instanceDict,
} from '../../objects/core/index.ts';
import {
  bufferedIOBaseType,
  ioBaseType,
  rawIOBaseType,
  textIOBaseType,
  unsupported,
  type PyIOBase,
} from './io-types.ts';

/** `stream.closed`. */
export function isClosed(stream: Value): boolean {
  return isTrue(getAttr(stream, 'closed'));
}

export function checkClosed(stream: Value, message = 'I/O operation on closed file.'): void {
  const closed = getAttrOrUndefined(stream, 'closed');
  if (closed !== undefined && isTrue(closed)) throw valueError(message);
}

function refuse(operation: string): (self: Value) => never {
  return () => {
    throw unsupported(operation);
  };
}

function notImplemented(): never {
  throw newException(excTypes.NotImplementedError);
}

/**
 * Does one thing and then another, whatever the first raises. What the second raises has it as its context.
 *
 * @cpython Python/errors.c _PyErr_ChainExceptions1
 */
export function doBoth(first: () => void, second: () => void): void {
  let error: unknown;
  try {
    first();
  } catch (raised) {
    if (!isPyException(raised)) throw raised;
    error = raised;
  }
  try {
    second();
  } catch (raised) {
    if (isPyException(raised) && isPyException(error) && raised !== error) raised.context = error;
    throw raised;
  }
  if (error !== undefined) throw error;
}

/** Closes, flushing first: what a failing flush raises is raised after closing. */
function close(self: Value): Value {
  const base = self as PyIOBase;
  if (isClosed(self)) return None;
  try {
    callMethod(self, 'flush');
  } finally {
    base.isBaseClosed = true;
  }
  return None;
}

/** Closes a stream that nobody has closed; what goes wrong is nobody's concern. @cpython iobase_finalize */
function finalize(self: Value): void {
  try {
    const closed = getAttrOrUndefined(self, 'closed');
    if (closed === undefined || !isTrue(closed)) callMethod(self, 'close');
  } catch (error) {
    if (!isPyException(error)) throw error;
  }
}

/** Number of bytes wanted, -1 for all. */
export function sizeArgument(size: Value | undefined): number {
  if (size === undefined || size === None) return -1;
  if (asInt(size) === undefined && getAttrOrUndefined(size, '__index__') === undefined) {
    throw typeError(`argument should be integer or None, not '${typeName(size)}'`);
  }
  return Number(index(size));
}

/** @cpython _io__IOBase_readline_impl */
function readline(self: Value, size: Value | undefined): Value {
  const limit = sizeArgument(size);
  const peek = getAttrOrUndefined(self, 'peek');
  const parts: number[] = [];
  while (limit < 0 || parts.length < limit) {
    let wanted = 1;
    if (peek !== undefined) {
      const ahead = callMethod(self, 'peek', 1);
      if (!isInstanceOf(ahead, bytesType))
        throw newException(excTypes.OSError, `peek() should have returned a bytes object, not '${typeName(ahead)}'`);
      const bytes = bufferBytes(ahead);
      if (bytes.length > 0) {
        const newline = bytes.indexOf(10);
        wanted = newline < 0 ? bytes.length : newline + 1;
        if (limit >= 0) wanted = Math.min(wanted, limit - parts.length);
      }
    }
    const got = callMethod(self, 'read', wanted);
    if (!isInstanceOf(got, bytesType))
      throw newException(excTypes.OSError, `read() should have returned a bytes object, not '${typeName(got)}'`);
    const bytes = bufferBytes(got);
    if (bytes.length === 0) break;
    for (const byte of bytes) parts.push(byte);
    if (parts.at(-1) === 10) break;
  }
  return new PyBytes(Uint8Array.from(parts));
}

function readlines(self: Value, hint: Value | undefined): Value {
  const limit = hint === undefined || hint === None ? -1 : Number(index(hint));
  const lines: Value[] = [];
  let total = 0;
  for (const line of iterate(self)) {
    lines.push(line);
    total += length(line);
    if (limit > 0 && total >= limit) break;
  }
  return new PyList(lines);
}

/** Closes a stream that nothing refers to any more. @cpython iobase_finalize */
function finalizeStream(self: Value): void {
  let isDone: boolean;
  try {
    isDone = isClosed(self);
  } catch (error) {
    if (!isPyException(error)) throw error;
    return;
  }
  if (isDone) return;
  try {
    callMethod(self, 'close');
  } catch (error) {
    if (!isPyException(error)) throw error;
  }
}

export const ioBaseSpec = typeSpec(ioBaseType, {
  doc: 'The abstract base class for all I/O classes.',
  slots: {
    tp_iter: (self) => {
      checkClosed(self);
      return self;
    },
    tp_iternext: (self) => {
      const line = callMethod(self, 'readline');
      return length(line) === 0 ? undefined : line;
    },
    tp_finalize: finalizeStream,
  },
  methods: {
    seek: method(
      '($self, offset, whence=0, /)',
      refuse('seek'),
      'Change the stream position to the given byte offset.',
    ),
    tell: method('($self, /)', (self: Value) => callMethod(self, 'seek', 0, 1), 'Return current stream position.'),
    truncate: method('($self, size=None, /)', refuse('truncate'), 'Truncate file to size bytes.'),
    flush: method(
      '($self, /)',
      (self: Value) => {
        if (isClosed(self)) throw valueError('I/O operation on closed file.');
      },
      'Flush write buffers, if applicable.',
    ),
    close: method('($self, /)', close, 'Flush and close the IO object.'),
    // A method and no slot: only classes that define their own are to be finalized.
    __del__: method('($self, /)', finalize, 'Called when the instance is about to be destroyed.'),
    seekable: method('($self, /)', () => false, 'Return whether object supports random access.'),
    readable: method('($self, /)', () => false, 'Return whether object was opened for reading.'),
    writable: method('($self, /)', () => false, 'Return whether object was opened for writing.'),
    _checkClosed: method('($self, /)', (self: Value) => checkClosed(self)),
    _checkSeekable: method('($self, /)', (self: Value) => {
      if (!isTrue(callMethod(self, 'seekable'))) throw unsupported('File or stream is not seekable.');
    }),
    _checkReadable: method('($self, /)', (self: Value) => {
      if (!isTrue(callMethod(self, 'readable'))) throw unsupported('File or stream is not readable.');
    }),
    _checkWritable: method('($self, /)', (self: Value) => {
      if (!isTrue(callMethod(self, 'writable'))) throw unsupported('File or stream is not writable.');
    }),
    fileno: method('($self, /)', refuse('fileno'), 'Return underlying file descriptor if one exists.'),
    isatty: method(
      '($self, /)',
      (self: Value) => {
        checkClosed(self);
        return false;
      },
      "Return whether this is an 'interactive' stream.",
    ),
    __enter__: method('($self, /)', (self: Value) => {
      checkClosed(self);
      return self;
    }),
    __exit__: method('($self, /, *args)', (self: Value) => callMethod(self, 'close')),
    readline: method('($self, size=-1, /)', readline, 'Read and return a line from the stream.'),
    readlines: method('($self, hint=-1, /)', readlines, 'Return a list of lines from the stream.'),
    writelines: method(
      '($self, lines, /)',
      (self: Value, lines: Value) => {
        checkClosed(self);
        for (const line of iterate(lines)) callMethod(self, 'write', line);
      },
      'Write a list of lines to stream.',
    ),
  },
  getset: {
    closed: { get: (self) => (self as PyIOBase).isBaseClosed },
    __dict__: { get: (self) => instanceDict(self as DictOwner) },
  },
});

/** @cpython _io__RawIOBase_read_impl */
function rawRead(self: Value, size: Value | undefined): Value {
  const count = size === undefined ? -1 : Number(index(size));
  if (count < 0) return callMethod(self, 'readall');
  const buffer = new PyByteArray(new Uint8Array(count));
  const got = callMethod(self, 'readinto', buffer);
  if (got === None) return None;
  const read = Number(index(got));
  if (read < 0 || read > count) throw valueError(`readinto returned ${read} outside buffer size ${count}`);
  return new PyBytes(buffer.bytes.slice(0, read));
}

/** Joins pieces of bytes. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  let total = 0;
  for (const piece of pieces) total += piece.length;
  const result = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}

function rawReadall(self: Value): Value {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const data = callMethod(self, 'read', 131072);
    if (data === None) return pieces.length === 0 ? None : new PyBytes(concatBytes(pieces));
    if (!isInstanceOf(data, bytesType)) throw typeError('read() should return bytes');
    const bytes = bufferBytes(data);
    if (bytes.length === 0) return new PyBytes(concatBytes(pieces));
    pieces.push(bytes);
  }
}

export const rawIOBaseSpec = typeSpec(rawIOBaseType, {
  doc: 'Base class for raw binary I/O.',
  methods: {
    read: method('($self, size=-1, /)', rawRead),
    readall: method('($self, /)', rawReadall, 'Read until EOF, using multiple read() call.'),
    readinto: method('($self, buffer, /)', notImplemented),
    write: method('($self, b, /)', notImplemented),
  },
});

function readInto(self: Value, buffer: Value, name: 'read' | 'read1'): Value {
  const target = writableBytes(buffer, name === 'read' ? 'readinto' : 'readinto1');
  const data = callMethod(self, name, target.length);
  if (!isInstanceOf(data, bytesType)) throw typeError('read() should return bytes');
  const bytes = bufferBytes(data);
  if (bytes.length > target.length) {
    throw valueError(`read() returned too much data: ${target.length} bytes requested, ${bytes.length} returned`);
  }
  target.set(bytes);
  return bytes.length;
}

export const bufferedIOBaseSpec = typeSpec(bufferedIOBaseType, {
  doc: 'Base class for buffered IO objects.',
  methods: {
    detach: method(
      '($self, /)',
      refuse('detach'),
      'Disconnect this buffer from its underlying raw stream and return it.',
    ),
    read: method('($self, size=-1, /)', refuse('read'), 'Read and return up to n bytes.'),
    read1: method('($self, size=-1, /)', refuse('read1'), 'Read and return up to size bytes.'),
    write: method('($self, b, /)', refuse('write'), 'Write buffer b to the IO stream.'),
    readinto: method('($self, buffer, /)', (self: Value, buffer: Value) => readInto(self, buffer, 'read')),
    readinto1: method('($self, buffer, /)', (self: Value, buffer: Value) => readInto(self, buffer, 'read1')),
  },
});

const none: GetSet = { get: () => None };

export const textIOBaseSpec = typeSpec(textIOBaseType, {
  doc: 'Base class for text I/O.',
  methods: {
    detach: method('($self, /)', refuse('detach'), 'Separate the underlying buffer from the TextIOBase and return it.'),
    read: method('($self, size=-1, /)', refuse('read'), 'Read at most size characters from stream.'),
    readline: method('($self, size=-1, /)', refuse('readline'), 'Read until newline or EOF.'),
    write: method('($self, s, /)', refuse('write'), 'Write string s to stream.'),
  },
  getset: { encoding: none, newlines: none, errors: none },
});
