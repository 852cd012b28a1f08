/** Range objects and their iterators. @cpython Objects/rangeobject.c */
import { PyObject, Py_TPFLAGS_SEQUENCE, makeBuiltinType, objectType } from '../core/index.ts';
import { intAdd, intMultiply, type Int } from '../int/int-arithmetic.ts';
import { rangeLength } from '../slice/slice-indices.ts';

export class PyRange extends PyObject {
  readonly start: Int;
  readonly stop: Int;
  readonly step: Int;
  readonly length: Int;
  constructor(start: Int, stop: Int, step: Int) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = rangeLength(start, stop, step);
  }

  /** The item at an index within the length. */
  at(i: Int): Int {
    return intAdd(this.start, intMultiply(i, this.step));
  }
}

/** Iterates over a range whose items are all safe integers. */
export class PyRangeIterator extends PyObject {
  /** The next item. */
  next: number;
  readonly step: number;
  /** How many items are left. */
  remaining: number;
  constructor(next: number, step: number, remaining: number) {
    super();
    this.next = next;
    this.step = step;
    this.remaining = remaining;
  }
}

/** Iterates over any other range. */
export class PyLongRangeIterator extends PyObject {
  next: Int;
  readonly step: Int;
  remaining: Int;
  constructor(next: Int, step: Int, remaining: Int) {
    super();
    this.next = next;
    this.step = step;
    this.remaining = remaining;
  }
}

export const rangeType = makeBuiltinType('range', objectType, PyRange, Py_TPFLAGS_SEQUENCE);
rangeType.equalsOnlyOwnKind = true;
export const rangeIteratorType = makeBuiltinType('range_iterator', objectType, PyRangeIterator);
export const longRangeIteratorType = makeBuiltinType('longrange_iterator', objectType, PyLongRangeIterator);

/** Items from `start` on. Those of 64-bit ranges are of the fast kind in CPython; here the safe integers are. */
export function rangeIterator(start: Int, step: Int, length: Int): PyRangeIterator | PyLongRangeIterator {
  if (typeof start === 'number' && typeof step === 'number' && typeof length === 'number') {
    const end = start + step * length;
    if (Number.isSafeInteger(end)) return new PyRangeIterator(start, step, length);
  }
  return new PyLongRangeIterator(start, step, length);
}
