/**
 * Sending values and exceptions into generators, coroutines and asynchronous generators from native code.
 *
 * @cpython Objects/genobject.c gen_send_ex2, _gen_throw, gen_close
 */
import { typeOf } from '../core/builtin-types.ts';
import {
  excTypes,
  isPyException,
  matches,
  newException,
  PyBaseException,
  runtimeError,
  stopAsyncIteration,
  stopIteration,
  typeError,
  valueError,
} from '../core/exception.ts';
import { reprHost } from '../core/abstract.ts';
import { call, getAttrOrUndefined } from '../core/attributes.ts';
import { isInstanceOf, typeName } from '../core/builtin-types.ts';
import { forgetFinalizable } from '../core/finalization.ts';
import { PyType } from '../core/py-type.ts';
import { thread } from '../core/thread-state.ts';
import { None, PyTuple, type Value } from '../core/value.ts';
import { PyTraceback } from '../frame/py-traceback.ts';
import {
  coroutineType,
  GEN_CREATED,
  GEN_FINISHED,
  GEN_RUNNING,
  generatorType,
  PyAsyncGenerator,
  PyCoroutine,
  type PyGenerator,
} from './py-generator.ts';

function kindOf(generator: PyGenerator): string {
  if (generator instanceof PyCoroutine) return 'coroutine';
  return generator instanceof PyAsyncGenerator ? 'async generator' : 'generator';
}

/**
 * Runs a generator with a value, or with an exception raised where it stands.
 *
 * @returns what it yields; when it has returned, its `state` is finished and this is the value
 * @throws what it raises, and when it cannot be resumed
 */
export function resumeGenerator(
  generator: PyGenerator,
  value: Value,
  exception: PyBaseException | null,
  isClosing: boolean,
): Value {
  if (generator.state === GEN_CREATED && value !== None && exception === null) {
    throw typeError(`can't send non-None value to a just-started ${kindOf(generator)}`);
  }
  if (generator.state === GEN_RUNNING) throw valueError(`${kindOf(generator)} already executing`);
  if (generator.state === GEN_FINISHED) {
    if (generator instanceof PyCoroutine && !isClosing) throw runtimeError('cannot reuse already awaited coroutine');
    if (exception !== null) throw exception;
    return None;
  }
  return thread.engine.resume(generator, value, exception);
}

/** As the `send` method: the yielded value. @throws StopIteration (StopAsyncIteration) when it returns */
export function sendOrStop(
  generator: PyGenerator,
  value: Value,
  exception: PyBaseException | null,
  isClosing = false,
): Value {
  const result = resumeGenerator(generator, value, exception, isClosing);
  if (generator.state !== GEN_FINISHED) return result;
  if (generator instanceof PyAsyncGenerator) throw stopAsyncIteration();
  throw result === None ? stopIteration() : stopIteration(result);
}

/** The generator or coroutine that is exactly of that type, for which no method lookup is needed. */
function asPlainGenerator(value: Value): PyGenerator | undefined {
  const type = typeOf(value);
  return type === generatorType || type === coroutineType ? (value as PyGenerator) : undefined;
}

/** Closes what a generator delegates to. @cpython gen_close_iter */
function closeIterator(iterator: Value): void {
  const generator = asPlainGenerator(iterator);
  if (generator !== undefined) {
    closeGenerator(generator);
    return;
  }
  let close: Value | undefined;
  try {
    close = getAttrOrUndefined(iterator, 'close');
  } catch (error) {
    if (!isPyException(error)) throw error;
    thread.interp.unraisable(error, null, iterator);
  }
  if (close !== undefined) call(close, []);
}

/** Runs `action` while the generator counts as running. @param isVisible whether its frame is on the stack meanwhile */
function whileRunning<T>(generator: PyGenerator, isVisible: boolean, action: () => T): T {
  const { state, frame } = generator;
  generator.state = GEN_RUNNING;
  if (isVisible) {
    frame.previous = thread.currentFrame;
    thread.currentFrame = frame;
  }
  try {
    return action();
  } finally {
    generator.state = state;
    if (isVisible) {
      thread.currentFrame = frame.previous;
      frame.previous = null;
    }
  }
}

/** The `close` method. @cpython gen_close */
export function closeGenerator(generator: PyGenerator): Value {
  if (generator.state === GEN_CREATED) {
    generator.state = GEN_FINISHED;
    if (generator.isNoted) forgetFinalizable(generator);
    return None;
  }
  if (generator.state === GEN_FINISHED) return None;
  let exception: PyBaseException = newException(excTypes.GeneratorExit);
  const delegate = generator.yieldFrom;
  if (delegate !== undefined) {
    try {
      whileRunning(generator, false, () => closeIterator(delegate));
    } catch (error) {
      if (!isPyException(error)) throw error;
      exception = error;
    }
  }
  try {
    sendOrStop(generator, None, exception, true);
  } catch (error) {
    if (matches(error, excTypes.GeneratorExit)) return None;
    if (matches(error, excTypes.StopIteration)) return error.field('value');
    throw error;
  }
  throw runtimeError(`${kindOf(generator)} ignored GeneratorExit`);
}

/** The exception of `throw(type, value, traceback)`. @throws TypeError when the arguments make none */
export function exceptionFromThrow(
  type: Value,
  value: Value | undefined,
  traceback: Value | undefined,
): PyBaseException {
  const tb = traceback === None ? undefined : traceback;
  if (tb !== undefined && !(tb instanceof PyTraceback))
    throw typeError('throw() third argument must be a traceback object');
  let exception: PyBaseException;
  if (type instanceof PyType && type.isSubtype(excTypes.BaseException)) {
    try {
      exception = instantiate(type, value === None ? undefined : value);
    } catch (error) {
      // What making it raises is thrown in its place.
      if (!isPyException(error)) throw error;
      exception = error;
    }
  } else if (type instanceof PyBaseException) {
    if (value !== undefined && value !== None) throw typeError('instance exception may not have a separate value');
    exception = type;
  } else {
    throw typeError(`exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`);
  }
  if (tb !== undefined) exception.traceback = tb;
  return exception;
}

/** @cpython PyErr_NormalizeException */
function instantiate(type: PyType, value: Value | undefined): PyBaseException {
  if (value !== undefined && isInstanceOf(value, type)) return value as PyBaseException;
  const args = value === undefined ? [] : value instanceof PyTuple ? value.items : [value];
  const exception = call(type, args);
  if (!(exception instanceof PyBaseException)) {
    throw typeError(
      `calling ${reprHost(type)} should have returned an instance of BaseException, not ${typeName(exception)}`,
    );
  }
  return exception;
}

/**
 * The `throw` method.
 *
 * @param closesOnExit whether GeneratorExit closes what the generator delegates to
 * @cpython _gen_throw
 */
export function throwInto(
  generator: PyGenerator,
  closesOnExit: boolean,
  type: Value,
  value: Value | undefined,
  traceback: Value | undefined,
): Value {
  const delegate = generator.yieldFrom;
  if (delegate !== undefined) {
    const isExit =
      matches(type, excTypes.GeneratorExit) || (type instanceof PyType && type.isSubtype(excTypes.GeneratorExit));
    if (isExit && closesOnExit) {
      try {
        whileRunning(generator, false, () => closeIterator(delegate));
      } catch (error) {
        if (!isPyException(error)) throw error;
        return sendOrStop(generator, None, error);
      }
      return sendOrStop(generator, None, exceptionFromThrow(type, value, traceback));
    }
    const inner = asPlainGenerator(delegate);
    const method = inner === undefined ? getAttrOrUndefined(delegate, 'throw') : undefined;
    if (inner !== undefined || method !== undefined) {
      const given = [type, value, traceback].filter((each) => each !== undefined);
      try {
        return whileRunning(generator, true, () =>
          inner !== undefined ? throwInto(inner, closesOnExit, type, value, traceback) : call(method!, given),
        );
      } catch (error) {
        if (!isPyException(error)) throw error;
        return sendOrStop(generator, None, error);
      }
    }
  }
  return sendOrStop(generator, None, exceptionFromThrow(type, value, traceback));
}
