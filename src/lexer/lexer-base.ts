/**
 * What every part of the lexer shares: where it stands, the tokens so far, and how it fails.
 *
 * The names of the fields follow CPython's `struct tok_state` where there is a counterpart. The text ends in a NUL
 * sentinel, so that reading one character past the end needs no test.
 */
import { countCodePoints, type SourceText } from '../base/source-text.ts';
import type { CompileWarning } from '../diagnostics/syntax-diagnostic.ts';
import { SyntaxDiagnostic } from '../diagnostics/syntax-diagnostic.ts';
import { ERRORTOKEN } from './token.ts';
import { TokenBuffer } from './token-buffer.ts';

/** Why the lexer stopped, in CPython's words (`Include/errcode.h`); `E_ERROR` comes with a finished diagnostic. */
export type LexerErrorCode = 'E_EOF' | 'E_DEDENT' | 'E_TABSPACE' | 'E_TOODEEP' | 'E_LINECONT' | 'E_ERROR';

export interface LexerError {
  readonly code: LexerErrorCode;
  readonly diagnostic: SyntaxDiagnostic | null;
  /** The tokenizer's position when it stopped: line from 1 and offset of the next character. */
  readonly lineno: number;
  readonly position: number;
  readonly lineStart: number;
  /** Whether it stopped inside an f-string or t-string. */
  readonly isInString: boolean;
  /** Where the line of the outermost open f-string or t-string begins; -1 outside of them. */
  readonly stringLineStart: number;
  /** Whether the end of the text is at fault: more text could mend it. */
  readonly isAtEnd: boolean;
}

export interface LexerOptions {
  /** Make TYPE_COMMENT tokens and collect `# type: ignore`. */
  readonly typeComments?: boolean;
  /** Make COMMENT and NL tokens and be lenient, as the `tokenize` module wants it. */
  readonly extraTokens?: boolean;
  /** `<>` is two tokens, as it is unless `barry_as_FLUFL` is in force; set with `extraTokens`. */
  readonly splitsNotEqual?: boolean;
  /** One interactive statement: the end of the text is a line end too. */
  readonly interactive?: boolean;
  /** With `interactive`: the end of the text does not end blocks. */
  readonly dontImplyDedent?: boolean;
}

export interface TypeIgnoreComment {
  readonly lineno: number;
  readonly tag: string;
}

/** An opening bracket that is not closed yet. */
export interface OpenBracket {
  readonly bracket: string;
  readonly lineno: number;
  readonly offset: number;
  readonly lineStart: number;
}

/** Thrown to leave the lexer once the ERRORTOKEN is written. */
export const LEXER_STOPPED = { lexerStopped: true } as const;

/** At most this many brackets may be open. @cpython Parser/lexer/state.h MAXLEVEL (3.14) */
export const MAX_LEVEL = 200;
/** At most this many levels of indentation. @cpython Parser/lexer/state.h MAXINDENT (3.14) */
export const MAX_INDENT = 100;
/** At most this many f-strings inside each other. @cpython Parser/lexer/state.h MAXFSTRINGLEVEL (3.14) */
export const MAX_FSTRING_LEVEL = 150;
/** At most this many replacement fields inside each other. @cpython Parser/lexer/state.h MAX_EXPR_NESTING (3.14) */
export const MAX_EXPR_NESTING = 3;

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

export function isIdentifierCharacter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95 || c >= 128;
}

/** A warning and the token that was being read, or that the parser had come to, when it was given. */
export interface TokenWarning extends CompileWarning {
  readonly token: number;
}

export class LexerBase {
  readonly source: SourceText;
  /** The source's text and a NUL. */
  readonly text: string;
  readonly length: number;
  readonly tokens: TokenBuffer;
  readonly warnings: TokenWarning[] = [];
  readonly typeIgnores: TypeIgnoreComment[] = [];
  readonly openBrackets: OpenBracket[] = [];
  readonly extraTokens: boolean;
  readonly typeComments: boolean;
  error: LexerError | null = null;
  /** Offset of the next character. */
  pos = 0;
  lineno = 1;
  lineStart = 0;
  private readonly isAscii: boolean;
  private columnLine = 0;
  private columnOffset = 0;
  private columnValue = 0;

  constructor(source: SourceText, options: LexerOptions) {
    this.source = source;
    this.text = `${source.text}\0`;
    this.length = source.text.length;
    this.isAscii = source.isAscii;
    this.extraTokens = options.extraTokens ?? false;
    this.typeComments = options.typeComments ?? false;
    this.tokens = new TokenBuffer((this.length >> 2) + 64);
  }

  /** The column of an offset on the current line, in bytes of UTF-8. */
  columnOf(offset: number): number {
    if (this.isAscii) return offset - this.lineStart;
    if (this.columnLine !== this.lineStart || this.columnOffset > offset) {
      this.columnLine = this.lineStart;
      this.columnOffset = this.lineStart;
      this.columnValue = 0;
    }
    this.columnValue += this.source.byteLength(this.columnOffset, offset);
    this.columnOffset = offset;
    return this.columnValue;
  }

  /** Writes a token that begins on this line and ends at the current position. */
  emit(kind: number, start: number, end: number): void {
    const line = this.lineno;
    if (this.isAscii) {
      const lineStart = this.lineStart;
      this.tokens.push(kind, start, end, line, start - lineStart, line, this.pos - lineStart);
    } else {
      const column = this.columnOf(start);
      this.tokens.push(kind, start, end, line, column, line, this.columnOf(this.pos));
    }
  }

  /** Writes a token without text. */
  emitEmpty(kind: number): void {
    this.tokens.push(kind, this.pos, this.pos, this.lineno, -1, this.lineno, -1);
  }

  /** Counts the line ends between two offsets and moves the line along. */
  advanceLines(start: number, end: number): void {
    const text = this.text;
    for (let i = text.indexOf('\n', start); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
      this.lineno++;
      this.lineStart = i + 1;
    }
  }

  /**
   * Warns at the current position.
   * @cpython Parser/tokenizer/helpers.c _PyTokenizer_parser_warn (3.14)
   */
  warn(message: string, errorMessage: string, pos = this.pos): void {
    if (this.extraTokens) return;
    const { lineno, lineStart } = this;
    const asError = (): SyntaxDiagnostic => this.complaintAt(errorMessage, lineno, lineStart, pos);
    this.warnings.push({
      category: 'SyntaxWarning',
      message,
      lineno,
      stage: 'tokenizer',
      token: this.tokens.count,
      asError,
    });
  }

  /** Stops with a code whose message the parser makes. */
  stop(code: LexerErrorCode): never {
    return this.stopWith(code, null, code === 'E_EOF');
  }

  /**
   * Stops with a message at the character before the current position.
   * @cpython Parser/tokenizer/helpers.c _PyTokenizer_syntaxerror (3.14)
   */
  syntaxError(message: string, isAtEnd = false): never {
    const { lineno, lineStart, pos } = this;
    return this.stopWith('E_ERROR', this.complaintAt(message, lineno, lineStart, pos), isAtEnd);
  }

  private complaintAt(message: string, lineno: number, lineStart: number, pos: number): SyntaxDiagnostic {
    const offset = countCodePoints(this.text, lineStart, Math.min(pos, this.length));
    const text = this.lineFrom(lineStart);
    return new SyntaxDiagnostic('SyntaxError', message, lineno, offset, lineno, offset, text);
  }

  /** The column of an offset of this line, in characters counting from 1. */
  characterColumnOf(offset: number): number {
    return countCodePoints(this.text, this.lineStart, offset) + 1;
  }

  private lineFrom(lineStart: number): string {
    const lineEnd = this.text.indexOf('\n', lineStart);
    return this.text.slice(lineStart, lineEnd < 0 ? this.length : lineEnd);
  }

  /**
   * Stops with a message for the columns from `start` to `end`, in characters counting from 1.
   * @cpython Parser/tokenizer/helpers.c _PyTokenizer_syntaxerror_known_range (3.14)
   */
  syntaxErrorAt(message: string, start: number, end: number, isAtEnd = false): never {
    const text = this.lineFrom(this.lineStart);
    return this.stopWith(
      'E_ERROR',
      new SyntaxDiagnostic('SyntaxError', message, this.lineno, start, this.lineno, end, text),
      isAtEnd,
    );
  }

  /** Where the line of the outermost open f-string or t-string begins, or -1. */
  stringLineStart(): number {
    return -1;
  }

  private stopWith(code: LexerErrorCode, diagnostic: SyntaxDiagnostic | null, isAtEnd: boolean): never {
    let { lineno, lineStart } = this;
    const position = this.pos;
    if (code === 'E_EOF' && lineStart === this.length && lineStart > 0) {
      // There is no line after the last line end.
      lineno--;
      lineStart = this.text.lastIndexOf('\n', lineStart - 2) + 1;
    }
    this.error = {
      code,
      diagnostic,
      lineno,
      position,
      lineStart,
      isInString: this.stringLineStart() >= 0,
      stringLineStart: this.stringLineStart(),
      isAtEnd,
    };
    this.emitEmpty(ERRORTOKEN);
    throw LEXER_STOPPED;
  }
}
