/** The data structure of sets: order of CPython's table, and what happens to sets of str when other elements come. */
import { beforeAll, describe, expect, it } from 'vitest';
import { None, PyFloat, PyTuple, type Value } from '../../../src/objects/core/index.ts';
import { installBuiltinTypes } from '../../../src/objects/install.ts';
import { PySet } from '../../../src/objects/set/index.ts';

beforeAll(installBuiltinTypes);

const setOf = (...elements: Value[]): PySet => {
  const set = new PySet();
  for (const element of elements) set.add(element);
  return set;
};
const elementsOf = (set: PySet): readonly Value[] => set.entries().items;

describe('PySet', () => {
  it('has ints in the order of the table', () => {
    expect(elementsOf(setOf(5, 1, 3))).toEqual([1, 3, 5]);
    expect(elementsOf(setOf(100, 200, 300))).toEqual([200, 100, 300]);
    expect(elementsOf(setOf(8, 0, 16, 24))).toEqual([8, 0, 16, 24]);
  });

  it('puts new elements where deleted ones were', () => {
    const set = setOf(1, 2, 3);
    set.discard(1);
    set.add(9);
    set.add(17);
    expect([set.pop(), set.pop(), elementsOf(set)]).toEqual([9, 2, [3, 17]]);
  });

  it('goes over to the table when an int joins str', () => {
    const set = setOf('a', 'b');
    set.add(1);
    set.add(None);
    expect([set.size, set.has('a'), set.has(new PyFloat(1)), set.has(None), set.has('z')]).toEqual([
      4,
      true,
      true,
      true,
      false,
    ]);
    expect(set.discard('b')).toBe(true);
    expect(set.size).toBe(3);
  });

  it('keeps hashes apart when other elements join small ints', () => {
    const set = setOf(1, -1, 2);
    set.add(new PyTuple([1, 2]));
    expect([set.has(-1), set.has(-2), set.has(new PyTuple([1, 2])), set.size]).toEqual([true, false, true, 4]);
  });

  it('merges and differs', () => {
    const set = setOf(1, 2, 3);
    set.merge(setOf(3, 4));
    expect(elementsOf(set)).toEqual([1, 2, 3, 4]);
    set.merge(setOf('x'));
    expect(set.size).toBe(5);
  });
});
