/** The behaviour of `slice`. @cpython Objects/sliceobject.c */
import {
  None,
  NotImplemented,
  PySlice,
  PyTuple,
  index,
  richCompare,
  reprHost,
  sliceType,
  strFromUtf16,
  typeError,
  typeSpec,
  valueError,
  Py_EQ,
  Py_NE,
  Py_LE,
  Py_GE,
  isEqual,
  type Value,
} from '../core/index.ts';
import { normalizeBigInt } from '../int/int-arithmetic.ts';
import { documentedMethods } from '../int/documented.ts';
import { hashItems } from '../tuple/hash-tuple.ts';
import { sliceLongIndices } from './slice-indices.ts';
import { SLICE_DOC, SLICE_DOCS } from './slice-docs.ts';

const parts = (slice: PySlice): readonly Value[] => [slice.start, slice.stop, slice.step];

/** What a tuple's hash adds for its three items; a slice's hash is without it. */
const TUPLE_SUFFIX = 3n ^ 0x27d4eb2f165667c5n ^ 3527539n;

/** @cpython slice_hash */
function hashSlice(slice: PySlice): number | bigint {
  const hash = BigInt.asIntN(64, BigInt(hashItems(parts(slice))) - TUPLE_SUFFIX);
  return hash === -1n ? 1546275796 : normalizeBigInt(hash);
}

export const sliceSpec = typeSpec(sliceType, {
  doc: SLICE_DOC,
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError('slice() takes no keyword arguments');
      if (args.length === 0) throw typeError('slice expected at least 1 argument, got 0');
      if (args.length > 3) throw typeError(`slice expected at most 3 arguments, got ${args.length}`);
      return args.length === 1 ? new PySlice(None, args[0]!, None) : new PySlice(args[0]!, args[1]!, args[2] ?? None);
    },
    tp_repr: (self) => {
      const slice = self as PySlice;
      return strFromUtf16(`slice(${reprHost(slice.start)}, ${reprHost(slice.stop)}, ${reprHost(slice.step)})`);
    },
    tp_hash: (self) => hashSlice(self as PySlice),
    tp_richcompare: (left, right, op) => {
      if (!(left instanceof PySlice) || !(right instanceof PySlice)) return NotImplemented;
      if (left === right) return op === Py_EQ || op === Py_LE || op === Py_GE;
      const a = parts(left);
      const b = parts(right);
      for (let i = 0; i < 3; i++) {
        if (isEqual(a[i]!, b[i]!)) continue;
        if (op === Py_EQ) return false;
        if (op === Py_NE) return true;
        return richCompare(a[i]!, b[i]!, op);
      }
      return op === Py_EQ || op === Py_LE || op === Py_GE;
    },
  },
  methods: documentedMethods(SLICE_DOCS, {
    __reduce__: (self: PySlice) => new PyTuple([sliceType, new PyTuple(parts(self))]),
    indices: (self: PySlice, lengthValue: Value) => {
      const length = index(lengthValue);
      if (length < 0) throw valueError('length should not be negative');
      return new PyTuple(sliceLongIndices(self, length));
    },
  }),
  members: {
    start: { get: (self) => (self as PySlice).start },
    stop: { get: (self) => (self as PySlice).stop },
    step: { get: (self) => (self as PySlice).step },
  },
});
