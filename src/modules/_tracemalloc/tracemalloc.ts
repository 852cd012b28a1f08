/**
 * `_tracemalloc`: allocations are the JavaScript engine's, so nothing can be traced.
 *
 * @cpython Modules/_tracemalloc.c
 */
import { None, PyList, PyTuple, index, runtimeError, valueError, type Value } from '../../objects/core/index.ts';
import { documentedFunctions } from '../../objects/int/index.ts';
import { defineModule } from '../define-module.ts';
import { FUNCTIONS, MODULE_DOC } from './docs.ts';

const MAX_FRAMES = 65535;

function start(framesValue: Value | undefined): never {
  const frames = framesValue === undefined ? 1 : Number(index(framesValue));
  if (frames < 1 || frames > MAX_FRAMES) throw valueError(`the number of frames must be in range [1; ${MAX_FRAMES}]`);
  throw runtimeError('tracing memory allocations is not supported');
}

export const tracemallocModule = defineModule('_tracemalloc', {
  doc: MODULE_DOC,
  functions: documentedFunctions(FUNCTIONS, {
    is_tracing: () => false,
    clear_traces: () => None,
    _get_traces: () => new PyList([]),
    _get_object_traceback: () => None,
    start,
    stop: () => None,
    get_traceback_limit: () => 1,
    get_tracemalloc_memory: () => 0,
    get_traced_memory: () => new PyTuple([0, 0]),
    reset_peak: () => None,
  }),
});
