/**
 * Runs a program: a command, a module, a file, a directory or zip, standard input.
 *
 * @cpython Modules/main.c pymain_run_python, Python/pythonrun.c
 */
import {
  None,
  PyList,
  PyTuple,
  call,
  excTypes,
  getAttr,
  isPyException,
  newException,
  strFromUtf16,
  type PyModule,
} from '../objects/core/index.ts';
import { codeToValue } from '../objects/function/constant-values.ts';
import type { PyCode } from '../objects/function/py-code.ts';
import { HostError, S_IFDIR, S_IFMT, S_IFREG } from '../host/contract.ts';
import { readAll } from '../host/read-all.ts';
import { MarshalError, loads } from '../marshal/index.ts';
import { CodeObject } from '../code/code-object.ts';
import { MAGIC_3_14 as PYTHON_MAGIC } from '../opcode/index.ts';
import { compileSource } from '../modules/index.ts';
import { runCode } from '../vm/index.ts';
import type { Interpreter } from '../runtime/index.ts';
import type { Target } from './options.ts';

/** The program could not be opened: the message is for standard error, the status for the shell. */
export class CannotRun {
  readonly message: string;
  readonly status: number;
  constructor(message: string, status: number) {
    this.message = message;
    this.status = status;
  }
}

export interface Program {
  readonly interpreter: Interpreter;
  readonly main: PyModule;
  readonly programName: string;
  readonly skipFirstLine: boolean;
}

const optimizeOf = (interpreter: Interpreter): number => interpreter.config.optimizationLevel;

function compileMain(program: Program, source: string | Uint8Array, filename: string, isFile = false): PyCode {
  const options = { flags: 0, optimize: optimizeOf(program.interpreter), isFile };
  return compileSource(source, strFromUtf16(filename), 'exec', options);
}

/** Takes the indentation common to all lines off the text of `-c`. @cpython _PyUnicode_Dedent */
function dedent(source: string): string {
  const lines = source.split('\n');
  let margin: string | null = null;
  for (const line of lines) {
    if (/^[ \t]*$/.test(line)) continue;
    const indent = /^[ \t]*/.exec(line)![0];
    if (margin === null) margin = indent;
    else {
      let same = 0;
      while (same < margin.length && same < indent.length && margin[same] === indent[same]) same++;
      margin = margin.slice(0, same);
    }
  }
  if (margin === null || margin === '') return source;
  return lines.map((line) => (/^[ \t]*$/.test(line) ? '' : line.slice(margin!.length))).join('\n');
}

function setFirstPath(program: Program, path: string): void {
  const { interpreter } = program;
  if (interpreter.config.safePath) return;
  interpreter.afterStart(() => {
    const list = interpreter.sysGet('path');
    if (list instanceof PyList) list.items.unshift(strFromUtf16(path));
  });
}

function runCommand(program: Program, given: string): void {
  setFirstPath(program, '');
  const source = `${dedent(given)}\n`;
  const code = compileMain(program, source, '<string>');
  // So that tracebacks show its lines. CPython imports `linecache` for that at once, which would be a tenth of the start.
  program.interpreter.afterImport.set('linecache', () => {
    const linecache = program.interpreter.importModule('linecache');
    call(getAttr(linecache, '_register_code'), [code, strFromUtf16(source), '<string>']);
  });
  runInMain(program, code);
}

function runInMain(program: Program, code: PyCode): void {
  const globals = program.main.ob_dict;
  runCode(code, globals, globals);
}

function runModule(program: Program, name: string, setsArgv: boolean): void {
  const runpy = program.interpreter.importModule('runpy');
  call(getAttr(runpy, '_run_module_as_main'), [strFromUtf16(name), setsArgv]);
}

/** The largest tail of a zip archive that its end record can be in. */
const ZIP_TAIL = 22 + 65535;

/** Whether a file ends as a zip archive does, which path hooks want. */
function endsAsZip(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - ZIP_TAIL));
  for (let at = tail.indexOf(0x50); at >= 0; at = tail.indexOf(0x50, at + 1)) {
    if (tail[at + 1] === 0x4b && tail[at + 2] === 5 && tail[at + 3] === 6) return true;
  }
  return false;
}

/** Whether importing can treat the path as a place of modules (directory, zip). @cpython pymain_get_importer */
function isImportable({ interpreter }: Program, path: string): boolean {
  interpreter.finishStart();
  const pkgutil = getAttr(interpreter.sysModule(), 'path_hooks');
  for (const hook of (pkgutil as PyList).items) {
    try {
      call(hook, [strFromUtf16(path)]);
      return true;
    } catch (error) {
      if (!isPyException(error) || !error.ob_type.isSubtype(excTypes.ImportError)) throw error;
    }
  }
  return false;
}

function directoryOf(program: Program, path: string): string {
  const { fs } = program.interpreter.host;
  let real = path;
  try {
    real = fs.realpath(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
  const slash = real.lastIndexOf('/');
  return slash < 0 ? '' : slash === 0 ? '/' : real.slice(0, slash);
}

function absolutePath(program: Program, path: string): string {
  return path.startsWith('/') ? path : `${program.interpreter.host.cwd()}/${path}`;
}

function setLoader(program: Program, filename: string, name: string): void {
  const { interpreter, main } = program;
  interpreter.afterStart(() => {
    const external = interpreter.importModule('_frozen_importlib_external');
    const loader = call(getAttr(external, name), ['__main__', strFromUtf16(filename)]);
    main.ob_dict.setStr('__loader__', loader);
  });
}

/** A file that starts as a `.pyc` of this version does. */
function isPycFile(path: string, bytes: Uint8Array): boolean {
  const magic = bytes.length >= 2 ? bytes[0]! | (bytes[1]! << 8) : -1;
  const hasMagic = magic === (PYTHON_MAGIC & 0xffff) && bytes[2] === 13 && bytes[3] === 10;
  return path.endsWith('.pyc') || hasMagic;
}

/** @cpython Python/pythonrun.c run_pyc_file */
function loadPyc(bytes: Uint8Array): PyCode {
  const endOfFile = (): unknown => newException(excTypes.EOFError, 'EOF read where not expected');
  if (bytes.length < 4) throw endOfFile();
  const magic = bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24);
  if (magic !== (PYTHON_MAGIC | 0x0a0d0000)) throw newException(excTypes.RuntimeError, 'Bad magic number in .pyc file');
  if (bytes.length < 16) throw endOfFile();
  try {
    const value = loads(bytes, { offset: 16 });
    if (value instanceof CodeObject) return codeToValue(value);
  } catch (error) {
    if (!(error instanceof MarshalError)) throw error;
  }
  throw newException(excTypes.RuntimeError, 'Bad code object in .pyc file');
}

/** A program's file. @throws CannotRun */
function readProgram(program: Program, path: string): Uint8Array {
  const { fs } = program.interpreter.host;
  const shown = absolutePath(program, path);
  try {
    const fd = fs.open(path, fs.flags.O_RDONLY, 0);
    try {
      if ((fs.fstat(fd).mode & S_IFMT) === S_IFDIR) {
        throw new CannotRun(`${program.programName}: '${shown}' is a directory, cannot continue\n`, 1);
      }
      return readAll(fs, fd);
    } finally {
      fs.close(fd);
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const said = `can't open file '${shown}': [Errno ${error.errno}] ${error.message}`;
    throw new CannotRun(`${program.programName}: ${said}\n`, 2);
  }
}

/** A file of code, or a directory or zip archive with a `__main__`. */
function runPath(program: Program, path: string): void {
  const { interpreter } = program;
  const stat = interpreter.host.fs.tryStat(path);
  // An ordinary file needs no path hooks, which would have the start finished for them.
  const bytes = stat === undefined || (stat.mode & S_IFMT) === S_IFREG ? readProgram(program, path) : null;
  if (bytes !== null && !endsAsZip(bytes)) return runFile(program, path, bytes);
  if (!isImportable(program, path)) return runFile(program, path, bytes ?? readProgram(program, path));
  const list = interpreter.sysGet('path');
  if (list instanceof PyList) list.items.unshift(strFromUtf16(absolutePath(program, path).replace(/\/+$/, '')));
  runModule(program, '__main__', false);
}

function runFile(program: Program, path: string, bytes: Uint8Array): void {
  const shown = absolutePath(program, path);
  setFirstPath(program, directoryOf(program, path));
  const { ob_dict } = program.main;
  ob_dict.setStr('__file__', strFromUtf16(shown));
  ob_dict.setStr('__cached__', None);
  if (isPycFile(path, bytes)) {
    setLoader(program, shown, 'SourcelessFileLoader');
    runInMain(program, loadPyc(bytes));
    return;
  }
  setLoader(program, shown, 'SourceFileLoader');
  const source = program.skipFirstLine ? skipLine(bytes) : bytes;
  refuseNull(source, shown);
  runInMain(program, compileMain(program, source, shown, true));
}

/** A file is read line by line, so that a null character has a place. @cpython Parser/tokenizer/file_tokenizer.c tok_readline_raw */
function refuseNull(source: Uint8Array, filename: string): void {
  const at = source.indexOf(0);
  if (at < 0) return;
  const before = new TextDecoder().decode(source.subarray(0, at)).split('\n');
  const location = [strFromUtf16(filename), before.length, None, strFromUtf16(before.at(-1)!), None, None];
  throw call(excTypes.SyntaxError, ['source code cannot contain null bytes', new PyTuple(location)]);
}

/** The source without its first line, whose end is kept so that lines keep their numbers. */
function skipLine(bytes: Uint8Array): Uint8Array {
  const newline = bytes.indexOf(10);
  return newline < 0 ? bytes.subarray(bytes.length) : bytes.subarray(newline);
}

function runStdin(program: Program): void {
  setFirstPath(program, '');
  const { ob_dict } = program.main;
  ob_dict.setStr('__file__', '<stdin>');
  ob_dict.setStr('__cached__', None);
  const source = readAll(program.interpreter.host.fs, 0);
  runInMain(program, compileMain(program, source, '<stdin>'));
}

/** Runs the target to its end. @throws what the program raises, CannotRun */
export function runTarget(program: Program, target: Target): void {
  switch (target.kind) {
    case 'command':
      runCommand(program, target.source);
      return;
    case 'module':
      setFirstPath(program, program.interpreter.host.cwd());
      runModule(program, target.name, true);
      return;
    case 'stdin':
      runStdin(program);
      return;
    case 'file':
      runPath(program, target.path);
  }
}
