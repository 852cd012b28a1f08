/** `_warnings`: giving warnings through filters, before and without `warnings.py`. @cpython Python/_warnings.c */
import {
  None,
  PyDict,
  PyList,
  PyTuple,
  PyType,
  asHostString,
  asInt,
  asText,
  call,
  callMethod,
  excTypes,
  getAttr,
  getAttrOrUndefined,
  getItem,
  index,
  isEqual,
  isInstance,
  isSubclass,
  isTrue,
  iterate,
  nativeFunction,
  newException,
  repr,
  runtimeError,
  str,
  strFromUtf16,
  strHost,
  textToHost,
  thread,
  typeError,
  typeName,
  typeOf,
  type PyBaseException,
  type Value,
} from '../../objects/core/index.ts';
import { lookingAtFrames } from '../../objects/frame/index.ts';
import type { PyFrame } from '../../objects/frame/py-frame.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';

interface WarningsState {
  filters: PyList;
  onceRegistry: PyDict;
  defaultAction: Value;
  filtersVersion: number;
}
const KEY = Symbol('_warnings');

function filter(category: PyType, action: string, module: Value): Value {
  return new PyTuple([action, None, category, module, 0]);
}

function warningsState(): WarningsState {
  return currentInterpreter().state(KEY, () => ({
    filters: new PyList([
      filter(excTypes.DeprecationWarning, 'default', '__main__'),
      filter(excTypes.DeprecationWarning, 'ignore', None),
      filter(excTypes.PendingDeprecationWarning, 'ignore', None),
      filter(excTypes.ImportWarning, 'ignore', None),
      filter(excTypes.ResourceWarning, 'ignore', None),
    ]),
    onceRegistry: new PyDict(),
    defaultAction: 'default',
    filtersVersion: 0,
  }));
}

/** An attribute of `warnings`, if that module has been imported. */
function fromWarningsModule(name: string): Value | undefined {
  const module = currentInterpreter().findModule('warnings');
  return module === undefined ? undefined : getAttrOrUndefined(module, name);
}

function matchesFilter(pattern: Value, text: Value): boolean {
  if (pattern === None) return true;
  if (asText(pattern) !== undefined) return isEqual(pattern, text);
  return isTrue(callMethod(pattern, 'match', text));
}

/** The action of the first filter that fits. @cpython get_filter */
function findAction(category: Value, text: Value, lineno: number, module: Value): { action: string; item: Value } {
  const state = warningsState();
  const context = fromWarningsModule('_get_filters');
  const filters = context !== undefined ? call(context, []) : (fromWarningsModule('filters') ?? state.filters);
  for (const item of iterate(filters)) {
    if (!(item instanceof PyTuple) || item.items.length !== 5) {
      throw newException(excTypes.ValueError, `warnings.filters item 0 isn't a 5-tuple`);
    }
    const [action, message, filterCategory, filterModule, line] = item.items as [Value, Value, Value, Value, Value];
    const filterLine = Number(index(line));
    if (
      matchesFilter(message, text) &&
      isSubclass(category, filterCategory) &&
      matchesFilter(filterModule, module) &&
      (filterLine === 0 || filterLine === lineno)
    ) {
      return { action: asHostString(action), item };
    }
  }
  const fallback = fromWarningsModule('defaultaction') ?? state.defaultAction;
  return { action: asHostString(fallback), item: None };
}

/** Whether a warning was given before; notes it. @cpython already_warned */
function isAlreadyGiven(registry: PyDict, key: Value, shouldSet: boolean): boolean {
  const state = warningsState();
  const version = registry.getStr('version');
  if (version === undefined || asInt(version) !== state.filtersVersion) {
    registry.clear();
    registry.setStr('version', state.filtersVersion);
  } else {
    const known = registry.get(key);
    if (known !== undefined && isTrue(known)) return true;
  }
  if (shouldSet) registry.set(key, true);
  return false;
}

interface Place {
  readonly filename: Value;
  readonly lineno: number;
  readonly module: Value;
  readonly registry: Value;
  readonly sourceLine: Value | undefined;
}

/** @cpython warn_explicit */
function warnExplicit(category: Value, message: Value, place: Place, source: Value): Value {
  if (!isTrue(place.registry) && place.registry !== None && !(place.registry instanceof PyDict)) {
    throw typeError("'registry' must be a dict or None");
  }
  let text: Value;
  let actualCategory = category;
  let actualMessage = message;
  if (isInstance(message, excTypes.Warning)) {
    text = str(message);
    actualCategory = typeOf(message);
  } else {
    text = message;
    actualMessage = call(category, [message]);
  }
  const key = new PyTuple([text, actualCategory, place.lineno]);
  const registry = place.registry instanceof PyDict ? place.registry : null;
  if (registry !== null && isAlreadyGiven(registry, key, false)) return None;
  const { action, item } = findAction(actualCategory, text, place.lineno, place.module);
  if (action === 'error') throw actualMessage as PyBaseException;
  if (action === 'ignore') return None;
  let isRepeated = false;
  if (action !== 'always' && action !== 'all') {
    if (registry !== null) registry.set(key, true);
    switch (action) {
      case 'once': {
        const once = registry ?? fromWarningsModule('onceregistry') ?? warningsState().onceRegistry;
        isRepeated = isAlreadyGiven(once as PyDict, new PyTuple([text, actualCategory]), true);
        break;
      }
      case 'module':
        isRepeated = registry !== null && isAlreadyGiven(registry, new PyTuple([text, actualCategory]), true);
        break;
      case 'default':
        break;
      default:
        throw runtimeError(
          `Unrecognized action (${textToHost(asText(repr(action))!)}) in warnings.filters:\n ${strHost(item)}`,
        );
    }
  }
  if (!isRepeated) show(actualCategory, text, actualMessage, place, source);
  return None;
}

/** @cpython call_show_warning, show_warning */
function show(category: Value, text: Value, message: Value, place: Place, source: Value): void {
  const interpreter = currentInterpreter();
  let module = interpreter.findModule('warnings');
  if (module === undefined && !interpreter.isFinalizing && source !== None)
    module = interpreter.importModule('warnings');
  const hook = module === undefined ? undefined : getAttrOrUndefined(module, '_showwarnmsg');
  if (hook === undefined) {
    const name = (category as PyType).name;
    interpreter.writeError(`${strHost(place.filename)}:${place.lineno}: ${name}: ${strHost(text)}\n`);
    const line =
      place.sourceLine === undefined ? sourceLine(strHost(place.filename), place.lineno) : strHost(place.sourceLine);
    if (line !== null && line.trim() !== '') interpreter.writeError(`  ${line.trim()}\n`);
    return;
  }
  const record = call(getAttr(module!, 'WarningMessage'), [
    message,
    category,
    place.filename,
    place.lineno,
    None,
    None,
    source,
  ]);
  call(hook, [record]);
}

/** A line of a file, or null. */
function sourceLine(filename: string, lineno: number): string | null {
  const { fs } = currentInterpreter().host;
  try {
    const fd = fs.open(filename, fs.flags.O_RDONLY, 0);
    try {
      const size = fs.fstat(fd).size;
      const bytes = new Uint8Array(size);
      let read = 0;
      while (read < size) {
        const count = fs.read(fd, bytes, read, size - read);
        if (count === 0) break;
        read += count;
      }
      return new TextDecoder().decode(bytes.subarray(0, read)).split(/\r\n|\r|\n/)[lineno - 1] ?? null;
    } finally {
      fs.close(fd);
    }
  } catch {
    return null;
  }
}

function isInternalFrame(frame: PyFrame): boolean {
  const filename = frame.code.code.co_filename;
  return filename.includes('importlib') && filename.includes('_bootstrap');
}

function nextExternalFrame(frame: PyFrame | null): PyFrame | null {
  let current = frame;
  do current = current?.previous ?? null;
  while (current !== null && isInternalFrame(current));
  return current;
}

function shouldSkip(frame: PyFrame, prefixes: readonly Value[]): boolean {
  const filename = frame.code.code.co_filename;
  return prefixes.some((prefix) => filename.startsWith(asHostString(prefix)));
}

/** Where the caller at a stack level stands. @cpython setup_context */
function placeOf(stacklevel: number, prefixes: readonly Value[]): Place {
  let frame: PyFrame | null = thread.currentFrame;
  let level = stacklevel;
  if (prefixes.length > 0) level = Math.max(level, 2);
  if (level <= 0 || (frame !== null && isInternalFrame(frame))) {
    while (--level > 0 && frame !== null) frame = frame.previous;
  } else {
    while (--level > 0 && frame !== null) {
      frame = nextExternalFrame(frame);
      while (prefixes.length > 0 && frame !== null && shouldSkip(frame, prefixes)) frame = nextExternalFrame(frame);
    }
  }
  const interpreter = currentInterpreter();
  const globals = frame === null ? interpreter.sysDict : frame.globals;
  const filename = frame === null ? '<sys>' : strFromUtf16(frame.code.code.co_filename);
  const lineno = frame === null ? 0 : (frame.lineno ?? 0);
  let registry = globals.getStr('__warningregistry__');
  if (registry === undefined) {
    registry = new PyDict();
    globals.setStr('__warningregistry__', registry);
  }
  const module = globals.getStr('__name__');
  const hasName = module !== undefined && (module === None || asText(module) !== undefined);
  return { filename, lineno, module: hasName ? module : '<string>', registry, sourceLine: undefined };
}

function checkCategory(message: Value, category: Value | undefined): Value {
  if (isInstance(message, excTypes.Warning)) return typeOf(message);
  const actual = category === undefined || category === None ? excTypes.UserWarning : category;
  if (!(actual instanceof PyType) || !isSubclass(actual, excTypes.Warning)) {
    throw typeError(`category must be a Warning subclass, not '${typeName(actual)}'`);
  }
  return actual;
}

function moduleOfFilename(filename: Value): Value {
  const name = asHostString(filename);
  if (name === '') return '<unknown>';
  return strFromUtf16(name.endsWith('.py') ? name.slice(0, -3) : name);
}

export const warningsModule = defineModule('_warnings', {
  doc: '_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.',
  functions: {
    warn: lookingAtFrames(
      nativeFunction(
        '($module, /, message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=<unrepresentable>)',
        (message: Value, category?: Value, stacklevel?: Value, source?: Value, prefixes?: Value) => {
          const actual = checkCategory(message, category);
          const items = prefixes instanceof PyTuple ? prefixes.items : [];
          if (prefixes !== undefined && !(prefixes instanceof PyTuple)) {
            throw typeError(`warn() argument 'skip_file_prefixes' must be tuple, not ${typeName(prefixes)}`);
          }
          const place = placeOf(stacklevel === undefined ? 1 : Number(index(stacklevel)), items);
          return warnExplicit(actual, message, place, source ?? None);
        },
        'Issue a warning, or maybe ignore it or raise an exception.',
      ),
    ),
    warn_explicit: nativeFunction(
      '($module, /, message, category, filename, lineno, module=<unrepresentable>, registry=None, module_globals=None, source=None)',
      (
        message: Value,
        category: Value,
        filename: Value,
        lineno: Value,
        module?: Value,
        registry?: Value,
        globals?: Value,
        source?: Value,
      ) => {
        const line = Number(index(lineno));
        let text: Value | undefined;
        if (globals !== undefined && globals !== None) {
          if (!(globals instanceof PyDict))
            throw typeError(`module_globals must be a dict, not '${typeName(globals)}'`);
          text = lineFromLoader(globals, line);
        }
        return warnExplicit(
          category,
          message,
          {
            filename,
            lineno: line,
            module: module ?? moduleOfFilename(filename),
            registry: registry ?? None,
            sourceLine: text,
          },
          source ?? None,
        );
      },
      'Issue a warning, or maybe ignore it or raise an exception.',
    ),
    _filters_mutated_lock_held: nativeFunction('($module, /)', () => {
      warningsState().filtersVersion++;
    }),
    _acquire_lock: nativeFunction('($module, /)', () => None),
    _release_lock: nativeFunction('($module, /)', () => None),
  },
  constants: () => {
    const state = warningsState();
    return {
      filters: state.filters,
      _onceregistry: state.onceRegistry,
      _defaultaction: state.defaultAction,
      _warnings_context: newContextVariable(),
    };
  },
});

/** The context variable in which `warnings.catch_warnings` keeps its filters. */
function newContextVariable(): Value {
  if (!currentInterpreter().nativeModules.has('_contextvars')) return None;
  const contextvars = currentInterpreter().importNative('_contextvars');
  return call(getAttr(contextvars, 'ContextVar'), ['warnings_context'], null);
}

/** The source line that a module's loader knows. @cpython get_source_line */
function lineFromLoader(globals: PyDict, lineno: number): Value | undefined {
  const external = currentInterpreter().importModule('_frozen_importlib_external');
  const loader = call(getAttr(external, '_bless_my_loader'), [globals]);
  if (loader === None) return undefined;
  const name = globals.getStr('__name__');
  if (name === undefined) return undefined;
  const getSource = getAttrOrUndefined(loader, 'get_source');
  if (getSource === undefined) return undefined;
  const source = call(getSource, [name]);
  if (source === None) return undefined;
  const lines = callMethod(source, 'splitlines');
  return lines instanceof PyList && lineno <= lines.items.length ? getItem(lines, lineno - 1) : undefined;
}
