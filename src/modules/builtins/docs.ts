/** Docstrings of `builtins`. */

export const MODULE_DOC = `Built-in functions, types, exceptions, and other objects.

This module provides direct access to all 'built-in'
identifiers of Python; for example, builtins.len is
the full name for the built-in function len().

This module is not normally accessed explicitly by most
applications, but can be useful in modules that provide
objects with the same name as a built-in value, but in
which the built-in of that name is also needed.`;

export const docs = {
  __build_class__: `__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class

Internal helper function used by the class statement.`,
  __import__: `Import a module.

Because this function is meant for use by the Python
interpreter and not for general use, it is better to use
importlib.import_module() to programmatically import a module.

The globals argument is only used to determine the context;
they are not modified.  The locals argument is unused.  The fromlist
should be a list of names to emulate \`\`from name import ...\`\`, or an
empty list to emulate \`\`import name\`\`.
When importing a module from a package, note that __import__('A.B', ...)
returns package A when fromlist is empty, but its submodule B when
fromlist is not empty.  The level argument is used to determine whether
to perform absolute or relative imports: 0 is absolute, while a positive
number is the number of parent directories to search relative to the
current module.`,
  abs: 'Return the absolute value of the argument.',
  aiter: 'Return an AsyncIterator for an AsyncIterable object.',
  all: `Return True if bool(x) is True for all values x in the iterable.

If the iterable is empty, return True.`,
  anext: `Return the next item from the async iterator.

If default is given and the async iterator is exhausted,
it is returned instead of raising StopAsyncIteration.`,
  any: `Return True if bool(x) is True for any x in the iterable.

If the iterable is empty, return False.`,
  ascii: `Return an ASCII-only representation of an object.

As repr(), return a string containing a printable representation of an
object, but escape the non-ASCII characters in the string returned by
repr() using \\\\x, \\\\u or \\\\U escapes. This generates a string similar
to that returned by repr() in Python 2.`,
  bin: `Return the binary representation of an integer.

   >>> bin(2796202)
   '0b1010101010101010101010'`,
  breakpoint: `Call sys.breakpointhook(*args, **kws).  sys.breakpointhook() must accept
whatever arguments are passed.

By default, this drops you into the pdb debugger.`,
  callable: `Return whether the object is callable (i.e., some kind of function).

Note that classes are callable, as are instances of classes with a
__call__() method.`,
  chr: 'Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.',
  compile: `Compile source into a code object that can be executed by exec() or eval().

The source code may represent a Python module, statement or
expression.
The filename will be used for run-time error messages.
The mode must be 'exec' to compile a module, 'single' to compile a
single (interactive) statement, or 'eval' to compile an expression.
The flags argument, if present, controls which future statements
influence the compilation of the code.
The dont_inherit argument, if true, stops the compilation inheriting
the effects of any future statements in effect in the code calling
compile; if absent or false these statements do influence the
compilation, in addition to any features explicitly specified.`,
  delattr: `Deletes the named attribute from the given object.

delattr(x, 'y') is equivalent to \`\`del x.y\`\``,
  dir: `dir([object]) -> list of strings

If called without an argument, return the names in the current scope.
Else, return an alphabetized list of names comprising (some of) the
attributes of the given object, and of attributes reachable from it.
If the object supplies a method named __dir__, it will be used;
otherwise the default dir() logic is used and returns:
  for a module object: the module's attributes.
  for a class object:  its attributes, and recursively the attributes
    of its bases.
  for any other object: its attributes, its class's attributes, and
    recursively the attributes of its class's base classes.`,
  divmod: 'Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.',
  eval: `Evaluate the given source in the context of globals and locals.

The source may be a string representing a Python expression
or a code object as returned by compile().
The globals must be a dictionary and locals can be any mapping,
defaulting to the current globals and locals.
If only globals is given, locals defaults to it.`,
  exec: `Execute the given source in the context of globals and locals.

The source may be a string representing one or more Python statements
or a code object as returned by compile().
The globals must be a dictionary and locals can be any mapping,
defaulting to the current globals and locals.
If only globals is given, locals defaults to it.
The closure must be a tuple of cellvars, and can only be used
when source is a code object requiring exactly that many cellvars.`,
  format: `Return type(value).__format__(value, format_spec)

Many built-in types implement format_spec according to the
Format Specification Mini-language. See help('FORMATTING').

If type(value) does not supply a method named __format__
and format_spec is empty, then str(value) is returned.
See also help('SPECIALMETHODS').`,
  getattr: `getattr(object, name[, default]) -> value

Get a named attribute from an object.

getattr(x, 'y') is equivalent to x.y.
When a default argument is given, it is returned when the attribute
doesn't exist; without it, an exception is raised in that case.`,
  globals: `Return the dictionary containing the current scope's global variables.

NOTE: Updates to this dictionary *will* affect name lookups in the
current global scope and vice-versa.`,
  hasattr: `Return whether the object has an attribute with the given name.

This is done by calling getattr(obj, name) and catching AttributeError.`,
  hash: `Return the integer hash value for the given object.

Two objects that compare equal must also have the same hash value, but
the reverse is not necessarily true.  Hash values may differ between
Python processes.  Not all objects are hashable; calling hash() on an
unhashable object raises TypeError.`,
  hex: `Return the hexadecimal representation of an integer.

   >>> hex(12648430)
   '0xc0ffee'`,
  id: `Return the identity of an object.

This is guaranteed to be unique among simultaneously existing objects.
(CPython uses the object's memory address.)`,
  input: `Read a string from standard input.  The trailing newline is stripped.

The prompt string, if given, is printed to standard output without a
trailing newline before reading input.

If the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise
EOFError.
On *nix systems, readline is used if available.`,
  isinstance: `Return whether an object is an instance of a class or of a subclass thereof.

A tuple, as in \`\`isinstance(x, (A, B, ...))\`\`, may be given as the
target to check against.  This is equivalent to \`\`isinstance(x, A) or
isinstance(x, B) or ...\`\` etc.`,
  issubclass: `Return whether 'cls' is derived from another class or is the same class.

A tuple, as in \`\`issubclass(x, (A, B, ...))\`\`, may be given as the
target to check against.  This is equivalent to \`\`issubclass(x, A) or
issubclass(x, B) or ...\`\`.`,
  iter: `iter(iterable) -> iterator
iter(callable, sentinel) -> iterator

Get an iterator from an object.  In the first form, the argument must
supply its own iterator, or be a sequence.
In the second form, the callable is called until it returns the
sentinel.`,
  len: 'Return the number of items in a container.',
  locals: `Return a dictionary containing the current scope's local variables.

NOTE: Whether or not updates to this dictionary will affect name
lookups in the local scope and vice-versa is *implementation
dependent* and not covered by any backwards compatibility
guarantees.`,
  max: `max(iterable, *[, default=obj, key=func]) -> value
max(arg1, arg2, *args, *[, key=func]) -> value

With a single iterable argument, return its biggest item. The
default keyword-only argument specifies an object to return if
the provided iterable is empty.
With two or more positional arguments, return the largest argument.`,
  min: `min(iterable, *[, default=obj, key=func]) -> value
min(arg1, arg2, *args, *[, key=func]) -> value

With a single iterable argument, return its smallest item. The
default keyword-only argument specifies an object to return if
the provided iterable is empty.
With two or more positional arguments, return the smallest argument.`,
  next: `next(iterator[, default])

Return the next item from the iterator.  If default is given and the
iterator is exhausted, it is returned instead of raising StopIteration.`,
  oct: `Return the octal representation of an integer.

   >>> oct(342391)
   '0o1234567'`,
  ord: `Return the ordinal value of a character.

If the argument is a one-character string, return the Unicode code
point of that character.

If the argument is a bytes or bytearray object of length 1, return its
single byte value.`,
  pow: `Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments

Some types, such as ints, are able to use a more efficient algorithm
when invoked using the three argument form.`,
  print: `Prints the values to a stream, or to sys.stdout by default.

  sep
    string inserted between values, default a space.
  end
    string appended after the last value, default a newline.
  file
    a file-like object (stream); defaults to the current sys.stdout.
  flush
    whether to forcibly flush the stream.`,
  repr: `Return the canonical string representation of the object.

For many object types, including most builtins, eval(repr(obj)) == obj.`,
  round: `Round a number to a given precision in decimal digits.

The return value is an integer if ndigits is omitted or None.
Otherwise the return value has the same type as the number.  ndigits
may be negative.`,
  setattr: `Sets the named attribute on the given object to the specified value.

setattr(x, 'y', v) is equivalent to \`\`x.y = v\`\``,
  sorted: `Return a new list containing all items from the iterable in ascending order.

A custom key function can be supplied to customize the sort order, and the
reverse flag can be set to request the result in descending order.`,
  sum: `Return the sum of a 'start' value (default: 0) plus an iterable of numbers

When the iterable is empty, return the start value.
This function is intended specifically for use with numeric values and
may reject non-numeric types.`,
  vars: `vars([object]) -> dictionary

Without arguments, equivalent to locals().
With an argument, equivalent to object.__dict__.`,
} as const;
