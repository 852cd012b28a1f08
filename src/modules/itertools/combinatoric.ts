/** `product`, `permutations`, `combinations`, `combinations_with_replacement`. @cpython Modules/itertoolsmodule.c */
import {
  None,
  PyObject,
  PyTuple,
  allocate,
  argumentBinder,
  asInt,
  excTypes,
  indexNumber,
  method,
  overflowError,
  toArray,
  typeError,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { iteratorSpec, iteratorType } from './iterator-type.ts';
import {
  COMBINATIONS_TYPE_DOC,
  COMBINATIONS_WITH_REPLACEMENT_TYPE_DOC,
  PERMUTATIONS_TYPE_DOC,
  PRODUCT_TYPE_DOC,
} from './docs.ts';

/** Pools of items and the indices of the current selection. */
abstract class PySelection extends PyObject {
  readonly pool: readonly Value[];
  readonly indices: number[];
  isFirst = true;
  isDone: boolean;
  constructor(pool: readonly Value[], indices: number[], isDone: boolean) {
    super();
    this.pool = pool;
    this.indices = indices;
    this.isDone = isDone;
  }
}

/** What CPython's objects of these types take: a header and the arrays of indices. */
const sizeOf = (fixed: number) =>
  method(
    '($self, /)',
    (self: { indices: readonly number[] }) => fixed + 8 * self.indices.length,
    'Returns size in memory, in bytes.',
  );

class PyProduct extends PyObject {
  readonly pools: readonly (readonly Value[])[];
  readonly indices: number[];
  isFirst = true;
  isDone = false;
  constructor(pools: readonly (readonly Value[])[]) {
    super();
    this.pools = pools;
    this.indices = pools.map(() => 0);
  }
}
const productType = iteratorType('product', PyProduct);
const bindProduct = argumentBinder('product', '(*iterables, repeat=1)');

export const productSpec = iteratorSpec(productType, {
  doc: PRODUCT_TYPE_DOC,
  create: (type, args, kwnames) => {
    let repeat = 1;
    let iterables = args;
    if (kwnames !== null && kwnames.length > 0) {
      const [repeatValue, positional] = bindProduct(args, kwnames) as unknown as [Value | undefined, Value[]];
      iterables = positional;
      if (repeatValue !== undefined) repeat = indexNumber(repeatValue, excTypes.OverflowError);
      if (repeat < 0) throw valueError('repeat argument cannot be negative');
    }
    if (iterables.length * repeat > 2 ** 60) throw overflowError('repeat argument too large');
    const pools = repeat === 0 ? [] : iterables.map((iterable) => toArray(iterable));
    const all: Value[][] = [];
    for (let i = 0; i < repeat; i++) all.push(...pools);
    return allocate(type, all);
  },
  next: (self: PyProduct) => {
    if (self.isDone) return undefined;
    const { pools, indices } = self;
    if (self.isFirst) {
      self.isFirst = false;
      if (pools.some((pool) => pool.length === 0)) {
        self.isDone = true;
        return undefined;
      }
    } else {
      let i = pools.length - 1;
      for (; i >= 0; i--) {
        if (++indices[i]! < pools[i]!.length) break;
        indices[i] = 0;
      }
      if (i < 0) {
        self.isDone = true;
        return undefined;
      }
    }
    return new PyTuple(pools.map((pool, i) => pool[indices[i]!]!));
  },
  methods: { __sizeof__: sizeOf(48) },
});

/** Indices of the items of a selection of `r`. */
const identityIndices = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The `r` argument. @throws ValueError, TypeError */
function selectionSize(value: Value): number {
  const r = indexNumber(value, excTypes.OverflowError);
  if (r < 0) throw valueError('r must be non-negative');
  return r;
}

const select = (self: PySelection): PyTuple => new PyTuple(self.indices.map((i) => self.pool[i]!));

class PyCombinations extends PySelection {}
const combinationsType = iteratorType('combinations', PyCombinations);
const bindCombinations = argumentBinder('combinations', '(iterable, r)');

export const combinationsSpec = iteratorSpec(combinationsType, {
  doc: COMBINATIONS_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [iterable, size] = bindCombinations(args, kwnames) as [Value, Value];
    const wanted = indexNumber(size, excTypes.OverflowError);
    const pool = toArray(iterable);
    const r = selectionSize(wanted);
    return r > pool.length ? allocate(type, pool, [], true) : allocate(type, pool, identityIndices(r), false);
  },
  next: (self: PyCombinations) => {
    if (self.isDone) return undefined;
    if (self.isFirst) {
      self.isFirst = false;
      return select(self);
    }
    const { indices } = self;
    const r = indices.length;
    const n = self.pool.length;
    let i = r - 1;
    while (i >= 0 && indices[i] === i + n - r) i--;
    if (i < 0) {
      self.isDone = true;
      return undefined;
    }
    indices[i]!++;
    for (let j = i + 1; j < r; j++) indices[j] = indices[j - 1]! + 1;
    return select(self);
  },
  methods: { __sizeof__: sizeOf(64) },
});

class PyCombinationsWithReplacement extends PySelection {}
const combinationsWithReplacementType = iteratorType('combinations_with_replacement', PyCombinationsWithReplacement);
const bindWithReplacement = argumentBinder('combinations_with_replacement', '(iterable, r)');

export const combinationsWithReplacementSpec = iteratorSpec(combinationsWithReplacementType, {
  doc: COMBINATIONS_WITH_REPLACEMENT_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [iterable, size] = bindWithReplacement(args, kwnames) as [Value, Value];
    const wanted = indexNumber(size, excTypes.OverflowError);
    const pool = toArray(iterable);
    const r = selectionSize(wanted);
    return allocate(type, pool, new Array<number>(r).fill(0), pool.length === 0 && r > 0);
  },
  next: (self: PyCombinationsWithReplacement) => {
    if (self.isDone) return undefined;
    if (self.isFirst) {
      self.isFirst = false;
      return select(self);
    }
    const { indices } = self;
    const last = self.pool.length - 1;
    let i = indices.length - 1;
    while (i >= 0 && indices[i] === last) i--;
    if (i < 0) {
      self.isDone = true;
      return undefined;
    }
    indices.fill(indices[i]! + 1, i);
    return select(self);
  },
  methods: { __sizeof__: sizeOf(64) },
});

class PyPermutations extends PySelection {
  readonly cycles: number[];
  readonly size: number;
  constructor(pool: readonly Value[], size: number) {
    super(pool, identityIndices(pool.length), size > pool.length);
    this.size = size;
    this.cycles = Array.from({ length: Math.min(size, pool.length) }, (_, i) => pool.length - i);
  }
}
const permutationsType = iteratorType('permutations', PyPermutations);
const bindPermutations = argumentBinder('permutations', '(iterable, r=None)');

const arrange = (self: PyPermutations): PyTuple =>
  new PyTuple(self.indices.slice(0, self.size).map((i) => self.pool[i]!));

export const permutationsSpec = iteratorSpec(permutationsType, {
  doc: PERMUTATIONS_TYPE_DOC,
  create: (type, args, kwnames) => {
    const [iterable, size = None] = bindPermutations(args, kwnames) as [Value, Value?];
    const pool = toArray(iterable);
    let r = pool.length;
    if (size !== None) {
      if (asInt(size) === undefined) throw typeError('Expected int as r');
      r = selectionSize(size);
    }
    return allocate(type, pool, r);
  },
  next: (self: PyPermutations) => {
    if (self.isDone) return undefined;
    if (self.isFirst) {
      self.isFirst = false;
      return arrange(self);
    }
    const { indices, cycles, size } = self;
    const n = indices.length;
    for (let i = size - 1; i >= 0; i--) {
      if (--cycles[i]! === 0) {
        // Rotate the rest to the left by one.
        const index = indices[i]!;
        indices.copyWithin(i, i + 1);
        indices[n - 1] = index;
        cycles[i] = n - i;
      } else {
        const j = n - cycles[i]!;
        [indices[i], indices[j]] = [indices[j]!, indices[i]!];
        return arrange(self);
      }
    }
    self.isDone = true;
    return undefined;
  },
  methods: { __sizeof__: sizeOf(72) },
});
