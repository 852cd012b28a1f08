/** `range` and its iterators. */
export {
  PyLongRangeIterator,
  PyRange,
  PyRangeIterator,
  longRangeIteratorType,
  rangeIterator,
  rangeIteratorType,
  rangeType,
} from './py-range.ts';
export { longRangeIteratorSpec, rangeIteratorSpec, rangeSpec } from './range-type.ts';
