/**
 * Types of operands, noted by the interpreter for a while before code is compiled: its hook is `JitHooks.profile`.
 */
import {
  dictType,
  floatType,
  listType,
  None,
  tupleType,
  typeOf,
  type PyType,
  type Value,
} from '../objects/core/index.ts';
import { internalOp, type PyCode } from '../objects/function/index.ts';
import { op } from '../opcode/python-3.14.generated.ts';

/** Kinds of values, as bits. */
export const INT = 1;
export const FLOAT = 2;
export const BOOL = 4;
export const STR = 8;
export const NONE = 16;
export const LIST = 32;
export const TUPLE = 64;
export const DICT = 128;
export const OTHER = 256;
export const BIGINT = 512;
export const NULL = 1024;

/** How many types of owners, or callables, of one instruction are told apart. */
const MOST = 4;

export class Profile {
  /** Three for each instruction: of the top of the stack, of what is below, and of what is below that. */
  readonly masks: Uint16Array;
  /** Kinds of the parameters at calls. */
  readonly parameters: Uint16Array;
  /** Types of owners of attributes, iterators and containers; callables. One more than `MOST`: too many. */
  readonly seen: (Value[] | undefined)[];
  constructor(code: PyCode) {
    this.masks = new Uint16Array(code.plainOps.length * 3);
    this.parameters = new Uint16Array(code.nlocalsplus);
    this.seen = new Array<Value[] | undefined>(code.plainOps.length).fill(undefined);
  }

  note(code: PyCode, at: number, stack: readonly (Value | undefined)[], sp: number): void {
    const operation = code.plainOps[at]!;
    if (operation === op.RESUME) {
      for (let i = 0; i < code.parameterCount; i++) this.parameters[i]! |= kindOf(stack[i]);
      return;
    }
    const base = code.nlocalsplus;
    for (let i = 0; i < 3 && sp - 1 - i >= base; i++) this.masks[at * 3 + i]! |= kindOf(stack[sp - 1 - i]);
    const subject = operation === op.CALL ? stack[sp - code.args[at]! - 2] : stack[sp - 1];
    if (subject === undefined) return;
    const known: Value = operation === op.CALL ? subject : typeOf(subject);
    const seen = (this.seen[at] ??= []);
    if (seen.length <= MOST && !seen.includes(known)) seen.push(known);
  }

  /** Kinds of an operand, the top being 0; 0 when the instruction was not seen. */
  kinds(at: number, operand: number): number {
    return this.masks[at * 3 + operand]!;
  }

  /** Types that were seen at the top of the stack; none when there were too many. */
  types(at: number): readonly PyType[] {
    const seen = this.seen[at];
    return seen === undefined || seen.length > MOST ? [] : (seen as PyType[]);
  }

  /** The one callable that a call was seen to call. */
  callable(at: number): Value | undefined {
    const seen = this.seen[at];
    return seen !== undefined && seen.length === 1 ? seen[0] : undefined;
  }

  /** Whether several callables were seen. */
  callables(at: number): readonly Value[] {
    return this.seen[at] ?? [];
  }
}

function kindOf(value: Value | undefined): number {
  switch (typeof value) {
    case 'number':
      return INT;
    case 'boolean':
      return BOOL;
    case 'string':
      return STR;
    case 'bigint':
      return BIGINT;
    case 'undefined':
      return NULL;
    default: {
      const type = value.ob_type;
      if (type === floatType) return FLOAT;
      if (type === listType) return LIST;
      if (type === tupleType) return TUPLE;
      if (type === dictType) return DICT;
      return value === None ? NONE : OTHER;
    }
  }
}

const NOTED: ReadonlySet<number> = new Set<number>([
  op.RESUME,
  op.CALL,
  op.LOAD_ATTR,
  op.STORE_ATTR,
  op.STORE_SUBSCR,
  op.GET_ITER,
  op.FOR_ITER,
  op.UNPACK_SEQUENCE,
  op.TO_BOOL,
  op.UNARY_NEGATIVE,
  op.UNARY_INVERT,
  op.BINARY_OP,
  op.LIST_APPEND,
  internalOp.LOAD_METHOD,
  internalOp.CONTAINS,
  internalOp.NOT_CONTAINS,
]);

/** Whether the operands of an operation are of interest. */
export function isNoted(operation: number): boolean {
  return (operation >= internalOp.ADD && operation <= internalOp.COMPARE_GE) || NOTED.has(operation);
}
