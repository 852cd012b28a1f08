/**
 * `pyc compile`: what `compileall` does, on several threads.
 *
 * Tasks are handed out a few at a time; outcomes are reported in the order of the files, whichever thread was first.
 */
import { Worker } from 'node:worker_threads';
import type { Host } from '../../host/contract.ts';
import { CachePathError } from '../../pyc/index.ts';
import { compileTask, sourceFiles, type CompileSettings } from './compile-plan.ts';
import { compileFile, type CompileOutcome, type CompileTask, type InvalidationMode } from './compile-task.ts';
import { UsageError, countOption, parseOptions, type OptionSpec, type ParsedOptions } from './options.ts';
import { Output, complaint } from './output.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'output', spellings: ['-o', '--output'], takesValue: true },
  { name: 'optimize', spellings: ['--optimize'], takesValue: true },
  {
    name: 'invalidation-mode',
    spellings: ['--invalidation-mode'],
    takesValue: true,
    choices: ['timestamp', 'checked-hash', 'unchecked-hash'],
  },
  { name: 'strip-prefix', spellings: ['-s', '--strip-prefix'], takesValue: true },
  { name: 'prepend-prefix', spellings: ['-p', '--prepend-prefix'], takesValue: true },
  { name: 'jobs', spellings: ['-j', '--jobs'], takesValue: true },
  { name: 'source-date-epoch', spellings: ['--source-date-epoch'], takesValue: true },
  { name: 'force', spellings: ['-f', '--force'] },
  { name: 'quiet', spellings: ['-q', '--quiet'] },
  { name: 'verbose', spellings: ['-v', '--verbose'] },
];

/** Tasks that a thread gets at once. */
const BATCH_SIZE = 4;
/** Files from which another thread is worth its start. */
const FILES_PER_THREAD = 12;
const PROGRESS_WIDTH = 24;
const THREAD_STACK_MB = 16;

function levelsOf(options: ParsedOptions): (0 | 1 | 2)[] {
  const text = options.values.get('optimize') ?? '0';
  return text.split(',').map((level) => {
    if (level !== '0' && level !== '1' && level !== '2') throw new UsageError('option --optimize: 0, 1 or 2 is needed');
    return Number(level) as 0 | 1 | 2;
  });
}

function modeOf(host: Host, options: ParsedOptions): InvalidationMode {
  const mode = options.values.get('invalidation-mode') as InvalidationMode | undefined;
  if (mode !== undefined) return mode;
  const epoch = countOption(options, 'source-date-epoch') ?? host.env.get('SOURCE_DATE_EPOCH') ?? '';
  return epoch === '' ? 'timestamp' : 'checked-hash';
}

function settingsOf(host: Host, options: ParsedOptions): CompileSettings {
  return {
    levels: levelsOf(options),
    mode: modeOf(host, options),
    isForced: options.values.has('force'),
    output: options.values.get('output'),
    stripPrefix: options.values.get('strip-prefix'),
    prependPrefix: options.values.get('prepend-prefix'),
  };
}

/** Sources of several directories can meet in one mirrored tree. @throws UsageError */
function assertDistinctTargets(tasks: readonly CompileTask[]): void {
  const sources = new Map<string, string>();
  for (const { source, targets } of tasks) {
    for (const { path } of targets) {
      const other = sources.get(path);
      if (other !== undefined && other !== source)
        throw new UsageError(`${other} and ${source} would both become ${path}`);
      sources.set(path, source);
    }
  }
}

/** Takes outcomes as they come and reports them in the order of the tasks. */
class Report {
  status = 0;
  private readonly tasks: readonly CompileTask[];
  private readonly outcomes: (CompileOutcome | undefined)[] = [];
  private readonly errors: Output;
  private readonly isQuiet: boolean;
  private readonly isVerbose: boolean;
  private readonly hasProgress: boolean;
  private next = 0;
  private done = 0;

  constructor(host: Host, tasks: readonly CompileTask[], options: ParsedOptions) {
    this.tasks = tasks;
    this.errors = new Output(host, 2);
    this.isQuiet = options.values.has('quiet');
    this.isVerbose = options.values.has('verbose');
    this.hasProgress = !this.isQuiet && !this.isVerbose && host.fs.isatty(2);
  }

  add(index: number, outcome: CompileOutcome): void {
    this.outcomes[index] = outcome;
    this.done++;
    for (let ready = this.outcomes[this.next]; ready !== undefined; ready = this.outcomes[this.next])
      this.tell(this.tasks[this.next++]!, ready);
    if (this.hasProgress) this.progress();
  }

  private tell({ source }: CompileTask, { kind, messages }: CompileOutcome): void {
    if (kind === 'failed') this.status = 1;
    const clear = this.hasProgress && messages.length > 0 ? '\r\x1b[K' : '';
    if (this.isVerbose) this.errors.write(`${kind} ${source}\n`);
    if (kind === 'failed' || !this.isQuiet)
      for (const message of messages) this.errors.write(`${clear}pyc: ${message}\n`);
    this.errors.flush();
  }

  private progress(): void {
    const total = this.tasks.length;
    const filled = Math.round((PROGRESS_WIDTH * this.done) / total);
    const bar = '#'.repeat(filled).padEnd(PROGRESS_WIDTH);
    this.errors.write(this.done === total ? '\r\x1b[K' : `\r[${bar}] ${this.done}/${total}`);
    this.errors.flush();
  }
}

/** Hands the tasks to threads until all are done. */
function runOnThreads(tasks: readonly CompileTask[], jobs: number, worker: URL, report: Report): Promise<void> {
  let next = 0;
  const runThread = (): Promise<void> =>
    new Promise((resolve) => {
      const thread = new Worker(worker, { resourceLimits: { stackSizeMb: THREAD_STACK_MB } });
      let pending: number[] = [];
      const feed = (): void => {
        pending = [];
        while (next < tasks.length && pending.length < BATCH_SIZE) pending.push(next++);
        if (pending.length === 0) void thread.terminate();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
        else thread.postMessage(pending.map((index) => ({ index, task: tasks[index]! })));
      };
      thread.on('message', ({ index, outcome }: { index: number; outcome: CompileOutcome }) => {
        report.add(index, outcome);
        pending = pending.filter((other) => other !== index);
        if (pending.length === 0) feed();
      });
      thread.on('error', (error) => {
        // The file that it was at is to blame; the rest of its share has not been tried.
        for (const index of pending)
          report.add(index, { kind: 'failed', messages: [`${tasks[index]!.source}: ${String(error)}`] });
        pending = [];
      });
      thread.on('exit', () => resolve());
      feed();
    });
  return Promise.all(Array.from({ length: jobs }, runThread)).then(() => undefined);
}

/**
 * Runs the subcommand; 1 where a file could not be compiled.
 *
 * @param worker the script of a thread; without it all is done on this one
 */
export async function runCompile(host: Host, args: readonly string[], worker?: URL): Promise<number> {
  const options = parseOptions(args, OPTIONS);
  if (options.paths.length === 0) throw new UsageError('a file or directory is needed');
  const settings = settingsOf(host, options);
  const jobsWanted = countOption(options, 'jobs') ?? 0;
  const tasks: CompileTask[] = [];
  try {
    for (const file of sourceFiles(host, options.paths)) tasks.push(compileTask(host, file, settings));
  } catch (error) {
    const errors = new Output(host, 2);
    errors.write(`pyc: ${error instanceof CachePathError ? error.message : complaint(error)}\n`);
    errors.flush();
    return 1;
  }
  assertDistinctTargets(tasks);
  const report = new Report(host, tasks, options);
  const most = jobsWanted === 0 ? Math.ceil(tasks.length / FILES_PER_THREAD) : tasks.length;
  const jobs = Math.min(most, jobsWanted === 0 ? host.cpuCount : jobsWanted);
  if (worker === undefined || jobs <= 1)
    for (const [i, task] of tasks.entries()) report.add(i, compileFile(host, task));
  else await runOnThreads(tasks, jobs, worker, report);
  return report.status;
}
