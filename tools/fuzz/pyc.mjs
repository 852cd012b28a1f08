// Fuzzes the readers of `.pyc` files, guided by coverage: a damaged file that reaches code no other did is damaged further.
//
//   node tools/fuzz/pyc.mjs [--rounds 100000] [--seed 1] [--crashes DIR]
//
// A find (an error without a type or offset, or more than a second) is written to DIR and ends in status 1.
import { Session } from 'node:inspector';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { files, pycOf } from '../../test/golden/golden.mjs';
import { TIME_LIMIT, exercise } from './exercise.mjs';
import { Numbers, mutate } from './mutate.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    crashes: { type: 'string', default: path.join(os.tmpdir(), 'pyc-fuzz-crashes') },
  },
});

/** Files damaged between two looks at the coverage, which costs as much as some of them. */
const BATCH = 24;
/** Larger files make every round slower, and reach nothing more. */
const MAX_SIZE = 6000;

const { build } = createRequire(import.meta.url)('esbuild');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pyc-fuzz-'));
const bundle = path.join(folder, 'library.mjs');
await build({
  entryPoints: [path.join(root, 'src/presets/pyc.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  logLevel: 'error',
});
const url = pathToFileURL(bundle).href;
const session = new Session();
session.connect();
const post = (method, parameters) => {
  let result;
  session.post(method, parameters, (error, value) => {
    if (error) throw error;
    result = value;
  });
  return result;
};
post('Profiler.enable');
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const library = await import(url);

const seen = new Set();
/** What ran since the last call and never before. */
function newRanges() {
  const ranges = new Set();
  for (const script of post('Profiler.takePreciseCoverage').result) {
    if (script.url !== url) continue;
    for (const { startOffset, endOffset, count } of script.functions.flatMap((entry) => entry.ranges)) {
      if (count === 0) continue;
      // How often counts too, roughly: a loop that ran a hundred times is not one that ran once.
      const key = `${startOffset}-${endOffset}-${Math.min(8, Math.floor(Math.log2(count)))}`;
      if (!seen.has(key)) ranges.add(key);
    }
  }
  return ranges;
}

const corpus = files.map(({ version, name }) => pycOf(version, name)).filter(({ length }) => length <= MAX_SIZE);
const originals = new Map(corpus.map((bytes) => [bytes, library.readPyc(bytes).code]));
const numbers = new Numbers(Number(values.seed));
const rounds = Number(values.rounds);
const outcomes = new Map();
let finds = 0;
let slowest = 0;

function tryOne(bytes, original) {
  const start = performance.now();
  let outcome;
  try {
    outcome = exercise(library, bytes, original);
  } catch (error) {
    outcome = 'crash';
    report(bytes, error instanceof Error ? error.stack : String(error));
  }
  const elapsed = performance.now() - start;
  slowest = Math.max(slowest, elapsed);
  if (elapsed > TIME_LIMIT) report(bytes, `${Math.round(elapsed)} ms`);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

function report(bytes, why) {
  finds++;
  fs.mkdirSync(values.crashes, { recursive: true });
  const file = path.join(values.crashes, `${finds}.pyc`);
  fs.writeFileSync(file, bytes);
  console.log(`${file}: ${why}`);
}

for (const bytes of corpus) {
  tryOne(bytes, undefined);
  for (const range of newRanges()) seen.add(range);
}
for (let round = 0; round < rounds; round += BATCH) {
  const batch = Array.from({ length: BATCH }, () => {
    const base = corpus[numbers.below(corpus.length)];
    const bytes = mutate(base, numbers, corpus[numbers.below(corpus.length)]);
    return { bytes: bytes.length > MAX_SIZE ? bytes.slice(0, MAX_SIZE) : bytes, original: originals.get(base) };
  });
  for (const { bytes, original } of batch) tryOne(bytes, original);
  if (newRanges().size === 0) continue;
  // Which of them was it?
  for (const { bytes, original } of batch) {
    tryOne(bytes, original);
    const ranges = newRanges();
    if (ranges.size === 0) continue;
    for (const range of ranges) seen.add(range);
    corpus.push(bytes);
  }
}
fs.rmSync(folder, { recursive: true });
console.log(
  `${rounds} rounds, corpus ${corpus.length}, ranges reached ${seen.size}, slowest ${Math.round(slowest)} ms`,
);
for (const [outcome, count] of outcomes) console.log(`${outcome}: ${count}`);
process.exitCode = finds === 0 ? 0 : 1;
