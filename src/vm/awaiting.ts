/**
 * `await`, `async for` and `async with`: how awaitables and asynchronous iterators are obtained.
 *
 * @cpython Python/ceval.c _PyEval_GetAwaitable, _PyEval_GetANext; Objects/genobject.c _PyCoro_GetAwaitableIter
 */
import { CO_COROUTINE, CO_ITERABLE_COROUTINE } from '../code/code-object.ts';
import { PyBaseException, runtimeError, typeError, typeName, typeOf, type Value } from '../objects/core/index.ts';
import { getAwaitableIter } from '../objects/generator/awaitable.ts';
import { asyncGeneratorType, coroutineType, generatorType, PyCoroutine } from '../objects/generator/py-generator.ts';
import { getIter } from '../objects/core/index.ts';

/** GET_AWAITABLE. @param kind 1 after `__aenter__`, 2 after `__aexit__` */
export function getAwaitable(value: Value, kind: number): Value {
  const type = typeOf(value);
  let iterator: Value;
  try {
    iterator = getAwaitableIter(value);
  } catch (error) {
    if (type.am_await === undefined && kind !== 0) {
      throw typeError(
        `'async with' received an object from ${kind === 1 ? '__aenter__' : '__aexit__'} that does not implement __await__: ${type.tp_name}`,
      );
    }
    throw error;
  }
  if (iterator instanceof PyCoroutine && iterator.yieldFrom !== undefined) {
    throw runtimeError('coroutine is being awaited already');
  }
  return iterator;
}

/** GET_AITER. */
export function getAsyncIter(value: Value): Value {
  const type = typeOf(value);
  if (type.am_aiter === undefined) {
    throw typeError(`'async for' requires an object with __aiter__ method, got ${type.tp_name}`);
  }
  const iterator = type.am_aiter(value);
  if (typeOf(iterator).am_anext === undefined) {
    throw typeError(
      `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(iterator)}`,
    );
  }
  return iterator;
}

/** GET_ANEXT: the awaitable of the next item. */
export function getAsyncNext(iterator: Value): Value {
  const type = typeOf(iterator);
  if (type === asyncGeneratorType) return type.am_anext!(iterator);
  if (type.am_anext === undefined) {
    throw typeError(`'async for' requires an iterator with __anext__ method, got ${type.tp_name}`);
  }
  const next = type.am_anext(iterator);
  try {
    return getAwaitableIter(next);
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    const replaced = typeError(`'async for' received an invalid object from __anext__: ${typeName(next)}`);
    replaced.cause = error;
    replaced.context = error;
    replaced.suppressContext = true;
    throw replaced;
  }
}

/** GET_YIELD_FROM_ITER. */
export function getYieldFromIter(value: Value, flags: number): Value {
  const type = typeOf(value);
  if (type === coroutineType) {
    if ((flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) === 0) {
      throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return value;
  }
  return type === generatorType ? value : getIter(value);
}
