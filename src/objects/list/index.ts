/** The `list` type, its iterators, and what sequences share. */
export { listAppend, listSpec, listExtend, listSort, replaceItems, subscriptIndex } from './list.ts';
export { heldByNativeCode } from './held-items.ts';
export { sortItems } from './sort.ts';
export {
  builtin,
  listIterator,
  listIteratorSpec,
  listIteratorType,
  listReverseIteratorSpec,
  listReverseIteratorType,
  PyListIterator,
  PyListReverseIterator,
  stateIndex,
} from './list-iterator.ts';
export { compareItems, countItems, findItem } from './compare-items.ts';
export { bracketed, concatTexts, guardedRepr } from './repr-text.ts';
export { repeatCount, repeatItems, searchBound, sliceItems, sliceRange, type SliceRange } from './sequence-index.ts';
