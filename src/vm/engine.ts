/**
 * The engine: how native code and the layers above run Python code.
 */
import type { PyBaseException, PyDict } from '../objects/core/index.ts';
import { None, recursionError, thread, type Engine, type Kwnames, type Value } from '../objects/core/index.ts';
import { op } from '../opcode/python-3.14.generated.ts';
import { EXIT_TO_NATIVE, PyFrame } from '../objects/frame/py-frame.ts';
import { builtinsOf } from '../objects/function/builtins-of.ts';
import type { PyCode } from '../objects/function/py-code.ts';
import { PyFunction } from '../objects/function/py-function.ts';
import { GEN_RUNNING, type PyGenerator } from '../objects/generator/py-generator.ts';
import { bindArguments } from './argument-binding.ts';
import { callCompiled } from './compiled-calls.ts';
import { continueFrames, runFrame } from './eval.ts';
import { traceThrow } from './tracing.ts';
import { chainContext, finishGenerator } from './unwinding.ts';

/** How deep native code and Python code may call each other. */
const NATIVE_DEPTH_LIMIT = 10_000;

function enterNative(): void {
  if (++thread.nativeDepth > NATIVE_DEPTH_LIMIT) {
    thread.nativeDepth--;
    throw recursionError('maximum recursion depth exceeded');
  }
}

function callFunction(func: Value, args: readonly Value[], kwnames: Kwnames): Value {
  const callee = func as PyFunction;
  const locals = bindArguments(callee, args, 0, kwnames === null ? args.length : args.length - kwnames.length, kwnames);
  return enterFunction(callee, locals);
}

function callFunction1(func: Value, a: Value): Value {
  const callee = func as PyFunction;
  const code = callee.code;
  if (!code.isSimple || code.argcount !== 1) return callFunction(func, [a], null);
  if (!code.isPrepared) code.prepare();
  const locals = code.frameTemplate.slice();
  locals[0] = a;
  return enterFunction(callee, locals);
}

function callFunction2(func: Value, a: Value, b: Value): Value {
  const callee = func as PyFunction;
  const code = callee.code;
  if (!code.isSimple || code.argcount !== 2) return callFunction(func, [a, b], null);
  if (!code.isPrepared) code.prepare();
  const locals = code.frameTemplate.slice();
  locals[0] = a;
  locals[1] = b;
  return enterFunction(callee, locals);
}

function enterFunction(func: PyFunction, locals: (Value | undefined)[]): Value {
  const t = thread;
  if (func.code.entry !== null && t.recursionDepth < t.compiledLimit) {
    enterNative();
    const outerRuns = t.runsCompiled;
    try {
      const result = callCompiled(t, func, locals, 0, func.code.parameterCount, true);
      // Frames that it left return to native code.
      t.runsCompiled = false;
      return result ?? continueFrames();
    } finally {
      t.nativeDepth--;
      t.runsCompiled = outerRuns;
    }
  }
  return enterFrame(new PyFrame(func.code, locals, func.globals, func.builtins, null, func), null);
}

function enterFrame(frame: PyFrame, thrown: PyBaseException | null): Value {
  frame.exit = EXIT_TO_NATIVE;
  const t = thread;
  enterNative();
  const outerRuns = t.runsCompiled;
  t.runsCompiled = false;
  try {
    return runFrame(frame, thrown);
  } finally {
    t.nativeDepth--;
    t.runsCompiled = outerRuns;
  }
}

function resume(generator: PyGenerator, sent: Value | undefined, exception: PyBaseException | null): Value {
  const t = thread;
  const frame = generator.frame;
  generator.state = GEN_RUNNING;
  generator.outerHandled = t.handledException;
  if (generator.handled !== null) t.handledException = generator.handled;
  if (exception !== null && generator.handled !== null) chainContext(exception, generator.handled);
  frame.localsplus[frame.sp++] = sent ?? None;
  if (t.recursionDepth >= t.recursionLimit) {
    finishGenerator(t, generator);
    throw recursionError('maximum recursion depth exceeded');
  }
  try {
    if (exception !== null && t.evalBreaker) traceThrow(t, frame, exception);
    return enterFrame(frame, exception);
  } finally {
    // The host's stack ended before the frame could start.
    if (generator.state === GEN_RUNNING) finishGenerator(t, generator);
  }
}

function resumeThread(result: Value | undefined, raised: PyBaseException | null): Value {
  const t = thread;
  enterNative();
  try {
    if (result !== undefined && raised === null) finishNativeCall(t.currentFrame!, result);
    return continueFrames(raised);
  } finally {
    t.nativeDepth--;
  }
}

/** Gives a suspended frame the result of the native function that it is calling. */
function finishNativeCall(frame: PyFrame, result: Value): void {
  const at = frame.ip - 1;
  const arg = frame.code.args[at]!;
  switch (frame.code.plainOps[at]) {
    case op.CALL:
      frame.sp -= arg + 1;
      break;
    case op.CALL_KW:
      frame.sp -= arg + 2;
      break;
    default:
      frame.sp -= 3;
  }
  frame.localsplus[frame.sp - 1] = result;
}

/** The engine that runs bytecode with the eval loop. */
export function createEngine(): Engine {
  return { callFunction, callFunction1, callFunction2, resume, resumeThread };
}

/**
 * Runs module, class or `exec` code.
 *
 * @param locals its namespace: a dict or another mapping
 * @param closure cells for its free variables
 */
export function runCode(code: PyCode, globals: PyDict, locals: Value, closure: PyFunction['closure'] = null): Value {
  code.prepare();
  const builtins = builtinsOf(globals);
  const func = new PyFunction(code, globals, builtins, code.name, code.qualname);
  func.closure = closure;
  const frame = new PyFrame(
    code,
    code.frameTemplate.slice(),
    globals,
    builtins,
    code.isOptimized ? null : locals,
    func,
  );
  return enterFrame(frame, null);
}

/** Runs the body of a class in its namespace. @returns its `__class__` cell, or None */
export function runClassBody(func: PyFunction, namespace: Value): Value {
  const code = func.code;
  code.prepare();
  const frame = new PyFrame(code, code.frameTemplate.slice(), func.globals, func.builtins, namespace, func);
  return enterFrame(frame, null);
}
