/**
 * Complaints at places that tokens give: which line of the source is shown with them, and columns in characters.
 *
 * @cpython Parser/pegen_errors.c _PyPegen_raise_error_known_location (3.14)
 */
import { countCodePoints } from '../base/source-text.ts';
import { SyntaxDiagnostic, type SyntaxDiagnosticKind } from '../diagnostics/syntax-diagnostic.ts';
import type { OpenBracket } from '../lexer/lexer-base.ts';
import type { Lexer } from '../lexer/lexer.ts';
import { ERRORTOKEN } from '../lexer/token.ts';
import type { ParseOptions } from './parser-base.ts';

/** Where the tokenizer stands: its line, and the column in bytes after what it has read of it. */
export interface Position {
  readonly lineno: number;
  readonly column: number;
}

/** Columns count from 1, in bytes; -1 and 0 stand for none. */
export interface ComplaintRange {
  readonly lineno: number;
  readonly column: number;
  readonly endLineno: number;
  readonly endColumn: number;
}

/** A token's line; the end of the text counts to its last line. */
export function lineOfToken({ tokens, source }: Lexer, token: number): number {
  return source.text === '' ? 0 : Math.min(tokens.line[token]!, source.lineCount);
}

/** Where the tokenizer stands once it has read `fill` tokens. */
export function tokenizerPosition(lexer: Lexer, fill: number): Position {
  const { tokens, source } = lexer;
  const token = Math.max(0, fill - 1);
  if (tokens.kind[token] === ERRORTOKEN) {
    const { lineno, lineStart, position } = lexer.error!;
    return { lineno, column: source.byteLength(lineStart, position) };
  }
  if (tokens.endColumn[token]! >= 0) return { lineno: tokens.endLine[token]!, column: tokens.endColumn[token]! };
  const lineno = lineOfToken(lexer, token);
  return { lineno, column: source.byteLength(source.lineStart(lineno), tokens.end[token]!) };
}

/**
 * Where the buffer of CPython's tokenizer begins while it is on a line: with the first of the lines that a string or a
 * backslash has made one with it.
 */
export function bufferStart(lexer: Lexer, lineStart: number): number {
  const { text, tokens } = lexer;
  let start = lineStart;
  for (let token = tokens.count - 1; start > 0;) {
    const lineEnd = start - 1;
    while (token >= 0 && tokens.start[token]! > lineEnd) token--;
    const isInToken = token >= 0 && tokens.end[token]! > lineEnd + 1;
    const between = text.slice(token < 0 ? 0 : tokens.end[token]!, lineEnd);
    if (!isInToken && !/^(?:[ \t\f]|\\\n)*\\$/.test(between)) break;
    start = text.lastIndexOf('\n', lineEnd - 1) + 1;
  }
  return start;
}

/**
 * Makes a complaint for a range, with the line that CPython shows: that of the file of the source's name if there is
 * one, else what its tokenizer holds after `fill` tokens.
 */
export function placedComplaint(
  lexer: Lexer,
  fill: number,
  programLine: ParseOptions['programLine'],
  kind: SyntaxDiagnosticKind,
  message: string,
  { lineno, column, endLineno, endColumn }: ComplaintRange,
): SyntaxDiagnostic {
  const { source } = lexer;
  const line =
    (lineno > 0 ? programLine?.(source.filename, lineno, source.encoding) : undefined) ?? heldLine(lexer, fill, lineno);
  return new SyntaxDiagnostic(
    kind,
    message,
    lineno,
    characterColumn(line, column),
    endLineno,
    endColumn > 0 ? characterColumn(line, endColumn) : endColumn,
    line,
  );
}

/** `'(' was never closed`, found out when `fill` tokens had been read. */
export function unclosedBracket(
  lexer: Lexer,
  fill: number,
  programLine: ParseOptions['programLine'],
  { bracket, lineno, lineStart, offset }: OpenBracket,
): SyntaxDiagnostic {
  const column = lexer.source.byteLength(lineStart, offset) + 1;
  const range = { lineno, column, endLineno: lineno, endColumn: 0 };
  return placedComplaint(lexer, fill, programLine, 'SyntaxError', `'${bracket}' was never closed`, range);
}

/**
 * A mistake that the lexer finds further on may be the reason for a complaint made after `fill` tokens, and goes first.
 * @cpython Parser/pegen_errors.c _PyPegen_tokenize_full_source_to_check_for_errors (3.14)
 */
export function checkRemainingTokens(
  lexer: Lexer,
  fill: number,
  { programLine }: ParseOptions,
  complaint: SyntaxDiagnostic,
): SyntaxDiagnostic {
  const { error, openBrackets, tokens } = lexer;
  if (error === null) return complaint;
  if (error.diagnostic !== null) return error.isInString ? complaint : error.diagnostic;
  const innermost = openBrackets.at(-1);
  if (innermost !== undefined && tokens.line[fill - 1]! > innermost.lineno && !error.isInString) {
    return unclosedBracket(lexer, fill, programLine, innermost);
  }
  return complaint;
}

/** A line as the tokenizer has it: with its end while it is on that line. */
function heldLine(lexer: Lexer, fill: number, lineno: number): string {
  const { source, error } = lexer;
  const here = tokenizerPosition(lexer, fill).lineno;
  const hasReachedError = lexer.tokens.kind[fill - 1] === ERRORTOKEN;
  if (error !== null && error.isAtEnd && error.code === 'E_ERROR' && hasReachedError && here <= lineno) {
    // A string that does not end: CPython shows all that it has read of it.
    return source.text.slice(error.lineStart);
  }
  if (lineno < 1) return '';
  if (here > lineno) return source.lineText(lineno);
  const line = source.lineText(here);
  return source.text.charCodeAt(source.lineStart(here) + line.length) === 10 ? `${line}\n` : line;
}

/**
 * How many characters the first `bytes` bytes of a line make; a part of a character counts as one.
 * @cpython Parser/pegen.c _PyPegen_byte_offset_to_character_offset (3.14)
 */
function characterColumn(line: string, bytes: number): number {
  if (bytes < 0) return bytes;
  let left = bytes;
  let offset = 0;
  while (left > 0 && offset < line.length) {
    const codePoint = line.codePointAt(offset)!;
    left -= codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    offset += codePoint > 0xffff ? 2 : 1;
  }
  return countCodePoints(line, 0, offset) + (left > 0 ? 1 : 0);
}
