/**
 * A 32-bit hash of tuples for finding them in a dict. It agrees with equality but is not Python's `hash`, which needs 64
 * bits and siphash over every str; nobody can see it.
 */
import { None, PyComplex, PyFloat, PyInt, PyStr, PyTuple, PyWideStr, type PyObject, type Value } from './value.ts';
import { hashValue } from './key-protocol.ts';

const scratch = new Float64Array(1);
const halves = new Int32Array(scratch.buffer);

function mix(hash: number, lane: number): number {
  const product = Math.imul(hash ^ lane, 0x9e3779b1);
  return product ^ (product >>> 15);
}

function hashNumber(value: number): number {
  if (value === (value | 0)) return value | 0;
  scratch[0] = value;
  return mix(halves[0]!, halves[1]!);
}

function hashString(text: string): number {
  let hash = 0x811c9dc5 ^ text.length;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function hashObject(item: PyObject): number | undefined {
  if (item === None) return 0x5bd1e995;
  const type = item.ob_type;
  if (item instanceof PyTuple) return type.equalsOnlyOwnKind ? structuralHash(item.items) : undefined;
  if (type.hasValueHash) {
    if (item instanceof PyFloat) return item.value === item.value ? hashNumber(item.value) : foldHash(hashValue(item));
    if (item instanceof PyInt) return hashNumber(Number(item.value));
    if (item instanceof PyWideStr) return item.codePoints.reduce(mix, item.codePoints.length);
    if (item instanceof PyStr) {
      return typeof item.value === 'string'
        ? hashString(item.value)
        : item.value.codePoints.reduce(mix, item.value.codePoints.length);
    }
  }
  if (item instanceof PyComplex && type.equalsOnlyOwnKind && item.imag === 0) return hashNumber(item.real);
  return type.hasIdentityHash || type.equalsOnlyOwnKind ? foldHash(hashValue(item)) : undefined;
}

function foldHash(hash: number | bigint): number {
  return typeof hash === 'number' ? hashNumber(hash) : Number(BigInt.asIntN(32, hash));
}

/**
 * The hash of a tuple of these items; `undefined` when an item has an `__eq__` of its own, so that only Python's hashes
 * say which others it may equal.
 *
 * @throws TypeError when an item is unhashable
 */
export function structuralHash(items: readonly Value[]): number | undefined {
  let hash = items.length;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    let lane: number | undefined;
    switch (typeof item) {
      case 'number':
        lane = hashNumber(item);
        break;
      case 'string':
        lane = hashString(item);
        break;
      case 'boolean':
        lane = item ? 1 : 0;
        break;
      case 'bigint':
        lane = hashNumber(Number(item));
        break;
      default:
        lane = hashObject(item);
    }
    if (lane === undefined) return undefined;
    hash = mix(hash, lane);
  }
  return hash;
}
