/**
 * Binary operators on constants, with the limits that keep folding from making slow or large constants.
 *
 * What would raise is not folded, so that it raises at run time.
 *
 * @cpython Python/flowgraph.c eval_const_binop, const_folding_safe_multiply, const_folding_safe_power,
 *   const_folding_safe_lshift, const_folding_safe_mod (3.14)
 */
import { BytesConstant, ComplexConstant, TupleConstant, WideString } from '../../base/constant.ts';
import type { Constant } from '../../code/code-object.ts';
import { NB_ADD, NB_LSHIFT, NB_MULTIPLY, NB_POWER, NB_SUBSCR } from './binary-opargs.ts';
import { complexBinary } from './complex-arithmetic.ts';
import type { Complex } from './complex-arithmetic.ts';
import { floatBinary } from './float-arithmetic.ts';
import { bitLength, intBinary } from './int-arithmetic.ts';
import { toFloat, toInt } from './number-values.ts';
import { concatenate, repeat, sequenceLength, subscript } from './sequence-operators.ts';
import type { SequenceConstant } from './sequence-operators.ts';

/** Limits, in bits, items (of one tuple, and of all tuples inside each other) and characters. */
const MAX_INT_SIZE = 128n;
const MAX_COLLECTION_SIZE = 256n;
const MAX_TOTAL_ITEMS = 1024n;
const MAX_STR_SIZE = 4096n;

/** Greatest index and length of CPython on 64-bit machines, and the greatest unsigned size. */
const PY_SSIZE_T_MAX = 2n ** 63n - 1n;
const SIZE_MAX = 2n ** 64n - 1n;

/** The result of `left op right`, or `undefined` if it is not folded. `operator` is an oparg of `BINARY_OP`. */
export function foldBinaryOperator(operator: number, left: Constant, right: Constant): Constant | undefined {
  if (operator === NB_SUBSCR) return isSequence(left) ? subscript(left, right) : undefined;
  const leftInt = toInt(left);
  const rightInt = toInt(right);
  if (leftInt !== undefined && rightInt !== undefined) {
    if (!isWithinIntLimits(operator, leftInt, rightInt)) return undefined;
    return intBinary(operator, leftInt, rightInt, typeof left === 'boolean' && typeof right === 'boolean');
  }
  if (isSequence(left) || isSequence(right)) return foldSequence(operator, left, right, leftInt, rightInt);
  return foldFloat(operator, left, right);
}

function isSequence(constant: Constant): constant is SequenceConstant {
  return (
    typeof constant === 'string' ||
    constant instanceof WideString ||
    constant instanceof BytesConstant ||
    constant instanceof TupleConstant
  );
}

function isWithinIntLimits(operator: number, left: bigint, right: bigint): boolean {
  switch (operator) {
    case NB_MULTIPLY:
      return left === 0n || right === 0n || bitLength(left) + bitLength(right) <= MAX_INT_SIZE;
    case NB_POWER:
      return left === 0n || right <= 0n || (right <= SIZE_MAX && bitLength(left) <= MAX_INT_SIZE / right);
    case NB_LSHIFT:
      // A negative count raises.
      return left === 0n || right === 0n || (right <= MAX_INT_SIZE && bitLength(left) <= MAX_INT_SIZE - right);
    default:
      return true;
  }
}

function foldSequence(
  operator: number,
  left: Constant,
  right: Constant,
  leftInt: bigint | undefined,
  rightInt: bigint | undefined,
): Constant | undefined {
  if (operator === NB_ADD) return isSequence(left) && isSequence(right) ? concatenate(left, right) : undefined;
  if (operator !== NB_MULTIPLY) return undefined;
  if (leftInt !== undefined && isSequence(right)) return safeRepeat(right, leftInt);
  if (rightInt !== undefined && isSequence(left)) return safeRepeat(left, rightInt);
  return undefined;
}

function safeRepeat(sequence: SequenceConstant, count: bigint): Constant | undefined {
  const size = BigInt(sequenceLength(sequence));
  if (size === 0n) return count >= -PY_SSIZE_T_MAX - 1n && count <= PY_SSIZE_T_MAX ? sequence : undefined;
  if (count < 0n) return undefined;
  if (sequence instanceof TupleConstant) {
    if (count > MAX_COLLECTION_SIZE / size) return undefined;
    if (count > 0n && remainingItems(sequence, MAX_TOTAL_ITEMS / count) < 0n) return undefined;
  } else if (count > MAX_STR_SIZE / size) {
    return undefined;
  }
  return repeat(sequence, Number(count));
}

/**
 * What is left of the limit after the items of the tuple and of all tuples in it; negative when it is exceeded.
 *
 * @cpython Python/flowgraph.c const_folding_check_complexity (3.14)
 */
function remainingItems(constant: Constant, limit: bigint): bigint {
  if (!(constant instanceof TupleConstant)) return limit;
  limit -= BigInt(constant.items.length);
  for (const item of constant.items) {
    if (limit < 0n) return limit;
    limit = remainingItems(item, limit);
  }
  return limit;
}

function foldFloat(operator: number, left: Constant, right: Constant): Constant | undefined {
  if (left instanceof ComplexConstant || right instanceof ComplexConstant) {
    const a: Complex | number | undefined = left instanceof ComplexConstant ? left : toFloat(left);
    const b: Complex | number | undefined = right instanceof ComplexConstant ? right : toFloat(right);
    return a === undefined || b === undefined ? undefined : complexBinary(operator, a, b);
  }
  const a = toFloat(left);
  const b = toFloat(right);
  return a === undefined || b === undefined ? undefined : floatBinary(operator, a, b);
}
