/**
 * `compile` with trees: from source to `ast` objects, and from those to code.
 *
 * @cpython Python/bltinmodule.c builtin_compile_impl, Python/pythonrun.c Py_CompileStringObject (3.14)
 */
import type { mod } from '../../ast/nodes.generated.ts';
import { InternalError } from '../../base/assert.ts';
import { asText, systemError, textToHost, type Value } from '../../objects/core/index.ts';
import { codeToValue } from '../../objects/function/constant-values.ts';
import type { CompileMode, CompileOptions } from '../../runtime/index.ts';
import { PyAstNode, objectFromTree, treeFromObject, validateTree } from '../_ast/index.ts';
import { requireCompiler, withDiagnostics } from './compile-source.ts';

function isAstObject(value: Value): boolean {
  return value instanceof PyAstNode;
}

/** Checks and, where that is asked for, rewrites a tree, and makes objects of it. */
function preprocessed(tree: mod, filename: Value, options: CompileOptions): Value {
  withDiagnostics(filename, () => {
    requireCompiler().preprocess(tree, options);
    return { warnings: [] };
  });
  return objectFromTree(tree);
}

/** Source to `ast` objects. @throws SyntaxError */
function parseToAstObject(
  source: string | Uint8Array,
  filename: Value,
  mode: CompileMode,
  options: CompileOptions,
): Value {
  const compiler = requireCompiler();
  const host = textToHost(asText(filename)!);
  const { tree } = withDiagnostics(filename, () => compiler.parse(source, host, mode, options));
  return preprocessed(tree, filename, options);
}

/** `ast` objects to a code object, or with `isOnlyAst` to new ones that were checked. @throws SyntaxError */
function compileAstObject(
  object: Value,
  filename: Value,
  mode: CompileMode,
  options: CompileOptions,
  isOnlyAst: boolean,
): Value {
  const source = treeFromObject(object, mode);
  validateTree(source);
  if (isOnlyAst) return preprocessed(source.tree, filename, options);
  const host = textToHost(asText(filename)!);
  try {
    return codeToValue(
      withDiagnostics(filename, () => requireCompiler().compileAst(source.tree, host, mode, options)).code,
    );
  } catch (error) {
    // A tree that no parser makes: what CPython's compiler finds out too late for a better message.
    if (error instanceof InternalError) throw systemError(error.message);
    throw error;
  }
}

/** What `compile` does with trees, in one piece, so that it can be loaded when it is needed. */
export const astObjects = { isAstObject, parseToAstObject, compileAstObject };
