/**
 * The codecs and error handlers that an interpreter knows: what `codecs.register` and `codecs.register_error` fill.
 *
 * @cpython Python/codecs.c
 */
import {
  PyTuple,
  None,
  callMethod,
  call,
  call1,
  call2,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  isPyException,
  isTrue,
  lookupError,
  newException,
  strFromUtf16,
  textToHost,
  asText,
  thread,
  typeError,
  typeName,
  isCallable,
  type PyBaseException,
  type Value,
} from '../core/index.ts';
import { BUILTIN_ERROR_HANDLERS, builtinErrorHandlers } from './error-handlers.ts';

export class CodecRegistry {
  readonly searchPath: Value[] = [];
  readonly cache: Map<string, PyTuple> = new Map();
  readonly errorHandlers: Map<string, Value> = new Map(builtinErrorHandlers());
  /** The `encodings` package, which registers the standard search function, is imported before the first search. */
  isInitialized = false;
}

const registries: WeakMap<object, CodecRegistry> = new WeakMap();

/** The registry of the running interpreter. */
export function codecRegistry(): CodecRegistry {
  let registry = registries.get(thread.interp);
  if (registry === undefined) {
    registry = new CodecRegistry();
    registries.set(thread.interp, registry);
  }
  return registry;
}

/** `codecs.register`. @throws TypeError */
export function registerCodec(searchFunction: Value): void {
  if (!isCallable(searchFunction)) throw typeError('argument must be callable');
  codecRegistry().searchPath.push(searchFunction);
}

/** `codecs.unregister`. */
export function unregisterCodec(searchFunction: Value): void {
  const registry = codecRegistry();
  const at = registry.searchPath.indexOf(searchFunction);
  if (at < 0) return;
  registry.searchPath.splice(at, 1);
  registry.cache.clear();
}

/** Lower case, with every run of other characters than letters, digits and dots as one underscore. @cpython _Py_normalize_encoding */
export function normalizeEncoding(encoding: string): string {
  return encoding
    .replace(/[^A-Za-z0-9.]+/g, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}

/** The four-tuple of a codec (a `codecs.CodecInfo`). @throws LookupError */
export function lookupCodec(encoding: string): PyTuple {
  const registry = codecRegistry();
  const name = normalizeEncoding(encoding);
  const cached = registry.cache.get(name);
  if (cached !== undefined) return cached;
  if (!registry.isInitialized) {
    registry.isInitialized = true;
    if (registry.searchPath.length === 0) thread.interp.importModule('encodings');
  }
  if (registry.searchPath.length === 0) {
    throw lookupError("no codec search functions registered: can't find encoding");
  }
  for (const search of [...registry.searchPath]) {
    const result = call1(search, strFromUtf16(name));
    if (result === None) continue;
    if (!(result instanceof PyTuple) || result.items.length !== 4) {
      throw typeError('codec search functions must return 4-tuples');
    }
    registry.cache.set(name, result);
    return result;
  }
  throw lookupError(`unknown encoding: ${encoding}`);
}

/** Refuses codecs that are not between str and bytes. @throws LookupError */
export function lookupTextCodec(encoding: string, alternative: string | null): PyTuple {
  const codec = lookupCodec(encoding);
  if (typeof codec === 'object' && codec.ob_type !== PyTuple.prototype.ob_type) {
    const isText = getAttrOrUndefined(codec, '_is_text_encoding');
    if (isText !== undefined && !isTrue(isText)) {
      const advice = alternative === null ? '' : `; use ${alternative} to handle arbitrary codecs`;
      throw lookupError(`'${encoding}' is not a text encoding${advice}`);
    }
  }
  return codec;
}

/** Adds to an exception that a codec raised which codec it was. @cpython _PyErr_TrySetFromCause via add_note */
function withNote(run: () => Value, operation: string, encoding: string): Value {
  try {
    return run();
  } catch (error) {
    if (isPyException(error)) addNote(error, `${operation} with '${encoding}' codec failed`);
    throw error;
  }
}

function addNote(error: PyBaseException, note: string): void {
  callMethod(error, 'add_note', strFromUtf16(note));
}

function callCodec(codec: Value, object: Value, errors: string | null, side: 'encoder' | 'decoder'): Value {
  const result = errors === null ? call1(codec, object) : call2(codec, object, strFromUtf16(errors));
  if (!(result instanceof PyTuple) || result.items.length !== 2) {
    throw typeError(`${side} must return a tuple (object, integer)`);
  }
  return result.items[0]!;
}

/** `codecs.encode`. */
export function encodeWithCodec(object: Value, encoding: string, errors: string | null): Value {
  const codec = lookupCodec(encoding);
  return withNote(() => callCodec(codec.items[0]!, object, errors, 'encoder'), 'encoding', encoding);
}

/** `codecs.decode`. */
export function decodeWithCodec(object: Value, encoding: string, errors: string | null): Value {
  const codec = lookupCodec(encoding);
  return withNote(() => callCodec(codec.items[1]!, object, errors, 'decoder'), 'decoding', encoding);
}

/** What `str.encode` uses for encodings without a shortcut. */
export function encodeTextWithCodec(object: Value, encoding: string, errors: string | null): Value {
  const codec = lookupTextCodec(encoding, 'codecs.encode()');
  return withNote(() => callCodec(codec.items[0]!, object, errors, 'encoder'), 'encoding', encoding);
}

/** What `bytes.decode` uses for encodings without a shortcut. */
export function decodeTextWithCodec(object: Value, encoding: string, errors: string | null): Value {
  const codec = lookupTextCodec(encoding, 'codecs.decode()');
  return withNote(() => callCodec(codec.items[1]!, object, errors, 'decoder'), 'decoding', encoding);
}

/** `codecs.register_error`. @throws TypeError */
export function registerErrorHandler(name: string, handler: Value): void {
  if (!isCallable(handler)) throw typeError('handler must be callable');
  codecRegistry().errorHandlers.set(name, handler);
}

/** `codecs._unregister_error`: whether there was one. @throws ValueError for the builtin ones */
export function unregisterErrorHandler(name: string): boolean {
  if (BUILTIN_ERROR_HANDLERS.includes(name)) {
    throw newException(excTypes.ValueError, strFromUtf16(`cannot un-register built-in error handler '${name}'`));
  }
  return codecRegistry().errorHandlers.delete(name);
}

/** `codecs.lookup_error`. @throws LookupError */
export function lookupErrorHandler(name: string | null): Value {
  const handler = codecRegistry().errorHandlers.get(name ?? 'strict');
  if (handler === undefined) throw lookupError(`unknown error handler name '${name}'`);
  return handler;
}

/** Calls the handler of that name with the exception. */
export function callErrorHandler(name: string | null, error: PyBaseException): Value {
  return call(lookupErrorHandler(name), [error]);
}

/** The attribute of a codec under its name (`incrementalencoder`, `streamreader`). */
export function codecAttribute(codec: PyTuple, name: string): Value {
  return getAttr(codec, name);
}

/** The host string of an encoding or handler name. @throws TypeError */
export function codecName(value: Value, what: string): string {
  const text = asText(value);
  if (text === undefined) throw typeError(`${what} must be str, not ${typeName(value)}`);
  return textToHost(text);
}
