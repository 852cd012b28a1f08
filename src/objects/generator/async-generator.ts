/**
 * Asynchronous generators, and the awaitables that their methods give: `asend()`/`__anext__()`, `athrow()`/`aclose()`.
 *
 * A value that the generator yields to its user travels wrapped, so that it can be told from what is yielded to the event
 * loop by an `await` inside.
 *
 * @cpython Objects/genobject.c PyAsyncGen_Type, async_gen_asend_send, async_gen_athrow_send
 */
import {
  call,
  excTypes,
  makeBuiltinType,
  matches,
  method,
  None,
  objectType,
  PyObject,
  rawMethod,
  runtimeError,
  setPendingStop,
  stopAsyncIteration,
  stopIteration,
  thread,
  typeSpec,
  type NativeSpec,
  type Value,
} from '../core/index.ts';
import { finalizeGenerator } from './finalize.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { generatorAttributes, generatorRepr, parseThrow } from './generator.ts';
import type { PyAsyncGenerator } from './py-generator.ts';
import { asyncGeneratorType, GEN_FINISHED } from './py-generator.ts';
import { sendOrStop, throwInto } from './resumption.ts';

/** A value on its way from `yield` in an asynchronous generator. */
class WrappedValue extends PyObject {
  readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}
const wrappedValueType = makeBuiltinType('async_generator_wrapped_value', objectType, WrappedValue);

/** INTRINSIC_ASYNC_GEN_WRAP. */
export function wrapAsyncGeneratorValue(value: Value): Value {
  return new WrappedValue(value);
}

const INIT = 0;
const ITERATING = 1;
const CLOSED = 2;

/** What the methods give: an awaitable with `send`, `throw` and `close`. */
abstract class PyAsyncGeneratorAwaitable extends PyObject {
  readonly generator: PyAsyncGenerator;
  state = INIT;
  constructor(generator: PyAsyncGenerator) {
    super();
    this.generator = generator;
  }
  /** @throws StopIteration with the result when it is there */
  abstract send(value: Value): Value;
  abstract throwIn(type: Value, value: Value | undefined, traceback: Value | undefined): Value;

  close(): Value {
    if (this.state === CLOSED) return None;
    try {
      this.throwIn(excTypes.GeneratorExit, undefined, undefined);
    } catch (error) {
      if (
        matches(error, excTypes.StopIteration) ||
        matches(error, excTypes.StopAsyncIteration) ||
        matches(error, excTypes.GeneratorExit)
      ) {
        return None;
      }
      throw error;
    }
    throw runtimeError('coroutine ignored GeneratorExit');
  }
}

/** Called when the generator has raised. @returns the error */
function noteEnd(generator: PyAsyncGenerator, error: unknown): unknown {
  if (matches(error, excTypes.StopAsyncIteration) || matches(error, excTypes.GeneratorExit)) generator.isClosed = true;
  generator.isRunningAsync = false;
  return error;
}

/** Unwraps what the generator gave. @throws StopIteration with a yielded value @cpython async_gen_unwrap_value */
function unwrapValue(generator: PyAsyncGenerator, run: () => Value): Value {
  let result: Value;
  try {
    result = run();
  } catch (error) {
    throw noteEnd(generator, error);
  }
  if (result instanceof WrappedValue) {
    generator.isRunningAsync = false;
    throw stopIteration(result.value);
  }
  return result;
}

/** Runs a step of an awaitable; an exception closes it. */
function closingOnError(awaitable: PyAsyncGeneratorAwaitable, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    awaitable.state = CLOSED;
    throw error;
  }
}

const REUSED_ASEND = 'cannot reuse already awaited __anext__()/asend()';
const REUSED_ATHROW = 'cannot reuse already awaited aclose()/athrow()';
const ALREADY_RUNNING = 'asynchronous generator is already running';
const IGNORED_EXIT = 'async generator ignored GeneratorExit';

class PyAsyncGeneratorASend extends PyAsyncGeneratorAwaitable {
  private readonly value: Value;
  constructor(generator: PyAsyncGenerator, value: Value) {
    super(generator);
    this.value = value;
  }

  private start(): void {
    if (this.state === CLOSED) throw runtimeError(REUSED_ASEND);
    if (this.state !== INIT) return;
    if (this.generator.isRunningAsync) {
      this.state = CLOSED;
      throw runtimeError(`anext(): ${ALREADY_RUNNING}`);
    }
    this.state = ITERATING;
    this.generator.isRunningAsync = true;
  }

  /** Sends a value. @returns what the generator awaits; the value that it yields comes wrapped, and is the end */
  step(value: Value): Value {
    const isFirst = this.state === INIT;
    this.start();
    const { generator } = this;
    generator.isRunningAsync = true;
    let result: Value;
    try {
      result = sendOrStop(generator, isFirst && value === None ? this.value : value, null);
    } catch (error) {
      this.state = CLOSED;
      throw noteEnd(generator, error);
    }
    if (result instanceof WrappedValue) {
      generator.isRunningAsync = false;
      this.state = CLOSED;
    }
    return result;
  }

  override send(value: Value): Value {
    const result = this.step(value);
    if (result instanceof WrappedValue) throw stopIteration(result.value);
    return result;
  }

  override throwIn(type: Value, value: Value | undefined, traceback: Value | undefined): Value {
    this.start();
    return closingOnError(this, () =>
      unwrapValue(this.generator, () => throwInto(this.generator, false, type, value, traceback)),
    );
  }
}

/** The arguments of `athrow`; null for `aclose`. */
type ThrowArguments = readonly [Value, Value | undefined, Value | undefined] | null;

class PyAsyncGeneratorAThrow extends PyAsyncGeneratorAwaitable {
  private readonly args: ThrowArguments;
  constructor(generator: PyAsyncGenerator, args: ThrowArguments) {
    super(generator);
    this.args = args;
  }

  private checkRunning(): void {
    if (!this.generator.isRunningAsync) return;
    this.state = CLOSED;
    throw runtimeError(`${this.args === null ? 'aclose' : 'athrow'}(): ${ALREADY_RUNNING}`);
  }

  override send(value: Value): Value {
    const generator = this.generator;
    if (this.state === CLOSED) throw runtimeError(REUSED_ATHROW);
    if (generator.state === GEN_FINISHED) {
      this.state = CLOSED;
      throw stopIteration();
    }
    if (this.state === INIT) {
      this.checkRunning();
      if (generator.isClosed) {
        this.state = CLOSED;
        throw stopAsyncIteration();
      }
      if (value !== None) throw runtimeError("can't send non-None value to a just-started coroutine");
      this.state = ITERATING;
      generator.isRunningAsync = true;
      const args = this.args;
      if (args !== null) return this.finish(() => unwrapValue(generator, () => throwInto(generator, false, ...args)));
      generator.isClosed = true;
      return this.finish(() =>
        this.checkIgnored(throwInto(generator, false, excTypes.GeneratorExit, undefined, undefined)),
      );
    }
    if (this.args !== null) {
      return closingOnError(this, () => unwrapValue(generator, () => sendOrStop(generator, value, null)));
    }
    return this.finish(() => this.checkIgnored(sendOrStop(generator, value, null)));
  }

  override throwIn(type: Value, value: Value | undefined, traceback: Value | undefined): Value {
    const generator = this.generator;
    if (this.state === CLOSED) throw runtimeError(REUSED_ATHROW);
    if (this.state === INIT) {
      this.checkRunning();
      this.state = ITERATING;
      generator.isRunningAsync = true;
    }
    if (this.args !== null) {
      return closingOnError(this, () =>
        unwrapValue(generator, () => throwInto(generator, false, type, value, traceback)),
      );
    }
    return this.finish(() => this.checkIgnored(throwInto(generator, false, type, value, traceback)));
  }

  /** `aclose()` of a generator that goes on yielding. */
  private checkIgnored(result: Value): Value {
    if (result instanceof WrappedValue) throw runtimeError(IGNORED_EXIT);
    return result;
  }

  /** For `aclose()` the end of the generator is success. */
  private finish(run: () => Value): Value {
    try {
      return run();
    } catch (error) {
      this.generator.isRunningAsync = false;
      this.state = CLOSED;
      if (
        this.args === null &&
        (matches(error, excTypes.StopAsyncIteration) || matches(error, excTypes.GeneratorExit))
      ) {
        throw stopIteration();
      }
      throw error;
    }
  }
}

const asendType = makeBuiltinType('async_generator_asend', objectType, PyAsyncGeneratorASend);
const athrowType = makeBuiltinType('async_generator_athrow', objectType, PyAsyncGeneratorAThrow);

/** What came of sending a value. */
export interface Sent {
  readonly value: Value;
  /** Whether it is what the receiver returns. */
  readonly isFinished: boolean;
}

/** Sends a value to what `__anext__()` or `asend()` gave; `undefined` for anything else. */
export function sendToAwaitable(receiver: Value, value: Value): Sent | undefined {
  if (!(receiver instanceof PyAsyncGeneratorASend)) return undefined;
  const result = receiver.step(value);
  return result instanceof WrappedValue
    ? { value: result.value, isFinished: true }
    : { value: result, isFinished: false };
}

/** Tells the event loop of a generator that is used for the first time. @cpython async_gen_init_hooks */
function initHooks(generator: PyAsyncGenerator): void {
  if (generator.hooksInited) return;
  generator.hooksInited = true;
  generator.finalizer = thread.asyncgenFinalizer;
  const firstiter = thread.asyncgenFirstiter;
  if (firstiter !== undefined) call(firstiter, [generator]);
}

function asend(self: PyAsyncGenerator, value: Value): Value {
  initHooks(self);
  return new PyAsyncGeneratorASend(self, value);
}

export const asyncGeneratorSpec = typeSpec(asyncGeneratorType, {
  slots: {
    tp_repr: generatorRepr('async_generator'),
    tp_finalize: finalizeGenerator,
    am_aiter: (self) => self,
    am_anext: (self) => asend(self as PyAsyncGenerator, None),
  },
  methods: {
    asend: method('($self, object, /)', asend, "asend(v) -> send 'v' in generator."),
    athrow: rawMethod(
      `athrow(value)
athrow(type[,value[,tb]])

raise exception in generator.
the (type, val, tb) signature is deprecated, 
and may be removed in a future version of Python.`,
      (self, args, kwnames) => {
        const parsed = parseThrow(args, kwnames, 'athrow');
        initHooks(self as PyAsyncGenerator);
        return new PyAsyncGeneratorAThrow(self as PyAsyncGenerator, parsed);
      },
    ),
    aclose: method(
      '($self, /)',
      (self: PyAsyncGenerator) => {
        initHooks(self);
        return new PyAsyncGeneratorAThrow(self, null);
      },
      'aclose() -> raise GeneratorExit inside generator.',
    ),
    __class_getitem__: classGetItem('async generators are generic over the types of their yield and send values'),
  },
  getset: {
    ...generatorAttributes('ag', 'await'),
  },
  members: {
    ag_running: { get: (self) => (self as PyAsyncGenerator).isRunningAsync },
  },
});

/** `tp_iternext` of the awaitables: `send(None)`. */
function awaitableNext(self: Value): Value | undefined {
  try {
    return (self as PyAsyncGeneratorAwaitable).send(None);
  } catch (error) {
    if (!matches(error, excTypes.StopIteration)) throw error;
    setPendingStop(error);
    return undefined;
  }
}

const awaitableMethods: Record<string, NativeSpec> = {
  send: method('($self, object, /)', (self: PyAsyncGeneratorAwaitable, object: Value) => self.send(object)),
  throw: rawMethod(null, (self, args, kwnames) =>
    (self as PyAsyncGeneratorAwaitable).throwIn(...parseThrow(args, kwnames)),
  ),
  close: method('($self, /)', (self: PyAsyncGeneratorAwaitable) => self.close()),
};

const awaitableBehaviour = {
  slots: { tp_iter: (self: Value) => self, tp_iternext: awaitableNext, am_await: (self: Value) => self },
  methods: awaitableMethods,
};

export const asendSpec = typeSpec(asendType, awaitableBehaviour);
export const athrowSpec = typeSpec(athrowType, awaitableBehaviour);
export const wrappedValueSpec = typeSpec(wrappedValueType, {});
