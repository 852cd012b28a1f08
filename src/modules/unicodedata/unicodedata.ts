/**
 * `unicodedata`: the character database, of Unicode now and (`ucd_3_2_0`) of Unicode 3.2.
 *
 * @cpython Modules/unicodedata.c
 */
import {
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  PyFloat,
  PyObject,
  asText,
  bufferBytes,
  keyError,
  makeBuiltinType,
  objectType,
  strFromCodePoints,
  strFromUtf16,
  textLength,
  textsAreEqual,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions, documentedMethods } from '../../objects/int/documented.ts';
import { codePointAt, codePointsOf, isAsciiText } from '../../objects/str/index.ts';
import { decimalValue, digitValue, numericValue } from '../../unicode/character-types.ts';
import { UNICODE_VERSION } from '../../unicode/character-types.generated.ts';
import { allDecompositions, characterRecord, isInUnicode32, oldNumber } from '../../unicode/database.ts';
import { lookupName, lookupProperName, lookupSequence, nameOfCodePoint } from '../../unicode/names.ts';
import { normalizeCodePoints, type NormalizationForm } from '../../unicode/normalization.ts';
import { defineModule } from '../define-module.ts';
import { UNICODEDATA_DOC, UNICODEDATA_DOCS } from './unicodedata-docs.ts';

/** The object `ucd_3_2_0`. */
class PyDatabase extends PyObject {}
const databaseType = makeBuiltinType('unicodedata.UCD', objectType, PyDatabase, Py_TPFLAGS_DISALLOW_INSTANTIATION);

/** The one character of an argument. @throws TypeError */
function characterArgument(value: Value, name: string, position: string): number {
  const text = asText(value);
  if (text === undefined)
    throw typeError(`${name}() argument${position} must be a unicode character, not ${typeName(value)}`);
  if (textLength(text) !== 1) {
    throw typeError(
      `${name}(): argument${position} must be a unicode character, not a string of length ${textLength(text)}`,
    );
  }
  return codePointAt(text, 0);
}

function textArgument(value: Value, name: string, position: number): Text {
  const text = asText(value);
  if (text === undefined) throw typeError(`${name}() argument ${position} must be str, not ${typeName(value)}`);
  return text;
}

const NORMALIZATION_FORMS: ReadonlySet<string> = new Set(['NFC', 'NFD', 'NFKC', 'NFKD']);

function formArgument(value: Value, name: string): NormalizationForm {
  const form = textArgument(value, name, 1);
  if (typeof form !== 'string' || !NORMALIZATION_FORMS.has(form)) throw valueError('invalid normalization form');
  return form as NormalizationForm;
}

const LONGEST_NAME = 256;

/** The functions for one version of the database. */
function databaseFunctions(isOld: boolean) {
  const record = (value: Value, name: string) => characterRecord(characterArgument(value, name, ''), isOld);
  const oldValue = (codePoint: number) => (isOld ? oldNumber(codePoint) : undefined);
  const isAssigned = (codePoint: number): boolean => !isOld || isInUnicode32(codePoint);

  const decimal = (codePoint: number): number | undefined => {
    if (!isAssigned(codePoint)) return undefined;
    const changed = oldValue(codePoint);
    if (changed !== undefined) return changed.decimal;
    const value = decimalValue(codePoint);
    return value < 0 ? undefined : value;
  };
  const numeric = (codePoint: number): number | undefined => {
    if (!isAssigned(codePoint)) return undefined;
    const changed = oldValue(codePoint);
    return changed !== undefined ? changed.numeric : numericValue(codePoint);
  };
  const normalize = (form: NormalizationForm, text: Text): Text => {
    if (isAsciiText(text)) return text;
    return strFromCodePoints(normalizeCodePoints(codePointsOf(text), form, isOld));
  };

  return {
    decimal: (chr: Value, fallback: Value | undefined) => {
      const value = decimal(characterArgument(chr, 'decimal', ' 1')) ?? fallback;
      if (value === undefined) throw valueError('not a decimal');
      return value;
    },
    digit: (chr: Value, fallback: Value | undefined) => {
      const value = digitValue(characterArgument(chr, 'digit', ' 1'));
      if (value >= 0) return value;
      if (fallback === undefined) throw valueError('not a digit');
      return fallback;
    },
    numeric: (chr: Value, fallback: Value | undefined) => {
      const value = numeric(characterArgument(chr, 'numeric', ' 1'));
      if (value !== undefined) return new PyFloat(value);
      if (fallback === undefined) throw valueError('not a numeric character');
      return fallback;
    },
    category: (chr: Value) => record(chr, 'category').category,
    bidirectional: (chr: Value) => record(chr, 'bidirectional').bidirectional,
    combining: (chr: Value) => record(chr, 'combining').combining,
    mirrored: (chr: Value) => (record(chr, 'mirrored').isMirrored ? 1 : 0),
    east_asian_width: (chr: Value) => record(chr, 'east_asian_width').eastAsianWidth,
    decomposition: (chr: Value) => {
      const codePoint = characterArgument(chr, 'decomposition', '');
      if (!isAssigned(codePoint)) return '';
      const found = allDecompositions().get(codePoint);
      if (found === undefined) return '';
      const words = found.codePoints.map((part) => part.toString(16).toUpperCase().padStart(4, '0'));
      if (found.tag !== '') words.unshift(found.tag);
      return words.join(' ');
    },
    name: (chr: Value, fallback: Value | undefined) => {
      const codePoint = characterArgument(chr, 'name', ' 1');
      const name = isAssigned(codePoint) ? nameOfCodePoint(codePoint) : undefined;
      if (name !== undefined) return name;
      if (fallback === undefined) throw valueError('no such name');
      return fallback;
    },
    lookup: (name: Value) => {
      const text = asText(name);
      const host =
        typeof text === 'string' ? text : text === undefined ? String.fromCharCode(...bufferBytes(name)) : '\0';
      if (host.length > LONGEST_NAME) throw keyError('name too long');
      const codePoint = isOld ? lookupProperName(host) : lookupName(host);
      if (codePoint !== undefined) return strFromCodePoints([codePoint]);
      const sequence = isOld ? undefined : lookupSequence(host);
      if (sequence !== undefined) return strFromCodePoints(sequence);
      throw keyError(strFromUtf16(`undefined character name '${host}'`));
    },
    is_normalized: (form: Value, text: Value) => {
      const kind = formArgument(form, 'is_normalized');
      const given = textArgument(text, 'is_normalized', 2);
      return textsAreEqual(normalize(kind, given), given);
    },
    normalize: (form: Value, text: Value) => {
      const kind = formArgument(form, 'normalize');
      return normalize(kind, textArgument(text, 'normalize', 2));
    },
  };
}

/** Methods take the object first. */
function asMethods(functions: ReturnType<typeof databaseFunctions>) {
  return Object.fromEntries(
    Object.entries(functions).map(([name, fn]) => [
      name,
      (_self: Value, ...args: Value[]) => (fn as (...args: Value[]) => Value)(...args),
    ]),
  );
}

const databaseSpec = typeSpec(databaseType, {
  methods: documentedMethods(UNICODEDATA_DOCS, asMethods(databaseFunctions(true)) as never),
  members: { unidata_version: { get: () => '3.2.0' } },
});

export const unicodedataModule = defineModule('unicodedata', {
  doc: UNICODEDATA_DOC,
  types: [databaseSpec],
  functions: documentedFunctions(UNICODEDATA_DOCS, databaseFunctions(false)),
  constants: () => ({ unidata_version: UNICODE_VERSION, ucd_3_2_0: new PyDatabase() }),
});
