// The lists of what is known about CPython's tests, kept as plain text in test/conformance:
//
//   pass.txt   `# group: title` lines, and below them `module passes`: how many of its tests pass
//   fail.txt   `test  # reason`: tests that CPython passes and Taipan does not; a module's name stands for all its tests
//   skip.txt   `test  # reason`: tests that are not run, and do not count
import fs from 'node:fs';
import path from 'node:path';

function linesOf(file) {
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** Test → reason. */
function readReasons(file) {
  const reasons = new Map();
  for (const line of linesOf(file)) {
    if (line.startsWith('#')) continue;
    const [, test, reason] = /^(\S+)\s+# (.+)$/.exec(line) ?? [];
    if (test === undefined) throw new Error(`${file}: not "test  # reason": ${line}`);
    reasons.set(test, reason);
  }
  return reasons;
}

/** Reads the three lists. `groups` has the modules of each group, by its letter. */
export function readLists(folder) {
  const groups = new Map();
  const passes = new Map();
  let group = [];
  for (const line of linesOf(path.join(folder, 'pass.txt'))) {
    const heading = /^# (\w): /.exec(line);
    if (heading) groups.set(heading[1], (group = []));
    if (line.startsWith('#')) continue;
    const [module, count] = line.split(' ');
    group.push(module);
    passes.set(module, Number(count));
  }
  return {
    groups,
    passes,
    fail: readReasons(path.join(folder, 'fail.txt')),
    skip: readReasons(path.join(folder, 'skip.txt')),
  };
}

/** The module that a test is of. */
export const moduleOf = (test) => /^(?:\w+ \()?(\w+)/.exec(test)[1];

function writeReasons(file, reasons) {
  const comments = linesOf(file).filter((line) => line.startsWith('#'));
  const entries = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([test, reason]) => `${test}  # ${reason}`);
  fs.writeFileSync(file, `${[...comments, ...entries].join('\n')}\n`);
}

/** Writes the lists with new counts and failures; comments and the order of modules stay. */
export function writeLists(folder, { passes, fail }) {
  const file = path.join(folder, 'pass.txt');
  const lines = linesOf(file).map((line) => {
    if (line.startsWith('#')) return line;
    const [module] = line.split(' ');
    return `${module} ${passes.get(module) ?? 0}`;
  });
  fs.writeFileSync(file, `${lines.join('\n')}\n`);
  writeReasons(path.join(folder, 'fail.txt'), fail);
}
