/** `weakref.ProxyType` and `CallableProxyType`: every operation goes to the referent. @cpython Objects/weakrefobject.c proxy_* */
import {
  absolute,
  add,
  and,
  call,
  callMethod,
  contains,
  divmod,
  floorDivide,
  getAttr,
  getItem,
  getIter,
  identityText,
  index,
  inplaceAdd,
  inplaceAnd,
  inplaceFloorDivide,
  inplaceLshift,
  inplaceMatrixMultiply,
  inplaceMultiply,
  inplaceOr,
  inplacePower,
  inplaceRemainder,
  inplaceRshift,
  inplaceSubtract,
  inplaceTrueDivide,
  inplaceXor,
  invert,
  isTrue,
  iterNext,
  length,
  lshift,
  matrixMultiply,
  method,
  multiply,
  negative,
  or,
  positive,
  power,
  remainder,
  richCompare,
  rshift,
  setAttr,
  setItem,
  str,
  strFromUtf16,
  subtract,
  trueDivide,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  xor,
  type TypeSlots,
  type Value,
} from '../core/index.ts';
import type { PyWeakReferenceBase } from './references.ts';
import {
  callableWeakProxyType,
  deadReferenceError,
  PyCallableWeakProxy,
  PyWeakProxy,
  weakProxyType,
} from './references.ts';

/** The referent of a proxy, other values as they are. @throws ReferenceError */
function unwrap(value: Value): Value {
  if (!(value instanceof PyWeakProxy) && !(value instanceof PyCallableWeakProxy)) return value;
  const referent = value.referent;
  if (referent === undefined) throw deadReferenceError();
  return referent;
}

type Binary = (left: Value, right: Value) => Value;
const binary =
  (operate: Binary): Binary =>
  (left, right) =>
    operate(unwrap(left), unwrap(right));
const unary = (operate: (value: Value) => Value) => (self: Value) => operate(unwrap(self));

/** `int(x)` or `float(x)` of the referent. */
function convert(name: 'nb_int' | 'nb_float', what: string): (self: Value) => Value {
  return (self) => {
    const referent = unwrap(self);
    const slot = typeOf(referent)[name];
    if (slot === undefined) throw typeError(`${what} must be a real number, not '${typeName(referent)}'`);
    return slot(referent);
  };
}

const slots: Partial<TypeSlots> = {
  tp_repr: (self) => {
    const referent = (self as PyWeakReferenceBase).referent;
    const head = `<weakproxy at ${identityText(self)};`;
    if (referent === undefined) return `${head} dead>`;
    return strFromUtf16(`${head} to '${typeName(referent)}' at ${identityText(referent)}>`);
  },
  tp_str: unary(str),
  tp_hash: null,
  tp_richcompare: (left, right, op) => richCompare(unwrap(left), unwrap(right), op),
  tp_getattro: (self, name) => getAttr(unwrap(self), name),
  tp_setattro: (self, name, value) => setAttr(unwrap(self), name, value),
  tp_iter: unary(getIter),
  tp_iternext: (self) => {
    const referent = unwrap(self);
    if (typeOf(referent).tp_iternext === undefined) {
      throw typeError(`Weakref proxy referenced a non-iterator '${typeName(referent)}' object`);
    }
    return iterNext(referent);
  },
  sq_length: (self) => length(unwrap(self)),
  sq_contains: (self, item) => contains(unwrap(self), item),
  mp_subscript: binary(getItem),
  mp_ass_subscript: (self, key, value) => setItem(unwrap(self), key, value),
  nb_bool: (self) => isTrue(unwrap(self)),
  nb_int: convert('nb_int', 'int() argument'),
  nb_float: convert('nb_float', 'float() argument'),
  nb_index: (self) => index(unwrap(self)),
  nb_negative: unary(negative),
  nb_positive: unary(positive),
  nb_absolute: unary(absolute),
  nb_invert: unary(invert),
  nb_power: (base, exponent, modulus) => power(unwrap(base), unwrap(exponent), unwrap(modulus)),
  nb_inplace_power: (base, exponent) => inplacePower(unwrap(base), unwrap(exponent)),
  nb_add: binary(add),
  nb_subtract: binary(subtract),
  nb_multiply: binary(multiply),
  nb_remainder: binary(remainder),
  nb_divmod: binary(divmod),
  nb_lshift: binary(lshift),
  nb_rshift: binary(rshift),
  nb_and: binary(and),
  nb_xor: binary(xor),
  nb_or: binary(or),
  nb_floor_divide: binary(floorDivide),
  nb_true_divide: binary(trueDivide),
  nb_matrix_multiply: binary(matrixMultiply),
  nb_inplace_add: binary(inplaceAdd),
  nb_inplace_subtract: binary(inplaceSubtract),
  nb_inplace_multiply: binary(inplaceMultiply),
  nb_inplace_remainder: binary(inplaceRemainder),
  nb_inplace_lshift: binary(inplaceLshift),
  nb_inplace_rshift: binary(inplaceRshift),
  nb_inplace_and: binary(inplaceAnd),
  nb_inplace_xor: binary(inplaceXor),
  nb_inplace_or: binary(inplaceOr),
  nb_inplace_floor_divide: binary(inplaceFloorDivide),
  nb_inplace_true_divide: binary(inplaceTrueDivide),
  nb_inplace_matrix_multiply: binary(inplaceMatrixMultiply),
};

const methods = {
  __bytes__: method('($self, /)', (self: Value) => callMethod(unwrap(self), '__bytes__')),
  __reversed__: method('($self, /)', (self: Value) => callMethod(unwrap(self), '__reversed__')),
};

export const weakProxySpec = typeSpec(weakProxyType, { slots, methods });
export const callableWeakProxySpec = typeSpec(callableWeakProxyType, {
  slots: { ...slots, tp_call: (self, args, kwnames) => call(unwrap(self), args, kwnames) },
  methods,
});
