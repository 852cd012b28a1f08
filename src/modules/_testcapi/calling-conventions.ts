/**
 * Functions and methods of each of C's calling conventions, which tell what they were called with, and the ways in which
 * C code calls. @cpython Modules/_testcapimodule.c meth_*, Modules/_testcapi/vectorcall.c
 */
import {
  allocate,
  call,
  classMethod,
  makeBuiltinType,
  method,
  nativeFunction,
  None,
  objectType,
  PyBuiltinFunction,
  PyDict,
  PyMethod,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_VECTORCALL,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  staticMethod,
  strFromUtf16,
  toArray,
  typeError,
  typeName,
  typeSpec,
  asHostString,
  type NativeImplementation,
  type NativeSpec,
  type PyModule,
  type PyType,
  type TypeSpec,
  type Value,
} from '../../objects/core/index.ts';

/** Keyword arguments as a new dict. */
export function dictOfKeywords(keywords: ReadonlyMap<string, Value>): PyDict {
  const dict = new PyDict();
  for (const [name, value] of keywords) dict.set(strFromUtf16(name), value);
  return dict;
}

type MethodMaker = (signature: string, fn: NativeImplementation) => NativeSpec;

/** The six functions; `make` decides what their first argument is. */
function methods(make: MethodMaker, self: string): Record<string, NativeSpec> {
  const lead = self === '' ? '' : `${self}, `;
  return {
    meth_varargs: make(`(${lead}*args)`, (me: Value, args: Value[]) => new PyTuple([me, new PyTuple(args)])),
    meth_varargs_keywords: make(
      `(${lead}*args, **kwargs)`,
      (me: Value, args: Value[], keywords: Map<string, Value>) =>
        new PyTuple([me, new PyTuple(args), keywords.size === 0 ? None : dictOfKeywords(keywords)]),
    ),
    meth_o: make(`(${lead}object, /)`, (me: Value, argument: Value) => new PyTuple([me, argument])),
    meth_noargs: make(`(${lead}/)`, (me: Value) => me),
    meth_fastcall: make(`(${lead}*args)`, (me: Value, args: Value[]) => new PyTuple([me, new PyTuple(args)])),
    meth_fastcall_keywords: make(
      `(${lead}*args, **kwargs)`,
      (me: Value, args: Value[], keywords: Map<string, Value>) =>
        new PyTuple([me, new PyTuple(args), dictOfKeywords(keywords)]),
    ),
  };
}

class PyMethInstance extends PyObject {}
class PyMethClass extends PyObject {}
class PyMethStatic extends PyObject {}
class PyDescriptorBase extends PyObject {}
class PyDescriptorDerived extends PyDescriptorBase {}
class PyDescriptorNopGet extends PyDescriptorBase {}
class PyDescriptor2 extends PyDescriptorBase {}
const newExample = (type: PyType): Value => allocate(type);

const methInstanceType = makeBuiltinType('MethInstance', objectType, PyMethInstance, Py_TPFLAGS_BASETYPE);
const methClassType = makeBuiltinType('MethClass', objectType, PyMethClass, Py_TPFLAGS_BASETYPE);
const methStaticType = makeBuiltinType('MethStatic', objectType, PyMethStatic, Py_TPFLAGS_BASETYPE);

/** A static method: there is nothing that it belongs to. */
const withoutSelf: MethodMaker = (signature, fn) => {
  const plain = fn as unknown as (...args: Value[]) => Value;
  return staticMethod(signature, (...args: Value[]) => plain(None, ...args));
};

const VECTORCALL = Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_VECTORCALL;
const descriptorBaseType = makeBuiltinType(
  'MethodDescriptorBase',
  objectType,
  PyDescriptorBase,
  VECTORCALL | Py_TPFLAGS_METHOD_DESCRIPTOR,
);
const descriptorDerivedType = makeBuiltinType(
  'MethodDescriptorDerived',
  descriptorBaseType,
  PyDescriptorDerived,
  VECTORCALL | Py_TPFLAGS_METHOD_DESCRIPTOR,
);
const descriptorNopGetType = makeBuiltinType(
  'MethodDescriptorNopGet',
  descriptorBaseType,
  PyDescriptorNopGet,
  Py_TPFLAGS_BASETYPE,
);
const descriptor2Type = makeBuiltinType('MethodDescriptor2', descriptorBaseType, PyDescriptor2, VECTORCALL);

export const callingConventionTypes: readonly TypeSpec[] = [
  typeSpec(methInstanceType, {
    doc: 'Class with normal (instance) methods to test calling conventions',
    slots: { tp_new: newExample },
    methods: methods(method, '$self'),
  }),
  typeSpec(methClassType, {
    doc: 'Class with class methods to test calling conventions',
    slots: { tp_new: newExample },
    methods: methods(classMethod, '$type'),
  }),
  typeSpec(methStaticType, {
    doc: 'Class with static methods to test calling conventions',
    slots: { tp_new: newExample },
    methods: methods(withoutSelf, ''),
  }),
  typeSpec(descriptorBaseType, {
    slots: {
      tp_new: newExample,
      tp_call: () => true,
      tp_descr_get: (self, object) => (object === undefined || object === None ? self : new PyMethod(self, object)),
    },
  }),
  typeSpec(descriptorDerivedType, {}),
  typeSpec(descriptorNopGetType, {
    slots: { tp_call: (_self, args) => new PyTuple(args.slice()), tp_descr_get: (self) => self },
  }),
  typeSpec(descriptor2Type, { slots: { tp_new: newExample, tp_call: () => false } }),
];

/** The module's own functions of all conventions: `self` is the module. */
export function addConventionFunctions(module: PyModule): void {
  const bindModule: MethodMaker = (signature, fn) => {
    const plain = fn as unknown as (...args: Value[]) => Value;
    return nativeFunction(signature, (...args: Value[]) => plain(module, ...args));
  };
  const functions = methods(bindModule, '$module');
  for (const name in functions)
    module.ob_dict.setStr(name, new PyBuiltinFunction(name, functions[name]!, module, '_testcapi', null));
}

function positionalArguments(args: Value): Value[] {
  if (args === None) return [];
  if (!(args instanceof PyTuple)) throw typeError(`args must be None or a tuple, not ${typeName(args)}`);
  return toArray(args);
}

/** Calls with the names and values of a dict behind the positional arguments. */
function callWithDict(func: Value, args: Value, keywords: Value | undefined): Value {
  const positional = positionalArguments(args);
  if (keywords === undefined || keywords === None) return call(func, positional);
  if (!(keywords instanceof PyDict)) throw typeError(`kwnames must be None or a dict, not ${typeName(keywords)}`);
  const names = toArray(keywords).map(asHostString);
  const values = names.map((name) => keywords.getStr(name)!);
  return call(func, [...positional, ...values], names);
}

export const callFunctions: Record<string, NativeSpec> = {
  pyobject_fastcalldict: nativeFunction('($module, func, func_args, kwargs, /)', callWithDict),
  pyobject_vectorcall: nativeFunction(
    '($module, func, func_args, kwnames, /)',
    (func: Value, args: Value, kwnames: Value) => {
      if (kwnames === None) return call(func, positionalArguments(args));
      if (!(kwnames instanceof PyTuple)) throw typeError(`kwnames must be None or a tuple, not ${typeName(kwnames)}`);
      return call(func, positionalArguments(args), toArray(kwnames).map(asHostString));
    },
  ),
  pyvectorcall_call: nativeFunction('($module, func, argstuple, kwargs=None, /)', callWithDict),
};
