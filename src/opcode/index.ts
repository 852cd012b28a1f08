/** Opcodes: those of CPython 3.14 by name with properties and stack effects, and tables of every version's. */
export { MAGIC_3_14, op, OPCODES, SPECIALIZED } from './python-3.14.generated.ts';
export type { OpcodeInfo } from './python-3.14.generated.ts';
export {
  CACHE_ENTRIES,
  HAS_ARG_FLAG,
  HAS_CONST_FLAG,
  HAS_EVAL_BREAK_FLAG,
  HAS_FREE_FLAG,
  HAS_JUMP_FLAG,
  HAS_LOCAL_FLAG,
  HAS_NAME_FLAG,
  HAS_TARGET_FLAG,
  IS_BLOCK_PUSH_FLAG,
  IS_CONDITIONAL_JUMP_FLAG,
  IS_PSEUDO_FLAG,
  IS_SCOPE_EXIT_FLAG,
  IS_TERMINATOR_FLAG,
  IS_UNCONDITIONAL_JUMP_FLAG,
  OPCODE_FLAGS,
  OPCODE_NAMES,
  hasArg,
  hasJump,
  hasTarget,
  instructionSize,
  opcodeSet,
} from './metadata.ts';
export { numPopped, numPushed, stackEffect } from './stack-effect.ts';
export {
  COMPARES,
  JUMPS_ABSOLUTE,
  JUMPS_RELATIVE,
  REFERS_TO_CELL,
  REFERS_TO_CONSTANT,
  REFERS_TO_LOCAL,
  REFERS_TO_NAME,
  TAKES_ARGUMENT,
  opcodeTable,
  tabulatedVersions,
  type CacheField,
  type OpcodeTable,
} from './opcode-table.ts';
