/** The scope of the Python code that calls a builtin: `globals()`, `locals()`, `vars()`, `dir()`. */
import type { PyDict } from '../../objects/core/index.ts';
import {
  callMethod,
  callSpecial,
  getAttrOrUndefined,
  None,
  PyList,
  systemError,
  thread,
  toArray,
  typeError,
  type Value,
} from '../../objects/core/index.ts';
import { localsOf, type PyFrame } from '../../objects/frame/index.ts';
import { listSort } from '../../objects/list/index.ts';

/** The calling Python frame, or null when native code alone is running. */
export function callingFrame(): PyFrame | null {
  return thread.currentFrame;
}

/** `globals()`. */
export function currentGlobals(): PyDict {
  const frame = callingFrame();
  if (frame === null) throw systemError('globals() called without a frame');
  thread.interp.finishStart();
  return frame.globals;
}

/** `locals()`. @cpython _PyEval_GetFrameLocals */
export function currentLocals(): Value {
  const frame = callingFrame();
  if (frame === null) throw systemError('frame does not exist');
  if (!frame.code.isOptimized) thread.interp.finishStart();
  return localsOf(frame);
}

/** `vars(object)`. */
export function varsOf(args: readonly Value[]): Value {
  if (args.length > 1) throw typeError(`vars expected at most 1 argument, got ${args.length}`);
  const object = args[0];
  if (object === undefined) return currentLocals();
  const dict = getAttrOrUndefined(object, '__dict__');
  if (dict === undefined) throw typeError('vars() argument must have __dict__ attribute');
  return dict;
}

/** `dir(object)`. @cpython Objects/object.c PyObject_Dir */
export function dirOf(args: readonly Value[]): Value {
  if (args.length > 1) throw typeError(`dir expected at most 1 argument, got ${args.length}`);
  const object = args[0];
  let names: Value | undefined;
  if (object === undefined) {
    names = callMethod(currentLocals(), 'keys');
    if (!(names instanceof PyList)) names = new PyList(toArray(names));
  } else {
    names = callSpecial(object, '__dir__');
    if (names === undefined) throw typeError(`object does not provide __dir__`);
    names = new PyList(toArray(names));
  }
  listSort(names as PyList, None, false);
  return names;
}
