/** `functools.partial` and its Placeholder. @cpython Modules/_functoolsmodule.c partial_* */
import {
  allocate,
  asHostString,
  call,
  dictType,
  getAttr,
  instanceDict,
  isCallable,
  isInstanceOf,
  makeBuiltinType,
  method,
  None,
  objectType,
  PyDict,
  PyMethod,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  reprText,
  strText,
  strFromUtf16,
  tupleType,
  typeError,
  typeSpec,
  assignInstanceDict,
  type Kwnames,
  type PyType,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { classGetItem } from '../../objects/generic-alias/class-get-item.ts';
import { bracketed, concatTexts, guardedRepr } from '../../objects/list/index.ts';
import { instanceDictGetSet } from '../../objects/object/object.ts';

class PyPlaceholder extends PyObject {}
export const placeholderType = makeBuiltinType('functools._PlaceholderType', objectType, PyPlaceholder);
placeholderType.hasIdentityHash = true;
/** Stands for an argument that the call gives. */
export const Placeholder = new PyPlaceholder();

export const placeholderSpec = typeSpec(placeholderType, {
  doc: `The type of the Placeholder singleton.

Used as a placeholder for partial arguments.`,
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (args.length > 0 || (kwnames?.length ?? 0) > 0) throw typeError('PlaceholderType takes no arguments');
      return Placeholder;
    },
    tp_repr: () => 'Placeholder',
  },
  methods: { __reduce__: method('($self, /)', () => 'Placeholder') },
});

export class PyPartial extends PyObject {
  ob_dict: PyDict | null = null;
  func: Value = None;
  args: PyTuple = new PyTuple([]);
  keywords: PyDict = new PyDict();
  placeholders = 0;
}
export const partialType = makeBuiltinType('functools.partial', objectType, PyPartial, Py_TPFLAGS_BASETYPE);
partialType.hasDict = true;
partialType.hasWeakref = true;

const countPlaceholders = (args: readonly Value[]): number => args.filter((arg) => arg === Placeholder).length;

/** Puts new arguments in the places of placeholders, the rest behind. */
function mergeArguments(old: readonly Value[], given: readonly Value[]): Value[] {
  let used = 0;
  const merged = old.map((arg) => (arg === Placeholder && used < given.length ? given[used++]! : arg));
  for (; used < given.length; used++) merged.push(given[used]!);
  return merged;
}

/** @cpython partial_new */
function partialNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  const given = args.length - (kwnames?.length ?? 0);
  if (given < 1) throw typeError("type 'partial' takes at least one argument");
  let func = args[0]!;
  if (!isCallable(func)) throw typeError('the first argument must be callable');
  if (given > 1 && args[given - 1] === Placeholder) throw typeError('trailing Placeholders are not allowed');
  for (let i = given; i < args.length; i++) {
    if (args[i] === Placeholder) throw typeError('Placeholder cannot be passed as a keyword argument');
  }
  let positional: Value[] = args.slice(1, given);
  let keywords = new PyDict();
  if (func instanceof PyPartial && (func.ob_dict === null || func.ob_dict.size === 0)) {
    positional = mergeArguments(func.args.items, positional);
    keywords = func.keywords.copy();
    func = func.func;
  }
  kwnames?.forEach((name, i) => keywords.set(strFromUtf16(name), args[given + i]!));
  const partial = allocate<[], PyPartial>(type);
  partial.func = func;
  partial.args = new PyTuple(positional);
  partial.keywords = keywords;
  partial.placeholders = countPlaceholders(positional);
  return partial;
}

/** @cpython partial_vectorcall */
function partialCall(self: Value, args: readonly Value[], kwnames: Kwnames): Value {
  const partial = self as PyPartial;
  const given = args.length - (kwnames?.length ?? 0);
  if (given < partial.placeholders) {
    throw typeError(
      `missing positional arguments in 'partial' call; expected at least ${partial.placeholders}, got ${given}`,
    );
  }
  const positional = given === args.length ? args : args.slice(0, given);
  const merged =
    partial.placeholders === 0
      ? [...partial.args.items, ...positional]
      : mergeArguments(partial.args.items, positional);
  if (partial.keywords.size === 0) {
    if (kwnames === null) return call(partial.func, merged);
    for (let i = given; i < args.length; i++) merged.push(args[i]!);
    return call(partial.func, merged, kwnames);
  }
  const keywords = new Map<string, Value>();
  for (const [name, value] of partial.keywords.entries()) {
    if (!isName(name)) throw typeError('keywords must be strings');
    keywords.set(asHostString(name), value);
  }
  kwnames?.forEach((name, i) => keywords.set(name, args[given + i]!));
  return call(partial.func, [...merged, ...keywords.values()], [...keywords.keys()]);
}

const isName = (value: Value): boolean =>
  typeof value === 'string' || (value instanceof PyObject && value.ob_type.name === 'str');

function partialRepr(self: Value): Value {
  const partial = self as PyPartial;
  const type = partial.ob_type;
  const module = strText(getAttr(type, '__module__'));
  const name = concatTexts([module, '.', strFromUtf16(type.ht_qualname)]);
  return guardedRepr(partial, '...', () => {
    const parts: Text[] = [reprText(partial.func), ...partial.args.items.map(reprText)];
    for (const [key, value] of partial.keywords.entries())
      parts.push(concatTexts([strText(key), '=', reprText(value)]));
    return concatTexts([name, bracketed('(', parts, ')')]);
  });
}

/** @cpython partial_setstate */
function setState(partial: PyPartial, state: Value): void {
  const parts = state instanceof PyTuple && state.items.length === 4 ? state.items : undefined;
  const [func, args, keywords, dict] = parts ?? [];
  const isValid =
    parts !== undefined &&
    isCallable(func!) &&
    isInstanceOf(args!, tupleType) &&
    (keywords === None || isInstanceOf(keywords!, dictType));
  if (!isValid) throw typeError('invalid partial state');
  const items = (args as PyTuple).items;
  if (items.length > 0 && items[items.length - 1] === Placeholder)
    throw typeError('trailing Placeholders are not allowed');
  partial.func = func!;
  partial.args = (args as PyTuple).ob_type === tupleType ? (args as PyTuple) : new PyTuple(items);
  partial.keywords =
    keywords === None
      ? new PyDict()
      : (keywords as PyDict).ob_type === dictType
        ? (keywords as PyDict)
        : (keywords as PyDict).copy();
  partial.placeholders = countPlaceholders(items);
  if (dict === None) partial.ob_dict = null;
  else if (dict instanceof PyDict) assignInstanceDict(partial, dict);
}

export const partialSpec = typeSpec(partialType, {
  doc: `partial(func, /, *args, **keywords)
--

Create a new function with partial application of the given arguments
and keywords.`,
  slots: {
    tp_new: partialNew,
    tp_call: partialCall,
    tp_repr: partialRepr,
    tp_descr_get: (self, object) => (object === undefined || object === None ? self : new PyMethod(self, object)),
  },
  methods: {
    __reduce__: method('($self, /)', (self: PyPartial) => {
      const dict = instanceDict(self);
      const state = new PyTuple([self.func, self.args, self.keywords, dict.size === 0 ? None : dict]);
      return new PyTuple([self.ob_type, new PyTuple([self.func]), state]);
    }),
    __setstate__: method('($self, object, /)', setState),
    __class_getitem__: classGetItem("partial is generic over the wrapped function's return type"),
  },
  members: {
    func: { get: (self) => (self as PyPartial).func, doc: 'function object to use in future partial calls' },
    args: { get: (self) => (self as PyPartial).args, doc: 'tuple of arguments to future partial calls' },
    keywords: {
      get: (self) => (self as PyPartial).keywords,
      doc: 'dictionary of keyword arguments to future partial calls',
    },
  },
  getset: { __dict__: instanceDictGetSet },
});
