/**
 * `taipan --dump=STAGE`: shows what a stage of the compiler makes of a program, instead of running it.
 *
 * | stage | shows |
 * |---|---|
 * | `tokens` | the tokens, as `python -m tokenize` writes them |
 * | `ast` | the tree, as `python -m ast` writes it |
 * | `symtable` | the blocks and the scope of each name |
 * | `seq` | the instructions of each code unit as they are generated |
 * | `cfg:PASS` | the flow graph of each code unit after a pass; `cfg` after every one |
 * | `dis` | the code, as `python -m dis` writes it |
 */
import { dump } from '../ast/index.ts';
import { compile, type CompileStage } from '../compiler/index.ts';
import { CFG_PASSES } from '../compiler/cfg/index.ts';
import { disassemble } from '../dis/index.ts';
import { SyntaxDiagnostic } from '../diagnostics/syntax-diagnostic.ts';
import { decodeSource, tokenizeLines } from '../lexer/index.ts';
import * as T from '../lexer/token.ts';
import { parse } from '../parser/index.ts';
import { UsageError, type Options } from './options.ts';

const STAGES = ['tokens', 'ast', 'symtable', 'seq', 'cfg', 'dis'];

const TOKEN_NAMES = new Map(
  Object.entries(T).flatMap(([name, kind]) =>
    typeof kind === 'number' && name !== 'FIRST_KEYWORD' ? [[kind, name]] : [],
  ),
);

function dumpTokens(source: Uint8Array, filename: string): string {
  const { tokens, error } = tokenizeLines(decodeSource(source, filename).text, filename, true);
  if (error !== null) throw error;
  return tokens
    .map(({ type, string, start, end }) => {
      const range = `${start.join(',')}-${end.join(',')}:`;
      return `${range.padEnd(20)}${(TOKEN_NAMES.get(type) ?? String(type)).padEnd(15)}${JSON.stringify(string)}\n`;
    })
    .join('');
}

/** What the stages that a test of their names accepts have to show, each with its name above it. */
function dumpStages(
  source: Uint8Array,
  filename: string,
  optimize: 0 | 1 | 2,
  isShown: (stage: string) => boolean,
): string {
  let text = '';
  const onStage = (stage: CompileStage, shown: string): void => {
    if (isShown(stage)) text += stage.startsWith('cfg:') ? `${stage}\n${shown}\n` : `${shown}\n`;
  };
  compile(source, filename, 'exec', { optimize, onStage });
  return text;
}

/** @throws UsageError for a stage that there is not */
function checkStage(stage: string): void {
  const pass = stage.startsWith('cfg:') ? stage.slice('cfg:'.length) : null;
  if (pass === null ? STAGES.includes(stage) : CFG_PASSES.some((name) => name === pass)) return;
  const known = ['js', ...STAGES, ...CFG_PASSES.map((name) => `cfg:${name}`)];
  throw new UsageError(`--dump must be one of ${known.join(', ')}`);
}

/** The text that a stage has for a program. @throws SyntaxDiagnostic */
function dumpStage(stage: string, source: Uint8Array, filename: string, optimize: 0 | 1 | 2): string {
  switch (stage) {
    case 'tokens':
      return dumpTokens(source, filename);
    case 'ast':
      return `${dump(parse(source, filename, 'exec').tree, { indent: 4 })}\n`;
    case 'dis':
      return disassemble(compile(source, filename, 'exec', { optimize }).code);
    case 'cfg':
      return dumpStages(source, filename, optimize, (each) => each.startsWith('cfg:'));
    default:
      return dumpStages(source, filename, optimize, (each) => each === stage);
  }
}

/** What is printed, and the exit status. */
function runDump(
  stage: string,
  source: Uint8Array,
  filename: string,
  optimize: number,
): { readonly output: string; readonly error: string; readonly status: number } {
  try {
    const level = Math.min(optimize, 2) as 0 | 1 | 2;
    return { output: dumpStage(stage, source, filename, level), error: '', status: 0 };
  } catch (error) {
    if (!(error instanceof SyntaxDiagnostic)) throw error;
    const place = error.lineno === null ? '' : `:${error.lineno}:${error.offset ?? 0}`;
    return { output: '', error: `${filename}${place}: ${error.kind}: ${error.message}\n`, status: 1 };
  }
}

/** Does what `--dump` asks for; no interpreter is needed. @returns the exit status @throws UsageError */
export function dumpProgram(stage: string, { target, optimize }: Options, programName: string): number {
  checkStage(stage);
  if (target.kind === 'module') throw new UsageError('--dump takes a file, not a module');
  const name = target.kind === 'file' ? target.path : target.kind === 'command' ? '<string>' : '<stdin>';
  let source: Uint8Array;
  try {
    source =
      target.kind === 'command'
        ? new TextEncoder().encode(`${target.source}\n`)
        : process.getBuiltinModule('node:fs').readFileSync(target.kind === 'file' ? name : 0);
  } catch (error) {
    process.stderr.write(`${programName}: can't open file '${name}': ${(error as Error).message}\n`);
    return 2;
  }
  const { output, error, status } = runDump(stage, source, name, optimize);
  process.stdout.write(output);
  process.stderr.write(error);
  return status;
}
