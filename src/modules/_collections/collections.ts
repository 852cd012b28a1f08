/** `_collections`. @cpython Modules/_collectionsmodule.c */
import {
  add,
  call,
  dictType,
  getAttr,
  getIter,
  iterNext,
  nativeFunction,
  PyDict,
  setItem,
  typeOf,
  type Value,
} from '../../objects/core/index.ts';
import { defineModule } from '../define-module.ts';
import { defaultdictSpec } from './defaultdict.ts';
import { dequeIteratorSpec, dequeReverseIteratorSpec, dequeSpec } from './deque.ts';
import { docs, MODULE_DOC } from './docs.ts';
import { odictIteratorSpec, odictViewSpecs, orderedDictSpec } from './ordered-dict.ts';
import { tupleGetterSpec } from './tuple-getter.ts';

/** Counts the items of an iterable. @cpython _collections__count_elements_impl */
function countElements(mapping: Value, iterable: Value): void {
  const iterator = getIter(iterable);
  const type = typeOf(mapping);
  const isPlain =
    mapping instanceof PyDict &&
    type.lookup('get') === dictType.lookup('get') &&
    type.lookup('__setitem__') === dictType.lookup('__setitem__');
  if (isPlain) {
    for (let key = iterNext(iterator); key !== undefined; key = iterNext(iterator)) {
      const count = mapping.get(key);
      mapping.set(key, count === undefined ? 1 : typeof count === 'number' ? count + 1 : add(count, 1));
    }
    return;
  }
  const get = getAttr(mapping, 'get');
  for (let key = iterNext(iterator); key !== undefined; key = iterNext(iterator)) {
    setItem(mapping, key, add(call(get, [key, 0]), 1));
  }
}

export const collectionsModule = defineModule('_collections', {
  doc: MODULE_DOC,
  functions: {
    _count_elements: nativeFunction('($module, mapping, iterable, /)', countElements, docs._count_elements),
  },
  hiddenTypes: [odictIteratorSpec, ...odictViewSpecs],
  types: [dequeSpec, defaultdictSpec, orderedDictSpec, dequeIteratorSpec, dequeReverseIteratorSpec, tupleGetterSpec],
});
