/**
 * The token stream that Python code sees through `_tokenize.TokenizerIter`, which `tokenize` is built on.
 *
 * @cpython Python/Python-tokenize.c tokenizeriter_next (3.14)
 */
import { countCodePoints, SourceText } from '../base/source-text.ts';
import { SyntaxDiagnostic } from '../diagnostics/syntax-diagnostic.ts';
import { Lexer } from './lexer.ts';
import type { LexerError } from './lexer-base.ts';
import * as T from './token.ts';

/** One token as `tokenize` gives it; lines count from 1, columns from 0 in characters. */
export interface TokenInfo {
  readonly type: number;
  readonly string: string;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
  /** The line that the token is on; all its lines for a string. */
  readonly line: string;
}

export interface TokenizeResult {
  readonly tokens: readonly TokenInfo[];
  /** What is raised after the last token, or null. */
  readonly error: SyntaxDiagnostic | null;
}

/** Kinds of which a part stands on several lines. */
const SPANS_LINES: ReadonlySet<number> = new Set([T.STRING, T.FSTRING_MIDDLE, T.TSTRING_MIDDLE]);

/**
 * Tokenizes the lines that a `readline` gave, joined.
 *
 * @param extraTokens comments and blank lines are tokens too, operators are all OP, and mistakes that only matter to the
 *   parser are let pass
 */
export function tokenizeLines(text: string, filename: string, extraTokens: boolean): TokenizeResult {
  const nul = text.indexOf('\0');
  if (nul < 0) return tokenizeCleanLines(text, filename, extraTokens);
  // CPython reads line by line and stops at the first line with a null byte.
  const lineStart = text.lastIndexOf('\n', nul) + 1;
  const before = tokenizeCleanLines(text.slice(0, lineStart), filename, extraTokens);
  const lineno = text.slice(0, lineStart).split('\n').length;
  const error = new SyntaxDiagnostic(
    'SyntaxError',
    'source code cannot contain null bytes',
    lineno,
    0,
    lineno,
    0,
    text.slice(lineStart, nul),
  );
  return { tokens: before.tokens.filter((token) => token.start[0] < lineno), error };
}

function tokenizeCleanLines(text: string, filename: string, extraTokens: boolean): TokenizeResult {
  const lines = new Lines(text);
  const lexer = new Lexer(new SourceText(filename, lines.normalized, null, lines.isNewlineImplicit), {
    extraTokens,
  }).run();
  const { kind, start, end, line, endLine, count } = lexer.tokens;
  const tokens: TokenInfo[] = [];
  const lastLine = lines.count;
  for (let i = 0; i < count; i++) {
    const type = kind[i]!;
    if (type === T.ERRORTOKEN) return { tokens, error: errorOf(lexer, lines) };
    if (!extraTokens && type !== T.NEWLINE && start[i] === end[i] && isEmptyKind(type)) {
      const place = [Math.min(line[i]!, lastLine), -1] as const;
      if (text !== '') {
        tokens.push({ type, string: '', start: place, end: place, line: lines.shown(place[0], place[0]) });
      }
      continue;
    }
    const isAtEnd = type === T.ENDMARKER || (type === T.DEDENT && start[i]! >= lexer.length);
    if (isAtEnd) {
      const place = [lastLine + 1, 0] as const;
      tokens.push({ type, string: '', start: place, end: place, line: '' });
      continue;
    }
    const isLineEnd = type === T.NEWLINE || type === T.NL;
    const isImplicit = isLineEnd && lines.isNewlineImplicit && line[i] === lastLine;
    const firstLine = line[i]!;
    const startColumn = lines.column(firstLine, start[i]!);
    let endColumn = lines.column(endLine[i]!, end[i]!);
    let string = lines.slice(firstLine, start[i]!, endLine[i]!, end[i]!);
    if (isLineEnd && extraTokens) {
      string = isImplicit ? '' : lines.endOf(firstLine);
      endColumn = startColumn + Math.max(1, string.length);
    }
    tokens.push({
      type: publicType(type, extraTokens),
      string,
      start: [firstLine, startColumn],
      end: [endLine[i]!, endColumn],
      line: lines.shown(SPANS_LINES.has(type) ? firstLine : endLine[i]!, endLine[i]!),
    });
  }
  return { tokens, error: null };
}

/** Whether tokens of a kind have no text. */
function isEmptyKind(kind: number): boolean {
  return kind === T.INDENT || kind === T.DEDENT || kind === T.ENDMARKER;
}

/** Keywords are names; with extra tokens operators are OP. */
function publicType(kind: number, extraTokens: boolean): number {
  if (kind >= T.FIRST_KEYWORD) return T.NAME;
  return extraTokens && kind > T.DEDENT && kind < T.OP ? T.OP : kind;
}

/** The lines of a text that may end in CR LF, which the lexer sees as LF. */
class Lines {
  readonly normalized: string;
  readonly isNewlineImplicit: boolean;
  private readonly original: string[];
  private readonly starts: number[] = [];

  constructor(text: string) {
    this.isNewlineImplicit = text !== '' && !text.endsWith('\n');
    const lines = (this.isNewlineImplicit ? `${text}\n` : text).split('\n');
    lines.pop();
    this.original = lines;
    const bare = lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    let start = 0;
    for (const line of bare) {
      this.starts.push(start);
      start += line.length + 1;
    }
    this.normalized = bare.map((line) => `${line}\n`).join('');
  }

  get count(): number {
    return this.original.length;
  }

  column(line: number, offset: number): number {
    const start = this.starts[line - 1] ?? this.normalized.length;
    return countCodePoints(this.normalized, start, offset);
  }

  /** The text between two places, with the line ends that it came with. */
  slice(line: number, offset: number, endLine: number, endOffset: number): string {
    if (line === endLine) return this.normalized.slice(offset, endOffset);
    const first = this.original[line - 1]!.slice(offset - this.starts[line - 1]!);
    const last = this.normalized.slice(this.starts[endLine - 1], endOffset);
    return [first, ...this.original.slice(line, endLine - 1), last].join('\n');
  }

  endOf(line: number): string {
    return this.original[line - 1]!.endsWith('\r') ? '\r\n' : '\n';
  }

  /** Lines as they came; the last without an end that it did not have. */
  shown(line: number, endLine: number): string {
    const text = `${this.original.slice(line - 1, endLine).join('\n')}\n`;
    return this.isNewlineImplicit && endLine === this.count ? text.slice(0, -1) : text;
  }
}

/** How much of an unfinished statement CPython's buffer still holds: a string or a continued line, else nothing. */
function unfinishedLength(lexer: Lexer, lines: Lines, lineLength: number): number {
  const { stringLineStart } = lexer.error!;
  if (stringLineStart >= 0) return lines.normalized.length - stringLineStart;
  return lexer.openBrackets.length === 0 ? lineLength : 0;
}

/** @cpython Python/Python-tokenize.c _tokenizer_error (3.14) */
function errorOf(lexer: Lexer, lines: Lines): SyntaxDiagnostic {
  const error: LexerError = lexer.error!;
  if (error.diagnostic !== null) return error.diagnostic;
  const text = lines.shown(error.lineno, error.lineno).replace(/\n$/, '');
  const at = (
    kind: 'SyntaxError' | 'IndentationError' | 'TabError',
    message: string,
    offset: number,
  ): SyntaxDiagnostic => new SyntaxDiagnostic(kind, message, error.lineno, offset, null, null, text);
  const lineLength = countCodePoints(text, 0, text.length) + 1;
  switch (error.code) {
    case 'E_EOF':
      return new SyntaxDiagnostic(
        'SyntaxError',
        'unexpected EOF in multi-line statement',
        error.lineno,
        unfinishedLength(lexer, lines, lineLength),
        error.lineno,
        null,
        null,
      );
    case 'E_DEDENT':
      return at('IndentationError', 'unindent does not match any outer indentation level', lineLength);
    case 'E_TABSPACE':
      return at('TabError', 'inconsistent use of tabs and spaces in indentation', lineLength);
    case 'E_TOODEEP':
      return at('IndentationError', 'too many levels of indentation', lineLength);
    case 'E_LINECONT':
      return at('SyntaxError', 'unexpected character after line continuation character', lineLength);
    case 'E_ERROR':
      return at('SyntaxError', 'unknown tokenization error', lineLength);
  }
}
