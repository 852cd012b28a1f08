/**
 * What `BINARY_OP` does, by its argument.
 *
 * @cpython Python/ceval.c _PyEval_BinaryOps, Include/opcode.h NB_ADD
 */
import * as operators from '../objects/core/index.ts';
import type { PyFloat, Value } from '../objects/core/index.ts';

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

/** A simple operation on two floats, or a float and an int that is a double; `undefined` for others. */
function floatOperation(operation: number, left: number, right: number): Value | undefined {
  switch (operation) {
    case 0: // +, +=
    case 13:
      return new operators.PyFloat(left + right);
    case 10: // -, -=
    case 23:
      return new operators.PyFloat(left - right);
    case 5: // *, *=
    case 18:
      return new operators.PyFloat(left * right);
    case 11: // /, /=
    case 24:
      return right === 0 ? undefined : new operators.PyFloat(left / right);
    default:
      return undefined;
  }
}

/** The operation of that number on two values. @throws SystemError when there is none of that number */
export function binaryOperation(operation: number, left: Value, right: Value): Value {
  if (typeof left === 'number') {
    if (typeof right === 'object' && right.ob_type === operators.floatType) {
      const result = floatOperation(operation, left, (right as PyFloat).value);
      if (result !== undefined) return result;
    }
  } else if (typeof left === 'object' && left.ob_type === operators.floatType) {
    const a = (left as PyFloat).value;
    if (typeof right === 'number') {
      const result = floatOperation(operation, a, right);
      if (result !== undefined) return result;
    } else if (typeof right === 'object' && right.ob_type === operators.floatType) {
      const result = floatOperation(operation, a, (right as PyFloat).value);
      if (result !== undefined) return result;
    }
  }
  const run = OPERATIONS[operation];
  if (run === undefined) throw operators.systemError('unknown binary operation');
  return run(left, right);
}
