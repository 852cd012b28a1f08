/**
 * `PyGenerator`: generators, and with it coroutines and asynchronous generators, which are the same machine.
 *
 * @cpython Objects/genobject.c
 */
import { makeBuiltinType, objectType } from '../core/builtin-types.ts';
import type { PyBaseException } from '../core/exception.ts';
import { PyObject, type Value } from '../core/value.ts';
import type { PyFrame } from '../frame/py-frame.ts';

/** States of a generator. @cpython Include/internal/pycore_frame.h FRAME_CREATED */
export const GEN_CREATED = 0;
export const GEN_SUSPENDED = 1;
/** Suspended in `yield from` or `await`; the iterator is on top of its stack. */
export const GEN_SUSPENDED_YIELD_FROM = 2;
export const GEN_RUNNING = 3;
export const GEN_FINISHED = 4;

export class PyGenerator extends PyObject {
  readonly frame: PyFrame;
  name: Value;
  qualname: Value;
  state: number = GEN_CREATED;
  /** The exception that its code is handling, across yields. */
  handled: PyBaseException | null = null;
  /** While it runs: the exception that its caller is handling. */
  outerHandled: PyBaseException | null = null;
  /** It is among the objects that are to be finalized. */
  isNoted = false;

  constructor(frame: PyFrame, name: Value, qualname: Value) {
    super();
    this.frame = frame;
    this.name = name;
    this.qualname = qualname;
  }

  get isSuspended(): boolean {
    return this.state === GEN_SUSPENDED || this.state === GEN_SUSPENDED_YIELD_FROM;
  }

  /** What it delegates to (`gi_yieldfrom`). @cpython _PyGen_yf */
  get yieldFrom(): Value | undefined {
    return this.state === GEN_SUSPENDED_YIELD_FROM ? this.frame.localsplus[this.frame.sp - 1] : undefined;
  }
}

export class PyCoroutine extends PyGenerator {
  /** `cr_origin`. */
  origin: Value | null = null;
}

export class PyAsyncGenerator extends PyGenerator {
  hooksInited = false;
  isClosed = false;
  isRunningAsync = false;
  finalizer: Value | undefined = undefined;
}

export const generatorType = makeBuiltinType('generator', objectType, PyGenerator);
export const coroutineType = makeBuiltinType('coroutine', objectType, PyCoroutine);
export const asyncGeneratorType = makeBuiltinType('async_generator', objectType, PyAsyncGenerator);
for (const type of [generatorType, coroutineType, asyncGeneratorType]) {
  type.hasIdentityHash = true;
  type.hasWeakref = true;
}
