/**
 * Marks the blocks that exceptions go to.
 *
 * @cpython Python/flowgraph.c mark_except_handlers (3.14)
 */
import { IS_BLOCK_PUSH_FLAG, OPCODE_FLAGS } from '../../../opcode/index.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Sets `isExceptHandler` of the targets of block pushes. */
export function markExceptHandlers(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      if ((OPCODE_FLAGS[instruction.opcode]! & IS_BLOCK_PUSH_FLAG) !== 0) instruction.target!.isExceptHandler = true;
    }
  }
}
