// V8 never optimises a function of more than 61,440 bytes of its bytecode: the eval loop must stay well below.
import { expect, it } from 'vitest';
import { nodeOptions, runProcess, taipanFile } from '../support/taipan.mjs';

it('keeps the eval loop small enough for the optimiser', async () => {
  const { stdout } = await runProcess(process.execPath, [
    ...nodeOptions,
    '--print-bytecode',
    '--print-bytecode-filter=runFrame',
    taipanFile,
    '-S',
    '-c',
    'pass',
  ]);
  const lengths = [...stdout.matchAll(/^Bytecode length: (\d+)$/gm)].map((match) => Number(match[1]));
  expect(lengths.length).toBeGreaterThan(0);
  expect(Math.max(...lengths)).toBeLessThan(48 * 1024);
});
