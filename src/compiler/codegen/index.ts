/**
 * The code generator: from the tree and its symbol tables to instruction sequences.
 *
 * @cpython Python/codegen.c (3.14)
 */
import type { mod } from '../../ast/nodes.generated.ts';
import { InternalError } from '../../base/assert.ts';
import { type CodegenVisitors, type Compiler, locationOf } from '../compiler.ts';
import { NO_ARGUMENTS, SCOPE_MODULE } from '../compiler-unit.ts';
import { Location } from '../instruction-sequence.ts';
import { moduleBody } from './body.ts';
import { visitExpression } from './expressions.ts';
import { visitStatement } from './statements.ts';

export const VISITORS: CodegenVisitors = { expression: visitExpression, statement: visitStatement };

/**
 * Generates the code of a module into the compiler's outermost unit, which stays open.
 *
 * @cpython Python/compile.c compiler_codegen (3.14)
 * @throws SyntaxDiagnostic
 */
export function generateModule(c: Compiler, tree: mod): void {
  c.enterScope('<module>', SCOPE_MODULE, c.symtable.lookup(tree), 1, null, NO_ARGUMENTS);
  switch (tree.node) {
    case 'Module':
    case 'Interactive': {
      const first = tree.body[0];
      const loc = first === undefined ? new Location(1, 1, 0, 0) : locationOf(first);
      return moduleBody(c, tree.body, tree.node === 'Interactive', loc);
    }
    case 'Expression':
      return c.visit(tree.body);
    case 'FunctionType':
      throw new InternalError('this compiler does not handle FunctionTypes');
  }
}
