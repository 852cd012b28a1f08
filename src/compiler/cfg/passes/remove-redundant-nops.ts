/**
 * Removes the NOPs that no line event needs: those without a line, and those whose line the instruction before or after
 * has as well.
 *
 * @cpython Python/flowgraph.c basicblock_remove_redundant_nops, remove_redundant_nops (3.14)
 */
import { op } from '../../../opcode/index.ts';
import { nextNonEmptyBlock } from '../flow-graph.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Returns how many instructions were removed. */
export function removeRedundantNops(graph: FlowGraph): number {
  let removed = 0;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    removed += removeRedundantNopsInBlock(block);
  }
  return removed;
}

/** Returns how many instructions were removed. */
export function removeRedundantNopsInBlock(block: BasicBlock): number {
  const { instructions, used } = block;
  let kept = 0;
  let previousLine = -1;
  for (let i = 0; i < used; i++) {
    const instruction = instructions[i]!;
    const line = instruction.loc.lineno;
    if (instruction.opcode === op.NOP && isRedundant(block, i, line, previousLine)) continue;
    if (kept !== i) instructions[kept] = instruction;
    kept++;
    previousLine = line;
  }
  block.used = kept;
  return used - kept;
}

function isRedundant(block: BasicBlock, index: number, line: number, previousLine: number): boolean {
  if (line < 0 || line === previousLine) return true;
  if (index < block.used - 1) {
    const next = block.instructions[index + 1]!;
    const nextLine = next.loc.lineno;
    if (nextLine < 0) {
      next.loc = block.instructions[index]!.loc;
      return true;
    }
    return nextLine === line;
  }
  const nextBlock = nextNonEmptyBlock(block.next);
  if (nextBlock === null) return false;
  for (let i = 0; i < nextBlock.used; i++) {
    const next = nextBlock.instructions[i]!;
    if (next.opcode !== op.NOP || next.loc.lineno >= 0) return next.loc.lineno === line;
  }
  return false;
}
