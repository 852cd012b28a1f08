/** The `set` and `frozenset` types. */
export * from './py-set.ts';
export * from './set-operations.ts';
export {
  frozensetSpec,
  PySetIterator,
  setIterator,
  setIteratorNext,
  setIteratorSpec,
  setIteratorType,
  setSpec,
} from './set.ts';
import { PyFrozenSet } from './py-set.ts';
import type { Value } from '../core/index.ts';

/** A frozenset of these elements. */
export function frozenSetOf(elements: Iterable<Value>): PyFrozenSet {
  const set = new PyFrozenSet();
  for (const element of elements) set.add(element);
  return set;
}
