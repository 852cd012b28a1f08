/**
 * `faulthandler`: dumps of the Python stack. There are no faults to handle: a JavaScript host does not let programs see
 * them, and nothing runs beside the program that could dump after a time or on a signal.
 *
 * @cpython Modules/faulthandler.c, Python/traceback.c _Py_DumpTraceback
 */
import {
  None,
  asFloat,
  asInt,
  callMethod,
  index,
  isTrue,
  osError,
  runtimeError,
  thread,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { currentInterpreter, withHost } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';

const MAX_FRAMES = 100;
const SIGNAL_COUNT = 65;
const SIGABRT = 6;
const SIGFPE = 8;
const SIGSEGV = 11;
const STATE = Symbol('faulthandler');

const state = (): { isEnabled: boolean } => currentInterpreter().state(STATE, () => ({ isEnabled: false }));

/** The descriptor of a file argument. @cpython faulthandler_get_fileno */
function descriptorOf(file: Value | undefined): number {
  let target = file;
  if (target === undefined || target === None) {
    target = currentInterpreter().sysGet('stderr');
    if (target === undefined) throw runtimeError('unable to get sys.stderr');
    if (target === None) throw runtimeError('sys.stderr is None');
  }
  const given = asInt(target);
  if (given !== undefined) {
    if (given < 0) throw valueError('file is not a valid file descriptor');
    return Number(given);
  }
  const fd = asInt(callMethod(target, 'fileno'));
  if (fd === undefined || fd < 0) throw runtimeError('file.fileno() is not a valid file descriptor');
  callMethod(target, 'flush');
  return Number(fd);
}

/** Text as the dump shows it: ASCII, with escapes. */
function escaped(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

function dumpTraceback(file: Value | undefined, allThreads: Value | undefined): void {
  const fd = descriptorOf(file);
  const isAll = allThreads === undefined || isTrue(allThreads);
  const ident = callMethod(currentInterpreter().importModule('_thread'), 'get_ident');
  let text = isAll
    ? `Current thread 0x${BigInt(index(ident)).toString(16).padStart(16, '0')} [taipan] (most recent call first):\n`
    : 'Stack (most recent call first):\n';
  let depth = 0;
  for (let frame = thread.currentFrame; frame !== null; frame = frame.previous) {
    if (depth++ === MAX_FRAMES) {
      text += '  ...\n';
      break;
    }
    const { co_filename, co_name } = frame.code.code;
    text += `  File "${escaped(co_filename)}", line ${frame.lineno ?? '???'} in ${escaped(co_name)}\n`;
  }
  withHost(() => currentInterpreter().host.fs.write(fd, new TextEncoder().encode(text)));
}

function refuse(): never {
  throw osError(currentInterpreter().host.errno['ENOSYS'] ?? 38, 'Function not implemented');
}

function signalNumber(value: Value): number {
  const number = Number(index(value));
  if (number < 1 || number >= SIGNAL_COUNT) throw valueError('signal number out of range');
  return number;
}

/** Ends the process by a signal. */
function raise(signal: number): void {
  const { host } = currentInterpreter();
  withHost(() => host.kill(host.pid, signal));
}

export const faulthandlerModule = defineModule('faulthandler', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, {
    enable: (file: Value | undefined) => {
      descriptorOf(file);
      state().isEnabled = true;
    },
    disable: () => {
      const was = state().isEnabled;
      state().isEnabled = false;
      return was;
    },
    is_enabled: () => state().isEnabled,
    dump_traceback: dumpTraceback,
    dump_c_stack: refuse,
    dump_traceback_later: (timeout: Value) => {
      const seconds = asFloat(timeout) ?? Number(index(timeout));
      if (seconds <= 0) throw valueError('timeout must be greater than 0');
      return refuse();
    },
    cancel_dump_traceback_later: () => None,
    register: (signal: Value) => {
      signalNumber(signal);
      return refuse();
    },
    unregister: (signal: Value) => {
      signalNumber(signal);
      return false;
    },
    _read_null: () => raise(SIGSEGV),
    _sigsegv: () => raise(SIGSEGV),
    _fatal_error_c_thread: () => raise(SIGABRT),
    _sigabrt: () => raise(SIGABRT),
    _sigfpe: () => raise(SIGFPE),
    _stack_overflow: () => raise(SIGSEGV),
  }),
});
