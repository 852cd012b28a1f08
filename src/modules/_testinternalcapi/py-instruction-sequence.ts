/** Instruction sequences as Python objects. @cpython Python/instruction_sequence.c */
import { buildFlowGraph, optimizeCodeUnit } from '../../compiler/cfg/index.ts';
import { Instruction } from '../../compiler/cfg/flow-graph.ts';
import { calculateStackDepth } from '../../compiler/cfg/passes/calculate-stack-depth.ts';
import { optimizeLoadFast } from '../../compiler/cfg/passes/optimize-load-fast.ts';
import { ConstantCache, ConstantTable } from '../../compiler/constant-table.ts';
import { InstructionSequence, Location } from '../../compiler/instruction-sequence.ts';
import {
  indexNumber,
  makeBuiltinType,
  method,
  None,
  objectType,
  PyList,
  PyObject,
  PyTuple,
  toArray,
  typeError,
  typeSpec,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { constantToValue, valueToConstant } from '../../objects/function/constant-values.ts';
import { hasArg, hasTarget } from '../../opcode/index.ts';

export class PyInstructionSequence extends PyObject {
  sequence = new InstructionSequence();
}
const sequenceType = makeBuiltinType('InstructionSequence', objectType, PyInstructionSequence);

/** A Python object of a sequence. */
export function wrapSequence(sequence: InstructionSequence): PyInstructionSequence {
  const object = new PyInstructionSequence();
  object.sequence = sequence;
  return object;
}

/** @throws TypeError */
export function requireSequence(value: Value): InstructionSequence {
  if (!(value instanceof PyInstructionSequence)) throw typeError('expected an instruction sequence');
  return value.sequence;
}

/** `(opcode, oparg or None, line, end line, column, end column)` of each instruction. */
function listInstructions(sequence: InstructionSequence): PyList {
  sequence.applyLabelMap();
  return new PyList(
    sequence.instructions.map(
      ({ opcode, oparg, loc }) =>
        new PyTuple([
          opcode,
          hasArg(opcode) ? oparg : None,
          loc.lineno,
          loc.end_lineno,
          loc.col_offset,
          loc.end_col_offset,
        ]),
    ),
  );
}

export const instructionSequenceSpec = typeSpec(sequenceType, {
  slots: { tp_new: () => new PyInstructionSequence() },
  methods: {
    use_label: method(
      '($self, /, label)',
      (self: PyInstructionSequence, label: Value) => {
        self.sequence.useLabel(indexNumber(label));
        return None;
      },
      'Place label at current location.',
    ),
    new_label: method('($self, /)', (self: PyInstructionSequence) => self.sequence.newLabel(), 'Return a new label.'),
    addop: method(
      '($self, /, opcode, oparg, lineno, col_offset, end_lineno, end_col_offset)',
      (self: PyInstructionSequence, ...values: Value[]) => {
        const [opcode, oparg, line, column, endLine, endColumn] = values.map((value) => indexNumber(value)) as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        self.sequence.addOp(opcode, oparg, new Location(line, endLine, column, endColumn));
        return None;
      },
      'Append an instruction.',
    ),
    add_nested: method(
      '($self, /, nested)',
      (self: PyInstructionSequence, nested: Value) => {
        self.sequence.addNested(requireSequence(nested));
        return None;
      },
      'Add a nested sequence.',
    ),
    get_nested: method(
      '($self, /)',
      (self: PyInstructionSequence) => new PyList((self.sequence.nested ?? []).map(wrapSequence)),
      'Add a nested sequence.',
    ),
    get_instructions: method(
      '($self, /)',
      (self: PyInstructionSequence) => listInstructions(self.sequence),
      'Return the instructions as a list of tuples or labels.',
    ),
  },
});

/** A table of the constants in a list. @throws TypeError for what cannot be a constant */
export function constantTable(values: readonly Value[]): ConstantTable {
  const table = new ConstantTable(new ConstantCache());
  for (const value of values) {
    const constant = valueToConstant(value);
    if (constant === undefined) throw valueError('not a constant');
    // Lists may say the same constant twice, and instructions refer to both.
    if (table.add(constant) !== table.values.length - 1) table.values.push(constant);
  }
  return table;
}

/** Runs the passes over the flow graph of a sequence; the list of constants becomes that of those still needed. */
export function optimizeSequence(
  sequence: InstructionSequence,
  constants: PyList,
  nlocals: number,
): InstructionSequence {
  sequence.applyLabelMap();
  const graph = buildFlowGraph(sequence);
  const table = constantTable(toArray(constants));
  const used = optimizeCodeUnit(graph, table, nlocals, 0);
  calculateStackDepth(graph);
  optimizeLoadFast(graph);
  constants.items.splice(0, constants.items.length, ...used.map(constantToValue));
  let index = 0;
  for (let block: typeof graph.entry | null = graph.entry; block !== null; block = block.next) {
    block.firstIndex = index;
    index += block.used;
  }
  const result = new InstructionSequence();
  for (let block: typeof graph.entry | null = graph.entry; block !== null; block = block.next) {
    for (const { opcode, oparg, target, loc } of block.instructions.slice(0, block.used))
      result.instructions.push(new Instruction(opcode, hasTarget(opcode) ? target!.firstIndex : oparg, loc));
  }
  return result;
}
