/** The `tuple` type, its iterator, and 64-bit hash arithmetic. */
export {
  PyTupleIterator,
  tupleIterator,
  tupleIteratorNext,
  tupleIteratorSpec,
  tupleIteratorType,
  tupleOf,
  tupleSpec,
} from './tuple.ts';
export { hashItems } from './hash-tuple.ts';
export { fromBits, highBits, lowBits, multiplyHigh } from './hash-bits.ts';
