/**
 * Raising, chaining and unwinding: from an exception to the frame and handler where Python code goes on.
 *
 * @cpython Python/ceval.c (do_raise, exception_unwind), Python/errors.c (_PyErr_SetObject)
 */
import { isHostError } from '../host/contract.ts';
import { InternalError } from '../base/assert.ts';
import {
  call,
  excTypes,
  isInstanceOf,
  isSubclass,
  memoryError,
  None,
  newException,
  osError,
  PyBaseException,
  PyTuple,
  PyType,
  recursionError,
  reprHost,
  runtimeError,
  typeError,
  typeOf,
  type ThreadState,
  type Value,
} from '../objects/core/index.ts';
import { EXIT_TO_NATIVE, type PyFrame } from '../objects/frame/py-frame.ts';
import { FrameRequest } from '../objects/frame/frame-request.ts';
import { PyTraceback } from '../objects/frame/py-traceback.ts';
import { forgetGenerator } from '../objects/generator/finalize.ts';
import { GEN_FINISHED, type PyGenerator } from '../objects/generator/py-generator.ts';
import { ThreadSuspension } from '../runtime/index.ts';
import { fireException } from './monitoring.ts';
import { isWatching, traceException, traceUnwind } from './tracing.ts';

/**
 * Sets `__context__` to the exception being handled, cutting a cycle that this would make.
 *
 * @cpython Python/errors.c _PyErr_SetObject
 */
export function chainContext(exception: PyBaseException, handled: PyBaseException | null): void {
  if (handled === null || handled === exception) return;
  let outer = handled;
  let slow = handled;
  let moveSlow = false;
  for (let context = outer.context; context !== null; context = outer.context) {
    if (context === exception) {
      outer.context = null;
      break;
    }
    outer = context;
    if (outer === slow) break;
    if (moveSlow) slow = slow.context!;
    moveSlow = !moveSlow;
  }
  exception.context = handled;
}

/** What was thrown, as a Python exception; our own failures are thrown on. */
export function toPythonException(error: unknown): PyBaseException {
  if (error instanceof PyBaseException) return error;
  if (isHostError(error)) return osError(error.errno, error.message);
  if (error instanceof RangeError) {
    return /call stack/.test(error.message) ? recursionError('maximum recursion depth exceeded') : memoryError();
  }
  if (error instanceof InternalError) throw error;
  throw error;
}

/** Ends a generator: it has returned or raised. */
export function finishGenerator(t: ThreadState, generator: PyGenerator): void {
  generator.state = GEN_FINISHED;
  if (generator.isNoted) forgetGenerator(generator);
  t.handledException = generator.outerHandled;
  generator.outerHandled = null;
  generator.handled = null;
}

function leaveFrame(t: ThreadState, frame: PyFrame): void {
  t.recursionDepth--;
  t.currentFrame = frame.previous;
  if (frame.generator !== null) {
    finishGenerator(t, frame.generator);
    frame.previous = null;
  }
}

/** Leaves all frames down to the one that was entered from native code, when something that Python cannot catch goes by. */
function abandon(t: ThreadState, frame: PyFrame): void {
  for (;;) {
    const caller = frame.previous;
    leaveFrame(t, frame);
    if (frame.exit === EXIT_TO_NATIVE) return;
    frame = caller!;
  }
}

/**
 * Finds the handler of an exception that was raised in `frame` and makes its frame ready to go on there.
 *
 * @param ip index after the instruction that raised
 * @param isReraise the frame is in the traceback already
 * @param isNew whether `__context__` may still have to be set
 * @returns the frame to go on with
 * @throws the exception, when no handler is found before native code
 */
export function unwind(
  t: ThreadState,
  frame: PyFrame,
  ip: number,
  error: unknown,
  isReraise: boolean,
  isNew: boolean,
): PyFrame {
  if (error instanceof FrameRequest) {
    if (error.frames.length === 0 && !error.isPlaced) frame.ip = ip - 1;
    error.isPlaced = true;
    throw error;
  }
  if (error instanceof ThreadSuspension) {
    if (error.repeats && !error.isPlaced) frame.ip = ip - 1;
    error.isPlaced = true;
    throw error;
  }
  let exception: PyBaseException;
  try {
    exception = toPythonException(error);
  } catch (fatal) {
    abandon(t, frame);
    throw fatal;
  }
  if (isNew && exception.traceback === null && exception.context === null) chainContext(exception, t.handledException);
  let instruction = ip - 1;
  for (;;) {
    if (!isReraise) {
      exception.traceback = new PyTraceback(exception.traceback as PyTraceback | null, frame, instruction);
      if (isWatching(t)) exception = tracedException(t, frame, exception);
    } else if (t.monitoring !== null) fireException(t, frame, 'RERAISE', instruction, exception);
    isReraise = false;
    const code = frame.code;
    const handler = code.findHandler(instruction);
    if (handler !== undefined) {
      if (t.monitoring !== null) fireException(t, frame, 'EXCEPTION_HANDLED', handler.target, exception);
      const stack = frame.localsplus;
      let sp = code.nlocalsplus + handler.depth;
      // After a RERAISE this is where the exception was first raised.
      if (handler.lasti) stack[sp++] = frame.ip - 1;
      stack[sp++] = exception;
      for (let i = sp; i < stack.length; i++) stack[i] = undefined;
      frame.sp = sp;
      frame.ip = handler.target;
      return frame;
    }
    if (isWatching(t)) exception = tracedUnwind(t, frame, exception);
    const caller = frame.previous;
    leaveFrame(t, frame);
    if (frame.exit === EXIT_TO_NATIVE) throw exception;
    frame = caller!;
    instruction = frame.ip - 1;
  }
}

/** Tells the trace function; an exception that it raises takes the place of the first. */
function tracedException(t: ThreadState, frame: PyFrame, exception: PyBaseException): PyBaseException {
  try {
    traceException(t, frame, exception);
    return exception;
  } catch (error) {
    return toPythonException(error);
  }
}

function tracedUnwind(t: ThreadState, frame: PyFrame, exception: PyBaseException): PyBaseException {
  try {
    traceUnwind(t, frame, exception);
    return exception;
  } catch (error) {
    return toPythonException(error);
  }
}

function instantiate(type: PyType): PyBaseException {
  const value = call(type, []);
  if (!(value instanceof PyBaseException)) {
    throw typeError(
      `calling ${reprHost(type)} should have returned an instance of BaseException, not ${reprHost(typeOf(value))}`,
    );
  }
  return value;
}

function isExceptionClass(value: Value): value is PyType {
  return value instanceof PyType && value.isSubtype(excTypes.BaseException);
}

/**
 * `raise exc from cause`: makes the exception ready to be thrown.
 *
 * @cpython Python/ceval.c do_raise
 */
export function makeRaised(t: ThreadState, exc: Value, cause: Value | undefined): PyBaseException {
  let exception: PyBaseException;
  if (isExceptionClass(exc)) exception = instantiate(exc);
  else if (exc instanceof PyBaseException) exception = exc;
  else throw typeError('exceptions must derive from BaseException');
  if (cause !== undefined) {
    if (isExceptionClass(cause)) exception.cause = instantiate(cause);
    else if (cause instanceof PyBaseException) exception.cause = cause;
    else if (cause === None) exception.cause = null;
    else throw typeError('exception causes must derive from BaseException');
    exception.suppressContext = true;
  }
  chainContext(exception, t.handledException);
  return exception;
}

/** The exception that a bare `raise` raises again. @throws RuntimeError when there is none */
export function handledOrError(t: ThreadState): PyBaseException {
  if (t.handledException === null) throw runtimeError('No active exception to reraise');
  return t.handledException;
}

const CANNOT_CATCH_MESSAGE = 'catching classes that do not inherit from BaseException is not allowed';
const CANNOT_EXCEPT_STAR_EG = 'catching ExceptionGroup with except* is not allowed. Use except instead.';

/** `except type:`. @cpython CHECK_EXC_MATCH, PyErr_GivenExceptionMatches */
export function exceptionMatches(exception: Value, type: Value): boolean {
  if (isExceptionClass(type)) return isInstanceOf(exception, type);
  if (type instanceof PyTuple) {
    for (const item of type.items) if (!isExceptionClass(item)) throw typeError(CANNOT_CATCH_MESSAGE);
    return type.items.some((item) => isInstanceOf(exception, item as PyType));
  }
  throw typeError(CANNOT_CATCH_MESSAGE);
}

/** Checks the operand of `except*`. @cpython _PyEval_CheckExceptStarTypeValid */
export function checkExceptStarType(type: Value): void {
  const types = type instanceof PyTuple ? type.items : [type];
  for (const item of types) {
    if (!isExceptionClass(item)) throw typeError(CANNOT_CATCH_MESSAGE);
  }
  for (const item of types) {
    if (isSubclass(item, excTypes.BaseExceptionGroup)) throw typeError(CANNOT_EXCEPT_STAR_EG);
  }
}

/** `StopIteration` raised in a generator becomes RuntimeError. @cpython Python/intrinsics.c stopiteration_error */
export function stopIterationError(t: ThreadState, exception: PyBaseException): PyBaseException {
  const frame = t.currentFrame!;
  const flags = frame.code.flags;
  const kind = (flags & 0x20) !== 0 ? 'generator' : (flags & 0x80) !== 0 ? 'coroutine' : 'async generator';
  let message: string;
  if (isInstanceOf(exception, excTypes.StopIteration)) message = `${kind} raised StopIteration`;
  else if ((flags & 0x200) !== 0 && isInstanceOf(exception, excTypes.StopAsyncIteration)) {
    message = 'async generator raised StopAsyncIteration';
  } else return exception;
  const error = newException(excTypes.RuntimeError, message);
  error.cause = exception;
  error.context = exception;
  error.suppressContext = true;
  return error;
}
