/**
 * What a decoder or encoder does about input that it cannot take: calls the error handler and says where to go on.
 *
 * @cpython Objects/unicodeobject.c unicode_decode_call_errorhandler_writer, unicode_encode_call_errorhandler
 */
import {
  PyBytes,
  PyTuple,
  asText,
  excTypes,
  indexError,
  indexNumber,
  textLength,
  typeError,
  unicodeDecodeError,
  unicodeEncodeError,
  newException,
  type PyBaseException,
  type Text,
  type Value,
} from '../core/index.ts';
import { callErrorHandler } from './registry.ts';
import type { TextBuilder } from '../str/text.ts';

function positionIn(value: Value, size: number): number {
  const given = indexNumber(value, excTypes.OverflowError);
  const position = given < 0 ? given + size : given;
  if (position < 0 || position > size) throw indexError(`position ${position} from error handler out of bounds`);
  return position;
}

function updated(error: PyBaseException, start: number, end: number, reason: string): PyBaseException {
  error.setField('start', start);
  error.setField('end', end);
  error.setField('reason', reason);
  return error;
}

/** The errors of one decoding run. */
export class DecodingErrors {
  readonly encoding: string;
  readonly errors: string | null;
  /** The input; a handler may put other bytes in its place. */
  bytes: Uint8Array;
  private error: PyBaseException | null = null;

  constructor(encoding: string, errors: string | null, bytes: Uint8Array) {
    this.encoding = encoding;
    this.errors = errors;
    this.bytes = bytes;
  }

  /** Adds the replacement for `bytes[start:end]` to the output and returns the index to go on from. */
  handle(output: TextBuilder, start: number, end: number, reason: string): number {
    switch (this.errors) {
      case 'replace':
        output.addText('\ufffd');
        return end;
      case 'ignore':
        return end;
      case 'surrogateescape': {
        let at = start;
        while (at < end && at < start + 4 && this.bytes[at]! >= 0x80) output.addCodePoint(0xdc00 + this.bytes[at++]!);
        if (at > start) return at;
      }
    }
    this.error =
      this.error === null
        ? unicodeDecodeError(this.encoding, new PyBytes(this.bytes.slice()), start, end, reason)
        : updated(this.error, start, end, reason);
    if (this.errors === null || this.errors === 'strict') throw this.error;
    const result = callErrorHandler(this.errors, this.error);
    if (!(result instanceof PyTuple) || result.items.length !== 2) throw badResult();
    const replacement = asText(result.items[0]!);
    if (replacement === undefined) throw badResult();
    const [, given] = result.items as readonly [Value, Value];
    const requested = indexNumber(given, excTypes.OverflowError);
    const object = this.error.field('object');
    if (!(object instanceof PyBytes)) throw typeError('exception attribute object must be bytes');
    this.bytes = object.bytes;
    const position = positionIn(requested, this.bytes.length);
    output.addText(replacement);
    return position;
  }
}

function badResult(): Value {
  return typeError('decoding error handler must return (str, int) tuple');
}

/** The errors of one encoding run. */
export class EncodingErrors {
  readonly encoding: string;
  readonly errors: string | null;
  readonly text: Text;
  /** Where to go on after the last error that was handled. */
  position = 0;
  private error: PyBaseException | null = null;

  constructor(encoding: string, errors: string | null, text: Text) {
    this.encoding = encoding;
    this.errors = errors;
    this.text = text;
  }

  /** The exception for `text[start:end]`. */
  exception(start: number, end: number, reason: string): PyBaseException {
    this.error =
      this.error === null
        ? unicodeEncodeError(this.encoding, this.text, start, end, reason)
        : updated(this.error, start, end, reason);
    return this.error;
  }

  /** What stands for `text[start:end]`: text yet to be encoded, or bytes. Sets `position`. */
  handle(start: number, end: number, reason: string): Text | Uint8Array {
    switch (this.errors) {
      case 'ignore':
        this.position = end;
        return '';
      case 'replace':
        this.position = end;
        return '?'.repeat(end - start);
    }
    const error = this.exception(start, end, reason);
    if (this.errors === null || this.errors === 'strict') throw error;
    const result = callErrorHandler(this.errors, error);
    if (!(result instanceof PyTuple) || result.items.length !== 2) {
      throw typeError('encoding error handler must return (str/bytes, int) tuple');
    }
    const [replacement, position] = result.items as [Value, Value];
    const text = asText(replacement);
    if (text === undefined && !(replacement instanceof PyBytes)) {
      throw typeError('encoding error handler must return (str/bytes, int) tuple');
    }
    this.position = positionIn(position, textLength(this.text));
    return text ?? (replacement as PyBytes).bytes;
  }
}

/** A UnicodeTranslateError. */
export function unicodeTranslateError(text: Text, start: number, end: number, reason: string): PyBaseException {
  const error = newException(excTypes.UnicodeTranslateError, text, start, end, reason);
  error.setField('object', text);
  return updated(error, start, end, reason);
}
