/**
 * Python's float operators on constants.
 *
 * @cpython Objects/floatobject.c (3.14)
 */
import { FloatConstant } from '../../base/constant.ts';
import type { Constant } from '../../code/code-object.ts';
import {
  NB_ADD,
  NB_FLOOR_DIVIDE,
  NB_MULTIPLY,
  NB_POWER,
  NB_REMAINDER,
  NB_SUBTRACT,
  NB_TRUE_DIVIDE,
} from './binary-opargs.ts';
import { complexBinary } from './complex-arithmetic.ts';
import { signedZero } from './number-values.ts';
import { positivePower } from './elementary-functions.ts';

/** `undefined` where Python raises. */
export function floatBinary(operator: number, a: number, b: number): Constant | undefined {
  switch (operator) {
    case NB_ADD:
      return new FloatConstant(a + b);
    case NB_SUBTRACT:
      return new FloatConstant(a - b);
    case NB_MULTIPLY:
      return new FloatConstant(a * b);
    case NB_TRUE_DIVIDE:
      return b === 0 ? undefined : new FloatConstant(a / b);
    case NB_FLOOR_DIVIDE:
      return b === 0 ? undefined : new FloatConstant(floorDivide(a, b));
    case NB_REMAINDER:
      return b === 0 ? undefined : new FloatConstant(remainder(a, b));
    case NB_POWER:
      return power(a, b);
    default:
      return undefined;
  }
}

/** @cpython Objects/floatobject.c float_rem (3.14) */
function remainder(a: number, b: number): number {
  const modulus = a % b;
  if (modulus === 0) return signedZero(b);
  return b < 0 !== modulus < 0 ? modulus + b : modulus;
}

/** @cpython Objects/floatobject.c _float_div_mod (3.14) */
function floorDivide(a: number, b: number): number {
  const modulus = a % b;
  let quotient = (a - modulus) / b;
  if (modulus !== 0 && b < 0 !== modulus < 0) quotient -= 1;
  if (quotient === 0) return signedZero(a / b);
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** @cpython Objects/floatobject.c float_pow (3.14) */
function power(a: number, b: number): Constant | undefined {
  if (b === 0) return new FloatConstant(1);
  if (Number.isNaN(a)) return new FloatConstant(a);
  if (Number.isNaN(b)) return new FloatConstant(a === 1 ? 1 : b);
  if (!Number.isFinite(b)) {
    const size = Math.abs(a);
    return new FloatConstant(size === 1 ? 1 : b > 0 === size > 1 ? Infinity : 0);
  }
  const isOdd = Math.abs(b) % 2 === 1;
  if (!Number.isFinite(a)) {
    if (b > 0) return new FloatConstant(isOdd ? a : Math.abs(a));
    return new FloatConstant(isOdd ? signedZero(a) : 0);
  }
  if (a === 0) {
    if (b < 0) return undefined;
    return new FloatConstant(isOdd ? a : 0);
  }
  if (a < 0 && b !== Math.floor(b)) return complexBinary(NB_POWER, a, b);
  const result = positivePower(Math.abs(a), b);
  if (!Number.isFinite(result)) return undefined;
  return new FloatConstant(a < 0 && isOdd ? -result : result);
}
