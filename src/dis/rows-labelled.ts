/**
 * Rows of 3.13 and later, where jumps go to labels:
 *
 * ```
 *   1   L1:        0    RESUME                   0
 *  line label  offset   opcode name       argument (meaning)
 * ```
 *
 * @cpython Lib/dis.py Formatter (3.13, 3.14)
 */
import { parseExceptionTable, type ExceptionTableEntry } from '../code/exception-table.ts';
import type { AnyCode } from '../code/foreign-code.ts';
import { codeUnitPositions, type LocationRange } from '../code/location-table.ts';
import { Arguments313 } from './arguments-3.13.ts';
import type { ConstantText } from './constant-text.ts';
import type { Dialect } from './dialect.ts';
import { unpack, type Instruction } from './instructions.ts';
import { lineStarts, type LineStarts } from './line-starts.ts';
import type { Listing } from './listing.ts';

/** What rows show. */
export interface RowOptions {
  /** Inline cache entries, as rows of their own. */
  readonly showCaches?: boolean;
  readonly showOffsets?: boolean;
  /** Line and column ranges instead of line numbers. */
  readonly showPositions?: boolean;
}

const NO_LINE = '  --';
const NAME_WIDTH = 20;
const ARGUMENT_WIDTH = 5;

/** Jump targets and the ends of exception-covered ranges, numbered from 1 in order of offset. */
export function makeLabels(
  instructions: readonly Instruction[],
  exceptions: readonly ExceptionTableEntry[],
): Map<number, number> {
  const offsets = new Set<number>();
  for (const { target } of instructions) if (target !== undefined) offsets.add(target);
  for (const { start, end, target } of exceptions) offsets.add(start).add(end).add(target);
  return new Map([...offsets].sort((a, b) => a - b).map((offset, i) => [offset, i + 1]));
}

function lineWidth(starts: LineStarts): number {
  let last = -1;
  let hasUnknown = false;
  for (const line of starts.values()) {
    if (line === undefined) hasUnknown = true;
    // Line 0 does not count: it is where modules begin.
    else if (line !== 0 && line > last) last = line;
  }
  if (last === -1) return 0;
  const width = Math.max(3, String(last).length);
  return width < NO_LINE.length && hasUnknown ? NO_LINE.length : width;
}

function positionText(position: LocationRange | undefined): string {
  if (position === undefined) return '';
  const { line, column, endLine, endColumn } = position;
  if (line === undefined && column === undefined && endLine === undefined && endColumn === undefined) return NO_LINE;
  return `${line ?? '?'}:${column ?? '?'}-${endLine ?? '?'}:${endColumn ?? '?'}`;
}

function positionWidth(positions: readonly LocationRange[]): number {
  let width = 0;
  let hasValue = false;
  for (const { line, column, endLine, endColumn } of positions) {
    const values = [line, endLine, column, endColumn];
    hasValue ||= values.some((value) => value !== undefined);
    width = Math.max(
      width,
      values.reduce<number>((sum, value) => sum + String(value ?? '?').length, 0),
    );
  }
  return hasValue ? 1 + Math.max(NO_LINE.length, 3 + width) : 0;
}

/** Writes the rows of one code object. */
export class LabelledRows {
  private readonly code: AnyCode;
  private readonly dialect: Dialect;
  private readonly listing: Listing;
  private readonly options: RowOptions;
  private readonly instructions: Instruction[];
  private readonly exceptions: ExceptionTableEntry[];
  private readonly labels: Map<number, number>;
  private readonly starts: LineStarts;
  private readonly positions: LocationRange[];
  private readonly arguments: Arguments313;
  private readonly lineWidth: number;
  private readonly labelWidth: number;
  private readonly offsetWidth: number;

  constructor(code: AnyCode, dialect: Dialect, constants: ConstantText, listing: Listing, options: RowOptions) {
    this.code = code;
    this.dialect = dialect;
    this.listing = listing;
    this.options = options;
    this.instructions = unpack(code.co_code, dialect);
    this.exceptions = parseExceptionTable(code.co_exceptiontable);
    this.labels = makeLabels(this.instructions, this.exceptions);
    this.starts = lineStarts(code, dialect, this.instructions);
    this.positions = options.showPositions ? [...codeUnitPositions(code.co_linetable, code.co_firstlineno)] : [];
    this.arguments = new Arguments313(code, dialect, constants, this.labels);
    this.lineWidth = options.showPositions ? positionWidth(this.positions) : lineWidth(this.starts);
    this.labelWidth = 4 + String(this.labels.size).length;
    this.offsetWidth = options.showOffsets ? String(Math.max(code.co_code.length - 2, 9999)).length : 0;
  }

  write(): void {
    for (const instruction of this.instructions) {
      const { offset, oparg } = instruction;
      this.row(offset, instruction.name, oparg, this.arguments.describe(instruction), this.starts.has(offset));
      if (this.options.showCaches) this.caches(instruction);
    }
    if (this.exceptions.length === 0) return;
    this.listing.push('ExceptionTable:');
    for (const { start, end, target, depth, lasti } of this.exceptions) {
      const labels = [start, end, target].map((offset) => `L${this.labels.get(offset)}`);
      this.listing.push(`  ${labels[0]} to ${labels[1]} -> ${labels[2]} [${depth}]${lasti ? ' lasti' : ''}`);
    }
  }

  private caches({ baseOpcode, caches, offset }: Instruction): void {
    const { hasListedCaches, table } = this.dialect;
    let at = offset;
    for (const [name, size] of hasListedCaches ? table.cacheFields[baseOpcode]! : [['', caches] as const]) {
      let value = 0n;
      for (let i = 0; i < size * 2; i++) value |= BigInt(this.code.co_code[at + 2 + i] ?? 0) << BigInt(8 * i);
      for (let i = 0; i < size; i++) {
        at += 2;
        this.row(at, 'CACHE', 0, i === 0 && name !== '' ? `${name}: ${value}` : '', false, offset);
      }
    }
  }

  private row(
    offset: number,
    name: string,
    oparg: number | undefined,
    meaning: string,
    startsLine: boolean,
    positionOffset = offset,
  ): void {
    let text = '';
    if (this.lineWidth > 0) {
      if (startsLine && offset > 0) this.listing.push('');
      text = `${this.location(offset, startsLine, positionOffset)} `;
    }
    const isCache = offset !== positionOffset;
    const label = isCache ? undefined : this.labels.get(offset);
    text += (label === undefined ? '' : `L${label}:`).padStart(this.labelWidth);
    if (this.offsetWidth > 0) text += ` ${String(offset).padStart(this.offsetWidth)}  `;
    text += `     ${name.padEnd(NAME_WIDTH)}`;
    if (oparg !== undefined) {
      // A long name takes room from the argument's column.
      text += ` ${String(oparg).padStart(ARGUMENT_WIDTH - Math.max(0, name.length - NAME_WIDTH))}`;
      if (meaning !== '') text += ` (${meaning})`;
    }
    this.listing.push(text.trimEnd());
  }

  private location(offset: number, startsLine: boolean, positionOffset: number): string {
    if (this.options.showPositions) return positionText(this.positions[positionOffset / 2]).padEnd(this.lineWidth);
    if (!startsLine) return ' '.repeat(this.lineWidth);
    const line = this.starts.get(offset);
    return (line === undefined ? NO_LINE : String(line)).padStart(this.lineWidth);
  }
}
