/**
 * The `memoryview` type.
 *
 * @cpython Objects/memoryobject.c
 */
import {
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Ellipsis,
  None,
  NotImplemented,
  PyBUF_FORMAT,
  PyBUF_FULL_RO,
  PyBUF_ND,
  PyBUF_STRIDES,
  PyBUF_WRITABLE,
  PyBytes,
  PyList,
  PyObject,
  PySlice,
  PyTuple,
  Py_EQ,
  Py_NE,
  argumentBinder,
  asInt,
  asText,
  bufferError,
  callMethod,
  excTypes,
  hasIndex,
  identityText,
  indexError,
  indexNumber,
  isEqual,
  makeBuiltinType,
  matches,
  notImplementedError,
  objectType,
  strFromUtf16,
  textToHost,
  thread,
  typeError,
  typeName,
  typeSpec,
  valueError,
  hash,
  type CompareOp,
  type PyBuffer,
  type Value,
} from '../core/index.ts';
import { documentedClassMethods, documentedGetters, documentedMethods } from '../int/documented.ts';
import { makeGenericAlias } from '../generic-alias/index.ts';
import { searchBound, sliceRange } from '../list/sequence-index.ts';
import { getBuffer, hasBuffer, packBuffer, releaseBuffer } from '../bytes/buffer-access.ts';
import { hexOfBytes } from '../bytes/hex.ts';
import { hashBytes } from '../str/text-hash.ts';
import { MEMORYVIEW_DOC, MEMORYVIEW_DOCS } from './memoryview-docs.ts';
import { nativeFormat, packItem, unpackItem } from './item-format.ts';
import { castView } from './cast.ts';
import {
  PyMemoryView,
  bufferOfView,
  checkReleased,
  derivedView,
  isCContiguous,
  isFContiguous,
  memoryviewType,
  releaseView,
  viewOfBuffer,
} from './py-memoryview.ts';

/** `memoryview(object)`. @throws TypeError */
export function memoryviewOf(object: Value, flags: number = PyBUF_FULL_RO): PyMemoryView {
  if (object instanceof PyMemoryView) {
    checkReleased(object);
    return derivedView(object, object.layout);
  }
  if (!hasBuffer(object)) throw typeError(`memoryview: a bytes-like object is required, not '${typeName(object)}'`);
  return viewOfBuffer(getBuffer(object, flags));
}

const bindNew = argumentBinder('memoryview', '($type, /, object)');

function live(self: Value): PyMemoryView {
  checkReleased(self as PyMemoryView);
  return self as PyMemoryView;
}

/** Offset of the item at an index of one dimension. @throws IndexError */
function step(view: PyMemoryView, dimension: number, offset: number, indexValue: number): number {
  // The `__index__` that gave the index may have released the view.
  checkReleased(view);
  const size = view.layout.shape[dimension]!;
  const at = indexValue < 0 ? indexValue + size : indexValue;
  if (at < 0 || at >= size) throw indexError(`index out of bounds on dimension ${dimension + 1}`);
  return offset + at * view.layout.strides[dimension]!;
}

/** Offset of the item that a tuple of indices names. @throws TypeError, IndexError */
function offsetOf(view: PyMemoryView, key: PyTuple): number {
  if (key.items.length < view.ndim) throw notImplementedError('sub-views are not implemented');
  if (key.items.length > view.ndim) {
    throw typeError(`cannot index ${view.ndim}-dimension view with ${key.items.length}-element tuple`);
  }
  let offset = view.layout.offset;
  key.items.forEach((item, i) => {
    offset = step(view, i, offset, indexNumber(item, excTypes.IndexError));
  });
  return offset;
}

function isIndexTuple(key: Value): key is PyTuple {
  return key instanceof PyTuple && key.items.every(hasIndex);
}

/** The part of the first dimension that a slice selects. */
function sliceView(view: PyMemoryView, slice: PySlice): PyMemoryView {
  const { layout } = view;
  const range = sliceRange(slice, () => layout.shape[0]!);
  const shape = [range.count, ...layout.shape.slice(1)];
  return derivedView(view, {
    ...layout,
    offset: layout.offset + range.start * layout.strides[0]!,
    shape,
    strides: [layout.strides[0]! * range.step, ...layout.strides.slice(1)],
    len: shape.reduce((product, dimension) => product * dimension, layout.itemsize),
  });
}

function sliceKeyError(key: Value): Value {
  if (key instanceof PyTuple && key.items.every((item) => item instanceof PySlice)) {
    return notImplementedError('multi-dimensional slicing is not implemented');
  }
  return typeError('memoryview: invalid slice key');
}

function subscript(self: Value, key: Value): Value {
  const view = live(self);
  const { layout } = view;
  if (view.ndim === 0) {
    if (key instanceof PyTuple && key.items.length === 0) return unpackItem(view.bytes, layout.offset, layout.format);
    if (key === Ellipsis) return view;
    throw typeError('invalid indexing of 0-dim memory');
  }
  if (hasIndex(key)) {
    const at = indexNumber(key, excTypes.IndexError);
    if (view.ndim > 1) throw notImplementedError('multi-dimensional sub-views are not implemented');
    return unpackItem(view.bytes, step(view, 0, layout.offset, at), layout.format);
  }
  if (key instanceof PySlice) return sliceView(view, key);
  if (isIndexTuple(key)) return unpackItem(view.bytes, offsetOf(view, key), layout.format);
  throw sliceKeyError(key);
}

function assignSubscript(self: Value, key: Value, value: Value | undefined): void {
  const view = live(self);
  const { layout } = view;
  if (layout.readonly) throw typeError('cannot modify read-only memory');
  if (value === undefined) throw typeError('cannot delete memory');
  if (view.ndim === 0) {
    if (key === Ellipsis || (key instanceof PyTuple && key.items.length === 0)) {
      packChecked(view, layout.offset, value);
      return;
    }
    throw typeError('invalid indexing of 0-dim memory');
  }
  if (hasIndex(key)) {
    if (view.ndim > 1) throw notImplementedError('sub-views are not implemented');
    packChecked(view, step(view, 0, layout.offset, indexNumber(key, excTypes.IndexError)), value);
  } else if (key instanceof PySlice && view.ndim === 1) {
    const target = sliceView(view, key);
    checkReleased(view);
    copyInto(target, value);
  } else if (isIndexTuple(key)) packChecked(view, offsetOf(view, key), value);
  else if (key instanceof PySlice)
    throw notImplementedError('memoryview slice assignments are currently restricted to ndim = 1');
  else throw sliceKeyError(key);
}

/** Writes an item. Converting the value may release the view, so that comes first. */
function packChecked(view: PyMemoryView, offset: number, value: Value): void {
  const item = new Uint8Array(8);
  packItem(item, 0, view.layout.format, value);
  checkReleased(view);
  view.bytes.set(item.subarray(0, view.layout.itemsize), offset);
}

/** Copies the items of an exporter of the same structure. @throws ValueError */
function copyInto(target: PyMemoryView, value: Value): void {
  try {
    const source = getBuffer(value, PyBUF_FULL_RO);
    try {
      const { layout } = target;
      if (
        source.shape.length !== 1 ||
        source.shape[0] !== layout.shape[0] ||
        source.itemsize !== layout.itemsize ||
        (nativeFormat(source.format) ?? source.format) !== (nativeFormat(layout.format) ?? layout.format)
      ) {
        throw valueError('memoryview assignment: lvalue and rvalue have different structures');
      }
      const packed = packBuffer(source);
      for (let i = 0; i < layout.shape[0]!; i++) {
        const at = layout.offset + i * layout.strides[0]!;
        for (let k = 0; k < layout.itemsize; k++) target.bytes[at + k] = packed[i * layout.itemsize + k]!;
      }
    } finally {
      releaseBuffer(source);
    }
  } finally {
    releaseView(target);
  }
}

/** Reads an item of any format; `undefined` where `struct` cannot either. */
function readItem(buffer: PyBuffer, offset: number): Value | undefined {
  if (nativeFormat(buffer.format) !== undefined) return unpackItem(buffer.bytes, offset, buffer.format);
  try {
    const struct = thread.interp.importModule('struct');
    const item = new PyBytes(buffer.bytes.slice(offset, offset + buffer.itemsize));
    const values = callMethod(struct, 'unpack', strFromUtf16(buffer.format), item);
    return values instanceof PyTuple && values.items.length === 1 ? values.items[0] : values;
  } catch (error) {
    if (matches(error, excTypes.Exception)) return undefined;
    throw error;
  }
}

function buffersAreEqual(left: PyBuffer, right: PyBuffer): boolean {
  if (left.shape.length !== right.shape.length || left.shape.some((size, i) => size !== right.shape[i])) return false;
  const compare = (dimension: number, a: number, b: number): boolean => {
    if (dimension === left.shape.length) {
      const x = readItem(left, a);
      const y = readItem(right, b);
      return x !== undefined && y !== undefined && isEqual(x, y) && x === x;
    }
    for (let i = 0; i < left.shape[dimension]!; i++) {
      if (!compare(dimension + 1, a + i * left.strides[dimension]!, b + i * right.strides[dimension]!)) return false;
    }
    return true;
  };
  return compare(0, left.offset, right.offset);
}

function compareViews(left: Value, right: Value, op: CompareOp): Value {
  if (op !== Py_EQ && op !== Py_NE) return NotImplemented;
  const view = left as PyMemoryView;
  const answer = (isSame: boolean): boolean => (op === Py_EQ ? isSame : !isSame);
  if (view.isReleased) return answer(left === right);
  if (right instanceof PyMemoryView) {
    if (right.isReleased) return answer(left === right);
    return answer(buffersAreEqual(bufferOfView(view), bufferOfView(right)));
  }
  if (!hasBuffer(right)) return NotImplemented;
  let other: PyBuffer;
  try {
    other = getBuffer(right, PyBUF_FULL_RO);
  } catch (error) {
    if (matches(error, excTypes.Exception)) return NotImplemented;
    throw error;
  }
  try {
    return answer(buffersAreEqual(bufferOfView(view), other));
  } finally {
    releaseBuffer(other);
  }
}

function toList(view: PyMemoryView, dimension: number, offset: number): Value {
  const { layout } = view;
  if (dimension === view.ndim) return unpackItem(view.bytes, offset, layout.format);
  const items = new Array<Value>(layout.shape[dimension]!);
  for (let i = 0; i < items.length; i++)
    items[i] = toList(view, dimension + 1, offset + i * layout.strides[dimension]!);
  return new PyList(items);
}

function toBytes(view: PyMemoryView, order: Value | undefined): Uint8Array {
  let letter = 'C';
  if (order !== undefined && order !== None) {
    const text = asText(order);
    if (text === undefined) throw typeError(`tobytes() argument 'order' must be str or None, not ${typeName(order)}`);
    letter = textToHost(text);
    if (letter !== 'C' && letter !== 'F' && letter !== 'A') throw valueError("order must be 'C', 'F' or 'A'");
  }
  const isFortran = letter === 'F' || (letter === 'A' && isFContiguous(view.layout) && !isCContiguous(view.layout));
  return packBuffer(bufferOfView(view), isFortran ? 'F' : 'C');
}

function hashView(self: Value): number | bigint {
  const view = self as PyMemoryView;
  if (view.hash !== undefined) return view.hash;
  live(view);
  if (!view.layout.readonly) throw valueError('cannot hash writable memoryview object');
  const char = nativeFormat(view.layout.format);
  if (char !== 'B' && char !== 'b' && char !== 'c') {
    throw valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  hash(view.managed.master.obj);
  return (view.hash = hashBytes(packBuffer(bufferOfView(view))));
}

/** A buffer of the view as the flags ask for it. @throws BufferError */
function exportBuffer(self: Value, flags: number): PyBuffer {
  const view = live(self);
  const { layout } = view;
  if (flags & PyBUF_WRITABLE && layout.readonly) throw bufferError('memoryview: underlying buffer is not writable');
  if ((flags & PyBUF_STRIDES) !== PyBUF_STRIDES && !isCContiguous(layout)) {
    throw bufferError('memoryview: underlying buffer is not C-contiguous');
  }
  if (!(flags & PyBUF_ND) && flags & PyBUF_FORMAT) {
    throw bufferError('memoryview: cannot cast to unsigned bytes if the format flag is present');
  }
  view.exports++;
  const buffer = bufferOfView(view);
  return flags & PyBUF_ND ? buffer : { ...buffer, shape: [layout.len], strides: [1], itemsize: 1, format: 'B' };
}

/** Iterates over the first dimension. */
class PyMemoryIterator extends PyObject {
  view: PyMemoryView | null;
  index = 0;
  constructor(view: PyMemoryView) {
    super();
    this.view = view;
  }
}
export const memoryIteratorType = makeBuiltinType(
  'memory_iterator',
  objectType,
  PyMemoryIterator,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);
export const memoryIteratorSpec = typeSpec(memoryIteratorType, {
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const iterator = self as PyMemoryIterator;
      if (iterator.view === null) return undefined;
      const view = live(iterator.view);
      if (iterator.index < view.layout.shape[0]!) return subscript(view, iterator.index++);
      iterator.view = null;
      return undefined;
    },
  },
});

const ints = (values: readonly number[]): PyTuple => new PyTuple(values.slice());

export const memoryviewSpec = typeSpec(memoryviewType, {
  doc: MEMORYVIEW_DOC,
  slots: {
    tp_new: (_type, args, kwnames) => memoryviewOf(bindNew(args, kwnames)[0] as Value),
    tp_repr: (self) => `<${(self as PyMemoryView).isReleased ? 'released memory' : 'memory'} at ${identityText(self)}>`,
    tp_hash: hashView,
    tp_richcompare: compareViews,
    tp_iter: (self) => {
      const view = live(self);
      if (view.ndim === 0) throw typeError('invalid indexing of 0-dim memory');
      if (view.ndim > 1) throw notImplementedError('multi-dimensional sub-views are not implemented');
      return new PyMemoryIterator(view);
    },
    sq_length: (self) => {
      const view = live(self);
      if (view.ndim === 0) throw typeError('0-dim memory has no length');
      return view.layout.shape[0]!;
    },
    mp_subscript: subscript,
    mp_ass_subscript: assignSubscript,
    bf_getbuffer: exportBuffer,
    bf_releasebuffer: (self) => {
      (self as PyMemoryView).exports--;
    },
  },
  methods: {
    ...documentedMethods(MEMORYVIEW_DOCS, {
      release: (self: PyMemoryView) => releaseView(self),
      tobytes: (self: PyMemoryView, order: Value | undefined) => new PyBytes(toBytes(live(self), order)),
      hex: (self: PyMemoryView, separator: Value | undefined, group: Value | undefined) =>
        hexOfBytes(packBuffer(bufferOfView(live(self))), separator, group),
      tolist: (self: PyMemoryView) => toList(live(self), 0, self.layout.offset),
      cast: (self: PyMemoryView, format: Value, shape: Value | undefined) => castView(live(self), format, shape),
      toreadonly: (self: PyMemoryView) => derivedView(live(self), { ...self.layout, readonly: true }),
      count: (self: PyMemoryView, value: Value) => {
        const { count, at } = linear(self);
        let found = 0;
        for (let i = 0; i < count; i++) if (isEqual(at(i), value)) found++;
        return found;
      },
      index: (self: PyMemoryView, value: Value, start: Value | undefined, stop: Value | undefined) => {
        const { count, at } = linear(self);
        let from = searchBound(start, 0);
        let to = searchBound(stop, Number.MAX_SAFE_INTEGER);
        if (from < 0) from = Math.max(0, from + count);
        if (to < 0) to = Math.max(0, to + count);
        for (let i = from; i < Math.min(to, count); i++) if (isEqual(at(i), value)) return i;
        throw valueError('memoryview.index(x): x not found');
      },
      __enter__: (self: PyMemoryView) => live(self),
      __exit__: (self: PyMemoryView) => releaseView(self),
    }),
    ...documentedClassMethods(MEMORYVIEW_DOCS, {
      _from_flags: (_type: Value, object: Value, flags: Value) => memoryviewOf(object, Number(asInt(flags) ?? 0)),
      __class_getitem__: (type: Value, item: Value) => makeGenericAlias(type, item),
    }),
  },
  getset: documentedGetters(MEMORYVIEW_DOCS, {
    obj: (self) => live(self).managed.master.obj,
    nbytes: (self) => live(self).layout.len,
    readonly: (self) => live(self).layout.readonly,
    itemsize: (self) => live(self).layout.itemsize,
    format: (self) => strFromUtf16(live(self).layout.format),
    ndim: (self) => live(self).ndim,
    shape: (self) => ints(live(self).layout.shape),
    strides: (self) => ints(live(self).layout.strides),
    suboffsets: (self) => {
      live(self);
      return new PyTuple([]);
    },
    c_contiguous: (self) => isCContiguous(live(self).layout),
    f_contiguous: (self) => isFContiguous(live(self).layout),
    contiguous: (self) => isCContiguous(live(self).layout) || isFContiguous((self as PyMemoryView).layout),
  }),
});

/** The items of a one-dimensional view. @throws TypeError, NotImplementedError */
function linear(self: PyMemoryView): { count: number; at: (i: number) => Value } {
  const view = live(self);
  if (view.ndim === 0) throw typeError('invalid indexing of 0-dim memory');
  if (view.ndim > 1) throw notImplementedError('multi-dimensional sub-views are not implemented');
  return { count: view.layout.shape[0]!, at: (i) => subscript(view, i) };
}
