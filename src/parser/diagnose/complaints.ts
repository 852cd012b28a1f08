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
import type { SyntaxDiagnostic, SyntaxDiagnosticKind } from '../../diagnostics/syntax-diagnostic.ts';
import type { OpenBracket } from '../../lexer/lexer-base.ts';
import { bufferStart, lineOfToken, placedComplaint, tokenizerPosition, unclosedBracket } from '../placed-complaint.ts';
import type { Machine, Match } from './machine.ts';

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
    const here = tokenizerPosition(this.machine.lexer, this.machine.fill);
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
      column === -1 ? tokenizerPosition(this.machine.lexer, this.machine.fill).column : column + 1,
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
    const { lexer, fill, literals } = this.machine;
    return unclosedBracket(lexer, fill, literals.options.programLine, bracket);
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
        const column = lexer.source.byteLength(bufferStart(lexer, error.lineStart), error.position);
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

  private make(
    kind: SyntaxDiagnosticKind,
    message: string,
    lineno: number,
    column: number,
    endLineno: number,
    endColumn: number,
  ): SyntaxDiagnostic {
    const { lexer, fill, literals } = this.machine;
    const range = { lineno, column, endLineno, endColumn };
    return placedComplaint(lexer, fill, literals.options.programLine, kind, message, range);
  }

  private lineOf(token: number): number {
    return lineOfToken(this.machine.lexer, token);
  }
}
