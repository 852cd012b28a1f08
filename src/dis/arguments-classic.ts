/** Arguments of 1.0 to 3.10. @cpython Lib/dis.py _get_instructions_bytes (2.7, 3.6 to 3.10) */
import {
  COMPARES,
  JUMPS_ABSOLUTE,
  JUMPS_RELATIVE,
  REFERS_TO_CELL,
  REFERS_TO_CONSTANT,
  REFERS_TO_LOCAL,
  REFERS_TO_NAME,
} from '../opcode/index.ts';
import { ArgumentText, FUNCTION_PARTS, formatValueText } from './argument-text.ts';
import type { Instruction } from './instructions.ts';

/** First version that says where absolute jumps go. */
const SHOWS_ABSOLUTE_SINCE = 310;
/** First version that names the parts of `MAKE_FUNCTION`. */
const SHOWS_FUNCTION_PARTS_SINCE = 308;
const SHOWS_FORMAT_SINCE = 306;

export class ClassicArguments extends ArgumentText {
  private cells: readonly string[] | undefined;

  protected override meaning({ opcode, name, target }: Instruction, oparg: number): string {
    const { python, table } = this.dialect;
    const flags = table.flags[opcode]!;
    if ((flags & REFERS_TO_CONSTANT) !== 0) return this.constant(oparg);
    if ((flags & REFERS_TO_NAME) !== 0) return this.name(oparg);
    if ((flags & JUMPS_RELATIVE) !== 0 || ((flags & JUMPS_ABSOLUTE) !== 0 && python >= SHOWS_ABSOLUTE_SINCE))
      return `to ${target!}${this.suffix(oparg)}`;
    if ((flags & REFERS_TO_LOCAL) !== 0) return this.item(this.code.co_varnames, oparg, 'local variable');
    if ((flags & COMPARES) !== 0) return this.item(table.comparisons, oparg, 'comparison');
    if ((flags & REFERS_TO_CELL) !== 0) {
      this.cells ??= [...this.code.co_cellvars, ...this.code.co_freevars];
      return this.item(this.cells, oparg, 'cell variable');
    }
    if (name === 'FORMAT_VALUE' && python >= SHOWS_FORMAT_SINCE) return formatValueText(oparg);
    if (name === 'MAKE_FUNCTION' && python >= SHOWS_FUNCTION_PARTS_SINCE) return this.bits(FUNCTION_PARTS, oparg);
    return '';
  }

  /** Python 2 counts in `long` what came with a prefix, and shows it. */
  private suffix(oparg: number): string {
    return this.dialect.python < 300 && oparg > 0xffff ? 'L' : '';
  }
}
