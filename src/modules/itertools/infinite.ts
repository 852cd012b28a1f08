/** `count`, `cycle`, `repeat`. @cpython Modules/itertoolsmodule.c */
import {
  PyFloat,
  PyObject,
  add,
  allocate,
  argumentBinder,
  asInt,
  excTypes,
  getIter,
  indexNumber,
  iterNext,
  reprHost,
  setPendingStop,
  strFromUtf16,
  typeError,
  typeOf,
  type Value,
} from '../../objects/core/index.ts';
import { documentedMethods } from '../../objects/int/index.ts';
import { iteratorSpec, iteratorType, positionalArguments } from './iterator-type.ts';
import { COUNT_TYPE_DOC, CYCLE_TYPE_DOC, REPEAT_TYPE_DOC, REPEAT_TYPE_DOCS } from './docs.ts';

class PyCount extends PyObject {
  current: Value;
  readonly step: Value;
  constructor(start: Value, step: Value) {
    super();
    this.current = start;
    this.step = step;
  }
}
const countType = iteratorType('count', PyCount);
const bindCount = argumentBinder('count', '(start=0, step=1)');

/** @cpython PyNumber_Check */
function isNumber(value: Value): boolean {
  const type = typeOf(value);
  return (
    type.nb_index !== undefined ||
    type.nb_int !== undefined ||
    type.nb_float !== undefined ||
    type.tp_name === 'complex'
  );
}

export const countSpec = iteratorSpec(countType, {
  doc: COUNT_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [start = 0, step = 1] = bindCount(args, kwnames) as [Value | undefined, Value | undefined];
    if (!isNumber(start) || !isNumber(step)) throw typeError('a number is required');
    return allocate(type, start, step);
  },
  next: (self: PyCount) => {
    const current = self.current;
    if (typeof current === 'number' && typeof self.step === 'number') {
      const sum = current + self.step;
      if (Number.isSafeInteger(sum)) {
        self.current = sum;
        return current;
      }
    }
    self.current = add(current, self.step);
    return current;
  },
  repr: (self: PyCount) => {
    const tail = asInt(self.step) === 1 && !(self.step instanceof PyFloat) ? '' : `, ${reprHost(self.step)}`;
    return strFromUtf16(`${typeOf(self).name}(${reprHost(self.current)}${tail})`);
  },
});

class PyCycle extends PyObject {
  /** null once it has ended. */
  iterator: Value | null;
  readonly saved: Value[] = [];
  index = 0;
  constructor(iterator: Value) {
    super();
    this.iterator = iterator;
  }
}
const cycleType = iteratorType('cycle', PyCycle);

export const cycleSpec = iteratorSpec(cycleType, {
  doc: CYCLE_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [iterable] = positionalArguments('cycle', cycleType, type, args, kwnames, 1, 1);
    return allocate(type, getIter(iterable!));
  },
  next: (self: PyCycle) => {
    if (self.iterator !== null) {
      const item = iterNext(self.iterator);
      if (item !== undefined) {
        self.saved.push(item);
        return item;
      }
      setPendingStop(null);
      self.iterator = null;
    }
    const { saved } = self;
    if (saved.length === 0) return undefined;
    const item = saved[self.index]!;
    if (++self.index >= saved.length) self.index = 0;
    return item;
  },
});

class PyRepeat extends PyObject {
  readonly element: Value;
  /** -1: without end. */
  remaining: number;
  constructor(element: Value, remaining: number) {
    super();
    this.element = element;
    this.remaining = remaining;
  }
}
const repeatType = iteratorType('repeat', PyRepeat);
const bindRepeat = argumentBinder('repeat', '(object, times=0)');

export const repeatSpec = iteratorSpec(repeatType, {
  doc: REPEAT_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [element, times] = bindRepeat(args, kwnames) as [Value, Value | undefined];
    return allocate(type, element, times === undefined ? -1 : Math.max(0, indexNumber(times, excTypes.OverflowError)));
  },
  next: (self: PyRepeat) => {
    if (self.remaining === 0) return undefined;
    if (self.remaining > 0) self.remaining--;
    return self.element;
  },
  repr: (self: PyRepeat) => {
    const tail = self.remaining < 0 ? '' : `, ${self.remaining}`;
    return strFromUtf16(`${typeOf(self).name}(${reprHost(self.element)}${tail})`);
  },
  methods: documentedMethods(REPEAT_TYPE_DOCS, {
    __length_hint__: (self: PyRepeat) => {
      if (self.remaining < 0) throw typeError('len() of unsized object');
      return self.remaining;
    },
  }),
});
