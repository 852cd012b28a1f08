/** `_weakref`. @cpython Modules/_weakref.c */
import { nativeFunction, PyDict, PyList, type Value } from '../../objects/core/index.ts';
import {
  callableWeakProxyType,
  newWeakProxy,
  PyWeakReference,
  weakProxyType,
  weakReferencesTo,
  weakrefType,
} from '../../objects/weakref/index.ts';
import { defineModule } from '../define-module.ts';
import { docs, MODULE_DOC } from './docs.ts';

export const weakrefModule = defineModule('_weakref', {
  doc: MODULE_DOC,
  functions: {
    getweakrefcount: nativeFunction(
      '($module, object, /)',
      (object: Value) => weakReferencesTo(object).length,
      docs.getweakrefcount,
    ),
    getweakrefs: nativeFunction(
      '($module, object, /)',
      (object: Value) => new PyList(weakReferencesTo(object)),
      docs.getweakrefs,
    ),
    proxy: nativeFunction('($module, object, callback=None, /)', newWeakProxy, docs.proxy),
    _remove_dead_weakref: nativeFunction(
      '($module, dct, key, /)',
      (dict: Value, key: Value) => {
        if (!(dict instanceof PyDict)) return;
        const reference = dict.get(key);
        if (reference instanceof PyWeakReference && reference.referent === undefined) dict.delete(key);
      },
      docs._remove_dead_weakref,
    ),
  },
  constants: () => ({
    ref: weakrefType,
    ReferenceType: weakrefType,
    ProxyType: weakProxyType,
    CallableProxyType: callableWeakProxyType,
  }),
});
