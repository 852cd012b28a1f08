/**
 * `with` and `async with`: the body runs with `__exit__` on the stack under a SETUP_WITH block.
 *
 * @cpython Python/codegen.c codegen_with_inner, codegen_async_with_inner (3.14)
 */
import type { AsyncWith, With } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { FBLOCK_ASYNC_WITH, FBLOCK_WITH } from '../compiler-unit.ts';
import { type Label, type Location, NO_LOCATION } from '../instruction-sequence.ts';
import { SPECIAL___AENTER__, SPECIAL___AEXIT__, SPECIAL___ENTER__, SPECIAL___EXIT__ } from './oparg.ts';
import { callExitWithNones } from './unwind.ts';
import { awaitTop } from './yields.ts';

/**
 * The last handler of an exception: restores the exception that was handled before and raises again.
 *
 * @cpython Python/codegen.c codegen_pop_except_and_reraise (3.14)
 */
export function popExceptAndReraise(c: Compiler, loc: Location): void {
  c.addI(loc, op.COPY, 3);
  c.add(loc, op.POP_EXCEPT);
  c.addI(loc, op.RERAISE, 1);
}

/** @cpython Python/codegen.c codegen_with_except_finish (3.14) */
function exceptFinish(c: Compiler, cleanup: Label): void {
  const suppress = c.newLabel();
  c.add(NO_LOCATION, op.TO_BOOL);
  c.addJump(NO_LOCATION, op.POP_JUMP_IF_TRUE, suppress);
  c.addI(NO_LOCATION, op.RERAISE, 2);
  c.useLabel(suppress);
  c.add(NO_LOCATION, op.POP_TOP);
  c.add(NO_LOCATION, op.POP_BLOCK);
  c.add(NO_LOCATION, op.POP_EXCEPT);
  c.add(NO_LOCATION, op.POP_TOP);
  c.add(NO_LOCATION, op.POP_TOP);
  c.add(NO_LOCATION, op.POP_TOP);
  const exit = c.newLabel();
  c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, exit);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}

export function withStatement(c: Compiler, s: With | AsyncWith): void {
  withItem(c, s, 0);
}

function withItem(c: Compiler, s: With | AsyncWith, position: number): void {
  const isAsync = s.node === 'AsyncWith';
  const item = s.items[position]!;
  const block = c.newLabel();
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();

  c.visit(item.context_expr);
  const loc = locationOf(item.context_expr);
  c.addI(loc, op.COPY, 1);
  c.addI(loc, op.LOAD_SPECIAL, isAsync ? SPECIAL___AEXIT__ : SPECIAL___EXIT__);
  c.addI(loc, op.SWAP, 2);
  c.addI(loc, op.SWAP, 3);
  c.addI(loc, op.LOAD_SPECIAL, isAsync ? SPECIAL___AENTER__ : SPECIAL___ENTER__);
  c.addI(loc, op.CALL, 0);
  if (isAsync) awaitTop(c, loc, 1);
  c.addJump(loc, op.SETUP_WITH, final);

  c.useLabel(block);
  c.pushBlock({
    type: isAsync ? FBLOCK_ASYNC_WITH : FBLOCK_WITH,
    block,
    exit: final,
    loc,
    finalbody: null,
    handlerName: null,
  });
  if (item.optional_vars !== null) c.visit(item.optional_vars);
  else c.add(loc, op.POP_TOP);
  if (position + 1 === s.items.length) c.visitStatements(s.body);
  else withItem(c, s, position + 1);
  c.popBlock();
  c.add(isAsync ? loc : NO_LOCATION, op.POP_BLOCK);

  callExitWithNones(c, loc);
  if (isAsync) awaitTop(c, loc, 2);
  c.add(loc, op.POP_TOP);
  c.addJump(loc, op.JUMP, exit);

  c.useLabel(final);
  c.addJump(loc, op.SETUP_CLEANUP, cleanup);
  c.add(loc, op.PUSH_EXC_INFO);
  c.add(loc, op.WITH_EXCEPT_START);
  if (isAsync) awaitTop(c, loc, 2);
  exceptFinish(c, cleanup);
  c.useLabel(exit);
}
