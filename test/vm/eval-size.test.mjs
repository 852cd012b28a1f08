// V8 never optimises a function of more than 61,440 bytes of its bytecode: the eval loop must stay well below.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, expect, it } from 'vitest';
import { inlineOpcodes } from '../../tools/build/inline-opcodes.mjs';
import { runProcess } from '../support/taipan.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'taipan-eval-size-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

it('keeps the eval loop small enough for the optimiser', async () => {
  // The command's own bundle has short names: here the loop can be found by its name.
  const outfile = path.join(folder, 'taipan.cjs');
  await build({
    entryPoints: [path.join(root, 'src/cli/main.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, target: 'es2023' } },
    plugins: [inlineOpcodes(root)],
    logLevel: 'error',
  });
  const program = `require(${JSON.stringify(outfile)}).main(['-S', '-c', 'pass'], ${JSON.stringify(path.join(root, 'dist'))}, () => {})`;
  const { stdout } = await runProcess(process.execPath, [
    '--stack-size=7000',
    '--print-bytecode',
    '--print-bytecode-filter=runLoop',
    '-e',
    program,
  ]);
  const lengths = [...stdout.matchAll(/^Bytecode length: (\d+)$/gm)].map((match) => Number(match[1]));
  expect(lengths.length).toBeGreaterThan(0);
  expect(Math.max(...lengths)).toBeLessThan(48 * 1024);
});
