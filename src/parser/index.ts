/** The front end's door: source text in, tree out. */
import type { mod } from '../ast/nodes.generated.ts';
import type { SourceText } from '../base/source-text.ts';
import type { CompileWarning } from '../diagnostics/syntax-diagnostic.ts';
import { decodeSource, sourceFromString } from '../lexer/decode-source.ts';
import { Lexer } from '../lexer/lexer.ts';
import { tooComplex } from './depth.ts';
import { diagnose } from './diagnose/index.ts';
import { mergeWarnings } from './merge-warnings.ts';
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
  const lexerOptions = {
    typeComments: options.typeComments ?? false,
    interactive: mode === 'single',
    dontImplyDedent: options.dontImplyDedent ?? false,
  };
  const lexer = new Lexer(source, lexerOptions).run();
  const parser = new StatementParser(lexer, mode === 'exec' ? options : { ...options, programLine: noProgramLine });
  try {
    const tree = parseMode(parser, lexer, mode);
    return { tree, warnings: mergeWarnings(lexer.warnings, parser.warnings), source };
  } catch (failure) {
    if (failure instanceof RangeError) throw tooComplex();
    if (failure !== PARSE_FAILED) throw failure;
    // For the parser `<>` is one token, for complaints it is that only where it may be used.
    const isSplit = !parser.barryAsFlufl && source.text.includes('<>');
    const read = isSplit ? new Lexer(source, { ...lexerOptions, splitsNotEqual: true }).run() : lexer;
    throw diagnose(read, parser, mode);
  }
}

/** Only modules are taken to be the contents of their file. */
const noProgramLine = (): null => null;

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
