/**
 * The state of the error pass: a PEG parser over the tokens that keeps count of how far it has looked.
 *
 * @cpython Parser/pegen.c, the parts that generated rules call (3.14)
 */
import type { Lexer } from '../../lexer/lexer.ts';
import * as T from '../../lexer/token.ts';
import { MAX_DEPTH, tooComplex } from '../depth.ts';
import { Complaints } from './complaints.ts';
import type { LiteralChecker } from './literal-checker.ts';

/** What a rule matched: a token, a node, or a list of matches. */
export interface Match {
  /** `token`, `list`, `group`, `nothing` (an option that is not there), or the kind of node. */
  readonly kind: string;
  /** Index of the first token. */
  readonly start: number;
  /** Index of the last token. */
  readonly end: number;
  readonly parts: readonly Match[];
  readonly a: Match | null;
  readonly b: Match | null;
}

const NO_PARTS: readonly Match[] = [];

/** The match of an option that is not there. */
export const NOTHING: Match = { kind: 'nothing', start: -1, end: -1, parts: NO_PARTS, a: null, b: null };

export function makeMatch(
  kind: string,
  start: number,
  end: number,
  parts: readonly Match[] = NO_PARTS,
  a: Match | null = null,
  b: Match | null = null,
): Match {
  return { kind, start, end, parts, a, b };
}

export type Matcher = (machine: Machine) => Match | null;

interface MemoEntry {
  result: Match | null;
  mark: number;
}

export class Machine {
  readonly lexer: Lexer;
  readonly kinds: Uint8Array;
  readonly count: number;
  readonly literals: LiteralChecker;
  readonly complaints: Complaints;
  readonly featureVersion: number;
  /** Index of the next token. */
  mark: number;
  /** How many tokens have been looked at. */
  fill: number;
  private triesMistakes = false;
  barryAsFlufl: boolean;
  /** How many rules are being tried inside each other. */
  private level = 0;
  private memo: Map<number, MemoEntry>[] = [];

  constructor(lexer: Lexer, literals: LiteralChecker, firstToken: number) {
    this.lexer = lexer;
    this.kinds = lexer.tokens.kind;
    this.count = lexer.tokens.count;
    this.literals = literals;
    this.featureVersion = literals.featureVersion;
    this.barryAsFlufl = literals.barryAsFlufl;
    this.mark = firstToken;
    this.fill = firstToken;
    this.complaints = new Complaints(this);
  }

  /** Whether the rules that match mistakes are tried; literals give no warnings then. */
  get callInvalidRules(): boolean {
    return this.triesMistakes;
  }

  set callInvalidRules(triesMistakes: boolean) {
    this.triesMistakes = triesMistakes;
    this.literals.isSilent = triesMistakes;
  }

  /** Begins the second pass. @cpython Parser/pegen.c reset_parser_state_for_error_pass (3.14) */
  restart(firstToken: number): void {
    this.memo = [];
    this.mark = firstToken;
    this.level = 0;
    this.callInvalidRules = true;
  }

  /** Tries a rule one level down. @throws SyntaxDiagnostic at CPython's limit */
  descend(rule: Matcher): Match | null {
    if (this.level++ === MAX_DEPTH) throw tooComplex();
    const result = rule(this);
    this.level--;
    return result;
  }

  /** Looks at the next token and returns its kind. */
  look(): number {
    if (this.mark >= this.fill) this.fetch();
    return this.mark < this.count ? this.kinds[this.mark]! : T.ENDMARKER;
  }

  private fetch(): void {
    this.fill = this.mark + 1;
    if (this.mark < this.count && this.kinds[this.mark] === T.ERRORTOKEN) this.complaints.raiseLexerError();
  }

  /** @cpython Parser/pegen.c _PyPegen_expect_token (3.14) */
  expect(kind: number): Match | null {
    if (this.look() !== kind) return null;
    const token = this.mark++;
    return makeMatch('token', token, token);
  }

  /** @cpython Parser/pegen.c _PyPegen_expect_soft_keyword (3.14) */
  expectSoftKeyword(word: string): Match | null {
    if (this.look() !== T.NAME || this.textOf(this.mark) !== word) return null;
    const token = this.mark++;
    return makeMatch('token', token, token);
  }

  textOf(token: number): string {
    const { tokens, text } = this.lexer;
    return text.slice(tokens.start[token]!, tokens.end[token]!);
  }

  /** @cpython Parser/pegen.c _PyPegen_get_last_nonnwhitespace_token (3.14) */
  lastToken(): number {
    let token = this.mark - 1;
    while (token > 0 && this.kinds[token]! >= T.NEWLINE && this.kinds[token]! <= T.DEDENT) token--;
    return token;
  }

  /** `f` or `t`, by the string that a token is in. */
  stringPrefix(token: number): 'f' | 't' {
    let depth = 0;
    for (let i = token; i >= 0; i--) {
      const kind = this.kinds[i]!;
      if (kind === T.FSTRING_END || kind === T.TSTRING_END) depth++;
      else if ((kind === T.FSTRING_START || kind === T.TSTRING_START) && depth-- === 0) {
        return kind === T.FSTRING_START ? 'f' : 't';
      }
    }
    return 'f';
  }

  /** How many brackets are open after a token. */
  levelAfter(token: number): number {
    let level = 0;
    for (let i = 0; i <= token; i++) {
      const kind = this.kinds[i]!;
      if (kind === T.LPAR || kind === T.LSQB || kind === T.LBRACE) level++;
      else if (kind === T.RPAR || kind === T.RSQB || kind === T.RBRACE) level--;
    }
    return level;
  }

  /** Runs a rule whose results are kept. */
  memoized(rule: number, body: Matcher): Match | null {
    const entries = (this.memo[this.mark] ??= new Map());
    const known = entries.get(rule);
    if (known !== undefined) {
      this.mark = known.mark;
      return known.result;
    }
    const result = body(this);
    entries.set(rule, { result, mark: this.mark });
    return result;
  }

  /** Runs a left-recursive rule: its result is grown until it grows no more. */
  leftRecursive(rule: number, body: Matcher): Match | null {
    const start = this.mark;
    const entries = (this.memo[start] ??= new Map());
    const known = entries.get(rule);
    if (known !== undefined) {
      this.mark = known.mark;
      return known.result;
    }
    const entry: MemoEntry = { result: null, mark: start };
    entries.set(rule, entry);
    for (;;) {
      this.mark = start;
      const grown = this.descend(body);
      if (grown === null || this.mark <= entry.mark) break;
      entry.result = grown;
      entry.mark = this.mark;
    }
    this.mark = entry.mark;
    return entry.result;
  }
}
