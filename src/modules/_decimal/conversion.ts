/** `decimal.Decimal` objects, and what can be turned into them. @cpython Modules/_decimal/_decimal.c PyDecType_From… */
import type { PyType } from '../../objects/core/index.ts';
import {
  NotImplemented,
  PyComplex,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  Py_EQ,
  Py_NE,
  allocate,
  asInt,
  asText,
  call,
  getAttr,
  isInstance,
  makeBuiltinType,
  objectType,
  typeError,
  typeName,
  valueError,
  type CompareOp,
  type Value,
} from '../../objects/core/index.ts';
import { asciiNumeral, numberToRatio, stripAsciiSpace } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { currentContext, type PyContext } from './context.ts';
import {
  CONVERSION_SYNTAX,
  FINITE,
  FLOAT_OPERATION,
  INVALID_OPERATION,
  NAN,
  QUIET_NAN,
  SIGNALING_NAN,
  ZERO,
  compareNumbers,
  digitCount,
  finalize,
  finite,
  infinity,
  isNaN,
  tenTo,
  type Dec,
} from './number.ts';
import { isRepresentable, parseDecimal } from './number-text.ts';

export class PyDecimal extends PyObject {
  number: Dec = ZERO;
}

export const decimalType = makeBuiltinType('decimal.Decimal', objectType, PyDecimal, Py_TPFLAGS_BASETYPE);

/** A Decimal of exactly that type. */
export function newDecimal(number: Dec, type: PyType = decimalType): PyDecimal {
  const object = allocate<[], PyDecimal>(type);
  object.number = number;
  return object;
}

/** A number without rounding; beyond the widest limits it is an invalid operation. */
function exactly(number: Dec, context: PyContext): Dec {
  if (isRepresentable(number)) return number;
  context.signal(INVALID_OPERATION);
  return NAN;
}

export function decFromInt(value: number | bigint): Dec {
  const big = BigInt(value);
  return big < 0n ? finite(1, -big, 0) : finite(0, big, 0);
}

/** The exact value of a float. */
export function decFromNumber(value: number): Dec {
  if (value !== value) return NAN;
  const sign = value < 0 || Object.is(value, -0) ? 1 : 0;
  if (!Number.isFinite(value)) return infinity(sign);
  const [numerator, denominator] = numberToRatio(Math.abs(value));
  const twos = BigInt(denominator).toString(2).length - 1;
  return finite(sign, BigInt(numerator) * 5n ** BigInt(twos), -twos);
}

function decFromText(value: Value, context: PyContext, isExact: boolean): Dec {
  let text = stripAsciiSpace(asciiNumeral(asText(value)!));
  // Context.create_decimal takes numerals as the specification says: no white space, no underscores.
  if (isExact) text = text.replaceAll('_', '');
  else if (text !== asText(value) && /^\s|\s$|_/.test(String(asText(value)))) text = '';
  const number = parseDecimal(text);
  if (number !== undefined) return number;
  context.signal(CONVERSION_SYNTAX);
  return NAN;
}

function decFromTuple(value: PyTuple | PyList): Dec {
  const { items } = value;
  if (items.length !== 3) throw valueError('argument must be a sequence of length 3');
  const [signValue, digitsValue, expValue] = items;
  const signInt = asInt(signValue!);
  if (signInt === undefined) throw valueError('sign must be an integer with the value 0 or 1');
  if (signInt !== 0 && signInt !== 1) {
    throw valueError('sign must be an integer with the value 0 or 1');
  }
  const sign = Number(signInt) as 0 | 1;
  const special = asText(expValue!);
  const exp = asInt(expValue!);
  if (special !== undefined) {
    if (special === 'F') return infinity(sign);
    if (special !== 'n' && special !== 'N') {
      throw valueError("string argument in the third position must be 'F', 'n' or 'N'");
    }
  } else if (exp === undefined) throw valueError('exponent must be an integer');
  if (!(digitsValue instanceof PyTuple) && !(digitsValue instanceof PyList)) {
    throw valueError('coefficient must be a tuple of digits');
  }
  let digits = '';
  for (const item of digitsValue.items) {
    const digit = asInt(item);
    if (digit === undefined || digit < 0 || digit > 9) throw valueError('coefficient must be a tuple of digits');
    digits += Number(digit);
  }
  const coeff = BigInt(digits === '' ? '0' : digits);
  if (special !== undefined) return { sign, kind: special === 'n' ? QUIET_NAN : SIGNALING_NAN, coeff, exp: 0 };
  return finite(sign, coeff, Number(exp));
}

/**
 * The number that a value says.
 *
 * @param isExact without rounding to the context, as the constructor does it
 * @throws TypeError for other types, and what the context traps
 */
export function decFromValue(value: Value, context: PyContext, isExact: boolean): Dec {
  let number: Dec;
  if (value instanceof PyDecimal) {
    ({ number } = value);
    if (!isExact && isNaN(number) && digitCount(number.coeff) > context.prec - context.clamp && number.coeff !== 0n) {
      context.signal(CONVERSION_SYNTAX);
      return NAN;
    }
  } else if (asText(value) !== undefined) {
    number = decFromText(value, context, isExact);
    if (!isExact && isNaN(number) && number.coeff !== 0n && digitCount(number.coeff) > context.prec - context.clamp) {
      context.signal(CONVERSION_SYNTAX);
      return NAN;
    }
  } else if (asInt(value) !== undefined) number = decFromInt(asInt(value)!);
  else if (value instanceof PyTuple || value instanceof PyList) number = decFromTuple(value);
  else if (value instanceof PyFloat) {
    context.signal(FLOAT_OPERATION);
    number = decFromNumber(value.value);
  } else throw typeError(`conversion from ${typeName(value)} to Decimal is not supported`);
  if (isExact) return exactly(number, context);
  return context.run((c) => finalize(number, c));
}

/** An operand of an operator: a Decimal or an int. */
export function operand(value: Value): Dec | undefined {
  if (value instanceof PyDecimal) return value.number;
  const int = asInt(value);
  return int === undefined ? undefined : decFromInt(int);
}

/** An operand of a method. @throws TypeError */
export function requireOperand(value: Value): Dec {
  const number = operand(value);
  if (number === undefined) throw typeError(`conversion from ${typeName(value)} to Decimal is not supported`);
  return number;
}

const RATIONAL = Symbol('numbers.Rational');

function isRational(value: Value): boolean {
  const rational = currentInterpreter().state(RATIONAL, () =>
    getAttr(currentInterpreter().importModule('numbers'), 'Rational'),
  );
  return isInstance(value, rational);
}

/** Both sides of a comparison as numbers; a fraction is compared by multiplying with its denominator. */
function comparands(left: Dec, right: Value, op: CompareOp): readonly [Dec, Dec] | undefined {
  const number = operand(right);
  if (number !== undefined) return [left, number];
  if (right instanceof PyFloat) {
    const context = currentContext();
    if (op === Py_EQ || op === Py_NE) context.status |= FLOAT_OPERATION;
    else context.signal(FLOAT_OPERATION);
    return [left, decFromNumber(right.value)];
  }
  if (right instanceof PyComplex) {
    if (op !== Py_EQ && op !== Py_NE) return undefined;
    return right.imag === 0 ? [left, decFromNumber(right.real)] : [left, NAN];
  }
  if (!isRational(right)) return undefined;
  const numerator = requireOperand(call(decimalType, [getAttr(right, 'numerator')]));
  const denominator = asInt(getAttr(right, 'denominator'))!;
  if (left.kind !== FINITE) return [left, numerator];
  return [finite(left.sign, left.coeff * BigInt(denominator), left.exp), numerator];
}

export function compareDecimals(left: Value, right: Value, op: CompareOp): Value {
  const sides = comparands((left as PyDecimal).number, right, op);
  if (sides === undefined) return NotImplemented;
  const [a, b] = sides;
  if (isNaN(a) || isNaN(b)) {
    if (a.kind === SIGNALING_NAN || b.kind === SIGNALING_NAN || (op !== Py_EQ && op !== Py_NE)) {
      currentContext().signal(INVALID_OPERATION);
    }
    return op === Py_NE;
  }
  return ordered(compareNumbers(a, b), op);
}

function ordered(order: number, op: CompareOp): boolean {
  switch (op) {
    case 0:
      return order < 0;
    case 1:
      return order <= 0;
    case 2:
      return order === 0;
    case 3:
      return order !== 0;
    case 4:
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Numerator and denominator in lowest terms. */
export function ratioOf(number: Dec): [bigint, bigint] {
  let numerator = number.coeff;
  let denominator = 1n;
  if (number.exp >= 0) numerator *= tenTo(number.exp);
  else {
    denominator = tenTo(-number.exp);
    const divisor = greatestCommonDivisor(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
  }
  return [number.sign === 1 ? -numerator : numerator, denominator];
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
