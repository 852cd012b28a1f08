/** Whole `.pyc` files: bytes to code object and back, and writing them safely. */
import type { CodeObject } from '../code/code-object.ts';
import type { AnyCode } from '../code/foreign-code.ts';
import { HostError, S_IFMT, S_IFREG, type Host } from '../host/contract.ts';
import { readForeignModule, readStoredModule, writeModule } from '../marshal/index.ts';
import { MAGIC_3_14 } from '../opcode/index.ts';
import { bytecodeVersion } from './magic.ts';
import { PycError, readHeader, writeHeader, type PycHeader, type PycValidation } from './header.ts';

/** A `.pyc`, taken apart. */
export interface Pyc {
  readonly header: PycHeader;
  /** A `CodeObject` for 3.14, else a `ForeignCode`. */
  readonly code: AnyCode;
}

/**
 * Reads a `.pyc` of any release of CPython.
 *
 * @throws PycError for the header and for bytecode of pre-releases and other implementations, MarshalError for the rest
 */
export function readPyc(bytes: Uint8Array): Pyc {
  const header = readHeader(bytes);
  const { implementation, version, magic } = header.python;
  if (magic === MAGIC_3_14) return { header, code: readStoredModule(bytes, header.size) };
  const python = bytecodeVersion(header.python);
  if (python === undefined)
    throw new PycError('ImportError', `bytecode of ${implementation} ${version}, of which only the header is known`, 0);
  return { header, code: readForeignModule(bytes, python, header.size) };
}

/** A `.pyc` of 3.14, byte for byte as CPython writes it. */
export function writePyc(code: CodeObject, validation: PycValidation): Uint8Array {
  const header = writeHeader(validation);
  const body = writeModule(code);
  const bytes = new Uint8Array(header.length + body.length);
  bytes.set(header);
  bytes.set(body, header.length);
  return bytes;
}

/** The path through symbolic links is not followed: something else than a regular file is not replaced. */
export class IrregularFileError extends Error {
  override name = 'IrregularFileError';
}

/** @throws IrregularFileError where a symbolic link or a device stands, as `py_compile` refuses to replace one */
export function assertReplaceable(host: Host, path: string): void {
  let mode: number;
  try {
    mode = host.fs.lstat(path).mode;
  } catch (error) {
    if (error instanceof HostError) return;
    throw error;
  }
  const type = mode & S_IFMT;
  if (type === S_IFREG) return;
  const what = type === 0o120000 ? 'a symlink' : 'a non-regular file';
  throw new IrregularFileError(
    `${path} is ${what} and will be changed into a regular one if import writes a byte-compiled file to it`,
  );
}

/** Makes a directory and those above it that are missing. @throws HostError */
export function makeDirectories(host: Host, path: string): void {
  const missing: string[] = [];
  for (let at = path; at !== '' && at !== '/' && host.fs.tryStat(at) === undefined;) {
    missing.push(at);
    const slash = at.lastIndexOf('/');
    at = slash < 0 ? '' : at.slice(0, slash);
  }
  for (const directory of missing.reverse()) {
    try {
      host.fs.mkdir(directory, 0o777);
    } catch (error) {
      // Another process was first.
      if (!(error instanceof HostError) || error.code !== 'EEXIST') throw error;
    }
  }
}

/**
 * Puts a file in place at once: readers see the old bytes or the new ones, never a part.
 *
 * @param mode permissions, which the umask restricts
 * @throws HostError; nothing is left behind
 * @cpython Lib/importlib/_bootstrap_external.py _write_atomic (3.14)
 */
export function writeAtomic(host: Host, path: string, bytes: Uint8Array, mode = 0o666): void {
  const { flags } = host.fs;
  const unique = Array.from(host.random(4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const temporary = `${path}.${host.pid}${unique}`;
  const fd = host.fs.open(temporary, flags.O_EXCL | flags.O_CREAT | flags.O_WRONLY, mode & 0o666);
  try {
    try {
      host.fs.write(fd, bytes);
    } finally {
      host.fs.close(fd);
    }
    host.fs.rename(temporary, path);
  } catch (error) {
    try {
      host.fs.unlink(temporary);
    } catch (unlinkError) {
      if (!(unlinkError instanceof HostError)) throw unlinkError;
    }
    throw error;
  }
}

/** Permissions of a cache file, of its source's mode: readable as the source is, writable by the owner. */
export function cacheMode(sourceMode: number): number {
  return (sourceMode | 0o200) & 0o666;
}
