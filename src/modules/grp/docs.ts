/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

export const MODULE_DOC =
  'Access to the Unix group database.\n\nGroup entries are reported as 4-tuples containing the following fields\nfrom the group database, in order:\n\n  gr_name   - name of the group\n  gr_passwd - group password (encrypted); often empty\n  gr_gid    - numeric ID of the group\n  gr_mem    - list of members\n\nThe gid is an integer, name and password are strings.  (Note that most\nusers are not explicitly listed as members of the groups they are in\naccording to the password database.  Check both databases to get\ncomplete membership information.)';

/** Functions of grp. */
export const FUNCTIONS = {
  getgrgid: [
    '($module, /, id)',
    'Return the group database entry for the given numeric group ID.\n\nIf id is not valid, raise KeyError.',
  ],
  getgrnam: [
    '($module, /, name)',
    'Return the group database entry for the given group name.\n\nIf name is not valid, raise KeyError.',
  ],
  getgrall: [
    '($module, /)',
    "Return a list of all available group entries, in arbitrary order.\n\nAn entry whose name starts with '+' or '-' represents an instruction\nto use YP/NIS and may not be accessible via getgrnam or getgrgid.",
  ],
} as const satisfies DocTable;
