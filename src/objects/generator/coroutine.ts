/**
 * The types `coroutine` and `coroutine_wrapper` (what `coroutine.__await__()` gives).
 *
 * @cpython Objects/genobject.c PyCoro_Type, _PyCoroWrapper_Type, compute_cr_origin
 */
import {
  makeBuiltinType,
  method,
  None,
  objectType,
  PyObject,
  PyTuple,
  rawMethod,
  strFromUtf16,
  thread,
  typeSpec,
  type NativeSpec,
  type Value,
} from '../core/index.ts';
import { finalizeGenerator } from './finalize.ts';
import type { PyFrame } from '../frame/py-frame.ts';
import { classGetItem } from '../generic-alias/class-get-item.ts';
import { generatorAttributes, generatorNext, generatorRepr, isRunning, parseThrow } from './generator.ts';
import { coroutineType, PyCoroutine } from './py-generator.ts';
import { closeGenerator, sendOrStop, throwInto } from './resumption.ts';

/** Where a coroutine was made: file, line and name of the frames, innermost first. */
function computeOrigin(frame: PyFrame | null, depth: number): PyTuple {
  const entries: Value[] = [];
  for (; frame !== null && entries.length < depth; frame = frame.previous) {
    const code = frame.code.code;
    entries.push(new PyTuple([strFromUtf16(code.co_filename), frame.lineno ?? None, strFromUtf16(code.co_name)]));
  }
  return new PyTuple(entries);
}

/** A coroutine for the frame of an `async def` function. */
export function makeCoroutine(frame: PyFrame, name: Value, qualname: Value): PyCoroutine {
  const coroutine = new PyCoroutine(frame, name, qualname);
  const depth = thread.coroutineOriginTrackingDepth;
  if (depth > 0) coroutine.origin = computeOrigin(frame.previous, depth);
  return coroutine;
}

/** Iterator over a coroutine, for code that awaits by hand. */
class PyCoroutineWrapper extends PyObject {
  readonly coroutine: PyCoroutine;
  constructor(coroutine: PyCoroutine) {
    super();
    this.coroutine = coroutine;
  }
}

const coroutineWrapperType = makeBuiltinType('coroutine_wrapper', objectType, PyCoroutineWrapper);

const SEND_DOC = `send(arg) -> send 'arg' into coroutine,
return next iterated value or raise StopIteration.`;
const THROW_DOC = `throw(value)
throw(type[,value[,traceback]])

Raise exception in coroutine, return next iterated value or raise
StopIteration.
the (type, val, tb) signature is deprecated, 
and may be removed in a future version of Python.`;
const CLOSE_DOC = 'close() -> raise GeneratorExit inside coroutine.';

function coroutineMethods<T extends Value>(coroutineOf: (self: T) => PyCoroutine): Record<string, NativeSpec> {
  return {
    send: method(
      '($self, object, /)',
      (self: T, object: Value) => sendOrStop(coroutineOf(self), object, null),
      SEND_DOC,
    ),
    throw: rawMethod(THROW_DOC, (self, args, kwnames) =>
      throwInto(coroutineOf(self as T), true, ...parseThrow(args, kwnames)),
    ),
    close: method('($self, /)', (self: T) => closeGenerator(coroutineOf(self)), CLOSE_DOC),
  };
}

export const coroutineSpec = typeSpec(coroutineType, {
  slots: {
    tp_repr: generatorRepr('coroutine'),
    tp_finalize: finalizeGenerator,
    am_await: (self) => new PyCoroutineWrapper(self as PyCoroutine),
  },
  methods: {
    ...coroutineMethods((self: PyCoroutine) => self),
    __class_getitem__: classGetItem('coroutines are generic over the types of their yield, send, and return values'),
  },
  getset: {
    ...generatorAttributes('cr', 'await'),
    cr_running: isRunning,
  },
  members: {
    cr_origin: { get: (self) => (self as PyCoroutine).origin ?? None },
  },
});

export const coroutineWrapperSpec = typeSpec(coroutineWrapperType, {
  doc: 'A wrapper object implementing __await__ for coroutines.',
  slots: {
    tp_iter: (self) => self,
    tp_iternext: (self) => generatorNext((self as PyCoroutineWrapper).coroutine),
  },
  methods: coroutineMethods((self: PyCoroutineWrapper) => self.coroutine),
});
