/** The object that reads pickles. @cpython Modules/_pickle.c UnpicklerObject */
import { PyObject, type Value } from '../../objects/core/index.ts';
import { unpicklingError } from './errors.ts';
import { PickleInput, type PickleFile } from './input.ts';

export class PyUnpickler extends PyObject {
  input = new PickleInput(new Uint8Array(), null);
  /** Null until `__init__` ran. */
  file: PickleFile | null = null;
  memo: (Value | undefined)[] = [];
  stack: Value[] = [];
  /** Where on the stack the marks are. */
  marks: number[] = [];
  /** Items below this one are out of reach: they stand before the last mark. */
  fence = 0;
  protocol = 0;
  usesOldNames = true;
  encoding = 'ASCII';
  errors = 'strict';
  buffers: Value | null = null;
  assignedPersistentLoad: Value | null = null;
  persistentLoad: Value | null = null;
  /** A class's own way to find globals; null for the type's. */
  findClass: Value | null = null;

  /** @throws UnpicklingError */
  underflow(): Value {
    return unpicklingError.error(this.marks.length > 0 ? 'unexpected MARK found' : 'unpickling stack underflow');
  }

  pop(): Value {
    if (this.stack.length <= this.fence) throw this.underflow();
    return this.stack.pop()!;
  }

  top(): Value {
    if (this.stack.length <= this.fence) throw this.underflow();
    return this.stack[this.stack.length - 1]!;
  }

  setTop(value: Value): void {
    this.stack[this.stack.length - 1] = value;
  }

  /** Takes the items after the last mark, and the mark. @throws UnpicklingError */
  popMark(): Value[] {
    const mark = this.marks.pop();
    if (mark === undefined) throw unpicklingError.error('could not find MARK');
    this.fence = this.marks.at(-1) ?? 0;
    return this.stack.splice(mark);
  }

  mark(): void {
    this.fence = this.stack.length;
    this.marks.push(this.fence);
  }

  /** @throws UnpicklingError */
  recall(index: number): Value {
    const value = this.memo[index];
    if (value === undefined) throw unpicklingError.error(`Memo value not found at index ${index}`);
    return value;
  }
}
