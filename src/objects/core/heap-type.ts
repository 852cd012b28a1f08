/**
 * Classes: what `type.__new__` does. The MRO, the layout of instances, `__slots__`, filling slots from dunders, and keeping
 * slots right when a class changes.
 *
 * Instances of a class are made by the class' own JavaScript constructor, derived from that of its base with the most
 * specific native layout (`tp_base`, CPython's best base).
 *
 * @cpython Objects/typeobject.c type_new, best_base, mro_implementation, fixup_slot_dispatchers
 */
import type { PyObject } from './value.ts';
import { None, PyInstance, PyCell, type Value } from './value.ts';
import {
  PyType,
  SLOT_NAMES,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_IS_ABSTRACT,
  Py_TPFLAGS_MAPPING,
  Py_TPFLAGS_READY,
  Py_TPFLAGS_SEQUENCE,
  type InstanceClass,
} from './py-type.ts';
import type { PyDict } from './py-dict.ts';
import type { Kwnames, SlotName } from './slots-contract.ts';
import {
  INHERITED_FLAGS,
  PyPlainObject,
  fullyQualifiedName,
  isInstanceOf,
  setInstanceClass,
  strType,
  typeName,
  typeOf,
  typeType,
} from './builtin-types.ts';
import { attributeError, excTypes, isPyException, warn, typeError, valueError } from './exception.ts';
import { call, callDescriptor, getAttr } from './attributes.ts';
import { isTrue, reprHost, toArray } from './abstract.ts';
import { classifyKeys } from './define.ts';
import { DUNDERS_BY_SLOT, SLOTS_BY_DUNDER } from './slot-definitions.ts';
import { PyBuiltinFunction, PyMemberDescriptor, PyWrapperDescriptor } from './native-function.ts';
import { asText, strFromUtf16, textToHost } from './text.ts';
import { getName } from './instance-dict.ts';
import { layOutPrototype } from './prototype-layout.ts';
import { staticMethodOf, classMethodOf, functionType } from './method-wrapping.ts';
import { thread } from './thread-state.ts';
import { noteFinalizable } from './finalization.ts';

type SlotTable = Record<string, unknown>;

/** The most derived metaclass. @throws TypeError on a conflict. @cpython _PyType_CalculateMetaclass */
export function calculateMetaclass(metatype: PyType, bases: readonly Value[]): PyType {
  let winner = metatype;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (winner.isSubtype(candidate)) continue;
    if (candidate.isSubtype(winner)) {
      winner = candidate;
      continue;
    }
    throw typeError(
      'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
    );
  }
  return winner;
}

/** The C3 linearisation of the bases, the class itself first. @throws TypeError when there is none */
export function computeMro(type: PyType, bases: readonly PyType[]): PyType[] {
  if (bases.length === 1) return [type, ...bases[0]!.tp_mro];
  const seen = new Set<PyType>();
  for (const base of bases) {
    if (seen.has(base)) throw typeError(`duplicate base class ${base.name}`);
    seen.add(base);
  }
  const sequences = [...bases.map((base) => base.tp_mro.slice()), bases.slice()];
  const result: PyType[] = [type];
  for (;;) {
    const remaining = sequences.filter((sequence) => sequence.length > 0);
    if (remaining.length === 0) return result;
    const next = remaining.find((sequence) => !remaining.some((other) => other.indexOf(sequence[0]!, 1) > 0))?.[0];
    if (next === undefined) {
      const names = [...new Set(remaining.map((sequence) => sequence[0]!))].map((base) => base.name);
      throw typeError(`Cannot create a consistent method resolution order (MRO) for bases ${names.join(', ')}`);
    }
    result.push(next);
    for (const sequence of sequences) if (sequence[0] === next) sequence.shift();
  }
}

/** The type up the chain that adds native layout or slots of its own. @cpython solid_base */
function solidBase(type: PyType): PyType {
  let current = type;
  while (current.tp_base !== null) {
    if (current.isHeapType ? current.slotMembers.length > 0 : current.addsLayout) return current;
    current = current.tp_base;
  }
  return current;
}

/** The base whose instances' layout the class extends. @throws TypeError @cpython best_base */
export function bestBase(bases: readonly Value[]): PyType {
  let winner: PyType | undefined;
  let best: PyType | undefined;
  for (const base of bases) {
    if (!(base instanceof PyType)) throw typeError('bases must be types');
    if (!base.hasFlag(Py_TPFLAGS_BASETYPE)) {
      throw typeError(`type '${base.tp_name}' is not an acceptable base type`);
    }
    const candidate = solidBase(base);
    if (winner === undefined || (candidate !== winner && candidate.isSubtype(winner))) {
      winner = candidate;
      best = base;
    } else if (!winner.isSubtype(candidate)) {
      throw typeError('multiple bases have instance lay-out conflict');
    }
  }
  return best!;
}

/** The private form of a name inside a class: `__x` becomes `_C__x`. @cpython _Py_Mangle */
export function mangle(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

interface SlotsRequest {
  readonly members: readonly string[];
  readonly addsDict: boolean;
  readonly addsWeakref: boolean;
}

function readSlots(name: string, base: PyType, bases: readonly PyType[], namespace: PyDict): SlotsRequest {
  const given = namespace.getStr('__slots__');
  const mayAddDict = !base.hasDict;
  const mayAddWeakref = !base.hasWeakref;
  if (given === undefined) return { members: [], addsDict: mayAddDict, addsWeakref: mayAddWeakref };
  const items = asText(given) !== undefined ? [given] : toArray(given);
  if (items.length > 0 && base.hasItems)
    throw typeError(`nonempty __slots__ not supported for subtype of '${base.name}'`);
  const members: string[] = [];
  let addsDict = false;
  let addsWeakref = false;
  for (const item of items) {
    if (!isInstanceOf(item, strType)) throw typeError(`__slots__ items must be strings, not '${typeName(item)}'`);
    const text = textToHost(asText(item)!);
    if (!isIdentifier(text)) throw typeError('__slots__ must be identifiers');
    if (text === '__dict__') {
      if (!mayAddDict || addsDict) throw typeError('__dict__ slot disallowed: we already got one');
      addsDict = true;
    } else if (text === '__weakref__') {
      if (!mayAddWeakref || addsWeakref) throw typeError('__weakref__ slot disallowed: we already got one');
      addsWeakref = true;
    } else {
      const member = mangle(name, text);
      if (
        namespace.getStr(text) !== undefined &&
        text !== '__qualname__' &&
        text !== '__classcell__' &&
        text !== '__classdictcell__'
      ) {
        throw valueError(`'${text}' in __slots__ conflicts with class variable`);
      }
      members.push(member);
    }
  }
  members.sort();
  for (const other of bases) {
    if (mayAddDict && other.hasDict) addsDict = true;
    if (mayAddWeakref && other.hasWeakref) addsWeakref = true;
  }
  return { members, addsDict, addsWeakref };
}

function isIdentifier(text: string): boolean {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return true;
  return /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}_]*$/u.test(text);
}

/** The JavaScript class of a new class' instances. */
function makeInstanceClass(base: PyType, addsDict: boolean): InstanceClass {
  const baseClass = base.instanceClass as unknown as new (...args: unknown[]) => PyObject;
  if (!addsDict) return class extends baseClass {};
  if ((baseClass as unknown) === PyPlainObject) return class extends PyInstance {};
  return class extends baseClass {
    ob_dict: PyDict | null = null;
  };
}

/** Marks the constructors that note their objects as finalizable. */
const NOTED = Symbol('noted');

/** The same for a class with a `__del__`, if no base of it has one. */
function withFinalizer(instanceClass: InstanceClass): InstanceClass {
  const plainClass = instanceClass as unknown as new (...args: unknown[]) => PyObject;
  return class extends plainClass {
    static readonly [NOTED] = true;
    constructor(...args: unknown[]) {
      super(...args);
      noteFinalizable(this);
    }
  };
}

/** Numbers of types that others with `__slots__` derive from. */
const baseSerials = new WeakMap<PyType, number>();
let nextBaseSerial = 0;

/**
 * The property of a slot: the same for equal names added to the same base, as it is the same place in CPython, so that
 * `__class__` can be changed between such classes.
 */
function memberKey(owner: PyType, name: string): string {
  const base = owner.tp_base!;
  let serial = baseSerials.get(base);
  if (serial === undefined) baseSerials.set(base, (serial = nextBaseSerial++));
  return `#${name}${serial}`;
}

/** The descriptor of one `__slots__` member: its value is an own property of a name of its own. */
function slotMember(owner: PyType, name: string): PyMemberDescriptor {
  const key = memberKey(owner, name);
  type Fields = Record<string, Value | undefined>;
  return new PyMemberDescriptor(
    owner,
    name,
    {
      get: (self) => {
        const value = (self as unknown as Fields)[key];
        if (value === undefined)
          throw attributeError(`'${fullyQualifiedName(typeOf(self))}' object has no attribute '${name}'`, name, self);
        return value;
      },
      set: (self, value) => {
        const fields = self as unknown as Fields;
        if (value === undefined && fields[key] === undefined) {
          throw attributeError(name);
        }
        fields[key] = value;
      },
    },
    key,
  );
}

/** Decides one slot of a class from the dunders it sees. @cpython update_one_slot */
function updateSlot(type: PyType, slotName: SlotName): void {
  const slots = type as unknown as SlotTable;
  let specific: unknown;
  let hasSpecific = false;
  let isGeneric = false;
  let dispatcher: unknown;
  for (const definition of DUNDERS_BY_SLOT.get(slotName) ?? []) {
    const descr = type.lookup(definition.name);
    if (descr === undefined) continue;
    dispatcher = definition.dispatcher;
    if (descr === None && slotName === 'tp_hash') {
      slots[slotName] = null;
      return;
    }
    if (descr instanceof PyWrapperDescriptor && descr.wrapper.name === definition.name) {
      // A dunder of another slot: `list.__add__` says nothing about `nb_add`, unless the class is no list.
      if (descr.slotName !== slotName && type.isSubtype(descr.owner)) continue;
      if ((!hasSpecific || specific === descr.slot) && type.isSubtype(descr.owner)) {
        specific = descr.slot;
        hasSpecific = true;
        continue;
      }
    } else if (slotName === 'tp_new' && descr instanceof PyBuiltinFunction && descr.self instanceof PyType) {
      specific = descr.self.tp_new;
      hasSpecific = true;
      continue;
    } else if (definition.dispatcher === undefined) continue;
    isGeneric = true;
  }
  if (isGeneric) slots[slotName] = dispatcher;
  else slots[slotName] = hasSpecific ? specific : undefined;
}

/** The slots for which any of these dunders stands. */
function slotsOf(names: Iterable<Value>): Set<SlotName> {
  const affected = new Set<SlotName>();
  for (const name of names) {
    if (typeof name !== 'string' || !name.startsWith('__')) continue;
    for (const definition of SLOTS_BY_DUNDER.get(name) ?? []) affected.add(definition.slot);
  }
  return affected;
}

/** Fills all slots of a new class. */
export function fillSlots(type: PyType): void {
  const base = type.tp_base!;
  type.copySlots(base);
  const affected = slotsOf(type.tp_dict.keys());
  for (const other of type.tp_mro) {
    if (other === type || base.isSubtype(other)) continue;
    if (other.isHeapType) for (const slot of slotsOf(other.ownDict().keys())) affected.add(slot);
    else for (const name of SLOT_NAMES) if ((other as unknown as SlotTable)[name] !== undefined) affected.add(name);
  }
  for (const slot of affected) updateSlot(type, slot);
  classifyKeys(type);
}

/** To be called after a class attribute changed: slots, caches and layout of the class and its subclasses follow. */
export function classAttributeChanged(type: PyType, name: string): void {
  type.modified();
  const affected = SLOTS_BY_DUNDER.get(name);
  updateTree(type, affected === undefined ? [] : affected.map((definition) => definition.slot), name);
}

function updateTree(type: PyType, slots: readonly SlotName[], name: string): void {
  for (const slot of slots) updateSlot(type, slot);
  if (slots.length > 0) classifyKeys(type);
  layOutPrototype(type, name);
  for (const subclass of type.liveSubclasses()) {
    if (getName(subclass.ownDict(), name) === undefined) updateTree(subclass, slots, name);
  }
}

/** After the MRO of a class changed (`__bases__` was assigned). */
export function mroChanged(type: PyType): void {
  type.modified();
  fillSlots(type);
  layOutPrototype(type);
  for (const subclass of type.liveSubclasses()) mroChanged(subclass);
}

/**
 * Computes the MROs of a class whose bases changed and of its subclasses. An `mro()` method may change bases in turn: what
 * was set meanwhile stands.
 *
 * @throws what an `mro()` raised, with all MROs as they were
 * @cpython mro_hierarchy
 */
export function updateMros(type: PyType): void {
  const undo: { readonly type: PyType; readonly before: readonly PyType[]; readonly after: readonly PyType[] }[] = [];
  const update = (each: PyType): void => {
    const before = each.tp_mro;
    const after = findMro(each);
    if (each.tp_mro !== before) return;
    each.tp_mro = after;
    each.modified();
    undo.push({ type: each, before, after });
    for (const subclass of each.liveSubclasses()) update(subclass);
  };
  try {
    update(type);
  } catch (error) {
    for (const change of undo.reverse()) {
      if (change.type.tp_mro !== change.after) continue;
      change.type.tp_mro = change.before;
      change.type.modified();
    }
    throw error;
  }
}

/** Computes and checks the MRO, through the metaclass' `mro()` where it has its own. @cpython mro_internal */
export function setMro(type: PyType): void {
  type.tp_mro = findMro(type);
}

function findMro(type: PyType): readonly PyType[] {
  const metatype = typeOf(type);
  const descr = metatype.lookup('mro');
  const own = typeType.ownDict().getStr('mro');
  if (metatype === typeType || descr === undefined || descr === own) {
    return computeMro(type, type.tp_bases);
  }
  const items = toArray(callDescriptor(descr, type, []));
  const solid = solidBase(type.tp_base!);
  for (const item of items) {
    if (!(item instanceof PyType)) throw typeError(`mro() returned a non-class ('${typeName(item)}')`);
    if (!solid.isSubtype(solidBase(item)))
      throw typeError(`mro() returned base with unsuitable layout ('${item.tp_name}')`);
  }
  return items as PyType[];
}

/**
 * Makes a class.
 *
 * @param kwargs keyword arguments of the class statement, for `__init_subclass__`
 * @cpython type_new
 */
export function typeNew(
  metatype: PyType,
  name: string,
  bases: readonly Value[],
  namespace: PyDict,
  kwargs: { readonly names: Kwnames; readonly values: readonly Value[] } | null,
): PyType {
  const base = bases.length === 0 ? objectBase() : bestBase(bases);
  const baseTypes = bases.length === 0 ? [base] : (bases as readonly PyType[]);
  const dict = namespace.copy();
  const request = readSlots(name, base, baseTypes, dict);
  const addsFinalizer =
    (base.tp_finalize !== undefined || dict.getStr('__del__') !== undefined) && !(NOTED in base.instanceClass);
  const type = allocateType(metatype, name, base, request, addsFinalizer);
  type.tp_bases = baseTypes;
  if (baseTypes.length > 1 || baseTypes[0] !== base) {
    base.removeSubclass(type);
    for (const each of baseTypes) each.addSubclass(type);
  }
  type.tp_dict = dict;
  try {
    completeType(type, name, dict, request, kwargs);
  } catch (error) {
    base.removeSubclass(type);
    for (const each of baseTypes) each.removeSubclass(type);
    throw error;
  }
  return type;
}

/** All that can fail, and with it the making of the class. */
function completeType(
  type: PyType,
  name: string,
  dict: PyDict,
  request: SlotsRequest,
  kwargs: { readonly names: Kwnames; readonly values: readonly Value[] } | null,
): void {
  const classCell = takeCell(dict, '__classcell__');
  const classDictCell = takeCell(dict, '__classdictcell__');
  prepareNamespace(type, name, dict, request);
  if (classCell !== undefined) classCell.value = type;
  if (classDictCell !== undefined) classDictCell.value = dict;
  setMro(type);
  for (const other of type.tp_mro) {
    if (type.tp_flags & (Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_MAPPING)) break;
    type.tp_flags |= other.tp_flags & (Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_MAPPING);
  }
  fillSlots(type);
  layOutPrototype(type);
  setNames(type);
  initSubclass(type, kwargs);
  for (const key of type.tp_dict.keys()) {
    if (asText(key) !== undefined) continue;
    warn(excTypes.RuntimeWarning, `non-string key in the __dict__ of class ${name}`);
    break;
  }
}

function objectBase(): PyType {
  return typeType.tp_base!;
}

function allocateType(
  metatype: PyType,
  name: string,
  base: PyType,
  request: SlotsRequest,
  addsFinalizer: boolean,
): PyType {
  // What `case [...]` and `case {...}` match follows the MRO: see completeType.
  const inherited = INHERITED_FLAGS(base) & ~(Py_TPFLAGS_SEQUENCE | Py_TPFLAGS_MAPPING);
  const flags = Py_TPFLAGS_HEAPTYPE | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_READY | inherited;
  const plainClass = makeInstanceClass(base, request.addsDict);
  const instanceClass = addsFinalizer ? withFinalizer(plainClass) : plainClass;
  const typeClass = metatype.instanceClass as unknown as new (
    name: string,
    base: PyType,
    instanceClass: InstanceClass,
    flags: number,
  ) => PyType;
  const type = new typeClass(name, base, instanceClass, flags);
  type.tp_name = name;
  type.ht_qualname = name;
  Object.defineProperty(instanceClass, 'name', { value: name, configurable: true });
  setInstanceClass(type, instanceClass);
  type.hasDict = base.hasDict || request.addsDict;
  type.hasWeakref = base.hasWeakref || request.addsWeakref;
  type.hasItems = base.hasItems;
  type.slotMembers = request.members;
  return type;
}

function takeCell(dict: PyDict, key: string): PyCell | undefined {
  const cell = dict.delete(key);
  if (cell === undefined) return undefined;
  if (!(cell instanceof PyCell)) throw typeError(`${key} must be a nonlocal cell, not <class '${typeName(cell)}'>`);
  return cell;
}

function prepareNamespace(type: PyType, name: string, dict: PyDict, request: SlotsRequest): void {
  const qualname = dict.delete('__qualname__');
  if (qualname !== undefined) {
    const text = asText(qualname);
    if (text === undefined) throw typeError(`type __qualname__ must be a str, not ${typeName(qualname)}`);
    type.ht_qualname = textToHost(text);
  } else type.ht_qualname = name;
  if (dict.getStr('__module__') === undefined) {
    const module = thread.currentFrame?.globals.getStr('__name__');
    if (module !== undefined) dict.setStr('__module__', module);
  }
  for (const special of ['__new__']) {
    const value = dict.getStr(special);
    if (value !== undefined && typeOf(value) === functionType()) dict.setStr(special, staticMethodOf(value));
  }
  for (const special of ['__init_subclass__', '__class_getitem__']) {
    const value = dict.getStr(special);
    if (value !== undefined && typeOf(value) === functionType()) dict.setStr(special, classMethodOf(value));
  }
  for (const member of request.members) dict.set(strFromUtf16(member), slotMember(type, member));
  if (request.addsDict && dict.getStr('__dict__') === undefined) dict.setStr('__dict__', makeDictDescriptor(type));
  if (request.addsWeakref && dict.getStr('__weakref__') === undefined)
    dict.setStr('__weakref__', makeWeakrefDescriptor(type));
  if (dict.getStr('__doc__') === undefined) dict.setStr('__doc__', None);
  else {
    const doc = asText(dict.getStr('__doc__')!);
    if (doc !== undefined) type.tp_doc = textToHost(doc);
  }
  if (dict.getStr('__eq__') !== undefined && dict.getStr('__hash__') === undefined) dict.setStr('__hash__', None);
  const abstract = dict.getStr('__abstractmethods__');
  if (abstract !== undefined && isTrue(abstract)) type.tp_flags |= Py_TPFLAGS_IS_ABSTRACT;
}

let makeDictDescriptor: (type: PyType) => Value;
let makeWeakrefDescriptor: (type: PyType) => Value;
/** Set once: the `__dict__` and `__weakref__` descriptors that classes get. */
export function setInstanceDescriptors(dict: (type: PyType) => Value, weakref: (type: PyType) => Value): void {
  makeDictDescriptor = dict;
  makeWeakrefDescriptor = weakref;
}

/** Calls `__set_name__` of the attributes that have it. @cpython type_new_set_names */
function setNames(type: PyType): void {
  const named: [Value, Value, Value][] = [];
  for (const name of type.tp_dict.keys()) {
    const value = type.tp_dict.get(name)!;
    const descr = typeof value === 'object' ? value.ob_type.lookup('__set_name__') : undefined;
    if (descr !== undefined) named.push([name, value, descr]);
  }
  for (const [name, value, descr] of named) {
    try {
      callDescriptor(descr, value, [type, name]);
    } catch (error) {
      if (isPyException(error)) {
        const note = `Error calling __set_name__ on '${typeName(value)}' instance ${reprHost(name)} in '${type.name}'`;
        call(getAttr(error, 'add_note'), [strFromUtf16(note)]);
      }
      throw error;
    }
  }
}

/** `super(cls, cls).__init_subclass__(**kwargs)`. */
function initSubclass(
  type: PyType,
  kwargs: { readonly names: Kwnames; readonly values: readonly Value[] } | null,
): void {
  const own = type.tp_mro.indexOf(type);
  if (own < 0) {
    const name = fullyQualifiedName(type);
    throw typeError(`super(type, obj): obj (type ${name}) is not an instance or subtype of type (${name}).`);
  }
  for (let i = own + 1; i < type.tp_mro.length; i++) {
    const descr = type.tp_mro[i]!.ownDict().getStr('__init_subclass__');
    if (descr === undefined) continue;
    const get = typeOf(descr).tp_descr_get;
    call(get === undefined ? descr : get(descr, undefined, type), kwargs?.values ?? [], kwargs?.names ?? null);
    return;
  }
}

/** Looks along `tp_base`, which is right already where the MRO is still to be computed. */
function hasInBaseChain(type: PyType, wanted: PyType): boolean {
  for (let base: PyType | null = type; base !== null; base = base.tp_base) if (base === wanted) return true;
  return false;
}

/** Checks a value for `__bases__`. @throws TypeError @cpython type_set_bases_unlocked */
export function assignableBases(type: PyType, items: readonly Value[]): { bases: PyType[]; best: PyType } {
  if (items.length === 0) throw typeError(`can only assign non-empty tuple to ${type.name}.__bases__, not ()`);
  for (const base of items) {
    if (!(base instanceof PyType)) {
      throw typeError(`${type.name}.__bases__ must be tuple of classes, not '${typeName(base)}'`);
    }
    if (base.isSubtype(type) || hasInBaseChain(base, type))
      throw typeError('a __bases__ item causes an inheritance cycle');
  }
  const best = bestBase(items);
  if (solidBase(best) !== solidBase(type.tp_base!) || best.hasDict !== type.tp_base!.hasDict) {
    throw typeError(`__bases__ assignment: '${best.tp_name}' object layout differs from '${type.tp_base!.tp_name}'`);
  }
  return { bases: items as PyType[], best };
}
