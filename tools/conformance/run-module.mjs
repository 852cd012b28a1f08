// Runs one module of CPython's tests in a process of its own, in an empty directory, and reads what `run-module.py`
// recorded. A test at which the process ends or hangs has failed; another process goes on after it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from '../../test/support/taipan.mjs';

const runner = fileURLToPath(new URL('run-module.py', import.meta.url));

/** After so many processes that did not come to their end, the rest of a module is given up. */
const MAX_PROCESSES = 12;

/** What a results file tells: test → {outcome, seconds, detail}, the test that began and did not end, and whether all is done. */
export function readResults(file) {
  const tests = new Map();
  let running;
  let done = false;
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const entry = JSON.parse(line);
    if (entry.done) done = true;
    else if (entry.start) running = entry.test;
    else {
      tests.set(entry.test, entry);
      running = undefined;
    }
  }
  return { tests, running, done };
}

function append(file, entry) {
  fs.appendFileSync(file, `${JSON.stringify(entry)}\n`);
}

/** Runs the process until it ends, or until nothing was recorded for `timeout` seconds. Says why it ended. */
function runProcess(command, module, { results, log, tests, timeout }) {
  return new Promise((resolve) => {
    const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'taipan-conformance-'));
    const output = fs.openSync(log, 'a');
    const child = spawn(command[0], [...command.slice(1), runner, module, results], {
      cwd,
      env: cleanEnvironment({ PYTHONPATH: tests, TMPDIR: cwd }),
      stdio: ['ignore', output, output],
      // A group of its own, so that what the tests start ends with it.
      detached: true,
    });
    fs.closeSync(output);
    const killGroup = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    };
    let hung = false;
    let size = -1;
    let since = Date.now();
    const watch = setInterval(() => {
      const now = fs.statSync(results, { throwIfNoEntry: false })?.size ?? 0;
      if (now !== size) [size, since] = [now, Date.now()];
      else if (Date.now() - since > timeout * 1000) {
        hung = true;
        killGroup();
      }
    }, 500);
    const finish = (reason) => {
      clearInterval(watch);
      killGroup();
      fs.rmSync(cwd, { recursive: true, force: true });
      resolve(reason);
    };
    child.on('error', (error) => finish(`cannot run: ${error.message}`));
    child.on('exit', (status, signal) =>
      finish(hung ? `nothing happened for ${timeout} seconds` : `the process ended with ${signal ?? status}`),
    );
  });
}

/**
 * Runs a module's tests.
 *
 * @param {{command: string[], results: string, log: string, tests: string, timeout: number, skip: Iterable<string>}} options
 *   `results` and `log` are files that are appended to, `tests` the directory that holds `test/`.
 */
export async function runModule(module, options) {
  const { results, skip } = options;
  for (const test of skip) append(results, { test, outcome: 'skip', seconds: 0, detail: 'listed' });
  for (let count = 0; count < MAX_PROCESSES; count++) {
    // eslint-disable-next-line no-await-in-loop -- each process goes on where the one before it ended
    const reason = await runProcess(options.command, module, options);
    const { running, done } = readResults(results);
    if (done) return;
    append(results, { test: running ?? module, outcome: 'fail', seconds: 0, detail: reason });
    // It did not come to a test, or ended after the last: nothing to go on with.
    if (running === undefined) break;
  }
  append(results, { done: true });
}
