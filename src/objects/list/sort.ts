/**
 * Sorting for `list.sort` and `sorted`: only `__lt__` is asked, equal items keep their order.
 *
 * Keys that are all ints, all str or all floats are compared natively, as CPython's `unsafe_*_compare` do; everything else
 * through `__lt__`. JavaScript's sort is stable and asks only whether its first argument is less.
 *
 * @cpython Objects/listobject.c list_sort_impl
 */
import { call, isLess, None, PyFloat, PyTuple, floatType, tupleType, type Value } from '../core/index.ts';
import { holdWhile } from './held-items.ts';

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

type LessThan = (left: Value, right: Value) => number;

/** A comparator for keys of that kind: negative exactly when left is less. */
function comparator(kind: KeyKind): LessThan {
  switch (kind) {
    case 'int':
      return (left, right) => (left as number) - (right as number);
    case 'str':
      return (left, right) => (left < right ? -1 : left === right ? 0 : 1);
    case 'float':
      return (left, right) => ((left as PyFloat).value < (right as PyFloat).value ? -1 : 1);
    case 'tuple':
      return compareTuples;
    case 'other':
      return (left, right) => (isLess(left, right) ? -1 : 1);
  }
}

/** Tuples differ in their first items most of the time. @cpython unsafe_tuple_compare */
function compareTuples(left: Value, right: Value): number {
  const a = (left as PyTuple).items[0];
  const b = (right as PyTuple).items[0];
  if (a !== b && ((typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string'))) {
    return a < b ? -1 : 1;
  }
  return isLess(left, right) ? -1 : 1;
}

function sortPlain(items: Value[]): void {
  const kind = commonKind(items);
  if (kind === 'int') {
    const numbers = Float64Array.from(items as number[]).sort();
    for (let i = 0; i < numbers.length; i++) items[i] = numbers[i]!;
  } else if (kind === 'str') items.sort();
  else items.sort(comparator(kind));
}

function sortByKeys(items: Value[], keys: readonly Value[]): void {
  const compare = comparator(commonKind(keys));
  const order = new Array<number>(items.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  order.sort((left, right) => compare(keys[left]!, keys[right]!));
  const unsorted = items.slice();
  for (let i = 0; i < order.length; i++) items[i] = unsorted[order[i]!]!;
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
    if (isReverse) items.reverse();
    sortPlain(items);
    if (isReverse) items.reverse();
    return;
  }
  const keys = new Array<Value>(count);
  for (let i = 0; i < count; i++) keys[i] = call(key, [items[i]!]);
  if (count < 2) return;
  if (isReverse) {
    items.reverse();
    keys.reverse();
  }
  sortByKeys(items, keys);
  if (isReverse) items.reverse();
}
