/** `if`, `for`, `async for` and `while`. @cpython Python/codegen.c (3.14) */
import type { AsyncFor, For, If, While } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import { FBLOCK_FOR_LOOP, FBLOCK_WHILE_LOOP, type FrameBlock, type FrameBlockType } from '../compiler-unit.ts';
import { type Label, type Location, NO_LOCATION } from '../instruction-sequence.ts';
import { jumpIf } from './jump-if.ts';
import { yieldFrom } from './yields.ts';

function loopBlock(type: FrameBlockType, block: Label, exit: Label, loc: Location): FrameBlock {
  return { type, block, exit, loc, finalbody: null, handlerName: null };
}

export function ifStatement(c: Compiler, s: If): void {
  const end = c.newLabel();
  const hasElse = s.orelse.length > 0;
  const next = hasElse ? c.newLabel() : end;
  jumpIf(c, s.test, next, false);
  c.visitStatements(s.body);
  if (hasElse) {
    c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);
    c.useLabel(next);
    c.visitStatements(s.orelse);
  }
  c.useLabel(end);
}

export function forStatement(c: Compiler, s: For): void {
  const start = c.newLabel();
  const body = c.newLabel();
  const cleanup = c.newLabel();
  const end = c.newLabel();
  c.pushBlock(loopBlock(FBLOCK_FOR_LOOP, start, end, locationOf(s)));
  c.visit(s.iter);
  const loc = locationOf(s.iter);
  c.add(loc, op.GET_ITER);
  c.useLabel(start);
  c.addJump(loc, op.FOR_ITER, cleanup);
  // For tracing `for` statements that span lines; goes if it is not needed.
  c.add(locationOf(s.target), op.NOP);
  c.useLabel(body);
  c.visit(s.target);
  c.visitStatements(s.body);
  c.addJump(NO_LOCATION, op.JUMP, start);
  c.useLabel(cleanup);
  // END_FOR must come first: a generator jumps to it, other iterators past it.
  c.add(NO_LOCATION, op.END_FOR);
  c.add(NO_LOCATION, op.POP_ITER);
  c.popBlock();
  c.visitStatements(s.orelse);
  c.useLabel(end);
}

export function asyncForStatement(c: Compiler, s: AsyncFor): void {
  const loc = locationOf(s);
  const start = c.newLabel();
  const send = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  c.visit(s.iter);
  const iterLoc = locationOf(s.iter);
  c.add(iterLoc, op.GET_AITER);
  c.useLabel(start);
  c.pushBlock(loopBlock(FBLOCK_FOR_LOOP, start, end, loc));
  c.addJump(loc, op.SETUP_FINALLY, except);
  c.add(loc, op.GET_ANEXT);
  c.loadConst(loc, null);
  c.useLabel(send);
  yieldFrom(c, loc, true);
  c.add(loc, op.POP_BLOCK);
  c.add(loc, op.NOT_TAKEN);
  c.visit(s.target);
  c.visitStatements(s.body);
  c.addJump(NO_LOCATION, op.JUMP, start);
  c.popBlock();
  c.useLabel(except);
  c.addJump(iterLoc, op.END_ASYNC_FOR, send);
  c.visitStatements(s.orelse);
  c.useLabel(end);
}

export function whileStatement(c: Compiler, s: While): void {
  const loop = c.newLabel();
  const end = c.newLabel();
  const anchor = c.newLabel();
  const loc = locationOf(s);
  c.useLabel(loop);
  c.pushBlock(loopBlock(FBLOCK_WHILE_LOOP, loop, end, loc));
  jumpIf(c, s.test, anchor, false);
  c.visitStatements(s.body);
  c.addJump(NO_LOCATION, op.JUMP, loop);
  c.popBlock();
  c.useLabel(anchor);
  c.visitStatements(s.orelse);
  c.useLabel(end);
}
