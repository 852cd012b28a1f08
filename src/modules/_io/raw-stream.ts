/**
 * How buffered streams use the raw stream under them: directly where it is a `FileIO`, through its methods otherwise.
 */
import {
  None,
  PyByteArray,
  PyBytes,
  asInt,
  bufferBytes,
  bytesType,
  callMethod,
  index,
  isInstanceOf,
  isPyException,
  isTrue,
  newException,
  excTypes,
  typeError,
  typeName,
  type Value,
} from '../../objects/core/index.ts';
import { PyFileIO, fileIOType, isFileSeekable, readAllOfFile, readFileInto, seekFile, writeFile } from './file-io.ts';

const SEEK_CUR = 1;

/** What a buffered stream asks of its raw stream. */
export interface RawStream {
  readonly object: Value;
  /** Bytes read, or null when nothing is there yet (non-blocking). */
  readInto(buffer: Uint8Array, offset: number, length: number): number | null;
  /** All that is left, or null. */
  readAll(): Uint8Array | null;
  /** Bytes written, or null when it would block. */
  write(bytes: Uint8Array): number | null;
  seek(offset: number, whence: number): number;
  tell(): number;
  isSeekable(): boolean;
}

class FileStream implements RawStream {
  readonly object: PyFileIO;
  constructor(file: PyFileIO) {
    this.object = file;
  }
  readInto(buffer: Uint8Array, offset: number, length: number): number | null {
    return readFileInto(this.object, buffer, offset, length);
  }
  readAll(): Uint8Array | null {
    return readAllOfFile(this.object);
  }
  write(bytes: Uint8Array): number | null {
    return writeFile(this.object, bytes);
  }
  seek(offset: number, whence: number): number {
    return seekFile(this.object, offset, whence);
  }
  tell(): number {
    return seekFile(this.object, 0, SEEK_CUR);
  }
  isSeekable(): boolean {
    return isFileSeekable(this.object);
  }
}

class PythonStream implements RawStream {
  readonly object: Value;
  constructor(object: Value) {
    this.object = object;
  }
  readInto(buffer: Uint8Array, offset: number, length: number): number | null {
    const target = new PyByteArray(new Uint8Array(length));
    const result = callMethod(this.object, 'readinto', target);
    if (result === None) return null;
    let count: number;
    try {
      count = Number(index(result));
    } catch (error) {
      if (!isPyException(error)) throw error;
      const failure = newException(excTypes.OSError, 'raw readinto() failed');
      failure.cause = failure.context = error;
      failure.suppressContext = true;
      throw failure;
    }
    if (count < 0 || count > length) {
      throw newException(
        excTypes.OSError,
        `raw readinto() returned invalid length ${count} (should have been between 0 and ${length})`,
      );
    }
    buffer.set(target.bytes.subarray(0, count), offset);
    return count;
  }
  readAll(): Uint8Array | null {
    const data = callMethod(this.object, 'readall');
    if (data === None) return null;
    if (!isInstanceOf(data, bytesType)) throw typeError('readall() should return bytes');
    return bufferBytes(data);
  }
  write(bytes: Uint8Array): number | null {
    const result = callMethod(this.object, 'write', new PyBytes(bytes.slice()));
    if (result === None) return null;
    const count = asInt(result);
    if (count === undefined) throw typeError(`an integer is required (got type ${typeName(result)})`);
    if (count < 0 || count > bytes.length) {
      throw newException(
        excTypes.OSError,
        `raw write() returned invalid length ${count} (should have been between 0 and ${bytes.length})`,
      );
    }
    return Number(count);
  }
  seek(offset: number, whence: number): number {
    const position = Number(index(callMethod(this.object, 'seek', offset, whence)));
    if (position < 0) throw newException(excTypes.OSError, `Raw stream returned invalid position ${position}`);
    return position;
  }
  tell(): number {
    const position = Number(index(callMethod(this.object, 'tell')));
    if (position < 0) throw newException(excTypes.OSError, `Raw stream returned invalid position ${position}`);
    return position;
  }
  isSeekable(): boolean {
    return isTrue(callMethod(this.object, 'seekable'));
  }
}

export function rawStream(object: Value): RawStream {
  return object instanceof PyFileIO && object.ob_type === fileIOType
    ? new FileStream(object)
    : new PythonStream(object);
}
