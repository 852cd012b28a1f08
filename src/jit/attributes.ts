/**
 * Attributes: own properties of objects behind a check of the type and its version, methods from the JavaScript prototype,
 * names of modules through cells that follow them.
 */
import {
  genericGetAttr,
  genericSetAttr,
  moduleType,
  PyMemberDescriptor,
  PyMethodDescriptor,
  PyModule,
  PyType,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  strType,
  typeOf,
  typeType,
} from '../objects/core/index.ts';
import { PyFunction } from '../objects/function/index.ts';
import { propertyType, type PyProperty } from '../objects/property/index.ts';
import { boxed, UNBOUND, type AbstractValue } from './abstract-value.ts';
import { callFunctionOf } from './calls.ts';
import type { Translator } from './translator.ts';

/** How an attribute of objects of a type is found. */
type Plan =
  | { readonly kind: 'field' }
  /** A plain class attribute, which an own one hides. */
  | { readonly kind: 'value' }
  | { readonly kind: 'method'; readonly func: PyFunction }
  | { readonly kind: 'slot'; readonly key: string }
  | { readonly kind: 'native'; readonly descr: PyMethodDescriptor }
  | { readonly kind: 'property'; readonly getter: PyFunction };

function planFor(type: PyType, name: string): Plan | undefined {
  if (type.tp_getattro !== genericGetAttr) return undefined;
  const descr = type.lookup(name);
  if (descr === undefined) return type.hasDict && type.isHeapType ? { kind: 'field' } : undefined;
  const descrType = typeOf(descr);
  if (descr instanceof PyMemberDescriptor && descr.key !== null && type.isHeapType)
    return { kind: 'slot', key: descr.key };
  if (descr instanceof PyFunction && type.isHeapType) return { kind: 'method', func: descr };
  if (descr instanceof PyMethodDescriptor && !type.hasDict) return { kind: 'native', descr };
  if ((descrType.tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR) !== 0) return undefined;
  if (descrType === propertyType && (descr as PyProperty).get instanceof PyFunction)
    return { kind: 'property', getter: (descr as PyProperty).get as PyFunction };
  return descrType.tp_descr_get === undefined && type.hasDict && type.isHeapType ? { kind: 'value' } : undefined;
}

const IDENTIFIER = /^\$[A-Za-z_][A-Za-z0-9_]*$/;

/** Access to the property of an attribute; the name may come from anywhere. */
function property(e: Translator, object: string, name: string): string {
  const key = `$${name}`;
  return IDENTIFIER.test(key) ? `${object}.${key}` : `${object}[${e.constant(key)}]`;
}

const SLOT = /^#[A-Za-z_][A-Za-z0-9_]*$/;

/** Access to the property of a `__slots__` member. */
function slotProperty(e: Translator, object: string, key: string): string {
  return SLOT.test(key) ? `${object}['${key}']` : `${object}[${e.constant(key)}]`;
}

/** Condition under which an object is not of that very type, as it is now, with its attributes its own properties. */
function isNotOf(e: Translator, object: string, type: PyType): string[] {
  if (type === strType) return [`typeof ${object} !== 'string'`];
  const parts: string[] = [];
  const typed = `${object}:${e.constant(type)}`;
  if (!e.hasFact(typed)) {
    parts.push(`typeof ${object} !== 'object'`, `${object}.ob_type !== ${e.constant(type)}`);
    if (type.isHeapType) parts.push(`${e.constant(type)}.version !== ${type.version}`);
    if (type.hasDict) parts.push(`(${object}.ob_dict !== null && ${object}.ob_dict.owner !== ${object})`);
  }
  return parts;
}

function guardType(e: Translator, object: string, type: PyType): void {
  const parts = isNotOf(e, object, type);
  if (parts.length === 0) return;
  e.guard(parts.join(' || '));
  e.addFact(`${object}:${e.constant(type)}`);
}

/** The type that the owner was seen to have, when there was one and the value is not known to be something else. */
function ownerType(e: Translator, owner: AbstractValue): PyType | undefined {
  if (!e.mayGuess) return undefined;
  if (owner.kind === 'str') return strType;
  if (owner.kind !== 'any' && owner.kind !== 'list' && owner.kind !== 'tuple' && owner.kind !== 'dict')
    return undefined;
  const types = e.around.profile?.types(e.at) ?? [];
  return types.length === 1 ? types[0] : undefined;
}

/** An attribute of a module or class that the owner is known to be. Pushes it; false when it is not that simple. */
function constantAttribute(e: Translator, owner: AbstractValue, name: string): boolean {
  const expected = owner.expected;
  if (!e.mayGuess || owner.kind !== 'any') return false;
  if (expected instanceof PyModule && expected.ob_type === moduleType && moduleType.lookup(name) === undefined) {
    const cell = e.around.moduleCell(expected, name);
    if (cell === undefined || cell.value === undefined) return false;
    e.guard(`${owner.code} !== ${e.constant(expected)}`);
    const code = e.set(`${e.constant(cell)}.value`);
    e.guard(`${code} === u`);
    e.push({ kind: 'any', code, expected: cell.value });
    return true;
  }
  if (expected instanceof PyType && expected.ob_type === typeType && typeType.lookup(name) === undefined) {
    const value = expected.lookup(name);
    if (value === undefined) return false;
    const valueType = typeOf(value);
    if (valueType.tp_descr_get !== undefined && !(value instanceof PyFunction)) return false;
    e.guard(`${owner.code} !== ${e.constant(expected)} || ${e.constant(expected)}.version !== ${expected.version}`);
    e.push(e.literal(value));
    return true;
  }
  return false;
}

/** Pushes what a property holds. @param mayBeAbsent whether it may hold nothing, which the interpreter deals with */
function pushStored(e: Translator, source: string, mayBeAbsent: boolean): void {
  const value = e.set(source);
  if (mayBeAbsent) e.guard(`${value} === u`);
  e.push({ kind: 'any', code: value });
}

/** LOAD_ATTR. */
export function loadAttribute(e: Translator, name: string): void {
  const owner = e.pop();
  if (constantAttribute(e, owner, name)) return;
  const type = ownerType(e, owner);
  const plan = type === undefined ? undefined : planFor(type, name);
  if (type !== undefined && plan !== undefined) {
    switch (plan.kind) {
      case 'field':
      case 'value':
        guardType(e, owner.code, type);
        pushStored(e, property(e, owner.code, name), plan.kind === 'field');
        return;
      case 'slot':
        guardType(e, owner.code, type);
        pushStored(e, slotProperty(e, owner.code, plan.key), true);
        return;
      case 'property':
        if (!plan.getter.code.isSimple || plan.getter.code.argcount !== 1) break;
        guardType(e, owner.code, type);
        e.guard(`${e.constant(plan.getter)}.version !== ${plan.getter.version}`);
        callFunctionOf(e, plan.getter, e.constant(plan.getter), [owner.code], 1);
        return;
      default:
    }
  }
  if (e.mayGuess && owner.kind === 'any' && pushPolymorphic(e, owner.code, name)) return;
  const code = boxed(owner);
  e.pushAnyThrowing(`getAttribute(${code}, ${e.constant(name)})`);
}

/** A field of objects of a few types. */
function pushPolymorphic(e: Translator, owner: string, name: string): boolean {
  const types = e.around.profile?.types(e.at) ?? [];
  if (types.length < 2 || !types.every((type) => /field|value/.test(planFor(type, name)?.kind ?? ''))) return false;
  e.guard(`typeof ${owner} !== 'object'`);
  e.guard(types.map((type) => `(${isNotOf(e, owner, type).slice(1).join(' || ')})`).join(' && '));
  pushStored(e, property(e, owner, name), true);
  return true;
}

/** LOAD_METHOD: pushes function and object, or value and NULL. */
export function loadMethod(e: Translator, name: string): void {
  const owner = e.pop();
  if (constantAttribute(e, owner, name)) {
    e.push(UNBOUND);
    return;
  }
  const type = ownerType(e, owner);
  const plan = type === undefined ? undefined : planFor(type, name);
  if (type !== undefined && plan !== undefined) {
    switch (plan.kind) {
      case 'method': {
        guardType(e, owner.code, type);
        const func = e.constant(plan.func);
        if (type.hasDict) {
          const fact = `${owner.code}.${func}`;
          if (!e.hasFact(fact)) {
            e.guard(`${property(e, owner.code, name)} !== ${func} || ${func}.mayShadow`);
            e.addFact(fact);
          }
        }
        e.push({ kind: 'any', code: func, expected: plan.func });
        e.push({ ...owner, isSelf: true });
        return;
      }
      case 'native':
        guardType(e, owner.code, type);
        e.push({ kind: 'any', code: e.constant(plan.descr), expected: plan.descr });
        e.push({ ...owner, isSelf: true });
        return;
      case 'field':
      case 'value':
        guardType(e, owner.code, type);
        pushStored(e, property(e, owner.code, name), plan.kind === 'field');
        e.push(UNBOUND);
        return;
      default:
    }
  }
  if (e.mayGuess && owner.kind === 'any' && pushPolymorphicMethod(e, owner, name)) return;
  const code = boxed(owner);
  e.throwing();
  const pair = e.set(`methodOf(${code}, ${e.constant(name)})`);
  e.push({ kind: 'any', code: e.set(`${pair}.callable`) });
  e.push({ kind: 'any', code: e.set(`${pair}.self`), isMaybeNull: true });
}

/** A method of objects of a few classes. */
function pushPolymorphicMethod(e: Translator, owner: AbstractValue, name: string): boolean {
  const types = e.around.profile?.types(e.at) ?? [];
  if (types.length < 2) return false;
  const tests: string[] = [];
  const functions: PyFunction[] = [];
  for (const type of types) {
    const plan = planFor(type, name);
    if (plan?.kind !== 'method' || !type.hasDict) return false;
    tests.push(`(${isNotOf(e, owner.code, type).slice(1).join(' || ')})`);
    functions.push(plan.func);
  }
  e.guard(`typeof ${owner.code} !== 'object'`);
  e.guard(tests.join(' && '));
  const method = e.set(property(e, owner.code, name));
  const isNone = [...new Set(functions)].map(
    (func) => `(${method} !== ${e.constant(func)} || ${e.constant(func)}.mayShadow)`,
  );
  e.guard(isNone.join(' && '));
  e.push({ kind: 'any', code: method, candidates: functions });
  e.push({ ...owner, isSelf: true });
  return true;
}

/** Sets a field of objects of a few classes. */
function storePolymorphic(e: Translator, owner: string, value: AbstractValue, name: string): boolean {
  const types = e.around.profile?.types(e.at) ?? [];
  if (types.length < 2) return false;
  const isField = (type: PyType): boolean =>
    type.isHeapType && type.hasDict && type.tp_setattro === genericSetAttr && type.lookup(name) === undefined;
  if (!types.every(isField)) return false;
  e.guard(`typeof ${owner} !== 'object'`);
  e.guard(types.map((type) => `(${isNotOf(e, owner, type).slice(1).join(' || ')})`).join(' && '));
  e.line(`${property(e, owner, name)} = ${boxed(value)};`);
  return true;
}

/** STORE_ATTR: value, owner -- */
export function storeAttribute(e: Translator, name: string): void {
  const owner = e.pop();
  const value = e.pop();
  const type = ownerType(e, owner);
  if (
    type !== undefined &&
    type.isHeapType &&
    type.hasDict &&
    type.tp_setattro === genericSetAttr &&
    type.lookup(name) === undefined
  ) {
    guardType(e, owner.code, type);
    e.line(`${property(e, owner.code, name)} = ${boxed(value)};`);
    return;
  }
  if (e.mayGuess && owner.kind === 'any' && storePolymorphic(e, owner.code, value, name)) return;
  const plan = type === undefined ? undefined : planFor(type, name);
  if (type !== undefined && plan?.kind === 'slot' && type.tp_setattro === genericSetAttr) {
    guardType(e, owner.code, type);
    e.line(`${slotProperty(e, owner.code, plan.key)} = ${boxed(value)};`);
    return;
  }
  const object = boxed(owner);
  e.throwing();
  e.line(`setAttribute(${object}, ${e.constant(name)}, ${boxed(value)});`);
}
