/**
 * The `dict` type.
 *
 * @cpython Objects/dictobject.c
 */
import {
  allocate,
  call,
  callDescriptor,
  classMethod,
  compareBool,
  dictType,
  getIter,
  iterNext,
  keyError,
  method,
  None,
  NotImplemented,
  PyDict,
  PyTuple,
  Py_EQ,
  Py_NE,
  rawMethod,
  reprText,
  setItem,
  typeOf,
  typeSpec,
  type CompareOp,
  type PyType,
  type Text,
  type Value,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { isExactAnySet } from '../set/py-set.ts';
import { bracketed, concatTexts, guardedRepr } from '../list/index.ts';
import { PyDictKeyIterator, PyDictReverseKeyIterator } from './dict-iterator.ts';
import { PyDictItems, PyDictKeys, PyDictValues } from './dict-views.ts';
import { mergeDict, setDictIter, updateFrom, updateFromArguments } from './merge.ts';

/** What `dict.__iter__` gives. */
export function dictIterator(self: Value): Value {
  return new PyDictKeyIterator(self as PyDict);
}
setDictIter(dictIterator);

/** `dict[key]`, with `__missing__` of subclasses. @throws KeyError */
export function dictSubscript(self: Value, key: Value): Value {
  const dict = self as PyDict;
  const value = dict.get(key);
  if (value !== undefined) return value;
  const type = dict.ob_type;
  if (type !== dictType) {
    const missing = type.lookup('__missing__');
    if (missing !== undefined) return callDescriptor(missing, dict, [key]);
  }
  throw keyError(key);
}

function dictAssSubscript(self: Value, key: Value, value: Value | undefined): void {
  const dict = self as PyDict;
  if (value !== undefined) dict.set(key, value);
  else if (dict.delete(key) === undefined) throw keyError(key);
}

/** `{…}` with items shown as `key: value`. @cpython dict_repr */
export function dictRepr(self: Value): Value {
  const dict = self as PyDict;
  if (dict.size === 0) return '{}';
  return guardedRepr(dict, '{...}', () => {
    const parts: Text[] = [];
    for (const [key, value] of dict.entries()) parts.push(concatTexts([reprText(key), ': ', reprText(value)]));
    return bracketed('{', parts, '}');
  });
}

/** @cpython dict_equal */
export function dictsAreEqual(left: PyDict, right: PyDict): boolean {
  if (left.size !== right.size) return false;
  return left.everyEntry((key, value) => {
    const other = right.get(key);
    return other !== undefined && compareBool(other, value, Py_EQ);
  });
}

function dictRichCompare(left: Value, right: Value, op: CompareOp): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict) || (op !== Py_EQ && op !== Py_NE)) return NotImplemented;
  return dictsAreEqual(left, right) === (op === Py_EQ);
}

function dictOr(left: Value, right: Value): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const result = left.copy();
  mergeDict(result, right);
  return result;
}

/** @cpython _PyDict_FromKeys */
function fromKeys(type: PyType, iterable: Value, given: Value | undefined): Value {
  const value = given ?? None;
  const result = call(type, []);
  const isPlain = typeOf(result) === dictType;
  if (isPlain && isExactAnySet(iterable)) {
    const { items, hashes } = iterable.entries();
    items.forEach((key, i) =>
      hashes === null ? (result as PyDict).set(key, value) : (result as PyDict).setHashed(key, value, hashes[i]!),
    );
    return result;
  }
  const iterator = getIter(iterable);
  for (let key = iterNext(iterator); key !== undefined; key = iterNext(iterator)) {
    if (isPlain) (result as PyDict).set(key, value);
    else setItem(result, key, value);
  }
  return result;
}

function pop(dict: PyDict, key: Value, fallback: Value | undefined): Value {
  const value = dict.size === 0 ? undefined : dict.delete(key);
  if (value !== undefined) return value;
  if (fallback !== undefined) return fallback;
  throw keyError(key);
}

/** @throws KeyError */
export function popItem(dict: PyDict): Value {
  const entry = dict.popLast();
  if (entry === undefined) throw keyError('popitem(): dictionary is empty');
  return new PyTuple(entry);
}

export const dictSpec = typeSpec(dictType, {
  doc: `dict() -> new empty dictionary
dict(mapping) -> new dictionary initialized from a mapping object's
    (key, value) pairs
dict(iterable) -> new dictionary initialized as if via:
    d = {}
    for k, v in iterable:
        d[k] = v
dict(**kwargs) -> new dictionary initialized with the name=value pairs
    in the keyword argument list.  For example:  dict(one=1, two=2)`,
  slots: {
    tp_new: (type: PyType) => allocate(type),
    tp_init: (self, args, kwnames) => updateFromArguments(self as PyDict, 'dict', args, kwnames),
    tp_repr: dictRepr,
    tp_hash: null,
    tp_richcompare: dictRichCompare,
    tp_iter: dictIterator,
    nb_or: dictOr,
    nb_inplace_or: (left, right) => {
      updateFrom(left as PyDict, right);
      return left;
    },
    sq_length: (self) => (self as PyDict).size,
    sq_contains: (self, key) => (self as PyDict).get(key) !== undefined,
    mp_subscript: dictSubscript,
    mp_ass_subscript: dictAssSubscript,
  },
  methods: {
    __getitem__: method('($self, key, /)', dictSubscript, 'Return self[key].'),
    __contains__: method(
      '($self, key, /)',
      (self: PyDict, key: Value) => self.get(key) !== undefined,
      'True if the dictionary has the specified key, else False.',
    ),
    __sizeof__: method(
      '($self, /)',
      (self: PyDict) => 48 + 24 * self.size,
      'Return the size of the dict in memory, in bytes.',
    ),
    get: method(
      '($self, key, default=None, /)',
      (self: PyDict, key: Value, fallback: Value | undefined) => self.get(key) ?? fallback ?? None,
      'Return the value for key if key is in the dictionary, else default.',
    ),
    setdefault: method(
      '($self, key, default=None, /)',
      (self: PyDict, key: Value, fallback: Value | undefined) => self.setDefault(key, fallback ?? None),
      `Insert key with a value of default if key is not in the dictionary.

Return the value for key if key is in the dictionary, else default.`,
    ),
    pop: method(
      '($self, key, default=<unrepresentable>, /)',
      pop,
      `D.pop(k[,d]) -> v, remove specified key and return the corresponding value.

If the key is not found, return the default if given; otherwise,
raise a KeyError.`,
    ),
    popitem: method(
      '($self, /)',
      popItem,
      `Remove and return a (key, value) pair as a 2-tuple.

Pairs are returned in LIFO (last-in, first-out) order.
Raises KeyError if the dict is empty.`,
    ),
    keys: method(
      '($self, /)',
      (self: PyDict) => new PyDictKeys(self),
      "Return a set-like object providing a view on the dict's keys.",
    ),
    items: method(
      '($self, /)',
      (self: PyDict) => new PyDictItems(self),
      "Return a set-like object providing a view on the dict's items.",
    ),
    values: method(
      '($self, /)',
      (self: PyDict) => new PyDictValues(self),
      "Return an object providing a view on the dict's values.",
    ),
    update: rawMethod(
      `D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.
If E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]
If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v
In either case, this is followed by: for k in F:  D[k] = F[k]`,
      (self, args, kwnames) => updateFromArguments(self as PyDict, 'update', args, kwnames),
    ),
    fromkeys: classMethod(
      '($type, iterable, value=None, /)',
      fromKeys,
      'Create a new dictionary with keys from iterable and values set to value.',
    ),
    clear: method('($self, /)', (self: PyDict) => self.clear(), 'Remove all items from the dict.'),
    copy: method('($self, /)', (self: PyDict) => self.copy(), 'Return a shallow copy of the dict.'),
    __reversed__: method(
      '($self, /)',
      (self: PyDict) => new PyDictReverseKeyIterator(self),
      'Return a reverse iterator over the dict keys.',
    ),
    __class_getitem__: classGetItem(
      'dicts are generic over two types, signifying (respectively) the types of their keys and values',
    ),
  },
});
