/** `pyc diff A B`: how two files differ, also across versions. */
import type { Host } from '../../host/contract.ts';
import { diff, diffText, readPyc, type Difference, type Pyc } from '../../pyc/index.ts';
import { STANDARD_INPUT, readInput } from './inputs.ts';
import { COLOR_OPTION, JSON_OPTION, UsageError, parseOptions, type OptionSpec } from './options.ts';
import { Output, colorDiff, complaint, wantsColor } from './output.ts';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'ignore-filename', spellings: ['--ignore-filename'] },
  { name: 'ignore-lines', spellings: ['--ignore-lines'] },
  JSON_OPTION,
  COLOR_OPTION,
];

/** Exit status: as `diff` has it. */
const SAME = 0;
const DIFFERENT = 1;
const TROUBLE = 2;

/** Runs the subcommand. */
export function runDiff(host: Host, args: readonly string[]): number {
  const options = parseOptions(args, OPTIONS);
  if (options.paths.length !== 2) throw new UsageError('two files are needed');
  const files: { path: string; pyc: Pyc }[] = [];
  const output = new Output(host, 1);
  let differences: Difference[];
  let current = '';
  try {
    for (const path of options.paths) {
      current = path === '-' ? STANDARD_INPUT : path;
      files.push({ path: current, pyc: readPyc(readInput(host, current)) });
    }
    current = files.map(({ path }) => path).join(' and ');
    differences = diff(files[0]!.pyc.code, files[1]!.pyc.code, {
      ignoreFilename: options.values.has('ignore-filename'),
      ignoreLines: options.values.has('ignore-lines'),
    });
  } catch (error) {
    const errors = new Output(host, 2);
    errors.write(`pyc: ${current}: ${complaint(error)}\n`);
    errors.flush();
    return TROUBLE;
  }
  if (options.values.has('json')) {
    const names = files.map(({ path, pyc }) => ({ path, python: pyc.header.python.version }));
    output.write(`${JSON.stringify({ a: names[0], b: names[1], differences }, undefined, 2)}\n`);
  } else if (differences.length > 0) {
    const [a, b] = files.map(({ path, pyc }) => `${path} (python ${pyc.header.python.version})`);
    const text = `- ${a}\n+ ${b}\n${diffText(differences)}`;
    output.write(wantsColor(host, options) ? colorDiff(text) : text);
  }
  output.flush();
  return differences.length === 0 ? SAME : DIFFERENT;
}
