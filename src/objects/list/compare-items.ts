/**
 * Comparison and search in the items of lists and tuples, safe against `__eq__` that changes the list.
 *
 * @cpython Objects/listobject.c list_richcompare_impl, Objects/tupleobject.c tuple_richcompare
 */
import {
  isEqual,
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  richCompare,
  type CompareOp,
  type Value,
} from '../core/index.ts';

interface Items {
  readonly items: readonly Value[];
}

function compareLengths(left: number, right: number, op: CompareOp): boolean {
  switch (op) {
    case Py_LT:
      return left < right;
    case Py_LE:
      return left <= right;
    case Py_EQ:
      return left === right;
    case Py_NE:
      return left !== right;
    case Py_GT:
      return left > right;
    case Py_GE:
      return left >= right;
  }
}

/** Lexicographic comparison. The arrays are read afresh at each step. */
export function compareItems(left: Items, right: Items, op: CompareOp): Value {
  if (op === Py_EQ || op === Py_NE) {
    if (left.items.length !== right.items.length) return op === Py_NE;
  }
  let i = 0;
  for (; i < left.items.length && i < right.items.length; i++) {
    const a = left.items[i]!;
    const b = right.items[i]!;
    if (a !== b && !isEqual(a, b)) break;
  }
  // The comparison that found a difference may have emptied the list.
  if (i >= left.items.length || i >= right.items.length) {
    return compareLengths(left.items.length, right.items.length, op);
  }
  if (op === Py_EQ) return false;
  if (op === Py_NE) return true;
  return richCompare(left.items[i]!, right.items[i]!, op);
}

/** Position of the first item that equals `value` from `start` on and before `stop`; -1 when there is none. */
export function findItem(holder: Items, value: Value, start: number, stop: number): number {
  for (let i = start; i < stop && i < holder.items.length; i++) {
    if (isEqual(holder.items[i]!, value)) return i;
  }
  return -1;
}

/** Number of items that equal `value`. */
export function countItems(holder: Items, value: Value): number {
  let count = 0;
  for (let i = 0; i < holder.items.length; i++) if (isEqual(holder.items[i]!, value)) count++;
  return count;
}
