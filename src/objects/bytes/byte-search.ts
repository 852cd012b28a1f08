/** Finding, splitting, replacing and mapping arrays of bytes. Bounds are already clipped by the caller. */
import { findLinear, isHardSearch } from '../str/linear-search.ts';

function matchesAt(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (bytes[at + i] !== part[i]) return false;
  return true;
}

/** Index of the first `part` within `[start, end)`, or -1. */
export function findBytes(bytes: Uint8Array, part: Uint8Array, start: number, end: number): number {
  const last = end - part.length;
  if (last < start) return -1;
  if (part.length === 0) return start;
  if (isHardSearch(part.length, end - start)) return findLinear(bytes, part, start, end);
  const first = part[0]!;
  for (let at = bytes.indexOf(first, start); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    if (matchesAt(bytes, at, part)) return at;
  }
  return -1;
}

/** Index of the last `part` within `[start, end)`, or -1. */
export function findLastBytes(bytes: Uint8Array, part: Uint8Array, start: number, end: number): number {
  for (let at = end - part.length; at >= start; at--) if (matchesAt(bytes, at, part)) return at;
  return -1;
}

/** Number of `part`s within `[start, end)` that do not overlap. */
export function countBytes(bytes: Uint8Array, part: Uint8Array, start: number, end: number): number {
  if (start > bytes.length) return 0;
  if (part.length === 0) return Math.max(end - start + 1, 0);
  let count = 0;
  for (let at = findBytes(bytes, part, start, end); at >= 0; at = findBytes(bytes, part, at + part.length, end))
    count++;
  return count;
}

/** Whether `part` stands at `at`, within `[at, end)`. */
export function hasBytesAt(bytes: Uint8Array, part: Uint8Array, at: number, end: number): boolean {
  return end - at >= part.length && matchesAt(bytes, at, part);
}

/** The pieces one after the other, with the separator between them. */
export function joinBytes(separator: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  let length = separator.length * Math.max(parts.length - 1, 0);
  for (const part of parts) length += part.length;
  const result = new Uint8Array(length);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0 && separator.length > 0) {
      result.set(separator, at);
      at += separator.length;
    }
    result.set(parts[i]!, at);
    at += parts[i]!.length;
  }
  return result;
}

/** Replaces at most `count` times; a negative count is no limit. Gives the same array when nothing changes. */
export function replaceBytes(bytes: Uint8Array, old: Uint8Array, replacement: Uint8Array, count: number): Uint8Array {
  const limit = count < 0 ? Infinity : count;
  const parts: Uint8Array[] = [];
  if (old.length === 0) {
    const times = Math.min(limit, bytes.length + 1);
    if (times === 0) return bytes;
    for (let i = 0; i < times; i++) parts.push(i === 0 ? bytes.subarray(0, 0) : bytes.subarray(i - 1, i));
    parts.push(bytes.subarray(times - 1));
    return joinBytes(replacement, parts);
  }
  let position = 0;
  while (parts.length < limit) {
    const at = findBytes(bytes, old, position, bytes.length);
    if (at < 0) break;
    parts.push(bytes.subarray(position, at));
    position = at + old.length;
  }
  if (parts.length === 0) return bytes;
  parts.push(bytes.subarray(position));
  return joinBytes(replacement, parts);
}

/** Splits at a separator that is not empty. */
export function splitBytes(bytes: Uint8Array, separator: Uint8Array, maxsplit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let position = 0;
  while (maxsplit < 0 || parts.length < maxsplit) {
    const at = findBytes(bytes, separator, position, bytes.length);
    if (at < 0) break;
    parts.push(bytes.slice(position, at));
    position = at + separator.length;
  }
  parts.push(bytes.slice(position));
  return parts;
}

/** Splits from the right at a separator that is not empty. */
export function splitBytesFromRight(bytes: Uint8Array, separator: Uint8Array, maxsplit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = bytes.length;
  while (maxsplit < 0 || parts.length < maxsplit) {
    const at = findLastBytes(bytes, separator, 0, end);
    if (at < 0) break;
    parts.push(bytes.slice(at + separator.length, end));
    end = at;
  }
  parts.push(bytes.slice(0, end));
  return parts.reverse();
}

/** ASCII white space. */
export function isSpaceByte(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

export function splitByteWords(bytes: Uint8Array, maxsplit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (maxsplit < 0 || parts.length < maxsplit) {
    while (at < bytes.length && isSpaceByte(bytes[at]!)) at++;
    if (at === bytes.length) return parts;
    const start = at;
    while (at < bytes.length && !isSpaceByte(bytes[at]!)) at++;
    parts.push(bytes.slice(start, at));
  }
  while (at < bytes.length && isSpaceByte(bytes[at]!)) at++;
  if (at < bytes.length) parts.push(bytes.slice(at));
  return parts;
}

export function splitByteWordsFromRight(bytes: Uint8Array, maxsplit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = bytes.length;
  while (maxsplit < 0 || parts.length < maxsplit) {
    while (at > 0 && isSpaceByte(bytes[at - 1]!)) at--;
    if (at === 0) return parts.reverse();
    const end = at;
    while (at > 0 && !isSpaceByte(bytes[at - 1]!)) at--;
    parts.push(bytes.slice(at, end));
  }
  while (at > 0 && isSpaceByte(bytes[at - 1]!)) at--;
  if (at > 0) parts.push(bytes.slice(0, at));
  return parts.reverse();
}

/** Lines end in `\n`, `\r` or `\r\n`. */
export function splitByteLines(bytes: Uint8Array, keepEnds: boolean): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
    let end = at;
    if (at < bytes.length) {
      at += bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1;
      if (keepEnds) end = at;
    }
    lines.push(bytes.slice(start, end));
  }
  return lines;
}

/** Removes bytes of a set, or white space if it is null, at the ends. */
export function stripBytes(bytes: Uint8Array, set: Uint8Array | null, isLeft: boolean, isRight: boolean): Uint8Array {
  const isStripped = set === null ? isSpaceByte : (byte: number) => set.includes(byte);
  let start = 0;
  let end = bytes.length;
  if (isLeft) while (start < end && isStripped(bytes[start]!)) start++;
  if (isRight) while (end > start && isStripped(bytes[end - 1]!)) end--;
  return start === 0 && end === bytes.length ? bytes : bytes.slice(start, end);
}

/** Negative, zero or positive. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const difference = left[i]! - right[i]!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

export const isUpperByte = (byte: number): boolean => byte >= 65 && byte <= 90;
export const isLowerByte = (byte: number): boolean => byte >= 97 && byte <= 122;
export const isAlphaByte = (byte: number): boolean => isUpperByte(byte) || isLowerByte(byte);
export const isDigitByte = (byte: number): boolean => byte >= 48 && byte <= 57;
export const isAlnumByte = (byte: number): boolean => isDigitByte(byte) || isAlphaByte(byte);

export const toUpperByte = (byte: number): number => (isLowerByte(byte) ? byte - 32 : byte);
export const toLowerByte = (byte: number): number => (isUpperByte(byte) ? byte + 32 : byte);

export function titleBytes(bytes: Uint8Array): Uint8Array {
  let isAfterCased = false;
  return bytes.map((byte) => {
    const isCased = isLowerByte(byte) || isUpperByte(byte);
    const mapped = isAfterCased ? toLowerByte(byte) : toUpperByte(byte);
    isAfterCased = isCased;
    return mapped;
  });
}

export function isTitleBytes(bytes: Uint8Array): boolean {
  let isCased = false;
  let isAfterCased = false;
  for (const byte of bytes) {
    if (isUpperByte(byte)) {
      if (isAfterCased) return false;
      isAfterCased = isCased = true;
    } else if (isLowerByte(byte)) {
      if (!isAfterCased) return false;
      isCased = true;
    } else isAfterCased = false;
  }
  return isCased;
}
