/** Constant folding: Python's operators on constants, as plain functions. `undefined` means: leave it to run time. */
export { foldBinaryOperator } from './binary-operator.ts';
export { frozenSetOf, isTrueConstant } from './constant-equality.ts';
export { foldUnaryOperator } from './unary-operator.ts';
export type { UnaryOperator } from './unary-operator.ts';
