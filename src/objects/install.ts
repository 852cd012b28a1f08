/**
 * Assembles the object model: gives every builtin type its behaviour and joins the parts that know of each other only
 * through hooks. Called once a process, before the first interpreter.
 */
import {
  None,
  hash,
  installType,
  isEqual,
  setGenericAliasMaker,
  setInstanceDescriptors,
  setKeyProtocol,
  setMemoryviewHooks,
  setMethodWrapping,
  setStaticMethodMaker,
  setVoidResult,
  PyGetSetDescriptor,
  assignInstanceDict,
  instanceDict,
  PyDict,
  typeError,
  typeName,
  typeOf,
  type DictOwner,
  type TypeSpec,
  type Value,
} from './core/index.ts';
import { boolSpec } from './bool/index.ts';
import { bytearrayIteratorSpec, bytearraySpec, bytesIteratorSpec, bytesSpec } from './bytes/index.ts';
import { complexSpec } from './complex/index.ts';
import { descriptorSpecs } from './descriptors/descriptors.ts';
import { dictIteratorSpecs, dictSpec, dictViewSpecs, unhashable } from './dict/index.ts';
import { exceptionGroupSpecs } from './exceptions/exception-group.ts';
import { exceptionSpecs } from './exceptions/exceptions.ts';
import { floatSpec } from './float/index.ts';
import { frameSpecs } from './frame/index.ts';
import { functionSpecs, functionType } from './function/index.ts';
import { generatorSpecs } from './generator/index.ts';
import { genericAliasIteratorSpec, genericAliasSpec, makeGenericAlias } from './generic-alias/index.ts';
import { intSpec } from './int/index.ts';
import {
  callableIteratorSpec,
  enumerateSpec,
  filterSpec,
  mapSpec,
  reversedSpec,
  sequenceIteratorSpec,
  zipSpec,
} from './iterators/index.ts';
import { listIteratorSpec, listReverseIteratorSpec, listSpec } from './list/index.ts';
import { PyMappingProxy, mappingProxySpec } from './mappingproxy/index.ts';
import { PyMemoryView, bufferOfView, memoryviewOf, memoryviewSpecs } from './memoryview/index.ts';
import { moduleSpec } from './module/module.ts';
import { simpleNamespaceSpec } from './namespace/index.ts';
import { ellipsisSpec, noneSpec, notImplementedSpec } from './none/index.ts';
import { objectSpec } from './object/object.ts';
import {
  classmethodSpec,
  makeClassMethod,
  makeStaticMethod,
  propertySpec,
  staticmethodSpec,
  superSpec,
} from './property/index.ts';
import { longRangeIteratorSpec, rangeIteratorSpec, rangeSpec } from './range/index.ts';
import { frozensetSpec, setIteratorSpec, setSpec } from './set/index.ts';
import { sliceSpec } from './slice/index.ts';
import { strAsciiIteratorSpec, strIteratorSpec, strSpec } from './str/index.ts';
import { templateSpecs } from './template/index.ts';
import { tupleIteratorSpec, tupleSpec } from './tuple/index.ts';
import { setTypeHooks } from './type/type-hooks.ts';
import { typeObjectSpec } from './type/type-object.ts';
import { unionOf, unionSpec } from './union/index.ts';
import { weakReferencesTo, weakrefSpecs } from './weakref/index.ts';

/** All builtin types, bases before derived. */
function builtinSpecs(): readonly TypeSpec[] {
  return [
    objectSpec,
    typeObjectSpec,
    ...descriptorSpecs,
    noneSpec,
    notImplementedSpec,
    ellipsisSpec,
    intSpec,
    boolSpec,
    floatSpec,
    complexSpec,
    strSpec,
    strIteratorSpec,
    strAsciiIteratorSpec,
    bytesSpec,
    bytearraySpec,
    bytesIteratorSpec,
    bytearrayIteratorSpec,
    ...memoryviewSpecs,
    tupleSpec,
    tupleIteratorSpec,
    listSpec,
    listIteratorSpec,
    listReverseIteratorSpec,
    dictSpec,
    ...dictViewSpecs,
    ...dictIteratorSpecs,
    setSpec,
    frozensetSpec,
    setIteratorSpec,
    rangeSpec,
    rangeIteratorSpec,
    longRangeIteratorSpec,
    sliceSpec,
    enumerateSpec,
    zipSpec,
    mapSpec,
    filterSpec,
    reversedSpec,
    callableIteratorSpec,
    sequenceIteratorSpec,
    propertySpec,
    classmethodSpec,
    staticmethodSpec,
    superSpec,
    ...functionSpecs,
    ...frameSpecs,
    ...generatorSpecs,
    ...templateSpecs,
    moduleSpec,
    mappingProxySpec,
    simpleNamespaceSpec,
    genericAliasSpec,
    genericAliasIteratorSpec,
    unionSpec,
    ...weakrefSpecs,
    ...exceptionSpecs,
    ...exceptionGroupSpecs,
  ];
}

/** `__dict__` of the builtin type that gives the object its `__dict__` (exceptions, modules, types). @cpython subtype_dict */
function builtinDictDescriptor(self: Value): Value | undefined {
  for (let type = typeOf(self).tp_base; type !== null; type = type.tp_base) {
    if (type.isHeapType || !type.hasDict) continue;
    const descr = type.lookup('__dict__');
    if (descr === undefined || typeOf(descr).tp_descr_set === undefined) {
      throw typeError(`this __dict__ descriptor does not support '${typeName(self)}' objects`);
    }
    return descr;
  }
  return undefined;
}

function setInstanceDict(self: Value, value: Value | undefined): void {
  if (value === undefined) assignInstanceDict(self as DictOwner, new PyDict());
  else if (value instanceof PyDict) assignInstanceDict(self as DictOwner, value);
  else throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
}

let isInstalled = false;

/** Makes the object model ready for use. */
export function installBuiltinTypes(): void {
  if (isInstalled) return;
  isInstalled = true;
  setKeyProtocol({ hash, equal: isEqual, unhashable });
  setVoidResult(None);
  setStaticMethodMaker(makeStaticMethod);
  setMethodWrapping({ staticMethod: makeStaticMethod, classMethod: makeClassMethod, functionType });
  setGenericAliasMaker(makeGenericAlias);
  setTypeHooks({ mappingProxy: (dict) => new PyMappingProxy(dict), union: unionOf });
  setMemoryviewHooks({
    make: memoryviewOf,
    bufferOf: (view, owner) => (view instanceof PyMemoryView ? bufferOfView(view, owner) : undefined),
  });
  setInstanceDescriptors(
    (type) =>
      new PyGetSetDescriptor(type, '__dict__', {
        get: (self) => {
          const builtin = builtinDictDescriptor(self);
          return builtin === undefined
            ? instanceDict(self as DictOwner)
            : typeOf(builtin).tp_descr_get!(builtin, self, typeOf(self));
        },
        set: (self, value) => {
          const builtin = builtinDictDescriptor(self);
          if (builtin === undefined) setInstanceDict(self, value);
          else typeOf(builtin).tp_descr_set!(builtin, self, value);
        },
        doc: 'dictionary for instance variables',
      }),
    (type) =>
      new PyGetSetDescriptor(type, '__weakref__', {
        get: (self) => weakReferencesTo(self)[0] ?? None,
        doc: 'list of weak references to the object',
      }),
  );
  for (const spec of builtinSpecs()) installType(spec);
}
