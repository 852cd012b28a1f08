/** The data structure of dict: keys of all kinds, order, changes while something is in progress. */
import { beforeAll, describe, expect, it } from 'vitest';
import { None, PyDict, PyFloat, PyList, PyTuple, type Value } from '../../../src/objects/core/index.ts';
import { installBuiltinTypes } from '../../../src/objects/install.ts';

beforeAll(installBuiltinTypes);

const tuple = (...items: Value[]): PyTuple => new PyTuple(items);
const keysOf = (dict: PyDict): Value[] => [...dict.keys()];

describe('PyDict', () => {
  it('takes equal numbers for one key and keeps the first', () => {
    const dict = new PyDict();
    dict.set(true, 'bool');
    dict.set(1, 'int');
    dict.set(new PyFloat(1), 'float');
    expect(keysOf(dict)).toEqual([true]);
    expect(dict.get(1)).toBe('float');
    dict.delete(new PyFloat(1));
    dict.set(1, 'new');
    expect(keysOf(dict)).toEqual([1]);
  });

  it('finds tuples by their items', () => {
    const dict = new PyDict();
    dict.set(tuple(1, 'a', tuple(2, None)), 'x');
    expect(dict.get(tuple(new PyFloat(1), 'a', tuple(2, None)))).toBe('x');
    expect(dict.get(tuple(1, 'b', tuple(2, None)))).toBeUndefined();
    expect(() => dict.get(tuple(new PyList([])))).toThrow();
  });

  it('pops the newest entry, whatever happened in between', () => {
    const dict = new PyDict();
    for (let i = 0; i < 6; i++) dict.set(i, `v${i}`);
    expect(dict.popLast()).toEqual([5, 'v5']);
    dict.set('x', 1);
    dict.delete(0);
    dict.delete(4);
    dict.set(4, 'again');
    expect([dict.popLast(), dict.popLast(), dict.popLast()]).toEqual([
      [4, 'again'],
      ['x', 1],
      [3, 'v3'],
    ]);
    dict.clear();
    expect(dict.popLast()).toBeUndefined();
  });

  it('moves entries to either end', () => {
    const dict = new PyDict();
    for (const key of ['a', 'b', 'c']) dict.set(key, key);
    dict.move('a', true);
    dict.move('c', false);
    expect(keysOf(dict)).toEqual(['c', 'b', 'a']);
    expect(dict.move('zz', true)).toBe(false);
  });

  it('copies without sharing', () => {
    const dict = new PyDict();
    dict.set(tuple(1), 'one');
    dict.set(new PyFloat(2), 'two');
    const copy = dict.copy();
    copy.delete(tuple(1));
    copy.set(2, 'changed');
    expect([dict.size, dict.get(tuple(1)), dict.get(2)]).toEqual([2, 'one', 'two']);
    expect(copy.size).toBe(1);
  });
});
