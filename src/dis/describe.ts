/** Instructions with all that a listing says of them, as data: for JSON, and for comparing. */
import { parseExceptionTable, type ExceptionTableEntry } from '../code/exception-table.ts';
import { pythonOf, type AnyCode } from '../code/foreign-code.ts';
import { parseLocationTable } from '../code/location-table.ts';
import { Arguments311 } from './arguments-3.11.ts';
import { Arguments313 } from './arguments-3.13.ts';
import { ClassicArguments } from './arguments-classic.ts';
import { ConstantText } from './constant-text.ts';
import { CACHES_SINCE, LABELS_SINCE, makeDialect, type Dialect } from './dialect.ts';
import { unpack, type Instruction } from './instructions.ts';
import { lineStarts } from './line-starts.ts';
import { makeLabels } from './rows-labelled.ts';

/** One instruction as a listing shows it. */
export interface DescribedInstruction {
  /** Bytes from the beginning of the code. */
  readonly offset: number;
  readonly opcode: number;
  readonly name: string;
  readonly argument: number | null;
  /** What the argument means: a constant, a name, a jump's target; empty where there is nothing to say. */
  readonly meaning: string;
  /** Offset that it jumps to. */
  readonly target: number | null;
  readonly isJumpTarget: boolean;
  /** The line that begins here. */
  readonly line: number | null;
  /** From 3.11 on: line, end line, column and end column (in bytes), each `null` where unknown. */
  readonly position?: readonly (number | null)[];
}

/** The bytecode of one code object. */
export interface DescribedBytecode {
  readonly instructions: DescribedInstruction[];
  /** From 3.11 on. */
  readonly exceptionTable: ExceptionTableEntry[];
}

function makeResolver(
  code: AnyCode,
  dialect: Dialect,
  instructions: readonly Instruction[],
  exceptions: readonly ExceptionTableEntry[],
  constants: ConstantText,
) {
  if (dialect.python >= LABELS_SINCE)
    return new Arguments313(code, dialect, constants, makeLabels(instructions, exceptions));
  if (dialect.python >= CACHES_SINCE) return new Arguments311(code, dialect, constants);
  return new ClassicArguments(code, dialect, constants);
}

/** Source positions by offset, from 3.11 on. */
function positionsByOffset(code: AnyCode): Map<number, readonly (number | null)[]> {
  const positions = new Map<number, readonly (number | null)[]>();
  for (const range of parseLocationTable(code.co_linetable, code.co_firstlineno)) {
    const values = [range.line, range.endLine, range.column, range.endColumn].map((value) => value ?? null);
    const end = Math.min(range.end, code.co_code.length);
    for (let offset = range.start; offset < end; offset += 2) positions.set(offset, values);
  }
  return positions;
}

/**
 * Describes the bytecode of a code object, not of those nested in it.
 *
 * @param constants shows constants; one for all of a module keeps the text of all of them within bounds
 * @throws DisassemblyError where an argument refers to nothing, or the text would be without end
 */
export function describeBytecode(code: AnyCode, constants = new ConstantText(pythonOf(code))): DescribedBytecode {
  const dialect = makeDialect(pythonOf(code));
  const instructions = unpack(code.co_code, dialect);
  const hasTables = dialect.python >= CACHES_SINCE;
  const exceptionTable = hasTables ? parseExceptionTable(code.co_exceptiontable) : [];
  const resolver = makeResolver(code, dialect, instructions, exceptionTable, constants);
  const starts = lineStarts(code, dialect, instructions);
  const positions = hasTables ? positionsByOffset(code) : undefined;
  const targets = new Set<number>();
  for (const { target } of instructions) if (target !== undefined) targets.add(target);
  for (const { target } of exceptionTable) targets.add(target);
  const described = instructions.map((instruction): DescribedInstruction => {
    const { offset, opcode, name, oparg, target } = instruction;
    const meaning = resolver.describe(instruction);
    constants.spend(meaning.length);
    return {
      offset,
      opcode,
      name,
      argument: oparg ?? null,
      meaning,
      target: target ?? null,
      isJumpTarget: targets.has(offset),
      line: starts.get(offset) ?? null,
      ...(positions === undefined ? {} : { position: positions.get(offset) ?? [null, null, null, null] }),
    };
  });
  return { instructions: described, exceptionTable };
}
