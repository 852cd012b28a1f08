/**
 * The instructions of bytecode, as `dis.get_instructions` gives them: prefixes folded into arguments, jump targets as
 * offsets. Any bytes can be taken apart, also such as no compiler would make.
 *
 * ```
 *  up to 3.5:  opcode              below 90         from 3.6 on:  opcode argument
 *              opcode low high     from 90 on                     (caches: code units of the same size)
 * ```
 *
 * @cpython Lib/dis.py _unpack_opargs, findlabels (2.7, 3.6 to 3.14)
 */
import { JUMPS_ABSOLUTE, JUMPS_RELATIVE, TAKES_ARGUMENT } from '../opcode/index.ts';
import {
  CACHES_SINCE,
  JUMPS_BEHIND_CACHES_SINCE,
  UNIT_JUMPS_SINCE,
  WORDS_SINCE,
  makeDialect,
  type Dialect,
} from './dialect.ts';

/** One instruction. Offsets are bytes into `co_code`. */
export interface Instruction {
  readonly offset: number;
  readonly opcode: number;
  /** The opcode that a specialised one stands for; else the same. */
  readonly baseOpcode: number;
  readonly name: string;
  /** The argument with its prefixes (from 3.11 on a signed 32-bit number); `undefined` where the opcode has none. */
  readonly oparg: number | undefined;
  /** Number of inline cache entries (code units) after it. */
  readonly caches: number;
  readonly target: number | undefined;
}

const CACHE = 0;

/** Where a jump goes; `undefined` for other instructions. */
function jumpTarget(dialect: Dialect, opcode: number, oparg: number, next: number, caches: number): number | undefined {
  const flags = dialect.table.flags[opcode]!;
  if ((flags & (JUMPS_RELATIVE | JUMPS_ABSOLUTE)) === 0) return undefined;
  const distance = dialect.python >= UNIT_JUMPS_SINCE ? oparg * 2 : oparg;
  if ((flags & JUMPS_ABSOLUTE) !== 0) return distance;
  const origin = dialect.python >= JUMPS_BEHIND_CACHES_SINCE ? next + caches * 2 : next;
  return dialect.isBackward[opcode] === 1 ? origin - distance : origin + distance;
}

/** Instructions of 1.0 to 3.5. */
function unpackBytes(code: Uint8Array, dialect: Dialect): Instruction[] {
  const { table, extendedArg } = dialect;
  const instructions: Instruction[] = [];
  let prefix = 0;
  for (let offset = 0; offset < code.length;) {
    const opcode = code[offset]!;
    const start = offset++;
    let oparg: number | undefined;
    let target: number | undefined;
    if ((table.flags[opcode]! & TAKES_ARGUMENT) !== 0 || opcode >= 90) {
      oparg = (code[offset] ?? 0) + (code[offset + 1] ?? 0) * 256 + prefix;
      prefix = opcode === extendedArg ? oparg * 65536 : 0;
      offset += 2;
      target = jumpTarget(dialect, opcode, oparg, offset, 0);
    }
    instructions.push({
      offset: start,
      opcode,
      baseOpcode: opcode,
      name: table.names[opcode]!,
      oparg,
      caches: 0,
      target,
    });
  }
  return instructions;
}

/** Number of CACHE units from an offset on. */
function countCaches(code: Uint8Array, offset: number): number {
  let count = 0;
  while (offset + count * 2 < code.length && code[offset + count * 2] === CACHE) count++;
  return count;
}

/** Instructions of 3.6 and later. */
function unpackWords(code: Uint8Array, dialect: Dialect): Instruction[] {
  const { table, extendedArg, python, hasListedCaches } = dialect;
  const { flags, names, baseOpcodes } = table;
  const instructions: Instruction[] = [];
  let prefix = 0;
  for (let offset = 0; offset < code.length; offset += 2) {
    const opcode = code[offset]!;
    const baseOpcode = baseOpcodes[opcode]!;
    const caches = hasListedCaches ? table.caches[baseOpcode]! : opcode === CACHE ? 0 : countCaches(code, offset + 2);
    let oparg: number | undefined;
    let target: number | undefined;
    if ((flags[baseOpcode]! & TAKES_ARGUMENT) !== 0) {
      const byte = code[offset + 1] ?? 0;
      // Counted without end before 3.11, as a C int since.
      oparg = python >= CACHES_SINCE ? byte | prefix : byte + prefix;
      if (baseOpcode === extendedArg) prefix = python >= CACHES_SINCE ? oparg << 8 : oparg * 256;
      else prefix = 0;
      target = jumpTarget(dialect, baseOpcode, oparg, offset + 2, caches);
    } else if (python >= UNIT_JUMPS_SINCE) prefix = 0;
    instructions.push({ offset, opcode, baseOpcode, name: names[opcode]!, oparg, caches, target });
    offset += caches * 2;
  }
  return instructions;
}

/** Every instruction of a version's bytecode, prefixes among them, caches left out. */
export function unpack(code: Uint8Array, dialect: Dialect): Instruction[] {
  return dialect.python >= WORDS_SINCE ? unpackWords(code, dialect) : unpackBytes(code, dialect);
}

/**
 * Every instruction of bytecode, prefixes among them, caches left out.
 *
 * @param python the version that the bytecode is for: major × 100 + minor
 * @throws DisassemblyError for a version that is not known
 */
export function unpackInstructions(code: Uint8Array, python = 314): Instruction[] {
  return unpack(code, makeDialect(python));
}
