/**
 * Gives an interpreter the compiler of hot code, where the host can evaluate source. It is loaded once the program has run
 * for a while, so that starting is no slower for it.
 */
import { createJit } from '../jit/index.ts';
import { COMPILED_DEPTH, thread, type JitHooks } from '../objects/core/index.ts';
import type { Interpreter } from '../runtime/index.ts';

/** The build makes the import above happen when this is called (`tools/build/lazy-modules.mjs`). */
const parts = {
  maker: () => createJit,
};

/** Samples of running code before the compiler is loaded. */
const SAMPLES_BEFORE_LOADING = 50;

/** Makes compiled code possible from now on. */
export function installJit(interpreter: Interpreter): void {
  const { mode, dumps } = interpreter.config.jit;
  const evaluate = interpreter.host.evalSource;
  if (mode === 'off' || evaluate === undefined) return;
  const t = thread;
  let samples = mode === 'on' ? SAMPLES_BEFORE_LOADING : 1;
  const load = (): JitHooks => {
    t.compiledLimit = Math.min(t.recursionLimit, COMPILED_DEPTH);
    return (t.jit = parts.maker()(
      evaluate,
      mode,
      dumps ? (source) => interpreter.writeError(`${source}\n`) : undefined,
    ));
  };
  if (mode !== 'on') t.sampleInterval = t.nextInterval = 1;
  t.jit = {
    sample: (frame) => (--samples > 0 ? null : load().sample(frame)),
    profile: () => undefined,
  };
}

/** Writes what was compiled to standard error, if that is asked for. */
export function reportJit(interpreter: Interpreter): void {
  if (!interpreter.config.jit.showsStatistics) return;
  const { jit } = thread;
  const statistics = jit !== null && 'statistics' in jit ? jit.statistics : null;
  interpreter.writeError(`jit: ${JSON.stringify(statistics)}\n`);
}
