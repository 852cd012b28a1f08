/** `print()` and `input()`. @cpython Python/bltinmodule.c builtin_print_impl, builtin_input_impl */
import {
  asText,
  callMethod,
  eofError,
  isPyException,
  isTrue,
  None,
  runtimeError,
  str,
  strFromCodePoints,
  codePointsOf,
  typeError,
  typeName,
  typeOf,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';

/** A `sep` or `end` argument. @throws TypeError */
function separator(name: 'sep' | 'end', value: Value | undefined, fallback: string): Value {
  if (value === undefined || value === None) return fallback;
  if (asText(value) === undefined) throw typeError(`${name} must be None or a string, not ${typeName(value)}`);
  return value;
}

/** Whether `str` of the value runs no Python code. */
function isPlain(value: Value): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

const plainText = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);

/** `print(*args, sep, end, file, flush)`. */
export function print(
  sepArgument: Value | undefined,
  endArgument: Value | undefined,
  fileArgument: Value | undefined,
  flush: Value | undefined,
  args: readonly Value[],
): void {
  let file = fileArgument ?? None;
  if (file === None) {
    const stdout = currentInterpreter().sysGet('stdout');
    if (stdout === undefined) throw runtimeError('lost sys.stdout');
    if (stdout === None) return;
    file = stdout;
  }
  const sep = separator('sep', sepArgument, ' ');
  const end = separator('end', endArgument, '\n');
  if (!typeOf(file).isHeapType && typeof sep === 'string' && typeof end === 'string' && args.every(isPlain)) {
    callMethod(file, 'write', args.map(plainText).join(sep) + end);
  } else {
    for (let i = 0; i < args.length; i++) {
      if (i > 0) callMethod(file, 'write', sep);
      callMethod(file, 'write', str(args[i]!));
    }
    callMethod(file, 'write', end);
  }
  if (flush !== undefined && isTrue(flush)) callMethod(file, 'flush');
}

function requireStream(name: 'stdin' | 'stdout' | 'stderr'): Value {
  const stream = currentInterpreter().sysGet(name);
  if (stream === undefined || stream === None) throw runtimeError(`input(): lost sys.${name}`);
  return stream;
}

/** Flushes a stream; that it cannot be is no error of `input`. */
function flushQuietly(stream: Value): void {
  try {
    callMethod(stream, 'flush');
  } catch (error) {
    if (!isPyException(error)) throw error;
  }
}

/** `input(prompt)`. @throws EOFError */
export function input(prompt: Value | undefined): Value {
  const stdin = requireStream('stdin');
  const stdout = requireStream('stdout');
  flushQuietly(requireStream('stderr'));
  if (prompt !== undefined) callMethod(stdout, 'write', str(prompt));
  flushQuietly(stdout);
  const line = callMethod(stdin, 'readline');
  const text = asText(line);
  if (text === undefined) throw typeError('object.readline() returned non-string');
  const codePoints = codePointsOf(text);
  if (codePoints.length === 0) throw eofError('EOF when reading a line');
  if (codePoints[codePoints.length - 1] !== 0x0a) return line;
  return typeof text === 'string' ? text.slice(0, -1) : strFromCodePoints(codePoints.subarray(0, -1));
}
