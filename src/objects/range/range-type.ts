/** The behaviour of `range` and its iterators. @cpython Objects/rangeobject.c */
import {
  None,
  NotImplemented,
  PySlice,
  PyTuple,
  Py_EQ,
  Py_NE,
  asInt,
  hasIndex,
  index,
  indexError,
  isEqual,
  iterate,
  largeLength,
  overflowError,
  reprHost,
  strFromUtf16,
  thread,
  getAttr,
  method,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type Value,
} from '../core/index.ts';
import {
  intAdd,
  intFloorDivide,
  intModulo,
  intMultiply,
  intNegate,
  intSubtract,
  type Int,
} from '../int/int-arithmetic.ts';
import { documentedMethods } from '../int/documented.ts';
import { sliceLongIndices } from '../slice/slice-indices.ts';
import { hashItems } from '../tuple/hash-tuple.ts';
import type { PyLongRangeIterator, PyRangeIterator } from './py-range.ts';
import { PyRange, longRangeIteratorType, rangeIterator, rangeIteratorType, rangeType } from './py-range.ts';
import { RANGE_DOC, RANGE_DOCS } from './range-docs.ts';

/** The position of an int in the range, or -1. */
function indexOfInt(range: PyRange, value: Int): Int {
  const isInside =
    range.step > 0 ? value >= range.start && value < range.stop : value <= range.start && value > range.stop;
  if (!isInside) return -1;
  const offset = intSubtract(value, range.start);
  return intModulo(offset, range.step) === 0 ? intFloorDivide(offset, range.step) : -1;
}

const exactInt = (value: Value): Int | undefined =>
  typeof value === 'object' || typeof value === 'string' ? undefined : asInt(value);

function subscript(self: Value, key: Value): Value {
  const range = self as PyRange;
  if (key instanceof PySlice) {
    const [start, stop, step] = sliceLongIndices(key, range.length);
    return new PyRange(range.at(start), range.at(stop), intMultiply(range.step, step));
  }
  if (!hasIndex(key)) throw typeError(`range indices must be integers or slices, not ${typeName(key)}`);
  const given = index(key);
  const i = given < 0 ? intAdd(given, range.length) : given;
  if (i < 0 || i >= range.length) throw indexError('range object index out of range');
  return range.at(i);
}

function iterIndexOf(range: PyRange, value: Value): number {
  let i = 0;
  for (const item of iterate(range)) {
    if (isEqual(item, value)) return i;
    i++;
  }
  return -1;
}

/** Ranges are equal when they give the same items. */
function equal(a: PyRange, b: PyRange): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  if (a.length === 0) return true;
  return a.start === b.start && (a.length === 1 || a.step === b.step);
}

function hashRange(range: PyRange): number | bigint {
  if (range.length === 0) return hashItems([0, None, None]);
  if (range.length === 1) return hashItems([1, range.start, None]);
  return hashItems([range.length, range.start, range.step]);
}

/** `iter` of builtins, which iterators name when they are pickled. */
function iterFunction(): Value {
  return getAttr(thread.interp.importModule('builtins'), 'iter');
}

export const rangeSpec = typeSpec(rangeType, {
  doc: RANGE_DOC,
  call1: (stop) => new PyRange(0, index(stop), 1),
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError('range() takes no keyword arguments');
      switch (args.length) {
        case 0:
          throw typeError('range expected at least 1 argument, got 0');
        case 1:
          return new PyRange(0, index(args[0]!), 1);
        case 2:
          return new PyRange(index(args[0]!), index(args[1]!), 1);
        case 3: {
          const start = index(args[0]!);
          const stop = index(args[1]!);
          const step = index(args[2]!);
          if (step === 0) throw valueError('range() arg 3 must not be zero');
          return new PyRange(start, stop, step);
        }
        default:
          throw typeError(`range expected at most 3 arguments, got ${args.length}`);
      }
    },
    tp_repr: (self) => {
      const { start, stop, step } = self as PyRange;
      const tail = step === 1 ? '' : `, ${reprHost(step)}`;
      return strFromUtf16(`range(${reprHost(start)}, ${reprHost(stop)}${tail})`);
    },
    tp_hash: (self) => hashRange(self as PyRange),
    tp_richcompare: (left, right, op) => {
      if (!(left instanceof PyRange) || !(right instanceof PyRange) || (op !== Py_EQ && op !== Py_NE))
        return NotImplemented;
      return equal(left, right) === (op === Py_EQ);
    },
    tp_iter: (self) => {
      const range = self as PyRange;
      return rangeIterator(range.start, range.step, range.length);
    },
    sq_length: (self) => {
      const { length } = self as PyRange;
      if (typeof length !== 'bigint') return length;
      if (length > 0x7fff_ffff_ffff_ffffn) throw overflowError('Python int too large to convert to C ssize_t');
      return largeLength(length);
    },
    sq_contains: (self, item) => {
      const int = exactInt(item);
      return int === undefined ? iterIndexOf(self as PyRange, item) >= 0 : indexOfInt(self as PyRange, int) !== -1;
    },
    mp_subscript: subscript,
    nb_bool: (self) => (self as PyRange).length !== 0,
  },
  methods: documentedMethods(RANGE_DOCS, {
    __reduce__: (self: PyRange) => new PyTuple([rangeType, new PyTuple([self.start, self.stop, self.step])]),
    __reversed__: (self: PyRange) => {
      const last = self.length === 0 ? self.start : self.at(intSubtract(self.length, 1));
      return rangeIterator(last, intNegate(self.step), self.length);
    },
    count: (self: PyRange, value: Value) => {
      const int = exactInt(value);
      if (int !== undefined) return indexOfInt(self, int) === -1 ? 0 : 1;
      let count = 0;
      for (const item of iterate(self)) if (isEqual(item, value)) count++;
      return count;
    },
    index: (self: PyRange, value: Value) => {
      const int = exactInt(value);
      const found = int === undefined ? iterIndexOf(self, value) : indexOfInt(self, int);
      if (found === -1)
        throw valueError(
          `${int === undefined ? 'sequence' : 'range'}.index(x): x not in ${int === undefined ? 'sequence' : 'range'}`,
        );
      return found;
    },
  }),
  members: {
    start: { get: (self) => (self as PyRange).start },
    stop: { get: (self) => (self as PyRange).stop },
    step: { get: (self) => (self as PyRange).step },
  },
});

const ITERATOR_DOCS = {
  length: 'Private method returning an estimate of len(list(it)).',
  reduce: 'Return state information for pickling.',
  setState: 'Set state information for unpickling.',
} as const;

type AnyIterator = PyRangeIterator | PyLongRangeIterator;

const iteratorMethods = {
  __length_hint__: method('($self, /)', (self: AnyIterator) => self.remaining, ITERATOR_DOCS.length),
  __reduce__: method(
    '($self, /)',
    (self: AnyIterator) => {
      const stop = intAdd(self.next, intMultiply(self.remaining, self.step));
      return new PyTuple([iterFunction(), new PyTuple([new PyRange(self.next, stop, self.step)]), None]);
    },
    ITERATOR_DOCS.reduce,
  ),
  __setstate__: method(
    '($self, object, /)',
    (self: AnyIterator, state: Value) => {
      const given = index(state);
      const skip = given < 0 ? 0 : given > self.remaining ? self.remaining : given;
      self.next = intAdd(self.next, intMultiply(skip, self.step)) as number;
      self.remaining = intSubtract(self.remaining, skip) as number;
    },
    ITERATOR_DOCS.setState,
  ),
};

export const rangeIteratorSpec = typeSpec(rangeIteratorType, {
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const iterator = self as PyRangeIterator;
      if (iterator.remaining <= 0) return undefined;
      const item = iterator.next;
      iterator.next = item + iterator.step;
      iterator.remaining--;
      return item;
    },
  },
  methods: iteratorMethods,
});

export const longRangeIteratorSpec = typeSpec(longRangeIteratorType, {
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const iterator = self as PyLongRangeIterator;
      if (iterator.remaining <= 0) return undefined;
      const item = iterator.next;
      iterator.next = intAdd(item, iterator.step);
      iterator.remaining = intSubtract(iterator.remaining, 1);
      return item;
    },
  },
  methods: iteratorMethods,
});
