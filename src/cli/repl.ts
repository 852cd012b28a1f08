/**
 * The interactive interpreter: lines with history, `>>>` and `...`, `_`, tracebacks. Nothing is saved.
 *
 * @cpython Python/pythonrun.c PyRun_InteractiveLoopObject
 */
import {
  None,
  asText,
  call,
  excTypes,
  getAttr,
  isPyException,
  matches,
  str,
  strFromUtf16,
  textToHost,
  thread,
  type PyModule,
  type Value,
} from '../objects/core/index.ts';
import { compileSource, versionText } from '../modules/index.ts';
import type { Interpreter } from '../runtime/index.ts';
import { runCode } from '../vm/index.ts';
import { reportUncaught, statusOfSystemExit } from './exit-status.ts';
import { LineReader } from './line-reader.ts';

const ALLOW_INCOMPLETE_INPUT = 0x4000;
const DONT_IMPLY_DEDENT = 0x200;

/** Whether a person sits at standard input. */
export function isInteractive(interpreter: Interpreter): boolean {
  return interpreter.host.fs.isatty(0);
}

function promptText(interpreter: Interpreter, name: 'ps1' | 'ps2'): string {
  const prompt = interpreter.sysGet(name);
  if (prompt === undefined) return '';
  try {
    return textToHost(asText(str(prompt))!);
  } catch (error) {
    if (!isPyException(error)) throw error;
    return '';
  }
}

/** Reads one statement: its source, or null at the end of input. */
function readStatement(interpreter: Interpreter, reader: LineReader): string | null {
  let source = '';
  for (;;) {
    const line = reader.read(promptText(interpreter, source === '' ? 'ps1' : 'ps2'));
    if (line === null) return source === '' ? null : source;
    source += line;
    if (source.trim() === '') {
      source = '';
      continue;
    }
    if (isComplete(source)) return source;
  }
}

/** Whether no further line is wanted: a block goes on until an empty line. @cpython Lib/codeop.py _maybe_compile */
function isComplete(source: string): boolean {
  const check = (text: string): 'good' | 'unfinished' | 'bad' => {
    try {
      compileSource(text, '<stdin>', 'single', { flags: ALLOW_INCOMPLETE_INPUT | DONT_IMPLY_DEDENT, optimize: 0 });
      return 'good';
    } catch (error) {
      if (!isPyException(error)) throw error;
      return matches(error, excTypes._IncompleteInputError) ? 'unfinished' : 'bad';
    }
  };
  const withoutNewline = source.slice(0, -1);
  return check(withoutNewline) === 'good' || check(source) === 'bad';
}

/** @returns an exit status once the program says to end, else null */
function runStatement(interpreter: Interpreter, main: PyModule, source: string, serial: number): number | null {
  const filename = isInteractive(interpreter) ? `<python-input-${serial}>` : '<stdin>';
  try {
    const code = compileSource(source, strFromUtf16(filename), 'single', {
      flags: 0,
      optimize: interpreter.config.optimizationLevel,
    });
    call(getAttr(interpreter.importModule('linecache'), '_register_code'), [
      code,
      strFromUtf16(source),
      strFromUtf16(filename),
    ]);
    runCode(code, main.ob_dict, main.ob_dict);
  } catch (error) {
    if (!isPyException(error)) throw error;
    thread.handledException = null;
    if (matches(error, excTypes.SystemExit)) return statusOfSystemExit(interpreter, error);
    reportUncaught(interpreter, error);
  }
  interpreter.flushStandardStreams();
  return null;
}

/** What an interactive start shows first. */
export function banner(interpreter: Interpreter): string {
  return `Python ${versionText()} on ${interpreter.host.platform}\nType "help", "copyright", "credits" or "license" for more information.\n`;
}

function runStartup(interpreter: Interpreter, main: PyModule): void {
  const path = interpreter.config.useEnvironment ? interpreter.host.env.get('PYTHONSTARTUP') : undefined;
  if (path !== undefined && path !== '') {
    const exec = `exec(compile(open(${JSON.stringify(path)}).read(), ${JSON.stringify(path)}, 'exec'))`;
    runStatement(interpreter, main, exec, 0);
  }
  const hook = interpreter.sysGet('__interactivehook__');
  if (hook !== undefined && hook !== None) callHook(interpreter, hook);
}

function callHook(interpreter: Interpreter, hook: Value): void {
  try {
    call(hook, []);
  } catch (error) {
    if (!isPyException(error)) throw error;
    interpreter.writeError('Failed calling sys.__interactivehook__\n');
    reportUncaught(interpreter, error);
  }
}

/** Runs the loop until the end of input or `exit()`. @returns the exit status */
export function runRepl(interpreter: Interpreter, main: PyModule, showsBanner: boolean): number {
  if (showsBanner) interpreter.writeError(banner(interpreter));
  const { sysDict } = interpreter;
  if (sysDict.getStr('ps1') === undefined) sysDict.setStr('ps1', '>>> ');
  if (sysDict.getStr('ps2') === undefined) sysDict.setStr('ps2', '... ');
  runStartup(interpreter, main);
  const reader = new LineReader(interpreter.host);
  for (let serial = 0; ; serial++) {
    let source: string | null;
    try {
      source = readStatement(interpreter, reader);
    } catch (error) {
      if (!isPyException(error) || !matches(error, excTypes.KeyboardInterrupt)) throw error;
      interpreter.writeError('\nKeyboardInterrupt\n');
      continue;
    }
    if (source === null) {
      interpreter.writeError('\n');
      return 0;
    }
    const status = runStatement(interpreter, main, source, serial);
    if (status !== null) return status;
  }
}
