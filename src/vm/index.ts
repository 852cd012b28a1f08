/** The virtual machine. The only door to this folder. */
export { builtinsOf } from '../objects/function/builtins-of.ts';
export { createEngine, runCode } from './engine.ts';
export { buildClass } from './build-class.ts';
export { DISABLE, MISSING, markerSpec, monitoringState } from './monitoring.ts';
export { monitoringChanged, setProfile, setTrace } from './tracing.ts';
