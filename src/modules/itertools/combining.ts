/** Iterators over several iterables, or that put items together: `chain`, `zip_longest`, `accumulate`, `batched`, `pairwise`. */
import {
  None,
  PyObject,
  PyTuple,
  add,
  allocate,
  argumentBinder,
  call2,
  classMethod,
  excTypes,
  getAttr,
  getIter,
  indexNumber,
  isTrue,
  iterNext,
  setPendingStop,
  thread,
  typeError,
  valueError,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { documentedClassMethods } from '../../objects/int/index.ts';
import { iteratorSpec, iteratorType, positionalArguments } from './iterator-type.ts';
import {
  ACCUMULATE_TYPE_DOC,
  BATCHED_TYPE_DOC,
  CHAIN_TYPE_DOC,
  CHAIN_TYPE_DOCS,
  PAIRWISE_TYPE_DOC,
  ZIP_LONGEST_TYPE_DOC,
} from './docs.ts';

class PyChain extends PyObject {
  /** Iterator over the iterables; null once it has ended. */
  source: Value | null;
  active: Value | null = null;
  constructor(source: Value) {
    super();
    this.source = source;
  }
}
const chainType = iteratorType('chain', PyChain);

/** `types.GenericAlias(origin, args)` */
function genericAlias(origin: Value, args: Value): Value {
  return call2(getAttr(thread.interp.importModule('types'), 'GenericAlias'), origin, args);
}

export const chainSpec = iteratorSpec(chainType, {
  doc: CHAIN_TYPE_DOC,
  create: (type, args, kwnames) => {
    const iterables = positionalArguments('chain', chainType, type, args, kwnames, 0, Infinity);
    return allocate(type, getIter(new PyTuple(iterables.slice())));
  },
  next: (self: PyChain) => {
    while (self.source !== null) {
      if (self.active === null) {
        const iterable = iterNext(self.source);
        if (iterable === undefined) {
          self.source = null;
          return undefined;
        }
        try {
          self.active = getIter(iterable);
        } catch (error) {
          self.source = null;
          throw error;
        }
      }
      const item = iterNext(self.active);
      if (item !== undefined) return item;
      setPendingStop(null);
      self.active = null;
    }
    return undefined;
  },
  methods: {
    ...documentedClassMethods(CHAIN_TYPE_DOCS, {
      from_iterable: (type: PyType, iterable: Value) => allocate<[Value], Value>(type, getIter(iterable)),
    }),
    __class_getitem__: classMethod(
      '($type, object, /)',
      (type: PyType, item: Value) => genericAlias(type, item),
      CHAIN_TYPE_DOCS.__class_getitem__[1],
    ),
  },
});

class PyZipLongest extends PyObject {
  /** Those that have ended are null. */
  readonly iterators: (Value | null)[];
  readonly fillValue: Value;
  active: number;
  constructor(iterators: Value[], fillValue: Value) {
    super();
    this.iterators = iterators;
    this.fillValue = fillValue;
    this.active = iterators.length;
  }
}
const zipLongestType = iteratorType('zip_longest', PyZipLongest);

export const zipLongestSpec = iteratorSpec(zipLongestType, {
  doc: ZIP_LONGEST_TYPE_DOC,
  create: (type, args, kwnames) => {
    let fillValue: Value = None;
    let count = args.length;
    if (kwnames !== null && kwnames.length > 0) {
      count -= kwnames.length;
      if (kwnames.length > 1 || kwnames[0] !== 'fillvalue')
        throw typeError('zip_longest() got an unexpected keyword argument');
      fillValue = args[count]!;
    }
    return allocate(
      type,
      args.slice(0, count).map((iterable) => getIter(iterable)),
      fillValue,
    );
  },
  next: (self: PyZipLongest) => {
    const { iterators } = self;
    if (iterators.length === 0 || self.active === 0) return undefined;
    const items: Value[] = [];
    for (let i = 0; i < iterators.length; i++) {
      const iterator = iterators[i]!;
      let item: Value | undefined;
      if (iterator !== null) {
        try {
          item = iterNext(iterator);
        } catch (error) {
          self.active = 0;
          throw error;
        }
        if (item === undefined) {
          setPendingStop(null);
          iterators[i] = null;
          if (--self.active === 0) return undefined;
        }
      }
      items.push(item ?? self.fillValue);
    }
    return new PyTuple(items);
  },
});

class PyAccumulate extends PyObject {
  readonly iterator: Value;
  readonly func: Value;
  initial: Value;
  total: Value | undefined = undefined;
  constructor(iterator: Value, func: Value, initial: Value) {
    super();
    this.iterator = iterator;
    this.func = func;
    this.initial = initial;
  }
}
const accumulateType = iteratorType('accumulate', PyAccumulate);
const bindAccumulate = argumentBinder('accumulate', '(iterable, func=None, *, initial=None)');

export const accumulateSpec = iteratorSpec(accumulateType, {
  doc: ACCUMULATE_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [iterable, func = None, initial = None] = bindAccumulate(args, kwnames) as [Value, Value?, Value?];
    return allocate(type, getIter(iterable), func, initial);
  },
  next: (self: PyAccumulate) => {
    if (self.initial !== None) {
      self.total = self.initial;
      self.initial = None;
      return self.total;
    }
    const item = iterNext(self.iterator);
    if (item === undefined) return undefined;
    if (self.total === undefined) self.total = item;
    else self.total = self.func === None ? add(self.total, item) : call2(self.func, self.total, item);
    return self.total;
  },
});

class PyBatched extends PyObject {
  iterator: Value | null;
  readonly size: number;
  readonly isStrict: boolean;
  constructor(iterator: Value, size: number, isStrict: boolean) {
    super();
    this.iterator = iterator;
    this.size = size;
    this.isStrict = isStrict;
  }
}
const batchedType = iteratorType('batched', PyBatched);
const bindBatched = argumentBinder('batched', '(iterable, n, *, strict=False)');

export const batchedSpec = iteratorSpec(batchedType, {
  doc: BATCHED_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [iterable, n, strict] = bindBatched(args, kwnames) as [Value, Value, Value?];
    const size = indexNumber(n, excTypes.OverflowError);
    const isStrict = strict !== undefined && isTrue(strict);
    if (size < 1) throw valueError('n must be at least one');
    return allocate(type, getIter(iterable), size, isStrict);
  },
  next: (self: PyBatched) => {
    const { iterator } = self;
    if (iterator === null) return undefined;
    const items: Value[] = [];
    while (items.length < self.size) {
      const item = iterNext(iterator);
      if (item === undefined) {
        setPendingStop(null);
        if (items.length === 0) {
          self.iterator = null;
          return undefined;
        }
        if (self.isStrict) {
          self.iterator = null;
          throw valueError('batched(): incomplete batch');
        }
        break;
      }
      items.push(item);
    }
    return new PyTuple(items);
  },
});

class PyPairwise extends PyObject {
  iterator: Value | null;
  previous: Value | undefined = undefined;
  constructor(iterator: Value) {
    super();
    this.iterator = iterator;
  }
}
const pairwiseType = iteratorType('pairwise', PyPairwise);

export const pairwiseSpec = iteratorSpec(pairwiseType, {
  doc: PAIRWISE_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [iterable] = positionalArguments('pairwise', pairwiseType, type, args, kwnames, 1, 1);
    return allocate(type, getIter(iterable!));
  },
  next: (self: PyPairwise) => {
    // The iterator may come back here while it is asked for an item.
    if (self.iterator === null) return undefined;
    let { previous } = self;
    if (previous === undefined) {
      previous = iterNext(self.iterator);
      self.previous = previous;
      if (previous === undefined) {
        self.iterator = null;
        return undefined;
      }
      if ((self.iterator as Value | null) === null) {
        self.previous = undefined;
        return undefined;
      }
    }
    const item = iterNext(self.iterator);
    if (item === undefined) {
      self.iterator = null;
      self.previous = undefined;
      return undefined;
    }
    const pair = new PyTuple([previous, item]);
    self.previous = item;
    return pair;
  },
});
