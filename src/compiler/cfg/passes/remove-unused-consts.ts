/**
 * Leaves out the constants that no instruction loads any more, and renumbers the others. The first stays: it may be the
 * docstring.
 *
 * @cpython Python/flowgraph.c remove_unused_consts (3.14)
 */
import type { Constant } from '../../../code/code-object.ts';
import { HAS_CONST_FLAG, OPCODE_FLAGS } from '../../../opcode/index.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Returns the constants that are left, in their order. */
export function removeUnusedConsts(graph: FlowGraph, constants: readonly Constant[]): Constant[] {
  const count = constants.length;
  const newIndex = new Int32Array(count);
  if (count > 0) newIndex[0] = 1;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      if ((OPCODE_FLAGS[instruction.opcode]! & HAS_CONST_FLAG) !== 0) newIndex[instruction.oparg] = 1;
    }
  }
  const kept: Constant[] = [];
  for (let i = 0; i < count; i++) {
    if (newIndex[i] === 0) continue;
    newIndex[i] = kept.length;
    kept.push(constants[i]!);
  }
  if (kept.length === count) return kept;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      if ((OPCODE_FLAGS[instruction.opcode]! & HAS_CONST_FLAG) !== 0) instruction.oparg = newIndex[instruction.oparg]!;
    }
  }
  return kept;
}
