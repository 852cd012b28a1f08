/**
 * Moves the blocks that only exceptions lead to behind all others.
 *
 * @cpython Python/flowgraph.c push_cold_blocks_to_end (3.14)
 */
import { op } from '../../../opcode/index.ts';
import { NO_LOCATION } from '../../location.ts';
import { BasicBlock, isJump, NO_LABEL } from '../flow-graph.ts';
import type { FlowGraph } from '../flow-graph.ts';
import { removeRedundantNopsAndJumps } from './remove-redundant-jumps.ts';

/** Reorders the blocks; the order is final after this. */
export function pushColdBlocksToEnd(graph: FlowGraph): void {
  if (graph.entry.next === null) return;
  markWarm(graph);
  markCold(graph);
  addExplicitJumps(graph);
  if (moveColdBlocks(graph)) removeRedundantNopsAndJumps(graph);
}

/** @cpython Python/flowgraph.c mark_warm (3.14) */
function markWarm(graph: FlowGraph): void {
  graph.clearVisited();
  const todo: BasicBlock[] = [graph.entry];
  graph.entry.isVisited = true;
  for (;;) {
    const block = todo.pop();
    if (block === undefined) return;
    block.isWarm = true;
    const next = block.next;
    if (next !== null && !next.isVisited && block.hasFallthrough()) {
      next.isVisited = true;
      todo.push(next);
    }
    const last = block.last();
    if (last !== undefined && isJump(last) && !last.target!.isVisited) {
      last.target!.isVisited = true;
      todo.push(last.target!);
    }
  }
}

/** @cpython Python/flowgraph.c mark_cold (3.14) */
function markCold(graph: FlowGraph): void {
  const todo: BasicBlock[] = [];
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    block.isVisited = block.isExceptHandler;
    if (block.isExceptHandler) todo.push(block);
  }
  for (;;) {
    const block = todo.pop();
    if (block === undefined) return;
    block.isCold = true;
    const next = block.next;
    if (next !== null && !next.isWarm && !next.isVisited && block.hasFallthrough()) {
      next.isVisited = true;
      todo.push(next);
    }
    const last = block.last();
    if (last !== undefined && isJump(last) && !last.target!.isWarm && !last.target!.isVisited) {
      last.target!.isVisited = true;
      todo.push(last.target!);
    }
  }
}

/** A cold block that falls into a warm one jumps there instead. */
function addExplicitJumps(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const next: BasicBlock | null = block.next;
    if (next === null || !block.isCold || !next.isWarm || !block.hasFallthrough()) continue;
    if (next.label === NO_LABEL) next.label = graph.newLabel();
    const jump = new BasicBlock(NO_LABEL);
    jump.appendJump(op.JUMP_NO_INTERRUPT, next, NO_LOCATION);
    jump.isCold = true;
    jump.predecessors = 1;
    jump.next = next;
    block.next = jump;
  }
}

/** Returns whether there are cold blocks. */
function moveColdBlocks(graph: FlowGraph): boolean {
  let lastWarm = graph.entry;
  let firstCold: BasicBlock | null = null;
  let lastCold: BasicBlock | null = null;
  for (let block = graph.entry.next; block !== null; block = block.next) {
    if (!block.isCold) {
      lastWarm.next = block;
      lastWarm = block;
    } else {
      if (lastCold === null) firstCold = block;
      else lastCold.next = block;
      lastCold = block;
    }
  }
  lastWarm.next = firstCold;
  if (lastCold !== null) lastCold.next = null;
  return firstCold !== null;
}
