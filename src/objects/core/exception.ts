/**
 * Exception objects, the tree of exception types, and how native code raises.
 *
 * A Python exception is thrown as the Python object itself: `throw typeError('…')`. The types are made from one table;
 * methods and attributes come from `objects/exceptions/`.
 *
 * @cpython Objects/exceptions.c
 */
import { None, PyObject, PyTuple, type Value } from './value.ts';
import type { PyDict } from './py-dict.ts';
import { Py_TPFLAGS_BASETYPE, Py_TPFLAGS_BASE_EXC_SUBCLASS, type PyType } from './py-type.ts';
import { makeBuiltinType, objectType } from './builtin-types.ts';
import { strFromUtf16 } from './text.ts';
import { thread } from './thread-state.ts';

/** An instance of BaseException or a subclass. */
export class PyBaseException extends PyObject {
  ob_dict: PyDict | null = null;
  args: PyTuple;
  /** `__traceback__`: a traceback object or null. */
  traceback: PyObject | null = null;
  context: PyBaseException | null = null;
  cause: PyBaseException | null = null;
  suppressContext = false;
  /** Values of the attributes that only some exception types have, by name (`code`, `name`, `obj`, `errno`, `lineno`…). */
  fields: Map<string, Value> | null = null;
  constructor(args: PyTuple) {
    super();
    this.args = args;
  }
  /** A type-specific attribute; None when it was not set. */
  field(name: string): Value {
    return this.fields?.get(name) ?? None;
  }
  setField(name: string, value: Value): void {
    (this.fields ??= new Map()).set(name, value);
  }
}

/** Name, base, and the attributes that the type adds. Order: bases first. */
const EXCEPTION_TREE = `
BaseException object
Exception BaseException
GeneratorExit BaseException
KeyboardInterrupt BaseException
SystemExit BaseException
BaseExceptionGroup BaseException
ArithmeticError Exception
FloatingPointError ArithmeticError
OverflowError ArithmeticError
ZeroDivisionError ArithmeticError
AssertionError Exception
AttributeError Exception
BufferError Exception
EOFError Exception
ImportError Exception
ModuleNotFoundError ImportError
LookupError Exception
IndexError LookupError
KeyError LookupError
MemoryError Exception
NameError Exception
UnboundLocalError NameError
OSError Exception
BlockingIOError OSError
ChildProcessError OSError
ConnectionError OSError
BrokenPipeError ConnectionError
ConnectionAbortedError ConnectionError
ConnectionRefusedError ConnectionError
ConnectionResetError ConnectionError
FileExistsError OSError
FileNotFoundError OSError
InterruptedError OSError
IsADirectoryError OSError
NotADirectoryError OSError
PermissionError OSError
ProcessLookupError OSError
TimeoutError OSError
ReferenceError Exception
RuntimeError Exception
NotImplementedError RuntimeError
RecursionError RuntimeError
PythonFinalizationError RuntimeError
StopAsyncIteration Exception
StopIteration Exception
SyntaxError Exception
_IncompleteInputError SyntaxError
IndentationError SyntaxError
TabError IndentationError
SystemError Exception
TypeError Exception
ValueError Exception
UnicodeError ValueError
UnicodeDecodeError UnicodeError
UnicodeEncodeError UnicodeError
UnicodeTranslateError UnicodeError
Warning Exception
BytesWarning Warning
DeprecationWarning Warning
EncodingWarning Warning
FutureWarning Warning
ImportWarning Warning
PendingDeprecationWarning Warning
ResourceWarning Warning
RuntimeWarning Warning
SyntaxWarning Warning
UnicodeWarning Warning
UserWarning Warning`;

export type ExceptionName =
  | 'BaseException'
  | 'Exception'
  | 'GeneratorExit'
  | 'KeyboardInterrupt'
  | 'SystemExit'
  | 'BaseExceptionGroup'
  | 'ArithmeticError'
  | 'FloatingPointError'
  | 'OverflowError'
  | 'ZeroDivisionError'
  | 'AssertionError'
  | 'AttributeError'
  | 'BufferError'
  | 'EOFError'
  | 'ImportError'
  | 'ModuleNotFoundError'
  | 'LookupError'
  | 'IndexError'
  | 'KeyError'
  | 'MemoryError'
  | 'NameError'
  | 'UnboundLocalError'
  | 'OSError'
  | 'BlockingIOError'
  | 'ChildProcessError'
  | 'ConnectionError'
  | 'BrokenPipeError'
  | 'ConnectionAbortedError'
  | 'ConnectionRefusedError'
  | 'ConnectionResetError'
  | 'FileExistsError'
  | 'FileNotFoundError'
  | 'InterruptedError'
  | 'IsADirectoryError'
  | 'NotADirectoryError'
  | 'PermissionError'
  | 'ProcessLookupError'
  | 'TimeoutError'
  | 'ReferenceError'
  | 'RuntimeError'
  | 'NotImplementedError'
  | 'RecursionError'
  | 'PythonFinalizationError'
  | 'StopAsyncIteration'
  | 'StopIteration'
  | 'SyntaxError'
  | '_IncompleteInputError'
  | 'IndentationError'
  | 'TabError'
  | 'SystemError'
  | 'TypeError'
  | 'ValueError'
  | 'UnicodeError'
  | 'UnicodeDecodeError'
  | 'UnicodeEncodeError'
  | 'UnicodeTranslateError'
  | 'Warning'
  | 'BytesWarning'
  | 'DeprecationWarning'
  | 'EncodingWarning'
  | 'FutureWarning'
  | 'ImportWarning'
  | 'PendingDeprecationWarning'
  | 'ResourceWarning'
  | 'RuntimeWarning'
  | 'SyntaxWarning'
  | 'UnicodeWarning'
  | 'UserWarning';

/** Types whose instances have fields of their own in CPython, so that a class cannot derive from two of them. */
const TYPES_WITH_FIELDS: ReadonlySet<string> = new Set([
  'BaseException',
  'SystemExit',
  'BaseExceptionGroup',
  'AttributeError',
  'ImportError',
  'NameError',
  'OSError',
  'StopIteration',
  'SyntaxError',
  'UnicodeError',
]);

function makeExceptionTypes(): Record<ExceptionName, PyType> {
  const types: Record<string, PyType> = { object: objectType };
  for (const row of EXCEPTION_TREE.trim().split('\n')) {
    const [name, base] = row.split(' ') as [string, string];
    const baseType = types[base]!;
    const instanceClass =
      base === 'object' ? PyBaseException : class extends (baseType.instanceClass as typeof PyBaseException) {};
    const type = makeBuiltinType(name, baseType, instanceClass, Py_TPFLAGS_BASETYPE | Py_TPFLAGS_BASE_EXC_SUBCLASS);
    type.hasDict = true;
    type.hasIdentityHash = true;
    type.addsLayout = TYPES_WITH_FIELDS.has(name);
    types[name] = type;
  }
  return types as Record<ExceptionName, PyType>;
}

/** The builtin exception types by name. `ExceptionGroup`, which has two bases, is made in `objects/exceptions/`. */
export const excTypes: Readonly<Record<ExceptionName, PyType>> = makeExceptionTypes();

/** A new exception of a builtin type with these `args`, without running Python code. */
export function newException(type: PyType, ...args: Value[]): PyBaseException {
  return new (type.instanceClass as unknown as typeof PyBaseException)(new PyTuple(args));
}

export function isPyException(error: unknown): error is PyBaseException {
  return error instanceof PyBaseException;
}

/** Whether a caught value is a Python exception of the type or of a subtype. */
export function matches(error: unknown, type: PyType): error is PyBaseException {
  return error instanceof PyBaseException && error.ob_type.isSubtype(type);
}

const withMessage = (type: PyType) => (message: string) => newException(type, strFromUtf16(message));

export const typeError = withMessage(excTypes.TypeError);
export const valueError = withMessage(excTypes.ValueError);
export const indexError = withMessage(excTypes.IndexError);
export const lookupError = withMessage(excTypes.LookupError);
export const overflowError = withMessage(excTypes.OverflowError);
export const zeroDivisionError = withMessage(excTypes.ZeroDivisionError);
export const runtimeError = withMessage(excTypes.RuntimeError);
export const notImplementedError = withMessage(excTypes.NotImplementedError);
export const recursionError = withMessage(excTypes.RecursionError);
export const assertionError = withMessage(excTypes.AssertionError);
export const systemError = withMessage(excTypes.SystemError);
export const bufferError = withMessage(excTypes.BufferError);
export const eofError = withMessage(excTypes.EOFError);
export const referenceError = withMessage(excTypes.ReferenceError);

export function memoryError(): PyBaseException {
  return newException(excTypes.MemoryError);
}

export function keyError(key: Value): PyBaseException {
  return newException(excTypes.KeyError, key);
}

export function attributeError(message: string, name?: string, object?: Value): PyBaseException {
  const error = newException(excTypes.AttributeError, strFromUtf16(message));
  if (name !== undefined) error.setField('name', strFromUtf16(name));
  if (object !== undefined) error.setField('obj', object);
  return error;
}

export function nameError(message: string, name: string): PyBaseException {
  const error = newException(excTypes.NameError, strFromUtf16(message));
  error.setField('name', strFromUtf16(name));
  return error;
}

export function unboundLocalError(message: string): PyBaseException {
  return newException(excTypes.UnboundLocalError, strFromUtf16(message));
}

export function importError(
  message: string,
  name?: Value,
  path?: Value,
  type: PyType = excTypes.ImportError,
): PyBaseException {
  const error = newException(type, strFromUtf16(message));
  error.setField('msg', strFromUtf16(message));
  if (name !== undefined) error.setField('name', name);
  if (path !== undefined) error.setField('path', path);
  return error;
}

export function stopIteration(value?: Value): PyBaseException {
  const error =
    value === undefined ? newException(excTypes.StopIteration) : newException(excTypes.StopIteration, value);
  if (value !== undefined) error.setField('value', value);
  return error;
}

export function stopAsyncIteration(): PyBaseException {
  return newException(excTypes.StopAsyncIteration);
}

function unicodeError(type: PyType, args: Value[]): PyBaseException {
  const error = newException(type, ...args);
  const names =
    type === excTypes.UnicodeTranslateError
      ? ['object', 'start', 'end', 'reason']
      : ['encoding', 'object', 'start', 'end', 'reason'];
  names.forEach((name, i) => error.setField(name, args[i]!));
  return error;
}

/** @param object the bytes object that could not be decoded */
export function unicodeDecodeError(
  encoding: string,
  object: Value,
  start: number,
  end: number,
  reason: string,
): PyBaseException {
  return unicodeError(excTypes.UnicodeDecodeError, [encoding, object, start, end, reason]);
}

/** @param object the str that could not be encoded */
export function unicodeEncodeError(
  encoding: string,
  object: Value,
  start: number,
  end: number,
  reason: string,
): PyBaseException {
  return unicodeError(excTypes.UnicodeEncodeError, [encoding, object, start, end, reason]);
}

/** Errno values (Linux numbering is mapped by the host) to the OSError subclass that Python raises for them. */
const ERRNO_TYPES: ReadonlyMap<string, PyType> = new Map([
  ['EAGAIN', excTypes.BlockingIOError],
  ['EALREADY', excTypes.BlockingIOError],
  ['EINPROGRESS', excTypes.BlockingIOError],
  ['EWOULDBLOCK', excTypes.BlockingIOError],
  ['EPIPE', excTypes.BrokenPipeError],
  ['ESHUTDOWN', excTypes.BrokenPipeError],
  ['ECHILD', excTypes.ChildProcessError],
  ['ECONNABORTED', excTypes.ConnectionAbortedError],
  ['ECONNREFUSED', excTypes.ConnectionRefusedError],
  ['ECONNRESET', excTypes.ConnectionResetError],
  ['EEXIST', excTypes.FileExistsError],
  ['ENOENT', excTypes.FileNotFoundError],
  ['EISDIR', excTypes.IsADirectoryError],
  ['ENOTDIR', excTypes.NotADirectoryError],
  ['EINTR', excTypes.InterruptedError],
  ['EACCES', excTypes.PermissionError],
  ['EPERM', excTypes.PermissionError],
  ['ESRCH', excTypes.ProcessLookupError],
  ['ETIMEDOUT', excTypes.TimeoutError],
]);

/** Numbers of the errno names above on Linux. */
const ERRNO_NAMES: ReadonlyMap<number, string> = new Map([
  [11, 'EAGAIN'],
  [114, 'EALREADY'],
  [115, 'EINPROGRESS'],
  [32, 'EPIPE'],
  [108, 'ESHUTDOWN'],
  [10, 'ECHILD'],
  [103, 'ECONNABORTED'],
  [111, 'ECONNREFUSED'],
  [104, 'ECONNRESET'],
  [17, 'EEXIST'],
  [2, 'ENOENT'],
  [21, 'EISDIR'],
  [20, 'ENOTDIR'],
  [4, 'EINTR'],
  [13, 'EACCES'],
  [1, 'EPERM'],
  [3, 'ESRCH'],
  [110, 'ETIMEDOUT'],
]);

/** The OSError subclass that stands for an errno. */
export function osErrorType(errno: number): PyType {
  const name = ERRNO_NAMES.get(errno);
  return (name === undefined ? undefined : ERRNO_TYPES.get(name)) ?? excTypes.OSError;
}

export function osError(errno: number, strerror: string, filename?: Value, filename2?: Value): PyBaseException {
  const error = newException(osErrorType(errno), errno, strFromUtf16(strerror));
  error.setField('errno', errno);
  error.setField('strerror', strFromUtf16(strerror));
  if (filename !== undefined) error.setField('filename', filename);
  if (filename2 !== undefined) error.setField('filename2', filename2);
  return error;
}

/** Gives a warning. @param stacklevel 1 is the running Python code. */
export function warn(category: PyType, message: string, stacklevel = 1): void {
  thread.interp.warn(category, message, stacklevel);
}

let pendingStop: PyBaseException | null = null;

/** Called by a `tp_iternext` that ends with an exception that carries a value; it then returns `undefined`. */
export function setPendingStop(exception: PyBaseException | null): void {
  pendingStop = exception;
}

/** The StopIteration with which the last `tp_iternext` ended, if it said one; forgets it. */
export function takePendingStop(): PyBaseException | null {
  const stop = pendingStop;
  pendingStop = null;
  return stop;
}
