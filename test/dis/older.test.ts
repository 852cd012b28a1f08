// Files of versions that nothing here can run: put together by hand, one for each layout of code objects.
import { describe, expect, it } from 'vitest';
import { disassemble } from '../../src/dis/index.ts';
import { readPyc } from '../../src/pyc/index.ts';

const byte = (value: number): string => String.fromCharCode(value & 255);
const short = (value: number): string => byte(value) + byte(value >> 8);
const long = (value: number): string => short(value) + short(value >> 16);
const text = (value: string): string => `s${long(value.length)}${value}`;
const unicode = (value: string): string => `u${long(value.length)}${value}`;
const tuple = (...items: string[]): string => `(${long(items.length)}${items.join('')}`;

const LOAD_CONST = '\x64';
const STORE_NAME = '\x5a';
const RETURN_VALUE = '\x53';
const SET_LINENO = '\x7f';

/** `x = 'a'` as all of these versions compile it, but for the lines. */
const CODE = `${LOAD_CONST}${short(0)}${STORE_NAME}${short(0)}${LOAD_CONST}${short(1)}${RETURN_VALUE}`;
const CODE_WITH_LINE = `${SET_LINENO}${short(7)}${CODE}`;

function file(magic: number[], headerSize: number, data: string): Uint8Array {
  const bytes = new Uint8Array(headerSize + data.length);
  bytes.set(magic);
  for (let i = 0; i < data.length; i++) bytes[headerSize + i] = data.charCodeAt(i);
  return bytes;
}

const magicOf = (number: number): number[] => [number & 255, number >> 8, 13, 10];

const parts = (code: string, string = text): string => text(code) + tuple(string('a'), 'N') + tuple(string('x'));
const end = (string = text): string => string('m.py') + string('?');

const FILES: [version: string, bytes: Uint8Array, lines: 'set' | 'table' | 'none'][] = [
  ['1.0', file([2, 0x99, 0x99, 0], 8, `C${parts(CODE_WITH_LINE)}${end()}`), 'set'],
  ['1.3', file(magicOf(11913), 8, `c${short(0).repeat(3)}${parts(CODE_WITH_LINE)}${tuple()}${end()}`), 'set'],
  [
    '1.5',
    file(magicOf(20121), 8, `c${short(0).repeat(4)}${parts(CODE_WITH_LINE)}${tuple()}${end()}${short(7)}${text('')}`),
    'set',
  ],
  [
    '2.1',
    file(
      magicOf(60202),
      8,
      `c${short(0).repeat(4)}${parts(CODE_WITH_LINE)}${tuple().repeat(3)}${end()}${short(7)}${text('')}`,
    ),
    'set',
  ],
  [
    '2.3',
    file(magicOf(62011), 8, `c${long(0).repeat(4)}${parts(CODE)}${tuple().repeat(3)}${end()}${long(7)}${text('')}`),
    'table',
  ],
  [
    '3.0',
    file(
      magicOf(3131),
      8,
      `c${long(0).repeat(5)}${parts(CODE, unicode)}${tuple().repeat(3)}${end(unicode)}${long(7)}${text('')}`,
    ),
    'table',
  ],
  [
    '3.3',
    file(
      magicOf(3230),
      12,
      `c${long(0).repeat(5)}${parts(CODE, unicode)}${tuple().repeat(3)}${end(unicode)}${long(7)}${text('')}`,
    ),
    'table',
  ],
];

describe('versions that are no more', () => {
  it.each(FILES)('%s', (version, bytes, lines) => {
    const { header, code } = readPyc(bytes);
    expect(header.python.version).toBe(version);
    expect(code).toMatchObject({ co_filename: 'm.py', co_names: ['x'] });
    const names = disassemble(code)
      .split('\n')
      .map((line) => line.replace(/ +/g, ' ').trim());
    const shift = lines === 'set' ? 3 : 0;
    expect(names).toEqual([
      ...(lines === 'set' ? ['7 0 SET_LINENO 7', "3 LOAD_CONST 0 ('a')"] : ["7 0 LOAD_CONST 0 ('a')"]),
      `${3 + shift} STORE_NAME 0 (x)`,
      `${6 + shift} LOAD_CONST 1 (None)`,
      `${9 + shift} RETURN_VALUE`,
      '',
    ]);
  });
});
