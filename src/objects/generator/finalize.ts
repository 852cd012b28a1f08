/**
 * What happens to a generator, coroutine or asynchronous generator that nothing refers to any more.
 *
 * @cpython Objects/genobject.c _PyGen_Finalize
 */
import { excTypes, isPyException } from '../core/exception.ts';
import { forgetFinalizable, noteFinalizable } from '../core/finalization.ts';
import { call, getAttrOrUndefined } from '../core/attributes.ts';
import { reprHost, strHost } from '../core/abstract.ts';
import { thread } from '../core/thread-state.ts';
import type { Value } from '../core/value.ts';
import {
  GEN_CREATED,
  GEN_FINISHED,
  GEN_RUNNING,
  PyAsyncGenerator,
  PyCoroutine,
  type PyGenerator,
} from './py-generator.ts';
import { closeGenerator } from './resumption.ts';

/** Remembers a generator whose end may run code, or that complains when it was never started. */
export function noteGenerator(generator: PyGenerator): void {
  if (!(generator instanceof PyCoroutine) && !generator.frame.code.hasHandlers) return;
  generator.isNoted = true;
  noteFinalizable(generator);
}

/** Forgets one that has ended. */
export function forgetGenerator(generator: PyGenerator): void {
  generator.isNoted = false;
  forgetFinalizable(generator);
}

/** @cpython Python/_warnings.c _PyErr_WarnUnawaitedCoroutine */
function warnUnawaited(coroutine: PyCoroutine): void {
  const warnings = thread.interp.loadedModule('warnings');
  const warn = warnings === undefined ? undefined : getAttrOrUndefined(warnings, '_warn_unawaited_coroutine');
  try {
    if (warn !== undefined) call(warn, [coroutine]);
    else thread.interp.warn(excTypes.RuntimeWarning, `coroutine '${strHost(coroutine.qualname)}' was never awaited`, 1);
  } catch (error) {
    if (!isPyException(error)) throw error;
    thread.interp.unraisable(error, 'Exception ignored while finalizing coroutine', coroutine);
  }
}

/** `tp_finalize` of the three. */
export function finalizeGenerator(self: Value): void {
  const generator = self as PyGenerator;
  if (generator.state === GEN_FINISHED || generator.state === GEN_RUNNING) return;
  if (generator instanceof PyAsyncGenerator && generator.finalizer !== undefined && !generator.isClosed) {
    try {
      call(generator.finalizer, [generator]);
    } catch (error) {
      if (!isPyException(error)) throw error;
      thread.interp.unraisable(error, null, generator.finalizer);
    }
    return;
  }
  if (generator instanceof PyCoroutine && generator.state === GEN_CREATED) {
    warnUnawaited(generator);
    generator.state = GEN_FINISHED;
    return;
  }
  const handled = thread.handledException;
  thread.handledException = null;
  try {
    closeGenerator(generator);
  } catch (error) {
    if (!isPyException(error)) throw error;
    thread.interp.unraisable(error, `Exception ignored while closing generator ${reprHost(generator)}`, undefined);
  } finally {
    thread.handledException = handled;
  }
}
