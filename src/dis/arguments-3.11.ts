/** Arguments of 3.11 and 3.12. @cpython Lib/dis.py _get_instructions_bytes (3.11, 3.12) */
import { COMPARES, REFERS_TO_CELL, REFERS_TO_CONSTANT, REFERS_TO_LOCAL, REFERS_TO_NAME } from '../opcode/index.ts';
import { ArgumentText, FUNCTION_PARTS, formatValueText } from './argument-text.ts';
import type { Instruction } from './instructions.ts';

export class Arguments311 extends ArgumentText {
  protected override meaning({ baseOpcode, target }: Instruction, oparg: number): string {
    const { python, table } = this.dialect;
    const flags = table.flags[baseOpcode]!;
    const name = table.names[baseOpcode]!;
    if ((flags & REFERS_TO_CONSTANT) !== 0) {
      // 3.11 resolves nothing but LOAD_CONST.
      return python >= 312 || name === 'LOAD_CONST' ? this.constant(oparg) : '';
    }
    if ((flags & REFERS_TO_NAME) !== 0) return this.nameText(name, oparg);
    if (target !== undefined) return `to ${target}`;
    if ((flags & (REFERS_TO_LOCAL | REFERS_TO_CELL)) !== 0)
      return this.item(this.code.co_localsplusnames, oparg, 'local variable');
    if ((flags & COMPARES) !== 0) return this.item(table.comparisons, python >= 312 ? oparg >> 4 : oparg, 'comparison');
    switch (name) {
      case 'FORMAT_VALUE':
        return formatValueText(oparg);
      case 'MAKE_FUNCTION':
        return this.bits(FUNCTION_PARTS, oparg);
      case 'BINARY_OP':
        return this.item(table.operators, oparg, 'operator');
      case 'CALL_INTRINSIC_1':
        return this.item(table.intrinsics1, oparg, 'intrinsic');
      case 'CALL_INTRINSIC_2':
        return this.item(table.intrinsics2, oparg, 'intrinsic');
      default:
        return '';
    }
  }

  /** Low bits of a name's number say what is pushed beside the value. */
  private nameText(opname: string, oparg: number): string {
    const isOdd = (oparg & 1) !== 0;
    if (opname === 'LOAD_GLOBAL') return (isOdd ? 'NULL + ' : '') + this.name(oparg >> 1);
    if (this.dialect.python >= 312) {
      if (opname === 'LOAD_ATTR') return (isOdd ? 'NULL|self + ' : '') + this.name(oparg >> 1);
      if (opname === 'LOAD_SUPER_ATTR') return (isOdd ? 'NULL|self + ' : '') + this.name(oparg >> 2);
    }
    return this.name(oparg);
  }
}
