/**
 * `compile` with trees: from source to `ast` objects, and from those to code. The `_ast` module, which defines the objects,
 * says here how they are made and read.
 */
import type { mod } from '../../ast/nodes.generated.ts';
import { asText, isInstance, runtimeError, textToHost, type Value } from '../../objects/core/index.ts';
import { codeToValue } from '../../objects/function/constant-values.ts';
import type { CompileMode, CompileOptions } from '../../runtime/index.ts';
import { requireCompiler, withDiagnostics } from './compile-source.ts';

/** Between trees and the objects of the `_ast` module. */
export interface AstObjects {
  /** The class `ast.AST`. */
  readonly baseClass: () => Value;
  readonly fromTree: (tree: mod) => Value;
  /** @throws TypeError, ValueError for objects that are no tree of that mode */
  readonly toTree: (object: Value, mode: CompileMode) => mod;
}

let astObjects: AstObjects | undefined;

/** Called when the `_ast` module is made. */
export function setAstObjects(implementation: AstObjects): void {
  astObjects = implementation;
}

function required(): AstObjects {
  if (astObjects === undefined) throw runtimeError('the _ast module is not available');
  return astObjects;
}

export function isAstObject(value: Value): boolean {
  return astObjects !== undefined && isInstance(value, astObjects.baseClass());
}

/** Source to `ast` objects. @throws SyntaxError */
export function parseToAstObject(
  source: string | Uint8Array,
  filename: Value,
  mode: CompileMode,
  options: CompileOptions,
): Value {
  const compiler = requireCompiler();
  const host = textToHost(asText(filename)!);
  return required().fromTree(withDiagnostics(filename, () => compiler.parse(source, host, mode, options)).tree);
}

/** `ast` objects to a code object, or with `isOnlyAst` to themselves checked. @throws SyntaxError */
export function compileAstObject(
  object: Value,
  filename: Value,
  mode: CompileMode,
  options: CompileOptions,
  isOnlyAst: boolean,
): Value {
  const tree = required().toTree(object, mode);
  if (isOnlyAst) return required().fromTree(tree);
  const host = textToHost(asText(filename)!);
  return codeToValue(withDiagnostics(filename, () => requireCompiler().compileAst(tree, host, mode, options)).code);
}
