/**
 * What `BINARY_OP` does, by its argument.
 *
 * @cpython Python/ceval.c _PyEval_BinaryOps, Include/opcode.h NB_ADD
 */
import * as operators from '../objects/core/index.ts';
import type { Value } from '../objects/core/index.ts';

const OPERATIONS: readonly ((left: Value, right: Value) => Value)[] = [
  operators.add,
  operators.and,
  operators.floorDivide,
  operators.lshift,
  operators.matrixMultiply,
  operators.multiply,
  operators.remainder,
  operators.or,
  (left, right) => operators.power(left, right, operators.None),
  operators.rshift,
  operators.subtract,
  operators.trueDivide,
  operators.xor,
  operators.inplaceAdd,
  operators.inplaceAnd,
  operators.inplaceFloorDivide,
  operators.inplaceLshift,
  operators.inplaceMatrixMultiply,
  operators.inplaceMultiply,
  operators.inplaceRemainder,
  operators.inplaceOr,
  operators.inplacePower,
  operators.inplaceRshift,
  operators.inplaceSubtract,
  operators.inplaceTrueDivide,
  operators.inplaceXor,
  operators.getItem,
];

/** The operation of that number on two values. @throws SystemError when there is none of that number */
export function binaryOperation(operation: number, left: Value, right: Value): Value {
  const run = OPERATIONS[operation];
  if (run === undefined) throw operators.systemError('unknown binary operation');
  return run(left, right);
}
