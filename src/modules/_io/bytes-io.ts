/** `BytesIO`: a binary stream in memory. @cpython Modules/_io/bytesio.c */
import {
  writableBytes,
  None,
  PyBytes,
  PyDict,
  PyList,
  PyTuple,
  allocate,
  argumentBinder,
  asInt,
  bufferBytes,
  bufferError,
  liveExports,
  index,
  instanceDict,
  iterate,
  makeBuiltinType,
  method,
  objectType,
  PyObject,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type DictOwner,
  type PyBuffer,
  type Value,
} from '../../objects/core/index.ts';
import { memoryviewOf } from '../../objects/memoryview/index.ts';
import { sizeArgument } from './io-base.ts';
import { PyIOBase, bufferedIOBaseType, concreteStreamType } from './io-types.ts';

export class PyBytesIO extends PyIOBase {
  /** null once closed. */
  bytes: Uint8Array | null = new Uint8Array(0);
  length = 0;
  position = 0;
  /** Live views of `getbuffer()`. */
  exports = 0;
}

export const bytesIOType = concreteStreamType('BytesIO', bufferedIOBaseType, PyBytesIO);

const bind = argumentBinder('BytesIO', "(initial_bytes=b'')");

function open(self: Value): PyBytesIO & { bytes: Uint8Array } {
  const stream = self as PyBytesIO;
  if (stream.bytes === null) throw valueError('I/O operation on closed file.');
  return stream as PyBytesIO & { bytes: Uint8Array };
}

function checkExports(stream: PyBytesIO): void {
  stream.exports = liveExports(
    stream.exports,
    (exporter) => exporter instanceof PyBytesIOBuffer && exporter.stream === stream,
  );
  if (stream.exports > 0) throw bufferError('Existing exports of data: object cannot be re-sized');
}

function reserve(stream: PyBytesIO & { bytes: Uint8Array }, size: number): void {
  if (size <= stream.bytes.length) return;
  const grown = new Uint8Array(Math.max(size, stream.bytes.length * 2, 64));
  grown.set(stream.bytes.subarray(0, stream.length));
  stream.bytes = grown;
}

function write(self: Value, data: Value): number {
  const stream = open(self);
  checkExports(stream);
  const bytes = bufferBytes(data);
  if (bytes.length === 0) return 0;
  const end = stream.position + bytes.length;
  reserve(stream, end);
  if (stream.position > stream.length) stream.bytes.fill(0, stream.length, stream.position);
  stream.bytes.set(bytes, stream.position);
  stream.position = end;
  stream.length = Math.max(stream.length, end);
  return bytes.length;
}

function take(stream: PyBytesIO & { bytes: Uint8Array }, count: number): Uint8Array {
  const start = Math.min(stream.position, stream.length);
  const end = count < 0 ? stream.length : Math.min(start + count, stream.length);
  stream.position = Math.max(stream.position, end);
  return stream.bytes.slice(start, end);
}

function takeLine(stream: PyBytesIO & { bytes: Uint8Array }, limit: number): Uint8Array {
  const start = Math.min(stream.position, stream.length);
  const newline = stream.bytes.indexOf(10, start);
  let count = (newline < 0 || newline >= stream.length ? stream.length : newline + 1) - start;
  if (limit >= 0) count = Math.min(count, limit);
  return take(stream, count);
}

function seek(self: Value, position: Value, whence?: Value): number {
  const stream = open(self);
  const origin = whence === undefined ? 0 : Number(index(whence));
  let target = Number(index(position));
  if (target < 0 && origin === 0) throw valueError(`negative seek value ${target}`);
  if (origin === 1) target += stream.position;
  else if (origin === 2) target += stream.length;
  else if (origin !== 0) throw valueError(`invalid whence (${origin}, should be 0, 1 or 2)`);
  stream.position = Math.max(target, 0);
  return stream.position;
}

/** What `getbuffer()` exports. */
class PyBytesIOBuffer extends PyObject {
  readonly stream: PyBytesIO;
  constructor(stream: PyBytesIO) {
    super();
    this.stream = stream;
  }
}
const bytesIOBufferType = makeBuiltinType('_io._BytesIOBuffer', objectType, PyBytesIOBuffer);

export const bytesIOBufferSpec = typeSpec(bytesIOBufferType, {
  slots: {
    bf_getbuffer: (self): PyBuffer => {
      const { stream } = self as PyBytesIOBuffer;
      stream.exports++;
      return {
        obj: self,
        bytes: stream.bytes!,
        offset: 0,
        len: stream.length,
        readonly: false,
        itemsize: 1,
        format: 'B',
        shape: [stream.length],
        strides: [1],
      };
    },
    bf_releasebuffer: (self) => {
      const { stream } = self as PyBytesIOBuffer;
      if (stream.exports > 0) stream.exports--;
    },
  },
});

export const bytesIOSpec = typeSpec(bytesIOType, {
  doc: 'Buffered I/O implementation using an in-memory bytes buffer.',
  slots: {
    tp_new: (type) => allocate<[], PyBytesIO>(type),
    tp_init: (self, args, kwnames) => {
      const stream = self as PyBytesIO;
      const [initial] = bind(args, kwnames) as [Value?];
      checkExports(stream);
      const bytes = initial === undefined || initial === None ? new Uint8Array(0) : bufferBytes(initial).slice();
      stream.bytes = bytes;
      stream.length = bytes.length;
      stream.position = 0;
    },
    tp_iter: (self) => open(self),
    tp_iternext: (self) => {
      const line = takeLine(open(self), -1);
      return line.length === 0 ? undefined : new PyBytes(line);
    },
  },
  methods: {
    read: method(
      '($self, size=-1, /)',
      (self: Value, size?: Value) => new PyBytes(take(open(self), sizeArgument(size))),
      'Read at most size bytes, returned as a bytes object.',
    ),
    read1: method(
      '($self, size=-1, /)',
      (self: Value, size?: Value) => new PyBytes(take(open(self), sizeArgument(size))),
      'Read at most size bytes, returned as a bytes object.',
    ),
    readline: method(
      '($self, size=-1, /)',
      (self: Value, size?: Value) => new PyBytes(takeLine(open(self), sizeArgument(size))),
      'Next line from the file, as a bytes object.',
    ),
    readlines: method(
      '($self, size=None, /)',
      (self: Value, size?: Value) => {
        const limit = sizeArgument(size);
        const lines: Value[] = [];
        let total = 0;
        for (let line = takeLine(open(self), -1); line.length > 0; line = takeLine(open(self), -1)) {
          lines.push(new PyBytes(line));
          total += line.length;
          if (limit > 0 && total >= limit) break;
        }
        return new PyList(lines);
      },
      'List of bytes objects, each a line from the file.',
    ),
    readinto: method(
      '($self, buffer, /)',
      (self: Value, buffer: Value) => {
        const stream = open(self);
        const target = writableBytes(buffer, 'readinto');
        const bytes = take(stream, target.length);
        target.set(bytes);
        return bytes.length;
      },
      'Read bytes into buffer.',
    ),
    write: method('($self, b, /)', write, 'Write bytes to file.'),
    writelines: method(
      '($self, lines, /)',
      (self: Value, lines: Value) => {
        open(self);
        for (const line of iterate(lines)) write(self, line);
      },
      'Write lines to the file.',
    ),
    seek: method('($self, pos, whence=0, /)', seek, 'Change stream position.'),
    tell: method('($self, /)', (self: Value) => open(self).position, 'Current file position, an integer.'),
    truncate: method(
      '($self, size=None, /)',
      (self: Value, size?: Value) => {
        const stream = open(self);
        checkExports(stream);
        const to = size === undefined || size === None ? stream.position : Number(index(size));
        if (to < 0) throw valueError(`negative size value ${to}`);
        if (to < stream.length) {
          stream.length = to;
          stream.bytes = stream.bytes.slice(0, to);
        }
        return to;
      },
      'Truncate the file to at most size bytes.',
    ),
    getvalue: method(
      '($self, /)',
      (self: Value) => {
        const stream = open(self);
        return new PyBytes(stream.bytes.slice(0, stream.length));
      },
      'Retrieve the entire contents of the BytesIO object.',
    ),
    getbuffer: method(
      '($self, /)',
      (self: Value) => {
        const buffer = new PyBytesIOBuffer(open(self));
        return memoryviewOf(buffer);
      },
      'Get a read-write view over the contents of the BytesIO object.',
    ),
    flush: method(
      '($self, /)',
      (self: Value) => {
        open(self);
      },
      'Does nothing.',
    ),
    close: method(
      '($self, /)',
      (self: Value) => {
        const stream = self as PyBytesIO;
        checkExports(stream);
        stream.bytes = null;
        stream.isBaseClosed = true;
      },
      'Disable all I/O operations.',
    ),
    isatty: method(
      '($self, /)',
      (self: Value) => {
        open(self);
        return false;
      },
      'Always returns False.',
    ),
    seekable: method(
      '($self, /)',
      (self: Value) => open(self) !== null,
      'Returns True if the IO object can be seeked.',
    ),
    readable: method('($self, /)', (self: Value) => open(self) !== null, 'Returns True if the IO object can be read.'),
    writable: method(
      '($self, /)',
      (self: Value) => open(self) !== null,
      'Returns True if the IO object can be written.',
    ),
    __getstate__: method('($self, /)', (self: Value) => {
      const stream = open(self);
      const dict = instanceDict(stream as DictOwner);
      return new PyTuple([
        new PyBytes(stream.bytes.slice(0, stream.length)),
        stream.position,
        dict.size > 0 ? dict.copy() : None,
      ]);
    }),
    __setstate__: method('($self, state, /)', (self: Value, state: Value) => {
      if (!(state instanceof PyTuple) || state.items.length < 3) {
        throw typeError(`${typeName(self)}.__setstate__ argument should be 3-tuple, got ${typeName(state)}`);
      }
      const stream = open(self);
      checkExports(stream);
      const position = state.items[1]!;
      const dict = state.items[2]!;
      if (asInt(position) === undefined)
        throw typeError(`second item of state must be an integer, not ${typeName(position)}`);
      if (Number(index(position)) < 0) throw valueError('position value cannot be negative');
      if (dict !== None && !(dict instanceof PyDict))
        throw typeError(`third item of state should be a dict, got a ${typeName(dict)}`);
      stream.bytes = bufferBytes(state.items[0]!).slice();
      stream.length = stream.bytes.length;
      stream.position = Number(index(position));
      if (dict instanceof PyDict) instanceDict(stream as DictOwner).update(dict);
    }),
  },
  getset: { closed: { get: (self) => (self as PyBytesIO).bytes === null } },
});
