/**
 * Uses of constants that are known at once: small ints get their own instruction, conditional jumps on constants become
 * jumps or nothing, `TO_BOOL` of a constant becomes a bool, and comparing with None by `is` and jumping becomes one jump.
 *
 * @cpython Python/flowgraph.c basicblock_optimize_load_const (3.14)
 */
import { op } from '../../../opcode/index.ts';
import type { ConstantTable } from '../../constant-table.ts';
import { isTrueConstant } from '../../fold/index.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';
import { constantValue, maybeMakeLoadSmallInt } from '../load-constant.ts';

/** Runs over all blocks. */
export function optimizeLoadConst(graph: FlowGraph, constants: ConstantTable): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    optimizeBlock(block, constants);
  }
}

function optimizeBlock(block: BasicBlock, constants: ConstantTable): void {
  let opcode = 0;
  let oparg = 0;
  for (let i = 0; i < block.used; i++) {
    const instruction = block.instructions[i]!;
    if (instruction.opcode === op.LOAD_CONST) {
      maybeMakeLoadSmallInt(instruction, constants.values[instruction.oparg]!);
    }
    const isCopyOfConstant = opcode === op.LOAD_CONST && instruction.opcode === op.COPY && instruction.oparg === 1;
    if (!isCopyOfConstant) {
      opcode = instruction.opcode;
      oparg = instruction.oparg;
    }
    if (opcode !== op.LOAD_CONST && opcode !== op.LOAD_SMALL_INT) continue;
    switch (block.opcodeAfter(i)) {
      case op.POP_JUMP_IF_FALSE:
      case op.POP_JUMP_IF_TRUE:
      case op.JUMP_IF_FALSE:
      case op.JUMP_IF_TRUE: {
        const isTrue = isTrueConstant(constantValue(opcode, oparg, constants));
        resolveConditionalJump(block, i, isTrue);
        break;
      }
      case op.IS_OP:
        if (constantValue(opcode, oparg, constants) === null) fuseNoneTest(block, i);
        break;
      case op.TO_BOOL: {
        const isTrue = isTrueConstant(constantValue(opcode, oparg, constants));
        const index = constants.add(isTrue);
        instruction.setNop();
        block.instructions[i + 1]!.set(op.LOAD_CONST, index);
        break;
      }
    }
  }
}

function resolveConditionalJump(block: BasicBlock, index: number, isTrue: boolean): void {
  const jump = block.instructions[index + 1]!;
  if (jump.opcode === op.POP_JUMP_IF_FALSE || jump.opcode === op.POP_JUMP_IF_TRUE) {
    block.instructions[index]!.setNop();
  }
  const jumpsIfTrue = jump.opcode === op.POP_JUMP_IF_TRUE || jump.opcode === op.JUMP_IF_TRUE;
  if (isTrue === jumpsIfTrue) jump.opcode = op.JUMP;
  else jump.setNop();
}

/** `LOAD_CONST None, IS_OP, [TO_BOOL,] POP_JUMP_IF_…` becomes `POP_JUMP_IF_NONE` or `POP_JUMP_IF_NOT_NONE`. */
function fuseNoneTest(block: BasicBlock, index: number): void {
  if (block.used <= index + 2) return;
  const test = block.instructions[index + 1]!;
  let jump = block.instructions[index + 2]!;
  if (jump.opcode === op.TO_BOOL) {
    jump.setNop();
    if (block.used <= index + 3) return;
    jump = block.instructions[index + 3]!;
  }
  let isInverted = test.oparg !== 0;
  if (jump.opcode === op.POP_JUMP_IF_FALSE) isInverted = !isInverted;
  else if (jump.opcode !== op.POP_JUMP_IF_TRUE) return;
  block.instructions[index]!.setNop();
  test.setNop();
  jump.opcode = isInverted ? op.POP_JUMP_IF_NOT_NONE : op.POP_JUMP_IF_NONE;
}
