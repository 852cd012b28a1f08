/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _symtable. */
export const FUNCTIONS = {
  symtable: [
    '($module, source, filename, startstr, /)',
    'Return symbol and scope dictionaries used internally by compiler.',
  ],
} as const satisfies DocTable;
