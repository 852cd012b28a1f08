/**
 * Text as an array of code points: building, slicing, joining and comparing `Text` (a host string of one unit per code
 * point, or a `PyWideStr`). Every result is in its one right form: wide only if it has a code point above U+FFFF.
 *
 * Searching is in text-search.ts; what Python arguments mean is left to the methods.
 */
import { PyWideStr, codePointsOf, strFromCodePoints, textLength, type Text } from '../core/index.ts';

const CHUNK = 4096;

/** The text of units below U+10000. */
function narrow(units: Uint32Array | Uint16Array | readonly number[], start: number, end: number): string {
  if (end - start <= CHUNK) return String.fromCharCode.apply(null, units.slice(start, end) as unknown as number[]);
  let result = '';
  for (let i = start; i < end; i += CHUNK) {
    result += String.fromCharCode.apply(null, units.slice(i, Math.min(end, i + CHUNK)) as unknown as number[]);
  }
  return result;
}

/** The text of an array of code points; a wide result keeps the array, which nobody may write to afterwards. */
export function textFromArray(codePoints: Uint32Array): Text {
  for (let i = 0; i < codePoints.length; i++) if (codePoints[i]! > 0xffff) return new PyWideStr(codePoints);
  return narrow(codePoints, 0, codePoints.length);
}

/** The text of one code point. */
export function textFromCodePoint(codePoint: number): Text {
  return codePoint > 0xffff ? new PyWideStr(Uint32Array.of(codePoint)) : String.fromCharCode(codePoint);
}

/** The code point at an index within bounds. */
export function codePointAt(text: Text, index: number): number {
  return typeof text === 'string' ? text.charCodeAt(index) : text.codePoints[index]!;
}

/** The character at an index within bounds. */
export function characterAt(text: Text, index: number): Text {
  return typeof text === 'string' ? text[index]! : textFromCodePoint(text.codePoints[index]!);
}

/** `text[start:stop]` for bounds within the text. */
export function sliceText(text: Text, start: number, stop: number): Text {
  if (typeof text === 'string') return text.substring(start, stop < start ? start : stop);
  if (stop <= start) return '';
  if (start === 0 && stop === text.codePoints.length) return text;
  return textFromArray(text.codePoints.slice(start, stop));
}

/** `count` characters from `start`, `step` apart. */
export function stepText(text: Text, start: number, step: number, count: number): Text {
  if (step === 1) return sliceText(text, start, start + count);
  const result = new Uint32Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) result[i] = codePointAt(text, at);
  return textFromArray(result);
}

/** `left + right`. */
export function concatText(left: Text, right: Text): Text {
  if (typeof left === 'string') {
    if (typeof right === 'string') return left + right;
    if (left === '') return right;
  } else if (right === '') return left;
  const leftLength = textLength(left);
  const result = new Uint32Array(leftLength + textLength(right));
  copyInto(result, 0, left);
  copyInto(result, leftLength, right);
  return new PyWideStr(result);
}

function copyInto(target: Uint32Array, offset: number, text: Text): void {
  if (typeof text === 'string') for (let i = 0; i < text.length; i++) target[offset + i] = text.charCodeAt(i);
  else target.set(text.codePoints, offset);
}

/** `separator.join(parts)`. */
export function joinTexts(separator: Text, parts: readonly Text[]): Text {
  let isPlain = typeof separator === 'string' || parts.length < 2;
  for (let i = 0; isPlain && i < parts.length; i++) isPlain = typeof parts[i] === 'string';
  if (isPlain) return (parts as readonly string[]).join(separator as string);
  if (parts.length === 1) return parts[0]!;
  const separatorLength = textLength(separator);
  let length = separatorLength * (parts.length - 1);
  for (const part of parts) length += textLength(part);
  const result = new Uint32Array(length);
  let offset = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) {
      copyInto(result, offset, separator);
      offset += separatorLength;
    }
    copyInto(result, offset, parts[i]!);
    offset += textLength(parts[i]!);
  }
  return new PyWideStr(result);
}

/** `text * count` for a count of at least 0. */
export function repeatText(text: Text, count: number): Text {
  if (typeof text === 'string') return text.repeat(count);
  if (count === 0) return '';
  const unit = text.codePoints;
  const result = new Uint32Array(unit.length * count);
  for (let i = 0; i < count; i++) result.set(unit, i * unit.length);
  return new PyWideStr(result);
}

/** Negative, zero or positive, by code points. Plain strings order by UTF-16 units, which are their code points. */
export function compareTexts(left: Text, right: Text): number {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  const leftLength = textLength(left);
  const rightLength = textLength(right);
  const shared = Math.min(leftLength, rightLength);
  for (let i = 0; i < shared; i++) {
    const difference = codePointAt(left, i) - codePointAt(right, i);
    if (difference !== 0) return difference;
  }
  return leftLength - rightLength;
}

/** Whether every code point is below U+0080. */
export function isAsciiText(text: Text): boolean {
  return typeof text === 'string' && !/[^\x00-\x7f]/.test(text);
}

/** The largest code point, 0 for empty text. */
export function maxCodePoint(text: Text): number {
  let max = 0;
  for (let i = 0, length = textLength(text); i < length; i++) max = Math.max(max, codePointAt(text, i));
  return max;
}

/** Collects text piece by piece. */
export class TextBuilder {
  private plain = '';
  /** Pieces before `plain`, once a wide one has come. */
  private pieces: Text[] | null = null;

  addText(text: Text): void {
    if (typeof text === 'string') this.plain += text;
    else {
      this.pieces ??= [];
      this.pieces.push(this.plain, text);
      this.plain = '';
    }
  }

  addCodePoint(codePoint: number): void {
    if (codePoint <= 0xffff) this.plain += String.fromCharCode(codePoint);
    else this.addText(textFromCodePoint(codePoint));
  }

  /** What has been collected; the builder can go on. */
  finish(): Text {
    if (this.pieces === null) return this.plain;
    return joinTexts('', [...this.pieces, this.plain]);
  }
}

export { codePointsOf, strFromCodePoints, textLength };
