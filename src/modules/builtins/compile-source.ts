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
  isPyException,
  matches,
  newException,
  None,
  noteWork,
  PyBytes,
  PyByteArray,
  PyTuple,
  PyWideStr,
  recursionError,
  setAttr,
  strFromUtf16,
  textToHost,
  typeError,
  typeOf,
  type PyBaseException,
  type Text,
  type Value,
} from '../../objects/core/index.ts';
import {
  NamelessDiagnostic,
  PlacedDiagnostic,
  SyntaxDiagnostic,
  UnicodeComplaint,
  type CompileWarning,
  type UnicodeFailure,
} from '../../diagnostics/syntax-diagnostic.ts';
import { codeToValue, constantToValue } from '../../objects/function/constant-values.ts';
import type { PyCode } from '../../objects/function/py-code.ts';
import { encodeText } from '../../objects/codecs/index.ts';
import { programLine } from './program-line.ts';
import { currentInterpreter, type CompileMode, type CompileOptions, type Compiler } from '../../runtime/index.ts';

const numberOrNone = (value: number | null): Value => value ?? None;

/**
 * The exception that a complaint about source text becomes.
 * @cpython Python/compile.c _PyCompile_Error, Python/errors.c PyErr_RangedSyntaxLocationObject (3.14)
 */
export function syntaxErrorOf(diagnostic: SyntaxDiagnostic, filename: Value): PyBaseException {
  if (diagnostic instanceof UnicodeComplaint) return unicodeErrorOf(diagnostic.failure);
  const type = excTypes[diagnostic.kind];
  if (diagnostic.kind === 'MemoryError') return newException(type, diagnostic.message);
  const { lineno, offset, end_lineno, end_offset } = diagnostic;
  const text = textOf(diagnostic, filename);
  if (diagnostic instanceof PlacedDiagnostic) {
    const error = call(type, [diagnostic.message]) as PyBaseException;
    const attributes = { filename, lineno, offset, end_lineno, end_offset, text, print_file_and_line: None };
    for (const [name, value] of Object.entries(attributes)) setAttr(error, name, value ?? None);
    return error;
  }
  const isNameless = diagnostic instanceof NamelessDiagnostic;
  const location: Value[] = [isNameless ? None : filename, numberOrNone(lineno), numberOrNone(offset), text];
  if (end_lineno !== null || lineno !== 0) location.push(numberOrNone(end_lineno), numberOrNone(end_offset));
  const error = call(type, [strFromUtf16(diagnostic.message), new PyTuple(location)]) as PyBaseException;
  if (isNameless) setAttr(error, 'filename', filename);
  return error;
}

function unicodeErrorOf({ object, encoding, start, end, reason }: UnicodeFailure): PyBaseException {
  if (object instanceof Uint8Array) {
    return call(excTypes.UnicodeDecodeError, [encoding, new PyBytes(object), start, end, reason]) as PyBaseException;
  }
  const text = constantToValue(object);
  return call(excTypes.UnicodeEncodeError, [encoding, text, start, end, reason]) as PyBaseException;
}

/** The line that a complaint shows; the compiler's come without and take it from the file. */
function textOf({ text, lineno, end_lineno }: SyntaxDiagnostic, filename: Value): Value {
  if (text !== null) return strFromUtf16(text);
  if (lineno === null || lineno <= 0 || end_lineno === null) return None;
  const line = programLine(textToHost(asText(filename)!), lineno, null);
  return line === null ? None : strFromUtf16(line);
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
    if (error instanceof RangeError) throw recursionError('maximum recursion depth exceeded during compilation');
    if (!(error instanceof SyntaxDiagnostic)) throw error;
    giveWarnings(error.warnings, filename);
    throw syntaxErrorOf(error, filename);
  }
  giveWarnings(result.warnings, filename);
  return result;
}

/**
 * Gives warnings about source text; where that is an error, as a SyntaxError.
 *
 * After an error of the parser CPython's tokenizer reads on, and its warnings then go before.
 * @cpython Python/errors.c _PyErr_EmitSyntaxWarning, Parser/pegen.c _PyPegen_run_parser (3.14)
 */
function giveWarnings(warnings: readonly CompileWarning[], filename: Value): void {
  if (warnings.length === 0) return;
  const warnExplicit = getAttr(currentInterpreter().importNative('_warnings'), 'warn_explicit');
  let parserError: SyntaxDiagnostic | null = null;
  for (const warning of warnings) {
    if (parserError !== null && warning.stage !== 'tokenizer') continue;
    const category = excTypes[warning.category];
    try {
      call(warnExplicit, [strFromUtf16(warning.message), category, filename, warning.lineno]);
    } catch (error) {
      if (!matches(error, category)) throw error;
      const complaint = warning.asError();
      if (warning.stage !== 'parser') throw syntaxErrorOf(complaint, filename);
      parserError = complaint;
    }
  }
  if (parserError !== null) throw syntaxErrorOf(parserError, filename);
}

/** A buffer that cannot be had as plain bytes counts as none. */
function bufferOrNothing<T>(getBuffer: () => T): T | undefined {
  try {
    return getBuffer();
  } catch (error) {
    if (!isPyException(error)) throw error;
    return undefined;
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
  const buffer = bufferOrNothing(() => getBuffer(value, 0));
  if (buffer === undefined) return undefined;
  const bytes = buffer.bytes.slice(buffer.offset, buffer.offset + buffer.len);
  typeOf(value).bf_releasebuffer?.(value, buffer);
  return bytes;
}

/**
 * The source argument of `compile`, `eval` and `exec`.
 *
 * @param what "string, bytes or code", as the TypeError words it
 * @throws TypeError, UnicodeEncodeError, SyntaxError for null characters @cpython _Py_SourceAsString
 */
export function requireSource(value: Value, functionName: string, what: string): string | Uint8Array {
  const source = sourceOf(value);
  if (source === undefined) throw typeError(`${functionName}() arg 1 must be a ${what} object`);
  const isText = typeof source === 'string' || source instanceof PyWideStr;
  const plain = isText ? textToHost(source as Text) : (source as Uint8Array);
  // Surrogates that stand alone raise UnicodeEncodeError.
  if (typeof plain === 'string' && /[\ud800-\udfff]/.test(plain)) encodeText(source as Text, 'utf-8');
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
  // Two characters take longer than one turn of a loop in Python.
  noteWork(source.length >> 1);
  return codeToValue(withDiagnostics(filename, () => compiler.compile(source, host, mode, options)).code);
}

/** The optimisation level that `-1` stands for. */
export function defaultOptimization(): number {
  return currentInterpreter().config.optimizationLevel;
}
