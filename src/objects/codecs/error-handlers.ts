/**
 * The error handlers that every interpreter begins with: `strict`, `ignore`, `replace` and the rest.
 *
 * @cpython Python/codecs.c PyCodec_StrictErrors and its neighbours
 */
import type { NativeSpec } from '../core/index.ts';
import {
  PyBaseException,
  PyBuiltinFunction,
  PyBytes,
  PyTuple,
  asInt,
  asText,
  excTypes,
  matches,
  nativeFunction,
  textLength,
  typeError,
  typeName,
  type Text,
  type Value,
} from '../core/index.ts';
import { TextBuilder, codePointAt } from '../str/text.ts';
import { nameOfCodePoint } from '../../unicode/names.ts';

type Kind = 'encode' | 'decode' | 'translate';

interface Failure {
  readonly kind: Kind;
  readonly error: PyBaseException;
  readonly encoding: string;
  /** What could not be encoded or translated. */
  readonly text: Text;
  /** What could not be decoded. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

const NO_BYTES = new Uint8Array(0);

/** @throws TypeError when it is not a UnicodeError of one of those kinds */
function failureOf(error: Value, kinds: readonly Kind[]): Failure {
  const kind: Kind | undefined = matches(error, excTypes.UnicodeEncodeError)
    ? 'encode'
    : matches(error, excTypes.UnicodeDecodeError)
      ? 'decode'
      : matches(error, excTypes.UnicodeTranslateError)
        ? 'translate'
        : undefined;
  if (kind === undefined || !kinds.includes(kind)) {
    throw typeError(`don't know how to handle ${typeName(error)} in error callback`);
  }
  const exception = error as PyBaseException;
  const object = exception.field('object');
  let text: Text = '';
  let bytes: Uint8Array = NO_BYTES;
  if (kind === 'decode') {
    if (!(object instanceof PyBytes)) throw typeError("UnicodeError 'object' attribute must be a bytes");
    bytes = object.bytes;
  } else {
    const found = asText(object);
    if (found === undefined) throw typeError("UnicodeError 'object' attribute must be a string");
    text = found;
  }
  const size = kind === 'decode' ? bytes.length : textLength(text);
  const start = Number(asInt(exception.field('start')) ?? 0);
  const end = Number(asInt(exception.field('end')) ?? 0);
  const encoding = asText(exception.field('encoding'));
  return {
    kind,
    error: exception,
    encoding: typeof encoding === 'string' ? encoding : '',
    text,
    bytes,
    start: start < 0 ? 0 : start >= size ? Math.max(size - 1, 0) : start,
    end: Math.min(end < 1 ? 1 : end, size),
  };
}

function result(replacement: Value, position: number): PyTuple {
  return new PyTuple([replacement, position]);
}

/** A replacement of text for each character that failed. */
function eachCharacter(failure: Failure, show: (codePoint: number) => string): PyTuple {
  let replacement = '';
  for (let i = failure.start; i < failure.end; i++) replacement += show(codePointAt(failure.text, i));
  return result(replacement, failure.end);
}

function strictErrors(error: Value): Value {
  if (error instanceof PyBaseException) throw error;
  throw typeError('codec must pass exception instance');
}

function ignoreErrors(error: Value): Value {
  return result('', failureOf(error, ['encode', 'decode', 'translate']).end);
}

function replaceErrors(error: Value): Value {
  const failure = failureOf(error, ['encode', 'decode', 'translate']);
  const count = Math.max(failure.end - failure.start, 0);
  if (failure.kind === 'decode') return result('\ufffd', failure.end);
  return result((failure.kind === 'encode' ? '?' : '\ufffd').repeat(count), failure.end);
}

function backslash(codePoint: number): string {
  if (codePoint >= 0x10000) return `\\U${codePoint.toString(16).padStart(8, '0')}`;
  if (codePoint >= 0x100) return `\\u${codePoint.toString(16).padStart(4, '0')}`;
  return `\\x${codePoint.toString(16).padStart(2, '0')}`;
}

function backslashreplaceErrors(error: Value): Value {
  const failure = failureOf(error, ['encode', 'decode', 'translate']);
  if (failure.kind !== 'decode') return eachCharacter(failure, backslash);
  let replacement = '';
  for (let i = failure.start; i < failure.end; i++) replacement += backslash(failure.bytes[i]!);
  return result(replacement, failure.end);
}

function xmlcharrefreplaceErrors(error: Value): Value {
  return eachCharacter(failureOf(error, ['encode']), (codePoint) => `&#${codePoint};`);
}

function namereplaceErrors(error: Value): Value {
  return eachCharacter(failureOf(error, ['encode']), (codePoint) => {
    const name = nameOfCodePoint(codePoint);
    return name === undefined ? backslash(codePoint) : `\\N{${name}}`;
  });
}

function surrogateescape(error: Value): Value {
  const failure = failureOf(error, ['encode', 'decode']);
  if (failure.kind === 'encode') {
    const bytes = new Uint8Array(failure.end - failure.start);
    for (let i = failure.start; i < failure.end; i++) {
      const codePoint = codePointAt(failure.text, i);
      if (codePoint < 0xdc80 || codePoint > 0xdcff) throw failure.error;
      bytes[i - failure.start] = codePoint - 0xdc00;
    }
    return result(new PyBytes(bytes), failure.end);
  }
  let replacement = '';
  for (let i = failure.start; i < failure.end && replacement.length < 4; i++) {
    if (failure.bytes[i]! < 128) break;
    replacement += String.fromCharCode(0xdc00 + failure.bytes[i]!);
  }
  if (replacement === '') throw failure.error;
  return result(replacement, failure.start + replacement.length);
}

interface SurrogateForm {
  readonly length: number;
  encode(codePoint: number): readonly number[];
  decode(bytes: Uint8Array, at: number): number;
}

const littleEndian = (codePoint: number): readonly number[] => [codePoint & 255, codePoint >> 8];
const SURROGATE_FORMS: Readonly<Record<string, SurrogateForm>> = {
  'utf-8': {
    length: 3,
    encode: (codePoint) => [0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 63), 0x80 | (codePoint & 63)],
    decode: (bytes, at) =>
      (bytes[at]! & 0xf0) === 0xe0 && (bytes[at + 1]! & 0xc0) === 0x80 && (bytes[at + 2]! & 0xc0) === 0x80
        ? ((bytes[at]! & 15) << 12) | ((bytes[at + 1]! & 63) << 6) | (bytes[at + 2]! & 63)
        : 0,
  },
  'utf-16-le': { length: 2, encode: littleEndian, decode: (bytes, at) => (bytes[at + 1]! << 8) | bytes[at]! },
  'utf-16-be': {
    length: 2,
    encode: (codePoint) => [codePoint >> 8, codePoint & 255],
    decode: (bytes, at) => (bytes[at]! << 8) | bytes[at + 1]!,
  },
  'utf-32-le': {
    length: 4,
    encode: (codePoint) => [...littleEndian(codePoint), 0, 0],
    decode: (bytes, at) => bytes[at]! + (bytes[at + 1]! << 8) + (bytes[at + 2]! << 16) + bytes[at + 3]! * 0x1000000,
  },
  'utf-32-be': {
    length: 4,
    encode: (codePoint) => [0, 0, codePoint >> 8, codePoint & 255],
    decode: (bytes, at) => bytes[at]! * 0x1000000 + (bytes[at + 1]! << 16) + (bytes[at + 2]! << 8) + bytes[at + 3]!,
  },
};

/** @cpython Python/codecs.c get_standard_encoding */
function surrogateForm(encoding: string): SurrogateForm | undefined {
  const name = /^utf[-_]?(8|16|32)([-_]?[bl]e)?$/i.exec(encoding);
  if (name === null) return /^cp_utf8$/i.test(encoding) ? SURROGATE_FORMS['utf-8'] : undefined;
  if (name[1] === '8') return name[2] === undefined ? SURROGATE_FORMS['utf-8'] : undefined;
  return SURROGATE_FORMS[`utf-${name[1]}-${name[2] === undefined ? 'le' : name[2].slice(-2).toLowerCase()}`];
}

function surrogatepass(error: Value): Value {
  const failure = failureOf(error, ['encode', 'decode']);
  const form = surrogateForm(failure.encoding);
  if (form === undefined) throw failure.error;
  if (failure.kind === 'encode') {
    const bytes: number[] = [];
    for (let i = failure.start; i < failure.end; i++) {
      const codePoint = codePointAt(failure.text, i);
      if (codePoint < 0xd800 || codePoint > 0xdfff) throw failure.error;
      bytes.push(...form.encode(codePoint));
    }
    return result(new PyBytes(Uint8Array.from(bytes)), failure.end);
  }
  let codePoint = 0;
  if (failure.bytes.length - failure.start >= form.length) codePoint = form.decode(failure.bytes, failure.start);
  if (codePoint < 0xd800 || codePoint > 0xdfff) throw failure.error;
  const replacement = new TextBuilder();
  replacement.addCodePoint(codePoint);
  return result(replacement.finish(), failure.start + form.length);
}

function builtin(name: string, fn: (error: Value) => Value, doc: string | null): PyBuiltinFunction {
  const spec: NativeSpec = nativeFunction('($module, exc, /)', fn, doc);
  return new PyBuiltinFunction(name, spec, undefined, null, null);
}

/** New handler objects by the names that `errors=` takes. */
export function builtinErrorHandlers(): [string, Value][] {
  return [
    [
      'strict',
      builtin(
        'strict_errors',
        strictErrors,
        "Implements the 'strict' error handling, which raises a UnicodeError on coding errors.",
      ),
    ],
    [
      'ignore',
      builtin(
        'ignore_errors',
        ignoreErrors,
        "Implements the 'ignore' error handling, which ignores malformed data and continues.",
      ),
    ],
    [
      'replace',
      builtin(
        'replace_errors',
        replaceErrors,
        "Implements the 'replace' error handling, which replaces malformed data with a replacement marker.",
      ),
    ],
    [
      'xmlcharrefreplace',
      builtin(
        'xmlcharrefreplace_errors',
        xmlcharrefreplaceErrors,
        "Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference.",
      ),
    ],
    [
      'backslashreplace',
      builtin(
        'backslashreplace_errors',
        backslashreplaceErrors,
        "Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence.",
      ),
    ],
    [
      'namereplace',
      builtin(
        'namereplace_errors',
        namereplaceErrors,
        "Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence.",
      ),
    ],
    ['surrogatepass', builtin('surrogatepass', surrogatepass, null)],
    ['surrogateescape', builtin('surrogateescape', surrogateescape, null)],
  ];
}

/** The names of the handlers that cannot be unregistered. */
export const BUILTIN_ERROR_HANDLERS: readonly string[] = [
  'strict',
  'ignore',
  'replace',
  'xmlcharrefreplace',
  'backslashreplace',
  'namereplace',
  'surrogatepass',
  'surrogateescape',
];
