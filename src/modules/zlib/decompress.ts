/** Decompressing: `decompress`, `decompressobj`, `_ZlibDecompressor`. @cpython Modules/zlibmodule.c */
import { ZStream, zlibInflate, zlibInflateEnd, zlibInflateInit2, zlibInflateSetDictionary } from 'pako';
import {
  PyBytes,
  PyObject,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  allocate,
  argumentBinder,
  bufferBytes,
  eofError,
  excTypes,
  indexNumber,
  makeBuiltinType,
  objectType,
  typeError,
  typeOf,
  typeSpec,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedGetters, documentedMethods } from '../../objects/int/index.ts';
import { intArgument } from './compress.ts';
import { DECOMPRESS_METHODS, ZLIB_DECOMPRESSOR_DOC, ZLIB_DECOMPRESSOR_METHODS } from './docs.ts';
import {
  Z_BUF_ERROR,
  Z_FINISH,
  Z_NEED_DICT,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  Z_SYNC_FLUSH,
  copyStream,
  gatherOutput,
  restOfInput,
  setInput,
  zlibError,
} from './stream.ts';

const MAX_WBITS = 15;
const DEFAULT_BUFFER = 16384;
const EMPTY = new Uint8Array(0);

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const result = new Uint8Array(first.length + second.length);
  result.set(first);
  result.set(second, first.length);
  return result;
}

/** `zlib.decompress`. */
export function decompress(data: Value, wbits: Value | undefined, bufferSize: Value | undefined): Value {
  const bytes = bufferBytes(data);
  if (bufferSize !== undefined && indexNumber(bufferSize, excTypes.OverflowError) < 0) {
    throw valueError('bufsize must be non-negative');
  }
  const stream = new ZStream();
  const begun = zlibInflateInit2(stream, intArgument(wbits, MAX_WBITS));
  if (begun !== Z_OK) throw zlibError(stream, begun, 'while preparing to decompress data');
  setInput(stream, bytes);
  let status: number = Z_OK;
  const output = gatherOutput(stream, -1, () => {
    status = zlibInflate(stream, Z_SYNC_FLUSH);
    if (status !== Z_OK && status !== Z_BUF_ERROR && status !== Z_STREAM_END) {
      throw zlibError(stream, status, 'while decompressing data');
    }
    return status !== Z_STREAM_END && stream.avail_out === 0;
  });
  if (status !== Z_STREAM_END) throw zlibError(stream, Z_BUF_ERROR, 'while decompressing data');
  return new PyBytes(output);
}

/** A stream that inflates, with its dictionary if it is raw. @throws ValueError */
function openInflate(wbits: number, zdict: Uint8Array | null): ZStream {
  const stream = new ZStream();
  if (zlibInflateInit2(stream, wbits) !== Z_OK) throw valueError('Invalid initialization option');
  if (zdict !== null && wbits < 0) useDictionary(stream, zdict);
  return stream;
}

/** @throws zlib.error for one that does not fit */
function useDictionary(stream: ZStream, zdict: Uint8Array): void {
  const status = zlibInflateSetDictionary(stream, zdict);
  if (status !== Z_OK) throw zlibError(stream, status, 'while setting zdict');
}

interface Inflated {
  readonly bytes: Uint8Array;
  readonly status: number;
}

/** Inflates the stream's input, up to `limit` bytes. */
function inflateSome(stream: ZStream, zdict: Uint8Array | null, limit: number, mode: 0 | 2 | 4): Inflated {
  let status: number = Z_OK;
  const bytes = gatherOutput(stream, limit, () => {
    status = zlibInflate(stream, mode);
    if (status === Z_NEED_DICT && zdict !== null) {
      useDictionary(stream, zdict);
      return true;
    }
    return (status === Z_OK || status === Z_BUF_ERROR) && stream.avail_out === 0;
  });
  return { bytes, status };
}

function isFatal(status: number): boolean {
  return status !== Z_OK && status !== Z_BUF_ERROR && status !== Z_STREAM_END;
}

class PyDecompress extends PyObject {
  readonly stream: ZStream;
  readonly zdict: Uint8Array | null;
  unusedData: Uint8Array = EMPTY;
  unconsumedTail: Uint8Array = EMPTY;
  isAtEnd = false;
  isFinished = false;
  constructor(stream: ZStream, zdict: Uint8Array | null) {
    super();
    this.stream = stream;
    this.zdict = zdict;
  }
}
const decompressType = makeBuiltinType('zlib.Decompress', objectType, PyDecompress, Py_TPFLAGS_DISALLOW_INSTANTIATION);

/** `zlib.decompressobj`. */
export function decompressobj(wbits: Value | undefined, zdict: Value | undefined): Value {
  if (zdict !== undefined && typeOf(zdict).bf_getbuffer === undefined) {
    throw typeError('zdict argument must support the buffer protocol');
  }
  const dictionary = zdict === undefined ? null : bufferBytes(zdict).slice();
  return new PyDecompress(openInflate(intArgument(wbits, MAX_WBITS), dictionary), dictionary);
}

/** @cpython save_unconsumed_input */
function keepRest(self: PyDecompress, status: number): void {
  const rest = restOfInput(self.stream);
  if (status === Z_STREAM_END) {
    self.unusedData = join(self.unusedData, rest);
    self.unconsumedTail = EMPTY;
    self.isAtEnd = true;
  } else self.unconsumedTail = rest;
  setInput(self.stream, EMPTY);
}

function decompressMore(self: PyDecompress, data: Value, maxLength: Value | undefined): Value {
  const limit = maxLength === undefined ? 0 : indexNumber(maxLength, excTypes.OverflowError);
  if (limit < 0) throw valueError('max_length must be non-negative');
  setInput(self.stream, bufferBytes(data));
  const { bytes, status } = inflateSome(self.stream, self.zdict, limit === 0 ? -1 : limit, Z_SYNC_FLUSH);
  keepRest(self, status);
  if (isFatal(status)) throw zlibError(self.stream, status, 'while decompressing data');
  return new PyBytes(bytes);
}

function flush(self: PyDecompress, lengthValue: Value | undefined): Value {
  const length = lengthValue === undefined ? DEFAULT_BUFFER : indexNumber(lengthValue, excTypes.OverflowError);
  if (length <= 0) throw valueError('length must be greater than zero');
  setInput(self.stream, self.unconsumedTail);
  const { bytes, status } = inflateSome(self.stream, self.zdict, -1, Z_FINISH);
  keepRest(self, status);
  if (status === Z_STREAM_END && !self.isFinished) {
    self.isFinished = true;
    const ended = zlibInflateEnd(self.stream);
    if (ended !== Z_OK) throw zlibError(self.stream, ended, 'while finishing decompression');
  }
  return new PyBytes(bytes);
}

function copy(self: PyDecompress): Value {
  if (self.isFinished) throw valueError('Inconsistent stream state');
  const other = new PyDecompress(copyStream(self.stream), self.zdict);
  other.unusedData = self.unusedData;
  other.unconsumedTail = self.unconsumedTail;
  other.isAtEnd = self.isAtEnd;
  return other;
}

export const decompressSpec = typeSpec(decompressType, {
  methods: documentedMethods(DECOMPRESS_METHODS, {
    decompress: decompressMore,
    flush,
    copy,
    __copy__: copy,
    __deepcopy__: copy,
  }),
  members: documentedGetters(DECOMPRESS_METHODS, {
    unused_data: (self) => new PyBytes((self as PyDecompress).unusedData),
    unconsumed_tail: (self) => new PyBytes((self as PyDecompress).unconsumedTail),
    eof: (self) => (self as PyDecompress).isAtEnd,
  }),
});

class PyZlibDecompressor extends PyObject {
  readonly stream: ZStream;
  readonly zdict: Uint8Array | null;
  /** Input that was not read yet. */
  pending: Uint8Array = EMPTY;
  unusedData: Uint8Array = EMPTY;
  isAtEnd = false;
  needsInput = true;
  constructor(stream: ZStream, zdict: Uint8Array | null) {
    super();
    this.stream = stream;
    this.zdict = zdict;
  }
}
const decompressorType = makeBuiltinType('zlib._ZlibDecompressor', objectType, PyZlibDecompressor);
const bindDecompressor = argumentBinder('_ZlibDecompressor', "(wbits=MAX_WBITS, zdict=b'')");

function decompressorDecompress(self: PyZlibDecompressor, data: Value, maxLength: Value | undefined): Value {
  const bytes = bufferBytes(data);
  const limit = maxLength === undefined ? -1 : indexNumber(maxLength, excTypes.OverflowError);
  if (self.isAtEnd) throw eofError('End of stream already reached');
  setInput(self.stream, join(self.pending, bytes));
  const inflated = inflateSome(self.stream, self.zdict, limit < 0 ? -1 : limit, Z_NO_FLUSH);
  if (isFatal(inflated.status)) throw zlibError(self.stream, inflated.status, 'while decompressing data');
  const rest = restOfInput(self.stream);
  self.pending = EMPTY;
  if (inflated.status === Z_STREAM_END) {
    self.isAtEnd = true;
    self.needsInput = false;
    self.unusedData = rest;
  } else if (rest.length === 0) {
    // A full output may mean that the stream still holds bytes.
    self.needsInput = self.stream.avail_out > 0;
  } else {
    self.needsInput = false;
    self.pending = rest;
  }
  return new PyBytes(inflated.bytes);
}

export const decompressorSpec = typeSpec(decompressorType, {
  doc: ZLIB_DECOMPRESSOR_DOC,
  slots: {
    tp_new: (type, args, kwnames) => {
      const [wbits, zdict] = bindDecompressor(args, kwnames) as (Value | undefined)[];
      if (zdict !== undefined && typeOf(zdict).bf_getbuffer === undefined) {
        throw typeError('zdict argument must support the buffer protocol');
      }
      const dictionary = zdict === undefined ? null : bufferBytes(zdict).slice();
      return allocate(type, openInflate(intArgument(wbits, MAX_WBITS), dictionary), dictionary);
    },
  },
  methods: documentedMethods(ZLIB_DECOMPRESSOR_METHODS, { decompress: decompressorDecompress }),
  members: documentedGetters(ZLIB_DECOMPRESSOR_METHODS, {
    eof: (self) => (self as PyZlibDecompressor).isAtEnd,
    unused_data: (self) => new PyBytes((self as PyZlibDecompressor).unusedData),
    needs_input: (self) => (self as PyZlibDecompressor).needsInput,
  }),
});
