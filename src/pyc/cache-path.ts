/**
 * Names of cache files: `dir/foo.py` is cached as `dir/__pycache__/foo.cpython-314.pyc`.
 *
 * @cpython Lib/importlib/_bootstrap_external.py cache_from_source, source_from_cache (3.14)
 */

/** What stands between a module's name and `.pyc` for this bytecode. */
export const CACHE_TAG = 'cpython-314';

const PYCACHE = '__pycache__';

export interface CachePathOptions {
  /** Optimisation level: `''` or 0 for none, else letters and digits, as in `opt-2`. */
  readonly optimization?: string | number;
  /** Directory for all caches (`PYTHONPYCACHEPREFIX`), with the source's absolute directory below it. */
  readonly prefix?: string;
  /** Absolute directory that a relative path counts from; needed with a prefix only. */
  readonly cwd?: string;
}

/** A name that no cache file can have. Becomes Python's `ValueError`. */
export class CachePathError extends Error {
  override name = 'CachePathError';
}

/** Splits at the last slash, which belongs to neither part. @cpython _path_split */
function splitPath(path: string): [head: string, tail: string] {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}

/** Joins what is not empty. As with CPython, a file right below the root gets a relative cache. @cpython _path_join */
function joinPath(...parts: string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/\/+$/, ''))
    .join('/');
}

function cacheName(tail: string, optimization: string | number): string {
  const dot = tail.lastIndexOf('.');
  const separator = dot < 0 ? '' : '.';
  // A name that begins with its only dot loses it.
  const base = dot <= 0 ? tail.slice(dot + 1) : tail.slice(0, dot);
  const level = optimization === 0 ? '' : String(optimization);
  if (!/^[\p{L}\p{N}]*$/u.test(level)) throw new CachePathError(`'${level}' is not alphanumeric`);
  const suffix = level === '' ? '' : `.opt-${level}`;
  return `${base}${separator}${CACHE_TAG}${suffix}.pyc`;
}

/** Path of the cache file of a source file. @throws CachePathError for a level that is not alphanumeric */
export function cacheFromSource(path: string, options: CachePathOptions = {}): string {
  let [head, tail] = splitPath(path);
  const name = cacheName(tail, options.optimization ?? '');
  if (options.prefix === undefined) return joinPath(head, PYCACHE, name);
  if (!head.startsWith('/')) head = joinPath(options.cwd ?? '/', head);
  return joinPath(options.prefix, head.replace(/^\/+/, ''), name);
}

/** Path of the source file of a cache file; the file need not exist. @throws CachePathError */
export function sourceFromCache(path: string, options: Pick<CachePathOptions, 'prefix'> = {}): string {
  let [head, name] = splitPath(path);
  let isUnderPrefix = false;
  if (options.prefix !== undefined) {
    const prefix = options.prefix.replace(/\/+$/, '');
    if (head.startsWith(`${prefix}/`)) {
      head = head.slice(prefix.length);
      isUnderPrefix = true;
    }
  }
  if (!isUnderPrefix) {
    const [parent, directory] = splitPath(head);
    if (directory !== PYCACHE) throw new CachePathError(`${PYCACHE} not bottom-level directory in '${path}'`);
    head = parent;
  }
  const parts = name.split('.');
  const dots = parts.length - 1;
  if (dots !== 2 && dots !== 3) throw new CachePathError(`expected only 2 or 3 dots in '${name}'`);
  if (dots === 3) {
    const level = parts[2]!;
    if (!level.startsWith('opt-'))
      throw new CachePathError(`optimization portion of filename does not start with 'opt-'`);
    if (!/^[\p{L}\p{N}]+$/u.test(level.slice(4)))
      throw new CachePathError(`optimization level '${level}' is not an alphanumeric value`);
  }
  return joinPath(head, `${parts[0]}.py`);
}
