/** Methods of arrays. @cpython Modules/arraymodule.c */
import {
  None,
  PyBytes,
  PyList,
  PyTuple,
  asInt,
  asText,
  bufferBytes,
  callMethod,
  eofError,
  excTypes,
  genericAliasOf,
  identity,
  getAttrOrUndefined,
  indexError,
  indexNumber,
  isEqual,
  runtimeError,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedClassMethods, documentedMethods } from '../../objects/int/index.ts';
import { searchBound } from '../../objects/list/sequence-index.ts';
import { appendBytes, extendFromIterable, textMemory } from './array-new.ts';
import { arrayItems, arrayText, extendWithArray } from './array-slots.ts';
import { arrayReconstructor } from './reconstruct.ts';
import { ARRAY_METHODS } from './docs.ts';
import { PyArray, makeArray } from './py-array.ts';

/** Items written to a file at once, in bytes. */
const BLOCK_SIZE = 64 * 1024;

function requireText(self: PyArray, name: string): void {
  if (!self.kind.isText) throw valueError(`${name}() may only be called on unicode type arrays ('u' or 'w')`);
}

function find(self: PyArray, value: Value, start: number, stop: number): number {
  for (let i = start; i < stop && i < self.length; i++) if (isEqual(self.get(i), value)) return i;
  return -1;
}

function indexOf(self: PyArray, value: Value, start: Value | undefined, stop: Value | undefined): Value {
  let from = searchBound(start, 0);
  let to = searchBound(stop, Infinity);
  if (from < 0) from = Math.max(0, from + self.length);
  if (to < 0) to += self.length;
  const at = find(self, value, from, to);
  if (at < 0) throw valueError('array.index(x): x not in array');
  return at;
}

function pop(self: PyArray, position: Value | undefined): Value {
  if (self.length === 0) throw indexError('pop from empty array');
  let at = position === undefined ? -1 : indexNumber(position);
  if (at < 0) at += self.length;
  if (at < 0 || at >= self.length) throw indexError('pop index out of range');
  const value = self.get(at);
  self.replace(at, at + 1, new Uint8Array(0));
  return value;
}

function insert(self: PyArray, position: Value, value: Value): void {
  let at = indexNumber(position, excTypes.OverflowError);
  if (at < 0) at = Math.max(0, at + self.length);
  const stored = self.kind.convert(value);
  at = Math.min(at, self.length);
  self.replace(at, at, new Uint8Array(self.kind.itemSize));
  self.kind.set(self.view, at * self.kind.itemSize, stored);
}

function remove(self: PyArray, value: Value): void {
  const at = find(self, value, 0, self.length);
  if (at < 0) throw valueError('array.remove(x): x not in array');
  self.replace(at, at + 1, new Uint8Array(0));
}

/** Turns runs of bytes around: of each item, or of the whole. */
function reverseItems(self: PyArray): void {
  const { itemSize } = self.kind;
  const old = self.memory().slice();
  for (let i = 0; i < self.length; i++) {
    self.bytes.set(old.subarray(i * itemSize, (i + 1) * itemSize), (self.length - 1 - i) * itemSize);
  }
}

function byteswap(self: PyArray): void {
  const { itemSize } = self.kind;
  for (let i = 0; i < self.length; i++) self.bytes.subarray(i * itemSize, (i + 1) * itemSize).reverse();
}

function fromlist(self: PyArray, list: Value): void {
  if (!(list instanceof PyList)) throw typeError('arg must be list');
  const count = list.items.length;
  const old = self.length;
  try {
    for (let i = 0; i < count; i++) {
      self.append(list.items[i]!);
      if (list.items.length !== count) throw runtimeError('list changed size during iteration');
    }
  } catch (error) {
    self.resize(old);
    throw error;
  }
}

function fromfile(self: PyArray, file: Value, countValue: Value): void {
  const count = indexNumber(countValue, excTypes.OverflowError);
  if (count < 0) throw valueError('negative count');
  const size = count * self.kind.itemSize;
  const data = callMethod(file, 'read', size);
  if (!(data instanceof PyBytes)) throw typeError("read() didn't return bytes");
  appendBytes(self, data.bytes);
  if (data.bytes.length !== size) throw eofError("read() didn't return enough bytes");
}

function tofile(self: PyArray, file: Value): void {
  for (let at = 0; at < self.memory().length; at += BLOCK_SIZE) {
    callMethod(file, 'write', new PyBytes(self.memory().slice(at, at + BLOCK_SIZE)));
  }
}

function fromunicode(self: PyArray, value: Value): void {
  const text = asText(value);
  if (text === undefined) throw typeError(`fromunicode() argument must be str, not ${typeName(value)}`);
  requireText(self, 'fromunicode');
  appendBytes(self, textMemory(text));
}

function extend(self: PyArray, items: Value): void {
  if (items instanceof PyArray) extendWithArray(self, items);
  else extendFromIterable(self, items);
}

function reduceEx(self: PyArray, protocol: Value): Value {
  const version = asInt(protocol);
  if (version === undefined) throw typeError('__reduce_ex__ argument should be an integer');
  const dict = getAttrOrUndefined(self, '__dict__') ?? None;
  if (version < 3)
    return new PyTuple([self.ob_type, new PyTuple([self.kind.typecode, new PyList(arrayItems(self))]), dict]);
  const parts = [self.ob_type, self.kind.typecode, self.kind.machineFormat, new PyBytes(self.memory().slice())];
  return new PyTuple([arrayReconstructor(), new PyTuple(parts), dict]);
}

const copy = (self: PyArray): Value => makeArray(self.kind, self.memory().slice());

export const arrayMethods = {
  ...documentedMethods(ARRAY_METHODS, {
    append: (self: PyArray, value: Value) => self.append(value),
    // There are no addresses: what `id` says, as there.
    buffer_info: (self: PyArray) => new PyTuple([identity(self), self.length]),
    byteswap,
    clear: (self: PyArray) => self.resize(0),
    __copy__: copy,
    count: (self: PyArray, value: Value) => {
      let count = 0;
      for (let i = 0; i < self.length; i++) if (isEqual(self.get(i), value)) count++;
      return count;
    },
    __deepcopy__: copy,
    extend,
    fromfile,
    fromlist,
    frombytes: (self: PyArray, data: Value) => appendBytes(self, bufferBytes(data)),
    fromunicode,
    index: indexOf,
    insert,
    pop,
    __reduce_ex__: reduceEx,
    remove,
    reverse: reverseItems,
    tofile,
    tolist: (self: PyArray) => new PyList(arrayItems(self)),
    tobytes: (self: PyArray) => new PyBytes(self.memory().slice()),
    tounicode: (self: PyArray) => {
      requireText(self, 'tounicode');
      return arrayText(self);
    },
    __sizeof__: (self: PyArray) => 64 + self.bytes.length,
  }),
  ...documentedClassMethods(ARRAY_METHODS, {
    __class_getitem__: (type: Value, item: Value) => genericAliasOf(type, item),
  }),
};
