/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of resource. */
export const FUNCTIONS = {
  getrusage: ['($module, who, /)', null],
  getrlimit: ['($module, resource, /)', null],
  prlimit: ['($module, pid, resource, limits=None, /)', null],
  setrlimit: ['($module, resource, limits, /)', null],
  getpagesize: ['($module, /)', null],
} as const satisfies DocTable;
