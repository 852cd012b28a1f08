/** The `weakref.ref` type. @cpython Objects/weakrefobject.c weakref_* */
import {
  asText,
  lookupSpecial,
  hash,
  identityText,
  None,
  NotImplemented,
  Py_EQ,
  Py_NE,
  richCompare,
  textToHost,
  strFromUtf16,
  typeError,
  typeName,
  typeSpec,
  type Kwnames,
  type PyType,
  type Value,
} from '../core/index.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { newWeakReference, PyWeakReference, weakrefType } from './references.ts';

function weakrefNew(type: PyType, args: readonly Value[], kwnames: Kwnames): Value {
  const given = args.length - (kwnames?.length ?? 0);
  if (kwnames !== null && kwnames.length > 0 && type === weakrefType)
    throw typeError('ref() takes no keyword arguments');
  if (given < 1) throw typeError('__new__ expected at least 1 argument, got 0');
  if (given > 2 && type.tp_init === weakrefType.tp_init)
    throw typeError(`__new__ expected at most 2 arguments, got ${given}`);
  return newWeakReference(type, args[0]!, given > 1 ? args[1] : undefined);
}

function weakrefInit(self: Value, args: readonly Value[], kwnames: Kwnames): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError('ref() takes no keyword arguments');
  if (args.length < 1 || args.length > 2) {
    const bound = args.length < 1 ? 'at least 1 argument' : 'at most 2 arguments';
    throw typeError(`__init__ expected ${bound}, got ${args.length}`);
  }
  void self;
}

function weakrefRepr(self: Value): Value {
  const referent = (self as PyWeakReference).referent;
  const head = `<weakref at ${identityText(self)};`;
  if (referent === undefined) return `${head} dead>`;
  // Looked up in the type: an instance's own attributes may run any code.
  const name = lookupSpecial(referent, '__name__');
  const text = name === undefined ? undefined : asText(name);
  const suffix = text === undefined ? '' : ` (${textToHost(text)})`;
  return strFromUtf16(`${head} to '${typeName(referent)}' at ${identityText(referent)}${suffix}>`);
}

/** @throws TypeError when the referent is dead and was never hashed */
function weakrefHash(self: Value): number | bigint {
  const reference = self as PyWeakReference;
  if (reference.hash !== undefined) return reference.hash;
  const referent = reference.referent;
  if (referent === undefined) throw typeError('weak object has gone away');
  return (reference.hash = hash(referent));
}

export const weakrefSpec = typeSpec(weakrefType, {
  slots: {
    tp_new: weakrefNew,
    tp_init: weakrefInit,
    tp_repr: weakrefRepr,
    tp_hash: weakrefHash,
    tp_call: (self, args, kwnames) => {
      if (kwnames !== null && kwnames.length > 0) throw typeError('weakref() takes no keyword arguments');
      if (args.length > 0) throw typeError(`weakref expected 0 arguments, got ${args.length}`);
      return (self as PyWeakReference).referent ?? None;
    },
    tp_richcompare: (left, right, op) => {
      if (!(left instanceof PyWeakReference) || !(right instanceof PyWeakReference)) return NotImplemented;
      if (op !== Py_EQ && op !== Py_NE) return NotImplemented;
      const a = left.referent;
      const b = right.referent;
      if (a === undefined || b === undefined) return (left === right) === (op === Py_EQ);
      return richCompare(a, b, op);
    },
  },
  methods: { __class_getitem__: classGetItem('Weakrefs are generic over the type of the referenced object.') },
  members: { __callback__: { get: (self) => (self as PyWeakReference).callback ?? None } },
});
