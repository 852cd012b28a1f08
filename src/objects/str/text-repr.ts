/**
 * `repr` and `ascii` of text.
 *
 * @cpython Objects/unicodeobject.c unicode_repr, PyObject_ASCII
 */
import { textLength, type Text } from '../core/index.ts';
import { TextBuilder, codePointAt } from './text.ts';
import { isPrintable } from '../../base/unicode-properties.ts';

/** `\xhh`, `\uhhhh` or `\Uhhhhhhhh`. */
export function escapeCodePoint(codePoint: number): string {
  if (codePoint < 0x100) return `\\x${codePoint.toString(16).padStart(2, '0')}`;
  if (codePoint < 0x10000) return `\\u${codePoint.toString(16).padStart(4, '0')}`;
  return `\\U${codePoint.toString(16).padStart(8, '0')}`;
}

/** `repr(text)`. @param isAscii escape everything above U+007F, as `ascii` does */
export function reprOfText(text: Text, isAscii = false): Text {
  if (typeof text === 'string' && !/[^ -~]|['\\]/.test(text)) return `'${text}'`;
  const length = textLength(text);
  const hasSingle = includes(text, 39);
  const quote = hasSingle && !includes(text, 34) ? 34 : 39;
  const result = new TextBuilder();
  result.addCodePoint(quote);
  for (let i = 0; i < length; i++) {
    const codePoint = codePointAt(text, i);
    if (codePoint === quote || codePoint === 92) {
      result.addText('\\');
      result.addCodePoint(codePoint);
    } else if (codePoint === 10) result.addText('\\n');
    else if (codePoint === 13) result.addText('\\r');
    else if (codePoint === 9) result.addText('\\t');
    else if (codePoint < 0x80 ? codePoint >= 32 && codePoint < 127 : !isAscii && isPrintable(codePoint)) {
      result.addCodePoint(codePoint);
    } else result.addText(escapeCodePoint(codePoint));
  }
  result.addCodePoint(quote);
  return result.finish();
}

function includes(text: Text, codePoint: number): boolean {
  return typeof text === 'string' ? text.includes(String.fromCharCode(codePoint)) : text.codePoints.includes(codePoint);
}
