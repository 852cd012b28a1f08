/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of itertools. */
export const ITERTOOLS_DOCS = {
  tee: ['($module, iterable, n=2, /)', 'Returns a tuple of n independent iterators.'],
} as const satisfies DocTable;

export const ITERTOOLS_DOC =
  'Functional tools for creating and using iterators.\n\nInfinite iterators:\ncount(start=0, step=1) --> start, start+step, start+2*step, ...\ncycle(p) --> p0, p1, ... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times\n\nIterators terminating on the shortest input sequence:\naccumulate(p[, func]) --> p0, p0+p1, p0+p1+p2\nbatched(p, n) --> [p0, p1, ..., p_n-1], [p_n, p_n+1, ..., p_2n-1], ...\nchain(p, q, ...) --> p0, p1, ... plast, q0, q1, ...\nchain.from_iterable([p, q, ...]) --> p0, p1, ... plast, q0, q1, ...\ncompress(data, selectors) --> (d[0] if s[0]), (d[1] if s[1]), ...\ndropwhile(predicate, seq) --> seq[n], seq[n+1], starting when predicate fails\ngroupby(iterable[, keyfunc]) --> sub-iterators grouped by value of keyfunc(v)\nfilterfalse(predicate, seq) --> elements of seq where predicate(elem) is False\nislice(seq, [start,] stop [, step]) --> elements from\n       seq[start:stop:step]\npairwise(s) --> (s[0],s[1]), (s[1],s[2]), (s[2], s[3]), ...\nstarmap(fun, seq) --> fun(*seq[0]), fun(*seq[1]), ...\ntee(it, n=2) --> (it1, it2 , ... itn) splits one iterator into n\ntakewhile(predicate, seq) --> seq[0], seq[1], until predicate fails\nzip_longest(p, q, ...) --> (p[0], q[0]), (p[1], q[1]), ...\n\nCombinatoric generators:\nproduct(p, q, ... [repeat=1]) --> cartesian product\npermutations(p[, r])\ncombinations(p, r)\ncombinations_with_replacement(p, r)\n';

/** Methods and attributes of _tee. */
export const TEE_TYPE_DOCS = {
  __copy__: ['($self, /)', 'Returns an independent iterator.'],
} as const satisfies DocTable;

export const TEE_TYPE_DOC = '_tee(iterable, /)\n--\n\nIterator wrapped to make it copyable.';

export const TEE_DATAOBJECT_TYPE_DOC =
  'teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.';

export const ACCUMULATE_TYPE_DOC =
  'accumulate(iterable, func=None, *, initial=None)\n--\n\nReturn series of accumulated sums (or other binary function results).';

export const BATCHED_TYPE_DOC =
  "batched(iterable, n, *, strict=False)\n--\n\nBatch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates data into tuples\nup to size n.  The input is consumed lazily, just enough to\nfill a batch.  The result is yielded as soon as a batch is full\nor when the input iterable is exhausted.\n\n    >>> for batch in batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n    ('D', 'E', 'F')\n    ('G',)\n\nIf \"strict\" is True, raises a ValueError if the final batch is shorter\nthan n.";

/** Methods and attributes of chain. */
export const CHAIN_TYPE_DOCS = {
  __class_getitem__: ['($type, object, /)', 'See PEP 585'],
  from_iterable: [
    '($type, iterable, /)',
    'Alternative chain() constructor taking a single iterable argument that evaluates lazily.',
  ],
} as const satisfies DocTable;

export const CHAIN_TYPE_DOC =
  'chain(*iterables)\n--\n\nReturn a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.';

/** Methods and attributes of combinations. */
export const COMBINATIONS_TYPE_DOCS = {
  __sizeof__: ['($self, /)', 'Returns size in memory, in bytes.'],
} as const satisfies DocTable;

export const COMBINATIONS_TYPE_DOC =
  'combinations(iterable, r)\n--\n\nReturn successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)';

/** Methods and attributes of combinations_with_replacement. */
export const COMBINATIONS_WITH_REPLACEMENT_TYPE_DOCS = {
  __sizeof__: ['($self, /)', 'Returns size in memory, in bytes.'],
} as const satisfies DocTable;

export const COMBINATIONS_WITH_REPLACEMENT_TYPE_DOC =
  "combinations_with_replacement(iterable, r)\n--\n\nReturn successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')";

export const COMPRESS_TYPE_DOC =
  'compress(data, selectors)\n--\n\nReturn data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.';

export const COUNT_TYPE_DOC =
  'count(start=0, step=1)\n--\n\nReturn a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step';

export const CYCLE_TYPE_DOC =
  'cycle(iterable, /)\n--\n\nReturn elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.';

export const DROPWHILE_TYPE_DOC =
  'dropwhile(predicate, iterable, /)\n--\n\nDrop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.';

export const FILTERFALSE_TYPE_DOC =
  'filterfalse(function, iterable, /)\n--\n\nReturn those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.';

export const GROUPBY_TYPE_DOC =
  'groupby(iterable, key=None)\n--\n\nmake an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.';

export const ISLICE_TYPE_DOC =
  'islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.';

export const PAIRWISE_TYPE_DOC =
  'pairwise(iterable, /)\n--\n\nReturn an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...';

/** Methods and attributes of permutations. */
export const PERMUTATIONS_TYPE_DOCS = {
  __sizeof__: ['($self, /)', 'Returns size in memory, in bytes.'],
} as const satisfies DocTable;

export const PERMUTATIONS_TYPE_DOC =
  'permutations(iterable, r=None)\n--\n\nReturn successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)';

/** Methods and attributes of product. */
export const PRODUCT_TYPE_DOCS = {
  __sizeof__: ['($self, /)', 'Returns size in memory, in bytes.'],
} as const satisfies DocTable;

export const PRODUCT_TYPE_DOC =
  "product(*iterables, repeat=1)\n--\n\nCartesian product of input iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators are in the outermost for-loop, so the output tuples\ncycle in a manner similar to an odometer (with the rightmost element changing\non every iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof repetitions with the optional repeat keyword argument. For example,\nproduct(A, repeat=4) means the same as product(A, A, A, A).\n\nproduct('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\nproduct((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...";

/** Methods and attributes of repeat. */
export const REPEAT_TYPE_DOCS = {
  __length_hint__: ['($self, /)', 'Private method returning an estimate of len(list(it)).'],
} as const satisfies DocTable;

export const REPEAT_TYPE_DOC =
  'repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.';

export const STARMAP_TYPE_DOC =
  'starmap(function, iterable, /)\n--\n\nReturn an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.';

export const TAKEWHILE_TYPE_DOC =
  'takewhile(predicate, iterable, /)\n--\n\nReturn successive entries from an iterable as long as the predicate evaluates to true for each entry.';

export const ZIP_LONGEST_TYPE_DOC =
  'zip_longest(*iterables, fillvalue=None)\n--\n\nReturn a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.\n';
