/** Arguments of 3.13 and later. @cpython Lib/dis.py ArgResolver.get_argval_argrepr (3.13, 3.14) */
import type { AnyCode } from '../code/foreign-code.ts';
import { COMPARES, REFERS_TO_CELL, REFERS_TO_CONSTANT, REFERS_TO_LOCAL, REFERS_TO_NAME } from '../opcode/index.ts';
import { ArgumentText, FUNCTION_PARTS } from './argument-text.ts';
import type { ConstantText } from './constant-text.ts';
import type { Dialect } from './dialect.ts';
import type { Instruction } from './instructions.ts';

const CONVERSIONS = ['', 'str', 'repr', 'ascii'];
const FUNCTION_ATTRIBUTES = [...FUNCTION_PARTS, 'annotate'];
/** First version that shows what `IS_OP` and `CONTAINS_OP` mean. */
const SHOWS_MORE_SINCE = 314;

export class Arguments313 extends ArgumentText {
  private readonly labels: ReadonlyMap<number, number>;

  constructor(code: AnyCode, dialect: Dialect, constants: ConstantText, labels: ReadonlyMap<number, number>) {
    super(code, dialect, constants);
    this.labels = labels;
  }

  protected override meaning({ baseOpcode, target }: Instruction, oparg: number): string {
    const { table } = this.dialect;
    const flags = table.flags[baseOpcode]!;
    const name = table.names[baseOpcode]!;
    if ((flags & REFERS_TO_CONSTANT) !== 0) return this.constant(oparg);
    if ((flags & REFERS_TO_NAME) !== 0) return this.nameText(name, oparg);
    if (target !== undefined) return `${name === 'END_ASYNC_FOR' ? 'from' : 'to'} L${this.labels.get(target)}`;
    switch (name) {
      case 'LOAD_FAST_LOAD_FAST':
      case 'LOAD_FAST_BORROW_LOAD_FAST_BORROW':
      case 'STORE_FAST_LOAD_FAST':
      case 'STORE_FAST_STORE_FAST':
        return `${this.local(oparg >> 4)}, ${this.local(oparg & 15)}`;
    }
    if ((flags & (REFERS_TO_LOCAL | REFERS_TO_CELL)) !== 0) return this.local(oparg);
    if ((flags & COMPARES) !== 0) {
      const operator = this.item(table.comparisons, oparg >> 5, 'comparison');
      return oparg & 16 ? `bool(${operator})` : operator;
    }
    return this.special(name, oparg);
  }

  private nameText(opname: string, oparg: number): string {
    switch (opname) {
      case 'LOAD_GLOBAL':
        return this.name(oparg >> 1) + (oparg & 1 ? ' + NULL' : '');
      case 'LOAD_ATTR':
        return this.name(oparg >> 1) + (oparg & 1 ? ' + NULL|self' : '');
      case 'LOAD_SUPER_ATTR':
        return this.name(oparg >> 2) + (oparg & 1 ? ' + NULL|self' : '');
      case 'IMPORT_NAME':
        // From 3.15 on the two low bits say whether the import is lazy.
        return this.name(this.dialect.python >= 315 ? oparg >> 2 : oparg);
      default:
        return this.name(oparg);
    }
  }

  private special(opname: string, oparg: number): string {
    const { python, table } = this.dialect;
    switch (opname) {
      case 'CONVERT_VALUE':
        return this.item(CONVERSIONS, oparg, 'conversion');
      case 'SET_FUNCTION_ATTRIBUTE':
        return this.bits(python >= 314 ? FUNCTION_ATTRIBUTES : FUNCTION_PARTS, oparg);
      case 'BINARY_OP':
        return this.item(table.operators, oparg, 'operator');
      case 'CALL_INTRINSIC_1':
        return this.item(table.intrinsics1, oparg, 'intrinsic');
      case 'CALL_INTRINSIC_2':
        return this.item(table.intrinsics2, oparg, 'intrinsic');
      case 'LOAD_COMMON_CONSTANT':
        return this.item(table.commonConstants, oparg, 'common constant');
      case 'LOAD_SPECIAL':
        return this.item(table.specialMethods, oparg, 'special method');
      case 'IS_OP':
        return python >= SHOWS_MORE_SINCE ? (oparg ? 'is not' : 'is') : '';
      case 'CONTAINS_OP':
        return python >= SHOWS_MORE_SINCE ? (oparg ? 'not in' : 'in') : '';
      default:
        return '';
    }
  }

  private local(index: number): string {
    return this.item(this.code.co_localsplusnames, index, 'local variable');
  }
}
