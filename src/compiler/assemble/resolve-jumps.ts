/**
 * The last decisions about jumps: direction of unconditional ones, and distances.
 *
 * @cpython Python/assemble.c resolve_unconditional_jumps, resolve_jump_offsets (3.14)
 */
import { assert } from '../../base/assert.ts';
import { HAS_JUMP_FLAG, instructionSize, OPCODE_FLAGS, op } from '../../opcode/index.ts';
import type { Instruction } from '../cfg/flow-graph.ts';

/** Code units from the start of the SEND of an `async for` to its END_SEND, where END_ASYNC_FOR points. */
const END_SEND_OFFSET = 5;

/** Index of the instruction that a jump goes to. */
function targetIndex(instruction: Instruction): number {
  return instruction.target!.firstIndex;
}

/** Turns `JUMP` and `JUMP_NO_INTERRUPT` into real jumps, forward or backward. */
export function resolveUnconditionalJumps(instructions: readonly Instruction[]): void {
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    if (instruction.opcode === op.JUMP) {
      instruction.opcode = targetIndex(instruction) > i ? op.JUMP_FORWARD : op.JUMP_BACKWARD;
    } else if (instruction.opcode === op.JUMP_NO_INTERRUPT) {
      instruction.opcode = targetIndex(instruction) > i ? op.JUMP_FORWARD : op.JUMP_BACKWARD_NO_INTERRUPT;
    }
  }
}

/**
 * Sets the offset (in code units) of every instruction and the opargs of jumps, which count from the end of the jump.
 * Repeats while the size of a jump changes with its distance. Returns the size of the code in code units.
 */
export function resolveJumpOffsets(instructions: readonly Instruction[]): number {
  const jumps: Instruction[] = [];
  for (const instruction of instructions) {
    if ((OPCODE_FLAGS[instruction.opcode]! & HAS_JUMP_FLAG) === 0) continue;
    jumps.push(instruction);
    // The first sizes are guessed from the index of the target: a jump that is then longer than needed may stay so.
    instruction.oparg = targetIndex(instruction);
  }
  for (;;) {
    let size = 0;
    for (let i = 0; i < instructions.length; i++) {
      const instruction = instructions[i]!;
      instruction.offset = size;
      size += instructionSize(instruction.opcode, instruction.oparg);
    }
    let isStable = true;
    for (let i = 0; i < jumps.length; i++) {
      const jump = jumps[i]!;
      const oldSize = instructionSize(jump.opcode, jump.oparg);
      const end = jump.offset + oldSize;
      const target = instructions[targetIndex(jump)]!.offset;
      if (jump.opcode === op.END_ASYNC_FOR) jump.oparg = end - target - END_SEND_OFFSET;
      else jump.oparg = target < end ? end - target : target - end;
      assert(jump.oparg >= 0, 'END_ASYNC_FOR without its SEND');
      if (instructionSize(jump.opcode, jump.oparg) !== oldSize) isStable = false;
    }
    if (isStable) return size;
  }
}
