// Programs with threads print what their `# expect:` comments say. The oracle has no threads, so these were checked with a
// native CPython; none depends on the order in which threads run.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runTaipan } from '../support/taipan.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const programs = readdirSync(folder).filter((name) => name.endsWith('.py'));

describe('threads', () => {
  test.concurrent.each(programs)('%s', async (name) => {
    const file = path.join(folder, name);
    const expected = [...readFileSync(file, 'utf8').matchAll(/# expect: ?(.*)$/gm)]
      .map((match) => `${match[1]}\n`)
      .join('');
    const { stdout, stderr, status } = await runTaipan(['-B', file]);
    expect({ stdout, stderr, status }).toEqual({ stdout: expected, stderr: '', status: 0 });
  });
});
