/**
 * The first 16 bytes of a `.pyc`.
 *
 * ```
 *   0        4        8        12       16
 *  ┌────────┬────────┬────────┬────────┬──── ─ ─
 *  │ magic  │ 0      │ mtime  │ size   │ marshal data      checked by the source's time and size
 *  │ magic  │ 3 or 1 │ hash of source  │ marshal data      by its content (3), or not at all (1)
 *  └────────┴────────┴────────┴────────┴──── ─ ─
 * ```
 *
 * Numbers are little-endian and unsigned, time and size cut to 32 bits. Older Pythons had 8 bytes (magic, mtime), and
 * from 3.3 to 3.6 12 (and size).
 *
 * @cpython Lib/importlib/_bootstrap_external.py _classify_pyc (3.14), PEP 552
 */
import { sipHash } from '../base/siphash.ts';
import { MAGIC_3_14 } from '../opcode/index.ts';
import { headerSizeOf, identify, type PythonVersion } from './magic.ts';

/** Length of the header of 3.7 and later. */
export const HEADER_SIZE = 16;

/** The four bytes that begin every `.pyc` of 3.14. */
export const MAGIC_BYTES: Uint8Array = Uint8Array.of(MAGIC_3_14 & 0xff, MAGIC_3_14 >> 8, 0x0d, 0x0a);

/** How a `.pyc` is checked against its source. */
export type PycValidation =
  | {
      readonly kind: 'timestamp';
      /** Seconds since the epoch, modulo 2³². */
      readonly mtime: number;
      /** Size of the source in bytes, modulo 2³²; `undefined` before 3.3. */
      readonly sourceSize: number | undefined;
    }
  | { readonly kind: 'checked-hash' | 'unchecked-hash'; readonly sourceHash: Uint8Array };

export interface PycHeader {
  readonly python: PythonVersion;
  readonly validation: PycValidation;
  /** Where the marshal data begins. */
  readonly size: number;
}

/** A file that is no `.pyc`, or not one of the wanted version. */
export class PycError extends Error {
  override name = 'PycError';
  /** The class of the exception that CPython's import raises. */
  readonly kind: 'ImportError' | 'EOFError';
  /** Offset of the byte at which it was noticed. */
  readonly offset: number;
  constructor(kind: PycError['kind'], message: string, offset: number) {
    super(message);
    this.kind = kind;
    this.offset = offset;
  }
}

function hexBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** Reads the header of any Python's `.pyc`. @throws PycError */
export function readHeader(bytes: Uint8Array): PycHeader {
  const python = identify(bytes);
  if (python === undefined) throw new PycError('ImportError', `bad magic number: ${hexBytes(bytes.subarray(0, 4))}`, 0);
  const size = headerSizeOf(python);
  if (bytes.length < size) throw new PycError('EOFError', 'reached EOF while reading pyc header', bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4;
  if (size === 16) {
    const flags = view.getUint32(4, true);
    if ((flags & ~3) !== 0) throw new PycError('ImportError', `invalid flags ${flags}`, 4);
    if ((flags & 1) !== 0) {
      const kind = (flags & 2) !== 0 ? 'checked-hash' : 'unchecked-hash';
      return { python, validation: { kind, sourceHash: bytes.slice(8, 16) }, size };
    }
    at = 8;
  }
  const mtime = view.getUint32(at, true);
  const sourceSize = size > 8 ? view.getUint32(at + 4, true) : undefined;
  return { python, validation: { kind: 'timestamp', mtime, sourceSize }, size };
}

/** The header of a 3.14 `.pyc`. */
export function writeHeader(validation: PycValidation): Uint8Array {
  const bytes = new Uint8Array(HEADER_SIZE);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC_BYTES);
  if (validation.kind === 'timestamp') {
    view.setUint32(8, mask32(validation.mtime), true);
    view.setUint32(12, mask32(validation.sourceSize ?? 0), true);
  } else {
    view.setUint32(4, validation.kind === 'checked-hash' ? 3 : 1, true);
    bytes.set(validation.sourceHash, 8);
  }
  return bytes;
}

/** Truncates toward zero and keeps the low 32 bits. */
function mask32(value: number): number {
  return Number(BigInt.asUintN(32, BigInt(Math.trunc(value))));
}

/** Modification time for a header, of a time in nanoseconds. */
export function headerMtime(mtimeNs: bigint): number {
  return Number(BigInt.asUintN(32, mtimeNs / 1_000_000_000n));
}

/** Size of a source for a header. */
export function headerSize(size: number): number {
  return mask32(size);
}

/** The hash of a source file's bytes, as hash-based `.pyc` files carry it. @cpython Python/import.c _imp_source_hash */
export function sourceHash(source: Uint8Array): Uint8Array {
  const key = new DataView(MAGIC_BYTES.buffer, MAGIC_BYTES.byteOffset).getUint32(0, true);
  return sipHash(source, key | 0, 1);
}
