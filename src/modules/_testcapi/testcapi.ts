/**
 * `_testcapi`: what CPython's own tests use to do what C code does. Here it is done with the same operations of the object
 * model; what has no meaning without C (memory, reference counts, threads of the system) is not there.
 *
 * @cpython Modules/_testcapimodule.c, Modules/_testcapi
 */
import {
  allocate,
  asHostString,
  bufferError,
  call,
  callMethod,
  classMethod,
  excTypes,
  getAttr,
  indexNumber,
  isInstanceOf,
  isPyException,
  makeBuiltinType,
  memoryError,
  method,
  nativeFunction,
  None,
  objectType,
  PyBuiltinFunction,
  PyDict,
  PyObject,
  PyTuple,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  reprHost,
  strFromUtf16,
  systemError,
  typeError,
  typeName,
  typeOf,
  typeSpec,
  typeType,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { CodeObject } from '../../code/code-object.ts';
import { op } from '../../opcode/index.ts';
import { codeToValue } from '../../objects/function/constant-values.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { displayException } from '../sys/hooks.ts';
import { HEX_VERSION } from '../sys/version.ts';
import { addConventionFunctions, callFunctions, callingConventionTypes } from './calling-conventions.ts';
import { docstringFunctions, docstringTypes } from './docstrings.ts';
import { frameFunctions } from './frames.ts';
import { marshalFunctions } from './marshal-files.ts';
import { limits } from './limits.ts';

class PyAwait extends PyObject {
  iterator: Value = None;
}
const awaitType = makeBuiltinType('awaitType', objectType, PyAwait, Py_TPFLAGS_BASETYPE);

class PyGeneric extends PyObject {}
class PyGenericExample extends PyObject {
  item: Value = None;
}
const genericAliasType = makeBuiltinType('GenericAlias', objectType, PyGenericExample, Py_TPFLAGS_BASETYPE);
const genericType = makeBuiltinType('Generic', objectType, PyGeneric, Py_TPFLAGS_BASETYPE);

/** `PyErr_NewExceptionWithDoc` */
function makeExceptionWithDoc(name: Value, doc?: Value, base?: Value, dict?: Value): Value {
  const fullName = asHostString(name);
  const dot = fullName.lastIndexOf('.');
  if (dot < 0) throw systemError('PyErr_NewException: name must be module.class');
  const namespace = dict instanceof PyDict ? dict : new PyDict();
  if (namespace.getStr('__module__') === undefined)
    namespace.setStr('__module__', strFromUtf16(fullName.slice(0, dot)));
  if (doc !== undefined && doc !== None) namespace.setStr('__doc__', doc);
  const bases = base === undefined ? excTypes.Exception : base;
  const typeType = getAttr(excTypes.Exception, '__class__');
  return call(typeType, [
    strFromUtf16(fullName.slice(dot + 1)),
    bases instanceof PyTuple ? bases : new PyTuple([bases]),
    namespace,
  ]);
}

/** Raises an exception with so many arguments, as `PyErr_SetObject` makes it of a type and a tuple. */
function raiseException(type: Value, count: Value): Value {
  if (!isInstanceOf(type, typeType) || !(type as PyType).isSubtype(excTypes.BaseException))
    throw systemError(`_PyErr_SetObject: exception ${reprHost(type)} is not a BaseException subclass`);
  const raised = call(
    type,
    Array.from({ length: indexNumber(count) }, (_, i) => i),
  );
  if (isPyException(raised)) throw raised;
  throw typeError(
    `calling ${reprHost(type)} should have returned an instance of BaseException, not ${typeName(raised)}`,
  );
}

/** `PyErr_DisplayException`, and with `legacy` the older form that takes three objects: they show the same. */
function exceptionPrint(exception: Value): Value {
  if (!isPyException(exception)) {
    currentInterpreter().writeError(
      `TypeError: print_exception(): Exception expected for value, ${typeName(exception)} found\n`,
    );
    return None;
  }
  displayException(exception);
  return None;
}

/** Prints a traceback object to a file. */
function tracebackPrint(traceback: Value, file: Value): Value {
  const module = currentInterpreter().importModule('traceback');
  callMethod(file, 'write', 'Traceback (most recent call last):\n');
  call(getAttr(module, 'print_tb'), [traceback, None, file]);
  return None;
}

/** Code that raises AssertionError, on one line. @cpython Objects/codeobject.c PyCode_NewEmpty */
function emptyCode(filename: string, name: string, line: number): CodeObject {
  const code = Uint8Array.of(op.LOAD_COMMON_CONSTANT, 0, op.RAISE_VARARGS, 1);
  return new CodeObject({
    co_argcount: 0,
    co_posonlyargcount: 0,
    co_kwonlyargcount: 0,
    co_stacksize: 1,
    co_flags: 0x3,
    co_code: code,
    co_consts: [],
    co_names: [],
    co_localsplusnames: [],
    co_localspluskinds: new Uint8Array(),
    co_filename: filename,
    co_name: name,
    co_qualname: name,
    co_firstlineno: line,
    co_linetable: Uint8Array.of(128 | (13 << 3) | 1, 0),
    co_exceptiontable: new Uint8Array(),
  });
}

export const testcapiModule = defineModule('_testcapi', {
  types: [
    ...callingConventionTypes,
    ...docstringTypes,
    typeSpec(awaitType, {
      slots: {
        tp_new(type, args) {
          const self = allocate(type) as PyAwait;
          if (args[0] !== undefined) self.iterator = args[0];
          return self;
        },
        am_await: (self) => (self as PyAwait).iterator,
      },
    }),
    typeSpec(genericAliasType, {
      methods: {
        __mro_entries__: method('($self, bases, /)', (self: PyGenericExample) => new PyTuple([self.item])),
      },
    }),
    typeSpec(genericType, {
      methods: {
        __class_getitem__: classMethod('($type, object, /)', (_type: PyType, item: Value) => {
          const alias = new PyGenericExample();
          alias.item = item;
          return alias;
        }),
      },
    }),
  ],
  functions: {
    ...callFunctions,
    ...docstringFunctions,
    ...frameFunctions,
    make_exception_with_doc: nativeFunction('($module, /, name, doc=None, base=None, dict=None)', makeExceptionWithDoc),
    raise_exception: nativeFunction('($module, exception, num_args, /)', raiseException),
    raise_memoryerror: nativeFunction('($module, /)', () => {
      throw memoryError();
    }),
    exception_print: nativeFunction('($module, exc, legacy=False, /)', exceptionPrint),
    traceback_print: nativeFunction('($module, traceback, file, /)', tracebackPrint),
    err_writeunraisable: nativeFunction('($module, exc, obj, /)', (exception: Value, object: Value) => {
      if (isPyException(exception)) currentInterpreter().unraisable(exception, null, object);
      return None;
    }),
    err_formatunraisable: nativeFunction(
      '($module, exc, fmt, obj=None, /)',
      (exception: Value, format: Value, object: Value | undefined) => {
        if (!isPyException(exception)) return None;
        const where = format === None ? null : asHostString(format).replace('%R', () => reprHost(object ?? None));
        currentInterpreter().unraisable(exception, where, undefined);
        return None;
      },
    ),
    ...marshalFunctions,
    bad_get: nativeFunction('($module, self, obj, cls, /)', (_self: Value, object: Value) => call(object, [])),
    pycfunction_call: callFunctions['pyvectorcall_call']!,
    create_cfunction: nativeFunction(
      '($module, /)',
      () =>
        new PyBuiltinFunction(
          'create_cfunction',
          nativeFunction('($self, /)', () => None),
          new PyDict(),
          null,
          null,
        ),
    ),
    getbuffer_with_null_view: nativeFunction('($module, object, /)', (object: Value) => {
      if (typeOf(object).bf_getbuffer === undefined)
        throw typeError(`a bytes-like object is required, not '${typeName(object)}'`);
      throw bufferError('bytearray: view==NULL argument is obsolete');
    }),
    code_newempty: nativeFunction(
      '($module, filename, funcname, firstlineno, /)',
      (filename: Value, name: Value, line: Value) => {
        return codeToValue(emptyCode(asHostString(filename), asHostString(name), indexNumber(line)));
      },
    ),
    without_gc: nativeFunction('($module, type, /)', (type: PyType) => {
      type.tp_flags &= ~Py_TPFLAGS_HAVE_GC;
      return type;
    }),
  },
  constants: () => ({
    ...limits(),
    error: makeExceptionWithDoc('_testcapi.error'),
    Py_Version: HEX_VERSION,
    Py_single_input: 256,
    Py_file_input: 257,
    Py_eval_input: 258,
    the_number_three: 3,
    ONE: 1,
    WITH_PYMALLOC: true,
    WITH_MIMALLOC: true,
  }),
  exec: addConventionFunctions,
});
