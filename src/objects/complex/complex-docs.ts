/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../int/documented.ts';

/** Methods and attributes of complex. */
export const COMPLEX_DOCS = {
  __complex__: ['($self, /)', 'Convert this value to exact type complex.'],
  __format__: ['($self, format_spec, /)', 'Convert to a string according to format_spec.'],
  __getnewargs__: ['($self, /)', null],
  conjugate: ['($self, /)', 'Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.'],
  from_number: ['($type, number, /)', 'Convert number to a complex floating-point number.'],
  imag: [null, 'the imaginary part of a complex number'],
  real: [null, 'the real part of a complex number'],
} as const satisfies DocTable;

export const COMPLEX_DOC =
  "complex(real=0, imag=0)\n--\n\nCreate a complex number from a string or numbers.\n\nIf a string is given, parse it as a complex number.\nIf a single number is given, convert it to a complex number.\nIf the 'real' or 'imag' arguments are given, create a complex number\nwith the specified real and imaginary components.";
