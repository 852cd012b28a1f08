/**
 * Shows a graph as text: a block to a paragraph, an instruction to a line, for `--dump=cfg:<pass>` and for pass tests.
 *
 * ```
 * block 2: label 7, depth 1, 2 predecessors, handler, cold
 *    3  POP_JUMP_IF_FALSE    -> block 4      except block 6
 * ```
 */
import { HAS_ARG_FLAG, HAS_TARGET_FLAG, OPCODE_FLAGS, OPCODE_NAMES } from '../../opcode/index.ts';
import { NO_LABEL, UNKNOWN_DEPTH } from './flow-graph.ts';
import type { BasicBlock, Instruction, FlowGraph } from './flow-graph.ts';

/** The text of the whole graph in the order of its blocks, which are numbered from 0. */
export function dumpFlowGraph(graph: FlowGraph): string {
  const numbers = new Map<BasicBlock, number>();
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) numbers.set(block, numbers.size);
  const lines: string[] = [];
  for (const [block, number] of numbers) {
    lines.push(`block ${number}:${blockProperties(block)}`);
    for (let i = 0; i < block.used; i++) lines.push(instructionText(block.instructions[i]!, numbers));
  }
  return lines.join('\n') + '\n';
}

function blockProperties(block: BasicBlock): string {
  const properties: string[] = [];
  if (block.label !== NO_LABEL) properties.push(`label ${block.label}`);
  if (block.startDepth > 0 && block.startDepth !== UNKNOWN_DEPTH) properties.push(`depth ${block.startDepth}`);
  if (block.predecessors > 0) properties.push(`${block.predecessors} predecessors`);
  if (block.isExceptHandler) properties.push('handler');
  if (block.preservesLasti) properties.push('lasti');
  if (block.isWarm) properties.push('warm');
  if (block.isCold) properties.push('cold');
  return properties.length > 0 ? ' ' + properties.join(', ') : '';
}

function instructionText(instruction: Instruction, numbers: ReadonlyMap<BasicBlock, number>): string {
  const { opcode, oparg, loc, target, except } = instruction;
  const flags = OPCODE_FLAGS[opcode]!;
  const line = loc.lineno === -1 ? '--' : loc.lineno === -2 ? 'next' : String(loc.lineno);
  let argument = '';
  if ((flags & HAS_TARGET_FLAG) !== 0) {
    argument = target === null ? `label ${oparg}` : `-> block ${numbers.get(target) ?? '?'}`;
  } else if ((flags & HAS_ARG_FLAG) !== 0) {
    argument = String(oparg);
  }
  const handler = except === null ? '' : `except block ${numbers.get(except) ?? '?'}`;
  const text = `${line.padStart(5)}  ${(OPCODE_NAMES[opcode] ?? String(opcode)).padEnd(24)} ${argument.padEnd(14)}${handler}`;
  return text.trimEnd();
}
