/**
 * `str.format`: the markup of format strings and the fields in it.
 *
 * @cpython Objects/stringlib/unicode_format.h
 */
import {
  PyDict,
  getAttr,
  getItem,
  indexError,
  isSequence,
  reprText,
  strFromUtf16,
  strText,
  textLength,
  textToHost,
  valueError,
  type Text,
  type Value,
} from '../core/index.ts';
import { decimalValue } from '../../unicode/character-types.ts';
import { TextBuilder, codePointAt, sliceText } from './text.ts';
import { reprOfText } from './text-repr.ts';
import { formatValueText } from './format-value.ts';

const OPEN = 123;
const CLOSE = 125;
const COLON = 58;
const BANG = 33;
const DOT = 46;
const BRACKET = 91;
const CLOSE_BRACKET = 93;

/** Literal text, then perhaps a field. */
export interface Markup {
  readonly literal: Text;
  /** `undefined`: no field follows. */
  readonly field: Text | undefined;
  readonly spec: Text;
  /** The spec has fields of its own. */
  readonly isSpecNested: boolean;
  /** Code point of the conversion, 0 for none. */
  readonly conversion: number;
}

/** Takes a format string apart. @throws ValueError */
export function* parseMarkup(text: Text): Generator<Markup> {
  const end = textLength(text);
  let at = 0;
  while (at < end) {
    const start = at;
    let char = 0;
    let isMarkup = false;
    while (at < end) {
      char = codePointAt(text, at++);
      if (char === OPEN || char === CLOSE) {
        isMarkup = true;
        break;
      }
    }
    const isAtEnd = at >= end;
    let literalEnd = at;
    if (char === CLOSE && (isAtEnd || codePointAt(text, at) !== CLOSE))
      throw valueError("Single '}' encountered in format string");
    if (isAtEnd && char === OPEN) throw valueError("Single '{' encountered in format string");
    if (!isAtEnd) {
      if (codePointAt(text, at) === char) {
        at++;
        isMarkup = false;
      } else literalEnd--;
    }
    const literal = sliceText(text, start, literalEnd);
    if (!isMarkup) {
      yield { literal, field: undefined, spec: '', isSpecNested: false, conversion: 0 };
      continue;
    }
    const field = parseField(text, at, end);
    at = field.end;
    yield { literal, ...field };
  }
}

interface Field {
  readonly field: Text;
  readonly spec: Text;
  readonly isSpecNested: boolean;
  readonly conversion: number;
  readonly end: number;
}

function parseField(text: Text, start: number, end: number): Field {
  let at = start;
  let char = 0;
  while (at < end) {
    char = codePointAt(text, at++);
    if (char === OPEN) throw valueError("unexpected '{' in field name");
    if (char === BRACKET) while (at < end && codePointAt(text, at) !== CLOSE_BRACKET) at++;
    else if (char === CLOSE || char === COLON || char === BANG) break;
  }
  const field = sliceText(text, start, at - 1);
  if (char === CLOSE) return { field, spec: '', isSpecNested: false, conversion: 0, end: at };
  if (char !== BANG && char !== COLON) throw valueError("expected '}' before end of string");
  let conversion = 0;
  if (char === BANG) {
    if (at >= end) throw valueError('end of string while looking for conversion specifier');
    conversion = codePointAt(text, at++);
    if (at < end) {
      char = codePointAt(text, at++);
      if (char === CLOSE) return { field, spec: '', isSpecNested: false, conversion, end: at };
      if (char !== COLON) throw valueError("expected ':' after conversion specifier");
    }
  }
  const specStart = at;
  let isSpecNested = false;
  for (let depth = 1; at < end;) {
    char = codePointAt(text, at++);
    if (char === OPEN) {
      isSpecNested = true;
      depth++;
    } else if (char === CLOSE && --depth === 0) {
      return { field, spec: sliceText(text, specStart, at - 1), isSpecNested, conversion, end: at };
    }
  }
  throw valueError("unmatched '{' in format spec");
}

/** The number that all of the text is, in any decimal digits, or -1. @throws ValueError when it is too large */
function integerOf(text: Text): number {
  const length = textLength(text);
  if (length === 0) return -1;
  let result = 0;
  for (let i = 0; i < length; i++) {
    const digit = decimalValue(codePointAt(text, i));
    if (digit < 0) return -1;
    result = result * 10 + digit;
    if (result > 9223372036854775807) throw valueError('Too many decimal digits in format string');
  }
  return result;
}

/** One step of a field name after its first part. */
export interface FieldStep {
  readonly isAttribute: boolean;
  /** A name, or a number in brackets. */
  readonly name: Text | number;
}

/** The first part of a field name and where the rest begins. */
export function splitFieldName(field: Text): { first: Text; index: number; rest: number } {
  const end = textLength(field);
  let at = 0;
  while (at < end && codePointAt(field, at) !== BRACKET && codePointAt(field, at) !== DOT) at++;
  const first = sliceText(field, 0, at);
  return { first, index: integerOf(first), rest: at };
}

/** The steps after the first part. @throws ValueError */
export function* fieldSteps(field: Text, rest: number): Generator<FieldStep> {
  const end = textLength(field);
  let at = rest;
  while (at < end) {
    const char = codePointAt(field, at++);
    const start = at;
    let name: Text;
    if (char === DOT) {
      while (at < end && codePointAt(field, at) !== DOT && codePointAt(field, at) !== BRACKET) at++;
      name = sliceText(field, start, at);
    } else if (char === BRACKET) {
      while (at < end && codePointAt(field, at) !== CLOSE_BRACKET) at++;
      if (at === end) throw valueError("Missing ']' in format string");
      name = sliceText(field, start, at++);
    } else throw valueError("Only '.' or '[' may follow ']' in format field specifier");
    const index = char === DOT ? -1 : integerOf(name);
    if (name === '') throw valueError('Empty attribute in format string');
    yield { isAttribute: char === DOT, name: index < 0 ? name : index };
  }
}

/** The arguments of one call of `format`, and how its fields have been numbered so far. */
class FieldSource {
  private readonly args: readonly Value[] | null;
  private readonly mapping: Value;
  private numbering: 'unknown' | 'automatic' | 'manual' = 'unknown';
  private nextIndex = 0;

  constructor(args: readonly Value[] | null, mapping: Value) {
    this.args = args;
    this.mapping = mapping;
  }

  /** The object that a field names. */
  get(field: Text): Value {
    const split = splitFieldName(field);
    let index = split.index;
    const isAutomatic = split.first === '';
    if (isAutomatic || index >= 0) {
      const numbering = isAutomatic ? 'automatic' : 'manual';
      if (this.numbering === 'unknown') this.numbering = numbering;
      else if (this.numbering !== numbering) {
        throw valueError(
          isAutomatic
            ? 'cannot switch from manual field specification to automatic field numbering'
            : 'cannot switch from automatic field numbering to manual field specification',
        );
      }
      if (isAutomatic) index = this.nextIndex++;
    }
    let object = index < 0 ? getItem(this.mapping, split.first) : this.positional(index);
    for (const step of fieldSteps(field, split.rest)) {
      if (step.isAttribute) object = getAttr(object, textToHost(step.name as Text));
      else if (typeof step.name === 'number' && isSequence(object) && step.name > Number.MAX_SAFE_INTEGER) {
        throw valueError('Too many decimal digits in format string');
      } else object = getItem(object, step.name);
    }
    return object;
  }

  private positional(index: number): Value {
    if (this.args === null) throw valueError('Format string contains positional fields');
    const value = this.args[index];
    if (value === undefined) throw indexError(`Replacement index ${index} out of range for positional args tuple`);
    return value;
  }
}

function convert(value: Value, conversion: number): Value {
  switch (conversion) {
    case 0:
      return value;
    case 114:
      return reprText(value);
    case 115:
      return strText(value);
    case 97:
      return asciiText(reprText(value));
    default:
      throw valueError(
        conversion > 32 && conversion < 127
          ? `Unknown conversion specifier ${String.fromCharCode(conversion)}`
          : `Unknown conversion specifier \\x${conversion.toString(16)}`,
      );
  }
}

/** Text with everything above U+007F escaped. */
export function asciiText(text: Text): Text {
  if (typeof text === 'string' && !/[^\x00-\x7f]/.test(text)) return text;
  let result = '';
  for (let i = 0, length = textLength(text); i < length; i++) {
    const codePoint = codePointAt(text, i);
    if (codePoint < 0x80) result += String.fromCharCode(codePoint);
    else result += textToHost(reprOfText(sliceText(text, i, i + 1), true)).slice(1, -1);
  }
  return result;
}

function build(text: Text, source: FieldSource, depth: number): Text {
  if (depth <= 0) throw valueError('Max string recursion exceeded');
  const result = new TextBuilder();
  for (const markup of parseMarkup(text)) {
    result.addText(markup.literal);
    if (markup.field === undefined) continue;
    const value = convert(source.get(markup.field), markup.conversion);
    const spec = markup.isSpecNested ? build(markup.spec, source, depth - 1) : markup.spec;
    result.addText(formatValueText(value, spec));
  }
  return result.finish();
}

/** `text.format(*args, **keywords)`, or `format_map` where `args` is null. */
export function formatFields(text: Text, args: readonly Value[] | null, keywords: Map<string, Value> | Value): Text {
  let mapping: Value;
  if (keywords instanceof Map) {
    const dict = new PyDict();
    for (const [name, value] of keywords) dict.set(strFromUtf16(name), value);
    mapping = dict;
  } else mapping = keywords;
  return build(text, new FieldSource(args, mapping), 2);
}
