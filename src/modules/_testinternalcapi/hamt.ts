/**
 * `hamt`: the immutable mapping of context variables as a type of its own, for tests. It is a list of buckets by hash that
 * is copied as a whole; what tests see of it (which hashes and comparisons are asked for) is that of CPython's.
 *
 * @cpython Python/hamt.c
 */
import {
  hash,
  isEqual,
  keyError,
  makeBuiltinType,
  method,
  None,
  NotImplemented,
  objectType,
  PyList,
  PyObject,
  PyTuple,
  Py_EQ,
  Py_NE,
  getIter,
  iterNext,
  typeSpec,
  type Value,
} from '../../objects/core/index.ts';

interface Entry {
  readonly key: Value;
  readonly value: Value;
}

class PyHamt extends PyObject {
  buckets: ReadonlyMap<number | bigint, readonly Entry[]> = new Map();
  size = 0;
}
const hamtType = makeBuiltinType('hamt', objectType, PyHamt);
hamtType.hasWeakref = true;

function find(self: PyHamt, key: Value): Entry | undefined {
  return self.buckets.get(hash(key))?.find((entry) => entry.key === key || isEqual(entry.key, key));
}

/** A copy in which the bucket of a hash is another one. */
function withBucket(self: PyHamt, hashed: number | bigint, entries: readonly Entry[], size: number): PyHamt {
  const copy = new PyHamt();
  const buckets = new Map(self.buckets);
  if (entries.length === 0) buckets.delete(hashed);
  else buckets.set(hashed, entries);
  copy.buckets = buckets;
  copy.size = size;
  return copy;
}

function set(self: PyHamt, key: Value, value: Value): PyHamt {
  const hashed = hash(key);
  const entries = self.buckets.get(hashed) ?? [];
  const at = entries.findIndex((entry) => entry.key === key || isEqual(entry.key, key));
  if (at < 0) return withBucket(self, hashed, [...entries, { key, value }], self.size + 1);
  if (entries[at]!.value === value) return self;
  return withBucket(self, hashed, entries.with(at, { key: entries[at]!.key, value }), self.size);
}

function remove(self: PyHamt, key: Value): PyHamt {
  const hashed = hash(key);
  const entries = self.buckets.get(hashed) ?? [];
  const at = entries.findIndex((entry) => entry.key === key || isEqual(entry.key, key));
  if (at < 0) return self;
  return withBucket(self, hashed, entries.toSpliced(at, 1), self.size - 1);
}

function entriesOf(self: PyHamt): Entry[] {
  return [...self.buckets.values()].flat();
}

/** What `items()`, `keys()` and `values()` give: something to iterate over, of a length. */
class PyHamtView extends PyObject {
  readonly hamt: PyHamt;
  readonly pick: (entry: Entry) => Value;
  iterator: Value | undefined;
  constructor(hamt: PyHamt, pick: (entry: Entry) => Value) {
    super();
    this.hamt = hamt;
    this.pick = pick;
  }
}
const hamtViewType = makeBuiltinType('hamt_view', objectType, PyHamtView);

/** An iterator over what is made of each entry. */
function iteratorOf(self: PyHamt, pick: (entry: Entry) => Value): Value {
  return getIter(new PyList(entriesOf(self).map(pick)));
}

export const hamtViewSpec = typeSpec(hamtViewType, {
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) =>
      iterNext(((self as PyHamtView).iterator ??= iteratorOf((self as PyHamtView).hamt, (self as PyHamtView).pick))),
    sq_length: (self) => (self as PyHamtView).hamt.size,
  },
});

function equals(left: PyHamt, right: PyHamt): boolean {
  if (left === right) return true;
  if (left.size !== right.size) return false;
  for (const { key, value } of entriesOf(left)) {
    const other = find(right, key);
    if (other === undefined || !(other.value === value || isEqual(value, other.value))) return false;
  }
  return true;
}

export const hamtSpec = typeSpec(hamtType, {
  slots: {
    tp_new: () => new PyHamt(),
    tp_hash: null,
    tp_iter: (self) => iteratorOf(self as PyHamt, ({ key }) => key),
    sq_length: (self) => (self as PyHamt).size,
    sq_contains: (self, key) => find(self as PyHamt, key) !== undefined,
    mp_subscript(self, key) {
      const entry = find(self as PyHamt, key);
      if (entry === undefined) throw keyError(key);
      return entry.value;
    },
    tp_richcompare(left, right, op) {
      if (!(left instanceof PyHamt) || !(right instanceof PyHamt) || (op !== Py_EQ && op !== Py_NE))
        return NotImplemented;
      return equals(left, right) === (op === Py_EQ);
    },
  },
  methods: {
    set: method('($self, key, value, /)', set),
    get: method('($self, key, default=None, /)', (self: PyHamt, key: Value, fallback: Value | undefined) => {
      return find(self, key)?.value ?? fallback ?? None;
    }),
    delete: method('($self, key, /)', remove),
    items: method('($self, /)', (self: PyHamt) => new PyHamtView(self, ({ key, value }) => new PyTuple([key, value]))),
    keys: method('($self, /)', (self: PyHamt) => new PyHamtView(self, ({ key }) => key)),
    values: method('($self, /)', (self: PyHamt) => new PyHamtView(self, ({ value }) => value)),
  },
});
