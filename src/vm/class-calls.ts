/**
 * Calling a class whose `__init__` is a Python function: the instance is made at once, and `__init__` runs as a frame of
 * the same eval loop.
 *
 * @cpython Python/bytecodes.c CALL_ALLOC_AND_ENTER_INIT
 */
import {
  allocate,
  objectNew,
  PyType,
  Py_TPFLAGS_IS_ABSTRACT,
  typeType,
  type Kwnames,
  type Value,
} from '../objects/core/index.ts';
import { EXIT_FROM_INIT, PyFrame } from '../objects/frame/py-frame.ts';
import { PyFunction } from '../objects/function/py-function.ts';
import { bindArguments } from './argument-binding.ts';

/**
 * The frame of `__init__` for a call of a class, or `undefined` when the call is not that simple.
 *
 * @param start index in `stack` of the first argument
 * @param count number of positional arguments
 */
export function initFrame(
  callable: Value,
  stack: (Value | undefined)[],
  start: number,
  count: number,
  kwnames: Kwnames,
): PyFrame | undefined {
  if (!(callable instanceof PyType) || callable.tp_new !== objectNew || !callable.isHeapType) return undefined;
  if (callable.ob_type.tp_call !== typeType.tp_call || (callable.tp_flags & Py_TPFLAGS_IS_ABSTRACT) !== 0)
    return undefined;
  const init = callable.lookup('__init__');
  if (!(init instanceof PyFunction)) return undefined;
  const instance = allocate(callable);
  // The place below the arguments holds the callable or NULL: no longer needed.
  stack[start - 1] = instance;
  const code = init.code;
  let locals: (Value | undefined)[];
  if (kwnames === null && code.isSimple && code.argcount === count + 1) {
    if (!code.isPrepared) code.prepare();
    locals = code.frameTemplate.slice();
    for (let i = 0; i <= count; i++) locals[i] = stack[start - 1 + i];
  } else {
    locals = bindArguments(init, stack, start - 1, count + 1, kwnames);
  }
  const frame = new PyFrame(init.code, locals, init.globals, init.builtins, null, init);
  frame.exit = EXIT_FROM_INIT;
  frame.instance = instance;
  return frame;
}
