/** Does a cached file match its source: is it fresh, and is its code the one that compiling gives? */
import type { CodeObject } from '../code/code-object.ts';
import { DisassemblyError } from '../dis/index.ts';
import { MarshalError } from '../marshal/index.ts';
import { MAGIC_3_14 } from '../opcode/index.ts';
import { diff, type Difference } from './diff.ts';
import { PycError, headerSize, sourceHash, type PycHeader } from './header.ts';
import { readPyc, type Pyc } from './pyc-file.ts';

/** What a cached file is compared with. */
export interface VerifySource {
  /** Bytes of the source file. */
  readonly bytes: Uint8Array;
  /** Time of its last change in seconds since the epoch; not looked at when absent. */
  readonly mtime?: number;
  /**
   * Compiles the source as 3.14 does, under the file name that the cached code has; without it, only the header is
   * looked at. (`taipan/compiler` has one; this library does without.)
   *
   * @throws whatever it likes when the source is bad
   */
  readonly compile?: (bytes: Uint8Array, filename: string) => CodeObject;
}

/** What was found; a file is good when there is nothing. */
export interface Finding {
  /** `unreadable` and `stale` are about the file, `differs` about a field of its code, `source` about the source. */
  readonly kind: 'unreadable' | 'stale' | 'differs' | 'source';
  readonly message: string;
  /** For `differs`. */
  readonly difference?: Difference;
}

function staleness(header: PycHeader, { bytes, mtime }: VerifySource): string[] {
  const { validation, python } = header;
  if (validation.kind === 'timestamp') {
    const problems: string[] = [];
    const time = mtime === undefined ? undefined : Number(BigInt.asUintN(32, BigInt(Math.trunc(mtime))));
    if (time !== undefined && time !== validation.mtime)
      problems.push(`it was made of a source of another time (${validation.mtime}, now ${time})`);
    const size = headerSize(bytes.length);
    if (validation.sourceSize !== undefined && validation.sourceSize !== size)
      problems.push(`it was made of a source of another size (${validation.sourceSize} bytes, now ${size})`);
    return problems;
  }
  // Other versions hash with other keys.
  if (python.magic !== MAGIC_3_14) return [];
  const hash = sourceHash(bytes);
  return hash.every((byte, i) => byte === validation.sourceHash[i]) ? [] : ["it has another source's hash"];
}

function read(bytes: Uint8Array): Pyc | Finding {
  try {
    return readPyc(bytes);
  } catch (error) {
    if (error instanceof PycError || error instanceof MarshalError)
      return { kind: 'unreadable', message: `${error.message} (at byte ${error.offset})` };
    throw error;
  }
}

/** Compares a `.pyc` with its source. */
export function verify(pyc: Uint8Array, source: VerifySource): Finding[] {
  const file = read(pyc);
  if ('kind' in file) return [file];
  const findings: Finding[] = staleness(file.header, source).map((message) => ({ kind: 'stale', message }));
  const { code } = file;
  if (source.compile === undefined || code.kind !== 'code') return findings;
  let compiled: CodeObject;
  try {
    compiled = source.compile(source.bytes, code.co_filename);
  } catch (error) {
    findings.push({ kind: 'source', message: error instanceof Error ? error.message : String(error) });
    return findings;
  }
  try {
    for (const difference of diff(code, compiled)) {
      const { path, field } = difference;
      findings.push({ kind: 'differs', message: `${path}: ${field} is not what compiling gives`, difference });
    }
  } catch (error) {
    if (!(error instanceof DisassemblyError)) throw error;
    findings.push({ kind: 'unreadable', message: error.message });
  }
  return findings;
}
