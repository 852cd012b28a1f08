/**
 * A line of a program's file, as complaints about its source show it.
 *
 * @cpython Python/errors.c _PyErr_ProgramDecodedTextObject, err_programtext (3.14)
 */
import { HostError, type HostFileSystem } from '../../host/contract.ts';
import { isPyException, textToHost } from '../../objects/core/index.ts';
import { decodeBytes } from '../../objects/codecs/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';

/** CPython reads lines into a buffer of this size and shows what the last piece holds. */
const PIECE = 999;
const BLOCK = 16384;
const LF = 10;
const CR = 13;

/** Reads a file's lines; its line ends of any kind become `\n`. */
class LineReader {
  private readonly fs: HostFileSystem;
  private readonly fd: number;
  private readonly block = new Uint8Array(BLOCK);
  private length = 0;
  private position = 0;

  constructor(fs: HostFileSystem, fd: number) {
    this.fs = fs;
    this.fd = fd;
  }

  private peek(): number {
    if (this.position === this.length) {
      this.length = this.fs.read(this.fd, this.block, 0, BLOCK);
      this.position = 0;
      if (this.length === 0) return -1;
    }
    return this.block[this.position]!;
  }

  /** The rest of the line, or as much as a piece holds; empty at the end of the file. */
  piece(): number[] {
    const bytes: number[] = [];
    while (bytes.length < PIECE) {
      const byte = this.peek();
      if (byte < 0) break;
      this.position++;
      if (byte === CR && this.peek() === LF) this.position++;
      bytes.push(byte === CR ? LF : byte);
      if (byte === LF || byte === CR) break;
    }
    return bytes;
  }
}

function readLine(reader: LineReader, lineno: number): Uint8Array | null {
  let bytes: number[] = [];
  for (let i = 0; i < lineno;) {
    bytes = reader.piece();
    if (bytes.length === 0) return null;
    const isCutOff = bytes.length === PIECE && bytes.at(-1) !== LF;
    if (isCutOff && i + 1 < lineno) continue;
    i++;
  }
  const hasMark = lineno === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return Uint8Array.from(hasMark ? bytes.slice(3) : bytes);
}

/** The line of a file with its end, lines counting from 1; null where it cannot be had. */
export function programLine(filename: string, lineno: number, encoding: string | null): string | null {
  const { fs } = currentInterpreter().host;
  try {
    const fd = fs.open(filename, fs.flags.O_RDONLY, 0);
    try {
      const bytes = readLine(new LineReader(fs, fd), lineno);
      return bytes === null ? null : textToHost(decodeBytes(bytes, encoding ?? 'utf-8', 'replace'));
    } finally {
      fs.close(fd);
    }
  } catch (error) {
    // Without the line a complaint is still a complaint.
    if (error instanceof HostError || isPyException(error)) return null;
    throw error;
  }
}
