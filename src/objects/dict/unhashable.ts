/** The TypeError for keys and set elements that cannot be hashed. */
import { excTypes, isPyException, strHost, typeError, typeOf, fullyQualifiedName, type Value } from '../core/index.ts';

/**
 * What to raise where hashing `key` raised `error`: a plain TypeError gets the role into its message.
 *
 * @param role "a dict key" or "a set element"
 * @cpython Objects/dictobject.c dict_unhashable_type, Objects/setobject.c set_unhashable_type
 */
export function unhashable(key: Value, error: unknown, role: string): unknown {
  if (!isPyException(error) || error.ob_type !== excTypes.TypeError) return error;
  return typeError(`cannot use '${fullyQualifiedName(typeOf(key))}' as ${role} (${strHost(error)})`);
}
