/** The front end's door: source text in, tree out. */
import type { mod } from '../ast/nodes.generated.ts';
import type { SourceText } from '../base/source-text.ts';
import { type CompileWarning, SyntaxDiagnostic } from '../diagnostics/syntax-diagnostic.ts';
import { decodeSource, sourceFromString } from '../lexer/decode-source.ts';
import { Lexer } from '../lexer/lexer.ts';
import { diagnose } from './diagnose/index.ts';
import { PARSE_FAILED, type ParseMode, type ParseOptions } from './parser-base.ts';
import { StatementParser } from './statement-parser.ts';

export type { ParseMode, ParseOptions } from './parser-base.ts';

export interface ParseResult {
  readonly tree: mod;
  readonly warnings: CompileWarning[];
  readonly source: SourceText;
}

/**
 * Parses source text: bytes as they are in a file, or text.
 * @throws SyntaxDiagnostic
 */
export function parse(
  source: string | Uint8Array,
  filename: string,
  mode: ParseMode,
  options: ParseOptions = {},
): ParseResult {
  const decoding = {
    addNewline: mode === 'exec',
    ...(options.isFile && { isFile: true }),
    ...(options.decode && { decode: options.decode }),
  };
  const text =
    typeof source === 'string'
      ? sourceFromString(source, filename, decoding)
      : decodeSource(source, filename, decoding);
  return parseSource(text, mode, options);
}

/**
 * Parses decoded source text.
 * @throws SyntaxDiagnostic
 */
export function parseSource(source: SourceText, mode: ParseMode, options: ParseOptions = {}): ParseResult {
  const lexer = new Lexer(source, {
    typeComments: options.typeComments ?? false,
    interactive: mode === 'single',
    dontImplyDedent: options.dontImplyDedent ?? false,
  }).run();
  const parser = new StatementParser(lexer, options);
  try {
    const tree = parseMode(parser, lexer, mode);
    return { tree, warnings: mergeWarnings(lexer.warnings, parser.warnings), source };
  } catch (failure) {
    if (failure instanceof RangeError) throw tooComplex();
    if (failure !== PARSE_FAILED) throw failure;
    throw diagnose(lexer, parser.statementStart, mode, options);
  }
}

/** The host's stack is full where CPython's parser reaches its own limit. @cpython Parser/pegen_errors.c _Pypegen_stack_overflow (3.14) */
function tooComplex(): SyntaxDiagnostic {
  const message = 'Parser stack overflowed - Python source too complex to parse';
  return new SyntaxDiagnostic('MemoryError', message, null, null, null, null, null);
}

function parseMode(parser: StatementParser, lexer: Lexer, mode: ParseMode): mod {
  switch (mode) {
    case 'exec':
      return parser.file(lexer.typeIgnores);
    case 'eval':
      return parser.evaluation();
    case 'single':
      return parser.interactive();
    case 'func_type':
      return parser.func_type();
  }
}

/** The lexer runs ahead of the parser, so that warnings of both are put in order of lines. */
function mergeWarnings(fromLexer: CompileWarning[], fromParser: CompileWarning[]): CompileWarning[] {
  if (fromLexer.length === 0) return fromParser;
  if (fromParser.length === 0) return fromLexer;
  return [...fromLexer, ...fromParser].sort((a, b) => a.lineno - b.lineno);
}
