/** Operations on sets and other iterables: what methods, operators and dict views are made of. @cpython Objects/setobject.c */
import { dictType, excTypes, getIter, hashValue, isPyException, iterNext, PyDict, type Value } from '../core/index.ts';
import { contentHash, hashElement, knownHash, PyAnySet, PySet, type Hash } from './py-set.ts';

/** Adds all elements of an iterable. @cpython set_update_internal */
export function addAll(target: PyAnySet, iterable: Value): void {
  if (iterable instanceof PyAnySet) target.merge(iterable);
  else if (iterable instanceof PyDict && iterable.ob_type === dictType) target.mergeKeys(iterable);
  else {
    const iterator = getIter(iterable);
    for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) target.add(item);
  }
}

/** Elements of an iterable without the trouble of a set that changes meanwhile. */
function entriesOf(iterable: PyAnySet | PyDict): {
  readonly items: readonly Value[];
  readonly hashes: readonly (Hash | undefined)[] | null;
} {
  if (iterable instanceof PyAnySet) return iterable.entries();
  if (iterable.owner !== null) return { items: [...iterable.keys()], hashes: null };
  const stored = [...iterable.cursor()];
  return { items: stored.map((key) => iterable.keyOf(key)), hashes: stored.map(knownHash) };
}

/** Removes all elements of an iterable. @cpython set_difference_update_internal */
export function discardAll(target: PyAnySet, iterable: Value): void {
  if (target === iterable) {
    target.clear();
    return;
  }
  if (iterable instanceof PyAnySet) {
    const other = iterable.size >> 3 > target.size ? intersection(target, iterable, new PySet()) : iterable;
    const { items, hashes } = other.entries();
    for (let i = 0; i < items.length; i++) target.discard(items[i]!, hashes?.[i]);
  } else {
    const iterator = getIter(iterable);
    for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) target.discard(item);
  }
  target.purge();
}

/** Removes the elements of an iterable that are there and adds the others. @cpython set_symmetric_difference_update */
export function toggleAll(target: PyAnySet, iterable: Value): void {
  if (target === iterable) {
    target.clear();
    return;
  }
  let other: PyAnySet | PyDict;
  if (iterable instanceof PyAnySet || (iterable instanceof PyDict && iterable.ob_type === dictType)) other = iterable;
  else {
    other = new PySet();
    addAll(other, iterable);
  }
  const { items, hashes } = entriesOf(other);
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const hash = hashes?.[i];
    if (!target.discard(item, hash)) target.add(item, hash);
  }
}

/** Adds to `result`, which is empty, what both have. @cpython set_intersection */
export function intersection<T extends PyAnySet>(set: PyAnySet, iterable: Value, result: T): T {
  if (set === iterable) {
    result.merge(set);
    return result;
  }
  if (iterable instanceof PyAnySet) {
    const [large, small] = iterable.size > set.size ? [iterable, set] : [set, iterable];
    const { items, hashes } = small.entries();
    for (let i = 0; i < items.length; i++) {
      if (large.has(items[i]!, hashes?.[i])) result.add(items[i]!, hashes?.[i]);
    }
    return result;
  }
  const iterator = getIter(iterable);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    if (typeof item === 'object' && (item.ob_type.tp_hash === null || item.ob_type.tp_hash === undefined))
      hashValue(item);
    if (set.has(item)) result.add(item);
  }
  return result;
}

/** Adds to `result`, which is empty, what the set has and the iterable has not. @cpython set_difference */
export function difference<T extends PyAnySet>(set: PyAnySet, iterable: Value, result: T): T {
  const isDict = iterable instanceof PyDict && iterable.ob_type === dictType;
  const otherSize = iterable instanceof PyAnySet || isDict ? iterable.size : -1;
  if (otherSize < 0 || set.size >> 2 > otherSize) {
    result.merge(set);
    discardAll(result, iterable);
    return result;
  }
  const { items, hashes } = set.entries();
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const hash = hashes?.[i];
    const isShared = isDict ? isKeyOf(iterable as PyDict, item, hash) : (iterable as PyAnySet).has(item, hash);
    if (!isShared) result.add(item, hashes?.[i]);
  }
  return result;
}

function isKeyOf(dict: PyDict, item: Value, hash: Hash | undefined): boolean {
  return hash === undefined ? dict.has(item) : dict.getHashed(item, hash) !== undefined;
}

/** @cpython set_issubset_impl */
export function isSubset(set: PyAnySet, other: PyAnySet): boolean {
  if (set.size > other.size) return false;
  const { items, hashes } = set.entries();
  for (let i = 0; i < items.length; i++) if (!other.has(items[i]!, hashes?.[i])) return false;
  return true;
}

/** For looking up a set, which is unhashable, as if it were a frozenset: its hash, where hashing raised TypeError. */
export function hashForLookup(element: Value): Hash | undefined {
  if (!(element instanceof PySet)) return undefined;
  try {
    hashElement(element);
    return undefined;
  } catch (error) {
    if (isPyException(error) && error.ob_type.isSubtype(excTypes.TypeError)) return contentHash(element);
    throw error;
  }
}
