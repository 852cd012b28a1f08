/** `_operator`: the operators as functions. @cpython Modules/_operator.c */
import {
  absolute,
  add,
  and,
  asInt,
  asText,
  call,
  contains,
  excTypes,
  floorDivide,
  getIter,
  getItem,
  hasIndex,
  index,
  indexNumber,
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
  isEqual,
  isSequence,
  isTrue,
  iterNext,
  lengthHint,
  lshift,
  matrixMultiply,
  multiply,
  nativeFunction,
  negative,
  None,
  or,
  positive,
  power,
  PyByteArray,
  PyBytes,
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  rawFunction,
  remainder,
  richCompare,
  rshift,
  setItem,
  subtract,
  trueDivide,
  typeError,
  typeName,
  typeOf,
  valueError,
  xor,
  type CompareOp,
  type NativeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { defineModule } from '../define-module.ts';
import { docs, MODULE_DOC } from './docs.ts';
import { attrGetterSpec, itemGetterSpec, methodCallerSpec } from './getters.ts';

const one = (name: keyof typeof docs, run: (a: Value) => Value): NativeSpec =>
  nativeFunction('($module, a, /)', run, docs[name]);
const two = (name: keyof typeof docs, run: (a: Value, b: Value) => Value): NativeSpec =>
  nativeFunction('($module, a, b, /)', run, docs[name]);
const compare = (name: keyof typeof docs, op: CompareOp): NativeSpec => two(name, (a, b) => richCompare(a, b, op));

/** @throws TypeError */
function concat(a: Value, b: Value): Value {
  const slot = typeOf(a).sq_concat;
  if (slot !== undefined) return slot(a, b);
  if (isSequence(a) && isSequence(b)) return add(a, b);
  throw typeError(`'${typeName(a)}' object can't be concatenated`);
}

function inplaceConcat(a: Value, b: Value): Value {
  const type = typeOf(a);
  const slot = type.sq_inplace_concat ?? type.sq_concat;
  if (slot !== undefined) return slot(a, b);
  if (isSequence(a) && isSequence(b)) return inplaceAdd(a, b);
  throw typeError(`'${typeName(a)}' object can't be concatenated`);
}

/** Number of items equal to `b`. @throws TypeError */
function countOf(a: Value, b: Value): Value {
  const iterator = iteratorOf(a);
  let count = 0;
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) if (isEqual(item, b)) count++;
  return count;
}

/** Position of the first item equal to `b`. @throws ValueError */
function indexOf(a: Value, b: Value): Value {
  const iterator = iteratorOf(a);
  let position = 0;
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator), position++) {
    if (isEqual(item, b)) return position;
  }
  throw valueError('sequence.index(x): x not in sequence');
}

function iteratorOf(value: Value): Value {
  if (typeOf(value).tp_iter === undefined && !isSequence(value)) {
    throw typeError(`argument of type '${typeName(value)}' is not iterable`);
  }
  return getIter(value);
}

/** `length_hint(obj, default)`. */
function hint(object: Value, fallback: Value | undefined): Value {
  if (fallback !== undefined && asInt(fallback) === undefined && !hasIndex(fallback)) {
    throw typeError(`'${typeName(fallback)}' object cannot be interpreted as an integer`);
  }
  return lengthHint(object, fallback === undefined ? 0 : indexNumber(fallback, excTypes.OverflowError));
}

/** Compares in a time that does not tell where two texts differ. */
function compareDigest(a: Value, b: Value): Value {
  const left = asText(a);
  const right = asText(b);
  if (left !== undefined && right !== undefined) {
    if (!isAscii(left) || !isAscii(right)) {
      throw typeError('comparing strings with non-ASCII characters is not supported');
    }
    return equalSlowly(toCodes(left as string), toCodes(right as string));
  }
  const leftBytes = bytesOf(a);
  const rightBytes = bytesOf(b);
  if (leftBytes === undefined || rightBytes === undefined) {
    throw typeError(`unsupported operand types(s) or combination of types: '${typeName(a)}' and '${typeName(b)}'`);
  }
  return equalSlowly(leftBytes, rightBytes);
}

// eslint-disable-next-line no-control-regex
const isAscii = (text: unknown): boolean => typeof text === 'string' && /^[\x00-\x7f]*$/.test(text);
const toCodes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

function bytesOf(value: Value): Uint8Array | undefined {
  if (value instanceof PyBytes) return value.bytes;
  if (value instanceof PyByteArray) return value.bytes.subarray(0, value.length);
  const getBuffer = typeOf(value).bf_getbuffer;
  if (getBuffer === undefined) return undefined;
  const buffer = getBuffer(value, 0);
  if (buffer.shape.length > 1) throw newBufferError();
  const bytes = buffer.bytes.slice(buffer.offset, buffer.offset + buffer.len);
  typeOf(value).bf_releasebuffer?.(value, buffer);
  return bytes;
}

function newBufferError(): Value {
  return call(excTypes.BufferError, ['Buffer must be single dimension']);
}

function equalSlowly(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (let i = 0; i < right.length; i++)
    difference |= right[i]! ^ (left.length === right.length ? left[i]! : right[i]! ^ 1);
  return difference === 0;
}

export const operatorModule = defineModule('_operator', {
  doc: MODULE_DOC,
  types: [itemGetterSpec, attrGetterSpec, methodCallerSpec],
  functions: {
    truth: one('truth', isTrue as (a: Value) => Value),
    contains: nativeFunction('($module, a, b, /)', contains as (a: Value, b: Value) => Value, docs.contains),
    indexOf: two('indexOf', indexOf),
    countOf: two('countOf', countOf),
    is_: two('is_', (a, b) => a === b),
    is_not: two('is_not', (a, b) => a !== b),
    is_none: one('is_none', (a) => a === None),
    is_not_none: one('is_not_none', (a) => a !== None),
    add: two('add', add),
    sub: two('sub', subtract),
    mul: two('mul', multiply),
    matmul: two('matmul', matrixMultiply),
    floordiv: two('floordiv', floorDivide),
    truediv: two('truediv', trueDivide),
    mod: two('mod', remainder),
    neg: one('neg', negative),
    pos: one('pos', positive),
    abs: one('abs', absolute),
    inv: one('inv', invert),
    invert: one('invert', invert),
    index: one('index', index),
    lshift: two('lshift', lshift),
    rshift: two('rshift', rshift),
    not_: one('not_', (a) => !isTrue(a)),
    and_: two('and_', and),
    xor: two('xor', xor),
    or_: two('or_', or),
    pow: two('pow', (a, b) => power(a, b)),
    iadd: two('iadd', inplaceAdd),
    isub: two('isub', inplaceSubtract),
    imul: two('imul', inplaceMultiply),
    imatmul: two('imatmul', inplaceMatrixMultiply),
    ifloordiv: two('ifloordiv', inplaceFloorDivide),
    itruediv: two('itruediv', inplaceTrueDivide),
    imod: two('imod', inplaceRemainder),
    ilshift: two('ilshift', inplaceLshift),
    irshift: two('irshift', inplaceRshift),
    iand: two('iand', inplaceAnd),
    ixor: two('ixor', inplaceXor),
    ior: two('ior', inplaceOr),
    ipow: two('ipow', inplacePower),
    concat: two('concat', concat),
    iconcat: two('iconcat', inplaceConcat),
    getitem: two('getitem', getItem),
    setitem: nativeFunction('($module, a, b, c, /)', (a: Value, b: Value, c: Value) => setItem(a, b, c), docs.setitem),
    delitem: nativeFunction('($module, a, b, /)', (a: Value, b: Value) => setItem(a, b, undefined), docs.delitem),
    eq: compare('eq', Py_EQ),
    ne: compare('ne', Py_NE),
    lt: compare('lt', Py_LT),
    le: compare('le', Py_LE),
    gt: compare('gt', Py_GT),
    ge: compare('ge', Py_GE),
    length_hint: nativeFunction('($module, obj, default=0, /)', hint, docs.length_hint),
    _compare_digest: nativeFunction('($module, a, b, /)', compareDigest, docs._compare_digest),
    call: rawFunction(
      docs.call,
      (args, kwnames) => {
        if (args.length === (kwnames?.length ?? 0)) throw typeError('call expected at least 1 argument, got 0');
        return call(args[0]!, args.slice(1), kwnames);
      },
      '($module, obj, /, *args, **kwargs)',
    ),
  },
});
