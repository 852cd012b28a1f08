/**
 * The order of sort keys whose comparisons nobody can see: ints, floats, str, and tuples of these.
 *
 * Each key gets a *rank*, a double that orders as the key does as far as it goes: the number itself, or the first
 * characters of a text. Ranks are merge-sorted in typed arrays; only keys of equal rank are compared themselves. The sort is
 * stable, so that its result is the one that CPython's has.
 */
import { PyFloat, floatType, tupleType, type PyTuple, type Value } from '../core/index.ts';

/** Whether key `a` is less than key `b`, which has the same rank; by position. */
type TieBreaker = (a: number, b: number) => boolean;

interface Ranking {
  readonly ranks: Float64Array;
  readonly tie: TieBreaker | null;
}

/** So many items are sorted by insertion. */
const RUN = 16;

/**
 * The positions of the keys in ascending order; `null` when they are in order already, `undefined` when the keys are of
 * other kinds, or of several.
 */
export function nativeOrder(keys: readonly Value[]): Uint32Array | null | undefined {
  const ranking = rankKeys(keys);
  if (ranking === undefined) return undefined;
  const { ranks, tie } = ranking;
  const count = keys.length;
  let i = 1;
  while (i < count && !isLess(ranks[i]!, i, ranks[i - 1]!, i - 1, tie)) i++;
  return i === count ? null : mergeSort(ranks, tie);
}

function rankKeys(keys: readonly Value[]): Ranking | undefined {
  const first = keys[0]!;
  if (typeof first !== 'object') {
    if (typeof first === 'number') return rankNumbers(keys);
    return typeof first === 'string' ? rankTexts(keys) : undefined;
  }
  if (first.ob_type === floatType) return rankFloats(keys);
  return first.ob_type === tupleType ? rankTuples(keys) : undefined;
}

function rankNumbers(keys: readonly Value[]): Ranking | undefined {
  const ranks = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (typeof key !== 'number') return undefined;
    ranks[i] = key;
  }
  return { ranks, tie: null };
}

/** NaN has no place in an order: where it ends up depends on the comparisons made. */
function rankFloats(keys: readonly Value[]): Ranking | undefined {
  const ranks = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (typeof key !== 'object' || key.ob_type !== floatType) return undefined;
    const { value } = key as PyFloat;
    if (value !== value) return undefined;
    ranks[i] = value;
  }
  return { ranks, tie: null };
}

function rankTexts(keys: readonly Value[]): Ranking | undefined {
  for (let i = 0; i < keys.length; i++) if (typeof keys[i] !== 'string') return undefined;
  const texts = keys as readonly string[];
  const ranks = new Float64Array(texts.length);
  // Six characters below U+0100 fit into a double, or three of any.
  if (!fillTextRanks(ranks, texts, 6, 0x101)) fillTextRanks(ranks, texts, 3, 0x10001);
  return { ranks, tie: (a, b) => texts[a]! < texts[b]! };
}

/** @returns false where a character is too large for the base */
function fillTextRanks(ranks: Float64Array, texts: readonly string[], length: number, base: number): boolean {
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    let rank = 0;
    for (let at = 0; at < length; at++) {
      const digit = at < text.length ? text.charCodeAt(at) + 1 : 0;
      if (digit >= base) return false;
      rank = rank * base + digit;
    }
    ranks[i] = rank;
  }
  return true;
}

/** Tuples which have, at each place, items of one plain kind. */
function rankTuples(keys: readonly Value[]): Ranking | undefined {
  const kinds: string[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (typeof key !== 'object' || key.ob_type !== tupleType) return undefined;
    const { items } = key as PyTuple;
    if (items.length === 0) return undefined;
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!;
      const kind = typeof item;
      if (kind === 'object') {
        if (!(item instanceof PyFloat) || item.ob_type !== floatType || item.value !== item.value) return undefined;
      } else if (kind !== 'number' && kind !== 'string') return undefined;
      if (at === kinds.length) kinds.push(kind);
      else if (kinds[at] !== kind) return undefined;
    }
  }
  const tuples = keys as readonly PyTuple[];
  const ranking = rankKeys(tuples.map((tuple) => tuple.items[0]!));
  return ranking && { ranks: ranking.ranks, tie: (a, b) => isTupleLess(tuples[a]!.items, tuples[b]!.items) };
}

function isTupleLess(left: readonly Value[], right: readonly Value[]): boolean {
  for (let i = 0; i < left.length && i < right.length; i++) {
    const a = left[i]!;
    const b = right[i]!;
    if (a === b) continue;
    if (typeof a !== 'object') return a < (b as typeof a);
    const difference = (a as PyFloat).value - (b as PyFloat).value;
    // Infinities of one sign differ by NaN, and are equal.
    if (difference < 0) return true;
    if (difference > 0) return false;
  }
  return left.length < right.length;
}

function isLess(rankA: number, a: number, rankB: number, b: number, tie: TieBreaker | null): boolean {
  return rankA < rankB || (rankA === rankB && tie !== null && tie(a, b));
}

function mergeSort(ranks: Float64Array, tie: TieBreaker | null): Uint32Array {
  const count = ranks.length;
  let order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let start = 0; start < count; start += RUN)
    insertionSort(ranks, order, start, Math.min(count, start + RUN), tie);
  if (count <= RUN) return order;
  let source: Float64Array = ranks;
  let target: Float64Array = new Float64Array(count);
  let targetOrder = new Uint32Array(count);
  for (let width = RUN; width < count; width *= 2) {
    for (let start = 0; start < count; start += width * 2) {
      const middle = Math.min(count, start + width);
      mergeRuns(source, order, target, targetOrder, start, middle, Math.min(count, middle + width), tie);
    }
    [source, target] = [target, source];
    [order, targetOrder] = [targetOrder, order];
  }
  return order;
}

function insertionSort(
  ranks: Float64Array,
  order: Uint32Array,
  start: number,
  end: number,
  tie: TieBreaker | null,
): void {
  for (let i = start + 1; i < end; i++) {
    const rank = ranks[i]!;
    const position = order[i]!;
    let at = i;
    while (at > start && isLess(rank, position, ranks[at - 1]!, order[at - 1]!, tie)) {
      ranks[at] = ranks[at - 1]!;
      order[at] = order[at - 1]!;
      at--;
    }
    ranks[at] = rank;
    order[at] = position;
  }
}

/** Merges the stretches from `start` and from `middle` on into the same place of the targets. */
function mergeRuns(
  ranks: Float64Array,
  order: Uint32Array,
  target: Float64Array,
  targetOrder: Uint32Array,
  start: number,
  middle: number,
  end: number,
  tie: TieBreaker | null,
): void {
  let a = start;
  let b = middle;
  const isInOrder =
    middle >= end || !isLess(ranks[middle]!, order[middle]!, ranks[middle - 1]!, order[middle - 1]!, tie);
  for (let to = start; to < end; to++) {
    const takesSecond =
      b < end && (a >= middle || (!isInOrder && isLess(ranks[b]!, order[b]!, ranks[a]!, order[a]!, tie)));
    const from = takesSecond ? b++ : a++;
    target[to] = ranks[from]!;
    targetOrder[to] = order[from]!;
  }
}
