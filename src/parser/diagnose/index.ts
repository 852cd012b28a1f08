/**
 * Finds out what CPython says about a text that the parser refused.
 *
 * CPython parses twice: once with the rules of valid programs, which tells how far it got, and once more with rules
 * that match mistakes. So do we, over CPython's grammar, and only here.
 */
import { SyntaxDiagnostic, UnicodeComplaint } from '../../diagnostics/syntax-diagnostic.ts';
import type { Lexer } from '../../lexer/lexer.ts';
import * as T from '../../lexer/token.ts';
import { isEndOfStatement, type ParseMode } from '../parser-base.ts';
import { mergeWarnings } from '../merge-warnings.ts';
import { checkRemainingTokens } from '../placed-complaint.ts';
import { GRAMMAR } from './grammar.ts';
import { INVALID_GRAMMAR } from './invalid-grammar.ts';
import type { StatementParser } from '../statement-parser.ts';
import { LiteralChecker } from './literal-checker.ts';
import { Machine } from './machine.ts';
import { compileGrammar } from './notation.ts';

const START_RULES: Readonly<Record<ParseMode, string>> = {
  exec: 'file',
  eval: 'eval',
  single: 'interactive',
  func_type: 'func_type',
};

/** In longer texts the passes begin at the statement that failed, not at the beginning. */
const WHOLE_TEXT_TOKENS = 20_000;

interface Finding {
  readonly diagnostic: SyntaxDiagnostic;
  /** How many tokens were read, those in search of other mistakes included. */
  readonly tokensRead: number;
}

/** The complaint about a text that a parser refused, with the warnings that were given before. */
export function diagnose(lexer: Lexer, parser: StatementParser, mode: ParseMode): SyntaxDiagnostic {
  const first = mode === 'exec' && lexer.tokens.count > WHOLE_TEXT_TOKENS ? parser.statementStart : 0;
  const machine = new Machine(lexer, new LiteralChecker(lexer, parser.options), first);
  const { diagnostic, tokensRead } = findMistake(machine, mode, first);
  const fromLexer = lexer.warnings.filter((warning) => warning.token < tokensRead);
  const before = parser.warnings.filter((warning) => warning.token < first);
  diagnostic.warnings = mergeWarnings(fromLexer, before.concat(machine.literals.warnings));
  return diagnostic;
}

function findMistake(machine: Machine, mode: ParseMode, first: number): Finding {
  const { lexer, literals } = machine;
  const rule = compileGrammar(GRAMMAR + INVALID_GRAMMAR).get(START_RULES[mode])!;
  let hasMatched = false;
  const attempt = (): SyntaxDiagnostic | null => {
    try {
      hasMatched = rule(machine) !== null;
      return null;
    } catch (thrown) {
      if (thrown instanceof SyntaxDiagnostic) return thrown;
      // The host's stack is smaller than CPython's: say what the parser knows.
      if (thrown instanceof RangeError) return null;
      throw thrown;
    }
  };
  let complaint = attempt();
  const lastToken = machine.fill - 1;
  const finding = (raise: () => never): Finding => ({ diagnostic: caught(raise), tokensRead: lastToken + 1 });
  if (complaint === null && mode === 'single' && hasMatched && !isEndOfStatement(lexer, machine.fill - 1)) {
    return finding(() => machine.complaints.last('multiple statements found while compiling a single statement'));
  }
  if (literals.options.allowIncompleteInput && isAtEndOfSource(machine)) {
    return finding(() => machine.complaints.last('incomplete input', '_IncompleteInputError'));
  }
  if (complaint === null) {
    machine.restart(first);
    complaint = attempt();
  }
  return setSyntaxError(machine, complaint, lastToken);
}

/** @cpython Parser/pegen_errors.c _Pypegen_set_syntax_error (3.14) */
function setSyntaxError(machine: Machine, complaint: SyntaxDiagnostic | null, lastToken: number): Finding {
  const { lexer, complaints, literals } = machine;
  const only = (diagnostic: SyntaxDiagnostic): Finding => ({ diagnostic, tokensRead: machine.fill });
  const readOn = (found: SyntaxDiagnostic): Finding => ({
    diagnostic: checkRemainingTokens(lexer, machine.fill, literals.options, found),
    tokensRead: lexer.tokens.count,
  });
  if (complaint !== null) {
    const isLexerDone = machine.kinds[machine.fill - 1] === T.ERRORTOKEN || isAtEndOfSource(machine);
    return isLexerDone || complaint instanceof UnicodeComplaint || complaint.kind === 'MemoryError'
      ? only(complaint)
      : readOn(complaint);
  }
  const kind = machine.kinds[lastToken];
  if (kind === T.INDENT) return only(caught(() => complaints.last('unexpected indent', 'IndentationError')));
  if (kind === T.DEDENT) return only(caught(() => complaints.last('unexpected unindent', 'IndentationError')));
  return readOn(caught(() => complaints.atLastToken(lastToken, 'invalid syntax')));
}

/**
 * Whether the tokenizer has seen the end of the text: most tokens end where the next character is not one of theirs.
 * @cpython Parser/pegen.c _is_end_of_source (3.14)
 */
function isAtEndOfSource(machine: Machine): boolean {
  const { lexer, fill } = machine;
  const kind = lexer.tokens.kind[fill - 1]!;
  if (kind === T.ERRORTOKEN) return lexer.error!.isAtEnd;
  // The first of two points is read together with the second and what would be the third.
  if (kind === T.DOT && lexer.text.startsWith('..\0', lexer.tokens.start[fill - 1]!)) return true;
  // A colon before a format specification ends where literal text begins.
  if (kind === T.COLON && lexer.tokens.kind[fill] === T.ERRORTOKEN && lexer.error!.code === 'E_ERROR') return false;
  return lexer.tokens.end[fill - 1]! >= lexer.length && !ENDS_WITHOUT_LOOKING.has(kind);
}

/** Tokens whose last character is known to be the last one without a look at the next. */
const ENDS_WITHOUT_LOOKING: ReadonlySet<number> = new Set([
  T.STRING,
  T.FSTRING_END,
  T.TSTRING_END,
  T.ELLIPSIS,
  T.DOUBLESTAREQUAL,
  T.DOUBLESLASHEQUAL,
  T.LEFTSHIFTEQUAL,
  T.RIGHTSHIFTEQUAL,
]);

function caught(raise: () => never): SyntaxDiagnostic {
  try {
    return raise();
  } catch (thrown) {
    if (thrown instanceof SyntaxDiagnostic) return thrown;
    throw thrown;
  }
}
