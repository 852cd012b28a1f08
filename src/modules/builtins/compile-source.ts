/**
 * The compile boundary: source text in, code object out, complaints as `SyntaxError`, warnings through `_warnings`.
 *
 * @cpython Python/pythonrun.c Py_CompileStringObject, Python/errors.c _PyErr_EmitSyntaxWarning
 */
import {
  asText,
  bytearrayType,
  call,
  excTypes,
  getAttr,
  isInstanceOf,
  matches,
  memoryError,
  newException,
  None,
  PyBytes,
  PyByteArray,
  PyTuple,
  PyWideStr,
  strFromUtf16,
  textToHost,
  typeError,
  typeOf,
  type PyBaseException,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import { SyntaxDiagnostic, type CompileWarning } from '../../diagnostics/syntax-diagnostic.ts';
import { codeToValue } from '../../objects/function/constant-values.ts';
import type { PyCode } from '../../objects/function/py-code.ts';
import { currentInterpreter, type CompileMode, type CompileOptions, type Compiler } from '../../runtime/index.ts';

const numberOrNone = (value: number | null): Value => value ?? None;

/** The exception that a complaint about source text becomes. */
export function syntaxErrorOf(diagnostic: SyntaxDiagnostic, filename: Value): PyBaseException {
  const type = excTypes[diagnostic.kind];
  const { lineno, offset, end_lineno, end_offset, text } = diagnostic;
  const location = new PyTuple([
    filename,
    numberOrNone(lineno),
    numberOrNone(offset),
    text === null ? None : strFromUtf16(text),
    numberOrNone(end_lineno),
    numberOrNone(end_offset),
  ]);
  return call(type, [strFromUtf16(diagnostic.message), location]) as PyBaseException;
}

/** The compiler of this interpreter. @throws RuntimeError in a preset without one */
export function requireCompiler(): Compiler {
  const compiler = currentInterpreter().compiler;
  if (compiler === null) throw newException(excTypes.RuntimeError, 'this interpreter has no compiler');
  return compiler;
}

/** Runs a compilation with its complaints and warnings told to Python. @throws SyntaxError */
export function withDiagnostics<T extends { readonly warnings: readonly CompileWarning[] }>(
  filename: Value,
  run: () => T,
): T {
  let result: T;
  try {
    result = run();
  } catch (error) {
    if (error instanceof SyntaxDiagnostic) throw syntaxErrorOf(error, filename);
    if (error instanceof RangeError) throw memoryError();
    throw error;
  }
  for (const warning of result.warnings) giveWarning(warning, filename);
  return result;
}

/** Gives a warning about source text; where that is an error, as a SyntaxError. */
function giveWarning(warning: CompileWarning, filename: Value): void {
  const warnings = currentInterpreter().importNative('_warnings');
  const category = excTypes[warning.category];
  const message = strFromUtf16(warning.message);
  try {
    call(getAttr(warnings, 'warn_explicit'), [message, category, filename, warning.lineno]);
  } catch (error) {
    if (!matches(error, category) || category !== excTypes.SyntaxWarning) throw error;
    const { place } = warning;
    const location = new PyTuple([
      filename,
      warning.lineno,
      place?.offset ?? None,
      None,
      place?.end_lineno ?? None,
      place?.end_offset ?? None,
    ]);
    throw call(excTypes.SyntaxError, [message, location]);
  }
}

/** The text or bytes of a `source` argument; `undefined` when it is neither. */
export function sourceOf(value: Value): Text | Uint8Array | undefined {
  const text = asText(value);
  if (text !== undefined) return text;
  if (value instanceof PyBytes) return value.bytes;
  if (value instanceof PyByteArray) return value.bytes.slice(0, value.length);
  const getBuffer = typeOf(value).bf_getbuffer;
  if (getBuffer === undefined || isInstanceOf(value, bytearrayType)) return undefined;
  const buffer = getBuffer(value, 0);
  const bytes = buffer.bytes.slice(buffer.offset, buffer.offset + buffer.len);
  typeOf(value).bf_releasebuffer?.(value, buffer);
  return bytes;
}

/**
 * The source argument of `compile`, `eval` and `exec`.
 *
 * @param what "string, bytes or code", as the TypeError words it
 * @throws TypeError, SyntaxError for null characters @cpython _Py_SourceAsString
 */
export function requireSource(value: Value, functionName: string, what: string): string | Uint8Array {
  const source = sourceOf(value);
  if (source === undefined) throw typeError(`${functionName}() arg 1 must be a ${what} object`);
  const isText = typeof source === 'string' || source instanceof PyWideStr;
  const plain = isText ? textToHost(source as Text) : (source as Uint8Array);
  const hasNull = typeof plain === 'string' ? plain.includes('\0') : plain.includes(0);
  if (hasNull) throw call(excTypes.SyntaxError, ['source code string cannot contain null bytes']);
  return plain;
}

/** Compiles source to a code object. @param filename what tracebacks show @throws SyntaxError */
export function compileSource(
  source: string | Uint8Array,
  filename: Value,
  mode: CompileMode,
  options: CompileOptions,
): PyCode {
  const compiler = requireCompiler();
  const host = textToHost(asText(filename)!);
  return codeToValue(withDiagnostics(filename, () => compiler.compile(source, host, mode, options)).code);
}

/** The optimisation level that `-1` stands for. */
export function defaultOptimization(): number {
  return currentInterpreter().config.optimizationLevel;
}
