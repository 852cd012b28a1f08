/**
 * The compiler's driver: source or tree in, code object out.
 *
 * @cpython Python/compile.c _PyAST_Compile (3.14), Python/pythonrun.c Py_CompileStringObject (3.14)
 */
import type { mod } from '../ast/nodes.generated.ts';
import type { CodeObject } from '../code/code-object.ts';
import { type CompileWarning, withWarnings } from '../diagnostics/syntax-diagnostic.ts';
import { parse, type ParseOptions } from '../parser/index.ts';
import { buildSymtable, type Symtable } from '../symtable/index.ts';
import { optimizeAndAssemble } from './assemble/index.ts';
import { dumpFlowGraph } from './cfg/index.ts';
import { generateModule, VISITORS } from './codegen/index.ts';
import { Compiler } from './compiler.ts';
import {
  CO_FUTURE_BARRY_AS_BDFL,
  PyCF_ALLOW_INCOMPLETE_INPUT,
  PyCF_DONT_IMPLY_DEDENT,
  PyCF_MASK,
  PyCF_ALLOW_TOP_LEVEL_AWAIT,
  PyCF_TYPE_COMMENTS,
} from './compiler-flags.ts';
import { dumpInstructionSequence, dumpSymtable } from './dump.ts';
import { futureFeatures } from './future.ts';
import type { InstructionSequence } from './instruction-sequence.ts';
import { preprocess } from './preprocess/index.ts';

export type CompileMode = 'exec' | 'eval' | 'single';

/** Stages whose results can be looked at: `symtable`, `seq`, and `cfg:` with the name of a pass. */
export type CompileStage = 'symtable' | 'seq' | `cfg:${string}`;

export interface CompileOptions {
  /** `CO_FUTURE_*` and `PyCF_*` flags, those inherited from the calling code included. */
  readonly flags?: number;
  /** 0, 1 (`-O`: no `assert`) or 2 (`-OO`: no docstrings either). */
  readonly optimize?: 0 | 1 | 2;
  /** What the parser cannot know: other encodings, names of characters, the interpreter's limit on int literals. */
  readonly parse?: Pick<
    ParseOptions,
    'decode' | 'isFile' | 'programLine' | 'lookupUnicodeName' | 'intMaxStrDigits' | 'featureVersion'
  >;
  /** Is told what each stage makes, as text. */
  readonly onStage?: (stage: CompileStage, text: string) => void;
}

export interface CompileResult {
  readonly code: CodeObject;
  readonly warnings: CompileWarning[];
}

function parseOptions(options: CompileOptions): ParseOptions {
  const flags = options.flags ?? 0;
  return {
    ...options.parse,
    barryAsFlufl: (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0,
    typeComments: (flags & PyCF_TYPE_COMMENTS) !== 0,
    dontImplyDedent: (flags & PyCF_DONT_IMPLY_DEDENT) !== 0,
    allowIncompleteInput: (flags & PyCF_ALLOW_INCOMPLETE_INPUT) !== 0,
  };
}

/**
 * Compiles source: bytes as they are in a file, or text.
 *
 * @throws SyntaxDiagnostic
 */
export function compile(
  source: string | Uint8Array,
  filename: string,
  mode: CompileMode,
  options: CompileOptions = {},
): CompileResult {
  const parsed = parse(source, filename, mode, parseOptions(options));
  const { code, warnings } = withWarnings(parsed.warnings, () => compileAst(parsed.tree, filename, options));
  return { code, warnings: parsed.warnings.concat(warnings) };
}

/**
 * Compiles a tree, which is changed on the way.
 *
 * @throws SyntaxDiagnostic
 */
export function compileAst(tree: mod, filename: string, options: CompileOptions = {}): CompileResult {
  const warnings: CompileWarning[] = [];
  return withWarnings(warnings, () => {
    const c = newCompiler(tree, filename, options, warnings);
    generateModule(c, tree);
    return { code: c.optimizeAndAssemble(tree.node !== 'Expression'), warnings };
  });
}

/**
 * Compiles a tree as far as the instruction sequence, with those of nested units; jump targets are indices.
 *
 * @cpython Python/compile.c _PyCompile_CodeGen (3.14)
 * @throws SyntaxDiagnostic
 */
export function generateInstructions(tree: mod, filename: string, options: CompileOptions = {}): InstructionSequence {
  const c = newCompiler(tree, filename, options, []);
  generateModule(c, tree);
  c.endWithReturn(tree.node !== 'Expression');
  c.u.sequence.applyLabelMap();
  return c.u.sequence;
}

/**
 * Makes the symbol tables of a tree.
 *
 * @cpython Python/symtable.c _Py_SymtableStringObjectFlags (3.14)
 * @throws SyntaxDiagnostic
 */
export function symtableOf(tree: mod, flags = 0): Symtable {
  const future = futureFeatures(tree);
  future.features |= flags;
  return buildSymtable(tree, future);
}

function newCompiler(tree: mod, filename: string, options: CompileOptions, warnings: CompileWarning[]): Compiler {
  const { onStage } = options;
  const optimize = options.optimize ?? 0;
  const future = futureFeatures(tree);
  future.features |= (options.flags ?? 0) & (PyCF_MASK | PyCF_ALLOW_TOP_LEVEL_AWAIT);
  preprocess(tree, { optimize, flags: future.features, warnings });
  const symtable = buildSymtable(tree, future);
  onStage?.('symtable', dumpSymtable(symtable));
  return new Compiler({
    filename,
    symtable,
    flags: future.features,
    optimize,
    isInteractive: tree.node === 'Interactive',
    visitors: VISITORS,
    warnings,
    assemble(unit, codeFlags, file) {
      const { metadata, sequence } = unit;
      if (onStage === undefined) return optimizeAndAssemble(metadata, sequence, codeFlags, file);
      onStage('seq', dumpInstructionSequence(metadata, sequence));
      return optimizeAndAssemble(metadata, sequence, codeFlags, file, (pass, graph) =>
        onStage(`cfg:${pass}`, dumpFlowGraph(graph)),
      );
    },
  });
}
