/**
 * What a file is, from its first bytes and its name: which Python made it, how it is checked against its source, and whether
 * the name says the same.
 */
import { PycError, readHeader, type PycHeader } from './header.ts';
import { describePyc, identify, type PythonVersion } from './magic.ts';

/** What the name of a file claims. */
export interface NameClaims {
  /** Cache tag, such as `cpython-314`; `undefined` for a legacy name without one. */
  readonly cacheTag: string | undefined;
  /** Optimisation level: `''` for none, digits or letters from `.opt-N`, `O` for a `.pyo`. */
  readonly optimization: string;
}

/** What is known of a file. */
export interface Identification {
  /** As `file` would begin: `python 3.14 byte-compiled`, or `data`. */
  readonly description: string;
  readonly python: PythonVersion | undefined;
  /** `undefined` where it is cut short or bad. */
  readonly header: PycHeader | undefined;
  /** What is wrong with the header. */
  readonly problem: string | undefined;
  readonly claims: NameClaims;
  /** Whether the name's cache tag is that of the Python that made the file; `undefined` where either is not known. */
  readonly isTagRight: boolean | undefined;
}

const TAG = /^(cpython|pypy|graalpy|jython|pyston)-?(\d)(\d*)/;

/** What a file name claims. */
export function nameClaims(path: string): NameClaims {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isPyo = name.endsWith('.pyo');
  const parts = name.split('.').slice(0, -1);
  let optimization = isPyo ? 'O' : '';
  const last = parts.at(-1) ?? '';
  if (last.startsWith('opt-') && parts.length > 2) {
    optimization = last.slice(4);
    parts.pop();
  }
  const tag = parts.length > 1 ? parts.at(-1)! : '';
  return { cacheTag: TAG.test(tag) ? tag : undefined, optimization };
}

/** Whether a cache tag belongs to a version: `cpython-36` to 3.6, `pypy39-pp73` to PyPy 3.9. */
function tagAgrees(tag: string, python: PythonVersion): boolean {
  const [, implementation, major, minor] = TAG.exec(tag)!;
  if (implementation !== python.implementation.toLowerCase() || Number(major) !== python.major) return false;
  // PyPy's tags had no minor version at first.
  return minor === '' || Number(minor) === python.minor;
}

/**
 * Identifies a file by its first 16 bytes and its name.
 *
 * @param bytes the beginning of the file, or all of it
 * @param path its name, if it has one
 */
export function identifyFile(bytes: Uint8Array, path = ''): Identification {
  const python = identify(bytes);
  const claims = nameClaims(path);
  let header: PycHeader | undefined;
  let problem: string | undefined;
  if (python !== undefined) {
    try {
      header = readHeader(bytes);
    } catch (error) {
      if (!(error instanceof PycError)) throw error;
      problem = error.message;
    }
  }
  const isTagRight =
    python === undefined || claims.cacheTag === undefined ? undefined : tagAgrees(claims.cacheTag, python);
  return { description: describePyc(bytes), python, header, problem, claims, isTagRight };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A time of a header, as `2026-11-22 23:00:00 UTC`. */
export function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}

/** The one line about a file, without its name. */
export function identificationText({
  description,
  python,
  header,
  problem,
  claims,
  isTagRight,
}: Identification): string {
  if (python === undefined) return `${description} (not byte-compiled Python)`;
  const parts = [description];
  if (python.isUnicodeMode) parts.push('run with -U');
  if (problem !== undefined) parts.push(problem);
  const validation = header?.validation;
  if (validation?.kind === 'timestamp') {
    parts.push(`source of ${timeText(validation.mtime)}`);
    if (validation.sourceSize !== undefined) parts.push(`${validation.sourceSize} bytes`);
  } else if (validation !== undefined) {
    parts.push(
      `${validation.kind === 'checked-hash' ? 'checked' : 'unchecked'} source hash ${hex(validation.sourceHash)}`,
    );
  }
  if (claims.optimization === 'O') parts.push('optimized');
  else if (claims.optimization !== '') parts.push(`optimized (opt-${claims.optimization})`);
  if (isTagRight === false) parts.push(`but its name says ${claims.cacheTag}`);
  return parts.join(', ');
}
