/**
 * `__import__`. Modules that are in `sys.modules` are found here; everything else is `importlib`'s.
 *
 * @cpython Python/import.c PyImport_ImportModuleLevelObject, resolve_name, remove_importlib_frames
 */
import {
  asText,
  call,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  importError,
  isPyException,
  isTrue,
  matches,
  newException,
  None,
  PyDict,
  reprHost,
  strFromUtf16,
  textToHost,
  typeError,
  valueError,
  warn,
  type PyBaseException,
  type Value,
} from '../../objects/core/index.ts';
import type { PyTraceback } from '../../objects/frame/index.ts';
import { currentInterpreter, scheduler } from '../../runtime/index.ts';

const IMPORTLIB_FILES: ReadonlySet<string> = new Set([
  '<frozen importlib._bootstrap>',
  '<frozen importlib._bootstrap_external>',
]);

/** Takes the frames of importlib out of a traceback, as far as they say nothing. */
export function removeImportlibFrames(error: PyBaseException): void {
  const always = matches(error, excTypes.ImportError);
  let first = error.traceback as PyTraceback | null;
  let previous: PyTraceback | null = null;
  let beforeChunk: PyTraceback | null = null;
  let isInside = false;
  for (let entry = first; entry !== null; entry = entry.next) {
    const code = entry.frame.code.code;
    const isImportlib = IMPORTLIB_FILES.has(code.co_filename);
    if (isImportlib && !isInside) beforeChunk = previous;
    isInside = isImportlib;
    if (isImportlib && (always || code.co_name === '_call_with_frames_removed')) {
      if (beforeChunk === null) first = entry.next;
      else beforeChunk.next = entry.next;
      previous = beforeChunk;
    } else previous = entry;
  }
  error.traceback = first;
}

function bootstrap(): Value {
  const interpreter = currentInterpreter();
  // Programs may hide the module: importing goes on.
  const found = interpreter.importlib ?? interpreter.findModule('_frozen_importlib');
  if (found === undefined) throw importError('the import system is not initialized');
  return found;
}

function callBootstrap(name: string, args: readonly Value[]): Value {
  try {
    return call(getAttr(bootstrap(), name), args);
  } catch (error) {
    if (isPyException(error)) removeImportlibFrames(error);
    throw error;
  }
}

const hostOf = (value: Value): string => textToHost(asText(value)!);

/** The name of the package that a relative import starts from. */
function packageOf(globals: PyDict): string {
  const given = globals.getStr('__package__') ?? None;
  const spec = globals.getStr('__spec__') ?? None;
  if (given !== None) {
    if (asText(given) === undefined) throw typeError('package must be a string');
    if (spec !== None) {
      const parent = getAttr(spec, 'parent');
      if (asText(parent) === undefined || hostOf(parent) !== hostOf(given)) {
        warn(excTypes.DeprecationWarning, `__package__ != __spec__.parent`);
      }
    }
    return hostOf(given);
  }
  if (spec !== None) {
    const parent = getAttr(spec, 'parent');
    if (asText(parent) === undefined) throw typeError('__spec__.parent must be a string');
    return hostOf(parent);
  }
  warn(
    excTypes.ImportWarning,
    "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
  );
  const name = globals.getStr('__name__');
  if (name === undefined) throw newException(excTypes.KeyError, "'__name__' not in globals");
  if (asText(name) === undefined) throw typeError('__name__ must be a string');
  const host = hostOf(name);
  if (globals.getStr('__path__') !== undefined) return host;
  const dot = host.lastIndexOf('.');
  if (dot < 0) throw noParent();
  return host.slice(0, dot);
}

function noParent(): PyBaseException {
  return importError('attempted relative import with no known parent package');
}

/** The absolute name of a relative import. */
function resolveName(globals: Value | undefined, name: string, level: number): string {
  if (globals === undefined) throw newException(excTypes.KeyError, "'__name__' not in globals");
  if (!(globals instanceof PyDict)) throw typeError('globals must be a dict');
  let base = packageOf(globals);
  if (base === '') throw noParent();
  for (let up = 1; up < level; up++) {
    const dot = base.lastIndexOf('.');
    if (dot < 0) throw importError('attempted relative import beyond top-level package');
    base = base.slice(0, dot);
  }
  return name === '' ? base : `${base}.${name}`;
}

/** A module by its absolute name: that of `sys.modules`, once it is there completely, or imported. */
function findAndLoad(name: string): Value {
  const interpreter = currentInterpreter();
  // `import sys` needs nothing of importlib.
  if (name !== 'sys') interpreter.finishStart();
  const found = interpreter.findModule(name);
  if (found !== undefined) {
    if (interpreter.isStarted) ensureInitialized(found, name);
    return found;
  }
  const importFunction = currentInterpreter().builtinsDict.getStr('__import__') ?? None;
  const { current } = scheduler();
  current.importDepth++;
  let module: Value;
  try {
    module = callBootstrap('_find_and_load', [strFromUtf16(name), importFunction]);
  } finally {
    current.importDepth--;
  }
  const { afterImport } = currentInterpreter();
  const follow = afterImport.get(name);
  if (follow !== undefined) {
    afterImport.delete(name);
    follow();
  }
  return module;
}

/** Waits for another thread that is importing the module. @cpython import_ensure_initialized */
function ensureInitialized(module: Value, name: string): void {
  const spec = getAttrOrUndefined(module, '__spec__');
  if (spec === undefined || spec === None) return;
  const isInitializing = getAttrOrUndefined(spec, '_initializing');
  if (isInitializing !== undefined && isTrue(isInitializing))
    callBootstrap('_lock_unlock_module', [strFromUtf16(name)]);
}

/** `__import__(name, globals, locals, fromlist, level)`. @throws ImportError */
export function importModuleLevel(nameValue: Value, globals: Value | undefined, fromlist: Value, level: number): Value {
  if (asText(nameValue) === undefined) throw typeError('module name must be a string');
  if (level < 0) throw valueError('level must be >= 0');
  const name = hostOf(nameValue);
  if (level === 0 && name === '') throw valueError('Empty module name');
  const absolute = level > 0 ? resolveName(globals, name, level) : name;
  const module = findAndLoad(absolute);
  if (fromlist !== None && isTrue(fromlist)) {
    if (getAttrOrUndefined(module, '__path__') === undefined) return module;
    const importFunction = currentInterpreter().builtinsDict.getStr('__import__') ?? None;
    return callBootstrap('_handle_fromlist', [module, fromlist, importFunction]);
  }
  if (level > 0 && name === '') return module;
  const dot = name.indexOf('.');
  if (dot < 0) return module;
  if (level === 0) return importModuleLevel(strFromUtf16(name.slice(0, dot)), undefined, None, 0);
  const front = absolute.slice(0, absolute.length - (name.length - dot));
  const result = currentInterpreter().findModule(front);
  if (result === undefined) {
    throw newException(
      excTypes.KeyError,
      strFromUtf16(`${reprHost(strFromUtf16(front))} not in sys.modules as expected`),
    );
  }
  return result;
}
