/**
 * The rule at the end of a time zone file, a POSIX `TZ` string: `EST5EDT,M3.2.0,M11.1.0`.
 *
 * @cpython Modules/_zoneinfo.c parse_tz_str, Lib/zoneinfo/_zoneinfo.py
 */

/** Offsets in seconds. */
export interface Period {
  readonly utcoff: number;
  readonly dstoff: number;
  readonly name: string;
}

/** Seconds from the epoch to a change in a year, in local time. */
type YearRule = (year: number) => number;

const SECONDS_PER_DAY = 86400;
const EPOCH_ORDINAL = 719163;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days from the epoch to the first of January. */
function daysBeforeYear(year: number): number {
  const y = year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - EPOCH_ORDINAL;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const modulo = (a: number, b: number): number => ((a % b) + b) % b;

/** Day `d` (0: Sunday) of week `w` (5: the last) of month `m`. */
function weekRule(m: number, w: number, d: number, seconds: number): YearRule {
  return (year) => {
    const leap = isLeap(year) ? 1 : 0;
    // Day 1 of the year 1 was a Monday: ordinal 1 has weekday 0.
    const firstOfMonth = daysBeforeYear(year) + 1 + DAYS_BEFORE_MONTH[m - 1]! + (m > 2 ? leap : 0);
    const weekday = modulo(firstOfMonth + EPOCH_ORDINAL - 1, 7);
    const daysInMonth = DAYS_IN_MONTH[m - 1]! + (m === 2 ? leap : 0);
    let day = modulo(d - (weekday + 1), 7) + 1 + (w - 1) * 7;
    if (day > daysInMonth) day -= 7;
    return (firstOfMonth + day - 1) * SECONDS_PER_DAY + seconds;
  };
}

/** The day of the year, counted from 1 without the leap day when `isJulian`, else from 0. */
function dayRule(day: number, isJulian: boolean, seconds: number): YearRule {
  return (year) => {
    const counted = isJulian && day >= 59 && isLeap(year) ? day + 1 : day;
    return (daysBeforeYear(year) + counted + (isJulian ? 0 : 1)) * SECONDS_PER_DAY + seconds;
  };
}

/** Summer and standard time by rule. */
export class SeasonalRule {
  readonly standard: Period;
  readonly summer: Period;
  private readonly start: YearRule;
  private readonly end: YearRule;

  constructor(standard: Period, summer: Period, start: YearRule, end: YearRule) {
    this.standard = standard;
    this.summer = summer;
    this.start = start;
    this.end = end;
  }

  /** The period at a local time. */
  atLocal(seconds: number, year: number, fold: number): Period {
    let start = this.start(year);
    let end = this.end(year);
    const difference = this.summer.dstoff;
    // Where local time is ambiguous or does not exist, `fold` says which side is meant.
    if ((fold === 1) === difference >= 0) end -= difference;
    else start += difference;
    return this.isSummer(seconds, start, end) ? this.summer : this.standard;
  }

  /** The period at a time in UTC, and whether the local time is the second of two alike. */
  atUtc(seconds: number, year: number): { readonly period: Period; readonly isFold: boolean } {
    const start = this.start(year) - this.standard.utcoff;
    const end = this.end(year) - this.summer.utcoff;
    const difference = this.summer.dstoff;
    const ambiguousFrom = difference > 0 ? end : start;
    const ambiguousTo = ambiguousFrom + Math.abs(difference);
    return {
      period: this.isSummer(seconds, start, end) ? this.summer : this.standard,
      isFold: seconds >= ambiguousFrom && seconds < ambiguousTo,
    };
  }

  private isSummer(seconds: number, start: number, end: number): boolean {
    return start < end ? seconds >= start && seconds < end : !(seconds >= end && seconds < start);
  }
}

const TIME = /^([+-])?(\d{1,3})(?::(\d{2})(?::(\d{2}))?)?$/;
const NAMES_AND_OFFSETS =
  /^([^<0-9:.+-]+|<[a-zA-Z0-9+-]+>)(?:([+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)(?:([^0-9:.+-]+|<[a-zA-Z0-9+-]+>)([+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)?)?)?$/;
const MAX_HOURS = 167;

/** Seconds of `[+-]hh[:mm[:ss]]`; `undefined` for other text. */
function parseTime(text: string): number | undefined {
  const parts = TIME.exec(text);
  if (parts === null) return undefined;
  const [, sign, hours, minutes = '0', seconds = '0'] = parts;
  if (Number(hours) > MAX_HOURS) return undefined;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -total : total;
}

/** A date with an optional time, `M3.2.0/2`, `J60` or `59`. */
function parseRule(text: string): YearRule | undefined {
  const slash = text.indexOf('/');
  const date = slash < 0 ? text : text.slice(0, slash);
  const seconds = slash < 0 ? 2 * 3600 : parseTime(text.slice(slash + 1));
  if (seconds === undefined) return undefined;
  const week = /^M(\d{1,2})\.(\d)\.(\d)$/.exec(date);
  if (week !== null) {
    const [m, w, d] = week.slice(1).map(Number) as [number, number, number];
    if (m < 1 || m > 12 || w < 1 || w > 5 || d > 6) return undefined;
    return weekRule(m, w, d, seconds);
  }
  const day = /^(J?)(\d{1,3})$/.exec(date);
  if (day === null) return undefined;
  const isJulian = day[1] === 'J';
  const number = Number(day[2]);
  return number < (isJulian ? 1 : 0) || number > 365 ? undefined : dayRule(number, isJulian, seconds);
}

const strip = (name: string): string => name.replace(/^<|>$/g, '');

/** Reads a rule. @returns a message when it is none */
export function parseTimeZoneRule(text: string): SeasonalRule | Period | string {
  const comma = text.indexOf(',');
  const parts = NAMES_AND_OFFSETS.exec(comma < 0 ? text : text.slice(0, comma));
  if (parts === null) return `${text} is not a valid TZ string`;
  const [, standardName, standardText, summerName, summerText] = parts;
  const standardOffset = standardText === undefined ? 0 : parseTime(standardText);
  if (standardOffset === undefined) return `Invalid STD offset in ${text}`;
  // POSIX counts offsets to the west.
  const utcoff = standardOffset === 0 ? 0 : -standardOffset;
  const standard: Period = { utcoff, dstoff: 0, name: strip(standardName!) };
  if (summerName === undefined) return comma < 0 ? standard : `Transition rule present without DST: ${text}`;
  const summerOffset = summerText === undefined ? undefined : parseTime(summerText);
  if (summerText !== undefined && summerOffset === undefined) return `Invalid DST offset in ${text}`;
  const summerUtcoff = summerOffset === undefined ? utcoff + 3600 : -summerOffset;
  if (comma < 0) return `Missing transition rules: ${text}`;
  const rules = text
    .slice(comma + 1)
    .split(',')
    .map(parseRule);
  const [start, end] = rules;
  if (rules.length !== 2 || start === undefined || end === undefined) return `Invalid TZ string: ${text}`;
  return new SeasonalRule(
    standard,
    { utcoff: summerUtcoff, dstoff: summerUtcoff - utcoff, name: strip(summerName) },
    start,
    end,
  );
}
