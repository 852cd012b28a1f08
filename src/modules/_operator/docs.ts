/** Docstrings of `_operator`. */

export const MODULE_DOC = `Operator interface.

This module exports a set of functions implemented in C corresponding
to the intrinsic operators of Python.  For example, operator.add(x, y)
is equivalent to the expression x+y.  The function names are those
used for special methods; variants without leading and trailing
'__' are also provided for convenience.`;

export const docs = {
  _compare_digest: `Return 'a == b'.

This function uses an approach designed to prevent
timing analysis, making it appropriate for cryptography.

a and b must both be of the same type: either str (ASCII only),
or any bytes-like object.

Note: If a and b are of different lengths, or if an error occurs,
a timing attack could theoretically reveal information about the
types and lengths of a and b--but not their values.`,
  abs: 'Same as abs(a).',
  add: 'Same as a + b.',
  and_: 'Same as a & b.',
  call: 'Same as obj(*args, **kwargs).',
  concat: 'Same as a + b, for a and b sequences.',
  contains: 'Same as b in a (note reversed operands).',
  countOf: 'Return the number of items in a which are, or which equal, b.',
  delitem: 'Same as del a[b].',
  eq: 'Same as a == b.',
  floordiv: 'Same as a // b.',
  ge: 'Same as a >= b.',
  getitem: 'Same as a[b].',
  gt: 'Same as a > b.',
  iadd: 'Same as a += b.',
  iand: 'Same as a &= b.',
  iconcat: 'Same as a += b, for a and b sequences.',
  ifloordiv: 'Same as a //= b.',
  ilshift: 'Same as a <<= b.',
  imatmul: 'Same as a @= b.',
  imod: 'Same as a %= b.',
  imul: 'Same as a *= b.',
  index: 'Same as a.__index__()',
  indexOf: 'Return the first index of b in a.',
  inv: 'Same as ~a.',
  invert: 'Same as ~a.',
  ior: 'Same as a |= b.',
  ipow: 'Same as a **= b.',
  irshift: 'Same as a >>= b.',
  is_: 'Same as a is b.',
  is_none: 'Same as a is None.',
  is_not: 'Same as a is not b.',
  is_not_none: 'Same as a is not None.',
  isub: 'Same as a -= b.',
  itruediv: 'Same as a /= b.',
  ixor: 'Same as a ^= b.',
  le: 'Same as a <= b.',
  length_hint: `Return an estimate of the number of items in obj.

This is useful for presizing containers when building from an iterable.

If the object supports len(), the result will be exact.
Otherwise, it may over- or under-estimate by an arbitrary amount.
The result will be an integer >= 0.`,
  lshift: 'Same as a << b.',
  lt: 'Same as a < b.',
  matmul: 'Same as a @ b.',
  mod: 'Same as a % b.',
  mul: 'Same as a * b.',
  ne: 'Same as a != b.',
  neg: 'Same as -a.',
  not_: 'Same as not a.',
  or_: 'Same as a | b.',
  pos: 'Same as +a.',
  pow: 'Same as a ** b.',
  rshift: 'Same as a >> b.',
  setitem: 'Same as a[b] = c.',
  sub: 'Same as a - b.',
  truediv: 'Same as a / b.',
  truth: 'Return True if a is true, False otherwise.',
  xor: 'Same as a ^ b.',
} as const;
