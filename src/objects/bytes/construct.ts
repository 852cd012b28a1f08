/**
 * What `bytes(x)` and `bytearray(x)` are made of.
 *
 * @cpython Objects/bytesobject.c bytes_new_impl, PyBytes_FromObject; Objects/bytearrayobject.c bytearray___init___impl
 */
import {
  PyList,
  PyTuple,
  asText,
  excTypes,
  getIter,
  hasIndex,
  iterate,
  matches,
  memoryError,
  typeError,
  typeName,
  typeOf,
  valueError,
  type Value,
} from '../core/index.ts';
import { encodeText } from '../codecs/encode-decode.ts';
import { repeatCount } from '../list/sequence-index.ts';
import { textArgument } from '../str/text-arguments.ts';
import { copyOfBuffer, hasBuffer } from './buffer-access.ts';
import { byteArgument } from './byte-methods.ts';

/** Longest array that is tried. */
export const MAX_BYTES = 2 ** 32;

/** Zeroed bytes. @throws MemoryError */
export function zeroBytes(length: number): Uint8Array {
  if (length > MAX_BYTES) throw memoryError();
  return new Uint8Array(length);
}

/** The bytes that an `encoding` or `errors` argument asks for; `undefined` if there is neither. */
export function encodedSource(
  typeNameText: string,
  source: Value | undefined,
  encoding: Value | undefined,
  errors: Value | undefined,
): Uint8Array | undefined {
  const encodingText = encoding === undefined ? undefined : textArgument(encoding, typeNameText, 'encoding');
  const errorsText = errors === undefined ? undefined : textArgument(errors, typeNameText, 'errors');
  const text = source === undefined ? undefined : asText(source);
  if (encodingText !== undefined) {
    if (text === undefined) throw typeError('encoding without a string argument');
    return encodeText(text, encodingText, errorsText);
  }
  if (errorsText !== undefined) {
    throw typeError(text !== undefined ? 'string argument without an encoding' : 'errors without a string argument');
  }
  if (text !== undefined) throw typeError('string argument without an encoding');
  return undefined;
}

/** The length that an int argument gives; `undefined` if it is no int. @throws ValueError */
export function lengthSource(source: Value): number | undefined {
  if (!hasIndex(source)) return undefined;
  let count: number;
  try {
    count = repeatCount(source);
  } catch (error) {
    if (matches(error, excTypes.TypeError)) return undefined;
    throw error;
  }
  if (count < 0) throw valueError('negative count');
  return count;
}

/** The bytes of a buffer or of an iterable of ints. @param noun 'bytes' or 'byte', as the range error says */
export function collectBytes(source: Value, target: 'bytes' | 'bytearray', noun: 'bytes' | 'byte'): Uint8Array {
  if (hasBuffer(source)) return copyOfBuffer(source);
  if (source instanceof PyList || source instanceof PyTuple) {
    const result = new Uint8Array(source.items.length);
    let isSimple = true;
    for (let i = 0; i < result.length && isSimple; i++) {
      const item = source.items[i]!;
      if (typeof item === 'number' && item >= 0 && item < 256) result[i] = item;
      else isSimple = false;
    }
    if (isSimple) return result;
  }
  if (asText(source) === undefined) {
    let iterator: Value;
    try {
      iterator = getIter(source);
    } catch (error) {
      if (matches(error, excTypes.TypeError) && typeOf(source).tp_iter === undefined) {
        throw typeError(`cannot convert '${typeName(source)}' object to ${target}`);
      }
      throw error;
    }
    const collected: number[] = [];
    for (const item of iterate(iterator)) collected.push(byteArgument(item, noun));
    return Uint8Array.from(collected);
  }
  throw typeError(`cannot convert '${typeName(source)}' object to ${target}`);
}
