/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../int/documented.ts';

/** Methods and attributes of memoryview. */
export const MEMORYVIEW_DOCS = {
  release: ['($self, /)', 'Release the underlying buffer exposed by the memoryview object.'],
  tobytes: [
    "($self, /, order='C')",
    "Return the data in the buffer as a byte string.\n\nOrder can be {'C', 'F', 'A'}.  When order is 'C' or 'F', the data of\nthe original array is converted to C or Fortran order.  For\ncontiguous views, 'A' returns an exact copy of the physical memory.\nIn particular, in-memory Fortran order is preserved.  For\nnon-contiguous views, the data is converted to C first.  order=None\nis the same as order='C'.",
  ],
  hex: [
    '($self, /, sep=<unrepresentable>, bytes_per_sep=1)',
    "Return the data in the buffer as a str of hexadecimal numbers.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from\n    the right, negative values count from the left.\n\nExample:\n>>> value = memoryview(b'\\xb9\\x01\\xef')\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'",
  ],
  tolist: ['($self, /)', 'Return the data in the buffer as a list of elements.'],
  cast: ['($self, /, format, shape=<unrepresentable>)', 'Cast a memoryview to a new format or shape.'],
  toreadonly: ['($self, /)', 'Return a readonly version of the memoryview.'],
  _from_flags: ['($type, /, object, flags)', 'Create a new memoryview object which references the given object.'],
  count: ['($self, value, /)', 'Count the number of occurrences of a value.'],
  index: [
    '($self, value, start=0, stop=sys.maxsize, /)',
    'Return the index of the first occurrence of a value.\n\nRaises ValueError if the value is not present.',
  ],
  __enter__: ['($self, /)', null],
  __exit__: ['($self, /, *exc_info)', 'Release the underlying buffer exposed by the memoryview object.'],
  __class_getitem__: ['($type, object, /)', 'memoryviews are generic over the type of their underlying data'],
  obj: [null, 'The underlying object of the memoryview.'],
  nbytes: [null, 'The amount of space in bytes that the array would use in\n a contiguous representation.'],
  readonly: [null, 'A bool indicating whether the memory is read only.'],
  itemsize: [null, 'The size in bytes of each element of the memoryview.'],
  format: [null, 'A string containing the format (in struct module style)\n for each element in the view.'],
  ndim: [null, 'An integer indicating how many dimensions of a multi-dimensional\n array the memory represents.'],
  shape: [null, 'A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array.'],
  strides: [
    null,
    'A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array.',
  ],
  suboffsets: [null, 'A tuple of integers used internally for PIL-style arrays.'],
  c_contiguous: [null, 'A bool indicating whether the memory is C contiguous.'],
  f_contiguous: [null, 'A bool indicating whether the memory is Fortran contiguous.'],
  contiguous: [null, 'A bool indicating whether the memory is contiguous.'],
} as const satisfies DocTable;

export const MEMORYVIEW_DOC =
  'memoryview(object)\n--\n\nCreate a new memoryview object which references the given object.';
