/** Signatures and docstrings as CPython shows them; the implementations are beside this file. */
import type { DocTable } from '../../objects/int/documented.ts';

/** Functions of _statistics. */
export const STATISTICS_DOCS = {
  _normal_dist_inv_cdf: ['($module, p, mu, sigma, /)', null],
} as const satisfies DocTable;

export const STATISTICS_DOC = 'Accelerators for the statistics module.\n';
