/** `repr` of constants as a version's disassembly shows them, code objects included. */
import { reprBytes, reprConstant, reprText } from '../base/constant-repr.ts';
import { textFromUtf16, type BytesConstant, type WideString } from '../base/constant.ts';
import type { AnyCode, AnyConstant } from '../code/foreign-code.ts';
import { DisassemblyError } from './disassembly-error.ts';
import { LaterCharacters } from './printable.ts';

/** No constant of a real program comes near this; a small file could otherwise ask for a text that fills the memory. */
const MAX_LENGTH = 1 << 24;
/** Characters that one object of this class gives out: constants that are shown again and again count again. */
const MAX_TOTAL_LENGTH = 1 << 25;
/** First version whose `repr` of a `str` is of text, and of a `frozenset` has braces. */
const TEXT_SINCE = 300;

/** Bytes as `str` of Python 1 and 2. */
function reprByteString(constant: BytesConstant): string {
  return reprBytes(constant.bytes).slice(1);
}

/** `repr` of a `unicode` of Python 2: nothing but ASCII. */
function reprUnicode(text: string | WideString): string {
  const escaped = reprText(text).replace(/[^ -~]/gu, (char) => {
    const codePoint = char.codePointAt(0)!;
    const hex = codePoint.toString(16);
    if (codePoint < 0x100) return `\\x${hex}`;
    return codePoint < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
  });
  return `u${escaped}`;
}

/** Gives code objects something to stand for an address. */
export class ConstantText {
  private readonly hasByteStrings: boolean;
  private readonly sortsSets: boolean;
  private readonly laterCharacters: LaterCharacters;
  private readonly addresses = new Map<AnyCode, number>();
  /** What was shown before: one long constant may be loaded many times. */
  private readonly texts = new Map<object, string>();
  private length = 0;
  private left = MAX_TOTAL_LENGTH;

  /**
   * @param python the version whose `repr` it is: major × 100 + minor
   * @param sortsSets puts elements of sets in the order of their text, for comparing: their own says nothing
   */
  constructor(python = 314, sortsSets = false) {
    this.sortsSets = sortsSets;
    this.hasByteStrings = python < TEXT_SINCE;
    this.laterCharacters = new LaterCharacters(python);
  }

  /** `<code object f at 0x…, file "m.py", line 1>`; the address is made up, but one for each object. */
  code(code: AnyCode): string {
    let address = this.addresses.get(code);
    if (address === undefined) this.addresses.set(code, (address = 0x7f0000000000 + (this.addresses.size + 1) * 0x100));
    const line = code.co_firstlineno !== 0 ? code.co_firstlineno : -1;
    const [name, file] = this.hasByteStrings
      ? [code.co_name.slice(0, 100), code.co_filename.slice(0, 300)]
      : [code.co_name, code.co_filename];
    return `<code object ${name} at 0x${address.toString(16)}, file "${file}", line ${line}>`;
  }

  /** @throws DisassemblyError when the text would be absurdly long */
  repr(constant: AnyConstant): string {
    const isKept = typeof constant === 'object' && constant !== null;
    let text = isKept ? this.texts.get(constant) : undefined;
    if (text === undefined) {
      this.length = 0;
      text = this.part(constant);
      if (isKept) this.texts.set(constant, text);
    }
    this.spend(text.length);
    return text;
  }

  /** Counts other text of the same disassembly. @throws DisassemblyError when there is no end to it */
  spend(length: number): void {
    this.left -= length;
    if (this.left < 0) throw new DisassemblyError('the disassembly is too long');
  }

  private part(constant: AnyConstant): string {
    const text = this.partText(constant);
    this.length += text.length;
    if (this.length > MAX_LENGTH) throw new DisassemblyError('a constant is too long to be shown');
    return text;
  }

  private partText(constant: AnyConstant): string {
    if (constant === null || typeof constant !== 'object') {
      return typeof constant === 'string' ? this.textRepr(constant) : reprConstant(constant);
    }
    switch (constant.kind) {
      case 'code':
      case 'foreign-code':
        return this.code(constant);
      case 'tuple': {
        const items = this.parts(constant.items);
        return constant.items.length === 1 ? `(${items},)` : `(${items})`;
      }
      case 'frozenset': {
        if (constant.items.length === 0) return 'frozenset()';
        const items = this.sortsSets
          ? constant.items
              .map((item) => this.part(item))
              .sort()
              .join(', ')
          : this.parts(constant.items);
        return this.hasByteStrings ? `frozenset([${items}])` : `frozenset({${items}})`;
      }
      case 'slice':
        return `slice(${this.parts([constant.start, constant.stop, constant.step])})`;
      case 'long':
        return `${constant.value}L`;
      case 'bytes':
        return this.hasByteStrings ? reprByteString(constant) : reprConstant(constant);
      case 'wide':
        return this.textRepr(constant);
      default:
        return reprConstant(constant);
    }
  }

  private textRepr(text: string | WideString): string {
    return this.hasByteStrings ? reprUnicode(text) : this.laterCharacters.escape(reprText(text));
  }

  private parts(items: readonly AnyConstant[]): string {
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
