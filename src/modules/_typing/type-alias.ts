/** `typing.TypeAliasType`: what the `type` statement makes. @cpython Objects/typevarobject.c typealias_* */
import {
  argumentBinder,
  asText,
  makeBuiltinType,
  method,
  None,
  objectType,
  PyObject,
  PyTuple,
  reprHost,
  toArray,
  typeError,
  typeName,
  typeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { PyFunction } from '../../objects/function/py-function.ts';
import { makeGenericAlias } from '../../objects/generic-alias/index.ts';
import { unionOf } from '../../objects/union/index.ts';
import { typeAliasDoc } from './docs.ts';
import { callingModule, LazyValue, PyTypeParameter, PyTypeVarTuple, unpacked } from './type-parameters.ts';

export class PyTypeAlias extends PyObject {
  readonly name: Value;
  /** null when the alias is not generic. */
  readonly typeParams: PyTuple | null;
  readonly value: LazyValue;
  readonly module: Value;
  constructor(name: Value, typeParams: PyTuple | null, value: LazyValue, module: Value) {
    super();
    this.name = name;
    this.typeParams = typeParams;
    this.value = value;
    this.module = module;
  }
}
export const typeAliasType = makeBuiltinType('typing.TypeAliasType', objectType, PyTypeAlias);

/** `type name[params] = …`. @param parts name, type parameters or None, the function that evaluates the value */
export function makeTypeAlias(parts: Value): PyTypeAlias {
  const [name, params, evaluate] = (parts as PyTuple).items as [Value, Value, Value];
  const module = evaluate instanceof PyFunction ? evaluate.module : None;
  return new PyTypeAlias(
    name,
    params === None ? null : (params as PyTuple),
    new LazyValue(undefined, evaluate),
    module,
  );
}

/** @throws TypeError @cpython type_check_type_params */
function checkTypeParams(params: PyTuple): void {
  let hasDefault = false;
  for (const param of params.items) {
    if (!(param instanceof PyTypeParameter)) throw typeError(`Expected a type param, got ${reprHost(param)}`);
    const isDefaulted = param.hasDefault;
    if (isDefaulted) hasDefault = true;
    else if (hasDefault)
      throw typeError(`non-default type parameter '${reprHost(param)}' follows default type parameter`);
  }
}

/** Type parameters, with variadic ones unpacked. @cpython unpack_typevartuples */
function parametersOf(alias: PyTypeAlias): Value {
  if (alias.typeParams === null) return new PyTuple([]);
  return new PyTuple(
    alias.typeParams.items.flatMap((param) => (param instanceof PyTypeVarTuple ? toArray(unpacked(param)) : [param])),
  );
}

const bind = argumentBinder('typealias', '(name, value, *, type_params=())');

export const typeAliasSpec = typeSpec(typeAliasType, {
  doc: typeAliasDoc,
  slots: {
    tp_new: (_type, args, kwnames) => {
      const [name, value, params] = bind(args, kwnames) as [Value, Value, Value | undefined];
      if (asText(name) === undefined) throw typeError(`typealias() argument 'name' must be str, not ${typeName(name)}`);
      let typeParams: PyTuple | null = null;
      if (params !== undefined) {
        if (!(params instanceof PyTuple)) throw typeError('type_params must be a tuple');
        checkTypeParams(params);
        if (params.items.length > 0) typeParams = params;
      }
      return new PyTypeAlias(name, typeParams, new LazyValue(value, undefined), callingModule());
    },
    tp_repr: (self) => (self as PyTypeAlias).name,
    tp_iter: unpacked,
    mp_subscript: (self, item) => {
      if ((self as PyTypeAlias).typeParams === null) throw typeError('Only generic type aliases are subscriptable');
      return makeGenericAlias(self, item);
    },
    nb_or: unionOf,
  },
  methods: { __reduce__: method('($self, /)', (self: PyTypeAlias) => self.name) },
  members: { __name__: { get: (self) => (self as PyTypeAlias).name } },
  getset: {
    __parameters__: { get: (self) => parametersOf(self as PyTypeAlias) },
    __type_params__: { get: (self) => (self as PyTypeAlias).typeParams ?? new PyTuple([]) },
    __value__: { get: (self) => (self as PyTypeAlias).value.get()! },
    evaluate_value: { get: (self) => (self as PyTypeAlias).value.evaluator() },
    __module__: { get: (self) => (self as PyTypeAlias).module },
  },
});
