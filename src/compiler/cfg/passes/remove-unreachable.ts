/**
 * Empties the blocks that no path from the entry reaches, and counts the predecessors of the others.
 *
 * @cpython Python/flowgraph.c remove_unreachable (3.14)
 */
import { HAS_TARGET_FLAG, OPCODE_FLAGS } from '../../../opcode/index.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Sets `predecessors` of every block and empties those without any. */
export function removeUnreachable(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    block.predecessors = 0;
    block.isVisited = false;
  }
  const todo: BasicBlock[] = [graph.entry];
  graph.entry.predecessors = 1;
  graph.entry.isVisited = true;
  for (;;) {
    const block = todo.pop();
    if (block === undefined) break;
    const next = block.next;
    if (next !== null && block.hasFallthrough()) {
      if (!next.isVisited) {
        next.isVisited = true;
        todo.push(next);
      }
      next.predecessors++;
    }
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      if ((OPCODE_FLAGS[instruction.opcode]! & HAS_TARGET_FLAG) === 0) continue;
      const target = instruction.target!;
      if (!target.isVisited) {
        target.isVisited = true;
        todo.push(target);
      }
      target.predecessors++;
    }
  }
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    if (block.predecessors === 0) {
      block.used = 0;
      block.isExceptHandler = false;
    }
  }
}
