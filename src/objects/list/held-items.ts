/** Values that native code has taken out of Python's sight while it calls back: what `gc` must take to be alive. */
import type { Value } from '../core/index.ts';

/** Arrays in native hands, the innermost last. */
export const heldByNativeCode: (readonly Value[])[] = [];

/** Shows that native code holds these values while `run` is at work. */
export function holdWhile(values: readonly Value[], run: () => void): void {
  heldByNativeCode.push(values);
  try {
    run();
  } finally {
    heldByNativeCode.pop();
  }
}
