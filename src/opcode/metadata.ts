/**
 * What every stage asks about an opcode: its name, its inline cache entries and its properties, as tables indexed by
 * opcode number, so that a question costs one array read.
 *
 * @cpython Include/internal/pycore_opcode_metadata.h, Include/internal/pycore_opcode_utils.h (3.14)
 */
import { op, OPCODES } from './python-3.14.generated.ts';

/** Property bits of an opcode, for `OPCODE_FLAGS`. */
export const HAS_ARG_FLAG = 1;
export const HAS_CONST_FLAG = 2;
export const HAS_NAME_FLAG = 4;
export const HAS_JUMP_FLAG = 8;
export const HAS_FREE_FLAG = 16;
export const HAS_LOCAL_FLAG = 32;
/** The instruction looks for signals and thread switches. */
export const HAS_EVAL_BREAK_FLAG = 64;
/** `SETUP_FINALLY`, `SETUP_CLEANUP`, `SETUP_WITH`: pseudo instructions that open an exception-covered range. */
export const IS_BLOCK_PUSH_FLAG = 128;
/** The oparg is a jump target: a jump or a block push. */
export const HAS_TARGET_FLAG = 256;
/** Control never goes on to the next instruction, and no jump is made: a return or a raise. */
export const IS_SCOPE_EXIT_FLAG = 512;
export const IS_UNCONDITIONAL_JUMP_FLAG = 1024;
/** `POP_JUMP_IF_…`: the jumps that have two forms, one for each outcome. */
export const IS_CONDITIONAL_JUMP_FLAG = 2048;
/** The instruction must be the last of its basic block: a jump or a scope exit. */
export const IS_TERMINATOR_FLAG = 4096;
/** Never in finished bytecode: numbers from 256. */
export const IS_PSEUDO_FLAG = 8192;

/** Table length; a power of two over the highest pseudo instruction. */
const TABLE_SIZE = 512;

const LETTER_FLAGS: Readonly<Record<string, number>> = {
  a: HAS_ARG_FLAG,
  c: HAS_CONST_FLAG,
  n: HAS_NAME_FLAG,
  j: HAS_JUMP_FLAG | HAS_TARGET_FLAG | IS_TERMINATOR_FLAG,
  f: HAS_FREE_FLAG,
  l: HAS_LOCAL_FLAG,
  e: IS_BLOCK_PUSH_FLAG | HAS_TARGET_FLAG,
};

const EXTRA_FLAGS: readonly (readonly [flags: number, opcodes: readonly number[]])[] = [
  [
    HAS_EVAL_BREAK_FLAG,
    [op.CALL, op.CALL_FUNCTION_EX, op.CALL_KW, op.JUMP, op.JUMP_BACKWARD, op.RESUME, op.INSTRUMENTED_RESUME],
  ],
  [IS_SCOPE_EXIT_FLAG | IS_TERMINATOR_FLAG, [op.RETURN_VALUE, op.RAISE_VARARGS, op.RERAISE]],
  [
    IS_UNCONDITIONAL_JUMP_FLAG,
    [op.JUMP, op.JUMP_NO_INTERRUPT, op.JUMP_FORWARD, op.JUMP_BACKWARD, op.JUMP_BACKWARD_NO_INTERRUPT],
  ],
  [IS_CONDITIONAL_JUMP_FLAG, [op.POP_JUMP_IF_FALSE, op.POP_JUMP_IF_TRUE, op.POP_JUMP_IF_NONE, op.POP_JUMP_IF_NOT_NONE]],
];

function makeFlags(): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE);
  for (const { opcode, flags } of OPCODES) {
    let bits = opcode >= 256 ? IS_PSEUDO_FLAG : 0;
    for (const letter of flags) bits |= LETTER_FLAGS[letter]!;
    table[opcode] = bits;
  }
  for (const [flags, opcodes] of EXTRA_FLAGS) for (const opcode of opcodes) table[opcode]! |= flags;
  return table;
}

/** Property bits by opcode. */
export const OPCODE_FLAGS: Readonly<Uint16Array> = /* @__PURE__ */ makeFlags();

function makeCacheEntries(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE);
  for (const { opcode, caches } of OPCODES) table[opcode] = caches;
  return table;
}

/** Inline cache entries (code units) that follow an instruction, by opcode. */
export const CACHE_ENTRIES: Readonly<Uint8Array> = /* @__PURE__ */ makeCacheEntries();

function makeNames(): string[] {
  const names: string[] = [];
  for (let opcode = 0; opcode < 256; opcode++) names.push(`<${opcode}>`);
  for (const { opcode, name } of OPCODES) names[opcode] = name;
  return names;
}

/** Names by opcode; `<n>` where there is no such opcode. */
export const OPCODE_NAMES: readonly string[] = /* @__PURE__ */ makeNames();

/** True when the instruction has an argument. */
export function hasArg(opcode: number): boolean {
  return (OPCODE_FLAGS[opcode]! & HAS_ARG_FLAG) !== 0;
}

/** True for jumps (not for block pushes). */
export function hasJump(opcode: number): boolean {
  return (OPCODE_FLAGS[opcode]! & HAS_JUMP_FLAG) !== 0;
}

/** True when the oparg is a jump target: for jumps and block pushes. */
export function hasTarget(opcode: number): boolean {
  return (OPCODE_FLAGS[opcode]! & HAS_TARGET_FLAG) !== 0;
}

/** Code units that an instruction takes with its `EXTENDED_ARG` prefixes and its inline caches. */
export function instructionSize(opcode: number, oparg: number): number {
  return (oparg > 0xffffff ? 4 : oparg > 0xffff ? 3 : oparg > 0xff ? 2 : 1) + CACHE_ENTRIES[opcode]!;
}

/** A set of opcodes as a table: 1 for members. */
export function opcodeSet(opcodes: readonly number[]): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE);
  for (const opcode of opcodes) table[opcode] = 1;
  return table;
}
