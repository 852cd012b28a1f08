/**
 * The instruction set of any CPython, 1.0 to 3.15, as tables indexed by opcode.
 *
 * The compiler and the machine know 3.14 by name (`op`); this is for showing and comparing bytecode of all versions.
 */
import { OPCODE_ENTRIES, OPCODE_TABLES } from './tables.generated.ts';

/** Property bits of an opcode of any version, for `OpcodeTable.flags`. */
export const TAKES_ARGUMENT = 1;
export const REFERS_TO_CONSTANT = 2;
export const REFERS_TO_NAME = 4;
export const REFERS_TO_LOCAL = 8;
/** A cell or free variable; before 3.11 numbered apart from the locals. */
export const REFERS_TO_CELL = 16;
/** The argument counts from the next instruction. */
export const JUMPS_RELATIVE = 32;
/** The argument counts from the beginning of the code. */
export const JUMPS_ABSOLUTE = 64;
export const COMPARES = 128;

const FLAG_LETTERS: Readonly<Record<string, number>> = {
  a: TAKES_ARGUMENT,
  c: REFERS_TO_CONSTANT,
  n: REFERS_TO_NAME,
  l: REFERS_TO_LOCAL,
  f: REFERS_TO_CELL,
  j: JUMPS_RELATIVE,
  J: JUMPS_ABSOLUTE,
  o: COMPARES,
};

/** One part of an instruction's inline cache: its name and size in code units. */
export type CacheField = readonly [name: string, size: number];

/** The instruction set of one version. */
export interface OpcodeTable {
  /** Major × 100 + minor, such as 207 or 314. */
  readonly python: number;
  /** Names by opcode; `<n>` where there is no such opcode. */
  readonly names: readonly string[];
  readonly flags: Uint8Array;
  /** Inline cache entries (code units) by opcode. */
  readonly caches: Uint8Array;
  readonly cacheFields: readonly (readonly CacheField[])[];
  /** The opcode that a specialised one stands for; else the same. */
  readonly baseOpcodes: Uint8Array;
  /** Opcodes by name, specialised ones among them. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly comparisons: readonly string[];
  /** Signs of `BINARY_OP`. */
  readonly operators: readonly string[];
  readonly intrinsics1: readonly string[];
  readonly intrinsics2: readonly string[];
  readonly specialMethods: readonly string[];
  readonly commonConstants: readonly string[];
}

/** Versions (major × 100 + minor) that there is a table for, ascending. */
export function tabulatedVersions(): number[] {
  return OPCODE_TABLES.map(([python]) => python);
}

function parseCacheFields(text: string): readonly CacheField[] {
  return text.split('+').map((field) => {
    const [name, size] = field.split('*');
    return [name!, Number(size ?? 1)];
  });
}

/** Entry numbers by opcode, of their packed form; -1 where there is no opcode. */
function unpackEntries(packed: string): number[] {
  const entries: number[] = [];
  for (const part of packed.split(' ')) {
    if (part.startsWith('_')) {
      for (let count = Number(part.slice(1)); count > 0; count--) entries.push(-1);
      continue;
    }
    const [first, last = first] = part.split('-').map(Number);
    for (let entry = first!; entry <= last!; entry++) entries.push(entry);
  }
  return entries;
}

/**
 * The instruction set of a version; `undefined` for one that is not known. The table is made anew: keep it.
 *
 * @param python major × 100 + minor
 */
export function opcodeTable(python: number): OpcodeTable | undefined {
  const row = OPCODE_TABLES.find(([version]) => version === python);
  if (row === undefined) return undefined;
  const [, packed, comparisons, operators, intrinsics1, intrinsics2, specialMethods, commonConstants] = row;
  const names = Array.from({ length: 256 }, (_, opcode) => `<${opcode}>`);
  const flags = new Uint8Array(256);
  const caches = new Uint8Array(256);
  const cacheFields: (readonly CacheField[])[] = Array.from({ length: 256 }, () => []);
  const baseOpcodes = Uint8Array.from({ length: 256 }, (_, opcode) => opcode);
  const numbers = new Map<string, number>();
  const bases: [opcode: number, base: string][] = [];
  const texts = OPCODE_ENTRIES.split('|');
  for (const [opcode, entry] of unpackEntries(packed).entries()) {
    if (entry < 0) continue;
    const [name, letters = '', fields = ''] = texts[entry]!.split(' ');
    const [ownName, base] = name!.split('=');
    names[opcode] = ownName!;
    numbers.set(ownName!, opcode);
    for (const letter of letters) flags[opcode]! |= FLAG_LETTERS[letter]!;
    if (fields !== '') {
      cacheFields[opcode] = parseCacheFields(fields);
      caches[opcode] = cacheFields[opcode].reduce((sum, [, size]) => sum + size, 0);
    }
    if (base !== undefined) bases.push([opcode, base]);
  }
  for (const [opcode, base] of bases) {
    const baseOpcode = numbers.get(base)!;
    baseOpcodes[opcode] = baseOpcode;
    flags[opcode] = flags[baseOpcode]!;
    caches[opcode] = caches[baseOpcode]!;
    cacheFields[opcode] = cacheFields[baseOpcode]!;
  }
  return {
    python,
    names,
    flags,
    caches,
    cacheFields,
    baseOpcodes,
    numbers,
    comparisons,
    operators,
    intrinsics1,
    intrinsics2,
    specialMethods,
    commonConstants,
  };
}
