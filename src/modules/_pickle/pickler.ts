/** The type `Pickler`. @cpython Modules/_pickle.c Pickler_Type */
import {
  allocate,
  argumentBinder,
  attributeError,
  genericGetAttr,
  genericSetAttr,
  getAttrOrUndefined,
  identity,
  index,
  indexNumber,
  isTrue,
  makeBuiltinType,
  method,
  None,
  objectType,
  PyBuiltinFunction,
  PyBytes,
  PyDict,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  valueError,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';
import { PICKLER_DOC } from './docs.ts';
import { picklingError } from './errors.ts';
import * as op from './opcodes.ts';
import { PickleOutput } from './output.ts';
import { PyPickler } from './py-pickler.ts';
import { isTrueOr } from './save-global.ts';
import { save } from './save.ts';

export const picklerType = makeBuiltinType('_pickle.Pickler', objectType, PyPickler, Py_TPFLAGS_BASETYPE);

/** Checks the options that `Pickler`, `dump` and `dumps` share. */
export function configurePickler(
  self: PyPickler,
  protocol: Value | undefined,
  fixImports: Value | undefined,
  bufferCallback: Value | undefined,
): void {
  let number = protocol === undefined || protocol === None ? op.DEFAULT_PROTOCOL : Number(index(protocol));
  if (number < 0) number = op.HIGHEST_PROTOCOL;
  if (number > op.HIGHEST_PROTOCOL) throw valueError(`pickle protocol must be <= ${op.HIGHEST_PROTOCOL}`);
  self.bufferCallback = bufferCallback === undefined || bufferCallback === None ? null : bufferCallback;
  if (self.bufferCallback !== null && number < 5) throw valueError('buffer_callback needs protocol >= 5');
  self.protocol = number;
  self.isBinary = number > 0;
  self.usesOldNames = isTrueOr(fixImports, true) && number < 3;
}

/** The file's method to write with. @throws TypeError */
export function writeMethodOf(file: Value): Value {
  const write = getAttrOrUndefined(file, 'write');
  if (write === undefined) throw typeError("file must have a 'write' attribute");
  return write;
}

/** A pickler that is no object of a program's class. */
export function newPickler(write: Value | undefined): PyPickler {
  const self = new PyPickler(save);
  self.write = write;
  return self;
}

/** Writes a whole pickle; gives it where there is no file. */
export function dumpWith(self: PyPickler, object: Value): Uint8Array {
  const output = new PickleOutput(self.write ?? null);
  self.output = output;
  if (self.protocol >= 2) output.short(op.PROTO, self.protocol);
  if (self.protocol >= 4) output.startFraming();
  self.save(object);
  output.byte(op.STOP);
  output.endFraming();
  if (self.write === undefined) return output.take();
  output.flush();
  return new Uint8Array();
}

/** What a class or a program says about persistent ids, unless it is what the type itself has. */
function ownPersistentId(self: PyPickler): Value | null {
  const found = getAttrOrUndefined(self, 'persistent_id');
  if (found === undefined) return null;
  if (found instanceof PyBuiltinFunction && found.self === self) return null;
  return found;
}

function dump(self: PyPickler, object: Value): Value {
  if (self.write === null)
    throw picklingError.error(`Pickler.__init__() was not called by ${typeName(self)}.__init__()`);
  self.reducerOverride = typeOf(self) === picklerType ? null : (getAttrOrUndefined(self, 'reducer_override') ?? null);
  self.persistentId = ownPersistentId(self);
  try {
    dumpWith(self, object);
  } finally {
    self.reducerOverride = null;
    self.persistentId = null;
  }
  return None;
}

const bindInit = argumentBinder('Pickler', '(file, protocol=None, fix_imports=True, buffer_callback=None)');

function init(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  const [file, protocol, fixImports, bufferCallback] = bindInit(args, kwnames) as [Value, ...(Value | undefined)[]];
  const pickler = self as PyPickler;
  configurePickler(pickler, protocol, fixImports, bufferCallback);
  pickler.write = writeMethodOf(file);
  pickler.fast = 0;
  pickler.memo = new Map();
  pickler.dispatchTable = getAttrOrUndefined(self, 'dispatch_table') ?? null;
}

/** `Pickler.memo`: the memo as an object. @cpython PicklerMemoProxy */
class PyPicklerMemo extends PyObject {
  readonly pickler: PyPickler;
  constructor(pickler: PyPickler) {
    super();
    this.pickler = pickler;
  }
}
const memoType = makeBuiltinType('_pickle.PicklerMemoProxy', objectType, PyPicklerMemo);

/** `{id(object): (index, object)}` */
function memoCopy(self: PyPicklerMemo): PyDict {
  const dict = new PyDict();
  for (const [object, position] of self.pickler.memo) dict.set(identity(object), new PyTuple([position, object]));
  return dict;
}

export const picklerMemoSpec = typeSpec(memoType, {
  methods: {
    clear: method('($self, /)', (self: PyPicklerMemo) => self.pickler.memo.clear(), 'Remove all items from memo.'),
    copy: method('($self, /)', memoCopy, 'Copy the memo to a new object.'),
    __reduce__: method(
      '($self, /)',
      (self: PyPicklerMemo) => new PyTuple([typeOf(new PyDict()), new PyTuple([memoCopy(self)])]),
      'Implement pickle support.',
    ),
  },
});

function setMemo(self: PyPickler, value: Value | undefined): void {
  if (value === undefined) throw typeError('attribute deletion is not supported');
  if (value instanceof PyPicklerMemo) {
    self.memo = new Map(value.pickler.memo);
    return;
  }
  if (!(value instanceof PyDict))
    throw typeError(`'memo' attribute must be a PicklerMemoProxy object or dict, not ${typeName(value)}`);
  const memo = new Map<Value, number>();
  for (const item of value.values()) {
    if (!(item instanceof PyTuple) || item.items.length !== 2) throw typeError("'memo' values must be 2-item tuples");
    memo.set(item.items[1]!, indexNumber(item.items[0]!));
  }
  self.memo = memo;
}

export const picklerSpec = typeSpec(picklerType, {
  doc: PICKLER_DOC,
  slots: {
    tp_new: (type) => allocate(type, save),
    tp_init: init,
    tp_getattro: (self, name) => {
      const { assignedPersistentId: assigned } = self as PyPickler;
      if (name === 'persistent_id' && assigned !== null) return assigned;
      return genericGetAttr(self, name);
    },
    tp_setattro: (self, name, value) => {
      if (name === 'persistent_id') (self as PyPickler).assignedPersistentId = value ?? null;
      else genericSetAttr(self, name, value);
    },
  },
  members: {
    bin: {
      get: (self) => ((self as PyPickler).isBinary ? 1 : 0),
      set: (self, value) => {
        (self as PyPickler).isBinary = value !== undefined && isTrue(value);
      },
    },
    fast: {
      get: (self) => (self as PyPickler).fast,
      set: (self, value) => {
        (self as PyPickler).fast = indexNumber(value ?? None);
      },
    },
    dispatch_table: {
      get: (self) => {
        if ((self as PyPickler).dispatchTable === null)
          throw attributeError("'Pickler' object has no attribute 'dispatch_table'", 'dispatch_table', self);
        return (self as PyPickler).dispatchTable!;
      },
      set: (self, value) => {
        (self as PyPickler).dispatchTable = value ?? null;
      },
    },
  },
  getset: {
    memo: {
      get: (self) => new PyPicklerMemo(self as PyPickler),
      set: (self, value) => setMemo(self as PyPickler, value),
    },
  },
  methods: {
    dump: method('($self, obj, /)', dump, 'Write a pickled representation of the given object to the open file.'),
    clear_memo: method(
      '($self, /)',
      (self: PyPickler) => self.memo.clear(),
      `Clears the pickler's "memo".

The memo is the data structure that remembers which objects the
pickler has already seen, so that shared or recursive objects are
pickled by reference and not by value.  This method is useful when
re-using picklers.`,
    ),
    persistent_id: method('($self, obj, /)', () => None),
    __sizeof__: method(
      '($self, /)',
      (self: PyPickler) => 200 + 24 * self.memo.size,
      'Returns size in memory, in bytes.',
    ),
  },
});

/** A whole pickle as bytes. */
export function picklePlainly(
  object: Value,
  protocol: Value | undefined,
  fixImports: Value | undefined,
  bufferCallback: Value | undefined,
): PyBytes {
  const pickler = newPickler(undefined);
  configurePickler(pickler, protocol, fixImports, bufferCallback);
  return new PyBytes(dumpWith(pickler, object));
}
