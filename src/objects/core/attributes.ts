/**
 * Attribute access and calls: the generic `__getattribute__`/`__setattr__` of objects, `getattr` and friends, and calling.
 *
 * @cpython Objects/object.c, Objects/call.c
 */
import type { PyObject } from './value.ts';
import { type Value } from './value.ts';
import type { PyType } from './py-type.ts';
import { PyType as TypeClass, Py_TPFLAGS_METHOD_DESCRIPTOR } from './py-type.ts';
import { PyModule } from './value.ts';
import type { Kwnames } from './slots-contract.ts';
import { attributeError, excTypes, matches, typeError, type PyBaseException } from './exception.ts';
import { typeName, typeOf } from './builtin-types.ts';
import type { PyBuiltinFunction, PyMethod, PyMethodDescriptor } from './native-function.ts';
import { callNative, callUnbound } from './native-function.ts';
import { asText, strFromUtf16, textToHost } from './text.ts';
import { thread } from './thread-state.ts';
import {
  deleteInstanceAttribute,
  readInstanceAttribute,
  writeInstanceAttribute,
  type DictOwner,
} from './instance-dict.ts';

/** @cpython Objects/object.c _PyObject_GenericGetAttrWithDict */
export function genericGetAttr(self: Value, name: string): Value | undefined {
  const type = typeOf(self);
  const descr = type.lookup(name);
  if (descr === undefined) return type.hasDict ? readInstanceAttribute(self as DictOwner, name) : undefined;
  const descrType = typeOf(descr);
  const get = descrType.tp_descr_get;
  if (get !== undefined && descrType.tp_descr_set !== undefined) return get(descr, self, type);
  if (type.hasDict) {
    const value = readInstanceAttribute(self as DictOwner, name);
    if (value !== undefined) return value;
  }
  return get === undefined ? descr : get(descr, self, type);
}

/** @cpython Objects/object.c _PyObject_GenericSetAttrWithDict */
export function genericSetAttr(self: Value, name: string, value: Value | undefined): void {
  const type = typeOf(self);
  const descr = type.lookup(name);
  if (descr !== undefined) {
    const set = typeOf(descr).tp_descr_set;
    if (set !== undefined) {
      set(descr, self, value);
      return;
    }
  }
  if (!type.hasDict) {
    if (descr === undefined) {
      throw attributeError(
        type.tp_setattro === genericSetAttr
          ? `'${type.tp_name}' object has no attribute '${name}' and no __dict__ for setting new attributes`
          : `'${type.tp_name}' object has no attribute '${name}'`,
        name,
        self,
      );
    }
    throw attributeError(`'${type.tp_name}' object attribute '${name}' is read-only`, name, self);
  }
  if (self instanceof PyModule) thread.interp.finishStart();
  if (value !== undefined) writeInstanceAttribute(self as DictOwner, name, value);
  else if (!deleteInstanceAttribute(self as DictOwner, name)) throw noAttribute(self, name);
}

/** The standard AttributeError for a missing attribute. */
export function noAttribute(object: Value, name: string): PyBaseException {
  if (object instanceof TypeClass) {
    return attributeError(`type object '${object.name}' has no attribute '${name}'`, name, object);
  }
  if (object instanceof PyModule) {
    const moduleName = object.ob_dict.getStr('__name__');
    const text = moduleName === undefined ? undefined : asText(moduleName);
    return attributeError(
      text === undefined
        ? `module has no attribute '${name}'`
        : `module '${textToHost(text)}' has no attribute '${name}'`,
      name,
      object,
    );
  }
  return attributeError(`'${typeName(object)}' object has no attribute '${name}'`, name, object);
}

/** `getattr(object, name)`. @throws AttributeError */
export function getAttr(object: Value, name: string): Value {
  const slot = typeOf(object).tp_getattro!;
  let value: Value | undefined;
  try {
    value = slot(object, name);
  } catch (error) {
    addAttributeContext(error, object, name);
    throw error;
  }
  if (value === undefined) throw noAttribute(object, name);
  return value;
}

/** Tells an AttributeError that says nothing about it what was looked for. @cpython _PyObject_SetAttributeErrorContext */
function addAttributeContext(error: unknown, object: Value, name: string): void {
  if (!matches(error, excTypes.AttributeError)) return;
  if (error.fields !== null && (error.fields.has('name') || error.fields.has('obj'))) return;
  error.setField('name', strFromUtf16(name));
  error.setField('obj', object);
}

/** The attribute, or `undefined` where getting it raises AttributeError. */
export function getAttrOrUndefined(object: Value, name: string): Value | undefined {
  const slot = typeOf(object).tp_getattro!;
  try {
    return slot(object, name);
  } catch (error) {
    if (matches(error, excTypes.AttributeError)) return undefined;
    throw error;
  }
}

/** `setattr(object, name, value)`, or `delattr` with `undefined`. */
export function setAttr(object: Value, name: string, value: Value | undefined): void {
  const type = typeOf(object);
  const slot = type.tp_setattro;
  if (slot === undefined) {
    const verb = value === undefined ? 'del' : 'assign to';
    throw typeError(
      type.tp_getattro === undefined
        ? `'${type.tp_name}' object has no attributes (${verb} .${name})`
        : `'${type.tp_name}' object has only read-only attributes (${verb} .${name})`,
    );
  }
  slot(object, name, value);
}

/** A special method as the interpreter looks it up: on the type, bound to the object. @cpython _PyObject_LookupSpecial */
export function lookupSpecial(object: Value, name: string): Value | undefined {
  const type = typeOf(object);
  const descr = type.lookup(name);
  if (descr === undefined) return undefined;
  const get = typeOf(descr).tp_descr_get;
  return get === undefined ? descr : get(descr, object, type);
}

/** Calls `descr`, found on the type of `self`, as a method of it, without making a bound method where it can. */
export function callDescriptor(descr: Value, self: Value, args: readonly Value[], kwnames: Kwnames = null): Value {
  const descrType = typeOf(descr);
  if (descrType.tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR) return call(descr, [self, ...args], kwnames);
  const get = descrType.tp_descr_get;
  return call(get === undefined ? descr : get(descr, self, typeOf(self)), args, kwnames);
}

/** `callDescriptor` without arguments. */
export function callDescriptor0(descr: Value, self: Value): Value {
  return typeOf(descr).isPythonFunction ? thread.engine.callFunction1(descr, self) : callDescriptor(descr, self, []);
}

/** `callDescriptor` with one argument. */
export function callDescriptor1(descr: Value, self: Value, a: Value): Value {
  return typeOf(descr).isPythonFunction
    ? thread.engine.callFunction2(descr, self, a)
    : callDescriptor(descr, self, [a]);
}

/** Calls the special method of that name, or gives `undefined` when the type has none. */
export function callSpecial(self: Value, name: string, ...args: Value[]): Value | undefined {
  const descr = typeOf(self).lookup(name);
  return descr === undefined ? undefined : callDescriptor(descr, self, args);
}

/** The TypeError for what cannot be called; a module may hold what was meant. @cpython object_is_not_callable */
export function notCallable(object: Value): PyBaseException {
  const plain = `'${typeName(object)}' object is not callable`;
  if (object instanceof PyModule) {
    const nameValue = object.ob_dict.getStr('__name__');
    const text = nameValue === undefined ? undefined : asText(nameValue);
    const name = text === undefined ? undefined : textToHost(text);
    const found = name === undefined ? undefined : object.ob_dict.getStr(name);
    if (found !== undefined && typeOf(found).tp_call !== undefined)
      return typeError(`${plain}. Did you mean: '${name}.${name}(...)'?`);
  }
  return typeError(plain);
}

/**
 * `callable(*args, **kwargs)`.
 *
 * @param args positional values, then the values of `kwnames`
 */
export function call(callable: Value, args: readonly Value[], kwnames: Kwnames = null): Value {
  const slot = typeOf(callable).tp_call;
  if (slot === undefined) throw notCallable(callable);
  return slot(callable, args, kwnames);
}

export function call0(callable: Value): Value {
  return call(callable, []);
}
export function call1(callable: Value, a: Value): Value {
  return typeOf(callable).isPythonFunction ? thread.engine.callFunction1(callable, a) : call(callable, [a]);
}
export function call2(callable: Value, a: Value, b: Value): Value {
  return typeOf(callable).isPythonFunction ? thread.engine.callFunction2(callable, a, b) : call(callable, [a, b]);
}
export function call3(callable: Value, a: Value, b: Value, c: Value): Value {
  return call(callable, [a, b, c]);
}

/** `object.name(*args)`. */
export function callMethod(object: Value, name: string, ...args: Value[]): Value {
  const type = typeOf(object);
  if (type.tp_getattro === genericGetAttr) {
    const descr = type.lookup(name);
    if (descr !== undefined && typeOf(descr).tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR) {
      const shadow = type.hasDict ? readInstanceAttribute(object as DictOwner, name) : undefined;
      return shadow === undefined ? call(descr, [object, ...args]) : call(shadow, args);
    }
  }
  return call(getAttr(object, name), args);
}

/** `tp_call` of builtin functions and bound builtin methods. */
export function callBuiltinFunction(self: Value, args: readonly Value[], kwnames: Kwnames): Value {
  const func = self as PyBuiltinFunction;
  if (kwnames === null) {
    const result = callUnbound(func.spec, func.receiver, args, 0);
    if (result !== undefined) return result;
  }
  return callNative(func.spec, func.name, func.qualifiedName, func.receiver, args, kwnames);
}

/** `tp_call` of method descriptors: the first argument is the object. */
export function callMethodDescriptor(self: Value, args: readonly Value[], kwnames: Kwnames): Value {
  const descr = self as PyMethodDescriptor;
  const receiver = args[0];
  if (receiver === undefined || (kwnames !== null && args.length === kwnames.length)) {
    throw typeError(`unbound method ${descr.owner.ht_qualname}.${descr.name}() needs an argument`);
  }
  const actual = typeOf(receiver);
  if (actual !== descr.owner && !actual.isSubtype(descr.owner)) {
    throw typeError(
      `descriptor '${descr.name}' for '${descr.owner.tp_name}' objects doesn't apply to a '${actual.tp_name}' object`,
    );
  }
  if (kwnames === null) {
    const result = callUnbound(descr.spec, receiver, args, 1);
    if (result !== undefined) return result;
  }
  return callNative(
    descr.spec,
    descr.name,
    `${descr.owner.ht_qualname}.${descr.name}`,
    receiver,
    args.slice(1),
    kwnames,
  );
}

/** `tp_call` of bound methods. */
export function callBoundMethod(self: Value, args: readonly Value[], kwnames: Kwnames): Value {
  const bound = self as PyMethod;
  return call(bound.func, [bound.self, ...args], kwnames);
}

/** Python identity: primitives by kind and value, all else by reference. */
export function is(left: Value, right: Value): boolean {
  return left === right;
}

/** Whether a value is callable. */
export function isCallable(value: Value): boolean {
  return typeOf(value).tp_call !== undefined;
}

export type { PyType, PyObject };
