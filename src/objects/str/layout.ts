/** Aligning and filling: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`. */
import { memoryError, overflowError, textLength, type Text } from '../core/index.ts';
import { TextBuilder, codePointAt, concatText, joinTexts, repeatText, sliceText } from './text.ts';

/** Longest text that is tried; hosts cannot hold much more. */
const MAX_LENGTH = 2 ** 29 - 25;

/** `text * count`. @throws MemoryError */
export function repeatChecked(text: Text, count: number): Text {
  if (count <= 0) return '';
  if (textLength(text) * count > MAX_LENGTH) throw memoryError();
  return repeatText(text, count);
}

/** The text with fill characters on its sides. */
export function padSides(text: Text, left: number, right: number, fill: Text): Text {
  if (left <= 0 && right <= 0) return text;
  return joinTexts('', [repeatChecked(fill, left), text, repeatChecked(fill, right)]);
}

export function centerText(text: Text, width: number, fill: Text): Text {
  const margin = width - textLength(text);
  if (margin <= 0) return text;
  const left = Math.floor(margin / 2) + (margin & width & 1);
  return padSides(text, left, margin - left, fill);
}

export function zfillText(text: Text, width: number): Text {
  const fill = width - textLength(text);
  if (fill <= 0) return text;
  const first = textLength(text) === 0 ? 0 : codePointAt(text, 0);
  if (first !== 43 && first !== 45) return concatText(repeatChecked('0', fill), text);
  return joinTexts('', [sliceText(text, 0, 1), repeatChecked('0', fill), sliceText(text, 1, textLength(text))]);
}

export function expandTabs(text: Text, tabSize: number): Text {
  const result = new TextBuilder();
  let column = 0;
  let total = 0;
  for (let i = 0, length = textLength(text); i < length; i++) {
    const codePoint = codePointAt(text, i);
    if (codePoint === 9) {
      if (tabSize > 0) {
        const spaces = tabSize - (column % tabSize);
        column += spaces;
        total += spaces;
        if (total > MAX_LENGTH) throw overflowError('new string is too long');
        result.addText(' '.repeat(spaces));
      }
    } else {
      column++;
      total++;
      result.addCodePoint(codePoint);
      if (codePoint === 10 || codePoint === 13) column = 0;
    }
  }
  return result.finish();
}
