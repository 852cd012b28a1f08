/** The `pyc` command: looks into `.pyc` files of every Python. What needs the compiler is in `pyc-compiler.ts`. */
import { HostError, type Host } from '../host/contract.ts';
import { runDiff } from './pyc/diff.ts';
import { runIdentify } from './pyc/identify.ts';
import { UsageError } from './pyc/options.ts';
import { runDis, runShow } from './pyc/show.ts';

export const USAGE = `usage: pyc identify [--json] FILE...
       pyc dis [-C] [-O] [-P] [-r] [--depth N] [--json] FILE...
       pyc show [--json] FILE...
       pyc diff [--ignore-filename] [--ignore-lines] [--json] A B
       pyc verify [--header-only] [-o DIR] [--json] SOURCE-OR-DIR...
       pyc compile [options] PATH...

FILE may be a directory, a pattern, or - for standard input.

  identify   say which Python made a file, how it is checked, and whether its name agrees
  dis        print the bytecode as that version's \`python -m dis\` does
    -C, --show-caches      inline caches too (3.11 and later)
    -O, --show-offsets     offsets of instructions (3.13 and later; shown anyway before)
    -P, --show-positions   line and column ranges instead of line numbers (3.13 and later)
    -r, --recursive        nested code objects too where the version leaves them out (2.7, 3.6)
    --depth N              levels of nested code objects
    --color WHEN           auto, always or never
  show       print the header and the fields of every code object
  diff       compare two files, of the same version or not; status 1 where they differ
    --ignore-filename, --ignore-lines
  verify     compare cached files with their sources: header and (for 3.14) code
    --header-only          do not compile
    -o, --output DIR       look for the files in a mirrored tree (see compile)
  compile    compile files and directories for 3.14, as compileall does
    -o, --output DIR       write a mirrored tree of X.pyc instead of __pycache__
    --optimize LEVELS      0, 1, 2 or several: 0,2
    --invalidation-mode    timestamp, checked-hash or unchecked-hash
    --strip-prefix P, --prepend-prefix P   change the file name in the code
    -j, --jobs N           threads; 0 for one a processor
    --source-date-epoch N  reproducible: hash-checked files
    -f, --force            also what is up to date
    -q, --quiet; -v, --verbose
`;

const COMMANDS: Readonly<Record<string, (host: Host, args: readonly string[]) => number>> = {
  identify: runIdentify,
  show: runShow,
  dis: runDis,
  diff: runDiff,
};

/** Subcommands that need the compiler. */
export const COMPILER_COMMANDS: readonly string[] = ['compile', 'verify'];

function write(host: Host, fd: 1 | 2, text: string): void {
  host.fs.write(fd, new TextEncoder().encode(text));
}

/** Says what was wrong with the arguments. */
export function reportUsage(host: Host, error: UsageError): 2 {
  write(host, 2, `pyc: ${error.message}\n${USAGE}`);
  return 2;
}

/** Runs the command; returns the exit status: 0, 1 where a file was bad, 2 for a mistake in the arguments. */
export function runPycCommand(host: Host): number {
  const [command, ...args] = host.argv;
  if (host.argv.some((arg) => arg === '-h' || arg === '--help')) {
    write(host, 1, USAGE);
    return 0;
  }
  try {
    if (command === undefined) throw new UsageError('a command is needed');
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (run === undefined) throw new UsageError(`unknown command ${command}`);
    return run(host, args);
  } catch (error) {
    if (error instanceof UsageError) return reportUsage(host, error);
    // The reader of our output has gone, as with `pyc dis FILE | head`.
    if (error instanceof HostError && error.code === 'EPIPE') return 1;
    throw error;
  }
}
