/** Processes and users: the part of `posix` that is about the process itself. */
import {
  None,
  PyFloat,
  PyList,
  PyTuple,
  asText,
  bufferBytes,
  index,
  nativeFunction,
  osError,
  textToHost,
  waiting,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter, withHost } from '../../runtime/index.ts';
import { signalChild, waitForChild } from '../_posixsubprocess/children.ts';
import { runPendingSignals, signalToOneself } from '../_signal/signal.ts';
import { closeAbandoned } from '../_io/unflushed.ts';
import { decodeFileName } from './path-argument.ts';
import { sysconf } from './sysconf.ts';

const WNOHANG = 1;

const host = () => currentInterpreter().host;

/** Runs a command through the shell and waits. @cpython os_system_impl */
function system(command: Value): Value {
  const text = asText(command);
  const line = text === undefined ? decodeFileName(bufferBytes(command)) : textToHost(text);
  const run = host().runCommand;
  if (run === undefined) throw osError(38, 'Function not implemented');
  closeAbandoned(null);
  const result = withHost(() => run({ file: '/bin/sh', args: ['sh', '-c', line] }));
  return result.status >= 0 ? result.status << 8 : -result.status;
}

const waitStatus = (value: Value): number => Number(index(value));

export const processFunctions = {
  getpid: nativeFunction('($module, /)', () => host().pid, 'Return the current process id.'),
  getppid: nativeFunction('($module, /)', () => host().parentPid, "Return the parent's process id."),
  getuid: nativeFunction('($module, /)', () => host().uid, "Return the current process's user id."),
  geteuid: nativeFunction('($module, /)', () => host().uid, "Return the current process's effective user id."),
  getgid: nativeFunction('($module, /)', () => host().gid, "Return the current process's group id."),
  getegid: nativeFunction('($module, /)', () => host().gid, "Return the current process's effective group id."),
  getlogin: nativeFunction(
    '($module, /)',
    () => {
      throw osError(6, 'No such device or address');
    },
    'Return the actual login name.',
  ),
  kill: nativeFunction(
    '($module, pid, signal, /)',
    (pid: Value, signal: Value) => {
      const number = Number(index(signal));
      if (Number(index(pid)) === host().pid && signalToOneself(number)) {
        runPendingSignals();
        return;
      }
      if (!signalChild(Number(index(pid)), number)) withHost(() => host().kill(Number(index(pid)), number));
    },
    'Kill a process with a signal.',
  ),
  waitpid: waiting(
    nativeFunction(
      '($module, pid, options, /)',
      (pid: Value, options: Value) => {
        const isNoHang = (Number(index(options)) & WNOHANG) !== 0;
        const { pid: ended, status } = withHost(() => waitForChild(Number(index(pid)), isNoHang));
        return new PyTuple([ended, status]);
      },
      'Wait for completion of a given child process.\n\nReturns a tuple of information regarding the child process:\n    (pid, status)\n\nThe options argument is ignored on Windows.',
    ),
  ),
  wait: waiting(
    nativeFunction(
      '($module, /)',
      () => {
        const { pid, status } = withHost(() => waitForChild(-1, false));
        return new PyTuple([pid, status]);
      },
      'Wait for completion of a child process.\n\nReturns a tuple of information about the child process:\n    (pid, status)',
    ),
  ),
  abort: nativeFunction(
    '($module, /)',
    () => withHost(() => host().kill(host().pid, 6)),
    'Abort the interpreter immediately.',
  ),
  _exit: nativeFunction(
    '($module, /, status)',
    (status: Value) => host().exit(Number(index(status)) & 0xff),
    'Exit to the system with specified status, without normal exit processing.',
  ),
  system: nativeFunction('($module, /, command)', system, 'Execute the command in a subshell.'),
  WIFEXITED: nativeFunction(
    '($module, /, status)',
    (status: Value) => (waitStatus(status) & 0x7f) === 0,
    'Return True if the process returning status exited via the exit() system call.',
  ),
  WEXITSTATUS: nativeFunction(
    '($module, /, status)',
    (status: Value) => (waitStatus(status) >> 8) & 0xff,
    'Return the process return code from status.',
  ),
  WIFSIGNALED: nativeFunction(
    '($module, /, status)',
    (status: Value) =>
      ((waitStatus(status) & 0x7f) + 1) >> 1 > 0 &&
      (waitStatus(status) & 0x7f) !== 0x7f &&
      (waitStatus(status) & 0x7f) !== 0,
    'Return True if the process returning status was terminated by a signal.',
  ),
  WTERMSIG: nativeFunction(
    '($module, /, status)',
    (status: Value) => waitStatus(status) & 0x7f,
    'Return the signal that terminated the process that provided the status value.',
  ),
  WIFSTOPPED: nativeFunction(
    '($module, /, status)',
    (status: Value) => (waitStatus(status) & 0xff) === 0x7f,
    'Return True if the process returning status was stopped.',
  ),
  WSTOPSIG: nativeFunction(
    '($module, /, status)',
    (status: Value) => (waitStatus(status) >> 8) & 0xff,
    'Return the signal that stopped the process that provided the status value.',
  ),
  WIFCONTINUED: nativeFunction(
    '($module, /, status)',
    (status: Value) => waitStatus(status) === 0xffff,
    'Return True if a particular process was continued from a job control stop.',
  ),
  WCOREDUMP: nativeFunction(
    '($module, status, /)',
    (status: Value) => (waitStatus(status) & 0x80) !== 0,
    'Return True if the process returning status was dumped to a core file.',
  ),
  waitstatus_to_exitcode: nativeFunction(
    '($module, /, status)',
    (status: Value) => {
      const bits = waitStatus(status);
      return (bits & 0x7f) === 0 ? (bits >> 8) & 0xff : -(bits & 0x7f);
    },
    'Convert a wait status to an exit code.',
  ),
  getloadavg: nativeFunction(
    '($module, /)',
    () => new PyTuple([0, 0, 0].map((value) => new PyFloat(value))),
    'Return average recent system load information.',
  ),
  getgroups: nativeFunction(
    '($module, /)',
    () => new PyList([host().gid]),
    'Return list of supplemental group IDs for the process.',
  ),
  sysconf: nativeFunction('($module, name, /)', sysconf, 'Return an integer-valued system configuration variable.'),
  register_at_fork: nativeFunction(
    '($module, /, *, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)',
    () => None,
    'Register callables to be called when forking a new process.',
  ),
};
