/** Calling a Python function from a `tp_iternext`. */
import { call, excTypes, matches, setPendingStop, type Value } from '../core/index.ts';

/** The result; `undefined` where the function raised StopIteration, which then ends the iteration. */
export function callUntilStop(func: Value, args: readonly Value[]): Value | undefined {
  try {
    return call(func, args);
  } catch (error) {
    if (!matches(error, excTypes.StopIteration)) throw error;
    setPendingStop(error);
    return undefined;
  }
}
