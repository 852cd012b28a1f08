/**
 * Unary operators on constants.
 *
 * @cpython Python/flowgraph.c eval_const_unaryop (3.14)
 */
import { ComplexConstant, FloatConstant, normalizeInt } from '../../base/constant.ts';
import type { Constant } from '../../code/code-object.ts';
import { toInt } from './number-values.ts';
import { isTrueConstant } from './constant-equality.ts';

export type UnaryOperator = '-' | '+' | '~' | 'not';

/** The result, or `undefined` if it is not folded: where Python raises, and for `~` of a bool, which warns. */
export function foldUnaryOperator(operator: UnaryOperator, operand: Constant): Constant | undefined {
  if (operator === 'not') return !isTrueConstant(operand);
  const int = toInt(operand);
  if (int !== undefined) {
    if (operator === '+') return normalizeInt(int);
    if (operator === '-') return normalizeInt(-int);
    return typeof operand === 'boolean' ? undefined : normalizeInt(~int);
  }
  if (operator === '~') return undefined;
  if (operand instanceof FloatConstant) return operator === '+' ? operand : new FloatConstant(-operand.value);
  if (operand instanceof ComplexConstant) {
    return operator === '+' ? operand : new ComplexConstant(-operand.real, -operand.imag);
  }
  return undefined;
}
