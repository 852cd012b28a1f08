/** What Python arguments of `str` methods mean. */
import { None, asText, hasIndex, indexNumber, typeError, typeName, type Text, type Value } from '../core/index.ts';

/** The text of a method's `self`. */
export function textOf(self: Value): Text {
  return typeof self === 'string' ? self : asText(self)!;
}

/** An argument that must be a str, as Argument Clinic words it. @throws TypeError */
export function textArgument(value: Value, name: string, position: number | string): Text {
  if (typeof value === 'string') return value;
  const text = asText(value);
  if (text === undefined) {
    const where =
      typeof position === 'number' ? (position === 0 ? 'argument' : `argument ${position}`) : `argument '${position}'`;
    throw typeError(`${name}() ${where} must be str, not ${value === None ? 'None' : typeName(value)}`);
  }
  return text;
}

/** A bound of a search: None and absence mean `fallback`. @throws TypeError */
function bound(value: Value | undefined, fallback: number): number {
  if (value === undefined || value === None) return fallback;
  if (typeof value === 'number') return value;
  if (!hasIndex(value)) throw typeError('slice indices must be integers or None or have an __index__ method');
  return indexNumber(value, null);
}

/** The bounds of a search in something of that length, clipped; the start may lie past the end. @cpython ADJUST_INDICES */
export function searchBounds(
  start: Value | undefined,
  end: Value | undefined,
  length: number,
): [start: number, end: number] {
  let from = bound(start, 0);
  let to = bound(end, length);
  if (to > length) to = length;
  else if (to < 0) to = Math.max(0, to + length);
  if (from < 0) from = Math.max(0, from + length);
  return [from, to];
}
