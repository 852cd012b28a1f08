/**
 * Truth of constants, and equality as Python's `==` has it (`1 == 1.0 == True`), which sets go by.
 */
import { FrozenSetConstant } from '../../base/constant.ts';
import type { Constant } from '../../code/code-object.ts';

/** `bool(constant)` */
export function isTrueConstant(constant: Constant): boolean {
  if (constant === null) return false;
  switch (typeof constant) {
    case 'boolean':
      return constant;
    case 'number':
      return constant !== 0;
    case 'bigint':
      return true;
    case 'string':
      return constant.length > 0;
  }
  switch (constant.kind) {
    case 'float':
      return constant.value !== 0;
    case 'complex':
      return constant.real !== 0 || constant.imag !== 0;
    case 'bytes':
      return constant.bytes.length > 0;
    case 'tuple':
    case 'frozenset':
      return constant.items.length > 0;
    default:
      return true;
  }
}

/** A frozenset of the items: the first of those that are equal. */
export function frozenSetOf(items: readonly Constant[]): FrozenSetConstant<Constant> {
  const identities = new Map<object, number>();
  const known = new Map<string, Constant>();
  for (const item of items) {
    const key = equalityKey(item, identities);
    if (!known.has(key)) known.set(key, item);
  }
  return new FrozenSetConstant<Constant>([...known.values()]);
}

function realKey(value: number): string {
  return Number.isInteger(value) ? `n${BigInt(value)}` : `f${value}`;
}

/** A text that is the same for equal constants only. NaNs, and what has no value of its own, go by identity. */
function equalityKey(constant: Constant, identities: Map<object, number>): string {
  if (constant === null) return 'None';
  switch (typeof constant) {
    case 'boolean':
      return constant ? 'n1' : 'n0';
    case 'number':
    case 'bigint':
      return `n${constant}`;
    case 'string':
      return `s${constant}`;
  }
  switch (constant.kind) {
    case 'float':
      if (!Number.isNaN(constant.value)) return realKey(constant.value);
      break;
    case 'complex':
      if (Number.isNaN(constant.real) || Number.isNaN(constant.imag)) break;
      if (constant.imag === 0) return realKey(constant.real);
      return `c${realKey(constant.real)},${realKey(constant.imag)}`;
    case 'bytes':
      return `b${constant.bytes.join()}`;
    case 'wide':
      return `w${constant.codePoints.join()}`;
    case 'tuple':
      return `(${itemKeys(constant.items, identities)})`;
    case 'frozenset':
      return `{${itemKeys(constant.items, identities, true)}}`;
    case 'slice':
      return `[${itemKeys([constant.start, constant.stop, constant.step], identities)}]`;
  }
  let identity = identities.get(constant);
  if (identity === undefined) identities.set(constant, (identity = identities.size));
  return `o${identity}`;
}

function itemKeys(items: readonly Constant[], identities: Map<object, number>, isUnordered = false): string {
  const keys = items.map((item) => equalityKey(item, identities));
  if (isUnordered) keys.sort();
  return keys.map((key) => `${key.length}:${key}`).join();
}
