/**
 * Sorting for `list.sort` and `sorted`: only `__lt__` is asked, equal items keep their order.
 *
 * Keys that are all ints, all str or all floats are compared natively, as CPython's `unsafe_*_compare` do; everything else
 * through `__lt__`, by `timSort`.
 *
 * @cpython Objects/listobject.c list_sort_impl
 */
import { call, isLess, None, PyFloat, PyTuple, floatType, tupleType, type Value } from '../core/index.ts';
import { holdWhile } from './held-items.ts';
import { timSort } from './timsort.ts';

type KeyKind = 'int' | 'str' | 'float' | 'tuple' | 'other';

function kindOf(key: Value): KeyKind {
  switch (typeof key) {
    case 'number':
      return 'int';
    case 'string':
      return 'str';
    case 'object':
      if (key instanceof PyFloat && key.ob_type === floatType) return 'float';
      return key instanceof PyTuple && key.ob_type === tupleType ? 'tuple' : 'other';
    default:
      return 'other';
  }
}

/** The one kind that all keys are of; 'other' when they differ. */
function commonKind(keys: readonly Value[]): KeyKind {
  const kind = kindOf(keys[0]!);
  if (kind === 'other') return kind;
  for (let i = 1; i < keys.length; i++) if (kindOf(keys[i]!) !== kind) return 'other';
  return kind;
}

/** Tuples differ in their first items most of the time. @cpython unsafe_tuple_compare */
function isTupleLess(left: Value, right: Value): boolean {
  const a = (left as PyTuple).items[0];
  const b = (right as PyTuple).items[0];
  if (
    a !== b &&
    ((typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string'))
  ) {
    return a < b;
  }
  return isLess(left, right);
}

const isFloatLess = (left: Value, right: Value): boolean => (left as PyFloat).value < (right as PyFloat).value;

/** Sorts items that are their own keys. Ints and str that compare equal cannot be told apart. */
function sortPlain(items: Value[], kind: KeyKind): void {
  switch (kind) {
    case 'int': {
      const numbers = Float64Array.from(items as number[]).sort();
      for (let i = 0; i < numbers.length; i++) items[i] = numbers[i]!;
      return;
    }
    case 'str':
      items.sort();
      return;
    default:
      timSort(items, null, kind === 'float' ? isFloatLess : kind === 'tuple' ? isTupleLess : isLess);
  }
}

function sortByKeys(items: Value[], keys: Value[], kind: KeyKind): void {
  switch (kind) {
    case 'int':
    case 'str': {
      // Nobody sees these comparisons; JavaScript's sort is stable too.
      const compare =
        kind === 'int'
          ? (left: number, right: number) => (keys[left] as number) - (keys[right] as number)
          : (left: number, right: number) => (keys[left]! < keys[right]! ? -1 : keys[left] === keys[right] ? 0 : 1);
      const order = new Array<number>(items.length);
      for (let i = 0; i < order.length; i++) order[i] = i;
      order.sort(compare);
      const unsorted = items.slice();
      for (let i = 0; i < order.length; i++) items[i] = unsorted[order[i]!]!;
      return;
    }
    default:
      timSort(keys, items, kind === 'float' ? isFloatLess : kind === 'tuple' ? isTupleLess : isLess);
  }
}

/** Sorts an array of its own in place. `key` is a callable or None. */
export function sortItems(items: Value[], key: Value, isReverse: boolean): void {
  holdWhile(items, () => sortHeldItems(items, key, isReverse));
}

function sortHeldItems(items: Value[], key: Value, isReverse: boolean): void {
  const count = items.length;
  if (key === None) {
    if (count < 2) return;
    // Reversed before and after, so that equal items keep their order.
    const kind = commonKind(items);
    if (isReverse) items.reverse();
    try {
      sortPlain(items, kind);
    } finally {
      if (isReverse) items.reverse();
    }
    return;
  }
  const keys = new Array<Value>(count);
  for (let i = 0; i < count; i++) keys[i] = call(key, [items[i]!]);
  if (count < 2) return;
  if (isReverse) {
    items.reverse();
    keys.reverse();
  }
  try {
    sortByKeys(items, keys, commonKind(keys));
  } finally {
    if (isReverse) items.reverse();
  }
}
