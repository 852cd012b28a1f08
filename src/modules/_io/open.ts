/** `open()`. @cpython Modules/_io/_iomodule.c _io_open_impl */
import {
  None,
  asInt,
  asText,
  bytesType,
  isInstanceOf,
  callMethod,
  excTypes,
  getAttr,
  index,
  isTrue,
  setAttr,
  strFromUtf16,
  textToHost,
  typeError,
  typeName,
  valueError,
  warn,
  type Kwnames,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType, makeBuffered } from './buffered-io.ts';
import { fileIOType } from './file-io.ts';
import { DEFAULT_BUFFER_SIZE } from './io-types.ts';
import { fspath } from '../posix/path-argument.ts';
import { textIOWrapperType } from './text-io.ts';

interface Mode {
  readonly raw: string;
  readonly isBinary: boolean;
  readonly isReading: boolean;
  readonly isUpdating: boolean;
}

function parseMode(text: string): Mode {
  const bad = (): never => {
    throw valueError(`invalid mode: '${text}'`);
  };
  if (new Set(text).size !== text.length || /[^xrwabt+]/.test(text)) bad();
  const has = (char: string): boolean => text.includes(char);
  const isBinary = has('b');
  if (isBinary && has('t')) throw valueError("can't have text and binary mode at once");
  if (['x', 'r', 'w', 'a'].filter(has).length > 1) {
    throw valueError('must have exactly one of create/read/write/append mode');
  }
  const raw = ['x', 'r', 'w', 'a', '+'].filter(has).join('');
  return { raw, isBinary, isReading: has('r'), isUpdating: has('+') };
}

function construct(type: PyType, args: readonly Value[], kwnames: Kwnames = null): Value {
  const object = type.tp_new!(type, args, kwnames);
  type.tp_init!(object, args, kwnames);
  return object;
}

function requireText(value: Value | undefined, name: string): void {
  if (value !== undefined && value !== None && asText(value) === undefined) {
    throw typeError(`open() argument '${name}' must be str or None, not ${typeName(value)}`);
  }
}

/** Opens a file as Python's `open` does. */
export function open(
  file: Value,
  modeValue?: Value,
  bufferingValue?: Value,
  encoding?: Value,
  errors?: Value,
  newline?: Value,
  closefd?: Value,
  opener?: Value,
): Value {
  const modeText = modeValue === undefined ? 'r' : asText(modeValue);
  if (modeText === undefined) throw typeError(`open() argument 'mode' must be str, not ${typeName(modeValue!)}`);
  requireText(encoding, 'encoding');
  requireText(errors, 'errors');
  requireText(newline, 'newline');
  const mode = parseMode(textToHost(modeText));
  let buffering = bufferingValue === undefined ? -1 : Number(index(bufferingValue));
  const given = (value: Value | undefined): boolean => value !== undefined && value !== None;
  if (mode.isBinary) {
    if (given(encoding)) throw valueError("binary mode doesn't take an encoding argument");
    if (given(errors)) throw valueError("binary mode doesn't take an errors argument");
    if (given(newline)) throw valueError("binary mode doesn't take a newline argument");
    if (buffering === 1) {
      warn(
        excTypes.RuntimeWarning,
        "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
        1,
      );
    }
  }
  if (asInt(file) === undefined && asText(file) === undefined && !isInstanceOf(file, bytesType)) file = fspath(file);
  const raw = construct(fileIOType, [file, strFromUtf16(mode.raw), closefd ?? true, opener ?? None]);
  let result = raw;
  try {
    const isLineBuffered = buffering === 1 && !mode.isBinary;
    const isTerminal = buffering < 0 && isTrue(callMethod(raw, '_isatty_open_only'));
    if (buffering < 0 || (buffering === 1 && mode.isBinary) || isLineBuffered) {
      buffering = Math.max(Math.min(Number(asInt(getAttr(raw, '_blksize')) ?? 8192), 8192 * 1024), DEFAULT_BUFFER_SIZE);
    }
    if (buffering === 0) {
      if (!mode.isBinary) throw valueError("can't have unbuffered text I/O");
      return raw;
    }
    const type = mode.isUpdating ? bufferedRandomType : mode.isReading ? bufferedReaderType : bufferedWriterType;
    const buffer = makeBuffered(type, raw, buffering);
    result = buffer;
    if (mode.isBinary) return buffer;
    const text = construct(textIOWrapperType, [
      buffer,
      encoding ?? None,
      errors ?? None,
      newline ?? None,
      isLineBuffered || isTerminal,
    ]);
    result = text;
    setAttr(text, 'mode', modeText);
    return text;
  } catch (error) {
    callMethod(result, 'close');
    throw error;
  }
}
