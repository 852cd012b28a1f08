/**
 * Between constants as plain host data and runtime values.
 *
 * @cpython Python/marshal.c (what may be a constant)
 */
import {
  BytesConstant,
  ComplexConstant,
  ELLIPSIS,
  FloatConstant,
  FrozenSetConstant,
  SliceConstant,
  TupleConstant,
  WideString,
} from '../../base/constant.ts';
import { CodeObject, type Constant } from '../../code/code-object.ts';
import { Ellipsis, None, PyBytes, PyComplex, PyFloat, PySlice, PyTuple, PyWideStr, type Value } from '../core/value.ts';
import { bytesType, complexType, floatType, sliceType, tupleType } from '../core/builtin-types.ts';
import { PyFrozenSet, frozensetType } from '../set/index.ts';
import { tupleOf } from '../tuple/index.ts';
import { PyCode } from './py-code.ts';

/** Values already made, so that constants that are one object stay one object. */
const values = new WeakMap<object, Value>();

/** The runtime code object of a plain one: always the same. */
export function codeToValue(code: CodeObject): PyCode {
  const known = values.get(code);
  if (known !== undefined) return known as PyCode;
  const wrapper = new PyCode(code, code.co_consts.map(constantToValue));
  values.set(code, wrapper);
  return wrapper;
}

/** The runtime value of a constant; the same value each time for the same constant object. */
export function constantToValue(constant: Constant): Value {
  if (constant === null) return None;
  if (typeof constant !== 'object') return constant;
  if (constant === ELLIPSIS) return Ellipsis;
  if (constant instanceof CodeObject) return codeToValue(constant);
  let value = values.get(constant);
  if (value === undefined) {
    value = makeValue(constant);
    values.set(constant, value);
  }
  return value;
}

function makeValue(constant: Exclude<Constant, null | boolean | number | bigint | string | CodeObject>): Value {
  switch (constant.kind) {
    case 'ellipsis':
      return Ellipsis;
    case 'wide':
      return new PyWideStr(constant.codePoints);
    case 'float':
      return new PyFloat(constant.value);
    case 'complex':
      return new PyComplex(constant.real, constant.imag);
    case 'bytes':
      return new PyBytes(constant.bytes);
    case 'tuple':
      return tupleOf((constant as TupleConstant<Constant>).items.map(constantToValue));
    case 'frozenset':
      return frozenSetOf((constant as FrozenSetConstant<Constant>).items);
    case 'slice': {
      const slice = constant as SliceConstant<Constant>;
      return new PySlice(constantToValue(slice.start), constantToValue(slice.stop), constantToValue(slice.step));
    }
  }
}

function frozenSetOf(items: readonly Constant[]): PyFrozenSet {
  const set = new PyFrozenSet();
  for (const item of items) set.add(constantToValue(item));
  return set;
}

/** The plain constant of a value, or `undefined` when the value cannot be one. Shared objects stay shared within `memo`. */
export function valueToConstant(value: Value, memo: Map<Value, Constant> = new Map()): Constant | undefined {
  if (value === None) return null;
  if (typeof value !== 'object') return value;
  if (value === Ellipsis) return ELLIPSIS;
  if (value instanceof PyCode) return value.code;
  const known = memo.get(value);
  if (known !== undefined) return known;
  const constant = makeConstant(value, memo);
  if (constant !== undefined) memo.set(value, constant);
  return constant;
}

function makeConstant(value: Value, memo: Map<Value, Constant>): Constant | undefined {
  const all = (items: Iterable<Value>): Constant[] | undefined => {
    const constants: Constant[] = [];
    for (const item of items) {
      const constant = valueToConstant(item, memo);
      if (constant === undefined) return undefined;
      constants.push(constant);
    }
    return constants;
  };
  if (value instanceof PyWideStr) return new WideString(value.codePoints);
  if (value instanceof PyFloat && value.ob_type === floatType) return new FloatConstant(value.value);
  if (value instanceof PyComplex && value.ob_type === complexType) return new ComplexConstant(value.real, value.imag);
  if (value instanceof PyBytes && value.ob_type === bytesType) return new BytesConstant(value.bytes);
  if (value instanceof PyTuple && value.ob_type === tupleType) {
    const items = all(value.items);
    return items && new TupleConstant(items);
  }
  if (value instanceof PyFrozenSet && value.ob_type === frozensetType) {
    const items = all(value.entries().items);
    return items && new FrozenSetConstant(items);
  }
  if (value instanceof PySlice && value.ob_type === sliceType) {
    const items = all([value.start, value.stop, value.step]);
    return items && new SliceConstant<Constant>(items[0]!, items[1]!, items[2]!);
  }
  return undefined;
}
