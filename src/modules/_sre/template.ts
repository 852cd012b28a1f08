/** Replacement templates: `_sre.template`, `Match.expand`. @cpython Modules/_sre/sre.c expand_template, compile_template */
import {
  PyBytes,
  PyList,
  asInt,
  asText,
  callMethod,
  indexError,
  systemError,
  thread,
  typeError,
  typeName,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { bytesArgument, joinBytes } from '../../objects/bytes/index.ts';
import { joinTexts } from '../../objects/str/index.ts';
import { PyTemplate, type PyMatch, type PyPattern } from './py-pattern.ts';
import { groupSlice } from './match-groups.ts';

function isEmpty(literal: Value): boolean {
  return literal === '' || (literal instanceof PyBytes && literal.bytes.length === 0);
}

/** `_sre.template(pattern, [literal, group, literal, …])`. @throws TypeError */
export function makeTemplate(template: Value): PyTemplate {
  const parts = template instanceof PyList ? template.items : [];
  if (parts.length % 2 === 0) throw typeError('invalid template');
  const items: [number, Value | null][] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const group = asInt(parts[i]!);
    if (group === undefined || group < 0) throw typeError('invalid template');
    const literal = parts[i + 1]!;
    items.push([Number(group), isEmpty(literal) ? null : literal]);
  }
  return new PyTemplate(parts[0]!, items);
}

/** The template of a replacement string, by way of `re._compile_template`. */
export function compileTemplate(pattern: PyPattern, replacement: Value): PyTemplate {
  const template = callMethod(thread.interp.importModule('re'), '_compile_template', pattern, replacement);
  if (!(template instanceof PyTemplate)) {
    throw systemError(`the result of compiling a replacement string is ${typeName(template)}`);
  }
  return template;
}

/** Joins strs, or bytes. @throws TypeError for a mixture */
export function joinParts(parts: readonly Value[], isBytes: boolean): Value {
  if (isBytes) {
    const pieces = parts.map((part, i) => {
      if (asText(part) !== undefined) throw itemError(i, 'a bytes-like object', part);
      return bytesArgument(part);
    });
    return new PyBytes(joinBytes(new Uint8Array(0), pieces));
  }
  const pieces: Text[] = new Array<Text>(parts.length);
  for (let i = 0; i < parts.length; i++) {
    const text = asText(parts[i]!);
    if (text === undefined) throw itemError(i, 'str instance', parts[i]!);
    pieces[i] = text;
  }
  return joinTexts('', pieces);
}

function itemError(index: number, expected: string, item: Value): Value {
  return typeError(`sequence item ${index}: expected ${expected}, ${typeName(item)} found`);
}

/** The template with the groups of a match put in. @throws IndexError */
export function expandTemplate(template: PyTemplate, match: PyMatch): Value {
  if (template.items.length === 0) return template.literal;
  const parts: Value[] = [];
  if (!isEmpty(template.literal)) parts.push(template.literal);
  for (const [group, literal] of template.items) {
    if (group * 2 >= match.spans.length) throw indexError('no such group');
    const slice = groupSlice(match, group);
    if (slice !== undefined) parts.push(slice);
    if (literal !== null) parts.push(literal);
  }
  return joinParts(parts, match.source.isBytes);
}
