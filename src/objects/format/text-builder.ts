/** Builds text out of pieces, narrow or wide. */
import { codePointsOf, PyWideStr, textLength, strFromCodePoints, memoryError, type Text } from '../core/index.ts';

/** The pieces one after the other. */
export function joinTexts(parts: readonly Text[]): Text {
  let isWide = false;
  for (let i = 0; i < parts.length && !isWide; i++) isWide = typeof parts[i] !== 'string';
  if (!isWide) return (parts as readonly string[]).join('');
  let length = 0;
  for (const part of parts) length += textLength(part);
  const codePoints = new Uint32Array(length);
  let at = 0;
  for (const part of parts) {
    codePoints.set(codePointsOf(part), at);
    at += textLength(part);
  }
  return new PyWideStr(codePoints);
}

/** A code point, repeated. @throws MemoryError */
export function repeatCodePoint(codePoint: number, count: number): Text {
  if (count <= 0) return '';
  try {
    if (codePoint <= 0xffff) return String.fromCharCode(codePoint).repeat(count);
    return new PyWideStr(new Uint32Array(count).fill(codePoint));
  } catch (error) {
    if (error instanceof RangeError) throw memoryError();
    throw error;
  }
}

/** Part of a text, by code points. */
export function sliceText(text: Text, start: number, end: number): Text {
  return typeof text === 'string' ? text.slice(start, end) : strFromCodePoints(text.codePoints.subarray(start, end));
}
