/** `_imp`: what importlib needs of the interpreter. @cpython Python/import.c */
import {
  None,
  PyBytes,
  PyList,
  PyModule,
  PyTuple,
  asHostString,
  asText,
  bufferBytes,
  getAttr,
  importError,
  index,
  indexNumber,
  nativeFunction,
  strFromUtf16,
  typeError,
  typeName,
  type Value,
} from '../../objects/core/index.ts';
import { sourceHash } from '../../pyc/index.ts';
import { PyCode } from '../../objects/function/py-code.ts';
import { CodeObject } from '../../code/code-object.ts';
import { findFrozen, frozenCode, frozenMissing, overrideFrozenModules, unmarshalCode } from '../../import/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';

function nameOf(value: Value): string {
  if (asText(value) === undefined) throw typeError(`argument must be str, not ${typeName(value)}`);
  return asHostString(value);
}

/** Replaces the file name of a code object and of all code in it that has the same one. */
function fixFilename(code: CodeObject, from: string, to: string): void {
  if (code.co_filename !== from) return;
  code.co_filename = to;
  for (const constant of code.co_consts) if (constant instanceof CodeObject) fixFilename(constant, from, to);
}

function createBuiltin(spec: Value): Value {
  const interpreter = currentInterpreter();
  const name = nameOf(getAttr(spec, 'name'));
  const loaded = interpreter.findModule(name);
  if (loaded instanceof PyModule && interpreter.nativeModules.has(name)) return loaded;
  const create = interpreter.nativeModules.get(name);
  return create === undefined ? None : create(name);
}

export const impModule = defineModule('_imp', {
  doc: '(Extremely) low-level import machinery bits as used by importlib.',
  functions: {
    lock_held: nativeFunction(
      '($module, /)',
      () => false,
      'Return True if the import lock is currently held, else False.\n\nOn platforms without threads, return False.',
    ),
    acquire_lock: nativeFunction(
      '($module, /)',
      () => None,
      "Acquires the interpreter's import lock for the current thread.\n\nThis lock should be used by import hooks to ensure thread-safety when importing\nmodules. On platforms without threads, this function does nothing.",
    ),
    release_lock: nativeFunction(
      '($module, /)',
      () => None,
      "Release the interpreter's import lock.\n\nOn platforms without threads, this function does nothing.",
    ),
    extension_suffixes: nativeFunction(
      '($module, /)',
      () => new PyList([]),
      'Returns the list of file suffixes used to identify extension modules.',
    ),
    is_builtin: nativeFunction(
      '($module, name, /)',
      (name: Value) => (currentInterpreter().nativeModules.has(nameOf(name)) ? 1 : 0),
      'Returns True if the module name corresponds to a built-in module.',
    ),
    is_frozen: nativeFunction(
      '($module, name, /)',
      (name: Value) => findFrozen(nameOf(name)) !== undefined,
      'Returns True if the module name corresponds to a frozen module.',
    ),
    is_frozen_package: nativeFunction(
      '($module, name, /)',
      (name: Value) => {
        const frozen = findFrozen(nameOf(name));
        if (frozen === undefined) throw frozenMissing(nameOf(name));
        return frozen.isPackage;
      },
      'Returns True if the module name is of a frozen package.',
    ),
    find_frozen: nativeFunction(
      '($module, name, /, *, withdata=False)',
      (name: Value, withData: Value | undefined) => {
        const frozen = findFrozen(nameOf(name));
        if (frozen === undefined) return None;
        const data = withData === true ? new PyBytes(frozen.data) : None;
        const original = frozen.originalName === null ? None : strFromUtf16(frozen.originalName);
        return new PyTuple([data, frozen.isPackage, original]);
      },
      'Return info about the corresponding frozen module (if there is one) or None.',
    ),
    get_frozen_object: nativeFunction(
      '($module, name, data=None, /)',
      (name: Value, data: Value | undefined) =>
        data === undefined || data === None ? frozenCode(nameOf(name)) : unmarshalCode(bufferBytes(data), nameOf(name)),
      'Create a code object for a frozen module.',
    ),
    init_frozen: nativeFunction('($module, name, /)', () => None, 'Initializes a frozen module.'),
    create_builtin: nativeFunction('($module, spec, /)', createBuiltin, 'Create an extension module.'),
    exec_builtin: nativeFunction('($module, mod, /)', () => 0, 'Initialize a built-in module.'),
    create_dynamic: nativeFunction(
      '($module, spec, file=None, /)',
      (spec: Value) => {
        const name = getAttr(spec, 'name');
        throw importError('dynamic loading of extension modules is not supported', name, getAttr(spec, 'origin'));
      },
      'Create an extension module.',
    ),
    exec_dynamic: nativeFunction('($module, mod, /)', () => 0, 'Initialize an extension module.'),
    source_hash: nativeFunction('($module, key, source)', (key: Value, source: Value) => {
      index(key);
      return new PyBytes(sourceHash(bufferBytes(source)));
    }),
    _fix_co_filename: nativeFunction(
      '($module, code, path, /)',
      (code: Value, path: Value) => {
        if (!(code instanceof PyCode))
          throw typeError(`_fix_co_filename() argument 1 must be code, not ${typeName(code)}`);
        const to = nameOf(path);
        if (code.code.co_filename !== to) fixFilename(code.code, code.code.co_filename, to);
      },
      'Changes code.co_filename to specify the passed-in path.',
    ),
    _frozen_module_names: nativeFunction(
      '($module, /)',
      () => new PyList([...currentInterpreter().frozenModules.keys()].map((name) => strFromUtf16(name))),
      'Returns the list of available frozen modules.',
    ),
    _override_frozen_modules_for_tests: nativeFunction('($module, override, /)', (override: Value) =>
      overrideFrozenModules(indexNumber(override)),
    ),
    _override_multi_interp_extensions_check: nativeFunction('($module, override, /)', () => 0),
    _set_lazy_attributes: nativeFunction('($module, modobj, name, /)', () => None),
  },
  constants: () => ({
    check_hash_based_pycs: strFromUtf16(currentInterpreter().config.checkHashPycsMode),
    pyc_magic_number_token: 0x0a0d0000 | 3627,
  }),
});
