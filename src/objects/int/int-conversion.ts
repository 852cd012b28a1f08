/**
 * `int(x)`: from numbers through `__int__` and `__index__`, from text and bytes.
 *
 * @cpython Objects/abstract.c PyNumber_Long, Objects/longobject.c long_new_impl
 */
import {
  PyByteArray,
  PyBytes,
  asInt,
  asText,
  excTypes,
  hasIndex,
  index,
  reprHost,
  typeError,
  typeName,
  typeOf,
  valueError,
  warn,
  type Value,
} from '../core/index.ts';
import type { Int } from './int-arithmetic.ts';
import { parseIntText } from './int-text.ts';
import { asciiNumeral } from './numeral-text.ts';

/** `int(value)` of one argument. @throws TypeError, ValueError */
export function intFromValue(value: Value): Int {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  const type = typeOf(value);
  if (type.nb_int !== undefined) {
    const result = type.nb_int(value);
    const int = asInt(result);
    if (int === undefined) throw typeError(`__int__ returned non-int (type ${typeName(result)})`);
    if (typeof result !== 'number' && typeof result !== 'bigint') {
      warn(
        excTypes.DeprecationWarning,
        `__int__ returned non-int (type ${typeName(result)}).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.`,
      );
    }
    return int;
  }
  if (type.nb_index !== undefined) return index(value);
  const parsed = intFromTextValue(value, 10);
  if (parsed === undefined) {
    throw typeError(`int() argument must be a string, a bytes-like object or a real number, not '${type.tp_name}'`);
  }
  return parsed;
}

/** `int(value, base)`. @throws TypeError, ValueError */
export function intFromValueAndBase(value: Value, baseValue: Value): Int {
  const given = index(baseValue);
  if ((given !== 0 && given < 2) || given > 36) throw valueError('int() base must be >= 2 and <= 36, or 0');
  const parsed =
    asText(value) !== undefined || value instanceof PyBytes || value instanceof PyByteArray
      ? intFromTextValue(value, Number(given))
      : undefined;
  if (parsed === undefined) throw typeError("int() can't convert non-string with explicit base");
  return parsed;
}

/** From a str or a bytes-like object; `undefined` for anything else. */
function intFromTextValue(value: Value, base: number): Int | undefined {
  const text = asText(value);
  if (text !== undefined) {
    const int = parseIntText(asciiNumeral(text), base);
    if (int === undefined) throw invalidLiteral(value, base);
    return int;
  }
  const bytes = bytesOf(value);
  if (bytes === undefined) return undefined;
  const int = parseIntText(latin1(bytes), base);
  if (int === undefined) throw invalidLiteral(new PyBytes(bytes.length > 200 ? bytes.slice(0, 200) : bytes), base);
  return int;
}

/** The memory of a bytes-like object. */
export function bytesOf(value: Value): Uint8Array | undefined {
  if (value instanceof PyBytes) return value.bytes;
  if (value instanceof PyByteArray) return value.bytes.subarray(0, value.length);
  const getBuffer = typeOf(value).bf_getbuffer;
  if (getBuffer === undefined) return undefined;
  const buffer = getBuffer(value, 0);
  const bytes = buffer.bytes.slice(buffer.offset, buffer.offset + buffer.len);
  typeOf(value).bf_releasebuffer?.(value, buffer);
  return bytes;
}

/** Bytes as text of the same code points. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

function invalidLiteral(value: Value, base: number) {
  const shown = Array.from(reprHost(value)).slice(0, 200).join('');
  return valueError(`invalid literal for int() with base ${base}: ${shown}`);
}

/** Whether `int()` would take the object as a number. */
export function isNumberLike(value: Value): boolean {
  return typeOf(value).nb_int !== undefined || hasIndex(value);
}
