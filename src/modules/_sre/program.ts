/**
 * A compiled pattern as the matcher runs it: the code that `re._compiler` made, and what is worked out from it when first
 * needed.
 */
import type { CharSet } from './char-set.ts';
import { asciiWords, codeSet, instructionSet, unicodeWords } from './char-set.ts';

/** What is searched: a host string of one unit per character, or the like. */
export interface Subject {
  readonly length: number;
  charCodeAt(index: number): number;
}

/** Text with astral characters as a subject. */
export class WideSubject implements Subject {
  readonly codePoints: Uint32Array;
  readonly length: number;
  constructor(codePoints: Uint32Array) {
    this.codePoints = codePoints;
    this.length = codePoints.length;
  }
  charCodeAt(index: number): number {
    return this.codePoints[index]!;
  }
}

const INFO = 14;
const INFO_PREFIX = 1;
const INFO_LITERAL = 2;
const INFO_CHARSET = 4;

function doubled(array: Int32Array): Int32Array {
  const result = new Int32Array(array.length * 2);
  result.set(array);
  return result;
}

export class Program {
  readonly code: Int32Array;
  /** Number of groups, the whole match apart. */
  readonly groups: number;
  /** Where the pattern proper begins, after the INFO block. */
  readonly start: number;
  /** Least number of characters that a match has. */
  readonly minWidth: number;
  /** Literal text with which every match begins. */
  readonly prefix: string;
  /** How many characters of the prefix need not be matched again. */
  readonly prefixSkip: number;
  /** The prefix is the whole pattern. */
  readonly isLiteral: boolean;
  /** The characters that a match can begin with. */
  readonly firstSet: CharSet | null;
  private readonly sets: (CharSet | undefined)[];
  private words: CharSet | undefined;
  private asciiWords: CharSet | undefined;
  /** Scratch memory of the matcher: backtracking frames, and the states of repeats. */
  frames: Int32Array = new Int32Array(7 * 32);
  repeats: Int32Array = new Int32Array(4 * 16);

  constructor(code: Int32Array, groups: number) {
    this.code = code;
    this.groups = groups;
    this.sets = new Array<CharSet | undefined>(code.length).fill(undefined);
    let minWidth = 0;
    let prefix = '';
    let prefixSkip = 0;
    let isLiteral = false;
    let firstSet: CharSet | null = null;
    // <INFO> <skip> <flags> <min> <max> <prefix length> <prefix skip> <prefix> <overlap>, or the set after <max>
    if (code[0] === INFO) {
      const flags = code[2]!;
      minWidth = code[3]! >>> 0;
      if (flags & INFO_PREFIX) {
        for (let i = 0; i < code[5]!; i++) {
          const char = code[7 + i]!;
          // An astral character cannot be part of a host string's text; see Subject.
          if (char > 0xffff) {
            prefix = '';
            break;
          }
          prefix += String.fromCharCode(char);
        }
        if (prefix !== '') {
          prefixSkip = code[6]!;
          isLiteral = (flags & INFO_LITERAL) !== 0;
        }
      } else if (flags & INFO_CHARSET) firstSet = codeSet(code, 5);
    }
    this.start = code[0] === INFO ? 1 + code[1]! : 0;
    this.minWidth = minWidth;
    this.prefix = prefix;
    this.prefixSkip = prefixSkip;
    this.isLiteral = isLiteral;
    this.firstSet = firstSet;
  }

  growFrames(): Int32Array {
    return (this.frames = doubled(this.frames));
  }

  growRepeats(): Int32Array {
    return (this.repeats = doubled(this.repeats));
  }

  /** The characters that the instruction at `pc` accepts. */
  setAt(pc: number): CharSet {
    return (this.sets[pc] ??= instructionSet(this.code, pc));
  }

  wordSet(isAscii: boolean): CharSet {
    return isAscii ? (this.asciiWords ??= asciiWords()) : (this.words ??= unicodeWords());
  }
}
