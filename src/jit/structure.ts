/**
 * From the flow graph to structured JavaScript: loops become `for (;;)`, blocks that are reached from several places stand
 * after a labelled block that is left by `break`.
 *
 * @see Ramsey: Beyond Relooper, ICFP 2022
 */
import type { Block, FlowGraph } from './flow-graph.ts';

export interface Printer {
  /** The statements of a block; `go` gives what leads to another block. */
  printBlock(block: Block, go: (target: number) => void): void;
  line(text: string): void;
}

export function printStructured(graph: FlowGraph, printer: Printer): void {
  const { blocks } = graph;
  const children = new Map<number, Block[]>();
  for (const start of graph.order) {
    const block = blocks.get(start)!;
    if (start !== graph.entry) {
      const siblings = children.get(block.dominator);
      if (siblings === undefined) children.set(block.dominator, [block]);
      else siblings.push(block);
    }
  }
  const loops = new Map<number, Set<number>>();
  for (const block of blocks.values()) if (block.isLoopHeader) loops.set(block.start, bodyOf(graph, block));

  const isOutside = (block: Block): boolean => {
    const loop = loops.get(block.dominator);
    return loop !== undefined && !loop.has(block.start);
  };
  const isLabelled = (block: Block): boolean =>
    isOutside(block) || block.predecessors.filter((start) => blocks.get(start)!.order < block.order).length > 1;

  const printTree = (block: Block): void => {
    const labelled = (children.get(block.start) ?? []).filter(isLabelled).sort((a, b) => b.order - a.order);
    const outside = labelled.filter(isOutside);
    const inside = labelled.filter((child) => !isOutside(child));
    for (const child of outside) printer.line(`B${child.start}: {`);
    if (block.isLoopHeader) printer.line(`L${block.start}: for (;;) {`);
    for (const child of inside) printer.line(`B${child.start}: {`);
    printer.printBlock(block, (target) => {
      const other = blocks.get(target)!;
      if (other.order <= block.order) printer.line(`continue L${target};`);
      else if (isLabelled(other)) printer.line(`break B${target};`);
      else printTree(other);
    });
    for (const child of inside.reverse()) {
      printer.line('}');
      printTree(child);
    }
    if (block.isLoopHeader) printer.line('}');
    for (const child of outside.reverse()) {
      printer.line('}');
      printTree(child);
    }
  };
  printTree(blocks.get(graph.entry)!);
}

/** The blocks of the natural loop of a header. */
export function bodyOf(graph: FlowGraph, header: Block): Set<number> {
  const body = new Set([header.start]);
  const pending = header.predecessors.filter((start) => graph.blocks.get(start)!.order >= header.order);
  while (pending.length > 0) {
    const start = pending.pop()!;
    if (body.has(start)) continue;
    body.add(start);
    pending.push(...graph.blocks.get(start)!.predecessors);
  }
  return body;
}
