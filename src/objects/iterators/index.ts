/** The iterators of `builtins`: enumerate, zip, map, filter, reversed, and those that `iter()` makes. */
export { enumerateNext, enumerateSpec, enumerateType, PyEnumerate } from './enumerate.ts';
export { mapNext, mapSpec, mapType, PyMap, PyZip, zipNext, zipSpec, zipType } from './zip.ts';
export { filterNext, filterSpec, filterType, PyFilter } from './filter.ts';
export { PyReversed, reversedSpec, reversedType } from './reversed.ts';
export {
  callableIteratorSpec,
  callableIteratorType,
  PyCallableIterator,
  sequenceIteratorSpec,
} from './callable-iterator.ts';
