// What a start loads: each of Node's own modules costs about as much as a twentieth of a start, `crypto` a third.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeOptions, runProcess, taipanFile } from '../support/taipan.mjs';

const SHOW_LOADED = `
const before = new Set(process.moduleLoadList);
process.on('exit', () => {
  const loaded = process.moduleLoadList.filter((name) => name.startsWith('NativeModule') && !before.has(name));
  require('node:fs').writeSync(2, loaded.map((name) => name.slice('NativeModule '.length)).join());
});
`;

test.each(['pass', 'print("x" in {"x": hash("y")}, [1.5, 2 ** 70])', 'import random; random.random()'])(
  '%s',
  async (program) => {
    const preload = path.join(tmpdir(), `taipan-show-loaded-${process.pid}.cjs`);
    writeFileSync(preload, SHOW_LOADED);
    const run = () => runProcess(process.execPath, [...nodeOptions, '--require', preload, taipanFile, '-c', program]);
    await run();
    const { stderr, status } = await run();
    expect({ stderr, status }).toEqual({ stderr: 'vm', status: 0 });
  },
);
