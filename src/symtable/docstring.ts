/** Docstrings: the text constant that opens a body. */
import type { WideString } from '../base/constant.ts';
import type { stmt } from '../ast/nodes.generated.ts';

/** The docstring of a body, or null. @cpython Python/ast.c _PyAST_GetDocString (3.14) */
export function getDocstring(body: readonly stmt[]): string | WideString | null {
  const first = body[0];
  if (first === undefined || first.node !== 'Expr' || first.value.node !== 'Constant') return null;
  const value = first.value.value;
  if (typeof value === 'string') return value;
  return value !== null && typeof value === 'object' && value.kind === 'wide' ? value : null;
}
