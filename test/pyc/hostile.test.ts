// Files of every version that no Python wrote: each ends in what can be shown, or in a typed error with a byte offset,
// within a second. Seeds are fixed; TAIPAN_FUZZ_ROUNDS runs longer; tools/fuzz/pyc.mjs looks for more, guided by coverage.
import { describe, expect, it } from 'vitest';
import * as library from '../../src/presets/pyc.ts';
import { TIME_LIMIT, exercise } from '../../tools/fuzz/exercise.mjs';
import { Numbers, mutate } from '../../tools/fuzz/mutate.mjs';
import { files, pycOf } from '../golden/golden.mjs';

const corpus = (files as { version: string; name: string }[]).map(({ version, name }) => ({
  label: `${version}/${name}`,
  name,
  bytes: pycOf(version, name) as Uint8Array,
}));
const rounds = Number(process.env['TAIPAN_FUZZ_ROUNDS'] ?? 8000);

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A file of a version: its magic number, the rest of the header, and marshal data. */
function fileOf(magic: number, headerSize: number, data: string): Uint8Array {
  const bytes = new Uint8Array(headerSize + data.length);
  bytes.set([magic & 255, magic >> 8, 13, 10]);
  bytes.set(latin1(data), headerSize);
  return bytes;
}

const FILES_OF: [version: string, make: (data: string) => Uint8Array][] = [
  ['1.5', (data) => fileOf(20121, 8, data)],
  ['2.7', (data) => fileOf(62211, 8, data)],
  ['3.2', (data) => fileOf(3180, 8, data)],
  ['3.6', (data) => fileOf(3379, 12, data)],
  ['3.8', (data) => fileOf(3413, 16, data)],
  ['3.11', (data) => fileOf(3495, 16, data)],
  ['3.14', (data) => fileOf(3627, 16, data)],
  ['3.15', (data) => fileOf(3666, 16, data)],
];

describe('hostile files', () => {
  it.each(corpus.filter(({ name }) => name !== 'long'))('$label cut anywhere ends in a typed error', ({ bytes }) => {
    for (let length = 0; length < bytes.length; length++)
      expect(exercise(library, bytes.subarray(0, length)), `${length} bytes`).toMatch(/^(?:MarshalError|PycError)$/);
  });

  it('survives mutations', () => {
    const numbers = new Numbers(62211);
    const outcomes = new Map<string, number>();
    const originals = new Map(corpus.map(({ bytes }) => [bytes, library.readPyc(bytes).code]));
    for (let round = 0; round < rounds; round++) {
      const { bytes, label } = corpus[numbers.below(corpus.length)]!;
      const mutated = mutate(bytes, numbers, corpus[numbers.below(corpus.length)]!.bytes);
      const start = performance.now();
      const outcome = exercise(library, mutated, round % 4 === 0 ? originals.get(bytes) : undefined);
      if (performance.now() - start > TIME_LIMIT) expect.soft(0, `${label}, round ${round}`).toBe(TIME_LIMIT);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].sort()).toEqual(['DisassemblyError', 'MarshalError', 'PycError', 'read']);
  });

  it.each(FILES_OF)('%s: lengths that lie, bombs, references to nothing', (_version, make) => {
    const before = process.memoryUsage().rss;
    for (const type of [
      '(',
      '[',
      '<',
      '>',
      's',
      'u',
      'a',
      'A',
      't',
      'l',
      'i',
      'c',
      'C',
      'R',
      'r',
      '{',
      '?',
      'x',
      '\xe3',
    ]) {
      for (const size of ['\xff\xff\xff\x7f', '\xff\xff\xff\xff', '\0\0\0\x80'])
        expect(exercise(library, make(type + size.repeat(6)))).toMatch(/Error$/);
    }
    expect(exercise(library, make('(\x01\0\0\0'.repeat(100_000)))).toBe('MarshalError');
    expect(exercise(library, make(')\x01'.repeat(100_000)))).toBe('MarshalError');
    expect(exercise(library, make('c'.repeat(200_000)))).toBe('MarshalError');
    expect(exercise(library, make('{'.repeat(200_000)))).toBe('MarshalError');
    expect(process.memoryUsage().rss - before).toBeLessThan(256 << 20);
  });
});

describe('files that ask for more than they are', () => {
  const number = (value: number): string =>
    String.fromCharCode(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >>> 24) & 255);
  const bytes = (text: string): string => `s${number(text.length)}${text}`;
  const text = (value: string): string => `z${String.fromCharCode(value.length)}${value}`;
  /** A code object of 3.11, which gets a reference number, of its tuple of constants. */
  const code311 = (consts: string, code = 'd\0', names = ')\0'): string =>
    `\xe3${number(0).repeat(5)}${bytes(code)}${consts}${names})\0${bytes('')}${text('f')}${text('g')}${text('g')}${number(1)}${bytes('')}${bytes('')}`;
  const make = (data: string): Uint8Array => fileOf(3495, 16, data);

  it('code objects that double at every level', () => {
    // Each holds the one below twice: a million listings at 20 levels.
    const nest = (level: number): string =>
      level === 200 ? code311(')\x01N') : code311(`)\x02${nest(level + 1)}r${number(level + 1)}`);
    const data = make(nest(0));
    const start = performance.now();
    expect(exercise(library, data)).toBe('DisassemblyError');
    expect(performance.now() - start).toBeLessThan(TIME_LIMIT);
  });

  it('one long name in every instruction', () => {
    const name = `a${number(60_000)}${'x'.repeat(60_000)}`;
    const start = performance.now();
    expect(exercise(library, make(code311(')\x01N', 'e\0'.repeat(30_000), `)\x01${name}`)))).toBe('DisassemblyError');
    expect(performance.now() - start).toBeLessThan(TIME_LIMIT);
  });

  it('one long constant in every instruction', () => {
    const constant = bytes('\xff'.repeat(50_000));
    const start = performance.now();
    expect(exercise(library, make(code311(`)\x01${constant}`, 'd\0'.repeat(20_000))))).toBe('DisassemblyError');
    expect(performance.now() - start).toBeLessThan(TIME_LIMIT);
  });

  it('a cycle through a tuple', () => {
    expect(exercise(library, make(code311(')\x01\xa9\x01r\x01\0\0\0')))).toBe('MarshalError');
  });
});
