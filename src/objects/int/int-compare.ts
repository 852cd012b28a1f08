/** Comparison of ints. JavaScript compares number and bigint exactly. */
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, type CompareOp } from '../core/index.ts';
import type { Int } from './int-arithmetic.ts';

/** `a op b` */
export function compareInts(a: Int, b: Int, op: CompareOp): boolean {
  switch (op) {
    case Py_LT:
      return a < b;
    case Py_LE:
      return a <= b;
    case Py_EQ:
      return a === b;
    case Py_GT:
      return a > b;
    case Py_GE:
      return a >= b;
    default:
      return a !== b;
  }
}

/** Whether a float and an int are exactly equal, ints of any size included. */
export function floatEqualsInt(float: number, int: number | bigint): boolean {
  if (typeof int === 'number') return float === int;
  return Number.isInteger(float) && BigInt(float) === int;
}
