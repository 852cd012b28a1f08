/** `typing.Generic`, whose work is done in `typing.py`. @cpython Objects/typevarobject.c generic_spec */
import {
  call,
  getAttr,
  makeBuiltinType,
  objectType,
  PyPlainObject,
  Py_TPFLAGS_BASETYPE,
  rawClassMethod,
  thread,
  typeSpec,
} from '../../objects/core/index.ts';
import { genericClassGetItemDoc, genericDoc } from './docs.ts';

class PyGeneric extends PyPlainObject {}
export const genericType = makeBuiltinType('typing.Generic', objectType, PyGeneric, Py_TPFLAGS_BASETYPE);
genericType.addsLayout = false;
genericType.instanceClass = PyPlainObject;
genericType.isShownAsHeapType = true;

const typing = (name: string) => getAttr(thread.interp.importModule('typing'), name);

export const genericSpec = typeSpec(genericType, {
  doc: genericDoc,
  methods: {
    __class_getitem__: rawClassMethod(genericClassGetItemDoc, (type, args, kwnames) =>
      call(typing('_generic_class_getitem'), [type, ...args], kwnames),
    ),
    __init_subclass__: rawClassMethod('Function to initialize subclasses.', (type, args, kwnames) =>
      call(typing('_generic_init_subclass'), [type, ...args], kwnames),
    ),
  },
});
