/**
 * Gives every jump and block push the block that its label stands for.
 *
 * @cpython Python/flowgraph.c translate_jump_labels_to_targets (3.14)
 */
import { assert } from '../../../base/assert.ts';
import { HAS_TARGET_FLAG, OPCODE_FLAGS } from '../../../opcode/index.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Sets `target` of all instructions that have one. */
export function translateJumpLabelsToTargets(graph: FlowGraph): void {
  const blockOfLabel: BasicBlock[] = [];
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    if (block.label >= 0) blockOfLabel[block.label] = block;
  }
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      if ((OPCODE_FLAGS[instruction.opcode]! & HAS_TARGET_FLAG) === 0) continue;
      const target = blockOfLabel[instruction.oparg];
      assert(target !== undefined, 'jump to an unknown label');
      instruction.target = target;
    }
  }
}
