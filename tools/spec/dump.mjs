// Dumps facts about CPython 3.14 from the oracle (npm `pyodide`) into spec/*.json.
//
//   node tools/spec/dump.mjs            rewrite spec/
//   node tools/spec/dump.mjs --check    exit 1 if spec/ differs from what the oracle says now
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';

const root = new URL('../../', import.meta.url);
const script = readFileSync(new URL('dump.py', import.meta.url), 'utf8');
const oracle = await loadPyodide();
const facts = JSON.parse(oracle.runPython(script));
const isCheck = process.argv.includes('--check');
let differing = 0;
for (const [name, value] of Object.entries(facts)) {
  const url = new URL(`spec/${name}.json`, root);
  const text = JSON.stringify({ source: facts.stamp, ...value }, null, 1) + '\n';
  if (name === 'stamp') continue;
  if (!isCheck) {
    writeFileSync(url, text);
    continue;
  }
  if (!existsSync(url) || readFileSync(url, 'utf8') !== text) {
    differing++;
    process.stderr.write(`${fileURLToPath(url)} differs from the oracle\n`);
  }
}
process.exitCode = differing === 0 ? 0 : 1;
