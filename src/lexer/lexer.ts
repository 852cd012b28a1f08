/**
 * The lexer: text to tokens, all at once, into a `TokenBuffer`.
 *
 * It never throws: where CPython's tokenizer would fail, the last token is an ERRORTOKEN and `error` says why, since the
 * parser may find a mistake of its own before it gets there.
 */
import { isIdentifierContinue, isIdentifierStart, isPrintable } from '../base/unicode-properties.ts';
import type { SourceText } from '../base/source-text.ts';
import { keywordKind } from './keyword-kind.ts';
import {
  isDigit,
  isIdentifierCharacter,
  LEXER_STOPPED,
  type LexerOptions,
  MAX_INDENT,
  MAX_LEVEL,
} from './lexer-base.ts';
import { StringLexer } from './string-lexer.ts';
import * as T from './token.ts';

const TAB_SIZE = 8;

/** For ASCII characters: 1 may begin an identifier, 2 digit, 3 quote, 4 blank, 0 anything else. */
const CHARACTER_CLASS = new Uint8Array(128);
/** Whether an ASCII character may go on an identifier. */
const CONTINUES_NAME = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  if (isDigit(c)) CHARACTER_CLASS[c] = 2;
  else if (isIdentifierCharacter(c)) CHARACTER_CLASS[c] = 1;
  else if (c === 34 || c === 39) CHARACTER_CLASS[c] = 3;
  else if (c === 32 || c === 9 || c === 12) CHARACTER_CLASS[c] = 4;
  if (isIdentifierCharacter(c)) CONTINUES_NAME[c] = 1;
}

/** Kinds of one-character tokens by character code, OP where there is none. */
const SINGLE = new Uint8Array(128).fill(T.OP);
for (const [spelling, kind] of T.OPERATORS) if (spelling.length === 1) SINGLE[spelling.charCodeAt(0)] = kind;

export class Lexer extends StringLexer {
  private atLineStart = true;
  private isBlankLine = false;
  private pendingIndents = 0;
  private readonly indents: number[] = [0];
  private readonly altIndents: number[] = [0];
  private commentOnlyLine = false;
  private isDone = false;
  private readonly interactive: boolean;
  private readonly dontImplyDedent: boolean;
  private readonly splitsNotEqual: boolean;
  private tokensAtEnd = 0;

  constructor(source: SourceText, options: LexerOptions = {}) {
    super(source, options);
    this.interactive = options.interactive ?? false;
    this.dontImplyDedent = options.dontImplyDedent ?? false;
    this.splitsNotEqual = options.splitsNotEqual ?? this.extraTokens;
  }

  /** Reads the whole text. */
  run(): this {
    try {
      while (!this.isDone) {
        const mode = this.mode;
        if (mode !== null && mode.isInString) this.scanStringPart(mode);
        else this.scanTokens();
      }
    } catch (stopped) {
      if (stopped !== LEXER_STOPPED) throw stopped;
    }
    return this;
  }

  /** Reads tokens until an f-string's literal text begins or goes on, or until the end. */
  private scanTokens(): void {
    const text = this.text;
    const characterClass = CHARACTER_CLASS;
    for (;;) {
      if (this.atLineStart) {
        this.atLineStart = false;
        this.scanIndentation();
      }
      let pos = this.pos;
      let c = text.charCodeAt(pos);
      while (c === 32 || c === 9 || c === 12) c = text.charCodeAt(++pos);
      this.pos = pos;
      switch (c < 128 ? characterClass[c]! : 1) {
        case 1:
          if (this.scanName(pos, c)) return;
          break;
        case 2:
          this.scanNumber(pos);
          break;
        case 3:
          this.scanString(pos, pos);
          break;
        default:
          if (this.scanOther(pos, c)) return;
      }
    }
  }

  /** @cpython Parser/lexer/lexer.c tok_get_normal_mode, "Get indentation level" (3.14) */
  private scanIndentation(): void {
    const text = this.text;
    let pos = this.pos;
    let column = 0;
    let altColumn = 0;
    let continuedColumn = 0;
    let c: number;
    for (;;) {
      c = text.charCodeAt(pos);
      if (c === 32) {
        column++;
        altColumn++;
      } else if (c === 9) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        altColumn++;
      } else if (c === 12) {
        column = altColumn = 0;
      } else if (c === 92 /* \ */) {
        // Indentation cannot be split with backslashes: what stands before the first of them counts.
        continuedColumn = continuedColumn !== 0 ? continuedColumn : column;
        this.pos = pos + 1;
        this.continueLine();
        pos = this.pos;
        continue;
      } else {
        break;
      }
      pos++;
    }
    this.pos = pos;
    this.isBlankLine = c === 35 /* # */ || c === 10;
    if (this.isBlankLine || this.openBrackets.length > 0) return;
    if (continuedColumn !== 0) column = altColumn = continuedColumn;
    this.indent(column, altColumn);
  }

  private indent(column: number, altColumn: number): void {
    const { indents, altIndents } = this;
    let top = indents.length - 1;
    if (column === indents[top]!) {
      if (altColumn !== altIndents[top]!) this.indentError('E_TABSPACE');
    } else if (column > indents[top]!) {
      if (indents.length >= MAX_INDENT) this.indentError('E_TOODEEP');
      if (altColumn <= altIndents[top]!) this.indentError('E_TABSPACE');
      indents.push(column);
      altIndents.push(altColumn);
      if (this.extraTokens) this.emit(T.INDENT, this.lineStart, this.pos);
      else this.emitEmpty(T.INDENT);
    } else {
      while (top > 0 && column < indents[top]!) {
        indents.pop();
        altIndents.pop();
        this.pendingIndents++;
        top--;
      }
      if (column !== indents[top]!) this.indentError('E_DEDENT');
      if (altColumn !== altIndents[top]!) this.indentError('E_TABSPACE');
      for (; this.pendingIndents > 0; this.pendingIndents--) {
        if (this.extraTokens) this.emit(T.DEDENT, this.pos, this.pos);
        else this.emitEmpty(T.DEDENT);
      }
    }
  }

  private indentError(code: 'E_TABSPACE' | 'E_TOODEEP' | 'E_DEDENT'): never {
    const lineEnd = this.text.indexOf('\n', this.pos);
    this.pos = lineEnd < 0 ? this.length : lineEnd + 1;
    return this.stop(code);
  }

  /** A backslash was read: the line end after it does not count. */
  private continueLine(): void {
    if (this.text.charCodeAt(this.pos) !== 10) {
      if (this.pos < this.length) this.pos++;
      this.stop('E_LINECONT');
    }
    this.pos++;
    if (this.pos >= this.length) {
      this.pos = this.length;
      this.stop('E_EOF');
    }
    this.lineno++;
    this.lineStart = this.pos;
  }

  /** An identifier, a keyword or a string with a prefix; true when an f-string opened. */
  private scanName(start: number, first: number): boolean {
    const text = this.text;
    let pos = start;
    let c = first;
    // A prefix is one or two letters of these; anything longer is a name.
    if (isPrefixLetter(c)) {
      const second = text.charCodeAt(start + 1);
      if (second === 34 || second === 39 || isPrefixLetter(second)) {
        const quoteAt = this.findPrefixedQuote(start);
        if (quoteAt > 0) return this.scanPrefixedString(start, quoteAt);
      }
    }
    const continues = CONTINUES_NAME;
    while (c < 128 && continues[c] === 1) c = text.charCodeAt(++pos);
    if (c >= 128) {
      while (isIdentifierCharacter(c)) c = text.charCodeAt(++pos);
      this.pos = pos;
      if (!this.extraTokens) this.verifyIdentifier(start, pos);
      this.emit(T.NAME, start, pos);
      return false;
    }
    this.pos = pos;
    this.emit(keywordKind(text, start, pos), start, pos);
    return false;
  }

  /** The offset of the quote that ends a run of different prefix letters, or 0. */
  private findPrefixedQuote(start: number): number {
    const text = this.text;
    let seen = '';
    for (let pos = start; ; pos++) {
      const c = text.charCodeAt(pos);
      if (c === 34 || c === 39) return pos;
      if (!isPrefixLetter(c)) return 0;
      const letter = text[pos]!.toLowerCase();
      if (seen.includes(letter)) return 0;
      seen += letter;
    }
  }

  private scanPrefixedString(start: number, quoteAt: number): boolean {
    const prefix = this.text.slice(start, quoteAt).toLowerCase();
    for (const pair of INCOMPATIBLE_PREFIXES) {
      if (prefix.includes(pair[0]!) && prefix.includes(pair[1]!)) {
        this.pos = quoteAt + 1;
        this.syntaxErrorAt(
          `'${pair[0]!}' and '${pair[1]!}' prefixes are incompatible`,
          this.characterColumnOf(start),
          this.characterColumnOf(quoteAt),
        );
      }
    }
    if (prefix.includes('f') || prefix.includes('t')) {
      this.openString(start, quoteAt, prefix.includes('f') ? 'f' : 't', prefix.includes('r'));
      return true;
    }
    this.scanString(start, quoteAt);
    return false;
  }

  /** @cpython Parser/lexer/lexer.c verify_identifier (3.14) */
  private verifyIdentifier(start: number, end: number): void {
    for (let i = start; i < end;) {
      const codePoint = this.text.codePointAt(i)!;
      const size = codePoint > 0xffff ? 2 : 1;
      if (!(i === start ? isIdentifierStart(codePoint) : isIdentifierContinue(codePoint))) {
        this.pos = i + size;
        const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
        this.syntaxError(
          isPrintable(codePoint)
            ? `invalid character '${String.fromCodePoint(codePoint)}' (U+${hex})`
            : `invalid non-printable character U+${hex}`,
        );
      }
      i += size;
    }
  }

  /** Comments, line ends, the end of the text, operators; true when an f-string's literal text goes on. */
  private scanOther(start: number, c: number): boolean {
    switch (c) {
      case 35: // #
        this.scanComment(start);
        return false;
      case 10:
        this.scanLineEnd(start, start);
        return false;
      case 92: // \
        this.pos = start + 1;
        this.continueLine();
        return false;
      case 46: // .
        if (isDigit(this.text.charCodeAt(start + 1))) {
          this.scanFraction(start, start + 1);
          return false;
        }
        break;
      case 0:
        if (start >= this.length) {
          this.scanEnd();
          return true;
        }
        break;
      default:
        break;
    }
    return this.scanOperator(start, c);
  }

  private scanComment(start: number): void {
    let end = this.text.indexOf('\n', start);
    if (end < 0) end = this.length;
    this.pos = end;
    if (this.typeComments && this.scanTypeComment(start, end)) return;
    if (this.extraTokens) {
      this.commentOnlyLine = this.isBlankLine;
      this.isBlankLine = false;
      this.emit(T.COMMENT, start, end);
    } else if (end < this.length) {
      // CPython's NEWLINE token begins where the comment before it does.
      this.scanLineEnd(start, end);
    }
  }

  /** @cpython Parser/lexer/lexer.c tok_get_normal_mode, "This is a type comment" (3.14) */
  private scanTypeComment(start: number, end: number): boolean {
    const comment = this.text.slice(start, end);
    const match = /^#[ \t]*type:[ \t]*/.exec(comment);
    if (match === null) return false;
    const rest = comment.slice(match[0].length);
    if (/^ignore(?![a-zA-Z0-9\x80-\uffff])/.test(rest)) {
      // Alone on its line it takes the line end with it.
      this.typeIgnores.push({ lineno: this.lineno, tag: rest.slice(6) + (this.isBlankLine ? '\n' : '') });
      if (this.isBlankLine) {
        this.pos = Math.min(end + 1, this.length);
        this.atLineStart = true;
        this.lineno++;
        this.lineStart = this.pos;
      }
    } else {
      // The line has a token now, and its end is one too.
      this.isBlankLine = false;
      this.emit(T.TYPE_COMMENT, start + match[0].length, end);
    }
    return true;
  }

  /** A line end at `end`; its token begins at `start`. */
  private scanLineEnd(start: number, end: number): void {
    this.pos = end + 1;
    if (this.isBlankLine || this.openBrackets.length > 0) {
      if (this.extraTokens) {
        this.commentOnlyLine = false;
        this.emit(T.NL, start, end + 1);
      }
    } else if (this.commentOnlyLine && this.extraTokens) {
      this.commentOnlyLine = false;
      this.emit(T.NL, start, end + 1);
    } else {
      this.emit(T.NEWLINE, start, end);
    }
    this.isBlankLine = false;
    this.atLineStart = true;
    this.lineno++;
    this.lineStart = end + 1;
  }

  private scanEnd(): void {
    if (this.openBrackets.length > 0) this.stop('E_EOF');
    // One interactive statement ends with a line end even where the text has none.
    while (this.interactive && this.hasTokensSinceEnd()) {
      this.emitEmpty(T.NEWLINE);
      this.tokensAtEnd = this.tokens.count;
      if (this.dontImplyDedent) break;
      for (; this.indents.length > 1; this.indents.pop()) this.emitEmpty(T.DEDENT);
    }
    this.isDone = true;
    this.emitEmpty(T.ENDMARKER);
  }

  private hasTokensSinceEnd(): boolean {
    return this.tokens.count > this.tokensAtEnd;
  }

  private scanOperator(start: number, c: number): boolean {
    const mode = this.mode;
    if (mode !== null && c === 58 /* : */ && mode.bracketDepth - 1 === mode.expressionDepth) {
      this.pos = start + 1;
      mode.isInString = true;
      mode.isInFormatSpec = true;
      this.emit(T.COLON, start, start + 1);
      return true;
    }
    const text = this.text;
    const next = text.charCodeAt(start + 1);
    const two = twoCharacterKind(c, next);
    if (two !== T.OP && !(this.splitsNotEqual && c === 60 && next === 62)) {
      const three = threeCharacterKind(c, next, text.charCodeAt(start + 2));
      this.pos = start + (three !== T.OP ? 3 : 2);
      this.emit(three !== T.OP ? three : two, start, this.pos);
      return false;
    }
    if (c === 46 && next === 46 && text.charCodeAt(start + 2) === 46) {
      this.pos = start + 3;
      this.emit(T.ELLIPSIS, start, this.pos);
      return false;
    }
    this.pos = start + 1;
    let stringGoesOn = false;
    switch (c) {
      case 40:
      case 91:
      case 123:
        if (this.openBrackets.length >= MAX_LEVEL) this.syntaxError('too many nested parentheses');
        this.openBrackets.push({
          bracket: text[start]!,
          lineno: this.lineno,
          offset: start,
          lineStart: this.lineStart,
        });
        if (mode !== null) mode.bracketDepth++;
        break;
      case 41:
      case 93:
      case 125:
        stringGoesOn = this.closeBracket(text[start]!);
        break;
      default:
        if (c < 32 || c === 127) {
          this.syntaxError(`invalid non-printable character U+${c.toString(16).toUpperCase().padStart(4, '0')}`);
        }
    }
    this.emit(c < 128 ? SINGLE[c]! : T.OP, start, this.pos);
    return stringGoesOn;
  }

  /** Matches a closing bracket with the open ones; true when it ends a replacement field. */
  private closeBracket(bracket: string): boolean {
    const mode = this.mode;
    if (mode !== null && mode.bracketDepth === 0 && bracket === '}') {
      this.syntaxError(`${mode.prefix}-string: single '}' is not allowed`);
    }
    const open = this.openBrackets.pop();
    if (open === undefined) {
      if (!this.extraTokens) this.syntaxError(`unmatched '${bracket}'`);
    } else if (
      !this.extraTokens &&
      open.bracket + bracket !== '()' &&
      open.bracket + bracket !== '[]' &&
      open.bracket + bracket !== '{}'
    ) {
      if (mode !== null && open.bracket === '{' && mode.bracketDepth - 1 === mode.expressionDepth) {
        this.syntaxError(`${mode.prefix}-string: unmatched '${bracket}'`);
      }
      const where = open.lineno !== this.lineno ? ` on line ${open.lineno}` : '';
      this.syntaxError(`closing parenthesis '${bracket}' does not match opening parenthesis '${open.bracket}'${where}`);
    }
    if (mode === null) return false;
    if (--mode.bracketDepth < 0) this.syntaxError(`${mode.prefix}-string: unmatched '${bracket}'`);
    if (bracket !== '}' || mode.bracketDepth !== mode.expressionDepth) return false;
    mode.expressionDepth--;
    mode.isInString = true;
    mode.isInFormatSpec = false;
    return true;
  }
}

/** Pairs of string prefixes that cannot stand together, in the order in which CPython complains. */
const INCOMPATIBLE_PREFIXES = ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft'] as const;

function isPrefixLetter(c: number): boolean {
  const letter = c | 32;
  return letter === 98 || letter === 102 || letter === 114 || letter === 116 || letter === 117;
}

/** @cpython Parser/token.c _PyToken_TwoChars (3.14) */
function twoCharacterKind(c: number, next: number): number {
  if (next === 61 /* = */) {
    switch (c) {
      case 33:
        return T.NOTEQUAL;
      case 37:
        return T.PERCENTEQUAL;
      case 38:
        return T.AMPEREQUAL;
      case 42:
        return T.STAREQUAL;
      case 43:
        return T.PLUSEQUAL;
      case 45:
        return T.MINEQUAL;
      case 47:
        return T.SLASHEQUAL;
      case 58:
        return T.COLONEQUAL;
      case 60:
        return T.LESSEQUAL;
      case 61:
        return T.EQEQUAL;
      case 62:
        return T.GREATEREQUAL;
      case 64:
        return T.ATEQUAL;
      case 94:
        return T.CIRCUMFLEXEQUAL;
      case 124:
        return T.VBAREQUAL;
      default:
        return T.OP;
    }
  }
  if (next === c) {
    switch (c) {
      case 42:
        return T.DOUBLESTAR;
      case 47:
        return T.DOUBLESLASH;
      case 60:
        return T.LEFTSHIFT;
      case 62:
        return T.RIGHTSHIFT;
      default:
        return T.OP;
    }
  }
  if (next === 62 /* > */) return c === 45 ? T.RARROW : c === 60 ? T.NOTEQUAL : T.OP;
  return T.OP;
}

/** @cpython Parser/token.c _PyToken_ThreeChars (3.14) */
function threeCharacterKind(c: number, next: number, third: number): number {
  if (third !== 61 || next !== c) return T.OP;
  switch (c) {
    case 42:
      return T.DOUBLESTAREQUAL;
    case 47:
      return T.DOUBLESLASHEQUAL;
    case 60:
      return T.LEFTSHIFTEQUAL;
    case 62:
      return T.RIGHTSHIFTEQUAL;
    default:
      return T.OP;
  }
}
