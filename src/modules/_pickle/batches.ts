/** Writes the items of containers in groups. @cpython Modules/_pickle.c batch_list, batch_dict */
import { reprHost, type Value } from '../../objects/core/index.ts';
import { fullTypeName, noting } from './errors.ts';
import * as op from './opcodes.ts';
import type { PyPickler } from './py-pickler.ts';

const BATCH_SIZE = 1000;

/** Writes one item of a sequence. */
export function saveItem(self: PyPickler, item: Value, owner: Value, index: number): void {
  noting(
    () => self.save(item),
    () => `when serializing ${fullTypeName(owner)} item ${index}`,
  );
}

/** Writes items in groups. */
export function batchAppends(self: PyPickler, items: Iterable<Value>, owner: Value): void {
  const { output } = self;
  let index = 0;
  if (!self.isBinary) {
    for (const item of items) {
      saveItem(self, item, owner, index++);
      output.byte(op.APPEND);
    }
    return;
  }
  for (const batch of batches(items)) {
    if (batch.length === 1) {
      saveItem(self, batch[0]!, owner, index++);
      output.byte(op.APPEND);
      continue;
    }
    output.byte(op.MARK);
    for (const item of batch) saveItem(self, item, owner, index++);
    output.byte(op.APPENDS);
  }
}

/** Items in groups of at most a thousand. */
export function* batches<T>(items: Iterable<T>): Iterable<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === BATCH_SIZE) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function saveEntry(self: PyPickler, key: Value, value: Value, owner: Value): void {
  self.save(key);
  noting(
    () => self.save(value),
    () => `when serializing ${fullTypeName(owner)} item ${reprHost(key)}`,
  );
}

/** Writes keys and values in groups. */
export function batchSetItems(self: PyPickler, entries: Iterable<readonly [Value, Value]>, owner: Value): void {
  const { output } = self;
  if (!self.isBinary) {
    for (const [key, value] of entries) {
      saveEntry(self, key, value, owner);
      output.byte(op.SETITEM);
    }
    return;
  }
  for (const batch of batches(entries)) {
    if (batch.length === 1) {
      saveEntry(self, ...batch[0]!, owner);
      output.byte(op.SETITEM);
      continue;
    }
    output.byte(op.MARK);
    for (const [key, value] of batch) saveEntry(self, key, value, owner);
    output.byte(op.SETITEMS);
  }
}
