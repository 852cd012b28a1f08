/**
 * Brings up the import system: `sys`, `builtins`, CPython's `importlib` from its frozen code, `zipimport`, `encodings`.
 *
 * @cpython Python/pylifecycle.c init_interp_main, Python/import.c init_importlib
 */
import {
  call,
  callMethod,
  getAttr,
  isPyException,
  strFromUtf16,
  type PyModule,
  type Value,
} from '../objects/core/index.ts';
import { newModule } from '../objects/module/module.ts';
import { currentInterpreter } from '../runtime/index.ts';
import { runCode } from '../vm/index.ts';
import { findFrozen, frozenCode } from './frozen.ts';

/** Runs a frozen module's code in a new module of that name. */
function importFrozen(name: string): PyModule {
  const interpreter = currentInterpreter();
  const module = newModule(name);
  interpreter.modules.setStr(name, module);
  module.ob_dict.setStr('__builtins__', interpreter.builtinsDict);
  // FrozenImporter looks for it when it completes the spec.
  module.ob_dict.setStr('__origname__', strFromUtf16(findFrozen(name)?.originalName ?? name));
  runCode(frozenCode(name), module.ob_dict, module.ob_dict);
  return module;
}

/** A line of `-v`. */
function verboseMessage(text: string): void {
  const interpreter = currentInterpreter();
  if (interpreter.config.verbose > 0) interpreter.writeError(text);
}

/** Makes `sys` and `builtins`. */
export function makeFirstModules(): void {
  const interpreter = currentInterpreter();
  interpreter.builtinsDict = interpreter.importNative('builtins').ob_dict;
  interpreter.sysDict = interpreter.importNative('sys').ob_dict;
}

/** Makes `_imp`, and importlib over it, `sys` and `builtins`. */
export function installImportSystem(): void {
  const interpreter = currentInterpreter();
  const bootstrap = importFrozen('_frozen_importlib');
  verboseMessage('import _frozen_importlib # frozen\n');
  const imp = interpreter.importNative('_imp');
  verboseMessage('import _imp # builtin\n');
  callMethod(bootstrap, '_install', interpreter.sysModule(), imp);
  interpreter.importlib = bootstrap;
}

/** Adds the path-based finders. */
export function installExternalImporters(): void {
  const interpreter = currentInterpreter();
  callMethod(interpreter.importlib!, '_install_external_importers');
  verboseMessage('# installing zipimport hook\n');
  const pathHooks = getAttr(interpreter.sysModule(), 'path_hooks');
  try {
    const zipimport = interpreter.importModule('zipimport');
    callMethod(pathHooks, 'insert', 0, getAttr(zipimport, 'zipimporter'));
    verboseMessage('# installed zipimport hook\n');
  } catch (error) {
    if (!isPyException(error)) throw error;
    verboseMessage("# can't import zipimport\n");
  }
}

/** A fresh `__main__`. @cpython add_main_module */
export function makeMainModule(): PyModule {
  const interpreter = currentInterpreter();
  const main = newModule('__main__');
  interpreter.modules.setStr('__main__', main);
  main.ob_dict.setStr('__builtins__', interpreter.findModule('builtins') as Value);
  return main;
}

/** Gives `__main__` the loader that it has where no file is run. */
export function setMainLoader(main: PyModule): void {
  main.ob_dict.setStr('__loader__', getAttr(currentInterpreter().importlib!, 'BuiltinImporter'));
}

/** Calls a function of a Python module. */
export function callModule(moduleName: string, name: string, ...args: Value[]): Value {
  return call(getAttr(currentInterpreter().importModule(moduleName), name), args);
}
