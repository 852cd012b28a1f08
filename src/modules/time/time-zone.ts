/**
 * The local time zone: from the TZ variable, the system's zone files (TZif, RFC 9636), or at last JavaScript's `Date`.
 */
import { isHostError, type Host } from '../../host/contract.ts';
import { fieldsFromSeconds, secondsFromFields, type BrokenDownTime } from './civil.ts';
import { parsePosixZone } from './posix-zone.ts';

/** What clocks show at some time. */
export interface LocalTimeType {
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly isDst: boolean;
  readonly name: string;
}

export interface TimeZone {
  /** @param seconds since the epoch */
  at(seconds: number): LocalTimeType;
}

const UTC: TimeZone = { at: () => ({ offset: 0, isDst: false, name: 'UTC' }) };
const ZONE_DIRECTORIES = ['/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo'];

function readFile(host: Host, path: string): Uint8Array | undefined {
  try {
    const fd = host.fs.open(path, host.fs.flags.O_RDONLY, 0);
    try {
      const bytes = new Uint8Array(host.fs.fstat(fd).size);
      let done = 0;
      while (done < bytes.length) {
        const count = host.fs.read(fd, bytes, done, bytes.length - done);
        if (count === 0) break;
        done += count;
      }
      return bytes.subarray(0, done);
    } finally {
      host.fs.close(fd);
    }
  } catch (error) {
    if (!isHostError(error)) throw error;
    return undefined;
  }
}

/** Reads a zone file; `undefined` when it is not one. */
export function parseZoneFile(bytes: Uint8Array): TimeZone | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isHeader = (at: number): boolean => at + 44 <= bytes.length && view.getUint32(at) === 0x545a6966;
  if (!isHeader(0)) return undefined;
  const version = bytes[4]!;
  const counts = (at: number) => ({
    isUtc: view.getUint32(at + 20),
    isStandard: view.getUint32(at + 24),
    leap: view.getUint32(at + 28),
    times: view.getUint32(at + 32),
    types: view.getUint32(at + 36),
    chars: view.getUint32(at + 40),
  });
  const sizeOf = (c: ReturnType<typeof counts>, word: number): number =>
    c.times * (word + 1) + c.types * 6 + c.chars + c.leap * (word + 4) + c.isStandard + c.isUtc;
  let at = 0;
  let word = 4;
  if (version >= 0x32) {
    at = 44 + sizeOf(counts(0), 4);
    word = 8;
    if (!isHeader(at)) return undefined;
  }
  const count = counts(at);
  const end = at + 44 + sizeOf(count, word);
  at += 44;
  const times: number[] = [];
  for (let i = 0; i < count.times; i++, at += word) {
    times.push(word === 8 ? Number(view.getBigInt64(at)) : view.getInt32(at));
  }
  const indices = bytes.subarray(at, at + count.times);
  at += count.times;
  const names = at + count.types * 6;
  const types: LocalTimeType[] = [];
  for (let i = 0; i < count.types; i++, at += 6) {
    let name = '';
    for (let j = names + bytes[at + 5]!; bytes[j] !== 0 && j < bytes.length; j++)
      name += String.fromCharCode(bytes[j]!);
    types.push({ offset: view.getInt32(at), isDst: bytes[at + 4] === 1, name });
  }
  let footer: TimeZone | undefined;
  if (word === 8) {
    const text = String.fromCharCode(...bytes.subarray(end)).replaceAll('\n', '');
    footer = parsePosixZone(text);
  }
  const before = types.find((type) => !type.isDst) ?? types[0];
  if (before === undefined) return undefined;
  return {
    at: (seconds) => {
      if (times.length === 0 || seconds < times[0]!)
        return times.length === 0 && footer !== undefined ? footer.at(seconds) : before;
      if (footer !== undefined && seconds >= times[times.length - 1]!) return footer.at(seconds);
      let low = 0;
      let high = times.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (times[middle]! <= seconds) low = middle;
        else high = middle;
      }
      return types[indices[low]!]!;
    },
  };
}

/** The zone that JavaScript runs in; its names are those of the platform's internationalisation. */
function dateZone(): TimeZone {
  const offsetAt = (seconds: number): number => -new Date(seconds * 1000).getTimezoneOffset() * 60 || 0;
  return {
    at: (seconds) => {
      // Beyond the range of Date the rules of its last years go on.
      const clipped = Math.max(-8.64e12 + 86400 * 800, Math.min(8.64e12 - 86400 * 800, seconds));
      const { year } = fieldsFromSeconds(clipped);
      const january = offsetAt(Date.UTC(year, 0, 1) / 1000);
      const july = offsetAt(Date.UTC(year, 6, 1) / 1000);
      const offset = offsetAt(clipped);
      const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(new Date(clipped * 1000));
      const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC';
      return { offset, isDst: january !== july && offset === Math.max(january, july), name };
    },
  };
}

/** The local zone of a host, as its TZ variable and files are now. */
export function loadTimeZone(host: Host): TimeZone {
  const setting = host.env.get('TZ');
  const fromFile = (path: string): TimeZone | undefined => {
    const bytes = readFile(host, path);
    return bytes === undefined ? undefined : parseZoneFile(bytes);
  };
  if (setting === undefined) return fromFile('/etc/localtime') ?? dateZone();
  const name = setting.replace(/^:/, '');
  if (name === '') return UTC;
  if (name.startsWith('/')) return fromFile(name) ?? UTC;
  if (!name.split('/').includes('..')) {
    for (const directory of ZONE_DIRECTORIES) {
      const zone = fromFile(`${directory}/${name}`);
      if (zone !== undefined) return zone;
    }
  }
  const described = parsePosixZone(name);
  if (described !== undefined) return described;
  // What cannot be understood is UTC under the name that it begins with.
  const unknown = /^[A-Za-z]{3,}/.exec(name)?.[0];
  return unknown === undefined ? UTC : { at: () => ({ offset: 0, isDst: false, name: unknown }) };
}

/** Broken-down local time. */
export function localFields(zone: TimeZone, seconds: number): BrokenDownTime {
  const type = zone.at(seconds);
  return fieldsFromSeconds(seconds, type.offset, type.name, type.isDst ? 1 : 0);
}

/** Seconds between probes for a zone's other kind of time; finer than any season. */
const PROBE = 601200;

/** C's `mktime`: seconds since the epoch of local fields, which may be out of their ranges. */
export function secondsFromLocal(zone: TimeZone, time: BrokenDownTime): number {
  const asUtc = secondsFromFields(time);
  const offsets = [zone.at(asUtc - 86400).offset, zone.at(asUtc + 86400).offset];
  const valid = offsets.filter((offset) => zone.at(asUtc - offset).offset === offset);
  // In a gap the clock goes on as before it.
  const offset = valid[0] ?? offsets[0]!;
  const result = asUtc - offset;
  if (time.isDst < 0) return result;
  const isDst = time.isDst > 0;
  if (zone.at(result).isDst === isDst) return result;
  const other = valid.find((candidate) => zone.at(asUtc - candidate).isDst === isDst);
  if (other !== undefined) return asUtc - other;
  for (let distance = PROBE; distance < 536454000; distance += PROBE) {
    for (const probe of [result - distance, result + distance]) {
      const type = zone.at(probe);
      if (type.isDst === isDst) return asUtc - type.offset;
    }
  }
  // A zone that never has that kind of time: an hour's difference, as C libraries take it.
  return result + (isDst ? -3600 : 3600);
}
