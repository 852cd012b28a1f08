/**
 * Sorting for `list.sort` and `sorted`: only `__lt__` is asked, equal items keep their order.
 *
 * Keys of plain kinds are put in order natively (native-order.ts), as no Python code sees it; all others through `__lt__`,
 * by `timSort`.
 *
 * @cpython Objects/listobject.c list_sort_impl
 */
import { call1, isLess, None, noteWork, type Value } from '../core/index.ts';
import { holdWhile } from './held-items.ts';
import { nativeOrder } from './native-order.ts';
import { timSort } from './timsort.ts';

/** Sorts an array of its own in place. `key` is a callable or None. */
export function sortItems(items: Value[], key: Value, isReverse: boolean): void {
  holdWhile(items, () => sortHeldItems(items, key, isReverse));
}

function sortHeldItems(items: Value[], key: Value, isReverse: boolean): void {
  const count = items.length;
  let keys: Value[] | null = null;
  if (key !== None) {
    keys = new Array<Value>(count);
    for (let i = 0; i < count; i++) keys[i] = call1(key, items[i]!);
  }
  if (count < 2) return;
  noteWork(count);
  // Reversed before and after, so that equal items keep their order.
  if (isReverse) {
    items.reverse();
    keys?.reverse();
  }
  try {
    const order = nativeOrder(keys ?? items);
    if (order === undefined) sortByLess(items, keys);
    else if (order !== null) putInOrder(items, order);
  } finally {
    if (isReverse) items.reverse();
  }
}

function sortByLess(items: Value[], keys: Value[] | null): void {
  if (keys === null) timSort(items, null, isLess);
  else timSort(keys, items, isLess);
}

function putInOrder(items: Value[], order: Uint32Array): void {
  const unsorted = items.slice();
  for (let i = 0; i < order.length; i++) items[i] = unsorted[order[i]!]!;
}
