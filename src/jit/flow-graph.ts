/**
 * The flow graph of a code object from one entry on: blocks, order, dominators, loops.
 *
 * Handlers of exceptions are not in it: an exception that is handled in the function goes on in the interpreter. Neither is
 * what comes after an instruction that only the interpreter runs (`leaves`).
 */
import type { PyCode } from '../objects/function/index.ts';
import { op } from '../opcode/python-3.14.generated.ts';

export interface Block {
  /** Instruction indices; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly successors: number[];
  /** Blocks that jump here, without the entry. */
  readonly predecessors: number[];
  /** Position in reverse postorder. */
  order: number;
  /** Start of the immediate dominator; the entry's is itself. */
  dominator: number;
  isLoopHeader: boolean;
}

export interface FlowGraph {
  readonly entry: number;
  /** By start. */
  readonly blocks: ReadonlyMap<number, Block>;
  /** Starts in reverse postorder. */
  readonly order: readonly number[];
}

/** Instructions that only the interpreter runs: compiled code is left before them. */
const LEAVES: ReadonlySet<number> = new Set([
  op.YIELD_VALUE,
  op.SEND,
  op.RETURN_GENERATOR,
  op.GET_AWAITABLE,
  op.GET_AITER,
  op.GET_ANEXT,
  op.END_ASYNC_FOR,
  op.CLEANUP_THROW,
  op.GET_YIELD_FROM_ITER,
  op.END_SEND,
  op.PUSH_EXC_INFO,
  op.POP_EXCEPT,
  op.CHECK_EXC_MATCH,
  op.CHECK_EG_MATCH,
  op.WITH_EXCEPT_START,
  op.RERAISE,
  op.RAISE_VARARGS,
  op.IMPORT_NAME,
  op.IMPORT_FROM,
  op.LOAD_BUILD_CLASS,
  op.LOAD_LOCALS,
  op.LOAD_FROM_DICT_OR_DEREF,
  op.LOAD_FROM_DICT_OR_GLOBALS,
  op.SETUP_ANNOTATIONS,
  op.DELETE_NAME,
  op.DELETE_GLOBAL,
  op.DELETE_FAST,
  op.DELETE_DEREF,
  op.CALL_INTRINSIC_2,
  op.BUILD_TEMPLATE,
  op.BUILD_INTERPOLATION,
  op.RESERVED,
  op.EXTENDED_ARG,
]);

const OTHERS: ReadonlySet<number> = new Set([
  op.POP_JUMP_IF_FALSE,
  op.POP_JUMP_IF_TRUE,
  op.POP_JUMP_IF_NONE,
  op.POP_JUMP_IF_NOT_NONE,
  op.FOR_ITER,
]);

/** Whether compiled code is left before such an instruction. */
export function leaves(operation: number): boolean {
  return LEAVES.has(operation);
}

function isJump(operation: number): boolean {
  return operation === op.JUMP_FORWARD || operation === op.JUMP_BACKWARD || operation === op.JUMP_BACKWARD_NO_INTERRUPT;
}

/** Where the instruction that ends a block goes on; `undefined` for one that does not end a block. */
function targetsOf(code: PyCode, at: number): number[] | undefined {
  const operation = code.plainOps[at]!;
  const arg = code.args[at]!;
  if (isJump(operation)) return [arg];
  if (operation === op.FOR_ITER) return [at + 1, arg + 1];
  if (OTHERS.has(operation)) return [at + 1, arg];
  if (operation === op.RETURN_VALUE || LEAVES.has(operation)) return [];
  return undefined;
}

function findLeaders(code: PyCode, entry: number): Set<number> {
  const leaders = new Set([entry]);
  for (let at = 0; at < code.plainOps.length; at++) {
    const targets = targetsOf(code, at);
    if (targets === undefined) continue;
    for (const target of targets) leaders.add(target);
    leaders.add(at + 1);
  }
  return leaders;
}

/** The flow graph; `undefined` when it is irreducible, or leads out of the code. */
export function buildFlowGraph(code: PyCode, entry: number): FlowGraph | undefined {
  const leaders = findLeaders(code, entry);
  const blocks = new Map<number, Block>();
  const postorder: number[] = [];
  const count = code.plainOps.length;
  // Depth first without recursion: code may be long.
  const stack: { block: Block; next: number }[] = [];
  const enter = (start: number): boolean => {
    if (start < 0 || start >= count) return false;
    let at = start;
    let targets: number[] | undefined;
    do targets = targetsOf(code, at++);
    while (targets === undefined && at < count && !leaders.has(at));
    targets ??= [at];
    const block: Block = {
      start,
      end: at,
      successors: targets,
      predecessors: [],
      order: -1,
      dominator: -1,
      isLoopHeader: false,
    };
    blocks.set(start, block);
    stack.push({ block, next: 0 });
    return true;
  };
  if (!enter(entry)) return undefined;
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    if (top.next === top.block.successors.length) {
      postorder.push(top.block.start);
      stack.pop();
      continue;
    }
    const target = top.block.successors[top.next++]!;
    if (!blocks.has(target) && !enter(target)) return undefined;
    blocks.get(target)!.predecessors.push(top.block.start);
  }
  const order = postorder.reverse();
  order.forEach((start, i) => (blocks.get(start)!.order = i));
  findDominators(blocks, order);
  for (const block of blocks.values()) {
    for (const target of block.successors) {
      const other = blocks.get(target)!;
      if (other.order > block.order) continue;
      if (!dominates(blocks, other, block)) return undefined;
      other.isLoopHeader = true;
    }
  }
  return { entry, blocks, order };
}

/** @see Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm */
function findDominators(blocks: ReadonlyMap<number, Block>, order: readonly number[]): void {
  const entry = blocks.get(order[0]!)!;
  entry.dominator = entry.start;
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let i = 1; i < order.length; i++) {
      const block = blocks.get(order[i]!)!;
      let found: Block | undefined;
      for (const start of block.predecessors) {
        const other = blocks.get(start)!;
        if (other.dominator < 0) continue;
        found = found === undefined ? other : common(blocks, found, other);
      }
      if (block.dominator !== found!.start) {
        block.dominator = found!.start;
        isChanged = true;
      }
    }
  }
}

function common(blocks: ReadonlyMap<number, Block>, a: Block, b: Block): Block {
  while (a !== b) {
    while (a.order > b.order) a = blocks.get(a.dominator)!;
    while (b.order > a.order) b = blocks.get(b.dominator)!;
  }
  return a;
}

function dominates(blocks: ReadonlyMap<number, Block>, a: Block, b: Block): boolean {
  while (b.order > a.order) b = blocks.get(b.dominator)!;
  return a === b;
}
