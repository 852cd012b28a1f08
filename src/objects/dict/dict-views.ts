/**
 * `dict_keys`, `dict_values` and `dict_items`: what `keys()`, `values()` and `items()` give.
 *
 * @cpython Objects/dictobject.c dictview_*, dictviews_*
 */
import {
  callMethod,
  compareBool,
  contains,
  dictType,
  getIter,
  iterNext,
  length,
  makeBuiltinType,
  method,
  NotImplemented,
  objectType,
  PyList,
  PyObject,
  PyTuple,
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  reprText,
  toArray,
  typeSpec,
  type CompareOp,
  type PyDict,
  type PyType,
  type TypeBehaviour,
  type TypeSpec,
  type Value,
} from '../core/index.ts';
import { concatTexts, guardedRepr } from '../list/index.ts';
import { PyMappingProxy } from '../mappingproxy/py-mapping-proxy.ts';
import { isAnySet, isExactAnySet, PySet, setType } from '../set/py-set.ts';
import { addAll, discardAll, toggleAll } from '../set/set-operations.ts';
import {
  PyDictItemIterator,
  PyDictKeyIterator,
  PyDictReverseItemIterator,
  PyDictReverseKeyIterator,
  PyDictReverseValueIterator,
  PyDictValueIterator,
} from './dict-iterator.ts';

export abstract class PyDictView extends PyObject {
  readonly dict: PyDict;
  constructor(dict: PyDict) {
    super();
    this.dict = dict;
  }
}
export class PyDictKeys extends PyDictView {}
export class PyDictValues extends PyDictView {}
export class PyDictItems extends PyDictView {}

export const dictKeysType = makeBuiltinType('dict_keys', objectType, PyDictKeys, Py_TPFLAGS_DISALLOW_INSTANTIATION);
export const dictValuesType = makeBuiltinType(
  'dict_values',
  objectType,
  PyDictValues,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
);
export const dictItemsType = makeBuiltinType('dict_items', objectType, PyDictItems, Py_TPFLAGS_DISALLOW_INSTANTIATION);

/** Keys or items: a view that is like a set. */
function isSetView(value: Value): value is PyDictKeys | PyDictItems {
  return value instanceof PyDictKeys || value instanceof PyDictItems;
}

function viewContains(self: Value, item: Value): boolean {
  const dict = (self as PyDictView).dict;
  if (self instanceof PyDictKeys) return dict.get(item) !== undefined;
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
  const found = dict.get(item.items[0]!);
  return found !== undefined && compareBool(found, item.items[1]!, Py_EQ);
}

/** @cpython all_contained_in */
function isContainedIn(items: Value, container: Value): boolean {
  const iterator = getIter(items);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    if (!contains(container, item)) return false;
  }
  return true;
}

/** @cpython dictview_richcompare */
function viewRichCompare(left: Value, right: Value, op: CompareOp): Value {
  if (!isSetView(left) || (!isAnySet(right) && !isSetView(right))) return NotImplemented;
  const leftLength = left.dict.size;
  const rightLength = length(right);
  switch (op) {
    case Py_EQ:
      return leftLength === rightLength && isContainedIn(left, right);
    case Py_NE:
      return !(leftLength === rightLength && isContainedIn(left, right));
    case Py_LT:
      return leftLength < rightLength && isContainedIn(left, right);
    case Py_LE:
      return leftLength <= rightLength && isContainedIn(left, right);
    case Py_GT:
      return leftLength > rightLength && isContainedIn(right, left);
    case Py_GE:
      return leftLength >= rightLength && isContainedIn(right, left);
  }
}

function setOf(view: Value): PySet {
  const result = new PySet();
  addAll(result, view instanceof PyDictKeys && view.dict.ob_type === dictType ? view.dict : view);
  return result;
}

/** @cpython _PyDictView_Intersect */
export function intersectViews(left: Value, right: Value): Value {
  let self = left;
  let other = right;
  if (!isSetView(self)) [self, other] = [other, self];
  if (!isSetView(self)) return NotImplemented;
  if (other instanceof PySet && other.ob_type === setType && self.dict.size <= other.size)
    return callMethod(other, 'intersection', self);
  if (isSetView(other) && other.dict.size > self.dict.size) [self, other] = [other, self];
  const result = new PySet();
  const iterator = getIter(other);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    if (viewContains(self, item)) result.add(item);
  }
  return result;
}

/** @cpython dictitems_xor_lock_held */
function xorItems(left: PyDictItems, right: PyDictItems): Value {
  const isSwapped = left.dict.size > right.dict.size;
  const small = isSwapped ? right.dict : left.dict;
  const large = isSwapped ? left.dict : right.dict;
  const rest = large.copy();
  const result = new PySet();
  for (const [key, value] of small.entries()) {
    const other = rest.get(key);
    if (other !== undefined && compareBool(other, value, Py_EQ)) rest.delete(key);
    else result.add(new PyTuple([key, value]));
  }
  for (const entry of rest.entries()) result.add(new PyTuple(entry));
  return result;
}

function isDisjoint(view: PyDictView, given: Value): Value {
  let self: Value = view;
  let other = given;
  if (self === other) return view.dict.size === 0;
  if ((isExactAnySet(other) || isSetView(other)) && length(other) > view.dict.size) [self, other] = [other, self];
  const iterator = getIter(other);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    if (contains(self, item)) return false;
  }
  return true;
}

function viewRepr(self: Value): Value {
  const view = self as PyDictView;
  return guardedRepr(view, '...', () =>
    concatTexts([`${view.ob_type.tp_name}(`, reprText(new PyList(toArray(view))), ')']),
  );
}

const mapping = {
  mapping: {
    get: (self: Value) => new PyMappingProxy((self as PyDictView).dict),
    doc: 'dictionary that this view refers to',
  },
};

function setViewSpec(
  type: PyType,
  behaviour: TypeBehaviour,
  reversed: (dict: PyDict) => Value,
  what: string,
): TypeSpec {
  return typeSpec(type, {
    slots: {
      tp_repr: viewRepr,
      tp_hash: null,
      tp_richcompare: viewRichCompare,
      sq_length: (self) => (self as PyDictView).dict.size,
      sq_contains: viewContains,
      nb_subtract: (left, right) => {
        const result = setOf(left);
        discardAll(result, right);
        return result;
      },
      nb_and: intersectViews,
      nb_xor: (left, right) => {
        if (left instanceof PyDictItems && right instanceof PyDictItems) return xorItems(left, right);
        const result = setOf(left);
        toggleAll(result, right);
        return result;
      },
      nb_or: (left, right) => {
        const result = setOf(left);
        addAll(result, right);
        return result;
      },
      ...behaviour.slots,
    },
    methods: {
      isdisjoint: method(
        '($self, object, /)',
        isDisjoint,
        'Return True if the view and the given iterable have a null intersection.',
      ),
      __reversed__: method(
        '($self, /)',
        (self: PyDictView) => reversed(self.dict),
        `Return a reverse iterator over the dict ${what}.`,
      ),
    },
    getset: mapping,
  });
}

export const dictViewSpecs: readonly TypeSpec[] = [
  setViewSpec(
    dictKeysType,
    { slots: { tp_iter: (self) => new PyDictKeyIterator((self as PyDictView).dict) } },
    (dict) => new PyDictReverseKeyIterator(dict),
    'keys',
  ),
  setViewSpec(
    dictItemsType,
    { slots: { tp_iter: (self) => new PyDictItemIterator((self as PyDictView).dict) } },
    (dict) => new PyDictReverseItemIterator(dict),
    'items',
  ),
  typeSpec(dictValuesType, {
    slots: {
      tp_repr: viewRepr,
      tp_iter: (self) => new PyDictValueIterator((self as PyDictView).dict),
      sq_length: (self) => (self as PyDictView).dict.size,
    },
    methods: {
      __reversed__: method(
        '($self, /)',
        (self: PyDictView) => new PyDictReverseValueIterator(self.dict),
        'Return a reverse iterator over the dict values.',
      ),
    },
    getset: mapping,
  }),
];
