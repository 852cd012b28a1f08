// The programs in programs/, each in a process of its own for each engine, in turns.
//
//   --taipan=OPTIONS   one more Taipan, with these options (`--taipan=--jit=off`; `node:--flag` for Node's own)
//   --python=COMMAND   a native Python to compare with; may be repeated, the first one is the yardstick
//   --wasm             also CPython compiled to WebAssembly, which is the yardstick where no native one is found
//   --seconds=N        how long each process repeats its program (2); CPython, which need not warm up, at most one second.
//                      More where other work keeps the machine busy, as that keeps V8 from compiling
//   --rounds=N         how many processes for each program and engine; the fastest repetition of all counts (1)
//   --json=FILE        writes all figures there; `-` writes them to standard output instead of the table
//
// Without --python, `$TAIPAN_BENCH_PYTHON`, `python3.14` and `pypy3` are taken where they exist.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environment, pythonEngine, taipanEngine, wasmEngine } from './engines.mjs';
import { geometricMean, table } from './report.mjs';

const measureScript = fileURLToPath(new URL('./measure.py', import.meta.url));

/** The names of all programs. */
export function programNames() {
  return readdirSync(new URL('./programs/', import.meta.url))
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.slice(0, -'.py'.length))
    .sort();
}

function parseOptions(words) {
  const options = { taipan: [], python: [], wasm: false, seconds: 2, rounds: 1, json: undefined };
  for (const word of words) {
    const [, name, value = ''] = /^--(\w+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === 'taipan' || name === 'python') options[name].push(value);
    else if (name === 'wasm') options.wasm = true;
    else if (name === 'json') options.json = value === '' ? '-' : value;
    else if ((name === 'seconds' || name === 'rounds') && Number(value) > 0) options[name] = Number(value);
    else throw new Error(`unknown option: ${word}`);
  }
  return options;
}

function chooseEngines(options) {
  const told = options.python.map((command) => {
    const engine = pythonEngine(command);
    if (engine === undefined) throw new Error(`no Python: ${command}`);
    return engine;
  });
  const usual = [process.env.TAIPAN_BENCH_PYTHON ?? 'python3.14', 'pypy3'];
  const pythons = told.length > 0 ? told : usual.map(pythonEngine).filter((engine) => engine !== undefined);
  const taipans = options.taipan.length > 0 ? options.taipan.map(taipanEngine) : [taipanEngine()];
  const wasm = options.wasm || !pythons.some(({ name }) => name.startsWith('cpython')) ? [wasmEngine()] : [];
  const yardsticks = [...pythons, ...wasm].sort((a, b) => a.name.startsWith('pypy') - b.name.startsWith('pypy'));
  return { taipans, yardsticks };
}

/** One process. @returns what measure.py prints, or what went wrong */
function measure(engine, program, longest) {
  const seconds = engine.name.startsWith('cpython') ? Math.min(longest, 1) : longest;
  const [command, ...args] = engine.command;
  const result = spawnSync(command, [...args, measureScript, program, String(seconds)], {
    encoding: 'utf8',
    env: environment,
    timeout: (60 + seconds * 10) * 1000,
  });
  const line = (result.stdout ?? '').trim().split('\n').at(-1);
  if (result.status === 0 && line.startsWith('{')) return JSON.parse(line);
  return { error: result.error?.message ?? (result.stderr.trim().split('\n').at(-1) || `status ${result.status}`) };
}

/** Seconds from the first repetition on until one took at most twice the best time. */
function warmUp(times, best) {
  let passed = 0;
  for (const time of times) {
    if (time <= best * 2) return passed;
    passed += time;
  }
  return passed;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** The figures of all processes of a program in an engine. */
function summarize(runs) {
  const failed = runs.find((run) => run.error !== undefined);
  if (failed !== undefined) return { error: failed.error };
  const best = Math.min(...runs.flatMap((run) => run.times));
  return {
    best,
    median: median(runs.map((run) => median(run.times))),
    warmUp: Math.min(...runs.map((run) => warmUp(run.times, best))),
    cpu: Math.min(...runs.map((run) => run.cpu / run.times.length)),
    peak: Math.min(...runs.map((run) => run.peak ?? Infinity)),
    repetitions: runs[0].times.length,
    checksum: runs[0].checksum,
    group: runs[0].group,
    size: runs[0].size,
  };
}

/** Measures the programs and prints. */
export function run(names, words) {
  const options = parseOptions(words);
  const { taipans, yardsticks } = chooseEngines(options);
  const engines = [...taipans, ...yardsticks];
  const yardstick = yardsticks[0];
  const isTable = options.json !== '-';
  const rows = [];
  const print = isTable ? table(engines, yardstick) : undefined;
  for (const program of names) {
    const runs = new Map(engines.map((engine) => [engine.name, []]));
    for (let round = 0; round < options.rounds; round++) {
      for (const engine of engines) runs.get(engine.name).push(measure(engine, program, options.seconds));
    }
    const figures = Object.fromEntries(Array.from(runs, ([name, list]) => [name, summarize(list)]));
    const sums = new Set(Object.values(figures).flatMap(({ checksum }) => checksum ?? []));
    const row = { program, figures, agree: sums.size <= 1 };
    rows.push(row);
    print?.row(row);
  }
  const means = geometricMeans(rows, taipans, yardsticks);
  print?.end(means);
  const report = { yardstick: yardstick.name, engines: engines.map(({ name }) => name), means, programs: rows };
  if (options.json === '-') console.log(JSON.stringify(report, null, 2));
  else if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(report, null, 2));
  if (rows.some(({ agree, figures }) => !agree || Object.values(figures).some(({ error }) => error))) {
    process.exitCode = 1;
  }
}

/** How many times longer each Taipan takes than each other engine: over all programs, and over each group. */
function geometricMeans(rows, taipans, yardsticks) {
  const groups = ['language', 'library'];
  return taipans.flatMap((taipan) =>
    yardsticks.map((other) => {
      const ratios = (wanted) =>
        rows.flatMap(({ figures }) => {
          const [mine, its] = [figures[taipan.name], figures[other.name]];
          return mine.best && its.best && (wanted === undefined || mine.group === wanted) ? mine.best / its.best : [];
        });
      return {
        engine: taipan.name,
        against: other.name,
        all: geometricMean(ratios()),
        ...Object.fromEntries(groups.map((group) => [group, geometricMean(ratios(group))])),
      };
    }),
  );
}
