/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

export const MODULE_DOC =
  "This module provides access to the Unix password database.\nIt is available on all Unix versions.\n\nPassword database entries are reported as 7-tuples containing the following\nitems from the password database (see `<pwd.h>'), in order:\npw_name, pw_passwd, pw_uid, pw_gid, pw_gecos, pw_dir, pw_shell.\nThe uid and gid items are integers, all others are strings. An\nexception is raised if the entry asked for cannot be found.";

/** Functions of pwd. */
export const FUNCTIONS = {
  getpwuid: [
    '($module, uidobj, /)',
    'Return the password database entry for the given numeric user ID.\n\nSee `help(pwd)` for more on password database entries.',
  ],
  getpwnam: [
    '($module, name, /)',
    'Return the password database entry for the given user name.\n\nSee `help(pwd)` for more on password database entries.',
  ],
  getpwall: [
    '($module, /)',
    'Return a list of all available password database entries, in arbitrary order.\n\nSee help(pwd) for more on password database entries.',
  ],
} as const satisfies DocTable;
