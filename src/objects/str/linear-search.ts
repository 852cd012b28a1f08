/**
 * Searching in time linear in both lengths, for the long needles on which quicker algorithms can become quadratic.
 *
 * Knuth, Morris and Pratt; CPython has the two-way algorithm for it. @cpython Objects/stringlib/fastsearch.h
 */

export type Units = Uint8Array | Uint16Array | Uint32Array;

/** Whether a search is better done here: the worst case of the quick ways would take long. */
export function isHardSearch(needleLength: number, range: number): boolean {
  return needleLength >= 500 && range * needleLength > 2e7;
}

/** The code units of a string. */
export function unitsOf(text: string, start = 0, end = text.length): Uint16Array {
  const units = new Uint16Array(end - start);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(start + i);
  return units;
}

/** Index of the first `needle`, which is not empty, within `[start, end)`, or -1. */
export function findLinear(haystack: Units, needle: Units, start: number, end: number): number {
  // For each prefix of the needle, the length of the longest shorter prefix that it ends in.
  const borders = new Int32Array(needle.length);
  for (let i = 1, matched = 0; i < needle.length; i++) {
    while (matched > 0 && needle[i] !== needle[matched]) matched = borders[matched - 1]!;
    if (needle[i] === needle[matched]) matched++;
    borders[i] = matched;
  }
  for (let i = start, matched = 0; i < end; i++) {
    while (matched > 0 && haystack[i] !== needle[matched]) matched = borders[matched - 1]!;
    if (haystack[i] === needle[matched] && ++matched === needle.length) return i + 1 - matched;
  }
  return -1;
}
