/**
 * Docstrings without the indentation of the code around them.
 *
 * @cpython Python/compile.c _PyCompile_CleanDoc (3.14)
 */
import { UnicodeComplaint } from '../../diagnostics/syntax-diagnostic.ts';
import { textFromCodePoints, WideString } from '../../base/constant.ts';

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const TAB = 9;

/** `str.expandtabs()`. */
function expandTabs(text: ArrayLike<number>): number[] {
  const result: number[] = [];
  let column = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === TAB) {
      for (let count = 8 - (column % 8); count > 0; count--) result.push(SPACE);
      column += 8 - (column % 8);
    } else {
      column = char === NEWLINE || char === RETURN ? 0 : column + 1;
      result.push(char);
    }
  }
  return result;
}

function cleanUnits(text: ArrayLike<number>): number[] {
  const units = expandTabs(text);
  const length = units.length;
  let margin = Infinity;
  let position = units.indexOf(NEWLINE) + 1;
  if (position > 0) {
    while (position < length) {
      const start = position;
      while (units[position] === SPACE) position++;
      if (position < length && units[position] !== NEWLINE) margin = Math.min(margin, position - start);
      while (position < length && units[position++] !== NEWLINE);
    }
  }
  if (margin === Infinity) margin = 0;
  position = 0;
  while (units[position] === SPACE) position++;
  if (position === 0 && margin === 0) return units;
  const result: number[] = [];
  let isFirst = true;
  while (position < length) {
    if (!isFirst) for (let i = 0; i < margin && units[position] === SPACE; i++) position++;
    isFirst = false;
    while (position < length) {
      const char = units[position++]!;
      result.push(char);
      if (char === NEWLINE) break;
    }
  }
  return result;
}

/** The same for text without tabs, by lines. */
function cleanLines(text: string): string {
  const lines = text.split('\n');
  let margin = Infinity;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    let indent = 0;
    while (line.charCodeAt(indent) === SPACE) indent++;
    if (indent < line.length && indent < margin) margin = indent;
  }
  const first = lines[0]!;
  let start = 0;
  while (first.charCodeAt(start) === SPACE) start++;
  if (margin === Infinity) margin = 0;
  if (start === 0 && margin === 0) return text;
  let result = first.slice(start);
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    // A blank line may be shorter than the margin.
    result += '\n' + line.slice(margin);
  }
  return result;
}

const isSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff;

/** CPython reads docstrings as UTF-8. @throws UnicodeComplaint for surrogates */
function refuseSurrogates(text: string | WideString): void {
  if (typeof text === 'string' && !/[\ud800-\udfff]/.test(text)) return;
  const units = typeof text === 'string' ? Uint32Array.from(text, (_, i) => text.charCodeAt(i)) : text.codePoints;
  const codePoints = expandTabs(units);
  const start = codePoints.findIndex(isSurrogate);
  if (start < 0) return;
  let end = start + 1;
  while (end < codePoints.length && isSurrogate(codePoints[end]!)) end++;
  const object = textFromCodePoints(Uint32Array.from(codePoints));
  throw new UnicodeComplaint({ object, encoding: 'utf-8', start, end, reason: 'surrogates not allowed' });
}

/** A docstring as it is stored: like `inspect.cleandoc`, but blank lines stay. */
export function cleanDocstring(text: string | WideString): string | WideString {
  refuseSurrogates(text);
  if (text instanceof WideString) return textFromCodePoints(Uint32Array.from(cleanUnits(text.codePoints)));
  if (!text.includes('\t')) return cleanLines(text);
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  const cleaned = Uint16Array.from(cleanUnits(units));
  let result = '';
  for (let i = 0; i < cleaned.length; i += 8192) {
    result += String.fromCharCode(...cleaned.subarray(i, i + 8192));
  }
  return result;
}
