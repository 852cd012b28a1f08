/**
 * Source text after decoding: every line ends in `\n`, there are no null characters. Knows where its lines begin and
 * converts offsets in UTF-16 code units (what the lexer counts in) to the columns that Python shows.
 */

/** How many bytes UTF-8 takes for one UTF-16 unit; each half of a surrogate pair stands for two of its four. */
function utf8LengthOfUnit(unit: number): number {
  return unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3;
}

export class SourceText {
  readonly filename: string;
  /** The text, with `\n` line ends. */
  readonly text: string;
  /** True where one UTF-16 unit is one byte of UTF-8 throughout. */
  readonly isAscii: boolean;
  /** The encoding that the bytes were decoded with, or null where there were no bytes. */
  readonly encoding: string | null;
  /** True where the final `\n` was added by us. */
  readonly hasImplicitNewline: boolean;
  private lineStarts: Int32Array | null = null;

  constructor(filename: string, text: string, encoding: string | null, hasImplicitNewline: boolean) {
    this.filename = filename;
    this.text = text;
    this.isAscii = !/[^\x00-\x7f]/.test(text);
    this.encoding = encoding;
    this.hasImplicitNewline = hasImplicitNewline;
  }

  /** Number of lines; text after the last `\n` counts as one. */
  get lineCount(): number {
    return this.lines().length;
  }

  /** Offset at which a line begins; lines count from 1. */
  lineStart(lineno: number): number {
    const starts = this.lines();
    return lineno < 1 ? 0 : lineno > starts.length ? this.text.length : starts[lineno - 1]!;
  }

  /** A line without its `\n`, lines counting from 1; empty past the end. */
  lineText(lineno: number): string {
    const start = this.lineStart(lineno);
    const end = this.text.indexOf('\n', start);
    return this.text.slice(start, end < 0 ? this.text.length : end);
  }

  /** The number of UTF-8 bytes between two offsets. */
  byteLength(start: number, end: number): number {
    if (this.isAscii) return end - start;
    let bytes = 0;
    for (let i = start; i < end; i++) bytes += utf8LengthOfUnit(this.text.charCodeAt(i));
    return bytes;
  }

  /** The offset that lies `bytes` bytes of UTF-8 after the start of a line. */
  offsetOfByteColumn(lineno: number, bytes: number): number {
    const start = this.lineStart(lineno);
    if (this.isAscii) return Math.min(start + bytes, this.text.length);
    let offset = start;
    for (let left = bytes; left > 0 && offset < this.text.length; offset++) {
      left -= utf8LengthOfUnit(this.text.charCodeAt(offset));
    }
    return offset;
  }

  private lines(): Int32Array {
    if (this.lineStarts === null) {
      const starts = [0];
      for (let i = this.text.indexOf('\n'); i >= 0 && i + 1 < this.text.length; i = this.text.indexOf('\n', i + 1)) {
        starts.push(i + 1);
      }
      this.lineStarts = Int32Array.from(starts);
    }
    return this.lineStarts;
  }
}

/** The number of code points between two offsets of a text in UTF-16. */
export function countCodePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff && i + 1 < end) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) i++;
    }
    count++;
  }
  return count;
}
