/**
 * `collections.OrderedDict`. The dict keeps its order already; what is added is moving, comparing in order, and telling any
 * change during iteration.
 *
 * @cpython Objects/odictobject.c
 */
import {
  allocate,
  call,
  callMethod,
  classMethod,
  contains,
  dictType,
  getAttrOrUndefined,
  getItem,
  getIter,
  isEqual,
  isTrue,
  iterNext,
  keyError,
  length,
  makeBuiltinType,
  method,
  None,
  NotImplemented,
  objectType,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  Py_EQ,
  Py_NE,
  Py_TPFLAGS_BASETYPE,
  rawMethod,
  reprText,
  runtimeError,
  setItem,
  strFromUtf16,
  toArray,
  typeError,
  typeSpec,
  valueError,
  type Kwnames,
  type NormalKey,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import {
  dictItemsType,
  dictKeysType,
  dictsAreEqual,
  dictValuesType,
  PyDictItems,
  PyDictKeys,
  PyDictValues,
  type PyDictView,
} from '../../objects/dict/index.ts';
import { builtin, concatTexts, guardedRepr } from '../../objects/list/index.ts';
import { instanceDictGetSet } from '../../objects/object/object.ts';

export class PyOrderedDict extends PyDict {
  ob_dict: PyDict | null = null;
  /** Changes whenever an entry comes, goes or moves. */
  state = 0;
  override set(key: Value, value: Value): void {
    const size = this.size;
    super.set(key, value);
    if (this.size !== size) this.state++;
  }
  override setDefault(key: Value, value: Value): Value {
    const size = this.size;
    const result = super.setDefault(key, value);
    if (this.size !== size) this.state++;
    return result;
  }
  override setStr(name: string, value: Value): void {
    this.set(name, value);
  }
  override delete(key: Value): Value | undefined {
    const value = super.delete(key);
    if (value !== undefined) this.state++;
    return value;
  }
  override clear(): void {
    super.clear();
    this.state++;
  }
  override popLast(): [Value, Value] | undefined {
    this.state++;
    return super.popLast();
  }
  override move(key: Value, toEnd: boolean): boolean {
    const isThere = super.move(key, toEnd);
    if (isThere) this.state++;
    return isThere;
  }
}
export const orderedDictType = makeBuiltinType('collections.OrderedDict', dictType, PyOrderedDict, Py_TPFLAGS_BASETYPE);
orderedDictType.hasDict = true;
orderedDictType.hasWeakref = true;

type Part = 'keys' | 'values' | 'items';

class PyODictIterator extends PyObject {
  dict: PyOrderedDict | null;
  readonly part: Part;
  readonly state: number;
  readonly size: number;
  readonly keys: readonly NormalKey[] | null;
  readonly cursor: Iterator<NormalKey> | null;
  position: number;
  constructor(dict: PyOrderedDict, part: Part, isReversed: boolean) {
    super();
    this.dict = dict;
    this.part = part;
    this.state = dict.state;
    this.size = dict.size;
    this.keys = isReversed ? [...dict.cursor()] : null;
    this.cursor = isReversed ? null : dict.cursor();
    this.position = dict.size;
  }
}
const odictIteratorType = makeBuiltinType('odict_iterator', objectType, PyODictIterator);

/** @throws RuntimeError @cpython odictiter_nextkey */
function odictIteratorNext(self: Value): Value | undefined {
  const iterator = self as PyODictIterator;
  const dict = iterator.dict;
  if (dict === null) return undefined;
  if (dict.state !== iterator.state) {
    iterator.dict = null;
    throw runtimeError('OrderedDict mutated during iteration');
  }
  if (dict.size !== iterator.size) {
    iterator.dict = null;
    throw runtimeError('OrderedDict changed size during iteration');
  }
  let stored: NormalKey | undefined;
  if (iterator.keys !== null) stored = iterator.keys[--iterator.position];
  else {
    const step = iterator.cursor!.next();
    stored = step.done === true ? undefined : step.value;
    iterator.position--;
  }
  if (stored === undefined) {
    iterator.dict = null;
    return undefined;
  }
  const key = dict.keyOf(stored);
  if (iterator.part === 'keys') return key;
  const value = dict.ob_type === orderedDictType ? dict.valueAt(stored)! : getItem(dict, key);
  return iterator.part === 'values' ? value : new PyTuple([key, value]);
}

export const odictIteratorSpec = typeSpec(odictIteratorType, {
  slots: { tp_iter: (self) => self, tp_iternext: odictIteratorNext },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyODictIterator) => {
        const rest = self.dict === null ? [] : toArray(new PyODictIterator(self.dict, self.part, self.keys !== null));
        return new PyTuple([
          builtin('iter'),
          new PyTuple([new PyList(rest.slice(rest.length - Math.max(0, self.position)))]),
        ]);
      },
      'Return state information for pickling',
    ),
  },
});

class PyODictKeys extends PyDictKeys {}
class PyODictValues extends PyDictValues {}
class PyODictItems extends PyDictItems {}
const odictKeysType = makeBuiltinType('odict_keys', dictKeysType, PyODictKeys);
const odictValuesType = makeBuiltinType('odict_values', dictValuesType, PyODictValues);
const odictItemsType = makeBuiltinType('odict_items', dictItemsType, PyODictItems);

function viewSpec(type: PyType, part: Part) {
  const iterate = (isReversed: boolean) => (self: Value) =>
    new PyODictIterator((self as PyDictView).dict as PyOrderedDict, part, isReversed);
  return typeSpec(type, {
    slots: { tp_iter: iterate(false) },
    methods: { __reversed__: method('($self, /)', iterate(true)) },
  });
}
export const odictViewSpecs = [
  viewSpec(odictKeysType, 'keys'),
  viewSpec(odictValuesType, 'values'),
  viewSpec(odictItemsType, 'items'),
];

/** @cpython mutablemapping_add_pairs */
function addPairs(self: Value, pairs: Value): void {
  const iterator = getIter(pairs);
  for (let pair = iterNext(iterator); pair !== undefined; pair = iterNext(iterator)) {
    const items = getIter(pair);
    const key = iterNext(items);
    const value = key === undefined ? undefined : iterNext(items);
    if (key === undefined || value === undefined) {
      throw valueError(`need more than ${key === undefined ? '0 values' : '1 value'} to unpack`);
    }
    if (iterNext(items) !== undefined) throw valueError('too many values to unpack (expected 2)');
    setItem(self, key, value);
  }
}

/** @cpython mutablemapping_update */
function update(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const given = args.length - (kwnames?.length ?? 0);
  if (given > 1) throw typeError(`update() takes at most 1 positional argument (${given} given)`);
  if (given === 1) updateFromArgument(self, args[0]!);
  kwnames?.forEach((name, i) => setItem(self, strFromUtf16(name), args[given + i]!));
}

function updateFromArgument(self: Value, source: Value): void {
  if (source instanceof PyDict && source.ob_type === dictType) {
    for (const [key, value] of [...source.entries()]) setItem(self, key, value);
    return;
  }
  const keys = getAttrOrUndefined(source, 'keys');
  if (keys !== undefined) {
    const iterator = getIter(call(keys, []));
    for (let key = iterNext(iterator); key !== undefined; key = iterNext(iterator))
      setItem(self, key, getItem(source, key));
    return;
  }
  const items = getAttrOrUndefined(source, 'items');
  addPairs(self, items === undefined ? source : call(items, []));
}

function repr(self: Value): Value {
  const dict = self as PyOrderedDict;
  const name = strFromUtf16(dict.ob_type.name);
  if (dict.size === 0) return concatTexts([name, '()']);
  return guardedRepr(dict, '...', () => {
    const plain = new PyDict();
    if (dict.ob_type === orderedDictType) plain.update(dict);
    else for (const pair of toArray(callMethod(dict, 'items'))) addPairs(plain, new PyList([pair]));
    return concatTexts([name, '(', reprText(plain), ')']);
  });
}

/** Takes an entry out. @cpython _odict_popkey_hash */
function popKey(dict: PyOrderedDict, key: Value, fallback: Value | undefined): Value {
  const value = dict.delete(key);
  if (value !== undefined) return value;
  if (fallback !== undefined) return fallback;
  throw keyError(key);
}

function popItem(dict: PyOrderedDict, last: Value | undefined): Value {
  if (dict.size === 0) throw keyError('dictionary is empty');
  const isLast = last === undefined || isTrue(last);
  if (isLast) return new PyTuple(dict.popLast()!);
  const key = dict.keys().next().value as Value;
  return new PyTuple([key, popKey(dict, key, undefined)]);
}

function setDefault(dict: PyOrderedDict, key: Value, given: Value | undefined): Value {
  const fallback = given ?? None;
  if (dict.ob_type === orderedDictType) return dict.setDefault(key, fallback);
  if (contains(dict, key)) return getItem(dict, key);
  setItem(dict, key, fallback);
  return fallback;
}

function copy(dict: PyOrderedDict): Value {
  const result = dict.ob_type === orderedDictType ? new PyOrderedDict() : call(dict.ob_type, []);
  for (const key of [...dict.keys()]) {
    setItem(result, key, dict.ob_type === orderedDictType ? dict.get(key)! : getItem(dict, key));
  }
  return result;
}

function areEqual(left: PyOrderedDict, right: PyDict): boolean {
  if (!dictsAreEqual(left, right)) return false;
  if (!(right instanceof PyOrderedDict)) return true;
  if (left.size !== right.size) return false;
  const others = [...right.keys()];
  const { state: leftState } = left;
  const { state: rightState } = right;
  let i = 0;
  for (const key of [...left.keys()]) {
    const isSame = isEqual(key, others[i++]!);
    if (left.state !== leftState || right.state !== rightState)
      throw runtimeError('OrderedDict mutated during iteration');
    if (!isSame) return false;
  }
  return true;
}

export const orderedDictSpec = typeSpec(orderedDictType, {
  doc: 'Dictionary that remembers insertion order',
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: (self, args, kwnames) => {
      const given = args.length - (kwnames?.length ?? 0);
      if (given > 1) throw typeError(`expected at most 1 argument, got ${given}`);
      update(self, args, kwnames);
    },
    tp_repr: repr,
    tp_hash: null,
    tp_iter: (self) => new PyODictIterator(self as PyOrderedDict, 'keys', false),
    tp_richcompare: (left, right, op) => {
      if (!(left instanceof PyOrderedDict) || !(right instanceof PyDict) || (op !== Py_EQ && op !== Py_NE))
        return NotImplemented;
      return areEqual(left, right) === (op === Py_EQ);
    },
    nb_or: (left, right) => {
      if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
      const type = left instanceof PyOrderedDict ? left.ob_type : right.ob_type;
      const result = call(type, [left]);
      updateFromArgument(result, right);
      return result;
    },
    nb_inplace_or: (left, right) => {
      updateFromArgument(left, right);
      return left;
    },
    mp_ass_subscript: (self, key, value) => {
      const dict = self as PyOrderedDict;
      if (value !== undefined) dict.set(key, value);
      else if (dict.delete(key) === undefined) throw keyError(key);
    },
  },
  methods: {
    fromkeys: classMethod(
      '($type, /, iterable, value=None)',
      (type: PyType, iterable: Value, value: Value | undefined) => {
        const result = call(type, []);
        for (const key of toArray(iterable)) setItem(result, key, value ?? None);
        return result;
      },
      'Create a new ordered dictionary with keys from iterable and values set to value.',
    ),
    __sizeof__: method('($self, /)', (self: PyOrderedDict) => 200 + 64 * length(self)),
    __reduce__: method(
      '($self, /)',
      (self: PyOrderedDict) =>
        new PyTuple([
          self.ob_type,
          new PyTuple([]),
          callMethod(self, '__getstate__'),
          None,
          getIter(callMethod(self, 'items')),
        ]),
      'Return state information for pickling',
    ),
    setdefault: method(
      '($self, /, key, default=None)',
      setDefault,
      `Insert key with a value of default if key is not in the dictionary.

Return the value for key if key is in the dictionary, else default.`,
    ),
    pop: method(
      '($self, /, key, default=<unrepresentable>)',
      popKey,
      `od.pop(key[,default]) -> v, remove specified key and return the corresponding value.

If the key is not found, return the default if given; otherwise,
raise a KeyError.`,
    ),
    popitem: method(
      '($self, /, last=True)',
      popItem,
      `Remove and return a (key, value) pair from the dictionary.

Pairs are returned in LIFO order if last is true or FIFO order if
false.`,
    ),
    keys: method('($self, /)', (self: PyOrderedDict) => new PyODictKeys(self)),
    values: method('($self, /)', (self: PyOrderedDict) => new PyODictValues(self)),
    items: method('($self, /)', (self: PyOrderedDict) => new PyODictItems(self)),
    update: rawMethod(null, update),
    clear: method('($self, /)', (self: PyOrderedDict) => self.clear(), 'Remove all items from ordered dict.'),
    copy: method('($self, /)', copy, 'A shallow copy of ordered dict.'),
    __reversed__: method(
      '($self, /)',
      (self: PyOrderedDict) => new PyODictIterator(self, 'keys', true),
      'od.__reversed__() <==> reversed(od)',
    ),
    move_to_end: method(
      '($self, /, key, last=True)',
      (self: PyOrderedDict, key: Value, last: Value | undefined) => {
        if (!self.move(key, last === undefined || isTrue(last))) throw keyError(key);
      },
      `Move an existing element to the end (or beginning if last is false).

Raise KeyError if the element does not exist.`,
    ),
  },
  getset: { __dict__: instanceDictGetSet },
});
