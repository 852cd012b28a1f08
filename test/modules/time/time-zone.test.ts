/** Time zones: POSIX notation, zone files, local time there and back. */
import { describe, expect, it } from 'vitest';
import { fieldsFromSeconds, secondsFromFields } from '../../../src/modules/time/civil.ts';
import { parsePosixZone } from '../../../src/modules/time/posix-zone.ts';
import { localFields, parseZoneFile, secondsFromLocal } from '../../../src/modules/time/time-zone.ts';

const at = (text: string): number => Date.parse(text) / 1000;

describe('posix zones', () => {
  it('follow their rules', () => {
    const berlin = parsePosixZone('CET-1CEST,M3.5.0,M10.5.0/3')!;
    expect(berlin.at(at('2024-01-15T12:00Z'))).toEqual({ offset: 3600, isDst: false, name: 'CET' });
    expect(berlin.at(at('2024-03-31T00:59:59Z')).name).toBe('CET');
    expect(berlin.at(at('2024-03-31T01:00:00Z')).name).toBe('CEST');
    expect(berlin.at(at('2024-10-27T00:59:59Z')).name).toBe('CEST');
    expect(berlin.at(at('2024-10-27T01:00:00Z')).name).toBe('CET');
    const sydney = parsePosixZone('AEST-10AEDT,M10.1.0,M4.1.0/3')!;
    expect(sydney.at(at('2024-01-01T00:00Z')).isDst).toBe(true);
    expect(sydney.at(at('2024-07-01T00:00Z')).isDst).toBe(false);
    expect(parsePosixZone('<+0330>-3:30')!.at(0)).toEqual({ offset: 12600, isDst: false, name: '+0330' });
    expect(parsePosixZone('EST5EDT')!.at(at('2024-07-01T00:00Z'))).toEqual({
      offset: -14400,
      isDst: true,
      name: 'EDT',
    });
    expect(parsePosixZone('Nowhere/Else')).toBe(undefined);
    expect(parsePosixZone('')).toBe(undefined);
  });

  it('turn local time into seconds and back', () => {
    const zone = parsePosixZone('CET-1CEST,M3.5.0,M10.5.0/3')!;
    for (let seconds = at('2024-03-30T00:00Z'); seconds < at('2024-11-01T00:00Z'); seconds += 1799) {
      expect(secondsFromLocal(zone, localFields(zone, seconds))).toBe(seconds);
    }
    const inGap = { ...fieldsFromSeconds(at('2024-03-31T02:30Z')), isDst: -1 };
    expect(secondsFromLocal(zone, inGap)).toBe(at('2024-03-31T01:30Z'));
  });
});

describe('zone files', () => {
  it('are read with their transitions and footer', () => {
    const header = (times: number, types: number, chars: number): number[] => [
      0x54,
      0x5a,
      0x69,
      0x66,
      0x32,
      ...new Array<number>(15).fill(0),
      ...[0, 0, 0, times, types, chars].flatMap((n) => [0, 0, 0, n]),
    ];
    const word = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
    const names = [...'LMT\0XST\0'].map((char) => char.charCodeAt(0));
    const bytes = Uint8Array.from([
      ...header(0, 0, 0),
      ...header(1, 2, names.length),
      0,
      0,
      0,
      0,
      ...word(1000),
      1,
      ...word(100),
      0,
      0,
      ...word(7200),
      0,
      4,
      ...names,
      ...[...'\nXST-2\n'].map((char) => char.charCodeAt(0)),
    ]);
    const zone = parseZoneFile(bytes)!;
    expect(zone.at(999)).toEqual({ offset: 100, isDst: false, name: 'LMT' });
    expect(zone.at(1000).name).toBe('XST');
    expect(zone.at(1e9)).toEqual({ offset: 7200, isDst: false, name: 'XST' });
    expect(parseZoneFile(bytes.subarray(1))).toBe(undefined);
  });
});

describe('the calendar', () => {
  it('agrees with Date in its range, and goes on beyond it', () => {
    for (let day = -800000; day < 800000; day += 997) {
      const seconds = day * 86400 + 12345;
      const date = new Date(seconds * 1000);
      const fields = fieldsFromSeconds(seconds);
      expect([
        fields.year,
        fields.month,
        fields.day,
        fields.hour,
        fields.minute,
        fields.second,
        fields.weekday,
      ]).toEqual([
        date.getUTCFullYear(),
        date.getUTCMonth(),
        date.getUTCDate(),
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
        date.getUTCDay(),
      ]);
      expect(secondsFromFields(fields)).toBe(seconds);
    }
    expect(fieldsFromSeconds(2 ** 50).year).toBe(35680317);
  });
});
