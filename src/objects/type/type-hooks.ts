/**
 * What types need of other builtin types (`mappingproxy`, unions): those folders depend on this one, so they say here how
 * their objects are made.
 */
import { None, type PyDict, type PyType, type Value } from '../core/index.ts';

interface TypeHooks {
  mappingProxy(dict: PyDict): Value;
  /** `left | right`, or NotImplemented. */
  union(left: Value, right: Value): Value;
}

let hooks: TypeHooks | undefined;

/** Called once when the object model is assembled. */
export function setTypeHooks(implementation: TypeHooks): void {
  hooks = implementation;
}
export function makeMappingProxy(dict: PyDict): Value {
  return hooks!.mappingProxy(dict);
}
export function makeUnion(left: Value, right: Value): Value {
  return hooks!.union(left, right);
}

/** `__text_signature__` of a builtin type: the first line of its internal docstring. @cpython type_get_text_signature */
export function signatureOfDoc(type: PyType): Value {
  const doc = type.isHeapType ? null : type.tp_doc;
  if (doc === null) return None;
  const end = doc.indexOf(')\n--\n\n');
  if (end < 0 || !doc.startsWith(`${type.name}(`)) return None;
  return doc.slice(type.name.length, end + 1);
}
