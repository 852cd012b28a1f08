/** Docstrings of `_functools`. */

export const MODULE_DOC = 'Tools that operate on functions.';

export const docs = {
  cmp_to_key: `Convert a cmp= function into a key= function.

  mycmp
    Function that compares two objects.`,
  reduce: `Apply a function of two arguments cumulatively to the items of an iterable, from left to right.

This effectively reduces the iterable to a single value.  If initial is
present, it is placed before the items of the iterable in the
calculation, and serves as a default when the iterable is empty.

For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5])
calculates ((((1 + 2) + 3) + 4) + 5).`,
} as const;
