/**
 * Fires the events of `sys.monitoring`. Code that is monitored is instrumented like code that is traced (`tracing.ts`).
 *
 * @cpython Python/instrumentation.c
 */
import { op } from '../opcode/python-3.14.generated.ts';
import {
  builtinFunctionType,
  call,
  makeBuiltinType,
  methodDescriptorType,
  methodType,
  None,
  objectType,
  PyType,
  stopIteration,
  thread,
  typeOf,
  typeSpec,
  valueError,
  type PyBaseException,
  type PyMethod,
  type ThreadState,
  type Value,
} from '../objects/core/index.ts';
import { FrameExtra, type PyFrame } from '../objects/frame/py-frame.ts';
import {
  EVENT,
  EVENT_NAMES,
  LOCAL_EVENT_COUNT,
  MonitoringState,
  PyMonitoringMarker,
  TOOL_COUNT,
} from '../objects/frame/monitoring-state.ts';
import { PyFunction } from '../objects/function/py-function.ts';
import { PyGenerator } from '../objects/generator/py-generator.ts';
import type { PyCode } from '../objects/function/py-code.ts';

/** The type of `DISABLE` and `MISSING`. */
export const markerType = makeBuiltinType('object', objectType, PyMonitoringMarker);
export const markerSpec = typeSpec(markerType, {});
/** What a callback returns to be called no more for this instruction. */
export const DISABLE = new PyMonitoringMarker();
/** Stands for the first argument of a call without arguments. */
export const MISSING = new PyMonitoringMarker();

/** The state of the running thread's interpreter, made on first use. */
export function monitoringState(): MonitoringState {
  return (thread.monitoring ??= new MonitoringState());
}

/** Calls the callbacks of all tools that want an event. */
function fire(t: ThreadState, frame: PyFrame, event: number, instruction: number, args: readonly Value[]): void {
  const state = t.monitoring;
  if (state === null || t.isTracing) return;
  const code = frame.code;
  for (let tool = 0; tool < TOOL_COUNT; tool++) {
    if ((state.eventsOf(tool, code) & (1 << event)) === 0 || state.isDisabled(code, instruction, event, tool)) continue;
    const callback = state.callbacks[tool]![event]!;
    if (callback === null) continue;
    const { ip, sp } = frame;
    let result: Value;
    t.isTracing = true;
    try {
      result = call(callback, [code, ...args]);
    } finally {
      t.isTracing = false;
      frame.ip = ip;
      frame.sp = sp;
    }
    if (result !== DISABLE) continue;
    if (event < LOCAL_EVENT_COUNT) state.disable(code, instruction, event, tool);
    else {
      state.callbacks[tool]![event] = null;
      throw valueError(`Cannot disable ${EVENT_NAMES[event]} events. Callback removed.`);
    }
  }
}

const offset = (code: PyCode, instruction: number): number => code.units[instruction]! * 2;

/** The value that an exception event carries, and where. */
export function fireException(
  t: ThreadState,
  frame: PyFrame,
  event: 'RAISE' | 'RERAISE' | 'EXCEPTION_HANDLED' | 'PY_UNWIND' | 'PY_THROW' | 'STOP_ITERATION',
  instruction: number,
  exception: PyBaseException,
): void {
  if (t.monitoring === null) return;
  fire(t, frame, EVENT[event], instruction, [offset(frame.code, Math.max(instruction, 0)), exception]);
}

/** PY_START and PY_RESUME. */
export function fireStart(t: ThreadState, frame: PyFrame, isResumption: boolean): void {
  const instruction = frame.ip - 1;
  fire(t, frame, isResumption ? EVENT.PY_RESUME : EVENT.PY_START, instruction, [offset(frame.code, instruction)]);
}

const NO_LINE_START: ReadonlySet<number> = new Set([op.END_ASYNC_FOR, op.END_FOR, op.END_SEND, op.RESUME, op.POP_ITER]);
const lineStarts = new WeakMap<PyCode, Uint8Array>();

/** Marks the instructions that begin a line. @cpython initialize_lines */
export function lineStartsOf(code: PyCode): Uint8Array {
  let starts = lineStarts.get(code);
  if (starts !== undefined) return starts;
  starts = new Uint8Array(code.plainOps.length);
  let current = -1;
  const firstTraceable = Math.max(code.plainOps.indexOf(op.RESUME), 0);
  for (let i = firstTraceable; i < code.plainOps.length - 1; i++) {
    if (NO_LINE_START.has(code.plainOps[i]!)) continue;
    const line = code.lineOf(i) ?? -1;
    if (line >= 0 && line !== current) starts[i] = 1;
    current = line;
  }
  for (let i = 0; i < code.plainOps.length; i++) {
    const operation = code.plainOps[i]!;
    const isJump =
      operation === op.JUMP_BACKWARD ||
      operation === op.JUMP_FORWARD ||
      operation === op.JUMP_BACKWARD_NO_INTERRUPT ||
      operation === op.FOR_ITER ||
      JUMPS_IF.has(operation);
    if (isJump) markTarget(code, starts, code.args[i]!, i);
  }
  for (const handler of code.handlers) if ((code.lineOf(handler.target) ?? -1) >= 0) starts[handler.target] = 1;
  lineStarts.set(code, starts);
  return starts;
}

const JUMPS_IF: ReadonlySet<number> = new Set([
  op.POP_JUMP_IF_FALSE,
  op.POP_JUMP_IF_TRUE,
  op.POP_JUMP_IF_NONE,
  op.POP_JUMP_IF_NOT_NONE,
]);

function markTarget(code: PyCode, starts: Uint8Array, target: number, from: number): void {
  if (target >= starts.length - 1 || NO_LINE_START.has(code.plainOps[target]!)) return;
  const line = code.lineOf(target) ?? -1;
  if (line >= 0 && line !== code.lineOf(from)) starts[target] = 1;
}

interface CallSite {
  readonly callable: Value;
  readonly firstArgument: Value;
  readonly isNative: boolean;
}

function callSite(frame: PyFrame, instruction: number): CallSite | undefined {
  const operation = frame.code.plainOps[instruction];
  const arg = frame.code.args[instruction]!;
  const stack = frame.localsplus;
  const base =
    operation === op.CALL ? frame.sp - arg - 2 : operation === op.CALL_KW ? frame.sp - arg - 3 : frame.sp - 4;
  if (operation !== op.CALL && operation !== op.CALL_KW && operation !== op.CALL_FUNCTION_EX) return undefined;
  let callable = stack[base]!;
  let first: Value | undefined;
  if (operation === op.CALL_FUNCTION_EX) first = undefined;
  else first = stack[base + 1] ?? (arg > 0 ? stack[base + 2] : undefined);
  if (typeOf(callable) === methodType) {
    first = (callable as PyMethod).self;
    callable = (callable as PyMethod).func;
  }
  const type = typeOf(callable);
  const isNative =
    type === builtinFunctionType ||
    type === methodDescriptorType ||
    (!(callable instanceof PyFunction) && !isPythonClass(callable));
  return { callable, firstArgument: first ?? MISSING, isNative };
}

function isPythonClass(callable: Value): boolean {
  return callable instanceof PyType && callable.isHeapType && callable.lookup('__init__') instanceof PyFunction;
}

function isTaken(operation: number, value: Value | undefined): boolean {
  if (operation === op.POP_JUMP_IF_FALSE) return value === false;
  if (operation === op.POP_JUMP_IF_TRUE) return value === true;
  return operation === op.POP_JUMP_IF_NONE ? value === None : value !== None;
}

/** What the instruction before has left to tell. */
function finishPrevious(t: ThreadState, frame: PyFrame, extra: FrameExtra, instruction: number): void {
  const code = frame.code;
  if (extra.monitoredCall !== null) {
    const { callable, firstArgument, at } = extra.monitoredCall;
    extra.monitoredCall = null;
    fire(t, frame, EVENT.C_RETURN, at, [offset(code, at), callable, firstArgument]);
  }
  if (extra.loopInstruction >= 0) {
    const at = extra.loopInstruction;
    extra.loopInstruction = -1;
    const event = instruction === at + 1 ? EVENT.BRANCH_LEFT : EVENT.BRANCH_RIGHT;
    fire(t, frame, event, at, [offset(code, at), offset(code, instruction)]);
  }
}

/** Fires the events of the instruction that is about to run. */
export function monitorInstruction(t: ThreadState, frame: PyFrame): void {
  const state = t.monitoring!;
  const code = frame.code;
  const instruction = frame.ip - 1;
  const operation = code.plainOps[instruction]!;
  if (frame.extra !== null) finishPrevious(t, frame, frame.extra, instruction);
  const at = offset(code, instruction);
  if (state.wants(EVENT.LINE, code) && lineStartsOf(code)[instruction] === 1) {
    fire(t, frame, EVENT.LINE, instruction, [code.lineOf(instruction)!]);
  }
  if (state.wants(EVENT.INSTRUCTION, code)) fire(t, frame, EVENT.INSTRUCTION, instruction, [at]);
  const stack = frame.localsplus;
  switch (operation) {
    case op.RETURN_VALUE:
      fire(t, frame, EVENT.PY_RETURN, instruction, [at, stack[frame.sp - 1]!]);
      return;
    case op.YIELD_VALUE:
      fire(t, frame, EVENT.PY_YIELD, instruction, [at, stack[frame.sp - 1]!]);
      return;
    case op.JUMP_FORWARD:
    case op.JUMP_BACKWARD:
      fire(t, frame, EVENT.JUMP, instruction, [at, offset(code, code.args[instruction]!)]);
      return;
    case op.FOR_ITER:
      if (state.wants(EVENT.BRANCH_LEFT, code) || state.wants(EVENT.BRANCH_RIGHT, code)) {
        (frame.extra ??= new FrameExtra()).loopInstruction = instruction;
      }
      return;
    case op.END_FOR:
    case op.END_SEND:
      if (stack[frame.sp - 2] instanceof PyGenerator) {
        const value = stack[frame.sp - 1]!;
        fireException(t, frame, 'STOP_ITERATION', instruction, value === None ? stopIteration() : stopIteration(value));
      }
      return;
    default:
  }
  if (JUMPS_IF.has(operation)) {
    const isRight = isTaken(operation, stack[frame.sp - 1]);
    const target = isRight ? code.args[instruction]! : instruction + 1;
    const skip = !isRight && code.plainOps[target] === op.NOT_TAKEN ? 2 : 0;
    fire(t, frame, isRight ? EVENT.BRANCH_RIGHT : EVENT.BRANCH_LEFT, instruction, [at, offset(code, target) + skip]);
    return;
  }
  monitorCall(t, frame, instruction);
}

function monitorCall(t: ThreadState, frame: PyFrame, instruction: number): void {
  const state = t.monitoring!;
  if (!state.wants(EVENT.CALL, frame.code)) return;
  const site = callSite(frame, instruction);
  if (site === undefined) return;
  fire(t, frame, EVENT.CALL, instruction, [offset(frame.code, instruction), site.callable, site.firstArgument]);
  if (site.isNative) {
    const { callable, firstArgument } = site;
    (frame.extra ??= new FrameExtra()).monitoredCall = { callable, firstArgument, at: instruction };
  }
}

/** A native call has raised. */
export function monitorNativeRaise(t: ThreadState, frame: PyFrame): void {
  const extra = frame.extra;
  if (extra === null) return;
  extra.loopInstruction = -1;
  if (extra.monitoredCall === null) return;
  const { callable, firstArgument, at } = extra.monitoredCall;
  extra.monitoredCall = null;
  fire(t, frame, EVENT.C_RAISE, at, [offset(frame.code, at), callable, firstArgument]);
}
