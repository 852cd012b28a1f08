/** One source file compiled to its cached files: what a thread of `pyc compile` does. */
import { compile } from '../../compiler/index.ts';
import { SyntaxDiagnostic } from '../../diagnostics/syntax-diagnostic.ts';
import { HostError, type Host } from '../../host/contract.ts';
import { MarshalError } from '../../marshal/index.ts';
import {
  HEADER_SIZE,
  IrregularFileError,
  assertReplaceable,
  cacheMode,
  headerMtime,
  headerSize,
  makeDirectories,
  sourceHash,
  writeAtomic,
  writeHeader,
  writePyc,
  type PycValidation,
} from '../../pyc/index.ts';
import { decodeSource } from './decode-source.ts';
import { readBeginning, readInput } from './inputs.ts';

export type InvalidationMode = PycValidation['kind'];

/** A file to be made of the source. */
export interface CompileTarget {
  readonly path: string;
  readonly optimize: 0 | 1 | 2;
}

export interface CompileTask {
  readonly source: string;
  /** What the code says that its file is. */
  readonly filename: string;
  readonly targets: readonly CompileTarget[];
  readonly mode: InvalidationMode;
  /** Also what is up to date. */
  readonly isForced: boolean;
}

/** How it went. */
export interface CompileOutcome {
  readonly kind: 'compiled' | 'fresh' | 'failed';
  /** What is to be said of it: complaints and warnings, a line each. */
  readonly messages: readonly string[];
}

/** Line and column for the front of a message. */
function placeText(lineno: number | null, offset: number | null): string {
  if (lineno === null) return '';
  return offset === null || offset < 1 ? `:${lineno}` : `:${lineno}:${offset}`;
}

/** What a failed compilation says; our own mistakes are thrown on. */
export function compileComplaint(path: string, error: unknown): string {
  if (error instanceof SyntaxDiagnostic)
    return `${path}${placeText(error.lineno, error.offset)}: ${error.kind}: ${error.message}`;
  if (error instanceof HostError || error instanceof IrregularFileError || error instanceof MarshalError)
    return `${path}: ${error.message}`;
  // V8 has no more stack: the source nests deeper than any program does.
  if (error instanceof RangeError) return `${path}: it is too deeply nested`;
  throw error;
}

function isFresh(host: Host, path: string, header: Uint8Array, buffer: Uint8Array): boolean {
  if (host.fs.tryStat(path) === undefined) return false;
  const actual = readBeginning(host, path, buffer);
  return actual.length === header.length && actual.every((byte, i) => byte === header[i]);
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function writeTargets(host: Host, task: CompileTask): CompileOutcome {
  const { source, filename, targets, mode, isForced } = task;
  const stat = host.fs.stat(source);
  const bytes = readInput(host, source);
  const validation: PycValidation =
    mode === 'timestamp'
      ? { kind: mode, mtime: headerMtime(stat.mtimeNs), sourceSize: headerSize(bytes.length) }
      : { kind: mode, sourceHash: sourceHash(bytes) };
  const header = writeHeader(validation);
  const buffer = new Uint8Array(HEADER_SIZE);
  const stale = isForced ? targets : targets.filter(({ path }) => !isFresh(host, path, header, buffer));
  if (stale.length === 0) return { kind: 'fresh', messages: [] };
  const messages = new Set<string>();
  for (const { path, optimize } of stale) {
    const { code, warnings } = compile(bytes, filename, 'exec', { optimize, parse: { decode: decodeSource } });
    for (const { category, message, lineno } of warnings) messages.add(`${source}:${lineno}: ${category}: ${message}`);
    assertReplaceable(host, path);
    makeDirectories(host, directoryOf(path));
    writeAtomic(host, path, writePyc(code, validation), cacheMode(stat.mode));
  }
  return { kind: 'compiled', messages: [...messages] };
}

/** Compiles a file and writes what is made of it. What goes wrong with it is its outcome. */
export function compileFile(host: Host, task: CompileTask): CompileOutcome {
  try {
    return writeTargets(host, task);
  } catch (error) {
    return { kind: 'failed', messages: [compileComplaint(task.source, error)] };
  }
}
