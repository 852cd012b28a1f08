/**
 * Setting `f_lineno`: jumping to another line of a frame that is being traced.
 *
 * The kinds of values on the stack are followed through the code; a jump is allowed where the stack at the target can be
 * had by popping values off the present one. A stack of kinds is a number with three bits for each value, the top lowest.
 *
 * @cpython Objects/frameobject.c frame_lineno_set_impl, mark_stacks, marklines
 */
import { parseExceptionTable } from '../../code/exception-table.ts';
import { parseLocationTable } from '../../code/location-table.ts';
import { op, OPCODES, stackEffect } from '../../opcode/index.ts';
import {
  excTypes,
  None,
  PyBaseException,
  thread,
  typeOf,
  intType,
  valueError,
  warn,
  type Value,
} from '../core/index.ts';
import type { PyCode } from '../function/py-code.ts';
import type { FrameExtra, PyFrame } from './py-frame.ts';

const ITERATOR = 1n;
const EXCEPT = 2n;
const OBJECT = 3n;
const NULL = 4n;
const LASTI = 5n;

const BITS = 3n;
const MASK = 7n;
const EMPTY = 0n;
const OVERFLOWED = -1n;
const UNINITIALIZED = -2n;
const WILL_OVERFLOW = 1n << 60n;

const push = (stack: bigint, kind: bigint): bigint =>
  stack < 0n || stack >= WILL_OVERFLOW ? OVERFLOWED : (stack << BITS) | kind;
const pop = (stack: bigint): bigint => stack >> BITS;
const top = (stack: bigint): bigint => stack & MASK;
const peek = (stack: bigint, n: number): bigint => (stack >> (BITS * BigInt(n - 1))) & MASK;

function swap(stack: bigint, n: number): bigint {
  const place = BITS * BigInt(n - 1);
  const under = peek(stack, n);
  const upper = top(stack);
  return (stack & ~(MASK << place) & ~MASK) | (upper << place) | under;
}

function depthOf(stack: bigint): number {
  let depth = 0;
  for (; stack > 0n; stack = pop(stack)) depth++;
  return depth;
}

const CACHES = new Map(OPCODES.map((info) => [info.opcode, info.caches]));
const CONDITIONAL: ReadonlySet<number> = new Set([
  op.POP_JUMP_IF_FALSE,
  op.POP_JUMP_IF_TRUE,
  op.POP_JUMP_IF_NONE,
  op.POP_JUMP_IF_NOT_NONE,
]);

/** The stack after an instruction that goes on with the next one. */
function stackAfter(opcode: number, arg: number, stack: bigint): bigint {
  switch (opcode) {
    case op.GET_ITER:
    case op.GET_AITER:
      return push(pop(stack), ITERATOR);
    case op.FOR_ITER:
      return push(stack, OBJECT);
    case op.END_ASYNC_FOR:
      return pop(pop(stack));
    case op.PUSH_EXC_INFO:
      return push(stack, EXCEPT);
    case op.POP_EXCEPT:
      return pop(stack);
    case op.PUSH_NULL:
      return push(stack, NULL);
    case op.LOAD_GLOBAL:
      return (arg & 1) !== 0 ? push(push(stack, OBJECT), NULL) : push(stack, OBJECT);
    case op.LOAD_ATTR:
      return (arg & 1) !== 0 ? push(push(pop(stack), OBJECT), NULL) : stack;
    case op.SWAP:
      return swap(stack, arg);
    case op.COPY:
      return push(stack, peek(stack, arg));
    default: {
      let delta = stackEffect(opcode, arg, false) ?? 0;
      for (; delta < 0; delta++) stack = pop(stack);
      for (; delta > 0; delta--) stack = push(stack, OBJECT);
      return stack;
    }
  }
}

/** One pass over the instructions. @returns whether another is needed */
function scanInstructions(bytes: Uint8Array, stacks: bigint[]): boolean {
  const length = stacks.length - 1;
  let isIncomplete = false;
  for (let i = 0; i < length;) {
    const stack = stacks[i]!;
    let opcode = bytes[2 * i]!;
    let arg = bytes[2 * i + 1]!;
    while (opcode === op.EXTENDED_ARG && i + 1 < length) {
      i++;
      opcode = bytes[2 * i]!;
      arg = (arg << 8) | bytes[2 * i + 1]!;
      stacks[i] = stack;
    }
    const next = Math.min(i + 1 + (CACHES.get(opcode) ?? 0), length);
    if (stack === UNINITIALIZED) {
      i = next;
      continue;
    }
    const forward = Math.min(next + arg, length);
    if (CONDITIONAL.has(opcode)) {
      stacks[forward] = stacks[next] = pop(stack);
    } else if (opcode === op.SEND) {
      stacks[forward] = stacks[next] = stack;
    } else if (opcode === op.JUMP_FORWARD) {
      stacks[forward] = stack;
    } else if (opcode === op.JUMP_BACKWARD || opcode === op.JUMP_BACKWARD_NO_INTERRUPT) {
      const target = Math.max(next - arg, 0);
      if (stacks[target] === UNINITIALIZED && target < i) isIncomplete = true;
      stacks[target] = stack;
    } else if (opcode !== op.RETURN_VALUE && opcode !== op.RAISE_VARARGS && opcode !== op.RERAISE) {
      stacks[next] = stackAfter(opcode, arg, stack);
      if (opcode === op.FOR_ITER) stacks[forward] = stacks[next];
    }
    i = next;
  }
  return isIncomplete;
}

/** The kinds of values on the stack before each code unit. */
function markStacks(code: PyCode): bigint[] {
  const bytes = code.code.co_code;
  const stacks = new Array<bigint>((bytes.length >> 1) + 1).fill(UNINITIALIZED);
  stacks[0] = EMPTY;
  const handlers = parseExceptionTable(code.code.co_exceptiontable);
  for (let isIncomplete = true; isIncomplete;) {
    isIncomplete = scanInstructions(bytes, stacks);
    for (const handler of handlers) {
      const target = handler.target >> 1;
      let stack = stacks[handler.start >> 1]!;
      if (stack === UNINITIALIZED || stacks[target] !== UNINITIALIZED) continue;
      isIncomplete = true;
      while (depthOf(stack) > handler.depth) stack = pop(stack);
      if (handler.lasti) stack = push(stack, LASTI);
      stacks[target] = push(stack, EXCEPT);
    }
  }
  return stacks;
}

function kindsAreCompatible(from: bigint, to: bigint): boolean {
  if (to === 0n) return false;
  if (to === OBJECT) return from !== NULL;
  return to === NULL || from === to;
}

function stacksAreCompatible(from: bigint, to: bigint): boolean {
  if (from < 0n || to < 0n) return false;
  while (from > to) from = pop(from);
  for (; from !== 0n; from = pop(from), to = pop(to)) if (!kindsAreCompatible(top(from), top(to))) return false;
  return to === 0n;
}

function explain(target: bigint): string {
  if (target === OVERFLOWED) return 'stack is too deep to analyze';
  if (target === UNINITIALIZED) return "can't jump into an unreachable code block";
  switch (top(target)) {
    case EXCEPT:
      return "can't jump into an 'except' block as there's no exception";
    case LASTI:
      return "can't jump into a re-raising block as there's no location";
    case ITERATOR:
      return "can't jump into the body of a for loop";
    default:
      return 'incompatible stacks';
  }
}

/** The line that each code unit begins, -1 for the others. */
function markLines(code: PyCode): Int32Array {
  const lines = new Int32Array(code.code.co_code.length >> 1).fill(-1);
  let last: number | undefined;
  for (const range of parseLocationTable(code.code.co_linetable, code.code.co_firstlineno)) {
    if (range.line === undefined || range.line === last) continue;
    lines[range.start >> 1] = range.line;
    last = range.line;
  }
  return lines;
}

function checkEvent(extra: FrameExtra | null): void {
  const event = extra === null ? null : extra.event;
  if (event === null) throw valueError('f_lineno can only be set in a trace function');
  if (event === 'call') throw valueError("can't jump from the 'call' trace event of a new frame");
  if (event !== 'line' && event !== 'opcode') throw valueError("can only jump from a 'line' trace event");
}

/** Finds where to go on. @throws ValueError */
function findTarget(frame: PyFrame, line: number): { unit: number; from: bigint; to: bigint } {
  const code = frame.code;
  if (line < code.code.co_firstlineno) throw valueError(`line ${line} comes before the current code block`);
  const lines = markLines(code);
  let first = Infinity;
  for (const each of lines) if (each >= line && each < first) first = each;
  if (first === Infinity) throw valueError(`line ${line} comes after the current code block`);
  const stacks = markStacks(code);
  const from = stacks[code.units[frame.ip - 1]!]!;
  let best = OVERFLOWED;
  let unit = -1;
  let message = 'cannot find bytecode for specified line';
  let isExplained = false;
  lines.forEach((each, i) => {
    if (each !== first) return;
    const to = stacks[i]!;
    if (stacksAreCompatible(from, to)) {
      if (to > best) {
        best = to;
        unit = i;
      }
    } else if (!isExplained) {
      if (from === OVERFLOWED) message = 'stack to deep to analyze';
      else if (from === UNINITIALIZED) message = "can't jump from unreachable code";
      else {
        message = explain(to);
        isExplained = true;
      }
    }
  });
  if (unit < 0) throw valueError(message);
  return { unit, from, to: best };
}

function bindLocals(frame: PyFrame): void {
  const count = frame.code.nlocalsplus;
  let unbound = 0;
  for (let i = 0; i < count; i++) if (frame.localsplus[i] === undefined) unbound++;
  if (unbound === 0) return;
  warn(excTypes.RuntimeWarning, `assigning None to ${unbound} unbound local${unbound === 1 ? '' : 's'}`, 0);
  for (let i = 0; i < count; i++) frame.localsplus[i] ??= None;
}

/** `frame.f_lineno = value`. @throws ValueError where a jump is not possible */
export function jumpToLine(frame: PyFrame, value: Value): void {
  if (typeOf(value) !== intType) throw valueError('lineno must be an integer');
  checkEvent(frame.extra);
  if (typeof value !== 'number' || Math.abs(value) > 0x7fffffff) throw valueError('lineno out of range');
  const { unit, from, to } = findTarget(frame, value);
  bindLocals(frame);
  for (let stack = from; stack > to; stack = pop(stack)) {
    const popped = frame.localsplus[--frame.sp];
    frame.localsplus[frame.sp] = undefined;
    if (top(stack) !== EXCEPT) continue;
    const handled = popped instanceof PyBaseException ? popped : null;
    if (frame.generator !== null) frame.generator.handled = handled;
    thread.handledException = handled;
  }
  const extra = frame.extra!;
  extra.jumpIp = frame.code.indexOfUnit[unit]!;
  extra.jumpSp = frame.sp;
  frame.ip = extra.jumpIp + 1;
}
