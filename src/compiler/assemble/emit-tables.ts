/**
 * The byte strings of a code object: bytecode, location table and exception table.
 *
 * @cpython Python/assemble.c write_instr, assemble_location_info, assemble_exception_table (3.14)
 */
import { ExceptionTableWriter } from '../../code/exception-table.ts';
import { LocationTableWriter } from '../../code/location-table.ts';
import { CACHE_ENTRIES, instructionSize, IS_TERMINATOR_FLAG, OPCODE_FLAGS, op } from '../../opcode/index.ts';
import type { BasicBlock, Instruction } from '../cfg/flow-graph.ts';
import { NO_LOCATION } from '../location.ts';
import type { Location } from '../location.ts';

/** The bytecode of instructions whose opargs are final. Inline caches are zeros. */
export function emitCode(instructions: readonly Instruction[], codeUnits: number): Uint8Array {
  const code = new Uint8Array(codeUnits * 2);
  let position = 0;
  for (let i = 0; i < instructions.length; i++) {
    const { opcode, oparg } = instructions[i]!;
    for (let shift = oparg > 0xffffff ? 24 : oparg > 0xffff ? 16 : oparg > 0xff ? 8 : 0; shift > 0; shift -= 8) {
      code[position++] = op.EXTENDED_ARG;
      code[position++] = oparg >> shift;
    }
    code[position++] = opcode;
    code[position++] = oparg;
    position += CACHE_ENTRIES[opcode]! * 2;
  }
  return code;
}

/** The location table; resolves "as the next instruction" locations. */
export function emitLocationTable(instructions: readonly Instruction[], firstLine: number): Uint8Array {
  for (let i = instructions.length - 1; i >= 0; i--) {
    const instruction = instructions[i]!;
    if (instruction.loc.lineno !== -2) continue;
    const isLast = (OPCODE_FLAGS[instruction.opcode]! & IS_TERMINATOR_FLAG) !== 0 || i === instructions.length - 1;
    instruction.loc = isLast ? NO_LOCATION : instructions[i + 1]!.loc;
  }
  const writer = new LocationTableWriter(firstLine);
  let loc = NO_LOCATION;
  let size = 0;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    if (!isSameLocation(loc, instruction.loc)) {
      writer.add(size, loc.lineno, loc.end_lineno, loc.col_offset, loc.end_col_offset);
      loc = instruction.loc;
      size = 0;
    }
    size += instructionSize(instruction.opcode, instruction.oparg);
  }
  writer.add(size, loc.lineno, loc.end_lineno, loc.col_offset, loc.end_col_offset);
  return writer.finish();
}

function isSameLocation(a: Location, b: Location): boolean {
  return (
    a === b ||
    (a.lineno === b.lineno &&
      a.end_lineno === b.end_lineno &&
      a.col_offset === b.col_offset &&
      a.end_col_offset === b.end_col_offset)
  );
}

/** The exception table; neighbours with the same handler share an entry. */
export function emitExceptionTable(instructions: readonly Instruction[], codeUnits: number): Uint8Array {
  const writer = new ExceptionTableWriter();
  let handler: BasicBlock | null = null;
  let start = 0;
  for (let i = 0; i < instructions.length; i++) {
    const { except, offset } = instructions[i]!;
    if (except === handler || (except !== null && handler !== null && except.firstIndex === handler.firstIndex))
      continue;
    if (handler !== null) addEntry(writer, start, offset, handler, instructions);
    start = offset;
    handler = except;
  }
  if (handler !== null) addEntry(writer, start, codeUnits, handler, instructions);
  return writer.finish();
}

function addEntry(
  writer: ExceptionTableWriter,
  start: number,
  end: number,
  handler: BasicBlock,
  instructions: readonly Instruction[],
): void {
  // The exception itself, and the offset below it, are pushed after unwinding.
  const depth = handler.startDepth - (handler.preservesLasti ? 2 : 1);
  writer.add(start, end - start, instructions[handler.firstIndex]!.offset, depth, handler.preservesLasti);
}
