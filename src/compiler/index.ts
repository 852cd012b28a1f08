/** The compiler: Python source or trees in, CPython 3.14 code objects out. */
export {
  compile,
  compileAst,
  generateInstructions,
  symtableOf,
  type CompileMode,
  type CompileOptions,
  type CompileResult,
  type CompileStage,
} from './compile.ts';
export * from './compiler-flags.ts';
export { futureFeatures } from './future.ts';
export { preprocess } from './preprocess/index.ts';
