// Runs CPython's own test modules with Taipan and compares what passes with the lists in test/conformance.
//
//   npm run conformance -- DIR [module or group…]
//
// DIR is a directory that holds CPython's `test/` (its Lib). Without names all listed modules run.
//
//   --jobs N          so many modules at a time (default: half the processors)
//   --timeout S       seconds that a test may take (default 120)
//   --resume          keep the results of modules that an earlier run finished
//   --report          run nothing: compare the results that there are
//   --python FILE     another interpreter instead of Taipan, to have what to compare with; no lists then
//   --name NAME       where the results are kept: .cache/conformance/NAME (default: taipan, or the interpreter's name)
//   --reference NAME  compare with these results: only tests count that passed there
//   --update          write the lists anew (wants --reference)
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { nodeOptions, taipanFile } from '../../test/support/taipan.mjs';
import { moduleOf, readLists, writeLists } from './lists.mjs';
import { compareWithLists, compareWithReference, reasonOf } from './compare.mjs';
import { readResults, runModule } from './run-module.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = path.join(root, '.cache', 'conformance');
const listFolder = path.join(root, 'test', 'conformance');

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string', default: String(Math.max(1, os.availableParallelism() >> 1)) },
    timeout: { type: 'string', default: '120' },
    resume: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    python: { type: 'string' },
    name: { type: 'string' },
    reference: { type: 'string' },
    update: { type: 'boolean', default: false },
  },
});
const [directory, ...wanted] = positionals;
if (directory === undefined || !fs.existsSync(path.join(directory, 'test', 'support'))) {
  console.error('usage: npm run conformance -- DIR [module or group…]   (DIR holds CPython’s test/)');
  process.exit(2);
}

/** A copy of the tests alone: beside them lies a whole library, which is not to be imported. */
function copyTests() {
  const source = path.resolve(directory, 'test');
  const copy = path.join(cache, 'tests', path.resolve(directory).replaceAll(/\W+/g, '-'));
  if (!fs.existsSync(copy)) {
    const filter = (name) => path.basename(name) !== '__pycache__';
    const partial = `${copy}.${process.pid}`;
    fs.cpSync(source, path.join(partial, 'test'), { recursive: true, filter, verbatimSymlinks: true });
    fs.renameSync(partial, copy);
  }
  return copy;
}

const lists = readLists(listFolder);
const modules = (wanted.length > 0 ? wanted : [...lists.groups.keys()]).flatMap(
  (name) => lists.groups.get(name) ?? name,
);
const name = options.name ?? (options.python ? path.basename(options.python) : 'taipan');
const resultsFolder = path.join(cache, name);
fs.mkdirSync(resultsFolder, { recursive: true });
const fileOf = (module, kind = 'jsonl', folder = resultsFolder) => path.join(folder, `${module}.${kind}`);
const command = options.python ? [options.python] : [process.execPath, ...nodeOptions, taipanFile];

const counted = (tests) => {
  const counts = { pass: 0, fail: 0, skip: 0 };
  for (const { outcome } of tests.values()) counts[outcome]++;
  return counts;
};

/** Runs what is not done yet, so many modules at a time, and prints a line for each. */
async function runAll() {
  const tests = copyTests();
  const queue = modules.filter((module) => !(options.resume && readResults(fileOf(module)).done));
  let finished = modules.length - queue.length;
  const work = async () => {
    for (let module = queue.shift(); module !== undefined; module = queue.shift()) {
      const [results, log] = [fileOf(module), fileOf(module, 'log')];
      for (const file of [results, log]) fs.rmSync(file, { force: true });
      const skip = options.python ? [] : [...lists.skip.keys()].filter((test) => moduleOf(test) === module);
      const began = Date.now();
      // eslint-disable-next-line no-await-in-loop -- a worker does one module after the other
      await runModule(module, { command, results, log, tests, timeout: Number(options.timeout), skip });
      const { pass, fail, skip: skipped } = counted(readResults(results).tests);
      const seconds = ((Date.now() - began) / 1000).toFixed(0);
      console.log(
        `[${++finished}/${modules.length}] ${module}: ${pass} passed, ${fail} failed, ${skipped} skipped, ${seconds} s`,
      );
    }
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, work));
}

function printTable(rows) {
  const line = (cells) =>
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(28) : String(cell).padStart(9))).join(''));
  line(['module', 'run', 'passed', 'failed', 'skipped', '%']);
  const total = { pass: 0, fail: 0, skip: 0 };
  const cells = ({ pass, fail, skip }) => {
    const run = pass + fail;
    return [run, pass, fail, skip, run > 0 ? ((100 * pass) / run).toFixed(1) : '-'];
  };
  for (const [module, row] of rows) {
    line([module, ...cells(row)]);
    for (const key of Object.keys(total)) total[key] += row[key];
  }
  line(['total', ...cells(total)]);
}

if (!options.report) await runAll();
const outcomes = new Map(modules.map((module) => [module, readResults(fileOf(module)).tests]));
if (options.reference !== undefined) {
  const reference = new Map(
    modules.map((module) => [module, readResults(fileOf(module, 'jsonl', path.join(cache, options.reference))).tests]),
  );
  const { rows, failures } = compareWithReference(outcomes, reference);
  for (const [test, result] of failures) console.log(`${test}  # ${reasonOf(result)}`);
  printTable(rows);
  if (options.update) {
    for (const [module, { pass }] of rows) lists.passes.set(module, pass);
    const others = [...lists.fail].filter(([test]) => !outcomes.has(moduleOf(test)));
    const known = [...failures].map(([test, result]) => [test, lists.fail.get(test) ?? reasonOf(result)]);
    writeLists(listFolder, { passes: lists.passes, fail: new Map([...others, ...known]) });
  }
} else if (options.python === undefined) {
  const { rows, problems } = compareWithLists(outcomes, lists);
  printTable(rows);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} else printTable(new Map([...outcomes].map(([module, tests]) => [module, counted(tests)])));
