/**
 * Operators: dispatch over the slots of both operands, as CPython's `binary_op1` and friends, and their error texts.
 *
 * @cpython Objects/abstract.c
 */
import { None, NotImplemented, type Value } from './value.ts';
import { typeError, type PyBaseException } from './exception.ts';
import { typeName, typeOf } from './builtin-types.ts';
import { hasIndex } from './abstract.ts';
import type { TypeSlots } from './slots-contract.ts';

type BinarySlotName =
  | 'nb_add'
  | 'nb_subtract'
  | 'nb_multiply'
  | 'nb_remainder'
  | 'nb_divmod'
  | 'nb_lshift'
  | 'nb_rshift'
  | 'nb_and'
  | 'nb_xor'
  | 'nb_or'
  | 'nb_floor_divide'
  | 'nb_true_divide'
  | 'nb_matrix_multiply';
type InplaceSlotName = Extract<keyof TypeSlots, `nb_inplace_${string}`> & `nb_inplace_${string}`;

/** `NotImplemented` when neither side knows. @cpython binary_op1 */
export function tryBinary(left: Value, right: Value, slot: BinarySlotName): Value {
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  const leftSlot = leftType[slot];
  let rightSlot = leftType === rightType ? undefined : rightType[slot];
  if (rightSlot === leftSlot) rightSlot = undefined;
  if (leftSlot !== undefined) {
    if (rightSlot !== undefined && rightType.isSubtype(leftType)) {
      const result = rightSlot(left, right);
      if (result !== NotImplemented) return result;
      rightSlot = undefined;
    }
    const result = leftSlot(left, right);
    if (result !== NotImplemented) return result;
  }
  return rightSlot === undefined ? NotImplemented : rightSlot(left, right);
}

function unsupported(left: Value, right: Value, symbol: string): PyBaseException {
  return typeError(`unsupported operand type(s) for ${symbol}: '${typeName(left)}' and '${typeName(right)}'`);
}

function binary(slot: BinarySlotName, symbol: string): (left: Value, right: Value) => Value {
  return (left, right) => {
    const result = tryBinary(left, right, slot);
    if (result === NotImplemented) throw unsupported(left, right, symbol);
    return result;
  };
}

export const subtract = binary('nb_subtract', '-');
export const trueDivide = binary('nb_true_divide', '/');
export const floorDivide = binary('nb_floor_divide', '//');
export const remainder = binary('nb_remainder', '%');
export const divmod = binary('nb_divmod', 'divmod()');
export const lshift = binary('nb_lshift', '<<');
export const rshift = binary('nb_rshift', '>>');
export const and = binary('nb_and', '&');
export const or = binary('nb_or', '|');
export const xor = binary('nb_xor', '^');
export const matrixMultiply = binary('nb_matrix_multiply', '@');

export function add(left: Value, right: Value): Value {
  const result = tryBinary(left, right, 'nb_add');
  if (result !== NotImplemented) return result;
  const concat = typeOf(left).sq_concat;
  if (concat !== undefined) return concat(left, right);
  throw unsupported(left, right, '+');
}

function repeat(sequence: Value, count: Value, slot: (self: Value, count: Value) => Value): Value {
  if (!hasIndex(count)) throw typeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  return slot(sequence, count);
}

export function multiply(left: Value, right: Value): Value {
  const result = tryBinary(left, right, 'nb_multiply');
  if (result !== NotImplemented) return result;
  const leftRepeat = typeOf(left).sq_repeat;
  if (leftRepeat !== undefined) return repeat(left, right, leftRepeat);
  const rightRepeat = typeOf(right).sq_repeat;
  if (rightRepeat !== undefined) return repeat(right, left, rightRepeat);
  throw unsupported(left, right, '*');
}

function tryTernary(slot: 'nb_power', base: Value, exponent: Value, modulus: Value): Value {
  const baseType = typeOf(base);
  const exponentType = typeOf(exponent);
  const baseSlot = baseType[slot];
  let exponentSlot = baseType === exponentType ? undefined : exponentType[slot];
  if (exponentSlot === baseSlot) exponentSlot = undefined;
  if (baseSlot !== undefined) {
    if (exponentSlot !== undefined && exponentType.isSubtype(baseType)) {
      const result = exponentSlot(base, exponent, modulus);
      if (result !== NotImplemented) return result;
      exponentSlot = undefined;
    }
    const result = baseSlot(base, exponent, modulus);
    if (result !== NotImplemented) return result;
  }
  if (exponentSlot !== undefined) {
    const result = exponentSlot(base, exponent, modulus);
    if (result !== NotImplemented) return result;
  }
  const modulusSlot = typeOf(modulus)[slot];
  if (modulusSlot !== undefined && modulusSlot !== baseSlot && modulusSlot !== exponentSlot) {
    return modulusSlot(base, exponent, modulus);
  }
  return NotImplemented;
}

/** `base ** exponent`, or `pow(base, exponent, modulus)`. */
export function power(base: Value, exponent: Value, modulus: Value = None): Value {
  const result = tryTernary('nb_power', base, exponent, modulus);
  if (result !== NotImplemented) return result;
  if (modulus === None) throw unsupported(base, exponent, '** or pow()');
  throw typeError(
    `unsupported operand type(s) for ** or pow(): '${typeName(base)}', '${typeName(exponent)}', '${typeName(modulus)}'`,
  );
}

function inplace(
  inplaceSlot: Exclude<InplaceSlotName, 'nb_inplace_power'>,
  slot: BinarySlotName,
  symbol: string,
): (left: Value, right: Value) => Value {
  return (left, right) => {
    const own = typeOf(left)[inplaceSlot];
    if (own !== undefined) {
      const result = own(left, right);
      if (result !== NotImplemented) return result;
    }
    const result = tryBinary(left, right, slot);
    if (result === NotImplemented) throw unsupported(left, right, symbol);
    return result;
  };
}

export const inplaceSubtract = inplace('nb_inplace_subtract', 'nb_subtract', '-=');
export const inplaceTrueDivide = inplace('nb_inplace_true_divide', 'nb_true_divide', '/=');
export const inplaceFloorDivide = inplace('nb_inplace_floor_divide', 'nb_floor_divide', '//=');
export const inplaceRemainder = inplace('nb_inplace_remainder', 'nb_remainder', '%=');
export const inplaceLshift = inplace('nb_inplace_lshift', 'nb_lshift', '<<=');
export const inplaceRshift = inplace('nb_inplace_rshift', 'nb_rshift', '>>=');
export const inplaceAnd = inplace('nb_inplace_and', 'nb_and', '&=');
export const inplaceOr = inplace('nb_inplace_or', 'nb_or', '|=');
export const inplaceXor = inplace('nb_inplace_xor', 'nb_xor', '^=');
export const inplaceMatrixMultiply = inplace('nb_inplace_matrix_multiply', 'nb_matrix_multiply', '@=');

export function inplaceAdd(left: Value, right: Value): Value {
  const type = typeOf(left);
  if (type.nb_inplace_add !== undefined) {
    const result = type.nb_inplace_add(left, right);
    if (result !== NotImplemented) return result;
  }
  const result = tryBinary(left, right, 'nb_add');
  if (result !== NotImplemented) return result;
  const concat = type.sq_inplace_concat ?? type.sq_concat;
  if (concat !== undefined) return concat(left, right);
  throw unsupported(left, right, '+=');
}

export function inplaceMultiply(left: Value, right: Value): Value {
  const type = typeOf(left);
  if (type.nb_inplace_multiply !== undefined) {
    const result = type.nb_inplace_multiply(left, right);
    if (result !== NotImplemented) return result;
  }
  const result = tryBinary(left, right, 'nb_multiply');
  if (result !== NotImplemented) return result;
  const own = type.sq_inplace_repeat ?? type.sq_repeat;
  if (own !== undefined) return repeat(left, right, own);
  const rightRepeat = typeOf(right).sq_repeat;
  if (rightRepeat !== undefined) return repeat(right, left, rightRepeat);
  throw unsupported(left, right, '*=');
}

export function inplacePower(base: Value, exponent: Value): Value {
  const own = typeOf(base).nb_inplace_power;
  if (own !== undefined) {
    const result = own(base, exponent, None);
    if (result !== NotImplemented) return result;
  }
  const result = tryTernary('nb_power', base, exponent, None);
  if (result === NotImplemented) throw unsupported(base, exponent, '**=');
  return result;
}

function unary(
  slot: 'nb_negative' | 'nb_positive' | 'nb_invert' | 'nb_absolute',
  what: string,
): (value: Value) => Value {
  return (value) => {
    const own = typeOf(value)[slot];
    if (own === undefined) throw typeError(`bad operand type for ${what}: '${typeName(value)}'`);
    return own(value);
  };
}

export const negative = unary('nb_negative', 'unary -');
export const positive = unary('nb_positive', 'unary +');
export const invert = unary('nb_invert', 'unary ~');
export const absolute = unary('nb_absolute', 'abs()');
