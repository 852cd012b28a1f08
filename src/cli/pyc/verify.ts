/** `pyc verify`: do cached files match their sources? */
import { compile } from '../../compiler/index.ts';
import { HostError, type Host, type HostStat } from '../../host/contract.ts';
import { nameClaims, verify, type Finding } from '../../pyc/index.ts';
import { sourceFiles, targetPath, type SourceFile } from './compile-plan.ts';
import { compileComplaint } from './compile-task.ts';
import { decodeSource } from './decode-source.ts';
import { isDirectory, readInput } from './inputs.ts';
import { JSON_OPTION, UsageError, parseOptions, type OptionSpec } from './options.ts';
import { Output, complaint } from './output.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'output', spellings: ['-o', '--output'], takesValue: true },
  { name: 'header-only', spellings: ['--header-only'] },
  { name: 'verbose', spellings: ['-v', '--verbose'] },
  JSON_OPTION,
];

const LEVELS = [0, 1, 2] as const;

/** Files of other versions beside those of ours: their headers are looked at. */
function cachedFiles(host: Host, file: SourceFile, output: string | undefined): string[] {
  const own = LEVELS.map((level) => targetPath(host, file, level, output));
  const directory = own[0]!.slice(0, own[0]!.lastIndexOf('/'));
  const paths = own.filter((path) => host.fs.tryStat(path) !== undefined);
  if (output !== undefined || !isDirectory(host, directory)) return paths;
  const stem = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.pyw?$/, '');
  for (const { name } of host.fs.readdir(directory)) {
    const path = `${directory}/${name}`;
    const isOfSource = name.startsWith(`${stem}.`) && nameClaims(name).cacheTag !== undefined;
    if (isOfSource && /^[^.]*(?:\.opt-\w+)?\.pyc$/.test(name.slice(stem.length + 1)) && !own.includes(path))
      paths.push(path);
  }
  return paths;
}

/** A finding as data fit for JSON. */
interface Result {
  readonly source: string;
  readonly pyc: string | null;
  readonly findings: readonly Finding[];
}

class Verification {
  readonly results: Result[] = [];
  private readonly host: Host;
  private readonly output: string | undefined;
  private readonly isHeaderOnly: boolean;

  constructor(host: Host, output: string | undefined, isHeaderOnly: boolean) {
    this.host = host;
    this.output = output;
    this.isHeaderOnly = isHeaderOnly;
  }

  /** @param mustBeCached whether a source without any cached file is a finding */
  check(file: SourceFile, mustBeCached: boolean): void {
    const { host } = this;
    let bytes: Uint8Array;
    let stat: HostStat;
    let paths: string[];
    try {
      stat = host.fs.stat(file.path);
      bytes = readInput(host, file.path);
      paths = cachedFiles(host, file, this.output);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.results.push({ source: file.path, pyc: null, findings: [{ kind: 'source', message: error.message }] });
      return;
    }
    const missing: Finding = { kind: 'unreadable', message: 'it has no cached file' };
    if (paths.length === 0)
      this.results.push({ source: file.path, pyc: null, findings: mustBeCached ? [missing] : [] });
    for (const path of paths)
      this.results.push({ source: file.path, pyc: path, findings: this.checkOne(path, bytes, stat) });
  }

  private checkOne(path: string, bytes: Uint8Array, stat: HostStat): readonly Finding[] {
    let pyc: Uint8Array;
    try {
      pyc = readInput(this.host, path);
    } catch (error) {
      return [{ kind: 'unreadable', message: complaint(error) }];
    }
    const level = Number(nameClaims(path).optimization);
    const optimize = level === 1 || level === 2 ? level : 0;
    const mtime = Number(stat.mtimeNs / 1_000_000_000n);
    const compileSource = (source: Uint8Array, filename: string) => {
      try {
        return compile(source, filename, 'exec', { optimize, parse: { decode: decodeSource } }).code;
      } catch (error) {
        throw new Error(compileComplaint(filename, error), { cause: error });
      }
    };
    return verify(pyc, { bytes, mtime, ...(!this.isHeaderOnly && { compile: compileSource }) });
  }
}

/** A result as lines. */
function resultText({ source, pyc, findings }: Result, isVerbose: boolean): string {
  const name = pyc ?? source;
  if (findings.length === 0) return isVerbose ? `${name}: ${pyc === null ? 'no cached file' : 'good'}\n` : '';
  return findings
    .map(({ kind, message, difference }) => {
      const values =
        difference?.a !== undefined && difference.b !== undefined && difference.instructions === undefined
          ? `: ${difference.a} -> ${difference.b}`
          : '';
      return `${name}: ${kind === 'stale' ? 'stale: ' : ''}${message}${values}\n`;
    })
    .join('');
}

/** Runs the subcommand; 1 where a file does not match. */
export function runVerify(host: Host, args: readonly string[]): number {
  const options = parseOptions(args, OPTIONS);
  if (options.paths.length === 0) throw new UsageError('a file or directory is needed');
  const output = new Output(host, 1);
  const verification = new Verification(host, options.values.get('output'), options.values.has('header-only'));
  let status = 0;
  try {
    for (const path of options.paths) {
      // A file that was named must have something to verify; of a directory's files not all are ever imported.
      const isNamed = !isDirectory(host, path);
      for (const file of sourceFiles(host, [path])) verification.check(file, isNamed);
    }
  } catch (error) {
    const errors = new Output(host, 2);
    errors.write(`pyc: ${complaint(error)}\n`);
    errors.flush();
    status = 1;
  }
  const { results } = verification;
  if (results.some(({ findings }) => findings.length > 0)) status = 1;
  if (options.values.has('json')) output.write(`${JSON.stringify(results, undefined, 2)}\n`);
  else for (const result of results) output.write(resultText(result, options.values.has('verbose')));
  output.flush();
  return status;
}
