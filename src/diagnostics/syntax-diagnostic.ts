/**
 * A complaint about source text, as data. Lexer, parser, symbol tables and compiler throw it; the compile boundary
 * turns it into a Python exception once.
 */
import type { WideString } from '../base/constant.ts';

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
  /** The warnings that were given before; set once, where the stage that complains was called. */
  warnings: readonly CompileWarning[] = [];
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

/** A place as nodes and instructions have it: lines count from 1, columns from 0, in bytes. */
export interface SourceRange {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** A complaint of the compiler about a range of the source, whose line it does not know. */
export function diagnosticAt(range: SourceRange, message: string): SyntaxDiagnostic {
  const { lineno, col_offset, end_lineno, end_col_offset } = range;
  return new SyntaxDiagnostic('SyntaxError', message, lineno, col_offset + 1, end_lineno, end_col_offset + 1, null);
}

/** A SyntaxWarning of the compiler about a range of the source. */
export function warningAt(range: SourceRange, message: string): CompileWarning {
  return {
    category: 'SyntaxWarning',
    message,
    lineno: range.lineno,
    stage: 'compiler',
    asError: () => diagnosticAt(range, message),
  };
}

/**
 * A complaint that CPython raises with the message alone and then tells its place, as its symbol tables do: `args` of the
 * exception has only the message.
 */
export class PlacedDiagnostic extends SyntaxDiagnostic {
  constructor(message: string, range: SourceRange) {
    super('SyntaxError', message, range.lineno, range.col_offset + 1, range.end_lineno, range.end_col_offset + 1, null);
  }
}

/**
 * A complaint about bytes that are no text, which CPython raises before it knows the file's name and adds that later:
 * in `args` of the exception it is None.
 */
export class NamelessDiagnostic extends SyntaxDiagnostic {}

/** Bytes that a codec cannot decode, or, without the rest, text that UTF-8 cannot hold. */
export interface UnicodeFailure {
  readonly object: Uint8Array | string | WideString;
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** A complaint that CPython lets out as the bare UnicodeDecodeError or UnicodeEncodeError that it met. */
export class UnicodeComplaint extends SyntaxDiagnostic {
  readonly failure: UnicodeFailure;
  constructor(failure: UnicodeFailure) {
    super('SyntaxError', failure.reason, null, null, null, null, null);
    this.failure = failure;
  }
}

/** Runs a stage; a complaint of it takes along the warnings that were given until then. */
export function withWarnings<T>(warnings: readonly CompileWarning[], run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof SyntaxDiagnostic) thrown.warnings = warnings.concat(thrown.warnings);
    throw thrown;
  }
}

/** A warning that compiling gives (`SyntaxWarning`, `DeprecationWarning`), in the order in which CPython gives them. */
export interface CompileWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly lineno: number;
  /** What is raised where the warning is made an error. */
  readonly asError: () => SyntaxDiagnostic;
  /**
   * `tokenizer`: is given where the text is read on in search of other mistakes, and goes before what the parser has
   * found out until then.
   */
  readonly stage: 'tokenizer' | 'parser' | 'compiler';
}
