/** Remembers what was written, to refer to it later. @cpython Modules/_pickle.c memo_put, memo_get */
import type { Value } from '../../objects/core/index.ts';
import * as op from './opcodes.ts';
import type { PyPickler } from './py-pickler.ts';

/** Remembers an object under the next index. */
export function memoize(self: PyPickler, object: Value): void {
  if (self.fast !== 0) return;
  const { output, memo } = self;
  const index = memo.size;
  memo.set(object, index);
  if (self.protocol >= 4) output.byte(op.MEMOIZE);
  else if (!self.isBinary) output.line(op.PUT, String(index));
  else if (index < 256) output.short(op.BINPUT, index);
  else output.word(op.LONG_BINPUT, index);
}

/** Refers to an object that is remembered. */
export function writeGet(self: PyPickler, index: number): void {
  if (!self.isBinary) self.output.line(op.GET, String(index));
  else if (index < 256) self.output.short(op.BINGET, index);
  else self.output.word(op.LONG_BINGET, index);
}
