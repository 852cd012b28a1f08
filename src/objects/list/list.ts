/**
 * The `list` type.
 *
 * `items` may be replaced while Python code runs (`sort` takes it away, `clear` empties it), so every loop that calls back
 * reads `list.items` afresh.
 *
 * @cpython Objects/listobject.c
 */
import {
  allocate,
  excTypes,
  getIter,
  hasIndex,
  indexError,
  indexNumber,
  isEqual,
  isTrue,
  iterNext,
  lengthHint,
  listType,
  matches,
  method,
  None,
  NotImplemented,
  PyList,
  PySlice,
  PyTuple,
  reprText,
  tupleType,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  type Kwnames,
  type PyType,
  type Value,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { compareItems, countItems, findItem } from './compare-items.ts';
import { listIterator, PyListReverseIterator } from './list-iterator.ts';
import { bracketed, guardedRepr } from './repr-text.ts';
import { repeatCount, repeatItems, searchBound, sliceItems, sliceRange } from './sequence-index.ts';
import { sortItems } from './sort.ts';

/** Appends all items of an iterable. @cpython list_extend */
export function listExtend(list: PyList, iterable: Value): void {
  if (
    (iterable instanceof PyList && iterable.ob_type === listType) ||
    (iterable instanceof PyTuple && iterable.ob_type === tupleType)
  ) {
    const items = iterable.items;
    const count = items.length;
    for (let i = 0; i < count; i++) list.items.push(items[i]!);
    return;
  }
  const iterator = getIter(iterable);
  // Nothing is made of the hint, but what `__len__` and `__length_hint__` of a class do and raise can be seen.
  if (typeOf(iterable).isHeapType) lengthHint(iterable, 8);
  const next = typeOf(iterator).tp_iternext!;
  for (let item = next(iterator); item !== undefined; item = next(iterator)) list.items.push(item);
}

/** @cpython list_repr */
function listRepr(self: Value): Value {
  const list = self as PyList;
  if (list.items.length === 0) return '[]';
  return guardedRepr(list, '[...]', () => {
    const parts = [];
    for (let i = 0; i < list.items.length; i++) parts.push(reprText(list.items[i]!));
    return bracketed('[', parts, ']');
  });
}

/** @cpython list_subscript */
function listSubscript(self: Value, key: Value): Value {
  const list = self as PyList;
  if (key instanceof PySlice) {
    const range = sliceRange(key, () => list.items.length);
    return new PyList(sliceItems(list.items, range));
  }
  let at = typeof key === 'number' ? key : subscriptIndex('list', key);
  const items = list.items;
  if (at < 0) at += items.length;
  const item = items[at];
  if (item === undefined) throw indexError('list index out of range');
  return item;
}

/** An index of a sequence. @throws TypeError in the words of sequences */
export function subscriptIndex(name: string, key: Value): number {
  if (!hasIndex(key)) throw typeError(`${name} indices must be integers or slices, not ${typeName(key)}`);
  return indexNumber(key, excTypes.IndexError);
}

/** @cpython list_ass_subscript */
function listAssSubscript(self: Value, key: Value, value: Value | undefined): void {
  const list = self as PyList;
  if (key instanceof PySlice) {
    if (value === undefined) deleteSlice(list, key);
    else assignSlice(list, key, value);
    return;
  }
  let at = typeof key === 'number' ? key : subscriptIndex('list', key);
  const items = list.items;
  if (at < 0) at += items.length;
  if (at < 0 || at >= items.length) throw indexError('list assignment index out of range');
  if (value === undefined) items.splice(at, 1);
  else items[at] = value;
}

function deleteSlice(list: PyList, slice: PySlice): void {
  const range = sliceRange(slice, () => list.items.length);
  if (range.count === 0) return;
  const items = list.items;
  if (range.step === 1) {
    items.splice(range.start, range.count);
    return;
  }
  const step = Math.abs(range.step);
  const first = range.step > 0 ? range.start : range.start + range.step * (range.count - 1);
  let to = first;
  let doomed = first;
  let left = range.count;
  for (let from = first; from < items.length; from++) {
    if (left > 0 && from === doomed) {
      doomed += step;
      left--;
    } else items[to++] = items[from]!;
  }
  items.length = to;
}

function assignSlice(list: PyList, slice: PySlice, value: Value): void {
  const given = sequenceToAssign(list, value);
  const range = sliceRange(slice, () => list.items.length);
  const items = list.items;
  if (range.step === 1) {
    replaceItems(items, range.start, range.count, given);
    return;
  }
  if (given.length !== range.count) {
    throw valueError(`attempt to assign sequence of size ${given.length} to extended slice of size ${range.count}`);
  }
  for (let i = 0, at = range.start; i < range.count; i++, at += range.step) items[at] = given[i]!;
}

function sequenceToAssign(list: PyList, value: Value): readonly Value[] {
  if (value === list) return list.items.slice();
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  let iterator: Value;
  try {
    iterator = getIter(value);
  } catch (error) {
    if (matches(error, excTypes.TypeError)) throw typeError('must assign iterable to extended slice');
    throw error;
  }
  const items: Value[] = [];
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) items.push(item);
  return items;
}

/** Puts `given` in the place of `count` items; splice with many arguments would overflow the stack. */
export function replaceItems(items: Value[], start: number, count: number, given: readonly Value[]): void {
  if (given.length <= 1000) {
    items.splice(start, count, ...given);
    return;
  }
  const tail = items.slice(start + count);
  items.length = start;
  for (let i = 0; i < given.length; i++) items.push(given[i]!);
  for (let i = 0; i < tail.length; i++) items.push(tail[i]!);
}

function listConcat(left: Value, right: Value): Value {
  if (!(right instanceof PyList)) throw typeError(`can only concatenate list (not "${typeName(right)}") to list`);
  return new PyList((left as PyList).items.concat(right.items));
}

function listInplaceRepeat(self: Value, value: Value): Value {
  const list = self as PyList;
  const count = repeatCount(value);
  const repeated = repeatItems(list.items, count);
  list.items.length = 0;
  replaceItems(list.items, 0, 0, repeated);
  return list;
}

function listInit(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const list = self as PyList;
  const type = list.ob_type;
  if (kwnames !== null && (type === listType || type.tp_new === listType.tp_new)) {
    throw typeError('list() takes no keyword arguments');
  }
  const given = args.length - (kwnames?.length ?? 0);
  if (given > 1) throw typeError(`list expected at most 1 argument, got ${given}`);
  if (list.items.length > 0) list.items.length = 0;
  if (given === 1) listExtend(list, args[0]!);
}

/** @throws ValueError @cpython list_remove */
function listRemove(list: PyList, value: Value): void {
  for (let i = 0; i < list.items.length; i++) {
    if (isEqual(list.items[i]!, value)) {
      list.items.splice(i, 1);
      return;
    }
  }
  throw valueError('list.remove(x): x not in list');
}

function listIndex(list: PyList, value: Value, start: Value | undefined, stop: Value | undefined): Value {
  let from = searchBound(start, 0);
  let to = searchBound(stop, Number.MAX_SAFE_INTEGER);
  if (from < 0) from = Math.max(0, from + list.items.length);
  if (to < 0) to = Math.max(0, to + list.items.length);
  const found = findItem(list, value, from, to);
  if (found < 0) throw valueError('list.index(x): x not in list');
  return found;
}

function listPop(list: PyList, position: Value | undefined): Value {
  const at = position === undefined ? -1 : indexNumber(position, excTypes.OverflowError);
  const items = list.items;
  if (items.length === 0) throw indexError('pop from empty list');
  if (at === -1 || at === items.length - 1) return items.pop()!;
  const real = at < 0 ? at + items.length : at;
  if (real < 0 || real >= items.length) throw indexError('pop index out of range');
  if (real === 0) return items.shift()!;
  return items.splice(real, 1)[0]!;
}

function listInsert(list: PyList, position: Value, item: Value): void {
  let at = indexNumber(position, excTypes.OverflowError);
  const items = list.items;
  if (at < 0) at = Math.max(0, at + items.length);
  if (at >= items.length) items.push(item);
  else items.splice(at, 0, item);
}

/** @throws ValueError when the key function or a comparison changed the list @cpython list_sort_impl */
export function listSort(list: PyList, key: Value, isReverse: boolean): void {
  const items = list.items;
  let wasModified = false;
  // The list looks empty meanwhile; what is put into it is lost, even if it was taken out again.
  const placeholder = new Proxy<Value[]>([], {
    set: (target, property, value) => {
      if (property !== 'length' || value !== 0) wasModified = true;
      return Reflect.set(target, property, value);
    },
  });
  list.items = placeholder;
  try {
    sortItems(items, key, isReverse);
  } finally {
    if (list.items !== placeholder) wasModified = true;
    list.items = items;
  }
  if (wasModified) throw valueError('list modified during sort');
}

/** `list.append`, which the engine knows. */
export const listAppend = method(
  '($self, object, /)',
  (self: PyList, object: Value) => void self.items.push(object),
  'Append object to the end of the list.',
);

export const listSpec = typeSpec(listType, {
  doc: `list(iterable=(), /)
--

Built-in mutable sequence.

If no argument is given, the constructor creates a new empty list.
The argument must be an iterable if specified.`,
  call1: (source) => {
    const list = new PyList([]);
    listExtend(list, source);
    return list;
  },
  slots: {
    tp_new: (type: PyType) => allocate(type, []),
    tp_init: listInit,
    tp_repr: listRepr,
    tp_hash: null,
    tp_richcompare: (left, right, op) =>
      left instanceof PyList && right instanceof PyList ? compareItems(left, right, op) : NotImplemented,
    tp_iter: listIterator,
    sq_length: (self) => (self as PyList).items.length,
    sq_contains: (self, item) => findItem(self as PyList, item, 0, Number.MAX_SAFE_INTEGER) >= 0,
    sq_concat: listConcat,
    sq_inplace_concat: (left, right) => {
      listExtend(left as PyList, right);
      return left;
    },
    sq_repeat: (self, count) => new PyList(repeatItems((self as PyList).items, repeatCount(count))),
    sq_inplace_repeat: listInplaceRepeat,
    mp_subscript: listSubscript,
    mp_ass_subscript: listAssSubscript,
  },
  methods: {
    __getitem__: method('($self, index, /)', listSubscript, 'Return self[index].'),
    __reversed__: method(
      '($self, /)',
      (self: PyList) => new PyListReverseIterator(self),
      'Return a reverse iterator over the list.',
    ),
    __sizeof__: method(
      '($self, /)',
      (self: PyList) => 40 + 8 * self.items.length,
      'Return the size of the list in memory, in bytes.',
    ),
    clear: method('($self, /)', (self: PyList) => void (self.items.length = 0), 'Remove all items from list.'),
    copy: method('($self, /)', (self: PyList) => new PyList(self.items.slice()), 'Return a shallow copy of the list.'),
    append: listAppend,
    insert: method('($self, index, object, /)', listInsert, 'Insert object before index.'),
    extend: method('($self, iterable, /)', listExtend, 'Extend list by appending elements from the iterable.'),
    pop: method(
      '($self, index=-1, /)',
      listPop,
      `Remove and return item at index (default last).

Raises IndexError if list is empty or index is out of range.`,
    ),
    remove: method(
      '($self, value, /)',
      listRemove,
      `Remove first occurrence of value.

Raises ValueError if the value is not present.`,
    ),
    index: method(
      '($self, value, start=0, stop=sys.maxsize, /)',
      listIndex,
      `Return first index of value.

Raises ValueError if the value is not present.`,
    ),
    count: method(
      '($self, value, /)',
      countItems as (self: PyList, value: Value) => Value,
      'Return number of occurrences of value.',
    ),
    reverse: method('($self, /)', (self: PyList) => void self.items.reverse(), 'Reverse *IN PLACE*.'),
    sort: method(
      '($self, /, *, key=None, reverse=False)',
      (self: PyList, key: Value | undefined, reverse: Value | undefined) => {
        listSort(self, key ?? None, reverse !== undefined && isTrue(reverse));
      },
      `Sort the list in ascending order and return None.

The sort is in-place (i.e. the list itself is modified) and stable
(i.e. the order of two equal elements is maintained).

If a key function is given, apply it once to each list item and sort
them, ascending or descending, according to their function values.

The reverse flag can be set to sort in descending order.`,
    ),
    __class_getitem__: classGetItem('lists are generic over the type of their contents'),
  },
});
