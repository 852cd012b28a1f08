/** Turning expressions that were read as values into targets of assignment and deletion. */
import type { expr } from '../ast/nodes.generated.ts';
import { PARSE_FAILED } from './parser-base.ts';

/**
 * Marks an expression as target. The tree is ours alone here, so that it is changed in place.
 * @throws PARSE_FAILED where it cannot be one.
 * @cpython Parser/action_helpers.c _PyPegen_set_expr_context (3.14)
 */
export function setContext(target: expr, context: 'Store' | 'Del'): void {
  switch (target.node) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      target.ctx = context;
      return;
    case 'Tuple':
    case 'List':
      target.ctx = context;
      for (const item of target.elts) setContext(item, context);
      return;
    case 'Starred':
      if (context === 'Del' || target.value.node === 'Starred') throw PARSE_FAILED;
      target.ctx = context;
      setContext(target.value, context);
      return;
    default:
      throw PARSE_FAILED;
  }
}
