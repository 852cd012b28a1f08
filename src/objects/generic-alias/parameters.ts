/**
 * Type variables in the arguments of generic types: finding them and putting types in their place.
 *
 * @cpython Objects/genericaliasobject.c _Py_make_parameters, _Py_subs_parameters
 */
import {
  call,
  Ellipsis,
  getAttrOrUndefined,
  getItem,
  isTrue,
  None,
  PyList,
  PyTuple,
  PyType,
  reprHost,
  typeError,
  typeName,
  typeOf,
  type Value,
} from '../core/index.ts';

/** The attribute, unless the value is a class. */
function ownAttribute(value: Value, name: string): Value | undefined {
  return value instanceof PyType ? undefined : getAttrOrUndefined(value, name);
}

function addOnce(parameters: Value[], parameter: Value): void {
  if (!parameters.includes(parameter)) parameters.push(parameter);
}

/** The type variables in these arguments, each once. */
export function makeParameters(args: readonly Value[]): Value[] {
  const parameters: Value[] = [];
  for (const arg of args) {
    if (arg instanceof PyType) continue;
    if (arg instanceof PyTuple || arg instanceof PyList) {
      for (const parameter of makeParameters(arg.items)) addOnce(parameters, parameter);
    } else if (getAttrOrUndefined(arg, '__typing_subst__') !== undefined) addOnce(parameters, arg);
    else {
      const nested = getAttrOrUndefined(arg, '__parameters__');
      if (nested instanceof PyTuple) for (const parameter of nested.items) addOnce(parameters, parameter);
    }
  }
  return parameters;
}

/** A subscript's items, with `*tuple[…]` laid out. @cpython _unpack_args */
function unpackItems(item: Value): readonly Value[] {
  const items = item instanceof PyTuple ? item.items : [item];
  const result: Value[] = [];
  for (const each of items) {
    const unpacked = ownAttribute(each, '__typing_unpacked_tuple_args__');
    if (unpacked instanceof PyTuple && unpacked.items[unpacked.items.length - 1] !== Ellipsis)
      result.push(...unpacked.items);
    else result.push(each);
  }
  return result;
}

/** Substitutes inside an argument that has type variables. @cpython subs_tvars */
function substituteInside(object: Value, parameters: readonly Value[], items: readonly Value[]): Value {
  const nested = getAttrOrUndefined(object, '__parameters__');
  if (!(nested instanceof PyTuple) || nested.items.length === 0) return object;
  const args: Value[] = [];
  for (const parameter of nested.items) {
    const at = parameters.indexOf(parameter);
    if (at < 0) args.push(parameter);
    else {
      const item = items[at]!;
      if (typeOf(parameters[at]!).tp_iter !== undefined && item instanceof PyTuple) args.push(...item.items);
      else args.push(item);
    }
  }
  return getItem(object, new PyTuple(args));
}

/**
 * `self[item]`: the arguments with their type variables replaced.
 *
 * @throws TypeError when it has none, or the number of items does not fit
 */
export function substituteParameters(
  self: Value,
  args: readonly Value[],
  parameters: readonly Value[],
  item: Value,
): Value[] {
  if (parameters.length === 0) throw typeError(`${reprHost(self)} is not a generic class`);
  let items: readonly Value[] = unpackItems(item);
  for (const parameter of parameters) {
    const prepare = getAttrOrUndefined(parameter, '__typing_prepare_subst__');
    if (prepare === undefined || prepare === None) continue;
    const prepared = call(prepare, [self, new PyTuple(items)]);
    items = prepared instanceof PyTuple ? prepared.items : [prepared];
  }
  if (items.length !== parameters.length) {
    throw typeError(
      `Too ${items.length > parameters.length ? 'many' : 'few'} arguments for ${reprHost(self)}; actual ${items.length}, expected ${parameters.length}`,
    );
  }
  return substituteItems(args, parameters, items);
}

function substituteItems(args: readonly Value[], parameters: readonly Value[], items: readonly Value[]): Value[] {
  const result: Value[] = [];
  for (const arg of args) {
    if (arg instanceof PyType) {
      result.push(arg);
      continue;
    }
    if (arg instanceof PyTuple || arg instanceof PyList) {
      const inner = substituteItems(arg.items, parameters, items);
      result.push(arg instanceof PyTuple ? new PyTuple(inner) : new PyList(inner));
      continue;
    }
    const unpackedFlag = getAttrOrUndefined(arg, '__typing_is_unpacked_typevartuple__');
    const isUnpacked = unpackedFlag !== undefined && isTrue(unpackedFlag);
    const substitute = getAttrOrUndefined(arg, '__typing_subst__');
    const at = substitute === undefined ? -1 : parameters.indexOf(arg);
    const replaced =
      substitute === undefined || at < 0 ? substituteInside(arg, parameters, items) : call(substitute, [items[at]!]);
    if (!isUnpacked) result.push(replaced);
    else if (replaced instanceof PyTuple) result.push(...replaced.items);
    else throw typeError(`expected a tuple, not ${typeName(replaced)}`);
  }
  return result;
}
