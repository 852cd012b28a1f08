/**
 * `bytes_iterator` and `bytearray_iterator`.
 *
 * @cpython Objects/bytesobject.c striter_next, Objects/bytearrayobject.c bytearrayiter_next
 */
import {
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  PyObject,
  PyTuple,
  makeBuiltinType,
  objectType,
  typeSpec,
  type Value,
} from '../core/index.ts';
import { documentedMethods } from '../int/documented.ts';
import { builtin, stateIndex } from '../list/list-iterator.ts';
import { BYTES_ITERATOR_DOCS } from './bytes-docs.ts';
import type { ByteString } from './byte-methods.ts';

/** Goes over bytes; `source` is null once it ended. */
export class PyBytesIterator extends PyObject {
  source: ByteString | null;
  index = 0;
  constructor(source: ByteString) {
    super();
    this.source = source;
  }
}
export const bytesIteratorType = makeBuiltinType(
  'bytes_iterator',
  objectType,
  PyBytesIterator,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);

export class PyByteArrayIterator extends PyBytesIterator {}
export const bytearrayIteratorType = makeBuiltinType(
  'bytearray_iterator',
  objectType,
  PyByteArrayIterator,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);

function lengthOf(source: ByteString): number {
  return 'length' in source ? source.length : source.bytes.length;
}

export function bytesIteratorNext(self: Value): Value | undefined {
  const iterator = self as PyBytesIterator;
  const source = iterator.source;
  if (source === null) return undefined;
  if (iterator.index < lengthOf(source)) return source.bytes[iterator.index++]!;
  iterator.source = null;
  return undefined;
}

const behaviour = {
  slots: { tp_iter: (self: Value) => self, tp_iternext: bytesIteratorNext },
  methods: documentedMethods(BYTES_ITERATOR_DOCS, {
    __length_hint__: (self: PyBytesIterator) =>
      self.source === null ? 0 : Math.max(0, lengthOf(self.source) - self.index),
    __reduce__: (self: PyBytesIterator) => {
      const iter = builtin('iter');
      return self.source === null
        ? new PyTuple([iter, new PyTuple([new PyTuple([])])])
        : new PyTuple([iter, new PyTuple([self.source]), self.index]);
    },
    __setstate__: (self: PyBytesIterator, state: Value) => {
      const index = stateIndex(state);
      if (self.source !== null) self.index = Math.max(0, Math.min(index, lengthOf(self.source)));
    },
  }),
};

export const bytesIteratorSpec = typeSpec(bytesIteratorType, behaviour);
export const bytearrayIteratorSpec = typeSpec(bytearrayIteratorType, behaviour);
