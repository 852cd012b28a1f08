/** How a program ends: uncaught exceptions, exit codes, shutting down. @cpython Python/pythonrun.c, Python/pylifecycle.c */
import {
  None,
  asInt,
  asText,
  call,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  isPyException,
  matches,
  str,
  textToHost,
  thread,
  typeOf,
  type PyBaseException,
} from '../objects/core/index.ts';
import { isHostError } from '../host/contract.ts';
import type { Interpreter } from '../runtime/index.ts';
import { displayException, finalizeAll, flushAtExit } from '../modules/index.ts';

/** Stands for a program that KeyboardInterrupt ended. */
export const STATUS_INTERRUPTED = -2;

const SIGINT = 2;

/** Ends the process as SIGINT does, so that its parent sees what happened. @returns the status where that cannot be done */
function endInterrupted(interpreter: Interpreter): number {
  const { host } = interpreter;
  host.signals?.unwatch(SIGINT);
  try {
    host.kill(host.pid, SIGINT);
  } catch (error) {
    if (!isHostError(error)) throw error;
  }
  return 128 + SIGINT;
}

/** Status of a SystemExit, after showing what it says. @cpython _Py_HandleSystemExitAndKeyboardInterrupt */
export function statusOfSystemExit(interpreter: Interpreter, error: PyBaseException): number {
  const code = getAttrOrUndefined(error, 'code') ?? None;
  if (code === None) return 0;
  const int = asInt(code);
  if (int !== undefined) {
    const value = BigInt(int);
    // What does not fit a C long is -1.
    return BigInt.asIntN(64, value) === value ? Number(BigInt.asUintN(8, value)) : 255;
  }
  interpreter.flushStandardStreams();
  try {
    interpreter.writeError(`${textToHost(asText(str(code))!)}\n`);
  } catch (inner) {
    if (!isPyException(inner)) throw inner;
  }
  return 1;
}

/** Shows an uncaught exception through `sys.excepthook`. @cpython PyErr_PrintEx */
export function reportUncaught(interpreter: Interpreter, error: PyBaseException): void {
  interpreter.sysDict.setStr('last_exc', error);
  interpreter.sysDict.setStr('last_type', typeOf(error));
  interpreter.sysDict.setStr('last_value', error);
  interpreter.sysDict.setStr('last_traceback', error.traceback ?? None);
  const hook = interpreter.sysGet('excepthook');
  interpreter.flushStandardStreams();
  if (hook === undefined || hook === None) {
    interpreter.writeError('sys.excepthook is missing\n');
    displayException(error);
    return;
  }
  try {
    call(hook, [typeOf(error), error, error.traceback ?? None]);
  } catch (second) {
    if (!isPyException(second)) throw second;
    if (matches(second, excTypes.SystemExit)) throw second;
    interpreter.writeError('Error in sys.excepthook:\n');
    displayException(second);
    interpreter.writeError('\nOriginal exception was:\n');
    displayException(error);
  }
}

/** Runs a part of the program; the exit status, or null when it ended without one. */
export function withExitStatus(interpreter: Interpreter, run: () => void): number {
  try {
    run();
    return 0;
  } catch (error) {
    if (!isPyException(error)) throw error;
    thread.handledException = null;
    if (matches(error, excTypes.SystemExit)) return statusOfSystemExit(interpreter, error);
    try {
      reportUncaught(interpreter, error);
    } catch (second) {
      if (!matches(second, excTypes.SystemExit)) throw second;
      return statusOfSystemExit(interpreter, second);
    }
    return matches(error, excTypes.KeyboardInterrupt) ? STATUS_INTERRUPTED : 1;
  }
}

/** Shuts down: waits for threads, runs `atexit` functions, flushes. @returns the status to exit with */
export function finalize(interpreter: Interpreter, status: number): number {
  const threading = interpreter.findModule('threading');
  if (threading !== undefined) {
    try {
      call(getAttr(threading, '_shutdown'), []);
    } catch (error) {
      if (!isPyException(error)) throw error;
      interpreter.unraisable(error, 'Exception ignored on threading shutdown', undefined);
    }
  }
  const atexit = interpreter.findModule('atexit');
  if (atexit !== undefined) call(getAttr(atexit, '_run_exitfuncs'), []);
  finalizeAll();
  const isFlushed = interpreter.flushStandardStreams();
  flushAtExit();
  interpreter.isFinalizing = true;
  if (status === STATUS_INTERRUPTED) return endInterrupted(interpreter);
  return isFlushed ? status : 120;
}
