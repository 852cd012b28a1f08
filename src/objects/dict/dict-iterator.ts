/**
 * Iterators over keys, values and items of a dict, forwards and backwards.
 *
 * A change of the dict's size is told at once. The Map's own iterator stays valid under any change, so what CPython sees as
 * "keys changed" shows here as more keys than there were.
 *
 * @cpython Objects/dictobject.c dictiter_iternextkey, dictreviter_iter_lock_held
 */
import {
  makeBuiltinType,
  method,
  objectType,
  PyList,
  PyObject,
  PyTuple,
  runtimeError,
  typeSpec,
  type NormalKey,
  type PyDict,
  type PyType,
  type TypeSpec,
  type Value,
} from '../core/index.ts';
import { builtin } from '../list/index.ts';

/** State that all six iterators share. */
abstract class DictIteration extends PyObject {
  dict: PyDict | null;
  /** Size of the dict when the iteration began; -1 once it was found changed. */
  expected: number;
  remaining: number;
  constructor(dict: PyDict) {
    super();
    this.dict = dict;
    this.expected = dict.size;
    this.remaining = this.expected;
  }
  /** The dict, checked to be unchanged. @throws RuntimeError */
  protected unchanged(): PyDict | null {
    const dict = this.dict;
    if (dict !== null && dict.size !== this.expected) {
      this.expected = -1;
      throw runtimeError('dictionary changed size during iteration');
    }
    return dict;
  }
  /** To be called for each entry found. @throws RuntimeError */
  protected count(): void {
    if (this.remaining === 0) {
      this.dict = null;
      throw runtimeError('dictionary keys changed during iteration');
    }
    this.remaining--;
  }
  abstract next(): Value | undefined;
}

export class PyDictKeyIterator extends DictIteration {
  private readonly source: Iterator<NormalKey> | Iterator<Value>;
  private readonly isView: boolean;
  constructor(dict: PyDict) {
    super(dict);
    this.isView = dict.owner !== null;
    this.source = this.isView ? dict.keys() : dict.cursor();
  }
  next(): Value | undefined {
    const dict = this.unchanged();
    if (dict === null) return undefined;
    const step = this.source.next();
    if (step.done === true) {
      this.dict = null;
      return undefined;
    }
    this.count();
    return this.isView ? (step.value as Value) : dict.keyOf(step.value as NormalKey);
  }
}

export class PyDictValueIterator extends DictIteration {
  private readonly source: Iterator<Value>;
  constructor(dict: PyDict) {
    super(dict);
    this.source = dict.values();
  }
  next(): Value | undefined {
    if (this.unchanged() === null) return undefined;
    const step = this.source.next();
    if (step.done === true) {
      this.dict = null;
      return undefined;
    }
    this.count();
    return step.value;
  }
}

export class PyDictItemIterator extends DictIteration {
  private readonly source: Iterator<[NormalKey, Value]> | Iterator<[Value, Value]>;
  private readonly isView: boolean;
  constructor(dict: PyDict) {
    super(dict);
    this.isView = dict.owner !== null;
    this.source = this.isView ? dict.entries() : dict.entryCursor();
  }
  next(): Value | undefined {
    const dict = this.unchanged();
    if (dict === null) return undefined;
    const step = this.source.next();
    if (step.done === true) {
      this.dict = null;
      return undefined;
    }
    this.count();
    const [stored, value] = step.value as [NormalKey, Value];
    return new PyTuple([this.isView ? (stored as Value) : dict.keyOf(stored), value]);
  }
}

/** Backwards: over a list of the keys made at the start, from which what is gone meanwhile is left out. */
abstract class ReverseDictIteration extends DictIteration {
  private readonly stored: NormalKey[];
  constructor(dict: PyDict) {
    super(dict);
    this.stored = dict.owner !== null ? ([...dict.keys()] as NormalKey[]) : [...dict.cursor()];
  }
  next(): Value | undefined {
    const dict = this.unchanged();
    if (dict === null) return undefined;
    for (;;) {
      const stored = this.stored.pop();
      if (stored === undefined) {
        this.dict = null;
        return undefined;
      }
      const isView = dict.owner !== null;
      const value = isView ? dict.get(stored as Value) : dict.valueAt(stored);
      if (value === undefined) continue;
      this.count();
      return this.result(isView ? (stored as Value) : dict.keyOf(stored), value);
    }
  }
  protected abstract result(key: Value, value: Value): Value;
}

export class PyDictReverseKeyIterator extends ReverseDictIteration {
  protected result(key: Value): Value {
    return key;
  }
}
export class PyDictReverseValueIterator extends ReverseDictIteration {
  protected result(_key: Value, value: Value): Value {
    return value;
  }
}
export class PyDictReverseItemIterator extends ReverseDictIteration {
  protected result(key: Value, value: Value): Value {
    return new PyTuple([key, value]);
  }
}

export const dictKeyIteratorType = makeBuiltinType('dict_keyiterator', objectType, PyDictKeyIterator);
export const dictValueIteratorType = makeBuiltinType('dict_valueiterator', objectType, PyDictValueIterator);
export const dictItemIteratorType = makeBuiltinType('dict_itemiterator', objectType, PyDictItemIterator);
export const dictReverseKeyIteratorType = makeBuiltinType(
  'dict_reversekeyiterator',
  objectType,
  PyDictReverseKeyIterator,
);
export const dictReverseValueIteratorType = makeBuiltinType(
  'dict_reversevalueiterator',
  objectType,
  PyDictReverseValueIterator,
);
export const dictReverseItemIteratorType = makeBuiltinType(
  'dict_reverseitemiterator',
  objectType,
  PyDictReverseItemIterator,
);

/** `iter()` of a list of what is left, which is taken from a copy of the iterator. */
function reduce(self: DictIteration): Value {
  const rest: Value[] = [];
  const dict = self.dict;
  if (dict !== null && self.remaining > 0) {
    const copy = new (self.constructor as new (dict: PyDict) => DictIteration)(dict);
    const done = copy.remaining - self.remaining;
    for (let i = 0, item = copy.next(); item !== undefined; item = copy.next(), i++) if (i >= done) rest.push(item);
  }
  return new PyTuple([builtin('iter'), new PyTuple([new PyList(rest)])]);
}

function spec(type: PyType): TypeSpec {
  return typeSpec(type, {
    slots: { tp_iter: (self) => self, tp_iternext: (self) => (self as DictIteration).next() },
    methods: {
      __length_hint__: method(
        '($self, /)',
        (self: DictIteration) => (self.dict !== null && self.expected === self.dict.size ? self.remaining : 0),
        'Private method returning an estimate of len(list(it)).',
      ),
      __reduce__: method('($self, /)', reduce, 'Return state information for pickling.'),
    },
  });
}

export const dictIteratorSpecs: readonly TypeSpec[] = [
  spec(dictKeyIteratorType),
  spec(dictValueIteratorType),
  spec(dictItemIteratorType),
  spec(dictReverseKeyIteratorType),
  spec(dictReverseValueIteratorType),
  spec(dictReverseItemIteratorType),
];
