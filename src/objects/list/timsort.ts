/**
 * Timsort as CPython has it, with powersort's merge order: it makes the very comparisons that CPython makes, in the same
 * order, which a program with its own `__lt__` can see.
 *
 * Works on an array of keys; an array of values is moved along where there is one.
 *
 * @cpython Objects/listobject.c count_run, binarysort, merge_at, gallop_left, gallop_right, powerloop
 */

const MAX_MINRUN = 64;
const MIN_GALLOP = 7;

interface Run {
  start: number;
  length: number;
  /** Power of the boundary with the next run. */
  power: number;
}

class TimSort<K, V> {
  private readonly keys: K[];
  private readonly values: V[] | null;
  private readonly isLess: (left: K, right: K) => boolean;
  private readonly pending: Run[] = [];
  private minGallop = MIN_GALLOP;

  constructor(keys: K[], values: V[] | null, isLess: (left: K, right: K) => boolean) {
    this.keys = keys;
    this.values = values;
    this.isLess = isLess;
  }

  sort(): void {
    const total = this.keys.length;
    let remaining = total;
    if (remaining < 2) return;
    const minRun = computeMinRun(remaining);
    let start = 0;
    while (remaining > 0) {
      let length = this.countRun(start, remaining);
      if (length < minRun) {
        const forced = Math.min(remaining, minRun);
        this.binarySort(start, start + forced, start + length);
        length = forced;
      }
      this.foundNewRun(length, total);
      this.pending.push({ start, length, power: 0 });
      start += length;
      remaining -= length;
    }
    this.forceCollapse();
  }

  private move(to: number, from: number): void {
    this.keys[to] = this.keys[from]!;
    if (this.values !== null) this.values[to] = this.values[from]!;
  }

  private copyWithin(to: number, from: number, count: number): void {
    this.keys.copyWithin(to, from, from + count);
    if (this.values !== null) this.values.copyWithin(to, from, from + count);
  }

  /** Reverses the items from `low` on and before `high`. */
  private reverse(low: number, high: number): void {
    for (let a = low, b = high - 1; a < b; a++, b--) {
      const { keys, values } = this;
      [keys[a], keys[b]] = [keys[b]!, keys[a]!];
      if (values !== null) [values[a], values[b]] = [values[b]!, values[a]!];
    }
  }

  /** Length of the run that begins at `low`, made ascending. */
  private countRun(low: number, remaining: number): number {
    const { keys, isLess } = this;
    const isNextSmaller = (n: number): boolean => isLess(keys[low + n]!, keys[low + n - 1]!);
    let n = 1;
    while (n < remaining && !isNextSmaller(n)) n++;
    if (n === remaining) return n;
    // Item n is less than the one before. What came before is ascending, or else all equal.
    if (n > 1) {
      if (isLess(keys[low]!, keys[low + n - 1]!)) return n;
      this.reverse(low, low + n);
    }
    n++;
    // A descending run; equal items in it are reversed at once, so that reversing it all keeps their order.
    let equals = 0;
    const reverseEquals = (): void => this.reverse(low + n - equals - 1, low + n);
    for (; n < remaining; n++) {
      if (isNextSmaller(n)) {
        if (equals > 0) {
          reverseEquals();
          equals = 0;
        }
      } else if (isLess(keys[low + n - 1]!, keys[low + n]!)) break;
      else equals++;
    }
    if (equals > 0) reverseEquals();
    this.reverse(low, low + n);
    while (n < remaining && !isNextSmaller(n)) n++;
    return n;
  }

  /** Sorts by binary insertion; the items before `sorted` are in order. */
  private binarySort(low: number, high: number, sorted: number): void {
    const { keys, values, isLess } = this;
    for (let at = sorted; at < high; at++) {
      const pivot = keys[at]!;
      let left = low;
      let right = at;
      while (left < right) {
        const middle = (left + right) >> 1;
        if (isLess(pivot, keys[middle]!)) right = middle;
        else left = middle + 1;
      }
      const value = values?.[at];
      this.copyWithin(left + 1, left, at - left);
      keys[left] = pivot;
      if (values !== null) values[left] = value as V;
    }
  }

  /** Merges pending runs as far as the boundary with a new run says. */
  private foundNewRun(length: number, total: number): void {
    const { pending } = this;
    const last = pending[pending.length - 1];
    if (last === undefined) return;
    const power = powerLoop(last.start, last.length, length, total);
    while (pending.length > 1 && pending[pending.length - 2]!.power > power) this.mergeAt(pending.length - 2);
    pending[pending.length - 1]!.power = power;
  }

  private forceCollapse(): void {
    const { pending } = this;
    while (pending.length > 1) {
      let at = pending.length - 2;
      if (at > 0 && pending[at - 1]!.length < pending[at + 1]!.length) at--;
      this.mergeAt(at);
    }
  }

  /** Merges the runs at `at` and after it. */
  private mergeAt(at: number): void {
    const { pending, keys } = this;
    const first = pending[at]!;
    const second = pending[at + 1]!;
    let { start: startA, length: lengthA } = first;
    const { start: startB, length: lengthB } = second;
    pending[at] = { start: startA, length: lengthA + lengthB, power: first.power };
    pending.splice(at + 1, 1);
    const skipped = this.gallopRight(keys[startB]!, startA, lengthA, 0);
    startA += skipped;
    lengthA -= skipped;
    if (lengthA === 0) return;
    const needed = this.gallopLeft(keys[startA + lengthA - 1]!, startB, lengthB, lengthB - 1);
    if (needed === 0) return;
    if (lengthA <= needed) this.mergeLow(startA, lengthA, startB, needed);
    else this.mergeHigh(startA, lengthA, startB, needed);
  }

  /** How many items of a sorted stretch are less than the key. */
  private gallopLeft(key: K, start: number, length: number, hint: number, keys: readonly K[] = this.keys): number {
    const { isLess } = this;
    let last = 0;
    let offset = 1;
    const at = start + hint;
    if (isLess(keys[at]!, key)) {
      const max = length - hint;
      while (offset < max && isLess(keys[at + offset]!, key)) {
        last = offset;
        offset = (offset << 1) + 1;
      }
      offset = Math.min(offset, max);
      last += hint;
      offset += hint;
    } else {
      const max = hint + 1;
      while (offset < max && !isLess(keys[at - offset]!, key)) {
        last = offset;
        offset = (offset << 1) + 1;
      }
      offset = Math.min(offset, max);
      [last, offset] = [hint - offset, hint - last];
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (isLess(keys[start + middle]!, key)) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** How many items of a sorted stretch are not greater than the key. */
  private gallopRight(key: K, start: number, length: number, hint: number, keys: readonly K[] = this.keys): number {
    const { isLess } = this;
    let last = 0;
    let offset = 1;
    const at = start + hint;
    if (isLess(key, keys[at]!)) {
      const max = hint + 1;
      while (offset < max && isLess(key, keys[at - offset]!)) {
        last = offset;
        offset = (offset << 1) + 1;
      }
      offset = Math.min(offset, max);
      [last, offset] = [hint - offset, hint - last];
    } else {
      const max = length - hint;
      while (offset < max && !isLess(key, keys[at + offset]!)) {
        last = offset;
        offset = (offset << 1) + 1;
      }
      offset = Math.min(offset, max);
      last += hint;
      offset += hint;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (isLess(key, keys[start + middle]!)) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }

  /** Copies items from saved copies back into place. */
  private restore(to: number, keys: readonly K[], values: readonly V[] | null, from: number, count: number): void {
    for (let i = 0; i < count; i++) {
      this.keys[to + i] = keys[from + i]!;
      if (values !== null) this.values![to + i] = values[from + i]!;
    }
  }

  /** Merges neighbouring runs of which the first is not longer, from left to right. */
  private mergeLow(startA: number, lengthA: number, startB: number, lengthB: number): void {
    const { keys, isLess } = this;
    const savedKeys = keys.slice(startA, startA + lengthA);
    const savedValues = this.values === null ? null : this.values.slice(startA, startA + lengthA);
    let a = 0;
    let b = startB;
    let to = startA;
    let leftA = lengthA;
    let leftB = lengthB;
    let minGallop = this.minGallop;
    // Each step leaves what has been merged in order, so that an exception loses nothing.
    try {
      this.move(to++, b++);
      if (--leftB === 0) return;
      if (leftA === 1) {
        this.copyWithin(to, b, leftB);
        to += leftB;
        leftB = 0;
        return;
      }
      for (;;) {
        let countA = 0;
        let countB = 0;
        for (;;) {
          if (isLess(keys[b]!, savedKeys[a]!)) {
            this.move(to++, b++);
            countB++;
            countA = 0;
            if (--leftB === 0) return;
            if (countB >= minGallop) break;
          } else {
            this.restore(to++, savedKeys, savedValues, a++, 1);
            countA++;
            countB = 0;
            if (--leftA === 1) {
              this.copyWithin(to, b, leftB);
              to += leftB;
              leftB = 0;
              return;
            }
            if (countA >= minGallop) break;
          }
        }
        minGallop++;
        do {
          minGallop -= minGallop > 1 ? 1 : 0;
          this.minGallop = minGallop;
          countA = this.gallopRight(keys[b]!, a, leftA, 0, savedKeys);
          if (countA > 0) {
            this.restore(to, savedKeys, savedValues, a, countA);
            to += countA;
            a += countA;
            leftA -= countA;
            if (leftA === 1) {
              this.copyWithin(to, b, leftB);
              to += leftB;
              leftB = 0;
              return;
            }
            if (leftA === 0) return;
          }
          this.move(to++, b++);
          if (--leftB === 0) return;
          countB = this.gallopLeft(savedKeys[a]!, b, leftB, 0);
          if (countB > 0) {
            this.copyWithin(to, b, countB);
            to += countB;
            b += countB;
            leftB -= countB;
            if (leftB === 0) return;
          }
          this.restore(to++, savedKeys, savedValues, a++, 1);
          if (--leftA === 1) {
            this.copyWithin(to, b, leftB);
            to += leftB;
            leftB = 0;
            return;
          }
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    } finally {
      if (leftA > 0) this.restore(to, savedKeys, savedValues, a, leftA);
    }
  }

  /** Merges neighbouring runs of which the second is shorter, from right to left. */
  private mergeHigh(startA: number, lengthA: number, startB: number, lengthB: number): void {
    const { keys, isLess } = this;
    const savedKeys = keys.slice(startB, startB + lengthB);
    const savedValues = this.values === null ? null : this.values.slice(startB, startB + lengthB);
    let a = startA + lengthA - 1;
    let b = lengthB - 1;
    let to = startB + lengthB - 1;
    let leftA = lengthA;
    let leftB = lengthB;
    let minGallop = this.minGallop;
    /** Moves the rest of the first run behind the one item that is left of the second. */
    const finishWithOne = (): void => {
      to -= leftA;
      a -= leftA;
      this.copyWithin(to + 1, a + 1, leftA);
      leftA = 0;
    };
    try {
      this.move(to--, a--);
      if (--leftA === 0) return;
      if (leftB === 1) return finishWithOne();
      for (;;) {
        let countA = 0;
        let countB = 0;
        for (;;) {
          if (isLess(savedKeys[b]!, keys[a]!)) {
            this.move(to--, a--);
            countA++;
            countB = 0;
            if (--leftA === 0) return;
            if (countA >= minGallop) break;
          } else {
            this.restore(to--, savedKeys, savedValues, b--, 1);
            countB++;
            countA = 0;
            if (--leftB === 1) return finishWithOne();
            if (countB >= minGallop) break;
          }
        }
        minGallop++;
        do {
          minGallop -= minGallop > 1 ? 1 : 0;
          this.minGallop = minGallop;
          countA = leftA - this.gallopRight(savedKeys[b]!, startA, leftA, leftA - 1);
          if (countA > 0) {
            to -= countA;
            a -= countA;
            this.copyWithin(to + 1, a + 1, countA);
            leftA -= countA;
            if (leftA === 0) return;
          }
          this.restore(to--, savedKeys, savedValues, b--, 1);
          if (--leftB === 1) return finishWithOne();
          countB = leftB - this.gallopLeft(keys[a]!, 0, leftB, leftB - 1, savedKeys);
          if (countB > 0) {
            to -= countB;
            b -= countB;
            this.restore(to + 1, savedKeys, savedValues, b + 1, countB);
            leftB -= countB;
            if (leftB === 1) return finishWithOne();
            if (leftB === 0) return;
          }
          this.move(to--, a--);
          if (--leftA === 0) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    } finally {
      if (leftB > 0) this.restore(to - leftB + 1, savedKeys, savedValues, 0, leftB);
    }
  }
}

/** @cpython merge_compute_minrun */
function computeMinRun(count: number): number {
  let rest = 0;
  let length = count;
  while (length >= MAX_MINRUN) {
    rest |= length & 1;
    length >>= 1;
  }
  return length + rest;
}

/** The power of the boundary between two neighbouring runs. @cpython powerloop */
function powerLoop(start: number, firstLength: number, secondLength: number, total: number): number {
  let power = 0;
  let a = 2 * start + firstLength;
  let b = a + firstLength + secondLength;
  for (;;) {
    power++;
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) break;
    a *= 2;
    b *= 2;
  }
  return power;
}

/** Sorts keys in place, and values along with them. `isLess` may raise: then all items are still there. */
export function timSort<K, V>(keys: K[], values: V[] | null, isLess: (left: K, right: K) => boolean): void {
  new TimSort(keys, values, isLess).sort();
}
