/**
 * The stack depth at the start of every block, and the greatest depth of all.
 *
 * @cpython Python/flowgraph.c calculate_stackdepth (3.14)
 */
import { assert } from '../../../base/assert.ts';
import {
  HAS_TARGET_FLAG,
  IS_SCOPE_EXIT_FLAG,
  IS_UNCONDITIONAL_JUMP_FLAG,
  OPCODE_FLAGS,
  op,
  stackEffect,
} from '../../../opcode/index.ts';
import { UNKNOWN_DEPTH } from '../flow-graph.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Sets `startDepth` of the blocks and returns the size of the stack. */
export function calculateStackDepth(graph: FlowGraph): number {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) block.startDepth = UNKNOWN_DEPTH;
  const todo: BasicBlock[] = [];
  let maxDepth = 0;
  push(graph.entry, 0, todo);
  for (;;) {
    const block = todo.pop();
    if (block === undefined) return maxDepth;
    let depth = block.startDepth;
    let fallsThrough = true;
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      const { opcode, oparg } = instruction;
      const flags = OPCODE_FLAGS[opcode]!;
      const effect = stackEffect(opcode, oparg, false);
      assert(effect !== undefined && depth + effect >= 0, 'stack underflow');
      if (depth > maxDepth) maxDepth = depth;
      if ((flags & HAS_TARGET_FLAG) !== 0 && opcode !== op.END_ASYNC_FOR) {
        push(instruction.target!, depth + stackEffect(opcode, oparg, true)!, todo);
      }
      depth += effect;
      if ((flags & (IS_UNCONDITIONAL_JUMP_FLAG | IS_SCOPE_EXIT_FLAG)) !== 0) {
        fallsThrough = false;
        break;
      }
    }
    if (fallsThrough && block.next !== null) push(block.next, depth, todo);
  }
}

function push(block: BasicBlock, depth: number, todo: BasicBlock[]): void {
  assert(block.startDepth < 0 || block.startDepth === depth, 'inconsistent stack depth');
  if (block.startDepth >= depth) return;
  block.startDepth = depth;
  todo.push(block);
}
