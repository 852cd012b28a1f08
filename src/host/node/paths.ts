/// <reference types="node" />
/** Paths between Python's `surrogateescape` form (see the contract) and what Node's `fs` takes and gives. */

const ESCAPED_BYTE = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

/** A path for Node: text, or bytes where the name is not UTF-8. */
export function toNodePath(path: string): string | Buffer {
  if (!ESCAPED_BYTE.test(path)) return path;
  const bytes: number[] = [];
  for (const char of path) {
    const codePoint = char.codePointAt(0)!;
    if (codePoint >= 0xdc80 && codePoint <= 0xdcff) bytes.push(codePoint - 0xdc00);
    else bytes.push(...Buffer.from(char, 'utf8'));
  }
  return Buffer.from(bytes);
}

/** Text of a file name's bytes; bytes that are not UTF-8 become lone surrogates. */
export function fromNodeName(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes)) return text;
  let escaped = '';
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length === 0) escaped += String.fromCharCode(0xdc00 + bytes[i++]!);
    else {
      escaped += bytes.toString('utf8', i, i + length);
      i += length;
    }
  }
  return escaped;
}

/** Length of the well-formed UTF-8 sequence at `i`, or 0. */
function sequenceLength(bytes: Buffer, i: number): number {
  const first = bytes[i]!;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || i + length > bytes.length) return 0;
  const sequence = bytes.subarray(i, i + length);
  return Buffer.from(sequence.toString('utf8'), 'utf8').equals(sequence) ? length : 0;
}
