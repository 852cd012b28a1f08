/** Which builtins the code of a global namespace sees. */
import { PyDict, PyModule, thread, type Value } from '../core/index.ts';

/**
 * The dict of `__builtins__`; where the namespace has none, that of the running code.
 *
 * @cpython Python/ceval.c _PyEval_BuiltinsFromGlobals
 */
export function builtinsOf(globals: PyDict): PyDict {
  const builtins: Value | undefined = globals.getStr('__builtins__');
  if (builtins instanceof PyModule) return builtins.ob_dict;
  if (builtins instanceof PyDict) return builtins;
  const frame = thread.currentFrame;
  if (frame !== null) return frame.builtins;
  return (thread.interp.importModule('builtins') as PyModule).ob_dict;
}
