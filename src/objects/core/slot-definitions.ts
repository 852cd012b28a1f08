/**
 * The table between dunder methods and slots: for each dunder the slot it stands for, how Python calls a builtin type's slot
 * through it (the wrapper), and what a class that defines it gets in its slot (the dispatcher).
 *
 * @cpython Objects/typeobject.c slotdefs, wrap_*, slot_*
 */
import { None, NotImplemented, type Value } from './value.ts';
import { PyType, Py_TPFLAGS_METHOD_DESCRIPTOR } from './py-type.ts';
import type { CompareOp, Kwnames, SlotName, TypeSlots } from './slots-contract.ts';
import {
  attributeError,
  excTypes,
  isPyException,
  matches,
  overflowError,
  setPendingStop,
  stopIteration,
  takePendingStop,
  typeError,
  valueError,
} from './exception.ts';
import {
  call,
  callDescriptor,
  callDescriptor0,
  callDescriptor1,
  callMethod,
  getAttr,
  genericGetAttr,
  genericSetAttr,
  noAttribute,
} from './attributes.ts';
import {
  asInt,
  getIter,
  hasIndex,
  index,
  isEqual,
  isSequence,
  exactCount,
  isTrue,
  largeLength,
  PySequenceIterator,
} from './abstract.ts';
import { typeName, typeOf } from './builtin-types.ts';
import { asText, strFromUtf16, textToHost } from './text.ts';
import { bufferOfMemoryview, memoryviewFor, type PyBuffer } from './buffer.ts';
import { PyWrapperDescriptor, type SlotWrapper } from './native-function.ts';
import { hashInt } from './int-hash.ts';

export interface SlotDefinition extends SlotWrapper {
  readonly slot: SlotName;
  /** What stands in the slot of a class that has the dunder in Python. */
  readonly dispatcher: unknown;
}

type Wrap = SlotWrapper['call'];

function noKeywords(name: string, kwnames: Kwnames): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError(`wrapper ${name}() takes no keyword arguments`);
}

function expectArguments(name: string, args: readonly Value[], kwnames: Kwnames, min: number, max = min): void {
  noKeywords(name, kwnames);
  const given = args.length;
  if (given < min || given > max) {
    if (min === max) throw typeError(`expected ${min} argument${min === 1 ? '' : 's'}, got ${given}`);
    const bound = given < min ? `at least ${min}` : `at most ${max}`;
    throw typeError(`expected ${bound} argument${(given < min ? min : max) === 1 ? '' : 's'}, got ${given}`);
  }
}

/** The dunder of a heap type's object, called with arguments. The dispatcher stands in the slot, so it is there. */
function dispatch(self: Value, name: string, args: readonly Value[], kwnames: Kwnames = null): Value {
  const descr = typeOf(self).lookup(name);
  if (descr === undefined) throw typeError(`'${typeName(self)}' object has no attribute '${name}'`);
  return callDescriptor(descr, self, args, kwnames);
}

function dispatch0(self: Value, name: string): Value {
  const descr = typeOf(self).lookup(name);
  return descr === undefined ? dispatch(self, name, []) : callDescriptor0(descr, self);
}

function dispatch1(self: Value, name: string, a: Value): Value {
  const descr = typeOf(self).lookup(name);
  return descr === undefined ? dispatch(self, name, [a]) : callDescriptor1(descr, self, a);
}

function dispatchMaybe1(self: Value, name: string, a: Value): Value {
  const descr = typeOf(self).lookup(name);
  return descr === undefined ? NotImplemented : callDescriptor1(descr, self, a);
}

/** Like `dispatch`, but `NotImplemented` where the type lacks the dunder. None there cannot be called, and says so. */
function dispatchMaybe(self: Value, name: string, args: readonly Value[]): Value {
  const descr = typeOf(self).lookup(name);
  if (descr === undefined) return NotImplemented;
  return callDescriptor(descr, self, args);
}

const definitions: SlotDefinition[] = [];
function define(name: string, slot: SlotName, doc: string, wrap: Wrap, dispatcher: unknown): void {
  definitions.push({ name, slot, doc, call: wrap, dispatcher });
}

// --- unary -----------------------------------------------------------------------------------------------------------
function defineUnary(name: string, slot: SlotName, doc: string): void {
  define(
    name,
    slot,
    doc,
    (fn, self, args, kwnames) => {
      expectArguments(name, args, kwnames, 0);
      return (fn as (self: Value) => Value)(self);
    },
    (self: Value) => dispatch0(self, name),
  );
}

defineUnary('__repr__', 'tp_repr', 'Return repr(self).');
defineUnary('__str__', 'tp_str', 'Return str(self).');
defineUnary('__neg__', 'nb_negative', '-self');
defineUnary('__pos__', 'nb_positive', '+self');
defineUnary('__abs__', 'nb_absolute', 'abs(self)');
defineUnary('__invert__', 'nb_invert', '~self');
defineUnary('__int__', 'nb_int', 'int(self)');
defineUnary('__float__', 'nb_float', 'float(self)');
defineUnary(
  '__index__',
  'nb_index',
  'Return self converted to an integer, if self is suitable for use as an index into a list.',
);
defineUnary('__await__', 'am_await', 'Return an iterator to be used in await expression.');
defineUnary('__aiter__', 'am_aiter', 'Return an awaitable, that resolves in asynchronous iterator.');
defineUnary('__anext__', 'am_anext', 'Return a value or raise StopAsyncIteration.');

define(
  '__iter__',
  'tp_iter',
  'Implement iter(self).',
  (fn, self, args, kwnames) => {
    expectArguments('__iter__', args, kwnames, 0);
    return (fn as (self: Value) => Value)(self);
  },
  (self: Value): Value => {
    const descr = typeOf(self).lookup('__iter__');
    if (descr === None) throw typeError(`'${typeName(self)}' object is not iterable`);
    if (descr !== undefined) return callDescriptor0(descr, self);
    if (!isSequence(self)) throw typeError(`'${typeName(self)}' object is not iterable`);
    return new PySequenceIterator(self);
  },
);

define(
  '__next__',
  'tp_iternext',
  'Implement next(self).',
  (fn, self, args, kwnames) => {
    expectArguments('__next__', args, kwnames, 0);
    setPendingStop(null);
    const value = (fn as (self: Value) => Value | undefined)(self);
    if (value === undefined) throw takePendingStop() ?? stopIteration();
    return value;
  },
  (self: Value): Value | undefined => {
    try {
      return dispatch0(self, '__next__');
    } catch (error) {
      if (!matches(error, excTypes.StopIteration)) throw error;
      setPendingStop(error);
      return undefined;
    }
  },
);

define(
  '__bool__',
  'nb_bool',
  'True if self else False',
  (fn, self, args, kwnames) => {
    expectArguments('__bool__', args, kwnames, 0);
    return (fn as (self: Value) => boolean)(self);
  },
  (self: Value): boolean => {
    if (typeOf(self).lookup('__bool__') === None)
      throw typeError(`'${typeName(self)}' cannot be interpreted as a boolean`);
    const result = dispatch0(self, '__bool__');
    if (typeof result !== 'boolean') throw typeError(`__bool__ should return bool, returned ${typeName(result)}`);
    return result;
  },
);

define(
  '__len__',
  'sq_length',
  'Return len(self).',
  (fn, self, args, kwnames) => {
    expectArguments('__len__', args, kwnames, 0);
    return exactCount((fn as (self: Value) => number)(self));
  },
  (self: Value): number => {
    const result = index(dispatch0(self, '__len__'));
    if (result < 0) throw valueError('__len__() should return >= 0');
    if (typeof result === 'bigint') {
      if (result > 9223372036854775807n) throw overflowError(`cannot fit 'int' into an index-sized integer`);
      return largeLength(result);
    }
    return result;
  },
);

define(
  '__hash__',
  'tp_hash',
  'Return hash(self).',
  (fn, self, args, kwnames) => {
    expectArguments('__hash__', args, kwnames, 0);
    if (fn === null) throw typeError(`unhashable type: '${typeName(self)}'`);
    return (fn as (self: Value) => number | bigint)(self);
  },
  (self: Value): number | bigint => {
    const descr = typeOf(self).lookup('__hash__');
    if (descr === undefined || descr === None) throw typeError(`unhashable type: '${typeName(self)}'`);
    const result = callDescriptor0(descr, self);
    const int = asInt(result);
    if (int === undefined) throw typeError('__hash__ method should return an integer');
    if (typeof int === 'bigint' && BigInt.asIntN(64, int) !== int) return hashInt(int);
    return int === -1 ? -2 : int;
  },
);

define(
  '__del__',
  'tp_finalize',
  'Called when the instance is about to be destroyed.',
  (fn, self, args, kwnames) => {
    expectArguments('__del__', args, kwnames, 0);
    (fn as (self: Value) => void)(self);
    return None;
  },
  (self: Value): void => {
    dispatch0(self, '__del__');
  },
);

// --- attributes ------------------------------------------------------------------------------------------------------
function nameArgument(value: Value): string {
  const text = asText(value);
  if (text === undefined) throw typeError(`attribute name must be string, not '${typeName(value)}'`);
  return textToHost(text);
}

/** `__getattribute__` and `__getattr__` of a class. @cpython slot_tp_getattr_hook */
function getattrDispatcher(self: Value, name: string): Value | undefined {
  const type = typeOf(self);
  const getattribute = type.lookup('__getattribute__');
  const getattr = type.lookup('__getattr__');
  let value: Value | undefined;
  try {
    if (getattribute === undefined || isObjectGetattribute(getattribute)) value = genericGetAttr(self, name);
    else value = callDescriptor1(getattribute, self, strFromUtf16(name));
  } catch (error) {
    if (getattr === undefined || !matches(error, excTypes.AttributeError)) throw error;
  }
  if (value !== undefined || getattr === undefined) return value;
  return callDescriptor1(getattr, self, strFromUtf16(name));
}

function isObjectGetattribute(descr: Value): boolean {
  return descr instanceof PyWrapperDescriptor && descr.slot === genericGetAttr;
}

define(
  '__getattribute__',
  'tp_getattro',
  'Return getattr(self, name).',
  (fn, self, args, kwnames) => {
    expectArguments('__getattribute__', args, kwnames, 1);
    const name = nameArgument(args[0]!);
    const value = (fn as NonNullable<TypeSlots['tp_getattro']>)(self, name);
    if (value === undefined) throw noAttribute(self, name);
    return value;
  },
  getattrDispatcher,
);
define(
  '__getattr__',
  'tp_getattro',
  'Implement getattr(self, name) for attributes that normal lookup does not find.',
  () => NotImplemented,
  getattrDispatcher,
);

const setattrDispatcher = (self: Value, name: string, value: Value | undefined): void => {
  if (value === undefined) dispatch1(self, '__delattr__', strFromUtf16(name));
  else dispatch(self, '__setattr__', [strFromUtf16(name), value]);
};

/**
 * Stops `object.__setattr__(C, …)` from changing a type behind its metaclass' back. @cpython hackcheck
 */
function checkSetattr(self: Value, fn: unknown, what: string): void {
  let type: PyType | null = typeOf(self);
  while (type !== null && type.isHeapType) type = type.tp_base;
  if (type !== null && type.tp_setattro !== fn && type.tp_setattro !== undefined && type !== typeOf(self)) {
    const isRelated = typeOf(self).tp_mro.some((base) => base.tp_setattro === fn && base.isSubtype(type!));
    if (!isRelated) throw typeError(`can't apply this ${what} to ${typeName(self)} object`);
  } else if (
    type !== null &&
    type.tp_setattro !== fn &&
    type === typeOf(self) &&
    fn === genericSetAttr &&
    self instanceof PyType
  ) {
    throw typeError(`can't apply this ${what} to ${typeName(self)} object`);
  }
}

define(
  '__setattr__',
  'tp_setattro',
  'Implement setattr(self, name, value).',
  (fn, self, args, kwnames) => {
    expectArguments('__setattr__', args, kwnames, 2);
    checkSetattr(self, fn, '__setattr__');
    (fn as NonNullable<TypeSlots['tp_setattro']>)(self, nameArgument(args[0]!), args[1]!);
    return None;
  },
  setattrDispatcher,
);
define(
  '__delattr__',
  'tp_setattro',
  'Implement delattr(self, name).',
  (fn, self, args, kwnames) => {
    expectArguments('__delattr__', args, kwnames, 1);
    checkSetattr(self, fn, '__delattr__');
    (fn as NonNullable<TypeSlots['tp_setattro']>)(self, nameArgument(args[0]!), undefined);
    return None;
  },
  setattrDispatcher,
);

// --- comparison ------------------------------------------------------------------------------------------------------
const COMPARE_NAMES = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;
const COMPARE_SYMBOLS = ['<', '<=', '==', '!=', '>', '>='] as const;
/** As CPython does, takes a failure to get the method for its absence. @cpython slot_tp_richcompare */
const richcompareDispatcher = (left: Value, right: Value, op: CompareOp): Value => {
  const type = typeOf(left);
  const descr = type.lookup(COMPARE_NAMES[op]!);
  if (descr === undefined) return NotImplemented;
  const descrType = typeOf(descr);
  const get = descrType.tp_descr_get;
  if ((descrType.tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR) !== 0 || get === undefined)
    return callDescriptor1(descr, left, right);
  let bound: Value;
  try {
    bound = get(descr, left, type);
  } catch (error) {
    if (!isPyException(error)) throw error;
    return NotImplemented;
  }
  return call(bound, [right]);
};
COMPARE_NAMES.forEach((name, op) => {
  define(
    name,
    'tp_richcompare',
    `Return self${COMPARE_SYMBOLS[op]}value.`,
    (fn, self, args, kwnames) => {
      expectArguments(name, args, kwnames, 1);
      return (fn as NonNullable<TypeSlots['tp_richcompare']>)(self, args[0]!, op as CompareOp);
    },
    richcompareDispatcher,
  );
});

// --- calls, construction, descriptors --------------------------------------------------------------------------------
define(
  '__call__',
  'tp_call',
  'Call self as a function.',
  (fn, self, args, kwnames) => (fn as NonNullable<TypeSlots['tp_call']>)(self, args, kwnames),
  (self: Value, args: readonly Value[], kwnames: Kwnames) => dispatch(self, '__call__', args, kwnames),
);
define(
  '__init__',
  'tp_init',
  'Initialize self.  See help(type(self)) for accurate signature.',
  (fn, self, args, kwnames) => {
    (fn as NonNullable<TypeSlots['tp_init']>)(self, args, kwnames);
    return None;
  },
  (self: Value, args: readonly Value[], kwnames: Kwnames): void => {
    const result = dispatch(self, '__init__', args, kwnames);
    if (result !== None) throw typeError(`__init__() should return None, not '${typeName(result)}'`);
  },
);
define(
  '__new__',
  'tp_new',
  'Create and return new object.',
  () => NotImplemented,
  (type: PyType, args: readonly Value[], kwnames: Kwnames): Value => {
    const descr = type.lookup('__new__')!;
    const get = typeOf(descr).tp_descr_get;
    const func = get === undefined ? descr : get(descr, undefined, type);
    return call(func, [type, ...args], kwnames);
  },
);
define(
  '__get__',
  'tp_descr_get',
  'Return an attribute of instance, which is of type owner.',
  (fn, self, args, kwnames) => {
    expectArguments('__get__', args, kwnames, 1, 2);
    const object = args[0] === None ? undefined : args[0];
    const type = args[1] === None ? undefined : args[1];
    if (object === undefined && type === undefined) throw typeError('__get__(None, None) is invalid');
    return (fn as NonNullable<TypeSlots['tp_descr_get']>)(self, object, type as PyType | undefined);
  },
  (self: Value, object: Value | undefined, type: PyType | undefined): Value =>
    dispatch(self, '__get__', [object ?? None, type ?? None]),
);
const descrSetDispatcher = (self: Value, object: Value, value: Value | undefined): void => {
  const name = value === undefined ? '__delete__' : '__set__';
  if (typeOf(self).lookup(name) === undefined) throw attributeError(name);
  if (value === undefined) dispatch1(self, name, object);
  else dispatch(self, name, [object, value]);
};
define(
  '__set__',
  'tp_descr_set',
  'Set an attribute of instance to value.',
  (fn, self, args, kwnames) => {
    expectArguments('__set__', args, kwnames, 2);
    (fn as NonNullable<TypeSlots['tp_descr_set']>)(self, args[0]!, args[1]!);
    return None;
  },
  descrSetDispatcher,
);
define(
  '__delete__',
  'tp_descr_set',
  'Delete an attribute of instance.',
  (fn, self, args, kwnames) => {
    expectArguments('__delete__', args, kwnames, 1);
    (fn as NonNullable<TypeSlots['tp_descr_set']>)(self, args[0]!, undefined);
    return None;
  },
  descrSetDispatcher,
);

// --- containers ------------------------------------------------------------------------------------------------------
define(
  '__contains__',
  'sq_contains',
  'Return bool(key in self).',
  (fn, self, args, kwnames) => {
    expectArguments('__contains__', args, kwnames, 1);
    return (fn as NonNullable<TypeSlots['sq_contains']>)(self, args[0]!);
  },
  (self: Value, item: Value): boolean => {
    const descr = typeOf(self).lookup('__contains__');
    if (descr === None) throw typeError(`'${typeName(self)}' object is not a container`);
    if (descr !== undefined) return isTrue(callDescriptor1(descr, self, item));
    const iterator = getIter(self);
    const next = typeOf(iterator).tp_iternext!;
    for (let found = next(iterator); found !== undefined; found = next(iterator)) if (isEqual(found, item)) return true;
    return false;
  },
);
define(
  '__getitem__',
  'mp_subscript',
  'Return self[key].',
  (fn, self, args, kwnames) => {
    expectArguments('__getitem__', args, kwnames, 1);
    return (fn as NonNullable<TypeSlots['mp_subscript']>)(self, args[0]!);
  },
  (self: Value, key: Value) => dispatch1(self, '__getitem__', key),
);
const assSubscriptDispatcher = (self: Value, key: Value, value: Value | undefined): void => {
  const name = value === undefined ? '__delitem__' : '__setitem__';
  if (typeOf(self).lookup(name) === undefined) throw attributeError(name);
  if (value === undefined) dispatch1(self, name, key);
  else dispatch(self, name, [key, value]);
};
define(
  '__setitem__',
  'mp_ass_subscript',
  'Set self[key] to value.',
  (fn, self, args, kwnames) => {
    expectArguments('__setitem__', args, kwnames, 2);
    (fn as NonNullable<TypeSlots['mp_ass_subscript']>)(self, args[0]!, args[1]!);
    return None;
  },
  assSubscriptDispatcher,
);
define(
  '__delitem__',
  'mp_ass_subscript',
  'Delete self[key].',
  (fn, self, args, kwnames) => {
    expectArguments('__delitem__', args, kwnames, 1);
    (fn as NonNullable<TypeSlots['mp_ass_subscript']>)(self, args[0]!, undefined);
    return None;
  },
  assSubscriptDispatcher,
);

// --- binary operators ------------------------------------------------------------------------------------------------
type Binary = (left: Value, right: Value) => Value;

/** What a class with a Python operator method has in its slot. @cpython SLOT1BINFULL */
function binaryDispatcher(slot: SlotName, name: string, reflected: string): Binary {
  const dispatcher: Binary = (left, right) => {
    const leftType = typeOf(left);
    const rightType = typeOf(right);
    let tryRight = leftType !== rightType && rightType[slot] === (dispatcher as unknown);
    if (leftType[slot] === (dispatcher as unknown)) {
      if (tryRight && rightType.isSubtype(leftType)) {
        const own = rightType.lookup(reflected);
        if (own !== undefined && own !== leftType.lookup(reflected)) {
          const result = dispatchMaybe1(right, reflected, left);
          if (result !== NotImplemented) return result;
          tryRight = false;
        }
      }
      const result = dispatchMaybe1(left, name, right);
      if (result !== NotImplemented || leftType === rightType) return result;
    }
    return tryRight ? dispatchMaybe1(right, reflected, left) : NotImplemented;
  };
  return dispatcher;
}

function defineBinary(slot: SlotName, stem: string, symbol: string, docs?: readonly [string, string]): void {
  const name = `__${stem}__`;
  const reflected = `__r${stem}__`;
  const dispatcher = binaryDispatcher(slot, name, reflected);
  const [doc, reflectedDoc] = docs ?? [`Return self${symbol}value.`, `Return value${symbol}self.`];
  define(
    name,
    slot,
    doc,
    (fn, self, args, kwnames) => {
      expectArguments(name, args, kwnames, 1);
      return (fn as Binary)(self, args[0]!);
    },
    dispatcher,
  );
  define(
    reflected,
    slot,
    reflectedDoc,
    (fn, self, args, kwnames) => {
      expectArguments(reflected, args, kwnames, 1);
      return (fn as Binary)(args[0]!, self);
    },
    dispatcher,
  );
}

defineBinary('nb_add', 'add', '+');
defineBinary('nb_subtract', 'sub', '-');
defineBinary('nb_multiply', 'mul', '*');
defineBinary('nb_remainder', 'mod', '%');
defineBinary('nb_divmod', 'divmod', '', ['Return divmod(self, value).', 'Return divmod(value, self).']);
defineBinary('nb_lshift', 'lshift', '<<');
defineBinary('nb_rshift', 'rshift', '>>');
defineBinary('nb_and', 'and', '&');
defineBinary('nb_xor', 'xor', '^');
defineBinary('nb_or', 'or', '|');
defineBinary('nb_floor_divide', 'floordiv', '//');
defineBinary('nb_true_divide', 'truediv', '/');
defineBinary('nb_matrix_multiply', 'matmul', '@');

function defineInplace(slot: SlotName, stem: string, symbol: string): void {
  const name = `__${stem}__`;
  define(
    name,
    slot,
    `Return self${symbol}value.`,
    (fn, self, args, kwnames) => {
      expectArguments(name, args, kwnames, 1);
      return (fn as Binary)(self, args[0]!);
    },
    (left: Value, right: Value) => dispatchMaybe1(left, name, right),
  );
}

defineInplace('nb_inplace_add', 'iadd', '+=');
defineInplace('nb_inplace_subtract', 'isub', '-=');
defineInplace('nb_inplace_multiply', 'imul', '*=');
defineInplace('nb_inplace_remainder', 'imod', '%=');
defineInplace('nb_inplace_lshift', 'ilshift', '<<=');
defineInplace('nb_inplace_rshift', 'irshift', '>>=');
defineInplace('nb_inplace_and', 'iand', '&=');
defineInplace('nb_inplace_xor', 'ixor', '^=');
defineInplace('nb_inplace_or', 'ior', '|=');
defineInplace('nb_inplace_floor_divide', 'ifloordiv', '//=');
defineInplace('nb_inplace_true_divide', 'itruediv', '/=');
defineInplace('nb_inplace_matrix_multiply', 'imatmul', '@=');

type Ternary = (base: Value, exponent: Value, modulus: Value) => Value;
const powerDispatcher: Ternary = (base, exponent, modulus) => {
  if (modulus === None) return powerBinary(base, exponent);
  if (typeOf(base).nb_power === powerDispatcher) {
    const result = dispatchMaybe(base, '__pow__', [exponent, modulus]);
    if (result !== NotImplemented) return result;
  }
  if (typeOf(exponent).nb_power === powerDispatcher) return dispatchMaybe(exponent, '__rpow__', [base, modulus]);
  return NotImplemented;
};
const powerBinary: Binary = (left, right) => {
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  let tryRight = leftType !== rightType && rightType.nb_power === powerDispatcher;
  if (leftType.nb_power === powerDispatcher) {
    if (tryRight && rightType.isSubtype(leftType) && rightType.lookup('__rpow__') !== leftType.lookup('__rpow__')) {
      const result = dispatchMaybe1(right, '__rpow__', left);
      if (result !== NotImplemented) return result;
      tryRight = false;
    }
    const result = dispatchMaybe1(left, '__pow__', right);
    if (result !== NotImplemented || leftType === rightType) return result;
  }
  return tryRight ? dispatchMaybe1(right, '__rpow__', left) : NotImplemented;
};
define(
  '__pow__',
  'nb_power',
  'Return pow(self, value, mod).',
  (fn, self, args, kwnames) => {
    expectArguments('__pow__', args, kwnames, 1, 2);
    return (fn as Ternary)(self, args[0]!, args[1] ?? None);
  },
  powerDispatcher,
);
define(
  '__rpow__',
  'nb_power',
  'Return pow(value, self, mod).',
  (fn, self, args, kwnames) => {
    expectArguments('__rpow__', args, kwnames, 1, 2);
    return (fn as Ternary)(args[0]!, self, args[1] ?? None);
  },
  powerDispatcher,
);
define(
  '__ipow__',
  'nb_inplace_power',
  'Return self**=value.',
  (fn, self, args, kwnames) => {
    expectArguments('__ipow__', args, kwnames, 1, 2);
    return (fn as Ternary)(self, args[0]!, args[1] ?? None);
  },
  (base: Value, exponent: Value) => dispatchMaybe1(base, '__ipow__', exponent),
);

// --- buffers ---------------------------------------------------------------------------------------------------------
/** The memoryviews that Python `__buffer__` methods gave for buffers that are in use. */
const givenViews = new WeakMap<PyBuffer, Value>();

define(
  '__buffer__',
  'bf_getbuffer',
  'Return a buffer object that exposes the underlying memory of the object.',
  (_fn, self, args, kwnames) => {
    expectArguments('__buffer__', args, kwnames, 1);
    const flags = index(args[0]!);
    if (flags > 2147483647 || flags < -2147483648) throw overflowError('buffer flags out of range');
    return memoryviewFor(self, Number(flags));
  },
  (self: Value, flags: number): PyBuffer => {
    const view = dispatch1(self, '__buffer__', flags);
    const buffer = bufferOfMemoryview(view, self, flags);
    if (buffer === undefined) throw typeError('__buffer__ returned non-memoryview object');
    givenViews.set(buffer, view);
    return buffer;
  },
);
define(
  '__release_buffer__',
  'bf_releasebuffer',
  'Release the buffer object that exposes the underlying memory of the object.',
  (_fn, self, args, kwnames) => {
    expectArguments('__release_buffer__', args, kwnames, 1);
    const view = args[0]!;
    if (typeName(view) !== 'memoryview') throw typeError('expected a memoryview object');
    if (getAttr(view, 'obj') !== self) throw valueError("memoryview's buffer is not this object");
    callMethod(view, 'release');
    return None;
  },
  (self: Value, buffer: PyBuffer): void => {
    const view = givenViews.get(buffer);
    if (view !== undefined) dispatch1(self, '__release_buffer__', view);
  },
);

// --- sequences of builtin types: the same dunders over other slots ---------------------------------------------------
function defineSequence(name: string, slot: SlotName, doc: string, isRepeat: boolean): void {
  define(
    name,
    slot,
    doc,
    (fn, self, args, kwnames) => {
      expectArguments(name, args, kwnames, 1);
      if (isRepeat && !hasIndex(args[0]!)) {
        throw typeError(`'${typeName(args[0]!)}' object cannot be interpreted as an integer`);
      }
      return (fn as Binary)(self, args[0]!);
    },
    undefined,
  );
}
defineSequence('__add__', 'sq_concat', 'Return self+value.', false);
defineSequence('__mul__', 'sq_repeat', 'Return self*value.', true);
defineSequence('__rmul__', 'sq_repeat', 'Return value*self.', true);
defineSequence('__iadd__', 'sq_inplace_concat', 'Implement self+=value.', false);
defineSequence('__imul__', 'sq_inplace_repeat', 'Implement self*=value.', true);

/** All definitions, in CPython's order of precedence where one dunder stands for two slots. */
export const SLOT_DEFINITIONS: readonly SlotDefinition[] = definitions;

/** The definitions of each dunder. */
export const SLOTS_BY_DUNDER: ReadonlyMap<string, readonly SlotDefinition[]> = groupBy((definition) => definition.name);
/** The definitions of each slot. */
export const DUNDERS_BY_SLOT: ReadonlyMap<string, readonly SlotDefinition[]> = groupBy((definition) => definition.slot);

function groupBy(key: (definition: SlotDefinition) => string): Map<string, SlotDefinition[]> {
  const groups = new Map<string, SlotDefinition[]>();
  for (const definition of definitions) {
    const group = groups.get(key(definition));
    if (group === undefined) groups.set(key(definition), [definition]);
    else group.push(definition);
  }
  return groups;
}
