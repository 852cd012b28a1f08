/** Between host strings (well-formed UTF-16) and the text of str objects. */
import { PyStr, PyWideStr, type Text, type Value } from './value.ts';

const SURROGATE_PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** The str of a host string: surrogate pairs become single code points. */
export function strFromUtf16(text: string): Text {
  return SURROGATE_PAIR.test(text)
    ? new PyWideStr(Uint32Array.from(Array.from(text, (char) => char.codePointAt(0)!)))
    : text;
}

/** The str of code points, in its one right form. */
export function strFromCodePoints(codePoints: Uint32Array | readonly number[]): Text {
  let text = '';
  for (let i = 0; i < codePoints.length; i++) {
    const codePoint = codePoints[i]!;
    if (codePoint > 0xffff) return new PyWideStr(Uint32Array.from(codePoints));
    text += String.fromCharCode(codePoint);
  }
  return text;
}

/** The host string of a text; two lone surrogates that meet become one character, which cannot be told apart. */
export function textToHost(text: Text): string {
  if (typeof text === 'string') return text;
  let result = '';
  const codePoints = text.codePoints;
  for (let i = 0; i < codePoints.length; i++) result += String.fromCodePoint(codePoints[i]!);
  return result;
}

/** Number of code points. */
export function textLength(text: Text): number {
  return typeof text === 'string' ? text.length : text.codePoints.length;
}

/** The code points of a text. */
export function codePointsOf(text: Text): Uint32Array {
  if (typeof text !== 'string') return text.codePoints;
  const result = new Uint32Array(text.length);
  for (let i = 0; i < text.length; i++) result[i] = text.charCodeAt(i);
  return result;
}

/** The text of a str instance (subclasses included), else `undefined`. */
export function asText(value: Value): Text | undefined {
  if (typeof value === 'string') return value;
  if (value instanceof PyWideStr) return value;
  if (value instanceof PyStr) return value.value;
  return undefined;
}

/** Whether two texts have the same code points. */
export function textsAreEqual(left: Text, right: Text): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  const a = left.codePoints;
  const b = right.codePoints;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
