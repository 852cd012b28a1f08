/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from './documented.ts';

/** Methods and attributes of int. */
export const INT_DOCS = {
  __ceil__: ['($self, /)', 'Ceiling of an Integral returns itself.'],
  __floor__: ['($self, /)', 'Flooring an Integral returns itself.'],
  __format__: ['($self, format_spec, /)', 'Convert to a string according to format_spec.'],
  __getnewargs__: ['($self, /)', null],
  __round__: [
    '($self, ndigits=None, /)',
    'Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an integer.',
  ],
  __sizeof__: ['($self, /)', 'Returns size in memory, in bytes.'],
  __trunc__: ['($self, /)', 'Truncating an Integral returns itself.'],
  as_integer_ratio: [
    '($self, /)',
    'Return a pair of integers, whose ratio is equal to the original int.\n\nThe ratio is in lowest terms and has a positive denominator.\n\n>>> (10).as_integer_ratio()\n(10, 1)\n>>> (-10).as_integer_ratio()\n(-10, 1)\n>>> (0).as_integer_ratio()\n(0, 1)',
  ],
  bit_count: [
    '($self, /)',
    "Number of ones in the binary representation of the absolute value of self.\n\nAlso known as the population count.\n\n>>> bin(13)\n'0b1101'\n>>> (13).bit_count()\n3",
  ],
  bit_length: [
    '($self, /)',
    "Number of bits necessary to represent self in binary.\n\n>>> bin(37)\n'0b100101'\n>>> (37).bit_length()\n6",
  ],
  conjugate: ['($self, /)', 'Returns self, the complex conjugate of any int.'],
  denominator: [null, 'the denominator of a rational number in lowest terms'],
  from_bytes: [
    "($type, /, bytes, byteorder='big', *, signed=False)",
    "Return the integer represented by the given array of bytes.\n\n  bytes\n    Holds the array of bytes to convert.  The argument must either\n    support the buffer protocol or be an iterable object producing bytes.\n    Bytes and bytearray are examples of built-in objects that support the\n    buffer protocol.\n  byteorder\n    The byte order used to represent the integer.  If byteorder is 'big',\n    the most significant byte is at the beginning of the byte array.  If\n    byteorder is 'little', the most significant byte is at the end of the\n    byte array.  To request the native byte order of the host system, use\n    sys.byteorder as the byte order value.  Default is to use 'big'.\n  signed\n    Indicates whether two's complement is used to represent the integer.",
  ],
  imag: [null, 'the imaginary part of a complex number'],
  is_integer: ['($self, /)', 'Returns True. Exists for duck type compatibility with float.is_integer.'],
  numerator: [null, 'the numerator of a rational number in lowest terms'],
  real: [null, 'the real part of a complex number'],
  to_bytes: [
    "($self, /, length=1, byteorder='big', *, signed=False)",
    "Return an array of bytes representing an integer.\n\n  length\n    Length of bytes object to use.  An OverflowError is raised if the\n    integer is not representable with the given number of bytes.  Default\n    is length 1.\n  byteorder\n    The byte order used to represent the integer.  If byteorder is 'big',\n    the most significant byte is at the beginning of the byte array.  If\n    byteorder is 'little', the most significant byte is at the end of the\n    byte array.  To request the native byte order of the host system, use\n    sys.byteorder as the byte order value.  Default is to use 'big'.\n  signed\n    Determines whether two's complement is used to represent the integer.\n    If signed is False and a negative integer is given, an OverflowError\n    is raised.",
  ],
} as const satisfies DocTable;

export const INT_DOC =
  "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.  If x is a number, return x.__int__().  For floating-point\nnumbers, this truncates towards zero.\n\nIf x is not a number or if base is given, then x must be a string,\nbytes, or bytearray instance representing an integer literal in the\ngiven base.  The literal can be preceded by '+' or '-' and be surrounded\nby whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\nBase 0 means to interpret the base from the string as an integer literal.\n>>> int('0b100', base=0)\n4";
