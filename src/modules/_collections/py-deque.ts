/**
 * `PyDeque`: a ring buffer with room at both ends.
 *
 * ```
 *  buffer  | c | d |   |   |   | a | b |     head = 5, length = 4
 * ```
 *
 * @cpython Modules/_collectionsmodule.c (its behaviour; blocks there, a ring here)
 */
import {
  makeBuiltinType,
  objectType,
  PyObject,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_SEQUENCE,
  type Value,
} from '../../objects/core/index.ts';

const MIN_SIZE = 8;

export class PyDeque extends PyObject {
  private buffer: (Value | undefined)[] = new Array<Value | undefined>(MIN_SIZE).fill(undefined);
  private head = 0;
  length = 0;
  /** -1: unbounded. */
  maxlen = -1;
  /** Changes whenever items come, go or move. */
  state = 0;

  /** The item at a position within the length. */
  at(position: number): Value {
    return this.buffer[(this.head + position) & (this.buffer.length - 1)]!;
  }

  set(position: number, value: Value): void {
    this.buffer[(this.head + position) & (this.buffer.length - 1)] = value;
  }

  private grow(): void {
    const items = this.toArray();
    const size = this.buffer.length * 2;
    this.buffer = new Array<Value | undefined>(size).fill(undefined);
    for (let i = 0; i < items.length; i++) this.buffer[i] = items[i];
    this.head = 0;
  }

  /** Appends; a full deque loses its first item. */
  push(value: Value): void {
    if (this.length === this.buffer.length) this.grow();
    this.buffer[(this.head + this.length) & (this.buffer.length - 1)] = value;
    this.length++;
    if (this.maxlen >= 0 && this.length > this.maxlen) this.shift();
    else this.state++;
  }

  /** Prepends; a full deque loses its last item. */
  unshift(value: Value): void {
    if (this.length === this.buffer.length) this.grow();
    this.head = (this.head - 1) & (this.buffer.length - 1);
    this.buffer[this.head] = value;
    this.length++;
    if (this.maxlen >= 0 && this.length > this.maxlen) this.pop();
    else this.state++;
  }

  pop(): Value | undefined {
    if (this.length === 0) return undefined;
    const index = (this.head + --this.length) & (this.buffer.length - 1);
    const value = this.buffer[index];
    this.buffer[index] = undefined;
    this.state++;
    return value;
  }

  shift(): Value | undefined {
    if (this.length === 0) return undefined;
    const value = this.buffer[this.head];
    this.buffer[this.head] = undefined;
    this.head = (this.head + 1) & (this.buffer.length - 1);
    this.length--;
    this.state++;
    return value;
  }

  clear(): void {
    this.buffer = new Array<Value | undefined>(MIN_SIZE).fill(undefined);
    this.head = 0;
    this.length = 0;
    this.state++;
  }

  toArray(): Value[] {
    const result = new Array<Value>(this.length);
    for (let i = 0; i < this.length; i++) result[i] = this.at(i);
    return result;
  }

  /** Replaces all items. */
  assign(items: readonly Value[]): void {
    let size = MIN_SIZE;
    while (size < items.length) size *= 2;
    this.buffer = new Array<Value | undefined>(size).fill(undefined);
    for (let i = 0; i < items.length; i++) this.buffer[i] = items[i];
    this.head = 0;
    this.length = items.length;
    this.state++;
  }

  /** Moves every item `steps` places to the right. */
  rotate(steps: number): void {
    if (this.length < 2) return;
    const by = ((steps % this.length) + this.length) % this.length;
    this.state++;
    if (by === 0) return;
    if (by <= this.length / 2) {
      for (let i = 0; i < by; i++) this.unshiftRaw(this.popRaw());
    } else for (let i = by; i < this.length; i++) this.pushRaw(this.shiftRaw());
  }

  private popRaw(): Value {
    const index = (this.head + this.length - 1) & (this.buffer.length - 1);
    const value = this.buffer[index]!;
    this.buffer[index] = undefined;
    return value;
  }
  private unshiftRaw(value: Value): void {
    this.head = (this.head - 1) & (this.buffer.length - 1);
    this.buffer[this.head] = value;
  }
  private shiftRaw(): Value {
    const value = this.buffer[this.head]!;
    this.buffer[this.head] = undefined;
    this.head = (this.head + 1) & (this.buffer.length - 1);
    return value;
  }
  private pushRaw(value: Value): void {
    this.buffer[(this.head + this.length - 1) & (this.buffer.length - 1)] = value;
  }
}

export const dequeType = makeBuiltinType(
  'collections.deque',
  objectType,
  PyDeque,
  Py_TPFLAGS_BASETYPE | Py_TPFLAGS_SEQUENCE,
);
dequeType.hasWeakref = true;
