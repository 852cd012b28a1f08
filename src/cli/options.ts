/** The command line of `taipan`, as CPython's. @cpython Python/getopt.c, Python/initconfig.c config_parse_cmdline */

import type { JitMode, JitSettings } from '../runtime/index.ts';

/** What is to be run. */
export type Target =
  | { readonly kind: 'command'; readonly source: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stdin' };

export interface Options {
  readonly target: Target;
  /** `sys.argv`, its first item apart. */
  readonly args: readonly string[];
  readonly bytesWarning: number;
  readonly noBytecode: boolean;
  readonly debug: number;
  readonly ignoreEnvironment: boolean;
  readonly inspect: boolean;
  readonly isolated: boolean;
  readonly optimize: number;
  readonly safePath: boolean;
  readonly quiet: number;
  readonly noUserSite: boolean;
  readonly noSite: boolean;
  readonly unbuffered: boolean;
  readonly verbose: number;
  readonly warnings: readonly string[];
  readonly xOptions: readonly string[];
  readonly jit: JitSettings;
  readonly skipFirstLine: boolean;
  readonly checkHashPycs: string | null;
  readonly version: number;
  /** `--dump=STAGE`: the stage of the compiler to show instead of running the program. */
  readonly dump: string | null;
  readonly help: 'usage' | 'env' | 'xoptions' | 'all' | null;
}

/** A command line that is wrong: its message. */
export class UsageError {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const FLAGS = 'bBdEhiIOPqRsStuvVx?';
const WITH_ARGUMENT = 'cmWX';
const JIT_MODES: readonly JitMode[] = ['off', 'on', 'force', 'stress'];

class Parser {
  private readonly argv: readonly string[];
  private at = 0;
  /** Rest of a group of one-letter options. */
  private group = '';
  constructor(argv: readonly string[]) {
    this.argv = argv;
  }

  /** Next option with its argument, or null at the end of options. */
  next(): { readonly option: string; readonly argument: string } | null {
    if (this.group === '') {
      const word = this.argv[this.at];
      if (word === undefined || !word.startsWith('-') || word === '-') return null;
      this.at++;
      if (word === '--') return null;
      if (word.startsWith('--')) return this.longOption(word.slice(2));
      this.group = word.slice(1);
    }
    const option = this.group[0]!;
    this.group = this.group.slice(1);
    if (WITH_ARGUMENT.includes(option)) {
      let argument = this.group;
      this.group = '';
      if (argument === '') {
        const next = this.argv[this.at];
        if (next === undefined) throw new UsageError(`Argument expected for the -${option} option`);
        this.at++;
        argument = next;
      }
      return { option, argument };
    }
    if (!FLAGS.includes(option)) throw new UsageError(`Unknown option: -${option}`);
    return { option, argument: '' };
  }

  private longOption(word: string): { readonly option: string; readonly argument: string } {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    switch (name) {
      case 'help':
      case 'version':
      case 'help-env':
      case 'help-xoptions':
      case 'help-all':
        return { option: name, argument: '' };
      case 'jit':
        if (!JIT_MODES.includes(word.slice(equals + 1) as JitMode))
          throw new UsageError(`--jit must be one of ${JIT_MODES.map((mode) => `'${mode}'`).join(', ')}`);
        return { option: name, argument: word.slice(equals + 1) };
      case 'jit-stats':
        return { option: name, argument: '' };
      case 'dump':
        return { option: name, argument: equals < 0 ? '' : word.slice(equals + 1) };
      case 'check-hash-based-pycs': {
        if (equals >= 0) throw new UsageError(`Unknown option: --${word}`);
        const argument = this.argv[this.at++];
        if (argument === undefined) throw new UsageError(`Argument expected for the --${name} options`);
        return { option: name, argument };
      }
      default:
        throw new UsageError(`Unknown option: --${word}`);
    }
  }

  rest(): string[] {
    return this.argv.slice(this.at);
  }
}

/** Reads the arguments after the program's name. @throws UsageError */
export function parseOptions(argv: readonly string[]): Options {
  const parser = new Parser(argv);
  const counts: Record<string, number> = {};
  const warnings: string[] = [];
  const xOptions: string[] = [];
  let target: Target | null = null;
  let checkHashPycs: string | null = null;
  let jitMode: JitMode = 'off';
  let help: Options['help'] = null;
  let dump: string | null = null;
  const count = (option: string): number => counts[option] ?? 0;
  for (let found = parser.next(); found !== null; found = parser.next()) {
    const { option, argument } = found;
    switch (option) {
      case 'c':
        target = { kind: 'command', source: argument };
        break;
      case 'm':
        target = { kind: 'module', name: argument };
        break;
      case 'W':
        warnings.push(argument);
        break;
      case 'X':
        xOptions.push(argument);
        break;
      case 'h':
      case '?':
      case 'help':
        help = 'usage';
        break;
      case 'help-env':
        help = 'env';
        break;
      case 'help-xoptions':
        help = 'xoptions';
        break;
      case 'help-all':
        help = 'all';
        break;
      case 'version':
        counts['V'] = count('V') + 1;
        break;
      case 'jit':
        jitMode = argument as JitMode;
        break;
      case 'dump':
        // What the JIT makes is shown while the program runs.
        if (argument === 'js') counts['dump'] = 1;
        else dump = argument;
        break;
      case 'check-hash-based-pycs':
        if (!['always', 'never', 'default'].includes(argument)) {
          throw new UsageError("--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
        }
        checkHashPycs = argument;
        break;
      default:
        counts[option] = count(option) + 1;
    }
    if (target !== null) break;
  }
  const rest = parser.rest();
  if (target === null) {
    const file = rest.shift();
    target = file === undefined || file === '-' ? { kind: 'stdin' } : { kind: 'file', path: file };
    if (file === '-') rest.unshift('-');
    else if (file !== undefined) rest.unshift(file);
    else rest.unshift('');
  } else rest.unshift(target.kind === 'command' ? '-c' : '-m');
  const isolated = count('I') > 0;
  return {
    target,
    args: rest,
    bytesWarning: count('b'),
    noBytecode: count('B') > 0,
    debug: count('d'),
    ignoreEnvironment: count('E') > 0 || isolated,
    inspect: count('i') > 0,
    isolated,
    optimize: count('O'),
    safePath: count('P') > 0 || isolated,
    quiet: count('q'),
    noUserSite: count('s') > 0 || isolated,
    noSite: count('S') > 0,
    unbuffered: count('u') > 0,
    verbose: count('v'),
    warnings,
    xOptions,
    jit: { mode: jitMode, dumps: count('dump') > 0, showsStatistics: count('jit-stats') > 0 },
    skipFirstLine: count('x') > 0,
    checkHashPycs,
    version: count('V'),
    dump,
    help,
  };
}
