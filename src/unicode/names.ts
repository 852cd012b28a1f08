/**
 * Names of characters: for `\N{…}`, `namereplace` and `unicodedata`.
 *
 * Names are stored in the order of their code points as the number of leading words taken over from the name before, the
 * number of new words, and the new words as indices into a list of words sorted by frequency:
 *
 *     entry  =  head word*          head  =  digit (shared * 9 + new)  |  last digit, shared, new
 *     word   =  digit  |  digit digit  |  digit digit digit     (short codes for frequent words)
 *
 * A digit is a printable ASCII character other than ' and \. Unpacking all 34,000 names takes some milliseconds and is
 * done once, when a name is first asked for.
 */
import { ALIASES, NAMES, NUMBERED, RUNS, WORDS } from './names.generated.ts';

const BASE = 93;
const ONE = 40;
const TWO = 48;

interface NameTables {
  readonly byCodePoint: Map<number, string>;
  readonly byName: Map<string, number>;
}

let tables: NameTables | null = null;

/** Value of the digit at an index of NAMES: its place in printable ASCII without ' and \. */
function digitAt(at: number): number {
  const unit = NAMES().charCodeAt(at);
  return unit - 32 - (unit > 39 ? 1 : 0) - (unit > 92 ? 1 : 0);
}

function loadNames(): NameTables {
  const words = WORDS().split(' ');
  const byCodePoint = new Map<number, string>();
  const byName = new Map<string, number>();
  let at = 0;
  let previous: string[] = [];
  const nextName = (): string => {
    let head = digitAt(at++);
    let shared: number;
    if (head === BASE - 1) {
      shared = digitAt(at++);
      head = digitAt(at++);
    } else {
      shared = Math.floor(head / 9);
      head %= 9;
    }
    previous = previous.slice(0, shared);
    for (let i = 0; i < head; i++) {
      let index = digitAt(at++);
      if (index >= ONE + TWO) {
        index = ONE + TWO * BASE + (index - ONE - TWO) * BASE * BASE + digitAt(at) * BASE + digitAt(at + 1);
        at += 2;
      } else if (index >= ONE) index = ONE + (index - ONE) * BASE + digitAt(at++);
      previous.push(words[index]!);
    }
    return previous.join(' ');
  };
  let codePoint = 0;
  for (const run of RUNS().split(' ')) {
    const [gap, count] = run.split(':') as [string, string?];
    codePoint += parseInt(gap, 36);
    const end = codePoint + (count === undefined ? 1 : parseInt(count, 36));
    for (; codePoint < end; codePoint++) {
      const name = nextName();
      byCodePoint.set(codePoint, name);
      byName.set(name, codePoint);
    }
  }
  return { byCodePoint, byName };
}

interface NumberedRange {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
}

let numberedRanges: readonly NumberedRange[] | null = null;

function loadNumbered(): readonly NumberedRange[] {
  return NUMBERED()
    .split(',')
    .map((entry) => {
      const [prefix, first, last] = entry.split(':') as [string, string, string];
      return { prefix: `${prefix}-`, first: parseInt(first, 36), last: parseInt(last, 36) };
    });
}

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const HANGUL_L = ['G', 'GG', 'N', 'D', 'DD', 'R', 'M', 'B', 'BB', 'S', 'SS', '', 'J', 'JJ', 'C', 'K', 'T', 'P', 'H'];
const HANGUL_V = [
  'A',
  'AE',
  'YA',
  'YAE',
  'EO',
  'E',
  'YEO',
  'YE',
  'O',
  'WA',
  'WAE',
  'OE',
  'YO',
  'U',
  'WEO',
  'WE',
  'WI',
  'YU',
  'EU',
  'YI',
  'I',
];
const HANGUL_T = [
  '',
  'G',
  'GG',
  'GS',
  'N',
  'NJ',
  'NH',
  'D',
  'L',
  'LG',
  'LM',
  'LB',
  'LS',
  'LT',
  'LP',
  'LH',
  'M',
  'B',
  'BS',
  'S',
  'SS',
  'NG',
  'J',
  'C',
  'K',
  'T',
  'P',
  'H',
];
const HANGUL_PREFIX = 'HANGUL SYLLABLE ';

/** The name of a code point, or `undefined`. */
export function nameOfCodePoint(codePoint: number): string | undefined {
  if (codePoint >= HANGUL_FIRST && codePoint <= HANGUL_LAST) {
    const index = codePoint - HANGUL_FIRST;
    return (
      HANGUL_PREFIX +
      HANGUL_L[Math.floor(index / 588)]! +
      HANGUL_V[Math.floor((index % 588) / 28)]! +
      HANGUL_T[index % 28]!
    );
  }
  for (const { prefix, first, last } of (numberedRanges ??= loadNumbered())) {
    if (codePoint >= first && codePoint <= last) return prefix + codePoint.toString(16).toUpperCase().padStart(4, '0');
  }
  return (tables ??= loadNames()).byCodePoint.get(codePoint);
}

let aliases: Map<string, readonly number[]> | null = null;

function loadAliases(): Map<string, readonly number[]> {
  return new Map(
    ALIASES()
      .split(',')
      .map((entry) => {
        const [name, codePoints] = entry.split(':') as [string, string];
        return [name, codePoints.split('_').map((codePoint) => parseInt(codePoint, 36))];
      }),
  );
}

/** Index of the longest of the parts that `text` has at `at`. */
function longestPart(text: string, at: number, parts: readonly string[]): number {
  let best = -1;
  for (let i = 0; i < parts.length; i++) {
    if (text.startsWith(parts[i]!, at) && (best < 0 || parts[i]!.length > parts[best]!.length)) best = i;
  }
  return best;
}

function lookupHangul(name: string): number | undefined {
  let at = HANGUL_PREFIX.length;
  const l = longestPart(name, at, HANGUL_L);
  if (l < 0) return undefined;
  at += HANGUL_L[l]!.length;
  const v = longestPart(name, at, HANGUL_V);
  if (v < 0) return undefined;
  at += HANGUL_V[v]!.length;
  const t = longestPart(name, at, HANGUL_T);
  at += HANGUL_T[t]!.length;
  return at === name.length ? HANGUL_FIRST + (l * 21 + v) * 28 + t : undefined;
}

/** The code points of a named sequence or alias. */
export function lookupSequence(name: string): readonly number[] | undefined {
  return (aliases ??= loadAliases()).get(name.toUpperCase());
}

/**
 * The code point of that name or alias, in any case (`\N{name}`), or `undefined`.
 *
 * @cpython Modules/unicodedata.c _getcode
 */
export function lookupName(name: string): number | undefined {
  const found = lookupProperName(name);
  if (found !== undefined) return found;
  const sequence = lookupSequence(name);
  return sequence !== undefined && sequence.length === 1 ? sequence[0] : undefined;
}

/** The code point of that name, in any case; aliases do not count. */
export function lookupProperName(name: string): number | undefined {
  if (/[^\x20-\x7e]/.test(name)) return undefined;
  const upper = name.toUpperCase();
  if (upper.startsWith(HANGUL_PREFIX)) return lookupHangul(upper);
  for (const { prefix, first, last } of (numberedRanges ??= loadNumbered())) {
    if (!upper.startsWith(prefix)) continue;
    const number = upper.slice(prefix.length);
    if (!/^[0-9A-F]{4,5}$/.test(number)) continue;
    const codePoint = parseInt(number, 16);
    if (codePoint >= first && codePoint <= last && number === codePoint.toString(16).toUpperCase().padStart(4, '0'))
      return codePoint;
  }
  return (tables ??= loadNames()).byName.get(upper);
}
