/** The `set` and `frozenset` types. */
export * from './py-set.ts';
export { frozensetSpec, PySetIterator, setIterator, setIteratorNext, setIteratorSpec, setIteratorType, setSpec } from './set.ts';
