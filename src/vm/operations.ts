/**
 * The longer cases of the eval loop.
 *
 * @cpython Python/bytecodes.c, Python/ceval.c
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../code/code-object.ts';
import type { PyCell, PyModule, PyTuple, PyBaseException } from '../objects/core/index.ts';
import {
  asText,
  call,
  callMethod,
  codePointsOf,
  excTypes,
  getAttr,
  matches,
  nameError,
  None,
  PyDict,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  PyType,
  repr,
  reprText,
  setItem,
  str,
  strFromCodePoints,
  strFromUtf16,
  strHost,
  strType,
  systemError,
  stopIteration,
  takePendingStop,
  setPendingStop,
  textToHost,
  thread,
  tupleType,
  typeError,
  typeOf,
  getName,
  type Kwnames,
  type Text,
  type Value,
} from '../objects/core/index.ts';
import { asciiText, formatValue } from '../objects/str/index.ts';
import type { PyFrame } from '../objects/frame/py-frame.ts';
import { sendToAwaitable, type Sent } from '../objects/generator/async-generator.ts';
import { PyFunction } from '../objects/function/py-function.ts';
import type { PyCode } from '../objects/function/py-code.ts';
import { makeCoroutine } from '../objects/generator/coroutine.ts';
import { PyAsyncGenerator, PyGenerator } from '../objects/generator/py-generator.ts';
import { noteGenerator } from '../objects/generator/finalize.ts';
import { addAll, PySet } from '../objects/set/index.ts';
import { isWatching, traceException } from './tracing.ts';
import { argumentsFromIterable, mergeKeywords } from './unpacking.ts';
import { mappingGet } from './names.ts';

type Stack = (Value | undefined)[];

const kwnamesOfTuples = new WeakMap<PyTuple, readonly string[]>();

/** The keyword names of a CALL_KW: its constant tuple as host strings. */
export function callKwnames(names: PyTuple): readonly string[] {
  let kwnames = kwnamesOfTuples.get(names);
  if (kwnames === undefined) {
    kwnames = names.items.map((name) => textToHost(asText(name)!));
    kwnamesOfTuples.set(names, kwnames);
  }
  return kwnames;
}

export interface CallArguments {
  /** Positional values, then those of `kwnames`. */
  readonly args: readonly Value[];
  readonly kwnames: Kwnames;
  readonly keywordCount: number;
}

/** The arguments of `f(*args, **kwargs)`. */
export function spreadArguments(callable: Value, positional: Value, keywords: Value | undefined): CallArguments {
  const values = argumentsFromIterable(callable, positional);
  if (keywords === undefined) return { args: values, kwnames: null, keywordCount: 0 };
  let dict: PyDict;
  if (keywords instanceof PyDict) dict = keywords;
  else {
    dict = new PyDict();
    mergeKeywords(dict, keywords, callable);
  }
  if (dict.size === 0) return { args: values, kwnames: null, keywordCount: 0 };
  const args = values.slice();
  const kwnames: string[] = [];
  for (const [key, value] of dict.entries()) {
    const name = asText(key);
    if (name === undefined) throw typeError('keywords must be strings');
    kwnames.push(textToHost(name));
    args.push(value);
  }
  return { args, kwnames, keywordCount: kwnames.length };
}

export function buildSet(stack: Stack, start: number, count: number): Value {
  const set = new PySet();
  for (let i = 0; i < count; i++) set.add(stack[start + i]!);
  return set;
}

export function addToSet(set: Value, value: Value): void {
  (set as PySet).add(value);
}

/** SET_UPDATE: `{*value}`. */
export function updateSet(set: Value, value: Value): void {
  addAll(set as PySet, value);
}

export function buildMap(stack: Stack, start: number, count: number): PyDict {
  const dict = new PyDict();
  for (let i = 0; i < count; i++) dict.set(stack[start + 2 * i]!, stack[start + 2 * i + 1]!);
  return dict;
}

/** Joins the parts of an f-string. */
export function buildString(stack: Stack, start: number, count: number): Value {
  let result = '';
  for (let i = 0; i < count; i++) {
    const part = stack[start + i]!;
    if (typeof part !== 'string') return buildWideString(stack, start, count);
    result += part;
  }
  return result;
}

function buildWideString(stack: Stack, start: number, count: number): Value {
  const codePoints: number[] = [];
  for (let i = 0; i < count; i++)
    for (const codePoint of codePointsOf(asText(stack[start + i]!) as Text)) codePoints.push(codePoint);
  return strFromCodePoints(codePoints);
}

/** `format(value, '')`. */
export function formatSimple(value: Value): Value {
  return typeOf(value) === strType ? value : formatValue(value, '');
}

export function formatWithSpec(value: Value, spec: Value): Value {
  return formatValue(value, spec);
}

/** `!s`, `!r`, `!a`. */
export function convertValue(value: Value, conversion: number): Value {
  switch (conversion) {
    case 1:
      return str(value);
    case 2:
      return repr(value);
    default:
      return asciiText(reprText(value));
  }
}

/** MAKE_FUNCTION. */
export function makeFunction(code: PyCode, frame: PyFrame): PyFunction {
  const plain = code.code;
  return new PyFunction(
    code,
    frame.globals,
    frame.builtins,
    strFromUtf16(plain.co_name),
    strFromUtf16(plain.co_qualname),
  );
}

/** SET_FUNCTION_ATTRIBUTE. @cpython Include/internal/pycore_opcode_utils.h MAKE_FUNCTION_DEFAULTS */
export function setFunctionAttribute(func: PyFunction, value: Value, which: number): void {
  switch (which) {
    case 1:
      func.defaults = value as PyTuple;
      return;
    case 2:
      func.kwdefaults = value as PyDict;
      return;
    case 4:
      func.annotations = value;
      return;
    case 8:
      func.closureTuple = value as PyTuple;
      func.closure = (value as PyTuple).items as readonly PyCell[];
      return;
    case 16:
      func.annotate = value;
      if (value instanceof PyFunction) value.qualname = strFromUtf16(`${strHost(func.qualname)}.__annotate__`);
      return;
    default:
      throw systemError('unknown function attribute');
  }
}

/** RETURN_GENERATOR: the generator, coroutine or asynchronous generator of a frame that is about to start. */
export function makeGenerator(frame: PyFrame): PyGenerator {
  const func = frame.func!;
  const flags = frame.code.flags;
  const generator =
    (flags & CO_COROUTINE) !== 0
      ? makeCoroutine(frame, func.name, func.qualname)
      : (flags & CO_ASYNC_GENERATOR) !== 0
        ? new PyAsyncGenerator(frame, func.name, func.qualname)
        : new PyGenerator(frame, func.name, func.qualname);
  frame.generator = generator;
  noteGenerator(generator);
  return generator;
}

/** Tells of a StopIteration that ends a `yield from` or an `await`; the code never sees it. @cpython _PyEval_MonitorRaise */
function traceStop(stop: PyBaseException): void {
  traceException(thread, thread.currentFrame!, stop);
}

/** `yield from` and `await` of anything that the loop does not resume itself. @cpython PyIter_Send */
export function sendValue(receiver: Value, value: Value): Sent {
  const sent = sendToAwaitable(receiver, value);
  if (sent !== undefined) {
    if (sent.isFinished && isWatching(thread)) traceStop(stopIteration(sent.value));
    return sent;
  }
  const next = typeOf(receiver).tp_iternext;
  if (value === None && next !== undefined) {
    setPendingStop(null);
    const item = next(receiver);
    if (item !== undefined) return { value: item, isFinished: false };
    const stop = takePendingStop();
    if (stop !== null && isWatching(thread)) traceStop(stop);
    return { value: stop?.field('value') ?? None, isFinished: true };
  }
  try {
    return { value: callMethod(receiver, 'send', value), isFinished: false };
  } catch (error) {
    if (matches(error, excTypes.StopIteration))
      return { value: (error as PyBaseException).field('value'), isFinished: true };
    throw error;
  }
}

/** LOAD_BUILD_CLASS. */
export function loadBuildClass(frame: PyFrame): Value {
  const value = mappingGet(frame.builtins, '__build_class__');
  if (value === undefined) throw nameError('__build_class__ not found', '__build_class__');
  return value;
}

/** LOAD_COMMON_CONSTANT. @cpython Include/internal/pycore_opcode_utils.h CONSTANT_ASSERTIONERROR */
export function commonConstant(_frame: PyFrame, index: number): Value {
  switch (index) {
    case 0:
      return excTypes.AssertionError;
    case 1:
      return excTypes.NotImplementedError;
    case 2:
      return tupleType;
    default: {
      // `all` and `any` of the interpreter, whatever `builtins` says now.
      const builtins = thread.interp.importModule('builtins') as PyModule;
      return builtins.ob_dict.getStr(index === 3 ? 'all' : 'any')!;
    }
  }
}

/** SETUP_ANNOTATIONS: `__annotations__` of a namespace. */
export function setupAnnotations(frame: PyFrame): void {
  const locals = frame.locals;
  if (locals === null) throw systemError('no locals found when setting up annotations');
  if (mappingGet(locals, '__annotations__') === undefined) setItem(locals, '__annotations__', new PyDict());
}

const SPECIAL_METHODS = ['__enter__', '__exit__', '__aenter__', '__aexit__'];

/** LOAD_SPECIAL: the special method that `with` calls, as function and object. The object is at `sp - 1`. */
export function loadSpecial(stack: Stack, sp: number, which: number): void {
  const owner = stack[sp - 1]!;
  const type = typeOf(owner);
  const name = SPECIAL_METHODS[which]!;
  const descr = type.lookup(name);
  if (descr === undefined) throw cannotEnter(type, which, name);
  const descrType = typeOf(descr);
  if ((descrType.tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR) !== 0) {
    stack[sp - 1] = descr;
    stack[sp] = owner;
    return;
  }
  const get = descrType.tp_descr_get;
  stack[sp - 1] = get === undefined ? descr : get(descr, owner, type);
  stack[sp] = undefined;
}

function qualifiedTypeName(type: PyType): string {
  const module = type.isHeapType ? getAttr(type, '__module__') : type.moduleName;
  const text = asText(module);
  if (text === undefined || text === 'builtins' || text === '__main__') return type.ht_qualname;
  return `${textToHost(text)}.${type.ht_qualname}`;
}

function cannotEnter(type: PyType, which: number, name: string): Value {
  const isAsync = which >= 2;
  const other = (verb: string): Value | undefined => type.lookup(isAsync ? `__${verb}__` : `__a${verb}__`);
  const hint =
    other('enter') !== undefined && other('exit') !== undefined
      ? ` but it supports the ${isAsync ? '' : 'asynchronous '}context manager protocol. Did you mean to use '${isAsync ? 'with' : 'async with'}'?`
      : '';
  return typeError(
    `'${qualifiedTypeName(type)}' object does not support the ${isAsync ? 'asynchronous ' : ''}context manager protocol (missed ${name} method)${hint}`,
  );
}

/** LOAD_SUPER_ATTR: super, class, self -- attribute, (self or NULL). @returns the new stack pointer */
export function loadSuperAttribute(stack: Stack, sp: number, name: string, arg: number): number {
  const self = stack[--sp]!;
  const cls = stack[--sp]!;
  const superType = stack[sp - 1]!;
  const isMethod = (arg & 1) !== 0;
  if (superType instanceof PyType && superType.tp_name === 'super' && !superType.isHeapType && cls instanceof PyType) {
    const found = superLookup(cls, self, name);
    if (found !== undefined) {
      const descrType = typeOf(found);
      if (isMethod && (descrType.tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR) !== 0) {
        stack[sp - 1] = found;
        stack[sp++] = self;
        return sp;
      }
      const get = descrType.tp_descr_get;
      stack[sp - 1] = get === undefined ? found : get(found, self, typeOf(self));
      if (isMethod) stack[sp++] = undefined;
      return sp;
    }
    stack[sp - 1] = getAttr(call(superType, [cls, self]), name);
  } else {
    stack[sp - 1] = getAttr((arg & 2) !== 0 ? call(superType, [cls, self]) : call(superType, []), name);
  }
  if (isMethod) stack[sp++] = undefined;
  return sp;
}

/** What `super(cls, self)` finds when `self` is a plain instance; `undefined` in all other cases. */
function superLookup(cls: PyType, self: Value, name: string): Value | undefined {
  if (name === '__class__' || self instanceof PyType) return undefined;
  const mro = typeOf(self).tp_mro;
  const at = mro.indexOf(cls);
  if (at < 0) return undefined;
  for (let i = at + 1; i < mro.length; i++) {
    const value = getName(mro[i]!.ownDict(), name);
    if (value !== undefined) return value;
  }
  return undefined;
}
