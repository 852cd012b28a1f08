/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../int/documented.ts';

/** Methods and attributes of float. */
export const FLOAT_DOCS = {
  __ceil__: ['($self, /)', 'Return the ceiling as an Integral.'],
  __floor__: ['($self, /)', 'Return the floor as an Integral.'],
  __format__: ['($self, format_spec, /)', 'Formats the float according to format_spec.'],
  __getformat__: [
    '($type, typestr, /)',
    "You probably don't want to use this function.\n\n  typestr\n    Must be 'double' or 'float'.\n\nIt exists mainly to be used in Python's test suite.\n\nThis function returns whichever of 'unknown', 'IEEE, big-endian' or 'IEEE,\nlittle-endian' best describes the format of floating-point numbers used by the\nC type named by typestr.",
  ],
  __getnewargs__: ['($self, /)', null],
  __round__: [
    '($self, ndigits=None, /)',
    'Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits).',
  ],
  __trunc__: ['($self, /)', 'Return the Integral closest to x between 0 and x.'],
  as_integer_ratio: [
    '($self, /)',
    'Return a pair of integers, whose ratio is exactly equal to the original float.\n\nThe ratio is in lowest terms and has a positive denominator.  Raise\nOverflowError on infinities and a ValueError on NaNs.\n\n>>> (10.0).as_integer_ratio()\n(10, 1)\n>>> (0.0).as_integer_ratio()\n(0, 1)\n>>> (-.25).as_integer_ratio()\n(-1, 4)',
  ],
  conjugate: ['($self, /)', 'Return self, the complex conjugate of any float.'],
  from_number: ['($type, number, /)', 'Convert real number to a floating-point number.'],
  fromhex: [
    '($type, string, /)',
    "Create a floating-point number from a hexadecimal string.\n\n>>> float.fromhex('0x1.ffffp10')\n2047.984375\n>>> float.fromhex('-0x1p-1074')\n-5e-324",
  ],
  hex: [
    '($self, /)',
    "Return a hexadecimal representation of a floating-point number.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'\n>>> 3.14159.hex()\n'0x1.921f9f01b866ep+1'",
  ],
  imag: [null, 'the imaginary part of a complex number'],
  is_integer: ['($self, /)', 'Return True if the float is an integer.'],
  real: [null, 'the real part of a complex number'],
} as const satisfies DocTable;

export const FLOAT_DOC = 'float(x=0, /)\n--\n\nConvert a string or number to a floating-point number, if possible.';
