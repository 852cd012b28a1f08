/**
 * From the instruction sequence to the flow graph: cuts it into basic blocks at jump targets and after jumps and exits,
 * and splices in the code for `ANNOTATIONS_PLACEHOLDER`. That jumps and exits end their blocks is so by construction.
 *
 * @cpython Python/flowgraph.c _PyCfg_FromInstructionSequence (3.14)
 */
import { HAS_TARGET_FLAG, OPCODE_FLAGS, op } from '../../opcode/index.ts';
import type { InstructionSequence } from '../instruction-sequence.ts';
import { FlowGraph } from './flow-graph.ts';

/** Builds the graph of a sequence. Jump targets of its instructions are labels: their instruction indices. */
export function buildFlowGraph(sequence: InstructionSequence): FlowGraph {
  sequence.applyLabelMap();
  const { instructions, annotationsCode } = sequence;
  const isTarget = new Uint8Array(instructions.length + 1);
  for (const instruction of instructions) {
    if ((OPCODE_FLAGS[instruction.opcode]! & HAS_TARGET_FLAG) !== 0) isTarget[instruction.oparg] = 1;
  }
  const graph = new FlowGraph();
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    if (instruction.opcode === op.ANNOTATIONS_PLACEHOLDER) {
      if (annotationsCode !== null) {
        for (const { opcode, oparg, loc } of annotationsCode.instructions) graph.addOp(opcode, oparg, loc);
      }
      continue;
    }
    if (isTarget[i] !== 0) graph.useLabel(i);
    graph.addOp(instruction.opcode, instruction.oparg, instruction.loc);
  }
  return graph;
}
