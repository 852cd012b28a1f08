// Runs the built command in a fresh process, with nothing of Python's in the environment.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The command's file. */
export const taipanFile = fileURLToPath(new URL('../../bin/taipan.js', import.meta.url));

/** The options that the command's first line gives to Node. */
export const nodeOptions = readFileSync(taipanFile, 'utf8')
  .split('\n', 1)[0]
  .split(/\s+/)
  .filter((word) => word.startsWith('--'));

/** This process's environment without what Python or Node would listen to. */
export function cleanEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(PYTHON|NODE_|VITEST|FORCE_COLOR|NO_COLOR)/.test(name),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1', ...extra };
}

/**
 * Runs a program to its end.
 *
 * @param {string} file what to execute
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, input?: string | Uint8Array}} options
 * @returns {Promise<{stdout: string, stderr: string, status: number | null, signal: string | null}>}
 */
export function runProcess(file, args, { cwd, env = {}, input = '' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: cleanEnvironment(env) });
    const chunks = { stdout: [], stderr: [] };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => chunks[name].push(chunk));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      const [stdout, stderr] = [chunks.stdout, chunks.stderr].map((list) => Buffer.concat(list).toString('utf8'));
      resolve({ stdout, stderr, status, signal });
    });
    // A program may end without reading what it is given.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Runs `taipan` with these arguments. */
export function runTaipan(args, options = {}) {
  return runProcess(process.execPath, [...nodeOptions, taipanFile, ...args], options);
}
