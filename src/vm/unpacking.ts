/**
 * Unpacking: `a, *b = x`, and the arguments of `f(*args, **kwargs)`.
 *
 * @cpython Python/ceval.c _PyEval_UnpackIterableStackRef, _PyEval_FormatKwargsError, _PyEval_CheckArgsIterable
 */
import type { PyTuple } from '../objects/core/index.ts';
import {
  asText,
  excTypes,
  getAttr,
  getIter,
  isSequence,
  iterate,
  iterNext,
  length,
  matches,
  PyBaseException,
  PyDict,
  PyList,
  strHost,
  textToHost,
  toArray,
  tupleType,
  typeError,
  typeName,
  typeOf,
  valueError,
  listType,
  dictType,
  getItem,
  getAttrOrUndefined,
  type Value,
} from '../objects/core/index.ts';

function cannotUnpack(value: Value, error: unknown): unknown {
  const type = typeOf(value);
  return matches(error, excTypes.TypeError) && type.tp_iter === undefined && !isSequence(value)
    ? typeError(`cannot unpack non-iterable ${type.tp_name} object`)
    : error;
}

function startUnpacking(value: Value): Value {
  try {
    return getIter(value);
  } catch (error) {
    throw cannotUnpack(value, error);
  }
}

/** Exactly `count` items. @throws ValueError when there are more or fewer */
export function unpackSequence(value: Value, count: number): readonly Value[] {
  const type = typeOf(value);
  if (type === tupleType || type === listType) {
    const items = (value as PyTuple | PyList).items;
    if (items.length === count) return items;
    throw items.length > count
      ? valueError(`too many values to unpack (expected ${count}, got ${items.length})`)
      : valueError(`not enough values to unpack (expected ${count}, got ${items.length})`);
  }
  const iterator = startUnpacking(value);
  const items: Value[] = [];
  for (let i = 0; i < count; i++) {
    const item = iterNext(iterator);
    if (item === undefined) throw valueError(`not enough values to unpack (expected ${count}, got ${i})`);
    items.push(item);
  }
  if (iterNext(iterator) === undefined) return items;
  if (type === dictType) {
    const size = length(value);
    if (size > count) throw valueError(`too many values to unpack (expected ${count}, got ${size})`);
  }
  throw valueError(`too many values to unpack (expected ${count})`);
}

/** `before` items, a list of the rest, and `after` items from the end. */
export function unpackEx(value: Value, before: number, after: number): readonly Value[] {
  const iterator = startUnpacking(value);
  const items: Value[] = [];
  for (let i = 0; i < before; i++) {
    const item = iterNext(iterator);
    if (item === undefined) {
      throw valueError(`not enough values to unpack (expected at least ${before + after}, got ${i})`);
    }
    items.push(item);
  }
  const rest = toArray(iterator);
  if (rest.length < after) {
    throw valueError(`not enough values to unpack (expected at least ${before + after}, got ${before + rest.length})`);
  }
  const tail = rest.splice(rest.length - after, after);
  items.push(new PyList(rest), ...tail);
  return items;
}

/** LIST_EXTEND: `[*value]`. */
export function extendList(list: PyList, value: Value): void {
  const type = typeOf(value);
  if (type === listType || type === tupleType) {
    for (const item of (value as PyList | PyTuple).items.slice()) list.items.push(item);
    return;
  }
  let iterator: Value;
  try {
    iterator = getIter(value);
  } catch (error) {
    if (matches(error, excTypes.TypeError) && type.tp_iter === undefined && !isSequence(value)) {
      throw typeError(`Value after * must be an iterable, not ${type.tp_name}`);
    }
    throw error;
  }
  const items = list.items;
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) items.push(item);
}

/** A callable as messages name it: `module.qualname()`. @cpython Objects/object.c _PyObject_FunctionStr */
export function functionName(callable: Value): string {
  const qualname = getAttrOrUndefined(callable, '__qualname__');
  if (qualname === undefined || asText(qualname) === undefined) return strHost(callable);
  const module = getAttrOrUndefined(callable, '__module__');
  const moduleText = module === undefined ? undefined : asText(module);
  const name = textToHost(asText(qualname)!);
  return moduleText === undefined || moduleText === 'builtins' ? `${name}()` : `${textToHost(moduleText)}.${name}()`;
}

/** The positional arguments of `f(*value)`. */
export function argumentsFromIterable(callable: Value, value: Value): readonly Value[] {
  const type = typeOf(value);
  if (type === tupleType) return (value as PyTuple).items;
  if (type === listType) return (value as PyList).items.slice();
  if (type.tp_iter === undefined && !isSequence(value)) {
    throw typeError(`${functionName(callable)} argument after * must be an iterable, not ${type.tp_name}`);
  }
  return toArray(value);
}

/** Copies the items of a mapping: any object with `keys()`. @cpython Objects/dictobject.c dict_merge */
function* mappingEntries(value: Value): Iterable<[Value, Value]> {
  if (value instanceof PyDict && typeOf(value).tp_iter === dictType.tp_iter) {
    yield* value.entries();
    return;
  }
  const keys = getAttr(value, 'keys');
  for (const key of iterate(typeOf(keys).tp_call!(keys, [], null))) yield [key, getItem(value, key)];
}

/** DICT_UPDATE: `{**value}`. */
export function updateDict(dict: PyDict, value: Value): void {
  try {
    for (const [key, item] of mappingEntries(value)) dict.set(key, item);
  } catch (error) {
    if (matches(error, excTypes.AttributeError)) throw typeError(`'${typeName(value)}' object is not a mapping`);
    throw error;
  }
}

/** DICT_MERGE: `f(**dict, **value)`. @throws TypeError on a key that is there already */
export function mergeKeywords(dict: PyDict, value: Value, callable: Value): void {
  try {
    for (const [key, item] of mappingEntries(value)) {
      if (dict.has(key)) {
        throw typeError(`${functionName(callable)} got multiple values for keyword argument '${strHost(key)}'`);
      }
      dict.set(key, item);
    }
  } catch (error) {
    if (error instanceof PyBaseException && matches(error, excTypes.AttributeError)) {
      throw typeError(`${functionName(callable)} argument after ** must be a mapping, not ${typeName(value)}`);
    }
    throw error;
  }
}
