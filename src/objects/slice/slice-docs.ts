/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../int/documented.ts';

/** Methods and attributes of slice. */
export const SLICE_DOCS = {
  __reduce__: ['($self, /)', 'Return state information for pickling.'],
  indices: [
    '($self, object, /)',
    'S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.',
  ],
  start: [null, null],
  step: [null, null],
  stop: [null, null],
} as const satisfies DocTable;

export const SLICE_DOC =
  'slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).';
