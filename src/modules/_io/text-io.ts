/** `TextIOWrapper`: text over a binary stream. @cpython Modules/_io/textio.c */
import {
  None,
  PyBytes,
  allocate,
  argumentBinder,
  asText,
  attributeError,
  bufferBytes,
  callMethod,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  index,
  isTrue,
  matches,
  method,
  newException,
  reprHost,
  strFromUtf16,
  textLength,
  textToHost,
  typeError,
  typeName,
  typeOf,
  unicodeEncodeError,
  typeSpec,
  valueError,
  normalizeBigInt,
  type Kwnames,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { concatText, joinTexts, sliceText } from '../../objects/str/text.ts';
import { PyBuffered, bufferedWriterType, bufferedRandomType, writeBuffered } from './buffered-io.ts';
import { concatBytes, doBoth, sizeArgument } from './io-base.ts';
import type { HostStat } from '../../host/contract.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { noteFlushed, noteUnflushed } from './unflushed.ts';
import { PyIOBase, concreteStreamType, textIOBaseType, unsupported } from './io-types.ts';
import { NewlineTranslator } from './newline-decoder.ts';
import {
  checkEncoding,
  makeDecoder,
  makeEncoder,
  type DecoderState,
  type IncrementalDecoder,
  type IncrementalEncoder,
} from './text-codec.ts';

const CHUNK_SIZE = 8192;

/** The decoder's state before the current chunk, and the chunk's bytes. */
interface Snapshot {
  readonly state: DecoderState;
  readonly hadPendingCr: boolean;
  readonly input: Uint8Array;
}

export class PyTextIOWrapper extends PyIOBase {
  buffer: Value | null = null;
  isDetached = false;
  encoding = 'utf-8';
  errors = 'strict';
  lineBuffering = false;
  writeThrough = false;
  /** The `newline` argument; null is universal newlines. */
  newline: string | null = null;
  encoder: IncrementalEncoder | null = null;
  decoder: IncrementalDecoder | null = null;
  translator = new NewlineTranslator(true);
  decoded: Text = '';
  used = 0;
  snapshot: Snapshot | null = null;
  pending: Uint8Array[] = [];
  pendingSize = 0;
  isSeekable = false;
  isTelling = false;
  hasRead1 = false;
  chunkSize = CHUNK_SIZE;
  isNoted = false;
  fileStat(): HostStat | null | undefined {
    return this.buffer instanceof PyBuffered ? this.buffer.fileStat() : undefined;
  }
}

export const textIOWrapperType = concreteStreamType('TextIOWrapper', textIOBaseType, PyTextIOWrapper);
const bind = argumentBinder(
  'TextIOWrapper',
  '(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)',
);

type Ready = PyTextIOWrapper & { buffer: Value };

function ready(self: Value): Ready {
  const stream = self as PyTextIOWrapper;
  if (stream.buffer === null) {
    throw valueError(
      stream.isDetached ? 'underlying buffer has been detached' : 'I/O operation on uninitialized object',
    );
  }
  return stream as Ready;
}

/** Whether it has been set up; its buffer may be detached. */
const isUsed = (self: Value): boolean =>
  (self as PyTextIOWrapper).buffer !== null || (self as PyTextIOWrapper).isDetached;

function usable(self: Value): Ready {
  const stream = ready(self);
  if (isTrue(getAttr(stream.buffer, 'closed'))) throw valueError('I/O operation on closed file.');
  return stream;
}

function optionalText(value: Value | undefined, what: string): string | null {
  if (value === undefined || value === None) return null;
  const text = asText(value);
  if (text === undefined)
    throw typeError(`TextIOWrapper() argument '${what}' must be str or None, not ${typeName(value)}`);
  const host = textToHost(text);
  if (host.includes('\0')) throw valueError('embedded null character');
  const bad = what === 'newline' ? -1 : host.search(/\p{Surrogate}/u);
  if (bad >= 0) throw unicodeEncodeError('utf-8', value, bad, bad + 1, 'surrogates not allowed');
  return host;
}

function checkNewline(newline: string | null): void {
  if (newline !== null && !['', '\n', '\r', '\r\n'].includes(newline)) {
    throw valueError(`illegal newline value: ${newline}`);
  }
}

function setUpCodec(stream: Ready): void {
  checkEncoding(stream.encoding);
  stream.decoder = isTrue(callMethod(stream.buffer, 'readable')) ? makeDecoder(stream.encoding, stream.errors) : null;
  stream.encoder = isTrue(callMethod(stream.buffer, 'writable')) ? makeEncoder(stream.encoding, stream.errors) : null;
  stream.translator = new NewlineTranslator(stream.newline === null);
}

/** The encoding of text where none is given. */
function localeEncoding(): string {
  return currentInterpreter().config.utf8Mode ? 'utf-8' : 'UTF-8';
}

function init(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const [buffer, encoding, errors, newline, lineBuffering, writeThrough] = bind(args, kwnames) as [
    Value,
    Value?,
    Value?,
    Value?,
    Value?,
    Value?,
  ];
  const stream = self as PyTextIOWrapper;
  stream.isDetached = false;
  stream.buffer = null;
  stream.newline = optionalText(newline, 'newline');
  checkNewline(stream.newline);
  const given = optionalText(encoding, 'encoding');
  stream.encoding = given === null || given === 'locale' ? localeEncoding() : given;
  stream.errors = optionalText(errors, 'errors') ?? 'strict';
  stream.buffer = buffer;
  if (buffer instanceof PyIOBase) buffer.wrapper = new WeakRef<PyIOBase>(stream);
  const open = stream as Ready;
  setUpCodec(open);
  stream.lineBuffering = lineBuffering !== undefined && isTrue(lineBuffering);
  stream.writeThrough = writeThrough !== undefined && isTrue(writeThrough);
  stream.hasRead1 = getAttrOrUndefined(buffer, 'read1') !== undefined;
  stream.isSeekable = stream.isTelling = isTrue(callMethod(buffer, 'seekable'));
  stream.decoded = '';
  stream.used = 0;
  stream.snapshot = null;
  stream.pending = [];
  stream.pendingSize = 0;
  setEncoderPosition(open);
}

/** Only at the beginning of a file is a byte order mark due. @cpython _textiowrapper_fix_encoder_state */
function setEncoderPosition(stream: Ready): void {
  if (!stream.isSeekable || stream.encoder === null) return;
  if (Number(index(callMethod(stream.buffer, 'tell'))) !== 0) stream.encoder.setPosition(false);
}

/** Hands pending bytes to the buffer. */
function writeFlush(stream: Ready): void {
  if (stream.pending.length === 0) return;
  if (stream.isNoted) noteFlushed(stream);
  const bytes = stream.pending.length === 1 ? stream.pending[0]! : concatBytes(stream.pending);
  stream.pending = [];
  stream.pendingSize = 0;
  const { buffer } = stream;
  if (
    buffer instanceof PyBuffered &&
    buffer.raw !== null &&
    (buffer.ob_type === bufferedWriterType || buffer.ob_type === bufferedRandomType)
  ) {
    if (isTrue(getAttr(buffer, 'closed'))) throw valueError('write to closed file');
    writeBuffered(buffer as PyBuffered & { raw: NonNullable<PyBuffered['raw']> }, bytes);
  } else callMethod(buffer, 'write', new PyBytes(bytes));
}

function translateNewlines(text: Text, to: string): Text {
  if (typeof text === 'string') return text.includes('\n') ? text.replaceAll('\n', to) : text;
  const pieces: Text[] = [];
  let start = 0;
  text.codePoints.forEach((point, i) => {
    if (point !== 10) return;
    pieces.push(sliceText(text, start, i));
    start = i + 1;
  });
  pieces.push(sliceText(text, start, text.codePoints.length));
  return joinTexts(to, pieces);
}

const hasChar = (text: Text, code: number): boolean =>
  typeof text === 'string' ? text.includes(String.fromCharCode(code)) : text.codePoints.includes(code);

/** @cpython _io_TextIOWrapper_write_impl */
function write(self: Value, value: Value): Value {
  const stream = usable(self);
  const text = asText(value);
  if (text === undefined) throw typeError(`write() argument must be str, not ${typeName(value)}`);
  if (stream.encoder === null) throw unsupported('not writable');
  const hasNewline = hasChar(text, 10);
  const target = stream.newline === null || stream.newline === '' || stream.newline === '\n' ? null : stream.newline;
  const bytes = stream.encoder.encode(hasNewline && target !== null ? translateNewlines(text, target) : text);
  const needsFlush = stream.lineBuffering && (hasNewline || hasChar(text, 13));
  // Writing may run Python code that writes here in turn.
  while (stream.pendingSize > 0 && stream.pendingSize + bytes.length > stream.chunkSize) writeFlush(stream);
  stream.pending.push(bytes);
  stream.pendingSize += bytes.length;
  if (stream.pendingSize >= stream.chunkSize || needsFlush || stream.writeThrough) writeFlush(stream);
  if (stream.pending.length > 0 && !stream.isNoted) noteUnflushed(stream);
  if (needsFlush) callMethod(stream.buffer, 'flush');
  if (stream.snapshot !== null) {
    stream.decoded = '';
    stream.used = 0;
    stream.snapshot = null;
  }
  stream.decoder?.reset();
  return textLength(text);
}

/** Decodes one more chunk; false at the end of the file. */
function readChunk(stream: Ready, hint: number): boolean {
  const { decoder } = stream;
  if (decoder === null) throw unsupported('not readable');
  const before = stream.isTelling ? decoder.getState() : null;
  const hadPendingCr = stream.translator.hasPendingCr;
  const name = stream.hasRead1 ? 'read1' : 'read';
  const data = callMethod(stream.buffer, name, Math.max(stream.chunkSize, hint));
  if (typeOf(data).bf_getbuffer === undefined) {
    throw typeError(`underlying ${name}() should have returned a bytes-like object, not '${typeName(data)}'`);
  }
  const bytes = bufferBytes(data);
  const isEnd = bytes.length === 0;
  stream.decoded = decodeChunk(stream, decoder, bytes, isEnd);
  stream.used = 0;
  if (before !== null)
    stream.snapshot = {
      state: { buffer: new Uint8Array(0), flags: before.flags },
      hadPendingCr,
      input: concatBytes([before.buffer, bytes]),
    };
  return !isEnd || stream.decoded !== '';
}

function decodeChunk(stream: PyTextIOWrapper, decoder: IncrementalDecoder, bytes: Uint8Array, isFinal: boolean): Text {
  const text = decoder.decode(bytes, isFinal);
  return stream.newline === null || stream.newline === '' ? stream.translator.push(text, isFinal) : text;
}

const available = (stream: PyTextIOWrapper): number => textLength(stream.decoded) - stream.used;

/** Takes decoded characters; all of them for a negative count. */
function takeDecoded(stream: PyTextIOWrapper, count: number): Text {
  const end = count < 0 ? textLength(stream.decoded) : Math.min(textLength(stream.decoded), stream.used + count);
  const piece =
    stream.used === 0 && end === textLength(stream.decoded)
      ? stream.decoded
      : sliceText(stream.decoded, stream.used, end);
  stream.used = end;
  return piece;
}

function read(self: Value, size?: Value): Value {
  const stream = usable(self);
  const count = sizeArgument(size);
  if (stream.decoder === null) throw unsupported('not readable');
  writeFlush(stream);
  if (count < 0) {
    const head = takeDecoded(stream, -1);
    const data = callMethod(stream.buffer, 'read');
    if (data === None) return head;
    if (typeOf(data).bf_getbuffer === undefined)
      throw typeError(`underlying read() should have returned a bytes-like object, not '${typeName(data)}'`);
    const rest = decodeChunk(stream, stream.decoder, bufferBytes(data), true);
    stream.decoded = '';
    stream.used = 0;
    stream.snapshot = null;
    return concatText(head, rest);
  }
  const pieces: Text[] = [takeDecoded(stream, count)];
  let missing = count - textLength(pieces[0]!);
  while (missing > 0 && readChunk(stream, missing)) {
    const piece = takeDecoded(stream, missing);
    pieces.push(piece);
    missing -= textLength(piece);
  }
  return pieces.length === 1 ? pieces[0]! : joinTexts('', pieces);
}

/** Where the line that starts at `from` ends (after its newline), or -1; `next` is where to go on looking. */
function findLineEnd(stream: PyTextIOWrapper, text: Text, from: number): { end: number; next: number } {
  const length = textLength(text);
  const indexOf = (code: number): number => {
    if (typeof text === 'string') return text.indexOf(String.fromCharCode(code), from);
    return text.codePoints.indexOf(code, from);
  };
  const at = (i: number): number => (typeof text === 'string' ? text.charCodeAt(i) : text.codePoints[i]!);
  switch (stream.newline) {
    case '': {
      const lf = indexOf(10);
      const cr = indexOf(13);
      if (cr >= 0 && (lf < 0 || cr < lf)) {
        return cr + 1 < length && at(cr + 1) === 10 ? { end: cr + 2, next: 0 } : { end: cr + 1, next: 0 };
      }
      return { end: lf + 1 || -1, next: length };
    }
    case '\r':
      return { end: indexOf(13) + 1 || -1, next: length };
    case '\r\n':
      for (let cr = indexOf(13); cr >= 0 && cr < length;) {
        if (cr + 1 >= length) return { end: -1, next: cr };
        if (at(cr + 1) === 10) return { end: cr + 2, next: 0 };
        cr = typeof text === 'string' ? text.indexOf('\r', cr + 1) : text.codePoints.indexOf(13, cr + 1);
      }
      return { end: -1, next: length };
    default:
      return { end: indexOf(10) + 1 || -1, next: length };
  }
}

/** @cpython _textiowrapper_readline */
function readLine(stream: Ready, limit: number): Text {
  writeFlush(stream);
  let head: Text = '';
  for (;;) {
    if (available(stream) === 0 && !readChunkForLine(stream)) return head;
    const start = stream.used;
    const line =
      head === '' ? stream.decoded : concatText(head, sliceText(stream.decoded, start, textLength(stream.decoded)));
    const from = head === '' ? start : Math.max(textLength(head) - 1, 0);
    const { end } = findLineEnd(stream, line, from);
    const headLength = textLength(head);
    const begin = head === '' ? start : 0;
    let stop = end < 0 ? textLength(line) : end;
    const isComplete = end >= 0 || (limit >= 0 && stop - begin >= limit);
    if (limit >= 0) stop = Math.min(stop, begin + limit);
    if (isComplete) {
      stream.used = head === '' ? stop : start + stop - headLength;
      return sliceText(line, begin, stop);
    }
    head = sliceText(line, begin, textLength(line));
    stream.used = textLength(stream.decoded);
  }
}

function readChunkForLine(stream: Ready): boolean {
  do {
    if (!readChunk(stream, 0)) return false;
  } while (stream.decoded === '');
  return true;
}

function flush(self: Value): Value {
  const stream = usable(self);
  stream.isTelling = stream.isSeekable;
  writeFlush(stream);
  callMethod(stream.buffer, 'flush');
  return None;
}

function close(self: Value): Value {
  const stream = ready(self);
  if (isTrue(getAttr(stream.buffer, 'closed'))) return None;
  doBoth(
    () => callMethod(self, 'flush'),
    () => callMethod(stream.buffer, 'close'),
  );
  return None;
}

// --- positions: a cookie of the byte position and what must be decoded again from there -----------------------------
interface Cookie {
  readonly position: bigint;
  readonly flags: bigint;
  readonly bytesToFeed: number;
  readonly charsToSkip: number;
  readonly needsEof: boolean;
}

function packCookie(cookie: Cookie): number | bigint {
  return normalizeBigInt(
    cookie.position |
      (cookie.flags << 64n) |
      (BigInt(cookie.bytesToFeed) << 128n) |
      (BigInt(cookie.charsToSkip) << 192n) |
      (cookie.needsEof ? 1n << 256n : 0n),
  );
}

function unpackCookie(value: bigint): Cookie {
  const mask = (1n << 64n) - 1n;
  return {
    position: value & mask,
    flags: (value >> 64n) & mask,
    bytesToFeed: Number((value >> 128n) & mask),
    charsToSkip: Number((value >> 192n) & mask),
    needsEof: value >> 256n !== 0n,
  };
}

/** Decoder flags with the newline translator's state in the lowest bit, as IncrementalNewlineDecoder packs them. */
const packFlags = (stream: PyTextIOWrapper, flags: bigint, hasCr: boolean): bigint =>
  stream.newline === null || stream.newline === '' ? (flags << 1n) | (hasCr ? 1n : 0n) : flags;

/** @cpython _io_TextIOWrapper_tell_impl */
function tell(self: Value): Value {
  const stream = usable(self);
  if (!stream.isSeekable) throw unsupported('underlying stream is not seekable');
  if (!stream.isTelling) throw newException(excTypes.OSError, 'telling position disabled by next() call');
  writeFlush(stream);
  callMethod(stream.buffer, 'flush');
  const end = BigInt(index(callMethod(stream.buffer, 'tell')));
  const { decoder, snapshot } = stream;
  if (decoder === null || snapshot === null) return normalizeBigInt(end);
  const start = end - BigInt(snapshot.input.length);
  const flagsAt = (flags: bigint, hasCr: boolean): bigint => packFlags(stream, flags, hasCr);
  if (stream.used === 0) {
    return packCookie({
      position: start,
      flags: flagsAt(snapshot.state.flags, snapshot.hadPendingCr),
      bytesToFeed: 0,
      charsToSkip: 0,
      needsEof: false,
    });
  }
  const saved = decoder.getState();
  const savedTranslator = stream.translator;
  stream.translator = new NewlineTranslator(savedTranslator.translates);
  stream.translator.hasPendingCr = snapshot.hadPendingCr;
  decoder.setState(snapshot.state);
  try {
    let position = start;
    let safeFlags = flagsAt(snapshot.state.flags, snapshot.hadPendingCr);
    let fed = 0;
    let decodedChars = 0;
    let charsToSkip = stream.used;
    let needsEof = false;
    let at = 0;
    while (at < snapshot.input.length && decodedChars < charsToSkip) {
      decodedChars += textLength(decodeChunk(stream, decoder, snapshot.input.subarray(at, at + 1), false));
      at++;
      fed++;
      const state = decoder.getState();
      if (state.buffer.length === 0 && !stream.translator.hasPendingCr && decodedChars <= charsToSkip) {
        position += BigInt(fed);
        charsToSkip -= decodedChars;
        safeFlags = flagsAt(state.flags, false);
        fed = 0;
        decodedChars = 0;
        if (charsToSkip === 0) break;
      }
    }
    if (decodedChars < charsToSkip) {
      decodedChars += textLength(decodeChunk(stream, decoder, new Uint8Array(0), true));
      needsEof = true;
      if (decodedChars < charsToSkip) throw newException(excTypes.OSError, "can't reconstruct logical file position");
    }
    return packCookie({ position, flags: safeFlags, bytesToFeed: fed, charsToSkip, needsEof });
  } finally {
    stream.translator = savedTranslator;
    decoder.setState(saved);
  }
}

function resetReading(stream: PyTextIOWrapper): void {
  stream.decoded = '';
  stream.used = 0;
  stream.snapshot = null;
}

/** @cpython _io_TextIOWrapper_seek_impl */
function seek(self: Value, target: Value, whenceValue?: Value): Value {
  const stream = usable(self);
  const whence = whenceValue === undefined ? 0 : Number(index(whenceValue));
  if (!stream.isSeekable) throw unsupported('underlying stream is not seekable');
  let cookieValue = BigInt(index(target));
  if (whence === 1) {
    if (cookieValue !== 0n) throw unsupported("can't do nonzero cur-relative seeks");
    cookieValue = BigInt(index(callMethod(self, 'tell')));
  } else if (whence === 2) {
    if (cookieValue !== 0n) throw unsupported("can't do nonzero end-relative seeks");
    callMethod(self, 'flush');
    resetReading(stream);
    stream.decoder?.reset();
    const position = callMethod(stream.buffer, 'seek', 0, 2);
    stream.encoder?.setPosition(index(position) === 0);
    return position;
  } else if (whence !== 0) {
    throw valueError(`invalid whence (${whence}, should be 0, 1 or 2)`);
  }
  if (cookieValue < 0n) throw valueError(`negative seek position ${cookieValue}`);
  callMethod(self, 'flush');
  const cookie = unpackCookie(cookieValue);
  callMethod(stream.buffer, 'seek', normalizeBigInt(cookie.position));
  resetReading(stream);
  const { decoder } = stream;
  if (decoder !== null) {
    const hasNewlineState = stream.newline === null || stream.newline === '';
    const flags = hasNewlineState ? cookie.flags >> 1n : cookie.flags;
    const hasCr = hasNewlineState && (cookie.flags & 1n) === 1n;
    if (cookie.position === 0n && cookie.flags === 0n) decoder.reset();
    else decoder.setState({ buffer: new Uint8Array(0), flags });
    stream.translator.hasPendingCr = hasCr;
    stream.snapshot = { state: { buffer: new Uint8Array(0), flags }, hadPendingCr: hasCr, input: new Uint8Array(0) };
    if (cookie.charsToSkip > 0) {
      const data = callMethod(stream.buffer, 'read', cookie.bytesToFeed);
      const input = bufferBytes(data);
      stream.decoded = decodeChunk(stream, decoder, input, cookie.needsEof);
      stream.snapshot = { state: { buffer: new Uint8Array(0), flags }, hadPendingCr: hasCr, input };
      if (textLength(stream.decoded) < cookie.charsToSkip)
        throw newException(excTypes.OSError, "can't restore logical file position");
      stream.used = cookie.charsToSkip;
    }
  }
  stream.encoder?.setPosition(cookieValue === 0n);
  return normalizeBigInt(cookieValue);
}

/** @cpython _io_TextIOWrapper_reconfigure_impl */
function reconfigure(
  self: Value,
  encoding?: Value,
  errors?: Value,
  newline?: Value,
  lineBuffering?: Value,
  writeThrough?: Value,
): Value {
  const stream = ready(self);
  const changesCodec = (encoding ?? None) !== None || (errors ?? None) !== None || newline !== undefined;
  if (stream.decoder !== null && (stream.snapshot !== null || stream.decoded !== '') && changesCodec) {
    throw unsupported('It is not possible to set the encoding or newline of stream after the first read');
  }
  const newNewline = newline === undefined ? stream.newline : optionalText(newline, 'newline');
  checkNewline(newNewline);
  const newEncoding = optionalText(encoding, 'encoding');
  const newErrors = optionalText(errors, 'errors');
  if (newEncoding !== null) checkEncoding(newEncoding === 'locale' ? localeEncoding() : newEncoding);
  callMethod(self, 'flush');
  if (changesCodec) {
    stream.newline = newNewline;
    if (newEncoding !== null) {
      stream.encoding = newEncoding === 'locale' ? localeEncoding() : newEncoding;
      stream.errors = newErrors ?? 'strict';
    } else stream.errors = newErrors ?? stream.errors;
    setUpCodec(stream);
    setEncoderPosition(stream);
  }
  if (lineBuffering !== undefined && lineBuffering !== None) stream.lineBuffering = isTrue(lineBuffering);
  if (writeThrough !== undefined && writeThrough !== None) stream.writeThrough = isTrue(writeThrough);
  return None;
}

const delegate =
  (name: string) =>
  (self: Value): Value =>
    callMethod(ready(self).buffer, name);

function nameOrUndefined(stream: PyTextIOWrapper, name: string): Value | undefined {
  try {
    return getAttrOrUndefined(stream, name);
  } catch (error) {
    if (!matches(error, excTypes.ValueError)) throw error;
    return undefined;
  }
}

export const textIOWrapperSpec = typeSpec(textIOWrapperType, {
  doc: 'Character and line based layer over a BufferedIOBase object, buffer.',
  slots: {
    tp_new: (type) => allocate<[], PyTextIOWrapper>(type),
    tp_init: init,
    tp_iternext: (self) => {
      const stream = usable(self);
      stream.isTelling = false;
      const line = stream.ob_type === textIOWrapperType ? readLine(stream, -1) : asText(callMethod(self, 'readline'));
      if (line === undefined)
        throw newException(excTypes.OSError, "readline() should have returned a str object, not 'bytes'");
      if (line !== '') return line;
      stream.snapshot = null;
      stream.isTelling = stream.isSeekable;
      return undefined;
    },
    tp_repr: (self) => {
      const stream = self as PyTextIOWrapper;
      if (!isUsed(self)) ready(self);
      const name = nameOrUndefined(stream, 'name');
      const mode = nameOrUndefined(stream, 'mode');
      const parts = [`<${typeName(self)}`];
      if (name !== undefined) parts.push(` name=${reprHost(name)}`);
      if (mode !== undefined) parts.push(` mode=${reprHost(mode)}`);
      return strFromUtf16(`${parts.join('')} encoding=${reprHost(strFromUtf16(stream.encoding))}>`);
    },
  },
  methods: {
    detach: method('($self, /)', (self: Value) => {
      const stream = ready(self);
      callMethod(self, 'flush');
      const { buffer } = stream;
      (stream as PyTextIOWrapper).buffer = null;
      stream.isDetached = true;
      return buffer;
    }),
    reconfigure: method(
      '($self, /, *, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None, write_through=None)',
      reconfigure,
      'Reconfigure the text stream with new parameters.',
    ),
    write: method('($self, text, /)', write),
    read: method('($self, size=-1, /)', read),
    readline: method('($self, size=-1, /)', (self: Value, size?: Value) => readLine(usable(self), sizeArgument(size))),
    flush: method('($self, /)', flush),
    close: method('($self, /)', close),
    fileno: method('($self, /)', delegate('fileno')),
    seekable: method('($self, /)', delegate('seekable')),
    readable: method('($self, /)', delegate('readable')),
    writable: method('($self, /)', delegate('writable')),
    isatty: method('($self, /)', delegate('isatty')),
    seek: method('($self, cookie, whence=0, /)', seek, 'Set the stream position, and return the new stream position.'),
    tell: method('($self, /)', tell, 'Return the stream position as an opaque number.'),
    truncate: method('($self, pos=None, /)', (self: Value, position?: Value) => {
      const stream = ready(self);
      callMethod(self, 'flush');
      return callMethod(stream.buffer, 'truncate', position ?? None);
    }),
  },
  members: {
    encoding: { get: (self) => (isUsed(self) ? strFromUtf16((self as PyTextIOWrapper).encoding) : None) },
    buffer: { get: (self) => (self as PyTextIOWrapper).buffer ?? None },
    line_buffering: { get: (self) => (self as PyTextIOWrapper).lineBuffering },
    write_through: { get: (self) => (self as PyTextIOWrapper).writeThrough },
    _finalizing: { get: () => false },
  },
  getset: {
    name: { get: (self) => getAttr(ready(self).buffer, 'name') },
    closed: { get: (self) => getAttr(ready(self).buffer, 'closed') },
    newlines: { get: (self) => ready(self).translator.newlines },
    errors: {
      get: (self) => {
        if (!isUsed(self)) ready(self);
        return strFromUtf16((self as PyTextIOWrapper).errors);
      },
    },
    _CHUNK_SIZE: {
      get: (self) => ready(self).chunkSize,
      set: (self, value) => {
        if (value === undefined) throw attributeError('cannot delete attribute');
        const size = Number(index(value));
        if (size <= 0) throw valueError('a strictly positive integer is required');
        (self as PyTextIOWrapper).chunkSize = size;
      },
    },
  },
});
