// What a start costs: user and system time of `taipan -c pass` beside `node -e 0`, taken in turns in one run.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environment, nodeFlags } from './engines.mjs';

const ROUNDS = 15;
const taipan = fileURLToPath(new URL('../bin/taipan.js', import.meta.url));
const COMMANDS = {
  'node -e 0': ['-e', '0'],
  'taipan -c pass': [...nodeFlags(), taipan, '-c', 'pass'],
};

/** User and system time of a process in milliseconds. */
function cpuTime(args) {
  const result = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'time', process.execPath, ...args], {
    encoding: 'utf8',
    env: environment,
  });
  if (result.status !== 0) throw new Error(`node ${args.join(' ')} failed: ${result.stderr}`);
  const [user, system] = result.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return (user + system) * 1000;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Measures and prints. */
export async function run() {
  const times = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, []]));
  for (const args of Object.values(COMMANDS)) cpuTime(args);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, args] of Object.entries(COMMANDS)) times[name].push(cpuTime(args));
  }
  console.log(`startup: user + system time, median of ${ROUNDS}`);
  for (const [name, list] of Object.entries(times)) {
    console.log(
      `  ${name.padEnd(16)}${median(list).toFixed(0).padStart(5)} ms  (${Math.min(...list).toFixed(0)} to ${Math.max(...list).toFixed(0)})`,
    );
  }
  const ratio = median(times['taipan -c pass']) / median(times['node -e 0']);
  console.log(`  ratio           ${ratio.toFixed(2).padStart(5)}`);
}
