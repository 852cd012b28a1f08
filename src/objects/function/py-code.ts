/**
 * `PyCode`: the code object as Python and the virtual machine see it.
 *
 * It wraps a plain `CodeObject`; constants become runtime values once, and instructions are decoded when the code first
 * runs. Everything that the eval loop reads is a field.
 *
 * @cpython Include/cpython/code.h PyCodeObject
 */
import {
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeObject,
} from '../../code/code-object.ts';
import { parseLocationTable } from '../../code/location-table.ts';
import { parseExceptionTable } from '../../code/exception-table.ts';
import { op } from '../../opcode/python-3.14.generated.ts';
import { makeBuiltinType, objectType } from '../core/builtin-types.ts';
import { attributeKey } from '../core/instance-dict.ts';
import { PyObject, type Value } from '../core/value.ts';
import type { PyDict } from '../core/py-dict.ts';
import type { PyType } from '../core/py-type.ts';
import type { PyFunction } from './py-function.ts';
import { decodeInstructions, internalOp, type DecodedInstructions } from './opcode-decoding.ts';

/** What an attribute instruction remembers of the type that it last saw. */
export class AttributeCache {
  type: PyType | null = null;
  version = 0;
  /** What was found; see vm/attribute-cache.ts. */
  kind = 0;
  value: Value | undefined = undefined;
  /** The JavaScript property that holds the attribute. */
  key = '';
  misses = 0;
}

/** A global variable or builtin that was found, which it still is while the dicts' versions are the same. */
export class GlobalCache {
  globals: PyDict | null = null;
  globalsVersion = 0;
  /** null when the name was found in the globals. */
  builtins: PyDict | null = null;
  builtinsVersion = 0;
  value: Value | undefined = undefined;
  misses = 0;
}

/** One handler of the exception table, in instruction indices; `end` exclusive. */
export interface Handler {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  readonly depth: number;
  readonly lasti: boolean;
}

export type CompiledEntry = (func: PyFunction, ...parameters: (Value | undefined)[]) => Value;

export class PyCode extends PyObject {
  readonly code: CodeObject;
  readonly consts: readonly Value[];
  readonly names: readonly string[];
  /** Property names (`$name`) of `names`. */
  attributeKeys: readonly string[] = [];
  readonly argcount: number;
  readonly flags: number;
  /** Number of locals, cells and free variables: where the stack begins. */
  readonly nlocalsplus: number;
  /** Only plain positional parameters: a call with exactly `argcount` arguments needs no binding. */
  readonly isSimple: boolean;
  /** Locals live in the frame and not in a dict. */
  readonly isOptimized: boolean;
  /** A frame's locals and stack before anything is stored. */
  frameTemplate: (Value | undefined)[] = [];
  /** Index in `localsplus` of the first free variable. */
  readonly firstFree: number;
  /** What the eval loop runs: `plainOps`, or while the code is traced all INSTRUMENTED_LINE. */
  ops: Uint8Array = NO_OPS;
  plainOps: Uint8Array = NO_OPS;
  private tracedOps: Uint8Array | null = null;
  args: Int32Array = NO_ARGS;
  /** Code unit of each instruction. */
  units: Int32Array = NO_ARGS;
  indexOfUnit: Int32Array = NO_ARGS;
  handlers: readonly Handler[] = [];
  attributeCaches: (AttributeCache | undefined)[] = [];
  /** For each of `names`. */
  globalCaches: (GlobalCache | undefined)[] = [];
  /** How often a sample found it running: when to compile. */
  heat = 0;
  /** How often a frame of it was entered from native or compiled code since the last sample. */
  entered = 0;
  /** Compiled code that runs a call: takes the function and its parameters as `localsplus` has them. */
  entry: CompiledEntry | null = null;
  /** Number of parameters, `*args` and `**kwargs` included. */
  readonly parameterCount: number;
  /** What the compiler of hot code knows of it (`src/jit`). */
  compilation: object | null = null;
  isPrepared = false;

  constructor(code: CodeObject, consts: readonly Value[]) {
    super();
    this.code = code;
    this.consts = consts;
    this.names = code.co_names;
    this.argcount = code.co_argcount;
    this.flags = code.co_flags;
    this.nlocalsplus = code.co_localsplusnames.length;
    this.isOptimized = (code.co_flags & CO_OPTIMIZED) !== 0;
    this.isSimple =
      (code.co_flags & (CO_OPTIMIZED | CO_NEWLOCALS | CO_VARARGS | CO_VARKEYWORDS)) === (CO_OPTIMIZED | CO_NEWLOCALS) &&
      code.co_kwonlyargcount === 0;
    this.parameterCount =
      code.co_argcount +
      code.co_kwonlyargcount +
      ((code.co_flags & CO_VARARGS) !== 0 ? 1 : 0) +
      ((code.co_flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
    const free = code.co_localspluskinds.findIndex((kind) => (kind & CO_FAST_FREE) !== 0);
    this.firstFree = free < 0 ? this.nlocalsplus : free;
  }

  /** Decodes instructions and exception table; done before a frame of it first runs. */
  prepare(): void {
    if (this.isPrepared) return;
    this.isPrepared = true;
    const decoded: DecodedInstructions = decodeInstructions(this.code.co_code);
    this.attributeKeys = this.names.map(attributeKey);
    this.frameTemplate = new Array<Value | undefined>(this.nlocalsplus + this.code.co_stacksize + 1).fill(undefined);
    this.ops = this.plainOps = decoded.ops;
    this.args = decoded.args;
    this.units = decoded.units;
    this.indexOfUnit = decoded.indexOfUnit;
    this.attributeCaches = new Array<AttributeCache | undefined>(decoded.ops.length).fill(undefined);
    const last = decoded.indexOfUnit.length - 1;
    const index = (offset: number): number => decoded.indexOfUnit[Math.min(offset >> 1, last)]!;
    this.globalCaches = new Array<GlobalCache | undefined>(this.names.length).fill(undefined);
    this.handlers = parseExceptionTable(this.code.co_exceptiontable).map((entry) => ({
      start: index(entry.start),
      end: index(entry.end),
      target: index(entry.target),
      depth: entry.depth,
      lasti: entry.lasti,
    }));
  }

  /** Has every instruction call the trace function first. */
  instrument(): void {
    this.prepare();
    this.tracedOps ??= this.plainOps.map((operation) =>
      NEVER_TRACED.has(operation) ? operation : op.INSTRUMENTED_LINE,
    );
    this.ops = this.tracedOps;
  }

  /** Has the instructions that `isNoted` holds for call the profile hook first; nothing while the code is traced. */
  startProfile(isNoted: (operation: number) => boolean): void {
    this.prepare();
    if (this.ops === this.plainOps)
      this.ops = this.plainOps.map((operation) => (isNoted(operation) ? internalOp.PROFILED : operation));
  }

  removeInstrumentation(): void {
    this.ops = this.plainOps;
  }

  private hasOwnHandlers: boolean | undefined = undefined;

  /** Whether the code of a generator has a `try` or `with`, beside the handler that all of it is under. */
  get hasHandlers(): boolean {
    return (this.hasOwnHandlers ??= new Set(this.handlers.map((handler) => handler.target)).size > 1);
  }

  /** The innermost handler that covers an instruction. */
  findHandler(instruction: number): Handler | undefined {
    const handlers = this.handlers;
    let low = 0;
    let high = handlers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (handlers[middle]!.start <= instruction) low = middle + 1;
      else high = middle;
    }
    const handler = handlers[low - 1];
    return handler !== undefined && instruction < handler.end ? handler : undefined;
  }

  private lines: Int32Array | null = null;

  /** Line of each instruction, -1 where it has none. */
  lineTable(): Int32Array {
    if (this.lines !== null) return this.lines;
    this.prepare();
    const lines = new Int32Array(this.units.length).fill(-1);
    let instruction = 0;
    for (const range of parseLocationTable(this.code.co_linetable, this.code.co_firstlineno)) {
      const end = range.end >> 1;
      for (; instruction < lines.length && this.units[instruction]! < end; instruction++) {
        if (range.line !== undefined) lines[instruction] = range.line;
      }
    }
    this.lines = lines;
    return lines;
  }

  /** Line of an instruction; `undefined` when it has none. */
  lineOf(instruction: number): number | undefined {
    if (instruction < 0) return this.code.co_firstlineno;
    const line = this.lineTable()[instruction] ?? -1;
    return line < 0 ? undefined : line;
  }

  get name(): string {
    return this.code.co_name;
  }
  get qualname(): string {
    return this.code.co_qualname;
  }
  /** Whether `localsplus[index]` is a local variable that is also (or only) a cell. */
  isCell(index: number): boolean {
    return (this.code.co_localspluskinds[index]! & CO_FAST_CELL) !== 0;
  }
  isFree(index: number): boolean {
    return (this.code.co_localspluskinds[index]! & CO_FAST_FREE) !== 0;
  }
  isLocal(index: number): boolean {
    return (this.code.co_localspluskinds[index]! & CO_FAST_LOCAL) !== 0;
  }
  isHidden(index: number): boolean {
    return (this.code.co_localspluskinds[index]! & CO_FAST_HIDDEN) !== 0;
  }
}

/** What stands before the body of a function. */
const NEVER_TRACED: ReadonlySet<number> = new Set([op.RESUME, op.MAKE_CELL, op.COPY_FREE_VARS, op.RETURN_GENERATOR]);

const NO_OPS = new Uint8Array(0);
const NO_ARGS = new Int32Array(0);

export const codeType = makeBuiltinType('code', objectType, PyCode);
codeType.hasWeakref = true;
codeType.hasItems = true;
