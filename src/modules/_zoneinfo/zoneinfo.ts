/**
 * `_zoneinfo`: `ZoneInfo`, a `datetime.tzinfo` over the files of the time zone database.
 *
 * Finding and reading the files is CPython's own `zoneinfo._tzpath` and `zoneinfo._common`. A zone once read is kept until
 * `clear_cache()`: there are but some hundred.
 *
 * @cpython Modules/_zoneinfo.c
 */
import {
  None,
  PyBuiltinFunction,
  PyClassMethodDescriptor,
  PyDict,
  PyGetSetDescriptor,
  PyMethodDescriptor,
  type PyObject,
  PyTuple,
  PyType,
  allocate,
  asHostString,
  asInt,
  bufferBytes,
  call,
  callMethod,
  classMethod,
  getAttr,
  index,
  isInstance,
  isSubclass,
  iterate,
  method,
  newException,
  rawFunction,
  reprHost,
  setAttr,
  str,
  strFromUtf16,
  toArray,
  typeError,
  typeName,
  typeOf,
  typeType,
  valueError,
  type Kwnames,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import type { Period } from './posix-rules.ts';
import { Zone } from './zone.ts';

interface ZoneObject {
  readonly zone: Zone;
  readonly key: Value;
  /** `repr` of the file it was read from by `from_file`. */
  readonly source: string | null;
  readonly isCached: boolean;
}

interface ZoneState {
  type: PyType | null;
  readonly objects: WeakMap<PyObject, ZoneObject>;
  /** For each class its zones by key. */
  readonly caches: Map<PyType, PyDict>;
}

const STATE = Symbol('_zoneinfo');
const state = (): ZoneState =>
  currentInterpreter().state(STATE, () => ({ type: null, objects: new WeakMap(), caches: new Map() }));

const load = (name: string): Value => currentInterpreter().importModule(name);

function zoneOf(self: Value): ZoneObject {
  const found = state().objects.get(self as PyObject);
  if (found === undefined) throw typeError(`'${typeName(self)}' object is not an initialized ZoneInfo`);
  return found;
}

/** Reads the open file. @throws ValueError */
function readZone(file: Value): Zone {
  const parts = toArray(callMethod(load('zoneinfo._common'), 'load_data', file));
  const numbers = (value: Value): number[] => toArray(value).map((item) => Number(asInt(item)));
  const rule = parts[5]!;
  try {
    return new Zone({
      periodOf: numbers(parts[0]!),
      transitions: numbers(parts[1]!),
      utcoffs: numbers(parts[2]!),
      isSummer: numbers(parts[3]!).map((flag) => flag !== 0),
      names: toArray(parts[4]!).map(asHostString),
      rule: rule === None ? '' : new TextDecoder('latin1').decode(bufferBytes(rule)),
    });
  } catch (error) {
    if (typeof error === 'string') throw valueError(error);
    throw error;
  }
}

function register(type: PyType, zone: Zone, key: Value, source: string | null, isCached: boolean): PyObject {
  const object = allocate<[], PyObject>(type);
  state().objects.set(object, { zone, key, source, isCached });
  return object;
}

/** Reads the zone of a key from the system's database or the `tzdata` package. @throws ZoneInfoNotFoundError */
function openZone(type: PyType, key: Value, isCached: boolean): PyObject {
  const path = callMethod(load('zoneinfo._tzpath'), 'find_tzfile', key);
  const file =
    path === None
      ? callMethod(load('zoneinfo._common'), 'load_tzdata', key)
      : callMethod(load('io'), 'open', path, 'rb');
  try {
    return register(type, readZone(file), key, null, isCached);
  } finally {
    callMethod(file, 'close');
  }
}

function cacheOf(type: PyType): PyDict {
  const { caches } = state();
  let cache = caches.get(type);
  if (cache === undefined) caches.set(type, (cache = new PyDict()));
  return cache;
}

function zoneNew(args: readonly Value[], kwnames: Kwnames): Value {
  const [type, ...rest] = args;
  if (!(type instanceof PyType) || !isSubclass(type, state().type!))
    throw typeError('ZoneInfo.__new__(X): X is not a type object');
  if (rest.length !== 1 || (kwnames !== null && kwnames[0] !== 'key')) {
    throw typeError("ZoneInfo() missing required argument 'key' (pos 1)");
  }
  const key = rest[0]!;
  const cache = cacheOf(type);
  const found = cache.get(key);
  if (found !== undefined) return found;
  const made = openZone(type, key, true);
  cache.set(key, made);
  return made;
}

const EPOCH_ORDINAL = 719163;
const SECONDS_PER_DAY = 86400;
const field = (dt: Value, name: string): number => Number(index(getAttr(dt, name)));

function localSeconds(dt: Value): number {
  const days = Number(index(callMethod(dt, 'toordinal'))) - EPOCH_ORDINAL;
  return days * SECONDS_PER_DAY + field(dt, 'hour') * 3600 + field(dt, 'minute') * 60 + field(dt, 'second');
}

function isDatetime(value: Value): boolean {
  return isInstance(value, getAttr(load('datetime'), 'datetime'));
}

function periodAt(self: Value, dt: Value): Period | undefined {
  const { zone } = zoneOf(self);
  if (dt === None) return zone.fixed;
  if (!isDatetime(dt)) throw typeError(`fromutc: argument must be a datetime instance or None, not ${typeName(dt)}`);
  return zone.atLocal(localSeconds(dt), field(dt, 'year'), field(dt, 'fold'));
}

function timedelta(seconds: number): Value {
  return call(getAttr(load('datetime'), 'timedelta'), [0, seconds]);
}

function fromUtc(self: Value, dt: Value): Value {
  if (!isDatetime(dt)) throw typeError('fromutc: argument must be a datetime instance');
  if (getAttr(dt, 'tzinfo') !== self) throw valueError('fromutc: dt.tzinfo is not self');
  const { period, isFold } = zoneOf(self).zone.atUtc(localSeconds(dt), field(dt, 'year'));
  const local = callMethod(dt, '__add__', timedelta(period?.utcoff ?? 0));
  return isFold ? call(getAttr(local, 'replace'), [1], ['fold']) : local;
}

function representation(self: Value): string {
  const { key, source } = zoneOf(self);
  const type = typeOf(self);
  const shown = type === state().type ? 'zoneinfo.ZoneInfo' : type.name;
  return key === None ? `${shown}.from_file(${source})` : `${shown}(key=${reprHost(key)})`;
}

function reduce(self: Value): Value {
  const { key, source, isCached } = zoneOf(self);
  if (source !== null) {
    const error = getAttr(load('pickle'), 'PicklingError');
    throw newException(error as PyType, strFromUtf16('Cannot pickle a ZoneInfo file from a file stream.'));
  }
  return new PyTuple([getAttr(typeOf(self), '_unpickle'), new PyTuple([key, isCached])]);
}

const METHODS = {
  utcoffset: method(
    '($self, dt, /)',
    (self: Value, dt: Value) => {
      const period = periodAt(self, dt);
      return period === undefined ? None : timedelta(period.utcoff);
    },
    'Retrieve a timedelta representing the UTC offset in a zone at the given datetime.',
  ),
  dst: method(
    '($self, dt, /)',
    (self: Value, dt: Value) => {
      const period = periodAt(self, dt);
      return period === undefined ? None : timedelta(period.dstoff);
    },
    'Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime.',
  ),
  tzname: method(
    '($self, dt, /)',
    (self: Value, dt: Value) => {
      const period = periodAt(self, dt);
      return period === undefined ? None : strFromUtf16(period.name);
    },
    'Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime.',
  ),
  fromutc: method(
    '($self, dt, /)',
    fromUtc,
    'Given a datetime with local time in UTC, retrieve an adjusted datetime in local time.',
  ),
  __repr__: method('($self, /)', (self: Value) => strFromUtf16(representation(self))),
  __str__: method('($self, /)', (self: Value) => {
    const { key } = zoneOf(self);
    return key === None ? strFromUtf16(representation(self)) : str(key);
  }),
  __reduce__: method('($self, /)', reduce, 'Function for serialization with the pickle protocol.'),
};

const CLASS_METHODS = {
  no_cache: classMethod(
    '($type, /, key)',
    (type: PyType, key: Value) => openZone(type, key, false),
    'Get a new instance of ZoneInfo, bypassing the cache.',
  ),
  from_file: classMethod(
    '($type, file_obj, /, key=None)',
    (type: PyType, file: Value, key?: Value) => register(type, readZone(file), key ?? None, reprHost(file), false),
    'Create a ZoneInfo file from a file object.',
  ),
  clear_cache: classMethod(
    '($type, /, *, only_keys=None)',
    (type: PyType, onlyKeys?: Value) => {
      const cache = cacheOf(type);
      if (onlyKeys === undefined || onlyKeys === None) state().caches.delete(type);
      else for (const key of iterate(onlyKeys)) if (cache.get(key) !== undefined) cache.delete(key);
    },
    'Clear the ZoneInfo cache.',
  ),
  _unpickle: classMethod(
    '($type, key, from_cache, /)',
    (type: PyType, key: Value, fromCache: Value) =>
      fromCache === true ? call(type, [key]) : openZone(type, key, false),
    'Private method used in unpickling.',
  ),
};

function makeZoneInfoType(): PyType {
  const base = getAttr(load('datetime'), 'tzinfo');
  const namespace = new PyDict();
  namespace.setStr('__module__', 'zoneinfo');
  const create = new PyBuiltinFunction('__new__', rawFunction(null, zoneNew), undefined, null, null);
  namespace.setStr('__new__', create);
  const type = call(typeType, ['ZoneInfo', new PyTuple([base]), namespace]) as PyType;
  for (const [name, spec] of Object.entries(METHODS)) setAttr(type, name, new PyMethodDescriptor(type, name, spec));
  for (const [name, spec] of Object.entries(CLASS_METHODS))
    setAttr(type, name, new PyClassMethodDescriptor(type, name, spec));
  setAttr(type, 'key', new PyGetSetDescriptor(type, 'key', { get: (self) => zoneOf(self).key }));
  state().type = type;
  return type;
}

export const zoneinfoModule = defineModule('_zoneinfo', {
  doc: 'C implementation of the zoneinfo module',
  constants: () => ({ ZoneInfo: state().type ?? makeZoneInfoType() }),
});
