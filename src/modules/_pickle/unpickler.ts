/** The type `Unpickler`. @cpython Modules/_pickle.c Unpickler_Type */
import {
  allocate,
  argumentBinder,
  genericGetAttr,
  genericSetAttr,
  getAttrOrUndefined,
  getIter,
  indexNumber,
  makeBuiltinType,
  method,
  None,
  objectType,
  PyBuiltinFunction,
  PyDict,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  asHostString,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';
import { UNPICKLER_DOC } from './docs.ts';
import { unpicklingError } from './errors.ts';
import { pickleFile, PickleInput, type PickleFile } from './input.ts';
import { findGlobal, load } from './load.ts';
import { PyUnpickler } from './py-unpickler.ts';
import { isTrueOr } from './save-global.ts';

export const unpicklerType = makeBuiltinType('_pickle.Unpickler', objectType, PyUnpickler, Py_TPFLAGS_BASETYPE);

/** Checks the options that `Unpickler`, `load` and `loads` share. */
export function configureUnpickler(
  self: PyUnpickler,
  fixImports: Value | undefined,
  encoding: Value | undefined,
  errors: Value | undefined,
  buffers: Value | undefined,
): void {
  self.usesOldNames = isTrueOr(fixImports, true);
  self.encoding = encoding === undefined ? 'ASCII' : asHostString(encoding);
  self.errors = errors === undefined ? 'strict' : asHostString(errors);
  self.buffers = buffers === undefined || buffers === None ? null : getIter(buffers);
}

/** Reads one object from bytes or a file, which stays where the pickle ends. */
export function loadFrom(self: PyUnpickler, bytes: Uint8Array, file: PickleFile | null): Value {
  self.input = new PickleInput(bytes, file);
  return load(self);
}

/** What a class or a program has under a name, unless it is the type's own method. */
function ownMethod(self: PyUnpickler, name: string): Value | null {
  const found = getAttrOrUndefined(self, name);
  if (found === undefined || (found instanceof PyBuiltinFunction && found.self === self)) return null;
  return found;
}

function loadMethod(self: PyUnpickler): Value {
  if (self.file === null)
    throw unpicklingError.error(`Unpickler.__init__() was not called by ${typeName(self)}.__init__()`);
  self.persistentLoad = ownMethod(self, 'persistent_load');
  self.findClass = typeOf(self) === unpicklerType ? null : ownMethod(self, 'find_class');
  try {
    // What was read ahead for one object is for the next.
    const { input } = self;
    return loadFrom(self, input.bytes.subarray(input.at), self.file);
  } finally {
    self.persistentLoad = null;
  }
}

const bindInit = argumentBinder(
  'Unpickler',
  "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
);

function init(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const [file, ...options] = bindInit(args, kwnames) as [Value, ...(Value | undefined)[]];
  const unpickler = self as PyUnpickler;
  unpickler.file = pickleFile(file);
  unpickler.input = new PickleInput(new Uint8Array(), unpickler.file);
  unpickler.memo = [];
  configureUnpickler(unpickler, options[0], options[1], options[2], options[3]);
}

/** `Unpickler.memo`: the memo as an object. @cpython UnpicklerMemoProxy */
class PyUnpicklerMemo extends PyObject {
  readonly unpickler: PyUnpickler;
  constructor(unpickler: PyUnpickler) {
    super();
    this.unpickler = unpickler;
  }
}
const memoType = makeBuiltinType('_pickle.UnpicklerMemoProxy', objectType, PyUnpicklerMemo);

function memoCopy(self: PyUnpicklerMemo): PyDict {
  const dict = new PyDict();
  self.unpickler.memo.forEach((object, position) => {
    if (object !== undefined) dict.set(position, object);
  });
  return dict;
}

export const unpicklerMemoSpec = typeSpec(memoType, {
  methods: {
    clear: method(
      '($self, /)',
      (self: PyUnpicklerMemo) => {
        self.unpickler.memo = [];
      },
      'Remove all items from memo.',
    ),
    copy: method('($self, /)', memoCopy, 'Copy the memo to a new object.'),
    __reduce__: method(
      '($self, /)',
      (self: PyUnpicklerMemo) => new PyTuple([typeOf(new PyDict()), new PyTuple([memoCopy(self)])]),
      'Implement pickling support.',
    ),
  },
});

function setMemo(self: PyUnpickler, value: Value | undefined): void {
  if (value === undefined) throw typeError('attribute deletion is not supported');
  if (value instanceof PyUnpicklerMemo) {
    self.memo = value.unpickler.memo.slice();
    return;
  }
  if (!(value instanceof PyDict))
    throw typeError(`'memo' attribute must be an UnpicklerMemoProxy object or dict, not ${typeName(value)}`);
  const memo: (Value | undefined)[] = [];
  for (const [key, object] of value.entries()) {
    if (typeof key !== 'number') throw typeError('memo key must be integers');
    if (indexNumber(key) < 0) throw valueError('memo key must be positive integers.');
    memo[key] = object;
  }
  self.memo = memo;
}

export const unpicklerSpec = typeSpec(unpicklerType, {
  doc: UNPICKLER_DOC,
  slots: {
    tp_new: (type) => allocate(type),
    tp_init: init,
    tp_getattro: (self, name) => {
      const { assignedPersistentLoad: assigned } = self as PyUnpickler;
      if (name === 'persistent_load' && assigned !== null) return assigned;
      return genericGetAttr(self, name);
    },
    tp_setattro: (self, name, value) => {
      if (name === 'persistent_load') (self as PyUnpickler).assignedPersistentLoad = value ?? null;
      else genericSetAttr(self, name, value);
    },
  },
  getset: {
    memo: {
      get: (self) => new PyUnpicklerMemo(self as PyUnpickler),
      set: (self, value) => setMemo(self as PyUnpickler, value),
    },
  },
  methods: {
    load: method(
      '($self, /)',
      loadMethod,
      `Load a pickle.

Read a pickled object representation from the open file object given
in the constructor, and return the reconstituted object hierarchy
specified therein.`,
    ),
    persistent_load: method('($self, pid, /)', () => {
      throw unpicklingError.error(
        'A load persistent id instruction was encountered, but no persistent_load function was specified.',
      );
    }),
    find_class: method(
      '($self, module_name, global_name, /)',
      findGlobal,
      `Return an object from a specified module.

If necessary, the module will be imported. Subclasses may override
this method (e.g. to restrict unpickling of arbitrary classes and
functions).

This method is called whenever a class or a function object is
needed.  Both arguments passed are str objects.`,
    ),
    __sizeof__: method('($self, /)', () => 300, 'Returns size in memory, in bytes.'),
  },
});
