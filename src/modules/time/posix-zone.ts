/** Time zones in the notation of the TZ variable: `CET-1CEST,M3.5.0,M10.5.0/3`. */
import { daysFromCivil, fieldsFromSeconds } from './civil.ts';
import type { LocalTimeType, TimeZone } from './time-zone.ts';

interface Rule {
  /** Seconds since the epoch, local standard clock, when the rule strikes in a year. */
  at(year: number): number;
}

interface Reader {
  text: string;
  at: number;
}

function readName(reader: Reader): string | undefined {
  const rest = reader.text.slice(reader.at);
  const match = /^(?:<([A-Za-z0-9+-]{3,})>|([A-Za-z]{3,}))/.exec(rest);
  if (match === null) return undefined;
  reader.at += match[0].length;
  return match[1] ?? match[2]!;
}

/** `[+-]hh[:mm[:ss]]` in seconds. */
function readTime(reader: Reader): number | undefined {
  const match = /^([+-]?)(\d{1,3})(?::(\d{1,2}))?(?::(\d{1,2}))?/.exec(reader.text.slice(reader.at));
  if (match === null) return undefined;
  reader.at += match[0].length;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  return match[1] === '-' ? -seconds : seconds;
}

function readRule(reader: Reader): Rule | undefined {
  const match = /^,(?:M(\d{1,2})\.(\d)\.(\d)|(J?)(\d{1,3}))/.exec(reader.text.slice(reader.at));
  if (match === null) return undefined;
  reader.at += match[0].length;
  let time = 7200;
  if (reader.text[reader.at] === '/') {
    reader.at++;
    const given = readTime(reader);
    if (given === undefined) return undefined;
    time = given;
  }
  if (match[1] !== undefined) {
    const month = Number(match[1]) - 1;
    const week = Number(match[2]);
    const weekday = Number(match[3]);
    return {
      at: (year) => {
        const first = daysFromCivil(year, month, 1);
        const firstWeekday = (((first + 4) % 7) + 7) % 7;
        let day = first + ((weekday - firstWeekday + 7) % 7) + (week - 1) * 7;
        const end = daysFromCivil(year, month + 1, 1);
        while (day >= end) day -= 7;
        return day * 86400 + time;
      },
    };
  }
  const day = Number(match[5]);
  const isJulian = match[4] === 'J';
  return {
    at: (year) => {
      const start = daysFromCivil(year, 0, 1);
      const isLeap = daysFromCivil(year + 1, 0, 1) - start === 366;
      // Jn counts from 1 and never counts 29 February.
      const offset = isJulian ? day - 1 + (isLeap && day >= 60 ? 1 : 0) : day;
      return (start + offset) * 86400 + time;
    },
  };
}

/** The zone that a TZ text describes, or `undefined` when it describes none. */
export function parsePosixZone(text: string): TimeZone | undefined {
  const reader: Reader = { text, at: 0 };
  const standardName = readName(reader);
  if (standardName === undefined) return undefined;
  const west = readTime(reader);
  if (west === undefined) return undefined;
  const standard: LocalTimeType = { offset: -west, isDst: false, name: standardName };
  if (reader.at === text.length) return { at: () => standard };
  const daylightName = readName(reader);
  if (daylightName === undefined) return undefined;
  const daylightWest = /^[+\-0-9]/.test(text.slice(reader.at)) ? readTime(reader) : west - 3600;
  const daylight: LocalTimeType = { offset: -(daylightWest ?? west - 3600), isDst: true, name: daylightName };
  if (reader.at === text.length) {
    reader.text += ',M3.2.0,M11.1.0';
  }
  const start = readRule(reader);
  const end = readRule(reader);
  if (start === undefined || end === undefined || reader.at !== reader.text.length) return undefined;
  return {
    at: (seconds) => {
      // C libraries apply the rules of 1970 to the years before.
      const year = Math.max(1970, fieldsFromSeconds(seconds + standard.offset).year);
      const begins = start.at(year) - standard.offset;
      const ends = end.at(year) - daylight.offset;
      const isDst = begins < ends ? seconds >= begins && seconds < ends : seconds >= begins || seconds < ends;
      return isDst ? daylight : standard;
    },
  };
}
