/**
 * Makes conditional jumps go forward: one that goes back becomes the opposite jump over an unconditional one. What is
 * done when the jump is not made starts with `NOT_TAKEN`, for branch monitoring.
 *
 * @cpython Python/flowgraph.c normalize_jumps (3.14)
 */
import { IS_CONDITIONAL_JUMP_FLAG, OPCODE_FLAGS, op } from '../../../opcode/index.ts';
import { BasicBlock, NO_LABEL } from '../flow-graph.ts';
import type { Instruction, FlowGraph } from '../flow-graph.ts';

/** Runs over all blocks; the order of blocks must be final. */
export function normalizeJumps(graph: FlowGraph): void {
  graph.clearVisited();
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    block.isVisited = true;
    const last = block.last();
    if (last === undefined || (OPCODE_FLAGS[last.opcode]! & IS_CONDITIONAL_JUMP_FLAG) === 0) continue;
    if (last.target!.isVisited) reverseJump(block, last);
    else block.append(op.NOT_TAKEN, 0, last.loc);
  }
}

function reverseJump(block: BasicBlock, jump: Instruction): void {
  const target = jump.target!;
  const jumpBack = new BasicBlock(NO_LABEL);
  jumpBack.append(op.NOT_TAKEN, 0, jump.loc);
  jumpBack.appendJump(op.JUMP, target, jump.loc);
  jumpBack.startDepth = target.startDepth;
  jumpBack.isCold = block.isCold;
  jumpBack.next = block.next;
  jump.opcode = oppositeJump(jump.opcode);
  jump.target = block.next;
  block.next = jumpBack;
}

function oppositeJump(opcode: number): number {
  switch (opcode) {
    case op.POP_JUMP_IF_NOT_NONE:
      return op.POP_JUMP_IF_NONE;
    case op.POP_JUMP_IF_NONE:
      return op.POP_JUMP_IF_NOT_NONE;
    case op.POP_JUMP_IF_FALSE:
      return op.POP_JUMP_IF_TRUE;
    default:
      return op.POP_JUMP_IF_FALSE;
  }
}
