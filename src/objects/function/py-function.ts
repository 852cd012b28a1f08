/**
 * `PyFunction`: functions made by `def` and `lambda`.
 *
 * @cpython Objects/funcobject.c PyFunctionObject
 */
import { CO_HAS_DOCSTRING } from '../../code/code-object.ts';
import { makeBuiltinType, objectType } from '../core/builtin-types.ts';
import type { PyDict } from '../core/py-dict.ts';
import { Py_TPFLAGS_METHOD_DESCRIPTOR } from '../core/py-type.ts';
import { None, PyInstance, type PyCell, type PyTuple, type Value } from '../core/value.ts';
import type { PyCode } from './py-code.ts';

let nextVersion = 1;

export class PyFunction extends PyInstance {
  code: PyCode;
  globals: PyDict;
  /** The dict of `__builtins__`, as it was when the function was made. */
  builtins: PyDict;
  closure: readonly PyCell[] | null = null;
  /** `__defaults__` as a tuple or null. */
  defaults: PyTuple | null = null;
  kwdefaults: PyDict | null = null;
  name: Value;
  qualname: Value;
  module: Value;
  doc: Value;
  annotations: Value | null = null;
  annotate: Value | null = null;
  typeParams: Value | null = null;
  /** The tuple shown as `__closure__`, made when asked for. */
  closureTuple: PyTuple | null = null;
  /** Some instance may have it as its own attribute while its class has it too, which only `hasOwn` can tell apart. */
  mayShadow = false;
  /** Changes when code, defaults or keyword defaults are assigned. Never used twice. */
  version: number = nextVersion++;

  constructor(code: PyCode, globals: PyDict, builtins: PyDict, name: Value, qualname: Value) {
    super();
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.name = name;
    this.qualname = qualname;
    this.module = globals.getStr('__name__') ?? None;
    const first = code.consts[0];
    this.doc = (code.flags & CO_HAS_DOCSTRING) !== 0 && first !== undefined ? first : None;
  }

  /** To be called when what a call does has changed. */
  modified(): void {
    this.version = nextVersion++;
  }
}

export const functionType = makeBuiltinType('function', objectType, PyFunction, Py_TPFLAGS_METHOD_DESCRIPTOR);
functionType.isPythonFunction = true;
functionType.hasDict = true;
functionType.hasWeakref = true;
functionType.hasIdentityHash = true;
