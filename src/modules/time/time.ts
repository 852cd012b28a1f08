/** Module `time`. @cpython Modules/timemodule.c */
import {
  PyFloat,
  PyTuple,
  asText,
  call,
  getAttr,
  osError,
  overflowError,
  strFromUtf16,
  textToHost,
  thread,
  waiting,
  typeError,
  typeName,
  type Kwnames,
  type PyModule,
  type Value,
} from '../../objects/core/index.ts';
import { documentedFunctions, normalizeBigInt } from '../../objects/int/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { fieldsFromSeconds, type BrokenDownTime } from './civil.ts';
import * as clocks from './clocks.ts';
import { DAYS, MONTHS, strftime } from './strftime.ts';
import { checkFields, fieldsFromTuple, structTime, structTimeOf } from './struct-time.ts';
import { loadTimeZone, localFields, secondsFromLocal, type TimeZone } from './time-zone.ts';
import { TIME_DOC, TIME_DOCS } from './docs.ts';

/** What `tzset` finds out: the zone and its names and offsets. */
interface ZoneState {
  zone: TimeZone;
  /** West of UTC. */
  timezone: number;
  altzone: number;
  daylight: number;
  names: [standard: string, daylight: string];
}

const STATE = Symbol('time zone');
const YEAR = (365 * 24 + 6) * 3600;
const EOVERFLOW = 75;

/** @cpython init_timezone */
function readZone(): ZoneState {
  const { host } = currentInterpreter();
  const zone = loadTimeZone(host);
  const now = Number(host.clock.timeNs() / 1_000_000_000n);
  const winter = zone.at(Math.floor(now / YEAR) * YEAR);
  const summer = zone.at(Math.floor(now / YEAR) * YEAR + YEAR / 2);
  // In the south, July is the standard time.
  const [standard, daylight] = -winter.offset < -summer.offset ? [summer, winter] : [winter, summer];
  return {
    zone,
    timezone: -standard.offset + 0,
    altzone: -daylight.offset + 0,
    daylight: standard.offset === daylight.offset ? 0 : 1,
    names: [standard.name, daylight.name],
  };
}

const state = (): ZoneState => currentInterpreter().state(STATE, readZone);

/** Puts the zone's facts into the module. */
function publish(module: PyModule, zone: ZoneState): void {
  const dict = module.ob_dict;
  dict.setStr('timezone', zone.timezone);
  dict.setStr('altzone', zone.altzone);
  dict.setStr('daylight', zone.daylight);
  dict.setStr('tzname', new PyTuple(zone.names.map((name) => strFromUtf16(name))));
}

/** Arguments of a function that takes them by position only. @throws TypeError */
function positional(
  name: string,
  args: readonly Value[],
  kwnames: Kwnames,
  max: number,
  style: 'parse' | 'unpack',
  min = 0,
): void {
  if (kwnames !== null && kwnames.length > 0) throw typeError(`time.${name}() takes no keyword arguments`);
  const given = args.length;
  if (given >= min && given <= max) return;
  const bound = given < min ? min : max;
  const word = given < min ? 'at least' : 'at most';
  const plural = bound === 1 ? '' : 's';
  throw typeError(
    style === 'parse'
      ? `${name}() takes ${word} ${bound} argument${plural} (${given} given)`
      : `${name} expected ${word} ${bound} argument${plural}, got ${given}`,
  );
}

function checkYear(time: BrokenDownTime): BrokenDownTime {
  if (time.year - 1900 > 2147483647 || time.year - 1900 < -2147483648)
    throw osError(EOVERFLOW, 'Value too large for defined data type');
  return time;
}

const gmtFields = (seconds: number): BrokenDownTime => checkYear(fieldsFromSeconds(seconds));
const localTime = (seconds: number): BrokenDownTime => checkYear(localFields(state().zone, seconds));

/** @cpython _asctime */
function asctimeText(time: BrokenDownTime): Value {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${DAYS[time.weekday]!.slice(0, 3)} ${MONTHS[time.month]!.slice(0, 3)}${String(time.day).padStart(3)} ${two(time.hour)}:${two(time.minute)}:${two(time.second)} ${time.year}`;
}

function tupleOrNow(value: Value | undefined, name: string): BrokenDownTime {
  if (value === undefined) return localTime(clocks.timestamp(undefined));
  const time = fieldsFromTuple(value, name);
  checkFields(time);
  return time;
}

function formatTime(args: readonly Value[], kwnames: Kwnames): Value {
  positional('strftime', args, kwnames, 2, 'parse', 1);
  const [format, tuple] = args;
  const text = asText(format!);
  if (text === undefined) throw typeError(`strftime() argument 1 must be str, not ${typeName(format!)}`);
  const time = tupleOrNow(tuple, 'strftime');
  time.isDst = Math.max(-1, Math.min(1, time.isDst));
  const zoneState = state();
  return strFromUtf16(
    strftime(textToHost(text), time, {
      zoneNames: zoneState.names,
      secondsOf: (fields) => secondsFromLocal(zoneState.zone, fields),
    }),
  );
}

function mktime(tuple: Value): Value {
  const time = fieldsFromTuple(tuple, 'mktime');
  const seconds = secondsFromLocal(state().zone, time);
  if (!Number.isSafeInteger(seconds)) throw overflowError('mktime argument out of range');
  return new PyFloat(seconds);
}

const raw = (fn: (args: readonly Value[], kwnames: Kwnames) => Value | void): never => fn as never;

const [time, timeNs] = clocks.clockFunctions(clocks.CLOCK_REALTIME);
const [monotonic, monotonicNs] = clocks.clockFunctions(clocks.CLOCK_MONOTONIC);
const [processTime, processTimeNs] = clocks.clockFunctions(clocks.CLOCK_PROCESS_CPUTIME_ID);
const [threadTime, threadTimeNs] = clocks.clockFunctions(clocks.CLOCK_THREAD_CPUTIME_ID);

export const timeModule = defineModule('time', {
  doc: TIME_DOC,
  types: [structTime.spec],
  functions: documentedFunctions(TIME_DOCS, {
    time,
    time_ns: timeNs,
    monotonic,
    monotonic_ns: monotonicNs,
    perf_counter: monotonic,
    perf_counter_ns: monotonicNs,
    process_time: processTime,
    process_time_ns: processTimeNs,
    thread_time: threadTime,
    thread_time_ns: threadTimeNs,
    sleep: clocks.sleep,
    clock_gettime: (clock: Value) => clocks.secondsFloat(clocks.clockGetTimeNs(clock)),
    clock_gettime_ns: (clock: Value) => normalizeBigInt(clocks.clockGetTimeNs(clock)),
    clock_getres: raw((args, kwnames) => {
      positional('clock_getres', args, kwnames, 1, 'parse', 1);
      return clocks.clockGetResolution(args[0]!);
    }),
    clock_settime: raw((args, kwnames) => {
      positional('clock_settime', args, kwnames, 2, 'parse', 2);
      return clocks.clockSetTime(args[0]!);
    }),
    clock_settime_ns: raw((args, kwnames) => {
      positional('clock_settime_ns', args, kwnames, 2, 'parse', 2);
      return clocks.clockSetTime(args[0]!);
    }),
    get_clock_info: raw((args, kwnames) => {
      positional('get_clock_info', args, kwnames, 1, 'parse', 1);
      return clocks.clockInfo(args[0]!);
    }),
    gmtime: raw((args, kwnames) => {
      positional('gmtime', args, kwnames, 1, 'parse');
      return structTimeOf(gmtFields(clocks.timestamp(args[0])));
    }),
    localtime: raw((args, kwnames) => {
      positional('localtime', args, kwnames, 1, 'parse');
      return structTimeOf(localTime(clocks.timestamp(args[0])));
    }),
    mktime,
    asctime: raw((args, kwnames) => {
      positional('asctime', args, kwnames, 1, 'unpack');
      return asctimeText(tupleOrNow(args[0], 'asctime'));
    }),
    ctime: raw((args, kwnames) => {
      positional('ctime', args, kwnames, 1, 'parse');
      return asctimeText(localTime(clocks.timestamp(args[0])));
    }),
    strftime: raw(formatTime),
    strptime: raw((args, kwnames) =>
      call(getAttr(thread.interp.importModule('_strptime'), '_strptime_time'), args, kwnames),
    ),
    tzset: () => {
      const zone = readZone();
      Object.assign(state(), zone);
      const module = currentInterpreter().modules.getStr('time');
      if (module !== undefined) publish(module as PyModule, zone);
    },
  }),
  constants: () => ({
    CLOCK_REALTIME: clocks.CLOCK_REALTIME,
    CLOCK_MONOTONIC: clocks.CLOCK_MONOTONIC,
    CLOCK_MONOTONIC_RAW: clocks.CLOCK_MONOTONIC_RAW,
    CLOCK_PROCESS_CPUTIME_ID: clocks.CLOCK_PROCESS_CPUTIME_ID,
    CLOCK_THREAD_CPUTIME_ID: clocks.CLOCK_THREAD_CPUTIME_ID,
    CLOCK_BOOTTIME: clocks.CLOCK_BOOTTIME,
    CLOCK_TAI: clocks.CLOCK_TAI,
    _STRUCT_TM_ITEMS: 11,
  }),
  exec: (module) => publish(module, state()),
});

waiting(timeModule.functions!.sleep!);
