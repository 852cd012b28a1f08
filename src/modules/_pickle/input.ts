/**
 * Where a pickle is read from: bytes in memory, or a file of which more is read when needed. Of a file that can peek
 * nothing is read beyond the pickle's end.
 *
 * @cpython Modules/_pickle.c _Unpickler_Read, _Unpickler_ReadFromFile, _Unpickler_Readline
 */
import {
  asText,
  bufferBytes,
  call,
  getAttrOrUndefined,
  PyBytes,
  typeError,
  typeName,
  type Value,
} from '../../objects/core/index.ts';
import { eofError } from '../../objects/core/index.ts';
import { unpicklingError } from './errors.ts';

export interface PickleFile {
  readonly read: Value;
  readonly readline: Value;
}

const truncated = (): Value => unpicklingError.error('pickle data was truncated');

export class PickleInput {
  bytes: Uint8Array;
  view: DataView;
  at = 0;
  private readonly file: PickleFile | null;

  constructor(bytes: Uint8Array, file: PickleFile | null) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.file = file;
  }

  private setBytes(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  /** Makes so many bytes be there; returns where they begin, and goes on behind them. @throws EOFError, UnpicklingError */
  take(count: number): number {
    const at = this.at;
    if (at + count <= this.bytes.length) {
      this.at = at + count;
      return at;
    }
    const rest = this.bytes.subarray(at);
    if (this.file === null) throw this.atEnd();
    const more = this.readFile(count - rest.length);
    const joined = new Uint8Array(rest.length + more.length);
    joined.set(rest);
    joined.set(more, rest.length);
    this.setBytes(joined);
    if (joined.length < count) throw this.atEnd();
    this.at = count;
    return 0;
  }

  private atEnd(): Value {
    return this.file === null || this.bytes.length > 0 ? truncated() : eofError('Ran out of input');
  }

  private readFile(count: number): Uint8Array {
    const data = call(this.file!.read, [count]);
    if (!(data instanceof PyBytes)) throw typeError(`read() returned non-bytes object (${typeName(data)})`);
    return data.bytes;
  }

  /** Makes a frame be there as a whole. */
  loadFrame(size: number): void {
    this.take(size);
    this.at -= size;
  }

  opcode(): number {
    if (this.at >= this.bytes.length) {
      if (this.file === null) throw eofError('Ran out of input');
      const more = this.readFile(1);
      if (more.length === 0) throw eofError('Ran out of input');
      this.setBytes(more);
    }
    return this.bytes[this.at++]!;
  }

  byte(): number {
    const at = this.take(1);
    return this.bytes[at]!;
  }

  /** A copy of the next bytes. */
  read(count: number): Uint8Array {
    const at = this.take(count);
    return this.bytes.slice(at, at + count);
  }

  /** The next line, without its end. @throws UnpicklingError when there is none */
  line(): Uint8Array {
    const end = this.bytes.indexOf(0x0a, this.at);
    if (end >= 0) {
      const line = this.bytes.subarray(this.at, end);
      this.at = end + 1;
      return line;
    }
    if (this.file === null) throw truncated();
    const rest = this.bytes.slice(this.at);
    const data = call(this.file.readline, []);
    if (!(data instanceof PyBytes)) throw typeError(`readline() returned non-bytes object (${typeName(data)})`);
    this.setBytes(new Uint8Array());
    const joined = new Uint8Array(rest.length + data.bytes.length);
    joined.set(rest);
    joined.set(data.bytes, rest.length);
    if (joined.at(-1) !== 0x0a) throw truncated();
    return joined.subarray(0, -1);
  }
}

/** The methods of a file to read pickles from. @throws TypeError */
export function pickleFile(file: Value): PickleFile {
  const read = getAttrOrUndefined(file, 'read');
  const readline = getAttrOrUndefined(file, 'readline');
  if (read === undefined || readline === undefined) throw typeError("file must have 'read' and 'readline' attributes");
  return { read, readline };
}

/** The bytes of what `loads` is given. @throws TypeError */
export function pickleBytes(value: Value): Uint8Array {
  if (asText(value) !== undefined) throw typeError("a bytes-like object is required, not 'str'");
  return bufferBytes(value);
}
