/** `iter(callable, sentinel)`. @cpython Objects/iterobject.c calliter_iternext */
import {
  call,
  excTypes,
  isEqual,
  makeBuiltinType,
  matches,
  method,
  objectType,
  PyObject,
  PyTuple,
  sequenceIteratorNext,
  sequenceIteratorType,
  typeOf,
  typeSpec,
  length,
  type PySequenceIterator,
  type Value,
} from '../core/index.ts';
import { builtin, stateIndex } from '../list/index.ts';
import { tupleOf } from '../tuple/index.ts';

/** `callable` is null once it ended. */
export class PyCallableIterator extends PyObject {
  callable: Value | null;
  readonly sentinel: Value;
  constructor(callable: Value, sentinel: Value) {
    super();
    this.callable = callable;
    this.sentinel = sentinel;
  }
}
export const callableIteratorType = makeBuiltinType('callable_iterator', objectType, PyCallableIterator);

function callableIteratorNext(self: Value): Value | undefined {
  const iterator = self as PyCallableIterator;
  if (iterator.callable === null) return undefined;
  let result: Value;
  try {
    result = call(iterator.callable, []);
  } catch (error) {
    if (!matches(error, excTypes.StopIteration)) throw error;
    iterator.callable = null;
    return undefined;
  }
  if (iterator.callable !== null && !isEqual(iterator.sentinel, result)) return result;
  iterator.callable = null;
  return undefined;
}

export const callableIteratorSpec = typeSpec(callableIteratorType, {
  slots: { tp_iter: (self) => self, tp_iternext: callableIteratorNext },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyCallableIterator) => {
        const iter = builtin('iter');
        return self.callable === null
          ? new PyTuple([iter, new PyTuple([tupleOf([])])])
          : new PyTuple([iter, new PyTuple([self.callable, self.sentinel])]);
      },
      'Return state information for pickling.',
    ),
  },
});

/** The iterator over anything with `__getitem__`. @cpython Objects/iterobject.c PySeqIter_Type */
export const sequenceIteratorSpec = typeSpec(sequenceIteratorType, {
  slots: { tp_iter: (self) => self, tp_iternext: sequenceIteratorNext },
  methods: {
    __length_hint__: method(
      '($self, /)',
      (self: PySequenceIterator) => {
        if (self.sequence === null || typeOf(self.sequence).sq_length === undefined) return 0;
        return Math.max(0, length(self.sequence) - self.index);
      },
      'Private method returning an estimate of len(list(it)).',
    ),
    __reduce__: method(
      '($self, /)',
      (self: PySequenceIterator) => {
        const iter = builtin('iter');
        return self.sequence === null
          ? new PyTuple([iter, new PyTuple([tupleOf([])])])
          : new PyTuple([iter, new PyTuple([self.sequence]), self.index]);
      },
      'Return state information for pickling.',
    ),
    __setstate__: method(
      '($self, object, /)',
      (self: PySequenceIterator, state: Value) => {
        const index = stateIndex(state);
        if (self.sequence !== null) self.index = Math.max(0, index);
      },
      'Set state information for unpickling.',
    ),
  },
});
