/**
 * Attributes of instances: own properties `$name` of the object, and the `__dict__` that shows them.
 *
 * The `__dict__` of an object is an `InstanceDict`, made when first asked for: a view whose `owner` is the object. When it
 * gets a key that is not a str, or when another dict is assigned to `__dict__`, it stops being a view: the entries move
 * into its own storage, `owner` becomes null, and the object's attributes are looked up in `ob_dict` from then on.
 */
import { PyWideStr, type PyObject, type Text, type Value } from './value.ts';
import { PyDict } from './py-dict.ts';
import { asText, strFromUtf16, textToHost } from './text.ts';
import { strType, typeOf } from './builtin-types.ts';

/** An object whose type has `hasDict`. */
export type DictOwner = PyObject & { ob_dict: PyDict | null };
type Fields = Record<string, Value | undefined>;

const keys = new Map<string, string>();

/** The property name of an attribute: `$name`, one string object a name. */
export function attributeKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = '$' + name;
    keys.set(name, key);
  }
  return key;
}

/** Looks up a host name, which may have astral characters, in a dict. */
export function getName(dict: PyDict, name: string): Value | undefined {
  const text = strFromUtf16(name);
  return typeof text === 'string' ? dict.getStr(text) : dict.get(text);
}

export function setName(dict: PyDict, name: string, value: Value): void {
  dict.set(strFromUtf16(name), value);
}

/** An instance attribute, without looking at the class. */
export function readInstanceAttribute(self: DictOwner, name: string): Value | undefined {
  const dict = self.ob_dict;
  if (dict === null || dict.owner === self) {
    const key = attributeKey(name);
    return Object.hasOwn(self, key) ? (self as unknown as Fields)[key] : undefined;
  }
  return getName(dict, name);
}

/** Sets an own property even where the prototype has an accessor of that name. */
function storeOwn(self: PyObject, key: string, value: Value): void {
  if (Object.hasOwn(self, key) || !(key in self)) (self as unknown as Fields)[key] = value;
  else {
    Object.defineProperty(self, key, { value, writable: true, enumerable: true, configurable: true });
    markShadowing(value);
  }
}

/** Notes of a function that an instance may have as its own attribute beside its class: see vm/attribute-access.ts. */
export function markShadowing(value: Value): void {
  if (typeof value === 'object' && 'mayShadow' in value) value.mayShadow = true;
}

/** Sets an instance attribute, without looking at the class. */
export function writeInstanceAttribute(self: DictOwner, name: string, value: Value): void {
  const dict = self.ob_dict;
  if (dict === null || dict.owner === self) storeOwn(self, attributeKey(name), value);
  else setName(dict, name, value);
}

/** Deletes an instance attribute; false when there was none. */
export function deleteInstanceAttribute(self: DictOwner, name: string): boolean {
  const dict = self.ob_dict;
  if (dict !== null && dict.owner !== self) return dict.delete(strFromUtf16(name)) !== undefined;
  const key = attributeKey(name);
  if (!Object.hasOwn(self, key)) return false;
  delete (self as unknown as Fields)[key];
  return true;
}

/** `__dict__` of an instance, made on first use. */
export function instanceDict(self: DictOwner): PyDict {
  return (self.ob_dict ??= new InstanceDict(self));
}

/** Makes `dict` the object's `__dict__`. The old one keeps its entries. */
export function assignInstanceDict(self: DictOwner, dict: PyDict): void {
  const old = self.ob_dict;
  if (old === dict) return;
  if (old === null) clearAttributes(self);
  else if (old.owner === self) (old as InstanceDict).detach();
  self.ob_dict = dict;
}

function attributeKeys(self: PyObject): string[] {
  return Object.keys(self).filter((key) => key.charCodeAt(0) === 36);
}

function clearAttributes(self: PyObject): void {
  for (const key of attributeKeys(self)) delete (self as unknown as Fields)[key];
}

/** The name for which an exact str stands, or `undefined` for any other key. */
function nameOf(key: Value): string | undefined {
  if (typeof key === 'string') return key;
  if (key instanceof PyWideStr || (typeOf(key).hasValueHash && typeOf(key).isSubtype(strType))) {
    return textToHost(asText(key) as Text);
  }
  return undefined;
}

/** A `__dict__` that is a view of its owner's attributes. */
export class InstanceDict extends PyDict {
  constructor(owner: DictOwner) {
    super();
    this.owner = owner;
  }

  private fields(): Fields {
    return this.owner as unknown as Fields;
  }

  /** Moves the entries from the owner into this dict's own storage. */
  detach(): void {
    const owner = this.owner;
    if (owner === null) return;
    const entries = [...this.entries()];
    this.owner = null;
    clearAttributes(owner);
    for (const [key, value] of entries) super.set(key, value);
  }

  override get size(): number {
    return this.owner === null ? super.size : attributeKeys(this.owner).length;
  }

  override get(key: Value): Value | undefined {
    if (this.owner === null) return super.get(key);
    const name = nameOf(key);
    if (name !== undefined) return this.getStr(name);
    if (typeof key === 'object' && !typeOf(key).hasIdentityHash) {
      for (const [stored, value] of this.copy().entries()) {
        const probe = new PyDict();
        probe.set(stored, value);
        const found = probe.get(key);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  override set(key: Value, value: Value): void {
    if (this.owner !== null) {
      const name = nameOf(key);
      if (name !== undefined) {
        storeOwn(this.owner, attributeKey(name), value);
        return;
      }
      this.detach();
    }
    super.set(key, value);
  }

  override setDefault(key: Value, value: Value): Value {
    if (this.owner === null) return super.setDefault(key, value);
    const known = this.get(key);
    if (known === undefined) this.set(key, value);
    return known ?? value;
  }

  override delete(key: Value): Value | undefined {
    if (this.owner === null) return super.delete(key);
    const name = nameOf(key);
    const value = name === undefined ? undefined : this.getStr(name);
    if (value !== undefined) delete this.fields()[attributeKey(name!)];
    return value;
  }

  override clear(): void {
    if (this.owner === null) super.clear();
    else clearAttributes(this.owner);
  }

  override getStr(name: string): Value | undefined {
    if (this.owner === null) return super.getStr(name);
    const key = attributeKey(name);
    return Object.hasOwn(this.owner, key) ? this.fields()[key] : undefined;
  }

  override setStr(name: string, value: Value): void {
    if (this.owner === null) super.setStr(name, value);
    else storeOwn(this.owner, attributeKey(name), value);
  }

  override *keys(): IterableIterator<Value> {
    if (this.owner === null) yield* super.keys();
    else for (const key of attributeKeys(this.owner)) yield strFromUtf16(key.slice(1));
  }

  override *values(): IterableIterator<Value> {
    if (this.owner === null) yield* super.values();
    else for (const key of attributeKeys(this.owner)) yield this.fields()[key]!;
  }

  override *entries(): IterableIterator<[Value, Value]> {
    if (this.owner === null) yield* super.entries();
    else for (const key of attributeKeys(this.owner)) yield [strFromUtf16(key.slice(1)), this.fields()[key]!];
  }
}

/** Deletes a host name from a dict; the value it had, or `undefined`. */
export function deleteName(dict: PyDict, name: string): Value | undefined {
  return dict.delete(strFromUtf16(name));
}
