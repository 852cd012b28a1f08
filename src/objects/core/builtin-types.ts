/**
 * The builtin type objects, bare: names, bases, flags and instance classes. What they do comes from the specs of the
 * folders beside this one (`objects/install.ts` joins them), so that nothing here depends on any of those.
 */
import {
  Ellipsis,
  None,
  NotImplemented,
  PyByteArray,
  PyBytes,
  PyCell,
  PyComplex,
  PyEllipsis,
  PyFloat,
  PyList,
  PyModule,
  PyNone,
  PyNotImplemented,
  PyObject,
  PySlice,
  PyTuple,
  PyWideStr,
  PyInt,
  PyStr,
  type Value,
} from './value.ts';
import { PyDict } from './py-dict.ts';
import * as flags from './py-type.ts';
import { PyType, type InstanceClass } from './py-type.ts';

const BASE = flags.Py_TPFLAGS_BASETYPE;
const MATCH = flags.Py_TPFLAGS_MATCH_SELF;

/** An instance of exactly `object`, or of a subclass without `__dict__`. */
export class PyPlainObject extends PyObject {}

/** Makes `ob_type` of every instance of the class be the type. */
export function setInstanceClass(type: PyType, instanceClass: InstanceClass): void {
  type.instanceClass = instanceClass;
  Object.defineProperty(instanceClass.prototype, 'ob_type', {
    value: type,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

export const objectType = new PyType(
  'object',
  null,
  PyPlainObject,
  flags.Py_TPFLAGS_STATIC_BUILTIN | flags.Py_TPFLAGS_IMMUTABLETYPE | BASE,
);
setInstanceClass(objectType, PyPlainObject);

/**
 * A builtin type without behaviour yet.
 *
 * @param name as `tp_name`: with its module unless that is `builtins`
 * @param instanceClass the JavaScript class of its instances; its prototype gets `ob_type`
 */
export function makeBuiltinType(name: string, base: PyType, instanceClass: InstanceClass, typeFlags = 0): PyType {
  const type = new PyType(
    name,
    base,
    instanceClass,
    typeFlags | INHERITED_FLAGS(base) | flags.Py_TPFLAGS_STATIC_BUILTIN | flags.Py_TPFLAGS_IMMUTABLETYPE,
  );
  setInstanceClass(type, instanceClass);
  return type;
}

const SUBCLASS_FLAGS =
  flags.Py_TPFLAGS_LONG_SUBCLASS |
  flags.Py_TPFLAGS_LIST_SUBCLASS |
  flags.Py_TPFLAGS_TUPLE_SUBCLASS |
  flags.Py_TPFLAGS_BYTES_SUBCLASS |
  flags.Py_TPFLAGS_UNICODE_SUBCLASS |
  flags.Py_TPFLAGS_DICT_SUBCLASS |
  flags.Py_TPFLAGS_BASE_EXC_SUBCLASS |
  flags.Py_TPFLAGS_TYPE_SUBCLASS |
  flags.Py_TPFLAGS_MATCH_SELF |
  flags.Py_TPFLAGS_SEQUENCE |
  flags.Py_TPFLAGS_MAPPING;

/** Flags that a subclass takes over from its base. */
export function INHERITED_FLAGS(base: PyType): number {
  return base.tp_flags & SUBCLASS_FLAGS;
}

export const typeType = makeBuiltinType('type', objectType, PyType, BASE | flags.Py_TPFLAGS_TYPE_SUBCLASS | MATCH);
typeType.tp_flags &= ~MATCH;
typeType.hasDict = true;
typeType.hasWeakref = true;
export const noneType = makeBuiltinType('NoneType', objectType, PyNone);
export const notImplementedType = makeBuiltinType('NotImplementedType', objectType, PyNotImplemented);
export const ellipsisType = makeBuiltinType('ellipsis', objectType, PyEllipsis);
export const intType = makeBuiltinType('int', objectType, PyInt, BASE | MATCH | flags.Py_TPFLAGS_LONG_SUBCLASS);
/** bool's instances are primitives; the class is only the anchor of the type. */
export class PyBoolAnchor extends PyObject {}
export const boolType = makeBuiltinType('bool', intType, PyBoolAnchor);
export const floatType = makeBuiltinType('float', objectType, PyFloat, BASE | MATCH);
export const complexType = makeBuiltinType('complex', objectType, PyComplex, BASE);
export const strType = makeBuiltinType('str', objectType, PyStr, BASE | MATCH | flags.Py_TPFLAGS_UNICODE_SUBCLASS);
Object.defineProperty(PyWideStr.prototype, 'ob_type', {
  value: strType,
  writable: true,
  enumerable: false,
  configurable: true,
});
export const bytesType = makeBuiltinType('bytes', objectType, PyBytes, BASE | MATCH | flags.Py_TPFLAGS_BYTES_SUBCLASS);
export const bytearrayType = makeBuiltinType('bytearray', objectType, PyByteArray, BASE | MATCH);
export const tupleType = makeBuiltinType(
  'tuple',
  objectType,
  PyTuple,
  BASE | MATCH | flags.Py_TPFLAGS_TUPLE_SUBCLASS | flags.Py_TPFLAGS_SEQUENCE,
);
export const listType = makeBuiltinType(
  'list',
  objectType,
  PyList,
  BASE | MATCH | flags.Py_TPFLAGS_LIST_SUBCLASS | flags.Py_TPFLAGS_SEQUENCE,
);
export const dictType = makeBuiltinType(
  'dict',
  objectType,
  PyDict,
  BASE | MATCH | flags.Py_TPFLAGS_DICT_SUBCLASS | flags.Py_TPFLAGS_MAPPING,
);
export const sliceType = makeBuiltinType('slice', objectType, PySlice);
export const cellType = makeBuiltinType('cell', objectType, PyCell);
export const moduleType = makeBuiltinType('module', objectType, PyModule, BASE);
moduleType.hasDict = true;
moduleType.hasWeakref = true;

for (const type of [intType, boolType, tupleType, bytesType, typeType]) type.hasItems = true;
for (const type of [typeType, noneType, notImplementedType, ellipsisType, moduleType, objectType])
  type.hasIdentityHash = true;
for (const type of [intType, boolType, strType, floatType]) type.hasValueHash = true;
for (const type of [tupleType, bytesType, complexType, sliceType]) type.equalsOnlyOwnKind = true;

/** The type of any value. @cpython Py_TYPE */
export function typeOf(value: Value): PyType {
  switch (typeof value) {
    case 'object':
      return value.ob_type;
    case 'string':
      return strType;
    case 'number':
    case 'bigint':
      return intType;
    default:
      return boolType;
  }
}

/** `tp_name` of the value's type, for messages. */
export function typeName(value: Value): string {
  return typeOf(value).tp_name;
}

/** The name that messages give a type with: with the module unless that is `builtins` or `__main__`. @cpython PyType_GetFullyQualifiedName */
export function fullyQualifiedName(type: PyType): string {
  if (!type.isHeapType) return type.tp_name;
  const module = type.tp_dict.getStr('__module__');
  return typeof module !== 'string' || module === 'builtins' || module === '__main__'
    ? type.ht_qualname
    : `${module}.${type.ht_qualname}`;
}

/** Whether the value is an instance of the type or of a subtype, by its real class. */
export function isInstanceOf(value: Value, type: PyType): boolean {
  const actual = typeOf(value);
  return actual === type || actual.isSubtype(type);
}

export const SINGLETONS = { None, NotImplemented, Ellipsis };
