/**
 * Python's int operators on constants.
 *
 * @cpython Objects/longobject.c (3.14)
 */
import { FloatConstant, normalizeInt } from '../../base/constant.ts';
import type { Constant } from '../../code/code-object.ts';
import {
  NB_ADD,
  NB_AND,
  NB_FLOOR_DIVIDE,
  NB_LSHIFT,
  NB_MULTIPLY,
  NB_OR,
  NB_POWER,
  NB_REMAINDER,
  NB_RSHIFT,
  NB_SUBTRACT,
  NB_TRUE_DIVIDE,
  NB_XOR,
} from './binary-opargs.ts';
import { floatBinary } from './float-arithmetic.ts';

/** Bits of the absolute value; 0 for 0. */
export function bitLength(value: bigint): bigint {
  if (value < 0n) value = -value;
  return value === 0n ? 0n : BigInt(value.toString(2).length);
}

/** `undefined` where Python raises. The result of `&`, `|`, `^` on two bools is a bool. */
export function intBinary(operator: number, a: bigint, b: bigint, areBools: boolean): Constant | undefined {
  switch (operator) {
    case NB_ADD:
      return normalizeInt(a + b);
    case NB_SUBTRACT:
      return normalizeInt(a - b);
    case NB_MULTIPLY:
      return normalizeInt(a * b);
    case NB_TRUE_DIVIDE:
      return trueDivide(a, b);
    case NB_FLOOR_DIVIDE:
      return b === 0n ? undefined : normalizeInt(floorDivide(a, b));
    case NB_REMAINDER:
      return b === 0n ? undefined : normalizeInt(a - floorDivide(a, b) * b);
    case NB_POWER:
      return power(a, b);
    case NB_LSHIFT:
      if (b < 0n) return undefined;
      return a === 0n ? 0 : normalizeInt(a << b);
    case NB_RSHIFT:
      if (b < 0n) return undefined;
      return b >= bitLength(a) ? (a < 0n ? -1 : 0) : normalizeInt(a >> b);
    case NB_OR:
      return bitwise(a | b, areBools);
    case NB_XOR:
      return bitwise(a ^ b, areBools);
    case NB_AND:
      return bitwise(a & b, areBools);
    default:
      return undefined;
  }
}

function bitwise(value: bigint, areBools: boolean): Constant {
  return areBools ? value !== 0n : normalizeInt(value);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function power(a: bigint, b: bigint): Constant | undefined {
  if (b >= 0n) return normalizeInt(a ** b);
  const base = Number(a);
  const exponent = Number(b);
  return Number.isFinite(base) && Number.isFinite(exponent) ? floatBinary(NB_POWER, base, exponent) : undefined;
}

/** Bits of a quotient that decide its rounding: those of a float, and some more. */
const QUOTIENT_BITS = 66n;
/** Exponents of the smallest normal and of the smallest positive float. */
const MIN_EXPONENT = -1022n;
const SUBNORMAL_SHIFT = 1074n;

/** The float nearest to the quotient, half to even; `undefined` for division by zero and when it is too large. */
function trueDivide(a: bigint, b: bigint): FloatConstant | undefined {
  if (b === 0n) return undefined;
  const isNegative = a < 0n !== b < 0n;
  if (a < 0n) a = -a;
  if (b < 0n) b = -b;
  if (a === 0n) return new FloatConstant(isNegative ? -0 : 0);
  const quotient = positiveQuotient(a, b);
  return Number.isFinite(quotient) ? new FloatConstant(isNegative ? -quotient : quotient) : undefined;
}

function positiveQuotient(a: bigint, b: bigint): number {
  const sizeDifference = bitLength(a) - bitLength(b);
  if (sizeDifference <= MIN_EXPONENT) {
    const scaled = a << SUBNORMAL_SHIFT;
    const twice = (scaled % b) * 2n;
    let units = scaled / b;
    if (twice > b || (twice === b && (units & 1n) === 1n)) units += 1n;
    return Number(units) * Number.MIN_VALUE;
  }
  const shift = sizeDifference < QUOTIENT_BITS ? QUOTIENT_BITS - sizeDifference : 0n;
  const scaled = a << shift;
  // The lowest bit stands for all that is below it.
  const digits = Number(scaled % b === 0n ? scaled / b : (scaled / b) | 1n);
  const firstStep = shift > 900n ? 900n : shift;
  return digits * 2 ** -Number(firstStep) * 2 ** -Number(shift - firstStep);
}
