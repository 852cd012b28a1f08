/** What a version's bytecode and its `dis` module have of their own. */
import { opcodeTable, type OpcodeTable } from '../opcode/index.ts';
import { DisassemblyError } from './disassembly-error.ts';

/** First version whose instructions are two bytes each; before, one or three. */
export const WORDS_SINCE = 306;
/** First version whose jumps count code units; before, bytes. */
export const UNIT_JUMPS_SINCE = 310;
/** First version with inline caches, exception tables and one list of local variables. */
export const CACHES_SINCE = 311;
/** First version whose jumps count from behind the inline caches. */
export const JUMPS_BEHIND_CACHES_SINCE = 312;
/** First version whose `dis` shows labels instead of offsets. */
export const LABELS_SINCE = 313;
/** The versions whose `dis` lists the module's own code only. */
const FLAT_LISTINGS: readonly number[] = [207, 306];
/** The first version whose inline caches no table lists: they are told by their CACHE units. */
const UNLISTED_CACHES_SINCE = 315;

export interface Dialect {
  /** Major × 100 + minor. */
  readonly python: number;
  readonly table: OpcodeTable;
  readonly extendedArg: number;
  /** 1 for jumps whose argument counts backwards, by opcode. */
  readonly isBackward: Readonly<Uint8Array>;
  readonly hasListedCaches: boolean;
  /** Levels of nested code objects that the version's own `python -m dis` shows. */
  readonly ownDepth: number;
}

/** @throws DisassemblyError for a version without a table */
export function makeDialect(python: number): Dialect {
  const table = opcodeTable(python);
  if (table === undefined)
    throw new DisassemblyError(`the opcodes of Python ${Math.floor(python / 100)}.${python % 100} are not known`);
  const isBackward = Uint8Array.from(table.names, (_, opcode) => {
    const name = table.names[table.baseOpcodes[opcode]!]!;
    return name.includes('JUMP_BACKWARD') || name === 'END_ASYNC_FOR' ? 1 : 0;
  });
  return {
    python,
    table,
    extendedArg: table.numbers.get('EXTENDED_ARG') ?? -1,
    isBackward,
    hasListedCaches: python < UNLISTED_CACHES_SINCE,
    ownDepth: FLAT_LISTINGS.includes(python) ? 0 : Infinity,
  };
}
