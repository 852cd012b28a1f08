/**
 * Which Python objects are reachable: a walk over the fields of JavaScript objects from the interpreter and the frames.
 *
 * What a JavaScript closure or local variable holds cannot be seen. The arguments of native code in progress stand on its
 * caller's stack still; what it has taken out of Python's sight beyond those it shows by `holdWhile`.
 */
import { PyObject, finalizableObjects, thread, typeOf, PyType, type Value } from '../../objects/core/index.ts';
import { PyFrame } from '../../objects/frame/index.ts';
import { PyCode } from '../../objects/function/py-code.ts';
import { heldByNativeCode } from '../../objects/list/index.ts';
import { weaklyReferencedObjects } from '../../objects/weakref/index.ts';
import { stackDepthAt } from './stack-depth.ts';

type Visit = (object: PyObject) => void;

/**
 * Calls `visit` for the Python objects that a JavaScript value holds, without going into those.
 *
 * @param seen JavaScript objects that are not to be looked into
 */
function visitInside(root: object, visit: Visit, seen: Set<object> = new Set()): void {
  const pending: object[] = [root];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (value instanceof PyObject) visit(value);
    else if (!seen.has(value)) {
      seen.add(value);
      pending.push(value);
    }
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (Array.isArray(next) || next instanceof Set) for (const item of next) look(item);
    else if (next instanceof Map) {
      for (const [key, value] of next) {
        look(key);
        look(value);
      }
    } else if (!ArrayBuffer.isView(next) && !(next instanceof WeakRef))
      for (const value of Object.values(next)) look(value);
  }
}

/** The live part of a frame: its variables, and the stack as far as it is in use. */
function visitFrame(frame: PyFrame, visit: Visit): void {
  const { code } = frame;
  const unit = frame.ip === 0 ? 0 : (code.units[frame.ip - 1] ?? 0);
  const depth = stackDepthAt(code, unit);
  const end = depth < 0 ? frame.localsplus.length : code.nlocalsplus + depth;
  for (let i = 0; i < end && i < frame.localsplus.length; i++) {
    const value = frame.localsplus[i];
    if (value instanceof PyObject) visit(value);
  }
  const { localsplus: _stack, ...others } = frame;
  visitInside(others, visit);
}

/** Calls `visit` for each Python object that another refers to directly. */
export function visitReferents(object: PyObject, visit: Visit): void {
  // Objects of native data structures that Python never sees have no type.
  const type = typeOf(object) as PyType | undefined;
  if (type !== undefined) visit(type);
  if (object instanceof PyFrame) visitFrame(object, visit);
  else if (object instanceof PyCode) visitInside(object.consts, visit);
  else visitInside(object, visit);
}

/** All objects that are reachable, in the order in which they were found. */
export function reachableObjects(): Set<PyObject> {
  const found = new Set<PyObject>();
  const pending: PyObject[] = [];
  const visit = (object: PyObject): void => {
    if (found.has(object)) return;
    found.add(object);
    pending.push(object);
  };
  const interpreter = thread.interp as unknown as Record<string, unknown>;
  const { host, config, compiler, frozen, ...state } = interpreter;
  const others = [interpreter, host, config, compiler, frozen, thread.engine];
  const skipped = new Set(others.filter((other) => typeof other === 'object' && other !== null)) as Set<object>;
  // The state of each thread is among that of the interpreter.
  visitInside(state, visit, skipped);
  visitInside(thread, visit, skipped);
  visitInside(heldByNativeCode, visit);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) visitReferents(next, visit);
  return found;
}

/** Weakly referenced objects that nothing reaches any more, and what is reached. */
export function findUnreachable(): { readonly dead: readonly PyObject[]; readonly alive: ReadonlySet<PyObject> } {
  const candidates = weaklyReferencedObjects();
  if (candidates.length === 0 && finalizableObjects().length === 0) return { dead: [], alive: new Set() };
  const alive = reachableObjects();
  return { dead: candidates.filter((object) => !alive.has(object) && !isBuiltinType(object)), alive };
}

function isBuiltinType(value: Value): boolean {
  return value instanceof PyType && !value.isHeapType;
}
