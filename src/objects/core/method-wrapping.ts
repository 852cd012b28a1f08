/**
 * `staticmethod` and `classmethod` as making a class needs them: both types are defined in `objects/property/`, which says
 * here how they are made.
 */
import type { Value } from './value.ts';
import type { PyType } from './py-type.ts';

interface MethodWrapping {
  staticMethod(func: Value): Value;
  classMethod(func: Value): Value;
  functionType: PyType;
}
let wrapping: MethodWrapping | undefined;

/** Called once when the object model is assembled. */
export function setMethodWrapping(implementation: MethodWrapping): void {
  wrapping = implementation;
}
export function staticMethodOf(func: Value): Value {
  return wrapping!.staticMethod(func);
}
export function classMethodOf(func: Value): Value {
  return wrapping!.classMethod(func);
}
/** The type of Python functions. */
export function functionType(): PyType {
  return wrapping!.functionType;
}
