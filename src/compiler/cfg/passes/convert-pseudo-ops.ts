/**
 * Replaces the pseudo instructions that are left by real ones. Block pushes have done their work and disappear.
 *
 * @cpython Python/flowgraph.c convert_pseudo_ops (3.14)
 */
import { IS_BLOCK_PUSH_FLAG, OPCODE_FLAGS, op } from '../../../opcode/index.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';
import { removeRedundantNopsAndJumps } from './remove-redundant-jumps.ts';

/** Runs over all blocks. */
export function convertPseudoOps(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      const { opcode } = instruction;
      if ((OPCODE_FLAGS[opcode]! & IS_BLOCK_PUSH_FLAG) !== 0) instruction.setNop();
      else if (opcode === op.LOAD_CLOSURE) instruction.opcode = op.LOAD_FAST;
      else if (opcode === op.STORE_FAST_MAYBE_NULL) instruction.opcode = op.STORE_FAST;
    }
  }
  removeRedundantNopsAndJumps(graph);
}
