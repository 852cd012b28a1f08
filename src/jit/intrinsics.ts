/**
 * Builtin functions and methods that are open-coded where the kinds of their arguments are known or were seen.
 */
import {
  dictType,
  floatType,
  intType,
  listType,
  PyBuiltinFunction,
  PyMethodDescriptor,
  PyType,
  strType,
  typeType,
  type Value,
} from '../objects/core/index.ts';
import { boxed, type AbstractValue } from './abstract-value.ts';
import { asKind, likelyKind } from './arithmetic.ts';
import type { Translator } from './translator.ts';

type Args = readonly AbstractValue[];
/** Pushes the result; false when the call is to be made as any other. `guard` checks that it is this callable. */
type Intrinsic = (e: Translator, args: Args, guard: () => void) => boolean;

/** The kind of an argument of the call at hand; `fromTop` counts from the last. */
const kindOfArgument = (e: Translator, args: Args, i: number): string => likelyKind(e, args[i]!, args.length - 1 - i);

function len(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 1) return false;
  const kind = kindOfArgument(e, args, 0);
  if (kind !== 'list' && kind !== 'tuple' && kind !== 'str' && kind !== 'dict') return false;
  guard();
  const { code } = asKind(e, args[0]!, kind);
  const length = kind === 'str' ? 'length' : kind === 'dict' ? 'size' : 'items.length';
  e.push({ kind: 'int', code: e.set(`${code}.${length}`), bound: 2 ** 32 });
  return true;
}

function abs(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 1) return false;
  const kind = kindOfArgument(e, args, 0);
  if (kind !== 'int' && kind !== 'float') return false;
  guard();
  const value = asKind(e, args[0]!, kind);
  e.push({ kind, code: e.set(`Math.abs(${value.code})`), ...(value.bound !== undefined && { bound: value.bound }) });
  return true;
}

/** `min` and `max` of two ints; of floats they return one of the objects. */
function extreme(symbol: string): Intrinsic {
  return (e, args, guard) => {
    if (args.length !== 2 || kindOfArgument(e, args, 0) !== 'int' || kindOfArgument(e, args, 1) !== 'int') return false;
    guard();
    const a = asKind(e, args[0]!, 'int').code;
    const b = asKind(e, args[1]!, 'int').code;
    e.push({ kind: 'int', code: e.set(`${b} ${symbol} ${a} ? ${b} : ${a}`) });
    return true;
  };
}

function ord(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 1 || kindOfArgument(e, args, 0) !== 'str') return false;
  guard();
  const { code } = asKind(e, args[0]!, 'str');
  e.guard(`${code}.length !== 1`);
  e.push({ kind: 'int', code: e.set(`${code}.charCodeAt(0)`), bound: 65535 });
  return true;
}

function chr(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 1 || kindOfArgument(e, args, 0) !== 'int') return false;
  guard();
  const { code } = asKind(e, args[0]!, 'int');
  e.guard(`${code} < 0 || ${code} > 65535`);
  e.push({ kind: 'str', code: e.set(`String.fromCharCode(${code})`) });
  return true;
}

function append(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 2) return false;
  guard();
  e.line(`${args[0]!.code}.items.push(${boxed(args[1]!)});`);
  e.push({ kind: 'none', code: 'None' });
  return true;
}

function dictGet(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length < 2 || args.length > 3) return false;
  guard();
  const key = boxed(args[1]!);
  const otherwise = args.length === 3 ? boxed(args[2]!) : 'None';
  e.throwing();
  const found = e.set(`${args[0]!.code}.get(${key})`);
  e.push({ kind: 'any', code: e.set(`${found} === u ? ${otherwise} : ${found}`) });
  return true;
}

function squareRoot(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 1) return false;
  const kind = kindOfArgument(e, args, 0);
  if (kind !== 'int' && kind !== 'float') return false;
  guard();
  const { code } = asKind(e, args[0]!, kind);
  // Of less than 0 it raises.
  e.guard(`!(${code} >= 0)`);
  e.push({ kind: 'float', code: e.set(`Math.sqrt(${code})`) });
  return true;
}

function toFloat(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 1) return false;
  const kind = kindOfArgument(e, args, 0);
  if (kind !== 'int' && kind !== 'float') return false;
  guard();
  const value = asKind(e, args[0]!, kind);
  e.push({ ...value, kind: 'float' });
  return true;
}

function toInt(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 1) return false;
  const kind = kindOfArgument(e, args, 0);
  if (kind !== 'int' && kind !== 'float') return false;
  guard();
  const value = asKind(e, args[0]!, kind);
  if (kind === 'int') e.push(value);
  else {
    const code = e.set(`Math.trunc(${value.code}) + 0`);
    e.guard(`!(${code} >= -9007199254740991 && ${code} <= 9007199254740991)`);
    e.push({ kind: 'int', code });
  }
  return true;
}

function toStr(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 1) return false;
  const kind = kindOfArgument(e, args, 0);
  if (kind !== 'int' && kind !== 'str') return false;
  guard();
  const value = asKind(e, args[0]!, kind);
  e.push({ kind: 'str', code: kind === 'str' ? value.code : e.set(`String(${value.code})`) });
  return true;
}

function typeOfValue(e: Translator, args: Args, guard: () => void): boolean {
  if (args.length !== 1) return false;
  guard();
  e.pushAny(`typeOf(${boxed(args[0]!)})`);
  return true;
}

const BUILTINS: ReadonlyMap<string, Intrinsic> = new Map([
  ['len', len],
  ['abs', abs],
  ['min', extreme('<')],
  ['max', extreme('>')],
  ['ord', ord],
  ['chr', chr],
]);

/** Open-codes a call. Pushes the result; false when it has to be made as any other. */
export function callIntrinsic(e: Translator, callable: Value, args: Args, guard: () => void): boolean {
  return intrinsicFor(callable)?.(e, args, guard) ?? false;
}

function intrinsicFor(callable: Value): Intrinsic | undefined {
  if (callable instanceof PyBuiltinFunction) {
    if (callable.owner !== null) return undefined;
    if (callable.module === 'builtins') return BUILTINS.get(callable.name);
    return callable.module === 'math' && callable.name === 'sqrt' ? squareRoot : undefined;
  }
  if (callable instanceof PyMethodDescriptor) {
    if (callable.owner === listType && callable.name === 'append') return append;
    return callable.owner === dictType && callable.name === 'get' ? dictGet : undefined;
  }
  if (callable instanceof PyType) {
    if (callable === floatType) return toFloat;
    if (callable === intType) return toInt;
    if (callable === strType) return toStr;
    if (callable === typeType) return typeOfValue;
  }
  return undefined;
}
