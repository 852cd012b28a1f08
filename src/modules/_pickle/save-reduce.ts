/** Writes an object as what `__reduce__` says it is made of. @cpython Modules/_pickle.c save_reduce */
import type { PyDict } from '../../objects/core/index.ts';
import {
  call,
  getAttr,
  getAttrOrUndefined,
  getIter,
  isInstanceOf,
  iterate,
  PyTuple,
  reprHost,
  strFromUtf16,
  tupleType,
  typeOf,
  asText,
  dictType,
  textToHost,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { fullTypeName, noting, picklingError } from './errors.ts';
import * as op from './opcodes.ts';
import { batchAppends, batchSetItems } from './batches.ts';
import { memoize, writeGet } from './memo.ts';
import type { PyPickler } from './py-pickler.ts';
import { isGiven } from './save-global.ts';

function isCallable(value: Value): boolean {
  return typeOf(value).tp_call !== undefined;
}

/** Writes a tuple of callable, arguments and up to four more: state, list items, dict items, state setter. */
export function saveReduce(self: PyPickler, reduced: PyTuple, object: Value): void {
  const { output } = self;
  const { items } = reduced;
  if (items.length < 2 || items.length > 6)
    throw picklingError.error('tuple returned by __reduce__ must contain 2 through 6 elements');
  const [func, args, state, listItems, dictItems, stateSetter] = items as [Value, Value, ...(Value | undefined)[]];
  if (!isCallable(func))
    throw picklingError.error(
      `first item of the tuple returned by __reduce__ must be callable, not ${fullTypeName(func)}`,
    );
  if (!isInstanceOf(args, tupleType))
    throw picklingError.error(
      `second item of the tuple returned by __reduce__ must be a tuple, not ${fullTypeName(args)}`,
    );
  requireIterator('fourth', listItems);
  requireIterator('fifth', dictItems);
  if (isGiven(stateSetter) && !isCallable(stateSetter))
    throw picklingError.error(
      `sixth item of the tuple returned by __reduce__ must be callable, not ${fullTypeName(stateSetter)}`,
    );
  saveConstruction(self, func, args as PyTuple, object);

  const index = self.memo.get(object);
  // An object that contains itself was written with its arguments: what lies on the stack is thrown away.
  if (index !== undefined) {
    output.byte(op.POP);
    writeGet(self, index);
  } else memoize(self, object);

  if (isGiven(listItems)) batchAppends(self, iterate(listItems), object);
  if (isGiven(dictItems)) batchSetItems(self, pairsOf(dictItems), object);
  if (!isGiven(state)) return;
  const saveState = () =>
    noting(
      () => self.save(state),
      () => `when serializing ${fullTypeName(object)} state`,
    );
  if (!isGiven(stateSetter)) {
    saveState();
    output.byte(op.BUILD);
    return;
  }
  noting(
    () => self.save(stateSetter),
    () => `when serializing ${fullTypeName(object)} state setter`,
  );
  self.save(object);
  saveState();
  output.byte(op.TUPLE2);
  output.byte(op.REDUCE);
  output.byte(op.POP);
}

function requireIterator(which: string, value: Value | undefined): void {
  if (isGiven(value) && typeOf(value).tp_iternext === undefined)
    throw picklingError.error(
      `${which} item of the tuple returned by __reduce__ must be an iterator, not ${fullTypeName(value)}`,
    );
}

function* pairsOf(items: Value): Iterable<readonly [Value, Value]> {
  for (const item of iterate(getIter(items))) {
    if (!(item instanceof PyTuple) || item.items.length !== 2)
      throw picklingError.error('dict items iterator must return 2-tuples');
    yield [item.items[0]!, item.items[1]!];
  }
}

function saveConstruction(self: PyPickler, func: Value, args: PyTuple, object: Value): void {
  const { output } = self;
  const step = (value: Value, what: string) =>
    noting(
      () => self.save(value),
      () => `when serializing ${fullTypeName(object)} ${what}`,
    );
  const nameValue = self.protocol >= 2 ? getAttrOrUndefined(func, '__name__') : undefined;
  const name = nameValue === undefined ? undefined : asText(nameValue);
  if (name === '__newobj_ex__') {
    saveNewObjectEx(self, args, object, step);
    return;
  }
  if (name === '__newobj__') {
    const [cls, ...rest] = args.items;
    if (cls === undefined) throw picklingError.error('__newobj__ expected at least 1 argument, got 0');
    requireNew(cls, object, '__newobj__');
    step(cls, 'class');
    step(new PyTuple(rest), '__new__ arguments');
    output.byte(op.NEWOBJ);
    return;
  }
  step(func, 'reconstructor');
  step(args, 'reconstructor arguments');
  output.byte(op.REDUCE);
}

function requireNew(cls: Value, object: Value, function_: string): void {
  if (getAttrOrUndefined(cls, '__new__') === undefined)
    throw picklingError.error(`first argument to ${function_}() has no __new__`);
  const actual = getAttr(object, '__class__');
  if (cls !== actual)
    throw picklingError.error(`first argument to ${function_}() must be ${reprHost(actual)}, not ${reprHost(cls)}`);
}

function saveNewObjectEx(
  self: PyPickler,
  args: PyTuple,
  object: Value,
  step: (value: Value, what: string) => void,
): void {
  if (args.items.length !== 3)
    throw picklingError.error(`__newobj_ex__ expected 3 arguments, got ${args.items.length}`);
  const [cls, positional, keywords] = args.items as [Value, Value, Value];
  requireNew(cls, object, '__newobj_ex__');
  if (!isInstanceOf(positional, tupleType))
    throw picklingError.error(`second argument to __newobj_ex__() must be a tuple, not ${fullTypeName(positional)}`);
  if (!isInstanceOf(keywords, dictType))
    throw picklingError.error(`third argument to __newobj_ex__() must be a dict, not ${fullTypeName(keywords)}`);
  if (self.protocol >= 4) {
    step(cls, 'class');
    step(positional, '__new__ arguments');
    step(keywords, '__new__ arguments');
    self.output.byte(op.NEWOBJ_EX);
    return;
  }
  const partial = getAttr(currentInterpreter().importModule('functools'), 'partial');
  const entries = [...(keywords as PyDict).entries()];
  const made = call(
    partial,
    [getAttr(cls, '__new__'), cls, ...(positional as PyTuple).items, ...entries.map(([, value]) => value)],
    entries.length === 0 ? null : entries.map(([key]) => textToHost(asText(key) ?? (strFromUtf16('') as never))),
  );
  step(made, 'reconstructor');
  self.save(new PyTuple([]));
  self.output.byte(op.REDUCE);
}
