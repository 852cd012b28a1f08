/**
 * Constant folding: operators on constants, and tuples, lists and sets of constants.
 *
 * @cpython Python/flowgraph.c fold_const_binop, fold_const_unaryop, fold_tuple_of_constants,
 *   fold_constant_seq_into_load_const, optimize_lists_and_sets (3.14)
 */
import { TupleConstant } from '../../../base/constant.ts';
import type { Constant } from '../../../code/code-object.ts';
import { op } from '../../../opcode/index.ts';
import type { ConstantTable } from '../../constant-table.ts';
import { foldBinaryOperator, foldUnaryOperator, frozenSetOf } from '../../fold/index.ts';
import type { UnaryOperator } from '../../fold/index.ts';
import type { BasicBlock } from '../flow-graph.ts';
import {
  clearRun,
  constantsOfRun,
  constantValue,
  findConstantRun,
  loadsConstant,
  makeLoadConstant,
} from '../load-constant.ts';

/** Longest display that is built on the stack; longer ones are built by appending. */
const STACK_USE_GUIDELINE = 30;

/** Shortest constant list or set display that is made by extending an empty one. */
const MIN_CONST_SEQUENCE_SIZE = 3;

/** `LOAD_CONST a, LOAD_CONST b, BINARY_OP` */
export function foldConstBinaryOp(block: BasicBlock, index: number, constants: ConstantTable): void {
  const start = findConstantRun(block, index - 1, 2);
  if (start < 0) return;
  const [left, right] = constantsOfRun(block, start, index - 1, constants) as [Constant, Constant];
  const instruction = block.instructions[index]!;
  const value = foldBinaryOperator(instruction.oparg, left, right);
  if (value === undefined) return;
  clearRun(block, start, index - 1);
  makeLoadConstant(instruction, value, constants);
}

/** `LOAD_CONST a` and a unary operator. */
export function foldConstUnaryOp(
  block: BasicBlock,
  index: number,
  operator: UnaryOperator,
  constants: ConstantTable,
): void {
  const start = findConstantRun(block, index - 1, 1);
  if (start < 0) return;
  const { opcode, oparg } = block.instructions[start]!;
  const value = foldUnaryOperator(operator, constantValue(opcode, oparg, constants));
  if (value === undefined) return;
  clearRun(block, start, index - 1);
  makeLoadConstant(block.instructions[index]!, value, constants);
}

/** `LOAD_CONST a, LOAD_CONST b, …, BUILD_TUPLE n` */
export function foldTupleOfConstants(block: BasicBlock, index: number, constants: ConstantTable): void {
  const instruction = block.instructions[index]!;
  const size = instruction.oparg;
  if (size > STACK_USE_GUIDELINE) return;
  const start = findConstantRun(block, index - 1, size);
  if (start < 0) return;
  const items = constantsOfRun(block, start, index - 1, constants);
  clearRun(block, start, index - 1);
  makeLoadConstant(instruction, new TupleConstant<Constant>(items), constants);
}

/**
 * `BUILD_LIST 0, LOAD_CONST a, LIST_APPEND 1, LOAD_CONST b, LIST_APPEND 1, …` becomes a tuple. The instruction at
 * `index` is the last append, or the list-to-tuple intrinsic after it. The same for a set, which becomes a frozenset.
 */
export function foldAppendedConstants(block: BasicBlock, index: number, constants: ConstantTable): void {
  const { instructions } = block;
  const last = instructions[index]!;
  const isIntrinsic = last.opcode === op.CALL_INTRINSIC_1;
  const appendOpcode = isIntrinsic ? op.LIST_APPEND : last.opcode;
  const buildOpcode = appendOpcode === op.LIST_APPEND ? op.BUILD_LIST : op.BUILD_SET;
  let expectsAppend = isIntrinsic;
  for (let start = index - 1; start >= 0; start--) {
    const { opcode, oparg } = instructions[start]!;
    if (opcode === op.NOP) continue;
    if (opcode === buildOpcode && oparg === 0) {
      if (!expectsAppend) return;
      const items: Constant[] = [];
      for (let i = start; i < index; i++) {
        const instruction = instructions[i]!;
        if (loadsConstant(instruction.opcode)) {
          items.push(constantValue(instruction.opcode, instruction.oparg, constants));
        }
      }
      const value = buildOpcode === op.BUILD_SET ? frozenSetOf(items) : new TupleConstant<Constant>(items);
      clearRun(block, start, isIntrinsic ? index - 1 : index);
      makeLoadConstant(last, value, constants);
      return;
    }
    if (expectsAppend ? opcode !== appendOpcode || oparg !== 1 : !loadsConstant(opcode)) return;
    expectsAppend = !expectsAppend;
  }
}

/**
 * List and set displays. Iterated over or searched, one of constants becomes a constant tuple or frozenset, and another
 * list a tuple. Otherwise a display of three and more constants is made by extending an empty one with a constant.
 */
export function optimizeListsAndSets(
  block: BasicBlock,
  index: number,
  nextOpcode: number,
  constants: ConstantTable,
): void {
  const { instructions } = block;
  const instruction = instructions[index]!;
  const { opcode, oparg: size } = instruction;
  const isSearchedOrIterated = nextOpcode === op.GET_ITER || nextOpcode === op.CONTAINS_OP;
  if (size > STACK_USE_GUIDELINE || (size < MIN_CONST_SEQUENCE_SIZE && !isSearchedOrIterated)) return;
  const start = findConstantRun(block, index - 1, size);
  if (start < 0) {
    if (isSearchedOrIterated && opcode === op.BUILD_LIST) instruction.set(op.BUILD_TUPLE, size);
    return;
  }
  const items = constantsOfRun(block, start, index - 1, constants);
  const value = opcode === op.BUILD_SET ? frozenSetOf(items) : new TupleConstant<Constant>(items);
  const constant = constants.add(value);
  clearRun(block, start, index - 1);
  if (isSearchedOrIterated) {
    instruction.set(op.LOAD_CONST, constant);
    return;
  }
  const build = instructions[index - 2]!;
  build.loc = instruction.loc;
  build.set(opcode, 0);
  instructions[index - 1]!.set(op.LOAD_CONST, constant);
  instruction.set(opcode === op.BUILD_LIST ? op.LIST_EXTEND : op.SET_UPDATE, 1);
}
