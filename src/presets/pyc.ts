/** The library for working with `.pyc` files: no compiler, no virtual machine. */
export * from '../base/constant.ts';
export { CodeObject, type CodeFields, type Constant } from '../code/code-object.ts';
export {
  ForeignCode,
  LongConstant,
  isCode,
  pythonOf,
  type AnyCode,
  type AnyConstant,
  type ForeignCodeFields,
  type ForeignConstant,
} from '../code/foreign-code.ts';
export { findExceptionHandler, parseExceptionTable, type ExceptionTableEntry } from '../code/exception-table.ts';
export { codeUnitPositions, lineAt, lineRanges, type LineRange, type LocationRange } from '../code/location-table.ts';
export * from '../dis/index.ts';
export * from '../marshal/index.ts';
export * from '../pyc/index.ts';
