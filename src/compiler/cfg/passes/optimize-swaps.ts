/**
 * Fewer `SWAP`s: replaces a run of them by the shortest with the same effect, and then applies swaps at compile time by
 * exchanging the instructions after them.
 *
 * @cpython Python/flowgraph.c swaptimize, apply_static_swaps (3.14)
 */
import { op } from '../../../opcode/index.ts';
import type { BasicBlock, Instruction } from '../flow-graph.ts';

const VISITED = -1;

/** Runs over one block. */
export function optimizeSwaps(block: BasicBlock): void {
  for (let i = 0; i < block.used; i++) {
    if (block.instructions[i]!.opcode !== op.SWAP) continue;
    i = shortenSwapRun(block, i);
    applyStaticSwaps(block, i);
  }
}

/** Returns the index of the last instruction that belongs to the run. */
function shortenSwapRun(block: BasicBlock, start: number): number {
  const { instructions } = block;
  let depth = instructions[start]!.oparg;
  let end = start;
  let hasMore = false;
  while (++end < block.used) {
    const { opcode, oparg } = instructions[end]!;
    if (opcode === op.SWAP) {
      if (oparg > depth) depth = oparg;
      hasMore = true;
    } else if (opcode !== op.NOP) {
      break;
    }
  }
  if (!hasMore) return start;

  // Run the swaps on a stack that holds its own indices, top first.
  const stack: number[] = [];
  for (let i = 0; i < depth; i++) stack.push(i);
  for (let i = start; i < end; i++) {
    const { opcode, oparg } = instructions[i]!;
    if (opcode !== op.SWAP) continue;
    const top = stack[0]!;
    stack[0] = stack[oparg - 1]!;
    stack[oparg - 1] = top;
  }

  // Undo the permutation cycle by cycle, from the end of the run backwards: that makes the instructions which do it.
  let current = end - 1;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === VISITED || stack[i] === i) continue;
    for (let j = i; ;) {
      // Only the top can be swapped, so every cycle goes through it; swapping it with itself is left out.
      if (j !== 0) instructions[current--]!.set(op.SWAP, j + 1);
      if (stack[j] === VISITED) break;
      const next = stack[j]!;
      stack[j] = VISITED;
      j = next;
    }
  }
  while (current >= start) instructions[current--]!.setNop();
  return end - 1;
}

/**
 * Instructions that may trade places: they neither jump nor raise, run no code but finalizers, and only pop the top.
 */
function isSwappable(opcode: number): boolean {
  return opcode === op.STORE_FAST || opcode === op.STORE_FAST_MAYBE_NULL || opcode === op.POP_TOP;
}

/** The local that the instruction stores to, or -1. */
function storesTo({ opcode, oparg }: Instruction): number {
  return opcode === op.STORE_FAST || opcode === op.STORE_FAST_MAYBE_NULL ? oparg : -1;
}

/** The next swappable instruction on the line (on any if negative), or -1. */
function nextSwappable(block: BasicBlock, index: number, line: number): number {
  while (++index < block.used) {
    const instruction = block.instructions[index]!;
    // Names bound between two line events must not change.
    if (line >= 0 && instruction.loc.lineno !== line) return -1;
    if (instruction.opcode !== op.NOP) return isSwappable(instruction.opcode) ? index : -1;
  }
  return -1;
}

/** Works backwards from `index`: swaps are to the left, what they swap to the right. */
function applyStaticSwaps(block: BasicBlock, index: number): void {
  const { instructions } = block;
  for (; index >= 0; index--) {
    const swap = instructions[index]!;
    if (swap.opcode !== op.SWAP) {
      if (swap.opcode === op.NOP || isSwappable(swap.opcode)) continue;
      return;
    }
    const first = nextSwappable(block, index, -1);
    if (first < 0) return;
    let second = first;
    const line = instructions[first]!.loc.lineno;
    for (let count = swap.oparg - 1; count > 0; count--) {
      second = nextSwappable(block, second, line);
      if (second < 0) return;
    }
    if (hasStoreConflict(block, first, second)) return;
    swap.setNop();
    const moved = instructions[first]!;
    instructions[first] = instructions[second]!;
    instructions[second] = moved;
  }
}

/** Whether the two instructions store to the same local, or one between them stores to a local of theirs. */
function hasStoreConflict(block: BasicBlock, first: number, second: number): boolean {
  const firstStore = storesTo(block.instructions[first]!);
  const secondStore = storesTo(block.instructions[second]!);
  if (firstStore < 0 && secondStore < 0) return false;
  if (firstStore === secondStore) return true;
  for (let i = first + 1; i < second; i++) {
    const store = storesTo(block.instructions[i]!);
    if (store >= 0 && (store === firstStore || store === secondStore)) return true;
  }
  return false;
}
