/**
 * `PyDict`: the data structure of `dict`, of module globals and class namespaces.
 *
 * One insertion-ordered JavaScript `Map` from *normal keys* to values. A normal key is what JavaScript's own key equality
 * gets right: a str is itself (a wide one the registered symbol of its text), an int, bool or float the number or bigint of
 * its value, an object whose type compares by identity is itself. Where the key that was stored is not its own normal key
 * (`True`, `1.0`, wide text), the original is kept in `originals`. All other keys are *boxed*: a `BoxedKey` stands for them
 * in the Map. Tuples of plain items are found by a structural hash (`tuples`), the rest by Python's hash (`boxes`), and then
 * by equality. *Custom* keys, whose `__eq__` may hold for a key of any kind, are counted: only while there are some, or for
 * such a key, do lookups go beyond their own kind.
 *
 * Every lookup may run Python code that changes the dict; what was found is checked to be there still.
 *
 * Instance dictionaries are views on their object (`InstanceDict` in instance-dict.ts) that override the storage methods.
 *
 * @cpython Objects/dictobject.c (its behaviour; the layout is ours)
 */
import { PyComplex, PyFloat, PyInt, PyObject, PyStr, PyTuple, PyWideStr, type Value } from './value.ts';
import { hashValue, unhashableKey, valuesAreEqual } from './key-protocol.ts';
import { structuralHash } from './structural-hash.ts';

/** A key that JavaScript's own key equality cannot compare. */
export class BoxedKey {
  readonly key: Value;
  /** Structural for tuples of plain items, else Python's. */
  readonly hash: number | bigint;
  readonly kind: BoxKind;
  constructor(key: Value, hash: number | bigint, kind: BoxKind) {
    this.key = key;
    this.hash = hash;
    this.kind = kind;
  }
}

/** tuple: of plain items. own: equal to its own builtin kind only (bytes, frozenset). custom: who knows. */
type BoxKind = 'tuple' | 'own' | 'custom';
type Buckets = Map<number | bigint, BoxedKey[]>;

export type NormalKey = string | number | bigint | symbol | PyObject | BoxedKey;

/** The registered symbol that stands for wide text. */
export function wideKey(text: PyWideStr): symbol {
  let utf16 = '';
  let hasSurrogate = false;
  for (const codePoint of text.codePoints) {
    utf16 += String.fromCodePoint(codePoint);
    if (codePoint >= 0xd800 && codePoint < 0xe000) hasSurrogate = true;
  }
  return Symbol.for(hasSurrogate ? `\0${text.codePoints.join()}` : utf16);
}

/** The normal key of a float's value. */
function floatKey(value: number, object: PyObject): NormalKey {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? value + 0 : BigInt(value);
  return value === value ? value : object;
}

/** The normal key of a value, or `undefined` when only its own `__hash__` and `__eq__` can tell. */
export function normalKey(key: Value): NormalKey | undefined {
  switch (typeof key) {
    case 'string':
    case 'number':
    case 'bigint':
      return key;
    case 'boolean':
      return key ? 1 : 0;
    default: {
      const type = key.ob_type;
      if (type.hasIdentityHash) return key;
      if (type.hasValueHash) {
        if (key instanceof PyWideStr) return wideKey(key);
        if (key instanceof PyFloat) return floatKey(key.value, key);
        if (key instanceof PyStr) return normalKey(key.value);
        if (key instanceof PyInt) return key.value;
      }
      if (key instanceof PyComplex && key.imag === 0 && type.equalsOnlyOwnKind) return floatKey(key.real, key);
      return undefined;
    }
  }
}

/** Boxes a key that has no normal key. @param known Python's hash of it @throws TypeError when it is unhashable */
function boxKey(key: PyObject, known?: number | bigint): BoxedKey {
  try {
    const isOwnKind = key.ob_type.equalsOnlyOwnKind;
    if (isOwnKind && key instanceof PyTuple) {
      const structural = structuralHash(key.items);
      if (structural !== undefined) return new BoxedKey(key, structural, 'tuple');
      return new BoxedKey(key, known ?? hashValue(key), 'custom');
    }
    return new BoxedKey(key, known ?? hashValue(key), isOwnKind ? 'own' : 'custom');
  } catch (error) {
    throw unhashableKey(key, error, 'a dict key');
  }
}

/** Is told of every change of a dict's values; see `PyDict.watcher`. */
export interface DictWatcher {
  /** @param value the new one, `undefined` when the key is gone */
  changed(key: Value, value: Value | undefined): void;
  cleared(): void;
}

/** Up to this size a custom key is compared with all others one by one, without an index of their hashes. */
const SCAN_LIMIT = 8;

export class PyDict extends PyObject {
  /** The object whose attributes this dict shows, if it is such a view (instance-dict.ts). */
  owner: PyObject | null = null;
  /** Changes whenever a value does, of dicts without `owner`: what was read is right while it stays the same. */
  version = 0;
  /** Set while compiled code relies on what the dict (a module's globals) holds. */
  watcher: DictWatcher | null = null;
  protected map: Map<NormalKey, Value> = new Map();
  /** Stored keys that are not their own normal key. */
  private originals: Map<NormalKey, Value> | null = null;
  private tuples: Buckets | null = null;
  private boxes: Buckets | null = null;
  private customCount = 0;
  /** The keys of other kinds by Python's hash, once a custom key was looked for among many. May hold deleted ones. */
  private hashIndex: Map<number | bigint, NormalKey[]> | null = null;
  /** Keys in order, the newest last, while `popLast` is at work; deleted ones are skipped when they come up. */
  private tail: NormalKey[] | null = null;
  /** No custom keys, no index, no tail: a str or number key goes straight to the Map. */
  private isSimple = true;

  get size(): number {
    return this.map.size;
  }

  private updateSimplicity(): void {
    this.isSimple = this.customCount === 0 && this.hashIndex === null && this.tail === null;
  }

  /** The normal or boxed key under which a key is stored; `undefined` when it is not there. */
  private find(key: Value, normal: NormalKey | undefined, box: BoxedKey | null): NormalKey | undefined {
    if (normal !== undefined) {
      if (this.map.has(normal)) return normal;
      return this.customCount === 0 ? undefined : this.findBox('boxes', key, hashValue(key));
    }
    const kind = box!.kind;
    const found = this.findBox(kind === 'tuple' ? 'tuples' : 'boxes', key, box!.hash);
    if (found !== undefined) return found;
    if (kind === 'custom') return this.map.size > this.customCount ? this.findAmongOthers(key, box!.hash) : undefined;
    return kind === 'tuple' && this.customCount > 0 ? this.findBox('boxes', key, hashValue(key)) : undefined;
  }

  private findBox(where: 'tuples' | 'boxes', key: Value, hash: number | bigint): BoxedKey | undefined {
    restart: for (;;) {
      const bucket = this[where]?.get(hash);
      if (bucket === undefined) return undefined;
      for (let i = 0; i < bucket.length; i++) {
        const box = bucket[i]!;
        if (box.key === key) return box;
        const isEqual = valuesAreEqual(box.key, key);
        if (bucket[i] !== box || this[where]?.get(hash) !== bucket) continue restart;
        if (isEqual) return box;
      }
      return undefined;
    }
  }

  /** A custom key among the keys of all other kinds. */
  private findAmongOthers(key: Value, hash: number | bigint): NormalKey | undefined {
    for (const other of this.othersWithHash(hash)) {
      if (valuesAreEqual(this.keyOf(other), key) && this.map.has(other)) return other;
    }
    return undefined;
  }

  private othersWithHash(hash: number | bigint): NormalKey[] {
    const isOther = (other: NormalKey): boolean => !(other instanceof BoxedKey) || other.kind !== 'custom';
    if (this.map.size <= SCAN_LIMIT) {
      return [...this.map.keys()].filter((other) => isOther(other) && hashValue(this.keyOf(other)) === hash);
    }
    if (this.hashIndex === null) {
      const others = [...this.map.keys()].filter(isOther);
      this.hashIndex = new Map();
      this.isSimple = false;
      for (const other of others) this.addToIndex(other);
    }
    return (this.hashIndex.get(hash) ?? []).filter((other) => this.map.has(other));
  }

  private addToIndex(other: NormalKey): void {
    if (other instanceof BoxedKey && other.kind === 'custom') return;
    const hash = hashValue(this.keyOf(other));
    const found = this.hashIndex!.get(hash);
    if (found === undefined) this.hashIndex!.set(hash, [other]);
    else if (!found.includes(other)) found.push(other);
  }

  /** The key as it was stored. */
  keyOf(normal: NormalKey): Value {
    if (typeof normal === 'string' && this.originals === null) return normal;
    if (normal instanceof BoxedKey) return normal.key;
    if (this.originals !== null) {
      const original = this.originals.get(normal);
      if (original !== undefined) return original;
    }
    return normal as Value;
  }

  /** @throws TypeError when the key cannot be hashed; whatever its `__hash__` and `__eq__` raise. */
  get(key: Value): Value | undefined {
    if (this.isSimple && (typeof key === 'string' || typeof key === 'number')) return this.map.get(key);
    const normal = normalKey(key);
    if (normal !== undefined) {
      const value = this.map.get(normal);
      if (value !== undefined || this.customCount === 0) return value;
    }
    const found = this.find(key, normal, normal === undefined ? boxKey(key as PyObject) : null);
    return found === undefined ? undefined : this.map.get(found);
  }

  has(key: Value): boolean {
    return this.get(key) !== undefined;
  }

  /** Stores under the key that is there already, if an equal one is. */
  set(key: Value, value: Value): void {
    if (this.isSimple && (typeof key === 'string' || typeof key === 'number')) {
      this.map.set(key, value);
      this.version = (this.version + 1) | 0;
      if (this.watcher !== null) this.watcher.changed(key, value);
      return;
    }
    const normal = normalKey(key);
    const box = normal === undefined ? boxKey(key as PyObject) : null;
    const found = this.find(key, normal, box);
    if (found !== undefined) this.replace(found, value);
    else this.insert(key, normal ?? box!, value);
  }

  /** The value of the key; where it is not there, `value`, which is stored. */
  setDefault(key: Value, value: Value): Value {
    const normal = normalKey(key);
    const box = normal === undefined ? boxKey(key as PyObject) : null;
    const found = this.find(key, normal, box);
    if (found !== undefined) return this.map.get(found)!;
    this.insert(key, normal ?? box!, value);
    return value;
  }

  /** Like `get`, of a key whose hash is known. */
  getHashed(key: Value, hash: number | bigint): Value | undefined {
    const normal = normalKey(key);
    if (normal !== undefined || this.owner !== null) return this.get(key);
    const found = this.find(key, undefined, boxKey(key as PyObject, hash));
    return found === undefined ? undefined : this.map.get(found);
  }

  /** Like `set`, of a key whose hash is known. */
  setHashed(key: Value, value: Value, hash: number | bigint): void {
    const normal = normalKey(key);
    if (normal !== undefined || this.owner !== null) this.set(key, value);
    else this.setBoxed(boxKey(key as PyObject, hash), value);
  }

  private setBoxed(box: BoxedKey, value: Value): void {
    const found = this.find(box.key, undefined, box);
    if (found !== undefined) this.replace(found, value);
    else this.insert(box.key, box, value);
  }

  private replace(found: NormalKey, value: Value): void {
    this.map.set(found, value);
    this.version = (this.version + 1) | 0;
    if (this.watcher !== null) this.watcher.changed(this.keyOf(found), value);
  }

  /** Stores an entry of another dict, by its key from `entryCursor`. */
  setFrom(source: PyDict, stored: NormalKey, value: Value): void {
    if (stored instanceof BoxedKey && this.owner === null) this.setBoxed(stored, value);
    else this.set(source.keyOf(stored), value);
  }

  private insert(key: Value, stored: NormalKey, value: Value): void {
    if (stored instanceof BoxedKey) {
      const buckets = stored.kind === 'tuple' ? (this.tuples ??= new Map()) : (this.boxes ??= new Map());
      const bucket = buckets.get(stored.hash);
      if (bucket === undefined) buckets.set(stored.hash, [stored]);
      else bucket.push(stored);
      if (stored.kind === 'custom') {
        this.customCount++;
        this.isSimple = false;
      }
    } else if (stored !== key) (this.originals ??= new Map()).set(stored, key);
    this.replace(stored, value);
    if (this.hashIndex !== null) this.addToIndex(stored);
    if (this.tail !== null) this.pushTail(stored);
  }

  private pushTail(stored: NormalKey): void {
    this.tail!.push(stored);
    if (this.tail!.length > 4 * this.map.size + SCAN_LIMIT) this.dropTail();
  }

  private dropTail(): void {
    this.tail = null;
    this.updateSimplicity();
  }

  /** Removes the key and returns its value, or `undefined` when it was not there. */
  delete(key: Value): Value | undefined {
    const normal = normalKey(key);
    const found = this.find(key, normal, normal === undefined ? boxKey(key as PyObject) : null);
    return found === undefined ? undefined : this.remove(found);
  }

  private remove(found: NormalKey): Value | undefined {
    const value = this.map.get(found);
    if (this.watcher !== null) this.watcher.changed(this.keyOf(found), undefined);
    this.map.delete(found);
    this.version = (this.version + 1) | 0;
    if (found instanceof BoxedKey) {
      const buckets = found.kind === 'tuple' ? this.tuples! : this.boxes!;
      const bucket = buckets.get(found.hash)!;
      if (bucket.length === 1) buckets.delete(found.hash);
      else
        buckets.set(
          found.hash,
          bucket.filter((box) => box !== found),
        );
      if (found.kind === 'custom') this.customCount--;
    } else if (this.originals !== null) this.originals.delete(found);
    if (this.tail !== null && this.map.size === 0) this.tail = null;
    if (!this.isSimple) this.updateSimplicity();
    return value;
  }

  clear(): void {
    this.map.clear();
    this.version = (this.version + 1) | 0;
    this.originals = null;
    this.tuples = null;
    this.boxes = null;
    this.customCount = 0;
    this.hashIndex = null;
    this.tail = null;
    this.isSimple = true;
    if (this.watcher !== null) this.watcher.cleared();
  }

  /** Removes and returns the newest entry; `undefined` when there is none. Amortised constant time. */
  popLast(): [Value, Value] | undefined {
    if (this.map.size === 0) return undefined;
    if (this.tail === null) {
      this.tail = [...this.map.keys()];
      this.isSimple = false;
    }
    let newest = this.tail.pop()!;
    while (!this.map.has(newest)) newest = this.tail.pop()!;
    const key = this.keyOf(newest);
    return [key, this.remove(newest)!];
  }

  /** Moves an entry to the end or the beginning; false when the key is not there. */
  move(key: Value, toEnd: boolean): boolean {
    const normal = normalKey(key);
    const found = this.find(key, normal, normal === undefined ? boxKey(key as PyObject) : null);
    if (found === undefined) return false;
    const value = this.map.get(found)!;
    this.map.delete(found);
    if (toEnd) {
      this.map.set(found, value);
      if (this.tail !== null) this.pushTail(found);
      return true;
    }
    const others = [...this.map];
    this.map.clear();
    this.map.set(found, value);
    for (const [other, its] of others) this.map.set(other, its);
    this.dropTail();
    return true;
  }

  /** Looks up a name. `name` is a host string without astral characters; see `getName` for others. */
  getStr(name: string): Value | undefined {
    return this.isSimple ? this.map.get(name) : this.get(name);
  }

  setStr(name: string, value: Value): void {
    if (this.isSimple) this.replace(name, value);
    else this.set(name, value);
  }

  deleteStr(name: string): Value | undefined {
    return this.delete(name);
  }

  /** The stored keys, in order, for `keyOf`; of dicts without `owner` only. Stays valid while the dict changes. */
  cursor(): IterableIterator<NormalKey> {
    return this.map.keys();
  }

  /** The value under a key from `cursor`, if it is still there. */
  valueAt(normal: NormalKey): Value | undefined {
    return this.map.get(normal);
  }

  /** Like `cursor`, with the values. */
  entryCursor(): IterableIterator<[NormalKey, Value]> {
    return this.map.entries();
  }

  /** Keys in order of insertion. The iterator stays valid while values are replaced. */
  *keys(): IterableIterator<Value> {
    for (const normal of this.map.keys()) yield this.keyOf(normal);
  }

  values(): IterableIterator<Value> {
    return this.map.values();
  }

  *entries(): IterableIterator<[Value, Value]> {
    for (const [normal, value] of this.map) yield [this.keyOf(normal), value];
  }

  /** Whether the test holds for every entry; it may change the dict. */
  everyEntry(test: (key: Value, value: Value) => boolean): boolean {
    if (this.owner === null) {
      for (const [normal, value] of this.map) if (!test(this.keyOf(normal), value)) return false;
      return true;
    }
    for (const [key, value] of this.entries()) if (!test(key, value)) return false;
    return true;
  }

  /** Keys and values in turns, as they are now, in one new array. */
  flatEntries(): Value[] {
    const result: Value[] = [];
    if (this.owner === null) for (const [normal, value] of this.map) result.push(this.keyOf(normal), value);
    else for (const [key, value] of this.entries()) result.push(key, value);
    return result;
  }

  /** Copies all entries of `other` into this dict. */
  update(other: PyDict): void {
    for (const [key, value] of other.entries()) this.set(key, value);
  }

  /** A plain dict with the same entries. */
  copy(): PyDict {
    const result = new PyDict();
    if (this.owner !== null) {
      result.update(this);
      return result;
    }
    result.map = new Map(this.map);
    if (this.originals !== null) result.originals = new Map(this.originals);
    result.tuples = copyBuckets(this.tuples);
    result.boxes = copyBuckets(this.boxes);
    result.customCount = this.customCount;
    result.isSimple = this.customCount === 0;
    return result;
  }
}

function copyBuckets(buckets: Buckets | null): Buckets | null {
  if (buckets === null) return null;
  const result: Buckets = new Map();
  for (const [hash, bucket] of buckets) result.set(hash, bucket.slice());
  return result;
}
