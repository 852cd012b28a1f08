/**
 * What `str` knows of each code point: class flags, case mappings, and the numbers that characters stand for.
 *
 * The tables are run-length coded text; a page of 256 code points is expanded when it is first asked for.
 *
 * @cpython Objects/unicodectype.c
 */
import { DECIMAL_ZEROS, DIGITS, NUMBERS, RECORDS, RUNS, SPECIAL_CASES } from './character-types.generated.ts';

export const ALPHA = 1;
export const DECIMAL = 2;
export const DIGIT = 4;
export const NUMERIC = 8;
export const SPACE = 16;
export const LOWER = 32;
export const UPPER = 64;
export const TITLE = 128;
export const CASED = 256;
export const CASE_IGNORABLE = 512;
/** `str.splitlines` splits here. */
export const LINE_BREAK = 1024;
const SPECIAL_CASE = 2048;

interface Tables {
  /** Five numbers a record: flags, and the distances to the upper, lower, title and folded character. */
  readonly records: Int32Array;
  /** Where the runs begin; the last entry is past the end. */
  readonly starts: Int32Array;
  readonly indices: Uint16Array;
}

let tables: Tables | null = null;
const pages: (Uint16Array | undefined)[] = new Array<Uint16Array | undefined>(0x1100).fill(undefined);

function loadTables(): Tables {
  const records = Int32Array.from(RECORDS.split(/[ ,]/), (field) => parseInt(field, 36));
  const runs = RUNS.split(' ');
  const starts = new Int32Array(runs.length + 1);
  const indices = new Uint16Array(runs.length);
  let position = 0;
  for (let i = 0; i < runs.length; i++) {
    const [index, length] = runs[i]!.split(':') as [string, string?];
    starts[i] = position;
    indices[i] = parseInt(index, 36);
    position += length === undefined ? 1 : parseInt(length, 36);
  }
  starts[runs.length] = position;
  return { records, starts, indices };
}

/** Expands the page that begins at `page * 256`. */
function loadPage(page: number): Uint16Array {
  tables ??= loadTables();
  const { starts, indices } = tables;
  const first = page << 8;
  let low = 0;
  let high = indices.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= first) low = middle;
    else high = middle;
  }
  const result = new Uint16Array(256);
  for (let i = 0, run = low; i < 256; i++) {
    while (starts[run + 1]! <= first + i) run++;
    result[i] = indices[run]!;
  }
  pages[page] = result;
  return result;
}

/** Offset of the code point's record in `tables.records`. */
function recordOffset(codePoint: number): number {
  const page = pages[codePoint >> 8] ?? loadPage(codePoint >> 8);
  return page[codePoint & 255]! * 5;
}

/** The class flags of a code point. */
export function characterFlags(codePoint: number): number {
  const offset = recordOffset(codePoint);
  return tables!.records[offset]!;
}

/** Upper, lower, title and folded forms of the code points with mappings to more than one. */
let specialCases: Map<number, readonly (readonly number[])[]> | null = null;

function specialCase(codePoint: number): readonly (readonly number[])[] {
  specialCases ??= new Map(
    SPECIAL_CASES.split(' ').map((entry) => {
      const [codePoint, ...mappings] = entry.split(',') as [string, ...string[]];
      return [parseInt(codePoint, 36), mappings.map((text) => text.split('_').map((unit) => parseInt(unit, 36)))];
    }),
  );
  return specialCases.get(codePoint)!;
}

export const TO_UPPER = 1;
export const TO_LOWER = 2;
export const TO_TITLE = 3;
export const TO_FOLDED = 4;
export type CaseMapping = 1 | 2 | 3 | 4;

/** The full case mapping of a code point: one code point, or an array when it becomes several. */
export function mapCase(codePoint: number, mapping: CaseMapping): number | readonly number[] {
  const offset = recordOffset(codePoint);
  const records = tables!.records;
  if ((records[offset]! & SPECIAL_CASE) === 0) return codePoint + records[offset + mapping]!;
  const mapped = specialCase(codePoint)[mapping - 1]!;
  return mapped.length === 1 ? mapped[0]! : mapped;
}

/** The single lower-case code point (Unicode's simple mapping), as regular expressions use it. */
export function simpleLower(codePoint: number): number {
  const offset = recordOffset(codePoint);
  return codePoint + tables!.records[offset + TO_LOWER]!;
}

/** Whether a code point has another case. @cpython Modules/_sre/sre.c unicode_iscased */
export function hasOtherCase(codePoint: number): boolean {
  const offset = recordOffset(codePoint);
  const records = tables!.records;
  return (
    (records[offset]! & SPECIAL_CASE) !== 0 || records[offset + TO_LOWER] !== 0 || records[offset + TO_UPPER] !== 0
  );
}

let decimalZeros: Int32Array | null = null;

/** The value of a decimal digit (`str.isdecimal`), or -1. */
export function decimalValue(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 48 && codePoint <= 57 ? codePoint - 48 : -1;
  if (decimalZeros === null) {
    let zero = 0;
    decimalZeros = Int32Array.from(DECIMAL_ZEROS.split(' '), (delta) => (zero += parseInt(delta, 36)));
  }
  if ((characterFlags(codePoint) & DECIMAL) === 0) return -1;
  let low = 0;
  let high = decimalZeros.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (decimalZeros[middle]! <= codePoint) low = middle;
    else high = middle;
  }
  return codePoint - decimalZeros[low]!;
}

let digits: Map<number, number> | null = null;

/** The value of a digit (`str.isdigit`), or -1. */
export function digitValue(codePoint: number): number {
  const decimal = decimalValue(codePoint);
  if (decimal >= 0) return decimal;
  if (digits === null) {
    let at = 0;
    digits = new Map(
      DIGITS.split(' ').map((entry) => {
        const [delta, value] = entry.split(',') as [string, string];
        return [(at += parseInt(delta, 36)), Number(value)];
      }),
    );
  }
  return digits.get(codePoint) ?? -1;
}

let numbers: Map<number, number> | null = null;

/** The number that a character stands for (`str.isnumeric`), or `undefined`. */
export function numericValue(codePoint: number): number | undefined {
  const decimal = decimalValue(codePoint);
  if (decimal >= 0) return decimal;
  if (numbers === null) {
    let at = 0;
    numbers = new Map(
      NUMBERS.split(' ').map((entry) => {
        const [delta, numerator, denominator] = entry.split(',') as [string, string, string?];
        return [(at += parseInt(delta, 36)), Number(numerator) / Number(denominator ?? 1)];
      }),
    );
  }
  return numbers.get(codePoint);
}
