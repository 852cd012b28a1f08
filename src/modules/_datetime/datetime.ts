/**
 * `_datetime`: the names of CPython's C module.
 *
 * DEVIATION: the classes are those of the library's own `_pydatetime.py`, of which each import makes new ones: they are the
 * specification of the C module, and quick enough once compiled.
 *
 * @cpython Modules/_datetimemodule.c
 */
import { callMethod, getAttr, PyDict, type PyModule, type Value } from '../../objects/core/index.ts';
import type { PyCode } from '../../objects/function/py-code.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { runCode } from '../../vm/index.ts';
import { defineModule } from '../define-module.ts';
import { makeCapsule } from '../_types/types.ts';

const NAMES = ['MAXYEAR', 'MINYEAR', 'UTC', 'date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo'];

/** Runs the library's module in a namespace of its own. */
function runImplementation(): PyDict {
  const interpreter = currentInterpreter();
  const external = interpreter.importModule('_frozen_importlib_external');
  const spec = callMethod(getAttr(external, 'PathFinder'), 'find_spec', '_pydatetime');
  const code = callMethod(getAttr(spec, 'loader'), 'get_code', '_pydatetime') as PyCode;
  const namespace = new PyDict();
  namespace.setStr('__name__', '_pydatetime');
  namespace.setStr('__builtins__', interpreter.builtinsDict);
  runCode(code, namespace, namespace);
  return namespace;
}

export const datetimeModule = defineModule('_datetime', {
  doc: 'Fast implementation of the datetime module.',
  constants: () => ({ datetime_CAPI: makeCapsule('datetime.datetime_CAPI') }),
  exec(module: PyModule) {
    const namespace = runImplementation();
    for (const name of NAMES) module.ob_dict.setStr(name, namespace.getStr(name) as Value);
  },
});
