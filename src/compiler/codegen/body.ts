/**
 * The statements of a module or class, with docstring and annotations.
 *
 * @cpython Python/codegen.c codegen_body (3.14)
 */
import type { stmt } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { getDocstring } from '../../symtable/index.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { type Location, NO_LOCATION } from '../instruction-sequence.ts';
import { processDeferredAnnotations } from './annotations.ts';
import { cleanDocstring } from './clean-docstring.ts';
import { nameOp } from './names.ts';

export function body(c: Compiler, loc: Location, statements: readonly stmt[], isInteractive: boolean): void {
  const { ste } = c.u;
  if (c.hasFutureAnnotations && ste.annotationsUsed) c.add(loc, op.SETUP_ANNOTATIONS);
  if (statements.length === 0) return;
  const first = statements[0]!;
  let rest = statements;
  if (!isInteractive && ste.hasDocstring && first.node === 'Expr') {
    rest = statements.slice(1);
    c.loadConst(locationOf(first.value), cleanDocstring(getDocstring(statements)!));
    nameOp(c, NO_LOCATION, '__doc__', 'Store');
  }
  c.visitStatements(rest);
  if (!c.hasFutureAnnotations) processDeferredAnnotations(c, loc);
}

/** @cpython Python/codegen.c _PyCodegen_Module (3.14) */
export function moduleBody(c: Compiler, statements: readonly stmt[], isInteractive: boolean, loc: Location): void {
  if (c.u.ste.hasConditionalAnnotations) {
    c.addI(loc, op.BUILD_SET, 0);
    c.addN(loc, op.STORE_NAME, c.u.metadata.u_names, '__conditional_annotations__');
  }
  body(c, loc, statements, isInteractive);
}
