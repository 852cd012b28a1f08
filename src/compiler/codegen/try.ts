/**
 * `try` in its three forms.
 *
 * `finally` bodies are generated twice, once for each way into them. `except … as name` wraps its body so that the name
 * is unbound however the body ends.
 *
 * @cpython Python/codegen.c codegen_try_finally, codegen_try_except, codegen_try_star_except (3.14)
 */
import type { Try, TryStar } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import {
  FBLOCK_EXCEPTION_GROUP_HANDLER,
  FBLOCK_EXCEPTION_HANDLER,
  FBLOCK_FINALLY_END,
  FBLOCK_FINALLY_TRY,
  FBLOCK_HANDLER_CLEANUP,
  FBLOCK_TRY_EXCEPT,
  type FrameBlock,
  type FrameBlockType,
  NO_LABEL,
} from '../compiler-unit.ts';
import { type Label, type Location, NO_LOCATION } from '../instruction-sequence.ts';
import { nameOp } from './names.ts';
import { INTRINSIC_PREP_RERAISE_STAR } from './oparg.ts';
import { popExceptAndReraise } from './with.ts';

function block(type: FrameBlockType, label: Label, loc: Location, handlerName: string | null = null): FrameBlock {
  return { type, block: label, exit: NO_LABEL, loc, finalbody: null, handlerName };
}

export function tryStatement(c: Compiler, s: Try | TryStar): void {
  if (s.finalbody.length > 0) tryFinally(c, s);
  else tryHandlers(c, s);
}

function tryHandlers(c: Compiler, s: Try | TryStar): void {
  if (s.node === 'Try') tryExcept(c, s);
  else tryStarExcept(c, s);
}

function tryFinally(c: Compiler, s: Try | TryStar): void {
  const loc = locationOf(s);
  const body = c.newLabel();
  const end = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  c.addJump(loc, op.SETUP_FINALLY, end);
  c.useLabel(body);
  c.pushBlock({
    type: FBLOCK_FINALLY_TRY,
    block: body,
    exit: end,
    loc,
    finalbody: s.finalbody,
    handlerName: null,
  });
  if (s.handlers.length > 0) tryHandlers(c, s);
  else c.visitStatements(s.body);
  c.add(NO_LOCATION, op.POP_BLOCK);
  c.popBlock();
  c.visitStatements(s.finalbody);
  c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, exit);

  c.useLabel(end);
  c.addJump(NO_LOCATION, op.SETUP_CLEANUP, cleanup);
  c.add(NO_LOCATION, op.PUSH_EXC_INFO);
  c.pushBlock(block(FBLOCK_FINALLY_END, end, NO_LOCATION));
  c.visitStatements(s.finalbody);
  c.popBlock();
  c.addI(NO_LOCATION, op.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}

/** Unbinds the name of an `except` clause; `name = None` first, for a body that deleted it. */
function unbind(c: Compiler, name: string): void {
  c.loadConst(NO_LOCATION, null);
  nameOp(c, NO_LOCATION, name, 'Store');
  nameOp(c, NO_LOCATION, name, 'Del');
}

function tryExcept(c: Compiler, s: Try): void {
  const loc = locationOf(s);
  const body = c.newLabel();
  let except = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  c.addJump(loc, op.SETUP_FINALLY, except);
  c.useLabel(body);
  c.pushBlock(block(FBLOCK_TRY_EXCEPT, body, loc));
  c.visitStatements(s.body);
  c.popBlock();
  c.add(NO_LOCATION, op.POP_BLOCK);
  c.visitStatements(s.orelse);
  c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);

  c.useLabel(except);
  c.addJump(NO_LOCATION, op.SETUP_CLEANUP, cleanup);
  c.add(NO_LOCATION, op.PUSH_EXC_INFO);
  c.pushBlock(block(FBLOCK_EXCEPTION_HANDLER, NO_LABEL, loc));
  const last = s.handlers.length - 1;
  s.handlers.forEach((handler, i) => {
    const handlerLoc = locationOf(handler);
    if (handler.type === null && i < last) c.error(handlerLoc, "default 'except:' must be last");
    except = c.newLabel();
    if (handler.type !== null) {
      c.visit(handler.type);
      c.add(handlerLoc, op.CHECK_EXC_MATCH);
      c.addJump(handlerLoc, op.POP_JUMP_IF_FALSE, except);
    }
    const { name } = handler;
    if (name !== null) {
      const cleanupEnd = c.newLabel();
      const cleanupBody = c.newLabel();
      nameOp(c, handlerLoc, name, 'Store');
      c.addJump(handlerLoc, op.SETUP_CLEANUP, cleanupEnd);
      c.useLabel(cleanupBody);
      c.pushBlock(block(FBLOCK_HANDLER_CLEANUP, cleanupBody, handlerLoc, name));
      c.visitStatements(handler.body);
      c.popBlock();
      c.add(NO_LOCATION, op.POP_BLOCK);
      c.add(NO_LOCATION, op.POP_BLOCK);
      c.add(NO_LOCATION, op.POP_EXCEPT);
      unbind(c, name);
      c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);
      c.useLabel(cleanupEnd);
      unbind(c, name);
      c.addI(NO_LOCATION, op.RERAISE, 1);
    } else {
      const cleanupBody = c.newLabel();
      c.add(handlerLoc, op.POP_TOP);
      c.useLabel(cleanupBody);
      c.pushBlock(block(FBLOCK_HANDLER_CLEANUP, cleanupBody, handlerLoc));
      c.visitStatements(handler.body);
      c.popBlock();
      c.add(NO_LOCATION, op.POP_BLOCK);
      c.add(NO_LOCATION, op.POP_EXCEPT);
      c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);
    }
    c.useLabel(except);
  });
  c.popBlock();
  c.addI(NO_LOCATION, op.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(end);
}

/**
 * The stack in the handlers: the exception group, the list of what the handlers raise, and what no handler took yet.
 */
function tryStarExcept(c: Compiler, s: TryStar): void {
  const loc = locationOf(s);
  const body = c.newLabel();
  let except = c.newLabel();
  const orelse = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  const reraiseStar = c.newLabel();
  c.addJump(loc, op.SETUP_FINALLY, except);
  c.useLabel(body);
  c.pushBlock(block(FBLOCK_TRY_EXCEPT, body, loc));
  c.visitStatements(s.body);
  c.popBlock();
  c.add(NO_LOCATION, op.POP_BLOCK);
  c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, orelse);

  c.useLabel(except);
  c.addJump(NO_LOCATION, op.SETUP_CLEANUP, cleanup);
  c.add(NO_LOCATION, op.PUSH_EXC_INFO);
  c.pushBlock(block(FBLOCK_EXCEPTION_GROUP_HANDLER, NO_LABEL, loc));
  const last = s.handlers.length - 1;
  s.handlers.forEach((handler, i) => {
    const handlerLoc = locationOf(handler);
    const { name } = handler;
    except = c.newLabel();
    const exceptWithError = c.newLabel();
    const noMatch = c.newLabel();
    if (i === 0) {
      c.addI(handlerLoc, op.BUILD_LIST, 0);
      c.addI(handlerLoc, op.COPY, 2);
    }
    if (handler.type !== null) {
      c.visit(handler.type);
      c.add(handlerLoc, op.CHECK_EG_MATCH);
      c.addI(handlerLoc, op.COPY, 1);
      c.addJump(handlerLoc, op.POP_JUMP_IF_NONE, noMatch);
    }
    const cleanupEnd = c.newLabel();
    const cleanupBody = c.newLabel();
    if (name !== null) nameOp(c, handlerLoc, name, 'Store');
    else c.add(handlerLoc, op.POP_TOP);
    c.addJump(handlerLoc, op.SETUP_CLEANUP, cleanupEnd);
    c.useLabel(cleanupBody);
    c.pushBlock(block(FBLOCK_HANDLER_CLEANUP, cleanupBody, handlerLoc, name));
    c.visitStatements(handler.body);
    c.popBlock();
    c.add(NO_LOCATION, op.POP_BLOCK);
    if (name !== null) unbind(c, name);
    c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, except);

    c.useLabel(cleanupEnd);
    if (name !== null) unbind(c, name);
    c.addI(NO_LOCATION, op.LIST_APPEND, 3);
    c.add(NO_LOCATION, op.POP_TOP);
    c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, exceptWithError);

    c.useLabel(except);
    c.add(NO_LOCATION, op.NOP); // holds a location that is propagated to it
    c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, exceptWithError);
    c.useLabel(noMatch);
    c.add(handlerLoc, op.POP_TOP);
    c.useLabel(exceptWithError);
    if (i === last) {
      c.addI(NO_LOCATION, op.LIST_APPEND, 1);
      c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, reraiseStar);
    }
  });
  c.popBlock();
  const reraise = c.newLabel();
  c.useLabel(reraiseStar);
  c.addI(NO_LOCATION, op.CALL_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR);
  c.addI(NO_LOCATION, op.COPY, 1);
  c.addJump(NO_LOCATION, op.POP_JUMP_IF_NOT_NONE, reraise);
  c.add(NO_LOCATION, op.POP_TOP);
  c.add(NO_LOCATION, op.POP_BLOCK);
  c.add(NO_LOCATION, op.POP_EXCEPT);
  c.addJump(NO_LOCATION, op.JUMP_NO_INTERRUPT, end);
  c.useLabel(reraise);
  c.add(NO_LOCATION, op.POP_BLOCK);
  c.addI(NO_LOCATION, op.SWAP, 2);
  c.add(NO_LOCATION, op.POP_EXCEPT);
  c.addI(NO_LOCATION, op.RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(orelse);
  c.visitStatements(s.orelse);
  c.useLabel(end);
}
