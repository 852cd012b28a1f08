/**
 * Python's hash and equality, as dicts and sets need them. The implementations are abstract operations on slots
 * (abstract.ts); they are reached through this file so that the dict, which types are made of, depends on no type.
 */
import type { Value } from './value.ts';

interface KeyProtocol {
  hash(value: Value): number | bigint;
  equal(left: Value, right: Value): boolean;
  /** The exception to raise where hashing a key raised `error`; `role` is "a dict key" or "a set element". */
  unhashable?(key: Value, error: unknown, role: string): unknown;
}

let protocol: KeyProtocol | undefined;

/** Called once by abstract.ts's owner when the object model is assembled. */
export function setKeyProtocol(implementation: KeyProtocol): void {
  protocol = implementation;
}

/** Python's `hash(value)`. @throws TypeError when it is unhashable. */
export function hashValue(value: Value): number | bigint {
  return protocol!.hash(value);
}

/** Python's `left is right or left == right`. */
export function valuesAreEqual(left: Value, right: Value): boolean {
  return protocol!.equal(left, right);
}

/** The exception that tells in which role a value had to be hashable. */
export function unhashableKey(key: Value, error: unknown, role: string): unknown {
  return protocol!.unhashable === undefined ? error : protocol!.unhashable(key, error, role);
}
