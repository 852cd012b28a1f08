/**
 * `type`: attributes, construction and methods of classes.
 *
 * @cpython Objects/typeobject.c type_getattro, type_setattro, type_methods, type_getsets
 */
import {
  docOf,
  None,
  Py_TPFLAGS_IMMUTABLETYPE,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_IS_ABSTRACT,
  PyDict,
  PyList,
  PyTuple,
  PyType,
  argumentBinder,
  asText,
  assignableBases,
  attributeError,
  calculateMetaclass,
  call,
  classAttributeChanged,
  computeMro,
  constructObject,
  isTrue,
  method,
  mroChanged,
  noAttribute,
  realIsInstance,
  realIsSubclass,
  updateMros,
  setName,
  strFromUtf16,
  textToHost,
  typeError,
  unicodeEncodeError,
  typeName,
  typeNew,
  typeOf,
  typeSpec,
  typeType,
  valueError,
  rawClassMethod,
  type Kwnames,
  type Value,
  thread,
} from '../core/index.ts';
import { mergeClassNames } from '../object/object.ts';
import { makeMappingProxy, makeUnion, signatureOfDoc } from './type-hooks.ts';

/** @cpython _Py_type_getattro_impl */
function typeGetattro(self: Value, name: string): Value | undefined {
  const type = self as PyType;
  const metatype = typeOf(type);
  const metaDescr = metatype.lookup(name);
  let metaGet;
  if (metaDescr !== undefined) {
    const descrType = typeOf(metaDescr);
    metaGet = descrType.tp_descr_get;
    if (metaGet !== undefined && descrType.tp_descr_set !== undefined) return metaGet(metaDescr, type, metatype);
  }
  const attribute = type.lookup(name);
  if (attribute !== undefined) {
    const get = typeOf(attribute).tp_descr_get;
    return get === undefined ? attribute : get(attribute, undefined, type);
  }
  if (metaDescr === undefined) return undefined;
  return metaGet === undefined ? metaDescr : metaGet(metaDescr, type, metatype);
}

function checkMutable(type: PyType, what: string): void {
  if (type.hasFlag(Py_TPFLAGS_IMMUTABLETYPE)) {
    throw typeError(`cannot ${what} of immutable type '${type.tp_name}'`);
  }
}

/** @cpython type_setattro */
function typeSetattro(self: Value, name: string, value: Value | undefined): void {
  const type = self as PyType;
  checkMutable(type, `set '${name}' attribute`);
  const metaDescr = typeOf(type).lookup(name);
  const set = metaDescr === undefined ? undefined : typeOf(metaDescr).tp_descr_set;
  if (set !== undefined) {
    set(metaDescr!, type, value);
    return;
  }
  if (value !== undefined) setName(type.ownDict(), name, value);
  else if (type.ownDict().delete(strFromUtf16(name)) === undefined) throw noAttribute(type, name);
  classAttributeChanged(type, name);
}

function typeRepr(self: Value): Value {
  const type = self as PyType;
  const module = moduleOf(type);
  const text = module === undefined ? undefined : asText(module);
  if (text === undefined || text === 'builtins')
    return strFromUtf16(`<class '${type.isHeapType ? type.name : type.ht_qualname}'>`);
  return strFromUtf16(`<class '${textToHost(text)}.${type.ht_qualname}'>`);
}

function moduleOf(type: PyType): Value | undefined {
  return type.isHeapType ? type.ownDict().getStr('__module__') : strFromUtf16(type.moduleName);
}

/** Names and docs of types are kept in UTF-8. @throws UnicodeEncodeError */
function checkEncodable(value: Value, host: string): void {
  const at = host.search(/\p{Surrogate}/u);
  if (at < 0) return;
  const before = [...host.slice(0, at)].length;
  throw unicodeEncodeError('utf-8', value, before, before + 1, 'surrogates not allowed');
}

const bindTypeNew = argumentBinder('type', '(name, bases, dict, /, **kwds)');

/** `type.__new__`. @cpython type_new */
function typeTpNew(metatype: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  const positional = args.length - (kwnames?.length ?? 0);
  if (positional !== 3) {
    throw typeError(`type.__new__() takes exactly 3 arguments (${positional} given)`);
  }
  const [name, bases, namespace] = bindTypeNew(args, kwnames) as [Value, Value, Value];
  const text = asText(name);
  if (text === undefined) throw typeError(`type.__new__() argument 1 must be str, not ${typeName(name)}`);
  if (!(bases instanceof PyTuple)) throw typeError(`type.__new__() argument 2 must be tuple, not ${typeName(bases)}`);
  if (!(namespace instanceof PyDict))
    throw typeError(`type.__new__() argument 3 must be dict, not ${typeName(namespace)}`);
  const host = textToHost(text);
  if (host.includes('\0')) throw valueError('type name must not contain null characters');
  checkEncodable(name, host);
  const doc = namespace.getStr('__doc__');
  const docText = doc === undefined ? undefined : asText(doc);
  if (docText !== undefined) checkEncodable(doc!, textToHost(docText));
  for (const base of bases.items) {
    if (base instanceof PyType) continue;
    if (typeOf(base).lookup('__mro_entries__') !== undefined) {
      throw typeError("type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  const winner = calculateMetaclass(metatype, bases.items);
  if (winner !== metatype && winner.tp_new !== typeTpNew && winner.tp_new !== undefined) {
    return winner.tp_new(winner, args, kwnames);
  }
  const kwargs = kwnames === null ? null : { names: kwnames, values: args.slice(3) };
  return typeNew(winner, host, bases.items, namespace, kwargs);
}

function typeInit(_self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const positional = args.length - (kwnames?.length ?? 0);
  if (kwnames !== null && positional === 1) throw typeError('type.__init__() takes no keyword arguments');
  if (positional !== 1 && positional !== 3) throw typeError('type.__init__() takes 1 or 3 arguments');
}

/** @cpython type_call */
function typeCall(self: Value, args: readonly Value[], kwnames: Kwnames): Value {
  if (self === typeType) {
    if (args.length === 1 && kwnames === null) return typeOf(args[0]!);
    if (args.length - (kwnames?.length ?? 0) !== 3) throw typeError('type() takes 1 or 3 arguments');
  }
  return constructObject(self as PyType, args, kwnames);
}

function deleteError(type: PyType, name: string): Value {
  return typeError(`cannot delete '${name}' attribute of immutable type '${type.tp_name}'`);
}

function settableName(type: PyType, value: Value | undefined, attribute: string): string {
  checkMutable(type, `set '${attribute}' attribute`);
  if (value === undefined) throw deleteError(type, attribute);
  const text = asText(value);
  if (text === undefined) {
    throw typeError(`can only assign string to ${type.tp_name}.${attribute}, not '${typeName(value)}'`);
  }
  return textToHost(text);
}

/** Assigning `__bases__`. @cpython type_set_bases */
function setBases(self: Value, value: Value | undefined): void {
  const type = self as PyType;
  checkMutable(type, "set '__bases__' attribute");
  if (value === undefined) throw deleteError(type, '__bases__');
  if (!(value instanceof PyTuple)) {
    throw typeError(`can only assign tuple to ${type.name}.__bases__, not ${typeName(value)}`);
  }
  const { bases, best } = assignableBases(type, value.items);
  const old = { bases: type.tp_bases, base: type.tp_base };
  type.tp_bases = bases;
  type.tp_base = best;
  try {
    updateMros(type);
  } catch (error) {
    if (type.tp_bases === bases) {
      type.tp_bases = old.bases;
      type.tp_base = old.base;
    }
    throw error;
  }
  if (type.tp_bases !== bases) return;
  for (const base of old.bases) base.removeSubclass(type);
  for (const base of bases) base.addSubclass(type);
  Object.setPrototypeOf(type.instanceClass.prototype, best.instanceClass.prototype as object);
  mroChanged(type);
}

/** `__annotations__` of classes: computed from `__annotate__` once. @cpython type_get_annotations */
function getAnnotations(self: Value): Value {
  const type = self as PyType;
  if (!type.isHeapType)
    throw attributeError(`type object '${type.name}' has no attribute '__annotations__'`, '__annotations__', type);
  const dict = type.ownDict();
  let annotations = dict.getStr('__annotations__') ?? dict.getStr('__annotations_cache__');
  if (annotations !== undefined) {
    const get = typeOf(annotations).tp_descr_get;
    return get === undefined ? annotations : get(annotations, undefined, type);
  }
  const annotate = getAnnotate(type);
  if (annotate !== None && typeOf(annotate).tp_call !== undefined) {
    annotations = call(annotate, [1]);
    if (!(annotations instanceof PyDict)) {
      throw typeError(`__annotate__() must return a dict, not ${typeName(annotations)}`);
    }
  } else annotations = new PyDict();
  dict.setStr('__annotations_cache__', annotations);
  type.modified();
  return annotations;
}

function setAnnotations(self: Value, value: Value | undefined): void {
  const type = self as PyType;
  checkMutable(type, "set '__annotations__' attribute");
  const dict = type.ownDict();
  const key = dict.getStr('__annotations__') === undefined ? '__annotations_cache__' : '__annotations__';
  if (value !== undefined) dict.setStr(key, value);
  else if (dict.deleteStr(key) === undefined) throw attributeError('__annotations__', '__annotations__', type);
  if (key === '__annotations__') dict.deleteStr('__annotations_cache__');
  dict.deleteStr('__annotate_func__');
  dict.deleteStr('__annotate__');
  type.modified();
}

/** @cpython type_get_annotate */
function getAnnotate(self: Value): Value {
  const type = self as PyType;
  if (!type.isHeapType)
    throw attributeError(`type object '${type.name}' has no attribute '__annotate__'`, '__annotate__', type);
  const dict = type.ownDict();
  const annotate = dict.getStr('__annotate_func__') ?? dict.getStr('__annotate__');
  if (annotate !== undefined) {
    const get = typeOf(annotate).tp_descr_get;
    return get === undefined ? annotate : get(annotate, undefined, type);
  }
  dict.setStr('__annotate_func__', None);
  return None;
}

function setAnnotate(self: Value, value: Value | undefined): void {
  const type = self as PyType;
  if (value === undefined) throw typeError('cannot delete __annotate__ attribute');
  checkMutable(type, "set '__annotate__' attribute");
  if (value !== None && typeOf(value).tp_call === undefined) throw typeError('__annotate__ must be callable or None');
  const dict = type.ownDict();
  dict.setStr('__annotate_func__', value);
  if (value !== None) dict.deleteStr('__annotations_cache__');
  type.modified();
}

function getAbstractMethods(self: Value): Value {
  const type = self as PyType;
  const value = type === typeType ? undefined : type.ownDict().getStr('__abstractmethods__');
  if (value === undefined) throw attributeError('__abstractmethods__', '__abstractmethods__', type);
  return value;
}

function setAbstractMethods(self: Value, value: Value | undefined): void {
  const type = self as PyType;
  if (value === undefined) {
    if (type.ownDict().deleteStr('__abstractmethods__') === undefined) {
      throw attributeError('__abstractmethods__', '__abstractmethods__', type);
    }
  } else type.ownDict().setStr('__abstractmethods__', value);
  type.modified();
  if (value !== undefined && isTrue(value)) type.tp_flags |= Py_TPFLAGS_IS_ABSTRACT;
  else type.tp_flags &= ~Py_TPFLAGS_IS_ABSTRACT;
}

function getDoc(self: Value): Value {
  const type = self as PyType;
  // `type` and `function` have a descriptor of that name for their instances.
  if (!type.isHeapType && type.tp_doc !== null) return docOf(type.tp_doc);
  const doc = type.ownDict().getStr('__doc__');
  if (doc === undefined) return None;
  const get = typeOf(doc).tp_descr_get;
  return get === undefined ? doc : get(doc, undefined, type);
}

function setInDict(name: string): (self: Value, value: Value | undefined) => void {
  return (self, value) => {
    const type = self as PyType;
    checkMutable(type, `set '${name}' attribute`);
    if (value === undefined) throw deleteError(type, name);
    type.ownDict().setStr(name, value);
    type.modified();
  };
}

export const typeObjectSpec = typeSpec(typeType, {
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  call1: typeOf,
  slots: {
    tp_new: typeTpNew,
    tp_init: typeInit,
    tp_call: typeCall,
    tp_repr: typeRepr,
    tp_getattro: typeGetattro,
    tp_setattro: typeSetattro,
    nb_or: (left, right) => makeUnion(left, right),
  },
  methods: {
    mro: method(
      '($self, /)',
      (self: PyType) => new PyList(computeMro(self, self.tp_bases)),
      "Return a type's method resolution order.",
    ),
    __subclasses__: method(
      '($self, /)',
      (self: PyType) => {
        thread.interp.finishStart();
        return new PyList(self.liveSubclasses());
      },
      'Return a list of immediate subclasses.',
    ),
    __prepare__: rawClassMethod(
      'Create the namespace for the class statement',
      () => new PyDict(),
      '($cls, name, bases, /, **kwds)',
    ),
    __instancecheck__: method(
      '($self, instance, /)',
      (self: Value, instance: Value) => realIsInstance(instance, self),
      'Check if an object is an instance.',
    ),
    __subclasscheck__: method(
      '($self, subclass, /)',
      (self: Value, subclass: Value) => realIsSubclass(subclass, self),
      'Check if a class is a subclass.',
    ),
    __dir__: method(
      '($self, /)',
      (self: Value) => {
        const names = new PyDict();
        mergeClassNames(names, self);
        return new PyList([...names.keys()]);
      },
      'Specialized __dir__ implementation for types.',
    ),
    __sizeof__: method('($self, /)', () => 936, 'Return memory consumption of the type object.'),
  },
  members: {
    __base__: { get: (self) => (self as PyType).tp_base ?? None },
    __flags__: {
      get: (self) => ((self as PyType).tp_flags | ((self as PyType).isShownAsHeapType ? Py_TPFLAGS_HEAPTYPE : 0)) >>> 0,
    },
    __basicsize__: { get: (self) => ((self as PyType).hasDict ? 32 : 16) },
    __itemsize__: { get: () => 0 },
    __dictoffset__: { get: (self) => ((self as PyType).hasDict ? -1 : 0) },
    __weakrefoffset__: { get: (self) => ((self as PyType).hasWeakref ? -2 : 0) },
  },
  getset: {
    __name__: {
      get: (self) => strFromUtf16((self as PyType).name),
      set: (self, value) => {
        const name = settableName(self as PyType, value, '__name__');
        if (name.includes('\0')) throw valueError('type name must not contain null characters');
        (self as PyType).tp_name = name;
      },
    },
    __qualname__: {
      get: (self) => strFromUtf16((self as PyType).ht_qualname),
      set: (self, value) => {
        (self as PyType).ht_qualname = settableName(self as PyType, value, '__qualname__');
      },
    },
    __bases__: { get: (self) => new PyTuple((self as PyType).tp_bases), set: setBases },
    __mro__: { get: (self) => new PyTuple((self as PyType).tp_mro) },
    __module__: {
      get: (self) => {
        const module = moduleOf(self as PyType);
        if (module === undefined) throw attributeError('__module__', '__module__', self);
        return module;
      },
      set: (self, value) => {
        setInDict('__module__')(self, value);
        // The line is of no use in another module.
        (self as PyType).ownDict().delete('__firstlineno__');
      },
    },
    __abstractmethods__: { get: getAbstractMethods, set: setAbstractMethods },
    __dict__: { get: (self) => makeMappingProxy((self as PyType).ownDict()) },
    __doc__: { get: getDoc, set: setInDict('__doc__') },
    __text_signature__: { get: (self) => signatureOfDoc(self as PyType) },
    __annotations__: { get: getAnnotations, set: setAnnotations },
    __annotate__: { get: getAnnotate, set: setAnnotate },
    __type_params__: {
      get: (self) =>
        (self === typeType ? undefined : (self as PyType).ownDict().getStr('__type_params__')) ?? new PyTuple([]),
      set: setInDict('__type_params__'),
    },
  },
});
