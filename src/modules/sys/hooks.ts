/** `sys.displayhook`, `excepthook`, `unraisablehook`, `breakpointhook`. @cpython Python/sysmodule.c, Python/pythonrun.c */
import type { PyBaseException } from '../../objects/core/index.ts';
import {
  None,
  asText,
  call,
  callMethod,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  isPyException,
  matches,
  newException,
  repr,
  runtimeError,
  setAttr,
  strHost,
  textToHost,
  thread,
  typeError,
  typeOf,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { unraisableRecord } from './info.ts';
import { printExceptionNatively, printUnraisable } from './print-exception.ts';

/** Writes text to `sys.stdout`; where its encoding cannot show it, with backslashes. */
export function displayHook(value: Value): Value {
  const interpreter = currentInterpreter();
  const builtins = interpreter.findModule('builtins');
  if (builtins === undefined) throw runtimeError('lost builtins module');
  if (value === None) return None;
  setAttr(builtins, '_', None);
  const out = interpreter.sysGet('stdout');
  if (out === undefined || out === None) throw runtimeError('lost sys.stdout');
  const text = repr(value);
  try {
    callMethod(out, 'write', text);
  } catch (error) {
    if (!matches(error, excTypes.UnicodeEncodeError)) throw error;
    const encoding = getAttr(out, 'encoding');
    const bytes = callMethod(text, 'encode', encoding, 'backslashreplace');
    const buffer = getAttrOrUndefined(out, 'buffer');
    if (buffer !== undefined) callMethod(buffer, 'write', bytes);
    else callMethod(out, 'write', callMethod(bytes, 'decode', encoding, 'strict'));
  }
  callMethod(out, 'write', '\n');
  setAttr(builtins, '_', value);
  return None;
}

/** Shows an exception on `sys.stderr`: with the `traceback` module, or natively where that fails. @cpython _PyErr_Display */
export function displayException(exception: PyBaseException): void {
  const interpreter = currentInterpreter();
  const stderr = interpreter.sysGet('stderr');
  if (stderr === None) return;
  const handled = thread.handledException;
  try {
    const traceback = interpreter.importModule('traceback');
    const print = getAttrOrUndefined(traceback, '_print_exception_bltin');
    if (print !== undefined) {
      call(print, [exception]);
      return;
    }
  } catch (error) {
    if (!isPyException(error)) throw error;
    thread.handledException = handled;
  }
  printExceptionNatively(exception, (text) => interpreter.writeError(text));
}

export function exceptHook(_type: Value, value: Value, traceback: Value): Value {
  if (!isPyException(value)) {
    currentInterpreter().writeError(
      `TypeError: print_exception(): Exception expected for value, ${textToHost(asText(repr(value))!)} found\n`,
    );
    return None;
  }
  if (traceback !== None && value.traceback === null) setAttr(value, '__traceback__', traceback);
  displayException(value);
  return None;
}

export function unraisableHook(args: Value): Value {
  const interpreter = currentInterpreter();
  if (typeOf(args) !== unraisableRecord.type)
    throw typeError('sys.unraisablehook argument type must be UnraisableHookArgs');
  const value = getAttr(args, 'exc_value');
  const message = getAttr(args, 'err_msg');
  const object = getAttr(args, 'object');
  const lead = message === None ? 'Exception ignored in' : strHost(message);
  if (object !== None) {
    let text: string;
    try {
      text = textToHost(asText(repr(object))!);
    } catch (error) {
      if (!isPyException(error)) throw error;
      text = '<object repr() failed>';
    }
    interpreter.writeError(`${lead}: ${text}\n`);
  } else if (message !== None) interpreter.writeError(`${lead}:\n`);
  const traceback = getAttr(args, 'exc_traceback');
  if (isPyException(value)) printUnraisable(value, traceback, (text) => interpreter.writeError(text));
  return None;
}

/** `sys.breakpointhook`: what PYTHONBREAKPOINT says, `pdb.set_trace` by default. @cpython sys_breakpointhook */
export function breakpointHook(args: readonly Value[], kwnames: Kwnames): Value {
  const interpreter = currentInterpreter();
  const setting = interpreter.config.useEnvironment ? interpreter.host.env.get('PYTHONBREAKPOINT') : undefined;
  const path = setting === undefined || setting === '' ? 'pdb.set_trace' : setting;
  if (path === '0') return None;
  const dot = path.lastIndexOf('.');
  const moduleName = dot < 0 ? 'builtins' : path.slice(0, dot);
  const attribute = dot < 0 ? path : path.slice(dot + 1);
  let hook: Value;
  try {
    hook = getAttr(interpreter.importModule(moduleName), attribute);
  } catch (error) {
    const isUnimportable = [excTypes.ImportError, excTypes.AttributeError, excTypes.ValueError].some((type) =>
      matches(error, type),
    );
    if (!isUnimportable) throw error;
    interpreter.warn(excTypes.RuntimeWarning, `Ignoring unimportable $PYTHONBREAKPOINT: "${path}"`, 0);
    return None;
  }
  return call(hook, args, kwnames);
}

/** `sys.exit`. */
export function exit(status: Value | undefined): never {
  throw withCode(newException(excTypes.SystemExit, ...(status === undefined ? [] : [status])), status ?? None);
}

function withCode(error: PyBaseException, code: Value): PyBaseException {
  const items = (code as { items?: readonly Value[] }).items;
  error.setField('code', code);
  if (typeof code === 'object' && code.ob_type.tp_name === 'tuple' && items !== undefined) {
    const args = items;
    const spread = newException(excTypes.SystemExit, ...args);
    spread.setField('code', args.length === 0 ? None : args.length === 1 ? args[0]! : code);
    return spread;
  }
  return error;
}
