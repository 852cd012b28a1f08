/**
 * File names as Python gives them: str, bytes, objects with `__fspath__`, and descriptors where they are allowed.
 *
 * @cpython Modules/posixmodule.c path_converter
 */
import {
  None,
  PyBytes,
  asInt,
  asText,
  bufferBytes,
  callDescriptor,
  isInstanceOf,
  bytesType,
  strFromUtf16,
  strType,
  textToHost,
  typeError,
  typeName,
  typeOf,
  valueError,
  type Value,
} from '../../objects/core/index.ts';

/** A file name for the host, or a descriptor. */
export interface PathArgument {
  /** Name for the host; '' when a descriptor was given. */
  readonly path: string;
  readonly fd: number | null;
  /** What was given (after `__fspath__`), for error messages and `filename`. */
  readonly object: Value;
  /** The caller gets names back as bytes. */
  readonly isBytes: boolean;
}

export interface PathOptions {
  readonly function: string;
  readonly argument?: string;
  readonly allowFd?: boolean;
  readonly nullable?: boolean;
  /** What ValueError says of a null character. */
  readonly nullMessage?: string;
}

/** File name text of bytes, in the way of `surrogateescape`. */
export function decodeFileName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeEscaped(bytes);
  }
}

/** UTF-8 with each wrong byte as a lone surrogate. */
function decodeEscaped(bytes: Uint8Array): string {
  let text = '';
  let i = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  while (i < bytes.length) {
    const first = bytes[i]!;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 0;
    let piece: string | null = null;
    if (length > 0 && i + length <= bytes.length) {
      try {
        piece = decoder.decode(bytes.subarray(i, i + length));
      } catch {
        piece = null;
      }
    }
    if (piece === null) {
      text += String.fromCharCode(0xdc00 + first);
      i++;
    } else {
      text += piece;
      i += length;
    }
  }
  return text;
}

/** Bytes of file name text: lone surrogates U+DC80…U+DCFF are single bytes. */
export function encodeFileName(name: string): Uint8Array {
  if (!/[\udc80-\udcff]/.test(name)) return new TextEncoder().encode(name);
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const char of name) {
    const code = char.charCodeAt(0);
    if (char.length === 1 && code >= 0xdc80 && code <= 0xdcff) bytes.push(code - 0xdc00);
    else bytes.push(...encoder.encode(char));
  }
  return Uint8Array.from(bytes);
}

/** A host name as the caller wants it: str or bytes. */
export function fileNameValue(name: string, isBytes: boolean): Value {
  return isBytes ? new PyBytes(encodeFileName(name)) : strFromUtf16(name);
}

function kinds(options: PathOptions): string {
  const parts = ['string', 'bytes', 'os.PathLike'];
  if (options.allowFd === true) parts.push('integer');
  if (options.nullable === true) parts.push('None');
  const last = parts.pop()!;
  return `${parts.join(', ')} or ${last}`;
}

/** `os.fspath`. @throws TypeError @cpython PyOS_FSPath */
export function fspath(value: Value): Value {
  if (isInstanceOf(value, strType) || isInstanceOf(value, bytesType)) return value;
  const descr = typeOf(value).lookup('__fspath__');
  if (descr === undefined || descr === None)
    throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
  const path = callDescriptor(descr, value, []);
  if (isInstanceOf(path, strType) || isInstanceOf(path, bytesType)) return path;
  throw typeError(`expected ${typeName(value)}.__fspath__() to return str or bytes, not ${typeName(path)}`);
}

/** Converts a path argument. @throws TypeError, ValueError */
export function pathArgument(value: Value | undefined, options: PathOptions): PathArgument {
  const argument = options.argument ?? 'path';
  if (value === undefined || (value === None && options.nullable === true)) {
    return { path: '.', fd: null, object: None, isBytes: false };
  }
  let object = value;
  if (asText(object) === undefined && !isInstanceOf(object, bytesType)) {
    const descr = typeOf(object).lookup('__fspath__');
    const fd = asInt(object);
    if (options.allowFd === true && fd !== undefined) return { path: '', fd: Number(fd), object, isBytes: false };
    if (descr === undefined || descr === None) {
      throw typeError(`${options.function}: ${argument} should be ${kinds(options)}, not ${typeName(value)}`);
    }
    object = callDescriptor(descr, object, []);
    if (!isInstanceOf(object, strType) && !isInstanceOf(object, bytesType)) {
      throw typeError(`expected ${typeName(value)}.__fspath__() to return str or bytes, not ${typeName(object)}`);
    }
  }
  const text = asText(object);
  const path = text === undefined ? decodeFileName(bufferBytes(object)) : textToHost(text);
  if (path.includes('\0'))
    throw valueError(options.nullMessage ?? `${options.function}: embedded null character in ${argument}`);
  return { path, fd: null, object, isBytes: text === undefined };
}
