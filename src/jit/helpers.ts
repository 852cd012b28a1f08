/**
 * What generated code calls. The names are those in the source; what differs from one compiled function to the next
 * (`globals`, `failed`, …) is added in `compilation.ts`.
 */
import {
  notCallable,
  contains,
  dictType,
  floatType,
  getAttr,
  getItem,
  getIter,
  hasFinalizable,
  invert,
  is,
  isTrue,
  length,
  listType,
  methodType,
  negative,
  None,
  PyCell,
  PyFloat,
  PyList,
  PySlice,
  PyTuple,
  Py_TPFLAGS_MAPPING,
  Py_TPFLAGS_SEQUENCE,
  richCompare,
  setAttr,
  setItem,
  thread,
  tupleType,
  typeError,
  typeName,
  typeOf,
  type CompareOp,
  type Kwnames,
  type PyMethod,
  type PyObject,
  type Value,
} from '../objects/core/index.ts';
import { FrameRequest, looksAtFrames } from '../objects/frame/index.ts';
import { functionType, type PyFunction } from '../objects/function/index.ts';
import { generatorType, type PyGenerator } from '../objects/generator/py-generator.ts';
import { intAnd, intOr, intXor } from '../objects/int/index.ts';
import { listIteratorType, PyListIterator } from '../objects/list/index.ts';
import { PyRangeIterator, rangeIteratorType } from '../objects/range/index.ts';
import { PyTupleIterator } from '../objects/tuple/index.ts';
import {
  addToSet,
  binaryOperation,
  bindArguments,
  buildMap,
  buildSet,
  buildString,
  callIntrinsic1,
  callKwnames,
  callNativeFromStack,
  convertValue,
  extendList,
  formatSimple,
  formatWithSpec,
  loadGlobal,
  loadMethodOf,
  loadSpecial,
  loadSuperAttribute,
  makeFunction,
  matchClass,
  matchKeys,
  mergeKeywords,
  setFunctionAttribute,
  spreadArguments,
  storeName,
  unpackEx,
  unpackSequence,
  updateDict,
  updateSet,
} from '../vm/index.ts';
import { interpret } from './activation.ts';

function floorDivideInts(left: number, right: number): number {
  const remainder = left % right;
  const quotient = (left - remainder) / right;
  return (remainder !== 0 && remainder < 0 !== right < 0 ? quotient - 1 : quotient) + 0;
}

function remainderOfInts(left: number, right: number): number {
  const remainder = left % right;
  return (remainder !== 0 && remainder < 0 !== right < 0 ? remainder + right : remainder) + 0;
}

/** The end of `range(start, stop, step)`: the item after the last. */
function endOfRange(start: number, stop: number, step: number): number {
  const count = Math.max(0, Math.ceil((stop - start) / step));
  return start + count * step;
}

function rangeIterator(next: number, end: number, step: number): PyRangeIterator {
  return new PyRangeIterator(next, step, Math.max(0, (end - next) / step));
}

function itemsIterator(sequence: PyList | PyTuple, index: number): PyObject {
  const iterator = sequence instanceof PyList ? new PyListIterator(sequence) : new PyTupleIterator(sequence);
  iterator.index = index;
  return iterator;
}

function compareBool(left: Value, right: Value, which: CompareOp): boolean {
  return isTrue(richCompare(left, right, which));
}

function nextItem(iterator: Value): Value | undefined {
  const type = typeOf(iterator);
  const next = type.tp_iternext;
  if (next === undefined) throw typeError(`'${type.tp_name}' object is not iterable`);
  return next(iterator);
}

/** Whether something is to be looked at when it is dropped, which the interpreter does. */
function isFinalizable(value: Value): boolean {
  return typeof value === 'object' && value.ob_type.tp_finalize !== undefined;
}

function isNotedGenerator(iterator: PyObject): boolean {
  return iterator.ob_type === generatorType && (iterator as PyGenerator).isNoted;
}

function initResult(value: Value): unknown {
  return typeError(`__init__() should return None, not '${typeName(value)}'`);
}

class Found {
  readonly callable: Value;
  readonly self: Value | undefined;
  constructor(callable: Value, self: Value | undefined) {
    this.callable = callable;
    this.self = self;
  }
}

/** The method of that name, and the object where it takes one. */
function methodOf(owner: Value, name: string): Found {
  const pair: (Value | undefined)[] = [owner, undefined];
  loadMethodOf(pair, name);
  return new Found(pair[0]!, pair[1]);
}

function superAttribute(stack: (Value | undefined)[], name: string, arg: number): (Value | undefined)[] {
  loadSuperAttribute(stack, 3, name, arg);
  return stack;
}

function special(owner: Value, which: number): (Value | undefined)[] {
  const pair: (Value | undefined)[] = [owner, undefined];
  loadSpecial(pair, 1, which);
  return pair;
}

type Args = (Value | undefined)[];

function callFunction(func: PyFunction, args: Args, kwnames: Kwnames): Value {
  const { code } = func;
  const isSimple = kwnames === null && code.isSimple && code.argcount === args.length;
  const values = isSimple
    ? args
    : bindArguments(func, args, 0, kwnames === null ? args.length : args.length - kwnames.length, kwnames);
  const count = code.parameterCount;
  const { entry } = code;
  if (entry === null) return interpret(func, values);
  switch (count) {
    case 0:
      return entry(func);
    case 1:
      return entry(func, values[0]);
    case 2:
      return entry(func, values[0], values[1]);
    case 3:
      return entry(func, values[0], values[1], values[2]);
    default:
      return entry(func, ...values.slice(0, count));
  }
}

/** Calls whatever it is. */
function callWith(callable: Value, args: Args, kwnames: Kwnames): Value {
  let type = typeOf(callable);
  if (type === methodType) {
    args = [(callable as PyMethod).self, ...args];
    callable = (callable as PyMethod).func;
    type = typeOf(callable);
  }
  if (type === functionType) return callFunction(callable as PyFunction, args, kwnames);
  // The interpreter makes this call, in a frame that can be seen.
  if (looksAtFrames(callable)) throw new FrameRequest();
  if (kwnames === null) return callNativeFromStack(callable, type, args, 0, args.length);
  const slot = type.tp_call;
  if (slot === undefined) throw notCallable(callable);
  return slot(callable, args as Value[], kwnames);
}

function callValue(callable: Value, args: Args): Value {
  return callWith(callable, args, null);
}

/** The same where the place below the arguments may hold an object or NULL. */
function callMaybe(callable: Value, self: Value | undefined, args: Args): Value {
  return callWith(callable, self === undefined ? args : [self, ...args], null);
}

function callKeywords(callable: Value, self: Value | undefined, args: Args, names: PyTuple): Value {
  return callWith(callable, self === undefined ? args : [self, ...args], callKwnames(names));
}

function callSpread(callable: Value, args: Value, keywords: Value | undefined): Value {
  // Before the arguments are taken from an iterator.
  if (looksAtFrames(callable)) throw new FrameRequest();
  const given = spreadArguments(callable, args, keywords);
  return callWith(callable, given.args as Value[], given.kwnames);
}

const isMapping = (value: Value): boolean => typeOf(value).hasFlag(Py_TPFLAGS_MAPPING);
const isSequence = (value: Value): boolean => typeOf(value).hasFlag(Py_TPFLAGS_SEQUENCE);

/** Everything, for the running thread. */
export function helpersOf(): Record<string, unknown> {
  return {
    t: thread,
    u: undefined,
    None,
    PyCell,
    PyFloat,
    PyList,
    PySlice,
    PyTuple,
    dictType,
    floatType,
    functionType,
    listIteratorType,
    listType,
    rangeIteratorType,
    tupleType,
    addToSet,
    andInts: intAnd,
    binaryOperation,
    buildMap,
    buildSet,
    buildString,
    callIntrinsic1,
    callKeywords,
    callMaybe,
    callSpread,
    callValue,
    compareBool,
    contains,
    convertValue,
    endOfRange,
    extendList,
    floorDivideInts,
    formatSimple,
    formatWithSpec,
    getAttribute: getAttr,
    getItem,
    getIter,
    hasFinalizable,
    initResult,
    interpret,
    invert,
    is,
    isFinalizable,
    isMapping,
    isNotedGenerator,
    isSequence,
    isTrue,
    itemsIterator,
    length,
    loadGlobal,
    makeFunction,
    matchClass,
    matchKeys,
    mergeKeywords,
    methodOf,
    negative,
    nextItem,
    orInts: intOr,
    rangeIterator,
    remainderOfInts,
    richCompare,
    setAttribute: setAttr,
    setFunctionAttribute,
    setItem,
    special,
    storeName,
    superAttribute,
    typeOf,
    unpackEx,
    unpackSequence,
    updateDict,
    updateSet,
    xorInts: intXor,
  };
}

/** Names that generated code takes from its helpers. */
export const HELPER_NAMES: readonly string[] = [
  't',
  'u',
  'None',
  'PyCell',
  'PyFloat',
  'PyList',
  'PySlice',
  'PyTuple',
  'dictType',
  'floatType',
  'functionType',
  'listIteratorType',
  'listType',
  'rangeIteratorType',
  'tupleType',
  'addToSet',
  'andInts',
  'binaryOperation',
  'buildMap',
  'buildSet',
  'buildString',
  'builtins',
  'callIntrinsic1',
  'callKeywords',
  'callMaybe',
  'callSpread',
  'callValue',
  'caught',
  'compareBool',
  'contains',
  'convertValue',
  'isFinalizable',
  'isNotedGenerator',
  'endOfRange',
  'extendList',
  'failed',
  'floorDivideInts',
  'formatSimple',
  'formatWithSpec',
  'getAttribute',
  'getItem',
  'getIter',
  'globals',
  'hasFinalizable',
  'initResult',
  'interpret',
  'invert',
  'is',
  'isMapping',
  'isSequence',
  'isTrue',
  'itemsIterator',
  'left',
  'length',
  'loadGlobal',
  'makeFunction',
  'matchClass',
  'matchKeys',
  'mergeKeywords',
  'methodOf',
  'negative',
  'nextItem',
  'orInts',
  'rangeIterator',
  'remainderOfInts',
  'richCompare',
  'setAttribute',
  'setFunctionAttribute',
  'setItem',
  'special',
  'standIn',
  'stress',
  'storeName',
  'superAttribute',
  'typeOf',
  'unpackEx',
  'unpackSequence',
  'unseen',
  'updateDict',
  'updateSet',
  'xorInts',
];
