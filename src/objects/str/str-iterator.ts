/**
 * `str_iterator` and `str_ascii_iterator`.
 *
 * @cpython Objects/unicodeobject.c unicodeiter_next
 */
import {
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  PyObject,
  PyTuple,
  makeBuiltinType,
  objectType,
  textLength,
  typeSpec,
  type Text,
  type Value,
} from '../core/index.ts';
import { builtin, stateIndex } from '../list/list-iterator.ts';
import { documentedMethods } from '../int/documented.ts';
import { STR_ITERATOR_DOCS } from './str-docs.ts';
import { characterAt, isAsciiText } from './text.ts';
import { textOf } from './text-arguments.ts';

/** Goes over the characters of a text; `text` is null once it ended. */
export class PyStrIterator extends PyObject {
  text: Text | null;
  index = 0;
  constructor(text: Text) {
    super();
    this.text = text;
  }
}
export const strIteratorType = makeBuiltinType(
  'str_iterator',
  objectType,
  PyStrIterator,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);

class PyStrAsciiIterator extends PyStrIterator {}
export const strAsciiIteratorType = makeBuiltinType(
  'str_ascii_iterator',
  objectType,
  PyStrAsciiIterator,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);

/** `iter(text)`. */
export function strIterator(self: Value): Value {
  const text = textOf(self);
  return isAsciiText(text) ? new PyStrAsciiIterator(text) : new PyStrIterator(text);
}

export function strIteratorNext(self: Value): Value | undefined {
  const iterator = self as PyStrIterator;
  const text = iterator.text;
  if (text === null) return undefined;
  if (iterator.index < textLength(text)) return characterAt(text, iterator.index++);
  iterator.text = null;
  return undefined;
}

const behaviour = {
  slots: { tp_iter: (self: Value) => self, tp_iternext: strIteratorNext },
  methods: documentedMethods(STR_ITERATOR_DOCS, {
    __length_hint__: (self: PyStrIterator) => (self.text === null ? 0 : textLength(self.text) - self.index),
    __reduce__: (self: PyStrIterator) => {
      const iter = builtin('iter');
      return self.text === null
        ? new PyTuple([iter, new PyTuple([''])])
        : new PyTuple([iter, new PyTuple([self.text]), self.index]);
    },
    __setstate__: (self: PyStrIterator, state: Value) => {
      const index = stateIndex(state);
      if (self.text !== null) self.index = Math.max(0, Math.min(index, textLength(self.text)));
    },
  }),
};

export const strIteratorSpec = typeSpec(strIteratorType, behaviour);
export const strAsciiIteratorSpec = typeSpec(strAsciiIteratorType, behaviour);
