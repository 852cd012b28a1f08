/**
 * Between the interpreter and compiled code: calls into it, and going on in the interpreter with the frames that it left.
 */
import type { ThreadState, Value } from '../objects/core/index.ts';
import { FrameRequest } from '../objects/frame/frame-request.ts';
import { EXIT_TO_CALLER, EXIT_TO_NATIVE, type PyFrame } from '../objects/frame/py-frame.ts';
import type { CompiledEntry } from '../objects/function/py-code.ts';
import type { PyFunction } from '../objects/function/py-function.ts';
import { bindArguments } from './argument-binding.ts';

type Stack = readonly (Value | undefined)[];

function enter(entry: CompiledEntry, func: PyFunction, stack: Stack, start: number, count: number): Value {
  switch (count) {
    case 0:
      return entry(func);
    case 1:
      return entry(func, stack[start]);
    case 2:
      return entry(func, stack[start], stack[start + 1]);
    case 3:
      return entry(func, stack[start], stack[start + 1], stack[start + 2]);
    case 4:
      return entry(func, stack[start], stack[start + 1], stack[start + 2], stack[start + 3]);
    default:
      return entry(func, ...stack.slice(start, start + count));
  }
}

/**
 * Calls a function that has compiled code, from the interpreter.
 *
 * @param start index in `stack` of the first of `count` positional arguments
 * @param isFromNative it is native code that calls, and the arguments are all parameters
 * @returns `undefined` when it has left frames: they are the running ones now, and return to the caller's frame
 */
export function callCompiled(
  t: ThreadState,
  func: PyFunction,
  stack: Stack,
  start: number,
  count: number,
  isFromNative = false,
): Value | undefined {
  const code = func.code;
  const outer = t.compiledAt;
  const outerRuns = t.runsCompiled;
  try {
    if (isFromNative || (code.isSimple && code.argcount === count)) {
      t.compiledAt = t.nativeDepth;
      t.runsCompiled = true;
      return enter(code.entry!, func, stack, start, count);
    }
    const locals = bindArguments(func, stack, start, count, null);
    t.compiledAt = t.nativeDepth;
    t.runsCompiled = true;
    return enter(code.entry!, func, locals, 0, code.parameterCount);
  } catch (error) {
    if (!(error instanceof FrameRequest)) throw error;
    t.compiledAt = outer;
    placeLeftFrames(t, error, isFromNative ? EXIT_TO_NATIVE : EXIT_TO_CALLER);
    return undefined;
  } finally {
    t.compiledAt = outer;
    t.runsCompiled = outerRuns;
  }
}

/** Makes the frames that compiled code left the running ones. */
export function placeLeftFrames(t: ThreadState, request: FrameRequest, exit: number): void {
  const { frames } = request;
  const last = frames.length - 1;
  for (let i = 0; i < last; i++) frames[i]!.previous = frames[i + 1]!;
  frames[last]!.previous = t.currentFrame;
  frames[last]!.exit = exit;
  t.recursionDepth += frames.length;
  t.currentFrame = frames[0]!;
}

/** Takes the frames of an activation of the eval loop, which a request went through, away from it. */
export function takeFrames(t: ThreadState, request: FrameRequest): void {
  for (;;) {
    const frame: PyFrame = t.currentFrame!;
    request.frames.push(frame);
    t.currentFrame = frame.previous;
    t.recursionDepth--;
    if (frame.exit === EXIT_TO_NATIVE) {
      frame.exit = EXIT_TO_CALLER;
      return;
    }
  }
}
