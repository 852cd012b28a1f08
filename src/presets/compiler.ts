/** The compiler alone: source to code objects and `.pyc` bytes, without a virtual machine. */
export { compile, compileAst, type CompileOptions, type CompileResult } from '../compiler/index.ts';
export { parse } from '../parser/index.ts';
export { dump } from '../ast/index.ts';
export { writeModule as marshalModule } from '../marshal/index.ts';
export * from '../pyc/index.ts';
export { CodeObject } from '../code/code-object.ts';
export { SyntaxDiagnostic } from '../diagnostics/syntax-diagnostic.ts';
