/**
 * Checks what every pass must keep true of a graph. For tests and development builds.
 */
import { assert } from '../../base/assert.ts';
import { HAS_ARG_FLAG, HAS_TARGET_FLAG, IS_TERMINATOR_FLAG, OPCODE_FLAGS, OPCODE_NAMES } from '../../opcode/index.ts';
import type { BasicBlock, FlowGraph } from './flow-graph.ts';

/** What is still to hold besides: from label translation on, and until jumps are normalized. */
export interface VerifyOptions {
  readonly hasTargets: boolean;
  /** After normalization a conditional jump is followed by `NOT_TAKEN`. */
  readonly isNormalized: boolean;
}

/** @throws InternalError when the graph is not well formed after the pass of this name. */
export function verifyFlowGraph(graph: FlowGraph, pass: string, options: VerifyOptions): void {
  const blocks = new Set<BasicBlock>();
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    assert(!blocks.has(block), `${pass}: the chain of blocks has a cycle`);
    blocks.add(block);
  }
  for (const block of blocks) {
    assert(block.used >= 0 && block.used <= block.instructions.length, `${pass}: bad block length`);
    for (let i = 0; i < block.used; i++) {
      const { opcode, oparg, target, except } = block.instructions[i]!;
      const flags = OPCODE_FLAGS[opcode]!;
      const name = OPCODE_NAMES[opcode] ?? String(opcode);
      assert(oparg >= 0 && oparg < 2 ** 30, `${pass}: oparg of ${name} out of range`);
      assert((flags & (HAS_ARG_FLAG | HAS_TARGET_FLAG)) !== 0 || oparg === 0, `${pass}: ${name} has no oparg`);
      if ((flags & IS_TERMINATOR_FLAG) !== 0 && !options.isNormalized) {
        assert(i === block.used - 1, `${pass}: ${name} inside a block`);
      }
      if ((flags & HAS_TARGET_FLAG) !== 0 && options.hasTargets) {
        assert(target !== null && blocks.has(target), `${pass}: ${name} jumps out of the graph`);
      }
      assert(except === null || blocks.has(except), `${pass}: the handler of ${name} is not in the graph`);
    }
    assert(block.next !== null || block.used === 0 || !block.hasFallthrough(), `${pass}: control leaves at the end`);
  }
}
