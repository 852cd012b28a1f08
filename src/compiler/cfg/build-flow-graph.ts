/**
 * From the instruction sequence to the flow graph: cuts it into basic blocks at jump targets and after jumps and exits,
 * and splices in the code for `ANNOTATIONS_PLACEHOLDER`. That jumps and exits end their blocks is so by construction.
 *
 * @cpython Python/flowgraph.c _PyCfg_FromInstructionSequence (3.14)
 */
import { HAS_TARGET_FLAG, OPCODE_FLAGS, op } from '../../opcode/index.ts';
import type { InstructionSequence } from '../instruction-sequence.ts';
import { FlowGraph } from './flow-graph.ts';

/** Builds the graph of a sequence. It takes over the instructions: the sequence is used up. */
export function buildFlowGraph(sequence: InstructionSequence): FlowGraph {
  const { instructions, annotationsCode } = sequence;
  const labels = new Int32Array(instructions.length + 1);
  const graph = new FlowGraph(labelTargets(sequence, labels));
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    if (instruction.opcode === op.ANNOTATIONS_PLACEHOLDER) {
      for (const inserted of annotationsCode?.instructions ?? []) graph.add(inserted);
      continue;
    }
    if (labels[i] !== 0) graph.useLabel(labels[i]! - 1);
    graph.add(instruction);
  }
  return graph;
}

/**
 * Numbers the jump targets: `labels` gets one more than the label, by instruction index; jumps get the label as oparg.
 * Returns how many there are.
 */
function labelTargets({ instructions, labelMap }: InstructionSequence, labels: Int32Array): number {
  let count = 0;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    if ((OPCODE_FLAGS[instruction.opcode]! & HAS_TARGET_FLAG) === 0) continue;
    const target = labelMap === null ? instruction.oparg : labelMap[instruction.oparg]!;
    if (labels[target] === 0) labels[target] = ++count;
    instruction.oparg = labels[target]! - 1;
  }
  return count;
}
