/** The order of warnings. */
import type { CompileWarning } from '../diagnostics/syntax-diagnostic.ts';
import type { TokenWarning } from '../lexer/lexer-base.ts';

/** The lexer runs ahead of the parser: puts the warnings of both in the order in which tokens are read and taken. */
export function mergeWarnings(
  fromLexer: readonly TokenWarning[],
  fromParser: readonly TokenWarning[],
): CompileWarning[] {
  return fromLexer.concat(fromParser).sort((a, b) => a.token - b.token);
}
