/** The virtual machine. The only door to this folder. */
export { builtinsOf, createEngine, runCode } from './engine.ts';
export { buildClass } from './build-class.ts';
export { setProfile, setTrace } from './tracing.ts';
