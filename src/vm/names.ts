/**
 * Names: where variables that are not fast locals are looked up, and the errors for those that are not bound.
 *
 * @cpython Python/bytecodes.c LOAD_NAME and its kind, Python/ceval.c _PyEval_FormatExcUnbound
 */
import {
  deleteName,
  dictType,
  excTypes,
  getItem,
  getName,
  hasFinalizable,
  noteDropped,
  matches,
  nameError,
  PyDict,
  setItem,
  strFromUtf16,
  systemError,
  thread,
  unboundLocalError,
  type PyBaseException,
  type Value,
} from '../objects/core/index.ts';
import type { PyCell } from '../objects/core/index.ts';
import { requireFramesToDrop } from '../objects/frame/frame-request.ts';
import type { PyFrame } from '../objects/frame/py-frame.ts';
import { GlobalCache } from '../objects/function/py-code.ts';

const MAX_MISSES = 1000;

function notDefined(name: string): PyBaseException {
  return nameError(`name '${name}' is not defined`, name);
}

/** Item of a namespace that may be any mapping; `undefined` when it raises KeyError. */
export function mappingGet(mapping: Value, name: string): Value | undefined {
  if (mapping instanceof PyDict && mapping.ob_type === dictType) return getName(mapping, name);
  try {
    return getItem(mapping, strFromUtf16(name));
  } catch (error) {
    if (matches(error, excTypes.KeyError)) return undefined;
    throw error;
  }
}

/** A global or builtin. @throws NameError */
export function loadGlobal(globals: PyDict, builtins: PyDict, name: string): Value {
  const value = mappingGet(globals, name) ?? mappingGet(builtins, name);
  if (value !== undefined) return value;
  if (thread.interp.finishStartFor(globals, name) || thread.interp.finishStartFor(builtins, name))
    return loadGlobal(globals, builtins, name);
  throw notDefined(name);
}

/** LOAD_GLOBAL where the cache of the name does not have it: finds the value, and remembers it there. @throws NameError */
export function findGlobal(frame: PyFrame, nameIndex: number): Value {
  const { code, globals, builtins } = frame;
  const name = code.names[nameIndex]!;
  if (
    globals.ob_type !== dictType ||
    globals.owner !== null ||
    builtins.ob_type !== dictType ||
    builtins.owner !== null
  )
    return loadGlobal(globals, builtins, name);
  const own = globals.getStr(name);
  const value = own ?? builtins.getStr(name);
  if (value === undefined) return loadGlobal(globals, builtins, name);
  const cache = (code.globalCaches[nameIndex] ??= new GlobalCache());
  // Globals that change all the time are not worth it.
  if (++cache.misses < MAX_MISSES) {
    cache.globals = globals;
    cache.globalsVersion = globals.version;
    cache.builtins = own === undefined ? builtins : null;
    cache.builtinsVersion = builtins.version;
    cache.value = value;
  }
  return value;
}

/** The namespace of module or class code. @throws SystemError */
export function frameLocals(frame: PyFrame): Value {
  if (frame.locals !== null) return frame.locals;
  if (frame.code.isOptimized) throw systemError('no locals found');
  // Module code that is called as a function: its names are globals.
  return frame.globals;
}

export function loadName(frame: PyFrame, name: string): Value {
  return mappingGet(frameLocals(frame), name) ?? loadGlobal(frame.globals, frame.builtins, name);
}

export function storeName(frame: PyFrame, name: string, value: Value): void {
  const locals = frameLocals(frame);
  const old = hasFinalizable() ? mappingGet(locals, name) : undefined;
  if (old !== undefined) requireFramesToDrop(frame, frame.sp, old);
  setItem(locals, strFromUtf16(name), value);
  if (old !== undefined) noteDropped(old);
}

export function deleteLocalName(frame: PyFrame, name: string): void {
  const locals = frameLocals(frame);
  thread.interp.finishStartFor(frame.globals, name);
  const old = hasFinalizable() ? mappingGet(locals, name) : undefined;
  if (old !== undefined) requireFramesToDrop(frame, frame.sp, old);
  try {
    setItem(locals, strFromUtf16(name), undefined);
  } catch (error) {
    if (matches(error, excTypes.KeyError)) throw notDefined(name);
    throw error;
  }
  if (old !== undefined) noteDropped(old);
}

export function deleteGlobal(frame: PyFrame, name: string): void {
  thread.interp.finishStartFor(frame.globals, name);
  const old = deleteName(frame.globals, name);
  if (old === undefined) throw notDefined(name);
  noteDropped(old);
}

/** The error for a local, cell or free variable without a value. */
export function unboundVariable(frame: PyFrame, index: number): PyBaseException {
  const name = frame.code.code.co_localsplusnames[index]!;
  if (frame.code.isFree(index)) {
    return nameError(
      `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
      name,
    );
  }
  return unboundLocalError(`cannot access local variable '${name}' where it is not associated with a value`);
}

/** LOAD_FROM_DICT_OR_DEREF. */
export function loadFromDictOrDeref(frame: PyFrame, namespace: Value, index: number): Value {
  const found = mappingGet(namespace, frame.code.code.co_localsplusnames[index]!);
  if (found !== undefined) return found;
  const value = (frame.localsplus[index] as PyCell).value;
  if (value === undefined) throw unboundVariable(frame, index);
  return value;
}
