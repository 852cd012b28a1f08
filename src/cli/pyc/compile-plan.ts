/** What `pyc compile` is to do: which files, what they become, and what their code says they are called. */
import type { Host } from '../../host/contract.ts';
import { cacheFromSource } from '../../pyc/index.ts';
import type { CompileTask, CompileTarget, InvalidationMode } from './compile-task.ts';
import { filesBelow, isDirectory, joinPath } from './inputs.ts';

export interface CompileSettings {
  readonly levels: readonly (0 | 1 | 2)[];
  readonly mode: InvalidationMode;
  readonly isForced: boolean;
  /** Root of a mirrored tree, instead of `__pycache__` beside the sources. */
  readonly output: string | undefined;
  readonly stripPrefix: string | undefined;
  readonly prependPrefix: string | undefined;
}

/** A source file, with its path below the directory that was given. */
export interface SourceFile {
  readonly path: string;
  readonly relative: string;
}

const isSourceName = (name: string): boolean => name.endsWith('.py');

/** The source files that paths stand for, directories sorted. @throws HostError */
export function* sourceFiles(host: Host, paths: readonly string[]): Generator<SourceFile> {
  for (const path of paths) {
    if (!isDirectory(host, path)) {
      yield { path, relative: path.slice(path.lastIndexOf('/') + 1) };
      continue;
    }
    const prefix = joinPath(path, '');
    for (const file of filesBelow(host, path, isSourceName)) yield { path: file, relative: file.slice(prefix.length) };
  }
}

/** Where the file of a source at a level goes. @throws CachePathError */
export function targetPath(
  host: Host,
  { path, relative }: SourceFile,
  level: 0 | 1 | 2,
  output: string | undefined,
): string {
  if (output !== undefined) {
    const suffix = level === 0 ? '' : `.opt-${level}`;
    return joinPath(output, `${relative.replace(/\.pyw?$/, '')}${suffix}.pyc`);
  }
  const prefix = host.env.get('PYTHONPYCACHEPREFIX') ?? '';
  const optimization = level === 0 ? '' : level;
  return cacheFromSource(path, prefix === '' ? { optimization } : { optimization, prefix, cwd: host.cwd() });
}

/** Components of a path, without empty ones but the root's. */
function components(path: string): string[] {
  return path.split('/').filter((part, i) => part !== '' || i === 0);
}

/** The name that a code object gets: the path as given, less one prefix, plus another. */
export function codeFilename(path: string, strip: string | undefined, prepend: string | undefined): string {
  let name = path;
  if (strip !== undefined && strip !== '') {
    const prefix = components(strip);
    const parts = components(path);
    if (prefix.every((part, i) => parts[i] === part)) name = parts.slice(prefix.length).join('/');
  }
  if (prepend === undefined || prepend === '') return name;
  return name.startsWith('/') ? name : joinPath(prepend, name);
}

/** The task for one source file. */
export function compileTask(host: Host, file: SourceFile, settings: CompileSettings): CompileTask {
  const { levels, mode, isForced, output, stripPrefix, prependPrefix } = settings;
  const targets = levels.map((optimize): CompileTarget => ({
    path: targetPath(host, file, optimize, output),
    optimize,
  }));
  return { source: file.path, filename: codeFilename(file.path, stripPrefix, prependPrefix), targets, mode, isForced };
}
