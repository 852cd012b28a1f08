/**
 * What `repr` of an older Python shows of characters that Unicode got since: it escapes them.
 *
 * @cpython Objects/unicodectype.c _PyUnicode_IsPrintable (3.6 to 3.14)
 */
import { PRINTABLE_SINCE } from './printable.generated.ts';

/** Characters that a version escapes although 3.14 does not. */
export class LaterCharacters {
  /** First and last code points of ranges, ascending within each version's. */
  private readonly ranges: number[] = [];

  /** @param python the version: major × 100 + minor */
  constructor(python: number) {
    for (const [since, packed] of PRINTABLE_SINCE) {
      if (since <= python) continue;
      const numbers = packed.split(' ').map((part) => Number.parseInt(part, 36));
      let at = 0;
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        const first = at + numbers[i]!;
        at = first + numbers[i + 1]!;
        this.ranges.push(first, at);
      }
    }
  }

  private has(codePoint: number): boolean {
    const { ranges } = this;
    for (let i = 0; i < ranges.length; i += 2) if (codePoint >= ranges[i]! && codePoint <= ranges[i + 1]!) return true;
    return false;
  }

  /** The `repr` of a string as the version has it, of that of 3.14. */
  escape(repr: string): string {
    if (this.ranges.length === 0 || !/[^\0-\u02ff]/.test(repr)) return repr;
    return repr.replace(/[^\0-\u02ff]/gu, (char) => {
      const codePoint = char.codePointAt(0)!;
      if (!this.has(codePoint)) return char;
      const hex = codePoint.toString(16);
      return codePoint < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
    });
  }
}
