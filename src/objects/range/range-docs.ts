/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../int/documented.ts';

/** Methods and attributes of range. */
export const RANGE_DOCS = {
  __reduce__: ['($self, /)', null],
  __reversed__: ['($self, /)', 'Return a reverse iterator.'],
  count: ['($self, object, /)', 'rangeobject.count(value) -> integer -- return number of occurrences of value'],
  index: [
    '($self, object, /)',
    'rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.',
  ],
  start: [null, null],
  step: [null, null],
  stop: [null, null],
} as const satisfies DocTable;

export const RANGE_DOC =
  'range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).';
