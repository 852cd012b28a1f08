/**
 * "Did you mean": the most similar of some names.
 *
 * @cpython Python/suggestions.c
 */

const MAX_CANDIDATES = 750;
const MAX_LENGTH = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

function substitutionCost(a: number, b: number): number {
  if ((a & 31) !== (b & 31)) return MOVE_COST;
  if (a === b) return 0;
  const lower = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);
  return lower(a) === lower(b) ? CASE_COST : MOVE_COST;
}

/** Edit distance of two byte strings; more than `maxCost` when it is not below that. @cpython levenshtein_distance */
function distance(a: Uint8Array, b: Uint8Array, maxCost: number): number {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  a = a.subarray(start, endA);
  b = b.subarray(start, endB);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST;
  if (a.length > MAX_LENGTH || b.length > MAX_LENGTH) return maxCost + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > maxCost) return maxCost + 1;
  const row = Array.from(a, (_, i) => (i + 1) * MOVE_COST);
  let result = 0;
  for (let bIndex = 0; bIndex < b.length; bIndex++) {
    let diagonal = (result = bIndex * MOVE_COST);
    let minimum = Infinity;
    for (let i = 0; i < a.length; i++) {
      const substitute = diagonal + substitutionCost(b[bIndex]!, a[i]!);
      diagonal = row[i]!;
      result = Math.min(substitute, Math.min(result, diagonal) + MOVE_COST);
      row[i] = result;
      if (result < minimum) minimum = result;
    }
    if (minimum > maxCost) return maxCost + 1;
  }
  return result;
}

/** The candidate that is most like `name` and like enough, if any. @cpython _Py_CalculateSuggestions */
export function suggestName(candidates: readonly string[], name: string): string | undefined {
  if (candidates.length >= MAX_CANDIDATES) return undefined;
  const encoder = new TextEncoder();
  const bytes = encoder.encode(name);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const candidateBytes = encoder.encode(candidate);
    const limit = Math.min(Math.floor(((bytes.length + candidateBytes.length + 3) * MOVE_COST) / 6), bestDistance - 1);
    const found = distance(bytes, candidateBytes, limit);
    if (found > limit) continue;
    best = candidate;
    bestDistance = found;
  }
  return best;
}
