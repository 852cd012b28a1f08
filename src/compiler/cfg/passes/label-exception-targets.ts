/**
 * Finds the handler of every instruction by following the block pushes and `POP_BLOCK`s along the paths of the graph;
 * the `POP_BLOCK`s then become NOPs. The block pushes stay, to keep handlers reachable, until pseudo instructions are
 * converted.
 *
 * Also marks the RESUME after a yield that is covered by the generator's own handler alone.
 *
 * @cpython Python/flowgraph.c label_exception_targets (3.14)
 */
import { HAS_JUMP_FLAG, IS_BLOCK_PUSH_FLAG, OPCODE_FLAGS, op } from '../../../opcode/index.ts';
import type { BasicBlock, FlowGraph } from '../flow-graph.ts';

/** RESUME opargs: where the instruction stands, and a bit for "in the outermost handler only". */
const RESUME_AT_FUNC_START = 0;
const RESUME_OPARG_DEPTH1_MASK = 4;

/** Sets `except` of every reachable instruction and `preservesLasti` of handlers. */
export function labelExceptionTargets(graph: FlowGraph): void {
  graph.clearVisited();
  const todo: BasicBlock[] = [graph.entry];
  graph.entry.isVisited = true;
  graph.entry.exceptStack = [];
  for (;;) {
    const block = todo.pop();
    if (block === undefined) return;
    const exceptStack = block.exceptStack!;
    block.exceptStack = null;
    if (labelBlock(block, exceptStack, todo)) continue;
    const next = block.next;
    if (next !== null && !next.isVisited && block.hasFallthrough()) {
      next.exceptStack = exceptStack;
      next.isVisited = true;
      todo.push(next);
    }
  }
}

/** Returns whether the jump target of the block took over `exceptStack`. */
function labelBlock(block: BasicBlock, exceptStack: BasicBlock[], todo: BasicBlock[]): boolean {
  let handler = exceptStack.length > 0 ? exceptStack[exceptStack.length - 1]! : null;
  let lastYieldDepth = -1;
  for (let i = 0; i < block.used; i++) {
    const instruction = block.instructions[i]!;
    const opcode = instruction.opcode;
    const flags = OPCODE_FLAGS[opcode]!;
    if ((flags & IS_BLOCK_PUSH_FLAG) !== 0) {
      const target = instruction.target!;
      if (!target.isVisited) {
        target.exceptStack = exceptStack.slice();
        target.isVisited = true;
        todo.push(target);
      }
      if (opcode !== op.SETUP_FINALLY) target.preservesLasti = true;
      exceptStack.push(target);
      handler = target;
      continue;
    }
    if (opcode === op.POP_BLOCK) {
      exceptStack.pop();
      handler = exceptStack.length > 0 ? exceptStack[exceptStack.length - 1]! : null;
      instruction.setNop();
      continue;
    }
    instruction.except = handler;
    if ((flags & HAS_JUMP_FLAG) !== 0) {
      const target = instruction.target!;
      if (target.isVisited) continue;
      target.isVisited = true;
      todo.push(target);
      if (!block.hasFallthrough()) {
        target.exceptStack = exceptStack;
        return true;
      }
      target.exceptStack = exceptStack.slice();
    } else if (opcode === op.YIELD_VALUE) {
      lastYieldDepth = exceptStack.length;
    } else if (opcode === op.RESUME && instruction.oparg !== RESUME_AT_FUNC_START) {
      if (lastYieldDepth === 1) instruction.oparg |= RESUME_OPARG_DEPTH1_MASK;
      lastYieldDepth = -1;
    }
  }
  return false;
}
