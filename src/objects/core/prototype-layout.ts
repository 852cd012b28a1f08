/**
 * Class attributes on JavaScript prototypes, so that `object.$name` in generated code finds what Python's lookup finds:
 * plain values and methods as data properties, data descriptors as accessors (they win over instance attributes there as
 * in Python).
 *
 * JavaScript's own inheritance follows `tp_base`. Attributes that the MRO takes from elsewhere are copied, so that each
 * prototype is right along the whole MRO.
 */
import type { Value } from './value.ts';
import type { PyType } from './py-type.ts';
import { typeOf } from './builtin-types.ts';
import { attributeKey, markShadowing } from './instance-dict.ts';
import { strFromUtf16, textToHost, asText } from './text.ts';

type Prototype = Record<string, unknown>;

/** Lays out one attribute of a class, or all of them. */
export function layOutPrototype(type: PyType, name?: string): void {
  if (!type.isHeapType) return;
  if (name !== undefined) {
    layOutAttribute(type, name);
    const value = type.lookup(name);
    if (value !== undefined) markShadowing(value);
    return;
  }
  const base = type.tp_base!;
  for (const other of type.tp_mro) {
    if (other !== type && (base.isSubtype(other) || !other.isHeapType)) continue;
    for (const key of other.tp_dict.keys()) {
      const text = asText(key);
      if (text !== undefined) layOutAttribute(type, textToHost(text));
    }
  }
}

function layOutAttribute(type: PyType, name: string): void {
  const prototype = type.instanceClass.prototype as unknown as Prototype;
  const key = attributeKey(name);
  const value = type.lookup(name);
  if (value === undefined || isInherited(type, name, value)) {
    delete prototype[key];
    return;
  }
  const descrType = typeOf(value);
  if (descrType.tp_descr_set !== undefined) defineAccessor(prototype, key, value);
  else if (key in prototype)
    Object.defineProperty(prototype, key, { value, writable: true, enumerable: true, configurable: true });
  else prototype[key] = value;
}

/** Whether the base's prototype already gives that value. */
function isInherited(type: PyType, name: string, value: Value): boolean {
  const base = type.tp_base!;
  return base.isHeapType && type.tp_dict.get(strFromUtf16(name)) === undefined && base.lookup(name) === value;
}

function defineAccessor(prototype: Prototype, key: string, descr: Value): void {
  Object.defineProperty(prototype, key, {
    get(this: Value) {
      const get = typeOf(descr).tp_descr_get;
      return get === undefined ? descr : get(descr, this, typeOf(this));
    },
    set(this: Value, value: Value) {
      typeOf(descr).tp_descr_set!(descr, this, value);
    },
    enumerable: false,
    configurable: true,
  });
}
