/** The virtual machine. The only door to this folder. */
export { builtinsOf } from '../objects/function/builtins-of.ts';
export { bindArguments } from './argument-binding.ts';
export { loadMethodOf } from './attribute-access.ts';
export { binaryOperation } from './binary-operations.ts';
export { placeLeftFrames, takeFrames } from './compiled-calls.ts';
export { runFrame } from './eval.ts';
export { callIntrinsic1 } from './intrinsics.ts';
export { loadGlobal, storeName } from './names.ts';
export { callNativeFromStack } from './native-calls.ts';
export {
  addToSet,
  buildMap,
  buildSet,
  buildString,
  callKwnames,
  convertValue,
  formatSimple,
  formatWithSpec,
  loadSpecial,
  loadSuperAttribute,
  makeFunction,
  setFunctionAttribute,
  spreadArguments,
  updateSet,
} from './operations.ts';
export { matchClass, matchKeys } from './pattern-matching.ts';
export { extendList, mergeKeywords, unpackEx, unpackSequence, updateDict } from './unpacking.ts';
export { chainContext, toPythonException } from './unwinding.ts';
export { createEngine, runCode } from './engine.ts';
export { buildClass } from './build-class.ts';
export { DISABLE, MISSING, markerSpec, monitoringState } from './monitoring.ts';
export { monitoringChanged, setProfile, setTrace } from './tracing.ts';
