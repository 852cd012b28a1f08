/**
 * The `set` and `frozenset` types and their iterator.
 *
 * @cpython Objects/setobject.c
 */
import {
  allocate,
  callMethod,
  getIter,
  iterNext,
  keyError,
  makeBuiltinType,
  method,
  NotImplemented,
  objectType,
  PyList,
  PyObject,
  PyTuple,
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  reprText,
  runtimeError,
  typeError,
  typeSpec,
  type BinarySlot,
  type CompareOp,
  type Kwnames,
  type NativeSpec,
  type PyType,
  type Text,
  type TypeSlots,
  type Value,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { bracketed, builtin, concatTexts, guardedRepr } from '../list/index.ts';
import type { PyAnySet } from './py-set.ts';
import { PyFrozenSet, PySet, frozensetType, isAnySet, isExactAnySet, setType } from './py-set.ts';
import { addAll, difference, discardAll, hashForLookup, intersection, isSubset, toggleAll } from './set-operations.ts';

/** Goes over a set; `set` is null once it ended. */
export class PySetIterator extends PyObject {
  set: PyAnySet | null;
  /** Size when the iteration began; -1 once it was found changed. */
  expected: number;
  remaining: number;
  position = 0;
  readonly keyed: Iterator<Value> | null;
  constructor(set: PyAnySet) {
    super();
    this.set = set;
    this.expected = set.size;
    this.remaining = set.size;
    this.keyed = set.keyedIterator();
  }
}
export const setIteratorType = makeBuiltinType('set_iterator', objectType, PySetIterator);

/** @throws RuntimeError @cpython setiter_iternext */
export function setIteratorNext(self: Value): Value | undefined {
  const iterator = self as PySetIterator;
  const set = iterator.set;
  if (set === null) return undefined;
  if (set.size !== iterator.expected) {
    iterator.expected = -1;
    throw runtimeError('Set changed size during iteration');
  }
  if (iterator.keyed !== null) {
    const step = iterator.keyed.next();
    if (step.done !== true) {
      iterator.remaining--;
      return step.value;
    }
  } else {
    const at = set.nextPosition(iterator.position);
    if (at >= 0) {
      iterator.position = at + 1;
      iterator.remaining--;
      return set.elementAt(at);
    }
  }
  iterator.set = null;
  return undefined;
}

/** What `set.__iter__` gives. */
export function setIterator(self: Value): Value {
  return new PySetIterator(self as PyAnySet);
}

/** An empty set of the builtin type of another. @cpython make_new_set_basetype */
function emptyLike(set: PyAnySet): PyAnySet {
  return set instanceof PySet ? new PySet() : new PyFrozenSet();
}

/** A copy as the builtin type: methods of subclasses give plain sets. */
function copyOf(set: PyAnySet): PyAnySet {
  const result = emptyLike(set);
  result.merge(set);
  return result;
}

/** @cpython frozenset_copy_impl */
function copy(set: PyAnySet): Value {
  return set.ob_type === frozensetType ? set : copyOf(set);
}

function setRepr(self: Value): Value {
  const set = self as PyAnySet;
  const name = set.ob_type.tp_name;
  return guardedRepr(set, `${name}(...)`, () => {
    if (set.size === 0) return `${name}()`;
    const parts: Text[] = set.entries().items.map(reprText);
    const inner = bracketed('{', parts, '}');
    return set.ob_type === setType ? inner : concatTexts([`${name}(`, inner, ')']);
  });
}

function setRichCompare(left: Value, right: Value, op: CompareOp): Value {
  if (!isAnySet(left) || !isAnySet(right)) return NotImplemented;
  switch (op) {
    case Py_EQ:
      return areEqual(left, right);
    case Py_NE:
      return !areEqual(left, right);
    case Py_LE:
      return isSubset(left, right);
    case Py_GE:
      return isSubset(right, left);
    case Py_LT:
      return left.size < right.size && isSubset(left, right);
    case Py_GT:
      return left.size > right.size && isSubset(right, left);
  }
}

function areEqual(left: PyAnySet, right: PyAnySet): boolean {
  if (left.size !== right.size) return false;
  const a = left.cachedHash;
  const b = right.cachedHash;
  if (a !== undefined && b !== undefined && a !== b) return false;
  return isSubset(left, right);
}

/** The hash by which an element is looked up: a set that is not hashable stands for the frozenset of its elements. */
function lookupHash(element: Value): number | bigint | undefined {
  return element instanceof PySet ? hashForLookup(element) : undefined;
}

function contains(self: Value, element: Value): boolean {
  return (self as PyAnySet).has(element, lookupHash(element));
}

function remove(set: PySet, element: Value): void {
  if (!set.discard(element, lookupHash(element))) throw keyError(element);
}

function isDisjoint(set: PyAnySet, other: Value): Value {
  if (set === other) return set.size === 0;
  if (isExactAnySet(other)) {
    const [large, small] = other.size > set.size ? [other, set] : [set, other];
    const { items, hashes } = small.entries();
    return !items.some((item, i) => large.has(item, hashes?.[i]));
  }
  const iterator = getIter(other);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) if (set.has(item)) return false;
  return true;
}

function isSubsetOf(set: PyAnySet, other: Value): Value {
  if (isAnySet(other)) return isSubset(set, other);
  return intersection(set, other, emptyLike(set)).size === set.size;
}

function isSupersetOf(set: PyAnySet, other: Value): Value {
  if (isAnySet(other)) return isSubset(other, set);
  const iterator = getIter(other);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) if (!set.has(item)) return false;
  return true;
}

function union(set: PyAnySet, others: readonly Value[]): Value {
  const result = copyOf(set);
  for (const other of others) if (other !== set) addAll(result, other);
  return result;
}

function intersectAll(set: PyAnySet, others: readonly Value[]): PyAnySet {
  if (others.length === 0) return copyOf(set);
  let result = set;
  for (const other of others) result = intersection(result, other, emptyLike(set));
  return result;
}

function subtractAll(set: PyAnySet, others: readonly Value[]): Value {
  if (others.length === 0) return copyOf(set);
  const result = difference(set, others[0]!, emptyLike(set));
  for (let i = 1; i < others.length; i++) discardAll(result, others[i]!);
  return result;
}

/** @cpython set_symmetric_difference_impl */
function symmetricDifference(set: PyAnySet, other: Value): Value {
  const result = emptyLike(set);
  addAll(result, other);
  toggleAll(result, set);
  return result;
}

const reduce = method(
  '($self, /)',
  (self: PyAnySet) =>
    new PyTuple([self.ob_type, new PyTuple([new PyList([...self.entries().items])]), callMethod(self, '__getstate__')]),
  'Return state information for pickling.',
);

/** A binary operator between sets only. */
function between(run: (left: PyAnySet, right: PyAnySet) => Value): BinarySlot {
  return (left, right) => (isAnySet(left) && isAnySet(right) ? run(left, right) : NotImplemented);
}

const sharedSlots: Partial<TypeSlots> = {
  tp_repr: setRepr,
  tp_richcompare: setRichCompare,
  tp_iter: setIterator,
  sq_length: (self) => (self as PyAnySet).size,
  sq_contains: contains,
  nb_subtract: between((left, right) => difference(left, right, emptyLike(left))),
  nb_and: between((left, right) => intersection(left, right, emptyLike(left))),
  nb_xor: between((left, right) => symmetricDifference(left, right)),
  nb_or: between((left, right) => union(left, [right])),
};

const sharedMethods: Readonly<Record<string, NativeSpec>> = {
  __contains__: method('($self, object, /)', contains, 'x.__contains__(y) <==> y in x.'),
  copy: method('($self, /)', copy, 'Return a shallow copy of a set.'),
  difference: method(
    '($self, /, *others)',
    subtractAll,
    'Return a new set with elements in the set that are not in the others.',
  ),
  intersection: method(
    '($self, /, *others)',
    intersectAll,
    'Return a new set with elements common to the set and all others.',
  ),
  isdisjoint: method('($self, other, /)', isDisjoint, 'Return True if two sets have a null intersection.'),
  issubset: method('($self, other, /)', isSubsetOf, 'Report whether another set contains this set.'),
  issuperset: method('($self, other, /)', isSupersetOf, 'Report whether this set contains another set.'),
  __reduce__: reduce,
  __sizeof__: method(
    '($self, /)',
    (self: PyAnySet) => 200 + 16 * self.size,
    'S.__sizeof__() -> size of S in memory, in bytes.',
  ),
  symmetric_difference: method(
    '($self, other, /)',
    symmetricDifference,
    'Return a new set with elements in either the set or other but not both.',
  ),
  union: method('($self, /, *others)', union, 'Return a new set with elements from the set and all others.'),
};

/** An operator that changes its left operand. */
function inplace(run: (set: PySet, other: PyAnySet) => void): BinarySlot {
  return (left, right) => {
    if (!isAnySet(right)) return NotImplemented;
    run(left as PySet, right);
    return left;
  };
}

function setInit(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const set = self as PySet;
  const type = set.ob_type;
  if (kwnames !== null && (type === setType || type.tp_init === setType.tp_init)) {
    throw typeError('set() takes no keyword arguments');
  }
  const given = args.length - (kwnames?.length ?? 0);
  if (given > 1) throw typeError(`set expected at most 1 argument, got ${given}`);
  set.clear();
  if (given === 1) addAll(set, args[0]!);
}

export const setSpec = typeSpec(setType, {
  doc: `set(iterable=(), /)
--

Build an unordered collection of unique elements.`,
  call1: (source) => {
    const set = new PySet();
    addAll(set, source);
    return set;
  },
  slots: {
    ...sharedSlots,
    tp_new: (type: PyType) => allocate(type),
    tp_init: setInit,
    tp_hash: null,
    nb_inplace_subtract: inplace(discardAll),
    nb_inplace_and: inplace((set, other) => set.become(intersection(set, other, new PySet()))),
    nb_inplace_xor: inplace(toggleAll),
    nb_inplace_or: inplace(addAll),
  },
  methods: {
    ...sharedMethods,
    add: method(
      '($self, object, /)',
      (self: PySet, element: Value) => void self.add(element),
      `Add an element to a set.

This has no effect if the element is already present.`,
    ),
    clear: method('($self, /)', (self: PySet) => self.clear(), 'Remove all elements from this set.'),
    discard: method(
      '($self, object, /)',
      (self: PySet, element: Value) => void self.discard(element, lookupHash(element)),
      `Remove an element from a set if it is a member.

Unlike set.remove(), the discard() method does not raise
an exception when an element is missing from the set.`,
    ),
    difference_update: method(
      '($self, /, *others)',
      (self: PySet, others: readonly Value[]) => others.forEach((other) => discardAll(self, other)),
      'Update the set, removing elements found in others.',
    ),
    intersection_update: method(
      '($self, /, *others)',
      (self: PySet, others: readonly Value[]) => self.become(intersectAll(self, others)),
      'Update the set, keeping only elements found in it and all others.',
    ),
    pop: method(
      '($self, /)',
      (self: PySet) => {
        const element = self.pop();
        if (element === undefined) throw keyError('pop from an empty set');
        return element;
      },
      `Remove and return an arbitrary set element.

Raises KeyError if the set is empty.`,
    ),
    remove: method(
      '($self, object, /)',
      remove,
      `Remove an element from a set; it must be a member.

If the element is not a member, raise a KeyError.`,
    ),
    symmetric_difference_update: method(
      '($self, other, /)',
      toggleAll as (self: PySet, other: Value) => void,
      'Update the set, keeping only elements found in either set, but not in both.',
    ),
    update: method(
      '($self, /, *others)',
      (self: PySet, others: readonly Value[]) => others.forEach((other) => addAll(self, other)),
      'Update the set, adding elements from all others.',
    ),
    __class_getitem__: classGetItem('sets are generic over the type of their elements'),
  },
});

function frozensetNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  if (kwnames !== null && (type === frozensetType || type.tp_init === frozensetType.tp_init)) {
    throw typeError('frozenset() takes no keyword arguments');
  }
  const given = args.length - (kwnames?.length ?? 0);
  if (given > 1) throw typeError(`frozenset expected at most 1 argument, got ${given}`);
  const iterable = args[0];
  if (given === 1 && type === frozensetType && (iterable as PyObject).ob_type === frozensetType) return iterable!;
  const result = allocate<[], PyFrozenSet>(type);
  if (given === 1) addAll(result, iterable!);
  return result;
}

export const frozensetSpec = typeSpec(frozensetType, {
  doc: `frozenset(iterable=(), /)
--

Build an immutable unordered collection of unique elements.`,
  slots: { ...sharedSlots, tp_new: frozensetNew, tp_hash: (self) => (self as PyFrozenSet).hash },
  methods: {
    ...sharedMethods,
    __class_getitem__: classGetItem('frozensets are generic over the type of their elements'),
  },
});

export const setIteratorSpec = typeSpec(setIteratorType, {
  slots: { tp_iter: (self) => self, tp_iternext: setIteratorNext },
  methods: {
    __length_hint__: method(
      '($self, /)',
      (self: PySetIterator) => (self.set !== null && self.expected === self.set.size ? self.remaining : 0),
      'Private method returning an estimate of len(list(it)).',
    ),
    __reduce__: method(
      '($self, /)',
      (self: PySetIterator) => {
        const items = self.set === null ? [] : self.set.entries().items;
        return new PyTuple([builtin('iter'), new PyTuple([new PyList(items.slice(items.length - self.remaining))])]);
      },
      'Return state information for pickling.',
    ),
  },
});
