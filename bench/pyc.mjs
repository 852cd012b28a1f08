// How fast `pyc` is: `node bench/pyc.mjs [PYTHON]`, after `npm run build`. Disassembles CPython's whole library, and with
// PYTHON (a CPython of any version) lets its own `dis` do the same with what it compiles of these sources; identifies
// 20,000 small files.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const root = fileURLToPath(new URL('../', import.meta.url));
const { compile } = await import('../dist/compiler.js');
const { disassemble, readPyc, writePyc } = await import('../dist/pyc.js');

const PYTHON_SCRIPT = `
import dis, io, marshal, os, sys, time, warnings
warnings.simplefilter('ignore')
codes = []
for name in sys.stdin.read().split():
    try:
        with open(name, 'rb') as f: codes.append(marshal.dumps(compile(f.read(), name, 'exec')))
    except SyntaxError: pass
start = time.process_time()
for data in codes: dis.dis(marshal.loads(data), file=io.StringIO())
print(len(codes), time.process_time() - start)
`;

const cpuMs = (run) => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const archive = unzipSync(fs.readFileSync(path.join(root, 'node_modules/pyodide/python_stdlib.zip')));
const sources = Object.entries(archive).filter(([name]) => name.endsWith('.py') && !/pyodide/.test(name));
const validation = { kind: 'timestamp', mtime: 0, sourceSize: 0 };
const files = sources.map(([name, bytes]) => writePyc(compile(bytes, name, 'exec').code, validation));
const once = () => files.forEach((bytes) => disassemble(readPyc(bytes).code));
const first = cpuMs(once);
const best = Math.min(...Array.from({ length: 3 }, () => cpuMs(once)));
console.log(`dis: ${files.length} files, first ${first.toFixed(0)} ms, best ${best.toFixed(0)} ms CPU`);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pyc-bench-'));
const python = process.argv[2];
if (python !== undefined) {
  const names = sources.map(([, bytes], i) => {
    fs.writeFileSync(path.join(folder, `${i}.py`), bytes);
    return `${i}.py`;
  });
  const options = { cwd: folder, input: names.join('\n'), encoding: 'utf8' };
  const { stdout } = spawnSync(python, ['-I', '-c', PYTHON_SCRIPT], options);
  const [count, seconds] = stdout.split(' ').map(Number);
  console.log(
    `${python}: ${count} files, ${(seconds * 1000).toFixed(0)} ms CPU, ${((seconds * 1000) / first).toFixed(1)} times ours`,
  );
}

const COUNT = 20_000;
fs.mkdirSync(path.join(folder, 'many'));
for (let i = 0; i < COUNT; i++)
  fs.writeFileSync(path.join(folder, 'many', `${i}.pyc`), files[i % files.length].subarray(0, 64));
const start = performance.now();
spawnSync(process.execPath, [path.join(root, 'bin/pyc.js'), 'identify', path.join(folder, 'many')]);
const seconds = (performance.now() - start) / 1000;
console.log(
  `identify: ${COUNT} files, ${seconds.toFixed(2)} s with the start, ${Math.round(COUNT / seconds)} a second`,
);
fs.rmSync(folder, { recursive: true });
