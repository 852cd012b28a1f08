/**
 * The exception table (`co_exceptiontable`): which handler covers which instructions.
 *
 * Each entry is four varints, most significant six bits first: start, length, target (all in code units), and stack
 * depth × 2 + lasti. Bit 6 says that more bytes follow, bit 7 marks the first byte of an entry, so that a reader can
 * search the table by halving.
 *
 * ```
 *  bit  7      6      5 … 0
 *      start  more   payload
 * ```
 *
 * @cpython InternalDocs/exception_handling.md (3.14), Python/assemble.c assemble_emit_exception_table_item (3.14)
 */

/** One covered range. Offsets are byte offsets into `co_code`, `end` exclusive. */
export interface ExceptionTableEntry {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** Stack depth to unwind to before the exception is pushed. */
  readonly depth: number;
  /** Whether the offset of the raising instruction is pushed below the exception. */
  readonly lasti: boolean;
}

const ENTRY_START_BIT = 0x80;
const CONTINUATION_BIT = 0x40;

/** Appends entries to a table. */
export class ExceptionTableWriter {
  private readonly bytes: number[] = [];

  /** Adds an entry; `start`, `length` and `target` in code units. */
  add(start: number, length: number, target: number, depth: number, lasti: boolean): void {
    this.addVarint(start, ENTRY_START_BIT);
    this.addVarint(length, 0);
    this.addVarint(target, 0);
    this.addVarint((depth << 1) | (lasti ? 1 : 0), 0);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private addVarint(value: number, firstByteBits: number): void {
    let shift = value >= 1 << 24 ? 24 : value >= 1 << 18 ? 18 : value >= 1 << 12 ? 12 : value >= 1 << 6 ? 6 : 0;
    let bits = firstByteBits;
    for (; shift > 0; shift -= 6) {
      this.bytes.push(((value >> shift) & 0x3f) | CONTINUATION_BIT | bits);
      bits = 0;
    }
    this.bytes.push((value & 0x3f) | bits);
  }
}

/**
 * The entries of a table, in its order (ascending by `start`). A truncated last entry is left out.
 *
 * @cpython Lib/dis.py _parse_exception_table (3.14)
 */
export function parseExceptionTable(table: Uint8Array): ExceptionTableEntry[] {
  const entries: ExceptionTableEntry[] = [];
  const fields = [0, 0, 0, 0];
  let position = 0;
  for (;;) {
    for (let field = 0; field < 4; field++) {
      let byte = CONTINUATION_BIT;
      let value = 0;
      while ((byte & CONTINUATION_BIT) !== 0) {
        if (position >= table.length) return entries;
        byte = table[position++]!;
        value = value * 64 + (byte & 0x3f);
      }
      fields[field] = value;
    }
    const start = fields[0]! * 2;
    entries.push({
      start,
      end: start + fields[1]! * 2,
      target: fields[2]! * 2,
      depth: Math.floor(fields[3]! / 2),
      lasti: (fields[3]! & 1) !== 0,
    });
  }
}

/** The entry that covers the instruction at a byte offset, if any. */
export function findExceptionHandler(
  entries: readonly ExceptionTableEntry[],
  offset: number,
): ExceptionTableEntry | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1];
  return entry !== undefined && offset < entry.end ? entry : undefined;
}
