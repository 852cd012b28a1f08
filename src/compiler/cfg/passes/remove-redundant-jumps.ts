/**
 * Removes unconditional jumps to where control would go anyway.
 *
 * @cpython Python/flowgraph.c remove_redundant_jumps, remove_redundant_nops_and_jumps (3.14)
 */
import { assert } from '../../../base/assert.ts';
import { IS_UNCONDITIONAL_JUMP_FLAG, OPCODE_FLAGS } from '../../../opcode/index.ts';
import { nextNonEmptyBlock } from '../flow-graph.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';
import { removeRedundantNops } from './remove-redundant-nops.ts';

/** Returns how many jumps became NOPs. */
export function removeRedundantJumps(graph: FlowGraph): number {
  let changes = 0;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const last = block.last();
    if (last === undefined || (OPCODE_FLAGS[last.opcode]! & IS_UNCONDITIONAL_JUMP_FLAG) === 0) continue;
    const target = nextNonEmptyBlock(last.target);
    assert(target !== null, 'jump to the end of the code');
    if (target === nextNonEmptyBlock(block.next)) {
      changes++;
      last.setNop();
    }
  }
  return changes;
}

/** Removes redundant NOPs and jumps until there are none. */
export function removeRedundantNopsAndJumps(graph: FlowGraph): void {
  let changes: number;
  do {
    changes = removeRedundantNops(graph);
    changes += removeRedundantJumps(graph);
  } while (changes > 0);
}
