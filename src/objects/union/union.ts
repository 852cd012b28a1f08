/**
 * `typing.Union` objects: `int | str`.
 *
 * @cpython Objects/unionobject.c
 */
import {
  call,
  classMethod,
  excTypes,
  genericGetAttr,
  getAttr,
  hash,
  isEqual,
  makeBuiltinType,
  matches,
  method,
  None,
  noneType,
  NotImplemented,
  objectType,
  PyObject,
  PyTuple,
  PyType,
  Py_EQ,
  Py_NE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  reprHost,
  thread,
  typeError,
  typeOf,
  typeSpec,
  type Text,
  type Value,
} from '../core/index.ts';
import { makeParameters, PyGenericAlias, substituteParameters, typeRepr } from '../generic-alias/index.ts';
import { concatTexts } from '../list/repr-text.ts';
import { contentHash, PySet } from '../set/py-set.ts';
import { isSubset } from '../set/set-operations.ts';

export class PyUnion extends PyObject {
  readonly args: PyTuple;
  readonly hashable: PySet;
  readonly unhashable: readonly Value[];
  parameters: PyTuple | null = null;
  constructor(args: PyTuple, hashable: PySet, unhashable: readonly Value[]) {
    super();
    this.args = args;
    this.hashable = hashable;
    this.unhashable = unhashable;
  }
}
export const unionType = makeBuiltinType('typing.Union', objectType, PyUnion, Py_TPFLAGS_DISALLOW_INSTANTIATION);
unionType.hasWeakref = true;

/** Whether `|` with this makes a union. */
function isUnionable(value: Value): boolean {
  return (
    value === None ||
    value instanceof PyType ||
    value instanceof PyGenericAlias ||
    value instanceof PyUnion ||
    (typeOf(value).tp_name === 'typing.TypeAliasType' && !typeOf(value).isHeapType)
  );
}

/** Collects the members of a union, each once. */
class UnionBuilder {
  readonly args: Value[] = [];
  readonly hashable = new PySet();
  readonly unhashable: Value[] = [];

  /** Adds a member, or those of a union. */
  add(value: Value): void {
    if (value instanceof PyUnion) for (const arg of value.args.items) this.addSingle(arg);
    else this.addSingle(value === None ? noneType : value);
  }

  private addSingle(value: Value): void {
    let itsHash: number | bigint;
    try {
      itsHash = hash(value);
    } catch (error) {
      if (!matches(error, excTypes.TypeError)) throw error;
      if (this.unhashable.some((other) => isEqual(other, value))) return;
      this.unhashable.push(value);
      this.args.push(value);
      return;
    }
    if (this.hashable.add(value, itsHash)) this.args.push(value);
  }

  /** The union, or its only member. @throws TypeError when there is none */
  finish(): Value {
    if (this.args.length === 0) throw typeError('Cannot take a Union of no types.');
    if (this.args.length === 1) return this.args[0]!;
    return new PyUnion(new PyTuple(this.args), this.hashable, this.unhashable);
  }
}

/** `left | right` of types. @cpython _Py_union_type_or */
export function unionOf(left: Value, right: Value): Value {
  if (!isUnionable(left) || !isUnionable(right)) return NotImplemented;
  const builder = new UnionBuilder();
  builder.add(left);
  builder.add(right);
  return builder.finish();
}

/** A union of values that need not be types, as `Union[…]` makes it. @cpython _Py_union_from_tuple */
export function unionFrom(items: readonly Value[]): Value {
  const builder = new UnionBuilder();
  for (const item of items) {
    const isKnown = item === None || isUnionable(item);
    builder.add(
      isKnown
        ? item
        : call(getAttr(thread.interp.importModule('typing'), '_type_check'), [
            item,
            'Union[arg, ...]: each arg must be a type.',
          ]),
    );
  }
  return builder.finish();
}

function parametersOf(union: PyUnion): PyTuple {
  return (union.parameters ??= new PyTuple(makeParameters(union.args.items)));
}

/** @throws TypeError */
function unionHash(self: Value): number | bigint {
  const union = self as PyUnion;
  if (union.unhashable.length > 0) {
    for (const item of union.unhashable) hash(item);
    throw typeError(`union contains ${union.unhashable.length} unhashable elements`);
  }
  return contentHash(union.hashable);
}

function areEqual(left: PyUnion, right: PyUnion): boolean {
  if (left.hashable.size !== right.hashable.size || !isSubset(left.hashable, right.hashable)) return false;
  if (left.unhashable.length !== right.unhashable.length) return false;
  const has = (items: readonly Value[], item: Value): boolean => items.some((other) => isEqual(other, item));
  return (
    left.unhashable.every((item) => has(right.unhashable, item)) &&
    right.unhashable.every((item) => has(left.unhashable, item))
  );
}

export const unionSpec = typeSpec(unionType, {
  doc: `Represent a union type

E.g. for int | str`,
  slots: {
    tp_repr: (self) => {
      const parts: Text[] = [];
      for (const arg of (self as PyUnion).args.items) {
        if (parts.length > 0) parts.push(' | ');
        parts.push(typeRepr(arg));
      }
      return concatTexts(parts);
    },
    tp_hash: unionHash,
    tp_getattro: (self, name) => (name === '__module__' ? getAttr(unionType, name) : genericGetAttr(self, name)),
    tp_richcompare: (left, right, op) => {
      if (!(left instanceof PyUnion) || !(right instanceof PyUnion) || (op !== Py_EQ && op !== Py_NE))
        return NotImplemented;
      return areEqual(left, right) === (op === Py_EQ);
    },
    mp_subscript: (self, item) => {
      const union = self as PyUnion;
      return unionFrom(substituteParameters(union, union.args.items, parametersOf(union).items, item));
    },
    nb_or: unionOf,
  },
  methods: {
    __mro_entries__: method('($self, object, /)', (self: PyUnion) => {
      throw typeError(`Cannot subclass ${reprHost(self)}`);
    }),
    __class_getitem__: classMethod(
      '($type, object, /)',
      (_type: PyType, item: Value) => unionFrom(item instanceof PyTuple ? item.items : [item]),
      'Create a union containing the given types',
    ),
  },
  members: { __args__: { get: (self) => (self as PyUnion).args } },
  getset: {
    __name__: { get: () => 'Union', doc: 'Name of the type' },
    __qualname__: { get: () => 'Union', doc: 'Qualified name of the type' },
    __origin__: { get: () => unionType, doc: 'Always returns the type' },
    __parameters__: { get: (self) => parametersOf(self as PyUnion), doc: 'Type variables in the types.UnionType.' },
  },
});
