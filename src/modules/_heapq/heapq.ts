/** Module `_heapq`. @cpython Modules/_heapqmodule.c */
import {
  PyList,
  Py_LT,
  compareBool,
  indexError,
  runtimeError,
  typeError,
  typeName,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { HEAP_ABOUT, HEAPQ_DOC, HEAPQ_DOCS } from './docs.ts';

/** Whether the first item belongs above the second. */
type Above = (a: Value, b: Value) => boolean;

const isBelow: Above = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a < b : compareBool(a, b, Py_LT));
const isAbove: Above = (a, b) => isBelow(b, a);

/** @param position `' 1'` in functions of two arguments, as CPython words it */
function heapOf(value: Value, name: string, position = ' 1'): PyList {
  if (!(value instanceof PyList)) throw typeError(`${name}() argument${position} must be list, not ${typeName(value)}`);
  return value;
}

/** Comparing runs Python code, which must not change the heap's size. */
function checkSize(heap: PyList, size: number): void {
  if (heap.items.length !== size) throw runtimeError('list changed size during iteration');
}

/** Moves the item at `position` up to where its parent stays above it, not beyond `start`. */
function siftDown(heap: PyList, start: number, position: number, above: Above): void {
  const size = heap.items.length;
  if (position >= size) throw indexError('index out of range');
  let at = position;
  while (at > start) {
    const parentAt = (at - 1) >> 1;
    const item = heap.items[at]!;
    const parent = heap.items[parentAt]!;
    const moves = above(item, parent);
    checkSize(heap, size);
    if (!moves) break;
    const { items } = heap;
    const swapped = items[parentAt]!;
    items[parentAt] = items[at]!;
    items[at] = swapped;
    at = parentAt;
  }
}

/** Moves the item at `position` down to a leaf along the upper children, then up to its place. */
function siftUp(heap: PyList, position: number, above: Above): void {
  const size = heap.items.length;
  if (position >= size) throw indexError('index out of range');
  const limit = size >> 1;
  let at = position;
  while (at < limit) {
    let child = 2 * at + 1;
    if (child + 1 < size) {
      const left = heap.items[child]!;
      const right = heap.items[child + 1]!;
      const isLeftAbove = above(left, right);
      checkSize(heap, size);
      if (!isLeftAbove) child++;
    }
    const { items } = heap;
    const lower = items[child]!;
    items[child] = items[at]!;
    items[at] = lower;
    at = child;
  }
  siftDown(heap, position, at, above);
}

function pop(heap: PyList, above: Above): Value {
  const { items } = heap;
  if (items.length === 0) throw indexError('index out of range');
  const last = items.pop()!;
  if (items.length === 0) return last;
  const top = items[0]!;
  items[0] = last;
  siftUp(heap, 0, above);
  return top;
}

function functions(above: Above, suffix: string) {
  return {
    heappush: (heapValue: Value, item: Value): void => {
      const heap = heapOf(heapValue, `heappush${suffix}`);
      heap.items.push(item);
      siftDown(heap, 0, heap.items.length - 1, above);
    },
    heappop: (heapValue: Value): Value => pop(heapOf(heapValue, `heappop${suffix}`, ''), above),
    heapreplace: (heapValue: Value, item: Value): Value => {
      const heap = heapOf(heapValue, `heapreplace${suffix}`);
      if (heap.items.length === 0) throw indexError('index out of range');
      const top = heap.items[0]!;
      heap.items[0] = item;
      siftUp(heap, 0, above);
      return top;
    },
    heappushpop: (heapValue: Value, item: Value): Value => {
      const heap = heapOf(heapValue, `heappushpop${suffix}`);
      if (heap.items.length === 0) return item;
      const isAlreadyOut = !above(heap.items[0]!, item);
      if (heap.items.length === 0) throw indexError('index out of range');
      if (isAlreadyOut) return item;
      const top = heap.items[0]!;
      heap.items[0] = item;
      siftUp(heap, 0, above);
      return top;
    },
    heapify: (heapValue: Value): void => {
      const heap = heapOf(heapValue, `heapify${suffix}`, '');
      for (let i = (heap.items.length >> 1) - 1; i >= 0; i--) siftUp(heap, i, above);
    },
  };
}

const min = functions(isBelow, '');
const max = functions(isAbove, '_max');

export const heapqModule = defineModule('_heapq', {
  doc: HEAPQ_DOC,
  functions: documentedFunctions(HEAPQ_DOCS, {
    ...min,
    heapify_max: max.heapify,
    heappop_max: max.heappop,
    heappush_max: max.heappush,
    heappushpop_max: max.heappushpop,
    heapreplace_max: max.heapreplace,
  }),
  constants: () => ({ __about__: HEAP_ABOUT }),
});
