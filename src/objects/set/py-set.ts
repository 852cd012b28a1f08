/**
 * `PySet` and `PyFrozenSet`: the data structure of both set types.
 *
 * Elements whose hash Python itself makes unpredictable (str, and objects that hash by address) are kept in a JavaScript
 * `Set` as long as there are no others: *keyed* mode. With any other element the set has CPython's own open-addressing
 * table, so that ints and tuples come out in the order in which CPython gives them: *table* mode. An empty set is in
 * neither. A set never goes back from table to keyed mode except when it is cleared.
 *
 * Table mode, for hash h and mask = size - 1: probe 1 + LINEAR_PROBES neighbours from h & mask, then jump to
 * 5 * i + 1 + (h >> 5), and so on. A deleted entry leaves DUMMY behind.
 *
 * @cpython Objects/setobject.c
 */
import type { PyDict } from '../core/index.ts';
import {
  BoxedKey,
  hashValue,
  makeBuiltinType,
  None,
  objectType,
  PyObject,
  PyStr,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_MATCH_SELF,
  unhashableKey,
  valuesAreEqual,
  type NormalKey,
  type Value,
} from '../core/index.ts';
import { highBits, lowBits } from '../tuple/hash-bits.ts';
import { frozensetHash } from './frozenset-hash.ts';

const MIN_SIZE = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;
const GROWTH_LIMIT = 50000;

class Dummy extends PyObject {}
const DUMMY = new Dummy();

export type Hash = number | bigint;
type Slot = Value | undefined;

/** Elements with their hashes, where those are known. */
export interface SetEntries {
  readonly items: readonly Value[];
  readonly hashes: readonly Hash[] | null;
}

let areStringsKeyed = true;

/** With a hash seed (`PYTHONHASHSEED`) the order of str elements is as predictable as that of ints. */
export function setStringsOrdered(areOrdered: boolean): void {
  areStringsKeyed = !areOrdered;
}

/** Whether an element may stand in a keyed set: its place in CPython's table depends on a seed or an address. */
function isKeyed(element: Value): boolean {
  return (
    (typeof element === 'string' && areStringsKeyed) ||
    (typeof element === 'object' && element.ob_type.hasIdentityHash && element !== None)
  );
}

/** @throws TypeError that says it is about a set element */
export function hashElement(element: Value): Hash {
  if (typeof element === 'number') return element === -1 ? -2 : element;
  try {
    return hashValue(element);
  } catch (error) {
    throw unhashableKey(element, error, 'a set element');
  }
}

/** Hash of a small int. */
function intHash(value: number): number {
  return value === -1 ? -2 : value;
}

function hashAt(entry: Value, hashes: Hash[] | null, at: number): Hash {
  return hashes === null ? intHash(entry as number) : hashes[at]!;
}

export abstract class PyAnySet extends PyObject {
  private keyed: Set<Value> | null = null;
  private table: Slot[] | null = null;
  /** Hashes of the entries of the table; null while all elements are small ints, which say their hash themselves. */
  private hashes: Hash[] | null = null;
  private mask = 0;
  /** Entries in use or DUMMY. */
  private fill = 0;
  private used = 0;
  /** Where `pop` goes on searching. */
  private finger = 0;
  /** The last DUMMY that the last `lookup` passed, or -1. */
  private passedDummy = -1;
  /** Of a frozenset, once computed. */
  cachedHash: Hash | undefined = undefined;

  get size(): number {
    return this.keyed === null ? this.used : this.keyed.size;
  }

  // --- table mode ----------------------------------------------------------------------------------------------------

  private makeTable(size: number, hasHashes: boolean): void {
    this.table = new Array<Slot>(size).fill(undefined);
    this.hashes = hasHashes ? new Array<Hash>(size).fill(0) : null;
    this.mask = size - 1;
    this.fill = 0;
    this.used = 0;
  }

  /** Makes room for the hashes of elements that are not small ints. */
  private addHashes(): Hash[] {
    if (this.hashes !== null) return this.hashes;
    const table = this.table!;
    const hashes = new Array<Hash>(table.length).fill(0);
    for (let i = 0; i < table.length; i++) {
      const entry = table[i];
      if (typeof entry === 'number') hashes[i] = intHash(entry);
    }
    this.hashes = hashes;
    return hashes;
  }

  /** Goes over to table mode. */
  private toTable(): void {
    if (this.table !== null) return;
    const keyed = this.keyed;
    const elements = keyed === null ? [] : [...keyed];
    const hashes = elements.map(hashElement);
    this.keyed = null;
    this.makeTable(MIN_SIZE, elements.length > 0);
    for (let i = 0; i < elements.length; i++) this.addToTable(elements[i]!, hashes[i]!);
  }

  /** The slot of an element; when it is not there, the complement of the slot where it would go. @cpython set_lookkey */
  private lookup(element: Value, hash: Hash): number {
    restart: for (;;) {
      // A comparison may have cleared the set.
      if (this.table === null) this.toTable();
      const table = this.table!;
      const hashes = this.hashes;
      const mask = this.mask;
      let low = lowBits(hash);
      let high = -1;
      let hasHigh = false;
      let i = low & mask;
      let dummy = -1;
      for (;;) {
        const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
        for (let at = i; at <= last; at++) {
          const entry = table[at];
          if (entry === undefined) {
            this.passedDummy = dummy;
            return ~at;
          }
          if (entry === DUMMY) {
            dummy = at;
            continue;
          }
          if ((hashes === null ? intHash(entry as number) : hashes[at]) !== hash) continue;
          if (entry === element) return at;
          const isEqual = valuesAreEqual(entry, element);
          if (this.table !== table || this.hashes !== hashes || table[at] !== entry) continue restart;
          if (isEqual) return at;
        }
        if (!hasHigh) {
          high = highBits(hash);
          hasHigh = true;
        }
        low = (low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT));
        high >>>= PERTURB_SHIFT;
        i = (Math.imul(i, 5) + 1 + low) & mask;
      }
    }
  }

  private addToTable(element: Value, hash: Hash): boolean {
    const at = this.lookup(element, hash);
    if (at >= 0) return false;
    const hashes = typeof element === 'number' ? this.hashes : this.addHashes();
    const dummy = this.passedDummy;
    if (dummy >= 0) {
      this.table![dummy] = element;
      if (hashes !== null) hashes[dummy] = hash;
      this.used++;
      return true;
    }
    this.table![~at] = element;
    if (hashes !== null) hashes[~at] = hash;
    this.fill++;
    this.used++;
    if (this.fill * 5 >= this.mask * 3) this.resize(this.used > GROWTH_LIMIT ? this.used * 2 : this.used * 4);
    return true;
  }

  /** Puts an element into a table without dummies and without an equal one. @cpython set_insert_clean */
  private insertClean(element: Value, hash: Hash): void {
    const table = this.table!;
    const mask = this.mask;
    let low = lowBits(hash);
    let high = -1;
    let hasHigh = false;
    let i = low & mask;
    for (;;) {
      const last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
      for (let at = i; at <= last; at++) {
        if (table[at] !== undefined) continue;
        table[at] = element;
        if (this.hashes !== null) this.hashes[at] = hash;
        this.fill++;
        this.used++;
        return;
      }
      if (!hasHigh) {
        high = highBits(hash);
        hasHigh = true;
      }
      low = (low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT));
      high >>>= PERTURB_SHIFT;
      i = (Math.imul(i, 5) + 1 + low) & mask;
    }
  }

  /** @cpython set_table_resize */
  private resize(minUsed: number): void {
    let size = MIN_SIZE;
    while (size <= minUsed) size *= 2;
    const table = this.table!;
    const hashes = this.hashes;
    if (size === MIN_SIZE && table.length === MIN_SIZE && this.fill === this.used) return;
    this.makeTable(size, hashes !== null);
    for (let i = 0; i < table.length; i++) {
      const entry = table[i];
      if (entry !== undefined && entry !== DUMMY) this.insertClean(entry, hashAt(entry, hashes, i));
    }
  }

  /** Makes room for that many elements more. */
  private reserve(count: number): void {
    if ((this.fill + count) * 5 >= this.mask * 3) this.resize((this.used + count) * 2);
  }

  // --- single elements -----------------------------------------------------------------------------------------------

  /** @returns whether it was new @throws TypeError when it is unhashable */
  add(element: Value, hash?: Hash): boolean {
    if (this.table === null) {
      if (isKeyed(element)) {
        const keyed = (this.keyed ??= new Set());
        if (keyed.has(element)) return false;
        keyed.add(element);
        return true;
      }
      const itsHash = hash ?? hashElement(element);
      this.toTable();
      return this.addToTable(element, itsHash);
    }
    return this.addToTable(element, hash ?? hashElement(element));
  }

  /** In keyed mode: whether the element is there, or `undefined` when only the table can tell. */
  private keyedAnswer(element: Value): boolean | undefined {
    if (this.keyed !== null && isKeyed(element)) return this.keyed.has(element);
    if (typeof element !== 'object' || element === None) return false;
    const type = element.ob_type;
    if (type.hasValueHash) {
      return (
        element instanceof PyStr &&
        typeof element.value === 'string' &&
        this.keyed !== null &&
        this.keyed.has(element.value)
      );
    }
    if (this.keyed === null || type.equalsOnlyOwnKind) {
      hashElement(element);
      return false;
    }
    return undefined;
  }

  /** @throws TypeError when it is unhashable */
  has(element: Value, hash?: Hash): boolean {
    if (this.table === null) {
      const answer = this.keyedAnswer(element);
      if (answer !== undefined) return answer;
      const itsHash = hash ?? hashElement(element);
      this.toTable();
      return this.lookup(element, itsHash) >= 0;
    }
    return this.lookup(element, hash ?? hashElement(element)) >= 0;
  }

  /** Removes an element. @returns whether it was there @throws TypeError when it is unhashable */
  discard(element: Value, hash?: Hash): boolean {
    if (this.table === null) {
      const answer = this.keyedAnswer(element);
      if (answer === false) return false;
      if (answer === true) return this.keyed!.delete(element instanceof PyStr ? (element.value as Value) : element);
      const itsHash = hash ?? hashElement(element);
      this.toTable();
      return this.discardFromTable(element, itsHash);
    }
    return this.discardFromTable(element, hash ?? hashElement(element));
  }

  private discardFromTable(element: Value, hash: Hash): boolean {
    const at = this.lookup(element, hash);
    if (at < 0) return false;
    this.empty(at);
    return true;
  }

  private empty(at: number): void {
    this.table![at] = DUMMY;
    this.used--;
  }

  /** Removes and returns some element; `undefined` when there is none. @cpython set_pop_impl */
  pop(): Value | undefined {
    if (this.size === 0) return undefined;
    if (this.keyed !== null) {
      const first = this.keyed.values().next().value!;
      this.keyed.delete(first);
      return first;
    }
    const table = this.table!;
    let at = this.finger & this.mask;
    while (table[at] === undefined || table[at] === DUMMY) at = at === this.mask ? 0 : at + 1;
    const element = table[at]!;
    this.empty(at);
    this.finger = at + 1;
    return element;
  }

  clear(): void {
    this.keyed = null;
    this.table = null;
    this.hashes = null;
    this.mask = 0;
    this.fill = 0;
    this.used = 0;
    this.finger = 0;
  }

  /** Takes over the content of another set, which is given up. @cpython set_swap_bodies */
  become(other: PyAnySet): void {
    this.keyed = other.keyed;
    this.table = other.table;
    this.hashes = other.hashes;
    this.mask = other.mask;
    this.fill = other.fill;
    this.used = other.used;
    this.finger = other.finger;
  }

  // --- iteration -----------------------------------------------------------------------------------------------------

  /** The elements as they are now, in order. */
  entries(): SetEntries {
    if (this.keyed !== null) return { items: [...this.keyed], hashes: null };
    const items = new Array<Value>(this.used);
    const hashes = new Array<Hash>(this.used);
    const table = this.table;
    let count = 0;
    for (let i = 0; count < items.length; i++) {
      const entry = table![i];
      if (entry === undefined || entry === DUMMY) continue;
      items[count] = entry;
      hashes[count++] = hashAt(entry, this.hashes, i);
    }
    return { items, hashes };
  }

  /** The JavaScript iterator of a keyed set, which stays valid when elements come and go; else null. */
  keyedIterator(): Iterator<Value> | null {
    return this.keyed === null ? null : this.keyed.values();
  }

  /** The position of the first element at or after a position of the table; -1 when there is none. */
  nextPosition(from: number): number {
    const table = this.table;
    if (table === null) return -1;
    for (let i = from; i < table.length; i++) if (table[i] !== undefined && table[i] !== DUMMY) return i;
    return -1;
  }

  elementAt(position: number): Value {
    return this.table![position]!;
  }

  // --- many elements -------------------------------------------------------------------------------------------------

  /** Adds all elements of another set. @cpython set_merge_lock_held */
  merge(other: PyAnySet): void {
    if (other === this || other.size === 0) return;
    if (other.keyed !== null && this.table === null) {
      if (this.keyed === null) this.keyed = new Set(other.keyed);
      else for (const element of other.keyed) this.keyed.add(element);
      return;
    }
    if (other.keyed !== null) {
      const elements = [...other.keyed];
      const hashes = elements.map(hashElement);
      this.reserve(elements.length);
      for (let i = 0; i < elements.length; i++) this.addToTable(elements[i]!, hashes[i]!);
      return;
    }
    this.toTable();
    this.reserve(other.used);
    // Both arrays are kept at hand: a comparison may replace those of the other set.
    const { table, hashes } = other;
    if (this.fill > 0) {
      for (let i = 0; i < table!.length; i++) {
        const entry = table![i];
        if (entry !== undefined && entry !== DUMMY) this.addToTable(entry, hashAt(entry, hashes, i));
      }
    } else if (other.table !== null && this.mask === other.mask && other.fill === other.used) {
      this.table = other.table.slice();
      this.hashes = hashes === null ? null : hashes.slice();
      this.fill = other.fill;
      this.used = other.used;
    } else {
      if (hashes !== null) this.addHashes();
      for (let i = 0; i < table!.length; i++) {
        const entry = table![i];
        if (entry !== undefined && entry !== DUMMY) this.insertClean(entry, hashAt(entry, hashes, i));
      }
    }
  }

  /** Adds all keys of a dict. */
  mergeKeys(dict: PyDict): void {
    if (this.table !== null) this.reserve(dict.size);
    else if (this.keyed === null && dict.size > 0) {
      for (const key of dict.keys()) {
        if (isKeyed(key)) break;
        this.toTable();
        this.reserve(dict.size);
        break;
      }
    }
    if (dict.owner !== null) for (const key of dict.keys()) this.add(key);
    else for (const stored of dict.cursor()) this.add(dict.keyOf(stored), knownHash(stored));
  }

  /** Rids the table of dummies when they are more than a quarter. @cpython set_difference_update_internal */
  purge(): void {
    if (this.table === null || this.fill - this.used <= Math.floor(this.mask / 4)) return;
    this.resize(this.used > GROWTH_LIMIT ? this.used * 2 : this.used * 4);
  }
}

/** An instance of `set` or of a subclass. */
export class PySet extends PyAnySet {}

/** An instance of `frozenset` or of a subclass. */
export class PyFrozenSet extends PyAnySet {
  get hash(): Hash {
    return (this.cachedHash ??= contentHash(this));
  }
}

/** The hash that a frozenset of the same elements has. */
export function contentHash(set: PyAnySet): Hash {
  const { items, hashes } = set.entries();
  return frozensetHash(hashes ?? items.map(hashElement));
}

export const setType = makeBuiltinType('set', objectType, PySet, Py_TPFLAGS_BASETYPE | Py_TPFLAGS_MATCH_SELF);
export const frozensetType = makeBuiltinType(
  'frozenset',
  objectType,
  PyFrozenSet,
  Py_TPFLAGS_BASETYPE | Py_TPFLAGS_MATCH_SELF,
);
setType.hasWeakref = true;
frozensetType.hasWeakref = true;
frozensetType.equalsOnlyOwnKind = true;

export function isAnySet(value: Value): value is PyAnySet {
  return value instanceof PyAnySet;
}
/** A set or frozenset, not of a subclass. */
export function isExactAnySet(value: Value): value is PyAnySet {
  return value instanceof PyAnySet && (value.ob_type === setType || value.ob_type === frozensetType);
}

/** Python's hash of a dict's key, where the dict has it. */
export function knownHash(stored: NormalKey): Hash | undefined {
  return stored instanceof BoxedKey && stored.kind !== 'tuple' ? stored.hash : undefined;
}
