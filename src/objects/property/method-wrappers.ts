/** `classmethod` and `staticmethod`. @cpython Objects/funcobject.c cm_*, sm_*, functools_wraps */
import {
  allocate,
  attributeError,
  call,
  getAttr,
  getAttrOrUndefined,
  instanceDict,
  makeBuiltinType,
  None,
  objectType,
  PyDict,
  PyInstance,
  PyMethod,
  Py_TPFLAGS_BASETYPE,
  reprText,
  setAttr,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  type DictOwner,
  type GetSet,
  type Kwnames,
  type PyType,
  type Value,
  assignInstanceDict,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { concatTexts } from '../list/index.ts';
import { isAbstract } from './property.ts';

abstract class MethodWrapper extends PyInstance {
  callable: Value = None;
}
export class PyClassMethod extends MethodWrapper {}
export class PyStaticMethod extends MethodWrapper {}

export const classmethodType = makeBuiltinType('classmethod', objectType, PyClassMethod, Py_TPFLAGS_BASETYPE);
export const staticmethodType = makeBuiltinType('staticmethod', objectType, PyStaticMethod, Py_TPFLAGS_BASETYPE);
for (const type of [classmethodType, staticmethodType]) {
  type.hasDict = true;
  type.hasIdentityHash = true;
}

const WRAPPED_ATTRIBUTES = ['__module__', '__name__', '__qualname__', '__doc__'];

function initialize(wrapper: MethodWrapper, callable: Value): void {
  wrapper.callable = callable;
  for (const name of WRAPPED_ATTRIBUTES) {
    const value = getAttrOrUndefined(callable, name);
    if (value !== undefined) setAttr(wrapper, name, value);
  }
}

/** The object that `@staticmethod` makes. */
export function makeStaticMethod(callable: Value): PyStaticMethod {
  const wrapper = new PyStaticMethod();
  wrapper.callable = callable;
  return wrapper;
}

/** The object that `@classmethod` makes. */
export function makeClassMethod(callable: Value): PyClassMethod {
  const wrapper = new PyClassMethod();
  wrapper.callable = callable;
  return wrapper;
}

const callable = {
  get: (self: Value) => (self as MethodWrapper).callable,
  set: () => {
    throw attributeError('readonly attribute');
  },
};

/** `__annotations__` and `__annotate__`: those of the function, kept in the wrapper's dict once they were asked for. */
function annotationAttribute(name: string): GetSet {
  return {
    get: (self) => {
      const dict = instanceDict(self as DictOwner);
      const own = dict.getStr(name);
      if (own !== undefined) return own;
      const value = getAttr((self as MethodWrapper).callable, name);
      dict.setStr(name, value);
      return value;
    },
    set: (self, value) => {
      const dict = instanceDict(self as DictOwner);
      if (value !== undefined) dict.setStr(name, value);
      else if (dict.deleteStr(name) === undefined) {
        throw attributeError(`'${typeName(self)}' object has no attribute '${name}'`, name, self);
      }
    },
  };
}

function newWrapper(name: string) {
  return {
    tp_new: (type: PyType): Value => allocate(type),
    tp_init: (self: Value, args: readonly Value[], kwnames: Kwnames): void => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(`${typeName(self)}() takes no keyword arguments`);
      if (args.length !== 1) throw typeError(`${name} expected 1 argument, got ${args.length}`);
      initialize(self as MethodWrapper, args[0]!);
    },
    tp_repr: (self: Value): Value => concatTexts([`<${name}(`, reprText((self as MethodWrapper).callable), ')>']),
  };
}

const getset: Readonly<Record<string, GetSet>> = {
  __isabstractmethod__: { get: (self) => isAbstract((self as MethodWrapper).callable) },
  __dict__: {
    get: (self) => instanceDict(self as DictOwner),
    set: (self, value) => {
      if (value === undefined) throw typeError('cannot delete __dict__');
      if (!(value instanceof PyDict))
        throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
      assignInstanceDict(self as DictOwner, value);
    },
  },
  __annotations__: annotationAttribute('__annotations__'),
  __annotate__: annotationAttribute('__annotate__'),
};

export const classmethodSpec = typeSpec(classmethodType, {
  doc: `classmethod(function, /)
--

Convert a function to be a class method.

A class method receives the class as implicit first argument,
just like an instance method receives the instance.
To declare a class method, use this idiom:

  class C:
      @classmethod
      def f(cls, arg1, arg2, argN):
          ...

It can be called either on the class (e.g. C.f()) or on an instance
(e.g. C().f()).  The instance is ignored except for its class.
If a class method is called for a derived class, the derived class
object is passed as the implied first argument.

Class methods are different than C++ or Java static methods.
If you want those, see the staticmethod builtin.`,
  slots: {
    ...newWrapper('classmethod'),
    tp_descr_get: (self, object, type) => new PyMethod((self as PyClassMethod).callable, type ?? typeOf(object!)),
  },
  methods: { __class_getitem__: classGetItem(null) },
  members: { __func__: callable, __wrapped__: callable },
  getset,
});

export const staticmethodSpec = typeSpec(staticmethodType, {
  doc: `staticmethod(function, /)
--

Convert a function to be a static method.

A static method does not receive an implicit first argument.
To declare a static method, use this idiom:

     class C:
         @staticmethod
         def f(arg1, arg2, argN):
             ...

It can be called either on the class (e.g. C.f()) or on an instance
(e.g. C().f()). Both the class and the instance are ignored, and
neither is passed implicitly as the first argument to the method.

Static methods in Python are similar to those found in Java or C++.
For a more advanced concept, see the classmethod builtin.`,
  slots: {
    ...newWrapper('staticmethod'),
    tp_descr_get: (self) => (self as PyStaticMethod).callable,
    tp_call: (self, args, kwnames) => call((self as PyStaticMethod).callable, args, kwnames),
  },
  methods: { __class_getitem__: classGetItem(null) },
  members: { __func__: callable, __wrapped__: callable },
  getset,
});
