/** `yield`, `yield from` and `await`. */
import { op } from '../../opcode/python-3.14.generated.ts';
import type { Compiler } from '../compiler.ts';
import { type Location, NO_LOCATION } from '../instruction-sequence.ts';
import { INTRINSIC_ASYNC_GEN_WRAP, RESUME_AFTER_AWAIT, RESUME_AFTER_YIELD, RESUME_AFTER_YIELD_FROM } from './oparg.ts';

/**
 * Delegates to the iterator under the value on top of the stack.
 *
 * @cpython Python/codegen.c codegen_add_yield_from (3.14)
 */
export function yieldFrom(c: Compiler, loc: Location, isAwait: boolean): void {
  const send = c.newLabel();
  const fail = c.newLabel();
  const exit = c.newLabel();
  c.useLabel(send);
  c.addJump(loc, op.SEND, exit);
  // YIELD_VALUE raises only when close() or throw() is called.
  c.addJump(loc, op.SETUP_FINALLY, fail);
  c.addI(loc, op.YIELD_VALUE, 1);
  c.add(NO_LOCATION, op.POP_BLOCK);
  c.addI(loc, op.RESUME, isAwait ? RESUME_AFTER_AWAIT : RESUME_AFTER_YIELD_FROM);
  c.addJump(loc, op.JUMP_NO_INTERRUPT, send);
  c.useLabel(fail);
  c.add(loc, op.CLEANUP_THROW);
  c.useLabel(exit);
  c.add(loc, op.END_SEND);
}

/** Awaits the object on top of the stack; `oparg` says what for (1 `__aenter__`, 2 `__aexit__`). */
export function awaitTop(c: Compiler, loc: Location, oparg: number): void {
  c.addI(loc, op.GET_AWAITABLE, oparg);
  c.loadConst(loc, null);
  yieldFrom(c, loc, true);
}

/** @cpython Python/codegen.c codegen_addop_yield (3.14) */
export function addYield(c: Compiler, loc: Location): void {
  const { ste } = c.u;
  if (ste.isGenerator && ste.isCoroutine) c.addI(loc, op.CALL_INTRINSIC_1, INTRINSIC_ASYNC_GEN_WRAP);
  c.addI(loc, op.YIELD_VALUE, 0);
  c.addI(loc, op.RESUME, RESUME_AFTER_YIELD);
}
