/**
 * Raising complaints: where CPython puts them, and what of the source line it shows.
 *
 * | in the grammar | place |
 * |---|---|
 * | `at(a)` | the match |
 * | `range(a,b)` | from the first to the second |
 * | `from(a)` | from the match to where the tokenizer stands |
 * | `last` | the last token looked at |
 * | `next` | the next token |
 * | `indent` | the last token looked at, as IndentationError |
 * | `target(assign,a)` `target(loop,a)` `target(delete,a)` | the part of the match that cannot be a target |
 *
 * @cpython Parser/pegen_errors.c, Parser/pegen.h (3.14)
 */
import { countCodePoints } from '../../base/source-text.ts';
import { SyntaxDiagnostic, type SyntaxDiagnosticKind } from '../../diagnostics/syntax-diagnostic.ts';
import type { LexerError, OpenBracket } from '../../lexer/lexer-base.ts';
import * as T from '../../lexer/token.ts';
import type { Machine, Match } from './machine.ts';

/** Where the tokenizer stands: its line, and the column in bytes after what it has read of it. */
interface Position {
  readonly lineno: number;
  readonly column: number;
}

export class Complaints {
  private readonly machine: Machine;
  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_RANGE, and _LOCATION with one match. */
  range(first: Match, last: Match, message: string): never {
    const { tokens } = this.machine.lexer;
    return this.raise(
      'SyntaxError',
      message,
      tokens.line[first.start]!,
      tokens.column[first.start]! + 1,
      tokens.endLine[last.end]!,
      tokens.endColumn[last.end]! + 1,
    );
  }

  /** RAISE_SYNTAX_ERROR_STARTING_FROM */
  from(first: Match, message: string): never {
    const { tokens } = this.machine.lexer;
    const here = this.tokenizerPosition();
    return this.raise(
      'SyntaxError',
      message,
      tokens.line[first.start]!,
      tokens.column[first.start]! + 1,
      here.lineno,
      here.column,
    );
  }

  /** RAISE_SYNTAX_ERROR and RAISE_INDENTATION_ERROR */
  last(message: string, kind: SyntaxDiagnosticKind = 'SyntaxError'): never {
    return this.atToken(this.machine.fill - 1, message, kind);
  }

  /** RAISE_SYNTAX_ERROR_ON_NEXT_TOKEN */
  next(message: string): never {
    this.machine.look();
    return this.atToken(this.machine.mark, message, 'SyntaxError');
  }

  /** @cpython Parser/pegen_errors.c _PyPegen_raise_error (3.14) */
  private atToken(token: number, message: string, kind: SyntaxDiagnosticKind): never {
    const { tokens } = this.machine.lexer;
    const column = tokens.column[token]!;
    const endColumn = tokens.endColumn[token]!;
    return this.raise(
      kind,
      message,
      this.lineOf(token),
      column === -1 ? this.tokenizerPosition().column : column + 1,
      column === -1 ? this.lineOf(token) : tokens.endLine[token]!,
      endColumn === -1 ? -1 : endColumn + 1,
    );
  }

  /** The token itself, in pass one's words: "invalid syntax". */
  atLastToken(token: number, message: string): never {
    const { tokens } = this.machine.lexer;
    return this.raise(
      'SyntaxError',
      message,
      this.lineOf(token),
      tokens.column[token]! + 1,
      tokens.column[token] === -1 ? this.lineOf(token) : tokens.endLine[token]!,
      tokens.endColumn[token]! + 1,
    );
  }

  /** A place given by columns in bytes, counting from 0. */
  known(message: string, lineno: number, column: number, endLineno: number, endColumn: number): never {
    return this.raise('SyntaxError', message, lineno, column + 1, endLineno, endColumn + 1);
  }

  /** `'(' was never closed` */
  unclosed(bracket: OpenBracket): SyntaxDiagnostic {
    const column = this.machine.lexer.source.byteLength(bracket.lineStart, bracket.offset);
    return this.make(
      'SyntaxError',
      `'${bracket.bracket}' was never closed`,
      bracket.lineno,
      column + 1,
      bracket.lineno,
      0,
    );
  }

  /** The lexer stopped here. @cpython Parser/pegen_errors.c _Pypegen_tokenizer_error (3.14) */
  raiseLexerError(): never {
    const { lexer } = this.machine;
    const error = lexer.error!;
    const innermost = lexer.openBrackets.at(-1);
    switch (error.code) {
      case 'E_ERROR':
        throw error.diagnostic!;
      case 'E_EOF':
        if (innermost !== undefined) throw this.unclosed(innermost);
        return this.last('unexpected EOF while parsing');
      case 'E_DEDENT':
        return this.last('unindent does not match any outer indentation level', 'IndentationError');
      case 'E_TABSPACE':
        return this.raise(
          'TabError',
          'inconsistent use of tabs and spaces in indentation',
          error.lineno,
          1,
          error.lineno,
          0,
        );
      case 'E_TOODEEP':
        return this.raise('IndentationError', 'too many levels of indentation', error.lineno, 1, error.lineno, 0);
      case 'E_LINECONT': {
        const column = lexer.source.byteLength(error.lineStart, error.position);
        return this.raise(
          'SyntaxError',
          'unexpected character after line continuation character',
          error.lineno,
          column,
          error.lineno,
          0,
        );
      }
    }
  }

  /** A token's line; the end of the text counts to its last line. */
  private lineOf(token: number): number {
    const { tokens, source } = this.machine.lexer;
    return source.text === '' ? 0 : Math.min(tokens.line[token]!, source.lineCount);
  }

  private hasReachedError(): boolean {
    return this.machine.kinds[this.machine.fill - 1] === T.ERRORTOKEN;
  }

  /** Where the tokenizer stands after the last token looked at. */
  private tokenizerPosition(): Position {
    const { lexer, fill } = this.machine;
    const { tokens, source } = lexer;
    const token = Math.max(0, fill - 1);
    const kind = tokens.kind[token]!;
    if (kind === T.ERRORTOKEN) return positionOfError(this.machine, lexer.error!);
    if (tokens.endColumn[token]! >= 0) return { lineno: tokens.endLine[token]!, column: tokens.endColumn[token]! };
    const lineno = this.lineOf(token);
    return { lineno, column: source.byteLength(source.lineStart(lineno), tokens.end[token]!) };
  }

  /** Throws a complaint; columns count from 1, in bytes, and -1 or 0 stand for none. */
  private raise(
    kind: SyntaxDiagnosticKind,
    message: string,
    lineno: number,
    column: number,
    endLineno: number,
    endColumn: number,
  ): never {
    throw this.make(kind, message, lineno, column, endLineno, endColumn);
  }

  /** @cpython Parser/pegen_errors.c _PyPegen_raise_error_known_location (3.14) */
  private make(
    kind: SyntaxDiagnosticKind,
    message: string,
    lineno: number,
    column: number,
    endLineno: number,
    endColumn: number,
  ): SyntaxDiagnostic {
    const { source } = this.machine.lexer;
    const here = this.tokenizerPosition().lineno;
    const { error } = this.machine.lexer;
    if (error !== null && error.isAtEnd && error.code === 'E_ERROR' && this.hasReachedError() && here <= lineno) {
      // A string that does not end: CPython shows all that it has read of it.
      const rest = source.text.slice(error.lineStart);
      return new SyntaxDiagnostic(kind, message, lineno, characterColumn(rest, column), endLineno, endColumn, rest);
    }
    const line = lineno < 1 ? '' : source.lineText(lineno);
    // The line that the tokenizer is on is shown as it has it, with its end.
    const start = source.lineStart(lineno);
    const hasEnd = here <= lineno && source.text.charCodeAt(start + line.length) === 10;
    const text = hasEnd ? `${line}\n` : line;
    return new SyntaxDiagnostic(
      kind,
      message,
      lineno,
      characterColumn(text, column),
      endLineno,
      endColumn > 0 ? characterColumn(text, endColumn) : endColumn,
      text,
    );
  }
}

function positionOfError(machine: Machine, error: LexerError): Position {
  return { lineno: error.lineno, column: machine.lexer.source.byteLength(error.lineStart, error.position) };
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
