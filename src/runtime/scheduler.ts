/**
 * Threads: one runs at a time and hands over where it waits, or when its time slice is over.
 *
 * A thread's Python frames live on the heap, so a thread that has to wait leaves its frames as they are, unwinds the host's
 * stack with a `ThreadSuspension`, and is resumed later where it stood: the instruction that called the waiting native
 * function is run again. That is possible while its frames are all in one activation of the eval loop. A thread that waits
 * below native code (a key function of `sorted`, say) cannot leave, nor can the main thread: such a thread stays where it is
 * and runs the others on top of its own stack until it may go on. Native functions that every thread stands below
 * (`Context.run`) say what is left to do after the call (`runThrough`) and so can be left as well.
 *
 * Nothing waits for the host while another thread can run. When all threads wait for one another for ever, the one on top
 * gets a RuntimeError, where CPython would hang.
 */
import { op } from '../opcode/python-3.14.generated.ts';
import {
  None,
  PyBuiltinFunction,
  PyMethodDescriptor,
  excTypes,
  isPyException,
  matches,
  reprHost,
  runtimeError,
  setThread,
  thread,
  type PyBaseException,
  type ThreadState,
  type Value,
} from '../objects/core/index.ts';
import type { PyFrame } from '../objects/frame/py-frame.ts';
import { SAMPLE_INTERVAL } from '../objects/core/thread-state.ts';
import { currentInterpreter } from './interpreter.ts';

/** Thrown through the eval loop, which leaves its frames as they are. */
export class ThreadSuspension {
  /** Whether the instruction that was interrupted is to be run again. */
  readonly repeats: boolean;
  /** The innermost frame has been made ready to be run again. */
  isPlaced = false;
  constructor(repeats: boolean) {
    this.repeats = repeats;
  }
}

/** How long a thread runs while others could, in milliseconds. */
const SLICE = 5;
/** The clock is read at every so many of the eval loop's checks. */
const CHECKS_PER_CLOCK = 64;
/** How often a condition outside this process is looked at. */
const POLL_INTERVAL = 1;
/** Waits of more milliseconds than this are long. */
const LONG_WAIT = 50;
const MAIN_THREAD_IDENT = 0x7f0000001000;
const IDENT_STEP = 0x801000;

const now = (): number => Number(currentInterpreter().host.clock.monotonicNs() / 1000n) / 1000;
const never = (): boolean => false;

/** One thread. */
export class GreenThread {
  readonly ident: number;
  readonly state: ThreadState;
  readonly isDaemon: boolean;
  /** The Python function that it runs, for reports; None for the main thread. */
  readonly func: Value;
  /** Held here where the collector sees them. */
  readonly args: readonly Value[];
  /** What to run, until it has been started. */
  start: (() => void) | null;
  isDone = false;
  /** Running, or waiting with host frames that cannot be left. */
  isOnStack = false;
  /** What it waits for, and until when; null when it can run. */
  isReady: (() => boolean) | null = null;
  deadline = Infinity;
  /** The deadline of the wait that is run again after a suspension. */
  resumedDeadline: number | null = null;
  /** `nativeDepth` below the activation of the eval loop with which it was started or resumed. */
  baseDepth = 0;
  /** Calls through native functions that can be left, since it was started or resumed. */
  throughDepth = 0;
  /** Imports under way: a thread that holds the locks of modules is not made to hand over. */
  importDepth = 0;
  /** What those that were left have still to do, the innermost first. */
  continuations: (() => void)[] = [];

  constructor(
    ident: number,
    state: ThreadState,
    isDaemon: boolean,
    func: Value,
    args: readonly Value[],
    start: (() => void) | null,
  ) {
    this.ident = ident;
    this.func = func;
    this.args = args;
    this.state = state;
    this.isDaemon = isDaemon;
    this.start = start;
  }

  canRun(): boolean {
    return !this.isOnStack && (this.isReady === null || this.isReady() || now() >= this.deadline);
  }
}

/** The native function that the current instruction of a frame calls. */
function calledNative(frame: PyFrame): Value | undefined {
  const at = frame.ip - 1;
  const arg = frame.code.args[at]!;
  const { localsplus: stack, sp } = frame;
  switch (frame.code.plainOps[at]) {
    case op.CALL:
      return stack[sp - arg - 2];
    case op.CALL_KW:
      return stack[sp - arg - 3];
    case op.CALL_FUNCTION_EX:
      return stack[sp - 4];
    default:
      return undefined;
  }
}

/** The threads of an interpreter. */
export class Scheduler {
  readonly main: GreenThread;
  current: GreenThread;
  /** Threads that have been started and are not done, without the main thread; next to run first. */
  others: GreenThread[] = [];
  private lastIdent = MAIN_THREAD_IDENT;
  private sliceEnd = Infinity;
  private checks = 0;

  constructor(state: ThreadState) {
    this.main = new GreenThread(MAIN_THREAD_IDENT, state, false, None, [], null);
    this.main.isOnStack = true;
    this.current = this.main;
  }

  /**
   * Adds a thread.
   *
   * @param func the Python function that `start` calls, @param args its arguments
   */
  spawn(isDaemon: boolean, func: Value, args: readonly Value[], start: () => void): GreenThread {
    const creator = thread;
    const state: ThreadState = {
      ...creator,
      currentFrame: null,
      recursionDepth: 0,
      jit: null,
      compiledLimit: -1,
      compiledAt: -1,
      runsCompiled: false,
      sampleInterval: SAMPLE_INTERVAL,
      nextInterval: SAMPLE_INTERVAL,
      traceFunction: null,
      profileFunction: null,
      isTracing: false,
      asyncgenFirstiter: undefined,
      asyncgenFinalizer: undefined,
      coroutineOriginTrackingDepth: 0,
      handledException: null,
    };
    this.lastIdent += IDENT_STEP;
    const spawned = new GreenThread(this.lastIdent, state, isDaemon, func, args, start);
    this.others.push(spawned);
    if (this.others.length === 1) this.beginSlice();
    thread.evalBreaker = true;
    return spawned;
  }

  /**
   * Waits until `isReady()`, at most `seconds` (negative: for ever), and lets other threads run meanwhile. The native function
   * that calls this must be marked with `mayWait`, must have changed nothing, and must hand on the exception: it is called
   * again when the thread goes on.
   *
   * @param isOutside whether something outside this process can make it ready
   * @returns whether it is ready
   * @throws RuntimeError when it can never be ready, ThreadSuspension
   */
  wait(isReady: () => boolean, seconds: number, isOutside = false): boolean {
    const { current } = this;
    const deadline = current.resumedDeadline ?? (seconds < 0 ? Infinity : now() + seconds * 1000);
    current.resumedDeadline = null;
    if (isReady()) return true;
    if (now() >= deadline) return false;
    if (this.canLeave() && this.isMarked()) {
      current.isReady = isReady;
      current.deadline = deadline;
      current.resumedDeadline = deadline;
      throw new ThreadSuspension(true);
    }
    for (;;) {
      const next = this.others.find((other) => other.canRun());
      if (next !== undefined) this.run(next);
      else this.idle(deadline, isOutside);
      // Signal handlers run while the main thread waits.
      if (current === this.main) thread.handlePending();
      if (isReady()) return true;
      if (now() >= deadline) return false;
    }
  }

  /** Lets other threads run until a condition holds, or none of them can run. */
  runOthers(isEnough: () => boolean): void {
    while (!isEnough()) {
      const next = this.others.find((other) => other.canRun());
      if (next === undefined) return;
      this.run(next);
    }
  }

  /** Milliseconds until a thread that waits can run again because its time is over; Infinity when none has one. */
  untilNextDeadline(): number {
    let next = Infinity;
    for (const other of this.others) if (!other.isOnStack) next = Math.min(next, other.deadline);
    return next === Infinity ? next : Math.max(0, next - now());
  }

  /** Waits for a time. */
  sleep(seconds: number): void {
    this.wait(never, seconds);
  }

  /**
   * Runs Python code from a native function, marked with `mayWait`, that threads can leave while they wait in that code.
   *
   * @param leave what the native function does after the call, whether it returns or raises
   */
  runThrough(run: () => Value, leave: () => void): Value {
    const { current } = this;
    const canLeave = this.canLeave() && this.isMarked();
    if (canLeave) current.throughDepth++;
    let result: Value;
    try {
      result = run();
    } catch (error) {
      if (error instanceof ThreadSuspension) current.continuations.push(leave);
      else {
        if (canLeave) current.throughDepth--;
        leave();
      }
      throw error;
    }
    if (canLeave) current.throughDepth--;
    leave();
    return result;
  }

  /** Called by the eval loop now and then while there are other threads: hands over when the slice is over. */
  check(): void {
    if (this.others.length === 0) return;
    thread.evalBreaker = true;
    if (++this.checks % CHECKS_PER_CLOCK !== 0 || now() < this.sliceEnd) return;
    this.yieldSlice(true);
  }

  /** Lets each other thread run for a slice. @param isAtBreaker the eval loop stands between two instructions */
  yieldSlice(isAtBreaker: boolean): void {
    if (this.current.importDepth > 0) return;
    if (isAtBreaker && this.canLeave()) throw new ThreadSuspension(false);
    for (const other of this.others.slice()) {
      if (!other.isDone && other.canRun()) this.run(other);
    }
    this.beginSlice();
  }

  private beginSlice(): void {
    this.sliceEnd = now() + SLICE;
  }

  /** Whether the running thread has no host frames but those of one activation of the eval loop. */
  private canLeave(): boolean {
    const { current } = this;
    const { traceFunction, profileFunction, monitoring } = current.state;
    return (
      current !== this.main &&
      thread.nativeDepth === current.baseDepth + 1 + current.throughDepth &&
      traceFunction === null &&
      profileFunction === null &&
      monitoring === null
    );
  }

  /** Whether the native function that runs is the one that the current instruction calls, and may be called again. */
  private isMarked(): boolean {
    const frame = thread.currentFrame;
    if (frame === null) return false;
    const callee = calledNative(frame);
    return (callee instanceof PyMethodDescriptor || callee instanceof PyBuiltinFunction) && callee.spec.mayWait;
  }

  /** No thread can run: waits for the next deadline. */
  private idle(deadline: number, isOutside: boolean): void {
    let next = deadline;
    for (const other of this.others) next = Math.min(next, other.deadline);
    if (isOutside) next = Math.min(next, now() + POLL_INTERVAL);
    if (next === Infinity) throw runtimeError('deadlock: all threads wait for one another');
    const milliseconds = next - now();
    const interpreter = currentInterpreter();
    if (milliseconds > LONG_WAIT) interpreter.beforeLongWait();
    if (milliseconds > 0) interpreter.host.clock.sleep(milliseconds);
  }

  /** Runs a thread until it waits, its slice is over, or it is done. */
  private run(next: GreenThread): void {
    const previous = this.current;
    const { state } = next;
    this.current = next;
    next.isOnStack = true;
    next.isReady = null;
    next.deadline = Infinity;
    state.nativeDepth = thread.nativeDepth + 1;
    next.baseDepth = state.nativeDepth;
    next.throughDepth = 0;
    state.evalBreaker = true;
    this.others.push(this.others.splice(this.others.indexOf(next), 1)[0]!);
    setThread(state);
    this.beginSlice();
    let isDone = true;
    try {
      const { start } = next;
      next.start = null;
      if (start !== null) start();
      else resume(next);
    } catch (error) {
      if (error instanceof ThreadSuspension) isDone = false;
      else if (!isPyException(error)) throw error;
      else if (!matches(error, excTypes.SystemExit)) reportUncaught(error, next.func);
    } finally {
      next.isOnStack = false;
      if (isDone) {
        next.isDone = true;
        this.others.splice(this.others.indexOf(next), 1);
      }
      this.current = previous;
      setThread(previous.state);
      previous.state.evalBreaker = true;
      this.beginSlice();
    }
  }
}

/** Goes on with a thread that was suspended: with its innermost activation first, then with those that called it. */
function resume(next: GreenThread): void {
  const { engine } = next.state;
  const { continuations } = next;
  next.continuations = [];
  let result: Value | undefined;
  let raised: PyBaseException | null = null;
  for (let i = 0; i <= continuations.length; i++) {
    try {
      result = engine.resumeThread(result, raised);
      raised = null;
    } catch (error) {
      if (error instanceof ThreadSuspension) next.continuations.push(...continuations.slice(i));
      if (!isPyException(error) || i === continuations.length) throw error;
      raised = error;
    }
    continuations[i]?.();
  }
}

function reportUncaught(error: PyBaseException, func: Value): void {
  currentInterpreter().unraisable(error, `Exception ignored in thread started by ${reprHost(func)}`, undefined);
}

const SCHEDULER = Symbol('scheduler');

/** The scheduler of the running interpreter. */
export function scheduler(): Scheduler {
  return currentInterpreter().state(SCHEDULER, () => new Scheduler(thread));
}
