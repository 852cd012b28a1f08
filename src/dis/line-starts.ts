/**
 * At which offsets lines begin, from the tables that versions keep it in.
 *
 * ```
 *  1.0 to 2.2   SET_LINENO instructions
 *  1.5 to 3.9   co_lnotab: pairs of bytes, offset increment and line increment (signed since 3.6)
 *  3.10         pairs, length in bytes and signed line delta; -128 for no line
 *  3.11 on      the location table (src/code/location-table.ts)
 * ```
 *
 * @cpython Lib/dis.py findlinestarts (2.7, 3.6 to 3.14)
 */
import { pythonOf, type AnyCode } from '../code/foreign-code.ts';
import { lineRanges, type LineRange } from '../code/location-table.ts';
import type { Dialect } from './dialect.ts';
import type { Instruction } from './instructions.ts';

/** Line numbers by the offset at which they begin; `undefined` for code without a line. */
export type LineStarts = Map<number, number | undefined>;

const SIGNED_SINCE = 306;
/** First version that leaves out lines whose code was optimised away. */
const BOUNDED_SINCE = 308;
const RANGES_SINCE = 310;
const LOCATIONS_SINCE = 311;
/** First version that shows code without a line. */
const SHOWS_NO_LINE_SINCE = 313;

/** @cpython Objects/lnotab_notes.txt (3.9) */
function fromLnotab(code: AnyCode, python: number): LineStarts {
  const starts: LineStarts = new Map();
  const table = code.co_linetable;
  let last: number | undefined;
  let line = code.co_firstlineno;
  let offset = 0;
  for (let i = 0; i + 1 < table.length; i += 2) {
    const increment = table[i]!;
    if (increment !== 0) {
      if (line !== last) starts.set(offset, (last = line));
      offset += increment;
      if (python >= BOUNDED_SINCE && offset >= code.co_code.length) return starts;
    }
    const delta = table[i + 1]!;
    line += python >= SIGNED_SINCE && delta >= 128 ? delta - 256 : delta;
  }
  if (line !== last) starts.set(offset, line);
  return starts;
}

/** @cpython Objects/lnotab_notes.txt, Objects/codeobject.c lineiter_next (3.10) */
function rangesOf310(code: AnyCode): LineRange[] {
  const ranges: LineRange[] = [];
  const table = code.co_linetable;
  let line = code.co_firstlineno;
  let start = 0;
  for (let i = 0; i + 1 < table.length; i += 2) {
    const length = table[i]!;
    const delta = table[i + 1]!;
    const hasLine = delta !== 128;
    if (hasLine) line += delta > 128 ? delta - 256 : delta;
    if (length !== 0) ranges.push({ start, end: start + length, line: hasLine ? line : undefined });
    start += length;
  }
  return ranges;
}

function fromRanges(ranges: readonly LineRange[], showsNoLine: boolean): LineStarts {
  const starts: LineStarts = new Map();
  let last: number | undefined | false = false;
  for (const { start, line } of ranges) {
    if (line === last || (line === undefined && !showsNoLine)) continue;
    last = line;
    starts.set(start, line);
  }
  return starts;
}

/** Lines of versions that have an instruction for each. */
function fromInstructions(dialect: Dialect, instructions: readonly Instruction[]): LineStarts {
  const setLine = dialect.table.numbers.get('SET_LINENO');
  const starts: LineStarts = new Map();
  for (const { opcode, offset, oparg } of instructions) if (opcode === setLine) starts.set(offset, oparg);
  return starts;
}

/** Where lines begin in a code object. */
export function lineStarts(code: AnyCode, dialect: Dialect, instructions: readonly Instruction[]): LineStarts {
  const python = pythonOf(code);
  if (python >= LOCATIONS_SINCE)
    return fromRanges(lineRanges(code.co_linetable, code.co_firstlineno), python >= SHOWS_NO_LINE_SINCE);
  if (python >= RANGES_SINCE) return fromRanges(rangesOf310(code), false);
  if (dialect.table.numbers.has('SET_LINENO')) return fromInstructions(dialect, instructions);
  return fromLnotab(code, python);
}
