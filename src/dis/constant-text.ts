/** `repr` of constants as disassembly shows them, code objects included. */
import { reprConstant, reprText } from '../base/constant-repr.ts';
import { textFromUtf16 } from '../base/constant.ts';
import type { CodeObject, Constant } from '../code/code-object.ts';

/** Bytecode or constants that cannot be shown. */
export class DisassemblyError extends Error {
  override name = 'DisassemblyError';
}

/** No constant of a real program comes near this; a small file could otherwise ask for a text that fills the memory. */
const MAX_LENGTH = 1 << 24;

/** Gives code objects something to stand for an address. */
export class ConstantText {
  private readonly addresses = new Map<CodeObject, number>();
  private length = 0;

  /** `<code object f at 0x…, file "m.py", line 1>`; the address is made up, but one for each object. */
  code(code: CodeObject): string {
    let address = this.addresses.get(code);
    if (address === undefined) this.addresses.set(code, (address = 0x7f0000000000 + (this.addresses.size + 1) * 0x100));
    const line = code.co_firstlineno !== 0 ? code.co_firstlineno : -1;
    return `<code object ${code.co_name} at 0x${address.toString(16)}, file "${code.co_filename}", line ${line}>`;
  }

  /** @throws DisassemblyError when the text would be absurdly long */
  repr(constant: Constant): string {
    this.length = 0;
    return this.part(constant);
  }

  private part(constant: Constant): string {
    const text = this.partText(constant);
    this.length += text.length;
    if (this.length > MAX_LENGTH) throw new DisassemblyError('a constant is too long to be shown');
    return text;
  }

  private partText(constant: Constant): string {
    if (constant === null || typeof constant !== 'object') return reprConstant(constant);
    switch (constant.kind) {
      case 'code':
        return this.code(constant);
      case 'tuple': {
        const items = this.parts(constant.items);
        return constant.items.length === 1 ? `(${items},)` : `(${items})`;
      }
      case 'frozenset':
        return constant.items.length === 0 ? 'frozenset()' : `frozenset({${this.parts(constant.items)}})`;
      case 'slice':
        return `slice(${this.parts([constant.start, constant.stop, constant.step])})`;
      default:
        return reprConstant(constant);
    }
  }

  private parts(items: readonly Constant[]): string {
    // A plain loop keeps the recursion shallow.
    let text = '';
    for (let i = 0; i < items.length; i++) text += (i === 0 ? '' : ', ') + this.part(items[i]!);
    return text;
  }
}

/** `repr` of a name or file name. */
export function reprName(name: string): string {
  return reprText(textFromUtf16(name));
}
