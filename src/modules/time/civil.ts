/** Calendar arithmetic: seconds since the epoch and broken-down time, for years beyond what `Date` can do. */

/** As C's `struct tm`, with the year itself and the month from 0. */
export interface BrokenDownTime {
  year: number;
  /** 0 to 11. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
  /** 0 to 365. */
  yearDay: number;
  /** 1, 0, or -1 for unknown. */
  isDst: number;
  zone: string | null;
  /** Seconds east of UTC. */
  offset: number;
}

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar. @param month from 0; any integer */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = year + Math.floor(month / 12);
  const m = ((month % 12) + 12) % 12;
  // Years that begin in March, so that the leap day is the last.
  const shifted = m < 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Seconds since the epoch of fields taken as UTC; fields may be out of their ranges. */
export function secondsFromFields(time: BrokenDownTime): number {
  return daysFromCivil(time.year, time.month, time.day) * 86400 + time.hour * 3600 + time.minute * 60 + time.second;
}

/** Broken-down time at an offset from UTC. @param seconds an integer */
export function fieldsFromSeconds(seconds: number, offset = 0, zone: string | null = 'GMT', isDst = 0): BrokenDownTime {
  const local = seconds + offset;
  const days = Math.floor(local / 86400);
  const rest = local - days * 86400;
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = (monthFromMarch + 2) % 12;
  const year = yearOfEra + era * 400 + (month < 2 ? 1 : 0);
  return {
    year,
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
    yearDay: days - daysFromCivil(year, 0, 1),
    isDst,
    zone,
    offset,
  };
}
