/**
 * What the argument of an instruction means, as text: what all versions have in common, and which file knows the rest.
 *
 * A version group has a class of its own (`arguments-classic.ts`, `arguments-3.11.ts`, `arguments-3.13.ts`).
 */
import type { AnyCode, AnyConstant } from '../code/foreign-code.ts';
import type { ConstantText } from './constant-text.ts';
import type { Dialect } from './dialect.ts';
import { DisassemblyError } from './disassembly-error.ts';
import type { Instruction } from './instructions.ts';

/** Resolves arguments of one code object. */
export abstract class ArgumentText {
  protected readonly code: AnyCode;
  protected readonly dialect: Dialect;
  private readonly constants: ConstantText;
  /** Offset of the instruction at hand, for complaints. */
  private offset = -1;

  constructor(code: AnyCode, dialect: Dialect, constants: ConstantText) {
    this.code = code;
    this.dialect = dialect;
    this.constants = constants;
  }

  /** Text for between the brackets; empty where there is nothing to say. @throws DisassemblyError */
  describe(instruction: Instruction): string {
    if (instruction.oparg === undefined) return '';
    this.offset = instruction.offset;
    return this.meaning(instruction, instruction.oparg);
  }

  /** As `describe`, of an instruction that has an argument. */
  protected abstract meaning(instruction: Instruction, oparg: number): string;

  protected constant(index: number): string {
    return this.constants.repr(this.item<AnyConstant>(this.code.co_consts, index, 'constant'));
  }

  protected name(index: number): string {
    return this.item(this.code.co_names, index, 'name');
  }

  protected item<T>(items: readonly T[], index: number, what: string): T {
    const item = items[index];
    if (item === undefined)
      throw new DisassemblyError(`${this.code.co_qualname}: there is no ${what} ${index}`, this.offset);
    return item;
  }

  /** Names of the bits that are set, from the lowest. */
  protected bits(names: readonly string[], value: number): string {
    return names.filter((_, i) => (value & (1 << i)) !== 0).join(', ');
  }
}

const CONVERSIONS = ['', 'str', 'repr', 'ascii'];
export const FUNCTION_PARTS: readonly string[] = ['defaults', 'kwdefaults', 'annotations', 'closure'];

/** The argument of `FORMAT_VALUE`: conversion in two bits, then whether there is a format. */
export function formatValueText(oparg: number): string {
  const conversion = CONVERSIONS[oparg & 3]!;
  if ((oparg & 4) === 0) return conversion;
  return conversion === '' ? 'with format' : `${conversion}, with format`;
}
