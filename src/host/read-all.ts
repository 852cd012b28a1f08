/** Whole contents by way of a host that reads pieces. */
import type { HostFileSystem } from './contract.ts';

const PIECE = 65536;

/** One array of several. */
export function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** What a descriptor has from where it stands to its end. @throws HostError */
export function readAll(fs: HostFileSystem, fd: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = new Uint8Array(PIECE);
    const count = fs.read(fd, piece, 0, piece.length);
    if (count === 0) return concatenate(pieces);
    pieces.push(piece.subarray(0, count));
  }
}
