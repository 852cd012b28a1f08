/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../int/documented.ts';

/** Methods of bytes. */
export const BYTES_DOCS = {
  __getnewargs__: ['($self, /)', null],
  __bytes__: ['($self, /)', 'Convert this value to exact type bytes.'],
  capitalize: [
    '($self, /)',
    'B.capitalize() -> copy of B\n\nReturn a copy of B with only its first character capitalized (ASCII)\nand the rest lower-cased.',
  ],
  center: [
    "($self, width, fillchar=b' ', /)",
    'Return a centered string of length width.\n\nPadding is done using the specified fill character.',
  ],
  count: [
    '($self, sub[, start[, end]], /)',
    "Return the number of non-overlapping occurrences of subsection 'sub' in bytes B[start:end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.",
  ],
  decode: [
    "($self, /, encoding='utf-8', errors='strict')",
    "Decode the bytes using the codec registered for encoding.\n\n  encoding\n    The encoding with which to decode the bytes.\n  errors\n    The error handling scheme to use for the handling of decoding\n    errors.  The default is 'strict' meaning that decoding errors\n    raise a UnicodeDecodeError.  Other possible values are 'ignore'\n    and 'replace' as well as any other name registered with\n    codecs.register_error that can handle UnicodeDecodeErrors.",
  ],
  endswith: [
    '($self, suffix[, start[, end]], /)',
    'Return True if the bytes ends with the specified suffix, False otherwise.\n\n  suffix\n    A bytes or a tuple of bytes to try.\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.',
  ],
  expandtabs: [
    '($self, /, tabsize=8)',
    'Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed.',
  ],
  find: [
    '($self, sub[, start[, end]], /)',
    "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.\n\nReturn -1 on failure.",
  ],
  fromhex: [
    '($type, string, /)',
    "Create a bytes object from a string of hexadecimal numbers.\n\nSpaces between two numbers are accepted.\nExample: bytes.fromhex('B9 01EF') -> b'\\\\xb9\\\\x01\\\\xef'.",
  ],
  hex: [
    '($self, /, sep=<unrepresentable>, bytes_per_sep=1)',
    "Create a string of hexadecimal numbers from a bytes object.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from\n    the right, negative values count from the left.\n\nExample:\n>>> value = b'\\xb9\\x01\\xef'\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'",
  ],
  index: [
    '($self, sub[, start[, end]], /)',
    "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.\n\nRaise ValueError if the subsection is not found.",
  ],
  isalnum: [
    '($self, /)',
    'B.isalnum() -> bool\n\nReturn True if all characters in B are alphanumeric\nand there is at least one character in B, False otherwise.',
  ],
  isalpha: [
    '($self, /)',
    'B.isalpha() -> bool\n\nReturn True if all characters in B are alphabetic\nand there is at least one character in B, False otherwise.',
  ],
  isascii: [
    '($self, /)',
    'B.isascii() -> bool\n\nReturn True if B is empty or all characters in B are ASCII,\nFalse otherwise.',
  ],
  isdigit: [
    '($self, /)',
    'B.isdigit() -> bool\n\nReturn True if all characters in B are digits\nand there is at least one character in B, False otherwise.',
  ],
  islower: [
    '($self, /)',
    'B.islower() -> bool\n\nReturn True if all cased characters in B are lowercase and there is\nat least one cased character in B, False otherwise.',
  ],
  isspace: [
    '($self, /)',
    'B.isspace() -> bool\n\nReturn True if all characters in B are whitespace\nand there is at least one character in B, False otherwise.',
  ],
  istitle: [
    '($self, /)',
    'B.istitle() -> bool\n\nReturn True if B is a titlecased string and there is at least one\ncharacter in B, i.e. uppercase characters may only follow uncased\ncharacters and lowercase characters only cased ones. Return False\notherwise.',
  ],
  isupper: [
    '($self, /)',
    'B.isupper() -> bool\n\nReturn True if all cased characters in B are uppercase and there is\nat least one cased character in B, False otherwise.',
  ],
  join: [
    '($self, iterable_of_bytes, /)',
    "Concatenate any number of bytes objects.\n\nThe bytes whose method is called is inserted in between each pair.\n\nThe result is returned as a new bytes object.\n\nExample: b'.'.join([b'ab', b'pq', b'rs']) -> b'ab.pq.rs'.",
  ],
  ljust: [
    "($self, width, fillchar=b' ', /)",
    'Return a left-justified string of length width.\n\nPadding is done using the specified fill character.',
  ],
  lower: [
    '($self, /)',
    'B.lower() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to lowercase.',
  ],
  lstrip: [
    '($self, bytes=None, /)',
    'Strip leading bytes contained in the argument.\n\nIf the argument is omitted or None, strip leading  ASCII whitespace.',
  ],
  maketrans: [
    '(frm, to, /)',
    'Return a translation table usable for the bytes or bytearray translate method.\n\nThe returned table will be one where each byte in frm is mapped to\nthe byte at the same position in to.\n\nThe bytes objects frm and to must be of the same length.',
  ],
  partition: [
    '($self, sep, /)',
    'Partition the bytes into three parts using the given separator.\n\nThis will search for the separator sep in the bytes.  If the\nseparator is found, returns a 3-tuple containing the part before the\nseparator, the separator itself, and the part after it.\n\nIf the separator is not found, returns a 3-tuple containing the\noriginal bytes object and two empty bytes objects.',
  ],
  replace: [
    '($self, old, new, count=-1, /)',
    'Return a copy with all occurrences of substring old replaced by new.\n\n  count\n    Maximum number of occurrences to replace.\n    -1 (the default value) means replace all occurrences.\n\nIf the optional argument count is given, only the first count occurrences are\nreplaced.',
  ],
  removeprefix: [
    '($self, prefix, /)',
    'Return a bytes object with the given prefix string removed if present.\n\nIf the bytes starts with the prefix string, return\nbytes[len(prefix):].  Otherwise, return a copy of the original\nbytes.',
  ],
  removesuffix: [
    '($self, suffix, /)',
    'Return a bytes object with the given suffix string removed if present.\n\nIf the bytes ends with the suffix string and that suffix is not\nempty, return bytes[:-len(prefix)].  Otherwise, return a copy of the\noriginal bytes.',
  ],
  rfind: [
    '($self, sub[, start[, end]], /)',
    "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.\n\nReturn -1 on failure.",
  ],
  rindex: [
    '($self, sub[, start[, end]], /)',
    "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.\n\nRaise ValueError if the subsection is not found.",
  ],
  rjust: [
    "($self, width, fillchar=b' ', /)",
    'Return a right-justified string of length width.\n\nPadding is done using the specified fill character.',
  ],
  rpartition: [
    '($self, sep, /)',
    'Partition the bytes into three parts using the given separator.\n\nThis will search for the separator sep in the bytes, starting at the\nend.  If the separator is found, returns a 3-tuple containing the\npart before the separator, the separator itself, and the part after\nit.\n\nIf the separator is not found, returns a 3-tuple containing two\nempty bytes objects and the original bytes object.',
  ],
  rsplit: [
    '($self, /, sep=None, maxsplit=-1)',
    'Return a list of the sections in the bytes, using sep as the delimiter.\n\n  sep\n    The delimiter according which to split the bytes.\n    None (the default value) means split on ASCII whitespace\n    characters (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n    Maximum number of splits to do.\n    -1 (the default value) means no limit.\n\nSplitting is done starting at the end of the bytes and working to\nthe front.',
  ],
  rstrip: [
    '($self, bytes=None, /)',
    'Strip trailing bytes contained in the argument.\n\nIf the argument is omitted or None, strip trailing ASCII whitespace.',
  ],
  split: [
    '($self, /, sep=None, maxsplit=-1)',
    'Return a list of the sections in the bytes, using sep as the delimiter.\n\n  sep\n    The delimiter according which to split the bytes.\n    None (the default value) means split on ASCII whitespace\n    characters (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n    Maximum number of splits to do.\n    -1 (the default value) means no limit.',
  ],
  splitlines: [
    '($self, /, keepends=False)',
    'Return a list of the lines in the bytes, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends\nis given and true.',
  ],
  startswith: [
    '($self, prefix[, start[, end]], /)',
    'Return True if the bytes starts with the specified prefix, False otherwise.\n\n  prefix\n    A bytes or a tuple of bytes to try.\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.',
  ],
  strip: [
    '($self, bytes=None, /)',
    'Strip leading and trailing bytes contained in the argument.\n\nIf the argument is omitted or None, strip leading and trailing ASCII\nwhitespace.',
  ],
  swapcase: [
    '($self, /)',
    'B.swapcase() -> copy of B\n\nReturn a copy of B with uppercase ASCII characters converted\nto lowercase ASCII and vice versa.',
  ],
  title: [
    '($self, /)',
    'B.title() -> copy of B\n\nReturn a titlecased version of B, i.e. ASCII words start with\nuppercase characters, all remaining cased characters have lowercase.',
  ],
  translate: [
    "($self, table, /, delete=b'')",
    'Return a copy with each character mapped by the given translation table.\n\n  table\n    Translation table, which must be a bytes object of length 256.\n\nAll characters occurring in the optional argument delete are\nremoved.  The remaining characters are mapped through the given\ntranslation table.',
  ],
  upper: [
    '($self, /)',
    'B.upper() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to uppercase.',
  ],
  zfill: [
    '($self, width, /)',
    'Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe original string is never truncated.',
  ],
} as const satisfies DocTable;

export const BYTES_DOC =
  'bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer';

/** Methods of bytearray. */
export const BYTEARRAY_DOCS = {
  __alloc__: ['($self, /)', 'B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.'],
  __reduce__: ['($self, /)', 'Return state information for pickling.'],
  __reduce_ex__: ['($self, proto=0, /)', 'Return state information for pickling.'],
  __sizeof__: ['($self, /)', 'Returns the size of the bytearray object in memory, in bytes.'],
  append: [
    '($self, item, /)',
    'Append a single item to the end of the bytearray.\n\n  item\n    The item to be appended.',
  ],
  capitalize: [
    '($self, /)',
    'B.capitalize() -> copy of B\n\nReturn a copy of B with only its first character capitalized (ASCII)\nand the rest lower-cased.',
  ],
  center: [
    "($self, width, fillchar=b' ', /)",
    'Return a centered string of length width.\n\nPadding is done using the specified fill character.',
  ],
  clear: ['($self, /)', 'Remove all items from the bytearray.'],
  copy: ['($self, /)', 'Return a copy of B.'],
  count: [
    '($self, sub[, start[, end]], /)',
    "Return the number of non-overlapping occurrences of subsection 'sub' in bytes B[start:end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.",
  ],
  decode: [
    "($self, /, encoding='utf-8', errors='strict')",
    "Decode the bytearray using the codec registered for encoding.\n\n  encoding\n    The encoding with which to decode the bytearray.\n  errors\n    The error handling scheme to use for the handling of decoding\n    errors.  The default is 'strict' meaning that decoding errors\n    raise a UnicodeDecodeError.  Other possible values are 'ignore'\n    and 'replace' as well as any other name registered with\n    codecs.register_error that can handle UnicodeDecodeErrors.",
  ],
  endswith: [
    '($self, suffix[, start[, end]], /)',
    'Return True if the bytearray ends with the specified suffix, False otherwise.\n\n  suffix\n    A bytes or a tuple of bytes to try.\n  start\n    Optional start position. Default: start of the bytearray.\n  end\n    Optional stop position. Default: end of the bytearray.',
  ],
  expandtabs: [
    '($self, /, tabsize=8)',
    'Return a copy where all tab characters are expanded using spaces.\n\nIf tabsize is not given, a tab size of 8 characters is assumed.',
  ],
  extend: [
    '($self, iterable_of_ints, /)',
    'Append all the items from the iterator or sequence to the end of the bytearray.\n\n  iterable_of_ints\n    The iterable of items to append.',
  ],
  find: [
    '($self, sub[, start[, end]], /)',
    "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start:end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.\n\nReturn -1 on failure.",
  ],
  fromhex: [
    '($type, string, /)',
    "Create a bytearray object from a string of hexadecimal numbers.\n\nSpaces between two numbers are accepted.\nExample:\n    bytearray.fromhex('B9 01EF') -> bytearray(b'\\\\xb9\\\\x01\\\\xef')",
  ],
  hex: [
    '($self, /, sep=<unrepresentable>, bytes_per_sep=1)',
    "Create a string of hexadecimal numbers from a bytearray object.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from\n    the right, negative values count from the left.\n\nExample:\n>>> value = bytearray([0xb9, 0x01, 0xef])\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'",
  ],
  index: [
    '($self, sub[, start[, end]], /)',
    "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start:end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.\n\nRaise ValueError if the subsection is not found.",
  ],
  insert: [
    '($self, index, item, /)',
    'Insert a single item into the bytearray before the given index.\n\n  index\n    The index where the value is to be inserted.\n  item\n    The item to be inserted.',
  ],
  isalnum: [
    '($self, /)',
    'B.isalnum() -> bool\n\nReturn True if all characters in B are alphanumeric\nand there is at least one character in B, False otherwise.',
  ],
  isalpha: [
    '($self, /)',
    'B.isalpha() -> bool\n\nReturn True if all characters in B are alphabetic\nand there is at least one character in B, False otherwise.',
  ],
  isascii: [
    '($self, /)',
    'B.isascii() -> bool\n\nReturn True if B is empty or all characters in B are ASCII,\nFalse otherwise.',
  ],
  isdigit: [
    '($self, /)',
    'B.isdigit() -> bool\n\nReturn True if all characters in B are digits\nand there is at least one character in B, False otherwise.',
  ],
  islower: [
    '($self, /)',
    'B.islower() -> bool\n\nReturn True if all cased characters in B are lowercase and there is\nat least one cased character in B, False otherwise.',
  ],
  isspace: [
    '($self, /)',
    'B.isspace() -> bool\n\nReturn True if all characters in B are whitespace\nand there is at least one character in B, False otherwise.',
  ],
  istitle: [
    '($self, /)',
    'B.istitle() -> bool\n\nReturn True if B is a titlecased string and there is at least one\ncharacter in B, i.e. uppercase characters may only follow uncased\ncharacters and lowercase characters only cased ones. Return False\notherwise.',
  ],
  isupper: [
    '($self, /)',
    'B.isupper() -> bool\n\nReturn True if all cased characters in B are uppercase and there is\nat least one cased character in B, False otherwise.',
  ],
  join: [
    '($self, iterable_of_bytes, /)',
    'Concatenate any number of bytes/bytearray objects.\n\nThe bytearray whose method is called is inserted in between each\npair.\n\nThe result is returned as a new bytearray object.',
  ],
  ljust: [
    "($self, width, fillchar=b' ', /)",
    'Return a left-justified string of length width.\n\nPadding is done using the specified fill character.',
  ],
  lower: [
    '($self, /)',
    'B.lower() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to lowercase.',
  ],
  lstrip: [
    '($self, bytes=None, /)',
    'Strip leading bytes contained in the argument.\n\nIf the argument is omitted or None, strip leading ASCII whitespace.',
  ],
  maketrans: [
    '(frm, to, /)',
    'Return a translation table usable for the bytes or bytearray translate method.\n\nThe returned table will be one where each byte in frm is mapped to\nthe byte at the same position in to.\n\nThe bytes objects frm and to must be of the same length.',
  ],
  partition: [
    '($self, sep, /)',
    'Partition the bytearray into three parts using the given separator.\n\nThis will search for the separator sep in the bytearray.  If the\nseparator is found, returns a 3-tuple containing the part before the\nseparator, the separator itself, and the part after it as new\nbytearray objects.\n\nIf the separator is not found, returns a 3-tuple containing the copy\nof the original bytearray object and two empty bytearray objects.',
  ],
  pop: [
    '($self, index=-1, /)',
    'Remove and return a single item from B.\n\n  index\n    The index from where to remove the item.\n    -1 (the default value) means remove the last item.\n\nIf no index argument is given, will pop the last item.',
  ],
  remove: [
    '($self, value, /)',
    'Remove the first occurrence of a value in the bytearray.\n\n  value\n    The value to remove.',
  ],
  replace: [
    '($self, old, new, count=-1, /)',
    'Return a copy with all occurrences of substring old replaced by new.\n\n  count\n    Maximum number of occurrences to replace.\n    -1 (the default value) means replace all occurrences.\n\nIf the optional argument count is given, only the first count occurrences are\nreplaced.',
  ],
  removeprefix: [
    '($self, prefix, /)',
    'Return a bytearray with the given prefix string removed if present.\n\nIf the bytearray starts with the prefix string, return\nbytearray[len(prefix):].  Otherwise, return a copy of the original\nbytearray.',
  ],
  removesuffix: [
    '($self, suffix, /)',
    'Return a bytearray with the given suffix string removed if present.\n\nIf the bytearray ends with the suffix string and that suffix is not\nempty, return bytearray[:-len(suffix)].  Otherwise, return a copy of\nthe original bytearray.',
  ],
  resize: ['($self, size, /)', 'Resize the internal buffer of bytearray to len.\n\n  size\n    New size to resize to.'],
  reverse: ['($self, /)', 'Reverse the order of the values in B in place.'],
  rfind: [
    '($self, sub[, start[, end]], /)',
    "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start:end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.\n\nReturn -1 on failure.",
  ],
  rindex: [
    '($self, sub[, start[, end]], /)',
    "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start:end].\n\n  start\n    Optional start position. Default: start of the bytes.\n  end\n    Optional stop position. Default: end of the bytes.\n\nRaise ValueError if the subsection is not found.",
  ],
  rjust: [
    "($self, width, fillchar=b' ', /)",
    'Return a right-justified string of length width.\n\nPadding is done using the specified fill character.',
  ],
  rpartition: [
    '($self, sep, /)',
    'Partition the bytearray into three parts using the given separator.\n\nThis will search for the separator sep in the bytearray, starting at\nthe end.  If the separator is found, returns a 3-tuple containing\nthe part before the separator, the separator itself, and the part\nafter it as new bytearray objects.\n\nIf the separator is not found, returns a 3-tuple containing two\nempty bytearray objects and the copy of the original bytearray\nobject.',
  ],
  rsplit: [
    '($self, /, sep=None, maxsplit=-1)',
    'Return a list of the sections in the bytearray, using sep as the delimiter.\n\n  sep\n    The delimiter according which to split the bytearray.\n    None (the default value) means split on ASCII whitespace\n    characters (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n    Maximum number of splits to do.\n    -1 (the default value) means no limit.\n\nSplitting is done starting at the end of the bytearray and working\nto the front.',
  ],
  rstrip: [
    '($self, bytes=None, /)',
    'Strip trailing bytes contained in the argument.\n\nIf the argument is omitted or None, strip trailing ASCII whitespace.',
  ],
  split: [
    '($self, /, sep=None, maxsplit=-1)',
    'Return a list of the sections in the bytearray, using sep as the delimiter.\n\n  sep\n    The delimiter according which to split the bytearray.\n    None (the default value) means split on ASCII whitespace\n    characters (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n    Maximum number of splits to do.\n    -1 (the default value) means no limit.',
  ],
  splitlines: [
    '($self, /, keepends=False)',
    'Return a list of the lines in the bytearray, breaking at line boundaries.\n\nLine breaks are not included in the resulting list unless keepends\nis given and true.',
  ],
  startswith: [
    '($self, prefix[, start[, end]], /)',
    'Return True if the bytearray starts with the specified prefix, False otherwise.\n\n  prefix\n    A bytes or a tuple of bytes to try.\n  start\n    Optional start position. Default: start of the bytearray.\n  end\n    Optional stop position. Default: end of the bytearray.',
  ],
  strip: [
    '($self, bytes=None, /)',
    'Strip leading and trailing bytes contained in the argument.\n\nIf the argument is omitted or None, strip leading and trailing ASCII\nwhitespace.',
  ],
  swapcase: [
    '($self, /)',
    'B.swapcase() -> copy of B\n\nReturn a copy of B with uppercase ASCII characters converted\nto lowercase ASCII and vice versa.',
  ],
  title: [
    '($self, /)',
    'B.title() -> copy of B\n\nReturn a titlecased version of B, i.e. ASCII words start with\nuppercase characters, all remaining cased characters have lowercase.',
  ],
  translate: [
    "($self, table, /, delete=b'')",
    'Return a copy with each character mapped by the given translation table.\n\n  table\n    Translation table, which must be a bytes object of length 256.\n\nAll characters occurring in the optional argument delete are\nremoved.  The remaining characters are mapped through the given\ntranslation table.',
  ],
  upper: [
    '($self, /)',
    'B.upper() -> copy of B\n\nReturn a copy of B with all ASCII characters converted to uppercase.',
  ],
  zfill: [
    '($self, width, /)',
    'Pad a numeric string with zeros on the left, to fill a field of the given width.\n\nThe original string is never truncated.',
  ],
} as const satisfies DocTable;

export const BYTEARRAY_DOC =
  'bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer';

/** Methods of bytes iterators. */
export const BYTES_ITERATOR_DOCS = {
  __length_hint__: ['($self, /)', 'Private method returning an estimate of len(list(it)).'],
  __reduce__: ['($self, /)', 'Return state information for pickling.'],
  __setstate__: ['($self, object, /)', 'Set state information for unpickling.'],
} as const satisfies DocTable;

/** Methods of bytearray iterators. */
export const BYTEARRAY_ITERATOR_DOCS = {
  __length_hint__: ['($self, /)', 'Private method returning an estimate of len(list(it)).'],
  __reduce__: ['($self, /)', 'Return state information for pickling.'],
  __setstate__: ['($self, object, /)', 'Set state information for unpickling.'],
} as const satisfies DocTable;
