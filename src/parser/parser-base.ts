/**
 * The cursor over the tokens that all parts of the parser stand on.
 *
 * The parser reads valid programs only, and fast: on the first token that does not fit it throws `PARSE_FAILED`, a
 * constant, and `diagnose/` then finds out what CPython says about the text.
 */
import type { SourceText } from '../base/source-text.ts';
import type { TokenWarning } from '../lexer/lexer-base.ts';
import type { Lexer } from '../lexer/lexer.ts';
import { MAX_DEPTH, STATEMENT_DEPTH, tooComplex } from './depth.ts';
import * as T from '../lexer/token.ts';

export type ParseMode = 'exec' | 'eval' | 'single' | 'func_type';

export interface ParseOptions {
  /** `from __future__ import barry_as_FLUFL`: `<>` instead of `!=`. */
  readonly barryAsFlufl?: boolean;
  /** Keep `# type:` comments in the tree. */
  readonly typeComments?: boolean;
  /** Minor version of Python 3 whose grammar is accepted; 14 unless told. */
  readonly featureVersion?: number;
  /** PyCF_ALLOW_INCOMPLETE_INPUT: text that may go on gives `_IncompleteInputError`. */
  readonly allowIncompleteInput?: boolean;
  /** PyCF_DONT_IMPLY_DEDENT: in `single` mode the end of the text does not end open blocks. */
  readonly dontImplyDedent?: boolean;
  /** Finds the character of `\N{name}`: a text of one or, for named sequences, more characters; null where unknown. */
  readonly lookupUnicodeName?: (name: string) => number | null;
  /** The source is the contents of the file of that name. */
  readonly isFile?: boolean;
  /** Reads a line of the file of the source's name, for complaints to show; null where there is none. */
  readonly programLine?: (filename: string, lineno: number, encoding: string | null) => string | null;
  /** Decodes bytes of an encoding other than UTF-8, Latin-1 and ASCII; null where the encoding is unknown. */
  readonly decode?: (encoding: string, bytes: Uint8Array) => string | null;
  /** `sys.get_int_max_str_digits()`: decimal literals with more digits are refused; 0 is no limit. */
  readonly intMaxStrDigits?: number;
}

/** Thrown where a token does not fit. */
export const PARSE_FAILED = { parseFailed: true } as const;

/**
 * Whether only blanks and comments follow a token: nothing else may come after an interactive statement.
 * @cpython Parser/pegen.c bad_single_statement (3.14)
 */
export function isEndOfStatement(lexer: Lexer, token: number): boolean {
  const { text } = lexer.source;
  for (let i = lexer.tokens.end[token]!; i < text.length; i++) {
    const c = text[i]!;
    if (c === '#') {
      const lineEnd = text.indexOf('\n', i);
      if (lineEnd < 0) break;
      i = lineEnd;
    } else if (c !== ' ' && c !== '\t' && c !== '\n' && c !== '\f') {
      return false;
    }
  }
  return true;
}

export class ParserBase {
  readonly lexer: Lexer;
  readonly source: SourceText;
  readonly text: string;
  readonly options: ParseOptions;
  readonly warnings: TokenWarning[] = [];
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly lines: Int32Array;
  readonly columns: Int32Array;
  readonly endLines: Int32Array;
  readonly endColumns: Int32Array;
  readonly featureVersion: number;
  private readonly isAscii: boolean;
  /** Whether `<>` is the inequality operator; a future import in the text sets it. */
  barryAsFlufl: boolean;
  /** Index of the next token. */
  pos = 0;
  /** How deeply CPython's parser would have called itself; see `depth.ts`. */
  depth = STATEMENT_DEPTH;

  /** Goes down by so many rules, to be taken back from `depth` afterwards. @throws SyntaxDiagnostic */
  descend(rules: number): void {
    if ((this.depth += rules) > MAX_DEPTH) throw tooComplex();
  }

  constructor(lexer: Lexer, options: ParseOptions) {
    this.lexer = lexer;
    this.source = lexer.source;
    this.text = lexer.text;
    this.options = options;
    this.featureVersion = options.featureVersion ?? 14;
    this.barryAsFlufl = options.barryAsFlufl ?? false;
    this.isAscii = lexer.source.isAscii;
    const tokens = lexer.tokens;
    this.kinds = tokens.kind;
    this.starts = tokens.start;
    this.ends = tokens.end;
    this.lines = tokens.line;
    this.columns = tokens.column;
    this.endLines = tokens.endLine;
    this.endColumns = tokens.endColumn;
  }

  fail(): never {
    throw PARSE_FAILED;
  }

  /** Steps over a token of this kind, which must be there. */
  expect(kind: number): void {
    if (this.kinds[this.pos] !== kind) throw PARSE_FAILED;
    this.pos++;
  }

  /** Steps over a token of this kind if it is there. */
  accept(kind: number): boolean {
    if (this.kinds[this.pos] !== kind) return false;
    this.pos++;
    return true;
  }

  /** The grammar of an older Python was asked for and this is newer. */
  checkVersion(minor: number): void {
    if (this.featureVersion < minor) throw PARSE_FAILED;
  }

  /**
   * Index of the last token before the cursor that is no line end or change of indentation: where a statement ends.
   * @cpython Parser/pegen.c _PyPegen_get_last_nonnwhitespace_token (3.14)
   */
  lastToken(): number {
    let index = this.pos - 1;
    while (index > 0 && this.kinds[index]! >= T.NEWLINE && this.kinds[index]! <= T.DEDENT) index--;
    return index;
  }

  /** A name's text, NFKC-normalised (PEP 3131). */
  identifier(token: number): string {
    const text = this.text.substring(this.starts[token]!, this.ends[token]!);
    return this.isAscii || !/[^\x00-\x7f]/.test(text) ? text : text.normalize('NFKC');
  }

  /** The text of the NAME at the cursor, which is stepped over. */
  name(): string {
    if (this.kinds[this.pos] !== T.NAME) throw PARSE_FAILED;
    return this.identifier(this.pos++);
  }

  /** Whether the token is the NAME with this spelling (for soft keywords). */
  isSoftKeyword(token: number, word: string): boolean {
    return (
      this.kinds[token] === T.NAME &&
      this.ends[token]! - this.starts[token]! === word.length &&
      this.text.startsWith(word, this.starts[token]!)
    );
  }

  /** The type comment at the cursor, if there is one. */
  typeComment(): string | null {
    if (this.kinds[this.pos] !== T.TYPE_COMMENT) return null;
    const token = this.pos++;
    return this.text.slice(this.starts[token]!, this.ends[token]!);
  }
}
