/** What the argument of an instruction means, as text. */
import type { CodeObject } from '../code/code-object.ts';
import { op, OPCODES } from '../opcode/index.ts';
import {
  COMMON_CONSTANTS,
  INTRINSIC_1,
  INTRINSIC_2,
  NB_OPS,
  SPECIAL_METHODS,
} from '../opcode/python-3.14.generated.ts';
import { DisassemblyError, type ConstantText } from './constant-text.ts';
import type { Instruction } from './instructions.ts';

const FLAGS: ReadonlyMap<number, string> = new Map(OPCODES.map(({ opcode, flags }) => [opcode, flags]));
const COMPARISONS = ['<', '<=', '==', '!=', '>', '>='];
const CONVERSIONS = ['', 'str', 'repr', 'ascii'];
const FUNCTION_ATTRIBUTES = ['defaults', 'kwdefaults', 'annotations', 'closure', 'annotate'];

/** Resolves arguments of one code object. */
export class ArgumentText {
  private readonly code: CodeObject;
  private readonly constants: ConstantText;
  private readonly labels: ReadonlyMap<number, number>;

  constructor(code: CodeObject, constants: ConstantText, labels: ReadonlyMap<number, number>) {
    this.code = code;
    this.constants = constants;
    this.labels = labels;
  }

  /** Text for between the brackets; empty where there is nothing to say. @throws DisassemblyError */
  describe(instruction: Instruction): string {
    const { oparg, baseOpcode } = instruction;
    if (oparg === undefined) return '';
    const flags = FLAGS.get(baseOpcode) ?? '';
    if (baseOpcode === op.LOAD_SMALL_INT) return flags.includes('c') ? String(oparg) : '';
    if (flags.includes('c')) return this.constants.repr(this.item(this.code.co_consts, oparg, 'constant'));
    if (flags.includes('n')) return this.describeName(baseOpcode, oparg);
    if (instruction.target !== undefined) {
      const preposition = baseOpcode === op.END_ASYNC_FOR ? 'from' : 'to';
      return `${preposition} L${this.labels.get(instruction.target)}`;
    }
    switch (baseOpcode) {
      case op.LOAD_FAST_LOAD_FAST:
      case op.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
      case op.STORE_FAST_LOAD_FAST:
      case op.STORE_FAST_STORE_FAST:
        return `${this.local(oparg >> 4)}, ${this.local(oparg & 15)}`;
    }
    if (flags.includes('l') || flags.includes('f')) return this.local(oparg);
    return this.describeSpecial(baseOpcode, oparg);
  }

  private describeName(opcode: number, oparg: number): string {
    switch (opcode) {
      case op.LOAD_GLOBAL:
        return this.name(oparg >> 1) + (oparg & 1 ? ' + NULL' : '');
      case op.LOAD_ATTR:
        return this.name(oparg >> 1) + (oparg & 1 ? ' + NULL|self' : '');
      case op.LOAD_SUPER_ATTR:
        return this.name(oparg >> 2) + (oparg & 1 ? ' + NULL|self' : '');
      default:
        return this.name(oparg);
    }
  }

  private describeSpecial(opcode: number, oparg: number): string {
    switch (opcode) {
      case op.COMPARE_OP: {
        const operator = this.item(COMPARISONS, oparg >> 5, 'comparison');
        return oparg & 16 ? `bool(${operator})` : operator;
      }
      case op.CONVERT_VALUE:
        return this.item(CONVERSIONS, oparg, 'conversion');
      case op.SET_FUNCTION_ATTRIBUTE:
        return FUNCTION_ATTRIBUTES.filter((_, i) => oparg & (1 << i)).join(', ');
      case op.BINARY_OP:
        return this.item(NB_OPS, oparg, 'operator')[1];
      case op.CALL_INTRINSIC_1:
        return this.item(INTRINSIC_1, oparg, 'intrinsic');
      case op.CALL_INTRINSIC_2:
        return this.item(INTRINSIC_2, oparg, 'intrinsic');
      case op.LOAD_COMMON_CONSTANT: {
        const name = this.item(COMMON_CONSTANTS, oparg, 'common constant');
        return name === 'all' || name === 'any' ? `<built-in function ${name}>` : name;
      }
      case op.LOAD_SPECIAL:
        return this.item(SPECIAL_METHODS, oparg, 'special method');
      case op.IS_OP:
        return oparg ? 'is not' : 'is';
      case op.CONTAINS_OP:
        return oparg ? 'not in' : 'in';
      default:
        return '';
    }
  }

  private name(index: number): string {
    return this.item(this.code.co_names, index, 'name');
  }

  private local(index: number): string {
    return this.item(this.code.co_localsplusnames, index, 'local variable');
  }

  private item<T>(items: readonly T[], index: number, what: string): T {
    const item = items[index];
    if (item === undefined) throw new DisassemblyError(`${this.code.co_qualname}: there is no ${what} ${index}`);
    return item;
  }
}
