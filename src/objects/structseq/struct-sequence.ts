/**
 * Struct sequences: tuples whose items have names (`time.struct_time`, `os.stat_result`, `sys.version_info`).
 *
 * The first fields are the tuple's items; further ones are only attributes. A field named `null` has no attribute.
 *
 * @cpython Objects/structseq.c
 */
import {
  None,
  PyDict,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  allocate,
  argumentBinder,
  makeBuiltinType,
  method,
  reprHost,
  strFromUtf16,
  toArray,
  tupleType,
  typeError,
  typeOf,
  typeSpec,
  matches,
  excTypes,
  type GetSet,
  type PyType,
  type TypeSpec,
  type Value,
} from '../core/index.ts';

/** A tuple with fields that are not among its items. */
export class PyStructSequence extends PyTuple {
  /** Values of the fields beyond the visible ones. */
  readonly hidden: readonly Value[];
  constructor(items: readonly Value[], hidden: readonly Value[]) {
    super(items);
    this.hidden = hidden;
  }
}

export interface StructSequenceDescription {
  /** With the module: `time.struct_time`. */
  readonly name: string;
  readonly doc: string;
  /** All fields in order: name and docstring; `null` for a field without an attribute. */
  readonly fields: readonly (readonly [name: string | null, doc: string])[];
  /** How many of the fields are items of the tuple; all by default. */
  readonly visible?: number;
  /** Whether Python code may make instances; true by default. */
  readonly isInstantiable?: boolean;
}

/** A struct sequence type: its type object, its behaviour to install, and how native code makes an instance. */
export interface StructSequenceType {
  readonly type: PyType;
  readonly spec: TypeSpec;
  /** @param values of all fields in order */
  make(values: readonly Value[]): PyStructSequence;
}

/** Defines a struct sequence type. */
export function structSequenceType(description: StructSequenceDescription): StructSequenceType {
  const { name, doc, fields } = description;
  const visible = description.visible ?? fields.length;
  class StructSequence extends PyStructSequence {}
  const type = makeBuiltinType(name, tupleType, StructSequence, 0);
  type.tp_flags &= ~Py_TPFLAGS_BASETYPE;
  const bind = argumentBinder('structseq', '(sequence, dict=<unrepresentable>)');

  const make = (values: readonly Value[]): PyStructSequence =>
    new StructSequence(values.slice(0, visible), values.slice(visible));

  const members: Record<string, GetSet> = {};
  fields.forEach(([field, fieldDoc], i) => {
    if (field !== null) members[field] = { get: (self) => fieldOf(self as PyStructSequence, i), doc: fieldDoc };
  });

  const spec = typeSpec(type, {
    doc,
    slots: {
      tp_repr: (self) => structRepr(self as PyStructSequence, name, fields),
      ...(description.isInstantiable === false
        ? {}
        : {
            tp_new: (target, args, kwnames) => {
              const [sequence, dict] = bind(args, kwnames) as [Value, Value | undefined];
              return fromSequence(target, name, fields, visible, sequence, dict);
            },
          }),
    },
    members,
    methods: {
      __reduce__: method('($self, /)', (self: PyStructSequence) => reduce(self, fields, visible)),
      __replace__: method(
        '($self, /, **changes)',
        (self: PyStructSequence, changes: Map<string, Value>) => replace(self, name, fields, visible, changes),
        'Return a copy of the structure with new values for the specified fields.',
      ),
    },
    attributes: {
      ...(name.includes('.') ? { __module__: () => name.slice(0, name.lastIndexOf('.')) } : {}),
      n_sequence_fields: () => visible,
      n_fields: () => fields.length,
      n_unnamed_fields: () => fields.filter(([field]) => field === null).length,
      __match_args__: () =>
        new PyTuple(
          fields
            .slice(0, visible)
            .filter(([field]) => field !== null)
            .map(([field]) => field!),
        ),
    },
  });
  if (description.isInstantiable === false) type.tp_flags |= 1 << 7;
  return { type, spec, make };
}

function fieldOf(self: PyStructSequence, i: number): Value {
  const items = self.items;
  return i < items.length ? items[i]! : (self.hidden[i - items.length] ?? None);
}

type Fields = StructSequenceDescription['fields'];

function structRepr(self: PyStructSequence, name: string, fields: Fields): Value {
  const parts: string[] = [];
  let named = 0;
  self.items.forEach((item) => {
    while (fields[named]?.[0] === null) named++;
    parts.push(`${fields[named]?.[0] ?? '?'}=${reprHost(item)}`);
    named++;
  });
  return strFromUtf16(`${name}(${parts.join(', ')})`);
}

/** @cpython structseq_new_impl */
function fromSequence(
  type: PyType,
  name: string,
  fields: Fields,
  visible: number,
  sequence: Value,
  dict: Value | undefined,
): Value {
  let items: Value[];
  try {
    items = toArray(sequence);
  } catch (error) {
    if (!matches(error, excTypes.TypeError)) throw error;
    throw typeError('constructor requires a sequence');
  }
  if (dict !== undefined && !(dict instanceof PyDict)) throw typeError(`${name}() takes a dict as second arg, if any`);
  const total = fields.length;
  const given = items.length;
  if (total !== visible) {
    if (given < visible) throw typeError(`${name}() takes an at least ${visible}-sequence (${given}-sequence given)`);
    if (given > total) throw typeError(`${name}() takes an at most ${total}-sequence (${given}-sequence given)`);
  } else if (given !== visible) {
    throw typeError(`${name}() takes a ${visible}-sequence (${given}-sequence given)`);
  }
  const hidden: Value[] = items.slice(visible);
  let used = 0;
  for (let i = given; i < total; i++) {
    const field = fields[i]![0];
    const value = field === null || dict === undefined ? undefined : dict.getStr(field);
    if (value !== undefined) used++;
    hidden.push(value ?? None);
  }
  if (dict !== undefined && dict.size > used) throw typeError(`${name}() got duplicate or unexpected field name(s)`);
  return allocate(type, items.slice(0, visible), hidden);
}

function reduce(self: PyStructSequence, fields: Fields, visible: number): Value {
  const dict = new PyDict();
  for (let i = visible; i < fields.length; i++) {
    const field = fields[i]![0];
    if (field !== null) dict.setStr(field, fieldOf(self, i));
  }
  return new PyTuple([typeOf(self), new PyTuple([new PyTuple(self.items), dict])]);
}

/** @cpython structseq_replace */
function replace(
  self: PyStructSequence,
  name: string,
  fields: Fields,
  visible: number,
  changes: Map<string, Value>,
): Value {
  if (changes.size === 0) return allocate(typeOf(self), self.items, self.hidden);
  if (fields.some(([field]) => field === null)) {
    throw typeError(`__replace__() is not supported for ${name} because it has unnamed field(s)`);
  }
  const left = new Map(changes);
  const values = fields.map(([field], i) => {
    const change = left.get(field!);
    left.delete(field!);
    return change ?? fieldOf(self, i);
  });
  if (left.size > 0) {
    const names = [...left.keys()].map((key) => `'${key}'`).join(', ');
    throw typeError(`Got unexpected field name(s): [${names}]`);
  }
  return allocate(typeOf(self), values.slice(0, visible), values.slice(visible));
}
