/**
 * Turns `LOAD_FAST` into `LOAD_FAST_CHECK` where the local may be unbound.
 *
 * The first 64 locals are followed through the graph; the others only within each block, which keeps the cost linear.
 *
 * @cpython Python/flowgraph.c add_checks_for_loads_of_uninitialized_variables (3.14)
 */
import { HAS_JUMP_FLAG, OPCODE_FLAGS, op } from '../../../opcode/index.ts';
import type { BasicBlock, Instruction, FlowGraph } from '../flow-graph.ts';

/** Locals that have a bit in the masks of a block. */
const TRACKED_LOCALS = 64;

/** Runs over all blocks; the first `nparams` locals are bound at the start. */
export function addChecksForLoadsOfUninitializedVariables(graph: FlowGraph, nlocals: number, nparams: number): void {
  if (nlocals === 0) return;
  if (nlocals > TRACKED_LOCALS) {
    scanManyLocals(graph, nlocals);
    nlocals = TRACKED_LOCALS;
  }
  graph.clearVisited();
  const todo: BasicBlock[] = [];
  maybePush(graph.entry, maskOfRange(nparams, nlocals, 0), maskOfRange(nparams, nlocals, 32), todo);
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) scanBlock(block, todo);
  for (;;) {
    const block = todo.pop();
    if (block === undefined) return;
    block.isVisited = false;
    scanBlock(block, todo);
  }
}

/** Bits of locals `from` to `to` (exclusive) in the word that starts at local `base`. */
function maskOfRange(from: number, to: number, base: number): number {
  let mask = 0;
  for (let i = Math.max(from - base, 0); i < Math.min(to - base, 32); i++) mask |= 1 << i;
  return mask;
}

/** Pushes the block if the masks tell it something new. `isVisited` says that it is in `todo`. */
function maybePush(block: BasicBlock, unsafeLow: number, unsafeHigh: number, todo: BasicBlock[]): void {
  const low = block.unsafeLocalsLow | unsafeLow;
  const high = block.unsafeLocalsHigh | unsafeHigh;
  if (low === block.unsafeLocalsLow && high === block.unsafeLocalsHigh) return;
  block.unsafeLocalsLow = low;
  block.unsafeLocalsHigh = high;
  if (block.isVisited) return;
  block.isVisited = true;
  todo.push(block);
}

function scanBlock(block: BasicBlock, todo: BasicBlock[]): void {
  let low = block.unsafeLocalsLow;
  let high = block.unsafeLocalsHigh;
  const { instructions, used } = block;
  for (let i = 0; i < used; i++) {
    const instruction = instructions[i]!;
    if (instruction.except !== null) maybePush(instruction.except, low, high, todo);
    const { oparg } = instruction;
    if (oparg >= TRACKED_LOCALS) continue;
    const lowBit = oparg < 32 ? 1 << oparg : 0;
    const highBit = oparg < 32 ? 0 : 1 << (oparg - 32);
    switch (instruction.opcode) {
      case op.DELETE_FAST:
      case op.LOAD_FAST_AND_CLEAR:
      case op.STORE_FAST_MAYBE_NULL:
        low |= lowBit;
        high |= highBit;
        break;
      case op.LOAD_FAST:
        if (((low & lowBit) | (high & highBit)) !== 0) instruction.opcode = op.LOAD_FAST_CHECK;
        low &= ~lowBit;
        high &= ~highBit;
        break;
      case op.STORE_FAST:
      case op.LOAD_FAST_CHECK:
        low &= ~lowBit;
        high &= ~highBit;
        break;
    }
  }
  if (block.next !== null && block.hasFallthrough()) maybePush(block.next, low, high, todo);
  const last = block.last();
  if (last !== undefined && (OPCODE_FLAGS[last.opcode]! & HAS_JUMP_FLAG) !== 0) {
    maybePush(last.target!, low, high, todo);
  }
}

/** @cpython Python/flowgraph.c fast_scan_many_locals (3.14) */
function scanManyLocals(graph: FlowGraph, nlocals: number): void {
  /** The number of the block in which the local was last seen bound. */
  const boundIn = new Int32Array(nlocals - TRACKED_LOCALS);
  let blockNumber = 0;
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    blockNumber++;
    for (let i = 0; i < block.used; i++) {
      const instruction: Instruction = block.instructions[i]!;
      const index: number = instruction.oparg - TRACKED_LOCALS;
      if (index < 0) continue;
      switch (instruction.opcode) {
        case op.DELETE_FAST:
        case op.LOAD_FAST_AND_CLEAR:
        case op.STORE_FAST_MAYBE_NULL:
          boundIn[index] = blockNumber - 1;
          break;
        case op.STORE_FAST:
          boundIn[index] = blockNumber;
          break;
        case op.LOAD_FAST:
          if (boundIn[index] !== blockNumber) instruction.opcode = op.LOAD_FAST_CHECK;
          boundIn[index] = blockNumber;
          break;
      }
    }
  }
}
