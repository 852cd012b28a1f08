/** `format(value, spec)`. @cpython Objects/abstract.c PyObject_Format */
import {
  PyFloat,
  asText,
  callSpecial,
  floatType,
  intType,
  str,
  strType,
  typeError,
  typeName,
  typeOf,
  type Text,
  type Value,
} from '../core/index.ts';
import { formatFloat } from '../format/format-float.ts';
import { formatInt } from '../format/format-int.ts';
import { formatStr } from '../format/format-str.ts';
import { textOf } from './text-arguments.ts';

/** Formats an exact str, int or float without going through its `__format__`; `undefined` for anything else. */
function formatExact(value: Value, spec: Value): Value | undefined {
  if (typeof spec !== 'string') return undefined;
  switch (typeof value) {
    case 'string':
      return formatStr(value, spec);
    case 'number':
    case 'bigint':
      return formatInt(value, spec);
    case 'object':
      return value instanceof PyFloat && value.ob_type === floatType
        ? formatFloat(value.value, spec, value)
        : undefined;
    default:
      return undefined;
  }
}

/** Formats a value; the result is a str instance. @throws TypeError when it has no `__format__` */
export function formatValue(value: Value, spec: Value = ''): Value {
  if (spec === '') {
    const type = typeOf(value);
    if (type === strType) return value;
    if (type === intType) return str(value);
  }
  const fast = formatExact(value, spec);
  if (fast !== undefined) return fast;
  if (asText(spec) === undefined) throw typeError(`format() argument 2 must be str, not ${typeName(spec)}`);
  const result = callSpecial(value, '__format__', spec);
  if (result === undefined) throw typeError(`Type ${typeName(value)} doesn't define __format__`);
  if (asText(result) === undefined) throw typeError(`__format__ must return a str, not ${typeName(result)}`);
  return result;
}

/** Formats a value to text. */
export function formatValueText(value: Value, spec: Text): Text {
  return textOf(formatValue(value, spec));
}
