/** `atexit`. @cpython Modules/atexitmodule.c */
import {
  call,
  isCallable,
  isEqual,
  isPyException,
  nativeFunction,
  rawFunction,
  reprHost,
  thread,
  typeError,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { docs, MODULE_DOC } from './docs.ts';

interface ExitFunction {
  readonly func: Value;
  readonly args: readonly Value[];
  readonly kwnames: Kwnames;
}

const STATE = Symbol('atexit');
const state = (): { functions: ExitFunction[] } => currentInterpreter().state(STATE, () => ({ functions: [] }));

/** Runs and forgets all exit functions, the last one registered first. */
export function runExitFunctions(): void {
  const its = state();
  for (let next = its.functions.pop(); next !== undefined; next = its.functions.pop()) {
    try {
      call(next.func, next.args, next.kwnames);
    } catch (error) {
      if (!isPyException(error)) throw error;
      thread.interp.unraisable(error, `Exception ignored in atexit callback ${reprHost(next.func)}`, undefined);
    }
  }
}

export const atexitModule = defineModule('atexit', {
  doc: MODULE_DOC,
  functions: {
    register: rawFunction(
      docs.register,
      (args, kwnames) => {
        if (args.length === (kwnames?.length ?? 0)) throw typeError('register() takes at least 1 argument (0 given)');
        const func = args[0]!;
        if (!isCallable(func)) throw typeError('the first argument must be callable');
        state().functions.push({ func, args: args.slice(1), kwnames });
        return func;
      },
      '($module, func, /, *args, **kwargs)',
    ),
    unregister: nativeFunction(
      '($module, func, /)',
      (func: Value) => {
        const its = state();
        its.functions = its.functions.filter((each) => !isEqual(each.func, func));
      },
      docs.unregister,
    ),
    _clear: nativeFunction('($module, /)', () => void (state().functions.length = 0), docs._clear),
    _run_exitfuncs: nativeFunction('($module, /)', runExitFunctions, docs._run_exitfuncs),
    _ncallbacks: nativeFunction('($module, /)', () => state().functions.length, docs._ncallbacks),
  },
});
