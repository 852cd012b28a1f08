// Lines a second that `compile()` makes code of: the whole library in one process, the fastest of several rounds, beside
// a native CPython if there is one (TAIPAN_BENCH_PYTHON, or python3).
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeOptions, taipanFile } from '../test/support/taipan.mjs';

const script = fileURLToPath(new URL('compile.py', import.meta.url));
const library = fileURLToPath(new URL('../dist/lib/python3.14/', import.meta.url));
const ROUNDS = 8;

/** Lines a second, or null where the command does not run. */
function measure(file, args) {
  try {
    const output = execFileSync(file, [...args, script, library, String(ROUNDS)], { encoding: 'utf8' });
    const [lines, seconds] = output.trim().split(' ').map(Number);
    return lines / seconds;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

export function run() {
  if (!existsSync(library)) throw new Error('no library: npm run build');
  const python = process.env.TAIPAN_BENCH_PYTHON ?? 'python3';
  const ours = measure(process.execPath, [...nodeOptions, taipanFile]);
  const theirs = measure(python, ['-I']);
  const format = (rate) => `${Math.round(rate).toLocaleString('en')} lines/s`;
  console.log(`compile    taipan ${format(ours)}`);
  if (theirs === null) return;
  const version = execFileSync(python, ['-c', 'import sys; print(sys.version.split()[0])'], {
    encoding: 'utf8',
  }).trim();
  console.log(`           CPython ${version} ${format(theirs)}; taipan / CPython ${(ours / theirs).toFixed(2)}`);
}
