/** A time zone from its file: which offset holds at which time. @cpython Lib/zoneinfo/_zoneinfo.py ZoneInfo._load_file */
import { parseTimeZoneRule, SeasonalRule, type Period } from './posix-rules.ts';

/** What the file says; times and offsets in seconds. */
export interface ZoneFile {
  /** Index of the period that begins at each transition. */
  readonly periodOf: readonly number[];
  readonly transitions: readonly number[];
  readonly utcoffs: readonly number[];
  readonly isSummer: readonly boolean[];
  readonly names: readonly string[];
  /** The rule for what comes after the last transition; empty for none. */
  readonly rule: string;
}

/** How much of each offset is daylight saving time, which the file does not say. */
function summerOffsets({ periodOf, utcoffs, isSummer }: ZoneFile): number[] {
  const count = isSummer.length;
  const offsets = new Array<number>(count).fill(0);
  const wanted = isSummer.filter(Boolean).length;
  let found = 0;
  for (let i = 1; i < periodOf.length && found < wanted; i++) {
    const at = periodOf[i]!;
    if (!isSummer[at] || offsets[at] !== 0) continue;
    const before = periodOf[i - 1]!;
    let offset = isSummer[before] ? 0 : utcoffs[at]! - utcoffs[before]!;
    if (offset === 0 && at < count - 1) {
      const after = periodOf[i + 1];
      // The next one is summer time as well: a later transition may tell.
      if (after === undefined || isSummer[after]) continue;
      offset = utcoffs[at]! - utcoffs[after]!;
    }
    if (offset !== 0) {
      found++;
      offsets[at] = offset;
    }
  }
  if (found < wanted) for (let i = 0; i < count; i++) if (offsets[i] === 0 && isSummer[i]) offsets[i] = 3600;
  return offsets;
}

/** The transitions in local time: for the first and for the second of two times alike. */
function localTransitions({ periodOf, transitions, utcoffs }: ZoneFile): [number[], number[]] {
  const first: number[] = [];
  const second: number[] = [];
  transitions.forEach((time, i) => {
    const before = i === 0 ? utcoffs[0]! : utcoffs[periodOf[i - 1]!]!;
    const after = i === 0 && utcoffs.length <= 1 ? before : utcoffs[periodOf[i]!]!;
    first.push(time + Math.max(before, after));
    second.push(time + Math.min(before, after));
  });
  return [first, second];
}

/** How many of the sorted numbers are not above `value`. */
function countNotAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class Zone {
  private readonly transitions: readonly number[];
  private readonly local: readonly [number[], number[]];
  /** The period from each transition on. */
  private readonly periods: readonly Period[];
  private readonly before: Period | undefined;
  private readonly after: Period | SeasonalRule;
  /** The period when it is always the same; used where no time is given. */
  readonly fixed: Period | undefined;

  /** @throws string, what is wrong with the file */
  constructor(file: ZoneFile) {
    const dstoffs = summerOffsets(file);
    const all = file.utcoffs.map((utcoff, i): Period => ({ utcoff, dstoff: dstoffs[i]!, name: file.names[i]! }));
    this.transitions = file.transitions;
    this.local = localTransitions(file);
    this.periods = file.periodOf.map((i) => all[i]!);
    const standard = file.isSummer.findIndex((isSummer) => !isSummer);
    this.before = standard >= 0 ? all[standard] : this.periods[0];
    let after: Period | SeasonalRule | string | undefined;
    if (file.rule !== '') after = parseTimeZoneRule(file.rule);
    else after = this.periods[this.periods.length - 1] ?? all[all.length - 1];
    if (after === undefined) throw 'No time zone information found.';
    if (typeof after === 'string') throw after;
    this.after = after;
    const only = all[0];
    if (all.length <= 1 && !(after instanceof SeasonalRule)) {
      const isSame =
        only === undefined ||
        (only.utcoff === after.utcoff && only.dstoff === after.dstoff && only.name === after.name);
      this.fixed = isSame ? after : undefined;
    }
  }

  /** The period at a local time. */
  atLocal(seconds: number, year: number, fold: number): Period | undefined {
    const times = this.local[fold === 1 ? 1 : 0];
    const count = times.length;
    if (count > 0 && seconds < times[0]!) return this.before;
    if (count === 0 || seconds > times[count - 1]!) {
      return this.after instanceof SeasonalRule ? this.after.atLocal(seconds, year, fold) : this.after;
    }
    return this.periods[countNotAbove(times, seconds) - 1];
  }

  /** The period at a time in UTC, and whether the local time is the second of two alike. */
  atUtc(seconds: number, year: number): { readonly period: Period | undefined; readonly isFold: boolean } {
    const { transitions, after } = this;
    const count = transitions.length;
    if (count > 0 && seconds < transitions[0]!) return { period: this.before, isFold: false };
    const isAfter = count === 0 || seconds > transitions[count - 1]!;
    if (isAfter && after instanceof SeasonalRule) return after.atUtc(seconds, year);
    if (count === 0) return { period: after as Period, isFold: false };
    const index = countNotAbove(transitions, seconds);
    let previous: Period | undefined;
    let period: Period | undefined;
    if (count > 1 && seconds >= transitions[1]!)
      [previous, period] = [this.periods[index - 2], this.periods[index - 1]];
    else if (isAfter) [previous, period] = [this.periods[count - 1], after as Period];
    else [previous, period] = [this.before, this.periods[0]];
    const shift = (previous?.utcoff ?? 0) - (period?.utcoff ?? 0);
    return { period, isFold: shift > seconds - transitions[index - 1]! };
  }
}
