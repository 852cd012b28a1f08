/**
 * `list_iterator` and `list_reverseiterator`.
 *
 * @cpython Objects/listobject.c listiter_next, listreviter_next
 */
import {
  asInt,
  getAttr,
  listType,
  makeBuiltinType,
  method,
  objectType,
  PyList,
  PyObject,
  PyTuple,
  thread,
  typeError,
  typeName,
  typeSpec,
  type Value,
} from '../core/index.ts';

/** Goes over a list that may change meanwhile; `list` is null once it ended. */
export class PyListIterator extends PyObject {
  list: PyList | null;
  /** -1: ended by `__setstate__`. */
  index = 0;
  constructor(list: PyList) {
    super();
    this.list = list;
  }
}
export const listIteratorType = makeBuiltinType('list_iterator', objectType, PyListIterator);

export class PyListReverseIterator extends PyObject {
  list: PyList | null;
  index: number;
  constructor(list: PyList) {
    super();
    this.list = list;
    this.index = list.items.length - 1;
  }
}
export const listReverseIteratorType = makeBuiltinType('list_reverseiterator', objectType, PyListReverseIterator);

/** The function of that name in `builtins`, for `__reduce__`. */
export function builtin(name: string): Value {
  return getAttr(thread.interp.importModule('builtins'), name);
}

/** The state given to an iterator's `__setstate__`. @throws TypeError */
export function stateIndex(state: Value): number {
  const index = asInt(state);
  if (index === undefined) throw typeError(`'${typeName(state)}' object cannot be interpreted as an integer`);
  return Number(index);
}

export function listIteratorNext(self: Value): Value | undefined {
  const iterator = self as PyListIterator;
  const list = iterator.list;
  if (list === null || iterator.index < 0) return undefined;
  const items = list.items;
  if (iterator.index < items.length) return items[iterator.index++];
  iterator.list = null;
  return undefined;
}

const HINT_DOC = 'Private method returning an estimate of len(list(it)).';
const REDUCE_DOC = 'Return state information for pickling.';
const SETSTATE_DOC = 'Set state information for unpickling.';

export const listIteratorSpec = typeSpec(listIteratorType, {
  slots: { tp_iter: (self) => self, tp_iternext: listIteratorNext },
  methods: {
    __length_hint__: method(
      '($self, /)',
      (self: PyListIterator) =>
        self.list === null || self.index < 0 ? 0 : Math.max(0, self.list.items.length - self.index),
      HINT_DOC,
    ),
    __reduce__: method(
      '($self, /)',
      (self: PyListIterator) => {
        const iter = builtin('iter');
        return self.list === null || self.index < 0
          ? new PyTuple([iter, new PyTuple([new PyList([])])])
          : new PyTuple([iter, new PyTuple([self.list]), self.index]);
      },
      REDUCE_DOC,
    ),
    __setstate__: method(
      '($self, object, /)',
      (self: PyListIterator, state: Value) => {
        const index = stateIndex(state);
        if (self.list !== null) self.index = Math.max(-1, Math.min(index, self.list.items.length));
      },
      SETSTATE_DOC,
    ),
  },
});

export const listReverseIteratorSpec = typeSpec(listReverseIteratorType, {
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const iterator = self as PyListReverseIterator;
      const list = iterator.list;
      if (list === null) return undefined;
      const index = iterator.index;
      if (index >= 0 && index < list.items.length) {
        iterator.index--;
        return list.items[index];
      }
      iterator.index = -1;
      iterator.list = null;
      return undefined;
    },
  },
  methods: {
    __length_hint__: method(
      '($self, /)',
      (self: PyListReverseIterator) =>
        self.list === null || self.list.items.length < self.index + 1 ? 0 : self.index + 1,
      HINT_DOC,
    ),
    __reduce__: method(
      '($self, /)',
      (self: PyListReverseIterator) => {
        // Looking the function up may run Python code that ends the iterator.
        const make = builtin(self.list === null ? 'iter' : 'reversed');
        return self.list === null
          ? new PyTuple([make, new PyTuple([new PyList([])])])
          : new PyTuple([make, new PyTuple([self.list]), self.index]);
      },
      REDUCE_DOC,
    ),
    __setstate__: method(
      '($self, object, /)',
      (self: PyListReverseIterator, state: Value) => {
        const index = stateIndex(state);
        if (self.list !== null) self.index = Math.max(-1, Math.min(index, self.list.items.length - 1));
      },
      SETSTATE_DOC,
    ),
  },
});

/** What `list.__iter__` gives. */
export function listIterator(list: Value): Value {
  return new PyListIterator(list as PyList);
}

export { listType };
