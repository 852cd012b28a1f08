// The library for .pyc files stays small enough for a page: all of it, and what the usual functions need of it.
import { build } from 'esbuild';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/taipan.mjs';

async function sizeOf(contents) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    metafile: true,
  });
  const folders = new Set(Object.keys(metafile.inputs).map((file) => file.split(path.sep)[1]));
  return { size: outputFiles[0].contents.length, folders };
}

test('all of it is below 120 kB, without compiler and machine', async () => {
  const { size, folders } = await sizeOf("export * from './src/presets/pyc.ts';");
  expect(size).toBeLessThan(120_000);
  for (const folder of ['compiler', 'parser', 'lexer', 'vm', 'objects', 'runtime'])
    expect([...folders]).not.toContain(folder);
});

test('what is not used is left out', async () => {
  const all = await sizeOf("export * from './src/presets/pyc.ts';");
  const { size } = await sizeOf("export { identify } from './src/presets/pyc.ts';");
  expect(size).toBeLessThan(all.size / 2);
});
