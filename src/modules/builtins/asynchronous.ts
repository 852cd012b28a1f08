/** `aiter()` and `anext()`. @cpython Python/bltinmodule.c, Objects/iterobject.c anextawaitable */
import {
  callMethod,
  excTypes,
  iterNext,
  makeBuiltinType,
  matches,
  method,
  objectType,
  PyObject,
  setPendingStop,
  stopIteration,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { getAwaitableIter } from '../../objects/generator/index.ts';

/** `aiter(iterable)`. */
export function aiter(iterable: Value): Value {
  const slot = typeOf(iterable).am_aiter;
  if (slot === undefined) throw typeError(`'${typeName(iterable)}' object is not an async iterable`);
  const iterator = slot(iterable);
  if (typeOf(iterator).am_anext === undefined) {
    throw typeError(`aiter() returned not an async iterator of type '${typeName(iterator)}'`);
  }
  return iterator;
}

/** What `anext(iterator, default)` gives: awaiting it gives the next item or the default. */
class PyAnextAwaitable extends PyObject {
  readonly wrapped: Value;
  readonly fallback: Value;
  constructor(wrapped: Value, fallback: Value) {
    super();
    this.wrapped = wrapped;
    this.fallback = fallback;
  }
}
const anextAwaitableType = makeBuiltinType('anext_awaitable', objectType, PyAnextAwaitable);

/** The iterator of the wrapped awaitable. @cpython anextawaitable_getiter */
function innerIterator(self: PyAnextAwaitable): Value {
  const iterator = getAwaitableIter(self.wrapped);
  const slot = typeOf(iterator).am_await;
  if (typeOf(iterator).tp_iternext !== undefined) return iterator;
  if (slot === undefined) throw typeError(`'${typeName(iterator)}' object can't be awaited`);
  return slot(iterator);
}

/** Runs a step; the end of the asynchronous iterator becomes the default. */
function withFallback(self: PyAnextAwaitable, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (!matches(error, excTypes.StopAsyncIteration)) throw error;
    throw stopIteration(self.fallback);
  }
}

function anextNext(self: Value): Value | undefined {
  const awaitable = self as PyAnextAwaitable;
  try {
    return iterNext(innerIterator(awaitable));
  } catch (error) {
    if (!matches(error, excTypes.StopAsyncIteration)) throw error;
    setPendingStop(stopIteration(awaitable.fallback));
    return undefined;
  }
}

const proxy = (name: string) =>
  method('($self, /, *args)', (self: PyAnextAwaitable, args: readonly Value[]) =>
    withFallback(self, () => callMethod(innerIterator(self), name, ...args)),
  );

export const anextAwaitableSpec = typeSpec(anextAwaitableType, {
  slots: { tp_iter: (self) => self, tp_iternext: anextNext, am_await: (self) => self },
  methods: { send: proxy('send'), throw: proxy('throw'), close: proxy('close') },
});

/** `anext(iterator[, default])`. */
export function anext(iterator: Value, fallback: Value | undefined): Value {
  const slot = typeOf(iterator).am_anext;
  if (slot === undefined) throw typeError(`'${typeName(iterator)}' object is not an async iterator`);
  const awaitable = slot(iterator);
  return fallback === undefined ? awaitable : new PyAnextAwaitable(awaitable, fallback);
}
