/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

export const MODULE_DOC =
  'This module provides an interface to the Posix calls for tty I/O control.\nFor a complete description of these calls, see the Posix or Unix manual\npages. It is only available for those Unix versions that support Posix\ntermios style tty I/O control.\n\nAll functions in this module take a file descriptor fd as their first\nargument. This can be an integer file descriptor, such as returned by\nsys.stdin.fileno(), or a file object, such as sys.stdin itself.';

/** Functions of termios. */
export const FUNCTIONS = {
  tcgetattr: [
    '($module, fd, /)',
    'Get the tty attributes for file descriptor fd.\n\nReturns a list [iflag, oflag, cflag, lflag, ispeed, ospeed, cc]\nwhere cc is a list of the tty special characters (each a string of\nlength 1, except the items with indices VMIN and VTIME, which are\nintegers when these fields are defined).  The interpretation of the\nflags and the speeds as well as the indexing in the cc array must be\ndone using the symbolic constants defined in this module.',
  ],
  tcsetattr: [
    '($module, fd, when, attributes, /)',
    'Set the tty attributes for file descriptor fd.\n\nThe attributes to be set are taken from the attributes argument, which\nis a list like the one returned by tcgetattr(). The when argument\ndetermines when the attributes are changed: termios.TCSANOW to\nchange immediately, termios.TCSADRAIN to change after transmitting all\nqueued output, or termios.TCSAFLUSH to change after transmitting all\nqueued output and discarding all queued input.',
  ],
  tcsendbreak: [
    '($module, fd, duration, /)',
    'Send a break on file descriptor fd.\n\nA zero duration sends a break for 0.25-0.5 seconds; a nonzero duration\nhas a system dependent meaning.',
  ],
  tcdrain: ['($module, fd, /)', 'Wait until all output written to file descriptor fd has been transmitted.'],
  tcflush: [
    '($module, fd, queue, /)',
    'Discard queued data on file descriptor fd.\n\nThe queue selector specifies which queue: termios.TCIFLUSH for the input\nqueue, termios.TCOFLUSH for the output queue, or termios.TCIOFLUSH for\nboth queues.',
  ],
  tcflow: [
    '($module, fd, action, /)',
    'Suspend or resume input or output on file descriptor fd.\n\nThe action argument can be termios.TCOOFF to suspend output,\ntermios.TCOON to restart output, termios.TCIOFF to suspend input,\nor termios.TCION to restart input.',
  ],
  tcgetwinsize: [
    '($module, fd, /)',
    'Get the tty winsize for file descriptor fd.\n\nReturns a tuple (ws_row, ws_col).',
  ],
  tcsetwinsize: [
    '($module, fd, winsize, /)',
    'Set the tty winsize for file descriptor fd.\n\nThe winsize to be set is taken from the winsize argument, which\nis a two-item tuple (ws_row, ws_col) like the one returned by\ntcgetwinsize().',
  ],
} as const satisfies DocTable;
