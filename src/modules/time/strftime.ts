/**
 * C's `strftime` in the C locale, with GNU's flags and widths.
 */
import { daysFromCivil, type BrokenDownTime } from './civil.ts';

export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What a conversion needs besides the time. */
export interface StrftimeContext {
  /** Names of standard and daylight time, where the time does not say its own. */
  readonly zoneNames: readonly [string, string];
  /** For `%s`. */
  secondsOf(time: BrokenDownTime): number;
}

/** ISO 8601 week-based year and week. */
function isoWeek(time: BrokenDownTime): [year: number, week: number] {
  const daysIn = (year: number): number => daysFromCivil(year + 1, 0, 1) - daysFromCivil(year, 0, 1);
  const weekDays = (yearDay: number): number => {
    const big = 3 * 7;
    return yearDay - ((yearDay - time.weekday + 4 + big) % 7) + 4 - 1;
  };
  let year = time.year;
  let days = weekDays(time.yearDay);
  if (days < 0) {
    year--;
    days = weekDays(time.yearDay + daysIn(year));
  } else {
    const next = weekDays(time.yearDay - daysIn(year));
    if (next >= 0) {
      year++;
      days = next;
    }
  }
  return [year, Math.floor(days / 7) + 1];
}

interface Flags {
  readonly pad: string;
  readonly isUpper: boolean;
  readonly isSwapped: boolean;
  readonly width: number;
}

function number(value: number, digits: number, flags: Flags, padding = '0'): string {
  const pad = flags.pad === '' ? padding : flags.pad === '_' ? ' ' : flags.pad === '-' ? '' : '0';
  const text = String(Math.abs(value));
  const sign = value < 0 ? '-' : '';
  if (pad === '' && flags.width < 0) return sign + text;
  const width = flags.width < 0 ? digits : flags.width;
  if (pad === ' ' || pad === '') return (sign + text).padStart(width, ' ');
  return sign + text.padStart(width - sign.length, '0');
}

function word(value: string, flags: Flags, swapped: (text: string) => string = (text) => text.toUpperCase()): string {
  const cased = flags.isSwapped ? swapped(value) : flags.isUpper ? value.toUpperCase() : value;
  return cased.padStart(flags.width, flags.pad === '0' ? '0' : ' ');
}

const COMPOSITE: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

/** One conversion, or `undefined` when there is none of that letter. */
function convert(letter: string, time: BrokenDownTime, flags: Flags, context: StrftimeContext): string | undefined {
  const composite = COMPOSITE[letter];
  if (composite !== undefined) return word(strftime(composite, time, context), { ...flags, isSwapped: false });
  const hour12 = time.hour % 12 === 0 ? 12 : time.hour % 12;
  const lower = (text: string): string => text.toLowerCase();
  switch (letter) {
    case '%':
      return word('%', flags);
    case 'n':
      return word('\n', flags);
    case 't':
      return word('\t', flags);
    case 'a':
      return word(DAYS[time.weekday]!.slice(0, 3), flags);
    case 'A':
      return word(DAYS[time.weekday]!, flags);
    case 'b':
    case 'h':
      return word(MONTHS[time.month]!.slice(0, 3), flags);
    case 'B':
      return word(MONTHS[time.month]!, flags);
    case 'C':
      return number(Math.floor(time.year / 100), 2, flags);
    case 'd':
      return number(time.day, 2, flags);
    case 'e':
      return number(time.day, 2, flags, ' ');
    case 'g':
      return number(modulo(isoWeek(time)[0], 100), 2, flags);
    case 'G':
      return number(isoWeek(time)[0], 1, flags);
    case 'H':
      return number(time.hour, 2, flags);
    case 'I':
      return number(hour12, 2, flags);
    case 'j':
      return number(time.yearDay + 1, 3, flags);
    case 'k':
      return number(time.hour, 2, flags, ' ');
    case 'l':
      return number(hour12, 2, flags, ' ');
    case 'm':
      return number(time.month + 1, 2, flags);
    case 'M':
      return number(time.minute, 2, flags);
    case 'p':
      return word(time.hour >= 12 ? 'PM' : 'AM', flags, lower);
    case 'P':
      return word(time.hour >= 12 ? 'pm' : 'am', flags, lower);
    case 's':
      return number(context.secondsOf(time), 1, flags);
    case 'S':
      return number(time.second, 2, flags);
    case 'u':
      return number(((time.weekday + 6) % 7) + 1, 1, flags);
    case 'U':
      return number(Math.floor((time.yearDay + 7 - time.weekday) / 7), 2, flags);
    case 'V':
      return number(isoWeek(time)[1], 2, flags);
    case 'w':
      return number(time.weekday, 1, flags);
    case 'W':
      return number(Math.floor((time.yearDay + 7 - ((time.weekday + 6) % 7)) / 7), 2, flags);
    case 'y':
      return number(modulo(time.year, 100), 2, flags);
    case 'Y':
      return number(time.year, 1, flags);
    case 'z': {
      if (time.isDst < 0) return '';
      const minutes = Math.floor(Math.abs(time.offset) / 60);
      const digits = String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(
        Math.max(4, flags.width - 1),
        '0',
      );
      return (time.offset < 0 ? '-' : '+') + digits;
    }
    case 'Z': {
      const own = time.zone ?? '';
      const name = own !== '' || time.isDst < 0 ? own : context.zoneNames[time.isDst > 0 ? 1 : 0];
      return word(name, flags, lower);
    }
    default:
      return undefined;
  }
}

const DIRECTIVE = /%([_\-0^#]*)(\d*)([EO]?)([^]?)/g;

/** Formats a broken-down time. What is not a conversion stays as it is. */
export function strftime(format: string, time: BrokenDownTime, context: StrftimeContext): string {
  return format.replace(
    DIRECTIVE,
    (whole: string, flagText: string, width: string, modifier: string, letter: string) => {
      let pad = '';
      for (const flag of flagText) if (flag === '_' || flag === '-' || flag === '0') pad = flag;
      const flags: Flags = {
        pad,
        isUpper: flagText.includes('^'),
        isSwapped: flagText.includes('#'),
        width: width === '' ? -1 : Number(width),
      };
      if (letter === '') return whole;
      if (modifier === 'E' && !'cCxXyY'.includes(letter)) return whole;
      if (modifier === 'O' && !'deHImMSuUVwWyB'.includes(letter)) return whole;
      return convert(letter, time, flags, context) ?? whole;
    },
  );
}
