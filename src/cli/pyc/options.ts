/** Options of the `pyc` command's subcommands, from tables. */

/** A mistake in the arguments. */
export class UsageError extends Error {}

/** Spellings of an option; `value` says that it takes one. */
export interface OptionSpec {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly takesValue?: boolean;
  /** The only values allowed. */
  readonly choices?: readonly string[];
}

/** What was given. An option without a value has the value `''`. */
export interface ParsedOptions {
  readonly values: ReadonlyMap<string, string>;
  readonly paths: readonly string[];
}

function splitOption(arg: string, specs: readonly OptionSpec[]): [spec: OptionSpec, value: string | undefined] {
  for (const spec of specs) {
    for (const spelling of spec.spellings) {
      if (arg === spelling) return [spec, undefined];
      if (spelling.startsWith('--') && arg.startsWith(`${spelling}=`)) return [spec, arg.slice(spelling.length + 1)];
      if (!spelling.startsWith('--') && spec.takesValue === true && arg.startsWith(spelling))
        return [spec, arg.slice(spelling.length)];
    }
  }
  throw new UsageError(`unknown option ${arg}`);
}

/** Takes arguments apart. `--` ends the options, `-` alone is a path. @throws UsageError */
export function parseOptions(args: readonly string[], specs: readonly OptionSpec[]): ParsedOptions {
  const values = new Map<string, string>();
  const paths: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') {
      paths.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      paths.push(arg);
      continue;
    }
    const [spec, attached] = splitOption(arg, specs);
    let value = attached;
    if (spec.takesValue !== true) {
      if (value !== undefined) throw new UsageError(`option ${spec.spellings.at(-1)} takes no value`);
      value = '';
    } else if (value === undefined) {
      value = args[++i];
      if (value === undefined) throw new UsageError(`option ${spec.spellings.at(-1)} needs a value`);
    }
    if (spec.choices !== undefined && !spec.choices.includes(value))
      throw new UsageError(`option ${spec.spellings.at(-1)}: one of ${spec.choices.join(', ')} is needed`);
    values.set(spec.name, value);
  }
  return { values, paths };
}

/** A count that an option gives. @throws UsageError */
export function countOption(options: ParsedOptions, name: string): number | undefined {
  const text = options.values.get(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`option --${name} needs a number`);
  return Number(text);
}

export const JSON_OPTION: OptionSpec = { name: 'json', spellings: ['--json'] };
export const COLOR_OPTION: OptionSpec = {
  name: 'color',
  spellings: ['--color'],
  takesValue: true,
  choices: ['auto', 'always', 'never'],
};
