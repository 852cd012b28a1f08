/**
 * `COMPARE_OP` where the eval loop does not know better: numbers of two kinds and text, then the slots.
 *
 * @cpython Python/bytecodes.c COMPARE_OP, COMPARE_OP_FLOAT
 */
import {
  comparePrimitives,
  floatType,
  richCompare,
  type CompareOp,
  type PyFloat,
  type Value,
} from '../objects/core/index.ts';

/** The value of a float or of an int that a double holds exactly; else `undefined`. */
function asDouble(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value.ob_type === floatType ? (value as PyFloat).value : undefined;
}

/** A comparison. @throws TypeError when neither side can order */
export function compareValues(left: Value, right: Value, operation: CompareOp): Value {
  const a = asDouble(left);
  if (a !== undefined) {
    const b = asDouble(right);
    if (b !== undefined) return comparePrimitives(a, b, operation);
  } else if (typeof left === 'string' && typeof right === 'string') return comparePrimitives(left, right, operation);
  return richCompare(left, right, operation);
}
