/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

export const MODULE_DOC = 'A helper for the sysconfig module.';

/** Functions of _sysconfig. */
export const FUNCTIONS = {
  config_vars: ['($module, /)', 'Returns a dictionary containing build variables intended to be exposed by sysconfig.'],
} as const satisfies DocTable;
