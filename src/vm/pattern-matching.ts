/**
 * `match`: class and mapping patterns.
 *
 * @cpython Python/ceval.c _PyEval_MatchClass, _PyEval_MatchKeys
 */
import {
  asText,
  call2,
  dictType,
  getAttr,
  getAttrOrUndefined,
  isInstance,
  None,
  Py_TPFLAGS_MATCH_SELF,
  PyTuple,
  PyType,
  PyDict,
  reprHost,
  textToHost,
  typeError,
  typeName,
  typeOf,
  valueError,
  tupleType,
  type Value,
} from '../objects/core/index.ts';

function matchClassAttribute(subject: Value, type: PyType, name: Value, seen: Set<string>): Value | undefined {
  const text = textToHost(asText(name)!);
  if (seen.has(text)) throw typeError(`${type.tp_name}() got multiple sub-patterns for attribute ${reprHost(name)}`);
  seen.add(text);
  return getAttrOrUndefined(subject, text);
}

/**
 * `case type(p1, …, name=p2, …)`.
 *
 * @returns the attributes that the patterns are for, or `undefined` when the subject does not match
 */
export function matchClass(subject: Value, type: Value, count: number, keywords: PyTuple): PyTuple | undefined {
  if (!(type instanceof PyType)) throw typeError('called match pattern must be a class');
  if (!isInstance(subject, type)) return undefined;
  const seen = new Set<string>();
  const attributes: Value[] = [];
  if (count > 0) {
    let matchSelf = false;
    let matchArgs = getAttrOrUndefined(type, '__match_args__');
    if (matchArgs === undefined) {
      matchArgs = new PyTuple([]);
      matchSelf = type.hasFlag(Py_TPFLAGS_MATCH_SELF);
    } else if (typeOf(matchArgs) !== tupleType) {
      throw typeError(`${type.tp_name}.__match_args__ must be a tuple (got ${typeName(matchArgs)})`);
    }
    const names = (matchArgs as PyTuple).items;
    const allowed = matchSelf ? 1 : names.length;
    if (allowed < count) {
      throw typeError(
        `${type.tp_name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${count} given)`,
      );
    }
    if (matchSelf) attributes.push(subject);
    else {
      for (let i = 0; i < count; i++) {
        const name = names[i]!;
        if (asText(name) === undefined)
          throw typeError(`__match_args__ elements must be strings (got ${typeName(name)})`);
        const value = matchClassAttribute(subject, type, name, seen);
        if (value === undefined) return undefined;
        attributes.push(value);
      }
    }
  }
  for (const name of keywords.items) {
    const value = matchClassAttribute(subject, type, name, seen);
    if (value === undefined) return undefined;
    attributes.push(value);
  }
  return new PyTuple(attributes);
}

/** `case {k1: p1, …}`: the values of the keys, or None when one is not there. */
export function matchKeys(subject: Value, keys: PyTuple): Value {
  if (keys.items.length === 0) return new PyTuple([]);
  const seen = new PyDict();
  const values: Value[] = [];
  const isDict = typeOf(subject) === dictType;
  const missing = new PyTuple([]);
  const get = isDict ? undefined : getAttr(subject, 'get');
  for (const key of keys.items) {
    if (seen.has(key)) throw valueError(`mapping pattern checks duplicate key (${reprHost(key)})`);
    seen.set(key, None);
    const value = get === undefined ? (subject as PyDict).get(key) : call2(get, key, missing);
    if (value === undefined || value === missing) return None;
    values.push(value);
  }
  return new PyTuple(values);
}
