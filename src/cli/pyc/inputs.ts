/** The files that the `pyc` command is given: names, directories, patterns, and standard input as `-`. */
import { HostError, S_IFDIR, S_IFMT, type Host } from '../../host/contract.ts';
import { readAll } from '../../host/read-all.ts';

/** What `-` is called in messages. */
export const STANDARD_INPUT = 'standard input';

/** All bytes of a file, or of standard input. @throws HostError */
export function readInput(host: Host, path: string): Uint8Array {
  if (path === STANDARD_INPUT) return readAll(host.fs, 0);
  const fd = host.fs.open(path, host.fs.flags.O_RDONLY, 0);
  try {
    return readAll(host.fs, fd);
  } finally {
    host.fs.close(fd);
  }
}

/** The first bytes of a file: fewer where it has no more. @throws HostError */
export function readBeginning(host: Host, path: string, buffer: Uint8Array): Uint8Array {
  if (path === STANDARD_INPUT) return readAll(host.fs, 0);
  const fd = host.fs.open(path, host.fs.flags.O_RDONLY, 0);
  try {
    return buffer.subarray(0, host.fs.read(fd, buffer, 0, buffer.length));
  } finally {
    host.fs.close(fd);
  }
}

export function isDirectory(host: Host, path: string): boolean {
  const stat = host.fs.tryStat(path);
  return stat !== undefined && (stat.mode & S_IFMT) === S_IFDIR;
}

/** `a/b` of `a` and `b`; an empty directory is the current one. */
export function joinPath(directory: string, name: string): string {
  return directory === '' || directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** Files below a directory, sorted, whose names pass; links to directories are not followed. @throws HostError */
export function* filesBelow(host: Host, directory: string, accepts: (name: string) => boolean): Generator<string> {
  const entries = [...host.fs.readdir(directory === '' ? '.' : directory)].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, kind } of entries) {
    const path = joinPath(directory, name);
    if (kind === 'directory') yield* filesBelow(host, path, accepts);
    else if (accepts(name)) yield path;
  }
}

/** Names of byte-compiled files. */
export function isPycName(name: string): boolean {
  return /\.py[co]$/.test(name);
}

const PATTERN_CHARS = /[*?[]/;

/** A shell pattern as an expression: `**` is any number of directories, `*` and `?` stay within one. */
function patternExpression(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\[!?[^\]/]*\]|[\\^$.+|(){}[\]]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 1 && part.startsWith('['))
      return `[${part.slice(1, -1).replace(/^!/, '^').replace(/[\\[]/g, '\\$&')}]`;
    return `\\${part}`;
  });
  return new RegExp(`^${source}$`, 'su');
}

function* matches(host: Host, pattern: string): Generator<string> {
  // Everything before the first part with a special character is a directory as it stands.
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => PATTERN_CHARS.test(part));
  const base = parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '');
  const expression = patternExpression(pattern);
  for (const path of filesBelow(host, base, () => true)) if (expression.test(path)) yield path;
}

/**
 * The files that arguments stand for.
 *
 * @param accepts which files of a directory are meant
 * @throws HostError for a directory that cannot be read
 */
export function* inputFiles(
  host: Host,
  paths: readonly string[],
  accepts: (name: string) => boolean,
): Generator<string> {
  for (const path of paths) {
    if (path === '-') yield STANDARD_INPUT;
    else if (isDirectory(host, path)) yield* filesBelow(host, path, accepts);
    else if (PATTERN_CHARS.test(path) && host.fs.tryStat(path) === undefined) {
      let isEmpty = true;
      for (const match of matches(host, path)) {
        isEmpty = false;
        yield match;
      }
      // What matches nothing is complained about as a file that is not there.
      if (isEmpty) yield path;
    } else yield path;
  }
}

/** Whether an error is the host's; others are thrown on. */
export function hostMessage(error: unknown): string {
  if (error instanceof HostError) return error.message;
  throw error;
}
