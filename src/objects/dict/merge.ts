/**
 * Filling a dict from a mapping, from pairs, and from keyword arguments.
 *
 * @cpython Objects/dictobject.c dict_merge, PyDict_MergeFromSeq2, dict_update_common
 */
import {
  call,
  callMethod,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  getItem,
  getIter,
  isPyException,
  iterNext,
  PyDict,
  runtimeError,
  toArray,
  typeError,
  typeOf,
  valueError,
  type Kwnames,
  type Value,
} from '../core/index.ts';

let dictIter: ((self: Value) => Value) | undefined;
/** Set once: `dict.__iter__`, by which dicts whose keys are what they seem are told from others. */
export function setDictIter(iter: (self: Value) => Value): void {
  dictIter = iter;
}

/** Copies entries of one dict into another. @param isOverriding whether entries that are there are replaced */
export function mergeDict(target: PyDict, source: PyDict, isOverriding = true): void {
  if (source === target || source.size === 0) return;
  const size = source.size;
  if (
    source.owner === null &&
    isOverriding &&
    target.setFrom === PyDict.prototype.setFrom &&
    target.set === PyDict.prototype.set
  ) {
    for (const [stored, value] of source.entryCursor()) {
      target.setFrom(source, stored, value);
      if (source.size !== size) throw runtimeError('dict mutated during update');
    }
    return;
  }
  for (const [key, value] of source.entries()) {
    if (isOverriding || !target.has(key)) target.set(key, value);
    if (source.size !== size) throw runtimeError('dict mutated during update');
  }
}

/** @cpython dict_merge */
export function mergeMapping(target: PyDict, source: Value): void {
  if (source instanceof PyDict && typeOf(source).tp_iter === dictIter) {
    mergeDict(target, source);
    return;
  }
  const iterator = getIter(callMethod(source, 'keys'));
  for (let key = iterNext(iterator); key !== undefined; key = iterNext(iterator)) target.set(key, getItem(source, key));
}

function pairAt(item: Value, position: number): readonly Value[] {
  let iterator: Value;
  try {
    iterator = getIter(item);
  } catch (error) {
    if (!isPyException(error) || !error.ob_type.isSubtype(excTypes.TypeError)) throw error;
    const plain = typeError('object is not iterable');
    call(getAttr(plain, 'add_note'), [`Cannot convert dictionary update sequence element #${position} to a sequence`]);
    throw plain;
  }
  return toArray(iterator);
}

/** @throws ValueError for an item that is no pair */
export function mergePairs(target: PyDict, pairs: Value): void {
  const iterator = getIter(pairs);
  let position = 0;
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator), position++) {
    const pair = pairAt(item, position);
    if (pair.length !== 2) {
      throw valueError(`dictionary update sequence element #${position} has length ${pair.length}; 2 is required`);
    }
    target.set(pair[0]!, pair[1]!);
  }
}

/** A mapping or an iterable of pairs: whoever has `keys` is a mapping. */
export function updateFrom(target: PyDict, source: Value): void {
  if (source instanceof PyDict && typeOf(source).tp_iter === dictIter) mergeDict(target, source);
  else if (getAttrOrUndefined(source, 'keys') !== undefined) mergeMapping(target, source);
  else mergePairs(target, source);
}

/** The arguments of `dict()` and `update()`. */
export function updateFromArguments(target: PyDict, name: string, args: readonly Value[], kwnames: Kwnames): void {
  const given = args.length - (kwnames?.length ?? 0);
  if (given > 1) throw typeError(`${name} expected at most 1 argument, got ${given}`);
  if (given === 1) updateFrom(target, args[0]!);
  if (kwnames !== null) for (let i = 0; i < kwnames.length; i++) target.setStr(kwnames[i]!, args[given + i]!);
}
