/**
 * `float(x)`: from numbers through `__float__` and `__index__`, from text and bytes.
 *
 * @cpython Objects/floatobject.c PyFloat_AsDouble, PyFloat_FromString; Objects/abstract.c PyNumber_Float
 */
import {
  PyFloat,
  asText,
  excTypes,
  floatType,
  index,
  reprHost,
  typeError,
  typeName,
  typeOf,
  valueError,
  warn,
  type Value,
} from '../core/index.ts';
import { bytesOf, latin1 } from '../int/int-conversion.ts';
import { intToFloat } from '../int/int-float.ts';
import { asciiNumeral, stripAsciiSpace } from '../int/numeral-text.ts';
import { parseFloatText } from './float-parse.ts';

/** The `number` of what `nb_float` gives. */
function checkedFloat(value: Value, result: Value): number {
  if (!(result instanceof PyFloat)) {
    throw typeError(`${typeName(value)}.__float__ returned non-float (type ${typeName(result)})`);
  }
  if (result.ob_type !== floatType) {
    warn(
      excTypes.DeprecationWarning,
      `${typeName(value)}.__float__ returned non-float (type ${typeName(result)}).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.`,
    );
  }
  return result.value;
}

/** A real number as `number`, as C functions that take a double want it, or `undefined`. @throws OverflowError */
export function tryNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof PyFloat) return value.value;
  if (typeof value === 'bigint') return intToFloat(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  const type = typeOf(value);
  if (type.nb_float !== undefined) return checkedFloat(value, type.nb_float(value));
  if (type.nb_index !== undefined) return intToFloat(index(value));
  return undefined;
}

/** A real number as `number`. @throws TypeError "must be real number, not str", OverflowError @cpython PyFloat_AsDouble */
export function asNumber(value: Value): number {
  const number = tryNumber(value);
  if (number === undefined) throw typeError(`must be real number, not ${typeName(value)}`);
  return number;
}

/** `float(value)` as `number`. @throws TypeError, ValueError, OverflowError */
export function numberFromValue(value: Value): number {
  // A subclass of float may have a `__float__` of its own.
  const isSubclassOfFloat = value instanceof PyFloat && value.ob_type !== floatType;
  const number = isSubclassOfFloat ? checkedFloat(value, value.ob_type.nb_float!(value)) : tryNumber(value);
  if (number !== undefined) return number;
  const text = asText(value);
  let ascii: string;
  if (text !== undefined) ascii = asciiNumeral(text);
  else {
    const bytes = bytesOf(value);
    if (bytes === undefined) {
      throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
    }
    ascii = latin1(bytes);
  }
  const parsed = parseFloatText(stripAsciiSpace(ascii));
  if (parsed === undefined) throw valueError(`could not convert string to float: ${reprHost(value)}`);
  return parsed;
}
