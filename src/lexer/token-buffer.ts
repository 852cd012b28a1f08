/**
 * The tokens of one source as parallel arrays: a token is its index. No object is made for a token, and going back in
 * the parser is setting an index.
 */
export class TokenBuffer {
  count = 0;
  kind: Uint8Array;
  /** Offsets into the text, in UTF-16 units. */
  start: Int32Array;
  end: Int32Array;
  /** Lines from 1; columns in bytes of UTF-8 from 0, -1 for tokens without text (INDENT, DEDENT, ENDMARKER). */
  line: Int32Array;
  column: Int32Array;
  endLine: Int32Array;
  endColumn: Int32Array;

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.line = new Int32Array(capacity);
    this.column = new Int32Array(capacity);
    this.endLine = new Int32Array(capacity);
    this.endColumn = new Int32Array(capacity);
  }

  /** Appends a token. */
  push(
    kind: number,
    start: number,
    end: number,
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
  ): void {
    const index = this.count;
    if (index === this.kind.length) this.grow();
    this.kind[index] = kind;
    this.start[index] = start;
    this.end[index] = end;
    this.line[index] = line;
    this.column[index] = column;
    this.endLine[index] = endLine;
    this.endColumn[index] = endColumn;
    this.count = index + 1;
  }

  private grow(): void {
    const capacity = this.kind.length * 2;
    const kind = new Uint8Array(capacity);
    kind.set(this.kind);
    this.kind = kind;
    this.start = grown(this.start, capacity);
    this.end = grown(this.end, capacity);
    this.line = grown(this.line, capacity);
    this.column = grown(this.column, capacity);
    this.endLine = grown(this.endLine, capacity);
    this.endColumn = grown(this.endColumn, capacity);
  }
}

function grown(from: Int32Array, capacity: number): Int32Array {
  const to = new Int32Array(capacity);
  to.set(from);
  return to;
}
