/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

export const MODULE_DOC = 'A POSIX helper for the subprocess module.';

/** Functions of _posixsubprocess. */
export const FUNCTIONS = {
  fork_exec: [
    '($module, args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, /)',
    "Spawn a fresh new child process.\n\nFork a child process, close parent file descriptors as appropriate in\nthe child and duplicate the few that are needed before calling exec() in\nthe child process.\n\nIf close_fds is True, close file descriptors 3 and higher, except those\nlisted in the sorted tuple pass_fds.\n\nThe preexec_fn, if supplied, will be called immediately before closing\nfile descriptors and exec.\n\nWARNING: preexec_fn is NOT SAFE if your application uses threads.\n         It may trigger infrequent, difficult to debug deadlocks.\n\nIf an error occurs in the child process before the exec, it is\nserialized and written to the errpipe_write fd per subprocess.py.\n\nReturns: the child process's PID.\n\nRaises: Only on an error in the parent process.",
  ],
} as const satisfies DocTable;
