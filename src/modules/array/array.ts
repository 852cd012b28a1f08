/** `array`: compact sequences of numbers or characters. @cpython Modules/arraymodule.c */
import { PyTuple, callMethod, getAttr, method, thread, typeSpec, type Value } from '../../objects/core/index.ts';
import { documentedFunctions, documentedGetters } from '../../objects/int/index.ts';
import { builtin, stateIndex } from '../../objects/list/list-iterator.ts';
import { defineModule } from '../define-module.ts';
import { arrayMethods } from './array-methods.ts';
import { arraySlots } from './array-slots.ts';
import { ARRAY_DOC, ARRAY_METHODS, FUNCTIONS, MODULE_DOC } from './docs.ts';
import { ITEM_KINDS } from './item-kinds.ts';
import type { PyArray, PyArrayIterator } from './py-array.ts';
import { arrayIteratorType, arrayType } from './py-array.ts';
import { reconstruct } from './reconstruct.ts';

const arraySpec = typeSpec(arrayType, {
  doc: ARRAY_DOC,
  slots: arraySlots,
  methods: arrayMethods,
  getset: documentedGetters(ARRAY_METHODS, {
    typecode: (self) => (self as PyArray).kind.typecode,
    itemsize: (self) => (self as PyArray).kind.itemSize,
  }),
});

const arrayIteratorSpec = typeSpec(arrayIteratorType, {
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const iterator = self as PyArrayIterator;
      const { array } = iterator;
      if (array === null) return undefined;
      if (iterator.index < array.length) return array.get(iterator.index++);
      iterator.array = null;
      return undefined;
    },
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyArrayIterator): Value => {
        const iter = builtin('iter');
        return self.array === null
          ? new PyTuple([iter, new PyTuple([new PyTuple([])])])
          : new PyTuple([iter, new PyTuple([self.array]), self.index]);
      },
      'Return state information for pickling.',
    ),
    __setstate__: method(
      '($self, state, /)',
      (self: PyArrayIterator, state: Value) => {
        if (self.array !== null) self.index = Math.min(Math.max(stateIndex(state), 0), self.array.length);
      },
      'Set state information for unpickling.',
    ),
  },
});

export const arrayModule = defineModule('array', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, { _array_reconstructor: reconstruct }),
  types: [arraySpec],
  hiddenTypes: [arrayIteratorSpec],
  constants: () => ({ ArrayType: arrayType, typecodes: ITEM_KINDS.map((kind) => kind.typecode).join('') }),
  exec: () => {
    const sequences = thread.interp.importModule('collections.abc');
    callMethod(getAttr(sequences, 'MutableSequence'), 'register', arrayType);
  },
});
