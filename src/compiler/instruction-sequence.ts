/**
 * The instruction sequence: what codegen emits and the flow graph is built from, and the data about one code unit
 * (module, class, function) that goes with it.
 *
 * Jump targets are label ids until `applyLabelMap` turns them into instruction indices.
 *
 * @cpython Include/internal/pycore_instruction_sequence.h, Python/instruction_sequence.c (3.14)
 */
import type { Constant } from '../code/code-object.ts';
import { hasTarget } from '../opcode/index.ts';
import { Instruction } from './cfg/flow-graph.ts';
import type { ConstantTable } from './constant-table.ts';
import type { Location } from './location.ts';

export { Location, NEXT_LOCATION, NO_LOCATION } from './location.ts';

/** Index of a label in its sequence. */
export type Label = number;

export class InstructionSequence {
  readonly instructions: Instruction[] = [];
  nextFreeLabel = 0;
  /** Label id to instruction index; null once the label map was applied: opargs are then the indices themselves. */
  labelMap: number[] | null = null;
  /** Sequences of nested code units. */
  nested: InstructionSequence[] | null = null;
  /** Code that makes `__conditional_annotations__`, spliced in where `ANNOTATIONS_PLACEHOLDER` stands. */
  annotationsCode: InstructionSequence | null = null;

  newLabel(): Label {
    return ++this.nextFreeLabel;
  }

  /** Binds a label to the next instruction. */
  useLabel(label: Label): void {
    const map = (this.labelMap ??= []);
    while (map.length <= label) map.push(-111);
    map[label] = this.instructions.length;
  }

  addOp(opcode: number, oparg: number, loc: Location): void {
    this.instructions.push(new Instruction(opcode, oparg, loc));
  }

  insert(position: number, opcode: number, oparg: number, loc: Location): void {
    this.instructions.splice(position, 0, new Instruction(opcode, oparg, loc));
    const map = this.labelMap;
    if (map === null) return;
    for (let label = 0; label < map.length; label++) {
      if (map[label]! >= position) map[label]!++;
    }
  }

  /** Replaces label ids by instruction indices in jump targets. */
  applyLabelMap(): void {
    const map = this.labelMap;
    if (map === null) return;
    for (const instruction of this.instructions) {
      if (hasTarget(instruction.opcode)) instruction.oparg = map[instruction.oparg]!;
    }
    this.labelMap = null;
  }

  addNested(sequence: InstructionSequence): void {
    (this.nested ??= []).push(sequence);
  }
}

/**
 * What the assembler needs to know of a code unit besides its instructions.
 *
 * Name tables map a name to its index; iterating over one gives the names by index.
 *
 * @cpython Include/internal/pycore_compile.h _PyCompile_CodeUnitMetadata (3.14)
 */
export interface CompileUnitMetadata {
  readonly u_name: string;
  u_qualname: string;
  readonly u_consts: ConstantTable;
  readonly u_names: Map<string, number>;
  readonly u_varnames: Map<string, number>;
  /** Indices count from 0. */
  readonly u_cellvars: Map<string, number>;
  /** Indices count on from the last cell variable. */
  readonly u_freevars: Map<string, number>;
  /** Locals of an inlined comprehension: true while they are fast only inside it, in a module or class. */
  readonly u_fasthidden: Map<string, boolean>;
  u_argcount: number;
  u_posonlyargcount: number;
  u_kwonlyargcount: number;
  u_firstlineno: number;
}

export type { Constant };
