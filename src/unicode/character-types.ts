/**
 * What `str` knows of each code point: class flags, case mappings, and the numbers that characters stand for.
 *
 * The tables are run-length coded text; a page of 256 code points is expanded when it is first asked for.
 *
 * @cpython Objects/unicodectype.c
 */
import { RunTable } from './run-table.ts';
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

const recordIndices = new RunTable(RUNS);
/** Five numbers a record: flags, and the distances to the upper, lower, title and folded character. */
let records: Int32Array | null = null;

function loadRecords(): Int32Array {
  return (records = Int32Array.from(RECORDS.split(/[ ,]/), (field) => parseInt(field, 36)));
}

/** Flags of ASCII, which most text is, without the tables. */
const asciiFlags = Uint16Array.from({ length: 128 }, (_, char) => {
  if (char >= 48 && char <= 57) return DECIMAL | DIGIT | NUMERIC;
  if (char >= 65 && char <= 90) return ALPHA | UPPER | CASED;
  if (char >= 97 && char <= 122) return ALPHA | LOWER | CASED;
  if (char >= 10 && char <= 13) return SPACE | LINE_BREAK;
  if (char >= 28 && char <= 30) return SPACE | LINE_BREAK;
  if (char === 9 || char === 31 || char === 32) return SPACE;
  // ' . : ^ `
  return char === 39 || char === 46 || char === 58 || char === 94 || char === 96 ? CASE_IGNORABLE : 0;
});

/** The class flags of a code point. */
export function characterFlags(codePoint: number): number {
  if (codePoint < 128) return asciiFlags[codePoint]!;
  return (records ?? loadRecords())[recordIndices.get(codePoint) * 5]!;
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
  if (codePoint < 128) {
    if (mapping === TO_LOWER || mapping === TO_FOLDED)
      return asciiFlags[codePoint]! & UPPER ? codePoint + 32 : codePoint;
    return asciiFlags[codePoint]! & LOWER ? codePoint - 32 : codePoint;
  }
  const table = records ?? loadRecords();
  const offset = recordIndices.get(codePoint) * 5;
  if ((table[offset]! & SPECIAL_CASE) === 0) return codePoint + table[offset + mapping]!;
  const mapped = specialCase(codePoint)[mapping - 1]!;
  return mapped.length === 1 ? mapped[0]! : mapped;
}

/** The single lower-case code point (Unicode's simple mapping), as regular expressions use it. */
export function simpleLower(codePoint: number): number {
  if (codePoint < 128) return asciiFlags[codePoint]! & UPPER ? codePoint + 32 : codePoint;
  return codePoint + (records ?? loadRecords())[recordIndices.get(codePoint) * 5 + TO_LOWER]!;
}

/** Whether a code point has another case. @cpython Modules/_sre/sre.c unicode_iscased */
export function hasOtherCase(codePoint: number): boolean {
  if (codePoint < 128) return (asciiFlags[codePoint]! & CASED) !== 0;
  const table = records ?? loadRecords();
  const offset = recordIndices.get(codePoint) * 5;
  return (table[offset]! & SPECIAL_CASE) !== 0 || table[offset + TO_LOWER] !== 0 || table[offset + TO_UPPER] !== 0;
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
