/**
 * `PyFrame`: a frame of the virtual machine, which is also the `frame` object that Python sees.
 *
 * `localsplus` holds locals, cells, free variables, and from `code.nlocalsplus` on the stack; `sp` is the index of the next
 * free place. `ip` is the index of the instruction to run next. Both are up to date whenever the frame is not the one that
 * the eval loop has in hand, and `ip` also while native code runs.
 *
 * @cpython Include/internal/pycore_interpframe_structs.h _PyInterpreterFrame, Objects/frameobject.c
 */
import { makeBuiltinType, objectType } from '../core/builtin-types.ts';
import type { PyDict } from '../core/py-dict.ts';
import { PyObject, type Value } from '../core/value.ts';
import type { PyCode } from '../function/py-code.ts';
import type { PyFunction } from '../function/py-function.ts';
import type { PyGenerator } from '../generator/py-generator.ts';

/** What becomes of the value with which a frame returns. */
export const EXIT_TO_CALLER = 0;
/** The eval loop itself returns: the frame was entered from native code. */
export const EXIT_TO_NATIVE = 1;
/** The frame runs `__init__`: the value must be None, and `instance` is the result of the call. */
export const EXIT_FROM_INIT = 2;
/** A generator resumed by the eval loop: the caller goes on at `returnIp`. */
export const EXIT_FROM_GENERATOR = 3;

/** What only some frames need: tracing, and variables that code outside has added. */
export class FrameExtra {
  trace: Value | null = null;
  traceLines = true;
  traceOpcodes = false;
  /** Line and instruction last traced. */
  lastLine = -1;
  lastIndex = -1;
  /** The event that its trace function is being told of. */
  event: string | null = null;
  /** Where to go on after `f_lineno` was set, and with which stack; -1 when it was not. */
  jumpIp = -1;
  jumpSp = 0;
  /** While monitored: the native call and the loop instruction whose outcome is still to be told. */
  monitoredCall: { readonly callable: Value; readonly firstArgument: Value; readonly at: number } | null = null;
  loopInstruction = -1;
  /** The native function that the frame is calling, while a profile function is set. */
  nativeCall: Value | null = null;
  /** Its variables may be changed through `f_locals`: it is left to the interpreter. */
  isExposed = false;
  /** Names that were set through `f_locals` and that the code does not have. */
  extraLocals: PyDict | null = null;
}

export class PyFrame extends PyObject {
  readonly code: PyCode;
  readonly localsplus: (Value | undefined)[];
  readonly globals: PyDict;
  readonly builtins: PyDict;
  /** Namespace of module and class code; null where locals live in `localsplus`. */
  readonly locals: Value | null;
  readonly func: PyFunction | null;
  ip = 0;
  sp: number;
  /** Where the frame goes on when a generator that it has resumed is finished. */
  returnIp = 0;
  exit = EXIT_TO_CALLER;
  previous: PyFrame | null = null;
  generator: PyGenerator | null = null;
  instance: Value | undefined = undefined;
  extra: FrameExtra | null = null;

  constructor(
    code: PyCode,
    localsplus: (Value | undefined)[],
    globals: PyDict,
    builtins: PyDict,
    locals: Value | null,
    func: PyFunction | null,
  ) {
    super();
    this.code = code;
    this.localsplus = localsplus;
    this.globals = globals;
    this.builtins = builtins;
    this.locals = locals;
    this.func = func;
    this.sp = code.nlocalsplus;
  }

  /** Line of the current instruction. */
  get lineno(): number | undefined {
    return this.code.lineOf(this.ip - 1);
  }

  /** `f_lasti`: byte offset of the current instruction, -1 before the first. */
  get lasti(): number {
    if (this.ip === 0) return -1;
    return this.code.units[this.ip - 1]! * 2;
  }
}

export const frameType = makeBuiltinType('frame', objectType, PyFrame);
frameType.hasIdentityHash = true;
