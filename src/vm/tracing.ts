/**
 * `sys.settrace` and `sys.setprofile`.
 *
 * While one of them is set, code objects that start running get a second instruction array in which every operation is
 * INSTRUMENTED_LINE: the eval loop comes here first and then runs the operation that really stands there. Code that is not
 * traced runs as ever. The array is taken away again when a traced code runs after tracing has ended.
 *
 * @cpython Python/legacy_tracing.c, Python/sysmodule.c trace_trampoline
 */
import { op } from '../opcode/python-3.14.generated.ts';
import {
  builtinFunctionType,
  call,
  methodDescriptorType,
  methodType,
  None,
  PyTuple,
  stopIteration,
  thread,
  typeOf,
  isPyException,
  type PyBaseException,
  type PyMethod,
  type ThreadState,
  type Value,
} from '../objects/core/index.ts';
import { PyGenerator } from '../objects/generator/py-generator.ts';
import type { PyCode } from '../objects/function/py-code.ts';
import { FrameExtra, type PyFrame } from '../objects/frame/py-frame.ts';
import { fireException, fireStart, lineStartsOf, monitorInstruction, monitorNativeRaise } from './monitoring.ts';

/** Whether a trace or profile function is set. */
export function isTracingActive(t: ThreadState): boolean {
  return t.traceFunction !== null || t.profileFunction !== null;
}

/** Whether anybody wants to know of what a code object does. */
function isWatched(t: ThreadState, code: PyCode): boolean {
  return isTracingActive(t) || (t.monitoring !== null && t.monitoring.appliesTo(code));
}

/** To be called when the events that tools want have changed. */
export function monitoringChanged(): void {
  const state = thread.monitoring!;
  if ((state.globalMask | state.localMask) === 0) return;
  thread.evalBreaker = true;
  for (const code of state.localEvents.keys()) if (state.appliesTo(code)) code.instrument();
  for (let frame = thread.currentFrame; frame !== null; frame = frame.previous) {
    if (state.appliesTo(frame.code)) frame.code.instrument();
  }
}

/** Instruments the code of all running frames, which may already have trace functions of their own. */
function activate(t: ThreadState): void {
  t.evalBreaker = true;
  for (let frame = t.currentFrame; frame !== null; frame = frame.previous) frame.code.instrument();
}

/** `sys.settrace`. */
export function setTrace(func: Value | null): void {
  thread.traceFunction = func;
  if (func !== null) activate(thread);
}

/** `sys.setprofile`. */
export function setProfile(func: Value | null): void {
  thread.profileFunction = func;
  if (func !== null) activate(thread);
}

/** Calls a function with an event; nothing that it does is traced. */
function callEvent(t: ThreadState, func: Value, frame: PyFrame, event: string, arg: Value): Value {
  const extra = (frame.extra ??= new FrameExtra());
  const { ip, sp } = frame;
  t.isTracing = true;
  extra.event = event;
  try {
    return call(func, [frame, event, arg]);
  } finally {
    t.isTracing = false;
    extra.event = null;
    frame.ip = ip;
    frame.sp = extra.jumpIp < 0 ? sp : extra.jumpSp;
  }
}

/** Tells the trace function of a frame; what it returns becomes the frame's trace function. */
function trace(t: ThreadState, frame: PyFrame, event: string, arg: Value): void {
  const func = event === 'call' ? t.traceFunction : (frame.extra?.trace ?? null);
  if (func === null) return;
  let result: Value;
  try {
    result = callEvent(t, func, frame, event, arg);
  } catch (error) {
    t.traceFunction = null;
    if (frame.extra !== null) {
      frame.extra.trace = null;
      frame.extra.jumpIp = -1;
    }
    throw error;
  }
  if (result !== None) (frame.extra ??= new FrameExtra()).trace = result;
}

function profile(t: ThreadState, frame: PyFrame, event: string, arg: Value): void {
  if (t.profileFunction === null) return;
  try {
    callEvent(t, t.profileFunction, frame, event, arg);
  } catch (error) {
    t.profileFunction = null;
    throw error;
  }
}

/**
 * What a set `evalBreaker` asks for: pending calls, and where code is traced the `call` event.
 *
 * @param entry 'start' or 'resume' where the frame is starting or being resumed
 */
export function handleBreaker(t: ThreadState, frame: PyFrame, entry: 'start' | 'resume' | null): void {
  t.evalBreaker = false;
  t.handlePending();
  const monitoring = t.monitoring;
  const isMonitoring = monitoring !== null && (monitoring.globalMask | monitoring.localMask) !== 0;
  if (!isTracingActive(t) && !isMonitoring) return;
  t.evalBreaker = true;
  if (entry === null || t.isTracing || !isWatched(t, frame.code)) return;
  frame.code.instrument();
  if (isMonitoring) fireStart(t, frame, entry === 'resume');
  if (frame.extra !== null) frame.extra.lastLine = -1;
  profile(t, frame, 'call', None);
  if (t.traceFunction === null) return;
  trace(t, frame, 'call', None);
  // What comes after a yield on its line does not begin a line.
  if (entry === 'resume' && frame.extra !== null) frame.extra.lastLine = frame.lineno ?? -1;
}

/** `handleBreaker` at a jump back: what Python code raises there comes back, what suspends the thread is thrown. */
export function raisedByBreaker(t: ThreadState, frame: PyFrame): PyBaseException | null {
  try {
    handleBreaker(t, frame, null);
    return null;
  } catch (error) {
    if (isPyException(error)) return error;
    throw error;
  }
}

/** The native function that a call instruction is about to call, for the events of profilers. */
function nativeCallee(frame: PyFrame, index: number): Value | undefined {
  const operation = frame.code.plainOps[index];
  const stack = frame.localsplus;
  let callable: Value | undefined;
  if (operation === op.CALL) callable = stack[frame.sp - frame.code.args[index]! - 2];
  else if (operation === op.CALL_KW) callable = stack[frame.sp - frame.code.args[index]! - 3];
  else if (operation === op.CALL_FUNCTION_EX) callable = stack[frame.sp - 4];
  if (callable === undefined) return undefined;
  if (typeOf(callable) === methodType) callable = (callable as PyMethod).func;
  const type = typeOf(callable);
  return type === builtinFunctionType || type === methodDescriptorType ? callable : undefined;
}

function traceLine(t: ThreadState, frame: PyFrame, extra: FrameExtra, index: number): void {
  const line = frame.code.lineOf(index) ?? -1;
  const isLoop = extra.lastIndex >= 0 && frame.code.plainOps[extra.lastIndex] === op.JUMP_BACKWARD;
  const isNew = line !== extra.lastLine || isLoop;
  extra.lastIndex = index;
  if (line >= 0 && isNew && (isLoop || lineStartsOf(frame.code)[index] === 1)) {
    extra.lastLine = line;
    if (extra.traceLines) trace(t, frame, 'line', None);
  } else if (line >= 0) extra.lastLine = line;
  if (extra.traceOpcodes) trace(t, frame, 'opcode', None);
}

/**
 * Called before each instruction of instrumented code; `frame.ip` and `frame.sp` are up to date.
 *
 * @returns the index after the instruction to run; -1 when the frame has to go on at `frame.ip`, where `f_lineno` was set
 */
export function traceInstruction(t: ThreadState, frame: PyFrame): number {
  if (!isWatched(t, frame.code)) {
    frame.code.removeInstrumentation();
    return frame.ip;
  }
  if (t.isTracing) return frame.ip;
  if (t.monitoring !== null) monitorInstruction(t, frame);
  const index = frame.ip - 1;
  const operation = frame.code.plainOps[index]!;
  let extra = frame.extra;
  if (extra !== null && extra.nativeCall !== null) {
    const callable = extra.nativeCall;
    extra.nativeCall = null;
    profile(t, frame, 'c_return', callable);
  }
  if (extra !== null && extra.trace !== null) {
    traceLine(t, frame, extra, index);
    if (extra.jumpIp >= 0) {
      frame.ip = extra.jumpIp;
      extra.jumpIp = -1;
      extra.lastLine = -1;
      return -1;
    }
  }
  if (operation === op.END_SEND && frame.localsplus[frame.sp - 2] instanceof PyGenerator) {
    const value = frame.localsplus[frame.sp - 1]!;
    const stop = value === None ? stopIteration() : stopIteration(value);
    trace(t, frame, 'exception', new PyTuple([stop.ob_type, stop, None]));
  }
  if (operation === op.RETURN_VALUE || operation === op.YIELD_VALUE) {
    const value = frame.localsplus[frame.sp - 1]!;
    trace(t, frame, 'return', value);
    profile(t, frame, 'return', value);
  } else if (t.profileFunction !== null) {
    const callable = nativeCallee(frame, index);
    if (callable !== undefined) {
      profile(t, frame, 'c_call', callable);
      extra = frame.extra ??= new FrameExtra();
      extra.nativeCall = callable;
    }
  }
  return frame.ip;
}

/** Whether anybody wants to be told of what happens. */
export function isWatching(t: ThreadState): boolean {
  return t.traceFunction !== null || t.profileFunction !== null || t.monitoring !== null;
}

/** Tells of an exception that came to a frame. */
export function traceException(t: ThreadState, frame: PyFrame, exception: PyBaseException): void {
  if (t.isTracing) return;
  if (t.monitoring !== null) {
    monitorNativeRaise(t, frame);
    fireException(t, frame, 'RAISE', frame.ip - 1, exception);
  }
  const extra = frame.extra;
  if (extra !== null && extra.nativeCall !== null) {
    const callable = extra.nativeCall;
    extra.nativeCall = null;
    profile(t, frame, 'c_exception', callable);
  }
  trace(t, frame, 'exception', new PyTuple([exception.ob_type, exception, exception.traceback ?? None]));
}

/** Tells of the StopIteration with which a generator that returns a value ends a `for` loop. @cpython FOR_ITER */
export function traceEndOfLoop(t: ThreadState, frame: PyFrame, value: Value): void {
  if (isWatching(t) && frame.code.plainOps[frame.ip - 1] === op.FOR_ITER)
    traceException(t, frame, stopIteration(value));
}

/** Tells that an exception leaves a frame. */
export function traceUnwind(t: ThreadState, frame: PyFrame, exception: PyBaseException): void {
  if (t.isTracing) return;
  if (t.monitoring !== null) fireException(t, frame, 'PY_UNWIND', frame.ip - 1, exception);
  trace(t, frame, 'return', None);
  profile(t, frame, 'return', None);
}

/** Tells of an exception thrown into a generator, which begins to run with it. */
export function traceThrow(t: ThreadState, frame: PyFrame, exception: PyBaseException): void {
  if (t.isTracing) return;
  fireException(t, frame, 'PY_THROW', frame.ip - 1, exception);
  if (!isTracingActive(t)) return;
  frame.code.instrument();
  profile(t, frame, 'call', None);
  if (t.traceFunction !== null) trace(t, frame, 'call', None);
}
