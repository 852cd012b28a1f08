/**
 * Weak references: the objects, and the list of those that point to each object.
 *
 * There are no reference counts: a referent is found dead when JavaScript's collector has taken it, or when `gc.collect()`
 * has shown that no Python object reaches it. Then its references are cleared and their callbacks run.
 *
 * @cpython Objects/weakrefobject.c
 */
import {
  call,
  excTypes,
  isPyException,
  newException,
  None,
  PyObject,
  Py_TPFLAGS_BASETYPE,
  makeBuiltinType,
  objectType,
  thread,
  typeError,
  typeName,
  typeOf,
  type PyBaseException,
  type PyType,
  type Value,
} from '../core/index.ts';

export abstract class PyWeakReferenceBase extends PyObject {
  private target: WeakRef<PyObject> | null;
  callback: Value | null;
  constructor(target: PyObject, callback: Value | null) {
    super();
    this.target = new WeakRef(target);
    this.callback = callback;
  }
  /** The referent, or `undefined` once it is dead. */
  get referent(): PyObject | undefined {
    return this.target?.deref();
  }
  /** Forgets the referent without calling back. */
  clear(): void {
    this.target = null;
  }
}

/** `weakref.ref`. */
export class PyWeakReference extends PyWeakReferenceBase {
  hash: number | bigint | undefined = undefined;
}
/** `weakref.proxy` of an object that cannot be called. */
export class PyWeakProxy extends PyWeakReferenceBase {}
export class PyCallableWeakProxy extends PyWeakReferenceBase {}

export const weakrefType = makeBuiltinType('weakref.ReferenceType', objectType, PyWeakReference, Py_TPFLAGS_BASETYPE);
export const weakProxyType = makeBuiltinType('weakref.ProxyType', objectType, PyWeakProxy);
export const callableWeakProxyType = makeBuiltinType('weakref.CallableProxyType', objectType, PyCallableWeakProxy);

/** References by referent. Those without a callback, which are shared, are kept as long as the referent is. */
const references = new WeakMap<PyObject, (PyWeakReferenceBase | WeakRef<PyWeakReferenceBase>)[]>();
/** Everything that was weakly referenced, for `gc.collect`. */
const referents = new Map<PyObject | number, WeakRef<PyObject>>();
let nextReferent = 0;

/** The live references to an object, the shared ones first. */
export function weakReferencesTo(object: Value): PyWeakReferenceBase[] {
  const list = object instanceof PyObject ? references.get(object) : undefined;
  if (list === undefined) return [];
  const live: PyWeakReferenceBase[] = [];
  for (const entry of list) {
    const reference = entry instanceof WeakRef ? entry.deref() : entry;
    if (reference !== undefined && reference.referent === object) live.push(reference);
  }
  return live;
}

function register(object: PyObject, reference: PyWeakReferenceBase, isShared: boolean): void {
  let list = references.get(object);
  if (list === undefined) {
    list = [];
    references.set(object, list);
    referents.set(nextReferent++, new WeakRef(object));
  }
  if (isShared) list.unshift(reference);
  else list.push(new WeakRef(reference));
}

/** The object, checked to be one that can be referenced weakly. @throws TypeError */
function requireReferent(object: Value): PyObject {
  if (!(object instanceof PyObject) || !typeOf(object).hasWeakref) {
    throw typeError(`cannot create weak reference to '${typeName(object)}' object`);
  }
  return object;
}

/** `weakref.ref(object, callback)` as an instance of `type`. */
export function newWeakReference(type: PyType, object: Value, callback: Value | undefined): PyWeakReference {
  const referent = requireReferent(object);
  const its = callback === undefined || callback === None ? null : callback;
  if (its === null && type === weakrefType) {
    const shared = weakReferencesTo(referent).find((other) => other.ob_type === weakrefType && other.callback === null);
    if (shared !== undefined) return shared as PyWeakReference;
  }
  const reference = new (type.instanceClass as unknown as typeof PyWeakReference)(referent, its);
  register(referent, reference, its === null && type === weakrefType);
  return reference;
}

/** `weakref.proxy(object, callback)`. */
export function newWeakProxy(object: Value, callback: Value | undefined): PyWeakReferenceBase {
  const referent = requireReferent(object);
  const its = callback === undefined || callback === None ? null : callback;
  const isCallable = typeOf(referent).tp_call !== undefined;
  const proxyClass = isCallable ? PyCallableWeakProxy : PyWeakProxy;
  if (its === null) {
    const shared = weakReferencesTo(referent).find((other) => other instanceof proxyClass && other.callback === null);
    if (shared !== undefined) return shared;
  }
  const proxy = new proxyClass(referent, its);
  register(referent, proxy, its === null);
  return proxy;
}

/** What a proxy of a dead object raises. */
export function deadReferenceError(): PyBaseException {
  return newException(excTypes.ReferenceError, 'weakly-referenced object no longer exists');
}

/** Objects that are weakly referenced and that JavaScript still holds. */
export function weaklyReferencedObjects(): PyObject[] {
  const result: PyObject[] = [];
  for (const [key, reference] of referents) {
    const object = reference.deref();
    if (object === undefined) referents.delete(key);
    else result.push(object);
  }
  return result;
}

/**
 * Clears the weak references to objects that nothing reaches, then calls back.
 *
 * @param alive what is reachable: a reference that is not does not call back
 */
export function clearWeakReferences(dead: readonly PyObject[], alive: ReadonlySet<PyObject>): void {
  const callbacks: PyWeakReferenceBase[] = [];
  for (const object of dead) {
    for (const reference of weakReferencesTo(object)) {
      reference.clear();
      if (reference.callback !== null && alive.has(reference)) callbacks.push(reference);
    }
    references.delete(object);
  }
  const gone = new Set<PyObject>(dead);
  for (const [key, reference] of referents) {
    const object = reference.deref();
    if (object === undefined || gone.has(object)) referents.delete(key);
  }
  for (const reference of callbacks) {
    const callback = reference.callback!;
    reference.callback = null;
    try {
      call(callback, [reference]);
    } catch (error) {
      if (!isPyException(error)) throw error;
      thread.interp.unraisable(error, 'Exception ignored while calling weakref callback', callback);
    }
  }
}
