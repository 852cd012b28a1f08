/**
 * Array objects: items in one growing run of memory. While a buffer of it is open, its length is fixed.
 *
 * @cpython Modules/arraymodule.c arrayobject, array_resize
 */
import {
  PyObject,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_SEQUENCE,
  bufferError,
  liveExports,
  makeBuiltinType,
  memoryError,
  objectType,
  type Value,
} from '../../objects/core/index.ts';
import type { ItemKind } from './item-kinds.ts';

export class PyArray extends PyObject {
  readonly kind: ItemKind;
  /** Memory of at least `length` items. */
  bytes: Uint8Array;
  view: DataView;
  /** Number of items. */
  length: number;
  /** Number of open buffers. */
  exports = 0;

  /** @param bytes the items' memory, which becomes the array's own */
  constructor(kind: ItemKind, bytes: Uint8Array) {
    super();
    this.kind = kind;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.length / kind.itemSize;
  }

  get(at: number): Value {
    return this.kind.get(this.view, at * this.kind.itemSize);
  }

  /** @throws TypeError, OverflowError */
  set(at: number, value: Value): void {
    const stored = this.kind.convert(value);
    // Converting may have run Python code that shortened the array.
    if (at < this.length) this.kind.set(this.view, at * this.kind.itemSize, stored);
  }

  /** The memory of the items from `start` on and before `stop`, live. */
  memory(start = 0, stop = this.length): Uint8Array {
    const { itemSize } = this.kind;
    return this.bytes.subarray(start * itemSize, stop * itemSize);
  }

  /** @throws BufferError while a buffer is open */
  checkResizable(): void {
    this.exports = liveExports(this.exports, (exporter) => exporter === this);
    if (this.exports > 0) throw bufferError('cannot resize an array that is exporting buffers');
  }

  /** Changes the length; new items are 0. */
  resize(length: number): void {
    if (length === this.length) return;
    this.checkResizable();
    const { itemSize } = this.kind;
    const needed = length * itemSize;
    if (needed > this.bytes.length) {
      const capacity = (length + (length >> 4) + (length < 8 ? 3 : 7)) * itemSize;
      let grown: Uint8Array;
      try {
        grown = new Uint8Array(capacity);
      } catch {
        throw memoryError();
      }
      grown.set(this.memory());
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
    } else if (length > this.length) this.bytes.fill(0, this.length * itemSize, needed);
    this.length = length;
  }

  /** Puts items of the same kind in the place of `[start, stop)`. @throws BufferError when that changes the length */
  replace(start: number, stop: number, memory: Uint8Array): void {
    const { itemSize } = this.kind;
    const own = memory.buffer === this.bytes.buffer ? memory.slice() : memory;
    const count = own.length / itemSize;
    const length = this.length - (stop - start) + count;
    if (length !== this.length) {
      this.checkResizable();
      const tail = this.memory(stop).slice();
      this.resize(length);
      this.bytes.set(tail, (start + count) * itemSize);
    }
    this.bytes.set(own, start * itemSize);
  }

  append(value: Value): void {
    const stored = this.kind.convert(value);
    const at = this.length;
    this.resize(at + 1);
    this.kind.set(this.view, at * this.kind.itemSize, stored);
  }
}

export const arrayType = makeBuiltinType('array.array', objectType, PyArray, Py_TPFLAGS_BASETYPE | Py_TPFLAGS_SEQUENCE);
arrayType.hasWeakref = true;

/** A new array, of the very type, of these items' memory. */
export function makeArray(kind: ItemKind, memory: Uint8Array): PyArray {
  return new PyArray(kind, memory);
}

/** Goes over an array that may change meanwhile; `array` is null once it ended. */
export class PyArrayIterator extends PyObject {
  array: PyArray | null;
  index = 0;
  constructor(array: PyArray) {
    super();
    this.array = array;
  }
}
export const arrayIteratorType = makeBuiltinType('array.arrayiterator', objectType, PyArrayIterator);
