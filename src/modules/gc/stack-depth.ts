/**
 * How deep the value stack is at each instruction of a code object: what tells the live values of a frame from those that
 * an earlier instruction has left behind.
 */
import {
  op,
  OPCODE_FLAGS,
  CACHE_ENTRIES,
  HAS_JUMP_FLAG,
  IS_SCOPE_EXIT_FLAG,
  IS_UNCONDITIONAL_JUMP_FLAG,
  OPCODE_NAMES,
  stackEffect,
} from '../../opcode/index.ts';
import { parseExceptionTable } from '../../code/exception-table.ts';
import type { PyCode } from '../../objects/function/py-code.ts';

const UNKNOWN = -1;
const known = new WeakMap<PyCode, Int32Array>();

/** The jump target of an instruction, in code units; `undefined` for one that does not jump. */
function jumpTarget(opcode: number, oparg: number, next: number): number | undefined {
  if ((OPCODE_FLAGS[opcode]! & HAS_JUMP_FLAG) === 0 || opcode === op.END_ASYNC_FOR) return undefined;
  return OPCODE_NAMES[opcode]!.includes('BACKWARD') ? next - oparg : next + oparg;
}

/** Depths by code unit, before the instruction there; -1 where no path leads. */
function computeDepths(code: PyCode): Int32Array {
  const bytes = code.code.co_code;
  const depths = new Int32Array(bytes.length >> 1).fill(UNKNOWN);
  const pending: [unit: number, depth: number][] = [[0, 0]];
  for (const entry of parseExceptionTable(code.code.co_exceptiontable)) {
    pending.push([entry.target >> 1, entry.depth + (entry.lasti ? 2 : 1)]);
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    let [unit, depth] = next;
    let extended = 0;
    while (unit < depths.length && depths[unit] === UNKNOWN) {
      depths[unit] = depth;
      const opcode = bytes[unit * 2]!;
      const oparg = (extended << 8) | bytes[unit * 2 + 1]!;
      extended = opcode === op.EXTENDED_ARG ? oparg : 0;
      const following = unit + 1 + CACHE_ENTRIES[opcode]!;
      const target = jumpTarget(opcode, oparg, following);
      if (target !== undefined) pending.push([target, depth + (stackEffect(opcode, oparg, true) ?? 0)]);
      const flags = OPCODE_FLAGS[opcode]!;
      if ((flags & (IS_SCOPE_EXIT_FLAG | IS_UNCONDITIONAL_JUMP_FLAG)) !== 0) break;
      depth += stackEffect(opcode, oparg, false) ?? 0;
      unit = following;
    }
  }
  return depths;
}

/** The depth of the stack before the instruction at a code unit; -1 when it is not known. */
export function stackDepthAt(code: PyCode, unit: number): number {
  let depths = known.get(code);
  if (depths === undefined) {
    depths = computeDepths(code);
    known.set(code, depths);
  }
  return depths[unit] ?? UNKNOWN;
}
