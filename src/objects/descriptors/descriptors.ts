/**
 * The types of native functions, methods and descriptors.
 *
 * @cpython Objects/methodobject.c, Objects/descrobject.c, Objects/classobject.c
 */
import type {
  PyClassMethodDescriptor,
  PyGetSetDescriptor,
  PyMemberDescriptor,
  PyMethodDescriptor,
  PyWrapperDescriptor,
} from '../core/index.ts';
import {
  None,
  NotImplemented,
  Py_EQ,
  Py_NE,
  PyBuiltinFunction,
  PyMethod,
  PyMethodWrapper,
  PyModule,
  PyTuple,
  PyType,
  argumentBinder,
  asText,
  attributeError,
  builtinFunctionType,
  callBoundMethod,
  callBuiltinFunction,
  callMethodDescriptor,
  checkReceiver,
  classMethodDescriptorType,
  genericGetAttr,
  getAttr,
  getAttrOrUndefined,
  getsetType,
  hash,
  hashIdentity,
  identityText,
  isEqual,
  memberType,
  method,
  methodDescriptorType,
  methodType,
  methodWrapperType,
  reprHost,
  strFromUtf16,
  textToHost,
  thread,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  wrapperDescriptorType,
  isCallable,
  type Kwnames,
  type NativeSpec,
  type PyDescriptor,
  type TypeSpec,
  type Value,
} from '../core/index.ts';

const docOf = (spec: NativeSpec): Value => (spec.doc === null ? None : strFromUtf16(spec.doc));
const signatureOf = (spec: NativeSpec): Value =>
  spec.signatureText === null ? None : strFromUtf16(spec.signatureText);

function builtinGetattr(): Value {
  const builtins = thread.interp.importModule('builtins');
  return getAttr(builtins, 'getattr');
}

// --- builtin functions and bound builtin methods ---------------------------------------------------------------------
function qualnameOfFunction(func: PyBuiltinFunction): string {
  const self = func.self;
  if (func.owner === null || self === undefined || self instanceof PyModule) {
    return func.owner === null ? func.name : `${func.owner.ht_qualname}.${func.name}`;
  }
  const type = self instanceof PyType ? self : typeOf(self);
  return `${type.ht_qualname}.${func.name}`;
}

const builtinFunctionSpec = typeSpec(builtinFunctionType, {
  slots: {
    tp_call: callBuiltinFunction,
    tp_repr: (self) => {
      const func = self as PyBuiltinFunction;
      if (func.self === undefined || func.self instanceof PyModule)
        return strFromUtf16(`<built-in function ${func.name}>`);
      return strFromUtf16(
        `<built-in method ${func.name} of ${typeName(func.self)} object at ${identityText(func.self)}>`,
      );
    },
    tp_hash: (self) => {
      const func = self as PyBuiltinFunction;
      return func.self === undefined
        ? hashIdentity(self)
        : Number(BigInt.asIntN(53, BigInt(hashIdentity(func.self)) * 31n + BigInt(func.name.length)));
    },
    tp_richcompare: (left, right, op) => {
      if (
        (op !== Py_EQ && op !== Py_NE) ||
        !(left instanceof PyBuiltinFunction) ||
        !(right instanceof PyBuiltinFunction)
      ) {
        return NotImplemented;
      }
      const isSame = left.self === right.self && left.spec === right.spec;
      return op === Py_EQ ? isSame : !isSame;
    },
  },
  methods: {
    __reduce__: method('($self, /)', (func: PyBuiltinFunction) =>
      func.self === undefined || func.self instanceof PyModule
        ? strFromUtf16(func.name)
        : new PyTuple([builtinGetattr(), new PyTuple([func.self, strFromUtf16(func.name)])]),
    ),
  },
  getset: {
    __name__: { get: (self) => strFromUtf16((self as PyBuiltinFunction).name) },
    __qualname__: { get: (self) => strFromUtf16(qualnameOfFunction(self as PyBuiltinFunction)) },
    __doc__: { get: (self) => docOf((self as PyBuiltinFunction).spec) },
    __self__: { get: (self) => (self as PyBuiltinFunction).self ?? None },
    __text_signature__: { get: (self) => signatureOf((self as PyBuiltinFunction).spec) },
  },
  members: {
    __module__: {
      get: (self) => {
        const module = (self as PyBuiltinFunction).module;
        return module === null ? None : strFromUtf16(module);
      },
    },
  },
});

// --- descriptors in types' dicts -------------------------------------------------------------------------------------
const descriptorGetset = {
  __objclass__: { get: (self: Value) => (self as PyDescriptor).owner },
  __name__: { get: (self: Value) => strFromUtf16((self as PyDescriptor).name) },
};
const descriptorQualname = (self: Value): Value =>
  strFromUtf16(`${(self as PyDescriptor).owner.ht_qualname}.${(self as PyDescriptor).name}`);

const reduceDescriptor = method(
  '($self, /)',
  (self: PyDescriptor) => new PyTuple([builtinGetattr(), new PyTuple([self.owner, strFromUtf16(self.name)])]),
);

function describe(kind: string): (self: Value) => Value {
  return (self) => {
    const descr = self as PyDescriptor;
    return strFromUtf16(`<${kind} '${descr.name}' of '${descr.owner.tp_name}' objects>`);
  };
}

const methodDescriptorSpec = typeSpec(methodDescriptorType, {
  slots: {
    tp_call: callMethodDescriptor,
    tp_repr: describe('method'),
    tp_descr_get: (self, object) => {
      if (object === undefined) return self;
      const descr = self as PyMethodDescriptor;
      checkReceiver(descr, object);
      return new PyBuiltinFunction(descr.name, descr.spec, object, null, descr.owner);
    },
  },
  methods: { __reduce__: reduceDescriptor },
  members: descriptorGetset,
  getset: {
    __doc__: { get: (self) => docOf((self as PyMethodDescriptor).spec) },
    __qualname__: { get: descriptorQualname },
    __text_signature__: { get: (self) => signatureOf((self as PyMethodDescriptor).spec) },
  },
});

function bindClassMethod(
  descr: PyClassMethodDescriptor,
  type: Value | undefined,
  object: Value | undefined,
): PyBuiltinFunction {
  const cls = type ?? (object === undefined ? undefined : typeOf(object));
  if (cls === undefined) {
    throw typeError(`descriptor '${descr.name}' for type '${descr.owner.tp_name}' needs either an object or a type`);
  }
  if (!(cls instanceof PyType)) {
    throw typeError(
      `descriptor '${descr.name}' for type '${descr.owner.tp_name}' needs a type, not a '${typeName(cls)}' as arg 2`,
    );
  }
  if (!cls.isSubtype(descr.owner)) {
    throw typeError(
      `descriptor '${descr.name}' requires a subtype of '${descr.owner.tp_name}' but received '${cls.tp_name}'`,
    );
  }
  return new PyBuiltinFunction(descr.name, descr.spec, cls, null, descr.owner);
}

const classMethodDescriptorSpec = typeSpec(classMethodDescriptorType, {
  slots: {
    tp_call: (self, args, kwnames) => {
      const descr = self as PyClassMethodDescriptor;
      const cls = args[0];
      if (cls === undefined) {
        throw typeError(`descriptor '${descr.name}' of '${descr.owner.tp_name}' object needs an argument`);
      }
      const bound = bindClassMethod(descr, cls, undefined);
      return callBuiltinFunction(bound, args.slice(1), kwnames);
    },
    tp_repr: describe('method'),
    tp_descr_get: (self, object, type) => bindClassMethod(self as PyClassMethodDescriptor, type, object),
  },
  members: descriptorGetset,
  getset: {
    __doc__: { get: (self) => docOf((self as PyClassMethodDescriptor).spec) },
    __qualname__: { get: descriptorQualname },
    __text_signature__: { get: (self) => signatureOf((self as PyClassMethodDescriptor).spec) },
  },
});

/** Getset and member descriptors differ in name only. */
function dataDescriptorSpec(type: PyType, kind: string): TypeSpec {
  type Data = PyGetSetDescriptor | PyMemberDescriptor;
  return typeSpec(type, {
    slots: {
      tp_repr: describe(kind),
      tp_descr_get: (self, object) => {
        if (object === undefined) return self;
        checkReceiver(self as Data, object);
        return (self as Data).getset.get(object);
      },
      tp_descr_set: (self, object, value) => {
        const descr = self as Data;
        checkReceiver(descr, object);
        if (descr.getset.set === undefined) {
          throw attributeError(
            kind === 'member'
              ? 'readonly attribute'
              : `attribute '${descr.name}' of '${descr.owner.tp_name}' objects is not writable`,
          );
        }
        descr.getset.set(object, value);
      },
    },
    methods: kind === 'member' ? { __reduce__: reduceDescriptor } : {},
    members: descriptorGetset,
    getset: {
      __doc__: {
        get: (self) => {
          const doc = (self as Data).getset.doc;
          return doc === undefined ? None : strFromUtf16(doc);
        },
      },
      __qualname__: { get: descriptorQualname },
    },
  });
}

// --- slot wrappers ---------------------------------------------------------------------------------------------------
const SELF_ONLY = '($self, /)';
const WRAPPER_SIGNATURES: Readonly<Record<string, string>> = {
  __init__: '($self, /, *args, **kwargs)',
  __call__: '($self, /, *args, **kwargs)',
  __getattribute__: '($self, name, /)',
  __setattr__: '($self, name, value, /)',
  __delattr__: '($self, name, /)',
  __getitem__: '($self, key, /)',
  __setitem__: '($self, key, value, /)',
  __delitem__: '($self, key, /)',
  __contains__: '($self, key, /)',
  __get__: '($self, instance, owner=None, /)',
  __set__: '($self, instance, value, /)',
  __delete__: '($self, instance, /)',
  __pow__: '($self, value, mod=None, /)',
  __rpow__: '($self, value, mod=None, /)',
  __buffer__: '($self, flags, /)',
  __release_buffer__: '($self, buffer, /)',
};
const UNARY = new Set([
  '__repr__',
  '__str__',
  '__neg__',
  '__pos__',
  '__abs__',
  '__invert__',
  '__int__',
  '__float__',
  '__index__',
  '__await__',
  '__aiter__',
  '__anext__',
  '__iter__',
  '__next__',
  '__bool__',
  '__len__',
  '__hash__',
  '__del__',
]);

function wrapperSignature(self: PyWrapperDescriptor): Value {
  return WRAPPER_SIGNATURES[self.name] ?? (UNARY.has(self.name) ? SELF_ONLY : '($self, value, /)');
}

const wrapperDescriptorSpec = typeSpec(wrapperDescriptorType, {
  slots: {
    tp_call: (self, args, kwnames) => {
      const descr = self as PyWrapperDescriptor;
      const object = args[0];
      if (object === undefined || (kwnames !== null && kwnames.length === args.length)) {
        throw typeError(`descriptor '${descr.name}' of '${descr.owner.tp_name}' object needs an argument`);
      }
      if (!typeOf(object).isSubtype(descr.owner)) {
        throw typeError(
          `descriptor '${descr.name}' requires a '${descr.owner.tp_name}' object but received a '${typeName(object)}'`,
        );
      }
      return descr.wrapper.call(descr.slot, object, args.slice(1), kwnames);
    },
    tp_repr: describe('slot wrapper'),
    tp_descr_get: (self, object) => {
      if (object === undefined) return self;
      checkReceiver(self as PyWrapperDescriptor, object);
      return new PyMethodWrapper(self as PyWrapperDescriptor, object);
    },
  },
  methods: { __reduce__: reduceDescriptor },
  members: descriptorGetset,
  getset: {
    __doc__: { get: (self) => strFromUtf16((self as PyWrapperDescriptor).wrapper.doc) },
    __qualname__: { get: descriptorQualname },
    __text_signature__: { get: (self) => wrapperSignature(self as PyWrapperDescriptor) },
  },
});

const methodWrapperSpec = typeSpec(methodWrapperType, {
  slots: {
    tp_call: (self, args, kwnames) => {
      const { descriptor, self: object } = self as PyMethodWrapper;
      return descriptor.wrapper.call(descriptor.slot, object, args, kwnames);
    },
    tp_repr: (self) => {
      const { descriptor, self: object } = self as PyMethodWrapper;
      return strFromUtf16(
        `<method-wrapper '${descriptor.name}' of ${typeName(object)} object at ${identityText(object)}>`,
      );
    },
    tp_hash: (self) => hashIdentity((self as PyMethodWrapper).descriptor),
    tp_richcompare: (left, right, op) => {
      if ((op !== Py_EQ && op !== Py_NE) || !(left instanceof PyMethodWrapper) || !(right instanceof PyMethodWrapper)) {
        return NotImplemented;
      }
      const isSame = left.descriptor === right.descriptor && left.self === right.self;
      return op === Py_EQ ? isSame : !isSame;
    },
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyMethodWrapper) =>
        new PyTuple([builtinGetattr(), new PyTuple([self.self, strFromUtf16(self.descriptor.name)])]),
    ),
  },
  members: { __self__: { get: (self) => (self as PyMethodWrapper).self } },
  getset: {
    __objclass__: { get: (self) => (self as PyMethodWrapper).descriptor.owner },
    __name__: { get: (self) => strFromUtf16((self as PyMethodWrapper).descriptor.name) },
    __qualname__: { get: (self) => descriptorQualname((self as PyMethodWrapper).descriptor) },
    __doc__: { get: (self) => strFromUtf16((self as PyMethodWrapper).descriptor.wrapper.doc) },
    __text_signature__: { get: (self) => wrapperSignature((self as PyMethodWrapper).descriptor) },
  },
});

// --- bound methods ---------------------------------------------------------------------------------------------------
const bindMethod = argumentBinder('method', '(function, instance, /)');

const methodSpec = typeSpec(methodType, {
  doc: 'method(function, instance, /)\n--\n\nCreate a bound instance method object.',
  slots: {
    tp_new: (_type, args, kwnames: Kwnames) => {
      const [func, instance] = bindMethod(args, kwnames) as [Value, Value];
      if (!isCallable(func)) throw typeError('first argument must be callable');
      if (instance === None) throw typeError('instance must not be None');
      return new PyMethod(func, instance);
    },
    tp_call: callBoundMethod,
    tp_repr: (self) => {
      const bound = self as PyMethod;
      const name = getAttrOrUndefined(bound.func, '__qualname__') ?? getAttrOrUndefined(bound.func, '__name__');
      const text = name === undefined ? undefined : asText(name);
      return strFromUtf16(`<bound method ${text === undefined ? '?' : textToHost(text)} of ${reprHost(bound.self)}>`);
    },
    tp_hash: (self) => {
      const bound = self as PyMethod;
      const mixed = BigInt(hashIdentity(bound.self)) ^ BigInt(hash(bound.func));
      return Number(BigInt.asIntN(53, mixed));
    },
    tp_richcompare: (left, right, op) => {
      if ((op !== Py_EQ && op !== Py_NE) || !(left instanceof PyMethod) || !(right instanceof PyMethod))
        return NotImplemented;
      const isSame = isEqual(left.func, right.func) && left.self === right.self;
      return op === Py_EQ ? isSame : !isSame;
    },
    tp_descr_get: (self) => self,
    tp_getattro: (self, name) => {
      const descr = methodType.lookup(name);
      if (descr !== undefined) return genericGetAttr(self, name);
      return typeOf((self as PyMethod).func).tp_getattro!((self as PyMethod).func, name);
    },
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyMethod) => new PyTuple([builtinGetattr(), new PyTuple([self.self, getAttr(self.func, '__name__')])]),
    ),
  },
  members: {
    __func__: { get: (self) => (self as PyMethod).func, doc: 'the function (or other callable) implementing a method' },
    __self__: { get: (self) => (self as PyMethod).self, doc: 'the instance to which a method is bound' },
  },
  getset: {
    __doc__: { get: (self) => getAttrOrUndefined((self as PyMethod).func, '__doc__') ?? None },
  },
});

export const descriptorSpecs: readonly TypeSpec[] = [
  builtinFunctionSpec,
  methodDescriptorSpec,
  classMethodDescriptorSpec,
  dataDescriptorSpec(getsetType, 'attribute'),
  dataDescriptorSpec(memberType, 'member'),
  wrapperDescriptorSpec,
  methodWrapperSpec,
  methodSpec,
];
