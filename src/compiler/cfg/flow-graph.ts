/**
 * The control-flow graph of one code unit: basic blocks in the order in which they will stand, linked by `next`.
 *
 * A block's instructions are the first `used` slots of its array. Slots past `used` keep what a removed instruction left
 * there, and an instruction that is appended into such a slot inherits its exception handler: CPython does the same, and
 * it shows in the exception table.
 *
 * @cpython Python/flowgraph.c struct _PyInstruction, _PyCfgBasicblock (3.14)
 */
import { assert } from '../../base/assert.ts';
import {
  HAS_EVAL_BREAK_FLAG,
  HAS_JUMP_FLAG,
  IS_SCOPE_EXIT_FLAG,
  IS_TERMINATOR_FLAG,
  IS_UNCONDITIONAL_JUMP_FLAG,
  OPCODE_FLAGS,
  op,
} from '../../opcode/index.ts';
import type { Location } from '../location.ts';

export const NO_LABEL = -1;

/** Start depth of a block that no path has reached yet. */
export const UNKNOWN_DEPTH = -0x80000000;

/** One instruction, of a sequence first and then of the graph that is built from it. */
export class Instruction {
  opcode: number;
  /** For jumps and block pushes a label, or an instruction index, until `target` takes its place. */
  oparg: number;
  loc: Location;
  /** Target block of a jump or a block push. */
  target: BasicBlock | null;
  /** The handler that an exception raised here goes to. */
  except: BasicBlock | null;
  /** Offset in code units, for the assembler. */
  offset: number;

  constructor(opcode: number, oparg: number, loc: Location) {
    this.opcode = opcode;
    this.oparg = oparg;
    this.loc = loc;
    this.target = null;
    this.except = null;
    this.offset = 0;
  }

  /** Changes operation and argument, keeps the location. */
  set(opcode: number, oparg: number): void {
    this.opcode = opcode;
    this.oparg = oparg;
  }

  /** Leaves a gap, which keeps the location until redundant NOPs are removed. */
  setNop(): void {
    this.opcode = op.NOP;
    this.oparg = 0;
  }

  copy(): Instruction {
    const copy = new Instruction(this.opcode, this.oparg, this.loc);
    copy.target = this.target;
    copy.except = this.except;
    return copy;
  }
}

export class BasicBlock {
  readonly instructions: Instruction[] = [];
  /** How many of `instructions` count. */
  used = 0;
  next: BasicBlock | null = null;
  /** Label of a block that is a jump target, else `NO_LABEL`. */
  label: number;
  /** Handlers in force at the start of the block, innermost last; only while exception targets are labelled. */
  exceptStack: BasicBlock[] | null = null;
  /** Locals 0 to 31 and 32 to 63 that may be unbound at the start of the block, a bit each. */
  unsafeLocalsLow = 0;
  unsafeLocalsHigh = 0;
  predecessors = 0;
  startDepth = 0;
  /** The block is a handler below which the offset of the raising instruction is pushed. */
  preservesLasti = false;
  isVisited = false;
  isExceptHandler = false;
  isCold = false;
  isWarm = false;
  /** Position of the first instruction in the whole unit, for the assembler. */
  firstIndex = 0;

  constructor(label: number) {
    this.label = label;
  }

  /** The last instruction, if any. */
  last(): Instruction | undefined {
    return this.used > 0 ? this.instructions[this.used - 1] : undefined;
  }

  /** Operation of the instruction after `index`; 0 at the end of the block. */
  opcodeAfter(index: number): number {
    return index + 1 < this.used ? this.instructions[index + 1]!.opcode : 0;
  }

  append(opcode: number, oparg: number, loc: Location): Instruction {
    const stale = this.used < this.instructions.length ? this.instructions[this.used]! : undefined;
    const instruction = new Instruction(opcode, oparg, loc);
    if (stale !== undefined) instruction.except = stale.except;
    this.instructions[this.used++] = instruction;
    return instruction;
  }

  appendJump(opcode: number, target: BasicBlock, loc: Location): void {
    const last = this.last();
    assert(last === undefined || (OPCODE_FLAGS[last.opcode]! & HAS_JUMP_FLAG) === 0, 'jump after a jump');
    this.append(opcode, target.label, loc).target = target;
  }

  /** Appends copies of all instructions of another block. */
  appendCopies(from: BasicBlock): void {
    for (let i = 0, n = from.used; i < n; i++) this.instructions[this.used++] = from.instructions[i]!.copy();
  }

  insert(position: number, instruction: Instruction): void {
    const instructions = this.instructions;
    for (let i = this.used; i > position; i--) instructions[i] = instructions[i - 1]!;
    instructions[position] = instruction;
    this.used++;
  }

  /** Whether control can leave the block at its end into `next`. An empty block falls through. */
  hasFallthrough(): boolean {
    const last = this.last();
    return last === undefined || (OPCODE_FLAGS[last.opcode]! & (IS_SCOPE_EXIT_FLAG | IS_UNCONDITIONAL_JUMP_FLAG)) === 0;
  }

  exitsScope(): boolean {
    const last = this.last();
    return last !== undefined && (OPCODE_FLAGS[last.opcode]! & IS_SCOPE_EXIT_FLAG) !== 0;
  }

  hasEvalBreak(): boolean {
    for (let i = 0; i < this.used; i++) {
      if ((OPCODE_FLAGS[this.instructions[i]!.opcode]! & HAS_EVAL_BREAK_FLAG) !== 0) return true;
    }
    return false;
  }

  hasNoLineNumber(): boolean {
    for (let i = 0; i < this.used; i++) if (this.instructions[i]!.loc.lineno >= 0) return false;
    return true;
  }
}

/** This block, or the first after it that is not empty. */
export function nextNonEmptyBlock(block: BasicBlock | null): BasicBlock | null {
  while (block !== null && block.used === 0) block = block.next;
  return block;
}

/** True for a jump (not for a block push). */
export function isJump(instruction: Instruction): boolean {
  return (OPCODE_FLAGS[instruction.opcode]! & HAS_JUMP_FLAG) !== 0;
}

export class FlowGraph {
  readonly entry: BasicBlock;
  private current: BasicBlock;
  private pendingLabel = NO_LABEL;
  private labelCount: number;

  /** Labels below `labelCount` are those of the instructions to be added. */
  constructor(labelCount: number) {
    this.entry = this.current = new BasicBlock(NO_LABEL);
    this.labelCount = labelCount;
  }

  /** Makes the next instruction a jump target. */
  useLabel(label: number): void {
    this.pendingLabel = label;
    this.maybeStartNewBlock();
  }

  /** Appends an instruction to the block under construction, which takes it over. */
  add(instruction: Instruction): void {
    this.maybeStartNewBlock();
    this.current.instructions[this.current.used++] = instruction;
  }

  /** A label that is not in use yet. */
  newLabel(): number {
    return this.labelCount++;
  }

  /** Marks all blocks as not visited. */
  clearVisited(): void {
    for (let block: BasicBlock | null = this.entry; block !== null; block = block.next) block.isVisited = false;
  }

  private maybeStartNewBlock(): void {
    if (!this.isCurrentTerminated()) return;
    const block = new BasicBlock(this.pendingLabel);
    this.pendingLabel = NO_LABEL;
    this.current.next = block;
    this.current = block;
  }

  private isCurrentTerminated(): boolean {
    const last = this.current.last();
    if (last !== undefined && (OPCODE_FLAGS[last.opcode]! & IS_TERMINATOR_FLAG) !== 0) return true;
    if (this.pendingLabel === NO_LABEL) return false;
    if (last !== undefined || this.current.label !== NO_LABEL) return true;
    this.current.label = this.pendingLabel;
    this.pendingLabel = NO_LABEL;
    return false;
  }
}

/** A block of its own with copies of the instructions of one that has no fallthrough. */
export function copyBlock(block: BasicBlock): BasicBlock {
  assert(!block.hasFallthrough(), 'a block that falls through has only one place');
  const copy = new BasicBlock(NO_LABEL);
  copy.appendCopies(block);
  return copy;
}
