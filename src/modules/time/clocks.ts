/** The clocks, and times given as numbers. @cpython Python/pytime.c, Modules/timemodule.c */
import {
  PyFloat,
  asFloat,
  asHostString,
  asInt,
  asText,
  excTypes,
  hasIndex,
  index,
  matches,
  osError,
  overflowError,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { makeNamespace } from '../../objects/namespace/index.ts';
import { normalizeBigInt } from '../../objects/int/index.ts';
import { currentInterpreter, scheduler } from '../../runtime/index.ts';

const host = () => currentInterpreter().host;

export const CLOCK_REALTIME = 0;
export const CLOCK_MONOTONIC = 1;
export const CLOCK_PROCESS_CPUTIME_ID = 2;
export const CLOCK_THREAD_CPUTIME_ID = 3;
export const CLOCK_MONOTONIC_RAW = 4;
export const CLOCK_BOOTTIME = 7;
export const CLOCK_TAI = 11;

const EINVAL = 22;

/** A clock's reading in nanoseconds; `undefined` for one that there is not. */
function read(clock: number): bigint | undefined {
  switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_TAI:
      return host().clock.timeNs();
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_BOOTTIME:
      return host().clock.monotonicNs();
    case CLOCK_PROCESS_CPUTIME_ID:
    case CLOCK_THREAD_CPUTIME_ID:
      return host().clock.processTimeNs();
    default:
      return undefined;
  }
}

/** Nanoseconds as a float of seconds. @cpython PyTime_AsSecondsDouble */
export function secondsFloat(ns: bigint): PyFloat {
  return new PyFloat(ns % 1_000_000_000n === 0n ? Number(ns / 1_000_000_000n) : Number(ns) / 1e9);
}

/** Functions `name()` and `name_ns()` of a clock. */
export function clockFunctions(clock: number): [seconds: () => Value, nanoseconds: () => Value] {
  return [() => secondsFloat(read(clock)!), () => normalizeBigInt(read(clock)!)];
}

function clockArgument(value: Value): number {
  if (asInt(value) === undefined && !hasIndex(value))
    throw typeError(`clk_id should be integer, not ${typeName(value)}`);
  return Number(index(value));
}

/** @throws OSError for a clock that there is not */
export function clockGetTimeNs(value: Value): bigint {
  const ns = read(clockArgument(value));
  if (ns === undefined) throw osError(EINVAL, 'Invalid argument');
  return ns;
}

/** `clock_getres(clk_id)` */
export function clockGetResolution(value: Value): Value {
  clockGetTimeNs(value);
  return new PyFloat(1e-9);
}

/** `clock_settime`: programs may not set clocks here. */
export function clockSetTime(clock: Value): never {
  clockGetTimeNs(clock);
  throw osError(1, 'Operation not permitted');
}

const CLOCKS: Readonly<Record<string, { id: string; isMonotonic: boolean }>> = {
  time: { id: 'CLOCK_REALTIME', isMonotonic: false },
  monotonic: { id: 'CLOCK_MONOTONIC', isMonotonic: true },
  perf_counter: { id: 'CLOCK_MONOTONIC', isMonotonic: true },
  process_time: { id: 'CLOCK_PROCESS_CPUTIME_ID', isMonotonic: true },
  thread_time: { id: 'CLOCK_THREAD_CPUTIME_ID', isMonotonic: true },
};

/** `get_clock_info(name)` */
export function clockInfo(nameValue: Value): Value {
  if (asText(nameValue) === undefined)
    throw typeError(`get_clock_info() argument 1 must be str, not ${typeName(nameValue)}`);
  const name = asHostString(nameValue);
  const clock = Object.hasOwn(CLOCKS, name) ? CLOCKS[name] : undefined;
  if (clock === undefined) throw valueError('unknown clock');
  return makeNamespace({
    implementation: `clock_gettime(${clock.id})`,
    monotonic: clock.isMonotonic,
    adjustable: !clock.isMonotonic,
    resolution: new PyFloat(1e-9),
  });
}

const TIME_MAX = 9223372036854775807n;

/** Seconds since the epoch as an integer, rounded down; now where there is none. @cpython _PyTime_ObjectToTime_t */
export function timestamp(value: Value | undefined): number {
  if (value === undefined || typeName(value) === 'NoneType') return Number(host().clock.timeNs() / 1_000_000_000n);
  const outOfRange = () => overflowError('timestamp out of range for platform time_t');
  const float = asFloat(value);
  if (float !== undefined) {
    if (float !== float) throw valueError('Invalid value NaN (not a number)');
    const floor = Math.floor(float);
    if (!(floor >= -9223372036854775808 && floor < 9223372036854775808)) throw outOfRange();
    return floor;
  }
  const int = index(value);
  if (int > TIME_MAX || int < -TIME_MAX - 1n) throw outOfRange();
  return Number(int);
}

/** `sleep(seconds)` */
export function sleep(value: Value): void {
  const outOfRange = () => overflowError('timestamp out of range for C PyTime_t');
  const float = asFloat(value);
  let seconds: number;
  if (float !== undefined) {
    if (float !== float) throw valueError('Invalid value NaN (not a number)');
    if (Math.abs(float) >= 9223372036.854776) throw outOfRange();
    seconds = float;
  } else {
    let int: number | bigint;
    try {
      int = index(value);
    } catch (error) {
      if (!matches(error, excTypes.TypeError)) throw error;
      throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer or float`);
    }
    if (int > 9223372036 || int < -9223372036) throw outOfRange();
    seconds = Number(int);
  }
  if (seconds < 0) throw valueError('sleep length must be non-negative');
  scheduler().sleep(seconds);
}
