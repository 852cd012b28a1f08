// Runs the language programs with everything compiled at once, and with compiled code left all the time, and compares with
// what the interpreter alone prints:
//
//   node test/jit/programs.mjs [--modes=force,stress] [--jobs=2] [part of a name]…
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTaipan } from '../support/taipan.mjs';

const folder = fileURLToPath(new URL('../lang/', import.meta.url));

/** Language programs, and those of this folder. */
export function allPrograms() {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return [folder, here].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !path
            .relative(root, file)
            .split(path.sep)
            .some((part) => part.startsWith('_')),
      )
      .sort(),
  );
}

async function run(file, mode) {
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'taipan-jit-'));
  try {
    const { stdout, stderr, status } = await runTaipan([`--jit=${mode}`, '-B', file], {
      cwd,
      env: { PYTHONHASHSEED: '0' },
    });
    const plain = (text) => text.replaceAll(/\b0x[0-9a-f]{5,}\b/g, '0x…');
    return { stdout: plain(stdout), stderr: plain(stderr), status };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** The modes in which a program does not do what it does in the interpreter, with what it does. */
export async function differences(file, modes) {
  const expected = await run(file, 'off');
  const found = [];
  for (const mode of modes) {
    const actual = await run(file, mode);
    for (const part of ['stdout', 'stderr', 'status']) {
      if (actual[part] !== expected[part]) found.push({ mode, part, actual: actual[part], expected: expected[part] });
    }
  }
  return found;
}

function firstDifference(a, b) {
  if (typeof a !== 'string') return `${a}, not ${b}`;
  const [actual, expected] = [a.split('\n'), b.split('\n')];
  const at = actual.findIndex((line, i) => line !== expected[i]);
  return at < 0 ? `${expected.length - actual.length} lines are missing` : `${actual[at]}\n   not: ${expected[at]}`;
}

async function main(args) {
  const option = (name, fallback) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback;
  const modes = option('modes', 'force,stress').split(',');
  const parts = args.filter((arg) => !arg.startsWith('--'));
  const pending = allPrograms().filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
  const total = pending.length;
  let failed = 0;
  const work = async () => {
    for (let file = pending.shift(); file !== undefined; file = pending.shift()) {
      const found = await differences(file, modes);
      if (found.length > 0) failed++;
      for (const { mode, part, actual, expected } of found)
        console.log(`${path.relative(folder, file)} ${mode} ${part}: ${firstDifference(actual, expected)}`);
    }
  };
  await Promise.all(Array.from({ length: Number(option('jobs', '2')) }, work));
  console.log(`${total - failed} of ${total} programs do the same`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
