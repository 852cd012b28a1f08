/**
 * Sets of characters in compiled patterns: every instruction that tests one character against more than one literal.
 *
 * A set answers from bitmaps of 256 characters, each filled from the pattern's code when a character of it first comes.
 *
 * @cpython Modules/_sre/sre_lib.h SRE(charset); Modules/_sre/sre.c sre_category
 */
import {
  ALPHA,
  DECIMAL,
  DIGIT,
  LINE_BREAK,
  NUMERIC,
  SPACE,
  TO_TITLE,
  TO_UPPER,
  characterFlags,
  mapCase,
  simpleLower,
} from '../../unicode/character-types.ts';

/** Lower case of ASCII letters; the locale is taken to be one that knows no others. */
export function lowerAscii(char: number): number {
  return char >= 65 && char <= 90 ? char + 32 : char;
}

function upperAscii(char: number): number {
  return char >= 97 && char <= 122 ? char - 32 : char;
}

/** Unicode's simple lower case. */
export function lowerUnicode(char: number): number {
  return char < 128 ? lowerAscii(char) : simpleLower(char);
}

/** Unicode's simple upper case. Where the full mapping has several characters, a single title case is the simple one. */
function upperUnicode(char: number): number {
  if (char < 128) return upperAscii(char);
  const upper = mapCase(char, TO_UPPER);
  if (typeof upper === 'number') return upper;
  const title = mapCase(char, TO_TITLE);
  return typeof title === 'number' ? title : char;
}

function isAsciiWord(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || (char >= 48 && char <= 57) || char === 95;
}

function isUnicodeWord(char: number): boolean {
  return char < 128 ? isAsciiWord(char) : (characterFlags(char) & (ALPHA | DECIMAL | DIGIT | NUMERIC)) !== 0;
}

/** Whether a character is of a category. */
function inCategory(category: number, char: number): boolean {
  switch (category) {
    case 0: // DIGIT
      return char >= 48 && char <= 57;
    case 1:
      return !(char >= 48 && char <= 57);
    case 2: // SPACE
      return char === 32 || (char >= 9 && char <= 13);
    case 3:
      return !(char === 32 || (char >= 9 && char <= 13));
    case 4: // WORD
    case 8: // LOC_WORD
      return isAsciiWord(char);
    case 5:
    case 9:
      return !isAsciiWord(char);
    case 6: // LINEBREAK
      return char === 10;
    case 7:
      return char !== 10;
    case 10: // UNI_DIGIT
      return (characterFlags(char) & DECIMAL) !== 0;
    case 11:
      return (characterFlags(char) & DECIMAL) === 0;
    case 12: // UNI_SPACE
      return (characterFlags(char) & SPACE) !== 0;
    case 13:
      return (characterFlags(char) & SPACE) === 0;
    case 14: // UNI_WORD
      return isUnicodeWord(char);
    case 15:
      return !isUnicodeWord(char);
    case 16: // UNI_LINEBREAK
      return (characterFlags(char) & LINE_BREAK) !== 0;
    case 17:
      return (characterFlags(char) & LINE_BREAK) === 0;
    default:
      return false;
  }
}

/** Whether the set whose code begins at `at` has a character. */
function evaluateSet(code: Int32Array, at: number, char: number): boolean {
  let isMember = true;
  for (;;) {
    switch (code[at++]) {
      case 0: // FAILURE: the end
        return !isMember;
      case 16: // LITERAL
        if (char === code[at]) return isMember;
        at++;
        break;
      case 8: // CATEGORY
        if (inCategory(code[at]!, char)) return isMember;
        at++;
        break;
      case 9: // CHARSET
        if (char < 256 && code[at + (char >> 5)]! & (1 << (char & 31))) return isMember;
        at += 8;
        break;
      case 22: // RANGE
        if (code[at]! <= char && char <= code[at + 1]!) return isMember;
        at += 2;
        break;
      case 42: {
        // RANGE_UNI_IGNORE; the character is in lower case already
        if (code[at]! <= char && char <= code[at + 1]!) return isMember;
        const upper = upperUnicode(char);
        if (code[at]! <= upper && upper <= code[at + 1]!) return isMember;
        at += 2;
        break;
      }
      case 21: // NEGATE
        isMember = !isMember;
        break;
      case 10: {
        // BIGCHARSET: <blocks> <256 block numbers, one a byte> <blocks of 256 bits>
        const count = code[at++]!;
        if (char < 0x10000) {
          const block = (code[at + (char >> 10)]! >>> (((char >> 8) & 3) * 8)) & 255;
          if (code[at + 64 + block * 8 + ((char & 255) >> 5)]! & (1 << (char & 31))) return isMember;
        }
        at += 64 + count * 8;
        break;
      }
      default:
        return false;
    }
  }
}

/** Whether the instruction at `pc`, one that tests a single character, accepts a character. */
function evaluateInstruction(code: Int32Array, pc: number, char: number): boolean {
  const operand = code[pc + 1]!;
  switch (code[pc]) {
    case 13: // IN
      return evaluateSet(code, pc + 2, char);
    case 31: // IN_IGNORE
      return evaluateSet(code, pc + 2, lowerAscii(char));
    case 39: // IN_UNI_IGNORE
      return evaluateSet(code, pc + 2, lowerUnicode(char));
    case 35: // IN_LOC_IGNORE
      return evaluateSet(code, pc + 2, lowerAscii(char)) || evaluateSet(code, pc + 2, upperAscii(char));
    case 8: // CATEGORY
      return inCategory(operand, char);
    case 32: // LITERAL_IGNORE
      return lowerAscii(char) === operand;
    case 33: // NOT_LITERAL_IGNORE
      return lowerAscii(char) !== operand;
    case 36: // LITERAL_LOC_IGNORE
      return char === operand || lowerAscii(char) === operand || upperAscii(char) === operand;
    case 37: // NOT_LITERAL_LOC_IGNORE
      return !(char === operand || lowerAscii(char) === operand || upperAscii(char) === operand);
    case 40: // LITERAL_UNI_IGNORE
      return lowerUnicode(char) === operand;
    case 41: // NOT_LITERAL_UNI_IGNORE
      return lowerUnicode(char) !== operand;
    default:
      return false;
  }
}

/** The characters that an instruction, or a set, accepts. */
export class CharSet {
  private readonly accepts: (char: number) => boolean;
  /** Bitmap pages by `char >> 8`. */
  private readonly pages: (Uint8Array | undefined)[] = [];
  /** ASCII, for a quick test; it needs no tables. */
  readonly low: Uint8Array = new Uint8Array(128);

  constructor(accepts: (char: number) => boolean) {
    this.accepts = accepts;
    for (let i = 0; i < 128; i++) this.low[i] = accepts(i) ? 1 : 0;
  }

  has(char: number): boolean {
    if (char < 128) return this.low[char] !== 0;
    const page = this.pages[char >> 8] ?? this.fill(char >> 8);
    return page[char & 255] !== 0;
  }

  private fill(number: number): Uint8Array {
    const page = new Uint8Array(256);
    for (let i = 0; i < 256; i++) page[i] = this.accepts((number << 8) | i) ? 1 : 0;
    while (this.pages.length <= number) this.pages.push(undefined);
    this.pages[number] = page;
    return page;
  }
}

/** The set of the instruction at `pc`. */
export function instructionSet(code: Int32Array, pc: number): CharSet {
  return new CharSet((char) => evaluateInstruction(code, pc, char));
}

/** The set whose code begins at `at`. */
export function codeSet(code: Int32Array, at: number): CharSet {
  return new CharSet((char) => evaluateSet(code, at, char));
}

/** Word characters of `\b` with the ASCII flag, and without. */
export const asciiWords = (): CharSet => new CharSet(isAsciiWord);
export const unicodeWords = (): CharSet => new CharSet(isUnicodeWord);
