/**
 * How `TextIOWrapper` encodes and decodes: directly for UTF-8, ASCII and Latin-1, through the codec's incremental
 * encoder and decoder for all others.
 */
import {
  None,
  PyBytes,
  PyTuple,
  asText,
  bufferBytes,
  bytesType,
  call,
  callMethod,
  index,
  isInstanceOf,
  typeError,
  typeName,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { decodeAsciiWith, encodeAscii, encodeLatin1 } from '../../objects/codecs/ascii-latin-1.ts';
import { codecAttribute, lookupTextCodec } from '../../objects/codecs/registry.ts';
import { decodeLatin1, decodeUtf8, encodeUtf8 } from '../../objects/codecs/utf-8.ts';
import { concatBytes } from './io-base.ts';

export interface DecoderState {
  readonly buffer: Uint8Array;
  readonly flags: bigint;
}

export interface IncrementalDecoder {
  decode(bytes: Uint8Array, isFinal: boolean): Text;
  getState(): DecoderState;
  setState(state: DecoderState): void;
  reset(): void;
}

export interface IncrementalEncoder {
  encode(text: Text): Uint8Array;
  reset(): void;
  /** Called after seeking: at the start of the file a byte order mark is due again. */
  setPosition(isAtStart: boolean): void;
}

const EMPTY: Uint8Array = new Uint8Array(0);

type Fast = 'utf-8' | 'ascii' | 'latin-1';

/** The encoding if it is one of those done directly. */
function fastName(encoding: string): Fast | null {
  switch (encoding.toLowerCase().replaceAll('_', '-')) {
    case 'utf-8':
    case 'utf8':
      return 'utf-8';
    case 'ascii':
    case 'us-ascii':
      return 'ascii';
    case 'latin-1':
    case 'latin1':
    case 'iso-8859-1':
    case 'iso8859-1':
      return 'latin-1';
    default:
      return null;
  }
}

class FastDecoder implements IncrementalDecoder {
  private rest: Uint8Array = EMPTY;
  private readonly encoding: Fast;
  private readonly errors: string;
  constructor(encoding: Fast, errors: string) {
    this.encoding = encoding;
    this.errors = errors;
  }
  decode(bytes: Uint8Array, isFinal: boolean): Text {
    const input = this.rest.length === 0 ? bytes : concatBytes([this.rest, bytes]);
    this.rest = EMPTY;
    if (this.encoding === 'latin-1') return decodeLatin1(input);
    if (this.encoding === 'ascii') return decodeAsciiWith(input, this.errors);
    const { text, consumed } = decodeUtf8(input, this.errors, isFinal);
    if (consumed < input.length) this.rest = input.slice(consumed);
    return text;
  }
  getState(): DecoderState {
    return { buffer: this.rest, flags: 0n };
  }
  setState(state: DecoderState): void {
    this.rest = state.buffer;
  }
  reset(): void {
    this.rest = EMPTY;
  }
}

class PythonDecoder implements IncrementalDecoder {
  private readonly decoder: Value;
  constructor(decoder: Value) {
    this.decoder = decoder;
  }
  decode(bytes: Uint8Array, isFinal: boolean): Text {
    const result = callMethod(this.decoder, 'decode', new PyBytes(bytes), isFinal);
    const text = asText(result);
    if (text === undefined) throw typeError(`decoder should return a string result, not '${typeName(result)}'`);
    return text;
  }
  getState(): DecoderState {
    const state = callMethod(this.decoder, 'getstate');
    if (!(state instanceof PyTuple)) throw typeError('illegal decoder state');
    const buffer = state.items[0]!;
    if (!isInstanceOf(buffer, bytesType)) {
      throw typeError(`illegal decoder state: the first item should be a bytes object, not '${typeName(buffer)}'`);
    }
    return { buffer: bufferBytes(buffer), flags: BigInt(index(state.items[1]!)) };
  }
  setState(state: DecoderState): void {
    callMethod(this.decoder, 'setstate', new PyTuple([new PyBytes(state.buffer), Number(state.flags)]));
  }
  reset(): void {
    callMethod(this.decoder, 'reset');
  }
}

class FastEncoder implements IncrementalEncoder {
  private readonly encoding: Fast;
  private readonly errors: string;
  constructor(encoding: Fast, errors: string) {
    this.encoding = encoding;
    this.errors = errors;
  }
  encode(text: Text): Uint8Array {
    if (this.encoding === 'utf-8') return encodeUtf8(text, this.errors);
    return this.encoding === 'ascii' ? encodeAscii(text, this.errors) : encodeLatin1(text, this.errors);
  }
  reset(): void {
    // Nothing is kept between calls.
  }
  setPosition(): void {
    // Nothing depends on the position.
  }
}

class PythonEncoder implements IncrementalEncoder {
  private readonly encoder: Value;
  constructor(encoder: Value) {
    this.encoder = encoder;
  }
  encode(text: Text): Uint8Array {
    const result = callMethod(this.encoder, 'encode', text);
    if (!isInstanceOf(result, bytesType))
      throw typeError(`encoder should return a bytes object, not '${typeName(result)}'`);
    return bufferBytes(result);
  }
  reset(): void {
    callMethod(this.encoder, 'reset');
  }
  setPosition(isAtStart: boolean): void {
    if (isAtStart) callMethod(this.encoder, 'reset');
    else callMethod(this.encoder, 'setstate', 0);
  }
}

/** @throws LookupError for an unknown encoding */
export function makeDecoder(encoding: string, errors: string): IncrementalDecoder {
  const fast = fastName(encoding);
  if (fast !== null) return new FastDecoder(fast, errors);
  const codec = lookupTextCodec(encoding, null);
  return new PythonDecoder(call(codecAttribute(codec, 'incrementaldecoder'), [errors]));
}

/** @throws LookupError for an unknown encoding */
export function makeEncoder(encoding: string, errors: string): IncrementalEncoder {
  const fast = fastName(encoding);
  if (fast !== null) return new FastEncoder(fast, errors);
  const codec = lookupTextCodec(encoding, null);
  const factory = codecAttribute(codec, 'incrementalencoder');
  return factory === None ? new FastEncoder('utf-8', errors) : new PythonEncoder(call(factory, [errors]));
}

/** Checks that the encoding exists and is one of text. @throws LookupError */
export function checkEncoding(encoding: string): void {
  if (fastName(encoding) === null) lookupTextCodec(encoding, null);
}
