/**
 * Case: `upper`, `lower`, `title`, `capitalize`, `swapcase` and `casefold`, with Unicode's full mappings.
 *
 * @cpython Objects/unicodeobject.c do_upper_or_lower, do_title, handle_capital_sigma
 */
import { textLength, type Text } from '../core/index.ts';
import { TextBuilder, codePointAt, isAsciiText } from './text.ts';
import {
  CASED,
  CASE_IGNORABLE,
  LOWER,
  TO_FOLDED,
  TO_LOWER,
  TO_TITLE,
  TO_UPPER,
  UPPER,
  characterFlags,
  mapCase,
  type CaseMapping,
} from '../../unicode/character-types.ts';

function addMapped(result: TextBuilder, mapped: number | readonly number[]): void {
  if (typeof mapped === 'number') result.addCodePoint(mapped);
  else for (const codePoint of mapped) result.addCodePoint(codePoint);
}

/** Small sigma at the end of a word is another character. */
function lowerSigma(text: Text, at: number): number {
  let before = at - 1;
  while (before >= 0 && characterFlags(codePointAt(text, before)) & CASE_IGNORABLE) before--;
  if (before < 0 || !(characterFlags(codePointAt(text, before)) & CASED)) return 0x3c3;
  const length = textLength(text);
  let after = at + 1;
  while (after < length && characterFlags(codePointAt(text, after)) & CASE_IGNORABLE) after++;
  return after < length && characterFlags(codePointAt(text, after)) & CASED ? 0x3c3 : 0x3c2;
}

function addLower(result: TextBuilder, text: Text, at: number): void {
  const codePoint = codePointAt(text, at);
  addMapped(result, codePoint === 0x3a3 ? lowerSigma(text, at) : mapCase(codePoint, TO_LOWER));
}

function mapAll(text: Text, mapping: CaseMapping): Text {
  const result = new TextBuilder();
  for (let i = 0, length = textLength(text); i < length; i++) addMapped(result, mapCase(codePointAt(text, i), mapping));
  return result.finish();
}

export function upperText(text: Text): Text {
  return isAsciiText(text) ? (text as string).toUpperCase() : mapAll(text, TO_UPPER);
}

export function lowerText(text: Text): Text {
  if (isAsciiText(text)) return (text as string).toLowerCase();
  const result = new TextBuilder();
  for (let i = 0, length = textLength(text); i < length; i++) addLower(result, text, i);
  return result.finish();
}

export function casefoldText(text: Text): Text {
  return isAsciiText(text) ? (text as string).toLowerCase() : mapAll(text, TO_FOLDED);
}

export function capitalizeText(text: Text): Text {
  const length = textLength(text);
  if (length === 0) return '';
  if (isAsciiText(text)) return (text as string)[0]!.toUpperCase() + (text as string).slice(1).toLowerCase();
  const result = new TextBuilder();
  addMapped(result, mapCase(codePointAt(text, 0), TO_TITLE));
  for (let i = 1; i < length; i++) addLower(result, text, i);
  return result.finish();
}

export function titleText(text: Text): Text {
  if (isAsciiText(text)) {
    return (text as string).toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
  }
  const result = new TextBuilder();
  let isAfterCased = false;
  for (let i = 0, length = textLength(text); i < length; i++) {
    const codePoint = codePointAt(text, i);
    if (isAfterCased) addLower(result, text, i);
    else addMapped(result, mapCase(codePoint, TO_TITLE));
    isAfterCased = (characterFlags(codePoint) & CASED) !== 0;
  }
  return result.finish();
}

export function swapcaseText(text: Text): Text {
  const result = new TextBuilder();
  for (let i = 0, length = textLength(text); i < length; i++) {
    const codePoint = codePointAt(text, i);
    const flags = characterFlags(codePoint);
    if (flags & UPPER) addLower(result, text, i);
    else if (flags & LOWER) addMapped(result, mapCase(codePoint, TO_UPPER));
    else result.addCodePoint(codePoint);
  }
  return result.finish();
}
