/** Iterators that pass on some of the items: `islice`, `compress`, `takewhile`, `dropwhile`, `filterfalse`, `starmap`. */
import {
  None,
  PyObject,
  PyTuple,
  allocate,
  argumentBinder,
  call,
  call1,
  excTypes,
  getIter,
  hasIndex,
  indexNumber,
  isTrue,
  iterNext,
  matches,
  toArray,
  valueError,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { iteratorSpec, iteratorType, positionalArguments } from './iterator-type.ts';
import {
  COMPRESS_TYPE_DOC,
  DROPWHILE_TYPE_DOC,
  FILTERFALSE_TYPE_DOC,
  ISLICE_TYPE_DOC,
  STARMAP_TYPE_DOC,
  TAKEWHILE_TYPE_DOC,
} from './docs.ts';

class PyIslice extends PyObject {
  iterator: Value | null;
  /** Index of the next item to give. */
  next: number;
  /** -1: none. */
  readonly stop: number;
  readonly step: number;
  /** How many items were taken from the iterator. */
  count = 0;
  constructor(iterator: Value, start: number, stop: number, step: number) {
    super();
    this.iterator = iterator;
    this.next = start;
    this.stop = stop;
    this.step = step;
  }
}
const isliceType = iteratorType('islice', PyIslice);

/** An index of `islice`; `undefined` when it is none that fits. */
function sliceIndex(value: Value): number | undefined {
  if (!hasIndex(value)) return undefined;
  try {
    return indexNumber(value, excTypes.OverflowError);
  } catch (error) {
    if (matches(error, excTypes.OverflowError)) return undefined;
    throw error;
  }
}

const RANGE = 'must be None or an integer: 0 <= x <= sys.maxsize.';

export const isliceSpec = iteratorSpec(isliceType, {
  doc: ISLICE_TYPE_DOC,
  create: (type, args, kwnames) => {
    const given = positionalArguments('islice', isliceType, type, args, kwnames, 2, 4);
    const [iterable] = given;
    const startValue = given.length === 2 ? None : given[1]!;
    const stopValue = given.length === 2 ? given[1]! : given[2]!;
    let start: number | undefined = 0;
    let stop: number | undefined = -1;
    if (startValue !== None) start = sliceIndex(startValue);
    if (stopValue !== None) {
      stop = sliceIndex(stopValue);
      if (stop === undefined || stop === -1) throw valueError(`Stop argument for islice() ${RANGE}`);
    }
    if (start === undefined || start < 0 || stop < -1) throw valueError(`Indices for islice() ${RANGE}`);
    const stepValue = given[3] ?? None;
    const step = stepValue === None ? 1 : sliceIndex(stepValue);
    if (step === undefined || step < 1) throw valueError('Step for islice() must be a positive integer or None.');
    return allocate(type, getIter(iterable!), start, stop, step);
  },
  next: (self: PyIslice) => {
    const { iterator, stop } = self;
    if (iterator === null) return undefined;
    while (self.count < self.next) {
      if (iterNext(iterator) === undefined) {
        self.iterator = null;
        return undefined;
      }
      self.count++;
    }
    const item = stop !== -1 && self.count >= stop ? undefined : iterNext(iterator);
    if (item === undefined) {
      self.iterator = null;
      return undefined;
    }
    self.count++;
    self.next += self.step;
    if (stop !== -1 && self.next > stop) self.next = stop;
    return item;
  },
});

class PyCompress extends PyObject {
  readonly data: Value;
  readonly selectors: Value;
  constructor(data: Value, selectors: Value) {
    super();
    this.data = data;
    this.selectors = selectors;
  }
}
const compressType = iteratorType('compress', PyCompress);
const bindCompress = argumentBinder('compress', '(data, selectors)');

export const compressSpec = iteratorSpec(compressType, {
  doc: COMPRESS_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [data, selectors] = bindCompress(args, kwnames) as [Value, Value];
    return allocate(type, getIter(data), getIter(selectors));
  },
  next: (self: PyCompress) => {
    for (;;) {
      const item = iterNext(self.data);
      if (item === undefined) return undefined;
      const selector = iterNext(self.selectors);
      if (selector === undefined) return undefined;
      if (isTrue(selector)) return item;
    }
  },
});

/** A function and the iterator it is asked about. */
class PyPredicated extends PyObject {
  readonly func: Value;
  readonly iterator: Value;
  /** `dropwhile`: dropping is over; `takewhile`: taking is. */
  isDone = false;
  constructor(func: Value, iterator: Value) {
    super();
    this.func = func;
    this.iterator = iterator;
  }
}
class PyTakewhile extends PyPredicated {}
class PyDropwhile extends PyPredicated {}
class PyFilterfalse extends PyPredicated {}
class PyStarmap extends PyPredicated {}
const takewhileType = iteratorType('takewhile', PyTakewhile);
const dropwhileType = iteratorType('dropwhile', PyDropwhile);
const filterfalseType = iteratorType('filterfalse', PyFilterfalse);
const starmapType = iteratorType('starmap', PyStarmap);

/** The constructor `(function, iterable, /)`. */
function predicated(own: PyType) {
  const name = own.name;
  return (type: PyType, args: readonly Value[], kwnames: readonly string[] | null): Value => {
    const [func, iterable] = positionalArguments(name, own, type, args, kwnames, 2, 2);
    return allocate(type, func!, getIter(iterable!));
  };
}

export const takewhileSpec = iteratorSpec(takewhileType, {
  doc: TAKEWHILE_TYPE_DOC,
  create: predicated(takewhileType),
  next: (self: PyTakewhile) => {
    if (self.isDone) return undefined;
    const item = iterNext(self.iterator);
    if (item === undefined) return undefined;
    if (isTrue(call1(self.func, item))) return item;
    self.isDone = true;
    return undefined;
  },
});

export const dropwhileSpec = iteratorSpec(dropwhileType, {
  doc: DROPWHILE_TYPE_DOC,
  create: predicated(dropwhileType),
  next: (self: PyDropwhile) => {
    for (;;) {
      const item = iterNext(self.iterator);
      if (item === undefined || self.isDone) return item;
      if (!isTrue(call1(self.func, item))) {
        self.isDone = true;
        return item;
      }
    }
  },
});

export const filterfalseSpec = iteratorSpec(filterfalseType, {
  doc: FILTERFALSE_TYPE_DOC,
  create: predicated(filterfalseType),
  next: (self: PyFilterfalse) => {
    for (;;) {
      const item = iterNext(self.iterator);
      if (item === undefined) return undefined;
      if (!isTrue(self.func === None ? item : call1(self.func, item))) return item;
    }
  },
});

export const starmapSpec = iteratorSpec(starmapType, {
  doc: STARMAP_TYPE_DOC,
  create: predicated(starmapType),
  next: (self: PyStarmap) => {
    const args = iterNext(self.iterator);
    if (args === undefined) return undefined;
    return call(self.func, args instanceof PyTuple ? args.items : toArray(args));
  },
});
