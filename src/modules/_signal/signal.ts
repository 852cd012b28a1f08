/** `_signal`: signal numbers and handlers. @cpython Modules/signalmodule.c */
import {
  None,
  PyFloat,
  PyTuple,
  asInt,
  excTypes,
  index,
  isCallable,
  nativeFunction,
  newException,
  osError,
  strFromUtf16,
  thread,
  typeError,
  valueError,
  waiting,
  call,
  type Value,
} from '../../objects/core/index.ts';
import { isHostError } from '../../host/contract.ts';
import { currentInterpreter, scheduler, withHost } from '../../runtime/index.ts';
import { structSequenceType } from '../../objects/structseq/index.ts';
import { PySet } from '../../objects/set/index.ts';
import { defineModule } from '../define-module.ts';

/** Signals of Linux by name. */
export const SIGNALS: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGIOT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGSTKFLT: 16,
  SIGCHLD: 17,
  SIGCLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGTTIN: 21,
  SIGTTOU: 22,
  SIGURG: 23,
  SIGXCPU: 24,
  SIGXFSZ: 25,
  SIGVTALRM: 26,
  SIGPROF: 27,
  SIGWINCH: 28,
  SIGIO: 29,
  SIGPOLL: 29,
  SIGPWR: 30,
  SIGSYS: 31,
  SIGRTMIN: 34,
  SIGRTMAX: 64,
};

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  1: 'Hangup',
  2: 'Interrupt',
  3: 'Quit',
  4: 'Illegal instruction',
  5: 'Trace/breakpoint trap',
  6: 'Aborted',
  7: 'Bus error',
  8: 'Floating point exception',
  9: 'Killed',
  10: 'User defined signal 1',
  11: 'Segmentation fault',
  12: 'User defined signal 2',
  13: 'Broken pipe',
  14: 'Alarm clock',
  15: 'Terminated',
  16: 'Stack fault',
  17: 'Child exited',
  18: 'Continued',
  19: 'Stopped (signal)',
  20: 'Stopped',
  21: 'Stopped (tty input)',
  22: 'Stopped (tty output)',
  23: 'Urgent I/O condition',
  24: 'CPU time limit exceeded',
  25: 'File size limit exceeded',
  26: 'Virtual timer expired',
  27: 'Profiling timer expired',
  28: 'Window changed',
  29: 'I/O possible',
  30: 'Power failure',
  31: 'Bad system call',
};

const SIG_DFL = 0;
const SIG_IGN = 1;
const NSIG = 65;

class SignalState {
  readonly handlers = new Map<number, Value>();
  readonly pending: number[] = [];
  /** How many have arrived. */
  arrivals = 0;
  /** When the timer fires, in seconds of the monotonic clock, and then how often; 0 for never. */
  timerEnd = 0;
  timerInterval = 0;
  /** The descriptor that a byte is written to for each signal, or -1. */
  wakeupFd = -1;
}
const KEY = Symbol('_signal');

function signalState(): SignalState {
  return currentInterpreter().state(KEY, () => new SignalState());
}

function defaultIntHandler(): never {
  throw newException(excTypes.KeyboardInterrupt);
}

function checkNumber(value: Value): number {
  const number = Number(index(value));
  if (number < 1 || number >= NSIG) throw valueError('signal number out of range');
  return number;
}

/** Notes that a signal arrived; its handler runs at the next safe point. */
export function signalArrived(number: number): void {
  const state = signalState();
  state.pending.push(number);
  state.arrivals++;
  thread.evalBreaker = true;
  if (state.wakeupFd < 0) return;
  try {
    currentInterpreter().host.fs.write(state.wakeupFd, Uint8Array.of(number));
  } catch (error) {
    // A full or closed pipe: the signal is handled all the same.
    if (!isHostError(error)) throw error;
  }
}

/**
 * A signal that the process sends itself, where Python has a say in what it does.
 *
 * @returns false when the system is to do its default
 */
export function signalToOneself(number: number): boolean {
  const handler = signalState().handlers.get(number);
  if (handler === undefined ? number !== SIGNALS.SIGINT : asInt(handler) === SIG_DFL) return false;
  if (handler === undefined || asInt(handler) === undefined) signalArrived(number);
  return true;
}

/** Runs the Python handlers of signals that arrived. @throws what they raise */
export function runPendingSignals(): void {
  const { handlers, pending } = signalState();
  for (let number = pending.shift(); number !== undefined; number = pending.shift()) {
    const handler = handlers.get(number);
    if (handler === undefined) {
      if (number === SIGNALS.SIGINT) defaultIntHandler();
      continue;
    }
    if (asInt(handler) === undefined) call(handler, [number, thread.currentFrame ?? None]);
  }
}

/**
 * Watches for the signals that have handlers, and SIGINT: from when a program has run for a while or waits, not before, as
 * it takes some milliseconds.
 */
export function watchSignals(): void {
  const { signals } = currentInterpreter().host;
  if (signals === undefined) return;
  signals.watch(SIGNALS.SIGINT!, signalArrived);
  for (const number of signalState().handlers.keys()) watchHandler(number);
}

/** Lets the system know what a handler says. */
function watchHandler(number: number): void {
  const { signals } = currentInterpreter().host;
  const handler = signalState().handlers.get(number);
  if (signals === undefined || handler === undefined || number === SIGNALS.SIGPIPE || number === SIGNALS.SIGXFSZ)
    return;
  if (asInt(handler) === SIG_DFL) signals.unwatch(number);
  else signals.watch(number, signalArrived);
}

const siginfo = structSequenceType({
  name: 'signal.struct_siginfo',
  doc: 'struct_siginfo: Result from sigwaitinfo or sigtimedwait.\n\nThis object may be accessed either as a tuple of\n(si_signo, si_code, si_errno, si_pid, si_uid, si_status, si_band),\nor via the attributes si_signo, si_code, and so on.',
  fields: [
    ['si_signo', 'signal number'],
    ['si_code', 'signal code'],
    ['si_errno', 'errno associated with this signal'],
    ['si_pid', 'sending process ID'],
    ['si_uid', 'real user ID of sending process'],
    ['si_status', 'exit value or signal'],
    ['si_band', 'band event for SIGPOLL'],
  ],
});

function setSignal(signum: Value, handler: Value): Value {
  const number = checkNumber(signum);
  const int = asInt(handler);
  if (int === undefined ? !isCallable(handler) : int !== SIG_DFL && int !== SIG_IGN) {
    throw typeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
  }
  if (number === SIGNALS.SIGKILL || number === SIGNALS.SIGSTOP) throw osError(22, 'Invalid argument');
  const { handlers } = signalState();
  const old = handlers.get(number) ?? SIG_DFL;
  handlers.set(number, handler);
  const isWatching = currentInterpreter().host.signals?.isWatching ?? false;
  // A handler for SIGINT is set by many programs that never see one: those wait until they have run for a while.
  if (isWatching || (number !== SIGNALS.SIGINT && int === undefined)) watchHandler(number);
  return old;
}

/** Seconds until the timer fires, and its interval. */
type Timer = readonly [remaining: number, interval: number];

const seconds = (): number => Number(currentInterpreter().host.clock.monotonicNs()) / 1e9;

function remainingTime(): Timer {
  const { timerEnd, timerInterval } = signalState();
  if (timerEnd === 0) return [0, 0];
  const now = seconds();
  if (timerEnd > now) return [timerEnd - now, timerInterval];
  return timerInterval === 0 ? [0, 0] : [timerInterval - ((now - timerEnd) % timerInterval), timerInterval];
}

/** Sets the timer of real time. @returns what it was */
function setTimer(first: number, interval: number): Timer {
  const old = remainingTime();
  const state = signalState();
  const { signals } = currentInterpreter().host;
  if (signals === undefined) throw osError(38, 'Function not implemented');
  watchSignals();
  state.timerEnd = first > 0 ? seconds() + first : 0;
  state.timerInterval = first > 0 ? interval : 0;
  signals.setTimer(SIGNALS.SIGALRM!, first * 1000, interval * 1000);
  return old;
}

function timerTuple([remaining, interval]: Timer): Value {
  return new PyTuple([new PyFloat(remaining), new PyFloat(interval)]);
}

/** A time that is not negative. @throws TypeError, ItimerError */
function secondsOf(value: Value): number {
  const number = value instanceof PyFloat ? value.value : Number(index(value));
  if (!(number >= 0)) throw osError(22, 'Invalid argument');
  return number;
}

/** There is a timer of real time only. @throws ItimerError */
function requireRealTimer(which: Value): void {
  if (Number(index(which)) !== 0) throw osError(22, 'Invalid argument');
}

export const signalModule = defineModule('_signal', {
  doc: 'This module provides mechanisms to use signal handlers in Python.',
  types: [siginfo.spec],
  functions: {
    default_int_handler: nativeFunction(
      '($module, signalnum, frame, /)',
      defaultIntHandler,
      'The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.',
    ),
    signal: nativeFunction('($module, signalnum, handler, /)', setSignal, 'Set the action for the given signal.'),
    getsignal: nativeFunction(
      '($module, signalnum, /)',
      (signum: Value) => signalState().handlers.get(checkNumber(signum)) ?? SIG_DFL,
      'Return the current action for the given signal.',
    ),
    raise_signal: nativeFunction(
      '($module, signalnum, /)',
      (signum: Value) => {
        const number = checkNumber(signum);
        signalArrived(number);
        runPendingSignals();
      },
      'Send a signal to the executing process.',
    ),
    strsignal: nativeFunction(
      '($module, signalnum, /)',
      (signum: Value) => {
        const text = DESCRIPTIONS[checkNumber(signum)];
        return text === undefined ? None : strFromUtf16(text);
      },
      'Return the system description of the given signal.',
    ),
    valid_signals: nativeFunction(
      '($module, /)',
      () => {
        const set = new PySet();
        for (let number = 1; number < NSIG; number++) if (number < 32 || number > 33) set.add(number);
        return set;
      },
      'Return a set of valid signal numbers on this platform.',
    ),
    set_wakeup_fd: nativeFunction('($module, fd, /, *, warn_on_full_buffer=True)', (value: Value) => {
      const fd = Number(index(value));
      const state = signalState();
      if (fd >= 0) {
        const { fs } = currentInterpreter().host;
        withHost(() => fs.fstat(fd));
        if (fs.pipeStatus(fd) !== undefined && fs.isBlocking(fd))
          throw valueError(`the fd ${fd} must be in non-blocking mode`);
      }
      const old = state.wakeupFd;
      state.wakeupFd = Math.max(fd, -1);
      return old;
    }),
    siginterrupt: nativeFunction('($module, signalnum, flag, /)', () => None),
    alarm: nativeFunction(
      '($module, seconds, /)',
      (value: Value) => Math.ceil(setTimer(Number(index(value)), 0)[0]),
      'Arrange for SIGALRM to arrive after the given number of seconds.',
    ),
    pause: waiting(
      nativeFunction(
        '($module, /)',
        () => {
          const { arrivals } = signalState();
          watchSignals();
          scheduler().wait(() => signalState().arrivals !== arrivals, -1, true);
        },
        'Wait until a signal arrives.',
      ),
    ),
    setitimer: nativeFunction(
      '($module, which, seconds, interval=0.0, /)',
      (which: Value, seconds: Value, interval: Value | undefined) => {
        requireRealTimer(which);
        return timerTuple(setTimer(secondsOf(seconds), interval === undefined ? 0 : secondsOf(interval)));
      },
      `Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).

The timer will fire after value seconds and after that every interval seconds.
The itimer can be cleared by setting seconds to zero.

Returns old values as a tuple: (delay, interval).`,
    ),
    getitimer: nativeFunction(
      '($module, which, /)',
      (which: Value) => {
        requireRealTimer(which);
        return timerTuple(remainingTime());
      },
      'Returns current value of given itimer.',
    ),
  },
  constants: () => {
    signalState().handlers.set(SIGNALS.SIGPIPE!, SIG_IGN);
    signalState().handlers.set(SIGNALS.SIGXFSZ!, SIG_IGN);
    return {
      ...SIGNALS,
      SIG_DFL,
      SIG_IGN,
      NSIG,
      SIG_BLOCK: 0,
      SIG_UNBLOCK: 1,
      SIG_SETMASK: 2,
      ITIMER_REAL: 0,
      ITIMER_VIRTUAL: 1,
      ITIMER_PROF: 2,
      ItimerError: excTypes.OSError,
    };
  },
  exec: (module) => {
    signalState().handlers.set(SIGNALS.SIGINT!, module.ob_dict.getStr('default_int_handler')!);
  },
});
