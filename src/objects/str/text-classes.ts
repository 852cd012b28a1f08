/**
 * The `str.is…` predicates.
 *
 * @cpython Objects/unicodeobject.c unicode_isalpha_impl and its neighbours
 */
import { textLength, type Text } from '../core/index.ts';
import { codePointAt } from './text.ts';
import {
  ALPHA,
  DECIMAL,
  DIGIT,
  LOWER,
  NUMERIC,
  SPACE,
  TITLE,
  UPPER,
  characterFlags,
} from '../../unicode/character-types.ts';
import { isIdentifierContinue, isIdentifierStart, isPrintable } from '../../base/unicode-properties.ts';

/** Whether the text is not empty and every character has one of the flags. */
function everyHas(flags: number): (text: Text) => boolean {
  return (text) => {
    const length = textLength(text);
    for (let i = 0; i < length; i++) if ((characterFlags(codePointAt(text, i)) & flags) === 0) return false;
    return length > 0;
  };
}

export const isAlphaText = everyHas(ALPHA);
export const isAlnumText = everyHas(ALPHA | DECIMAL | DIGIT | NUMERIC);
export const isDecimalText = everyHas(DECIMAL);
export const isDigitText = everyHas(DIGIT);
export const isNumericText = everyHas(NUMERIC);
export const isSpaceText = everyHas(SPACE);

/** Whether a cased character of `wanted` kind is there and none of `unwanted` kind. */
function hasCase(wanted: number, unwanted: number): (text: Text) => boolean {
  return (text) => {
    let isFound = false;
    for (let i = 0, length = textLength(text); i < length; i++) {
      const flags = characterFlags(codePointAt(text, i));
      if (flags & unwanted) return false;
      if (flags & wanted) isFound = true;
    }
    return isFound;
  };
}

export const isLowerText = hasCase(LOWER, UPPER | TITLE);
export const isUpperText = hasCase(UPPER, LOWER | TITLE);

/** Whether words begin with upper or title case and go on in lower case. */
export function isTitleText(text: Text): boolean {
  let isCased = false;
  let isAfterCased = false;
  for (let i = 0, length = textLength(text); i < length; i++) {
    const flags = characterFlags(codePointAt(text, i));
    if (flags & (UPPER | TITLE)) {
      if (isAfterCased) return false;
      isAfterCased = true;
      isCased = true;
    } else if (flags & LOWER) {
      if (!isAfterCased) return false;
      isCased = true;
    } else isAfterCased = false;
  }
  return isCased;
}

/** Whether the text is an identifier; keywords are. */
export function isIdentifierText(text: Text): boolean {
  const length = textLength(text);
  if (length === 0 || !isIdentifierStart(codePointAt(text, 0))) return false;
  for (let i = 1; i < length; i++) if (!isIdentifierContinue(codePointAt(text, i))) return false;
  return true;
}

export function isPrintableText(text: Text): boolean {
  for (let i = 0, length = textLength(text); i < length; i++) if (!isPrintable(codePointAt(text, i))) return false;
  return true;
}
