/**
 * `object`: what every object can do.
 *
 * @cpython Objects/typeobject.c object_methods, object_getsets
 */
import {
  None,
  NotImplemented,
  Py_EQ,
  Py_NE,
  Py_TPFLAGS_IMMUTABLETYPE,
  PyDict,
  PyList,
  PyTuple,
  PyType,
  asText,
  callMethod,
  classMethod,
  genericGetAttr,
  genericSetAttr,
  getAttr,
  getAttrOrUndefined,
  hashIdentity,
  index,
  assignInstanceDict,
  instanceDict,
  isTrue,
  lookupSpecial,
  method,
  moduleType,
  objectType,
  readInstanceAttribute,
  repr,
  strFromUtf16,
  strHost,
  textToHost,
  toArray,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  call,
  identityText,
  type DictOwner,
  type Value,
  thread,
  valueError,
  objectNew,
  objectInit,
} from '../core/index.ts';

/** `<module.qualname object at 0x…>`. @cpython object_repr */
export function objectRepr(self: Value): Value {
  const type = typeOf(self);
  const module = type.isHeapType ? type.lookup('__module__') : type.moduleName;
  const moduleText = module === undefined ? undefined : asText(module);
  const qualname = type.ht_qualname;
  const name =
    moduleText !== undefined && moduleText !== 'builtins'
      ? `${textToHost(moduleText)}.${qualname}`
      : type.isHeapType
        ? qualname
        : type.tp_name;
  return strFromUtf16(`<${name} object at ${identityText(self)}>`);
}

function richcompare(left: Value, right: Value, op: number): Value {
  if (op === Py_EQ) return left === right ? true : NotImplemented;
  if (op === Py_NE) {
    const slot = typeOf(left).tp_richcompare;
    if (slot === undefined) return NotImplemented;
    const result = slot(left, right, Py_EQ);
    return result === NotImplemented ? NotImplemented : !isTrue(result);
  }
  return NotImplemented;
}

/** `__class__` assignment. @cpython object_set_class */
function setClass(self: Value, value: Value | undefined): void {
  if (value === undefined) throw typeError("can't delete __class__ attribute");
  if (!(value instanceof PyType)) {
    throw typeError(`__class__ must be set to a class, not '${typeName(value)}' object`);
  }
  const old = typeOf(self);
  if (typeof self !== 'object') throw immutableClassError();
  const isModulePair = value.isSubtype(moduleType) && old.isSubtype(moduleType);
  if (!isModulePair && (value.hasFlag(Py_TPFLAGS_IMMUTABLETYPE) || old.hasFlag(Py_TPFLAGS_IMMUTABLETYPE))) {
    throw immutableClassError();
  }
  if (!haveSameLayout(old, value)) {
    throw typeError(`__class__ assignment: '${value.tp_name}' object layout differs from '${old.tp_name}'`);
  }
  Object.setPrototypeOf(self, value.instanceClass.prototype as object);
}

function immutableClassError(): Value {
  return typeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
}

function layoutRoot(type: PyType): PyType {
  let root = type;
  while (root.isHeapType && root.slotMembers.length === 0 && root.tp_base !== null) root = root.tp_base;
  return root;
}

function haveSameLayout(left: PyType, right: PyType): boolean {
  if (left.hasDict !== right.hasDict || left.hasWeakref !== right.hasWeakref) return false;
  const a = layoutRoot(left);
  const b = layoutRoot(right);
  if (a === b) return true;
  return a.isHeapType && b.isHeapType && a.tp_base === b.tp_base && a.slotMembers.join() === b.slotMembers.join();
}

/** Names for `dir()`. @cpython object___dir___impl */
function dir(self: Value): Value {
  const names = new PyDict();
  const dict = getAttrOrUndefined(self, '__dict__');
  if (dict instanceof PyDict) names.update(dict);
  const cls = getAttrOrUndefined(self, '__class__');
  if (cls !== undefined) mergeClassNames(names, cls);
  return new PyList([...names.keys()]);
}

/** Adds the names of a class and its bases. @cpython merge_class_dict */
export function mergeClassNames(names: PyDict, cls: Value): void {
  const dict = getAttrOrUndefined(cls, '__dict__');
  if (dict !== undefined) for (const key of toArray(callMethod(dict, 'keys'))) names.set(key, None);
  const bases = getAttrOrUndefined(cls, '__bases__');
  if (bases !== undefined) for (const base of toArray(bases)) mergeClassNames(names, base);
}

// --- pickling support ------------------------------------------------------------------------------------------------
/** @cpython object_getstate_default */
function getstateDefault(self: Value, required: boolean): Value {
  const type = typeOf(self);
  if (required && type.hasItems) throw typeError(`cannot pickle ${type.tp_name} objects`);
  if (required && hasNativeState(type)) throw typeError(`cannot pickle '${type.tp_name}' object`);
  const state: Value = type.hasDict ? instanceState(self) : None;
  const slotState = new PyDict();
  for (const name of slotNames(type)) {
    const text = asText(name);
    const value = text === undefined ? undefined : getAttrOrUndefined(self, textToHost(text));
    if (value !== undefined) slotState.set(name, value);
  }
  return slotState.size === 0 ? state : new PyTuple([state, slotState]);
}

/** The `__slots__` members of all bases, as `copyreg` finds and keeps them. @cpython _PyType_GetSlotNames */
function slotNames(type: PyType): readonly Value[] {
  if (!type.isHeapType) return [];
  let names = type.ownDict().getStr('__slotnames__');
  if (names === undefined) {
    if (!type.tp_mro.some((base) => base.slotMembers.length > 0)) return [];
    names = call(getAttr(thread.interp.importModule('copyreg'), '_slotnames'), [type]);
    if (names !== None && !(names instanceof PyList))
      throw typeError("copyreg._slotnames didn't return a list or None");
  } else if (names !== None && !(names instanceof PyList)) {
    throw typeError(`${type.name}.__slotnames__ should be a list or None, not ${typeName(names)}`);
  }
  return names instanceof PyList ? names.items.slice() : [];
}

function instanceState(self: Value): Value {
  const dict = getAttrOrUndefined(self, '__dict__');
  if (dict === undefined) return None;
  return dict instanceof PyDict
    ? dict.size === 0 && (self as DictOwner).ob_dict === null
      ? None
      : dict.size === 0
        ? None
        : dict
    : dict;
}

/** Builtin types whose instances have no fields. */
const STATELESS: ReadonlySet<string> = new Set(['NoneType', 'ellipsis', 'NotImplementedType']);

function hasNativeState(type: PyType): boolean {
  let base: PyType | null = type;
  while (base !== null && (base.isHeapType || !base.addsLayout)) base = base.tp_base;
  return base !== objectType && !STATELESS.has(base!.tp_name);
}

function getstate(self: Value, required: boolean): Value {
  const descr = typeOf(self).lookup('__getstate__');
  if (descr !== undefined && descr !== objectType.ownDict().getStr('__getstate__'))
    return callMethod(self, '__getstate__');
  const shadow = typeOf(self).hasDict ? readInstanceAttribute(self as DictOwner, '__getstate__') : undefined;
  return shadow === undefined ? getstateDefault(self, required) : call(shadow, []);
}

/** `__reduce_ex__` of protocol 2 and up. @cpython reduce_newobj */
function reduceNewobj(self: Value): Value {
  const type = typeOf(self);
  if (type.tp_new === undefined) throw typeError(`cannot pickle '${type.tp_name}' object`);
  const copyreg = thread.interp.importModule('copyreg');
  let args: Value | undefined;
  let kwargs: Value | undefined;
  const newargsEx = lookupSpecial(self, '__getnewargs_ex__');
  if (newargsEx !== undefined) {
    const pair = call(newargsEx, []);
    if (!(pair instanceof PyTuple)) throw typeError(`__getnewargs_ex__ should return a tuple, not '${typeName(pair)}'`);
    if (pair.items.length !== 2) {
      throw valueError(`__getnewargs_ex__ should return a tuple of length 2, not ${pair.items.length}`);
    }
    [args, kwargs] = pair.items as [Value, Value];
    if (!(args instanceof PyTuple)) {
      throw typeError(`first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${typeName(args)}'`);
    }
    if (!(kwargs instanceof PyDict)) {
      throw typeError(
        `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${typeName(kwargs)}'`,
      );
    }
  } else {
    const newargs = lookupSpecial(self, '__getnewargs__');
    if (newargs !== undefined) {
      args = call(newargs, []);
      if (!(args instanceof PyTuple)) throw typeError(`__getnewargs__ should return a tuple, not '${typeName(args)}'`);
    }
  }
  const hasArgs = args !== undefined;
  const isList = isInstanceOfName(type, 'list');
  const isDict = isInstanceOfName(type, 'dict');
  const state = getstate(self, !(hasArgs || isList || isDict));
  const cls = typeOf(self);
  let constructor: Value;
  let constructorArgs: Value;
  if (kwargs instanceof PyDict && kwargs.size > 0) {
    constructor = getAttr(copyreg, '__newobj_ex__');
    constructorArgs = new PyTuple([cls, args!, kwargs]);
  } else {
    constructor = getAttr(copyreg, '__newobj__');
    constructorArgs = new PyTuple([cls, ...(args instanceof PyTuple ? args.items : [])]);
  }
  const listItems: Value = isList ? call(getAttr(self, '__iter__'), []) : None;
  const dictItems: Value = isDict ? callMethod(callMethod(self, 'items'), '__iter__') : None;
  return new PyTuple([constructor, constructorArgs, state, listItems, dictItems]);
}

function isInstanceOfName(type: PyType, name: string): boolean {
  return type.tp_mro.some((base) => !base.isHeapType && base.tp_name === name);
}

function reduceEx(self: Value, protocol: Value): Value {
  const own = typeOf(self).lookup('__reduce__');
  if (own !== undefined && own !== objectType.ownDict().getStr('__reduce__')) return callMethod(self, '__reduce__');
  return commonReduce(self, Number(index(protocol)));
}

function commonReduce(self: Value, protocol: number): Value {
  if (protocol >= 2) return reduceNewobj(self);
  return call(getAttr(thread.interp.importModule('copyreg'), '_reduce_ex'), [self, protocol]);
}

export const objectSpec = typeSpec(objectType, {
  doc: 'object()\n--\n\nThe base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n',
  slots: {
    tp_new: objectNew,
    tp_init: objectInit,
    tp_repr: objectRepr,
    tp_str: (self) => repr(self),
    tp_hash: (self) => hashIdentity(self),
    tp_richcompare: richcompare,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
  methods: {
    __reduce_ex__: method('($self, protocol, /)', reduceEx, 'Helper for pickle.'),
    __reduce__: method('($self, /)', (self: Value) => commonReduce(self, 0), 'Helper for pickle.'),
    __getstate__: method('($self, /)', (self: Value) => getstateDefault(self, false), 'Helper for pickle.'),
    __subclasshook__: classMethod(
      '($type, object, /)',
      () => NotImplemented,
      'Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n',
    ),
    __init_subclass__: classMethod(
      '($type, /)',
      () => None,
      'This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n',
    ),
    __format__: method(
      '($self, format_spec, /)',
      (self: Value, spec: Value) => {
        const text = asText(spec);
        if (text === undefined) throw typeError(`__format__() argument must be str, not ${typeName(spec)}`);
        if (text !== '') throw typeError(`unsupported format string passed to ${typeName(self)}.__format__`);
        return strFromUtf16(strHost(self));
      },
      'Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.',
    ),
    __sizeof__: method('($self, /)', () => 16, 'Size of object in memory, in bytes.'),
    __dir__: method('($self, /)', dir, 'Default dir() implementation.'),
  },
  getset: {
    __class__: { get: (self) => typeOf(self), set: setClass, doc: "the object's class" },
  },
});

/** `__dict__` of classes whose instances have one. */
export const instanceDictGetSet = {
  get: (self: Value): Value => instanceDict(self as DictOwner),
  set: (self: Value, value: Value | undefined): void => {
    if (value === undefined) throw typeError('cannot delete __dict__');
    if (!(value instanceof PyDict)) throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
    assignInstanceDict(self as DictOwner, value);
  },
  doc: 'dictionary for instance variables',
};
