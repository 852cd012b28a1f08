/** Which items of two lists correspond: the shortest way from one to the other. */

/** A run of the alignment: items that both have, or that only one has. */
export interface AlignedRun {
  readonly kind: 'same' | 'removed' | 'added';
  /** Where the run begins in the first and in the second list. */
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Differences beyond which nothing is looked for: the time grows with their square. */
const MAX_DIFFERENCES = 1500;

/** Frontiers of Myers' search, by number of differences. `undefined` when there are too many. */
function search(a: readonly string[], b: readonly string[]): Int32Array[] | undefined {
  const limit = Math.min(a.length + b.length, MAX_DIFFERENCES);
  const offset = limit + 1;
  const furthest = new Int32Array(2 * limit + 3);
  const history: Int32Array[] = [];
  for (let differences = 0; differences <= limit; differences++) {
    history.push(furthest.slice(offset - differences - 1, offset + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const at = offset + diagonal;
      const isDown = diagonal === -differences || (diagonal !== differences && furthest[at - 1]! < furthest[at + 1]!);
      let x = isDown ? furthest[at + 1]! : furthest[at - 1]! + 1;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      furthest[at] = x;
      if (x >= a.length && y >= b.length) return history;
    }
  }
  return undefined;
}

function push(runs: AlignedRun[], kind: AlignedRun['kind'], a: number, b: number, length: number): void {
  if (length > 0) runs.push({ kind, a, b, length });
}

/** Joins neighbours of one kind; runs come last first. */
function inOrder(runs: readonly AlignedRun[]): AlignedRun[] {
  const joined: AlignedRun[] = [];
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i]!;
    const last = joined.at(-1);
    if (last !== undefined && last.kind === run.kind)
      joined[joined.length - 1] = { ...last, length: last.length + run.length };
    else joined.push(run);
  }
  return joined;
}

/**
 * Aligns two lists of keys. Lists that hardly have anything in common are not searched through: all of the first is then
 * removed and all of the second added.
 *
 * @see E. Myers, An O(ND) difference algorithm and its variations (1986)
 */
export function align(a: readonly string[], b: readonly string[]): AlignedRun[] {
  const history = search(a, b);
  const runs: AlignedRun[] = [];
  if (history === undefined) {
    push(runs, 'removed', 0, 0, a.length);
    push(runs, 'added', a.length, 0, b.length);
    return runs;
  }
  let x = a.length;
  let y = b.length;
  for (let differences = history.length - 1; differences > 0; differences--) {
    const row = history[differences]!;
    const reach = (diagonal: number): number => row[diagonal + differences + 1]!;
    const diagonal = x - y;
    const isDown = diagonal === -differences || (diagonal !== differences && reach(diagonal - 1) < reach(diagonal + 1));
    const before = isDown ? diagonal + 1 : diagonal - 1;
    const fromX = reach(before);
    const fromY = fromX - before;
    const length = Math.min(x - fromX, y - fromY);
    push(runs, 'same', x - length, y - length, length);
    if (isDown) push(runs, 'added', fromX, fromY, 1);
    else push(runs, 'removed', fromX, fromY, 1);
    x = fromX;
    y = fromY;
  }
  push(runs, 'same', 0, 0, x);
  return inOrder(runs);
}
