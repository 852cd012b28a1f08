/** Which builtins the code of a global namespace sees. */
import type { PyDict } from '../core/index.ts';
import { PyModule, thread, type Value } from '../core/index.ts';

/**
 * The dict of `__builtins__`; where the namespace has none, that of the running code.
 *
 * @cpython Python/ceval.c _PyEval_BuiltinsFromGlobals
 */
export function builtinsOf(globals: PyDict): PyDict {
  const builtins: Value | undefined = globals.getStr('__builtins__');
  if (builtins instanceof PyModule) return builtins.ob_dict;
  // Any mapping will do: names are looked up there as Python does, unless it is a plain dict.
  if (builtins !== undefined) return builtins as PyDict;
  const frame = thread.currentFrame;
  if (frame !== null) return frame.builtins;
  return (thread.interp.importModule('builtins') as PyModule).ob_dict;
}
