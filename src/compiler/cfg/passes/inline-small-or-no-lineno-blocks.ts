/**
 * Replaces an unconditional jump by what it jumps to, where that is a small exit block, or a block without line numbers
 * that does not fall through.
 *
 * @cpython Python/flowgraph.c inline_small_or_no_lineno_blocks (3.14)
 */
import { IS_UNCONDITIONAL_JUMP_FLAG, OPCODE_FLAGS, op } from '../../../opcode/index.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Most instructions of an exit block that is copied to where it is jumped to. */
const MAX_COPY_SIZE = 4;

/** Inlines until nothing changes; every change removes a jump, so that this ends. */
export function inlineSmallOrNoLinenoBlocks(graph: FlowGraph): void {
  let isChanged: boolean;
  do {
    isChanged = false;
    for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
      if (inlineTarget(block)) isChanged = true;
    }
  } while (isChanged);
}

function inlineTarget(block: BasicBlock): boolean {
  const jump = block.last();
  if (jump === undefined || (OPCODE_FLAGS[jump.opcode]! & IS_UNCONDITIONAL_JUMP_FLAG) === 0) return false;
  const target = jump.target!;
  const isSmallExit = target.used <= MAX_COPY_SIZE && target.exitsScope();
  const isUnnumbered = !target.hasFallthrough() && target.hasNoLineNumber();
  if (!isSmallExit && !isUnnumbered) return false;
  const removedOpcode = jump.opcode;
  jump.setNop();
  block.appendCopies(target);
  if (isUnnumbered) {
    const last = block.last()!;
    // A plain jump looks for signals; one that took its place must too.
    if ((OPCODE_FLAGS[last.opcode]! & IS_UNCONDITIONAL_JUMP_FLAG) !== 0 && removedOpcode === op.JUMP) {
      last.opcode = op.JUMP;
    }
  }
  target.predecessors--;
  return true;
}
