/**
 * What can be awaited.
 *
 * @cpython Objects/genobject.c _PyCoro_GetAwaitableIter
 */
import { CO_ITERABLE_COROUTINE } from '../../code/code-object.ts';
import { typeError, typeOf, type Value } from '../core/index.ts';
import { coroutineType, generatorType, type PyGenerator } from './py-generator.ts';

/** A coroutine, or a generator made by a `types.coroutine` function. */
function isCoroutineLike(value: Value): boolean {
  const type = typeOf(value);
  if (type === coroutineType) return true;
  return type === generatorType && ((value as PyGenerator).frame.code.flags & CO_ITERABLE_COROUTINE) !== 0;
}

/** The iterator that `await value` runs. @throws TypeError when it cannot be awaited */
export function getAwaitableIter(value: Value): Value {
  if (isCoroutineLike(value)) return value;
  const type = typeOf(value);
  if (type.am_await === undefined) throw typeError(`'${type.tp_name}' object can't be awaited`);
  const iterator = type.am_await(value);
  if (isCoroutineLike(iterator)) throw typeError('__await__() returned a coroutine');
  if (typeOf(iterator).tp_iternext === undefined) {
    throw typeError(`__await__() returned non-iterator of type '${typeOf(iterator).tp_name}'`);
  }
  return iterator;
}
