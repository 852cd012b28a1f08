/** Finding objects with a `__del__` that nothing reaches, and what is left of them when the program ends. */
import type { PyDict } from '../../objects/core/index.ts';
import { PyModule, PyObject, finalizableObjects, finalizeObjects } from '../../objects/core/index.ts';
import { PyFrame } from '../../objects/frame/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { reachableObjects, visitReferents } from './reachability.ts';

/** Whether the object is part of a cycle: only a collection ends it. */
function reachesItself(start: PyObject, alive: ReadonlySet<PyObject>): boolean {
  const seen = new Set<PyObject>();
  const pending = [start];
  let isFound = false;
  for (let next = pending.pop(); next !== undefined && !isFound; next = pending.pop()) {
    visitReferents(next, (object) => {
      // The frame of a generator knows it, as CPython's does not.
      if (object === start && !(next instanceof PyFrame && next.generator === start)) isFound = true;
      if (seen.has(object) || alive.has(object)) return;
      seen.add(object);
      pending.push(object);
    });
  }
  return isFound;
}

/**
 * Calls `__del__` of the objects that nothing reaches and that are in no cycle, as counting references would.
 *
 * @returns the number of objects walked over
 */
export function finalizeAbandoned(): number {
  const candidates = finalizableObjects();
  if (candidates.length === 0) return 0;
  const alive = reachableObjects();
  finalizeObjects(candidates.filter((object) => !alive.has(object) && !reachesItself(object, alive)));
  return alive.size;
}

/** The order in which the values of a module go: names that begin with one underscore first. @cpython _PyModule_ClearDict */
function valuesInOrder(dict: PyDict): PyObject[] {
  const isPrivate = (name: unknown): boolean =>
    typeof name === 'string' && name.startsWith('_') && !name.startsWith('__');
  const entries = [...dict.entries()];
  return [...entries.filter(([name]) => isPrivate(name)), ...entries.filter(([name]) => !isPrivate(name))]
    .map(([, value]) => value)
    .filter((value) => value instanceof PyObject);
}

/** Calls `__del__` of all objects that are left, at the end of the program. */
export function finalizeAll(): void {
  if (finalizableObjects().length === 0) return;
  finalizeAbandoned();
  const main = currentInterpreter().findModule('__main__');
  if (main instanceof PyModule) finalizeObjects(valuesInOrder(main.ob_dict));
  finalizeObjects(finalizableObjects());
}
