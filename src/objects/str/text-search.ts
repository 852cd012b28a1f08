/**
 * Finding, counting, replacing and splitting in text. Bounds are already clipped to the text by the caller.
 *
 * @cpython Objects/unicodeobject.c, Objects/stringlib/
 */
import { PyWideStr, codePointsOf, textLength, type Text } from '../core/index.ts';
import { findLinear, isHardSearch, unitsOf } from './linear-search.ts';
import { codePointAt, joinTexts, sliceText } from './text.ts';
import { LINE_BREAK, SPACE, characterFlags } from '../../unicode/character-types.ts';

function matchesAt(text: Text, at: number, part: Text, length: number): boolean {
  for (let i = 0; i < length; i++) if (codePointAt(text, at + i) !== codePointAt(part, i)) return false;
  return true;
}

/** Index of the first `part` that lies within `[start, end)`, or -1. */
export function findText(text: Text, part: Text, start: number, end: number): number {
  const length = textLength(part);
  const last = end - length;
  if (last < start) return -1;
  if (typeof text === 'string') {
    if (typeof part !== 'string') return -1;
    if (isHardSearch(length, end - start)) {
      const found = findLinear(unitsOf(text, start, end), unitsOf(part), 0, end - start);
      return found < 0 ? -1 : found + start;
    }
    // A bound far before the end must not cost a search to the end.
    if (end < text.length && text.length - end > 64) {
      const found = text.substring(start, end).indexOf(part);
      return found < 0 ? -1 : found + start;
    }
    const found = text.indexOf(part, start);
    return found <= last ? found : -1;
  }
  if (length === 0) return start;
  const codePoints = text.codePoints;
  if (isHardSearch(length, end - start)) return findLinear(codePoints, codePointsOf(part), start, end);
  const first = codePointAt(part, 0);
  for (let at = codePoints.indexOf(first, start); at >= 0 && at <= last; at = codePoints.indexOf(first, at + 1)) {
    if (matchesAt(text, at, part, length)) return at;
  }
  return -1;
}

/** Index of the last `part` that lies within `[start, end)`, or -1. */
export function findLastText(text: Text, part: Text, start: number, end: number): number {
  const length = textLength(part);
  const last = end - length;
  if (last < start) return -1;
  if (typeof text === 'string') {
    if (typeof part !== 'string') return -1;
    const found = text.lastIndexOf(part, last);
    return found >= start ? found : -1;
  }
  if (length === 0) return end;
  for (let at = last; at >= start; at--) if (matchesAt(text, at, part, length)) return at;
  return -1;
}

/** Number of `part`s within `[start, end)` that do not overlap. */
export function countText(text: Text, part: Text, start: number, end: number): number {
  const length = textLength(part);
  if (start > textLength(text)) return 0;
  if (length === 0) return Math.max(end - start + 1, 0);
  let count = 0;
  for (let at = findText(text, part, start, end); at >= 0; at = findText(text, part, at + length, end)) count++;
  return count;
}

/** Whether `part` stands at `at`, within `[at, end)`. */
export function startsWithAt(text: Text, part: Text, at: number, end: number): boolean {
  const length = textLength(part);
  if (end - at < length) return false;
  if (typeof text === 'string') return typeof part === 'string' && text.startsWith(part, at);
  return matchesAt(text, at, part, length);
}

/** `text.replace(old, replacement, count)`; a negative count replaces all. */
export function replaceText(text: Text, old: Text, replacement: Text, count: number): Text {
  if (count < 0) {
    if (typeof text === 'string' && typeof old === 'string' && typeof replacement === 'string' && old !== '') {
      return text.replaceAll(old, () => replacement);
    }
    count = Infinity;
  }
  const length = textLength(text);
  const oldLength = textLength(old);
  const parts: Text[] = [];
  let position = 0;
  if (oldLength === 0) {
    const times = Math.min(count, length + 1);
    for (let i = 0; i < times; i++) {
      // The empty text before the first character, then one character at a time.
      parts.push(i === 0 ? '' : sliceText(text, i - 1, i));
      position = i;
    }
    if (times === 0) return text;
    parts.push(sliceText(text, position, length));
    return joinTexts(replacement, parts);
  }
  for (let times = 0; times < count; times++) {
    const at = findText(text, old, position, length);
    if (at < 0) break;
    parts.push(sliceText(text, position, at));
    position = at + oldLength;
  }
  if (parts.length === 0) return text;
  parts.push(sliceText(text, position, length));
  return joinTexts(replacement, parts);
}

/** `text.split(separator, maxsplit)` for a separator that is not empty; a negative `maxsplit` is no limit. */
export function splitText(text: Text, separator: Text, maxsplit: number): Text[] {
  if (typeof text === 'string' && typeof separator === 'string' && maxsplit < 0) return text.split(separator);
  const length = textLength(text);
  const parts: Text[] = [];
  let position = 0;
  for (let splits = 0; maxsplit < 0 || splits < maxsplit; splits++) {
    const at = findText(text, separator, position, length);
    if (at < 0) break;
    parts.push(sliceText(text, position, at));
    position = at + textLength(separator);
  }
  parts.push(sliceText(text, position, length));
  return parts;
}

/** `text.rsplit(separator, maxsplit)` for a separator that is not empty. */
export function splitTextFromRight(text: Text, separator: Text, maxsplit: number): Text[] {
  const parts: Text[] = [];
  let end = textLength(text);
  for (let splits = 0; maxsplit < 0 || splits < maxsplit; splits++) {
    const at = findLastText(text, separator, 0, end);
    if (at < 0) break;
    parts.push(sliceText(text, at + textLength(separator), end));
    end = at;
  }
  parts.push(sliceText(text, 0, end));
  return parts.reverse();
}

/** Whether a code point is white space (`str.isspace`). */
export function isSpace(codePoint: number): boolean {
  if (codePoint < 0x80)
    return codePoint === 32 || (codePoint >= 9 && codePoint <= 13) || (codePoint >= 28 && codePoint <= 31);
  return (characterFlags(codePoint) & SPACE) !== 0;
}

/** `text.split(None, maxsplit)`. */
export function splitWhitespace(text: Text, maxsplit: number): Text[] {
  const length = textLength(text);
  const parts: Text[] = [];
  let at = 0;
  for (let splits = 0; maxsplit < 0 || splits < maxsplit; splits++) {
    while (at < length && isSpace(codePointAt(text, at))) at++;
    if (at === length) return parts;
    const start = at;
    while (at < length && !isSpace(codePointAt(text, at))) at++;
    parts.push(sliceText(text, start, at));
  }
  while (at < length && isSpace(codePointAt(text, at))) at++;
  if (at < length) parts.push(sliceText(text, at, length));
  return parts;
}

/** `text.rsplit(None, maxsplit)`. */
export function splitWhitespaceFromRight(text: Text, maxsplit: number): Text[] {
  const parts: Text[] = [];
  let at = textLength(text);
  for (let splits = 0; maxsplit < 0 || splits < maxsplit; splits++) {
    while (at > 0 && isSpace(codePointAt(text, at - 1))) at--;
    if (at === 0) return parts.reverse();
    const end = at;
    while (at > 0 && !isSpace(codePointAt(text, at - 1))) at--;
    parts.push(sliceText(text, at, end));
  }
  while (at > 0 && isSpace(codePointAt(text, at - 1))) at--;
  if (at > 0) parts.push(sliceText(text, 0, at));
  return parts.reverse();
}

function isLineBreak(codePoint: number): boolean {
  if (codePoint < 0x80) return (codePoint >= 10 && codePoint <= 13) || (codePoint >= 28 && codePoint <= 30);
  return (characterFlags(codePoint) & LINE_BREAK) !== 0;
}

/** `text.splitlines(keepends)`. */
export function splitLines(text: Text, keepEnds: boolean): Text[] {
  const length = textLength(text);
  const lines: Text[] = [];
  let at = 0;
  while (at < length) {
    const start = at;
    while (at < length && !isLineBreak(codePointAt(text, at))) at++;
    let end = at;
    if (at < length) {
      at += codePointAt(text, at) === 13 && at + 1 < length && codePointAt(text, at + 1) === 10 ? 2 : 1;
      if (keepEnds) end = at;
    }
    lines.push(sliceText(text, start, end));
  }
  return lines;
}

/** Which sides `stripText` works on. */
export const STRIP_LEFT = 1;
export const STRIP_RIGHT = 2;

function stripSpace(text: string, sides: number): string {
  let start = 0;
  let end = text.length;
  if (sides & STRIP_LEFT) while (start < end && isSpace(text.charCodeAt(start))) start++;
  if (sides & STRIP_RIGHT) while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.substring(start, end);
}

/** Removes characters of `characters`, or white space if it is null, at the ends. */
export function stripText(text: Text, characters: Text | null, sides: number): Text {
  if (characters === null && typeof text === 'string') return stripSpace(text, sides);
  const isStripped = characters === null ? isSpace : (codePoint: number) => hasCodePoint(characters, codePoint);
  let start = 0;
  let end = textLength(text);
  if (sides & STRIP_LEFT) while (start < end && isStripped(codePointAt(text, start))) start++;
  if (sides & STRIP_RIGHT) while (end > start && isStripped(codePointAt(text, end - 1))) end--;
  return sliceText(text, start, end);
}

function hasCodePoint(text: Text, codePoint: number): boolean {
  if (text instanceof PyWideStr) return text.codePoints.includes(codePoint);
  return codePoint <= 0xffff && text.includes(String.fromCharCode(codePoint));
}
