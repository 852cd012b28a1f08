/** Numeric values of constants, for operators that take numbers of several types. */
import { FloatConstant } from '../../base/constant.ts';
import type { Constant } from '../../code/code-object.ts';

/** The value of an int or a bool. */
export function toInt(constant: Constant): bigint | undefined {
  switch (typeof constant) {
    case 'number':
    case 'boolean':
      return BigInt(constant);
    case 'bigint':
      return constant;
    default:
      return undefined;
  }
}

/** The value of a real number; `undefined` for what is none, and for ints that no float is near to. */
export function toFloat(constant: Constant): number | undefined {
  if (constant instanceof FloatConstant) return constant.value;
  const int = toInt(constant);
  if (int === undefined) return undefined;
  const value = Number(int);
  return Number.isFinite(value) ? value : undefined;
}

/** Zero with the sign of a number. */
export function signedZero(value: number): number {
  return value < 0 || Object.is(value, -0) ? -0 : 0;
}
