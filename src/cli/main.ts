/** `taipan`: the command. @cpython Modules/main.c Py_RunMain */
import { createNodeHost } from '../host/node/index.ts';
import { readFrozenArchive } from '../import/index.ts';
import { createInterpreter } from '../presets/interpreter.ts';
import { startInterpreter } from '../presets/start.ts';
import { installJit, reportJit } from '../presets/jit.ts';
import { VERSION_TEXT, versionText, watchSignals } from '../modules/index.ts';
import { thread, type PyModule } from '../objects/core/index.ts';
import type { Interpreter } from '../runtime/index.ts';
import { StartError, configure } from './configuration.ts';
import { dumpProgram } from './dump.ts';
import { finalize, withExitStatus } from './exit-status.ts';
import { helpText } from './help.ts';
import { UsageError, parseOptions, type Options } from './options.ts';
import { banner, isInteractive, runRepl } from './repl.ts';
import { CannotRun, runTarget } from './run.ts';

const PROGRAM = 'taipan';

/** The build makes the import above happen when this is called (`tools/build/lazy-modules.mjs`). */
const parts = {
  dump: () => dumpProgram,
};

function usageError(error: UsageError): number {
  process.stderr.write(
    `${error.message}\nusage: ${PROGRAM} [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry \`${PROGRAM} -h' for more information.\n`,
  );
  return 2;
}

function start(options: Options, distribution: string): { interpreter: Interpreter; main: PyModule } {
  const path = process.getBuiltinModule('node:path');
  const host = createNodeHost();
  const config = configure(options, host, {
    prefix: distribution,
    stdlibDirectory: path.join(distribution, 'lib', 'python3.14'),
    executable: path.resolve(distribution, '..', 'bin', 'taipan.js'),
  });
  const frozen = path.join(distribution, 'frozen.bin');
  const interpreter = createInterpreter({
    host,
    config,
    readFrozenModules: () => readFrozenArchive(process.getBuiltinModule('node:fs').readFileSync(frozen)),
  });
  // These run Python code of the library before any of their own, or let a person look around.
  const isEager = options.target.kind === 'module' || options.target.kind === 'stdin';
  let main: PyModule | undefined;
  const status = withExitStatus(interpreter, () => {
    main = startInterpreter(interpreter, isEager);
  });
  if (main === undefined) {
    process.exitCode = status < 0 ? 130 : status;
    throw new StartError('the interpreter could not be started');
  }
  return { interpreter, main };
}

/** Calls and loop iterations after which a program counts as one that runs for long. */
const WARM_WORK = 20_000;

/** Runs the program, and ends the process with it. */
function runProgram(options: Options, distribution: string, onWarm: () => void): never {
  const { interpreter, main } = start(options, distribution);
  if (interpreter.config.verbose > 0 && !interpreter.config.quiet) interpreter.writeError(banner(interpreter));
  thread.onWarm = () => {
    onWarm();
    watchSignals();
  };
  thread.workUntilWarm = WARM_WORK;
  installJit(interpreter);
  const program = { interpreter, main, programName: PROGRAM, skipFirstLine: options.skipFirstLine };
  const startsInteractive = options.target.kind === 'stdin' && (options.inspect || isInteractive(interpreter));
  let status = 0;
  try {
    status = startsInteractive
      ? runRepl(interpreter, main, !interpreter.config.quiet && interpreter.config.verbose === 0)
      : withExitStatus(interpreter, () => runTarget(program, options.target));
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    interpreter.writeError(error.message);
    status = error.status;
  }
  if (interpreter.config.inspect && !startsInteractive) status = runRepl(interpreter, main, false);
  const final = finalize(interpreter, status);
  reportJit(interpreter);
  // The program is over, whatever the host still waits for, and what it has written is written. This also spares the
  // process from taking its heap apart.
  return interpreter.host.exit(final);
}

/** What to say of an error that is no Python exception: a start that failed, or a mistake of ours. */
function fatalMessage(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const isAsked = process.env['TAIPAN_INTERNAL_ERRORS'] !== undefined;
  const text = error instanceof Error ? (isAsked ? (error.stack ?? error.message) : error.message) : String(error);
  return `internal error of Taipan: ${text}`;
}

/**
 * Runs the command line. Ends the process with the program's status, or returns that of a command without a program.
 *
 * @param argv arguments after the program's name
 * @param distribution directory of the built files
 * @param onWarm called once the program has run for a while
 */
export function main(argv: readonly string[], distribution: string, onWarm: () => void): number {
  let options: Options;
  try {
    options = parseOptions(argv);
  } catch (error) {
    if (error instanceof UsageError) return usageError(error);
    throw error;
  }
  if (options.help !== null) {
    process.stdout.write(helpText(options.help, PROGRAM));
    return 0;
  }
  if (options.version > 0) {
    process.stdout.write(`Python ${options.version > 1 ? versionText() : VERSION_TEXT}\n`);
    return 0;
  }
  if (options.dump !== null) {
    try {
      return parts.dump()(options.dump, options, PROGRAM);
    } catch (error) {
      if (error instanceof UsageError) return usageError(error);
      throw error;
    }
  }
  try {
    return runProgram(options, distribution, onWarm);
  } catch (error) {
    process.stderr.write(`Fatal Python error: ${fatalMessage(error)}\n`);
    return 1;
  }
}
