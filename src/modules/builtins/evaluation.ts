/** `compile()`, `eval()`, `exec()`. @cpython Python/bltinmodule.c builtin_compile_impl, builtin_eval_impl, builtin_exec_impl */
import {
  asText,
  index,
  isTrue,
  None,
  overflowError,
  PyBytes,
  PyCell,
  PyDict,
  PyTuple,
  systemError,
  textToHost,
  thread,
  typeError,
  typeName,
  typeOf,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { PyCode } from '../../objects/function/py-code.ts';
import {
  PyCF_ALLOW_INCOMPLETE_INPUT,
  PyCF_ALLOW_TOP_LEVEL_AWAIT,
  PyCF_DONT_IMPLY_DEDENT,
  PyCF_MASK,
  PyCF_OPTIMIZED_AST,
  PyCF_TYPE_COMMENTS,
} from '../../compiler/compiler-flags.ts';
import { fileSystemPath } from './file-name.ts';
import { runCode } from '../../vm/index.ts';
import { astObjects } from './ast-objects.ts';
import { compileSource, defaultOptimization, requireSource } from './compile-source.ts';
import { currentLocals } from './scopes.ts';

const CO_NESTED = 0x10;
const PyCF_ONLY_AST = 0x400;
const COMPILE_MASK =
  PyCF_DONT_IMPLY_DEDENT |
  PyCF_ONLY_AST |
  PyCF_TYPE_COMMENTS |
  PyCF_ALLOW_TOP_LEVEL_AWAIT |
  PyCF_ALLOW_INCOMPLETE_INPUT |
  PyCF_OPTIMIZED_AST;

/** The future features of the calling code. @cpython PyEval_MergeCompilerFlags */
function inheritedFlags(): number {
  const frame = thread.currentFrame;
  return frame === null ? 0 : frame.code.flags & PyCF_MASK;
}

const MODES = ['exec', 'eval', 'single', 'func_type'] as const;

/** A C int. @throws OverflowError */
function asCInt(value: Value): number {
  const int = index(value);
  if (typeof int === 'bigint' || int > 0x7fffffff || int < -0x80000000) {
    throw overflowError('Python int too large to convert to C int');
  }
  return int;
}

/** `compile()`. */
export function compileBuiltin(
  source: Value,
  filenameArgument: Value,
  modeArgument: Value,
  flagsArgument: Value | undefined,
  dontInherit: Value | undefined,
  optimizeArgument: Value | undefined,
  featureVersion: Value | undefined,
): Value {
  const filename = fileSystemPath(filenameArgument);
  const modeText = asText(modeArgument);
  if (modeText === undefined) {
    const given = modeArgument === None ? 'None' : typeName(modeArgument);
    throw typeError(`compile() argument 'mode' must be str, not ${given}`);
  }
  if (textToHost(modeText).includes('\0')) throw valueError('embedded null character');
  let flags = flagsArgument === undefined ? 0 : asCInt(flagsArgument);
  const optimize = optimizeArgument === undefined ? -1 : asCInt(optimizeArgument);
  const feature = featureVersion === undefined ? -1 : asCInt(featureVersion);
  if ((flags & ~(PyCF_MASK | CO_NESTED | COMPILE_MASK)) !== 0) throw valueError('compile(): unrecognised flags');
  if (optimize < -1 || optimize > 2) throw valueError('compile(): invalid optimize value');
  if (dontInherit === undefined || !isTrue(dontInherit)) flags |= inheritedFlags();
  const mode = MODES.find((each) => each === modeText);
  const isOnlyAst = (flags & PyCF_ONLY_AST) !== 0;
  if (mode === undefined) {
    throw valueError(
      isOnlyAst
        ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
        : "compile() mode must be 'exec', 'eval' or 'single'",
    );
  }
  if (mode === 'func_type' && !isOnlyAst) throw valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  const level = optimize === -1 ? defaultOptimization() : optimize;
  const options = { flags, optimize: level, ...(feature >= 0 && isOnlyAst ? { featureVersion: feature } : {}) };
  if (isTree(source)) return parts.trees().compileAstObject(source, filename, mode, options, isOnlyAst);
  const text = requireSource(source, 'compile', 'string, bytes or AST');
  if (isOnlyAst) return parts.trees().parseToAstObject(text, filename, mode, options);
  return compileSource(text, filename, mode, options);
}

/** The build makes the import above happen when this is called (`tools/build/lazy-modules.mjs`). */
const parts = {
  trees: () => astObjects,
};

function isTree(source: Value): boolean {
  if (asText(source) !== undefined || source instanceof PyBytes) return false;
  return parts.trees().isAstObject(source);
}

interface Namespaces {
  readonly globals: PyDict;
  readonly locals: Value;
}

function isMapping(value: Value): boolean {
  return typeOf(value).mp_subscript !== undefined;
}

/** The calling scope where no namespaces are given. */
function namespacesOf(name: 'eval' | 'exec', globals: Value, locals: Value): Namespaces {
  let its: Namespaces;
  thread.interp.finishStart();
  if (globals !== None) its = { globals: globals as PyDict, locals: locals === None ? globals : locals };
  else {
    const frame = thread.currentFrame;
    if (frame === null) {
      throw name === 'eval'
        ? typeError('eval must be given globals and locals when called without a frame')
        : systemError('globals and locals cannot be NULL');
    }
    its = { globals: frame.globals, locals: locals === None ? currentLocals() : locals };
  }
  if (its.globals.getStr('__builtins__') === undefined) its.globals.setStr('__builtins__', currentBuiltins());
  return its;
}

/** The builtins of the calling code. @cpython PyEval_GetBuiltins */
function currentBuiltins(): Value {
  const frame = thread.currentFrame;
  if (frame !== null) return frame.builtins;
  return (thread.interp.importModule('builtins') as { ob_dict?: PyDict }).ob_dict!;
}

const FILENAME = '<string>';

/** `eval()`. */
export function evalBuiltin(source: Value, globals: Value | undefined, locals: Value | undefined): Value {
  const given = globals ?? None;
  const local = locals ?? None;
  if (local !== None && !isMapping(local)) throw typeError('locals must be a mapping');
  if (given !== None && !(given instanceof PyDict)) {
    throw typeError(
      isMapping(given) ? 'globals must be a real dict; try eval(code, {}, mapping)' : 'globals must be a dict',
    );
  }
  const namespaces = namespacesOf('eval', given, local);
  if (source instanceof PyCode) {
    if (freeCount(source) > 0) throw typeError('code object passed to eval() may not contain free variables');
    return runCode(source, namespaces.globals, namespaces.locals);
  }
  let text = requireSource(source, 'eval', 'string, bytes or code');
  if (typeof text === 'string') text = text.replace(/^[ \t]+/, '');
  else {
    let start = 0;
    while (text[start] === 0x20 || text[start] === 0x09) start++;
    text = text.subarray(start);
  }
  const code = compileSource(text, FILENAME, 'eval', { flags: inheritedFlags(), optimize: defaultOptimization() });
  return runCode(code, namespaces.globals, namespaces.locals);
}

function freeCount(code: PyCode): number {
  return code.nlocalsplus - code.firstFree;
}

/** The cells for the free variables of a code object. @throws TypeError */
function closureCells(code: PyCode, closure: Value): readonly PyCell[] | null {
  const count = freeCount(code);
  if (count === 0) {
    if (closure !== None) throw typeError('cannot use a closure with this code object');
    return null;
  }
  const isFitting =
    closure instanceof PyTuple &&
    closure.items.length === count &&
    closure.items.every((cell) => cell instanceof PyCell);
  if (!isFitting) throw typeError(`code object requires a closure of exactly length ${count}`);
  return closure.items as readonly PyCell[];
}

/** `exec()`. */
export function execBuiltin(
  source: Value,
  globals: Value | undefined,
  locals: Value | undefined,
  closureArgument: Value | undefined,
): Value {
  const given = globals ?? None;
  const local = locals ?? None;
  const closure = closureArgument ?? None;
  if (given !== None && !(given instanceof PyDict)) {
    throw typeError(`exec() globals must be a dict, not ${typeName(given)}`);
  }
  if (local !== None && !isMapping(local)) throw typeError(`locals must be a mapping or None, not ${typeName(local)}`);
  const namespaces = namespacesOf('exec', given, local);
  if (source instanceof PyCode) {
    runCode(source, namespaces.globals, namespaces.locals, closureCells(source, closure));
    return None;
  }
  if (closure !== None) throw typeError('closure can only be used when source is a code object');
  const text = requireSource(source, 'exec', 'string, bytes or code');
  const code = compileSource(text, FILENAME, 'exec', { flags: inheritedFlags(), optimize: defaultOptimization() });
  runCode(code, namespaces.globals, namespaces.locals);
  return None;
}
