/**
 * Unicode normalization forms.
 *
 * @cpython Modules/unicodedata.c nfd_nfkd, nfc_nfkc
 */
import { EXCLUSIONS, OLD_CORRECTIONS } from './database.generated.ts';
import { allDecompositions, characterRecord, isInUnicode32 } from './database.ts';

export type NormalizationForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

const S_BASE = 0xac00;
const L_BASE = 0x1100;
const V_BASE = 0x1161;
const T_BASE = 0x11a7;
const L_COUNT = 19;
const V_COUNT = 21;
const T_COUNT = 28;
const S_COUNT = L_COUNT * V_COUNT * T_COUNT;

/** The jamo that a Hangul syllable is made of, or `undefined`. */
function hangulDecomposition(codePoint: number): readonly number[] | undefined {
  const index = codePoint - S_BASE;
  if (index < 0 || index >= S_COUNT) return undefined;
  const l = L_BASE + Math.floor(index / (V_COUNT * T_COUNT));
  const v = V_BASE + Math.floor((index % (V_COUNT * T_COUNT)) / T_COUNT);
  const t = T_BASE + (index % T_COUNT);
  return t === T_BASE ? [l, v] : [l, v, t];
}

let oldCorrections: Map<number, number> | null = null;

function decomposeInto(out: number[], codePoint: number, isCompatible: boolean, isOld: boolean): void {
  const hangul = hangulDecomposition(codePoint);
  if (hangul !== undefined) {
    out.push(...hangul);
    return;
  }
  if (isOld) {
    if (!isInUnicode32(codePoint)) {
      out.push(codePoint);
      return;
    }
    oldCorrections ??= new Map(
      OLD_CORRECTIONS.split(' ').map((pair) => pair.split(',').map((word) => parseInt(word, 36)) as [number, number]),
    );
    const corrected = oldCorrections.get(codePoint);
    if (corrected !== undefined) {
      out.push(corrected);
      return;
    }
  }
  const decomposition = allDecompositions().get(codePoint);
  if (decomposition === undefined || (decomposition.tag !== '' && !isCompatible)) out.push(codePoint);
  else for (const part of decomposition.codePoints) decomposeInto(out, part, isCompatible, isOld);
}

/** Puts combining characters in the order of their classes. */
function reorder(codePoints: number[]): void {
  for (let i = 1; i < codePoints.length; i++) {
    const codePoint = codePoints[i]!;
    const order = combiningClass(codePoint);
    if (order === 0) continue;
    let at = i;
    while (at > 0 && combiningClass(codePoints[at - 1]!) > order) {
      codePoints[at] = codePoints[at - 1]!;
      at--;
    }
    codePoints[at] = codePoint;
  }
}

function combiningClass(codePoint: number): number {
  return codePoint < 0x300 ? 0 : characterRecord(codePoint, false).combining;
}

/** Composites by their two parts, the first times 2**21 plus the second. */
let composites: Map<number, number> | null = null;

function loadComposites(): Map<number, number> {
  let at = 0;
  const excluded = new Set(EXCLUSIONS.split(' ').map((delta) => (at += parseInt(delta, 36))));
  const result = new Map<number, number>();
  for (const [codePoint, { tag, codePoints }] of allDecompositions()) {
    if (tag !== '' || codePoints.length !== 2 || excluded.has(codePoint)) continue;
    result.set(codePoints[0]! * 0x200000 + codePoints[1]!, codePoint);
  }
  return result;
}

function composePair(first: number, second: number): number | undefined {
  const l = first - L_BASE;
  const v = second - V_BASE;
  if (l >= 0 && l < L_COUNT && v >= 0 && v < V_COUNT) return S_BASE + (l * V_COUNT + v) * T_COUNT;
  const s = first - S_BASE;
  if (s >= 0 && s < S_COUNT && s % T_COUNT === 0 && second > T_BASE && second < T_BASE + T_COUNT)
    return first + second - T_BASE;
  return (composites ??= loadComposites()).get(first * 0x200000 + second);
}

function compose(codePoints: readonly number[]): number[] {
  const out: number[] = [];
  /** Place in `out` of the character that others can be composed with, -1 for none. */
  let starter = -1;
  let lastClass = 0;
  for (const codePoint of codePoints) {
    const order = combiningClass(codePoint);
    // Nothing stands between the two, or only marks of lower class.
    if (starter >= 0 && (lastClass < order || (lastClass === 0 && starter === out.length - 1))) {
      const composite = composePair(out[starter]!, codePoint);
      if (composite !== undefined) {
        out[starter] = composite;
        continue;
      }
    }
    if (order === 0) starter = out.length;
    lastClass = order;
    out.push(codePoint);
  }
  return out;
}

/** The code points in a normalization form. @param isOld by the rules of Unicode 3.2 */
export function normalizeCodePoints(codePoints: Iterable<number>, form: NormalizationForm, isOld: boolean): number[] {
  const decomposed: number[] = [];
  for (const codePoint of codePoints) decomposeInto(decomposed, codePoint, form === 'NFKC' || form === 'NFKD', isOld);
  reorder(decomposed);
  return form === 'NFC' || form === 'NFKC' ? compose(decomposed) : decomposed;
}
