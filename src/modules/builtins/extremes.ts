/** `min()` and `max()`. @cpython Python/bltinmodule.c min_max */
import {
  call1,
  getIter,
  isTrue,
  iterNext,
  None,
  Py_GT,
  Py_LT,
  richCompare,
  typeError,
  unexpectedKeyword,
  valueError,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';

/** The extreme of the arguments, or of the one iterable. */
export function extreme(name: 'min' | 'max', args: readonly Value[], kwnames: Kwnames): Value {
  const op = name === 'min' ? Py_LT : Py_GT;
  const given = args.length - (kwnames?.length ?? 0);
  if (given === 0) throw typeError(`${name} expected at least 1 argument, got 0`);
  let key: Value | undefined;
  let fallback: Value | undefined;
  kwnames?.forEach((keyword, i) => {
    if (keyword === 'key') key = args[given + i] === None ? undefined : args[given + i];
    else if (keyword === 'default') fallback = args[given + i];
    else throw unexpectedKeyword(name, ['key', 'default'], keyword);
  });
  if (given > 1 && fallback !== undefined) {
    throw typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  }
  let best: Value | undefined;
  let bestKey: Value | undefined;
  if (given > 1) {
    for (let i = 0; i < given; i++) {
      const item = args[i]!;
      const itsKey = key === undefined ? item : call1(key, item);
      if (bestKey === undefined || isBeyond(itsKey, bestKey, op)) {
        best = item;
        bestKey = itsKey;
      }
    }
    return best!;
  }
  const iterator = getIter(args[0]!);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    const itsKey = key === undefined ? item : call1(key, item);
    if (bestKey === undefined || isBeyond(itsKey, bestKey, op)) {
      best = item;
      bestKey = itsKey;
    }
  }
  if (best !== undefined) return best;
  if (fallback !== undefined) return fallback;
  throw valueError(`${name}() iterable argument is empty`);
}

function isBeyond(left: Value, right: Value, op: typeof Py_LT | typeof Py_GT): boolean {
  if (typeof left === 'number' && typeof right === 'number') return op === Py_LT ? left < right : left > right;
  return isTrue(richCompare(left, right, op));
}
