/**
 * From `co_code` to what the eval loop runs: one operation and one argument per instruction, without inline caches and
 * EXTENDED_ARG, jump arguments as indices of their target instruction.
 *
 * Some opcodes whose argument selects the operation become an operation of their own (`BINARY_OP` 0 is `ADD`), numbered
 * where CPython has its specialised opcodes: those never stand in a code object.
 */
import { op, OPCODES } from '../../opcode/python-3.14.generated.ts';

/** Operations of the eval loop beside CPython's opcodes. The eval loop has their numbers as literals. */
export const internalOp = {
  ADD: 130,
  SUBTRACT: 131,
  MULTIPLY: 132,
  TRUE_DIVIDE: 133,
  FLOOR_DIVIDE: 134,
  REMAINDER: 135,
  AND: 136,
  OR: 137,
  XOR: 138,
  LSHIFT: 139,
  RSHIFT: 140,
  SUBSCRIPT: 141,
  COMPARE_LT: 142,
  COMPARE_LE: 143,
  COMPARE_EQ: 144,
  COMPARE_NE: 145,
  COMPARE_GT: 146,
  COMPARE_GE: 147,
  LOAD_METHOD: 148,
  IS: 149,
  IS_NOT: 150,
  CONTAINS: 151,
  NOT_CONTAINS: 152,
  /** Stands in the place of an operation whose operand types are being noted. */
  PROFILED: 153,
} as const;

const BINARY_OPERATIONS: readonly number[] = [
  internalOp.ADD,
  internalOp.AND,
  internalOp.FLOOR_DIVIDE,
  internalOp.LSHIFT,
  0,
  internalOp.MULTIPLY,
  internalOp.REMAINDER,
  internalOp.OR,
  0,
  internalOp.RSHIFT,
  internalOp.SUBTRACT,
  internalOp.TRUE_DIVIDE,
  internalOp.XOR,
];

/** Argument of BINARY_OP that stands for subscription. @cpython Include/opcode.h NB_SUBSCR */
const NB_SUBSCR = 26;

const CACHES = new Uint8Array(256);
const BASE_OPCODE = new Uint8Array(256);
const JUMP = new Uint8Array(256);
const FORWARD = 1;
const BACKWARD = 2;

{
  const byName = new Map(OPCODES.map((info) => [info.name, info]));
  for (const info of OPCODES) {
    if (info.opcode > 255) continue;
    const base = byName.get(info.name.replace(/^INSTRUMENTED_/, '')) ?? info;
    BASE_OPCODE[info.opcode] = base.opcode;
    CACHES[info.opcode] = base.caches;
    if (base.flags.includes('j')) JUMP[info.opcode] = base.name.includes('BACKWARD') ? BACKWARD : FORWARD;
  }
  JUMP[op.END_ASYNC_FOR] = JUMP[op.INSTRUMENTED_END_ASYNC_FOR] = 0;
}

/** Decoded instructions; all arrays by instruction index. */
export interface DecodedInstructions {
  readonly ops: Uint8Array;
  readonly args: Int32Array;
  /** Code unit of the instruction itself (after its EXTENDED_ARGs). */
  readonly units: Int32Array;
  /** Instruction index of each code unit; a prefix or cache entry stands for the instruction that comes next. */
  readonly indexOfUnit: Int32Array;
}

function operationOf(opcode: number, arg: number): number {
  switch (opcode) {
    case op.BINARY_OP: {
      if (arg === NB_SUBSCR) return internalOp.SUBSCRIPT;
      const operation = BINARY_OPERATIONS[arg % 13]!;
      return operation === 0 || arg > NB_SUBSCR ? op.BINARY_OP : operation;
    }
    case op.COMPARE_OP:
      return internalOp.COMPARE_LT + ((arg >> 5) % 6);
    case op.LOAD_ATTR:
      return (arg & 1) !== 0 ? internalOp.LOAD_METHOD : op.LOAD_ATTR;
    case op.IS_OP:
      return (arg & 1) !== 0 ? internalOp.IS_NOT : internalOp.IS;
    case op.CONTAINS_OP:
      return (arg & 1) !== 0 ? internalOp.NOT_CONTAINS : internalOp.CONTAINS;
    default:
      return opcode;
  }
}

/** Opcodes whose operation depends on the argument. */
const DEPENDS_ON_ARGUMENT = new Uint8Array(256);
for (const opcode of [op.BINARY_OP, op.COMPARE_OP, op.LOAD_ATTR, op.IS_OP, op.CONTAINS_OP])
  DEPENDS_ON_ARGUMENT[opcode] = 1;

/** Decodes `co_code`. Jumps out of the code go to its end, where a final invalid operation stands. */
export function decodeInstructions(code: Uint8Array): DecodedInstructions {
  const unitCount = code.length >> 1;
  const ops = new Uint8Array(unitCount + 1);
  const args = new Int32Array(unitCount + 1);
  const units = new Int32Array(unitCount + 1);
  const indexOfUnit = new Int32Array(unitCount + 1);
  let count = 0;
  let extended = 0;
  let hasJump = false;
  for (let unit = 0; unit < unitCount; unit++) {
    indexOfUnit[unit] = count;
    const given = code[unit * 2]!;
    const arg = (extended << 8) | code[unit * 2 + 1]!;
    if (given === op.EXTENDED_ARG) {
      extended = arg;
      continue;
    }
    extended = 0;
    const opcode = BASE_OPCODE[given]!;
    ops[count] = DEPENDS_ON_ARGUMENT[opcode] === 0 ? opcode : operationOf(opcode, arg);
    args[count] = arg;
    units[count] = unit;
    count++;
    if (JUMP[opcode] !== 0) hasJump = true;
    for (let caches = CACHES[given]!; caches > 0 && unit + 1 < unitCount; caches--) indexOfUnit[++unit] = count;
  }
  indexOfUnit[unitCount] = count;
  if (hasJump) {
    for (let i = 0; i < count; i++) {
      const opcode = ops[i]!;
      if (JUMP[opcode] === 0) continue;
      const next = units[i]! + 1 + CACHES[opcode]!;
      const target = JUMP[opcode] === FORWARD ? next + args[i]! : next - args[i]!;
      args[i] = target >= 0 && target <= unitCount ? indexOfUnit[target]! : count;
    }
  }
  ops[count] = op.RESERVED;
  units[count] = unitCount;
  const size = count + 1;
  return { ops: ops.subarray(0, size), args: args.subarray(0, size), units: units.subarray(0, size), indexOfUnit };
}
