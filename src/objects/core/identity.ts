/**
 * `id()`: numbers given on first asking, equal for whatever `is` calls the same.
 *
 * @cpython Python/bltinmodule.c builtin_id (there: the address)
 */
import { PyObject, type Value } from './value.ts';

const FIRST = 0x7f0000000000;
const objectIds = new WeakMap<object, number>();
const primitiveIds = new Map<Value, number>();
let next = FIRST;

/**
 * Chooses where the numbers of this process begin, as addresses differ from process to process: programs make names of
 * `id()` that must not collide, importlib for one, whose temporary files carry it. Later calls change nothing.
 * Nothing secret hangs on them: the host's quick random numbers do.
 */
export function startIdentities(): void {
  if (next === FIRST) next = FIRST + Math.floor(Math.random() * 2 ** 28) * 256;
}

function freshId(): number {
  next += 16;
  return next;
}

/** `id(value)`. */
export function identity(value: Value): number {
  if (value instanceof PyObject) {
    let id = objectIds.get(value);
    if (id === undefined) {
      id = freshId();
      objectIds.set(value, id);
    }
    return id;
  }
  if (typeof value === 'number' && Math.abs(value) < 2 ** 40) return FIRST - 2 ** 45 + value * 16;
  let id = primitiveIds.get(value);
  if (id === undefined) {
    id = freshId();
    primitiveIds.set(value, id);
    if (primitiveIds.size > 100_000) primitiveIds.clear();
  }
  return id;
}

/** The address as `repr` shows it. */
export function identityText(value: Value): string {
  return '0x' + identity(value).toString(16);
}

/** Hash of an object that compares by identity. @cpython Python/pyhash.c Py_HashPointer */
export function hashIdentity(value: Value): number {
  return identity(value) / 16;
}
