/**
 * `JUMP_IF_FALSE` and `JUMP_IF_TRUE`, which leave the value they test, become `COPY 1, TO_BOOL, POP_JUMP_IF_…`.
 *
 * @cpython Python/flowgraph.c convert_pseudo_conditional_jumps (3.14)
 */
import { op } from '../../../opcode/index.ts';
import { Instruction } from '../flow-graph.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Runs over all blocks. */
export function convertPseudoConditionalJumps(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const last = block.last();
    if (last === undefined || (last.opcode !== op.JUMP_IF_FALSE && last.opcode !== op.JUMP_IF_TRUE)) continue;
    last.opcode = last.opcode === op.JUMP_IF_FALSE ? op.POP_JUMP_IF_FALSE : op.POP_JUMP_IF_TRUE;
    const position = block.used - 1;
    const copy = new Instruction(op.COPY, 1, last.loc);
    const toBool = new Instruction(op.TO_BOOL, 0, last.loc);
    copy.except = toBool.except = last.except;
    block.insert(position, copy);
    block.insert(position + 1, toBool);
  }
}
