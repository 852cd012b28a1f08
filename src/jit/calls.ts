/**
 * Calls: Python functions that are known are called as JavaScript functions, without a frame; classes make their object and
 * call `__init__`; native functions get their arguments directly.
 */
import {
  bytearrayType,
  objectInit,
  objectNew,
  PyBuiltinFunction,
  PyMethodDescriptor,
  PyType,
  Py_TPFLAGS_IS_ABSTRACT,
  typeType,
  type NativeSpec,
  type Value,
} from '../objects/core/index.ts';
import { looksAtFrames } from '../objects/frame/index.ts';
import { PyFunction, type PyCode } from '../objects/function/index.ts';
import { rangeType } from '../objects/range/index.ts';
import { op } from '../opcode/python-3.14.generated.ts';
import { boxed, type AbstractValue } from './abstract-value.ts';
import { asKind, likelyKind } from './arithmetic.ts';
import { callIntrinsic } from './intrinsics.ts';
import type { Translator } from './translator.ts';

/** CALL: callable, self or NULL, arguments -- result */
export function callInstruction(e: Translator, count: number): void {
  const args: AbstractValue[] = [];
  for (let i = 0; i < count; i++) args.unshift(e.pop());
  const self = e.pop();
  const callable = e.pop();
  const taken = count + 2;
  const hasSelf = self.kind !== 'unbound';
  const isSelfKnown = !hasSelf || self.isSelf === true || (self.kind !== 'any' && self.kind !== 'maybe-float');
  const given = hasSelf ? [self, ...args] : args;
  if (e.mayGuess && isSelfKnown && callKnown(e, callable, given, taken)) return;
  const texts = args.map(boxed).join(', ');
  const code = boxed(callable);
  e.throwing(taken);
  if (isSelfKnown) e.pushAny(`callValue(${code}, [${given.map(boxed).join(', ')}])`);
  else e.pushAny(`callMaybe(${code}, ${boxed(self)}, [${texts}])`);
}

function callKnown(e: Translator, callable: AbstractValue, args: readonly AbstractValue[], taken: number): boolean {
  if (callable.candidates !== undefined) return callSameCode(e, callable, args, taken);
  const expected = (callable.expected ?? e.around.profile?.callable(e.at)) as Value | undefined;
  if (expected === undefined) return callSameCode(e, callable, args, taken);
  const name = e.constant(expected);
  if (looksAtFrames(expected) && !(expected === typeType && args.length === 1)) {
    e.leave();
    return true;
  }
  if (expected instanceof PyFunction) {
    const all = positional(e, expected, args);
    if (all === undefined) return false;
    if (callable.code !== name) e.guard(`${callable.code} !== ${name}`);
    e.guard(`${name}.version !== ${expected.version}`);
    callFunctionOf(e, expected, name, all, taken);
    return true;
  }
  if (expected instanceof PyBuiltinFunction) return callBuiltin(e, callable, expected, args, taken);
  if (expected instanceof PyMethodDescriptor) return callDescriptor(e, callable, expected, args, taken);
  if (expected instanceof PyType) return callType(e, callable, expected, args, taken);
  return false;
}

/** A few functions, or functions made anew from one code: closures. */
function callSameCode(e: Translator, callable: AbstractValue, args: readonly AbstractValue[], taken: number): boolean {
  const seen = callable.candidates ?? e.around.profile?.callables(e.at) ?? [];
  if (seen.length === 0 || callable.kind !== 'any') return false;
  const codes = new Set<PyCode>();
  for (const func of seen) {
    if (!(func instanceof PyFunction) || !func.code.isSimple || func.code.argcount !== args.length) return false;
    codes.add(func.code);
  }
  const name = callable.code;
  if (callable.candidates === undefined) e.guard(`typeof ${name} !== 'object' || ${name}.ob_type !== functionType`);
  const code = e.set(`${name}.code`);
  e.guard([...codes].map((known) => `${code} !== ${e.constant(known)}`).join(' && '));
  const texts = args.map(boxed);
  if (codes.size === 1) callCode(e, [...codes][0]!, name, texts, taken);
  else {
    e.throwing(taken);
    const entry = e.set(`${code}.entry`);
    e.pushAny(
      `${entry} !== null ? ${entry}(${[name, ...texts].join(', ')}) : interpret(${name}, [${texts.join(', ')}])`,
    );
  }
  return true;
}

/** Arguments with defaults filled in; `undefined` when binding them takes more. */
function positional(e: Translator, func: PyFunction, args: readonly AbstractValue[]): string[] | undefined {
  const code = func.code;
  if (!code.isSimple || args.length > code.argcount) return undefined;
  const texts = args.map(boxed);
  const missing = code.argcount - args.length;
  if (missing === 0) return texts;
  const defaults = func.defaults?.items ?? [];
  if (missing > defaults.length) return undefined;
  for (const value of defaults.slice(defaults.length - missing)) texts.push(e.constant(value));
  return texts;
}

/** Calls a function that has been checked to be the one, with all its parameters. */
export function callFunctionOf(
  e: Translator,
  func: PyFunction,
  name: string,
  args: readonly string[],
  taken: number,
): void {
  callCode(e, func.code, name, args, taken);
}

function callText(e: Translator, code: PyCode, func: string, args: readonly string[]): string {
  const entry = `${e.constant(code)}.entry`;
  const list = args.join(', ');
  return `${entry} !== null ? ${entry}(${[func, ...args].join(', ')}) : interpret(${func}, [${list}])`;
}

function callCode(e: Translator, code: PyCode, func: string, args: readonly string[], taken: number): void {
  e.throwing(taken);
  e.pushAny(callText(e, code, func, args));
}

/** Passes values straight to the native implementation. */
function callDirectly(e: Translator, spec: NativeSpec, args: readonly string[], taken: number): void {
  e.throwing(taken);
  const result = e.set(`${e.constant(spec.implementation)}(${args.join(', ')})`);
  e.push({ kind: 'any', code: e.set(`${result} === u ? None : ${result}`) });
}

function takesDirectly(spec: NativeSpec, count: number): boolean {
  if (spec.maxDirect === -2) spec.findArity();
  return count >= spec.minDirect && count <= spec.maxDirect;
}

function guardSame(e: Translator, callable: AbstractValue, expected: Value): void {
  const name = e.constant(expected);
  if (callable.code !== name) e.guard(`${callable.code} !== ${name}`);
}

function callBuiltin(
  e: Translator,
  callable: AbstractValue,
  expected: PyBuiltinFunction,
  args: readonly AbstractValue[],
  taken: number,
): boolean {
  if (callIntrinsic(e, expected, args, () => guardSame(e, callable, expected))) return true;
  if (!takesDirectly(expected.spec, args.length)) return false;
  guardSame(e, callable, expected);
  const texts = args.map(boxed);
  if (expected.receiver !== undefined) texts.unshift(e.constant(expected.receiver));
  callDirectly(e, expected.spec, texts, taken);
  return true;
}

function callDescriptor(
  e: Translator,
  callable: AbstractValue,
  expected: PyMethodDescriptor,
  args: readonly AbstractValue[],
  taken: number,
): boolean {
  // Only where LOAD_METHOD has checked the type of the object.
  if (args[0]?.isSelf !== true || callable.code !== e.constant(expected)) return false;
  // A view that was dropped no longer keeps its array from being resized: whether it was, only the interpreter can tell.
  if (expected.owner === bytearrayType) e.line(`if (${args[0].code}.exports > 0) ${e.leaveHere()}`);
  if (callIntrinsic(e, expected, args, () => undefined)) return true;
  if (!takesDirectly(expected.spec, args.length - 1)) return false;
  callDirectly(e, expected.spec, args.map(boxed), taken);
  return true;
}

function callType(
  e: Translator,
  callable: AbstractValue,
  type: PyType,
  args: readonly AbstractValue[],
  taken: number,
): boolean {
  if (type === rangeType && e.code.plainOps[e.at + 1] === op.GET_ITER) return makeRange(e, callable, args);
  if (callIntrinsic(e, type, args, () => guardSame(e, callable, type))) return true;
  if (!type.isHeapType || type.tp_new !== objectNew || type.ob_type.tp_call !== typeType.tp_call) return false;
  if ((type.tp_flags & Py_TPFLAGS_IS_ABSTRACT) !== 0) return false;
  const name = e.constant(type);
  const init = type.lookup('__init__');
  if (init instanceof PyFunction) {
    const texts = positional(e, init, [{ kind: 'any', code: 'self' }, ...args]);
    if (texts === undefined) return false;
    const func = e.constant(init);
    guardSame(e, callable, type);
    e.guard(`${name}.version !== ${type.version} || ${func}.version !== ${init.version}`);
    const object = e.set(`new ${e.constant(type.instanceClass)}()`);
    texts[0] = object;
    e.throwing(taken, object);
    const result = e.set(callText(e, init.code, func, texts));
    e.line(`if (${result} !== None) throw initResult(${result});`);
    e.push({ kind: 'any', code: object });
    return true;
  }
  if (type.tp_init !== objectInit || args.length > 0) return false;
  guardSame(e, callable, type);
  e.guard(`${name}.version !== ${type.version}`);
  e.pushAny(`new ${e.constant(type.instanceClass)}()`);
  return true;
}

/** `range(…)` that a loop goes over: no object is made. */
function makeRange(e: Translator, callable: AbstractValue, args: readonly AbstractValue[]): boolean {
  if (args.length === 0 || args.length > 3) return false;
  const step = args.length < 3 ? 1 : Number(args[2]!.code.replace(/[()]/g, ''));
  const isStepKnown = Number.isInteger(step) && step !== 0 && Math.abs(step) <= 1e6;
  // Where nothing was seen they are taken for ints, too.
  const profiled = (value: AbstractValue, i: number): boolean =>
    likelyKind(e, value, args.length - 1 - i) === 'int' ||
    (value.kind === 'any' && e.mayGuess && e.kinds(args.length - 1 - i) === 0);
  if (!args.every(profiled)) return false;
  guardSame(e, callable, rangeType);
  const [first, second] = args.map((value) => asKind(e, value, 'int').code);
  const start = second === undefined ? '0' : first!;
  const stop = second ?? first!;
  if (!isStepKnown) {
    const by = asKind(e, args[2]!, 'int').code;
    e.guard(`${by} === 0`);
    const last = e.set(`endOfRange(${start}, ${stop}, ${by})`);
    e.guard(`${last} > 9007199254740991 || ${last} < -9007199254740991`);
    e.push({ kind: 'range-iterator', code: e.set(`rangeIterator(${start}, ${last}, ${by})`) });
    return true;
  }
  let end: string;
  if (step === 1) end = stop;
  else {
    end = e.set(`endOfRange(${start}, ${stop}, ${step})`);
    e.guard(`${end} > 9007199254740991 || ${end} < -9007199254740991`);
  }
  e.push({ kind: 'range', code: start, extra: end, step });
  return true;
}

/** CALL_KW: callable, self or NULL, arguments, names -- result */
export function callWithKeywords(e: Translator, count: number): void {
  const names = boxed(e.pop());
  const args: string[] = [];
  for (let i = 0; i < count; i++) args.unshift(boxed(e.pop()));
  const self = boxed(e.pop());
  const callable = boxed(e.pop());
  e.throwing(count + 3);
  e.pushAny(`callKeywords(${callable}, ${self}, [${args.join(', ')}], ${names})`);
}

/** CALL_FUNCTION_EX: callable, NULL, arguments, keywords or NULL -- result */
export function callSpread(e: Translator): void {
  const keywords = boxed(e.pop());
  const args = boxed(e.pop());
  e.pop();
  const callable = boxed(e.pop());
  e.throwing(4);
  e.pushAny(`callSpread(${callable}, ${args}, ${keywords})`);
}
