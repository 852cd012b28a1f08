/** Functions, cells and code objects. The only door to this folder. */
import type { TypeSpec } from '../core/index.ts';
import { cellSpec } from './cell.ts';
import { codeSpec, lineIteratorSpec, positionsIteratorSpec } from './code.ts';
import { functionSpec } from './function.ts';

export { codeToValue, constantToValue, valueToConstant } from './constant-values.ts';
export { makeCode, partsOf, type CodeParts } from './code-fields.ts';
export { AttributeCache, codeType, PyCode, type CompiledEntry, type Handler } from './py-code.ts';
export { functionType, PyFunction } from './py-function.ts';
export { internalOp } from './opcode-decoding.ts';
export { suggestName } from './suggestions.ts';

export const functionSpecs: readonly TypeSpec[] = [
  functionSpec,
  cellSpec,
  codeSpec,
  lineIteratorSpec,
  positionsIteratorSpec,
];
