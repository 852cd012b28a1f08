/** `reversed` over sequences. @cpython Objects/enumobject.c reversed_new_impl, reversed_next */
import {
  allocate,
  call,
  excTypes,
  getItem,
  isSequence,
  length,
  lookupSpecial,
  makeBuiltinType,
  matches,
  method,
  None,
  objectType,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  typeError,
  typeName,
  typeSpec,
  type Value,
} from '../core/index.ts';
import { stateIndex } from '../list/index.ts';
import { tupleOf } from '../tuple/index.ts';

export class PyReversed extends PyObject {
  sequence: Value | null;
  index: number;
  constructor(sequence: Value, index: number) {
    super();
    this.sequence = sequence;
    this.index = index;
  }
}
export const reversedType = makeBuiltinType('reversed', objectType, PyReversed, Py_TPFLAGS_BASETYPE);

function reversedNext(self: Value): Value | undefined {
  const reversed = self as PyReversed;
  const sequence = reversed.sequence;
  if (sequence === null) return undefined;
  if (reversed.index >= 0) {
    try {
      return getItem(sequence, reversed.index--);
    } catch (error) {
      if (!matches(error, excTypes.IndexError) && !matches(error, excTypes.StopIteration)) throw error;
    }
  }
  reversed.index = -1;
  reversed.sequence = null;
  return undefined;
}

export const reversedSpec = typeSpec(reversedType, {
  doc: `reversed(sequence, /)
--

Return a reverse iterator over the values of the given sequence.`,
  slots: {
    tp_new: (type, args, kwnames) => {
      const given = args.length - (kwnames?.length ?? 0);
      if (kwnames !== null && kwnames.length > 0 && (type === reversedType || type.tp_init === reversedType.tp_init)) {
        throw typeError('reversed() takes no keyword arguments');
      }
      if (given !== 1) throw typeError(`reversed expected 1 argument, got ${given}`);
      const sequence = args[0]!;
      const own = lookupSpecial(sequence, '__reversed__');
      if (own !== undefined && own !== None) return call(own, []);
      if (own === None || !isSequence(sequence)) throw typeError(`'${typeName(sequence)}' object is not reversible`);
      return allocate(type, sequence, length(sequence) - 1);
    },
    tp_iter: (self) => self,
    tp_iternext: reversedNext,
  },
  methods: {
    __length_hint__: method(
      '($self, /)',
      (self: PyReversed) => {
        if (self.sequence === null) return 0;
        const size = self.index + 1;
        return length(self.sequence) < size ? 0 : size;
      },
      'Private method returning an estimate of len(list(it)).',
    ),
    __reduce__: method(
      '($self, /)',
      (self: PyReversed) =>
        self.sequence === null
          ? new PyTuple([self.ob_type, new PyTuple([tupleOf([])])])
          : new PyTuple([self.ob_type, new PyTuple([self.sequence]), self.index]),
      'Return state information for pickling.',
    ),
    __setstate__: method(
      '($self, object, /)',
      (self: PyReversed, state: Value) => {
        const index = stateIndex(state);
        if (self.sequence !== null) self.index = Math.max(-1, Math.min(index, length(self.sequence) - 1));
      },
      'Set state information for unpickling.',
    ),
  },
});
