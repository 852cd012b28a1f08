/**
 * The operator slots of `float`, each a function of its own; see `int/int-slots.ts`.
 */
import { NotImplemented, PyFloat, asInt, type Value } from '../core/index.ts';
import { intToFloat } from '../int/int-float.ts';
import { floatFloorDivide, floatModulo, floatTrueDivide } from './float-arithmetic.ts';

/** An operand as `number`; `undefined` when it is neither float nor int. @throws OverflowError for a huge int */
export function operand(object: Value): number | undefined {
  if (object instanceof PyFloat) return object.value;
  if (typeof object === 'number') return object;
  const int = asInt(object);
  return int === undefined ? undefined : intToFloat(int);
}

/** `left + right` */
export function nb_add(left: Value, right: Value): Value {
  const a = operand(left);
  if (a === undefined) return NotImplemented;
  const b = operand(right);
  return b === undefined ? NotImplemented : new PyFloat(a + b);
}

/** `left - right` */
export function nb_subtract(left: Value, right: Value): Value {
  const a = operand(left);
  if (a === undefined) return NotImplemented;
  const b = operand(right);
  return b === undefined ? NotImplemented : new PyFloat(a - b);
}

/** `left * right` */
export function nb_multiply(left: Value, right: Value): Value {
  const a = operand(left);
  if (a === undefined) return NotImplemented;
  const b = operand(right);
  return b === undefined ? NotImplemented : new PyFloat(a * b);
}

/** `left / right` */
export function nb_true_divide(left: Value, right: Value): Value {
  const a = operand(left);
  if (a === undefined) return NotImplemented;
  const b = operand(right);
  return b === undefined ? NotImplemented : new PyFloat(floatTrueDivide(a, b));
}

/** `left // right` */
export function nb_floor_divide(left: Value, right: Value): Value {
  const a = operand(left);
  if (a === undefined) return NotImplemented;
  const b = operand(right);
  return b === undefined ? NotImplemented : new PyFloat(floatFloorDivide(a, b));
}

/** `left % right` */
export function nb_remainder(left: Value, right: Value): Value {
  const a = operand(left);
  if (a === undefined) return NotImplemented;
  const b = operand(right);
  return b === undefined ? NotImplemented : new PyFloat(floatModulo(a, b));
}
