/**
 * `object.__new__` and `object.__init__`, and calling a type.
 *
 * @cpython Objects/typeobject.c object_new, object_init, type_call
 */
import { type Value } from './value.ts';
import type { PyType } from './py-type.ts';
import { Py_TPFLAGS_IS_ABSTRACT, Py_TPFLAGS_DISALLOW_INSTANTIATION } from './py-type.ts';
import type { Kwnames } from './slots-contract.ts';
import { typeError } from './exception.ts';
import { asText, textToHost } from './text.ts';
import { typeOf } from './builtin-types.ts';
import { allocate } from './define.ts';
import { toArray } from './abstract.ts';

function abstractError(type: PyType): Value {
  const abstract = type.ownDict().getStr('__abstractmethods__');
  const names = abstract === undefined ? [] : toArray(abstract).map((name) => textToHost(asText(name) ?? '?'));
  names.sort();
  const list = names.map((name) => `'${name}'`).join(', ');
  return typeError(
    `Can't instantiate abstract class ${type.name} without an implementation for abstract method${names.length === 1 ? '' : 's'} ${list}`,
  );
}

/** `object.__new__`. */
export function objectNew(type: PyType, args: readonly Value[]): Value {
  if (args.length > 0) {
    if (type.tp_new !== objectNew) {
      throw typeError('object.__new__() takes exactly one argument (the type to instantiate)');
    }
    if (type.tp_init === objectInit) throw typeError(`${type.name}() takes no arguments`);
  }
  if (type.tp_flags & Py_TPFLAGS_IS_ABSTRACT) throw abstractError(type);
  return allocate(type);
}

/** `object.__init__`. */
export function objectInit(self: Value, args: readonly Value[]): void {
  if (args.length === 0) return;
  const type = typeOf(self);
  if (type.tp_init !== objectInit) {
    throw typeError('object.__init__() takes exactly one argument (the instance to initialize)');
  }
  if (type.tp_new === objectNew)
    throw typeError(`${type.name}.__init__() takes exactly one argument (the instance to initialize)`);
}

/** `cls(*args, **kwargs)`. `type(x)` is the caller's. */
export function constructObject(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  const create = type.tp_new;
  if (create === undefined || type.tp_flags & Py_TPFLAGS_DISALLOW_INSTANTIATION) {
    throw typeError(`cannot create '${type.tp_name}' instances`);
  }
  const object = create(type, args, kwnames);
  const actual = typeOf(object);
  if (actual !== type && !actual.isSubtype(type)) return object;
  actual.tp_init?.(object, args, kwnames);
  return object;
}
