/**
 * Leaving compiled code: the frame that the interpreter would have is built from the values that the site gives.
 *
 * A compiled call has no frame. When a guess fails, a frame is made and run by the interpreter, and what it returns is the
 * result of the call. Compiled code that was entered at a loop belongs to a frame, which is brought up to date; the
 * interpreter goes on with it.
 */
import type { PyBaseException } from '../objects/core/index.ts';
import { thread, type PyDict, type ThreadState, type Value } from '../objects/core/index.ts';
import { EXIT_FROM_INIT, EXIT_TO_CALLER, EXIT_TO_NATIVE, FrameRequest, PyFrame } from '../objects/frame/index.ts';
import type { PyTraceback } from '../objects/frame/index.ts';
import type { PyCode, PyFunction } from '../objects/function/index.ts';
import { chainContext, placeLeftFrames, runFrame, takeFrames, toPythonException } from '../vm/index.ts';
import type { Site } from './translator.ts';

type Values = (Value | undefined)[];

/** What compiled loop code says to `sample`: that the frame goes on, that it could not be entered, that it raised. */
export const GO_ON = 1;
export const NOT_ENTERED = 2;
export const RAISED = 3;

/** Runs a function in the interpreter. @param values its parameters, or all of `localsplus` */
export function interpret(func: PyFunction, values: Values): Value {
  const { code } = func;
  code.prepare();
  const locals = code.frameTemplate.slice();
  for (let i = 0; i < values.length; i++) locals[i] = values[i];
  const frame = new PyFrame(code, locals, func.globals, func.builtins, null, func);
  return runInterpreted(frame, null);
}

/** Runs a frame below compiled code. */
function runInterpreted(frame: PyFrame, thrown: PyBaseException | null): Value {
  const t = thread;
  frame.exit = EXIT_TO_NATIVE;
  t.runsCompiled = false;
  try {
    return runFrame(frame, thrown);
  } catch (error) {
    if (error instanceof FrameRequest) takeFrames(t, error);
    throw error;
  } finally {
    t.runsCompiled = true;
  }
}

function fill(frame: PyFrame, values: Values, count: number): void {
  const { localsplus } = frame;
  for (let i = 0; i < count; i++) localsplus[i] = values[i];
  for (let i = count; i < localsplus.length; i++) localsplus[i] = undefined;
  frame.sp = count;
}

/** What is told of a site that was left because a guess was wrong. */
export type OnFailure = (ip: number, isUnseen: boolean) => void;

/** The frame of the last exception that left a compiled call: its caller's frame is not known yet. */
let unlinked: PyFrame | null = null;

/** An exception that a frame has not been told of. */
function asRaised(t: ThreadState, error: unknown): PyBaseException {
  const exception = toPythonException(error);
  if (exception.traceback === null && exception.context === null) chainContext(exception, t.handledException);
  return exception;
}

/** Links the frame from which an exception came to the frame of its caller, which has just been made. */
function linkCallee(exception: PyBaseException, caller: PyFrame): void {
  const inner = (exception.traceback as PyTraceback | null)?.frame;
  if (inner !== undefined && inner === unlinked) inner.previous = caller;
  unlinked = null;
}

/** The functions through which a compiled call is left. */
export function callExits(code: PyCode, sites: readonly Site[], globals: PyDict, onFailure: OnFailure) {
  const t = thread;
  const frameAt = (func: PyFunction, values: Values, depth: number, ip: number): PyFrame => {
    const frame = new PyFrame(code, code.frameTemplate.slice(), globals, func.builtins, null, func);
    fill(frame, values, code.nlocalsplus + depth);
    frame.ip = ip;
    return frame;
  };
  const left = (index: number, func: PyFunction, values: Values): Value => {
    t.recursionDepth--;
    const site = sites[index]!;
    return runInterpreted(frameAt(func, values, site.depth, site.ip), null);
  };
  return {
    left,
    unseen(index: number, func: PyFunction, values: Values): Value {
      onFailure(sites[index]!.ip, true);
      return left(index, func, values);
    },
    failed(index: number, func: PyFunction, values: Values): Value {
      onFailure(sites[index]!.ip, false);
      return left(index, func, values);
    },
    caught(error: unknown, index: number, func: PyFunction, values: Values): Value {
      t.recursionDepth--;
      const site = sites[index]!;
      if (error instanceof FrameRequest) {
        leaveRequested(error, site, values, (depth, ip) => frameAt(func, values, depth, ip));
        throw error;
      }
      const frame = frameAt(func, values, site.depth, site.ip + 1);
      const exception = asRaised(t, error);
      linkCallee(exception, frame);
      try {
        return runInterpreted(frame, exception);
      } catch (raised) {
        if (raised === exception) unlinked = frame;
        throw raised;
      }
    },
  };
}

/** Adds the frame of an activation that a request goes through. */
function leaveRequested(
  request: FrameRequest,
  site: Site,
  values: Values,
  frameAt: (depth: number, ip: number) => PyFrame,
): void {
  const { frames } = request;
  if (frames.length === 0) {
    frames.push(frameAt(site.depth, site.ip));
    return;
  }
  const callee = frames[frames.length - 1]!;
  if (site.isInit) {
    callee.exit = EXIT_FROM_INIT;
    callee.instance = values[values.length - 1];
  } else callee.exit = EXIT_TO_CALLER;
  frames.push(frameAt(site.after, site.ip + 1));
}

/** The functions through which a compiled loop is left. */
export function loopExits(
  code: PyCode,
  sites: readonly Site[],
  onFailure: OnFailure,
  onRaise: (error: PyBaseException) => void,
) {
  const t = thread;
  const left = (index: number, frame: PyFrame, values: Values): number => {
    const site = sites[index]!;
    fill(frame, values, code.nlocalsplus + site.depth);
    frame.ip = site.ip;
    return GO_ON;
  };
  return {
    left,
    unseen(index: number, frame: PyFrame, values: Values): number {
      onFailure(sites[index]!.ip, true);
      return left(index, frame, values);
    },
    failed(index: number, frame: PyFrame, values: Values): number {
      onFailure(sites[index]!.ip, false);
      return left(index, frame, values);
    },
    caught(error: unknown, index: number, frame: PyFrame, values: Values): number {
      const site = sites[index]!;
      if (error instanceof FrameRequest) {
        leaveLoopRequested(t, error, site, values, (depth, ip) => {
          fill(frame, values, code.nlocalsplus + depth);
          frame.ip = ip;
        });
        return GO_ON;
      }
      fill(frame, values, code.nlocalsplus + site.depth);
      frame.ip = site.ip + 1;
      const exception = asRaised(t, error);
      linkCallee(exception, frame);
      onRaise(exception);
      return RAISED;
    },
  };
}

function leaveLoopRequested(
  t: ThreadState,
  request: FrameRequest,
  site: Site,
  values: Values,
  place: (depth: number, ip: number) => void,
): void {
  const { frames } = request;
  if (frames.length === 0) {
    place(site.depth, site.ip);
    return;
  }
  place(site.after, site.ip + 1);
  placeLeftFrames(t, request, EXIT_TO_CALLER);
  const outermost = frames[frames.length - 1]!;
  if (site.isInit) {
    outermost.exit = EXIT_FROM_INIT;
    outermost.instance = values[values.length - 1];
  }
}
