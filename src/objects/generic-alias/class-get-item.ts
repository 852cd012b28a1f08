/** `__class_getitem__` of builtin types: `list[int]`. */
import { classMethod, type NativeSpec, type PyType, type Value } from '../core/index.ts';
import { makeGenericAlias } from './py-generic-alias.ts';

/** The class method, with its docstring. @cpython Objects/genericaliasobject.c Py_GenericAlias */
export function classGetItem(doc: string | null = 'See PEP 585'): NativeSpec {
  return classMethod('($type, object, /)', (type: PyType, item: Value) => makeGenericAlias(type, item), doc);
}
