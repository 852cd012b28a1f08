// `pyc compile` on threads, as a command: the files are those that one thread makes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanEnvironment, root } from '../support/taipan.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'pyc-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pyc(...args) {
  const options = { cwd: folder, encoding: 'utf8', env: cleanEnvironment() };
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'bin', 'pyc.js'), ...args], options);
  return { status, stdout, stderr };
}

test('threads make the same files, and report in order', () => {
  mkdirSync(path.join(folder, 'src'));
  for (let i = 0; i < 30; i++)
    writeFileSync(path.join(folder, 'src', `m${i}.py`), `def f${i}(x):\n    return x + ${i}\n`);
  writeFileSync(path.join(folder, 'src', 'bad1.py'), 'x = (\n');
  writeFileSync(path.join(folder, 'src', 'bad2.py'), 'def\n');
  const one = pyc('compile', '--jobs', '1', '-o', 'one', 'src');
  const many = pyc('compile', '--jobs', '3', '-o', 'many', 'src');
  expect(many).toEqual(one);
  expect(many.status).toBe(1);
  expect(many.stderr.split('\n').map((line) => line.split(':')[1]?.trim())).toEqual([
    'src/bad1.py',
    'src/bad2.py',
    undefined,
  ]);
  const names = readdirSync(path.join(folder, 'one')).sort();
  expect(names).toHaveLength(30);
  expect(readdirSync(path.join(folder, 'many')).sort()).toEqual(names);
  for (const name of names)
    expect(readFileSync(path.join(folder, 'many', name)).equals(readFileSync(path.join(folder, 'one', name)))).toBe(
      true,
    );
  // All is up to date now.
  expect(pyc('compile', '-v', '-o', 'many', 'src/m0.py').stderr).toBe('fresh src/m0.py\n');
});

test('standard input and broken pipes', () => {
  const file = readFileSync(path.join(folder, 'one', 'm0.pyc'));
  const options = { cwd: folder, env: cleanEnvironment(), input: file };
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'bin', 'pyc.js'), 'identify', '-'], options);
  expect(stdout.toString()).toMatch(/^standard input: python 3\.14 byte-compiled, source of /);
});
