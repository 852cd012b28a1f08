/**
 * Objects with a `__del__`, and generators that have something to clean up. CPython calls it when the last reference goes;
 * there is no counting of references here. It is called when the program looks for garbage (`gc.collect`), when `del` or an
 * assignment takes away the name of such an object and nothing else reaches it, and for those that are left when the
 * program ends.
 *
 * The objects are kept here, and hence in memory, until then: `noteFinalizable` asks for a look once there are many.
 *
 * @cpython Objects/object.c PyObject_CallFinalizer, Python/gc.c finalize_garbage
 */
import type { PyObject, Value } from './value.ts';
import { noteWork, thread } from './thread-state.ts';
import { isPyException } from './exception.ts';

/** The first time at which so many objects wait, those that nothing reaches are looked for. */
const FIRST_LIMIT = 5000;

class Finalizable {
  readonly objects = new Set<PyObject>();
  readonly finalized = new WeakSet<PyObject>();
  limit = FIRST_LIMIT;
}

const registries = new WeakMap<object, Finalizable>();

function registry(): Finalizable {
  const key = thread.interp;
  let found = registries.get(key);
  if (found === undefined) registries.set(key, (found = new Finalizable()));
  return found;
}

let collectAbandoned: (() => number) | undefined;
let hasAny = false;

/**
 * Set once: finds the finalizable objects that nothing reaches and calls `finalizeObjects` for them.
 *
 * @param collect returns the number of objects it walked over
 */
export function setAbandonedCollector(collect: () => number): void {
  collectAbandoned = collect;
}

/** Called when an object of a class with `__del__` is made. */
export function noteFinalizable(object: PyObject): void {
  const its = registry();
  its.objects.add(object);
  hasAny = true;
  if (its.objects.size < its.limit) return;
  // Not now, when the new object is nowhere yet.
  its.limit *= 2;
  const { handlePending } = thread;
  thread.handlePending = () => {
    thread.handlePending = handlePending;
    if (!isHidden()) collectAbandoned?.();
    its.limit = Math.max(FIRST_LIMIT, its.objects.size * 2);
    handlePending();
  };
  thread.evalBreaker = true;
}

/** Whether compiled code runs: what only it holds cannot be seen, so that nothing is known to be garbage. */
function isHidden(): boolean {
  return thread.compiledAt >= 0;
}

/** Takes an object back that will not need it. */
export function forgetFinalizable(object: PyObject): void {
  const { objects } = registry();
  objects.delete(object);
  hasAny = objects.size > 0;
}

/** The objects whose `__del__` was not called yet, the oldest first. */
export function finalizableObjects(): readonly PyObject[] {
  return [...registry().objects];
}

/** Whether the object's `__del__` was called. */
export function isFinalized(object: Value): boolean {
  return typeof object === 'object' && registry().finalized.has(object);
}

/** Calls `__del__` of each, once. What it raises is reported and ignored. */
export function finalizeObjects(objects: readonly PyObject[]): void {
  const its = registry();
  for (const object of objects) {
    if (!its.objects.delete(object)) continue;
    its.finalized.add(object);
    const type = object.ob_type;
    try {
      type.tp_finalize?.(object);
    } catch (error) {
      if (!isPyException(error)) throw error;
      thread.interp.unraisable(error, 'Exception ignored while calling deallocator', type.lookup('__del__') ?? object);
    }
  }
  hasAny = its.objects.size > 0;
}

/**
 * Objects that walks may visit because a name was dropped or a file is opened again: at first, and for each such occasion.
 * Counted, not timed, so that a program does the same each time.
 */
const FREE_VISITS = 4_000_000;
const VISITS_PER_OCCASION = 400;
let visitsLeft = FREE_VISITS;

/** Called when a name that stood for `value` is gone. */
export function noteDropped(value: Value | undefined): void {
  if (
    isHidden() ||
    !hasAny ||
    typeof value !== 'object' ||
    collectAbandoned === undefined ||
    !registry().objects.has(value)
  )
    return;
  withinBudget(collectAbandoned);
}

/**
 * Runs something that walks over all objects, unless such walks have gone over too many already.
 *
 * @param walk returns the number of objects it walked over
 * @returns whether it ran
 */
export function withinBudget(walk: () => number): boolean {
  visitsLeft += VISITS_PER_OCCASION;
  if (visitsLeft < 0) return false;
  const visited = walk();
  visitsLeft -= visited;
  noteWork(visited);
  return true;
}

/** Finalizes at once what nothing reaches: when something that such objects hold has run out. */
export function collectNow(): void {
  if (hasAny && !isHidden()) collectAbandoned?.();
}

/** Whether an object is one whose clean-up is still to come. */
export function awaitsFinalizer(value: Value | undefined): boolean {
  return hasAny && typeof value === 'object' && registry().objects.has(value);
}

/** Whether there are objects with a `__del__` at all. */
export function hasFinalizable(): boolean {
  return hasAny;
}
