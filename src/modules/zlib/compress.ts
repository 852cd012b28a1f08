/** Compressing: `compress` and `compressobj`. @cpython Modules/zlibmodule.c */
import {
  ZStream,
  zlibDeflate,
  zlibDeflateEnd,
  zlibDeflateInit2,
  zlibDeflateSetDictionary,
  type Z_FlushMode,
  type Z_Strategy,
} from 'pako';
import {
  PyBytes,
  PyObject,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  bufferBytes,
  index,
  makeBuiltinType,
  objectType,
  typeSpec,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedMethods } from '../../objects/int/index.ts';
import { COMPRESS_METHODS } from './docs.ts';
import {
  Z_BUF_ERROR,
  Z_FINISH,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  copyStream,
  gatherOutput,
  setInput,
  zlibError,
  zlibException,
} from './stream.ts';

const DEFLATED = 8;
const MAX_WBITS = 15;
const DEFAULT_MEMORY = 8;

/** An int argument of C. */
export function intArgument(value: Value | undefined, fallback: number): number {
  return value === undefined ? fallback : Number(index(value));
}

/** Makes a stream give the output of zlib itself, byte for byte. */
const CANONICAL = true;

/** Runs `deflate` over the stream's input. @throws zlib.error */
function deflateAll(stream: ZStream, mode: number, what: string): { bytes: Uint8Array; status: number } {
  let status = Z_OK as number;
  const bytes = gatherOutput(stream, -1, () => {
    status = zlibDeflate(stream, mode as Z_FlushMode);
    if (status !== Z_OK && status !== Z_BUF_ERROR && status !== Z_STREAM_END) throw zlibError(stream, status, what);
    return stream.avail_out === 0;
  });
  return { bytes, status };
}

/** `zlib.compress`. */
export function compress(data: Value, levelValue: Value | undefined, wbitsValue: Value | undefined): Value {
  const bytes = bufferBytes(data);
  const stream = new ZStream();
  const level = intArgument(levelValue, -1);
  const status = zlibDeflateInit2(
    stream,
    level,
    DEFLATED,
    intArgument(wbitsValue, MAX_WBITS),
    DEFAULT_MEMORY,
    0,
    CANONICAL,
  );
  if (status !== Z_OK) throw zlibException.error('Bad compression level');
  setInput(stream, bytes);
  return new PyBytes(deflateAll(stream, Z_FINISH, 'while compressing data').bytes);
}

export class PyCompress extends PyObject {
  readonly stream: ZStream;
  isFinished = false;
  constructor(stream: ZStream) {
    super();
    this.stream = stream;
  }
}
const compressType = makeBuiltinType('zlib.Compress', objectType, PyCompress, Py_TPFLAGS_DISALLOW_INSTANTIATION);

/** `zlib.compressobj`. */
export function compressobj(
  level: Value | undefined,
  method: Value | undefined,
  wbits: Value | undefined,
  memory: Value | undefined,
  strategy: Value | undefined,
  zdict: Value | undefined,
): Value {
  const dictionary = zdict === undefined ? undefined : bufferBytes(zdict);
  const stream = new ZStream();
  const status = zlibDeflateInit2(
    stream,
    intArgument(level, -1),
    intArgument(method, DEFLATED),
    intArgument(wbits, MAX_WBITS),
    intArgument(memory, DEFAULT_MEMORY),
    intArgument(strategy, 0) as Z_Strategy,
    CANONICAL,
  );
  if (status !== Z_OK) throw valueError('Invalid initialization option');
  if (dictionary !== undefined && zlibDeflateSetDictionary(stream, dictionary) !== Z_OK)
    throw valueError('Invalid dictionary');
  return new PyCompress(stream);
}

function compressMore(self: PyCompress, data: Value): Value {
  setInput(self.stream, bufferBytes(data));
  return new PyBytes(deflateAll(self.stream, Z_NO_FLUSH, 'while compressing data').bytes);
}

function flush(self: PyCompress, modeValue: Value | undefined): Value {
  const mode = intArgument(modeValue, Z_FINISH);
  if (mode === Z_NO_FLUSH) return new PyBytes(new Uint8Array(0));
  setInput(self.stream, new Uint8Array(0));
  const { bytes, status } = deflateAll(self.stream, mode, 'while flushing');
  if (status === Z_STREAM_END && mode === Z_FINISH) {
    const ended = zlibDeflateEnd(self.stream);
    self.isFinished = true;
    if (ended !== Z_OK) throw zlibError(self.stream, ended, 'while finishing compression');
  }
  return new PyBytes(bytes);
}

function copy(self: PyCompress): Value {
  if (self.isFinished) throw valueError('Inconsistent stream state');
  return new PyCompress(copyStream(self.stream));
}

export const compressSpec = typeSpec(compressType, {
  methods: documentedMethods(COMPRESS_METHODS, {
    compress: compressMore,
    flush,
    copy,
    __copy__: copy,
    __deepcopy__: copy,
  }),
});
