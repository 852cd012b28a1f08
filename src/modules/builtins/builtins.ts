/** The `builtins` module. @cpython Python/bltinmodule.c */
import {
  absolute,
  argumentBinder,
  asText,
  boolType,
  bytearrayType,
  bytesType,
  call,
  callDescriptor,
  codePointsOf,
  complexType,
  dictType,
  divmod,
  Ellipsis,
  excTypes,
  floatType,
  getAttr,
  getAttrOrUndefined,
  getIter,
  hash,
  identity,
  index,
  intType,
  isCallable,
  isInstance,
  isSubclass,
  isTrue,
  iterNext,
  lengthValue,
  listType,
  matches,
  next,
  None,
  NotImplemented,
  nativeFunction,
  objectType,
  overflowError,
  power,
  PyByteArray,
  PyBytes,
  PyList,
  rawFunction,
  repr,
  reprText,
  runtimeError,
  setAttr,
  sliceType,
  strFromCodePoints,
  strType,
  textToHost,
  toArray,
  tupleType,
  typeError,
  typeName,
  typeOf,
  typeType,
  valueError,
  type Kwnames,
  type NativeSpec,
  type Value,
} from '../../objects/core/index.ts';
import { lookingAtFrames } from '../../objects/frame/index.ts';
import { exceptionGroupType } from '../../objects/exceptions/exception-group.ts';
import { intWithPrefix } from '../../objects/int/index.ts';
import {
  enumerateType,
  filterType,
  mapType,
  PyCallableIterator,
  reversedType,
  zipType,
} from '../../objects/iterators/index.ts';
import { sortItems } from '../../objects/list/index.ts';
import { memoryviewType } from '../../objects/memoryview/index.ts';
import { classmethodType, propertyType, staticmethodType, superType } from '../../objects/property/index.ts';
import { rangeType } from '../../objects/range/index.ts';
import { frozensetType, setType } from '../../objects/set/index.ts';
import { asciiText, formatValue } from '../../objects/str/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { buildClass } from '../../vm/index.ts';
import { defineModule } from '../define-module.ts';
import { aiter, anext, anextAwaitableSpec } from './asynchronous.ts';
import { docs, MODULE_DOC } from './docs.ts';
import { compileBuiltin, evalBuiltin, execBuiltin } from './evaluation.ts';
import { extreme } from './extremes.ts';
import { importModuleLevel } from './import-module.ts';
import { input, print } from './printing.ts';
import { currentGlobals, currentLocals, dirOf, varsOf } from './scopes.ts';
import { sum } from './sum.ts';

/** An attribute name. @throws TypeError */
function attributeName(value: Value): string {
  const text = asText(value);
  if (text === undefined) throw typeError(`attribute name must be string, not '${typeName(value)}'`);
  return textToHost(text);
}

function noKeywords(name: string, kwnames: Kwnames): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError(`${name}() takes no keyword arguments`);
}

/** Checks the number of arguments of a function that takes them by position. @cpython _PyArg_CheckPositional */
function checkCount(name: string, args: readonly Value[], min: number, max: number): void {
  const given = args.length;
  if (given >= min && given <= max) return;
  const limit = given < min ? min : max;
  const bound = min === max ? '' : given < min ? 'at least ' : 'at most ';
  throw typeError(`${name} expected ${bound}${limit} argument${limit === 1 ? '' : 's'}, got ${given}`);
}

function getAttribute(args: readonly Value[], kwnames: Kwnames): Value {
  noKeywords('getattr', kwnames);
  checkCount('getattr', args, 2, 3);
  const name = attributeName(args[1]!);
  return args.length === 2 ? getAttr(args[0]!, name) : (getAttrOrUndefined(args[0]!, name) ?? args[2]!);
}

function iter(args: readonly Value[], kwnames: Kwnames): Value {
  noKeywords('iter', kwnames);
  checkCount('iter', args, 1, 2);
  if (args.length === 1) return getIter(args[0]!);
  if (!isCallable(args[0]!)) throw typeError('iter(v, w): v must be callable');
  return new PyCallableIterator(args[0]!, args[1]!);
}

function nextItem(args: readonly Value[], kwnames: Kwnames): Value {
  noKeywords('next', kwnames);
  checkCount('next', args, 1, 2);
  const iterator = args[0]!;
  if (typeOf(iterator).tp_iternext === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
  if (args.length === 1) return next(iterator);
  try {
    return iterNext(iterator) ?? args[1]!;
  } catch (error) {
    if (matches(error, excTypes.StopIteration)) return args[1]!;
    throw error;
  }
}

function all(iterable: Value): Value {
  const iterator = getIter(iterable);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) if (!isTrue(item)) return false;
  return true;
}

function any(iterable: Value): Value {
  const iterator = getIter(iterable);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) if (isTrue(item)) return true;
  return false;
}

/** @throws ValueError, OverflowError */
function chr(value: Value): Value {
  const codePoint = index(value);
  if (typeof codePoint === 'bigint' && (codePoint > 0x7fffffffffffffffn || codePoint < -0x8000000000000000n)) {
    throw valueError('chr() arg not in range(0x110000)');
  }
  if (codePoint < 0 || codePoint > 0x10ffff) throw valueError('chr() arg not in range(0x110000)');
  return strFromCodePoints([Number(codePoint)]);
}

/** @throws TypeError */
function ord(character: Value): Value {
  const text = asText(character);
  let size: number;
  if (text !== undefined) {
    const codePoints = typeof text === 'string' && text.length === 1 ? [text.charCodeAt(0)] : codePointsOf(text);
    if (codePoints.length === 1) return codePoints[0]!;
    throw typeError(`ord() expected a character, but string of length ${codePoints.length} found`);
  }
  if (character instanceof PyBytes) {
    if (character.bytes.length === 1) return character.bytes[0]!;
    size = character.bytes.length;
  } else if (character instanceof PyByteArray) {
    if (character.length === 1) return character.bytes[0]!;
    size = character.length;
  } else throw typeError(`ord() expected string of length 1, but ${typeName(character)} found`);
  throw typeError(`ord() expected a character, but string of length ${size} found`);
}

/** @throws TypeError when it has no `__round__` */
function round(number: Value, digits: Value | undefined): Value {
  const type = typeOf(number);
  const descr = type.lookup('__round__');
  if (descr === undefined) throw typeError(`type ${type.tp_name} doesn't define __round__ method`);
  return callDescriptor(descr, number, digits === undefined || digits === None ? [] : [digits]);
}

const bindSort = argumentBinder('sort', '($self, /, *, key=None, reverse=False)');

function sorted(args: readonly Value[], kwnames: Kwnames): Value {
  const given = args.length - (kwnames?.length ?? 0);
  if (given !== 1) throw typeError(`sorted expected 1 argument, got ${given}`);
  const items = toArray(args[0]!);
  const [key, reverse] = bindSort(args.slice(1), kwnames) as (Value | undefined)[];
  sortItems(items, key ?? None, reverse !== undefined && isTrue(reverse));
  return new PyList(items);
}

/** Calls `sys.breakpointhook`. */
function breakpoint(args: readonly Value[], kwnames: Kwnames): Value {
  const hook = currentInterpreter().sysGet('breakpointhook');
  if (hook === undefined) throw runtimeError('lost sys.breakpointhook');
  return call(hook, args, kwnames);
}

/** A C int. */
function levelOf(value: Value | undefined): number {
  if (value === undefined) return 0;
  const level = index(value);
  if (typeof level === 'bigint') throw overflowError('Python int too large to convert to C int');
  return level;
}

const functions: Record<string, NativeSpec> = {
  __build_class__: rawFunction(docs.__build_class__, buildClass),
  __import__: nativeFunction(
    '($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)',
    (
      name: Value,
      globals: Value | undefined,
      _locals: Value | undefined,
      fromlist: Value | undefined,
      level: Value | undefined,
    ) => importModuleLevel(name, globals, fromlist ?? None, levelOf(level)),
    docs.__import__,
  ),
  abs: nativeFunction('($module, x, /)', absolute, docs.abs),
  all: nativeFunction('($module, iterable, /)', all, docs.all),
  any: nativeFunction('($module, iterable, /)', any, docs.any),
  ascii: nativeFunction('($module, obj, /)', (obj: Value) => asciiText(reprText(obj)), docs.ascii),
  bin: nativeFunction('($module, number, /)', (number: Value) => intWithPrefix(index(number), 2), docs.bin),
  breakpoint: lookingAtFrames(rawFunction(docs.breakpoint, breakpoint, '($module, /, *args, **kws)')),
  callable: nativeFunction('($module, obj, /)', isCallable as (obj: Value) => Value, docs.callable),
  chr: nativeFunction('($module, i, /)', chr, docs.chr),
  compile: nativeFunction(
    '($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)',
    compileBuiltin,
    docs.compile,
  ),
  delattr: nativeFunction(
    '($module, obj, name, /)',
    (obj: Value, name: Value) => setAttr(obj, attributeName(name), undefined),
    docs.delattr,
  ),
  dir: lookingAtFrames(
    rawFunction(docs.dir, (args, kwnames) => {
      noKeywords('dir', kwnames);
      return dirOf(args);
    }),
  ),
  divmod: nativeFunction('($module, x, y, /)', divmod, docs.divmod),
  eval: lookingAtFrames(nativeFunction('($module, source, /, globals=None, locals=None)', evalBuiltin, docs.eval)),
  exec: lookingAtFrames(
    nativeFunction('($module, source, /, globals=None, locals=None, *, closure=None)', execBuiltin, docs.exec),
  ),
  format: nativeFunction(
    "($module, value, format_spec='', /)",
    (value: Value, spec: Value | undefined) => {
      if (spec !== undefined && asText(spec) === undefined) {
        throw typeError(`format() argument 2 must be str, not ${typeName(spec)}`);
      }
      return formatValue(value, spec ?? '');
    },
    docs.format,
  ),
  getattr: rawFunction(docs.getattr, getAttribute),
  globals: lookingAtFrames(nativeFunction('($module, /)', currentGlobals, docs.globals)),
  hasattr: nativeFunction(
    '($module, obj, name, /)',
    (obj: Value, name: Value) => getAttrOrUndefined(obj, attributeName(name)) !== undefined,
    docs.hasattr,
  ),
  hash: nativeFunction('($module, obj, /)', hash as (obj: Value) => Value, docs.hash),
  hex: nativeFunction('($module, number, /)', (number: Value) => intWithPrefix(index(number), 16), docs.hex),
  id: nativeFunction('($module, obj, /)', identity as (obj: Value) => Value, docs.id),
  input: nativeFunction("($module, prompt='', /)", input, docs.input),
  isinstance: nativeFunction(
    '($module, obj, class_or_tuple, /)',
    isInstance as (a: Value, b: Value) => Value,
    docs.isinstance,
  ),
  issubclass: nativeFunction(
    '($module, cls, class_or_tuple, /)',
    isSubclass as (a: Value, b: Value) => Value,
    docs.issubclass,
  ),
  iter: rawFunction(docs.iter, iter),
  aiter: nativeFunction('($module, async_iterable, /)', aiter, docs.aiter),
  len: nativeFunction('($module, obj, /)', lengthValue, docs.len),
  locals: lookingAtFrames(nativeFunction('($module, /)', currentLocals, docs.locals)),
  max: rawFunction(docs.max, (args, kwnames) => extreme('max', args, kwnames)),
  min: rawFunction(docs.min, (args, kwnames) => extreme('min', args, kwnames)),
  next: rawFunction(docs.next, nextItem),
  anext: nativeFunction('($module, aiterator, default=<unrepresentable>, /)', anext, docs.anext),
  oct: nativeFunction('($module, number, /)', (number: Value) => intWithPrefix(index(number), 8), docs.oct),
  ord: nativeFunction('($module, character, /)', ord, docs.ord),
  pow: nativeFunction(
    '($module, /, base, exp, mod=None)',
    (base: Value, exponent: Value, modulus: Value | undefined) => power(base, exponent, modulus ?? None),
    docs.pow,
  ),
  print: nativeFunction("($module, /, *args, sep=' ', end='\\n', file=None, flush=False)", print, docs.print),
  repr: nativeFunction('($module, obj, /)', repr, docs.repr),
  round: nativeFunction('($module, /, number, ndigits=None)', round, docs.round),
  setattr: nativeFunction(
    '($module, obj, name, value, /)',
    (obj: Value, name: Value, value: Value) => setAttr(obj, attributeName(name), value),
    docs.setattr,
  ),
  sorted: rawFunction(docs.sorted, sorted, '($module, iterable, /, *, key=None, reverse=False)'),
  sum: nativeFunction('($module, iterable, /, start=0)', sum, docs.sum),
  vars: lookingAtFrames(
    rawFunction(docs.vars, (args, kwnames) => {
      noKeywords('vars', kwnames);
      return varsOf(args);
    }),
  ),
};

const TYPES = [
  boolType,
  memoryviewType,
  bytearrayType,
  bytesType,
  classmethodType,
  complexType,
  dictType,
  enumerateType,
  filterType,
  floatType,
  frozensetType,
  propertyType,
  intType,
  listType,
  mapType,
  objectType,
  rangeType,
  reversedType,
  setType,
  sliceType,
  staticmethodType,
  strType,
  superType,
  tupleType,
  typeType,
  zipType,
];

export const builtinsModule = defineModule('builtins', {
  doc: MODULE_DOC,
  functions,
  hiddenTypes: [anextAwaitableSpec],
  constants: () => {
    const names: Record<string, Value> = {
      None,
      Ellipsis,
      NotImplemented,
      False: false,
      True: true,
      __debug__: currentInterpreter().config.optimizationLevel === 0,
    };
    for (const type of TYPES) names[type.name] = type;
    for (const type of Object.values(excTypes)) names[type.name] = type;
    names.ExceptionGroup = exceptionGroupType;
    names.EnvironmentError = excTypes.OSError;
    names.IOError = excTypes.OSError;
    return names;
  },
  exec: (module) => {
    currentInterpreter().builtinsDict = module.ob_dict;
  },
});

/** Makes `open` the one of `_io`: once both modules are there. @cpython Python/pylifecycle.c init_sys_streams */
export function publishOpen(): void {
  const interpreter = currentInterpreter();
  interpreter.builtinsDict.setStr('open', getAttr(interpreter.importNative('_io'), 'open'));
}
