/** A table of one small number for each code point, stored as run-length coded text and expanded page by page. */

/** Runs as `value` or `value:length` in base 36, separated by spaces. */
export class RunTable {
  private readonly packed: string;
  private starts: Int32Array | null = null;
  private values: Uint16Array = new Uint16Array(0);
  private readonly pages: (Uint16Array | undefined)[] = new Array<Uint16Array | undefined>(0x1100).fill(undefined);

  constructor(packed: string) {
    this.packed = packed;
  }

  get(codePoint: number): number {
    const page = this.pages[codePoint >> 8] ?? this.loadPage(codePoint >> 8);
    return page[codePoint & 255]!;
  }

  private loadRuns(): Int32Array {
    const runs = this.packed.split(' ');
    const starts = new Int32Array(runs.length + 1);
    this.values = new Uint16Array(runs.length);
    let position = 0;
    for (let i = 0; i < runs.length; i++) {
      const [value, length] = runs[i]!.split(':') as [string, string?];
      starts[i] = position;
      this.values[i] = parseInt(value, 36);
      position += length === undefined ? 1 : parseInt(length, 36);
    }
    starts[runs.length] = position;
    return starts;
  }

  private loadPage(page: number): Uint16Array {
    const starts = (this.starts ??= this.loadRuns());
    const first = page << 8;
    let low = 0;
    let high = this.values.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= first) low = middle;
      else high = middle;
    }
    const result = new Uint16Array(256);
    for (let i = 0, run = low; i < 256; i++) {
      while (starts[run + 1]! <= first + i) run++;
      result[i] = this.values[run]!;
    }
    this.pages[page] = result;
    return result;
  }
}
