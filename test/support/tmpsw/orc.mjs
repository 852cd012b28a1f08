import { runProgramInOracle } from '../oracle-program.mjs';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
const folder = '/work/main/test/lang';
for (const f of fs.readdirSync(folder + '/text').sort()) {
  if (process.argv[2] && !f.includes(process.argv[2])) continue;
  const file = folder + '/text/' + f;
  const want = await runProgramInOracle(file, { mounted: folder });
  const r = spawnSync('node', ['--stack-size=7000', '/tmp/sw/run/bin/taipan.js', '-B', file], { env: { PATH: process.env.PATH, PYTHONHASHSEED: '0' }, maxBuffer: 1e9, encoding: 'utf8', cwd: '/tmp' });
  const got = { stdout: r.stdout, stderr: r.stderr, status: r.status };
  let bad = '';
  for (const k of ['stdout', 'stderr', 'status']) if (got[k] !== want[k]) {
    const a = String(want[k]).split('\n'), b = String(got[k]).split('\n');
    const i = a.findIndex((l, j) => l !== b[j]);
    bad += `\n  ${k} line ${i}\n    want ${a[i]?.slice(0, 250)}\n    got  ${b[i]?.slice(0, 250)}`;
  }
  console.log(f, bad || 'ok');
}
process.exit(0);
