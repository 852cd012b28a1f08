// Runs a Python file with arguments in CPython compiled to WebAssembly (npm `pyodide`), for the benchmarks:
// `node wasm-python.mjs FILE ARGUMENT...`. The folder of the file is mounted; peak memory is that of this process.
import path from 'node:path';
import { loadPyodide } from 'pyodide';

const [file, ...rest] = process.argv.slice(2);
const folder = path.dirname(path.resolve(file));
const lines = [];
const python = await loadPyodide({ stdout: (line) => lines.push(line) });
python.FS.mkdir('/bench');
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, '/bench');
const script = `/bench/${path.basename(file)}`;
const globals = python.toPy({ script, rest });
await python.runPythonAsync(
  'import sys, runpy; sys.argv = [script, *rest]; runpy.run_path(script, run_name="__main__"); None',
  { globals },
);
const text = lines.join('\n');
console.log(text.replace(/"peak": \w+/, () => `"peak": ${process.resourceUsage().maxRSS}`));
