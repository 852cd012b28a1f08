/**
 * A complaint about source text, as data. Lexer, parser, symbol tables and compiler throw it; the compile boundary
 * turns it into a Python exception once.
 */
export type SyntaxDiagnosticKind =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | '_IncompleteInputError'
  /** The source is nested too deeply. */
  | 'MemoryError';

export class SyntaxDiagnostic {
  readonly kind: SyntaxDiagnosticKind;
  readonly message: string;
  /** From 1, as `SyntaxError.lineno`; null where the whole text is at fault (`SyntaxError.lineno` is None). */
  readonly lineno: number | null;
  /** From 1, in characters, as `SyntaxError.offset`. */
  readonly offset: number | null;
  readonly end_lineno: number | null;
  readonly end_offset: number | null;
  /** The offending line, or null where it is not known. */
  readonly text: string | null;
  constructor(
    kind: SyntaxDiagnosticKind,
    message: string,
    lineno: number | null,
    offset: number | null,
    end_lineno: number | null,
    end_offset: number | null,
    text: string | null,
  ) {
    this.kind = kind;
    this.message = message;
    this.lineno = lineno;
    this.offset = offset;
    this.end_lineno = end_lineno;
    this.end_offset = end_offset;
    this.text = text;
  }
}

/** A warning that compiling gives (`SyntaxWarning`, `DeprecationWarning`), in the order in which CPython gives them. */
export interface CompileWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly lineno: number;
  /** Where it is, as a SyntaxError says it if the warning is made one; absent where that is not known. */
  readonly place?: { readonly offset: number; readonly end_lineno: number; readonly end_offset: number };
}
