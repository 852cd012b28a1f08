/**
 * Instructions that load constants: reading their values, finding runs of them, and making new ones.
 *
 * @cpython Python/flowgraph.c loads_const, get_const_value, get_const_loading_instrs, instr_make_load_const (3.14)
 */
import type { Constant } from '../../code/code-object.ts';
import { op } from '../../opcode/index.ts';
import type { ConstantTable } from '../constant-table.ts';
import { NO_LOCATION } from '../location.ts';
import type { BasicBlock, Instruction } from './flow-graph.ts';

/** Ints from 0 to this have an instruction of their own. */
const MAX_SMALL_INT = 255;

export function loadsConstant(opcode: number): boolean {
  return opcode === op.LOAD_CONST || opcode === op.LOAD_SMALL_INT;
}

/** The value that a constant-loading instruction loads. */
export function constantValue(opcode: number, oparg: number, constants: ConstantTable): Constant {
  return opcode === op.LOAD_SMALL_INT ? oparg : constants.values[oparg]!;
}

/** Turns the instruction into `LOAD_SMALL_INT` if the constant is a small int, and says so. */
export function maybeMakeLoadSmallInt(instruction: Instruction, constant: Constant): boolean {
  if (typeof constant !== 'number' || constant < 0 || constant > MAX_SMALL_INT) return false;
  instruction.set(op.LOAD_SMALL_INT, constant);
  return true;
}

/** Turns the instruction into one that loads the constant. */
export function makeLoadConstant(instruction: Instruction, constant: Constant, constants: ConstantTable): void {
  if (!maybeMakeLoadSmallInt(instruction, constant)) instruction.set(op.LOAD_CONST, constants.add(constant));
}

/**
 * The index of the first of `count` constant-loading instructions that end at `end` with nothing but NOPs between them;
 * -1 if there are not that many.
 */
export function findConstantRun(block: BasicBlock, end: number, count: number): number {
  let position = end;
  for (; position >= 0 && count > 0; position--) {
    const opcode = block.instructions[position]!.opcode;
    if (opcode === op.NOP) continue;
    if (!loadsConstant(opcode)) return -1;
    count--;
  }
  return count === 0 ? position + 1 : -1;
}

/** The values that instructions `start` to `end` (inclusive) load. */
export function constantsOfRun(block: BasicBlock, start: number, end: number, constants: ConstantTable): Constant[] {
  const values: Constant[] = [];
  for (let i = start; i <= end; i++) {
    const { opcode, oparg } = block.instructions[i]!;
    if (opcode !== op.NOP) values.push(constantValue(opcode, oparg, constants));
  }
  return values;
}

/** Turns instructions `start` to `end` (inclusive) into NOPs without a location; those that are NOPs already stay. */
export function clearRun(block: BasicBlock, start: number, end: number): void {
  for (let i = start; i <= end; i++) {
    const instruction = block.instructions[i]!;
    if (instruction.opcode === op.NOP) continue;
    instruction.setNop();
    instruction.loc = NO_LOCATION;
  }
}
