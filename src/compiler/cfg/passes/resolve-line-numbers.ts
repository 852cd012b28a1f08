/**
 * Gives instructions without a line number the one that a tracer should see.
 *
 * PEP 626 wants the line of a frame to be right after it has left, without storing it at run time. So every exit must
 * have a line: exits without one are copied for each jump to them, and then inherit the line of their only
 * predecessor. The same is done for blocks that look for signals.
 *
 * @cpython Python/flowgraph.c resolve_line_numbers (3.14)
 */
import { NO_LOCATION } from '../../location.ts';
import type { Location } from '../../location.ts';
import { copyBlock, isJump, nextNonEmptyBlock } from '../flow-graph.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** Duplicates exits without line numbers, then propagates line numbers. Needs predecessor counts. */
export function resolveLineNumbers(graph: FlowGraph): void {
  duplicateExitsWithoutLineno(graph);
  propagateLineNumbers(graph);
}

/** @cpython Python/flowgraph.c is_exit_or_eval_check_without_lineno (3.14) */
function needsLineNumber(block: BasicBlock): boolean {
  return (block.exitsScope() || block.hasEvalBreak()) && block.hasNoLineNumber();
}

/** @cpython Python/flowgraph.c duplicate_exits_without_lineno (3.14) */
function duplicateExitsWithoutLineno(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const last = block.last();
    if (last === undefined || !isJump(last)) continue;
    const target = nextNonEmptyBlock(last.target)!;
    if (target.predecessors <= 1 || !needsLineNumber(target)) continue;
    const copy = copyBlock(target);
    copy.instructions[0]!.loc = last.loc;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.next = target.next;
    copy.label = graph.newLabel();
    target.next = copy;
  }
  // What is left can only be reached by falling into it, and so from one place.
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const next = block.next;
    if (next !== null && block.used > 0 && block.hasFallthrough() && needsLineNumber(next)) {
      next.instructions[0]!.loc = block.last()!.loc;
    }
  }
}

/** @cpython Python/flowgraph.c propagate_line_numbers (3.14) */
function propagateLineNumbers(graph: FlowGraph): void {
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    const last = block.last();
    if (last === undefined) continue;
    let loc: Location = NO_LOCATION;
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      if (instruction.loc.lineno === -1) instruction.loc = loc;
      else loc = instruction.loc;
    }
    if (block.hasFallthrough() && block.next !== null) inheritLocation(block.next, loc);
    if (isJump(last)) {
      let target = last.target!;
      while (target.used === 0 && target.predecessors === 1) target = target.next!;
      inheritLocation(target, loc);
    }
  }
}

function inheritLocation(block: BasicBlock, loc: Location): void {
  if (block.predecessors !== 1 || block.used === 0) return;
  const first = block.instructions[0]!;
  if (first.loc.lineno === -1) first.loc = loc;
}
