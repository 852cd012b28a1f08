/**
 * Names of modules and what is in them: how globals are found for a pickle and from one, with Python 2's names for the old
 * protocols.
 *
 * @cpython Modules/_pickle.c whichmodule, getattribute, _pickle_init_state
 */
import {
  asText,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  getItem,
  isPyException,
  matches,
  None,
  PyDict,
  PyTuple,
  reprHost,
  strFromUtf16,
  strHost,
  textToHost,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { picklingError } from './errors.ts';

/** Follows a dotted path. @throws AttributeError */
export function resolvePath(start: Value, path: readonly string[]): Value {
  let object = start;
  for (const name of path) object = getAttr(object, name);
  return object;
}

/** An item of a dict of the library, by a key. */
export function lookUp(module: string, table: string, key: Value): Value | undefined {
  const dict = getAttr(currentInterpreter().importModule(module), table);
  if (dict instanceof PyDict) return dict.get(key);
  try {
    return getItem(dict, key);
  } catch (error) {
    if (matches(error, excTypes.KeyError)) return undefined;
    throw error;
  }
}

/** The names that Python 2 has (`toOld`) or had for a global. */
export function translatedName(module: string, name: string, toOld: boolean): [module: string, name: string] {
  const prefix = toOld ? 'REVERSE_' : '';
  const pair = lookUp(
    '_compat_pickle',
    `${prefix}NAME_MAPPING`,
    new PyTuple([strFromUtf16(module), strFromUtf16(name)]),
  );
  if (pair instanceof PyTuple) return [strHost(pair.items[0]!), strHost(pair.items[1]!)];
  const other = lookUp('_compat_pickle', `${prefix}IMPORT_MAPPING`, strFromUtf16(module));
  return [other === undefined ? module : strHost(other), name];
}

/** Imports a module by its full name and gives `sys.modules[name]`. */
export function importedModule(name: string): Value {
  const interpreter = currentInterpreter();
  return interpreter.importModule(name);
}

function isFoundIn(module: Value, path: readonly string[], object: Value): boolean {
  try {
    return resolvePath(module, path) === object;
  } catch (error) {
    if (matches(error, excTypes.AttributeError)) return false;
    throw error;
  }
}

/** The name of the module that holds an object, which does hold it under its name. @throws PicklingError */
export function moduleHolding(object: Value, name: string): string {
  const path = name.split('.');
  if (path.includes('<locals>')) throw picklingError.error(`Can't pickle local object ${reprHost(object)}`);
  let moduleName: Value | undefined = getAttrOrUndefined(object, '__module__');
  if (moduleName === undefined || moduleName === None) {
    moduleName = undefined;
    const modules = currentInterpreter().sysGet('modules');
    for (const [key, module] of modules instanceof PyDict ? [...modules.entries()] : []) {
      if (key === '__main__' || key === '__mp_main__' || module === None) continue;
      if (isFoundIn(module, path, object)) return strHost(key);
    }
  }
  const text = moduleName === undefined ? '__main__' : textToHost(asText(moduleName) ?? '');
  let module: Value;
  try {
    module = importedModule(text);
  } catch (error) {
    const isExpected = [excTypes.ImportError, excTypes.ValueError, excTypes.KeyError].some((type) =>
      matches(error, type),
    );
    if (!isExpected || !isPyException(error)) throw error;
    const failure = picklingError.error(`Can't pickle ${reprHost(object)}: ${strHost(error)}`);
    failure.context = error;
    throw failure;
  }
  let found: Value;
  try {
    found = resolvePath(module, path);
  } catch (error) {
    if (!matches(error, excTypes.AttributeError)) throw error;
    const failure = picklingError.error(`Can't pickle ${reprHost(object)}: it's not found as ${text}.${name}`);
    failure.context = error;
    throw failure;
  }
  if (found !== object)
    throw picklingError.error(`Can't pickle ${reprHost(object)}: it's not the same object as ${text}.${name}`);
  return text;
}
