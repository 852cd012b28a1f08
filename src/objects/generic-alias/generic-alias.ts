/** The `types.GenericAlias` type. @cpython Objects/genericaliasobject.c ga_* */
import {
  allocate,
  call,
  excTypes,
  genericGetAttr,
  getAttr,
  hash,
  isEqual,
  makeBuiltinType,
  matches,
  method,
  None,
  NotImplemented,
  objectType,
  PyList,
  PyObject,
  PyTuple,
  Py_EQ,
  Py_NE,
  setAttr,
  thread,
  toArray,
  tupleType,
  typeError,
  typeSpec,
  type Text,
  type Value,
} from '../core/index.ts';
import { bracketed, concatTexts } from '../list/repr-text.ts';
import { fromBits, highBits, lowBits } from '../tuple/hash-bits.ts';
import { makeUnion } from '../type/type-hooks.ts';
import { makeParameters, substituteParameters } from './parameters.ts';
import { genericAliasType, PyGenericAlias } from './py-generic-alias.ts';
import { argumentRepr, typeRepr } from './type-repr.ts';

/** Attributes that are the alias' own; all others are those of the origin. */
const OWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
]);
/** Attributes that are never looked up on the origin. */
const BLOCKED_ATTRIBUTES: ReadonlySet<string> = new Set(['__bases__', '__copy__', '__deepcopy__']);

function aliasGetAttr(self: Value, name: string): Value | undefined {
  if (OWN_ATTRIBUTES.has(name) || BLOCKED_ATTRIBUTES.has(name)) return genericGetAttr(self, name);
  return getAttr((self as PyGenericAlias).origin, name);
}

function parametersOf(alias: PyGenericAlias): PyTuple {
  return (alias.parameters ??= new PyTuple(makeParameters(alias.args.items)));
}

function aliasRepr(self: Value): Value {
  const alias = self as PyGenericAlias;
  const args: Text = alias.args.items.length === 0 ? '()' : bracketed('', alias.args.items.map(argumentRepr), '');
  return concatTexts([alias.isStarred ? '*' : '', typeRepr(alias.origin), '[', args, ']']);
}

function aliasCall(self: Value, args: readonly Value[], kwnames: readonly string[] | null): Value {
  const alias = self as PyGenericAlias;
  const object = call(alias.origin, args, kwnames);
  try {
    setAttr(object, '__orig_class__', alias);
  } catch (error) {
    if (!matches(error, excTypes.AttributeError) && !matches(error, excTypes.TypeError)) throw error;
  }
  return object;
}

/** Gives the alias once, starred. */
class PyGenericAliasIterator extends PyObject {
  alias: PyGenericAlias | null;
  constructor(alias: PyGenericAlias) {
    super();
    this.alias = alias;
  }
}
const genericAliasIteratorType = makeBuiltinType('generic_alias_iterator', objectType, PyGenericAliasIterator);
const builtin = (name: string): Value => getAttr(thread.interp.importModule('builtins'), name);

export const genericAliasIteratorSpec = typeSpec(genericAliasIteratorType, {
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) => {
      const iterator = self as PyGenericAliasIterator;
      const alias = iterator.alias;
      if (alias === null) return undefined;
      iterator.alias = null;
      return new PyGenericAlias(alias.origin, alias.args, true);
    },
  },
  methods: {
    __reduce__: method(
      '($self, /)',
      (self: PyGenericAliasIterator) => new PyTuple([builtin('iter'), new PyTuple([self.alias ?? new PyTuple([])])]),
    ),
  },
});

export const genericAliasSpec = typeSpec(genericAliasType, {
  doc: `GenericAlias(origin, args, /)
--

Represent a PEP 585 generic type

For example, for t = list[int], t.__origin__ is list and t.__args__
is (int,).`,
  slots: {
    tp_new: (type, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError(`${type.name}() takes no keyword arguments`);
      if (args.length !== 2) throw typeError(`GenericAlias expected 2 arguments, got ${args.length}`);
      const given = args[1]!;
      return allocate(type, args[0]!, given instanceof PyTuple ? given : new PyTuple([given]));
    },
    tp_repr: aliasRepr,
    tp_hash: (self) => {
      const alias = self as PyGenericAlias;
      const origin = hash(alias.origin);
      const args = hash(alias.args);
      const mixed = fromBits(highBits(origin) ^ highBits(args), lowBits(origin) ^ lowBits(args));
      return mixed === -1 ? -2 : mixed;
    },
    tp_call: aliasCall,
    tp_getattro: aliasGetAttr,
    tp_iter: (self) => new PyGenericAliasIterator(self as PyGenericAlias),
    tp_richcompare: (left, right, op) => {
      if (!(left instanceof PyGenericAlias) || !(right instanceof PyGenericAlias)) return NotImplemented;
      if (op !== Py_EQ && op !== Py_NE) return NotImplemented;
      const areEqual =
        left.isStarred === right.isStarred && isEqual(left.origin, right.origin) && isEqual(left.args, right.args);
      return areEqual === (op === Py_EQ);
    },
    mp_subscript: (self, item) => {
      const alias = self as PyGenericAlias;
      const args = substituteParameters(alias, alias.args.items, parametersOf(alias).items, item);
      return new PyGenericAlias(alias.origin, new PyTuple(args), alias.isStarred);
    },
    nb_or: (left, right) => makeUnion(left, right),
  },
  methods: {
    __mro_entries__: method('($self, object, /)', (self: PyGenericAlias) => new PyTuple([self.origin])),
    __instancecheck__: method('($self, object, /)', () => {
      throw typeError('isinstance() argument 2 cannot be a parameterized generic');
    }),
    __subclasscheck__: method('($self, object, /)', () => {
      throw typeError('issubclass() argument 2 cannot be a parameterized generic');
    }),
    __reduce__: method('($self, /)', (self: PyGenericAlias) => {
      if (!self.isStarred) return new PyTuple([self.ob_type, new PyTuple([self.origin, self.args])]);
      const iterator = new PyGenericAliasIterator(new PyGenericAlias(self.origin, self.args));
      return new PyTuple([builtin('next'), new PyTuple([iterator])]);
    }),
    __dir__: method('($self, /)', (self: PyGenericAlias) => {
      const names = toArray(call(builtin('dir'), [self.origin]));
      for (const name of OWN_ATTRIBUTES) if (!names.includes(name)) names.push(name);
      return new PyList(names);
    }),
  },
  members: {
    __origin__: { get: (self) => (self as PyGenericAlias).origin },
    __args__: { get: (self) => (self as PyGenericAlias).args },
    __unpacked__: { get: (self) => (self as PyGenericAlias).isStarred },
  },
  getset: {
    __parameters__: { get: (self) => parametersOf(self as PyGenericAlias), doc: 'Type variables in the GenericAlias.' },
    __typing_unpacked_tuple_args__: {
      get: (self) => {
        const alias = self as PyGenericAlias;
        return alias.isStarred && alias.origin === tupleType ? alias.args : None;
      },
    },
  },
});
