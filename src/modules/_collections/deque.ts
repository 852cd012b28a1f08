/** `collections.deque` and its iterators. @cpython Modules/_collectionsmodule.c deque_* */
import {
  allocate,
  argumentBinder,
  asInt,
  call,
  callMethod,
  excTypes,
  getIter,
  hasIndex,
  indexError,
  indexNumber,
  isEqual,
  iterNext,
  length,
  makeBuiltinType,
  method,
  None,
  NotImplemented,
  objectType,
  PyObject,
  PyTuple,
  rawMethod,
  reprText,
  runtimeError,
  strFromUtf16,
  toArray,
  typeError,
  typeName,
  typeSpec,
  valueError,
  type Kwnames,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { classGetItem } from '../../objects/generic-alias/class-get-item.ts';
import {
  bracketed,
  compareItems,
  concatTexts,
  guardedRepr,
  repeatCount,
  repeatItems,
  searchBound,
} from '../../objects/list/index.ts';
import { dequeType, PyDeque } from './py-deque.ts';

/** Goes over a deque forwards or backwards. */
class PyDequeIterator extends PyObject {
  readonly deque: PyDeque;
  readonly state: number;
  remaining: number;
  constructor(deque: PyDeque) {
    super();
    this.deque = deque;
    this.state = deque.state;
    this.remaining = deque.length;
  }
}
class PyDequeReverseIterator extends PyDequeIterator {}
const dequeIteratorType = makeBuiltinType('collections._deque_iterator', objectType, PyDequeIterator);
const dequeReverseIteratorType = makeBuiltinType(
  'collections._deque_reverse_iterator',
  objectType,
  PyDequeReverseIterator,
);

/** @throws RuntimeError when the deque changed */
function iteratorNext(self: Value): Value | undefined {
  const iterator = self as PyDequeIterator;
  if (iterator.deque.state !== iterator.state) {
    iterator.remaining = 0;
    throw runtimeError('deque mutated during iteration');
  }
  if (iterator.remaining === 0) return undefined;
  const left = iterator.remaining--;
  return iterator.deque.at(iterator instanceof PyDequeReverseIterator ? left - 1 : iterator.deque.length - left);
}

function iteratorSpec(type: PyType, iteratorClass: typeof PyDequeIterator) {
  return typeSpec(type, {
    slots: {
      tp_new: (_type, args) => {
        const deque = args[0];
        if (!(deque instanceof PyDeque)) {
          throw typeError(
            `${type.name}() argument 1 must be collections.deque, not ${deque === undefined ? 'nothing' : typeName(deque)}`,
          );
        }
        const iterator = new iteratorClass(deque);
        const skipped = args[1] === undefined ? 0 : indexNumber(args[1], excTypes.OverflowError);
        for (let i = 0; i < skipped && iteratorNext(iterator) !== undefined; i++);
        return iterator;
      },
      tp_iter: (self) => self,
      tp_iternext: iteratorNext,
    },
    methods: {
      __length_hint__: method(
        '($self, /)',
        (self: PyDequeIterator) => self.remaining,
        'Private method returning an estimate of len(list(it)).',
      ),
      __reduce__: method(
        '($self, /)',
        (self: PyDequeIterator) =>
          new PyTuple([self.ob_type, new PyTuple([self.deque, self.deque.length - self.remaining])]),
        'Return state information for pickling.',
      ),
    },
  });
}
export const dequeIteratorSpec = iteratorSpec(dequeIteratorType, PyDequeIterator);
export const dequeReverseIteratorSpec = iteratorSpec(dequeReverseIteratorType, PyDequeReverseIterator);

/** Appends all items of an iterable at one end. */
function extend(deque: PyDeque, iterable: Value, atLeft: boolean): void {
  const source = iterable === deque ? null : getIter(iterable);
  if (source === null) {
    for (const item of deque.toArray()) {
      if (atLeft) deque.unshift(item);
      else deque.push(item);
    }
    return;
  }
  for (let item = iterNext(source); item !== undefined; item = iterNext(source)) {
    if (deque.maxlen === 0) continue;
    if (atLeft) deque.unshift(item);
    else deque.push(item);
  }
}

const bind = argumentBinder('deque', '(iterable=None, maxlen=None)');

function dequeInit(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const deque = self as PyDeque;
  const [iterable, maxlen] = bind(args, kwnames) as (Value | undefined)[];
  let limit = -1;
  if (maxlen !== undefined && maxlen !== None) {
    if (asInt(maxlen) === undefined) throw typeError('an integer is required');
    limit = indexNumber(maxlen, excTypes.OverflowError);
    if (limit < 0) throw valueError('maxlen must be non-negative');
  }
  deque.maxlen = limit;
  if (deque.length > 0) deque.clear();
  if (iterable !== undefined) extend(deque, iterable, false);
}

function plainCopy(deque: PyDeque): PyDeque {
  const copy = new PyDeque();
  copy.maxlen = deque.maxlen;
  copy.assign(deque.toArray());
  return copy;
}

/** @cpython deque_copy_impl */
function dequeCopy(deque: PyDeque): Value {
  const type = deque.ob_type;
  if (type === dequeType) return plainCopy(deque);
  const copy = call(type, deque.maxlen < 0 ? [deque] : [deque, deque.maxlen]);
  if (!(copy instanceof PyDeque)) throw typeError(`${type.tp_name}() must return a deque, not ${typeName(copy)}`);
  return copy;
}

function dequeRepr(self: Value): Value {
  const deque = self as PyDeque;
  const name = deque.ob_type.name;
  return guardedRepr(deque, '[...]', () => {
    const list = bracketed('[', toArray(deque).map(reprText), ']');
    const suffix = deque.maxlen >= 0 ? `, maxlen=${deque.maxlen})` : ')';
    return concatTexts([strFromUtf16(`${name}(`), list, suffix]);
  });
}

/** Position of an item. @throws IndexError */
function positionOf(deque: PyDeque, key: Value): number {
  if (!hasIndex(key)) throw typeError(`sequence index must be integer, not '${typeName(key)}'`);
  let at = indexNumber(key, excTypes.IndexError);
  if (at < 0) at += deque.length;
  if (at < 0 || at >= deque.length) throw indexError('deque index out of range');
  return at;
}

function removeAt(deque: PyDeque, position: number): void {
  deque.rotate(-position);
  deque.shift();
  deque.rotate(position);
}

/** Asks `test` of each item. @throws the error when the deque changes meanwhile */
function find(deque: PyDeque, value: Value, from: number, to: number, changed: () => Value): number {
  const state = deque.state;
  for (let i = from; i < to; i++) {
    const isFound = isEqual(deque.at(i), value);
    if (deque.state !== state) throw changed();
    if (isFound) return i;
  }
  return -1;
}

const mutated = (): Value => runtimeError('deque mutated during iteration');

function count(deque: PyDeque, value: Value): Value {
  let result = 0;
  const state = deque.state;
  for (let i = 0, size = deque.length; i < size; i++) {
    const isSame = isEqual(deque.at(i), value);
    if (deque.state !== state) throw mutated();
    if (isSame) result++;
  }
  return result;
}

function indexOf(deque: PyDeque, args: readonly Value[]): Value {
  if (args.length < 1) throw typeError('index expected at least 1 argument, got 0');
  if (args.length > 3) throw typeError(`index expected at most 3 arguments, got ${args.length}`);
  const clip = (bound: number): number => Math.min(bound < 0 ? Math.max(0, bound + deque.length) : bound, deque.length);
  const to = clip(searchBound(args[2], deque.length));
  const from = Math.min(clip(searchBound(args[1], 0)), to);
  const found = find(deque, args[0]!, from, to, mutated);
  if (found < 0) throw valueError('deque.index(x): x not in deque');
  return found;
}

function insert(deque: PyDeque, position: Value, value: Value): void {
  const at = indexNumber(position, excTypes.OverflowError);
  const size = deque.length;
  if (deque.maxlen === size) throw indexError('deque already at its maximum size');
  if (at >= size) deque.push(value);
  else if (at <= -size || at === 0) deque.unshift(value);
  else {
    deque.rotate(-at);
    if (at < 0) deque.push(value);
    else deque.unshift(value);
    deque.rotate(at);
  }
}

function inplaceRepeat(self: Value, value: Value): Value {
  const deque = self as PyDeque;
  const times = repeatCount(value);
  if (deque.length === 0 || times === 1) return deque;
  if (times <= 0) {
    deque.clear();
    return deque;
  }
  const items = deque.toArray();
  if (deque.maxlen < 0) deque.assign(repeatItems(items, times));
  else {
    const needed = Math.min(times, Math.ceil(deque.maxlen / items.length) + 1);
    const repeated = repeatItems(items, needed);
    deque.assign(repeated.slice(Math.max(0, repeated.length - deque.maxlen)));
  }
  return deque;
}

const orIndexError = (value: Value | undefined): Value => {
  if (value === undefined) throw indexError('pop from an empty deque');
  return value;
};

const copyMethod = method('($self, /)', dequeCopy, 'Return a shallow copy of a deque.');

export const dequeSpec = typeSpec(dequeType, {
  doc: `deque([iterable[, maxlen]])
--

A list-like sequence optimized for data accesses near its endpoints.`,
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: dequeInit,
    tp_repr: dequeRepr,
    tp_hash: null,
    tp_richcompare: (left, right, op) =>
      left instanceof PyDeque && right instanceof PyDeque
        ? compareItems({ items: toArray(left) }, { items: toArray(right) }, op)
        : NotImplemented,
    tp_iter: (self) => new PyDequeIterator(self as PyDeque),
    sq_length: (self) => (self as PyDeque).length,
    sq_contains: (self, item) => find(self as PyDeque, item, 0, (self as PyDeque).length, mutated) >= 0,
    sq_concat: (left, right) => {
      if (!(right instanceof PyDeque))
        throw typeError(`can only concatenate deque (not "${typeName(right)}") to deque`);
      const result = dequeCopy(left as PyDeque) as PyDeque;
      extend(result, right, false);
      return result;
    },
    sq_inplace_concat: (left, right) => {
      extend(left as PyDeque, right, false);
      return left;
    },
    sq_repeat: (self, times) => inplaceRepeat(dequeCopy(self as PyDeque), times),
    sq_inplace_repeat: inplaceRepeat,
    mp_subscript: (self, key) => (self as PyDeque).at(positionOf(self as PyDeque, key)),
    mp_ass_subscript: (self, key, value) => {
      const deque = self as PyDeque;
      if (!hasIndex(key)) throw typeError(`'${typeName(key)}' object cannot be interpreted as an integer`);
      const at = positionOf(deque, key);
      if (value === undefined) removeAt(deque, at);
      else deque.set(at, value);
    },
  },
  methods: {
    append: method(
      '($self, item, /)',
      (self: PyDeque, item: Value) => self.push(item),
      'Add an element to the right side of the deque.',
    ),
    appendleft: method(
      '($self, item, /)',
      (self: PyDeque, item: Value) => self.unshift(item),
      'Add an element to the left side of the deque.',
    ),
    clear: method('($self, /)', (self: PyDeque) => self.clear(), 'Remove all elements from the deque.'),
    __copy__: copyMethod,
    copy: copyMethod,
    count: method('($self, value, /)', count, 'Return number of occurrences of value.'),
    extend: method(
      '($self, iterable, /)',
      (self: PyDeque, iterable: Value) => extend(self, iterable, false),
      'Extend the right side of the deque with elements from the iterable.',
    ),
    extendleft: method(
      '($self, iterable, /)',
      (self: PyDeque, iterable: Value) => extend(self, iterable, true),
      'Extend the left side of the deque with elements from the iterable.',
    ),
    index: rawMethod(
      'Return first index of value.\n\nRaises ValueError if the value is not present.',
      (self, args) => indexOf(self as PyDeque, args),
      '($self, value, [start, [stop]])',
    ),
    insert: method('($self, index, value, /)', insert, 'Insert value before index.'),
    pop: method('($self, /)', (self: PyDeque) => orIndexError(self.pop()), 'Remove and return the rightmost element.'),
    popleft: method(
      '($self, /)',
      (self: PyDeque) => orIndexError(self.shift()),
      'Remove and return the leftmost element.',
    ),
    __reduce__: method(
      '($self, /)',
      (self: PyDeque) => {
        const args = self.maxlen < 0 ? [] : [new PyTuple([]), self.maxlen];
        return new PyTuple([self.ob_type, new PyTuple(args), callMethod(self, '__getstate__'), getIter(self)]);
      },
      'Return state information for pickling.',
    ),
    remove: method(
      '($self, value, /)',
      (self: PyDeque, value: Value) => {
        const size = self.length;
        const found = find(self, value, 0, size, () => indexError('deque mutated during iteration'));
        if (found < 0) throw valueError('deque.remove(x): x not in deque');
        removeAt(self, found);
      },
      'Remove first occurrence of value.',
    ),
    __reversed__: method(
      '($self, /)',
      (self: PyDeque) => new PyDequeReverseIterator(self),
      'Return a reverse iterator over the deque.',
    ),
    reverse: method('($self, /)', (self: PyDeque) => self.assign(self.toArray().reverse()), 'Reverse *IN PLACE*.'),
    rotate: method(
      '($self, n=1, /)',
      (self: PyDeque, steps: Value | undefined) =>
        self.rotate(steps === undefined ? 1 : indexNumber(steps, excTypes.OverflowError)),
      'Rotate the deque n steps to the right.  If n is negative, rotates left.',
    ),
    __sizeof__: method(
      '($self, /)',
      (self: PyDeque) => 200 + 8 * length(self),
      'Return the size of the deque in memory, in bytes.',
    ),
    __class_getitem__: classGetItem('deques are generic over the type of their contents'),
  },
  getset: {
    maxlen: {
      get: (self) => ((self as PyDeque).maxlen < 0 ? None : (self as PyDeque).maxlen),
      doc: 'maximum size of a deque or None if unbounded',
    },
  },
});
