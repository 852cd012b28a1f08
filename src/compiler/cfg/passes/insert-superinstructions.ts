/**
 * Joins two neighbouring loads and stores of fast locals into one instruction with two four-bit indices.
 *
 * @cpython Python/flowgraph.c insert_superinstructions (3.14)
 */
import { op } from '../../../opcode/index.ts';
import type { BasicBlock, Instruction, FlowGraph } from '../flow-graph.ts';
import { removeRedundantNops } from './remove-redundant-nops.ts';

/** Runs over all blocks. */
export function insertSuperinstructions(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    for (let i = 0; i < block.used - 1; i++) {
      const first = block.instructions[i]!;
      if (first.opcode !== op.LOAD_FAST && first.opcode !== op.STORE_FAST) continue;
      const second = block.instructions[i + 1]!;
      if (first.opcode === op.LOAD_FAST) {
        if (second.opcode === op.LOAD_FAST) join(first, second, op.LOAD_FAST_LOAD_FAST);
      } else if (second.opcode === op.LOAD_FAST) {
        join(first, second, op.STORE_FAST_LOAD_FAST);
      } else if (second.opcode === op.STORE_FAST) {
        join(first, second, op.STORE_FAST_STORE_FAST);
      }
    }
  }
  removeRedundantNops(graph);
}

function join(first: Instruction, second: Instruction, opcode: number): void {
  const firstLine = first.loc.lineno;
  const secondLine = second.loc.lineno;
  if (firstLine >= 0 && secondLine >= 0 && firstLine !== secondLine) return;
  if (first.oparg >= 16 || second.oparg >= 16) return;
  first.set(opcode, (first.oparg << 4) | second.oparg);
  second.setNop();
}
