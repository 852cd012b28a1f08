/**
 * The properties that `unicodedata` tells, of Unicode now and of Unicode 3.2.
 *
 * @cpython Modules/unicodedata.c
 */
import {
  DECOMPOSITIONS,
  DECOMPOSITION_TAGS,
  OLD_NUMBERS,
  OLD_RECORDS,
  OLD_RUNS,
  RECORDS,
  RUNS,
} from './database.generated.ts';
import { RunTable } from './run-table.ts';

export interface CharacterRecord {
  /** General category, as `Lu`; `Cn` for what is not assigned. */
  readonly category: string;
  readonly bidirectional: string;
  readonly combining: number;
  readonly isMirrored: boolean;
  readonly eastAsianWidth: string;
}

class RecordTable {
  private readonly packedRecords: string;
  private readonly indices: RunTable;
  private records: readonly CharacterRecord[] | null = null;
  constructor(packedRecords: string, runs: string) {
    this.packedRecords = packedRecords;
    this.indices = new RunTable(runs);
  }

  get(codePoint: number): CharacterRecord {
    this.records ??= this.packedRecords.split(' ').map((record) => {
      const [category, bidirectional, combining, mirrored, eastAsianWidth] = record.split(',') as [
        string,
        string,
        string,
        string,
        string,
      ];
      return { category, bidirectional, combining: Number(combining), isMirrored: mirrored === '1', eastAsianWidth };
    });
    return this.records[this.indices.get(codePoint)]!;
  }
}

const now = new RecordTable(RECORDS, RUNS);
const old = new RecordTable(OLD_RECORDS, OLD_RUNS);

/** The properties of a code point. @param isOld those of Unicode 3.2 */
export function characterRecord(codePoint: number, isOld: boolean): CharacterRecord {
  return (isOld ? old : now).get(codePoint);
}

/** Whether a code point was assigned in Unicode 3.2. */
export function isInUnicode32(codePoint: number): boolean {
  return old.get(codePoint).category !== 'Cn';
}

export interface OldNumber {
  readonly numeric: number | undefined;
  readonly decimal: number | undefined;
}

let oldNumbers: Map<number, OldNumber> | null = null;

/** The number of a character in Unicode 3.2 where it is not today's. */
export function oldNumber(codePoint: number): OldNumber | undefined {
  oldNumbers ??= new Map(
    OLD_NUMBERS.split(' ').map((entry) => {
      const [key, numeric, decimal] = entry.split(',') as [string, string, string];
      const value = (text: string): number | undefined => (text === '' ? undefined : Number(text));
      return [parseInt(key, 36), { numeric: value(numeric), decimal: value(decimal) }];
    }),
  );
  return oldNumbers.get(codePoint);
}

export interface Decomposition {
  /** As `<compat>`; empty for a canonical one. */
  readonly tag: string;
  readonly codePoints: readonly number[];
}

let decompositions: Map<number, Decomposition> | null = null;

/** All decompositions but those of Hangul syllables. */
export function allDecompositions(): ReadonlyMap<number, Decomposition> {
  if (decompositions === null) {
    const tags = DECOMPOSITION_TAGS.split(' ');
    let at = 0;
    decompositions = new Map(
      DECOMPOSITIONS.split(' ').map((entry) => {
        const [delta, tag, codePoints] = entry.split(',') as [string, string, string];
        at += parseInt(delta, 36);
        return [
          at,
          { tag: tags[parseInt(tag, 36)]!, codePoints: codePoints.split('_').map((word) => parseInt(word, 36)) },
        ];
      }),
    );
  }
  return decompositions;
}
