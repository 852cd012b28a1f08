/**
 * Calls of what is not a Python function, with arguments that lie on the stack: builtin functions and methods whose
 * signature needs no binding get them without an array.
 *
 * @cpython Python/bytecodes.c CALL_BUILTIN_FAST, CALL_METHOD_DESCRIPTOR_O
 */
import type { PyBuiltinFunction, PyMethodDescriptor } from '../objects/core/index.ts';
import {
  builtinFunctionType,
  listType,
  methodDescriptorType,
  notCallable,
  None,
  typeOf,
  typeType,
  type NativeSpec,
  type PyList,
  type PyType,
  type RawImplementation,
  type Value,
} from '../objects/core/index.ts';

import { listAppend } from '../objects/list/index.ts';

type Stack = readonly (Value | undefined)[];
type Implementation = (...args: (Value | undefined)[]) => Value | void;

function callDirectly(spec: NativeSpec, stack: Stack, start: number, count: number): Value {
  const fn = spec.implementation as Implementation;
  let result: Value | void;
  switch (count) {
    case 0:
      result = fn();
      break;
    case 1:
      result = fn(stack[start]);
      break;
    case 2:
      result = fn(stack[start], stack[start + 1]);
      break;
    case 3:
      result = fn(stack[start], stack[start + 1], stack[start + 2]);
      break;
    default:
      result = fn(...stack.slice(start, start + count));
  }
  return result === undefined ? None : result;
}

function callWithReceiver(spec: NativeSpec, receiver: Value, stack: Stack, start: number, count: number): Value {
  const fn = spec.implementation as Implementation;
  let result: Value | void;
  switch (count) {
    case 0:
      result = fn(receiver);
      break;
    case 1:
      result = fn(receiver, stack[start]);
      break;
    case 2:
      result = fn(receiver, stack[start], stack[start + 1]);
      break;
    default:
      result = fn(receiver, ...stack.slice(start, start + count));
  }
  return result === undefined ? None : result;
}

/**
 * Calls `callable` with the values of `stack` from `start` to before `end`.
 *
 * @param type its type
 */
export function callNativeFromStack(callable: Value, type: PyType, stack: Stack, start: number, end: number): Value {
  if (type === methodDescriptorType) {
    const descr = callable as PyMethodDescriptor;
    const spec = descr.spec;
    if (spec === listAppend && end - start === 2 && typeOf(stack[start]!) === listType) {
      (stack[start] as PyList).items.push(stack[start + 1]!);
      return None;
    }
    if (spec.maxDirect === -2) spec.findArity();
    const count = end - start - 1;
    if (spec.isRaw && count >= 0 && typeOf(stack[start]!) === descr.owner) {
      const fn = spec.implementation as unknown as RawImplementation;
      return fn(stack[start]!, stack.slice(start + 1, end) as Value[], null) ?? None;
    }
    if (count >= spec.minDirect && count <= spec.maxDirect) {
      const actual = typeOf(stack[start]!);
      if (actual === descr.owner || actual.isSubtype(descr.owner)) return callDirectly(spec, stack, start, count + 1);
    }
  } else if (type === builtinFunctionType) {
    const func = callable as PyBuiltinFunction;
    const spec = func.spec;
    if (spec.maxDirect === -2) spec.findArity();
    const count = end - start;
    if (count >= spec.minDirect && count <= spec.maxDirect) {
      return func.receiver === undefined
        ? callDirectly(spec, stack, start, count)
        : callWithReceiver(spec, func.receiver, stack, start, count);
    }
  }
  if (type === typeType && end - start === 1) {
    const { call1 } = callable as PyType;
    if (call1 !== null) return call1(stack[start]!);
  }
  const slot = type.tp_call;
  if (slot === undefined) throw notCallable(callable);
  return slot(callable, stack.slice(start, end) as Value[], null);
}
