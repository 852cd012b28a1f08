/** The compiler of hot code to JavaScript. The only door to this folder. */
import { DEFAULT_JIT_OPTIONS, Jit } from './compiler.ts';

export { DEFAULT_JIT_OPTIONS, Jit, type JitOptions, type JitStatistics } from './compiler.ts';

/**
 * Makes the compiler.
 *
 * @param evaluate evaluates JavaScript source
 * @param mode on: hot code; force: everything at its second run; stress: that, and guesses count as wrong now and then
 * @param onSource is told of every source
 */
export function createJit(
  evaluate: (source: string) => unknown,
  mode: 'on' | 'force' | 'stress',
  onSource?: (source: string) => void,
): Jit {
  const forced = { profileAt: 1, compileAt: 2, isStrict: true };
  return new Jit(evaluate, {
    ...DEFAULT_JIT_OPTIONS,
    ...(mode === 'on' ? {} : forced),
    ...(mode === 'stress' ? { stressInterval: 7, failuresAllowed: Infinity } : {}),
    ...(onSource === undefined ? {} : { onSource }),
  });
}
