/**
 * How a builtin type gets its behaviour: a folder exports a `TypeSpec`, `installType` joins it to the bare type.
 *
 * Installing is cheap: slots are set and inherited at once, the type's dict is filled when somebody first looks into it.
 *
 * @cpython Objects/typeobject.c PyType_Ready, inherit_slots, add_operators
 */
import { None, type Value } from './value.ts';
import { PyType, Py_TPFLAGS_READY } from './py-type.ts';
import type { Kwnames, TypeSlots } from './slots-contract.ts';
import { typeName } from './builtin-types.ts';
import { SLOT_DEFINITIONS } from './slot-definitions.ts';
import { typeError } from './exception.ts';
import {
  NativeSpec,
  PyBuiltinFunction,
  PyClassMethodDescriptor,
  PyGetSetDescriptor,
  PyMemberDescriptor,
  PyMethodDescriptor,
  PyWrapperDescriptor,
  type GetSet,
} from './native-function.ts';
import { bindArguments, parseSignature, type BoundArgument, type Signature } from './signature.ts';

export interface TypeBehaviour {
  readonly doc?: string;
  readonly slots?: Partial<TypeSlots>;
  readonly methods?: Readonly<Record<string, NativeSpec>>;
  readonly getset?: Readonly<Record<string, GetSet>>;
  /** Plain fields, shown as member descriptors. */
  readonly members?: Readonly<Record<string, GetSet>>;
  /** A call of the type itself with one positional argument. */
  readonly call1?: (value: Value) => Value;
  /** Other class attributes, made when the dict is filled. */
  readonly attributes?: Readonly<Record<string, (type: PyType) => Value>>;
}

export interface TypeSpec extends TypeBehaviour {
  readonly type: PyType;
}

/** Joins a type and its behaviour in a value; nothing happens until it is installed. */
export function typeSpec(type: PyType, behaviour: TypeBehaviour): TypeSpec {
  return { type, ...behaviour };
}

type SlotTable = Record<string, unknown>;

/** Works out by which rule objects of the type can be keys; see `normalKey`. */
export function classifyKeys(type: PyType): void {
  let root: PyType = type;
  while (root.tp_base !== null) root = root.tp_base;
  type.hasIdentityHash = type.tp_hash === root.tp_hash && type.tp_richcompare === root.tp_richcompare;
  const base = type.tp_base;
  if (base === null || type.tp_hash !== base.tp_hash || type.tp_richcompare !== base.tp_richcompare) {
    if (type.isHeapType) {
      type.hasValueHash = false;
      type.equalsOnlyOwnKind = false;
    }
    return;
  }
  type.hasValueHash = base.hasValueHash;
  type.equalsOnlyOwnKind = base.equalsOnlyOwnKind;
}

/** Gives a bare builtin type its behaviour. Its bases must have theirs. */
export function installType(spec: TypeSpec): void {
  const type = spec.type;
  if (type.hasFlag(Py_TPFLAGS_READY)) return;
  type.tp_flags |= Py_TPFLAGS_READY;
  const own = (spec.slots ?? {}) as SlotTable;
  const slots = type as unknown as SlotTable;
  if (type.tp_base !== null) {
    type.copySlots(type.tp_base);
    // Who compares in another way than its base does not inherit the hash.
    if (own.tp_richcompare !== undefined) type.tp_hash = undefined;
  }
  for (const name in own) if (own[name] !== undefined) slots[name] = own[name];
  if (type.tp_base !== null) {
    // A type made by native code alone: object.__new__ would make it without its fields.
    if (own.tp_new === undefined && !type.tp_base.hasFlag(Py_TPFLAGS_READY)) slots.tp_new = undefined;
  }
  classifyKeys(type);
  type.call1 = spec.call1 ?? null;
  type.tp_doc = spec.doc ?? null;
  type.fill = () => fillDict(type, spec);
}

function fillDict(type: PyType, spec: TypeSpec): void {
  const dict = type.tp_dict;
  const own = (spec.slots ?? {}) as SlotTable;
  if (own.tp_new !== undefined) dict.setStr('__new__', newFunction(type));
  for (const definition of SLOT_DEFINITIONS) {
    const slot = own[definition.slot];
    if (slot === undefined || definition.name === '__new__' || definition.name === '__getattr__') continue;
    if (dict.getStr(definition.name) !== undefined) continue;
    dict.setStr(
      definition.name,
      slot === null ? None : new PyWrapperDescriptor(type, definition, definition.slot, slot),
    );
  }
  if (own.tp_richcompare !== undefined && own.tp_hash === undefined && type.tp_base !== null)
    dict.setStr('__hash__', None);
  for (const name in spec.methods) dict.setStr(name, methodObject(type, name, spec.methods[name]!));
  for (const name in spec.getset) dict.setStr(name, new PyGetSetDescriptor(type, name, spec.getset[name]!));
  for (const name in spec.members) dict.setStr(name, new PyMemberDescriptor(type, name, spec.members[name]!));
  for (const name in spec.attributes) dict.setStr(name, spec.attributes[name]!(type));
  if (dict.getStr('__doc__') === undefined) dict.setStr('__doc__', docOf(type.tp_doc));
}

/** A docstring without the signature line that `__text_signature__` has apart. */
export function docOf(doc: string | null): Value {
  if (doc === null) return None;
  const end = doc.indexOf(')\n--\n\n');
  return end < 0 ? doc : doc.slice(end + 6);
}

function methodObject(type: PyType, name: string, spec: NativeSpec): Value {
  switch (spec.kind) {
    case 'method':
      return new PyMethodDescriptor(type, name, spec);
    case 'class':
      return new PyClassMethodDescriptor(type, name, spec);
    case 'static':
      return makeStaticMethod(new PyBuiltinFunction(name, spec, undefined, null, type));
  }
}

let makeStaticMethod: (func: Value) => Value = (func) => func;
/** Set once: how a `staticmethod` object is made. */
export function setStaticMethodMaker(make: (func: Value) => Value): void {
  makeStaticMethod = make;
}

/** `__new__` of a builtin type. @cpython tp_new_wrapper */
function newFunction(type: PyType): Value {
  const spec = new NativeSpec(
    'static',
    '($type, *args, **kwargs)',
    ((args: readonly Value[], kwnames: Kwnames): Value => {
      const name = type.tp_name;
      const target = args[0];
      if (target === undefined || args.length === (kwnames?.length ?? 0)) {
        throw typeError(`${name}.__new__(): not enough arguments`);
      }
      if (!(target instanceof PyType)) {
        throw typeError(`${name}.__new__(X): X is not a type object (${typeName(target)})`);
      }
      if (!target.isSubtype(type)) {
        throw typeError(`${name}.__new__(${target.tp_name}): ${target.tp_name} is not a subtype of ${name}`);
      }
      let builtin: PyType = target;
      while (builtin.isHeapType && builtin.tp_base !== null) builtin = builtin.tp_base;
      if (builtin.tp_new !== type.tp_new) {
        throw typeError(`${name}.__new__(${target.tp_name}) is not safe, use ${builtin.tp_name}.__new__()`);
      }
      return type.tp_new!(target, args.slice(1), kwnames);
    }) as never,
    true,
    'Create and return a new object.  See help(type) for accurate signature.',
  );
  return new PyBuiltinFunction('__new__', spec, type, null, type);
}

/**
 * A binder for slots that take Python arguments (`tp_new`, `tp_init`, `tp_call`): parses them by a signature.
 *
 * @param name the name for messages, as in `int() takes at most 2 arguments`
 */
export function argumentBinder(
  name: string,
  signature: string,
): (args: readonly Value[], kwnames: Kwnames) => BoundArgument[] {
  let parsed: Signature | undefined;
  return (args, kwnames) => bindArguments((parsed ??= parseSignature(signature)), name, name, args, kwnames);
}

/** Allocates an instance of a type whose native class is `Base`. */
export function allocate<A extends unknown[], T extends Value>(type: PyType, ...args: A): T {
  return new (type.instanceClass as unknown as new (...args: A) => T)(...args);
}
