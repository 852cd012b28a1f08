/**
 * `_abc`: what `abc.ABCMeta` is made of.
 *
 * @cpython Modules/_abc.c
 */
import {
  assertionError,
  callMethod,
  getAttr,
  getAttrOrUndefined,
  isSubclass,
  isTrue,
  iterate,
  makeBuiltinType,
  nativeFunction,
  NotImplemented,
  objectType,
  PyObject,
  PyTuple,
  PyType,
  Py_TPFLAGS_MAPPING,
  Py_TPFLAGS_SEQUENCE,
  runtimeError,
  setAttr,
  toArray,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  asHostString,
  type Value,
} from '../../objects/core/index.ts';
import { isAbstract } from '../../objects/property/index.ts';
import { PyFrozenSet, PySet } from '../../objects/set/index.ts';
import { newWeakReference, weakrefType } from '../../objects/weakref/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { docs, MODULE_DOC } from './docs.ts';

/** Classes, held weakly. */
class WeakClassSet {
  private members = new WeakSet<PyObject>();
  private references: WeakRef<PyObject>[] = [];
  has(value: Value): boolean {
    return value instanceof PyObject && this.members.has(value);
  }
  add(value: Value): void {
    if (!(value instanceof PyObject) || this.members.has(value)) return;
    this.members.add(value);
    this.references.push(new WeakRef(value));
  }
  clear(): void {
    this.members = new WeakSet();
    this.references = [];
  }
  get isEmpty(): boolean {
    return this.references.length === 0;
  }
  live(): PyObject[] {
    return this.references.flatMap((reference) => reference.deref() ?? []);
  }
}

/** What an abstract base class keeps: `cls._abc_impl`. */
class PyAbcData extends PyObject {
  readonly registry = new WeakClassSet();
  readonly cache = new WeakClassSet();
  readonly negativeCache = new WeakClassSet();
  negativeCacheVersion: number;
  constructor(version: number) {
    super();
    this.negativeCacheVersion = version;
  }
}
const abcDataType = makeBuiltinType('_abc._abc_data', objectType, PyAbcData);
const abcDataSpec = typeSpec(abcDataType, {
  doc: 'Internal state held by ABC machinery.',
  slots: { tp_new: () => new PyAbcData(state().invalidationCounter) },
});

const STATE = Symbol('_abc');
/** Counts the calls of `register`, which make negative caches stale. */
function state(): { invalidationCounter: number } {
  return currentInterpreter().state(STATE, () => ({ invalidationCounter: 0 }));
}

function dataOf(cls: Value): PyAbcData {
  const data = getAttr(cls, '_abc_impl');
  if (!(data instanceof PyAbcData)) throw typeError('_abc_impl is set to a wrong type');
  return data;
}

/** @cpython compute_abstract_methods */
function computeAbstractMethods(cls: Value): void {
  const abstract = new PyFrozenSet();
  const namespace = getAttr(cls, '__dict__');
  for (const pair of toArray(callMethod(namespace, 'items'))) {
    if (!(pair instanceof PyTuple))
      throw typeError(`Iteration over items() returned a non-pair '${typeName(pair)}' object`);
    if (isAbstract(pair.items[1])) abstract.add(pair.items[0]!);
  }
  const bases = getAttr(cls, '__bases__');
  if (!(bases instanceof PyTuple)) throw typeError('__bases__ is not tuple');
  for (const base of bases.items) {
    const inherited = getAttrOrUndefined(base, '__abstractmethods__');
    if (inherited === undefined) continue;
    for (const name of iterate(inherited)) {
      const value = getAttrOrUndefined(cls, asHostString(name));
      if (value !== undefined && isAbstract(value)) abstract.add(name);
    }
  }
  setAttr(cls, '__abstractmethods__', abstract);
}

const COLLECTION_FLAGS = Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_MAPPING;

function abcInit(cls: Value): void {
  computeAbstractMethods(cls);
  setAttr(cls, '_abc_impl', new PyAbcData(state().invalidationCounter));
  if (!(cls instanceof PyType)) return;
  const flags = cls.ownDict().deleteStr('__abc_tpflags__');
  if (typeof flags !== 'number') return;
  if ((flags & COLLECTION_FLAGS) === COLLECTION_FLAGS) {
    throw typeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING');
  }
  setCollectionFlag(cls, flags & COLLECTION_FLAGS);
}

function setCollectionFlag(type: PyType, flag: number): void {
  type.tp_flags = (type.tp_flags & ~COLLECTION_FLAGS) | flag;
}

/** Gives a registered class and its subclasses the flag of the ABC. @cpython set_collection_flag_recursive */
function setCollectionFlagRecursively(type: PyType, flag: number): void {
  if (!type.isHeapType || (type.tp_flags & COLLECTION_FLAGS) === flag) return;
  setCollectionFlag(type, flag);
  for (const subclass of type.liveSubclasses()) setCollectionFlagRecursively(subclass, flag);
}

function abcRegister(cls: Value, subclass: Value): Value {
  if (!(subclass instanceof PyType)) throw typeError('Can only register classes');
  if (isSubclass(subclass, cls)) return subclass;
  // Registering the other way round would make a cycle.
  if (isSubclass(cls, subclass)) throw runtimeError('Refusing to create an inheritance cycle');
  dataOf(cls).registry.add(subclass);
  state().invalidationCounter++;
  if (cls instanceof PyType) {
    const flag = cls.tp_flags & COLLECTION_FLAGS;
    if (flag !== 0) setCollectionFlagRecursively(subclass, flag);
  }
  return subclass;
}

function abcInstanceCheck(cls: Value, instance: Value): Value {
  const data = dataOf(cls);
  const subclass = getAttr(instance, '__class__');
  if (data.cache.has(subclass)) return true;
  const subtype = typeOf(instance);
  if (subtype === subclass) {
    if (data.negativeCacheVersion === state().invalidationCounter && data.negativeCache.has(subclass)) return false;
    return callMethod(cls, '__subclasscheck__', subclass);
  }
  const result = callMethod(cls, '__subclasscheck__', subclass);
  if (isTrue(result)) return result;
  return callMethod(cls, '__subclasscheck__', subtype);
}

function abcSubclassCheck(cls: Value, subclass: Value): Value {
  if (!(subclass instanceof PyType)) throw typeError('issubclass() arg 1 must be a class');
  const data = dataOf(cls);
  if (data.cache.has(subclass)) return true;
  const version = state().invalidationCounter;
  if (data.negativeCacheVersion < version) {
    data.negativeCache.clear();
    data.negativeCacheVersion = version;
  } else if (data.negativeCache.has(subclass)) return false;
  const verdict = callMethod(cls, '__subclasshook__', subclass);
  if (verdict === true) {
    data.cache.add(subclass);
    return true;
  }
  if (verdict === false) {
    data.negativeCache.add(subclass);
    return false;
  }
  if (verdict !== NotImplemented)
    throw assertionError('__subclasshook__ must return either False, True, or NotImplemented');
  if (subclass.tp_mro.includes(cls as PyType) || isKnownElsewhere(cls, subclass, data)) {
    data.cache.add(subclass);
    return true;
  }
  data.negativeCache.add(subclass);
  return false;
}

/** Whether it derives from a registered class or from a subclass of the ABC. */
function isKnownElsewhere(cls: Value, subclass: PyType, data: PyAbcData): boolean {
  for (const registered of data.registry.live()) if (isSubclass(subclass, registered)) return true;
  const subclasses = callMethod(cls, '__subclasses__');
  for (const each of toArray(subclasses)) if (isSubclass(subclass, each)) return true;
  return false;
}

function weakSetOf(set: WeakClassSet): Value {
  const result = new PySet();
  for (const member of set.live()) result.add(newWeakReference(weakrefType, member, undefined));
  return result;
}

export const abcModule = defineModule('_abc', {
  doc: MODULE_DOC,
  hiddenTypes: [abcDataSpec],
  functions: {
    get_cache_token: nativeFunction('($module, /)', () => state().invalidationCounter, docs.get_cache_token),
    _abc_init: nativeFunction('($module, self, /)', abcInit, docs._abc_init),
    _reset_registry: nativeFunction(
      '($module, self, /)',
      (cls: Value) => dataOf(cls).registry.clear(),
      docs._reset_registry,
    ),
    _reset_caches: nativeFunction(
      '($module, self, /)',
      (cls: Value) => {
        dataOf(cls).cache.clear();
        dataOf(cls).negativeCache.clear();
      },
      docs._reset_caches,
    ),
    _get_dump: nativeFunction(
      '($module, self, /)',
      (cls: Value) => {
        const data = dataOf(cls);
        return new PyTuple([
          weakSetOf(data.registry),
          weakSetOf(data.cache),
          weakSetOf(data.negativeCache),
          data.negativeCacheVersion,
        ]);
      },
      docs._get_dump,
    ),
    _abc_register: nativeFunction('($module, self, subclass, /)', abcRegister, docs._abc_register),
    _abc_instancecheck: nativeFunction('($module, self, instance, /)', abcInstanceCheck, docs._abc_instancecheck),
    _abc_subclasscheck: nativeFunction('($module, self, subclass, /)', abcSubclassCheck, docs._abc_subclasscheck),
  },
});
