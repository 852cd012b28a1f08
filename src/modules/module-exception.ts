/** Exception types that native modules define (`struct.error`, `binascii.Error`): one per interpreter. */
import {
  PyDict,
  PyTuple,
  allocate,
  strFromUtf16,
  typeNew,
  typeType,
  type PyBaseException,
  type PyType,
  type Value,
} from '../objects/core/index.ts';
import { currentInterpreter } from '../runtime/index.ts';

/** An exception type of a module, and how its exceptions are made. */
export interface ModuleException {
  /** The type in the running interpreter, made on first use. */
  type(): PyType;
  /** An exception with a message, to throw. */
  error(message: string): PyBaseException;
}

/** @cpython Python/errors.c PyErr_NewExceptionWithDoc */
export function moduleException(module: string, name: string, bases: readonly PyType[], doc?: string): ModuleException {
  const key = Symbol(`${module}.${name}`);
  const type = (): PyType =>
    currentInterpreter().state(key, () => {
      const namespace = new PyDict();
      namespace.setStr('__module__', module);
      if (doc !== undefined) namespace.setStr('__doc__', doc as Value);
      return typeNew(typeType, name, [...bases], namespace, null);
    });
  return {
    type,
    error: (message) => allocate<[PyTuple], PyBaseException>(type(), new PyTuple([strFromUtf16(message)])),
  };
}
