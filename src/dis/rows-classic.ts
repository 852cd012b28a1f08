/**
 * Rows of 1.0 to 3.12, where jumps go to offsets:
 *
 * ```
 *   3     >>   16 LOAD_FAST                0 (i)
 *  line target offset opcode name   argument (meaning)
 * ```
 *
 * @cpython Lib/dis.py disassemble (2.7), Instruction._disassemble (3.6 to 3.12)
 */
import { parseExceptionTable, type ExceptionTableEntry } from '../code/exception-table.ts';
import type { AnyCode } from '../code/foreign-code.ts';
import { REFERS_TO_CELL, REFERS_TO_LOCAL, REFERS_TO_NAME } from '../opcode/index.ts';
import type { ArgumentText } from './argument-text.ts';
import { Arguments311 } from './arguments-3.11.ts';
import { ClassicArguments } from './arguments-classic.ts';
import type { ConstantText } from './constant-text.ts';
import { CACHES_SINCE, type Dialect } from './dialect.ts';
import { unpack, type Instruction } from './instructions.ts';
import { lineStarts, type LineStarts } from './line-starts.ts';
import type { Listing } from './listing.ts';

const NAME_WIDTH = 20;
const ARGUMENT_WIDTH = 5;
const OFFSET_WIDTH = 4;
const LINE_WIDTH = 3;
/** First version whose columns grow with their numbers. */
const GROWS_SINCE = 307;
/** First version that leaves out the column of lines where there are none. */
const MAY_LACK_LINES_SINCE = 310;
/** First version whose rows do not end in blanks. */
const STRIPS_SINCE = 300;
/** First version that shows what caches hold although the instruction is not specialised. */
const SHOWS_CACHED_SINCE = 312;

const NAMES = REFERS_TO_NAME | REFERS_TO_LOCAL | REFERS_TO_CELL;

function jumpTargets(
  instructions: readonly Instruction[],
  exceptions: readonly ExceptionTableEntry[],
): ReadonlySet<number> {
  const targets = new Set<number>();
  for (const { target } of instructions) if (target !== undefined) targets.add(target);
  for (const { start, end, target } of exceptions) if (start < end) targets.add(target);
  return targets;
}

/** Writes the rows of one code object. */
export class ClassicRows {
  private readonly code: AnyCode;
  private readonly dialect: Dialect;
  private readonly listing: Listing;
  private readonly instructions: Instruction[];
  private readonly exceptions: ExceptionTableEntry[];
  private readonly targets: ReadonlySet<number>;
  private readonly starts: LineStarts;
  private readonly arguments: ArgumentText;
  private readonly lineWidth: number;
  private readonly offsetWidth: number;

  constructor(code: AnyCode, dialect: Dialect, constants: ConstantText, listing: Listing) {
    const { python } = dialect;
    this.code = code;
    this.dialect = dialect;
    this.listing = listing;
    this.instructions = unpack(code.co_code, dialect);
    this.exceptions = python >= CACHES_SINCE ? parseExceptionTable(code.co_exceptiontable) : [];
    this.targets = jumpTargets(this.instructions, this.exceptions);
    this.starts = lineStarts(code, dialect, this.instructions);
    const Resolver = python >= CACHES_SINCE ? Arguments311 : ClassicArguments;
    this.arguments = new Resolver(code, dialect, constants);
    this.lineWidth = this.widthOfLines();
    const lastOffset = code.co_code.length - 2;
    this.offsetWidth = python >= GROWS_SINCE && lastOffset >= 10000 ? String(lastOffset).length : OFFSET_WIDTH;
  }

  private widthOfLines(): number {
    const { python } = this.dialect;
    if (python >= MAY_LACK_LINES_SINCE && this.starts.size === 0) return 0;
    if (python < GROWS_SINCE) return LINE_WIDTH;
    let last = 0;
    for (const line of this.starts.values()) if (line! > last) last = line!;
    return Math.max(LINE_WIDTH, String(last).length);
  }

  write(showCaches: boolean): void {
    const { extendedArg, python } = this.dialect;
    let hasPrefix = false;
    for (const instruction of this.instructions) {
      const { offset, opcode, oparg } = instruction;
      const meaning = this.bracketed(instruction);
      // What follows a prefix is a `long` in Python 2.
      const text = oparg === undefined ? undefined : `${oparg}${hasPrefix && python < 300 ? 'L' : ''}`;
      hasPrefix = opcode === extendedArg;
      this.row(offset, instruction.name, text, meaning);
      if (showCaches && python >= CACHES_SINCE) this.caches(instruction);
    }
    if (this.exceptions.length === 0) return;
    this.listing.push('ExceptionTable:');
    for (const { start, end, target, depth, lasti } of this.exceptions)
      this.listing.push(`  ${start} to ${end - 2} -> ${target} [${depth}]${lasti ? ' lasti' : ''}`);
  }

  /** What an argument means, in brackets; Python 2 shows those of empty names too. */
  private bracketed(instruction: Instruction): string {
    const meaning = this.arguments.describe(instruction);
    if (meaning !== '') return `(${meaning})`;
    const isEmptyName = this.dialect.python < 300 && (this.dialect.table.flags[instruction.opcode]! & NAMES) !== 0;
    return isEmptyName ? '()' : '';
  }

  private row(offset: number, name: string, oparg: string | undefined, meaning: string): void {
    const line = this.starts.get(offset);
    let text = '';
    if (this.lineWidth > 0) {
      if (line !== undefined && offset > 0) this.listing.push('');
      text = `${line === undefined ? '' : line}`.padStart(this.lineWidth) + ' ';
    }
    text += `    ${this.targets.has(offset) ? '>>' : '  '} ${String(offset).padStart(this.offsetWidth)} `;
    text += name.padEnd(NAME_WIDTH);
    if (oparg !== undefined) text += ` ${oparg.padStart(ARGUMENT_WIDTH)}`;
    if (meaning !== '') text += ` ${meaning}`;
    this.listing.push(this.dialect.python >= STRIPS_SINCE ? text.trimEnd() : text);
  }

  private caches({ opcode, baseOpcode, offset }: Instruction): void {
    const isShown = this.dialect.python >= SHOWS_CACHED_SINCE || opcode !== baseOpcode;
    let at = offset;
    for (const [name, size] of this.dialect.table.cacheFields[baseOpcode]!) {
      let value = 0n;
      for (let i = size * 2 - 1; i >= 0; i--) value = value * 256n + BigInt(this.code.co_code[at + 2 + i] ?? 0);
      for (let i = 0; i < size; i++) {
        at += 2;
        this.cacheRow(at, i === 0 && isShown ? `${name}: ${value}` : '');
      }
    }
  }

  /** A cache never starts a line, nor is it jumped to. */
  private cacheRow(offset: number, meaning: string): void {
    const line = this.lineWidth > 0 ? ' '.repeat(this.lineWidth + 1) : '';
    const text = `${line}       ${String(offset).padStart(this.offsetWidth)} ${'CACHE'.padEnd(NAME_WIDTH)}     0`;
    this.listing.push(meaning === '' ? text : `${text} (${meaning})`);
  }
}
