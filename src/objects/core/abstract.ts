/**
 * The abstract operations on any object: truth, representation, comparison, iteration, subscripts, integers, type tests.
 *
 * @cpython Objects/abstract.c, Objects/object.c
 */
import { None, NotImplemented, PyFloat, PyInt, PyList, PyObject, PyTuple, type Text, type Value } from './value.ts';
import { PyType, Py_TPFLAGS_MAPPING } from './py-type.ts';
import {
  intType,
  isInstanceOf,
  makeBuiltinType,
  objectType,
  strType,
  tupleType,
  listType,
  typeName,
  typeOf,
} from './builtin-types.ts';
import {
  excTypes,
  matches,
  overflowError,
  recursionError,
  setPendingStop,
  stopIteration,
  takePendingStop,
  typeError,
  valueError,
  warn,
} from './exception.ts';
import { call, callDescriptor, callSpecial, getAttrOrUndefined } from './attributes.ts';
import { asText, textToHost } from './text.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, type CompareOp } from './slots-contract.ts';
import { thread } from './thread-state.ts';

/** Truth value. @cpython PyObject_IsTrue */
export function isTrue(value: Value): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string':
      return value !== '';
    case 'bigint':
      return true;
    default: {
      if (value === None) return false;
      const type = value.ob_type;
      if (type.nb_bool !== undefined) return type.nb_bool(value);
      if (type.sq_length !== undefined) return type.sq_length(value) > 0;
      return true;
    }
  }
}

/** How deep native code may call back into Python before RecursionError. */
export const NATIVE_DEPTH_LIMIT = 3000;

/** Runs native code that may recurse through Python objects. @throws RecursionError */
export function withNativeDepth<T>(where: string, run: () => T): T {
  enterNative(where);
  try {
    return run();
  } catch (error) {
    throw stackErrorOf(error, where);
  } finally {
    leaveNative();
  }
}

/** One level deeper, for code that calls `leaveNative` itself and runs under `withNativeLevels`. @throws RecursionError */
export function enterNative(where: string): void {
  if (thread.nativeDepth >= NATIVE_DEPTH_LIMIT) throw recursionError(`maximum recursion depth exceeded${where}`);
  thread.nativeDepth++;
}

export function leaveNative(): void {
  thread.nativeDepth--;
}

/** Runs code that uses `enterNative`, which need not leave what an exception ends. @throws RecursionError */
export function withNativeLevels<T>(where: string, run: () => T): T {
  const depth = thread.nativeDepth;
  try {
    return run();
  } catch (error) {
    thread.nativeDepth = depth;
    throw stackErrorOf(error, where);
  }
}

/** What to raise for an error: RecursionError where the host has no more stack. */
function stackErrorOf(error: unknown, where: string): unknown {
  if (error instanceof RangeError && /call stack/.test(error.message)) {
    return recursionError(`maximum recursion depth exceeded${where}`);
  }
  return error;
}

/** `repr(value)`. */
export function repr(value: Value): Value {
  const type = typeOf(value);
  const slot = type.tp_repr!;
  const result = withNativeDepth(' while getting the repr of an object', () => slot(value));
  if (asText(result) === undefined) throw typeError(`__repr__ returned non-string (type ${typeName(result)})`);
  return result;
}

/** `str(value)`. */
export function str(value: Value): Value {
  if (typeof value === 'string') return value;
  const type = typeOf(value);
  if (type === strType) return value;
  const slot = type.tp_str;
  if (slot === undefined) return repr(value);
  const result = withNativeDepth(' while getting the str of an object', () => slot(value));
  if (asText(result) === undefined) throw typeError(`__str__ returned non-string (type ${typeName(result)})`);
  return result;
}

export function reprText(value: Value): Text {
  return asText(repr(value))!;
}
export function strText(value: Value): Text {
  return asText(str(value))!;
}
/** `repr(value)` as a host string, for messages. */
export function reprHost(value: Value): string {
  return textToHost(reprText(value));
}
/** `str(value)` as a host string, for messages. */
export function strHost(value: Value): string {
  return textToHost(strText(value));
}

/** The host string of a str instance. @throws TypeError for anything else */
export function asHostString(value: Value): string {
  const text = asText(value);
  if (text === undefined) throw typeError(`expected str, got ${typeName(value)}`);
  return textToHost(text);
}

/** `hash(value)`. @throws TypeError when it is unhashable */
export function hash(value: Value): number | bigint {
  const type = typeOf(value);
  const slot = type.tp_hash;
  if (slot === null || slot === undefined) throw typeError(`unhashable type: '${type.tp_name}'`);
  return slot(value);
}

const SWAPPED: readonly CompareOp[] = [Py_GT, Py_GE, Py_EQ, Py_NE, Py_LT, Py_LE];
const COMPARE_SYMBOLS = ['<', '<=', '==', '!=', '>', '>='] as const;

/** A comparison. @throws TypeError when neither side can order */
export function richCompare(left: Value, right: Value, op: CompareOp): Value {
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  let isReflectedTried = false;
  if (leftType !== rightType && rightType.tp_richcompare !== undefined && rightType.isSubtype(leftType)) {
    isReflectedTried = true;
    const result = rightType.tp_richcompare(right, left, SWAPPED[op]!);
    if (result !== NotImplemented) return result;
  }
  if (leftType.tp_richcompare !== undefined) {
    const result = leftType.tp_richcompare(left, right, op);
    if (result !== NotImplemented) return result;
  }
  if (!isReflectedTried && rightType.tp_richcompare !== undefined) {
    const result = rightType.tp_richcompare(right, left, SWAPPED[op]!);
    if (result !== NotImplemented) return result;
  }
  if (op === Py_EQ) return left === right;
  if (op === Py_NE) return left !== right;
  throw typeError(
    `'${COMPARE_SYMBOLS[op]}' not supported between instances of '${leftType.tp_name}' and '${rightType.tp_name}'`,
  );
}

/** A comparison as a truth value; identical objects are equal. @cpython PyObject_RichCompareBool */
export function compareBool(left: Value, right: Value, op: CompareOp): boolean {
  if (typeof left === 'string' ? typeof right === 'string' : typeof left === 'number' && typeof right === 'number') {
    return comparePrimitives(left as string, right as string, op);
  }
  if (left === right) {
    if (op === Py_EQ) return true;
    if (op === Py_NE) return false;
  }
  return isTrue(richCompare(left, right, op));
}

/**
 * Compares two strings, or two numbers (ints, or doubles that stand for floats): both order as Python orders them. Units of
 * strings are code points.
 */
export function comparePrimitives<T extends string | number>(left: T, right: T, op: CompareOp): boolean {
  switch (op) {
    case Py_EQ:
      return left === right;
    case Py_NE:
      return left !== right;
    case Py_LT:
      return left < right;
    case Py_LE:
      return left <= right;
    case Py_GT:
      return left > right;
    default:
      return left >= right;
  }
}

/** `left is right or left == right`. */
export function isEqual(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' && typeof left === typeof right) return false;
  return isTrue(richCompare(left, right, Py_EQ));
}

/** `a < b`, as sorting asks it. */
export function isLess(left: Value, right: Value): boolean {
  if (typeof left === 'string' ? typeof right === 'string' : typeof left === 'number' && typeof right === 'number') {
    return left < right;
  }
  return isTrue(richCompare(left, right, Py_LT));
}

/** Iterator over anything with `__getitem__`. */
export class PySequenceIterator extends PyObject {
  sequence: Value | null;
  index = 0;
  constructor(sequence: Value) {
    super();
    this.sequence = sequence;
  }
}
export const sequenceIteratorType = makeBuiltinType('iterator', objectType, PySequenceIterator);

/** Next item of a sequence iterator; IndexError and StopIteration end it. @cpython Objects/iterobject.c iter_iternext */
export function sequenceIteratorNext(self: Value): Value | undefined {
  const iterator = self as PySequenceIterator;
  if (iterator.sequence === null) return undefined;
  try {
    return getItem(iterator.sequence, iterator.index++);
  } catch (error) {
    if (!matches(error, excTypes.IndexError) && !matches(error, excTypes.StopIteration)) throw error;
    iterator.sequence = null;
    return undefined;
  }
}

/** Whether it has `__getitem__` without being a dict. @cpython PySequence_Check */
export function isSequence(value: Value): boolean {
  const type = typeOf(value);
  return (
    type.mp_subscript !== undefined &&
    (type.isHeapType || (type.tp_flags & Py_TPFLAGS_MAPPING) === 0) &&
    !isDictType(type)
  );
}

function isDictType(type: PyType): boolean {
  return (type.tp_flags & (1 << 29)) !== 0;
}

/** `iter(value)`. @throws TypeError when it is not iterable */
export function getIter(value: Value): Value {
  const type = typeOf(value);
  const slot = type.tp_iter;
  if (slot === undefined) {
    if (isSequence(value)) return new PySequenceIterator(value);
    throw typeError(`'${type.tp_name}' object is not iterable`);
  }
  const iterator = slot(value);
  if (typeOf(iterator).tp_iternext === undefined) {
    throw typeError(`iter() returned non-iterator of type '${typeName(iterator)}'`);
  }
  return iterator;
}

/** Next item, or `undefined` at the end. The value of a StopIteration, if any, waits in `takePendingStop`. */
export function iterNext(iterator: Value): Value | undefined {
  const slot = typeOf(iterator).tp_iternext;
  if (slot === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
  return slot(iterator);
}

/** Goes over any iterable, for native loops. */
export function* iterate(value: Value): Iterable<Value> {
  const iterator = getIter(value);
  const next = typeOf(iterator).tp_iternext!;
  for (let item = next(iterator); item !== undefined; item = next(iterator)) yield item;
}

/** All items of an iterable in a new array. */
export function toArray(value: Value): Value[] {
  if (typeof value === 'object') {
    if (value instanceof PyList && value.ob_type === listType) return value.items.slice();
    if (value instanceof PyTuple && value.ob_type === tupleType) return value.items.slice();
  }
  const iterator = getIter(value);
  const next = typeOf(iterator).tp_iternext!;
  const items: Value[] = [];
  for (let item = next(iterator); item !== undefined; item = next(iterator)) items.push(item);
  return items;
}

/** `len(value)`. @throws TypeError when it has none */
export function length(value: Value): number {
  const type = typeOf(value);
  if (type.sq_length === undefined) throw typeError(`object of type '${type.tp_name}' has no len()`);
  return type.sq_length(value);
}

let exactLength = 0n;

/** What an `sq_length` returns that knows a length beyond 2**53; `lengthValue` gives it exactly. */
export function largeLength(exact: bigint): number {
  exactLength = exact;
  return Number(exact);
}

/** What an `sq_length` has just returned, as an int. */
export function exactCount(count: number): number | bigint {
  return Number.isSafeInteger(count) ? count : exactLength;
}

/** `len(value)` as Python sees it. */
export function lengthValue(value: Value): Value {
  return exactCount(length(value));
}

/** @cpython PyObject_LengthHint */
export function lengthHint(value: Value, fallback: number): number {
  const type = typeOf(value);
  if (type.sq_length !== undefined) {
    try {
      return type.sq_length(value);
    } catch (error) {
      if (!matches(error, excTypes.TypeError)) throw error;
    }
  }
  const descr = type.lookup('__length_hint__');
  if (descr === undefined) return fallback;
  let result: Value;
  try {
    result = callDescriptor(descr, value, []);
  } catch (error) {
    if (matches(error, excTypes.TypeError)) return fallback;
    throw error;
  }
  if (result === NotImplemented) return fallback;
  if (!isInstanceOf(result, intType)) {
    throw typeError(`__length_hint__ must be an integer, not ${typeName(result)}`);
  }
  const int = asInt(result)!;
  if (int > SSIZE_MAX || int < -SSIZE_MAX - 1n) throw overflowError('Python int too large to convert to C ssize_t');
  const hint = Number(int);
  if (hint < 0) throw valueError('__length_hint__() should return >= 0');
  return hint;
}

/** `object[key]`. */
export function getItem(object: Value, key: Value): Value {
  const type = typeOf(object);
  if (type.mp_subscript !== undefined) return type.mp_subscript(object, key);
  if (object instanceof PyType) {
    if (object === typeOf(object) || object.tp_name === 'type') {
      const alias = classGetItem(object, key);
      if (alias !== undefined) return alias;
    } else {
      const found = getAttrOrUndefined(object, '__class_getitem__');
      if (found !== undefined && found !== None) return call(found, [key]);
    }
    throw typeError(`type '${object.tp_name}' is not subscriptable`);
  }
  throw typeError(`'${type.tp_name}' object is not subscriptable`);
}

let makeGenericAlias: ((origin: Value, args: Value) => Value) | undefined;
/** Set once: how `type[int]` is made. */
export function setGenericAliasMaker(make: (origin: Value, args: Value) => Value): void {
  makeGenericAlias = make;
}
function classGetItem(type: PyType, key: Value): Value | undefined {
  return makeGenericAlias?.(type, key);
}

/** Whether CPython gives the type a `tp_as_sequence`: all classes have one. */
function hasSequenceSlots(type: PyType): boolean {
  return (
    type.isHeapType || type.sq_contains !== undefined || type.sq_concat !== undefined || type.sq_length !== undefined
  );
}

/** `object[key] = value`, or `del object[key]` with `undefined`. */
export function setItem(object: Value, key: Value, value: Value | undefined): void {
  const type = typeOf(object);
  if (type.mp_ass_subscript === undefined) {
    if (value === undefined && hasSequenceSlots(type) && hasIndex(key)) {
      throw typeError(`'${type.tp_name}' object doesn't support item deletion`);
    }
    throw typeError(
      `'${type.tp_name}' object does not support item ${value === undefined ? 'deletion' : 'assignment'}`,
    );
  }
  type.mp_ass_subscript(object, key, value);
}

/** `item in container`. */
export function contains(container: Value, item: Value): boolean {
  const type = typeOf(container);
  if (type.sq_contains !== undefined) return type.sq_contains(container, item);
  if (type.tp_iter === undefined && !isSequence(container)) {
    throw typeError(`argument of type '${type.tp_name}' is not a container or iterable`);
  }
  let iterator: Value;
  try {
    iterator = getIter(container);
  } catch (error) {
    if (!matches(error, excTypes.TypeError)) throw error;
    throw typeError(`argument of type '${type.tp_name}' is not a container or iterable`);
  }
  const next = typeOf(iterator).tp_iternext!;
  for (let found = next(iterator); found !== undefined; found = next(iterator)) if (isEqual(found, item)) return true;
  return false;
}

/** The value of an int instance (bool and subclasses included), else `undefined`. */
export function asInt(value: Value): number | bigint | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'object':
      return value instanceof PyInt ? value.value : undefined;
    default:
      return undefined;
  }
}

/** The value of a float instance, else `undefined`. */
export function asFloat(value: Value): number | undefined {
  return value instanceof PyFloat ? value.value : undefined;
}

/** `operator.index(value)`. @throws TypeError */
export function index(value: Value): number | bigint {
  const int = asInt(value);
  if (int !== undefined) return int;
  const type = typeOf(value);
  if (type.nb_index === undefined) throw typeError(`'${type.tp_name}' object cannot be interpreted as an integer`);
  const result = type.nb_index(value);
  const number = asInt(result);
  if (number === undefined) throw typeError(`__index__ returned non-int (type ${typeName(result)})`);
  if (typeof result === 'object' || typeof result === 'boolean') {
    warn(
      excTypes.DeprecationWarning,
      `__index__ returned non-int (type ${typeName(result)}).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.`,
    );
  }
  return number;
}

/** Whether `index(value)` can work. */
export function hasIndex(value: Value): boolean {
  return asInt(value) !== undefined || typeOf(value).nb_index !== undefined;
}

const SSIZE_MAX = 9223372036854775807n;

/**
 * `__index__` as a C `Py_ssize_t`, as a host number (values beyond 2**53 are only approximate, which no container's
 * length reaches).
 *
 * @param overflow type of the error for values beyond 64 bits; null: clip
 */
export function indexNumber(value: Value, overflow: PyType | null = excTypes.IndexError): number {
  const int = index(value);
  if (typeof int === 'number') return int;
  if (int > SSIZE_MAX || int < -SSIZE_MAX - 1n) {
    if (overflow === null) return int > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
    throw overflow === excTypes.OverflowError
      ? overflowError('Python int too large to convert to C ssize_t')
      : new (overflow.instanceClass as never as new (args: PyTuple) => PyObject)(
          new PyTuple([`cannot fit '${typeName(value)}' into an index-sized integer`]),
        );
  }
  return Number(int);
}

/** The class that `isinstance` looks at besides the real one: `object.__class__`. */
function claimedClass(object: Value): Value | undefined {
  return getAttrOrUndefined(object, '__class__');
}

/** `isinstance` without `__instancecheck__`. @cpython object_isinstance */
export function realIsInstance(object: Value, cls: Value): boolean {
  if (cls instanceof PyType) {
    if (isInstanceOf(object, cls)) return true;
    const claimed = claimedClass(object);
    return claimed !== undefined && claimed !== typeOf(object) && claimed instanceof PyType && claimed.isSubtype(cls);
  }
  if (basesOf(cls) === undefined) {
    throw typeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
  }
  const claimed = claimedClass(object);
  return claimed !== undefined && abstractIsSubclass(claimed, cls);
}

/** The classes of a tuple or a union. */
function membersOf(cls: Value): PyTuple | undefined {
  if (cls instanceof PyTuple) return cls;
  const type = typeOf(cls);
  return type.tp_name === 'typing.Union' && !type.isHeapType ? (cls as unknown as { args: PyTuple }).args : undefined;
}

/** `isinstance(object, cls)`. */
export function isInstance(object: Value, cls: Value): boolean {
  if (typeOf(object) === cls) return true;
  if (typeof cls === 'object' && cls.ob_type.tp_name === 'type') return realIsInstance(object, cls);
  const members = membersOf(cls);
  if (members !== undefined)
    return members.items.some((item) => withNativeDepth(' in __instancecheck__', () => isInstance(object, item)));
  const result = callSpecial(cls, '__instancecheck__', object);
  return result === undefined ? realIsInstance(object, cls) : isTrue(result);
}

function basesOf(cls: Value): PyTuple | undefined {
  const bases = getAttrOrUndefined(cls, '__bases__');
  return bases instanceof PyTuple ? bases : undefined;
}

function abstractIsSubclass(derived: Value, cls: Value): boolean {
  if (derived === cls) return true;
  return (basesOf(derived)?.items ?? []).some((base) =>
    withNativeDepth(' in __issubclass__', () => abstractIsSubclass(base, cls)),
  );
}

/** `issubclass` without `__subclasscheck__`. @cpython recursive_issubclass */
export function realIsSubclass(derived: Value, cls: Value): boolean {
  if (derived instanceof PyType && cls instanceof PyType) return derived.isSubtype(cls);
  if (basesOf(derived) === undefined) throw typeError('issubclass() arg 1 must be a class');
  if (basesOf(cls) === undefined) throw typeError('issubclass() arg 2 must be a class, a tuple of classes, or a union');
  return abstractIsSubclass(derived, cls);
}

/** `issubclass(derived, cls)`. */
export function isSubclass(derived: Value, cls: Value): boolean {
  if (typeof cls === 'object' && cls.ob_type.tp_name === 'type') {
    return derived === cls || realIsSubclass(derived, cls);
  }
  const members = membersOf(cls);
  if (members !== undefined)
    return members.items.some((item) => withNativeDepth(' in __subclasscheck__', () => isSubclass(derived, item)));
  const result = callSpecial(cls, '__subclasscheck__', derived);
  return result === undefined ? realIsSubclass(derived, cls) : isTrue(result);
}

/** `next(iterator)`. @throws StopIteration at the end, the very one with which a Python `__next__` ended */
export function next(iterator: Value): Value {
  setPendingStop(null);
  const item = iterNext(iterator);
  if (item === undefined) throw takePendingStop() ?? stopIteration();
  return item;
}

/** `origin[args]` as a `types.GenericAlias`: what a native `__class_getitem__` returns. */
export function genericAliasOf(origin: Value, args: Value): Value {
  return makeGenericAlias!(origin, args);
}
