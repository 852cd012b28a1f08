/**
 * The peephole optimiser: constant folding, jump threading, fused tests, and swaps, within one block at a time.
 *
 * @cpython Python/flowgraph.c optimize_basic_block, jump_thread (3.14)
 */
import { op, opcodeSet } from '../../../opcode/index.ts';
import type { ConstantTable } from '../../constant-table.ts';
import type { BasicBlock, Instruction, FlowGraph } from '../flow-graph.ts';
import {
  foldAppendedConstants,
  foldConstBinaryOp,
  foldConstUnaryOp,
  foldTupleOfConstants,
  optimizeListsAndSets,
} from './fold-constants.ts';
import { optimizeSwaps } from './optimize-swaps.ts';

/** Opargs of `CALL_INTRINSIC_1`. */
const INTRINSIC_UNARY_POSITIVE = 5;
const INTRINSIC_LIST_TO_TUPLE = 6;

/** Bit of the oparg of `COMPARE_OP`: convert the result to a bool. */
const COMPARE_TO_BOOL = 16;

/** Opcodes that a rule starts with; a table says so at once, a long `switch` compares case by case. */
const HAS_RULE = opcodeSet([
  op.POP_JUMP_IF_NOT_NONE,
  op.POP_JUMP_IF_NONE,
  op.POP_JUMP_IF_FALSE,
  op.POP_JUMP_IF_TRUE,
  op.JUMP_IF_FALSE,
  op.JUMP_IF_TRUE,
  op.JUMP,
  op.JUMP_NO_INTERRUPT,
  op.BUILD_TUPLE,
  op.BUILD_LIST,
  op.BUILD_SET,
  op.LIST_APPEND,
  op.SET_ADD,
  op.BINARY_OP,
  op.UNARY_NOT,
  op.UNARY_INVERT,
  op.UNARY_NEGATIVE,
  op.CALL_INTRINSIC_1,
  op.STORE_FAST,
  op.SWAP,
  op.LOAD_GLOBAL,
  op.COMPARE_OP,
  op.CONTAINS_OP,
  op.IS_OP,
  op.TO_BOOL,
]);

/** Runs over all blocks. */
export function optimizeBasicBlocks(graph: FlowGraph, constants: ConstantTable): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    let hasSwaps = false;
    for (let i = 0; i < block.used; i++) {
      const { opcode } = block.instructions[i]!;
      if (opcode === op.SWAP) hasSwaps = true;
      if (HAS_RULE[opcode] !== 0 && optimizeInstruction(block, i, constants)) i--;
    }
    if (hasSwaps) optimizeSwaps(block);
  }
}

/** Returns whether the instruction at `index` is to be looked at again. */
function optimizeInstruction(block: BasicBlock, index: number, constants: ConstantTable): boolean {
  const instruction = block.instructions[index]!;
  const { opcode, oparg } = instruction;
  switch (opcode) {
    case op.POP_JUMP_IF_NOT_NONE:
    case op.POP_JUMP_IF_NONE:
    case op.POP_JUMP_IF_FALSE:
    case op.POP_JUMP_IF_TRUE:
    case op.JUMP_IF_FALSE:
    case op.JUMP_IF_TRUE:
    case op.JUMP:
    case op.JUMP_NO_INTERRUPT:
      return optimizeJump(block, instruction);
    case op.BUILD_TUPLE:
      if (!fuseTupleUnpacking(block, index)) foldTupleOfConstants(block, index, constants);
      return false;
    case op.BUILD_LIST:
    case op.BUILD_SET:
      optimizeListsAndSets(block, index, block.opcodeAfter(index), constants);
      return false;
    case op.LIST_APPEND:
    case op.SET_ADD: {
      const next = block.opcodeAfter(index);
      if (oparg === 1 && (next === op.GET_ITER || next === op.CONTAINS_OP)) {
        foldAppendedConstants(block, index, constants);
      }
      return false;
    }
    case op.BINARY_OP:
      foldConstBinaryOp(block, index, constants);
      return false;
    case op.UNARY_NOT:
    case op.UNARY_INVERT:
    case op.UNARY_NEGATIVE:
      optimizeUnary(block, index, constants);
      return false;
    case op.CALL_INTRINSIC_1:
      optimizeIntrinsic(block, index, constants);
      return false;
    case op.STORE_FAST:
      dropOverwrittenStore(block, index);
      return false;
    case op.SWAP:
      if (oparg === 1) instruction.setNop();
      return false;
    case op.LOAD_GLOBAL:
      if (block.opcodeAfter(index) === op.PUSH_NULL && (oparg & 1) === 0) {
        instruction.oparg = oparg | 1;
        block.instructions[index + 1]!.setNop();
      }
      return false;
    case op.COMPARE_OP:
    case op.CONTAINS_OP:
    case op.IS_OP:
    case op.TO_BOOL:
      fuseTest(block, index);
      return false;
    default:
      return false;
  }
}

/** Jumps to jumps. Returns whether the new jump is to be looked at again. */
function optimizeJump(block: BasicBlock, jump: Instruction): boolean {
  const target = jump.target!.instructions[0]!;
  const { opcode } = jump;
  switch (opcode) {
    case op.JUMP_IF_FALSE:
    case op.JUMP_IF_TRUE:
      if (target.opcode === op.JUMP || target.opcode === opcode) return threadJump(block, jump, target, opcode);
      if (target.opcode === op.JUMP_IF_FALSE || target.opcode === op.JUMP_IF_TRUE) {
        // The opposite test of the same value: it does not jump.
        jump.target = jump.target!.next;
        return true;
      }
      return false;
    case op.JUMP:
    case op.JUMP_NO_INTERRUPT:
      if (target.opcode === op.JUMP) return threadJump(block, jump, target, op.JUMP);
      if (target.opcode === op.JUMP_NO_INTERRUPT) return threadJump(block, jump, target, opcode);
      return false;
    default:
      return target.opcode === op.JUMP && threadJump(block, jump, target, opcode);
  }
}

/**
 * Jumps to where the jump at the target goes, if that is somewhere else. The NOP that stays keeps the line.
 *
 * @cpython Python/flowgraph.c jump_thread (3.14)
 */
function threadJump(block: BasicBlock, jump: Instruction, target: Instruction, opcode: number): boolean {
  if (jump.target === target.target) return false;
  jump.setNop();
  block.appendJump(opcode, target.target!, target.loc);
  return true;
}

/** `BUILD_TUPLE n, UNPACK_SEQUENCE n` becomes `SWAP n` (2, 3) or nothing (1). */
function fuseTupleUnpacking(block: BasicBlock, index: number): boolean {
  const build = block.instructions[index]!;
  if (block.opcodeAfter(index) !== op.UNPACK_SEQUENCE) return false;
  const unpack = block.instructions[index + 1]!;
  if (build.oparg !== unpack.oparg || build.oparg < 1 || build.oparg > 3) return false;
  if (build.oparg === 1) unpack.setNop();
  else unpack.opcode = op.SWAP;
  build.setNop();
  return true;
}

function optimizeUnary(block: BasicBlock, index: number, constants: ConstantTable): void {
  const instruction = block.instructions[index]!;
  const { opcode } = instruction;
  if (opcode === op.UNARY_INVERT) return foldConstUnaryOp(block, index, '~', constants);
  if (opcode === op.UNARY_NEGATIVE) return foldConstUnaryOp(block, index, '-', constants);
  const next = block.opcodeAfter(index);
  if (next === op.TO_BOOL) {
    instruction.setNop();
    block.instructions[index + 1]!.set(op.UNARY_NOT, 0);
  } else if (next === op.UNARY_NOT) {
    instruction.setNop();
    block.instructions[index + 1]!.setNop();
  } else {
    foldConstUnaryOp(block, index, 'not', constants);
  }
}

function optimizeIntrinsic(block: BasicBlock, index: number, constants: ConstantTable): void {
  const instruction = block.instructions[index]!;
  if (instruction.oparg === INTRINSIC_UNARY_POSITIVE) {
    foldConstUnaryOp(block, index, '+', constants);
  } else if (instruction.oparg === INTRINSIC_LIST_TO_TUPLE) {
    foldAppendedConstants(block, index, constants);
    // Iterating over the list does as well as over the tuple.
    if (instruction.opcode === op.CALL_INTRINSIC_1 && block.opcodeAfter(index) === op.GET_ITER) instruction.setNop();
  }
}

/** A store that the next instruction overwrites is a pop. */
function dropOverwrittenStore(block: BasicBlock, index: number): void {
  if (block.opcodeAfter(index) !== op.STORE_FAST) return;
  const store = block.instructions[index]!;
  const next = block.instructions[index + 1]!;
  if (store.oparg === next.oparg && store.loc.lineno === next.loc.lineno) store.set(op.POP_TOP, 0);
}

/** A test whose result is converted to a bool or negated next. */
function fuseTest(block: BasicBlock, index: number): void {
  const test = block.instructions[index]!;
  const { opcode, oparg } = test;
  const nextOpcode = block.opcodeAfter(index);
  if (nextOpcode === op.TO_BOOL) {
    test.setNop();
    const next = block.instructions[index + 1]!;
    if (opcode === op.COMPARE_OP) next.set(opcode, oparg | COMPARE_TO_BOOL);
    else if (opcode !== op.TO_BOOL) next.set(opcode, oparg);
  } else if (nextOpcode === op.UNARY_NOT && (opcode === op.CONTAINS_OP || opcode === op.IS_OP)) {
    test.setNop();
    block.instructions[index + 1]!.set(opcode, oparg ^ 1);
  }
}
