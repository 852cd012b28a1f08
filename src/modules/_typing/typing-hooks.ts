/** What `def f[T]`, `class C[T]` and `type X = …` make, for the virtual machine. @cpython Python/intrinsics.c */
import { call, getAttr, PyTuple, thread, toArray, type TypingHooks, type Value } from '../../objects/core/index.ts';
import { installTypingTypes } from './typing.ts';
import { genericType } from './generic.ts';
import { makeTypeAlias } from './type-alias.ts';
import type { PyTypeParameter } from './type-parameters.ts';
import { LazyValue, PyParamSpec, PyTypeVar, PyTypeVarTuple, unpacked } from './type-parameters.ts';

function typeVar(name: Value, bound?: Value, constraints?: Value): PyTypeVar {
  const parameter = new PyTypeVar(name);
  parameter.infersVariance = true;
  if (bound !== undefined) parameter.bound = new LazyValue(undefined, bound);
  if (constraints !== undefined) parameter.constraints = new LazyValue(undefined, constraints);
  return parameter;
}

const hooks: TypingHooks = {
  typeVar: (name) => typeVar(name),
  typeVarWithBound: (name, evaluate) => typeVar(name, evaluate),
  typeVarWithConstraints: (name, evaluate) => typeVar(name, undefined, evaluate),
  paramSpec: (name) => {
    const parameter = new PyParamSpec(name);
    parameter.infersVariance = true;
    return parameter;
  },
  typeVarTuple: (name) => new PyTypeVarTuple(name),
  setDefault: (typeParam, evaluate) => {
    (typeParam as PyTypeParameter).default = new LazyValue(undefined, evaluate);
    return typeParam;
  },
  subscriptGeneric: (params) => {
    const items = (params as PyTuple).items.flatMap((param) =>
      param instanceof PyTypeVarTuple ? toArray(unpacked(param)) : [param],
    );
    const alias = getAttr(thread.interp.importModule('typing'), '_GenericAlias');
    return call(alias, [genericType, new PyTuple(items)]);
  },
  typeAlias: makeTypeAlias,
};

/** The hooks, with the types they make in place. */
export function typingHooks(): TypingHooks {
  installTypingTypes();
  return hooks;
}
