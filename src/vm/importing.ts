/**
 * `import`: what the statements do beside calling `builtins.__import__`.
 *
 * @cpython Python/ceval.c _PyEval_ImportName, _PyEval_ImportFrom; Python/intrinsics.c import_all_from
 */
import type { PyDict } from '../objects/core/index.ts';
import {
  asText,
  call,
  getAttr,
  getAttrOrUndefined,
  importError,
  isTrue,
  iterate,
  None,
  PyModule,
  setItem,
  strFromUtf16,
  strHost,
  systemError,
  textToHost,
  thread,
  toArray,
  typeError,
  typeName,
  callMethod,
  repr,
  type Value,
} from '../objects/core/index.ts';
import type { PyFrame } from '../objects/frame/py-frame.ts';
import { mappingGet } from './names.ts';

/** IMPORT_NAME. */
export function importName(frame: PyFrame, name: string, names: Value, level: Value): Value {
  const importFunction = mappingGet(frame.builtins, '__import__');
  if (importFunction === undefined) throw importError('__import__ not found');
  return call(importFunction, [strFromUtf16(name), frame.globals, frame.locals ?? None, names, level]);
}

/** IMPORT_FROM: an attribute of a module, or a submodule that is being imported. */
export function importFrom(module: Value, name: string): Value {
  const value = getAttrOrUndefined(module, name);
  if (value !== undefined) return value;
  const moduleName = getAttrOrUndefined(module, '__name__');
  const moduleText = moduleName === undefined ? undefined : asText(moduleName);
  if (moduleText !== undefined) {
    const loaded = (getAttr(thread.interp.importModule('sys'), 'modules') as PyDict).get(
      strFromUtf16(`${textToHost(moduleText)}.${name}`),
    );
    if (loaded !== undefined) return loaded;
  }
  throw cannotImport(module, name, moduleText === undefined ? '<unknown module name>' : textToHost(moduleText));
}

/** The ImportError of `from module import name`. @cpython _PyEval_ImportFrom (3.14) */
function cannotImport(module: Value, name: string, moduleName: string): Value {
  const quotedModule = textToHost(asText(repr(strFromUtf16(moduleName)))!);
  const quotedName = textToHost(asText(repr(strFromUtf16(name)))!);
  const spec = getAttrOrUndefined(module, '__spec__');
  const origin = spec === undefined || spec === None ? undefined : originOf(spec);
  const isInitializing = spec !== undefined && spec !== None && isSpecInitializing(spec);
  const file = origin ?? fileOf(module);
  const shadowing =
    file === undefined || module instanceof PyModule === false ? undefined : shadowingHint(file, moduleName, spec);
  let message: string;
  if (shadowing === 'stdlib') {
    message = `cannot import name ${quotedName} from ${quotedModule} (consider renaming ${quotedText(file!)} since it has the same name as the standard library module named ${quotedModule} and prevents importing that standard library module)`;
  } else if (isInitializing) {
    message =
      file === undefined
        ? `cannot import name ${quotedName} from partially initialized module ${quotedModule} (most likely due to a circular import) (unknown location)`
        : shadowing === 'package'
          ? `cannot import name ${quotedName} from ${quotedModule} (consider renaming ${quotedText(file)} if it has the same name as a library you intended to import)`
          : `cannot import name ${quotedName} from partially initialized module ${quotedModule} (most likely due to a circular import) (${file})`;
  } else {
    message = `cannot import name ${quotedName} from ${quotedModule} (${file ?? 'unknown location'})`;
  }
  const error = importError(message, strFromUtf16(moduleName), file === undefined ? undefined : strFromUtf16(file));
  error.setField('name_from', strFromUtf16(name));
  return error;
}

function quotedText(text: string): string {
  return textToHost(asText(repr(strFromUtf16(text)))!);
}

function originOf(spec: Value): string | undefined {
  const hasLocation = getAttrOrUndefined(spec, 'has_location');
  if (hasLocation === undefined || !isTrue(hasLocation)) return undefined;
  const origin = getAttrOrUndefined(spec, 'origin');
  const text = origin === undefined ? undefined : asText(origin);
  return text === undefined ? undefined : textToHost(text);
}

function fileOf(module: Value): string | undefined {
  const file = getAttrOrUndefined(module, '__file__');
  const text = file === undefined ? undefined : asText(file);
  return text === undefined ? undefined : textToHost(text);
}

function isSpecInitializing(spec: Value): boolean {
  const value = getAttrOrUndefined(spec, '_initializing');
  return value !== undefined && isTrue(value);
}

/**
 * Whether a module hides another: it lies in `sys.path[0]`.
 *
 * @cpython Objects/moduleobject.c _PyModule_IsPossiblyShadowing
 */
function shadowingHint(file: string, moduleName: string, spec: Value | undefined): 'stdlib' | 'package' | undefined {
  if (spec === undefined || spec === None) return undefined;
  const sys = thread.interp.importModule('sys');
  const flags = getAttrOrUndefined(sys, 'flags');
  const isSafePath = flags === undefined ? undefined : getAttrOrUndefined(flags, 'safe_path');
  if (isSafePath !== undefined && isTrue(isSafePath)) return undefined;
  const path = getAttrOrUndefined(sys, 'path');
  const first = path === undefined ? undefined : toArray(path)[0];
  const firstText = first === undefined ? undefined : asText(first);
  if (firstText === undefined) return undefined;
  let directory = file.slice(0, Math.max(file.lastIndexOf('/'), 0));
  if (file.endsWith('/__init__.py')) directory = directory.slice(0, Math.max(directory.lastIndexOf('/'), 0));
  if (directory !== textToHost(firstText)) return undefined;
  const names = getAttrOrUndefined(sys, 'stdlib_module_names');
  if (names !== undefined) for (const each of iterate(names)) if (strHost(each) === moduleName) return 'stdlib';
  return 'package';
}

/** INTRINSIC_IMPORT_STAR. */
export function importStar(frame: PyFrame, module: Value): void {
  const locals = frame.locals;
  if (locals === null) throw systemError("no locals found during 'import *'");
  const moduleDict = getAttrOrUndefined(module, '__dict__');
  const all = getAttrOrUndefined(module, '__all__');
  let names: Iterable<Value>;
  if (all !== undefined) names = toArray(all);
  else {
    if (moduleDict === undefined) throw importError('from-import-* object has no __dict__ and no __all__');
    names = toArray(callMethod(moduleDict, 'keys'));
  }
  for (const name of names) {
    const text = asText(name);
    if (text === undefined) {
      const moduleName = getAttr(module, '__name__');
      if (asText(moduleName) === undefined)
        throw typeError(`module __name__ must be a string, not ${typeName(moduleName)}`);
      throw typeError(
        `${all === undefined ? 'Key' : 'Item'} in ${strHost(moduleName)}.${all === undefined ? '__dict__' : '__all__'} must be str, not ${typeName(name)}`,
      );
    }
    const host = textToHost(text);
    if (all === undefined && host.startsWith('_')) continue;
    setItem(locals, name, getAttr(module, host));
  }
}
