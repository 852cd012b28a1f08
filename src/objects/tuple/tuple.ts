/**
 * The `tuple` type and its iterator.
 *
 * @cpython Objects/tupleobject.c
 */
import {
  allocate,
  getAttr,
  indexError,
  makeBuiltinType,
  method,
  NotImplemented,
  objectType,
  PyObject,
  PySlice,
  PyTuple,
  reprText,
  thread,
  toArray,
  tupleType,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type Kwnames,
  type PyType,
  type Value,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import {
  bracketed,
  compareItems,
  countItems,
  findItem,
  guardedRepr,
  repeatCount,
  repeatItems,
  searchBound,
  sliceItems,
  sliceRange,
  stateIndex,
  subscriptIndex,
} from '../list/index.ts';
import { hashItems } from './hash-tuple.ts';

const EMPTY = new PyTuple([]);

/** A tuple of these items, which the caller gives away; `()` is one object. */
export function tupleOf(items: readonly Value[]): PyTuple {
  return items.length === 0 ? EMPTY : new PyTuple(items);
}

/** Goes over a tuple; `tuple` is null once it ended. */
export class PyTupleIterator extends PyObject {
  tuple: PyTuple | null;
  index = 0;
  constructor(tuple: PyTuple) {
    super();
    this.tuple = tuple;
  }
}
export const tupleIteratorType = makeBuiltinType('tuple_iterator', objectType, PyTupleIterator);

/** What `tuple.__iter__` gives. */
export function tupleIterator(tuple: Value): Value {
  return new PyTupleIterator(tuple as PyTuple);
}

export function tupleIteratorNext(self: Value): Value | undefined {
  const iterator = self as PyTupleIterator;
  const tuple = iterator.tuple;
  if (tuple === null) return undefined;
  if (iterator.index < tuple.items.length) return tuple.items[iterator.index++];
  iterator.tuple = null;
  return undefined;
}

function tupleNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  if (kwnames !== null && (type === tupleType || type.tp_init === tupleType.tp_init)) {
    throw typeError('tuple() takes no keyword arguments');
  }
  const given = args.length - (kwnames?.length ?? 0);
  if (given > 1) throw typeError(`tuple expected at most 1 argument, got ${given}`);
  const iterable = given === 0 ? EMPTY : args[0]!;
  if (type === tupleType) {
    if (iterable instanceof PyTuple && iterable.ob_type === tupleType) return iterable;
    return tupleOf(toArray(iterable));
  }
  return allocate(type, toArray(iterable));
}

/** @cpython tuple_repr */
function tupleRepr(self: Value): Value {
  const tuple = self as PyTuple;
  if (tuple.items.length === 0) return '()';
  return guardedRepr(tuple, '(...)', () => {
    const parts = tuple.items.map(reprText);
    return bracketed('(', parts, parts.length === 1 ? ',)' : ')');
  });
}

function tupleHash(self: Value): number | bigint {
  const tuple = self as PyTuple;
  return (tuple.hash ??= hashItems(tuple.items));
}

function tupleSubscript(self: Value, key: Value): Value {
  const tuple = self as PyTuple;
  const items = tuple.items;
  if (key instanceof PySlice) {
    const range = sliceRange(key, () => items.length);
    if (range.step === 1 && range.count === items.length && tuple.ob_type === tupleType) return tuple;
    return tupleOf(sliceItems(items, range));
  }
  let at = typeof key === 'number' ? key : subscriptIndex('tuple', key);
  if (at < 0) at += items.length;
  const item = items[at];
  if (item === undefined) throw indexError('tuple index out of range');
  return item;
}

function tupleConcat(left: Value, right: Value): Value {
  if (!(right instanceof PyTuple)) {
    throw typeError(`can only concatenate tuple (not "${typeName(right)}") to tuple`);
  }
  const tuple = left as PyTuple;
  if (tuple.items.length === 0 && right.ob_type === tupleType) return right;
  if (right.items.length === 0 && tuple.ob_type === tupleType) return tuple;
  return tupleOf(tuple.items.concat(right.items));
}

function tupleRepeat(self: Value, value: Value): Value {
  const tuple = self as PyTuple;
  const count = repeatCount(value);
  if ((tuple.items.length === 0 || count === 1) && tuple.ob_type === tupleType) return tuple;
  return tupleOf(repeatItems(tuple.items, count));
}

function tupleIndex(tuple: PyTuple, value: Value, start: Value | undefined, stop: Value | undefined): Value {
  const length = tuple.items.length;
  let from = searchBound(start, 0);
  let to = searchBound(stop, Number.MAX_SAFE_INTEGER);
  if (from < 0) from = Math.max(0, from + length);
  if (to < 0) to = Math.max(0, to + length);
  const found = findItem(tuple, value, from, to);
  if (found < 0) throw valueError('tuple.index(x): x not in tuple');
  return found;
}

export const tupleSpec = typeSpec(tupleType, {
  doc: `tuple(iterable=(), /)
--

Built-in immutable sequence.

If no argument is given, the constructor returns an empty tuple.
If iterable is specified the tuple is initialized from iterable's items.

If the argument is a tuple, the return value is the same object.`,
  call1: (source) => tupleNew(tupleType, [source], null),
  slots: {
    tp_new: tupleNew,
    tp_repr: tupleRepr,
    tp_hash: tupleHash,
    tp_richcompare: (left, right, op) =>
      left instanceof PyTuple && right instanceof PyTuple ? compareItems(left, right, op) : NotImplemented,
    tp_iter: tupleIterator,
    sq_length: (self) => (self as PyTuple).items.length,
    sq_contains: (self, item) => findItem(self as PyTuple, item, 0, Number.MAX_SAFE_INTEGER) >= 0,
    sq_concat: tupleConcat,
    sq_repeat: tupleRepeat,
    mp_subscript: tupleSubscript,
  },
  methods: {
    __getnewargs__: method('($self, /)', (self: PyTuple) => new PyTuple([tupleOf(self.items)])),
    index: method(
      '($self, value, start=0, stop=sys.maxsize, /)',
      tupleIndex,
      `Return first index of value.

Raises ValueError if the value is not present.`,
    ),
    count: method(
      '($self, value, /)',
      countItems as (self: PyTuple, value: Value) => Value,
      'Return number of occurrences of value.',
    ),
    __class_getitem__: classGetItem(`Tuples are generic over the types of their contents.

For example, use \`\`tuple[int, str]\`\` for a pair whose first element
is an int and second element is a string.

Tuples also support the form \`\`tuple[T, ...]\`\` to indicate
an arbitrary length tuple of elements of type T.`),
  },
});

const iterFunction = (): Value => getAttr(thread.interp.importModule('builtins'), 'iter');

export const tupleIteratorSpec = typeSpec(tupleIteratorType, {
  slots: { tp_iter: (self) => self, tp_iternext: tupleIteratorNext },
  methods: {
    __length_hint__: method(
      '($self, /)',
      (self: PyTupleIterator) => (self.tuple === null ? 0 : self.tuple.items.length - self.index),
      'Private method returning an estimate of len(list(it)).',
    ),
    __reduce__: method(
      '($self, /)',
      (self: PyTupleIterator) => {
        const iter = iterFunction();
        return self.tuple === null
          ? new PyTuple([iter, new PyTuple([EMPTY])])
          : new PyTuple([iter, new PyTuple([self.tuple]), self.index]);
      },
      'Return state information for pickling.',
    ),
    __setstate__: method(
      '($self, object, /)',
      (self: PyTupleIterator, state: Value) => {
        const index = stateIndex(state);
        if (self.tuple !== null) self.index = Math.max(0, Math.min(index, self.tuple.items.length));
      },
      'Set state information for unpickling.',
    ),
  },
});
