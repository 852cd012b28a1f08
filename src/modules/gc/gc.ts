/**
 * `gc`. Memory is JavaScript's business; what is left to do is what Python programs see: weak references to objects that
 * nothing reaches are cleared by `collect`.
 *
 * @cpython Modules/gcmodule.c
 */
import {
  argumentBinder,
  finalizableObjects,
  finalizeObjects,
  isFinalized,
  call,
  index,
  isPyException,
  nativeFunction,
  None,
  overflowError,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  rawFunction,
  thread,
  valueError,
  getAttr,
  type PyType,
  type Value,
} from '../../objects/core/index.ts';
import { lookingAtFrames } from '../../objects/frame/index.ts';
import { clearWeakReferences } from '../../objects/weakref/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { docs, MODULE_DOC } from './docs.ts';
import { findUnreachable, reachableObjects, visitReferents } from './reachability.ts';

interface CollectorState {
  isEnabled: boolean;
  debug: number;
  thresholds: [number, number, number];
  collections: [number, number, number];
  collected: [number, number, number];
  isCollecting: boolean;
}

const STATE = Symbol('gc');
const state = (): CollectorState =>
  currentInterpreter().state(STATE, () => ({
    isEnabled: true,
    debug: 0,
    thresholds: [2000, 10, 10],
    collections: [0, 0, 0],
    collected: [0, 0, 0],
    isCollecting: false,
  }));

/** A C int. @throws OverflowError */
function intOf(value: Value): number {
  const int = index(value);
  if (typeof int === 'bigint') throw overflowError('Python int too large to convert to C int');
  return int;
}

/** Tells `gc.callbacks` that a collection begins or ends. */
function tell(phase: 'start' | 'stop', generation: number, collected: number): void {
  const module = currentInterpreter().findModule('gc');
  const callbacks = module === undefined ? undefined : getAttr(module, 'callbacks');
  if (!(callbacks instanceof PyList) || callbacks.items.length === 0) return;
  const info = new PyDict();
  info.setStr('generation', generation);
  info.setStr('collected', collected);
  info.setStr('uncollectable', 0);
  for (const callback of callbacks.items.slice()) {
    try {
      call(callback, [phase, info]);
    } catch (error) {
      if (!isPyException(error)) throw error;
      thread.interp.unraisable(error, 'Exception ignored while calling GC callback', callback);
    }
  }
}

/** @returns the number of weakly referenced objects found dead */
function collect(generationArgument: Value | undefined): Value {
  const generation = generationArgument === undefined ? 2 : intOf(generationArgument);
  if (generation < 0 || generation > 2) throw valueError('invalid generation');
  const its = state();
  // What compiled code holds that runs below native code cannot be seen: then nothing counts as garbage.
  if (its.isCollecting || thread.compiledAt >= 0) return 0;
  its.isCollecting = true;
  try {
    tell('start', generation, 0);
    const { dead, alive } = findUnreachable();
    clearWeakReferences(dead, alive);
    finalizeObjects(finalizableObjects().filter((object) => !alive.has(object)));
    its.collections[generation]!++;
    its.collected[generation]! += dead.length;
    tell('stop', generation, dead.length);
    return dead.length;
  } finally {
    its.isCollecting = false;
  }
}

/** Whether CPython's collector keeps track of such an object: one that can hold others. */
function isTracked(value: Value): boolean {
  if (!(value instanceof PyObject)) return false;
  const type = value.ob_type as PyType | undefined;
  return type !== undefined && !UNTRACKED.has(type.tp_name);
}
const UNTRACKED: ReadonlySet<string> = new Set([
  'NoneType',
  'NotImplementedType',
  'ellipsis',
  'float',
  'complex',
  'str',
  'bytes',
  'bytearray',
  'range',
  'object',
  'code',
]);

const bindThresholds = argumentBinder('set_threshold', '($module, threshold0, threshold1=None, threshold2=None, /)');

function referrers(targets: readonly Value[]): Value {
  const wanted = new Set<Value>(targets);
  const result: Value[] = [];
  for (const object of reachableObjects()) {
    let refers = false;
    visitReferents(object, (referent) => {
      if (wanted.has(referent)) refers = true;
    });
    if (refers && isTracked(object)) result.push(object);
  }
  return new PyList(result);
}

function referents(objects: readonly Value[]): Value {
  const result: Value[] = [];
  for (const object of objects) {
    if (object instanceof PyDict) {
      for (const [key, value] of object.entries()) result.push(key, value);
    } else if (object instanceof PyList || object instanceof PyTuple) result.push(...object.items);
    else if (object instanceof PyObject) visitReferents(object, (referent) => result.push(referent));
  }
  return new PyList(result);
}

function objects(generation: Value | undefined): Value {
  if (generation !== undefined && generation !== None) {
    const number = intOf(generation);
    if (number < 0) throw valueError('generation parameter cannot be negative');
    if (number > 2) {
      throw valueError('generation parameter must be less than the number of available generations (3)');
    }
    if (number < 2) return new PyList([]);
  }
  return new PyList([...reachableObjects()].filter(isTracked));
}

function stats(): Value {
  const its = state();
  return new PyList(
    [0, 1, 2].map((generation) => {
      const entry = new PyDict();
      entry.setStr('collections', its.collections[generation]!);
      entry.setStr('collected', its.collected[generation]!);
      entry.setStr('uncollectable', 0);
      return entry;
    }),
  );
}

export const gcModule = defineModule('gc', {
  doc: MODULE_DOC,
  functions: {
    enable: nativeFunction('($module, /)', () => void (state().isEnabled = true), docs.enable),
    disable: nativeFunction('($module, /)', () => void (state().isEnabled = false), docs.disable),
    isenabled: nativeFunction('($module, /)', () => state().isEnabled, docs.isenabled),
    set_debug: nativeFunction(
      '($module, flags, /)',
      (flags: Value) => void (state().debug = intOf(flags)),
      docs.set_debug,
    ),
    get_debug: nativeFunction('($module, /)', () => state().debug, docs.get_debug),
    get_count: nativeFunction('($module, /)', () => new PyTuple([0, 0, 0]), docs.get_count),
    set_threshold: rawFunction(docs.set_threshold, (args, kwnames) => {
      const given = bindThresholds(args, kwnames) as (Value | undefined)[];
      given.forEach((value, i) => {
        if (value !== undefined) state().thresholds[i] = intOf(value);
      });
    }),
    get_threshold: nativeFunction('($module, /)', () => new PyTuple([...state().thresholds]), docs.get_threshold),
    collect: lookingAtFrames(nativeFunction('($module, /, generation=2)', collect, docs.collect)),
    get_objects: lookingAtFrames(nativeFunction('($module, /, generation=None)', objects, docs.get_objects)),
    get_stats: nativeFunction('($module, /)', stats, docs.get_stats),
    is_tracked: nativeFunction('($module, obj, /)', isTracked as (value: Value) => Value, docs.is_tracked),
    is_finalized: nativeFunction('($module, obj, /)', (object: Value) => isFinalized(object), docs.is_finalized),
    get_referrers: lookingAtFrames(nativeFunction('($module, /, *objs)', referrers, docs.get_referrers)),
    get_referents: nativeFunction('($module, /, *objs)', referents, docs.get_referents),
    freeze: nativeFunction('($module, /)', () => {}, docs.freeze),
    unfreeze: nativeFunction('($module, /)', () => {}, docs.unfreeze),
    get_freeze_count: nativeFunction('($module, /)', () => 0, docs.get_freeze_count),
  },
  constants: () => ({
    garbage: new PyList([]),
    callbacks: new PyList([]),
    DEBUG_STATS: 1,
    DEBUG_COLLECTABLE: 2,
    DEBUG_UNCOLLECTABLE: 4,
    DEBUG_SAVEALL: 32,
    DEBUG_LEAK: 38,
  }),
});
