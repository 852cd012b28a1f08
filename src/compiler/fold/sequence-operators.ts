/**
 * Operators on constant text, bytes and tuples.
 *
 * @cpython Objects/unicodeobject.c, Objects/bytesobject.c, Objects/tupleobject.c, Objects/sliceobject.c (3.14)
 */
import { BytesConstant, SliceConstant, textFromCodePoints, TupleConstant, WideString } from '../../base/constant.ts';
import type { Constant } from '../../code/code-object.ts';
import { toInt } from './number-values.ts';

export type SequenceConstant = string | WideString | BytesConstant | TupleConstant<Constant>;

/** Length in code points, bytes or items. */
export function sequenceLength(sequence: SequenceConstant): number {
  if (typeof sequence === 'string') return sequence.length;
  if (sequence instanceof WideString) return sequence.codePoints.length;
  return sequence instanceof BytesConstant ? sequence.bytes.length : sequence.items.length;
}

function codePointsOf(text: string | WideString): Uint32Array {
  if (text instanceof WideString) return text.codePoints;
  const codePoints = new Uint32Array(text.length);
  for (let i = 0; i < text.length; i++) codePoints[i] = text.charCodeAt(i);
  return codePoints;
}

/** `a + b`; `undefined` for two types. */
export function concatenate(a: SequenceConstant, b: SequenceConstant): Constant | undefined {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (a instanceof TupleConstant) {
    return b instanceof TupleConstant ? new TupleConstant<Constant>([...a.items, ...b.items]) : undefined;
  }
  if (a instanceof BytesConstant) {
    return b instanceof BytesConstant ? new BytesConstant(Uint8Array.of(...a.bytes, ...b.bytes)) : undefined;
  }
  if (b instanceof TupleConstant || b instanceof BytesConstant) return undefined;
  const left = codePointsOf(a);
  const right = codePointsOf(b);
  const codePoints = new Uint32Array(left.length + right.length);
  codePoints.set(left);
  codePoints.set(right, left.length);
  return textFromCodePoints(codePoints);
}

/** `sequence * count` for a count that is not negative. */
export function repeat(sequence: SequenceConstant, count: number): Constant {
  if (typeof sequence === 'string') return sequence.repeat(count);
  const size = sequenceLength(sequence);
  if (sequence instanceof TupleConstant) {
    const items: Constant[] = [];
    for (let i = 0; i < count; i++) items.push(...sequence.items);
    return new TupleConstant<Constant>(items);
  }
  if (sequence instanceof BytesConstant) {
    const bytes = new Uint8Array(size * count);
    for (let i = 0; i < count; i++) bytes.set(sequence.bytes, i * size);
    return new BytesConstant(bytes);
  }
  const codePoints = new Uint32Array(size * count);
  for (let i = 0; i < count; i++) codePoints.set(sequence.codePoints, i * size);
  return textFromCodePoints(codePoints);
}

/** `sequence[index]` for an int, a bool or a slice of these; `undefined` where Python raises. */
export function subscript(sequence: SequenceConstant, index: Constant): Constant | undefined {
  if (index instanceof SliceConstant) return slice(sequence, index);
  const int = toInt(index);
  if (int === undefined) return undefined;
  const length = sequenceLength(sequence);
  const position = int < 0n ? int + BigInt(length) : int;
  if (position < 0n || position >= BigInt(length)) return undefined;
  const i = Number(position);
  if (sequence instanceof TupleConstant) return sequence.items[i]!;
  if (sequence instanceof BytesConstant) return sequence.bytes[i]!;
  if (typeof sequence === 'string') return sequence[i]!;
  return textFromCodePoints(sequence.codePoints.slice(i, i + 1));
}

function slice(sequence: SequenceConstant, { start, stop, step }: SliceConstant<Constant>): Constant | undefined {
  const indices = sliceIndices(start, stop, step, sequenceLength(sequence));
  if (indices === undefined) return undefined;
  if (sequence instanceof TupleConstant) return new TupleConstant<Constant>(indices.map((i) => sequence.items[i]!));
  if (sequence instanceof BytesConstant) return new BytesConstant(Uint8Array.from(indices, (i) => sequence.bytes[i]!));
  const codePoints = codePointsOf(sequence);
  return textFromCodePoints(Uint32Array.from(indices, (i) => codePoints[i]!));
}

/** @cpython Objects/sliceobject.c PySlice_Unpack, PySlice_AdjustIndices (3.14) */
function sliceIndices(start: Constant, stop: Constant, step: Constant, size: number): number[] | undefined {
  const length = BigInt(size);
  const by = step === null ? 1n : toInt(step);
  const from = start === null ? null : toInt(start);
  const to = stop === null ? null : toInt(stop);
  if (by === undefined || by === 0n || from === undefined || to === undefined) return undefined;
  const low = by < 0n ? -1n : 0n;
  const high = by < 0n ? length - 1n : length;
  const clamp = (index: bigint): bigint => {
    if (index < 0n) index += length;
    return index < low ? low : index > high ? high : index;
  };
  const first = from === null ? (by < 0n ? high : low) : clamp(from);
  const end = to === null ? (by < 0n ? low : high) : clamp(to);
  const indices: number[] = [];
  for (let i = first; by < 0n ? i > end : i < end; i += by) indices.push(Number(i));
  return indices;
}
