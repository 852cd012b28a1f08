/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _uuid. */
export const FUNCTIONS = {
  generate_time_safe: ['($self, /)', null],
} as const satisfies DocTable;
