/**
 * Plain string literals, and the literal parts of f-strings and t-strings (PEP 701, PEP 750).
 *
 * Inside a replacement field the ordinary lexer runs; each open f-string has a `StringMode` that says which of the two
 * is to go on, as in CPython's tokenizer.
 */
import * as T from './token.ts';
import { MAX_EXPR_NESTING, MAX_FSTRING_LEVEL } from './lexer-base.ts';
import { NumberLexer } from './number-lexer.ts';

/** One open f-string or t-string. @cpython Parser/lexer/state.h tokenizer_mode (3.14) */
export interface StringMode {
  readonly prefix: 'f' | 't';
  readonly quote: number;
  readonly quoteSize: 1 | 3;
  readonly isRaw: boolean;
  readonly start: number;
  readonly startLineno: number;
  readonly startLineStart: number;
  /** True while literal text is being read, false within a replacement field. */
  isInString: boolean;
  bracketDepth: number;
  expressionDepth: number;
  isInFormatSpec: boolean;
}

/** The warning about a backslash that escapes nothing. */
export function invalidEscapeMessage(escape: string, isError = false): string {
  const announcement = isError ? '' : 'Such sequences will not work in the future. ';
  return (
    `"\\${escape}" is an invalid escape sequence. ${announcement}` +
    `Did you mean "\\\\${escape}"? A raw string is also an option.`
  );
}

export class StringLexer extends NumberLexer {
  readonly modes: StringMode[] = [];
  /** The innermost open f-string. */
  mode: StringMode | null = null;

  override stringLineStart(): number {
    return this.modes[0]?.startLineStart ?? -1;
  }

  /** A string literal that begins at `start` and whose opening quote is at `quoteAt`. */
  scanString(start: number, quoteAt: number): void {
    const text = this.text;
    const quote = text.charCodeAt(quoteAt);
    const isTriple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
    const startLine = this.lineno;
    const startColumn = this.columnOf(start);
    let hasEscapedQuote = false;
    let pos = quoteAt + (isTriple ? 3 : 1);
    for (;;) {
      const c = text.charCodeAt(pos);
      if (c === quote) {
        if (!isTriple) break;
        if (text.charCodeAt(pos + 1) === quote && text.charCodeAt(pos + 2) === quote) {
          pos += 2;
          break;
        }
        pos++;
      } else if (c === 92 /* \ */) {
        if (text.charCodeAt(pos + 1) === quote) hasEscapedQuote = true;
        if (pos + 1 >= this.length) this.unterminated(start, pos + 1, quote, isTriple, hasEscapedQuote);
        pos += 2;
      } else if ((c === 10 && !isTriple) || (c === 0 && pos >= this.length)) {
        this.unterminated(start, pos, quote, isTriple, hasEscapedQuote);
      } else {
        pos++;
      }
    }
    pos++;
    this.advanceLines(start, pos);
    this.pos = pos;
    this.tokens.push(T.STRING, start, pos, startLine, startColumn, this.lineno, this.columnOf(pos));
  }

  private unterminated(start: number, at: number, quote: number, isTriple: boolean, hasEscapedQuote: boolean): never {
    const startLine = this.lineno;
    const startOfLine = this.lineStart;
    this.advanceLines(start, at);
    // A text that ends in a line end ends on that line, not on the empty one after it.
    const detected =
      at >= this.length && this.lineStart === this.length && this.length > start ? this.lineno - 1 : this.lineno;
    this.lineno = startLine;
    this.lineStart = startOfLine;
    this.pos = start + 1;
    const mode = this.mode;
    if (mode !== null && mode.quote === quote && mode.quoteSize === (isTriple ? 3 : 1)) {
      this.syntaxError(`${mode.prefix}-string: expecting '}'`);
    }
    const what = isTriple ? 'unterminated triple-quoted string literal' : 'unterminated string literal';
    const hint = hasEscapedQuote && !isTriple ? '; perhaps you escaped the end quote?' : '';
    this.syntaxError(`${what} (detected at line ${detected})${hint}`, at >= this.length);
  }

  /** The opening of an f-string or t-string: prefix from `start`, quote at `quoteAt`. */
  openString(start: number, quoteAt: number, prefix: 'f' | 't', isRaw: boolean): void {
    const text = this.text;
    const quote = text.charCodeAt(quoteAt);
    const isTriple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
    this.pos = quoteAt + (isTriple ? 3 : 1);
    if (this.modes.length + 2 > MAX_FSTRING_LEVEL) this.syntaxError('too many nested f-strings or t-strings');
    const mode: StringMode = {
      prefix,
      quote,
      quoteSize: isTriple ? 3 : 1,
      isRaw,
      start,
      startLineno: this.lineno,
      startLineStart: this.lineStart,
      isInString: true,
      bracketDepth: 0,
      expressionDepth: -1,
      isInFormatSpec: false,
    };
    this.modes.push(mode);
    this.mode = mode;
    this.emit(prefix === 'f' ? T.FSTRING_START : T.TSTRING_START, start, this.pos);
  }

  /**
   * Reads literal text up to a replacement field or the closing quotes, or the closing quotes themselves.
   * @cpython Parser/lexer/lexer.c tok_get_fstring_mode (3.14)
   */
  scanStringPart(mode: StringMode): void {
    const text = this.text;
    const start = this.pos;
    if (text.charCodeAt(start) === 123 /* { */ && text.charCodeAt(start + 1) !== 123) {
      this.enterExpression(mode);
      return;
    }
    if (this.isClosingQuote(mode, start)) {
      this.pos = start + mode.quoteSize;
      this.modes.pop();
      this.mode = this.modes.length > 0 ? this.modes[this.modes.length - 1]! : null;
      this.emit(mode.prefix === 'f' ? T.FSTRING_END : T.TSTRING_END, start, this.pos);
      return;
    }
    const startLine = this.lineno;
    const startColumn = this.columnOf(start);
    const middle = (textEnd: number, position: number): void => {
      this.pos = position;
      this.advanceLines(start, position);
      const kind = mode.prefix === 'f' ? T.FSTRING_MIDDLE : T.TSTRING_MIDDLE;
      this.tokens.push(kind, start, textEnd, startLine, startColumn, this.lineno, this.columnOf(position));
    };
    let inNamedEscape = false;
    let pos = start;
    for (;;) {
      const c = text.charCodeAt(pos);
      const inFormatSpec = mode.isInFormatSpec && mode.expressionDepth >= 0;
      if ((c === 0 && pos >= this.length) || (c === 10 && mode.quoteSize === 1)) {
        this.unterminatedPart(mode, start, pos, inFormatSpec && c === 10);
      }
      if (c === mode.quote && this.isClosingQuote(mode, pos)) {
        middle(pos, pos);
        return;
      }
      if (c === 123 /* { */) {
        if (text.charCodeAt(pos + 1) === 123 && !inFormatSpec) {
          middle(pos + 1, pos + 2);
        } else {
          middle(pos, pos);
          this.enterExpression(mode);
        }
        return;
      }
      if (c === 125 /* } */) {
        if (inNamedEscape) {
          middle(pos + 1, pos + 1);
        } else if (text.charCodeAt(pos + 1) === 125 && !inFormatSpec && mode.bracketDepth === 0) {
          middle(pos + 1, pos + 2);
        } else {
          middle(pos, pos);
          mode.isInString = false;
          mode.isInFormatSpec = false;
        }
        return;
      }
      pos++;
      if (c === 92 /* \ */) {
        const escaped = text.charCodeAt(pos);
        if (escaped === 123 || escaped === 125) {
          if (!mode.isRaw) this.warnInvalidEscape(start, pos, escaped);
          continue;
        }
        if (pos < this.length) pos++;
        if (!mode.isRaw && escaped === 78 /* N */ && text.charCodeAt(pos) === 123) {
          inNamedEscape = true;
          pos++;
        }
      }
    }
  }

  private enterExpression(mode: StringMode): void {
    if (++mode.expressionDepth >= MAX_EXPR_NESTING) {
      this.syntaxError(`${mode.prefix}-string: expressions nested too deeply`);
    }
    mode.isInString = false;
    mode.isInFormatSpec = false;
  }

  private isClosingQuote(mode: StringMode, pos: number): boolean {
    const text = this.text;
    if (text.charCodeAt(pos) !== mode.quote) return false;
    return mode.quoteSize === 1 || (text.charCodeAt(pos + 1) === mode.quote && text.charCodeAt(pos + 2) === mode.quote);
  }

  private warnInvalidEscape(start: number, pos: number, escaped: number): void {
    const line = this.lineno;
    const lineStart = this.lineStart;
    this.advanceLines(start, pos);
    const escape = String.fromCharCode(escaped);
    this.warn(invalidEscapeMessage(escape), invalidEscapeMessage(escape, true), pos + 1);
    this.lineno = line;
    this.lineStart = lineStart;
  }

  private unterminatedPart(mode: StringMode, start: number, at: number, isSpecNewline: boolean): never {
    this.advanceLines(start, at);
    if (isSpecNewline) {
      this.pos = at + 1;
      this.syntaxError(
        `${mode.prefix}-string: newlines are not allowed in format specifiers for single quoted ${mode.prefix}-strings`,
      );
    }
    const detected =
      at >= this.length && this.lineStart === this.length && this.length > start ? this.lineno - 1 : this.lineno;
    this.pos = mode.start + 1;
    this.lineno = mode.startLineno;
    this.lineStart = mode.startLineStart;
    const quotes = mode.quoteSize === 3 ? 'triple-quoted ' : '';
    this.syntaxError(
      `unterminated ${quotes}${mode.prefix}-string literal (detected at line ${detected})`,
      mode.quoteSize === 3 && at >= this.length,
    );
  }
}
