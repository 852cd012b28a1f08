/** Where in the source an instruction comes from. */

/** A source range. Lines count from 1, columns are UTF-8 byte offsets. Immutable, shared between instructions. */
export class Location {
  readonly lineno: number;
  readonly end_lineno: number;
  readonly col_offset: number;
  readonly end_col_offset: number;
  constructor(lineno: number, end_lineno: number, col_offset: number, end_col_offset: number) {
    this.lineno = lineno;
    this.end_lineno = end_lineno;
    this.col_offset = col_offset;
    this.end_col_offset = end_col_offset;
  }
}

/** For instructions that stand for no source at all. Compare by `lineno === -1`. */
export const NO_LOCATION = new Location(-1, -1, -1, -1);
/** For instructions that take the location of what follows them. Compare by `lineno === -2`. */
export const NEXT_LOCATION = new Location(-2, -2, -2, -2);
