/** The properties of code points that the language itself needs: identifiers and printability. */
import { PRINTABLE_RANGES, XID_CONTINUE_RANGES, XID_START_RANGES } from './unicode-tables.generated.ts';

/** Sorted boundaries: outside before the first, inside until the second, and so on. Unpacked when first needed. */
class RangeSet {
  private readonly packed: string;
  private bounds: Int32Array | null = null;
  constructor(packed: string) {
    this.packed = packed;
  }

  has(codePoint: number): boolean {
    const bounds = (this.bounds ??= unpack(this.packed));
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bounds[middle]! <= codePoint) low = middle + 1;
      else high = middle;
    }
    return (low & 1) === 1;
  }
}

function unpack(packed: string): Int32Array {
  let bound = 0;
  return Int32Array.from(packed.split(' '), (delta) => (bound += parseInt(delta, 36)));
}

const xidStart = new RangeSet(XID_START_RANGES);
const xidContinue = new RangeSet(XID_CONTINUE_RANGES);
const printable = new RangeSet(PRINTABLE_RANGES);

/** Whether a code point may begin an identifier (PEP 3131). */
export function isIdentifierStart(codePoint: number): boolean {
  if (codePoint >= 0x80) return xidStart.has(codePoint);
  return (codePoint >= 97 && codePoint <= 122) || (codePoint >= 65 && codePoint <= 90) || codePoint === 95;
}

/** Whether a code point may stand in an identifier after its first. */
export function isIdentifierContinue(codePoint: number): boolean {
  if (codePoint >= 0x80) return xidContinue.has(codePoint);
  return isIdentifierStart(codePoint) || (codePoint >= 48 && codePoint <= 57);
}

/** Whether `repr` shows a code point as itself (`str.isprintable`). */
export function isPrintable(codePoint: number): boolean {
  return codePoint < 0x80 ? codePoint >= 32 && codePoint < 127 : printable.has(codePoint);
}
