/**
 * The operator slots of `int`, each a function of its own: V8 keeps type feedback per function text, so that operators made
 * by one higher-order function would slow each other down.
 */
import { NotImplemented, PyFloat, asInt, type Value } from '../core/index.ts';
import {
  intAdd,
  intAnd,
  intFloorDivide,
  intLshift,
  intModulo,
  intMultiply,
  intOr,
  intRshift,
  intSubtract,
  intXor,
} from './int-arithmetic.ts';
import { intTrueDivide } from './int-float.ts';

/** `left + right` */
export function nb_add(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intAdd(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intAdd(a, b);
}

/** `left - right` */
export function nb_subtract(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intSubtract(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intSubtract(a, b);
}

/** `left * right` */
export function nb_multiply(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intMultiply(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intMultiply(a, b);
}

/** `left // right` */
export function nb_floor_divide(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intFloorDivide(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intFloorDivide(a, b);
}

/** `left % right` */
export function nb_remainder(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intModulo(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intModulo(a, b);
}

/** `left << right` */
export function nb_lshift(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intLshift(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intLshift(a, b);
}

/** `left >> right` */
export function nb_rshift(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intRshift(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intRshift(a, b);
}

/** `left & right` */
export function nb_and(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intAnd(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intAnd(a, b);
}

/** `left | right` */
export function nb_or(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intOr(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intOr(a, b);
}

/** `left ^ right` */
export function nb_xor(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return intXor(left, right);
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : intXor(a, b);
}

/** `left / right` */
export function nb_true_divide(left: Value, right: Value): Value {
  const a = asInt(left);
  const b = asInt(right);
  return a === undefined || b === undefined ? NotImplemented : new PyFloat(intTrueDivide(a, b));
}
