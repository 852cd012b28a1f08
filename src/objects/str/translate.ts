/**
 * `str.translate` and `str.maketrans`.
 *
 * @cpython Objects/unicodeobject.c _PyUnicode_TranslateCharmap, unicode_maketrans_impl
 */
import {
  None,
  PyDict,
  asInt,
  asText,
  dictType,
  excTypes,
  getItem,
  matches,
  textLength,
  typeError,
  typeOf,
  valueError,
  type Text,
  type Value,
} from '../core/index.ts';
import { TextBuilder, codePointAt } from './text.ts';
import { textArgument } from './text-arguments.ts';

/** What a character becomes: `undefined` itself, null nothing. */
function translateCharacter(table: Value, codePoint: number): Text | null | undefined {
  let mapped: Value | undefined;
  if (table instanceof PyDict && table.ob_type === dictType) mapped = table.get(codePoint);
  else {
    try {
      mapped = getItem(table, codePoint);
    } catch (error) {
      if (!matches(error, excTypes.LookupError)) throw error;
    }
  }
  if (mapped === undefined) return undefined;
  if (mapped === None) return null;
  const number = asInt(mapped);
  if (number !== undefined) {
    if (number < 0 || number > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
    const character = new TextBuilder();
    character.addCodePoint(Number(number));
    return character.finish();
  }
  const text = asText(mapped);
  if (text === undefined) throw typeError('character mapping must return integer, None or str');
  return text;
}

/** `text.translate(table)`. */
export function translateText(text: Text, table: Value): Text {
  const result = new TextBuilder();
  // Each character is looked up once, as CPython does for ASCII.
  const known = new Map<number, Text | null | undefined>();
  for (let i = 0, length = textLength(text); i < length; i++) {
    const codePoint = codePointAt(text, i);
    let mapped = known.get(codePoint);
    if (mapped === undefined && !known.has(codePoint)) {
      mapped = translateCharacter(table, codePoint);
      if (codePoint < 0x80) known.set(codePoint, mapped);
    }
    if (mapped === undefined) result.addCodePoint(codePoint);
    else if (mapped !== null) result.addText(mapped);
  }
  return result.finish();
}

/** `str.maketrans(x, y, z)`. */
export function makeTranslation(x: Value, y: Value | undefined, z: Value | undefined): Value {
  const table = new PyDict();
  if (y !== undefined) {
    const to = textArgument(y, 'maketrans', 2);
    const removed = z === undefined ? '' : textArgument(z, 'maketrans', 3);
    const from = asText(x);
    if (from === undefined) throw typeError('first maketrans argument must be a string if there is a second argument');
    if (textLength(from) !== textLength(to))
      throw valueError('the first two maketrans arguments must have equal length');
    for (let i = 0, length = textLength(from); i < length; i++) table.set(codePointAt(from, i), codePointAt(to, i));
    for (let i = 0, length = textLength(removed); i < length; i++) table.set(codePointAt(removed, i), None);
    return table;
  }
  if (!(x instanceof PyDict) || typeOf(x) !== dictType) {
    throw typeError('if you give only one argument to maketrans it must be a dict');
  }
  for (const [key, value] of x.entries()) {
    const text = asText(key);
    if (text !== undefined) {
      if (textLength(text) !== 1) throw valueError('string keys in translate table must be of length 1');
      table.set(codePointAt(text, 0), value);
    } else if (asInt(key) !== undefined) table.set(key, value);
    else throw typeError('keys in translate table must be strings or integers');
  }
  return table;
}
