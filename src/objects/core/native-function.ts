/**
 * Functions, methods and descriptors that are written in TypeScript.
 *
 * A `NativeSpec` is what a type's or module's table holds; the Python objects made from it are `PyBuiltinFunction` (a
 * module's function, or a method bound to its object), `PyMethodDescriptor` (in a type's dict), `PyClassMethodDescriptor`,
 * `PyGetSetDescriptor`, `PyMemberDescriptor`, and for dunders that wrap slots `PyWrapperDescriptor` and its bound form.
 *
 * @cpython Objects/methodobject.c, Objects/descrobject.c
 */
import { PyObject, type Value } from './value.ts';
import type { PyType } from './py-type.ts';
import type { Kwnames } from './slots-contract.ts';
import { bindArguments, parseSignature, type Signature } from './signature.ts';
import { typeError } from './exception.ts';
import { isInstanceOf, makeBuiltinType, objectType, typeName, typeOf, typeType } from './builtin-types.ts';
import { Py_TPFLAGS_METHOD_DESCRIPTOR } from './py-type.ts';

/** A native implementation; parameters are those of the signature in order, `self` first for methods. */
// The parameter list differs from function to function, and the signature text is what ties it to the call.
export type NativeImplementation = (...args: never[]) => Value | void;
export type RawImplementation = (self: Value, args: readonly Value[], kwnames: Kwnames) => Value | void;

/** How a native function is called and shown. */
export class NativeSpec {
  readonly kind: 'method' | 'class' | 'static';
  readonly signatureText: string | null;
  readonly implementation: NativeImplementation;
  readonly isRaw: boolean;
  readonly doc: string | null;
  private parsed: Signature | null = null;
  /** How many positional arguments can be handed on as they are: at most `maxDirect`; -1 none, -2 before `findArity()`. */
  maxDirect = -2;
  minDirect = 0;
  /** It may let its thread wait, and is then called again: see runtime/scheduler.ts. */
  mayWait = false;
  /** It looks at the frames of its callers: made by `lookingAtFrames` (frame/frame-request.ts). */
  needsFrames = false;
  constructor(
    kind: 'method' | 'class' | 'static',
    signatureText: string | null,
    implementation: NativeImplementation,
    isRaw: boolean,
    doc: string | null,
  ) {
    this.kind = kind;
    this.signatureText = signatureText;
    this.implementation = implementation;
    this.isRaw = isRaw;
    this.doc = doc;
  }
  get signature(): Signature {
    return (this.parsed ??= parseSignature(this.signatureText!));
  }
  /** Sets `minDirect` and `maxDirect`. */
  findArity(): void {
    this.maxDirect = -1;
    if (this.isRaw) return;
    const signature = this.signature;
    if (signature.kind === 'variadic' || signature.names.length !== signature.maxPositional) return;
    this.minDirect = signature.minPositional;
    this.maxDirect = signature.maxPositional;
  }
}

/** Marks a native function that may let its thread wait: it changes nothing before it waits. */
export function waiting(spec: NativeSpec): NativeSpec {
  spec.mayWait = true;
  return spec;
}

/** A method: `fn(self, …)`. */
export function method(signature: string, fn: NativeImplementation, doc: string | null = null): NativeSpec {
  return new NativeSpec('method', signature, fn, false, doc);
}
/** A class method: `fn(type, …)`. */
export function classMethod(signature: string, fn: NativeImplementation, doc: string | null = null): NativeSpec {
  return new NativeSpec('class', signature, fn, false, doc);
}
/** A static method: `fn(…)`. */
export function staticMethod(signature: string, fn: NativeImplementation, doc: string | null = null): NativeSpec {
  return new NativeSpec('static', signature, fn, false, doc);
}
/** A method that takes its arguments unparsed: `fn(self, args, kwnames)`. */
export function rawMethod(doc: string | null, fn: RawImplementation, signature: string | null = null): NativeSpec {
  return new NativeSpec('method', signature, fn as NativeImplementation, true, doc);
}
export function rawClassMethod(doc: string | null, fn: RawImplementation, signature: string | null = null): NativeSpec {
  return new NativeSpec('class', signature, fn as NativeImplementation, true, doc);
}
/** A module's function: `fn(…)`. */
export function nativeFunction(signature: string, fn: NativeImplementation, doc: string | null = null): NativeSpec {
  return new NativeSpec('static', signature, fn, false, doc);
}
/** A module's function that takes its arguments unparsed: `fn(args, kwnames)`. */
export function rawFunction(
  doc: string | null,
  fn: (args: readonly Value[], kwnames: Kwnames) => Value | void,
  signature: string | null = null,
): NativeSpec {
  return new NativeSpec('static', signature, fn as NativeImplementation, true, doc);
}

type Call = (...args: unknown[]) => Value | void;
let noneValue: Value;
/** Set once with `None`: what a native function without a result returns to Python. */
export function setVoidResult(none: Value): void {
  noneValue = none;
}

/**
 * Calls a native function.
 *
 * @param receiver first argument of the implementation (`self`, or the type), `undefined` for functions and static methods
 */
export function callNative(
  spec: NativeSpec,
  name: string,
  qualifiedName: string,
  receiver: Value | undefined,
  args: readonly Value[],
  kwnames: Kwnames,
): Value {
  const fn = spec.implementation as Call;
  let result: Value | void;
  if (spec.isRaw) {
    result = receiver === undefined ? fn(args, kwnames) : fn(receiver, args, kwnames);
    return result === undefined ? noneValue : (result as Value);
  }
  const signature = spec.signature;
  const count = args.length;
  if (
    kwnames === null &&
    signature.kind !== 'variadic' &&
    count >= signature.minPositional &&
    count <= signature.maxPositional &&
    signature.names.length === signature.maxPositional
  ) {
    if (receiver === undefined) {
      result = count === 1 ? fn(args[0]) : count === 2 ? fn(args[0], args[1]) : fn(...args);
    } else {
      result = count === 0 ? fn(receiver) : count === 1 ? fn(receiver, args[0]) : fn(receiver, ...args);
    }
  } else {
    const bound = bindArguments(signature, name, qualifiedName, args, kwnames);
    result = receiver === undefined ? fn(...bound) : fn(receiver, ...bound);
  }
  return result === undefined ? noneValue : (result as Value);
}

/** A builtin function, or a builtin method bound to its object. */
export class PyBuiltinFunction extends PyObject {
  readonly name: string;
  readonly spec: NativeSpec;
  /** What `__self__` is: the module, the object, or (class methods) the type; `undefined` for static methods. */
  readonly self: Value | undefined;
  /** First argument of the implementation, if it takes one. */
  readonly receiver: Value | undefined;
  readonly module: string | null;
  /** The type whose table it comes from, for `__qualname__`. */
  readonly owner: PyType | null;
  constructor(name: string, spec: NativeSpec, self: Value | undefined, module: string | null, owner: PyType | null) {
    super();
    this.name = name;
    this.spec = spec;
    this.self = self;
    this.receiver = spec.kind === 'static' ? undefined : self;
    this.module = module;
    this.owner = owner;
  }
  /** As `_PyObject_FunctionStr` gives it. */
  get qualifiedName(): string {
    if (this.owner !== null) {
      const self = this.spec.kind === 'static' ? undefined : this.self;
      const type = self === undefined ? this.owner : isInstanceOf(self, typeType) ? (self as PyType) : typeOf(self);
      return `${type.ht_qualname}.${this.name}`;
    }
    return this.module === null || this.module === 'builtins' ? this.name : `${this.module}.${this.name}`;
  }
}

/** Base of the descriptors in builtin types' dicts. */
export abstract class PyDescriptor extends PyObject {
  readonly owner: PyType;
  readonly name: string;
  constructor(owner: PyType, name: string) {
    super();
    this.owner = owner;
    this.name = name;
  }
}

export class PyMethodDescriptor extends PyDescriptor {
  readonly spec: NativeSpec;
  constructor(owner: PyType, name: string, spec: NativeSpec) {
    super(owner, name);
    this.spec = spec;
  }
}

export class PyClassMethodDescriptor extends PyDescriptor {
  readonly spec: NativeSpec;
  constructor(owner: PyType, name: string, spec: NativeSpec) {
    super(owner, name);
    this.spec = spec;
  }
}

export interface GetSet {
  readonly get: (self: Value) => Value;
  readonly set?: (self: Value, value: Value | undefined) => void;
  readonly doc?: string;
}

export class PyGetSetDescriptor extends PyDescriptor {
  readonly getset: GetSet;
  constructor(owner: PyType, name: string, getset: GetSet) {
    super(owner, name);
    this.getset = getset;
  }
}

/** A `__slots__` member, or a plain field of a builtin type. */
export class PyMemberDescriptor extends PyDescriptor {
  readonly getset: GetSet;
  /** The property that holds the value of a `__slots__` member. */
  readonly key: string | null;
  constructor(owner: PyType, name: string, getset: GetSet, key: string | null = null) {
    super(owner, name);
    this.getset = getset;
    this.key = key;
  }
}

/** One dunder that wraps a slot: how Python arguments reach it. */
export interface SlotWrapper {
  readonly name: string;
  readonly doc: string;
  /** Calls the slot function of a type with Python arguments. */
  readonly call: (slot: unknown, self: Value, args: readonly Value[], kwnames: Kwnames) => Value;
}

export class PyWrapperDescriptor extends PyDescriptor {
  readonly wrapper: SlotWrapper;
  readonly slotName: string;
  /** The slot function that it calls. */
  readonly slot: unknown;
  constructor(owner: PyType, wrapper: SlotWrapper, slotName: string, slot: unknown) {
    super(owner, wrapper.name);
    this.wrapper = wrapper;
    this.slotName = slotName;
    this.slot = slot;
  }
}

/** A slot wrapper bound to its object. */
export class PyMethodWrapper extends PyObject {
  readonly descriptor: PyWrapperDescriptor;
  readonly self: Value;
  constructor(descriptor: PyWrapperDescriptor, self: Value) {
    super();
    this.descriptor = descriptor;
    this.self = self;
  }
}

/** A Python function (or other callable) bound to its object. */
export class PyMethod extends PyObject {
  readonly func: Value;
  readonly self: Value;
  constructor(func: Value, self: Value) {
    super();
    this.func = func;
    this.self = self;
  }
}

export const builtinFunctionType = makeBuiltinType('builtin_function_or_method', objectType, PyBuiltinFunction);
export const methodDescriptorType = makeBuiltinType(
  'method_descriptor',
  objectType,
  PyMethodDescriptor,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
);
export const classMethodDescriptorType = makeBuiltinType('classmethod_descriptor', objectType, PyClassMethodDescriptor);
export const getsetType = makeBuiltinType('getset_descriptor', objectType, PyGetSetDescriptor);
export const memberType = makeBuiltinType('member_descriptor', objectType, PyMemberDescriptor);
export const wrapperDescriptorType = makeBuiltinType(
  'wrapper_descriptor',
  objectType,
  PyWrapperDescriptor,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
);
export const methodWrapperType = makeBuiltinType('method-wrapper', objectType, PyMethodWrapper);
export const methodType = makeBuiltinType('method', objectType, PyMethod);
methodDescriptorType.hasIdentityHash = true;
classMethodDescriptorType.hasIdentityHash = true;
getsetType.hasIdentityHash = true;
memberType.hasIdentityHash = true;
wrapperDescriptorType.hasIdentityHash = true;

/** Checks that a descriptor is used on an object of its type. @throws TypeError */
export function checkReceiver(descriptor: PyDescriptor, object: Value): void {
  if (!isInstanceOf(object, descriptor.owner)) {
    throw typeError(
      `descriptor '${descriptor.name}' for '${descriptor.owner.tp_name}' objects doesn't apply to a '${typeName(object)}' object`,
    );
  }
}
builtinFunctionType.hasWeakref = true;
methodType.hasWeakref = true;
