/** The types of `_io`, bare, and the exceptions that are its own. @cpython Modules/_io/ */
import {
  PyDict,
  PyPlainObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  allocate,
  excTypes,
  makeBuiltinType,
  newException,
  objectType,
  strFromUtf16,
  typeNew,
  typeType,
  type PyBaseException,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';

/** Every stream: subclasses written in Python have a `__dict__`. */
export class PyIOBase extends PyPlainObject {
  ob_dict: PyDict | null = null;
  /** Set by `_IOBase.close` for streams written in Python. */
  isBaseClosed = false;
  /** The stream that this one was wrapped by; it does not keep that one alive. */
  wrapper: WeakRef<PyIOBase> | null = null;
}

function streamType(name: string, base: PyType, instanceClass: typeof PyIOBase): PyType {
  const type = makeBuiltinType(name, base, instanceClass, Py_TPFLAGS_BASETYPE);
  type.hasDict = true;
  type.hasWeakref = true;
  return type;
}

export const ioBaseType = streamType('_io._IOBase', objectType, PyIOBase);
export const rawIOBaseType = streamType('_io._RawIOBase', ioBaseType, class extends PyIOBase {});
export const bufferedIOBaseType = streamType('_io._BufferedIOBase', ioBaseType, class extends PyIOBase {});
export const textIOBaseType = streamType('_io._TextIOBase', ioBaseType, class extends PyIOBase {});

for (const type of [rawIOBaseType, bufferedIOBaseType, textIOBaseType]) type.addsLayout = false;

/** Makes the type of a concrete stream class. */
export function concreteStreamType(name: string, base: PyType, instanceClass: typeof PyIOBase): PyType {
  return streamType(`_io.${name}`, base, instanceClass);
}

const UNSUPPORTED = Symbol('_io.UnsupportedOperation');

/** `io.UnsupportedOperation`: both an OSError and a ValueError. */
export function unsupportedOperationType(): PyType {
  return currentInterpreter().state(UNSUPPORTED, () => {
    const namespace = new PyDict();
    namespace.setStr('__module__', 'io');
    return typeNew(typeType, 'UnsupportedOperation', [excTypes.OSError, excTypes.ValueError], namespace, null);
  });
}

/** An `io.UnsupportedOperation` to throw. */
export function unsupported(message: string): PyBaseException {
  return allocate<[PyTuple], PyBaseException>(unsupportedOperationType(), new PyTuple([strFromUtf16(message)]));
}

/** BlockingIOError with the number of characters written. */
export function wouldBlock(message: string, written: number): PyBaseException {
  const error = newException(excTypes.BlockingIOError, 11, strFromUtf16(message), written);
  error.setField('errno', 11);
  error.setField('strerror', strFromUtf16(message));
  error.setField('characters_written', written);
  return error;
}

export const DEFAULT_BUFFER_SIZE = 131072;

export type { Value };
