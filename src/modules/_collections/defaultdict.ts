/** `collections.defaultdict`. @cpython Modules/_collectionsmodule.c defdict_* */
import {
  allocate,
  call,
  callMethod,
  dictType,
  getIter,
  isCallable,
  keyError,
  makeBuiltinType,
  method,
  None,
  NotImplemented,
  PyDict,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  reprText,
  setItem,
  strFromUtf16,
  asText,
  typeError,
  typeSpec,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';
import { dictRepr, updateFrom, updateFromArguments } from '../../objects/dict/index.ts';
import { classGetItem } from '../../objects/generic-alias/class-get-item.ts';
import { concatTexts, guardedRepr } from '../../objects/list/index.ts';

export class PyDefaultDict extends PyDict {
  factory: Value = None;
}
export const defaultdictType = makeBuiltinType('collections.defaultdict', dictType, PyDefaultDict, Py_TPFLAGS_BASETYPE);

function init(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const dict = self as PyDefaultDict;
  const given = args.length - (kwnames?.length ?? 0);
  if (given > 0) {
    const factory = args[0]!;
    if (factory !== None && !isCallable(factory)) throw typeError('first argument must be callable or None');
    dict.factory = factory;
  } else dict.factory = None;
  updateFromArguments(dict, 'dict', given > 0 ? args.slice(1) : args, kwnames);
}

/** @cpython defdict_missing */
function missing(dict: PyDefaultDict, key: Value): Value {
  if (dict.factory === None) throw keyError(key);
  const value = call(dict.factory, []);
  setItem(dict, key, value);
  return value;
}

function repr(self: Value): Value {
  const dict = self as PyDefaultDict;
  const items = asText(dictRepr(dict))!;
  const { factory: func } = dict;
  const factory = func instanceof PyObject ? guardedRepr(func, '...', () => reprText(func)) : reprText(func);
  return concatTexts([strFromUtf16(`${dict.ob_type.name}(`), factory, ', ', items, ')']);
}

/** A dict of the same type and factory with these entries. @cpython new_defdict */
function newLike(dict: PyDefaultDict, entries: Value): Value {
  return call(dict.ob_type, [dict.factory, entries]);
}

const copyMethod = method(
  '($self, /)',
  (self: PyDefaultDict) => newLike(self, self),
  'D.copy() -> a shallow copy of D.',
);

export const defaultdictSpec = typeSpec(defaultdictType, {
  doc: `defaultdict(default_factory=None, /, [...]) --> dict with default factory

The default factory is called without arguments to produce
a new value when a key is not present, in __getitem__ only.
A defaultdict compares equal to a dict with the same items.
All remaining arguments are treated the same as if they were
passed to the dict constructor, including keyword arguments.
`,
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: init,
    tp_repr: repr,
    nb_or: (left, right) => {
      const self = left instanceof PyDefaultDict ? left : (right as PyDefaultDict);
      const other = self === left ? right : left;
      if (!(other instanceof PyDict)) return NotImplemented;
      const result = newLike(self, left);
      if (result instanceof PyDict) updateFrom(result, right);
      return result;
    },
  },
  methods: {
    __missing__: method(
      '($self, object, /)',
      missing,
      `__missing__(key) # Called by __getitem__ for missing key; pseudo-code:
  if self.default_factory is None: raise KeyError((key,))
  self[key] = value = self.default_factory()
  return value
`,
    ),
    copy: copyMethod,
    __copy__: copyMethod,
    __reduce__: method(
      '($self, /)',
      (self: PyDefaultDict) => {
        const args = new PyTuple(self.factory === None ? [] : [self.factory]);
        return new PyTuple([self.ob_type, args, None, None, getIter(callMethod(self, 'items'))]);
      },
      'Return state information for pickling.',
    ),
    __class_getitem__: classGetItem(
      "defaultdicts are generic over two types, signifying (respectively) the types of the dictionary's keys and values",
    ),
  },
  members: {
    default_factory: {
      get: (self) => (self as PyDefaultDict).factory,
      set: (self, value) => {
        (self as PyDefaultDict).factory = value ?? None;
      },
      doc: 'Factory for default value called by __missing__().',
    },
  },
});
