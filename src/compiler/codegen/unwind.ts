/**
 * Leaving blocks by `return`, `break` and `continue`.
 *
 * @cpython Python/codegen.c codegen_unwind_fblock (3.14)
 */
import type { Return } from '../../ast/nodes.generated.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { type Compiler, locationOf } from '../compiler.ts';
import {
  FBLOCK_ASYNC_WITH,
  FBLOCK_EXCEPTION_GROUP_HANDLER,
  FBLOCK_FINALLY_END,
  FBLOCK_FINALLY_TRY,
  FBLOCK_FOR_LOOP,
  FBLOCK_HANDLER_CLEANUP,
  FBLOCK_POP_VALUE,
  FBLOCK_TRY_EXCEPT,
  FBLOCK_WHILE_LOOP,
  FBLOCK_WITH,
  type FrameBlock,
  NO_LABEL,
} from '../compiler-unit.ts';
import { type Location, NO_LOCATION } from '../instruction-sequence.ts';
import { nameOp } from './names.ts';
import { awaitTop } from './yields.ts';

/** Calls the `__exit__` on the stack as after a body without exception. */
export function callExitWithNones(c: Compiler, loc: Location): void {
  c.loadConst(loc, null);
  c.loadConst(loc, null);
  c.loadConst(loc, null);
  c.addI(loc, op.CALL, 3);
}

/** Leaves one block; `preserveTop` keeps the value on top of the stack. Gives the location for what follows. */
function unwindBlock(c: Compiler, loc: Location, block: FrameBlock, preserveTop: boolean): Location {
  switch (block.type) {
    case FBLOCK_FOR_LOOP:
    case FBLOCK_POP_VALUE:
      if (preserveTop) c.addI(loc, op.SWAP, 2);
      c.add(loc, op.POP_TOP);
      return loc;
    case FBLOCK_TRY_EXCEPT:
      c.add(loc, op.POP_BLOCK);
      return loc;
    case FBLOCK_FINALLY_TRY:
      c.add(loc, op.POP_BLOCK);
      if (preserveTop) {
        c.pushBlock({
          type: FBLOCK_POP_VALUE,
          block: NO_LABEL,
          exit: NO_LABEL,
          loc,
          finalbody: null,
          handlerName: null,
        });
      }
      c.visitStatements(block.finalbody!);
      if (preserveTop) c.popBlock();
      // The finally body seems to run after the statement that leaves: what follows is artificial.
      return NO_LOCATION;
    case FBLOCK_FINALLY_END:
      if (preserveTop) c.addI(loc, op.SWAP, 2);
      c.add(loc, op.POP_TOP);
      if (preserveTop) c.addI(loc, op.SWAP, 2);
      c.add(loc, op.POP_BLOCK);
      c.add(loc, op.POP_EXCEPT);
      return loc;
    case FBLOCK_WITH:
    case FBLOCK_ASYNC_WITH: {
      const withLoc = block.loc;
      c.add(withLoc, op.POP_BLOCK);
      if (preserveTop) {
        c.addI(withLoc, op.SWAP, 3);
        c.addI(withLoc, op.SWAP, 2);
      }
      callExitWithNones(c, withLoc);
      if (block.type === FBLOCK_ASYNC_WITH) awaitTop(c, withLoc, 2);
      c.add(withLoc, op.POP_TOP);
      return NO_LOCATION;
    }
    case FBLOCK_HANDLER_CLEANUP:
      if (block.handlerName !== null) c.add(loc, op.POP_BLOCK);
      if (preserveTop) c.addI(loc, op.SWAP, 2);
      c.add(loc, op.POP_BLOCK);
      c.add(loc, op.POP_EXCEPT);
      if (block.handlerName !== null) {
        c.loadConst(loc, null);
        nameOp(c, loc, block.handlerName, 'Store');
        nameOp(c, loc, block.handlerName, 'Del');
      }
      return loc;
    default:
      return loc;
  }
}

interface Unwound {
  loc: Location;
  /** The loop at which unwinding stopped. */
  loop: FrameBlock | null;
}

/** Leaves all blocks, or those inside the innermost loop; the block stack is as before afterwards. */
function unwindBlocks(c: Compiler, loc: Location, preserveTop: boolean, toLoop: boolean): Unwound {
  const { frameBlocks } = c.u;
  const popped: FrameBlock[] = [];
  let loop: FrameBlock | null = null;
  while (frameBlocks.length > 0) {
    const top = frameBlocks[frameBlocks.length - 1]!;
    if (top.type === FBLOCK_EXCEPTION_GROUP_HANDLER) {
      c.error(loc, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (toLoop && (top.type === FBLOCK_WHILE_LOOP || top.type === FBLOCK_FOR_LOOP)) {
      loop = top;
      break;
    }
    c.popBlock();
    popped.push(top);
    loc = unwindBlock(c, loc, top, preserveTop);
  }
  for (let i = popped.length - 1; i >= 0; i--) c.pushBlock(popped[i]!);
  return { loc, loop };
}

export function returnStatement(c: Compiler, s: Return): void {
  let loc = locationOf(s);
  const { value } = s;
  const { ste } = c.u;
  const preserveTop = value !== null && value.node !== 'Constant';
  if (!ste.isFunctionLike) c.error(loc, "'return' outside function");
  if (value !== null && ste.isCoroutine && ste.isGenerator) {
    c.error(loc, "'return' with value in async generator");
  }
  if (preserveTop) {
    c.visit(value);
  } else if (value !== null) {
    loc = locationOf(value);
    c.add(loc, op.NOP);
  }
  if (value === null || value.lineno !== s.lineno) {
    loc = locationOf(s);
    c.add(loc, op.NOP);
  }
  loc = unwindBlocks(c, loc, preserveTop, false).loc;
  if (value === null) c.loadConst(loc, null);
  else if (value.node === 'Constant') c.loadConst(loc, value.value);
  c.add(loc, op.RETURN_VALUE);
}

export function breakStatement(c: Compiler, loc: Location): void {
  c.add(loc, op.NOP);
  const { loc: after, loop } = unwindBlocks(c, loc, false, true);
  if (loop === null) c.error(loc, "'break' outside loop");
  c.addJump(unwindBlock(c, after, loop, false), op.JUMP, loop.exit);
}

export function continueStatement(c: Compiler, loc: Location): void {
  c.add(loc, op.NOP);
  const { loc: after, loop } = unwindBlocks(c, loc, false, true);
  if (loop === null) c.error(loc, "'continue' not properly in loop");
  c.addJump(after, op.JUMP, loop.block);
}
