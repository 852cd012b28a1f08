/**
 * Removes pairs that do nothing: a constant loaded or a value copied, and popped at once. Works across a block boundary
 * where control can only come from the block before.
 *
 * @cpython Python/flowgraph.c remove_redundant_nops_and_pairs (3.14)
 */
import { op } from '../../../opcode/index.ts';
import { isJump, NO_LABEL } from '../flow-graph.ts';
import type { BasicBlock, Instruction, FlowGraph } from '../flow-graph.ts';
import { removeRedundantNopsInBlock } from './remove-redundant-nops.ts';

/** Removes until nothing changes. */
export function removeRedundantNopsAndPairs(graph: FlowGraph): void {
  let isDone: boolean;
  do {
    isDone = true;
    let instruction: Instruction | null = null;
    for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
      removeRedundantNopsInBlock(block);
      if (block.label !== NO_LABEL) instruction = null;
      for (let i = 0; i < block.used; i++) {
        const previous: Instruction | null = instruction;
        instruction = block.instructions[i]!;
        if (instruction.opcode === op.POP_TOP && previous !== null && isPurePush(previous)) {
          previous.setNop();
          instruction.setNop();
          isDone = false;
        }
      }
      if ((instruction !== null && isJump(instruction)) || !block.hasFallthrough()) instruction = null;
    }
  } while (!isDone);
}

function isPurePush({ opcode, oparg }: Instruction): boolean {
  return opcode === op.LOAD_CONST || opcode === op.LOAD_SMALL_INT || (opcode === op.COPY && oparg === 1);
}
