/** `time.struct_time`, and time tuples as arguments. @cpython Modules/timemodule.c gettmarg, checktm */
import {
  None,
  PyTuple,
  asHostString,
  asInt,
  asText,
  index,
  overflowError,
  typeError,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import type { PyStructSequence } from '../../objects/structseq/index.ts';
import { structSequenceType } from '../../objects/structseq/index.ts';
import type { BrokenDownTime } from './civil.ts';

export const structTime = structSequenceType({
  name: 'time.struct_time',
  doc: "The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().  May be considered as a\n sequence of 9 integers.\n\n Note that several fields' values are not the same as those defined by\n the C language standard for struct tm.  For example, the value of the\n field tm_year is the actual year, not year - 1900.  See individual\n fields' descriptions for details.",
  fields: [
    ['tm_year', 'year, for example, 1993'],
    ['tm_mon', 'month of year, range [1, 12]'],
    ['tm_mday', 'day of month, range [1, 31]'],
    ['tm_hour', 'hours, range [0, 23]'],
    ['tm_min', 'minutes, range [0, 59]'],
    ['tm_sec', 'seconds, range [0, 61])'],
    ['tm_wday', 'day of week, range [0, 6], Monday is 0'],
    ['tm_yday', 'day of year, range [1, 366]'],
    ['tm_isdst', '1 if summer time is in effect, 0 if not, and -1 if unknown'],
    ['tm_zone', 'abbreviation of timezone name'],
    ['tm_gmtoff', 'offset from UTC in seconds'],
  ],
  visible: 9,
});

/** The struct_time of broken-down time. */
export function structTimeOf(time: BrokenDownTime): Value {
  return structTime.make([
    time.year,
    time.month + 1,
    time.day,
    time.hour,
    time.minute,
    time.second,
    (time.weekday + 6) % 7,
    time.yearDay + 1,
    time.isDst,
    time.zone ?? None,
    time.offset,
  ]);
}

/** An item of a time tuple as a C int. @throws TypeError, OverflowError */
function cInt(value: Value): number {
  const int = index(value);
  if (int > 9223372036854775807n || int < -9223372036854775808n)
    throw overflowError('Python int too large to convert to C long');
  if (int > 2147483647) throw overflowError('signed integer is greater than maximum');
  if (int < -2147483648) throw overflowError('signed integer is less than minimum');
  return Number(int);
}

/** A time tuple as broken-down time; fields may be out of their ranges. @throws TypeError, OverflowError */
export function fieldsFromTuple(value: Value, functionName: string): BrokenDownTime {
  if (!(value instanceof PyTuple)) throw typeError('Tuple or struct_time argument required');
  const isStruct = value.ob_type === structTime.type;
  if (value.items.length !== 9) throw typeError(`${functionName}(): illegal time tuple argument`);
  const [year, month, day, hour, minute, second, weekday, yearDay, isDst] = value.items.map(cInt) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (year < -2147483648 + 1900) throw overflowError('year out of range');
  const [zone, offset] = isStruct ? (value as PyStructSequence).hidden : [None, None];
  const offsetInt = offset === undefined || offset === None ? 0 : asInt(offset);
  return {
    year,
    month: month - 1,
    day,
    hour,
    minute,
    second,
    weekday: (weekday + 1) % 7,
    yearDay: yearDay - 1,
    isDst,
    zone: zone !== undefined && asText(zone) !== undefined ? asHostString(zone) : null,
    offset: Number(offsetInt ?? 0),
  };
}

/** Brings zeros of month, day and day of year to 1 and checks the ranges. @throws ValueError */
export function checkFields(time: BrokenDownTime): void {
  if (time.month === -1) time.month = 0;
  else if (time.month < 0 || time.month > 11) throw valueError('month out of range');
  if (time.day === 0) time.day = 1;
  else if (time.day < 0 || time.day > 31) throw valueError('day of month out of range');
  if (time.hour < 0 || time.hour > 23) throw valueError('hour out of range');
  if (time.minute < 0 || time.minute > 59) throw valueError('minute out of range');
  if (time.second < 0 || time.second > 61) throw valueError('seconds out of range');
  if (time.weekday < 0) throw valueError('day of week out of range');
  if (time.yearDay === -1) time.yearDay = 0;
  else if (time.yearDay < 0 || time.yearDay > 365) throw valueError('day of year out of range');
}
