/** The `dict` type, its views and iterators. */
export { dictIterator, dictRepr, dictsAreEqual, dictSpec, dictSubscript, popItem } from './dict.ts';
export {
  dictItemIteratorType,
  dictIteratorSpecs,
  dictKeyIteratorType,
  dictReverseItemIteratorType,
  dictReverseKeyIteratorType,
  dictReverseValueIteratorType,
  dictValueIteratorType,
  PyDictItemIterator,
  PyDictKeyIterator,
  PyDictReverseItemIterator,
  PyDictReverseKeyIterator,
  PyDictReverseValueIterator,
  PyDictValueIterator,
} from './dict-iterator.ts';
export {
  dictItemsType,
  dictKeysType,
  dictValuesType,
  dictViewSpecs,
  intersectViews,
  PyDictItems,
  PyDictKeys,
  PyDictValues,
  PyDictView,
} from './dict-views.ts';
export { mergeDict, mergeMapping, mergePairs, updateFrom, updateFromArguments } from './merge.ts';
export { unhashable } from './unhashable.ts';
