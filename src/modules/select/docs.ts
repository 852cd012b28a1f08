/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

export const MODULE_DOC =
  'This module supports asynchronous I/O on multiple file descriptors.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file descriptors.';

/** Functions of select. */
export const FUNCTIONS = {
  select: [
    '($module, rlist, wlist, xlist, timeout=None, /)',
    'Wait until one or more file descriptors are ready for some kind of I/O.\n\nThe first three arguments are iterables of file descriptors to be waited\nfor:\nrlist -- wait until ready for reading\nwlist -- wait until ready for writing\nxlist -- wait for an "exceptional condition"\nIf only one kind of condition is required, pass [] for the other lists.\n\nA file descriptor is either a socket or file object, or a small integer\ngotten from a fileno() method call on one of those.\n\nThe optional 4th argument specifies a timeout in seconds; it may be\na floating-point number to specify fractions of seconds.  If it is absent\nor None, the call will never time out.\n\nThe return value is a tuple of three lists corresponding to the first\nthree arguments; each contains the subset of the corresponding file\ndescriptors that are ready.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file\ndescriptors can be used.',
  ],
  poll: [
    '($module, /)',
    'Returns a polling object.\n\nThis object supports registering and unregistering file descriptors, and\nthen polling them for I/O events.',
  ],
} as const satisfies DocTable;

/** Methods of poll objects. */
export const POLL_METHODS = {
  register: [
    '($self, fd, eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)',
    'Register a file descriptor with the polling object.\n\n  fd\n    either an integer, or an object with a fileno() method returning an int\n  eventmask\n    an optional bitmask describing the type of events to check for',
  ],
  modify: [
    '($self, fd, eventmask, /)',
    'Modify an already registered file descriptor.\n\n  fd\n    either an integer, or an object with a fileno() method returning\n    an int\n  eventmask\n    a bitmask describing the type of events to check for',
  ],
  unregister: ['($self, fd, /)', 'Remove a file descriptor being tracked by the polling object.'],
  poll: [
    '($self, timeout=None, /)',
    'Polls the set of registered file descriptors.\n\n  timeout\n    The maximum time to wait in milliseconds, or else None (or a negative\n    value) to wait indefinitely.\n\nReturns a list containing any descriptors that have events or errors\nto report, as a list of (fd, event) 2-tuples.',
  ],
} as const satisfies DocTable;
