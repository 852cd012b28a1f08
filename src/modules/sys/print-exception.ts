/**
 * Shows an exception without running Python code: for when the `traceback` module cannot be imported.
 *
 * @cpython Python/pythonrun.c print_exception, Python/traceback.c
 */
import {
  None,
  PyList,
  asText,
  getAttrOrUndefined,
  isPyException,
  str,
  strHost,
  textToHost,
  typeOf,
  type PyBaseException,
  type Value,
} from '../../objects/core/index.ts';
import { PyTraceback } from '../../objects/frame/py-traceback.ts';
import { exceptionsOf, isExceptionGroup } from '../../objects/exceptions/exception-group.ts';
import { currentInterpreter } from '../../runtime/index.ts';

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';
const RECURSIVE_CUTOFF = 3;

type Write = (text: string) => void;

/** A line of a source file, or undefined. */
function sourceLine(filename: string, lineno: number): string | undefined {
  const { fs } = currentInterpreter().host;
  try {
    const fd = fs.open(filename, fs.flags.O_RDONLY, 0);
    try {
      const bytes = new Uint8Array(fs.fstat(fd).size);
      const length = fs.read(fd, bytes, 0, bytes.length);
      return new TextDecoder().decode(bytes.subarray(0, length)).split(/\r\n|\r|\n/)[lineno - 1];
    } finally {
      fs.close(fd);
    }
  } catch {
    return undefined;
  }
}

function printTraceback(traceback: PyTraceback, write: Write): void {
  write('Traceback (most recent call last):\n');
  let last = '';
  let repeated = 0;
  const flush = (): void => {
    if (repeated > RECURSIVE_CUTOFF) {
      const more = repeated - RECURSIVE_CUTOFF;
      write(`  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`);
    }
  };
  for (let entry: PyTraceback | null = traceback; entry !== null; entry = entry.next) {
    const { code } = entry.frame.code;
    const where = `  File "${code.co_filename}", line ${entry.lineno ?? '?'}, in ${code.co_name}\n`;
    if (where === last) repeated++;
    else {
      flush();
      last = where;
      repeated = 1;
    }
    if (repeated > RECURSIVE_CUTOFF) continue;
    write(where);
    const line = entry.lineno === undefined ? undefined : sourceLine(code.co_filename, entry.lineno)?.trim();
    if (line !== undefined && line !== '') write(`    ${line}\n`);
  }
  flush();
}

function printSyntaxDetails(exception: PyBaseException, write: Write): void {
  const filename = exception.field('filename');
  const lineno = exception.field('lineno');
  if (lineno === None) return;
  write(`  File "${filename === None ? '<string>' : strHost(filename)}", line ${strHost(lineno)}\n`);
  const text = asText(exception.field('text'));
  if (text === undefined) return;
  const line = textToHost(text).replace(/\n.*$/s, '');
  const shown = line.trimStart();
  write(`    ${shown}\n`);
  const offset = exception.field('offset');
  if (typeof offset === 'number' && offset >= 1) {
    const end = exception.field('end_offset');
    const lead = line.length - shown.length;
    const start = Math.max(offset - 1 - lead, 0);
    const width = typeof end === 'number' && end > offset ? end - offset : 1;
    write(`    ${' '.repeat(start)}${'^'.repeat(width)}\n`);
  }
}

function typeText(exception: PyBaseException): string {
  const type = typeOf(exception);
  const module = type.isHeapType ? getAttrOrUndefined(type, '__module__') : type.moduleName;
  const name = module === undefined ? '<unknown>' : asText(module) === undefined ? '<unknown>' : strHost(module);
  return name === 'builtins' || name === '__main__' ? type.ht_qualname : `${name}.${type.ht_qualname}`;
}

function printMessage(exception: PyBaseException, write: Write): void {
  const isSyntaxError =
    exception.fields?.has('print_file_and_line') === true || exception.fields?.has('lineno') === true;
  if (isSyntaxError) printSyntaxDetails(exception, write);
  let message: string;
  try {
    const value: Value = isSyntaxError ? exception.field('msg') : str(exception);
    message = strHost(value);
  } catch (error) {
    if (!isPyException(error)) throw error;
    message = '<exception str() failed>';
  }
  write(message === '' ? `${typeText(exception)}\n` : `${typeText(exception)}: ${message}\n`);
  const notes = getAttrOrUndefined(exception, '__notes__');
  if (notes instanceof PyList) for (const note of notes.items) write(`${strHost(note)}\n`);
}

/** Writes the traceback and the message alone, as for an exception that nobody can catch. @cpython write_unraisable_exc_file */
export function printUnraisable(exception: PyBaseException, traceback: Value, write: Write): void {
  if (traceback instanceof PyTraceback) printTraceback(traceback, write);
  let message: string;
  try {
    message = strHost(str(exception));
  } catch (error) {
    if (!isPyException(error)) throw error;
    message = '<exception str() failed>';
  }
  write(message === '' ? `${typeText(exception)}\n` : `${typeText(exception)}: ${message}\n`);
}

/** Writes the exception with its causes as CPython's own printer does. */
export function printExceptionNatively(
  exception: PyBaseException,
  write: Write,
  seen = new Set<PyBaseException>(),
): void {
  seen.add(exception);
  const { cause, context } = exception;
  if (cause !== null && !seen.has(cause)) {
    printExceptionNatively(cause, write, seen);
    write(CAUSE);
  } else if (context !== null && !exception.suppressContext && !seen.has(context)) {
    printExceptionNatively(context, write, seen);
    write(CONTEXT);
  }
  if (exception.traceback instanceof PyTraceback) printTraceback(exception.traceback, write);
  printMessage(exception, write);
  if (isExceptionGroup(exception)) {
    exceptionsOf(exception).forEach((inner, i) => {
      write(`  +---------------- ${i + 1} ----------------\n`);
      printExceptionNatively(inner as PyBaseException, (text) => write(text.replace(/^(?=.)/gm, '    ')), seen);
    });
  }
}
