/** `zip` and `map`: parallel iteration. @cpython Python/bltinmodule.c zip_new, zip_next, map_new, map_next */
import {
  allocate,
  getIter,
  isTrue,
  iterNext,
  makeBuiltinType,
  method,
  objectType,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  typeError,
  unexpectedKeyword,
  typeSpec,
  valueError,
  type Kwnames,
  type PyBaseException,
  type Value,
} from '../core/index.ts';
import { callUntilStop } from './call-until-stop.ts';

export class PyZip extends PyObject {
  readonly iterators: readonly Value[];
  isStrict: boolean;
  constructor(iterators: readonly Value[], isStrict: boolean) {
    super();
    this.iterators = iterators;
    this.isStrict = isStrict;
  }
}
export const zipType = makeBuiltinType('zip', objectType, PyZip, Py_TPFLAGS_BASETYPE);

export class PyMap extends PyObject {
  readonly func: Value;
  readonly iterators: readonly Value[];
  isStrict: boolean;
  constructor(func: Value, iterators: readonly Value[], isStrict: boolean) {
    super();
    this.func = func;
    this.iterators = iterators;
    this.isStrict = isStrict;
  }
}
export const mapType = makeBuiltinType('map', objectType, PyMap, Py_TPFLAGS_BASETYPE);

/** The `strict` keyword; there is no other. */
function strictKeyword(name: string, args: readonly Value[], kwnames: Kwnames): boolean {
  if (kwnames === null || kwnames.length === 0) return false;
  if (kwnames.length > 1) throw typeError(`${name}() takes at most 1 keyword argument (${kwnames.length} given)`);
  if (kwnames[0] !== 'strict') throw unexpectedKeyword(name, ['strict'], kwnames[0]!);
  return isTrue(args[args.length - 1]!);
}

const plural = (position: number): string => (position === 1 ? ' ' : 's 1-');

function shorter(name: string, position: number): PyBaseException {
  return valueError(`${name}() argument ${position + 1} is shorter than argument${plural(position)}${position}`);
}

/** One item of each iterator, or `undefined` at the end. @throws ValueError when they differ in length and may not */
function nextItems(name: string, iterators: readonly Value[], isStrict: boolean): Value[] | undefined {
  const items = new Array<Value>(iterators.length);
  for (let i = 0; i < iterators.length; i++) {
    const item = iterNext(iterators[i]!);
    if (item === undefined) {
      if (isStrict) checkAllEnded(name, iterators, i);
      return undefined;
    }
    items[i] = item;
  }
  return items;
}

function checkAllEnded(name: string, iterators: readonly Value[], ended: number): void {
  if (ended > 0) throw shorter(name, ended);
  for (let i = 1; i < iterators.length; i++) {
    if (iterNext(iterators[i]!) !== undefined) {
      throw valueError(`${name}() argument ${i + 1} is longer than argument${plural(i)}${i}`);
    }
  }
}

export function zipNext(self: Value): Value | undefined {
  const zip = self as PyZip;
  if (zip.iterators.length === 0) return undefined;
  const items = nextItems('zip', zip.iterators, zip.isStrict);
  return items === undefined ? undefined : new PyTuple(items);
}

/** A StopIteration out of the function ends the iteration like that of an iterator. */
export function mapNext(self: Value): Value | undefined {
  const map = self as PyMap;
  let items: Value[] | undefined;
  if (map.iterators.length === 1) {
    const item = iterNext(map.iterators[0]!);
    if (item !== undefined) items = [item];
  } else items = nextItems('map', map.iterators, map.isStrict);
  return items === undefined ? undefined : callUntilStop(map.func, items);
}

function strictReduce(self: PyZip | PyMap, args: readonly Value[]): Value {
  const parts = [self.ob_type, new PyTuple(args)];
  return new PyTuple(self.isStrict ? [...parts, true] : parts);
}

const setState = method(
  '($self, object, /)',
  (self: PyZip | PyMap, state: Value) => {
    self.isStrict = isTrue(state);
  },
  'Set state information for unpickling.',
);

export const zipSpec = typeSpec(zipType, {
  doc: `zip(*iterables, strict=False)
--

The zip object yields n-length tuples, where n is the number of
iterables passed as positional arguments to zip().  The i-th element
in every tuple comes from the i-th iterable argument to zip().  This
continues until the shortest argument is exhausted.

If strict is true and one of the arguments is exhausted before the
others, raise a ValueError.

   >>> list(zip('abcdefg', range(3), range(4)))
   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]`,
  slots: {
    tp_new: (type, args, kwnames) => {
      const isStrict = strictKeyword('zip', args, kwnames);
      return allocate(type, args.slice(0, args.length - (kwnames?.length ?? 0)).map(getIter), isStrict);
    },
    tp_iter: (self) => self,
    tp_iternext: zipNext,
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyZip) => strictReduce(self, self.iterators),
      'Return state information for pickling.',
    ),
    __setstate__: setState,
  },
});

export const mapSpec = typeSpec(mapType, {
  doc: `map(function, iterable, /, *iterables, strict=False)
--

Make an iterator that computes the function using arguments from
each of the iterables.  Stops when the shortest iterable is exhausted.

If strict is true and one of the arguments is exhausted before the
others, raise a ValueError.`,
  slots: {
    tp_new: (type, args, kwnames) => {
      const isStrict = strictKeyword('map', args, kwnames);
      const positional = args.slice(0, args.length - (kwnames?.length ?? 0));
      if (positional.length < 2) throw typeError('map() must have at least two arguments.');
      return allocate(type, positional[0]!, positional.slice(1).map(getIter), isStrict);
    },
    tp_iter: (self) => self,
    tp_iternext: mapNext,
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyMap) => strictReduce(self, [self.func, ...self.iterators]),
      'Return state information for pickling.',
    ),
    __setstate__: setState,
  },
});
