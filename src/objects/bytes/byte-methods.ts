/**
 * The methods that bytes and bytearray share. Results are of the kind of `self`.
 *
 * @cpython Objects/bytesobject.c, Objects/bytearrayobject.c, Objects/bytes_methods.c
 */
import {
  None,
  PyByteArray,
  PyBytes,
  PyList,
  PyTuple,
  getIter,
  hasIndex,
  index,
  isTrue,
  iterate,
  overflowError,
  typeError,
  typeName,
  typeOf,
  valueError,
  bytesType,
  type NativeImplementation,
  type Value,
} from '../core/index.ts';
import { decodeBytes } from '../codecs/encode-decode.ts';
import { searchBounds, textArgument } from '../str/text-arguments.ts';
import { intArgument, sizeArgument } from '../str/str-methods.ts';
import { bufferBytesOrUndefined, bytesArgument } from './buffer-access.ts';
import * as search from './byte-search.ts';
import { hexOfBytes } from './hex.ts';

export type ByteString = PyBytes | PyByteArray;

/** The bytes of a bytes or bytearray. */
export function bytesOf(self: Value): Uint8Array {
  if (self instanceof PyBytes) return self.bytes;
  const array = self as PyByteArray;
  return array.length === array.bytes.length ? array.bytes : array.bytes.subarray(0, array.length);
}

/** A result of the kind of `self`; unchanged bytes are `self`. */
function like(self: Value, bytes: Uint8Array): Value {
  if (self instanceof PyByteArray) return new PyByteArray(bytes === bytesOf(self) ? bytes.slice() : bytes);
  if (bytes === (self as PyBytes).bytes && typeOf(self) === bytesType) return self;
  return new PyBytes(bytes);
}

/** A byte value. @throws ValueError, TypeError */
export function byteArgument(value: Value, noun = 'byte'): number {
  const number = index(value);
  if (number < 0 || number > 255) throw valueError(`${noun} must be in range(0, 256)`);
  return Number(number);
}

/** What `find` and `in` look for: a byte or bytes. @throws TypeError, ValueError */
function partArgument(value: Value): Uint8Array {
  const bytes = bufferBytesOrUndefined(value);
  if (bytes !== undefined) return bytes;
  if (!hasIndex(value)) throw typeError(`argument should be integer or bytes-like object, not '${typeName(value)}'`);
  return Uint8Array.of(byteArgument(value));
}

/** `item in self`. */
export function containsBytes(self: Value, item: Value): boolean {
  if (hasIndex(item)) return bytesOf(self).includes(byteArgument(item));
  const bytes = bytesOf(self);
  return search.findBytes(bytes, bytesArgument(item), 0, bytes.length) >= 0;
}

type Search = (bytes: Uint8Array, part: Uint8Array, start: number, end: number) => number;

const searching =
  (find: Search, isStrict: boolean) =>
  (self: Value, sub: Value, start: Value | undefined, end: Value | undefined): Value => {
    const part = partArgument(sub);
    const bytes = bytesOf(self);
    const [from, to] = searchBounds(start, end, bytes.length);
    const found = find(bytes, part, from, to);
    if (isStrict && found < 0) throw valueError('subsection not found');
    return found;
  };

const tailMatching =
  (name: 'startswith' | 'endswith') =>
  (self: Value, affix: Value, start: Value | undefined, end: Value | undefined): Value => {
    const bytes = bytesOf(self);
    const [from, to] = searchBounds(start, end, bytes.length);
    const hasAffix = (part: Uint8Array): boolean =>
      to - from >= part.length && search.hasBytesAt(bytes, part, name === 'startswith' ? from : to - part.length, to);
    if (affix instanceof PyTuple) return affix.items.some((item) => hasAffix(bytesArgument(item)));
    const part = bufferBytesOrUndefined(affix);
    if (part === undefined)
      throw typeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeName(affix)}`);
    return hasAffix(part);
  };

const stripping =
  (isLeft: boolean, isRight: boolean) =>
  (self: Value, set: Value | undefined): Value =>
    like(
      self,
      search.stripBytes(bytesOf(self), set === undefined || set === None ? null : bytesArgument(set), isLeft, isRight),
    );

const splitting =
  (bySeparator: typeof search.splitBytes, byWords: typeof search.splitByteWords) =>
  (self: Value, separator: Value | undefined, maxsplit: Value | undefined): Value => {
    const limit = sizeArgument(maxsplit, -1);
    let parts: Uint8Array[];
    if (separator === undefined || separator === None) parts = byWords(bytesOf(self), limit);
    else {
      const part = bytesArgument(separator);
      if (part.length === 0) throw valueError('empty separator');
      parts = bySeparator(bytesOf(self), part, limit);
    }
    return new PyList(parts.map((part) => like(self, part)));
  };

const partitioning =
  (find: Search, isFromRight: boolean) =>
  (self: Value, separator: Value): Value => {
    const part = bytesArgument(separator);
    if (part.length === 0) throw valueError('empty separator');
    const bytes = bytesOf(self);
    const at = find(bytes, part, 0, bytes.length);
    const empty = (): Value => like(self, new Uint8Array(0));
    if (at < 0)
      return new PyTuple(isFromRight ? [empty(), empty(), like(self, bytes)] : [like(self, bytes), empty(), empty()]);
    return new PyTuple([
      like(self, bytes.slice(0, at)),
      self instanceof PyByteArray ? new PyByteArray(part.slice()) : separator,
      like(self, bytes.slice(at + part.length)),
    ]);
  };

/** A fill byte. @throws TypeError */
function fillArgument(name: string, value: Value | undefined): number {
  if (value === undefined) return 32;
  if (value instanceof PyBytes || value instanceof PyByteArray) {
    const bytes = bytesOf(value);
    if (bytes.length === 1) return bytes[0]!;
    throw typeError(
      `${name}(): argument 2 must be a byte string of length 1, not a ${value instanceof PyBytes ? 'bytes' : 'bytearray'} object of length ${bytes.length}`,
    );
  }
  throw typeError(`${name}() argument 2 must be a byte string of length 1, not ${typeName(value)}`);
}

function pad(self: Value, left: number, right: number, fill: number): Value {
  const bytes = bytesOf(self);
  if (left <= 0 && right <= 0) return like(self, bytes);
  const result = new Uint8Array(Math.max(left, 0) + bytes.length + Math.max(right, 0)).fill(fill);
  result.set(bytes, Math.max(left, 0));
  return like(self, result);
}

const everyByte =
  (test: (byte: number) => boolean) =>
  (self: Value): Value => {
    const bytes = bytesOf(self);
    return bytes.length > 0 && bytes.every(test);
  };

/** Whether some byte is in `wanted` and none in `unwanted`. */
const hasCase =
  (wanted: (byte: number) => boolean, unwanted: (byte: number) => boolean) =>
  (self: Value): Value => {
    const bytes = bytesOf(self);
    return bytes.some(wanted) && !bytes.some(unwanted);
  };

const mapping =
  (map: (byte: number) => number) =>
  (self: Value): Value =>
    like(self, bytesOf(self).map(map));

/** `separator.join(iterable)`. */
function join(self: Value, iterable: Value): Value {
  let items: Iterable<Value>;
  if (iterable instanceof PyList || iterable instanceof PyTuple) items = iterable.items;
  else {
    if (typeOf(iterable).tp_iter === undefined) {
      try {
        getIter(iterable);
      } catch {
        // Whatever the reason, CPython words it anew.
        throw typeError('can only join an iterable');
      }
    }
    items = iterate(iterable);
  }
  const parts: Uint8Array[] = [];
  for (const item of items) {
    const bytes = bufferBytesOrUndefined(item);
    if (bytes === undefined) {
      throw typeError(`sequence item ${parts.length}: expected a bytes-like object, ${typeName(item)} found`);
    }
    parts.push(bytes);
  }
  return like(self, search.joinBytes(bytesOf(self).slice(), parts));
}

function translate(self: Value, table: Value, deleted: Value | undefined): Value {
  const map = table === None ? null : bytesArgument(table);
  if (map !== null && map.length !== 256) throw valueError('translation table must be 256 characters long');
  const removed = deleted === undefined ? null : bytesArgument(deleted);
  const bytes = bytesOf(self);
  const result = new Uint8Array(bytes.length);
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (removed !== null && removed.includes(byte)) continue;
    result[count++] = map === null ? byte : map[byte]!;
  }
  return like(self, result.slice(0, count));
}

function expandTabs(self: Value, size: Value | undefined): Value {
  const tabSize = size === undefined ? 8 : intArgument(size);
  const bytes = bytesOf(self);
  const result: number[] = [];
  let column = 0;
  for (const byte of bytes) {
    if (byte === 9) {
      if (tabSize > 0) {
        const spaces = tabSize - (column % tabSize);
        if (result.length + spaces > 2 ** 30) throw overflowError('result too long');
        column += spaces;
        for (let i = 0; i < spaces; i++) result.push(32);
      }
    } else {
      column++;
      result.push(byte);
      if (byte === 10 || byte === 13) column = 0;
    }
  }
  return like(self, Uint8Array.from(result));
}

function zfill(self: Value, widthValue: Value): Value {
  const width = sizeArgument(widthValue, 0);
  const bytes = bytesOf(self);
  const fill = width - bytes.length;
  if (fill <= 0) return like(self, bytes);
  const result = new Uint8Array(width).fill(48);
  result.set(bytes, fill);
  if (bytes[0] === 43 || bytes[0] === 45) {
    result[fill] = 48;
    result[0] = bytes[0];
  }
  return like(self, result);
}

/** `bytes.maketrans(frm, to)`. */
export function makeByteTranslation(from: Value, to: Value): Value {
  const source = bytesArgument(from);
  const target = bytesArgument(to);
  if (source.length !== target.length) throw valueError('maketrans arguments must have same length');
  const table = new Uint8Array(256);
  for (let i = 0; i < 256; i++) table[i] = i;
  for (let i = 0; i < source.length; i++) table[source[i]!] = target[i]!;
  return new PyBytes(table);
}

/** Implementations by name; signatures and docs are in the tables of each type. */
export const sharedByteMethods = {
  capitalize: (self: Value) =>
    like(
      self,
      bytesOf(self).map((byte, i) => (i === 0 ? search.toUpperByte(byte) : search.toLowerByte(byte))),
    ),
  center: (self: Value, widthValue: Value, fill: Value | undefined) => {
    const width = sizeArgument(widthValue, 0);
    const byte = fillArgument('center', fill);
    const margin = width - bytesOf(self).length;
    const left = Math.floor(margin / 2) + (margin & width & 1);
    return margin <= 0 ? like(self, bytesOf(self)) : pad(self, left, margin - left, byte);
  },
  count: searching(search.countBytes, false),
  decode: (self: Value, encoding: Value | undefined, errors: Value | undefined) =>
    decodeBytes(
      bytesOf(self),
      encoding === undefined ? undefined : textArgument(encoding, 'decode', 'encoding'),
      errors === undefined ? undefined : textArgument(errors, 'decode', 'errors'),
    ),
  endswith: tailMatching('endswith'),
  expandtabs: expandTabs,
  find: searching(search.findBytes, false),
  hex: (self: Value, separator: Value | undefined, group: Value | undefined) =>
    hexOfBytes(bytesOf(self), separator, group),
  index: searching(search.findBytes, true),
  isalnum: everyByte(search.isAlnumByte),
  isalpha: everyByte(search.isAlphaByte),
  isascii: (self: Value) => bytesOf(self).every((byte) => byte < 128),
  isdigit: everyByte(search.isDigitByte),
  islower: hasCase(search.isLowerByte, search.isUpperByte),
  isspace: everyByte(search.isSpaceByte),
  istitle: (self: Value) => search.isTitleBytes(bytesOf(self)),
  isupper: hasCase(search.isUpperByte, search.isLowerByte),
  join,
  ljust: (self: Value, width: Value, fill: Value | undefined) => {
    const size = sizeArgument(width, 0);
    return pad(self, 0, size - bytesOf(self).length, fillArgument('ljust', fill));
  },
  lower: mapping(search.toLowerByte),
  lstrip: stripping(true, false),
  partition: partitioning(search.findBytes, false),
  removeprefix: (self: Value, prefix: Value) => {
    const part = bytesArgument(prefix);
    const bytes = bytesOf(self);
    return like(
      self,
      part.length > 0 && search.hasBytesAt(bytes, part, 0, bytes.length) ? bytes.slice(part.length) : bytes,
    );
  },
  removesuffix: (self: Value, suffix: Value) => {
    const part = bytesArgument(suffix);
    const bytes = bytesOf(self);
    const at = bytes.length - part.length;
    return like(
      self,
      part.length > 0 && at >= 0 && search.hasBytesAt(bytes, part, at, bytes.length) ? bytes.slice(0, at) : bytes,
    );
  },
  replace: (self: Value, old: Value, replacement: Value, count: Value | undefined) =>
    like(
      self,
      search.replaceBytes(bytesOf(self), bytesArgument(old), bytesArgument(replacement), sizeArgument(count, -1)),
    ),
  rfind: searching(search.findLastBytes, false),
  rindex: searching(search.findLastBytes, true),
  rjust: (self: Value, width: Value, fill: Value | undefined) => {
    const size = sizeArgument(width, 0);
    return pad(self, size - bytesOf(self).length, 0, fillArgument('rjust', fill));
  },
  rpartition: partitioning(search.findLastBytes, true),
  rsplit: splitting(search.splitBytesFromRight, search.splitByteWordsFromRight),
  rstrip: stripping(false, true),
  split: splitting(search.splitBytes, search.splitByteWords),
  splitlines: (self: Value, keepEnds: Value | undefined) =>
    new PyList(
      search.splitByteLines(bytesOf(self), keepEnds !== undefined && isTrue(keepEnds)).map((line) => like(self, line)),
    ),
  startswith: tailMatching('startswith'),
  strip: stripping(true, true),
  swapcase: mapping((byte) => (search.isLowerByte(byte) ? byte - 32 : search.toLowerByte(byte))),
  title: (self: Value) => like(self, search.titleBytes(bytesOf(self))),
  translate,
  upper: mapping(search.toUpperByte),
  zfill,
} satisfies Record<string, NativeImplementation>;
