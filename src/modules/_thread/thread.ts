/**
 * `_thread`: starting threads and their identity. How they take turns is in `runtime/scheduler.ts`.
 *
 * @cpython Modules/_threadmodule.c
 */
import {
  None,
  PyDict,
  PyFloat,
  PyObject,
  PyTuple,
  asFloat,
  asInt,
  asText,
  call,
  excTypes,
  getAttrOrUndefined,
  index,
  isCallable,
  isPyException,
  isTrue,
  makeBuiltinType,
  method,
  nativeFunction,
  newException,
  objectType,
  overflowError,
  runtimeError,
  setAttr,
  strHost,
  strFromUtf16,
  textToHost,
  typeError,
  typeSpec,
  valueError,
  waiting,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter, scheduler, type GreenThread } from '../../runtime/index.ts';
import { structSequenceType } from '../../objects/structseq/index.ts';
import { defineModule } from '../define-module.ts';
import { runPendingSignals, signalArrived } from '../_signal/signal.ts';
import { displayException } from '../sys/hooks.ts';
import { TIMEOUT_MAX, PyLock, lockSpec, lockType, rlockSpec } from './locks.ts';
import { localSpec } from './thread-local.ts';

/** What `Thread.join` waits for. */
class PyThreadHandle extends PyObject {
  isSetDone = false;
  ident: number;
  thread: GreenThread | null = null;
  constructor(ident: number) {
    super();
    this.ident = ident;
  }
  isDone(): boolean {
    return this.isSetDone || (this.thread !== null && this.thread.isDone);
  }
}

const handleType = makeBuiltinType('_thread._ThreadHandle', objectType, PyThreadHandle);

function join(handle: PyThreadHandle, timeout?: Value): void {
  let seconds = -1;
  if (timeout !== undefined && timeout !== None) seconds = asFloat(timeout) ?? Number(asInt(timeout) ?? index(timeout));
  if (seconds > TIMEOUT_MAX) throw overflowError('timestamp too large to convert to C PyTime_t');
  if (handle.thread === null && handle.ident === 0) throw runtimeError('thread not started');
  const threads = scheduler();
  if (!handle.isDone() && handle.ident === threads.current.ident) throw runtimeError('Cannot join current thread');
  threads.wait(() => handle.isDone(), seconds);
}

const handleSpec = typeSpec(handleType, {
  slots: {
    tp_new: () => new PyThreadHandle(0),
    tp_repr: (self) => strFromUtf16(`<_ThreadHandle object: ident=${(self as PyThreadHandle).ident}>`),
  },
  methods: {
    join: waiting(method('($self, timeout=None, /)', join)),
    is_done: method('($self, /)', (self: PyThreadHandle) => self.isDone()),
    _set_done: method('($self, /)', (self: PyThreadHandle) => {
      self.isSetDone = true;
    }),
  },
  getset: { ident: { get: (self) => (self as PyThreadHandle).ident } },
});

const exceptHookArgs = structSequenceType({
  name: '_thread._ExceptHookArgs',
  doc: 'ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.',
  fields: [
    ['exc_type', 'Exception type'],
    ['exc_value', 'Exception value'],
    ['exc_traceback', 'Exception traceback'],
    ['thread', 'Thread'],
  ],
});

function refuseWhenFinalizing(): void {
  if (currentInterpreter().isFinalizing) {
    throw newException(excTypes.PythonFinalizationError, "can't create new thread at interpreter shutdown");
  }
}

function startNewThread(func: Value, args: Value, kwargs?: Value): Value {
  if (!isCallable(func)) throw typeError('first arg must be callable');
  if (!(args instanceof PyTuple)) throw typeError('2nd arg must be a tuple');
  if (kwargs !== undefined && !(kwargs instanceof PyDict)) throw typeError('optional 3rd arg must be a dictionary');
  refuseWhenFinalizing();
  const values = args.items.slice();
  const names: string[] = [];
  for (const [key, value] of kwargs?.entries() ?? []) {
    names.push(textToHost(asText(key)!));
    values.push(value);
  }
  return scheduler().spawn(true, func, values, () => void call(func, values, names.length === 0 ? null : names)).ident;
}

function startJoinableThread(func: Value, handle?: Value, daemon?: Value): Value {
  if (!isCallable(func)) throw typeError('thread function must be callable');
  let its: PyThreadHandle;
  if (handle === undefined || handle === None) its = new PyThreadHandle(0);
  else if (handle instanceof PyThreadHandle) its = handle;
  else throw typeError("'handle' must be a _ThreadHandle");
  if (its.thread !== null || its.isSetDone) throw runtimeError('thread already started');
  refuseWhenFinalizing();
  its.thread = scheduler().spawn(daemon === undefined || isTrue(daemon), func, [], () => void call(func, []));
  its.ident = its.thread.ident;
  return its;
}

/** Waits for all threads that are not daemons. */
function shutdown(): void {
  const threads = scheduler();
  for (;;) {
    const last = threads.others.find((other) => !other.isDaemon && other !== threads.current);
    if (last === undefined) return;
    threads.wait(() => last.isDone, -1);
  }
}

/** `threading.excepthook`: shows the exception that ended a thread. @cpython thread_excepthook */
function exceptHook(args: Value): void {
  if (!(args instanceof PyTuple) || args.ob_type !== exceptHookArgs.type) {
    throw typeError('_thread.excepthook argument type must be ExceptHookArgs');
  }
  const [type, value, traceback, ended] = args.items;
  if (type === excTypes.SystemExit) return;
  const interpreter = currentInterpreter();
  const stderr = interpreter.sysGet('stderr');
  if (stderr === undefined || stderr === None) return;
  const name = ended === undefined || ended === None ? undefined : getAttrOrUndefined(ended, 'name');
  interpreter.writeError(`Exception in thread ${name === undefined ? scheduler().current.ident : strHost(name)}:\n`);
  if (!isPyException(value)) return;
  if (traceback !== undefined && traceback !== None && value.traceback === null)
    setAttr(value, '__traceback__', traceback);
  displayException(value);
}

/** How much stack new threads are said to have; it has no effect. */
const STACK_SIZE = Symbol('_thread.stack_size');
const SMALLEST_STACK = 32 * 1024;

function stackSize(size?: Value): number {
  const holder = currentInterpreter().state(STACK_SIZE, () => ({ size: 0 }));
  const old = holder.size;
  if (size === undefined) return old;
  const wanted = Number(index(size));
  if (wanted < 0) throw valueError('size must be 0 or a positive value');
  if (wanted !== 0 && wanted < SMALLEST_STACK) throw valueError(`size not valid: ${wanted} bytes`);
  holder.size = wanted;
  return old;
}

function exitThread(): never {
  throw newException(excTypes.SystemExit);
}

const SIGINT = 2;
const NSIG = 65;
const START_DOC = `Start a new thread and return its identifier.

The thread will call the function with positional arguments from the
tuple args and keyword arguments taken from the optional dictionary
kwargs.  The thread exits when the function returns; the return value
is ignored.  The thread will also exit when the function raises an
unhandled exception; a stack trace will be printed unless the exception
is SystemExit.`;
const EXIT_DOC =
  "This is synonymous to ``raise SystemExit''.  It will cause the current\nthread to exit silently unless the exception is caught.";

export const threadModule = defineModule('_thread', {
  doc: "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
  types: [lockSpec, rlockSpec, localSpec, handleSpec, exceptHookArgs.spec],
  functions: {
    allocate_lock: nativeFunction(
      '($module, /)',
      () => new PyLock(),
      'Create a new lock object. See help(type(threading.Lock())) for\ninformation about locks.',
    ),
    allocate: nativeFunction('($module, /)', () => new PyLock(), 'An obsolete synonym of allocate_lock().'),
    get_ident: nativeFunction(
      '($module, /)',
      () => scheduler().current.ident,
      "Return a non-zero integer that uniquely identifies the current thread\namongst other threads that exist simultaneously.\n\nThis may be used to identify per-thread resources.  Even though on\nsome platforms threads identities may appear to be allocated\nconsecutive numbers starting at 1, this behavior should not be relied\nupon, and the number should be seen purely as a magic cookie.\nA thread's identity may be reused for another thread after it exits.",
    ),
    get_native_id: nativeFunction(
      '($module, /)',
      () => {
        const { current, main } = scheduler();
        return currentInterpreter().host.pid + (current === main ? 0 : (current.ident - main.ident) % 0x1000);
      },
      'Return a non-negative integer identifying the thread as reported\nby the OS (kernel). This may be used to uniquely identify a\nparticular thread within a system.',
    ),
    _get_main_thread_ident: nativeFunction(
      '($module, /)',
      () => scheduler().main.ident,
      'Internal only. Return a non-zero integer that uniquely identifies the main thread\nof the main interpreter.',
    ),
    _make_thread_handle: nativeFunction(
      '($module, ident, /)',
      (ident: Value) => new PyThreadHandle(Number(index(ident))),
    ),
    start_new_thread: nativeFunction('($module, function, args, kwargs={}, /)', startNewThread, START_DOC),
    start_new: nativeFunction(
      '($module, function, args, kwargs={}, /)',
      startNewThread,
      'An obsolete synonym of start_new_thread().',
    ),
    start_joinable_thread: nativeFunction(
      '($module, /, function, handle=None, daemon=True)',
      startJoinableThread,
      '*For internal use only*: start a new thread.\n\nLike start_new_thread(), this starts a new thread calling the given function.\nUnlike start_new_thread(), this returns a handle object with methods to join\nor detach the given thread.\nThis function is not for third-party code, please use the\n`threading` module instead. During finalization the runtime will not wait for\nthe thread to exit if daemon is True. If handle is provided it must be a\nnewly created thread._ThreadHandle instance.',
    ),
    daemon_threads_allowed: nativeFunction(
      '($module, /)',
      () => true,
      'Return True if daemon threads are allowed in the current interpreter,\nand False otherwise.\n',
    ),
    exit: nativeFunction('($module, /)', exitThread, EXIT_DOC),
    exit_thread: nativeFunction('($module, /)', exitThread, 'An obsolete synonym of exit().'),
    interrupt_main: nativeFunction(
      '($module, signum=signal.SIGINT, /)',
      (signum?: Value) => {
        const number = signum === undefined ? SIGINT : Number(index(signum));
        if (number < 1 || number >= NSIG) throw valueError('signal number out of range');
        signalArrived(number);
        const { current, main } = scheduler();
        if (current === main) runPendingSignals();
        else main.state.evalBreaker = true;
      },
      'Simulate the arrival of the given signal in the main thread,\nwhere the corresponding signal handler will be executed.\nIf *signum* is omitted, SIGINT is assumed.\nA subthread can use this function to interrupt the main thread.\n\nNote: the default signal handler for SIGINT raises ``KeyboardInterrupt``.',
    ),
    stack_size: nativeFunction(
      '($module, size=0, /)',
      stackSize,
      'Return the thread stack size used when creating new threads.',
    ),
    _count: nativeFunction(
      '($module, /)',
      () => scheduler().others.length,
      'Return the number of currently running Python threads, excluding\nthe main thread. The returned number comprises all threads created\nthrough `start_new_thread()` as well as `threading.Thread`, and not\nyet finished.\n\nThis function is meant for internal and specialized purposes only.\nIn most applications `threading.enumerate()` should be used instead.',
    ),
    _is_main_interpreter: nativeFunction(
      '($module, /)',
      () => true,
      'Return True if the current interpreter is the main Python interpreter.',
    ),
    _shutdown: nativeFunction(
      '($module, /)',
      shutdown,
      'Wait for all non-daemon threads (other than the calling thread) to stop.',
    ),
    set_name: nativeFunction('($module, /, name)', () => None, 'Set the name of the current thread.'),
    _excepthook: nativeFunction('($module, args, /)', exceptHook, 'Handle uncaught Thread.run() exception.'),
  },
  constants: () => ({
    error: excTypes.RuntimeError,
    LockType: lockType,
    TIMEOUT_MAX: new PyFloat(TIMEOUT_MAX),
    _NAME_MAXLEN: 15,
  }),
});
