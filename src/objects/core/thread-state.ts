/**
 * The state of the running thread: the one piece of process-wide mutable state, as CPython's `_PyThreadState_GET()`.
 *
 * Native code reaches the engine and its interpreter through `thread`; whoever enters an interpreter sets it. Objects know
 * of the engine only what stands in `Engine`: the layers above provide it when an interpreter is built.
 */
import type { Value } from './value.ts';
import type { PyDict } from './py-dict.ts';
import type { Kwnames } from './slots-contract.ts';
import type { PyBaseException } from './exception.ts';
import type { MonitoringState } from '../frame/monitoring-state.ts';
import type { PyFrame } from '../frame/py-frame.ts';
import type { PyCode } from '../function/py-code.ts';
import type { PyGenerator } from '../generator/py-generator.ts';

/** What the object model asks of the machine that runs Python code. */
export interface Engine {
  /** Calls a Python function (`PyFunction`) from native code. */
  callFunction(func: Value, args: readonly Value[], kwnames: Kwnames): Value;
  /** The same with just one or two positional arguments, without an array. */
  callFunction1(func: Value, a: Value): Value;
  callFunction2(func: Value, a: Value, b: Value): Value;
  /**
   * Runs a suspended generator until it yields, returns or raises; `generator.state` tells which.
   *
   * @param sent the value of the `yield`, or the exception to raise there
   */
  resume(generator: PyGenerator, sent: Value | undefined, exception: PyBaseException | null): Value;
  /**
   * Goes on with the innermost activation of the current thread, which was left by a `ThreadSuspension`.
   *
   * @param result the value, @param raised the exception, of the native function that it is calling; neither to go on there
   * @returns what its first frame returns
   */
  resumeThread(result: Value | undefined, raised: PyBaseException | null): Value;
}

/** What the object model asks of the interpreter; `src/runtime` has the rest. */
export interface InterpreterHooks {
  /** `-b` counted: whether mixing bytes with str and int is warned of. */
  readonly bytesWarning: number;
  /** Gives a warning as `warnings.warn` does. */
  warn(category: Value, message: string, stacklevel: number): void;
  /** Reports an exception that nobody can catch (`sys.unraisablehook`). */
  unraisable(exception: PyBaseException, where: string | null, object: Value | undefined): void;
  /** The module of that name, imported if need be: for native code that needs a Python helper (`copyreg`, `_pylong`). */
  importModule(name: string): Value;
  /**
   * Does what was left of the start: to be called before a namespace is shown as a whole, a module is changed or anything
   * else is done that could tell a finished start from an unfinished one.
   */
  finishStart(): void;
  /** The same, if the namespace lacks the name only until then. @returns whether that was so */
  finishStartFor(namespace: PyDict, name: string): boolean;
  /** A module of that name, if it was imported. */
  loadedModule(name: string): Value | undefined;
  /** Type parameters and aliases, which the `_typing` module defines. */
  typing: TypingHooks;
}

/** What `def f[T]` and `type X = …` make. */
export interface TypingHooks {
  typeVar(name: Value): Value;
  paramSpec(name: Value): Value;
  typeVarTuple(name: Value): Value;
  typeVarWithBound(name: Value, evaluateBound: Value): Value;
  typeVarWithConstraints(name: Value, evaluateConstraints: Value): Value;
  /** Sets the function that evaluates a type parameter's default; gives the type parameter. */
  setDefault(typeParam: Value, evaluateDefault: Value): Value;
  /** `Generic[params]`. */
  subscriptGeneric(params: Value): Value;
  /** @param parts tuple of name, type parameters or None, and the function that evaluates the value */
  typeAlias(parts: Value): Value;
}

/** How many calls and loop iterations one activation of the eval loop runs, unless it is told otherwise. */
export const SAMPLE_INTERVAL = 100;

/**
 * How deep calls may nest for compiled code to be entered: it recurses on the host's stack. Below that the interpreter
 * runs them, whose frames are on the heap.
 */
export const COMPILED_DEPTH = 2000;

/** What the interpreter asks of the compiler of hot code (`src/jit`). */
export interface JitHooks {
  /**
   * Called now and then as frames run: counts, and where the frame stands at compiled code, runs that. The frame, or the
   * one that is then current, goes on in the interpreter afterwards.
   *
   * @returns an exception that was raised there, or null
   */
  sample(frame: PyFrame): PyBaseException | null;
  /** Called for an instruction of code whose operand types are being noted; its operands lie below `sp`. */
  profile(code: PyCode, instruction: number, stack: readonly (Value | undefined)[], sp: number): void;
}

export interface ThreadState {
  engine: Engine;
  interp: InterpreterHooks;
  /** The running Python frame; null outside Python code. */
  currentFrame: PyFrame | null;
  /** Number of running Python frames, and what `sys.setrecursionlimit` allows. */
  recursionDepth: number;
  recursionLimit: number;
  /** Depth of native code that calls back into Python. */
  nativeDepth: number;
  /** Set to have `handlePending` called at the next function entry or loop iteration (signals, pending calls). */
  evalBreaker: boolean;
  /** Runs what is pending; may throw. Called by the engine when `evalBreaker` is set. */
  handlePending: () => void;
  /** `sys.settrace` and `sys.setprofile`; set them through `vm/tracing.ts`. */
  traceFunction: Value | null;
  profileFunction: Value | null;
  /** `sys.monitoring`, once it is used. */
  monitoring: MonitoringState | null;
  /** Inside a trace or profile function, where nothing is traced. */
  isTracing: boolean;
  /** `sys.set_asyncgen_hooks`. */
  asyncgenFirstiter: Value | undefined;
  asyncgenFinalizer: Value | undefined;
  /** `sys.set_coroutine_origin_tracking_depth`. */
  coroutineOriginTrackingDepth: number;
  /** The exception being handled (`sys.exception()`), topmost. */
  handledException: PyBaseException | null;
  /** Counts down calls and loop iterations, and what `noteWork` is told of; at 0 `onWarm` is called, once. */
  workUntilWarm: number;
  onWarm: () => void;
  /** null where nothing is compiled: without code generation, and in threads other than the main one. */
  jit: JitHooks | null;
  /** Up to which `recursionDepth` compiled code may be entered; more than that, or less than 0, is run by the interpreter. */
  compiledLimit: number;
  /** `nativeDepth` of the innermost compiled code that runs, -1 when there is none. */
  compiledAt: number;
  /** The innermost Python code that runs is compiled: `currentFrame` is not its frame. */
  runsCompiled: boolean;
  /** How many calls and loop iterations the eval loop runs before it is left and entered again, and `jit` is asked. */
  sampleInterval: number;
  /** The same for the next activation alone. */
  nextInterval: number;
}

/** The current thread state. */
export let thread: ThreadState;

/** What `workUntilWarm` counts down from where nobody waits for it: a Smi, so that the field never holds a double. */
export const NEVER_WARM = 2 ** 30;

/** Tells the host that the program is one that runs for long. */
export function warmUp(): void {
  const { onWarm } = thread;
  thread.workUntilWarm = NEVER_WARM;
  thread.onWarm = () => undefined;
  onWarm();
}

/** Native code is about to do much work: as much as `amount` loop iterations of Python code. */
export function noteWork(amount: number): void {
  const rest = thread.workUntilWarm - amount;
  if (rest > 0) thread.workUntilWarm = rest;
  else warmUp();
}

/** Makes `state` current. */
export function setThread(state: ThreadState): void {
  thread = state;
}

/** A namespace that the program gets as a whole: with all that belongs into it. */
export function shownNamespace<T>(namespace: T): T {
  thread.interp.finishStart();
  return namespace;
}
