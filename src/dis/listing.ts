/**
 * The lines of a disassembly, and a bound on them: a small hostile file can ask for a text without end, by code objects
 * that hold one another many times over, or by one long name that every instruction refers to.
 */
import { DisassemblyError } from './disassembly-error.ts';

/** Characters that any disassembly may have. */
const BASE_ALLOWANCE = 1 << 25;
/** Characters that each byte of distinct bytecode adds to that: lines of real listings have a tenth of it. */
const ALLOWANCE_PER_BYTE = 512;

export class Listing {
  readonly lines: string[] = [];
  private left = BASE_ALLOWANCE;

  /** Says that the bytecode of another code object is about to be listed. */
  allow(bytes: number): void {
    this.left += bytes * ALLOWANCE_PER_BYTE;
  }

  /** @throws DisassemblyError when there is no end to it */
  push(line: string): void {
    this.left -= line.length + 1;
    if (this.left < 0) throw new DisassemblyError('the disassembly is too long');
    this.lines.push(line);
  }

  /** All lines, each with its newline. */
  toString(): string {
    return this.lines.length === 0 ? '' : this.lines.join('\n') + '\n';
  }
}
