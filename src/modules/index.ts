/** Native modules, and what the layers above use of them. The only door to this folder. */
export { NATIVE_MODULES } from './native-modules.ts';
export type { ModuleSpec } from './define-module.ts';
export { createNativeModule } from './define-module.ts';
export { typingHooks } from './_typing/typing-hooks.ts';
export { finalizeAbandoned, finalizeAll } from './gc/finalize.ts';
export { countLiveViews } from './gc/live-views.ts';
export { flushAtExit } from './_io/unflushed.ts';
export { compileSource } from './builtins/compile-source.ts';
export { programLine } from './builtins/program-line.ts';
export { marshalException } from './marshal/marshal-values.ts';
export { runPendingSignals, signalArrived, watchSignals } from './_signal/signal.ts';
export { displayException } from './sys/hooks.ts';
export { VERSION_TEXT, platformVersion, versionText } from './sys/version.ts';
