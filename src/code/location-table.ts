/**
 * The location table (`co_linetable`): the source range of every instruction.
 *
 * Each entry covers one to eight code units:
 *
 * ```
 *  first byte   1 c c c c n n n     c: form, n: code units - 1; later bytes have bit 7 clear
 *  c = 0 … 9    short:      one byte, column = c*8 + bits 6-4, end column = column + bits 3-0; same line
 *  c = 10 … 12  one line:   line += c-10; column byte, end column byte
 *  c = 13       no columns: signed varint line delta
 *  c = 14       long:       signed varint line delta; varints end line delta, column+1, end column+1
 *  c = 15       no location
 * ```
 *
 * Varints are little-endian in groups of six bits, bit 6 says that more follow; the sign of a signed one is its bit 0.
 * Lines count from `co_firstlineno`; columns are UTF-8 byte offsets.
 *
 * @cpython InternalDocs/code_objects.md (3.14), Python/assemble.c write_location_info_entry (3.14), Objects/codeobject.c
 */

/** Source range of a run of instructions; byte offsets into `co_code`; `undefined` where the table has nothing. */
export interface LocationRange {
  readonly start: number;
  readonly end: number;
  readonly line: number | undefined;
  readonly endLine: number | undefined;
  readonly column: number | undefined;
  readonly endColumn: number | undefined;
}

/** Bytes `start` to `end` of `co_code` stand for `line`, as `co_lines()` has it. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
  readonly line: number | undefined;
}

const FORM_ONE_LINE_0 = 10;
const FORM_NO_COLUMNS = 13;
const FORM_LONG = 14;
const FORM_NONE = 15;

/** Most code units that one entry covers. */
const MAX_ENTRY_UNITS = 8;

/** Most bytes of an entry: the first and four varints of 32 bits. */
const MAX_ENTRY_BYTES = 25;

/** Appends entries to a table. */
export class LocationTableWriter {
  private bytes = new Uint8Array(128);
  private length = 0;
  private line: number;

  constructor(firstLine: number) {
    this.line = firstLine;
  }

  /** Adds a run of `units` code units with one location: -1 for what is not known. */
  add(units: number, line: number, endLine: number, column: number, endColumn: number): void {
    for (; units > MAX_ENTRY_UNITS; units -= MAX_ENTRY_UNITS) {
      this.addEntry(MAX_ENTRY_UNITS, line, endLine, column, endColumn);
    }
    if (units > 0) this.addEntry(units, line, endLine, column, endColumn);
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  /** @cpython Python/assemble.c write_location_info_entry (3.14) */
  private addEntry(units: number, line: number, endLine: number, column: number, endColumn: number): void {
    if (this.length + MAX_ENTRY_BYTES > this.bytes.length) this.grow();
    if (line < 0) {
      this.addFirstByte(FORM_NONE, units);
      return;
    }
    const lineDelta = line - this.line;
    if (column < 0 || endColumn < 0) {
      if (endLine === line || endLine < 0) {
        this.addFirstByte(FORM_NO_COLUMNS, units);
        this.addSignedVarint(lineDelta);
        this.line = line;
        return;
      }
    } else if (endLine === line) {
      if (lineDelta === 0 && column < 80 && endColumn - column < 16 && endColumn >= column) {
        this.addFirstByte(column >> 3, units);
        this.bytes[this.length++] = ((column & 7) << 4) | (endColumn - column);
        return;
      }
      if (lineDelta >= 0 && lineDelta < 3 && column < 128 && endColumn < 128) {
        this.addFirstByte(FORM_ONE_LINE_0 + lineDelta, units);
        this.bytes[this.length++] = column;
        this.bytes[this.length++] = endColumn;
        this.line = line;
        return;
      }
    }
    this.addFirstByte(FORM_LONG, units);
    this.addSignedVarint(lineDelta);
    this.addVarint(endLine - line);
    this.addVarint(column + 1);
    this.addVarint(endColumn + 1);
    this.line = line;
  }

  private grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }

  private addFirstByte(form: number, units: number): void {
    this.bytes[this.length++] = 0x80 | (form << 3) | (units - 1);
  }

  private addVarint(value: number): void {
    while (value >= 64) {
      this.bytes[this.length++] = 0x40 | (value & 0x3f);
      value >>>= 6;
    }
    this.bytes[this.length++] = value;
  }

  private addSignedVarint(value: number): void {
    this.addVarint(value < 0 ? (-value << 1) | 1 : value << 1);
  }
}

/** Reads a table entry by entry; after `next()` the fields describe the entry. */
class LocationTableReader {
  private readonly table: Uint8Array;
  private position = 0;
  private computedLine: number;
  start = 0;
  end = 0;
  form = FORM_NONE;
  line: number | undefined = undefined;
  endLine: number | undefined = undefined;
  column: number | undefined = undefined;
  endColumn: number | undefined = undefined;

  constructor(table: Uint8Array, firstLine: number) {
    this.table = table;
    this.computedLine = firstLine;
  }

  /** Goes on to the next entry; false at the end of the table. */
  next(): boolean {
    if (this.position >= this.table.length) return false;
    const first = this.readByte();
    this.form = (first >> 3) & 15;
    this.start = this.end;
    this.end += ((first & 7) + 1) * 2;
    this.endLine = this.column = this.endColumn = undefined;
    switch (this.form) {
      case FORM_NONE:
        this.line = undefined;
        return true;
      case FORM_LONG:
        this.computedLine += this.readSignedVarint();
        this.endLine = this.computedLine + this.readVarint();
        this.column = columnOf(this.readVarint());
        this.endColumn = columnOf(this.readVarint());
        break;
      case FORM_NO_COLUMNS:
        this.computedLine += this.readSignedVarint();
        this.endLine = this.computedLine;
        break;
      default:
        this.readOneLine();
    }
    this.line = this.computedLine;
    return true;
  }

  private readOneLine(): void {
    if (this.form >= FORM_ONE_LINE_0) {
      this.computedLine += this.form - FORM_ONE_LINE_0;
      this.column = this.readByte();
      this.endColumn = this.readByte();
    } else {
      const byte = this.readByte();
      this.column = (this.form << 3) | (byte >> 4);
      this.endColumn = this.column + (byte & 15);
    }
    this.endLine = this.computedLine;
  }

  private readByte(): number {
    return this.position < this.table.length ? this.table[this.position++]! : 0;
  }

  private readVarint(): number {
    let byte = this.readByte();
    let value = byte & 0x3f;
    for (let shift = 6; (byte & 0x40) !== 0; shift += 6) {
      byte = this.readByte();
      value |= (byte & 0x3f) << shift;
    }
    return value;
  }

  private readSignedVarint(): number {
    const value = this.readVarint();
    return (value & 1) !== 0 ? -(value >>> 1) : value >>> 1;
  }
}

function columnOf(value: number): number | undefined {
  return value === 0 ? undefined : value - 1;
}

/** Every entry of a location table with its byte range. */
export function parseLocationTable(table: Uint8Array, firstLine: number): LocationRange[] {
  const reader = new LocationTableReader(table, firstLine);
  const ranges: LocationRange[] = [];
  while (reader.next()) {
    ranges.push({
      start: reader.start,
      end: reader.end,
      line: reader.line,
      endLine: reader.endLine,
      column: reader.column,
      endColumn: reader.endColumn,
    });
  }
  return ranges;
}

/**
 * What `co_lines()` yields: neighbouring entries of the same line are one range.
 *
 * @cpython Objects/codeobject.c lineiter_next (3.14)
 */
export function lineRanges(table: Uint8Array, firstLine: number): LineRange[] {
  const reader = new LocationTableReader(table, firstLine);
  const ranges: LineRange[] = [];
  if (!reader.next()) return ranges;
  let start = reader.start;
  let end = reader.end;
  let line = reader.line;
  while (reader.next()) {
    if (reader.line !== line) {
      ranges.push({ start, end, line });
      start = reader.start;
      line = reader.line;
    }
    end = reader.end;
  }
  ranges.push({ start, end, line });
  return ranges;
}

/** What `co_positions()` yields: one location for each code unit, inline caches included. */
export function* codeUnitPositions(table: Uint8Array, firstLine: number): Generator<LocationRange> {
  for (const range of parseLocationTable(table, firstLine)) {
    for (let start = range.start; start < range.end; start += 2) yield range;
  }
}

/** The line of the instruction at a byte offset; `undefined` when it has none. */
export function lineAt(table: Uint8Array, firstLine: number, offset: number): number | undefined {
  const reader = new LocationTableReader(table, firstLine);
  while (reader.next()) if (offset < reader.end) return reader.line;
  return undefined;
}
