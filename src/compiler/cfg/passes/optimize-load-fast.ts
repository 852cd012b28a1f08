/**
 * Turns `LOAD_FAST` into `LOAD_FAST_BORROW` where the frame's own reference to the local outlives the one on the stack:
 * where the value is consumed, in the same block, before the local changes, and is not stored into a local.
 *
 * Runs each block on a stack of abstract references, each of which knows the instruction that made it and the local that
 * it came from, and marks the loads that break the rule.
 *
 * @cpython Python/flowgraph.c optimize_load_fast (3.14)
 */
import {
  HAS_TARGET_FLAG,
  IS_BLOCK_PUSH_FLAG,
  IS_SCOPE_EXIT_FLAG,
  IS_UNCONDITIONAL_JUMP_FLAG,
  numPopped,
  numPushed,
  OPCODE_FLAGS,
  opcodeSet,
  op,
} from '../../../opcode/index.ts';
import { assert } from '../../../base/assert.ts';
import type { BasicBlock, Instruction, FlowGraph } from '../flow-graph.ts';

const NOT_LOCAL = -1;
/** Stands for the instruction of a reference that was there when the block began. */
const NO_INSTRUCTION = -1;

/**
 * Opcodes that do something else than to consume all of their inputs and push what they made. A table answers at once
 * for the others: a long `switch` over constants is compared case by case.
 */
const IS_SPECIAL = opcodeSet([
  op.LOAD_FAST,
  op.LOAD_FAST_LOAD_FAST,
  op.LOAD_FAST_AND_CLEAR,
  op.DELETE_FAST,
  op.STORE_FAST,
  op.STORE_FAST_LOAD_FAST,
  op.STORE_FAST_STORE_FAST,
  op.COPY,
  op.SWAP,
  op.FORMAT_SIMPLE,
  op.GET_ANEXT,
  op.GET_LEN,
  op.GET_YIELD_FROM_ITER,
  op.IMPORT_FROM,
  op.MATCH_KEYS,
  op.MATCH_MAPPING,
  op.MATCH_SEQUENCE,
  op.WITH_EXCEPT_START,
  op.DICT_MERGE,
  op.DICT_UPDATE,
  op.LIST_APPEND,
  op.LIST_EXTEND,
  op.MAP_ADD,
  op.RERAISE,
  op.SET_ADD,
  op.SET_UPDATE,
  op.END_SEND,
  op.SET_FUNCTION_ATTRIBUTE,
  op.CHECK_EXC_MATCH,
  op.FOR_ITER,
  op.SEND,
  op.LOAD_SUPER_ATTR,
  op.LOAD_ATTR,
  op.LOAD_SPECIAL,
  op.PUSH_EXC_INFO,
]);

/** Runs over all blocks. Needs start depths; nothing may be changed afterwards that moves or kills references. */
export function optimizeLoadFast(graph: FlowGraph): void {
  graph.clearVisited();
  const references = new ReferenceStack();
  const todo: BasicBlock[] = [graph.entry];
  graph.entry.startDepth = 0;
  graph.entry.isVisited = true;
  for (;;) {
    const block = todo.pop();
    if (block === undefined) return;
    references.reset(block.startDepth, block.used);
    for (let i = 0; i < block.used; i++) {
      const instruction = block.instructions[i]!;
      if (IS_SPECIAL[instruction.opcode] !== 0) runSpecial(instruction, i, references, todo);
      else runGeneric(instruction, i, references, todo);
    }
    const last = block.last();
    const exits = IS_UNCONDITIONAL_JUMP_FLAG | IS_SCOPE_EXIT_FLAG;
    if (last !== undefined && block.next !== null && (OPCODE_FLAGS[last.opcode]! & exits) === 0) {
      pushBlock(block.next, references.size, todo);
    }
    references.markAll();
    borrowUnmarked(block, references);
  }
}

function borrowUnmarked(block: BasicBlock, references: ReferenceStack): void {
  for (let i = 0; i < block.used; i++) {
    const instruction = block.instructions[i]!;
    if (instruction.opcode === op.LOAD_FAST) {
      if (!references.isMarked(i)) instruction.opcode = op.LOAD_FAST_BORROW;
    } else if (instruction.opcode === op.LOAD_FAST_LOAD_FAST) {
      if (!references.isMarked(i)) instruction.opcode = op.LOAD_FAST_BORROW_LOAD_FAST_BORROW;
    }
  }
}

function pushBlock(block: BasicBlock, startDepth: number, todo: BasicBlock[]): void {
  assert(block.startDepth === startDepth, 'inconsistent stack depth');
  if (block.isVisited) return;
  block.isVisited = true;
  todo.push(block);
}

/** The abstract stack of one block, and the marks on its instructions. */
class ReferenceStack {
  size = 0;
  private readonly makers: number[] = [];
  private readonly locals: number[] = [];
  private marks = new Uint8Array(64);

  reset(depth: number, instructionCount: number): void {
    if (this.marks.length < instructionCount) this.marks = new Uint8Array(instructionCount * 2);
    else this.marks.fill(0, 0, instructionCount);
    this.size = 0;
    for (let i = 0; i < depth; i++) this.push(NO_INSTRUCTION, NOT_LOCAL);
  }

  push(maker: number, local: number): void {
    this.makers[this.size] = maker;
    this.locals[this.size++] = local;
  }

  pop(count: number): void {
    assert(count <= this.size, 'stack underflow');
    this.size -= count;
  }

  /** Pushes what is `depth` below the top (1: the top). */
  copy(depth: number): void {
    const index = this.size - depth;
    this.push(this.makers[index]!, this.locals[index]!);
  }

  swap(depth: number): void {
    const index = this.size - depth;
    const top = this.size - 1;
    const maker = this.makers[index]!;
    const local = this.locals[index]!;
    this.makers[index] = this.makers[top]!;
    this.locals[index] = this.locals[top]!;
    this.makers[top] = maker;
    this.locals[top] = local;
  }

  /** Takes away `count` references below the top. */
  removeBelowTop(count: number): void {
    const top = this.size - 1;
    this.pop(count);
    this.makers[top - count] = this.makers[top]!;
    this.locals[top - count] = this.locals[top]!;
  }

  /** The local changes: references to it on the stack would dangle. */
  killLocal(local: number): void {
    for (let i = 0; i < this.size; i++) if (this.locals[i] === local) this.marks[this.makers[i]!] = 1;
  }

  /** Pops a reference into a local. */
  store(local: number): void {
    this.pop(1);
    this.killLocal(local);
    const maker = this.makers[this.size]!;
    if (maker !== NO_INSTRUCTION) this.marks[maker] = 1;
  }

  /** Marks the makers of what is on the stack at the end of the block. */
  markAll(): void {
    for (let i = 0; i < this.size; i++) if (this.makers[i] !== NO_INSTRUCTION) this.marks[this.makers[i]!] = 1;
  }

  isMarked(instruction: number): boolean {
    return this.marks[instruction] !== 0;
  }
}

function runSpecial(
  { opcode, oparg, target }: Instruction,
  index: number,
  references: ReferenceStack,
  todo: BasicBlock[],
): void {
  switch (opcode) {
    case op.LOAD_FAST:
      references.push(index, oparg);
      return;
    case op.LOAD_FAST_LOAD_FAST:
      references.push(index, oparg >> 4);
      references.push(index, oparg & 15);
      return;
    case op.LOAD_FAST_AND_CLEAR:
      references.killLocal(oparg);
      references.push(index, oparg);
      return;
    case op.DELETE_FAST:
      references.killLocal(oparg);
      return;
    case op.STORE_FAST:
      references.store(oparg);
      return;
    case op.STORE_FAST_LOAD_FAST:
      references.store(oparg >> 4);
      references.push(index, oparg & 15);
      return;
    case op.STORE_FAST_STORE_FAST:
      references.store(oparg >> 4);
      references.store(oparg & 15);
      return;
    case op.COPY:
      references.copy(oparg);
      return;
    case op.SWAP:
      references.swap(oparg);
      return;

    // Inputs stay on the stack.
    case op.FORMAT_SIMPLE:
    case op.GET_ANEXT:
    case op.GET_LEN:
    case op.GET_YIELD_FROM_ITER:
    case op.IMPORT_FROM:
    case op.MATCH_KEYS:
    case op.MATCH_MAPPING:
    case op.MATCH_SEQUENCE:
    case op.WITH_EXCEPT_START:
      // CPython names the block's first instruction as the maker here (its loop variable hides the index), and that
      // instruction is then not borrowed if the reference is stored or left over. The bytecode must agree.
      if (numPushed(opcode, oparg) > numPopped(opcode, oparg)) references.push(0, NOT_LOCAL);
      return;

    // Some inputs stay on the stack.
    case op.DICT_MERGE:
    case op.DICT_UPDATE:
    case op.LIST_APPEND:
    case op.LIST_EXTEND:
    case op.MAP_ADD:
    case op.RERAISE:
    case op.SET_ADD:
    case op.SET_UPDATE:
      references.pop(numPopped(opcode, oparg) - numPushed(opcode, oparg));
      return;
    case op.END_SEND:
    case op.SET_FUNCTION_ATTRIBUTE:
      references.removeBelowTop(1);
      return;
    case op.CHECK_EXC_MATCH:
      references.pop(1);
      references.push(index, NOT_LOCAL);
      return;
    case op.FOR_ITER:
      pushBlock(target!, references.size + 1, todo);
      references.push(index, NOT_LOCAL);
      return;
    case op.SEND:
      pushBlock(target!, references.size, todo);
      references.pop(1);
      references.push(index, NOT_LOCAL);
      return;
    case op.LOAD_SUPER_ATTR:
      references.removeBelowTop(2);
      pushAttribute(index, oparg, references);
      return;
    case op.LOAD_ATTR:
      pushAttribute(index, oparg, references);
      return;
    case op.LOAD_SPECIAL:
    case op.PUSH_EXC_INFO:
      references.push(index, NOT_LOCAL);
      references.swap(2);
      return;
  }
}

/** All inputs are consumed. */
function runGeneric(
  { opcode, oparg, target }: Instruction,
  index: number,
  references: ReferenceStack,
  todo: BasicBlock[],
): void {
  const flags = OPCODE_FLAGS[opcode]!;
  const popped = numPopped(opcode, oparg);
  const pushed = numPushed(opcode, oparg);
  if ((flags & HAS_TARGET_FLAG) !== 0) pushBlock(target!, references.size - popped + pushed, todo);
  if ((flags & IS_BLOCK_PUSH_FLAG) !== 0) return;
  references.pop(popped);
  for (let n = pushed; n > 0; n--) references.push(index, NOT_LOCAL);
}

/** The object at the top becomes its attribute; for a method call it stays, as `self`, above it. */
function pushAttribute(index: number, oparg: number, references: ReferenceStack): void {
  references.push(index, NOT_LOCAL);
  references.swap(2);
  if ((oparg & 1) === 0) references.pop(1);
}
