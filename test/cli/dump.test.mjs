// `--dump`: the page about the compiler shows what the command prints.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTaipan } from '../support/taipan.mjs';

const page = readFileSync(new URL('../../docs/internals/compiler.md', import.meta.url), 'utf8');
const program = /```python\n([\s\S]*?)```/.exec(page)[1];
const shown = [...page.matchAll(/```console\n\$ taipan (.*)\n([\s\S]*?)```/g)];

describe('--dump', () => {
  let cwd;
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'dump-'));
    writeFileSync(join(cwd, 'total.py'), program);
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  test.each(shown.map(([, command, output]) => ({ command, output })))('$command', async ({ command, output }) => {
    const { stdout, stderr, status } = await runTaipan(command.split(' '), { cwd });
    expect({ stdout: stdout.trimEnd(), stderr, status }).toEqual({ stdout: output.trimEnd(), stderr: '', status: 0 });
  });

  test('the page shows every stage', () => {
    const stages = new Set(shown.map(([, command]) => /--dump=(\w+)/.exec(command)[1]));
    expect([...stages].sort()).toEqual(['ast', 'cfg', 'dis', 'seq', 'symtable', 'tokens']);
  });

  test('cfg shows every pass', async () => {
    const { stdout } = await runTaipan(['--dump=cfg', 'total.py'], { cwd });
    expect(new Set(stdout.match(/^cfg:\w+$/gm)).size).toBe(20);
  });

  test('a bad program, a stage that there is not, a file that is not there', async () => {
    const bad = await runTaipan(['--dump=dis', '-c', 'x = 1 if'], { cwd });
    expect(bad).toMatchObject({ stdout: '', stderr: '<string>:1:9: SyntaxError: invalid syntax\n', status: 1 });
    expect(await runTaipan(['--dump=nothing', 'total.py'], { cwd })).toMatchObject({ stdout: '', status: 2 });
    expect(await runTaipan(['--dump=ast', 'absent.py'], { cwd })).toMatchObject({ stdout: '', status: 2 });
  });
});
