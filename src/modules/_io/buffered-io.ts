/**
 * `BufferedReader`, `BufferedWriter`, `BufferedRandom`, `BufferedRWPair`.
 *
 * One class has a read buffer (`ahead`, from `readAt`) and a write buffer (`pending`); at most one of the two holds
 * bytes at a time: reading flushes first, writing gives back what was read ahead by seeking.
 *
 * @cpython Modules/_io/bufferedio.c
 */
import {
  writableBytes,
  None,
  PyBytes,
  allocate,
  argumentBinder,
  bufferBytes,
  callMethod,
  getAttr,
  getAttrOrUndefined,
  index,
  isTrue,
  matches,
  method,
  excTypes,
  reprHost,
  runtimeError,
  strFromUtf16,
  typeName,
  typeSpec,
  valueError,
  type Kwnames,
  type PyType,
  type TypeBehaviour,
  type TypeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { concatBytes, doBoth, sizeArgument } from './io-base.ts';
import {
  DEFAULT_BUFFER_SIZE,
  PyIOBase,
  bufferedIOBaseType,
  concreteStreamType,
  unsupported,
  wouldBlock,
} from './io-types.ts';
import type { HostStat } from '../../host/contract.ts';
import { PyFileIO } from './file-io.ts';
import { noteFlushed, noteUnflushed } from './unflushed.ts';
import { rawStream, type RawStream } from './raw-stream.ts';

const EMPTY = new Uint8Array(0);

export class PyBuffered extends PyIOBase {
  raw: RawStream | null = null;
  isDetached = false;
  canRead = false;
  canWrite = false;
  bufferSize = DEFAULT_BUFFER_SIZE;
  ahead: Uint8Array = EMPTY;
  readAt = 0;
  readEnd = 0;
  pending: Uint8Array = EMPTY;
  pendingLength = 0;
  /** Where reads go; made on first use. */
  block: Uint8Array | null = null;
  isNoted = false;
  fileStat(): HostStat | null | undefined {
    return this.raw !== null && this.raw.object instanceof PyFileIO ? this.raw.object.stat : undefined;
  }
}

export const bufferedReaderType = concreteStreamType('BufferedReader', bufferedIOBaseType, class extends PyBuffered {});
export const bufferedWriterType = concreteStreamType('BufferedWriter', bufferedIOBaseType, class extends PyBuffered {});
export const bufferedRandomType = concreteStreamType('BufferedRandom', bufferedIOBaseType, class extends PyBuffered {});

type Ready = PyBuffered & { raw: RawStream };

function ready(self: Value): Ready {
  const stream = self as PyBuffered;
  if (stream.raw === null) {
    throw valueError(stream.isDetached ? 'raw stream has been detached' : 'I/O operation on uninitialized object');
  }
  return stream as Ready;
}

function isRawClosed(stream: Ready): boolean {
  return isTrue(getAttr(stream.raw.object, 'closed'));
}

function usable(self: Value, what: string): Ready {
  const stream = ready(self);
  if (isRawClosed(stream)) throw valueError(`${what} of closed file`);
  return stream;
}

/** Writes out what is pending. */
export function flushBuffered(stream: Ready): void {
  let start = 0;
  while (start < stream.pendingLength) {
    const written = stream.raw.write(stream.pending.subarray(start, stream.pendingLength));
    if (written === null) {
      stream.pending = stream.pending.slice(start, stream.pendingLength);
      stream.pendingLength -= start;
      throw wouldBlock('write could not complete without blocking', 0);
    }
    start += written;
  }
  stream.pendingLength = 0;
  if (stream.isNoted) noteFlushed(stream);
}

/** Gives back what was read ahead. */
function dropReadAhead(stream: Ready): void {
  const left = stream.readEnd - stream.readAt;
  stream.readAt = stream.readEnd = 0;
  if (left > 0 && stream.canWrite) stream.raw.seek(-left, 1);
}

/** Reads one block ahead; 0 at the end, null when it would block. */
function fill(stream: Ready): number | null {
  stream.block ??= new Uint8Array(stream.bufferSize);
  const got = stream.raw.readInto(stream.block, 0, stream.bufferSize);
  stream.ahead = stream.block;
  stream.readAt = 0;
  stream.readEnd = got ?? 0;
  return got;
}

function takeAhead(stream: Ready, count: number): Uint8Array {
  const end = Math.min(stream.readEnd, stream.readAt + count);
  const piece = stream.ahead.slice(stream.readAt, end);
  stream.readAt = end;
  return piece;
}

/** `read()`: everything up to the end. */
function readAll(stream: Ready): Value {
  const head = takeAhead(stream, stream.readEnd - stream.readAt);
  const readall = getAttrOrUndefined(stream.raw.object, 'readall');
  if (readall !== undefined) {
    const rest = stream.raw.readAll();
    if (rest === null) return head.length === 0 ? None : new PyBytes(head);
    return new PyBytes(head.length === 0 ? rest.slice() : concatBytes([head, rest]));
  }
  const pieces = [head];
  for (;;) {
    const got = fill(stream);
    if (got === null || got === 0) {
      return got === null && pieces.every((piece) => piece.length === 0) ? None : new PyBytes(concatBytes(pieces));
    }
    pieces.push(takeAhead(stream, got));
  }
}

function readBytes(stream: Ready, count: number): Value {
  if (stream.pendingLength > 0) flushBuffered(stream);
  if (count < 0) return readAll(stream);
  const pieces = [takeAhead(stream, count)];
  let missing = count - pieces[0]!.length;
  while (missing > 0) {
    if (missing >= stream.bufferSize) {
      const block = new Uint8Array(missing - (missing % stream.bufferSize));
      const got = stream.raw.readInto(block, 0, block.length);
      if (got === null || got === 0) {
        if (got === null && missing === count) return None;
        break;
      }
      pieces.push(block.subarray(0, got));
      missing -= got;
      continue;
    }
    const got = fill(stream);
    if (got === null || got === 0) {
      if (got === null && missing === count) return None;
      break;
    }
    const piece = takeAhead(stream, missing);
    pieces.push(piece);
    missing -= piece.length;
  }
  return new PyBytes(pieces.length === 1 ? pieces[0]! : concatBytes(pieces));
}

/** Bytes of what is buffered, or of one raw read. */
function readOnce(stream: Ready, count: number): Uint8Array {
  if (stream.pendingLength > 0) flushBuffered(stream);
  if (stream.readAt < stream.readEnd) return takeAhead(stream, count);
  const block = new Uint8Array(count);
  const got = stream.raw.readInto(block, 0, count) ?? 0;
  return block.slice(0, got);
}

/** What is buffered and what one raw read gives; null when that would block. @cpython _buffered_readinto_generic */
function readOnceInto(stream: Ready, target: Uint8Array): number | null {
  if (stream.pendingLength > 0) flushBuffered(stream);
  const ahead = takeAhead(stream, target.length);
  target.set(ahead);
  const missing = target.length - ahead.length;
  if (missing > stream.bufferSize) {
    const got = stream.raw.readInto(target, ahead.length, missing);
    return got === null && ahead.length === 0 ? null : ahead.length + (got ?? 0);
  }
  if (missing === 0 || ahead.length > 0) return ahead.length;
  if (fill(stream) === null) return null;
  const read = takeAhead(stream, missing);
  target.set(read);
  return read.length;
}

function readLine(stream: Ready, limit: number): Uint8Array {
  if (stream.pendingLength > 0) flushBuffered(stream);
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const room = limit < 0 ? Infinity : limit - total;
    const newline = stream.ahead.subarray(0, stream.readEnd).indexOf(10, stream.readAt);
    const wanted = Math.min(newline < 0 ? stream.readEnd - stream.readAt : newline + 1 - stream.readAt, room);
    const piece = takeAhead(stream, wanted);
    total += piece.length;
    pieces.push(piece);
    if (newline >= 0 || total === limit) break;
    const got = fill(stream);
    if (got === null || got === 0) break;
  }
  return pieces.length === 1 ? pieces[0]! : concatBytes(pieces);
}

/** Takes bytes into the buffer, writing when it is full. */
export function writeBuffered(stream: Ready, bytes: Uint8Array): void {
  dropReadAhead(stream);
  if (stream.pendingLength + bytes.length > stream.bufferSize || bytes.length >= stream.bufferSize) {
    bytes = writeThrough(stream, bytes);
    if (bytes.length === 0) return;
  }
  keep(stream, bytes);
}

/**
 * Writes what is pending and, of bytes that the buffer cannot hold, as much as it must.
 *
 * @returns the rest, for the buffer
 * @throws BlockingIOError that tells how many bytes were taken @cpython _io_BufferedWriter_write_impl
 */
function writeThrough(stream: Ready, bytes: Uint8Array): Uint8Array {
  try {
    flushBuffered(stream);
  } catch (error) {
    if (!matches(error, excTypes.BlockingIOError) || error.field('characters_written') === None) throw error;
    const room = stream.bufferSize - stream.pendingLength;
    if (bytes.length <= room) return bytes;
    keep(stream, bytes.subarray(0, room));
    throw wouldBlock('write could not complete without blocking', room);
  }
  let start = 0;
  while (bytes.length - start > stream.bufferSize) {
    const written = stream.raw.write(bytes.subarray(start));
    if (written === null) {
      keep(stream, bytes.subarray(start, start + stream.bufferSize));
      throw wouldBlock('write could not complete without blocking', start + stream.bufferSize);
    }
    start += written;
  }
  return bytes.subarray(start);
}

/** Puts bytes that fit into the buffer. */
function keep(stream: Ready, bytes: Uint8Array): void {
  const needed = stream.pendingLength + bytes.length;
  if (needed > stream.pending.length) {
    const grown = new Uint8Array(Math.min(stream.bufferSize, Math.max(needed, stream.pending.length * 2, 1024)));
    grown.set(stream.pending.subarray(0, stream.pendingLength));
    stream.pending = grown;
  }
  stream.pending.set(bytes, stream.pendingLength);
  stream.pendingLength = needed;
  if (!stream.isNoted) noteUnflushed(stream);
}

function seek(self: Value, target: Value, whence?: Value): Value {
  const stream = usable(self, 'seek');
  const origin = whence === undefined ? 0 : Number(index(whence));
  if (origin < 0 || origin > 4) throw valueError(`whence value ${origin} unsupported`);
  if (!stream.raw.isSeekable()) throw unsupported('File or stream is not seekable.');
  const offset = Number(index(target));
  if (stream.pendingLength > 0) flushBuffered(stream);
  const left = stream.readEnd - stream.readAt;
  if (origin !== 2 && left > 0) {
    const current = Math.max(stream.raw.tell() - left, 0);
    const distance = origin === 0 ? offset - current : offset;
    if (distance >= -stream.readAt && distance <= left) {
      stream.readAt += distance;
      return current + distance;
    }
    stream.readAt = stream.readEnd = 0;
    return stream.raw.seek(current + distance, 0);
  }
  stream.readAt = stream.readEnd = 0;
  return stream.raw.seek(offset, origin);
}

function tell(self: Value): Value {
  const stream = ready(self);
  // Devices may say that they are at their beginning whatever was read.
  return Math.max(stream.raw.tell() - (stream.readEnd - stream.readAt) + stream.pendingLength, 0);
}

function close(self: Value): Value {
  const stream = self as PyBuffered;
  if (stream.raw === null) throw valueError('raw stream has been detached');
  const open = stream as Ready;
  if (isRawClosed(open)) return None;
  doBoth(
    () => callMethod(self, 'flush'),
    () => {
      stream.block = null;
      stream.ahead = stream.pending = EMPTY;
      stream.readAt = stream.readEnd = stream.pendingLength = 0;
      if (stream.isNoted) noteFlushed(stream);
      callMethod(open.raw.object, 'close');
    },
  );
  return None;
}

function detach(self: Value): Value {
  const stream = ready(self);
  callMethod(self, 'flush');
  const { object } = stream.raw;
  (stream as PyBuffered).raw = null;
  stream.isDetached = true;
  return object;
}

const delegate =
  (name: string) =>
  (self: Value): Value =>
    callMethod(ready(self).raw.object, name);

const commonBehaviour: TypeBehaviour = {
  methods: {
    detach: method('($self, /)', detach),
    flush: method('($self, /)', (self: Value) => {
      const stream = usable(self, 'flush');
      if (!stream.canWrite) return callMethod(stream.raw.object, 'flush');
      flushBuffered(stream);
      if (stream.canRead) dropReadAhead(stream);
      return None;
    }),
    close: method('($self, /)', close),
    seekable: method('($self, /)', (self: Value) => ready(self).raw.isSeekable()),
    fileno: method('($self, /)', delegate('fileno')),
    isatty: method('($self, /)', delegate('isatty')),
    seek: method('($self, target, whence=0, /)', seek),
    tell: method('($self, /)', tell),
    truncate: method('($self, pos=None, /)', (self: Value, position?: Value) => {
      const stream = usable(self, 'truncate');
      if (!stream.canWrite) throw unsupported('truncate');
      const to = position === undefined || position === None ? tell(self) : position;
      flushBuffered(stream);
      dropReadAhead(stream);
      return callMethod(stream.raw.object, 'truncate', to);
    }),
    _dealloc_warn: method('($self, source, /)', () => None),
  },
  members: { raw: { get: (self) => (self as PyBuffered).raw?.object ?? None } },
  getset: {
    closed: { get: (self) => isRawClosed(ready(self)) },
    name: { get: (self) => getAttr(ready(self).raw.object, 'name') },
    mode: { get: (self) => getAttr(ready(self).raw.object, 'mode') },
    _finalizing: { get: () => false },
  },
  slots: {
    tp_repr: (self) => {
      const raw = (self as PyBuffered).raw;
      let name: Value | undefined;
      try {
        name = raw === null ? undefined : getAttrOrUndefined(raw.object, 'name');
      } catch (error) {
        if (!matches(error, excTypes.ValueError)) throw error;
      }
      const type = typeName(self);
      return strFromUtf16(name === undefined ? `<${type}>` : `<${type} name=${reprHost(name)}>`);
    },
  },
};

const readMethods = {
  read: method('($self, size=-1, /)', (self: Value, size?: Value) => {
    const count = sizeArgument(size);
    if (count < -1) throw valueError('read length must be non-negative or -1');
    return readBytes(usable(self, 'read'), count);
  }),
  read1: method('($self, size=-1, /)', (self: Value, size?: Value) => {
    const stream = usable(self, 'read');
    const count = size === undefined ? -1 : Number(index(size));
    return new PyBytes(count === 0 ? EMPTY : readOnce(stream, count < 0 ? stream.bufferSize : count));
  }),
  readinto: method('($self, buffer, /)', (self: Value, buffer: Value) => {
    const stream = usable(self, 'readinto');
    const target = writableBytes(buffer, 'readinto');
    const data = readBytes(stream, target.length);
    if (data === None) return None;
    const bytes = bufferBytes(data);
    target.set(bytes);
    return bytes.length;
  }),
  readinto1: method('($self, buffer, /)', (self: Value, buffer: Value) => {
    const stream = usable(self, 'readinto');
    return readOnceInto(stream, writableBytes(buffer, 'readinto1')) ?? None;
  }),
  readline: method(
    '($self, size=-1, /)',
    (self: Value, size?: Value) => new PyBytes(readLine(usable(self, 'readline'), sizeArgument(size))),
  ),
  peek: method('($self, size=0, /)', (self: Value) => {
    const stream = usable(self, 'peek');
    if (stream.pendingLength > 0) flushBuffered(stream);
    if (stream.readAt >= stream.readEnd) fill(stream);
    return new PyBytes(stream.ahead.slice(stream.readAt, stream.readEnd));
  }),
  readable: method('($self, /)', delegate('readable')),
};

const writeMethods = {
  write: method('($self, buffer, /)', (self: Value, data: Value) => {
    const stream = ready(self);
    const bytes = bufferBytes(data);
    if (isRawClosed(stream)) throw valueError('write to closed file');
    writeBuffered(stream, bytes);
    return bytes.length;
  }),
  writable: method('($self, /)', delegate('writable')),
};

/** `tp_iternext` of readers: lines. */
const nextLine = (self: Value): Value | undefined => {
  const line = readLine(usable(self, 'readline'), -1);
  return line.length === 0 ? undefined : new PyBytes(line);
};

function setUp(self: Value, raw: Value, size: Value | undefined, canRead: boolean, canWrite: boolean): void {
  const stream = self as PyBuffered;
  stream.isDetached = false;
  stream.raw = null;
  const count = size === undefined ? DEFAULT_BUFFER_SIZE : Number(index(size));
  if (count <= 0) throw valueError('buffer size must be strictly positive');
  stream.raw = rawStream(raw);
  if (raw instanceof PyIOBase) raw.wrapper = new WeakRef<PyIOBase>(stream);
  stream.bufferSize = count;
  stream.canRead = canRead;
  stream.canWrite = canWrite;
  stream.ahead = stream.pending = EMPTY;
  stream.block = null;
  stream.readAt = stream.readEnd = stream.pendingLength = 0;
}

function require(raw: Value, name: string, message: string): void {
  if (!isTrue(callMethod(raw, name))) throw unsupported(message);
}

function bufferedSpec(type: PyType, canRead: boolean, canWrite: boolean, doc: string): TypeSpec {
  const bind = argumentBinder(type.name, `(raw, buffer_size=${DEFAULT_BUFFER_SIZE})`);
  return typeSpec(type, {
    ...commonBehaviour,
    doc,
    methods: { ...commonBehaviour.methods, ...(canRead ? readMethods : {}), ...(canWrite ? writeMethods : {}) },
    slots: {
      ...commonBehaviour.slots,
      tp_new: (cls) => allocate<[], PyBuffered>(cls),
      tp_init: (self: Value, args: readonly Value[], kwnames: Kwnames) => {
        const [raw, size] = bind(args, kwnames) as [Value, Value?];
        if (canRead && canWrite) require(raw, 'seekable', 'File or stream is not seekable.');
        if (canRead) require(raw, 'readable', 'File or stream is not readable.');
        if (canWrite) require(raw, 'writable', 'File or stream is not writable.');
        setUp(self, raw, size, canRead, canWrite);
      },
      ...(canRead ? { tp_iternext: nextLine } : {}),
    },
  });
}

// --- BufferedRWPair --------------------------------------------------------------------------------------------------
class PyBufferedPair extends PyIOBase {
  reader: Value | null = null;
  writer: Value | null = null;
}
export const bufferedPairType = concreteStreamType('BufferedRWPair', bufferedIOBaseType, PyBufferedPair);
const bindPair = argumentBinder('BufferedRWPair', `(reader, writer, buffer_size=${DEFAULT_BUFFER_SIZE}, /)`);

const forward =
  (end: 'reader' | 'writer', name: string) =>
  (self: Value, ...args: Value[]): Value => {
    const stream = (self as PyBufferedPair)[end];
    if (stream === null) throw valueError('I/O operation on uninitialized object');
    return callMethod(stream, name, ...args.filter((arg) => arg !== undefined));
  };

function makeBuffered(type: PyType, raw: Value, size: Value | undefined): Value {
  const args = size === undefined ? [raw] : [raw, size];
  const stream = type.tp_new!(type, args, null);
  type.tp_init!(stream, args, null);
  return stream;
}

const pairSpec = typeSpec(bufferedPairType, {
  doc: 'A buffered reader and writer object together.',
  slots: {
    tp_new: (type) => allocate<[], PyBufferedPair>(type),
    tp_init: (self, args, kwnames) => {
      const [reader, writer, size] = bindPair(args, kwnames) as [Value, Value, Value?];
      require(reader, 'readable', 'File or stream is not readable.');
      require(writer, 'writable', 'File or stream is not writable.');
      (self as PyBufferedPair).reader = makeBuffered(bufferedReaderType, reader, size);
      (self as PyBufferedPair).writer = makeBuffered(bufferedWriterType, writer, size);
    },
  },
  methods: {
    read: method('($self, size=-1, /)', forward('reader', 'read')),
    peek: method('($self, size=0, /)', forward('reader', 'peek')),
    read1: method('($self, size=-1, /)', forward('reader', 'read1')),
    readinto: method('($self, buffer, /)', forward('reader', 'readinto')),
    readinto1: method('($self, buffer, /)', forward('reader', 'readinto1')),
    readable: method('($self, /)', forward('reader', 'readable')),
    write: method('($self, buffer, /)', forward('writer', 'write')),
    flush: method('($self, /)', forward('writer', 'flush')),
    writable: method('($self, /)', forward('writer', 'writable')),
    close: method('($self, /)', (self: Value) => {
      doBoth(
        () => forward('writer', 'close')(self),
        () => forward('reader', 'close')(self),
      );
    }),
    isatty: method(
      '($self, /)',
      (self: Value) => isTrue(forward('writer', 'isatty')(self)) || isTrue(forward('reader', 'isatty')(self)),
    ),
  },
  getset: {
    closed: {
      get: (self) => {
        const { writer } = self as PyBufferedPair;
        if (writer === null) throw runtimeError('the BufferedRWPair object is being garbage-collected');
        return getAttr(writer, 'closed');
      },
    },
  },
});

export const bufferedSpecs: readonly TypeSpec[] = [
  bufferedSpec(bufferedReaderType, true, false, 'Create a new buffered reader using the given readable raw IO object.'),
  bufferedSpec(bufferedWriterType, false, true, 'A buffer for a writeable sequential RawIO object.'),
  bufferedSpec(bufferedRandomType, true, true, 'A buffered interface to random access streams.'),
  pairSpec,
];

export { makeBuffered };
