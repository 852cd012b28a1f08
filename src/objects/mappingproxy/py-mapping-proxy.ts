/** The data of `mappingproxy` objects: read-only views of a mapping. */
import { makeBuiltinType, objectType, PyObject, Py_TPFLAGS_MAPPING, type Value } from '../core/index.ts';

export class PyMappingProxy extends PyObject {
  readonly mapping: Value;
  constructor(mapping: Value) {
    super();
    this.mapping = mapping;
  }
}
export const mappingproxyType = makeBuiltinType('mappingproxy', objectType, PyMappingProxy, Py_TPFLAGS_MAPPING);

/** A read-only view of a mapping. */
export function makeMappingProxy(mapping: Value): PyMappingProxy {
  return new PyMappingProxy(mapping);
}
